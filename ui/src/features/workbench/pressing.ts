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
  settle_report: 'report',
  call_for_pickup: 'collect',
  ask_why_unclaimed: 'collect',
  call_back: 'callback',
}

/** Whether a row with this verb is shown under the tab. */
export function inTab(todo: string, tab: PressingTab): boolean {
  return tab === 'all' || TAB_OF[todo] === tab
}
