/** Reading identity cards into the draft: whose card it is, what it said besides the person. */
import { reactive, ref, shallowRef, type Ref, type ShallowRef } from 'vue'
import { call, toFailure, type ApiFailure, type CardRead, type PersonInput } from '../../ipc'
import type { DraftSession } from './draftSession'
import { blankAgent, cardFor, isSamePerson, type Who } from './person'

export interface CardReading {
  busy: Readonly<Ref<boolean>>
  failure: Readonly<ShallowRef<ApiFailure | undefined>>
  /** The same card was read for applicant and agent; nothing was taken over. */
  doubled: Readonly<Ref<boolean>>
  /** What the newest card of each said. */
  cards: Readonly<Partial<Record<Who, CardRead>>>
  /** Reads for one of the two, or, without `who`, for whom it is meant by what is there. */
  read(who?: Who, focused?: Who): Promise<void>
}

/** A telephone is not on a card; what was typed stays. */
function withPhone(person: PersonInput, before: PersonInput | null | undefined): PersonInput {
  return person.phone === '' && before ? { ...person, phone: before.phone } : person
}

export function useCardReading({ content, flush }: DraftSession): CardReading {
  const busy = ref(false)
  const failure = shallowRef<ApiFailure>()
  const doubled = ref(false)
  const cards = reactive<Partial<Record<Who, CardRead>>>({})

  function take(card: CardRead, who: Who): void {
    const other = who === 'agent' ? content.applicant : content.agent?.person
    doubled.value = isSamePerson(card.person, other)
    if (doubled.value) return
    cards[who] = card
    if (who === 'applicant') {
      const before = content.applicant
      content.applicant = withPhone(card.person, isSamePerson(before, card.person) ? before : null)
      return
    }
    const agent = content.agent ?? blankAgent('other')
    content.agent = { ...agent, person: withPhone(card.person, agent.person) }
  }

  async function read(whom?: Who, focused?: Who): Promise<void> {
    if (busy.value) return
    busy.value = true
    failure.value = undefined
    doubled.value = false
    const who = whom ?? cardFor(content, focused)
    try {
      take(await call('read_card', {}), who)
      // What Rust says of the person before is not left standing until the next pause.
      void flush()
    } catch (thrown) {
      failure.value = toFailure(thrown)
    } finally {
      busy.value = false
    }
  }

  return { busy, failure, doubled, cards, read }
}
