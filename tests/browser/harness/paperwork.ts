/** Cases made through the desk's own commands, for tests that are about what comes after. */
import type { CaseDone, DraftContent, DraftView, FieldView, PersonInput } from '../../../ui/src/ipc/bindings'
import type { Counter } from './counter'
import { ALLOWANCE, creditCode } from './sample'

export interface Application {
  applicant: PersonInput
  code?: string
  answers?: Record<string, string>
}

/** A draft with everything F9 asks for. */
export async function completeDraft(counter: Counter, { applicant, code = ALLOWANCE, answers = {} }: Application): Promise<DraftView> {
  return completed(counter, await counter.call('open_draft', { code, answers }), applicant)
}

/** The same of the ticked matters of a chain. */
export async function completeChain(counter: Counter, { applicant, code, chosen = [] }: { applicant: PersonInput; code: string; chosen?: string[] }): Promise<DraftView> {
  return completed(counter, await counter.call('open_chain', { code, chosen, answers: {} }), applicant)
}

async function completed(counter: Counter, opened: DraftView, applicant: PersonInput): Promise<DraftView> {
  let view = await save(counter, opened, { ...opened.content, applicant })
  view = await answered(counter, view)
  const form = { ...view.content.form }
  for (const field of view.fields) form[field.key] ||= field.proposal ?? valueFor(field, applicant)
  const materials = view.requirements.lines
    .filter((line) => line.status !== 'waived' && line.status !== 'held')
    .map((line) => ({ material: line.material, how: line.ways[0] ?? null, files: [], pages: 1, supplyBy: null, note: null, certificate: null }))
  view = await save(counter, view, { ...view.content, form, materials, confirmed: true, step: 6 })
  // What has to be signed follows from how the materials are settled.
  const signed = view.toSign.map(({ document }) => ({ document, files: [], how: 'on_paper', content: '' }))
  view = await save(counter, view, { ...view.content, signed })
  if (view.problems.length > 0) throw new Error(`the draft is not complete: ${JSON.stringify(view.problems)}`)
  return view
}

/** An accepted case. */
export async function acceptedCase(counter: Counter, application: Application): Promise<CaseDone> {
  const draft = await completeDraft(counter, application)
  return counter.call('accept_case', { draft: draft.id })
}

/** A case taken in and not decided yet. */
export async function receivedCase(counter: Counter, application: Application): Promise<CaseDone> {
  const draft = await completeDraft(counter, application)
  return counter.call('receive_case', { draft: draft.id })
}

/** A case that was withdrawn, and its file closed. */
export async function closedCase(counter: Counter, application: Application): Promise<CaseDone> {
  const received = await receivedCase(counter, application)
  const { number } = received
  await counter.call('withdraw_case', { number, reason: '暂时不办了', written: true, files: [], returned: [] })
  await counter.call('archive_case', { number })
  return received
}

/** A case taken in before anything was signed. */
export async function unsignedCase(counter: Counter, application: Application): Promise<CaseDone> {
  const draft = await completeDraft(counter, application)
  await save(counter, draft, { ...draft.content, signed: [] })
  return counter.call('receive_case', { draft: draft.id })
}

/** A draft with everything but the signature of its form, at the step of signing. */
export async function unsignedDraft(counter: Counter, application: Application): Promise<DraftView> {
  const draft = await completeDraft(counter, application)
  return save(counter, draft, { ...draft.content, signed: [], step: 5 })
}

/** An accepted case whose form was left unsigned: the applicant took it home. */
export async function leftUnsigned(counter: Counter, application: Application): Promise<CaseDone> {
  const draft = await completeDraft(counter, application)
  const unsigned = [{ document: 'application_form', why: 'taken_home', words: '', content: '' }]
  await save(counter, draft, { ...draft.content, signed: [], unsigned })
  return counter.call('accept_case', { draft: draft.id })
}

function save(counter: Counter, view: DraftView, content: DraftContent): Promise<DraftView> {
  return counter.call('save_draft', { id: view.id, content })
}

/** The first answer of every question asked that does not end the matter. */
async function answered(counter: Counter, draft: DraftView): Promise<DraftView> {
  let view = draft
  for (;;) {
    const open = view.requirements.questions.find((question) => question.asked && question.answer === null)
    if (!open) return view
    for (const choice of open.choices) {
      view = await save(counter, view, { ...view.content, answers: { ...view.content.answers, [open.id]: choice.id } })
      if (view.requirements.ended === null) break
    }
  }
}

function valueFor(field: FieldView, applicant: PersonInput): string {
  if (!field.required) return ''
  const samples: Record<string, string> = {
    idcard: applicant.idNumber,
    uscc: creditCode(),
    phone: applicant.phone,
    date: applicant.birth,
    enum: field.options[0] ?? '',
    money: '100.00',
    int: '1',
    bool: 'false',
    bankcard: '6200000000000000000',
    address: applicant.address,
  }
  return samples[field.kind] ?? '样例'
}

/** 户口登记（出生申报）: whose child it is says which certificate is asked for. */
const BIRTH = '11370481MB9X0981034370709001000'

/** A birth taken in before anybody could say whose child it is. */
export async function unansweredCase(counter: Counter, applicant: PersonInput): Promise<CaseDone> {
  const draft = await completeDraft(counter, { applicant, code: BIRTH })
  const answers = Object.fromEntries(Object.entries(draft.content.answers).filter(([question]) => question !== 'adopt' && question !== 'cert'))
  const materials = draft.content.materials.filter(({ material }) => material !== 'MAT-BIRTHCERT')
  await save(counter, draft, { ...draft.content, answers, materials, signed: [] })
  return counter.call('receive_case', { draft: draft.id })
}

/** A case told to bring one material; `material` is left out of what was handed in. */
export async function toldCase(counter: Counter, application: Application, material = 'MAT-IDCARD'): Promise<CaseDone> {
  const draft = await completeDraft(counter, application)
  const materials = draft.content.materials.filter((line) => line.material !== material)
  const owing = await save(counter, draft, { ...draft.content, materials })
  // The form names what is handed in, so it is signed as it reads now.
  const signed = owing.toSign.map(({ document }) => ({ document, files: [], how: 'on_paper', content: '' }))
  await save(counter, owing, { ...owing.content, signed })
  return counter.call('ask_correction', { draft: draft.id, number: null, items: [{ material, problem: '没有带来', how: '带原件来' }] })
}
