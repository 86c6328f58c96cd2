/** Answers every command the screens ask from memory. */
import type { AppStatus, CaseDone, CaseRow, CaseView, DraftContent, PaperInfo, SyncCentre, SyncRow } from '../../src/ipc/bindings'
import type { Transport } from '../../src/ipc/transport'
import { AGENT, APPLICANT, emptyContent, viewOf, type FakeOptions } from './fakeDraft'

export interface FakeDesk extends Transport {
  calls: { name: string; input: unknown }[]
  content: DraftContent
  /** Answers of a command, or something to throw. */
  answers: Record<string, (input: never) => unknown>
}

const NOW = new Date()
const at = (minutes: number) => new Date(NOW.getTime() - minutes * 60_000).toISOString()
const day = (shift: number) => new Date(NOW.getTime() + shift * 86_400_000).toISOString().slice(0, 10)

const paper = (document: string, title: string, outcome = 'ready'): PaperInfo => ({ id: `paper-${document}`, document, title, copy: 1, pages: 1, missing: [], madeAt: at(0), outcome, place: null, reason: null })

const NAMES = ['赵玉梅', '马建军', '周文斌', '吴长林', '郑凤霞', '冯桂荣', '刘志强', '何桂英', '孙德胜', '钱玉兰', '陈桂芳', '李有田']
const MATTERS = ['高龄津贴申领', '城乡居民基本养老保险待遇申领', '最低生活保障对象认定及金额给付', '老年人优待证办理', '社会保障卡申领、补换']
const STATES = ['accepted', 'in_process', 'needs_correction', 'accepted_deferred', 'received', 'ready_for_pickup']
const LIGHTS = [['over', 1], ['soon', 0], ['soon', 2], ['calm', 6], ['paused', 0], ['calm', 9]] as const

export function sampleRow(index: number): CaseRow {
  const [light, days] = LIGHTS[index % LIGHTS.length] ?? ['calm', 3]
  const serial = String(index + 1).padStart(4, '0')
  const state = STATES[index % STATES.length] ?? 'accepted'
  const mark = index % 5 === 1 ? 'attend' : index % 3 === 0 ? 'local' : 'reported'
  return {
    number: `LY03-20261123-${serial}-6`, short: `1123-${serial}`, applicant: `样例${NAMES[index % NAMES.length]}`, idMasked: '3****************0421',
    matter: MATTERS[index % MATTERS.length] ?? '', code: '11370481MB9X11814D4370511004000', state, step: state === 'in_process' ? '村级核实公示' : null, office: '滕州市民政局',
    due: { light, days, date: day(days), provisional: false }, sync: { mark, percent: null, reason: mark === 'attend' ? 'file_unreadable' : null },
    clerk: '样例周敏', receivedOn: day(-index), slipEnteredOn: null, greenLane: null, outOfHours: false,
  }
}

function sampleCase(number: string): CaseView {
  const row = sampleRow(3)
  return {
    row: { ...row, number }, id: 'case-1', platformNumber: null, visits: ['2026-11-23'], trips: 1, code: '11370481MB9X11814D4370511004000', phoneMasked: '138****6120', agent: '样例李建国，长子',
    acceptedOn: day(0), promisedOn: day(11), statutoryOn: day(21), progressAsOf: at(66),
    events: [
      { kind: 'received', at: at(40), actor: '样例周敏', place: 'LY03', params: { materials: '3' }, reported: true },
      { kind: 'accepted', at: at(40), actor: '样例周敏', place: 'LY03', params: { state: 'accepted_deferred', due: day(11) }, reported: true },
      { kind: 'printed', at: at(39), actor: '', place: 'LY03', params: { document: 'receipt', copy: '1' }, reported: false },
    ],
    form: [
      { key: 'applicant_name', label: '申请人姓名', value: '样例王秀兰', masked: false },
      { key: 'applicant_id_no', label: '申请人公民身份号码', value: '3****************0421', masked: true },
      { key: 'applicant_phone', label: '申请人联系电话', value: '138****6120', masked: true },
      { key: 'live_mode', label: '居住方式', value: '与家人同住', masked: false },
      { key: 'is_low_income', label: '是否低保或低收入老年人', value: 'false', masked: false },
    ],
    materials: [
      { material: 'MAT-IDCARD', name: '申请人居民身份证', how: 'original_seen', consented: false, certificate: null, level: null, criteria: [], because: null, pages: 0, files: [], supplyBy: null },
      { material: 'MAT-HUKOU', name: '居民户口簿', how: 'captured', consented: false, certificate: null, level: null, criteria: [], because: null, pages: 1, files: [{ sha256: 'a'.repeat(64), size: 100, mediaType: 'image/png', name: '户口簿首页.png', reported: true }], supplyBy: null },
      { material: 'MAT-PHOTO', name: '近期一寸免冠照片', how: 'deferred', consented: false, certificate: null, level: null, criteria: [], because: null, pages: 0, files: [], supplyBy: day(5) },
    ],
    department: { pauses: [], extension: null, examination: null, answers: [], decision: null }, chain: null,
    visit: { waived: 1, reused: 0, together: 1 }, slip: null, greenWords: '', fee: '不收费',
    results: [],
    mandate: null,
    papers: [paper('receipt', '申请材料接收凭证', 'done'), paper('acceptance', '受理通知书', 'saved')],
    toSign: [{ document: 'application_form', title: '申请表', outdated: false, skippable: true }], signed: [{ document: 'application_form', files: [], how: 'on_paper', content: 'c'.repeat(64) }], unsigned: [],
    verbs: ['accept', 'ask_correction', 'refuse', 'reprint'], matterSha256: 'b'.repeat(64),
    life: { owed: [], owedQuestions: [], withdrawal: [], owedForm: [], owedPapers: [], supplyBy: day(5), extendUntil: null, dueIfAccepted: null, complete: false, calls: [], called: 0, requests: [], dispatched: false, returnable: [], amendable: [], promises: [] },
  }
}

