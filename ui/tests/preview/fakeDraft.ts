/**
 * A stand-in for the Rust side of one draft, small enough to read: fields and lines of a sample
 * matter, problems by the simplest rules. For looking at screens and for component tests only.
 */
import type { DraftContent, DraftPart, DraftView, FieldProblem, FieldView, PersonInput, RequirementLine, SignView } from '../../src/ipc/bindings'

export const APPLICANT: PersonInput = {
  name: '样例王秀兰', idKind: 'citizen', idNumber: '370481194403210421', sex: 'female', birth: '1944-03-21', ethnicity: '汉',
  address: '山东省滕州市龙阳镇样例村 12 号', phone: '', verified: 'card_read',
}
export const AGENT: PersonInput = {
  name: '样例李建国', idKind: 'citizen', idNumber: '370481196811020413', sex: 'male', birth: '1968-11-02', ethnicity: '汉',
  address: '山东省滕州市龙阳镇样例村 12 号', phone: '', verified: 'card_read',
}

const field = (key: string, label: string, kind: string, fillFrom = '', more: Partial<FieldView> = {}): FieldView => ({
  key, label, kind, required: true, options: [], hint: '', fillFrom, cause: null, proposal: null, archive: null, ...more,
})

const FIELDS: readonly FieldView[] = [
  field('applicant_name', '申请人姓名', 'text', 'idcard', { hint: '与居民身份证一致' }),
  field('applicant_id_no', '申请人公民身份号码', 'idcard', 'idcard'),
  field('applicant_gender', '申请人性别', 'enum', 'idcard', { options: ['男', '女'] }),
  field('applicant_birth_date', '申请人出生日期', 'date', 'idcard'),
  field('applicant_hukou_address', '申请人户籍地址', 'address', 'idcard'),
  field('applicant_live_address', '申请人现居住地址', 'address', 'applicant', { required: false, hint: '与户籍地址一致的可不填' }),
  field('applicant_phone', '申请人联系电话', 'phone', 'applicant', { hint: '接收办理进度短信' }),
  field('age_band', '年龄段', 'enum', '', { options: ['80—89周岁', '90—99周岁', '100周岁以上'] }),
  field('is_low_income', '是否低保或低收入老年人', 'bool'),
  field('live_mode', '居住方式', 'enum', '', { options: ['与家人同住', '独居', '养老机构'] }),
  field('bank_name', '开户银行（社会保障卡发卡行）', 'text', 'applicant'),
  field('bank_account', '银行账号', 'bankcard', 'applicant', { hint: '须为本人或监护人名下账户' }),
]

/** What the archive knows of the sample applicant. */
const ARCHIVE: Readonly<Record<string, string>> = {
  applicant_phone: '13800006120', age_band: '80—89周岁', is_low_income: 'false', live_mode: '与家人同住', bank_name: '样例农商银行', bank_account: '6217000000000000421',
}

const line = (material: string, name: string, more: Partial<RequirementLine>): RequirementLine => ({
  material, name, form: '原件', copies: 1, issuer: '', status: 'must', rule: null, ruleDetail: null, because: null, basis: '', notes: [],
  criteria: [], certificate: false, original: true, conditional: false, ways: ['original_seen', 'captured', 'paper_taken'], ...more,
})

const LINES: readonly RequirementLine[] = [
  line('MAT-IDCARD', '申请人居民身份证', { issuer: '公安机关', basis: '《中华人民共和国居民身份证法》第十三条' }),
  line('MAT-HUKOU', '居民户口簿', { issuer: '公安机关', notes: ['拍首页和本人页留存'] }),
  line('MAT-SSCARD', '本人社会保障卡', { status: 'held', rule: '2025-03-11 办医保时已收，不再重复要', ways: ['held'] }),
  line('MAT-PHOTO', '近期一寸免冠照片', { status: 'deferrable', original: false, ways: ['captured', 'paper_taken', 'deferred'] }),
  line('MAT-PROOF', '未在外地重复领取的证明', { status: 'promisePossible', original: false, ways: ['captured', 'paper_taken', 'promised'] }),
]
const AGENT_LINES: readonly RequirementLine[] = [
  line('MAT-MANDATE', '授权委托书', { because: '家人代办', original: false, ways: ['captured', 'paper_taken'] }),
  line('MAT-AGENT-ID', '代办人居民身份证', { because: '家人代办' }),
]

const QUESTIONS = [
  { id: 'age', text: '老人满80岁了吗？', why: '80岁起发', choices: [{ id: 'yes', label: '满80了' }, { id: 'no', label: '还没到80' }] },
  { id: 'hukou', text: '户口在滕州吗？', why: '要本市户籍', choices: [{ id: 'yes', label: '在' }, { id: 'no', label: '不在' }] },
  { id: 'who', text: '今天谁来办？', why: '代办要登记代办人', choices: [{ id: 'self', label: '本人来' }, { id: 'agent', label: '家人代办' }] },
]

