/** Which rows of 要紧的事 stand under which tab. */

export const TABS = ['all', 'due', 'supply', 'report', 'collect', 'callback'] as const
export type PressingTab = (typeof TABS)[number]

const TAB_OF: Readonly<Record<string, PressingTab>> = {
  decide: 'due',
  follow_up: 'due',
  urge: 'due',
  await_correction: 'supply',
  remind_correction: 'supply',
  remind_deferred: 'supply',
  sign_later: 'supply',
  settle_report: 'report',
  call_for_pickup: 'collect',
  ask_why_unclaimed: 'collect',
  call_back: 'callback',
}

/** The editor a row's verb opens on the case's page; the others open the page itself. */
const VERB_OF: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  remind_correction: { verb: 'log_call' },
  remind_deferred: { verb: 'log_call' },
  call_for_pickup: { verb: 'log_call' },
  ask_why_unclaimed: { verb: 'log_call' },
  urge: { verb: 'urge' },
  sign_later: { verb: 'sign_later' },
  call_back: { verb: 'log_call', purpose: 'rating' },
}

/** What the page of a case is opened with for a row's verb. */
export function openingOf(todo: string): Readonly<Record<string, string>> {
  return VERB_OF[todo] ?? {}
}

/** Whether a row with this verb is shown under the tab. */
export function inTab(todo: string, tab: PressingTab): boolean {
  return tab === 'all' || TAB_OF[todo] === tab
}