const syncRow = (index: number, mark: string, reason: string | null): SyncRow => {
  const row = sampleRow(index)
  return { number: row.number, short: row.short, applicant: row.applicant, matter: row.matter, mark, percent: null, reason, fields: reason ? ['户口簿 首页'] : [], files: index % 4, bytes: 1200 * (index + 1) ** 3, storedAt: at(30 * (index + 1)), reportedAt: mark === 'reported' ? at(20) : null }
}

export function sampleSync(): SyncCentre {
  return {
    status: { connectivity: 'offline', waiting: 7, attention: 2, sendingDone: null, sendingTotal: null, nextTry: at(-5), lastSuccess: at(66), clockSkewMinutes: null, diskFreeMb: null, storeBroken: false },
    attention: [syncRow(1, 'attend', 'file_unreadable'), syncRow(2, 'attend', 'probable_duplicate')],
    waiting: [3, 4, 5, 6, 7].map((index) => syncRow(index, 'local', null)),
    reportedToday: [8, 9].map((index) => syncRow(index, 'reported', null)),
    down: [
      { kind: 'progress', at: at(50), number: 'LY03-20261118-0012-6', text: '村级核实公示' },
      { kind: 'pack', at: at(90), number: null, text: '12' },
    ],
    waitingBytes: 11_220_000, platform: 'https://platform.example',
  }
}

function status(): AppStatus {
  return {
    phase: 'ready', terminal: { code: 'LY03', point: '滕州市龙阳镇便民服务中心', window: '3 号综合窗口', address: '', phone: '0632-0000000', hours: '', sample: true },
    catalogue: null, operator: { id: 'o1', name: '样例周敏', role: 'clerk', daysLeft: null }, sync: sampleSync().status,
    devices: [{ device: 'card_reader', state: 'ready' }, { device: 'printer', state: 'ready' }], now: at(0), dataOkAt: at(3), recovered: [], version: '0.1.0',
  }
}

export function fakeDesk(options: FakeOptions = {}, content: DraftContent = emptyContent()): FakeDesk {
  const desk: FakeDesk = {
    calls: [],
    content,
    answers: {},
    subscribe: () => () => undefined,
    call(name, input) {
      desk.calls.push({ name, input })
      const answer = desk.answers[name] ?? builtIn[name]
      return answer ? Promise.resolve().then(() => answer(input as never)) : Promise.reject({ code: 'INTERNAL', params: {}, problems: [] })
    },
    upload(name, input, bytes) {
      desk.calls.push({ name, input })
      const { name: file, mediaType } = input as { name: string; mediaType: string }
      return Promise.resolve({ sha256: `${desk.calls.length}`.padStart(64, '0'), size: bytes.length, mediaType, name: file })
    },
  }
  const view = () => viewOf('draft-1', desk.content, new Date().toISOString(), options)
  const done = (state: string): CaseDone => ({
    number: 'LY03-20261123-0012-6', short: '1123-0012', id: 'case-1', state, due: '2026-12-04', dueProvisional: false, nextStep: '村级核实公示',
    papers: [paper('receipt', '申请材料接收凭证'), paper('acceptance', '受理通知书')], already: false, chain: null,
  })
  const builtIn: Record<string, (input: never) => unknown> = {
    app_status: status,
    open_draft: view,
    show_draft: view,
    split_draft: ({ matters }: { matters: string[] }) => ({ drafts: matters.map((code, at) => ({ id: `draft-${at + 2}`, matter: code, code, applicant: null, step: 1, savedAt: '' })) }),
    save_draft: ({ content: sent }: { content: DraftContent }) => ((desk.content = JSON.parse(JSON.stringify(sent)) as DraftContent), view()),
    read_card: () => ({ person: desk.content.applicant ? AGENT : APPLICANT, validTo: null, expired: false, linked: null, rare: [] }),
    confirm_date: () => ({}),
    accept_case: () => done('accepted'),
    accept_received: () => done('accepted'),
    receive_case: () => done('received'),
    ask_correction: () => done('needs_correction'),
    refuse_case: () => ({ ...done('refused'), due: null, nextStep: '' }),
    print_paper: ({ id }: { id: string }) => ({ ...paper(id.replace('paper-', ''), id.includes('receipt') ? '申请材料接收凭证' : '受理通知书', 'done'), place: '样例小票机' }),
    reprint: ({ document }: { document: string }) => ({ ...paper(document, '申请材料接收凭证'), id: 'paper-again', copy: 2 }),
    search_cases: ({ offset, limit }: { offset: number; limit: number }) => ({ total: 128, rows: Array.from({ length: Math.min(limit, 128 - offset) }, (_, index) => sampleRow(offset + index)) }),
    show_case: ({ number }: { number: string }) => sampleCase(number),
    reveal_fields: () => ({ fields: { id_number: '370481194403210421', phone: '13800006120' } }),
    write_archive_package: ({ number }: { number: string }) => ({ place: `/样例/${number}.zip`, already: false, parts: 9, madeAnew: 0 }),
    sync_centre: sampleSync,
    sync_now: () => ({}),
    list_drafts: () => ({ drafts: [] }),
    list_slips: () => ({ free: 0, used: 0, spoiled: 0, rows: [], most: 50 }),
    list_enquiries: () => ({ rows: [], everybody: false, colleagues: [] }),
    search_matters: () => ({ rows: [], modes: [], query: '' }),
    discard_draft: () => ({}),
    lock: () => ({}),
  }
  return desk
}
