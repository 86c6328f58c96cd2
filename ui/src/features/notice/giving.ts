/**
 * Giving the notice: it is written down, its paper made and sent. Somebody who was told before is
 * told again only with a supervisor's leave, which is asked for first and given once.
 */
import { ref, shallowRef, type Ref, type ShallowRef } from 'vue'
import { call, toFailure, type ApiFailure, type EarlierNotice, type PersonInput, type SecondNoticeLeave } from '../../ipc'
import { usePaper, type Paper } from '../paper/usePaper'

export interface Telling {
  code: string
  /** Of a chain, the codes of its ticked matters. */
  chosen?: string[] | undefined
  answers: Record<string, string>
  person: PersonInput | null
}

export interface Giving {
  paper: Paper
  busy: Readonly<Ref<boolean>>
  failure: Readonly<ShallowRef<ApiFailure | undefined>>
  /** What was told before, while a supervisor is being asked. */
  asked: Readonly<ShallowRef<EarlierNotice | undefined>>
  /** Gives and prints; a person's sheet that was just given is printed once more, not told again. */
  print(): Promise<void>
  /** With a supervisor's leave; rejects when it was not taken. */
  printWith(leave: SecondNoticeLeave): Promise<void>
  /** Back without giving. */
  dismiss(): void
}

export function useGiving(telling: () => Telling, earlier: () => EarlierNotice | null | undefined): Giving {
  const paper = usePaper()
  const busy = ref(false)
  const failure = shallowRef<ApiFailure>()
  const asked = shallowRef<EarlierNotice>()
  let given = ''

  async function give(leave: SecondNoticeLeave | null): Promise<void> {
    const told = telling()
    const { chosen, ...rest } = told
    const { paper: made } = await (chosen === undefined ? call('give_notice', { ...rest, leave }) : call('give_chain_notice', { ...rest, chosen, leave }))
    given = told.person ? JSON.stringify(told) : ''
    asked.value = undefined
    // What was told is stored; how the printer does is the paper's own story.
    void paper.print(() => Promise.resolve(made))
  }

  async function during(work: () => Promise<void>): Promise<void> {
    if (busy.value) return
    busy.value = true
    failure.value = undefined
    try {
      await work()
    } finally {
      busy.value = false
    }
  }

  async function tell(): Promise<void> {
    const before = earlier()
    if (before) {
      asked.value = before
      return
    }
    try {
      await give(null)
    } catch (thrown) {
      const refused = toFailure(thrown)
      const { at, clerk } = refused.params
      if (refused.code === 'NOTICE-001' && at !== undefined) asked.value = { at, clerk: clerk ?? '' }
      else failure.value = refused
    }
  }

  function print(): Promise<void> {
    return given !== '' && given === JSON.stringify(telling()) ? paper.resend() : during(tell)
  }

  return {
    paper,
    busy,
    failure,
    asked,
    print,
    printWith: (leave) => during(() => give(leave)),
    dismiss: () => (asked.value = undefined),
  }
}
