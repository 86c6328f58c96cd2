/**
 * What can be done to a case from its page: verb → the editor that asks what the verb needs. Rust says
 * which verbs are lawful now (`CaseView.verbs`); a verb without a line here has no button.
 */
import type { Component } from 'vue'
import { call, type CaseDone, type CaseView } from '../../ipc'
import { unsignedOf } from '../intake/signing'
import AcceptEditor from './AcceptEditor.vue'
import CorrectEditor from './CorrectEditor.vue'
import RefuseEditor from './RefuseEditor.vue'

/** Performs a verb. What it gives is shown as the confirmation page; null stays on the case's page. */
export type Deed = () => Promise<CaseDone | null>

export interface CaseVerb {
  /** As Rust names it in `CaseView.verbs`; its words are `case.verb.VERB`. */
  name: string
  /** How its button looks. */
  kind: 'primary' | 'plain' | 'danger'
  /** Takes `view` and `busy`; emits `send` with a {@link Deed}, or `cancel`. */
  editor: Component
  /** What is done at once, when nothing has to be asked. */
  direct?: (view: CaseView) => Deed | undefined
}

/** In the order of their buttons and digits. */
export const VERBS: readonly CaseVerb[] = [
  { name: 'accept', kind: 'primary', editor: AcceptEditor, direct: acceptAtOnce },
  { name: 'ask_correction', kind: 'plain', editor: CorrectEditor },
  { name: 'refuse', kind: 'plain', editor: RefuseEditor },
]

function acceptAtOnce(view: CaseView): Deed | undefined {
  if (unsignedOf(view.toSign, view.signed).length > 0) return undefined
  return () => call('accept_received', { number: view.row.number, signed: [] })
}