/** What a chain that is out of force leaves of the draft. */
const PARTS: readonly DraftPart[] = [
  { code: 'A1', name: '居民死亡医学证明（推断）书签发', department: '滕州市卫生健康局', here: true },
  { code: 'A2', name: '遗体火化', department: '滕州市民政局', here: false },
  { code: 'A3', name: '注销户口登记', department: '滕州市公安局', here: true },
]

export interface FakeOptions {
  /** The chain it is of is out of force. */
  chainGone?: boolean
  /** Lines of the short list only, all of them originals to be seen. */
  simple?: boolean
  /** The archive fills what the card does not. */
  returning?: boolean
}

export function emptyContent(): DraftContent {
  return { step: 1, applicant: null, agent: null, credit: '', answers: {}, form: {}, materials: [], confirmed: false, signed: [], unsigned: [], moved: null, chain: null, slip: null, greenLane: null, characters: [] }
}

function proposalFor(view: FieldView, content: DraftContent, returning: boolean): string | null {
  const person = content.applicant
  if (!person || content.form[view.key]) return null
  const fromCard: Record<string, string> = {
    applicant_name: person.name, applicant_id_no: person.idNumber, applicant_gender: person.sex === 'female' ? '女' : '男',
    applicant_birth_date: person.birth, applicant_hukou_address: person.address, applicant_phone: person.phone,
  }
  return fromCard[view.key] || (returning ? (ARCHIVE[view.key] ?? null) : null)
}

function linesFor(content: DraftContent, simple: boolean): RequirementLine[] {
  const all = simple ? LINES.slice(0, 3) : [...LINES]
  return content.answers.who === 'agent' ? [...all, ...AGENT_LINES] : all
}

function toSign(content: DraftContent, lines: readonly RequirementLine[]): SignView[] {
  const settled = (way: string) => lines.filter((entry) => content.materials.some((choice) => choice.material === entry.material && choice.how === way))
  const promises = settled('promised').map(({ material, name }) => ({ document: `promise.${material}`, title: `告知承诺书（${name}）`, outdated: false, skippable: false }))
  const deferral = settled('deferred').length > 0 ? [{ document: 'deferral', title: '申请容缺受理承诺书', outdated: false, skippable: false }] : []
  return [{ document: 'application_form', title: '申请表', outdated: false, skippable: true }, ...promises, ...deferral]
}

function problemsOf(content: DraftContent, fields: readonly FieldView[], lines: readonly RequirementLine[]): FieldProblem[] {
  const problem = (name: string, rule: string, label: string | null = null): FieldProblem => ({ field: name, rule, label, params: {} })
  const people = content.applicant && content.applicant.name === '' ? [problem('applicant.name', 'name_required')] : []
  const gaps = fields.filter((entry) => entry.required && !content.form[entry.key]).map((entry) => problem(`form.${entry.key}`, 'required', entry.label))
  const questions = QUESTIONS.filter(({ id }) => content.answers[id] === undefined).map(({ id, text }) => problem(`answers.${id}`, 'question_open', text))
  const open = lines.filter((entry) => entry.status !== 'waived' && !content.materials.some((choice) => choice.material === entry.material && choice.how)).map((entry) => problem(`materials.${entry.material}`, 'material_missing', entry.name))
  const unsigned = toSign(content, lines).filter(({ document }) => !content.signed.some((paper) => paper.document === document)).map(({ document, title }) => problem(`signed.${document}`, 'unsigned', title))
  return [...people, ...gaps, ...questions, ...open, ...unsigned]
}

/** What Rust would answer for this content. */
export function viewOf(id: string, content: DraftContent, savedAt: string, options: FakeOptions = {}): DraftView {
  const fields = FIELDS.map((entry) => ({ ...entry, proposal: proposalFor(entry, content, options.returning ?? false) }))
  const lines = linesFor(content, options.simple ?? false)
  const tooYoung = content.answers.age === 'no'
  return {
    id, code: '11370481MB9X11814D4370511004000', matter: '高龄津贴申领', department: '滕州市民政局', promised: '10 工作日',
    content: JSON.parse(JSON.stringify(content)) as DraftContent, fields,
    requirements: {
      questions: QUESTIONS.map((question) => ({ ...question, answer: content.answers[question.id] ?? null, asked: true })),
      lines, notNeeded: ['居住证明', '身份证复印件'],
      ended: tooYoung ? { question: 'age', reason: '高龄津贴从80周岁开始发，老人还差些日子', instead: '满60的先办“老年人优待证办理”，满80前后再来' } : null,
    },
    problems: problemsOf(content, fields, lines),
    chain: null, toSign: toSign(content, lines), knownApplicant: null, knownAgent: null, unprintable: [], mandates: [],
    due: '2026-12-04', dueProvisional: false, supplyUntil: '2026-12-04', supplyDefault: '2026-11-27', falsePromise: null, savedAt, fee: '不收费', forwardable: false, withdrawn: options.chainGone ?? false, parts: options.chainGone ? [...PARTS] : [], number: null,
  }
}
