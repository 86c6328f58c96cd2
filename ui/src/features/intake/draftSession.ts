/**
 * The draft on the table: what Rust says of it (`view`), what the clerk has entered (`content`),
 * and the saving that keeps the two together. Steps take it by injection and edit `content`.
 */
import { computed, inject, onScopeDispose, provide, reactive, ref, shallowRef, watch, type ComputedRef, type InjectionKey, type Ref } from 'vue'
import { call, onChanged, type DraftContent, type DraftView } from '../../ipc'
import { createAutosave, type Autosave } from './autosave'
import { openProposals, valuesOfPerson, WHO_ACTS } from './gaps'
import { withHeld } from './material'
import { mergeContent } from './mergeContent'
import { createRecall, personOn, type Recall } from './recall'
import { answerOfWhoActs, usualAnswers } from './situation'

export interface DraftSession {
  id: string
  view: ComputedRef<DraftView>
  /** Reactive; an edit is stored within a second. */
  content: DraftContent
  autosave: Autosave
  /** When the newest save was stored, RFC 3339. */
  savedAt: ComputedRef<string>
  /** What earlier cases say of the people. */
  recall: Recall
  /** Values proposed for form fields in this sitting, to show their origin and to restore them. */
  proposed: Ref<Record<string, string>>
  /** The resident had confirmed or signed, then something changed. */
  reopened: Ref<boolean>
  /** Titles of papers that were signed before the change and have to be signed again. */
  voided: Ref<string[]>
  flush(): Promise<boolean>
  /** Takes over what the store says of the draft by now. */
  lookAgain(): Promise<void>
}

const key: InjectionKey<DraftSession> = Symbol('draft')

export function provideDraft(session: DraftSession): void {
  provide(key, session)
}

/** The draft of the page this component is on. */
export function useDraft(): DraftSession {
  const session = inject(key)
  if (!session) throw new Error('a step of intake stands outside its page')
  return session
}

const copyOf = (content: DraftContent): DraftContent => JSON.parse(JSON.stringify(content)) as DraftContent

/** What the resident confirms and signs; a change to it voids both. */
function substance(content: DraftContent): string {
  const { applicant, agent, credit, answers, form, materials, chain } = content
  return JSON.stringify([applicant, agent, credit, answers, form, materials, chain?.chosen])
}

/** Opens a session on a draft that was read; lives as long as the component. */
export function createDraftSession(opened: DraftView): DraftSession {
  const view = shallowRef(opened)
  const content = reactive(copyOf(opened.content))
  const proposed = ref<Record<string, string>>({})
  const reopened = ref(false)
  const voided = ref<string[]>([])
  const recall = createRecall(content)
  let adopting = false

  function adopt(answer: DraftView, sent: DraftContent): void {
    adopting = true
    mergeContent(content, sent, answer.content)
    adopting = false
    view.value = answer
    propose()
  }
  const autosave = createAutosave<DraftContent, DraftView>({
    snapshot: () => copyOf(content),
    save: (sent) => call('save_draft', { id: opened.id, content: sent }),
    adopt,
  })

  async function lookAgain(): Promise<void> {
    if (!(await autosave.flush())) return
    const here = copyOf(content)
    const answer = await call('show_draft', { id: opened.id }).catch(() => undefined)
    // Without an answer the next save tells.
    if (answer) adopt(answer, here)
  }

  /**
   * Empty fields take what the store proposes, unanswered questions the usual answer, and lines
   * the archive holds are settled with their origin: nobody is asked for them.
   */
  function propose(): void {
    recall.fill(view.value)
    const values = openProposals(view.value.fields, content.form, new Set(Object.keys(proposed.value)))
    Object.assign(content.form, values)
    proposed.value = { ...proposed.value, ...values }
    content.materials = withHeld(content.materials, view.value.requirements.lines)
    if (content.step === 1) Object.assign(content.answers, usualAnswers(view.value.requirements.questions, content.answers))
  }

  /** Another person: what was the old one's is asked again. */
  function forget(before: DraftContent['applicant']): void {
    if (before === null) return
    const kept = { ...proposed.value }
    for (const field of valuesOfPerson(view.value.fields, content.form, before, proposed.value)) {
      Reflect.deleteProperty(content.form, field)
      Reflect.deleteProperty(kept, field)
    }
    proposed.value = kept
  }

  /** Whether somebody acts for the applicant is said in step 1; the form follows, unless it was changed by hand. */
  function followWhoActs(acts: boolean): void {
    const following = view.value.fields.filter(({ key, fillFrom }) => fillFrom === WHO_ACTS && content.form[key] === String(!acts))
    const values = Object.fromEntries(following.map(({ key }) => [key, String(acts)]))
    Object.assign(content.form, values)
    proposed.value = { ...proposed.value, ...values }
  }

  /** The question who comes follows step 1 as well, unless it was answered otherwise by hand. */
  function followSituation(kind: string, before: string): void {
    const { questions } = view.value.requirements
    const [then, now] = [answerOfWhoActs(questions, before), answerOfWhoActs(questions, kind)]
    if (!now) return
    const following = Object.keys(now).every((id) => content.answers[id] === undefined || content.answers[id] === then?.[id])
    if (following) Object.assign(content.answers, now)
  }

  /** What was signed, or left unsigned for a reason, for what the papers said. */
  const settledPapers = () => [...content.signed, ...content.unsigned]

  let before = substance(content)
  watch(
    content,
    () => {
      const now = substance(content)
      const changed = now !== before
      before = now
      if (adopting) return
      if (changed && (content.confirmed || settledPapers().length > 0)) {
        const lost = settledPapers().map(({ document }) => view.value.toSign.find((paper) => paper.document === document)?.title ?? document)
        voided.value = [...new Set([...voided.value, ...lost])]
        Object.assign(content, { confirmed: false, signed: [], unsigned: [] })
        reopened.value = true
      }
      autosave.touch()
    },
    { deep: true, flush: 'sync' },
  )
  watch(
    () => content.applicant && copyOf(content).applicant,
    (now, old) => {
      if (!adopting && old && now?.idNumber !== old.idNumber && old.verified === 'card_read') forget(old)
    },
    { flush: 'sync' },
  )
  for (const who of ['applicant', 'agent'] as const) {
    watch(
      () => personOn(content, who)?.idNumber,
      () => {
        if (!adopting) recall.takeBack(who)
      },
      { flush: 'sync' },
    )
  }
  watch(
    () => content.agent !== null,
    (acts) => {
      if (!adopting) followWhoActs(acts)
    },
    { flush: 'sync' },
  )
  watch(
    () => content.agent?.kind ?? '',
    (kind, before) => {
      if (!adopting) followSituation(kind, before)
    },
    { flush: 'sync' },
  )
  propose()

  const stopListening = onChanged(({ kind }) => {
    if (kind === 'matter') void lookAgain()
  })
  const onHide = () => void autosave.flush()
  window.addEventListener('pagehide', onHide)
  window.addEventListener('blur', onHide)
  onScopeDispose(() => {
    stopListening()
    window.removeEventListener('pagehide', onHide)
    window.removeEventListener('blur', onHide)
    if (autosave.unsaved.value) void autosave.flush()
  })

  return {
    id: opened.id,
    view: computed(() => view.value),
    content,
    autosave,
    savedAt: computed(() => view.value.savedAt),
    recall,
    proposed,
    reopened,
    voided,
    flush: () => autosave.flush(),
    lookAgain,
  }
}
