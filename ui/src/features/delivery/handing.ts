/** One handing over as it is put together at the counter: what goes, who takes it, how it is signed for. */
import { computed, reactive, ref, shallowRef, type ComputedRef, type Ref, type ShallowRef } from 'vue'
import { call, toFailure, type ApiFailure, type DeliverResults, type DeliveryView, type FileInfo, type GoingResults, type PersonInput, type TakerCheck, type WaitingCase } from '../../ipc'
import { blankPerson } from '../intake/person'
import { isHere } from './waitingWords'

/** In the order of their digits. */
export const WAYS = ['self', 'agent', 'post', 'helper', 'electronic', 'left'] as const
export type Way = (typeof WAYS)[number]

export interface Handing {
  way: Ref<Way>
  /** Ids of the documents that go. */
  ticked: Ref<string[]>
  person: Ref<PersonInput>
  check: Readonly<ShallowRef<TakerCheck | undefined>>
  checkFailure: Readonly<ShallowRef<ApiFailure | undefined>>
  signing: { how: string; witness: string; place: string; note: string; files: FileInfo[] }
  going: ComputedRef<GoingResults[]>
  /** Whether somebody's document has to be looked at for this way. */
  met: ComputedRef<boolean>
  /** The name of the first thing that is missing: `results`, `taker`, `witness`, `place`. */
  gap: ComputedRef<'results' | 'taker' | 'witness' | 'place' | undefined>
  /** Asks Rust whose document it is. */
  look(): Promise<void>
  input(): DeliverResults
}

const all = (view: DeliveryView): WaitingCase[] => [view.case, ...view.also]

export function useHanding(view: () => DeliveryView): Handing {
  const way = ref<Way>('self')
  const here = (one: WaitingCase) => one.results.filter(isHere).map(({ id }) => id)
  const ticked = ref<string[]>(here(view().case))
  const person = ref<PersonInput>(blankPerson())
  const check = shallowRef<TakerCheck>()
  const checkFailure = shallowRef<ApiFailure>()
  const signing = reactive({ how: 'on_paper', witness: '', place: '', note: '', files: [] as FileInfo[] })
  let turn = 0

  const going = computed(() =>
    all(view())
      .map(({ row, results }) => ({ number: row.number, documents: results.filter((one) => isHere(one) && ticked.value.includes(one.id)).map(({ id }) => id) }))
      .filter(({ documents }) => documents.length > 0),
  )
  const met = computed(() => way.value === 'self' || way.value === 'agent' || way.value === 'helper')
  const may = computed(() => {
    const who = check.value?.who
    if (way.value === 'self') return who === 'applicant'
    if (way.value === 'agent') return who === 'agent' || who === 'guardian'
    return who !== undefined && who !== 'stranger'
  })
  const gap = computed(() => {
    if (going.value.length === 0) return 'results'
    if (met.value && !may.value) return 'taker'
    const witnessed = way.value === 'left' || (met.value && signing.how === 'fingerprint')
    if (witnessed && signing.witness.trim() === '') return 'witness'
    return (way.value === 'helper' || way.value === 'left') && signing.place.trim() === '' ? 'place' : undefined
  })

  async function look(): Promise<void> {
    const mine = ++turn
    check.value = undefined
    checkFailure.value = undefined
    if (person.value.idNumber.trim() === '' || going.value.length === 0) return
    try {
      const { idKind, idNumber } = person.value
      const answer = await call('check_taker', { numbers: going.value.map(({ number }) => number), taker: { idKind, idNumber } })
      if (mine === turn) check.value = answer
    } catch (thrown) {
      if (mine === turn) checkFailure.value = toFailure(thrown)
    }
  }

  function input(): DeliverResults {
    const acknowledged = way.value === 'left' ? 'by_witness' : way.value === 'electronic' ? 'by_carrier' : signing.how
    return {
      going: going.value,
      way: met.value && way.value !== 'helper' ? 'window' : way.value,
      recipient: met.value && check.value?.who !== 'applicant' ? 'agent' : 'applicant',
      taker: met.value ? person.value : null,
      place: way.value === 'helper' || way.value === 'left' ? signing.place : '',
      acknowledged,
      files: signing.files,
      witness: way.value === 'left' || signing.how === 'fingerprint' ? signing.witness : '',
      note: signing.note,
    }
  }

  return { way, ticked, person, check, checkFailure, signing, going, met, gap, look, input }
}
