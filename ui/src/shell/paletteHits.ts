/**
 * What Ctrl+K finds: screens, settings and what can be done here by their words or how they sound;
 * matters, chains, cases and people by the store's own search.
 */
import { computed, onScopeDispose, shallowRef, type ComputedRef, type Ref } from 'vue'
import { useI18n } from 'vue-i18n'
import { useChainHits } from '../features/chain/hits'
import { openPerson } from '../features/person/openPerson'
import { mayQueue } from '../features/queue/desk'
import { call, useQuery, type WordSound } from '../ipc'
import { keyRegistry, type KeyBinding } from '../kit'
import { useOperatorEntries } from './operatorEntries'
import { go } from './route'
import { ticketCodeIn } from './scanned'
import { screenNamed, screens } from './screens'
import { owner } from './session'

export interface Hit {
  id: string
  group: 'recent' | 'tickets' | 'screens' | 'verbs' | 'settings' | 'chains' | 'matters' | 'cases' | 'people'
  words: string
  note: string
  open: () => unknown
}

const AT_MOST = 8
const RECENT = 8
/** Names and numbers need this much to be looked for. */
const SHORTEST_NAME = 2

/** What somebody chose before, newest first; theirs alone and gone with them. */
const recent = shallowRef<readonly Hit[]>([])
let chooser = ''

export interface PaletteHits {
  hits: ComputedRef<Hit[]>
  /** The store has answered for what is typed. */
  settled: ComputedRef<boolean>
  /** Reads what can be done on the screen beneath, before a dialog covers it. */
  begin(): void
  chosen(hit: Hit): void
}

export function usePaletteHits(text: Ref<string>, open: Ref<boolean>): PaletteHits {
  const { t } = useI18n()
  const entries = useOperatorEntries()
  const beneath = shallowRef<readonly KeyBinding[]>([])
  const sounds = shallowRef<ReadonlyMap<string, WordSound>>(new Map())
  const asked = computed(() => text.value.trim())
  const enabled = computed(() => open.value && asked.value !== '')
  const named = computed(() => enabled.value && Array.from(asked.value).length >= SHORTEST_NAME)

  const matters = useQuery('search_matters', () => ({ text: asked.value, modes: [], limit: AT_MOST }), { enabled })
  const cases = useQuery(
    'search_cases',
    () => ({ text: asked.value, period: 'all', state: '', sync: '', tally: '', offset: 0, limit: AT_MOST }),
    { enabled: () => enabled.value && screenNamed('case') !== undefined },
  )
  const people = useQuery('search_people', () => ({ text: asked.value }), { enabled: () => named.value && screenNamed('person') !== undefined })
  const chainsByName = useChainHits(() => (enabled.value && screenNamed('chain') ? asked.value : ''))

  const screenHits = computed<Hit[]>(() =>
    screens.value.filter(({ nav, inPalette }) => nav !== undefined || inPalette).map((screen) => ({ id: screen.name, group: 'screens', words: t(screen.title), note: screen.key ?? '', open: () => go(screen.name) })),
  )
  const settingHits = computed<Hit[]>(() => entries.value.flat().map(({ label, keys, run }) => ({ id: label, group: 'settings', words: label, note: keys ?? '', open: run })))
  const verbHits = computed<Hit[]>(() =>
    beneath.value.map((binding) => ({ id: `${binding.keys} ${binding.label}`, group: 'verbs', words: binding.label, note: binding.keys, open: () => binding.run(new KeyboardEvent('keydown')) })),
  )

  /** Whether words are what was typed, or sound like it. */
  function fits({ words }: Hit): boolean {
    const typed = asked.value.toLowerCase()
    const letters = typed.replace(/\s+/g, '')
    const sound = sounds.value.get(words)
    return words.toLowerCase().includes(typed) || (sound !== undefined && letters !== '' && (sound.pinyin.includes(letters) || sound.initials.includes(letters)))
  }

  const found = computed<Hit[]>(() => {
    const own = [...screenHits.value, ...verbHits.value, ...settingHits.value].filter(fits)
    const chains = chainsByName.value.slice(0, AT_MOST).map(({ code, name }): Hit => ({ id: code, group: 'chains', words: name, note: '', open: () => go('chain', { code }) }))
    const ofMatters = (matters.data.value?.rows ?? []).map((row): Hit => ({ id: row.code, group: 'matters', words: row.name, note: row.department, open: () => go('guide', { code: row.code }) }))
    const ofCases = (cases.data.value?.rows ?? []).map((row): Hit => ({ id: row.number, group: 'cases', words: `${row.short} ${row.applicant}`, note: row.matter, open: () => go('case', { number: row.number }) }))
    const ofPeople = (named.value ? (people.data.value?.people ?? []) : []).slice(0, AT_MOST).map((one): Hit => ({ id: one.number, group: 'people', words: one.name, note: one.idMasked, open: () => openPerson({ number: one.number, agent: false }) }))
    const ticket = mayQueue.value ? ticketCodeIn(asked.value) : undefined
    const tickets = ticket === undefined ? [] : [{ id: ticket, group: 'tickets', words: t('queue.find', { code: ticket }), note: '', open: () => go('queue', { ticket }) } satisfies Hit]
    return [...tickets, ...own, ...chains, ...ofMatters, ...ofCases, ...ofPeople]
  })
  const hits = computed(() => {
    if (asked.value !== '') return enabled.value ? found.value : []
    const lately = chooser === owner.value ? recent.value : []
    const rest = screenHits.value.filter(({ id }) => !lately.some((hit) => hit.id === id && hit.note === (screenNamed(id)?.key ?? '')))
    return [...lately, ...rest]
  })

  async function listen(): Promise<void> {
    const words = [...new Set([...screenHits.value, ...verbHits.value, ...settingHits.value].map((hit) => hit.words))].filter((word) => !sounds.value.has(word))
    if (words.length === 0) return
    // Without the sounds the words themselves still find everything.
    const answer = await call('sound_words', { words }).catch(() => undefined)
    if (answer) sounds.value = new Map([...sounds.value, ...words.flatMap((word, at) => (answer.sounds[at] ? [[word, answer.sounds[at]] as const] : []))])
  }

  onScopeDispose(() => (beneath.value = []))
  return {
    hits,
    settled: computed(() => matters.settled.value && cases.settled.value),
    begin() {
      const screenKeys = new Set(screens.value.map(({ key }) => key))
      const settings = new Set(entries.value.flat().map(({ keys }) => keys))
      const shown = keyRegistry.active.value.filter(({ keys, help }) => help !== false && !screenKeys.has(keys) && !settings.has(keys) && keys !== 'Ctrl+k' && keys !== 'Escape')
      beneath.value = shown
      void listen()
    },
    chosen(hit) {
      if (chooser !== owner.value) recent.value = []
      chooser = owner.value
      // What could be done on another screen cannot be done from here.
      if (hit.group === 'verbs') return
      const again: Hit = { ...hit, group: 'recent' }
      recent.value = [again, ...recent.value.filter(({ id }) => id !== hit.id)].slice(0, RECENT)
    },
  }
}
