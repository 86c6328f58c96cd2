/**
 * What can be done to a case from its page: verb → the editor that asks what the verb needs. Rust says
 * which verbs are lawful now (`CaseView.verbs`); a verb without a line here has no button.
 */
import type { Component } from 'vue'
import { call, type CaseDone, type CaseView } from '../../ipc'
import { go } from '../../shell/route'
import { unsignedOf } from '../intake/signing'
import AcceptEditor from './AcceptEditor.vue'
import AmendEditor from './AmendEditor.vue'
import ArchiveEditor from './ArchiveEditor.vue'
import ArrivalEditor from './ArrivalEditor.vue'
import CallEditor from './CallEditor.vue'
import CorrectAgainEditor from './CorrectAgainEditor.vue'
import CorrectEditor from './CorrectEditor.vue'
import ExtendEditor from './ExtendEditor.vue'
import PackageEditor from './PackageEditor.vue'
import PromiseEditor from './PromiseEditor.vue'
import ForwardEditor from './ForwardEditor.vue'
import RefuseEditor from './RefuseEditor.vue'
import SignLaterEditor from './SignLaterEditor.vue'
import SupplyEditor from './SupplyEditor.vue'
import TerminateEditor from './TerminateEditor.vue'
import UrgeEditor from './UrgeEditor.vue'
import VoidEditor from './VoidEditor.vue'
import WithdrawEditor from './WithdrawEditor.vue'

/** Performs a verb. What it gives is shown as the confirmation page; null stays on the case's page. */
export type Deed = () => Promise<CaseDone | null>

export interface CaseVerb {
  /** As Rust names it in `CaseView.verbs`; its words are `case.verb.VERB`. */
  name: string
  /** Other words for it on this case, below `case.verb`. */
  words?: (view: CaseView) => string
  /** How its button looks. */
  kind: 'primary' | 'plain' | 'danger'
  /** Takes `view`, `busy` and, when it says what is wrong at its fields, `refused`; emits `send` with a {@link Deed}, or `cancel`. */
  editor: Component
  /** Whether there is something to do for it on this case; always, when absent. */
  when?: (view: CaseView) => boolean
  /** What is done at once, when nothing has to be asked. */
  direct?: (view: CaseView) => Deed | undefined
}

/** In the order of their buttons and digits. */
export const VERBS: readonly CaseVerb[] = [
  { name: 'accept', kind: 'primary', editor: AcceptEditor, when: ({ row, life }) => row.state !== 'needs_correction' || life.complete, direct: acceptAtOnce },
  { name: 'take_supplies', kind: 'primary', editor: SupplyEditor, words: ({ life }) => (life.owed.length > 0 && life.owed.every(({ owedAs }) => owedAs === 'deferred') ? 'take_deferred' : 'take_supplies'), when: ({ life }) => life.owed.length + life.owedQuestions.length + life.owedForm.length + life.owedPapers.length > 0 },
  { name: 'sign_later', kind: 'primary', editor: SignLaterEditor, when: ({ row }) => row.state !== 'received' },
  { name: 'ask_correction', kind: 'plain', editor: CorrectEditor },
  { name: 'refuse', kind: 'plain', editor: RefuseEditor },
  { name: 'forward', kind: 'plain', editor: ForwardEditor },
  { name: 'deliver', kind: 'primary', editor: ArrivalEditor, direct: handOver },
  { name: 'register_result', kind: 'plain', editor: ArrivalEditor, when: ({ results }) => results.some(({ place }) => place !== 'delivered') },
  { name: 'urge', kind: 'plain', editor: UrgeEditor },
  { name: 'withdraw', kind: 'plain', editor: WithdrawEditor },
  { name: 'log_call', kind: 'plain', editor: CallEditor },
  { name: 'extend_supply', kind: 'plain', editor: ExtendEditor, when: ({ life }) => life.extendUntil !== null },
  { name: 'terminate', kind: 'plain', editor: TerminateEditor },
  { name: 'amend', kind: 'plain', editor: AmendEditor },
  { name: 'check_promise', kind: 'plain', editor: PromiseEditor, when: ({ life }) => life.promises.length > 0 },
  { name: 'ask_correction_again', kind: 'plain', editor: CorrectAgainEditor },
  { name: 'void', kind: 'plain', editor: VoidEditor },
  { name: 'archive', kind: 'plain', editor: ArchiveEditor },
  { name: 'write_archive_package', kind: 'plain', editor: PackageEditor },
]

/** Handing over has a page of its own. */
function handOver(view: CaseView): Deed {
  return () => {
    go('delivery', { number: view.row.number })
    return Promise.resolve(null)
  }
}

/** What was corrected is accepted after the new day was seen. */
function acceptAtOnce(view: CaseView): Deed | undefined {
  if (view.row.state === 'needs_correction') return undefined
  if (unsignedOf(view.toSign, view.signed).length > 0) return undefined
  return () => call('accept_received', { number: view.row.number, signed: [], unsigned: [] })
}
