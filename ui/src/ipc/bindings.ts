// Generated from the Rust interface by `cargo xtask bindings`. Do not edit.

/**
 * Accepts the matters of a chain but for those set apart, in one call.
 */
export type AcceptApart = { 
/**
 * The draft.
 */
draft: string, 
/**
 * The matters that are not accepted.
 */
apart: Array<SetApart>, };

/**
 * Decides about a draft in one call (F9: receive and accept in one transaction).
 */
export type AcceptCase = { 
/**
 * The draft; the face sends no second copy of its content.
 */
draft: string, };

/**
 * Accepts a case that was received before.
 */
export type AcceptReceived = { 
/**
 * Its number.
 */
number: string, 
/**
 * The papers signed since; those signed when it was received need no other signature.
 */
signed: Array<SignedPaper>, 
/**
 * The papers left unsigned; those left unsigned when it was received need no other reason.
 */
unsigned: Array<UnsignedPaper>, };

/**
 * Adds what people here call a matter.
 */
export type AddAlias = { 
/**
 * The matter.
 */
code: string, 
/**
 * Their words, 2 to 20 characters; no personal numbers.
 */
text: string, };

/**
 * Adds a booking.
 */
export type AddBooking = { 
/**
 * The day: today or one of the next thirty.
 */
day: string, 
/**
 * `HH:MM`, one of the half day's `times`.
 */
at: string, 
/**
 * Who comes.
 */
name: string, 
/**
 * How to reach them.
 */
phone: string, 
/**
 * Letter of the line.
 */
business: string, 
/**
 * What for; may be empty.
 */
about: string, };

/**
 * Describes an uploaded picture of one character.
 */
export type AddCharacter = { 
/**
 * The draft it belongs to.
 */
draft: string, 
/**
 * The character.
 */
character: string, };

/**
 * Describes an uploaded file: a page of a draft, or the photograph of a paper signed for a
 * received case. Exactly one of `draft` and `number` is set.
 */
export type AddFile = { 
/**
 * The draft it belongs to.
 */
draft: string | null, 
/**
 * Or the case's number.
 */
number: string | null, 
/**
 * Name as given.
 */
name: string, 
/**
 * `image/jpeg`, `image/png`, `application/pdf`.
 */
mediaType: string, };

/**
 * Adds an operator (管理员).
 */
export type AddOperator = { 
/**
 * Name as printed.
 */
name: string, 
/**
 * `clerk`, `helper`, `supervisor`, `admin`.
 */
role: string, 
/**
 * At least eight characters.
 */
password: string, };

/**
 * Who acts for the applicant.
 */
export type AgentInput = { 
/**
 * The person.
 */
person: PersonInput, 
/**
 * `child`, `relative`, `helper`, `guardian`, `other`.
 */
kind: string, 
/**
 * Relation in words, such as 长子.
 */
relation: string, 
/**
 * The mandate they act under, one of the draft's `mandates`; none without one.
 */
mandate: string | null, };

/**
 * The words of one matter.
 */
export type AliasList = { 
/**
 * The matter.
 */
code: string, 
/**
 * The catalogue's first, then this point's, oldest first.
 */
rows: Array<AliasRow>, 
/**
 * How many more this point may add.
 */
room: number, 
/**
 * Whoever is signed in may add words.
 */
mayAdd: boolean, };

/**
 * Words people use for a matter (俗称).
 */
export type AliasRow = { 
/**
 * The words.
 */
text: string, 
/**
 * Added at this point; otherwise the catalogue's.
 */
own: boolean, 
/**
 * Who added them; empty for the catalogue's.
 */
by: string, 
/**
 * Day they were added, `YYYY-MM-DD`.
 */
addedOn: string | null, 
/**
 * Whoever is signed in may take them back.
 */
removable: boolean, };

/**
 * 更正: what had been written down wrongly is put right; what was written stays.
 */
export type AmendCase = { 
/**
 * The case.
 */
number: string, 
/**
 * What.
 */
changes: Array<AmendedField>, 
/**
 * Why, 2 to 200 characters.
 */
reason: string, };

/**
 * A value that can be put right (更正).
 */
export type AmendableField = { 
/**
 * `applicant.name`, `applicant.phone`, `applicant.address` or `form.KEY`.
 */
field: string, 
/**
 * Its label, from the catalogue; empty for the applicant's.
 */
label: string, 
/**
 * What stands there; masked where secret.
 */
value: string, 
/**
 * The field of the form; none for the applicant's.
 */
form: FieldView | null, };

/**
 * One thing put right.
 */
export type AmendedField = { 
/**
 * `applicant.name`, `applicant.phone`, `applicant.address` or `form.KEY`.
 */
field: string, 
/**
 * As it is.
 */
is: string, };

/**
 * The answer to something asked of the platform.
 */
export type AnswerView = { 
/**
 * `withdraw`, `terminate`, `void`, `urge`.
 */
what: string, 
/**
 * Whether it was granted.
 */
granted: boolean, 
/**
 * In words.
 */
words: string, 
/**
 * The day, `YYYY-MM-DD`.
 */
on: string, 
/**
 * Which office.
 */
office: string, };

/**
 * A failed command.
 */
export type ApiError = { 
/**
 * Which.
 */
code: ErrorCode, 
/**
 * Parameters of the words.
 */
params: { [key in string]: string }, 
/**
 * Fields to change, when the code is `CASE-001`, `CASE-007`, `INPUT-001` or `QUEUE-004`.
 */
problems: Array<FieldProblem>, };

/**
 * Everything the chrome needs, in one call.
 */
export type AppStatus = { 
/**
 * Where the program stands.
 */
phase: Phase, 
/**
 * This counter, once enrolled.
 */
terminal: TerminalInfo | null, 
/**
 * The catalogue, once installed.
 */
catalogue: CatalogueInfo | null, 
/**
 * Who is working.
 */
operator: OperatorInfo | null, 
/**
 * Sync facts for the light.
 */
sync: SyncStatus, 
/**
 * Devices this point owns.
 */
devices: Array<DeviceState>, 
/**
 * The deadline clock: RFC 3339 with +08:00.
 */
now: string, 
/**
 * Last time the store verified, RFC 3339 with +08:00.
 */
dataOkAt: string | null, 
/**
 * Drafts brought back after the last run did not end properly.
 */
recovered: Array<DraftSummary>, 
/**
 * Program version.
 */
version: string, };

/**
 * A package that lies in its folder.
 */
export type ArchivePackage = { 
/**
 * The file.
 */
place: string, 
/**
 * It lay there before, byte for byte, and was left as it was.
 */
already: boolean, 
/**
 * Parts in it.
 */
parts: number, 
/**
 * Papers in it that were made anew and are not, byte for byte, the rendering named when the
 * file was closed; the metadata says which.
 */
madeAnew: number, };

/**
 * What the form of an earlier case says for a field.
 */
export type ArchivedValue = { 
/**
 * The value.
 */
value: string, 
/**
 * The day of that case, `YYYY-MM-DD`.
 */
on: string, 
/**
 * That case's number.
 */
number: string, };

/**
 * One notice of everything that is missing; from a draft (which is received first) or on a
 * received case. Exactly one of `draft` and `number` is set.
 */
export type AskCorrection = { 
/**
 * The draft.
 */
draft: string | null, 
/**
 * Or the case's number.
 */
number: string | null, 
/**
 * All of it.
 */
items: Array<CorrectionLine>, };

/**
 * Asks for corrections another time; a supervisor agrees.
 */
export type AskCorrectionAgain = { 
/**
 * The case.
 */
number: string, 
/**
 * All of it: the new notice takes the place of the first.
 */
items: Array<CorrectionLine>, 
/**
 * Why, and who agrees.
 */
leave: SecondNoticeLeave, };

/**
 * Puts a paper on the residents' screen. Exactly one of `draft` and `number` is set.
 */
export type AskSignature = { 
/**
 * The draft.
 */
draft: string | null, 
/**
 * Or the number of a received case.
 */
number: string | null, 
/**
 * Document name, as in `toSign`.
 */
document: string, };

/**
 * A bad rating, to whoever has to get in touch.
 */
export type BadRating = { 
/**
 * Number of the case.
 */
number: string, 
/**
 * Short number.
 */
short: string, 
/**
 * Applicant's name.
 */
applicant: string, 
/**
 * Matter's name.
 */
matter: string, 
/**
 * `acceptance` or `completion`.
 */
stage: string, 
/**
 * `dissatisfied` or `very_dissatisfied`.
 */
level: string, 
/**
 * Why.
 */
reasons: Array<string>, 
/**
 * In their words; may be empty.
 */
words: string, 
/**
 * Day it was given.
 */
on: string, 
/**
 * The day somebody has to have been in touch.
 */
due: DueView, 
/**
 * Day somebody got in touch; none while nobody has.
 */
calledOn: string | null, 
/**
 * 追评, beside the first, which stands.
 */
again: LaterRating | null, 
/**
 * The last day for one; none when it was given or the days are over.
 */
againUntil: string | null, };

/**
 * A basis.
 */
export type BasisView = { 
/**
 * Title.
 */
title: string, 
/**
 * Document number; may be empty.
 */
documentNo: string, 
/**
 * Clause.
 */
clause: string, };

/**
 * Seven days of the booking book.
 */
export type BookingBook = { 
/**
 * The days.
 */
days: Array<BookingDay>, };

/**
 * A day of the booking book.
 */
export type BookingDay = { 
/**
 * The day.
 */
date: string, 
/**
 * Its halves.
 */
halves: Array<HalfDay>, 
/**
 * Its bookings by time.
 */
rows: Array<BookingRow>, };

/**
 * Names a booking.
 */
export type BookingRef = { 
/**
 * Id.
 */
id: string, };

/**
 * One booking.
 */
export type BookingRow = { 
/**
 * Id.
 */
id: string, 
/**
 * `HH:MM`.
 */
at: string, 
/**
 * Who comes.
 */
name: string, 
/**
 * How to reach them, masked.
 */
phoneMasked: string, 
/**
 * Letter of the line.
 */
business: string, 
/**
 * What for, in the clerk's words; may be empty.
 */
about: string, 
/**
 * `booked`, `arrived`, `cancelled`, `missed`.
 */
state: string, };

/**
 * 户口簿 and a certificate in place of an identity card; the number was read by no machine
 * (未经机读核验).
 */
export type BookletInfo = { 
/**
 * Who certifies.
 */
issuer: string, 
/**
 * The certificate's number; may be empty.
 */
certificate: string, 
/**
 * Its day, `YYYY-MM-DD`.
 */
certifiedOn: string, 
/**
 * Photographs of it.
 */
files: Array<FileInfo>, };

/**
 * The same as it is typed.
 */
export type BookletInput = { 
/**
 * The personal number in the 户口簿 (GB 11643).
 */
idNumber: string, 
/**
 * Who certifies: a village or residents' committee.
 */
issuer: string, 
/**
 * The certificate's number; may be empty.
 */
certificate: string, 
/**
 * Its day, `YYYY-MM-DD`.
 */
certifiedOn: string, 
/**
 * Photographs of it; at least one once the mandate is signed.
 */
files: Array<FileInfo>, };

/**
 * One line of the queue.
 */
export type BusinessLine = { 
/**
 * Its letter, `A` to `Z`.
 */
letter: string, 
/**
 * Its name, 1 to 10 characters.
 */
name: string, };

/**
 * Calls a ticket that is not the next one.
 */
export type CallTicket = { 
/**
 * Id.
 */
id: string, 
/**
 * Why, 2 to 100 characters; kept.
 */
reason: string, };

/**
 * A call about a case.
 */
export type CallView = { 
/**
 * `correction`, `deferred`, `pickup`, `rating`, `other`.
 */
purpose: string, 
/**
 * `reached`, `message`, `no_answer`, `wrong_number`.
 */
outcome: string, 
/**
 * What was said; may be empty.
 */
words: string, 
/**
 * The day, `YYYY-MM-DD`.
 */
on: string, 
/**
 * Who called.
 */
clerk: string, };

/**
 * What a card said.
 */
export type CardRead = { 
/**
 * The person.
 */
person: PersonInput, 
/**
 * Last day of validity, `YYYY-MM-DD`; none for 长期.
 */
validTo: string | null, 
/**
 * Past its validity (D3).
 */
expired: boolean, 
/**
 * The document its holder came with before, where the card names it: the travel permit of a
 * residence permit.
 */
linked: FindPerson | null, 
/**
 * Characters the screen fonts may lack.
 */
rare: Array<string>, };

/**
 * The whole a case is part of.
 */
export type CaseChain = { 
/**
 * The chain's name.
 */
name: string, 
/**
 * The whole number (总号).
 */
whole: string, 
/**
 * Its short form, `1123-0012`.
 */
short: string, 
/**
 * This case's own place.
 */
place: number, 
/**
 * All its cases, by place.
 */
cases: Array<SisterCase>, };

/**
 * All of it.
 */
export type CaseDepartment = { 
/**
 * Special procedures, oldest first.
 */
pauses: Array<PauseView>, 
/**
 * The extension, when there was one.
 */
extension: ExtensionView | null, 
/**
 * What the examination asked for last.
 */
examination: ExaminationView | null, 
/**
 * Answers, oldest first.
 */
answers: Array<AnswerView>, 
/**
 * The decision, once there is one.
 */
decision: DecisionView | null, };

/**
 * What the confirmation page shows after F9 and its sisters.
 */
export type CaseDone = { 
/**
 * Number.
 */
number: string, 
/**
 * Short number.
 */
short: string, 
/**
 * Case id.
 */
id: string, 
/**
 * State.
 */
state: string, 
/**
 * Promised day; none for 即时.
 */
due: string | null, 
/**
 * Past the published calendar.
 */
dueProvisional: boolean, 
/**
 * The next step's name; may be empty.
 */
nextStep: string, 
/**
 * Papers made ready.
 */
papers: Array<PaperInfo>, 
/**
 * Already accepted before: the number is the old one, nothing was doubled.
 */
already: boolean, 
/**
 * The whole it is part of, when several matters were taken in together.
 */
chain: CaseChain | null, };

/**
 * What came of ending a case.
 */
export type CaseEnded = { 
/**
 * The case, ended; none when the platform was asked and the case stands where it stood.
 */
done: CaseDone | null, };

/**
 * One thing that happened to a case.
 */
export type CaseEvent = { 
/**
 * Kind, such as `received`, `accepted`, `printed`, `progress`, `verdict_given`.
 */
kind: string, 
/**
 * When, RFC 3339 with +08:00.
 */
at: string, 
/**
 * Who; empty for the system.
 */
actor: string, 
/**
 * Which machine, `LY03`, or the platform.
 */
place: string, 
/**
 * Parameters of the words.
 */
params: { [key in string]: string }, 
/**
 * Receipted by the platform.
 */
reported: boolean, };

/**
 * A file of a case.
 */
export type CaseFile = { 
/**
 * SHA-256.
 */
sha256: string, 
/**
 * Bytes.
 */
size: number, 
/**
 * Media type.
 */
mediaType: string, 
/**
 * Name.
 */
name: string, 
/**
 * Receipted by the platform.
 */
reported: boolean, };

/**
 * What can be done with a case at its point, and what it waits for.
 */
export type CaseLife = { 
/**
 * What it owes, in the list's order.
 */
owed: Array<OwedLine>, 
/**
 * Questions about the situation nobody has answered, in the order they are asked.
 */
owedQuestions: Array<QuestionView>, 
/**
 * Fields of the form it owes.
 */
owedForm: Array<OwedField>, 
/**
 * Names of signed papers a notice asks for anew.
 */
owedPapers: Array<string>, 
/**
 * The nearest day something is due, `YYYY-MM-DD`.
 */
supplyBy: string | null, 
/**
 * The latest day it may be moved to, while it may be moved.
 */
extendUntil: string | null, 
/**
 * The promised day, were it accepted now; none while something is missing, and for 即时.
 */
dueIfAccepted: string | null, 
/**
 * Everything is in, so it can be accepted today.
 */
complete: boolean, 
/**
 * The newest calls, newest first.
 */
calls: Array<CallView>, 
/**
 * Calls altogether.
 */
called: number, 
/**
 * What was asked of the platform and is not answered.
 */
requests: Array<OpenRequestView>, 
/**
 * With its department as far as this terminal knows: withdrawing, ending and voiding are asked
 * for.
 */
dispatched: boolean, 
/**
 * What can be given back.
 */
returnable: Array<ReturnableMaterial>, 
/**
 * What can be put right.
 */
amendable: Array<AmendableField>, 
/**
 * Promises nobody has checked yet.
 */
promises: Array<PromiseView>, 
/**
 * Pages of the written withdrawal (撤回申请书).
 */
withdrawal: Array<FileInfo>, };

/**
 * A page of cases.
 */
export type CaseList = { 
/**
 * All that match.
 */
total: number, 
/**
 * The rows asked for.
 */
rows: Array<CaseRow>, };

/**
 * A material as settled, or a paper signed for the case.
 */
export type CaseMaterial = { 
/**
 * Catalogue id, or the document name of a signed paper.
 */
material: string, 
/**
 * Name.
 */
name: string, 
/**
 * How it was settled; none while owed. A signed paper: `photographed`, `on_paper`,
 * `read_aloud`.
 */
how: string | null, 
/**
 * The resident agreed that pages of an earlier case are used again.
 */
consented: boolean, 
/**
 * Number of the certificate that stands in its place, all but its end masked.
 */
certificate: string | null, 
/**
 * Trust level of its pages (国办函〔2016〕108号): `b`, compared with the original at the window.
 */
level: string | null, 
/**
 * What the clerk looks at (审查要点); empty when the catalogue names none.
 */
criteria: Array<string>, 
/**
 * Rule or origin.
 */
because: string | null, 
/**
 * Pages.
 */
pages: number, 
/**
 * Files with whether the platform has them.
 */
files: Array<CaseFile>, 
/**
 * Day a deferred one is due.
 */
supplyBy: string | null, };

/**
 * Names a case.
 */
export type CaseRef = { 
/**
 * Its number.
 */
number: string, };

/**
 * A result document of a case.
 */
export type CaseResult = { 
/**
 * Id; names it in a handing over.
 */
id: string, 
/**
 * Its name, such as 老年人优待证.
 */
name: string, 
/**
 * `certificate`, `approval`, `payment`, `registration`, `none`.
 */
what: string, 
/**
 * Its number, when it has one.
 */
documentNo: string | null, 
/**
 * The last day it is valid, `YYYY-MM-DD`.
 */
validUntil: string | null, 
/**
 * `office`, `counter`, `posted`, `delivered`.
 */
place: string, 
/**
 * The shelf; may be empty.
 */
kept: string, 
/**
 * The day it came to where it is, `YYYY-MM-DD`.
 */
on: string | null, 
/**
 * How it was delivered: `window`, `post`, `electronic`, `helper`, `left`.
 */
way: string | null, 
/**
 * The parcel it went in.
 */
parcel: string | null, 
/**
 * Who carries that.
 */
carrier: string | null, 
/**
 * The carrier's number.
 */
tracking: string | null, };

/**
 * A case in a list; identity masked.
 */
export type CaseRow = { 
/**
 * Number, `LY03-20261123-0012-6`.
 */
number: string, 
/**
 * Short number, `1123-0012`.
 */
short: string, 
/**
 * Applicant's name.
 */
applicant: string, 
/**
 * Masked identity number.
 */
idMasked: string, 
/**
 * Matter's name.
 */
matter: string, 
/**
 * Its code.
 */
code: string, 
/**
 * State, such as `accepted`.
 */
state: string, 
/**
 * The step at the department, when there is one.
 */
step: string | null, 
/**
 * The office that has it.
 */
office: string, 
/**
 * The date that counts now.
 */
due: DueView, 
/**
 * With the platform.
 */
sync: SyncMark, 
/**
 * Clerk's name.
 */
clerk: string, 
/**
 * Received on, `YYYY-MM-DD`.
 */
receivedOn: string, 
/**
 * The day it was entered, of a case taken on a numbered slip (补录).
 */
slipEnteredOn: string | null, 
/**
 * It was taken in outside the point's ordinary hours (延时).
 */
outOfHours: boolean, 
/**
 * Why it goes by the green lane: `elder`, `disabled`, `pregnant`, `soldier`, `key_project`,
 * `other`.
 */
greenLane: string | null, };

/**
 * The slip a case was taken on before it was entered.
 */
export type CaseSlip = { 
/**
 * The day it was entered, `YYYY-MM-DD`.
 */
enteredOn: string, 
/**
 * Why it was taken on paper: `no_power`, `machine_down`, `off_site`, `other`.
 */
why: string, 
/**
 * In words.
 */
words: string, 
/**
 * The supervisor who agreed, when it lay far back.
 */
leaveBy: string | null, 
/**
 * Photographs of the slip.
 */
files: Array<FileInfo>, };

/**
 * One case, whole.
 */
export type CaseView = { 
/**
 * The row.
 */
row: CaseRow, 
/**
 * Case id.
 */
id: string, 
/**
 * Number at the platform.
 */
platformNumber: string | null, 
/**
 * Days somebody came to a window for it (到场次数), to be told or to hand in, oldest first.
 */
visits: Array<string>, 
/**
 * Visits its matter promises at most; none when its text is not kept any more.
 */
trips: number | null, 
/**
 * What its visits saved, and what came in with it.
 */
visit: CaseVisits, 
/**
 * The slip it was taken on, when it was entered later.
 */
slip: CaseSlip | null, 
/**
 * The words beside another reason for the green lane; empty otherwise.
 */
greenWords: string, 
/**
 * What it costs; 不收费 when nothing, empty when its matter's text is not kept any more.
 */
fee: string, 
/**
 * Matter's code.
 */
code: string, 
/**
 * Masked phone.
 */
phoneMasked: string, 
/**
 * Agent's name and relation.
 */
agent: string | null, 
/**
 * Accepted on.
 */
acceptedOn: string | null, 
/**
 * Promised day.
 */
promisedOn: string | null, 
/**
 * Statutory day.
 */
statutoryOn: string | null, 
/**
 * Day of the last word from the platform, RFC 3339 with +08:00.
 */
progressAsOf: string | null, 
/**
 * What happened, oldest first.
 */
events: Array<CaseEvent>, 
/**
 * The form.
 */
form: Array<FilledField>, 
/**
 * The materials, then the signed papers.
 */
materials: Array<CaseMaterial>, 
/**
 * Result documents and where each is; empty before a decision.
 */
results: Array<CaseResult>, 
/**
 * The mandate its agent acts under.
 */
mandate: MandateView | null, 
/**
 * Papers made.
 */
papers: Array<PaperInfo>, 
/**
 * Papers the resident signs; once it is decided about, those that were signed or left unsigned.
 */
toSign: Array<SignView>, 
/**
 * The signatures it has.
 */
signed: Array<SignedPaper>, 
/**
 * The papers that were left unsigned and nobody has signed since, each with why.
 */
unsigned: Array<UnsignedPaper>, 
/**
 * Verbs that are lawful now, by the names of their commands.
 */
verbs: Array<string>, 
/**
 * What can be done with it at its point, and what it waits for.
 */
life: CaseLife, 
/**
 * What its department has said, besides its steps.
 */
department: CaseDepartment, 
/**
 * The whole it is part of, when several matters were taken in together.
 */
chain: CaseChain | null, 
/**
 * SHA-256 of the matter's bytes it was taken under.
 */
matterSha256: string, };

/**
 * What a case says of its visits.
 */
export type CaseVisits = { 
/**
 * Materials not asked for, by a rule.
 */
waived: number, 
/**
 * Materials used from the archive.
 */
reused: number, 
/**
 * Cases received in the same visit, this one among them; 0 when nothing tells.
 */
together: number, };

/**
 * The catalogue in force.
 */
export type CatalogueInfo = { 
/**
 * Pack version.
 */
version: number, 
/**
 * Day of publication, `YYYY-MM-DD`.
 */
publishedOn: string, 
/**
 * Who answers for it.
 */
publisher: string, 
/**
 * Matters in it.
 */
matters: number, 
/**
 * 样例目录.
 */
sample: boolean, 
/**
 * Last day the holiday table covers, `YYYY-MM-DD`.
 */
calendarUntil: string, };

/**
 * The chains in force.
 */
export type ChainList = { 
/**
 * By code.
 */
chains: Array<ChainSummary>, };

/**
 * A material and the matters it serves.
 */
export type ChainMaterialUse = { 
/**
 * Catalogue id.
 */
material: string, 
/**
 * Name.
 */
name: string, 
/**
 * Places of the matters that need it.
 */
usedBy: Array<number>, };

/**
 * A matter of a chain, as an application asks for it.
 */
export type ChainMatter = { 
/**
 * Its place in the chain, from 1.
 */
order: number, 
/**
 * Code.
 */
code: string, 
/**
 * Name.
 */
name: string, 
/**
 * The department that handles it.
 */
department: string, 
/**
 * The person may leave it out.
 */
optional: boolean, 
/**
 * It is part of the application.
 */
chosen: boolean, 
/**
 * It is out of force: nobody can ask for it, and the others go on.
 */
gone: boolean, 
/**
 * Why it cannot be handled with these answers; the others go on.
 */
ended: EndingView | null, 
/**
 * Places of the chosen matters that need it: while there is one, it stays.
 */
neededBy: Array<number>, 
/**
 * Places of the matters whose result it waits for.
 */
waitsFor: Array<number>, 
/**
 * Promised limit in words.
 */
promised: string, 
/**
 * The promised day if accepted now, `YYYY-MM-DD`; none for 即时.
 */
due: string | null, 
/**
 * Past the published calendar.
 */
dueProvisional: boolean, };

/**
 * A department and what goes to it.
 */
export type ChainOffice = { 
/**
 * The department.
 */
office: string, 
/**
 * How many of the matters.
 */
matters: number, };

/**
 * A chain in the list.
 */
export type ChainSummary = { 
/**
 * Code.
 */
code: string, 
/**
 * Name.
 */
name: string, 
/**
 * How many matters it has.
 */
matters: number, 
/**
 * How many departments handle them.
 */
offices: number, };

/**
 * A chain with what is ticked.
 */
export type ChainView = { 
/**
 * Code.
 */
code: string, 
/**
 * Name.
 */
name: string, 
/**
 * What is told once.
 */
onceNotice: string, 
/**
 * Its matters.
 */
matters: Array<ChainMatter>, 
/**
 * Fields of the one form.
 */
fields: number, 
/**
 * Fields the matters would ask one by one.
 */
fieldsApart: number, 
/**
 * Materials of the one set.
 */
materials: number, 
/**
 * Materials the matters would ask for one by one.
 */
materialsApart: number, 
/**
 * Visits.
 */
trips: number, 
/**
 * Visits the matters would take one by one.
 */
tripsApart: number, 
/**
 * Which material serves which matters.
 */
table: Array<ChainMaterialUse>, 
/**
 * Where the matters go.
 */
offices: Array<ChainOffice>, 
/**
 * The promised limit of the whole, in words.
 */
promised: string, };

/**
 * Changes the own password.
 */
export type ChangePassword = { 
/**
 * The old one.
 */
old: string, 
/**
 * The new one, at least eight characters.
 */
new: string, };

/**
 * The one event.
 */
export type Changed = { 
/**
 * What.
 */
kind: ChangedKind, 
/**
 * Which one, when it is about one.
 */
id: string | null, };

/**
 * What may have changed; pages run their queries again.
 */
export type ChangedKind = "status" | "sync" | "case" | "draft" | "matter" | "paper" | "enquiry" | "slip" | "resident" | "queue";

/**
 * A picture of one character, cut from the identity document.
 */
export type CharacterInput = { 
/**
 * The character.
 */
character: string, 
/**
 * Its picture.
 */
file: FileInfo, };

/**
 * Asks whether the published list has something; what it does not have is written down as an
 * attempt. Exactly one of `draft` and `number` is set.
 */
export type CheckDemand = { 
/**
 * The draft.
 */
draft: string | null, 
/**
 * Or the case's number.
 */
number: string | null, 
/**
 * What a clerk would like to ask for, 2 to 60 characters; no personal numbers.
 */
text: string, };

/**
 * Writes down what came of checking a promise.
 */
export type CheckPromise = { 
/**
 * The case.
 */
number: string, 
/**
 * Catalogue id of the material that was promised.
 */
material: string, 
/**
 * `exempt`, `online`, `on_site`, `assisted`.
 */
method: string, 
/**
 * `holds`, `false`, `open`.
 */
outcome: string, 
/**
 * In words; needed when it is not so.
 */
words: string, };

/**
 * Asks whose document was read.
 */
export type CheckTaker = { 
/**
 * The cases that are to be handed over.
 */
numbers: Array<string>, 
/**
 * The document.
 */
taker: FindPerson, };

/**
 * One answer of a question.
 */
export type ChoiceView = { 
/**
 * Id.
 */
id: string, 
/**
 * What the clerk reads out.
 */
label: string, };

/**
 * Somebody at this terminal an enquiry may be handed to.
 */
export type Colleague = { 
/**
 * Operator id.
 */
id: string, 
/**
 * Name.
 */
name: string, };

/**
 * Answers for the date this machine has.
 */
export type ConfirmDate = { 
/**
 * The day, `YYYY-MM-DD`, as it was shown to the person.
 */
date: string, };

/**
 * The post says that a parcel was delivered.
 */
export type ConfirmPost = { 
/**
 * The parcel.
 */
parcel: string, 
/**
 * The day, `YYYY-MM-DD`.
 */
deliveredOn: string, 
/**
 * Who signed for it, as the post says; may be empty.
 */
note: string, };

/**
 * The same matter as another body publishes it.
 */
export type CopyView = { 
/**
 * Its code.
 */
code: string, 
/**
 * The body answerable for it.
 */
body: string, 
/**
 * Levels that take it in.
 */
levels: Array<string>, 
/**
 * What differs; `here` is the guide that is shown.
 */
differences: Array<DifferenceView>, };

/**
 * Says which day it was while the clock was suspect; a supervisor answers for it.
 */
export type CorrectDate = { 
/**
 * The day the clock gave, `YYYY-MM-DD`.
 */
was: string, 
/**
 * The day it was; the same when the clock was right.
 */
is: string, 
/**
 * How that is known, at least 4 characters.
 */
reason: string, 
/**
 * The supervisor's id; empty when they are signed in.
 */
supervisor: string, 
/**
 * Their password; empty then.
 */
password: string, };

/**
 * C10 补正.
 */
export type CorrectionDesk = { 
/**
 * Due today.
 */
today: number, 
/**
 * Due within three days, today left out.
 */
soon: number, 
/**
 * Past their day.
 */
overdue: number, 
/**
 * The cases, nearest day first.
 */
owing: Array<OwingCase>, 
/**
 * Promises to be checked, oldest first.
 */
promises: Array<PromiseToCheck>, 
/**
 * Papers left unsigned, oldest first.
 */
unsigned: Array<PaperToSignLater>, };

/**
 * One thing that is missing or wrong.
 */
export type CorrectionLine = { 
/**
 * Catalogue id of the material, `form.KEY`, or the document name of a signed paper.
 */
material: string, 
/**
 * What is wrong.
 */
problem: string, 
/**
 * How to put it right.
 */
how: string, };

/**
 * Makes the first administrator.
 */
export type CreateAdministrator = { 
/**
 * Name as printed.
 */
name: string, 
/**
 * At least eight characters.
 */
password: string, };

/**
 * The hours of a day of the week; none is closed.
 */
export type DayHours = { 
/**
 * `HH:MM–HH:MM`, at most three, in order, not touching.
 */
spans: Array<string>, };

/**
 * A day at this terminal.
 */
export type DayView = { 
/**
 * 人次: people who came, each once.
 */
visits: number, 
/**
 * Materials not asked for, by a rule.
 */
waived: number, 
/**
 * Materials used from the archive.
 */
reused: number, };

/**
 * The decision.
 */
export type DecisionView = { 
/**
 * Whether in favour.
 */
granted: boolean, 
/**
 * The reasons; may be empty when in favour.
 */
reason: string, 
/**
 * The day, `YYYY-MM-DD`.
 */
on: string, 
/**
 * Which office.
 */
office: string, };

/**
 * Hands results over, of one person, in one go; or makes the slip to sign for it.
 */
export type DeliverResults = { 
/**
 * What goes.
 */
going: Array<GoingResults>, 
/**
 * `window`, `helper`, `electronic`, `left`.
 */
way: string, 
/**
 * `applicant` or `agent`.
 */
recipient: string, 
/**
 * Whoever takes it, as read or typed; none when nobody was met.
 */
taker: PersonInput | null, 
/**
 * Where; empty for the counter.
 */
place: string, 
/**
 * `on_screen`, `on_paper`, `fingerprint`, `by_witness`, `by_carrier`.
 */
acknowledged: string, 
/**
 * The signature or photographs.
 */
files: Array<FileInfo>, 
/**
 * Who saw the fingerprint or the leaving; empty for nobody.
 */
witness: string, 
/**
 * What else is to be said; may be empty.
 */
note: string, };

/**
 * What came of a handing over or of posting.
 */
export type DeliveryDone = { 
/**
 * The cases.
 */
numbers: Array<string>, 
/**
 * Cases of which nothing is left to hand over.
 */
complete: number, 
/**
 * Papers made.
 */
papers: Array<PaperInfo>, };

/**
 * Everything for one handing over.
 */
export type DeliveryView = { 
/**
 * The case asked for.
 */
case: WaitingCase, 
/**
 * Other results of the same person that wait here: handed over with it when wished.
 */
also: Array<WaitingCase>, 
/**
 * Where results are handed over: this counter.
 */
counter: string, 
/**
 * The applicant's address, for the post and for a helper's way; may be empty.
 */
address: string, 
/**
 * The applicant's mandates for collecting, newest first.
 */
mandates: Array<MandateView>, };

/**
 * Whether the list has something.
 */
export type DemandAnswer = { 
/**
 * Catalogue id of the material, or `form.KEY`; none when the list has no such thing, which is
 * written down then.
 */
material: string | null, 
/**
 * Its name on the list, or what was asked about.
 */
name: string, };

/**
 * The attempts of this month.
 */
export type DemandLog = { 
/**
 * How many.
 */
count: number, 
/**
 * The newest, newest first.
 */
rows: Array<DemandRow>, };

/**
 * An attempt to demand what the published list does not have (疑似超清单要求).
 */
export type DemandRow = { 
/**
 * When, RFC 3339 with +08:00.
 */
at: string, 
/**
 * Who tried.
 */
clerk: string, 
/**
 * The matter's name; its code when the catalogue no longer has it.
 */
matter: string, 
/**
 * What was demanded, as typed.
 */
demanded: string, 
/**
 * Number of the case it was about, once there was one.
 */
number: string | null, };

/**
 * A demo operator, shown once.
 */
export type DemoOperator = { 
/**
 * Name.
 */
name: string, 
/**
 * Role.
 */
role: string, 
/**
 * Password, for the demo only.
 */
password: string, };

/**
 * What the demo made.
 */
export type DemoStarted = { 
/**
 * The demo operators.
 */
operators: Array<DemoOperator>, };

/**
 * A device cell of the chrome.
 */
export type DeviceState = { 
/**
 * `card_reader`, `printer`.
 */
device: string, 
/**
 * `ready`, `absent`, `busy`, `no_paper`.
 */
state: string, };

/**
 * One difference between two copies of a matter.
 */
export type DifferenceView = { 
/**
 * In what: `material`, `material_form`, `condition`, `step`, `step_limit`,
 * `statutory_limit`, `promised_limit`, `fee`; words are the face's.
 */
aspect: string, 
/**
 * The material, step or condition it is about; empty when the aspect says it all.
 */
subject: string, 
/**
 * What this copy says; none when it says nothing.
 */
here: string | null, 
/**
 * What the other says.
 */
there: string | null, 
/**
 * This copy asks more of the resident.
 */
moreHere: boolean, };

/**
 * Two copies of one matter that differ.
 */
export type DifferingCopies = { 
/**
 * The copy nearer to the resident.
 */
code: string, 
/**
 * Its name.
 */
name: string, 
/**
 * The other copy.
 */
other: string, 
/**
 * The body answerable for the other.
 */
otherBody: string, 
/**
 * What differs; `here` is the nearer copy.
 */
differences: Array<DifferenceView>, };

/**
 * An output without content.
 */
export type Done = Record<symbol, never>;

/**
 * Something that came down.
 */
export type DownRow = { 
/**
 * `pack`, `progress`, `verdict`, `procedure_begun`, `procedure_ended`, `extended`,
 * `examination`, `granted`, `denied`, `answer`.
 */
kind: string, 
/**
 * When, RFC 3339 with +08:00.
 */
at: string, 
/**
 * The case, when it is about one.
 */
number: string | null, 
/**
 * Words of the platform, or the pack version.
 */
text: string, };

/**
 * The chain a draft is of (一链办理).
 */
export type DraftChain = { 
/**
 * The chain's code.
 */
code: string, 
/**
 * Its name when it was last in force; made by the store, sent back unchanged.
 */
name: string, 
/**
 * Codes of the matters that are ticked; those they need come along.
 */
chosen: Array<string>, 
/**
 * Codes of the matters it was written for, in their order; made by the store, sent back
 * unchanged.
 */
order: Array<string>, 
/**
 * Matter's code → the edition of it the draft was written under; made by the store, sent
 * back unchanged.
 */
editions: { [key in string]: string }, };

/**
 * One change.
 */
export type DraftChange = { 
/**
 * What.
 */
what: DraftChangeKind, 
/**
 * Label or name, as the catalogue says it.
 */
label: string, 
/**
 * What was there before, when something was.
 */
value: string | null, 
/**
 * Pages taken for a material that is not asked for any more.
 */
files: Array<FileInfo>, };

/**
 * What a new edition of the matter changed for a draft.
 */
export type DraftChangeKind = "fieldGone" | "valueUnfit" | "fieldNew" | "answerGone" | "questionNew" | "materialGone" | "materialNew" | "promiseChanged" | "matterGone" | "matterNew";

/**
 * What a draft holds.
 */
export type DraftContent = { 
/**
 * The step on screen, 1 to 6.
 */
step: number, 
/**
 * Who applies.
 */
applicant: PersonInput | null, 
/**
 * Who acts for them.
 */
agent: AgentInput | null, 
/**
 * What is known of bad credit (失信记录): `clear`, `barred`, or empty before anybody looked.
 */
credit: string, 
/**
 * Question id → choice id or `?`.
 */
answers: { [key in string]: string }, 
/**
 * Field key → value; booleans `true`/`false`, dates `YYYY-MM-DD`, money `1234.50`.
 */
form: { [key in string]: string }, 
/**
 * Settled lines.
 */
materials: Array<MaterialChoice>, 
/**
 * The resident has read or heard the summary (step 4).
 */
confirmed: boolean, 
/**
 * Papers signed (step 5). One whose content changed since has to be signed again.
 */
signed: Array<SignedPaper>, 
/**
 * Papers left unsigned (step 5). One whose content changed since is asked for again.
 */
unsigned: Array<UnsignedPaper>, 
/**
 * What new editions of the matter changed; none when there was none.
 */
moved: DraftMoved | null, 
/**
 * The slip it is entered from (补录).
 */
slip: SlipOnDraft | null, 
/**
 * Why it goes by the green lane; none when it does not.
 */
greenLane: GreenLaneInput | null, 
/**
 * Pictures of characters no face here draws, one each.
 */
characters: Array<CharacterInput>, 
/**
 * The chain it is of; none of a single matter.
 */
chain: DraftChain | null, };

/**
 * Drafts of the operator, newest first.
 */
export type DraftList = { 
/**
 * The drafts.
 */
drafts: Array<DraftSummary>, };

/**
 * What new editions of the matter did to this draft; made by the store, sent back unchanged
 * but for `seen`.
 */
export type DraftMoved = { 
/**
 * The clerk has read it. Nothing is decided before.
 */
seen: boolean, 
/**
 * The changes; what was set aside stays readable here.
 */
changes: Array<DraftChange>, };

/**
 * Makes a paper of a draft, to be signed.
 */
export type DraftPaper = { 
/**
 * The draft.
 */
draft: string, 
/**
 * Document name, as in `toSign`.
 */
document: string, 
/**
 * Why it is printed again while it says the same, as of a case's document.
 */
reason: string | null, };

/**
 * A matter of a draft whose chain is out of force.
 */
export type DraftPart = { 
/**
 * Code.
 */
code: string, 
/**
 * Name.
 */
name: string, 
/**
 * The department that handles it.
 */
department: string, 
/**
 * It is in force.
 */
here: boolean, };

/**
 * Names a draft.
 */
export type DraftRef = { 
/**
 * Id.
 */
id: string, };

/**
 * A draft in a list.
 */
export type DraftSummary = { 
/**
 * Id.
 */
id: string, 
/**
 * Matter's name.
 */
matter: string, 
/**
 * Matter's code.
 */
code: string, 
/**
 * Applicant's name, when known.
 */
applicant: string | null, 
/**
 * Step, 1 to 6.
 */
step: number, 
/**
 * Last saved, RFC 3339 with +08:00.
 */
savedAt: string, };

/**
 * Everything the wizard shows.
 */
export type DraftView = { 
/**
 * Id, made by the store when the draft was opened.
 */
id: string, 
/**
 * Matter's code.
 */
code: string, 
/**
 * Matter's name.
 */
matter: string, 
/**
 * Department that decides.
 */
department: string, 
/**
 * Promised limit in words.
 */
promised: string, 
/**
 * What has been entered.
 */
content: DraftContent, 
/**
 * The form's fields that are asked with these values.
 */
fields: Array<FieldView>, 
/**
 * What earlier cases say of the applicant; none for somebody new.
 */
knownApplicant: KnownPerson | null, 
/**
 * The same of whoever acts for them.
 */
knownAgent: KnownPerson | null, 
/**
 * Characters of the people's names and addresses and of the form that no face here draws, in
 * order of code point.
 */
unprintable: Array<string>, 
/**
 * Mandates of this applicant for whoever acts, newest first.
 */
mandates: Array<MandateView>, 
/**
 * Questions and the exact list for the answers.
 */
requirements: RequirementsView, 
/**
 * A promise of the applicant that was found not to be so here: they neither defer nor promise.
 */
falsePromise: FalsePromiseView | null, 
/**
 * What still has to be changed before F9, field by field.
 */
problems: Array<FieldProblem>, 
/**
 * Documents to sign.
 */
toSign: Array<SignView>, 
/**
 * The promised day if accepted now, `YYYY-MM-DD`; none for 即时.
 */
due: string | null, 
/**
 * The due day lies past the published calendar.
 */
dueProvisional: boolean, 
/**
 * Latest day a deferred material may be due.
 */
supplyUntil: string | null, 
/**
 * The day a deferred material is due unless changed.
 */
supplyDefault: string | null, 
/**
 * Last saved, RFC 3339 with +08:00.
 */
savedAt: string, 
/**
 * What it costs; 不收费 when nothing.
 */
fee: string, 
/**
 * It may be taken in here and sent on to another place's authority (异地代收).
 */
forwardable: boolean, 
/**
 * The matter is out of force: what was written stays readable, nothing can be decided.
 */
withdrawn: boolean, 
/**
 * The matters of a chain that is out of force: those that are in force can go on by
 * themselves. Empty otherwise.
 */
parts: Array<DraftPart>, 
/**
 * Number, once the draft became a case (F9 pressed twice).
 */
number: string | null, 
/**
 * The chain and its matters; none of a single matter.
 */
chain: ChainView | null, };

/**
 * A date and how near it is: shape and word, never colour alone.
 */
export type DueView = { 
/**
 * `calm`, `soon`, `over`, `paused`, `none`.
 */
light: string, 
/**
 * Working days left, or over.
 */
days: number, 
/**
 * The day, `YYYY-MM-DD`.
 */
date: string | null, 
/**
 * Past the published calendar (暂定).
 */
provisional: boolean, };

/**
 * What was told before.
 */
export type EarlierNotice = { 
/**
 * When, RFC 3339 with +08:00.
 */
at: string, 
/**
 * By whom.
 */
clerk: string, };

/**
 * An answer that ends the matter here.
 */
export type EndingView = { 
/**
 * The question.
 */
question: string, 
/**
 * Why it cannot be done.
 */
reason: string, 
/**
 * The next door.
 */
instead: string, };

/**
 * Enquiries: those in hand first, the oldest of them on top.
 */
export type EnquiryList = { 
/**
 * The enquiries.
 */
rows: Array<EnquiryRow>, 
/**
 * Whether everybody's may be asked for.
 */
everybody: boolean, 
/**
 * To whom one may be handed.
 */
colleagues: Array<Colleague>, };

/**
 * One enquiry.
 */
export type EnquiryRow = { 
/**
 * Id.
 */
id: string, 
/**
 * When it was asked, RFC 3339 with +08:00.
 */
at: string, 
/**
 * What was asked.
 */
text: string, 
/**
 * The matter it is about, by name.
 */
matter: string | null, 
/**
 * Who asked, when they gave a name.
 */
name: string, 
/**
 * How to reach them: whole for whoever has the enquiry, masked for others, or empty.
 */
phone: string, 
/**
 * Who was asked first.
 */
askedFirst: string, 
/**
 * Who has it; empty once another office does.
 */
owner: string, 
/**
 * Whoever is signed in may hand it over or settle it.
 */
movable: boolean, 
/**
 * `open`, `handed` or `settled`.
 */
state: string, 
/**
 * The colleague or office it was handed to last.
 */
handedTo: string | null, 
/**
 * Why.
 */
handedWhy: string | null, 
/**
 * What was answered.
 */
answer: string | null, 
/**
 * The case it became.
 */
number: string | null, 
/**
 * The day it was settled or left this terminal.
 */
closedOn: string | null, };

/**
 * One's own enquiries on the workbench.
 */
export type EnquiryShelf = { 
/**
 * How many are in hand.
 */
open: number, 
/**
 * The oldest of them.
 */
rows: Array<EnquiryRow>, };

/**
 * Enrols this machine with the file an administrator brought.
 */
export type Enrol = { 
/**
 * The enrolment file's text.
 */
file: string, };

/**
 * A paper form (评价表) to enter.
 */
export type EnterRating = { 
/**
 * Number of the case.
 */
number: string, 
/**
 * `acceptance` or `completion`, as on the form.
 */
stage: string, 
/**
 * The level that is ticked.
 */
level: string, 
/**
 * The reasons that are ticked.
 */
reasons: Array<string>, 
/**
 * What is written, at most 200 characters; may be empty.
 */
words: string, };

/**
 * The closed list of errors a person can meet. The text is stable and may be read out to
 * support; a retired one is never given again.
 */
export type ErrorCode = "OPS-001" | "OPS-002" | "OPS-003" | "OPS-004" | "OPS-005" | "OPS-006" | "OPS-007" | "HOME-BUSY" | "HOME-002" | "HOME-003" | "HOME-004" | "HOME-005" | "STORE-FULL" | "STORE-IO" | "STORE-BROKEN" | "CLOCK-001" | "CLOCK-002" | "MATTER-001" | "MATTER-002" | "MATTER-003" | "MATTER-004" | "MATTER-005" | "SETUP-001" | "NOTICE-001" | "GUIDE-001" | "GUIDE-002" | "PROOF-001" | "DRAFT-001" | "DRAFT-002" | "CASE-001" | "CASE-002" | "CASE-003" | "CASE-004" | "CASE-005" | "CASE-006" | "CASE-007" | "CASE-008" | "CASE-009" | "CASE-010" | "CASE-011" | "FILE-001" | "FILE-002" | "ARCHIVE-001" | "ARCHIVE-002" | "ARCHIVE-003" | "ARCHIVE-004" | "ARCHIVE-005" | "PAPER-001" | "PAPER-002" | "PAPER-003" | "PAPER-004" | "PAPER-005" | "PAPER-006" | "PAPER-007" | "PRINTER-001" | "DEVICE-001" | "DEVICE-002" | "SYNC-001" | "SYNC-002" | "PERSON-001" | "PERSON-002" | "PERSON-003" | "SCREEN-001" | "SCREEN-002" | "SCREEN-003" | "SCREEN-004" | "RATING-001" | "RATING-002" | "DELIVERY-001" | "DELIVERY-002" | "DELIVERY-003" | "DELIVERY-004" | "DELIVERY-005" | "MANDATE-001" | "MANDATE-002" | "MANDATE-003" | "ENQUIRY-001" | "ENQUIRY-002" | "QUEUE-001" | "QUEUE-002" | "QUEUE-003" | "QUEUE-004" | "FORWARD-001" | "INPUT-001" | "INTERNAL";

/**
 * What the department asked for while it examines (审查阶段补正).
 */
export type ExaminationView = { 
/**
 * Everything it asked for.
 */
items: Array<ExaminedItem>, 
/**
 * The day to supply by, `YYYY-MM-DD`.
 */
supplyBy: string, 
/**
 * The day it was asked, `YYYY-MM-DD`.
 */
on: string, 
/**
 * Which office.
 */
office: string, 
/**
 * Whether something of it is still owed.
 */
open: boolean, };

/**
 * One thing the examination needs.
 */
export type ExaminedItem = { 
/**
 * The material.
 */
material: string, 
/**
 * What is wrong.
 */
problem: string, 
/**
 * How to put it right.
 */
how: string, 
/**
 * On what basis.
 */
basis: string, 
/**
 * Whether it is still owed.
 */
owed: boolean, };

/**
 * Takes the fields of cases of one matter over to a department's import, by their numbers or as a
 * search finds them; exactly one of the two.
 */
export type ExportFields = { 
/**
 * Code of the matter.
 */
matter: string, 
/**
 * Numbers, at most 500; none with a search.
 */
numbers: Array<string>, 
/**
 * All that a search finds of the matter, at most 500.
 */
search: SearchCases | null, };

/**
 * A table of cases for a department's import, as it was kept.
 */
export type ExportedFields = { 
/**
 * The file.
 */
place: string, 
/**
 * Cases in it.
 */
cases: number, 
/**
 * Values in it.
 */
fields: number, };

/**
 * Moves the day to supply by, once.
 */
export type ExtendSupply = { 
/**
 * The case.
 */
number: string, 
/**
 * The new day, `YYYY-MM-DD`.
 */
until: string, 
/**
 * Why, 2 to 200 characters.
 */
reason: string, };

/**
 * The limits were extended.
 */
export type ExtensionView = { 
/**
 * Working days.
 */
days: number, 
/**
 * Who approved it.
 */
approver: string, 
/**
 * Why.
 */
reason: string, 
/**
 * The day, `YYYY-MM-DD`.
 */
on: string, 
/**
 * Which office.
 */
office: string, };

/**
 * A promise that was found not to be so.
 */
export type FalsePromiseView = { 
/**
 * Number of the case it was made in.
 */
number: string, 
/**
 * That case's matter.
 */
matter: string, 
/**
 * The day it was found, `YYYY-MM-DD`.
 */
on: string, };

/**
 * Question and answer of a guide.
 */
export type FaqView = { 
/**
 * Question.
 */
question: string, 
/**
 * Answer.
 */
answer: string, };

/**
 * Sets or takes the star.
 */
export type FavouriteMatter = { 
/**
 * The matter.
 */
code: string, 
/**
 * Star or not.
 */
on: boolean, };

/**
 * One field that has to be changed.
 */
export type FieldProblem = { 
/**
 * `applicant.name`, `form.bank_account`, `materials.MAT-IDCARD`, `answers.age`, …
 */
field: string, 
/**
 * The rule, such as `required` or `id_check_digit`; words are the face's.
 */
rule: string, 
/**
 * The field's own label, from the catalogue, when it has one.
 */
label: string | null, 
/**
 * Parameters of the words.
 */
params: { [key in string]: string }, };

/**
 * A field of the one form.
 */
export type FieldView = { 
/**
 * Key.
 */
key: string, 
/**
 * Label.
 */
label: string, 
/**
 * `text`, `idcard`, `uscc`, `phone`, `date`, `enum`, `money`, `int`, `multiline`, `address`,
 * `bankcard`, `bool`, `several` (options, one a line), `month` (`YYYY-MM`), `quantity`.
 */
kind: string, 
/**
 * Has to be filled.
 */
required: boolean, 
/**
 * Options of an `enum` or `several`.
 */
options: Array<string>, 
/**
 * Hint; may be empty.
 */
hint: string, 
/**
 * Where the value can come from: `idcard`, `applicant`, `agent`, `who_acts` (step 1's answer
 * to who acts), or empty.
 */
fillFrom: string, 
/**
 * Key of the earlier field whose answer made this one be asked; none when always asked.
 */
cause: string | null, 
/**
 * The value the store proposes when the field is empty.
 */
proposal: string | null, 
/**
 * What an earlier form of the applicant says, and where.
 */
archive: ArchivedValue | null, };

/**
 * A stored page or file.
 */
export type FileInfo = { 
/**
 * SHA-256.
 */
sha256: string, 
/**
 * Bytes.
 */
size: number, 
/**
 * Media type.
 */
mediaType: string, 
/**
 * Name as given.
 */
name: string, };

/**
 * Names a stored file.
 */
export type FileRef = { 
/**
 * SHA-256.
 */
sha256: string, 
/**
 * The case it belongs to, for a file outside the own drafts.
 */
number: string | null, };

/**
 * A field of the form as filled.
 */
export type FilledField = { 
/**
 * Key.
 */
key: string, 
/**
 * Label.
 */
label: string, 
/**
 * Value; masked where secret.
 */
value: string, 
/**
 * Masked, so it can be shown on purpose.
 */
masked: boolean, };

/**
 * Looks for a person by document.
 */
export type FindPerson = { 
/**
 * Kind, such as `citizen`.
 */
idKind: string, 
/**
 * The number as typed or read.
 */
idNumber: string, };

/**
 * Looks for a ticket.
 */
export type FindTicket = { 
/**
 * The code on it, or the bare number of one of today.
 */
code: string, };

/**
 * Something the linter finds about a guide.
 */
export type FindingView = { 
/**
 * Stable key of the rule; words are the face's.
 */
rule: string, 
/**
 * Where, as a key.
 */
section: string, 
/**
 * Where, as the printed guide counts: 「“五、申请材料”第 6 项」.
 */
place: string, 
/**
 * The words of the guide at issue; may be empty.
 */
words: string, 
/**
 * What was found.
 */
text: string, 
/**
 * The guide is not printed while it stands, and nobody may keep it.
 */
blocks: boolean, 
/**
 * The words ask for more than the list, and every print takes them back or names who keeps
 * them.
 */
beyond: boolean, 
/**
 * Who answers for it; none when nobody does yet.
 */
kept: KeptFindingView | null, };

/**
 * Sends a draft, which is received first, or a received case on to another place's authority.
 * Exactly one of `draft` and `number` is set.
 */
export type ForwardCase = { 
/**
 * The draft.
 */
draft: string | null, 
/**
 * Or the case.
 */
number: string | null, 
/**
 * The authority that handles it.
 */
to: string, 
/**
 * Its address; may be empty.
 */
address: string, 
/**
 * Its telephone.
 */
phone: string, 
/**
 * How the materials travel: the courier's number, or who carries them.
 */
by: string, };

/**
 * An authority that may handle it.
 */
export type ForwardPlace = { 
/**
 * Name.
 */
body: string, 
/**
 * Address.
 */
address: string, 
/**
 * Telephone.
 */
phone: string, 
/**
 * Office hours.
 */
hours: string, };

/**
 * Where a matter may be handled instead, the catalogue's own first.
 */
export type ForwardPlaces = { 
/**
 * The places.
 */
places: Array<ForwardPlace>, };

/**
 * A printer that is there.
 */
export type FoundPrinter = { 
/**
 * As in [`PrinterInfo`].
 */
kind: string, 
/**
 * As in [`PrinterInfo`].
 */
address: string, 
/**
 * What the system calls it.
 */
name: string, 
/**
 * It is set up already.
 */
known: boolean, };

/**
 * What a search for printers found.
 */
export type FoundPrinters = { 
/**
 * Printers that answered or are there, those already set up too.
 */
found: Array<FoundPrinter>, 
/**
 * Where was looked, and what came of it.
 */
looked: Array<LookedFor>, };

/**
 * Tells the list of a chain once.
 */
export type GiveChainNotice = { 
/**
 * The chain.
 */
code: string, 
/**
 * Codes of the ticked matters.
 */
chosen: Array<string>, 
/**
 * What was answered.
 */
answers: { [key in string]: string }, 
/**
 * Whom it is told, once a card was read.
 */
person: PersonInput | null, 
/**
 * Needed when this person was told before.
 */
leave: SecondNoticeLeave | null, };

/**
 * Writes down a signed mandate.
 */
export type GiveMandate = { 
/**
 * Who gives it: the applicant or agent of a case here.
 */
person: PersonRef, 
/**
 * What it says.
 */
terms: MandateTerms, 
/**
 * Id of the paper that was printed and signed; none when they brought their own.
 */
paper: string | null, 
/**
 * `on_screen`, `on_paper`, `fingerprint`.
 */
how: string, 
/**
 * Photographs of the signed paper.
 */
files: Array<FileInfo>, 
/**
 * Its text was read out to whoever gives it.
 */
readAloud: boolean, };

/**
 * Tells the list: writes the notice down and makes its paper.
 */
export type GiveNotice = { 
/**
 * The matter.
 */
code: string, 
/**
 * What was answered.
 */
answers: { [key in string]: string }, 
/**
 * Whom it is told, once a card was read.
 */
person: PersonInput | null, 
/**
 * Needed when this person was told before.
 */
leave: SecondNoticeLeave | null, };

/**
 * The documents of one case that go.
 */
export type GoingResults = { 
/**
 * The case.
 */
number: string, 
/**
 * Ids of its documents.
 */
documents: Array<string>, };

/**
 * Why somebody goes by the green lane.
 */
export type GreenLaneInput = { 
/**
 * `elder`, `disabled`, `pregnant`, `soldier`, `key_project`, `other`, or empty while nothing is
 * chosen.
 */
why: string, 
/**
 * In words, when the reason is another one.
 */
words: string, };

/**
 * Every guide there is.
 */
export type GuideShelf = { 
/**
 * By category.
 */
guides: Array<ShelvedGuide>, };

/**
 * The service guide of one matter, for one situation.
 */
export type GuideView = { 
/**
 * Code.
 */
code: string, 
/**
 * Name.
 */
name: string, 
/**
 * Category.
 */
category: string, 
/**
 * Power type.
 */
powerType: string, 
/**
 * Department that decides.
 */
department: string, 
/**
 * Levels that take it in.
 */
levels: Array<string>, 
/**
 * Promised limit in words.
 */
promised: string, 
/**
 * Statutory limit in words.
 */
statutory: string, 
/**
 * This point takes it in.
 */
here: boolean, 
/**
 * 不收费, or the standard.
 */
fee: string, 
/**
 * Basis of the fee; empty when there is none.
 */
feeBasis: string, 
/**
 * Visits.
 */
trips: number, 
/**
 * Ways of handling (马上办, 网上办, 就近办, 一次办).
 */
modes: Array<string>, 
/**
 * Helpers may act.
 */
assisted: boolean, 
/**
 * Secondary materials may follow.
 */
deferrable: boolean, 
/**
 * Proofs may be replaced by a promise.
 */
commitment: boolean, 
/**
 * Results.
 */
results: Array<ResultView>, 
/**
 * Conditions, one a line.
 */
conditions: Array<string>, 
/**
 * Questions and the exact list.
 */
requirements: RequirementsView, 
/**
 * Steps.
 */
steps: Array<StepView>, 
/**
 * Bases.
 */
bases: Array<BasisView>, 
/**
 * Day by which a basis is to be there, `YYYY-MM-DD`, while there is none (待完善).
 */
basisDue: string | null, 
/**
 * Accepting body.
 */
acceptBody: string, 
/**
 * Accepting place.
 */
acceptPlace: string, 
/**
 * Hours.
 */
hours: string, 
/**
 * Where to ask.
 */
consultPlace: string, 
/**
 * Telephone to ask.
 */
consultPhone: string, 
/**
 * Telephone to complain.
 */
complaintPhone: string, 
/**
 * Questions people ask.
 */
faq: Array<FaqView>, 
/**
 * Plain text of the QR, at most 300 bytes.
 */
qrText: string, 
/**
 * Pack version.
 */
version: number, 
/**
 * Day of publication.
 */
publishedOn: string, 
/**
 * Publisher (来源).
 */
publisher: string, 
/**
 * Day of the last comparison with the platform; none when never.
 */
comparedOn: string | null, 
/**
 * Days since then, for the staleness mark.
 */
staleDays: number | null, 
/**
 * 样例目录.
 */
sample: boolean, 
/**
 * What the linter finds, and who answers for it.
 */
findings: Array<FindingView>, 
/**
 * The same matter as other bodies publish it.
 */
copies: Array<CopyView>, 
/**
 * Since when it is no longer taken in, and what takes its place.
 */
suspended: SuspendedView | null, };

/**
 * Half a day of bookings.
 */
export type HalfDay = { 
/**
 * `morning` or `afternoon`.
 */
half: string, 
/**
 * Bookings that stand.
 */
taken: number, 
/**
 * How many there may be; none while the point is closed.
 */
places: number, 
/**
 * The times that can still be booked, `HH:MM`, every half hour.
 */
times: Array<string>, };

/**
 * Hands an enquiry to a colleague or to another office.
 */
export type HandEnquiry = { 
/**
 * The enquiry.
 */
id: string, 
/**
 * The colleague's operator id; empty for another office.
 */
to: string, 
/**
 * The office's name; empty for a colleague.
 */
office: string, 
/**
 * Why, 2 to 200 characters.
 */
reason: string, };

/**
 * What an import did.
 */
export type ImportResult = { 
/**
 * Matters now in force from it.
 */
imported: number, 
/**
 * What was left out, all or nothing a matter.
 */
refused: Array<RefusedItem>, 
/**
 * Pack version in force.
 */
version: number, 
/**
 * Copies of one matter that do not say the same; nothing is refused for it.
 */
differing: Array<DifferingCopies>, };

/**
 * Lets a finding stand, for this text of the guide and no other.
 */
export type KeepFinding = { 
/**
 * The matter.
 */
code: string, 
/**
 * Key of the rule.
 */
rule: string, 
/**
 * Where, as the finding says.
 */
section: string, 
/**
 * What was found, as shown.
 */
text: string, 
/**
 * Why it stands, 4 to 200 characters.
 */
reason: string, 
/**
 * The supervisor who answers for it; empty for whoever is signed in.
 */
supervisor: string, 
/**
 * Their password; empty for whoever is signed in.
 */
password: string, };

/**
 * Sets a printer up, or changes it.
 */
export type KeepPrinter = { 
/**
 * The printer to change; none for a new one.
 */
id: string | null, 
/**
 * What people call it, 1 to 40 characters.
 */
name: string, 
/**
 * As in [`PrinterInfo`].
 */
kind: string, 
/**
 * As in [`PrinterInfo`].
 */
address: string, 
/**
 * As in [`PrinterInfo`]; needed for ticket printers and for nothing else.
 */
width: number | null, 
/**
 * As in [`PrinterInfo`].
 */
cutter: boolean, 
/**
 * As in [`PrinterInfo`].
 */
textMode: boolean, };

/**
 * A supervisor's word that a finding stands.
 */
export type KeptFindingView = { 
/**
 * Their name; empty when they are not of this home.
 */
supervisor: string, 
/**
 * When.
 */
at: string, 
/**
 * Why.
 */
reason: string, };

/**
 * What is known of somebody on a draft, so that nothing is typed twice.
 */
export type KnownPerson = { 
/**
 * Their newest case here.
 */
number: string, 
/**
 * They act for somebody in it.
 */
agent: boolean, 
/**
 * Cases they applied in.
 */
cases: number, 
/**
 * The day of the newest, `YYYY-MM-DD`.
 */
newestOn: string, 
/**
 * Its matter.
 */
newestMatter: string, 
/**
 * What is known, whole.
 */
facts: Array<PersonFact>, };

/**
 * What was said once more after a bad rating (追评).
 */
export type LaterRating = { 
/**
 * As of [`RatingCount`].
 */
level: string, 
/**
 * Why, of a bad one.
 */
reasons: Array<string>, 
/**
 * In their words; may be empty.
 */
words: string, 
/**
 * Day it was given.
 */
on: string, 
/**
 * Entered from a paper form.
 */
onPaper: boolean, };

/**
 * How a line of the requirements stands.
 */
export type LineStatus = "must" | "deferrable" | "waived" | "promisePossible" | "held";

/**
 * Asks what people call a matter.
 */
export type ListAliases = { 
/**
 * The matter.
 */
code: string, };

/**
 * Lists enquiries.
 */
export type ListEnquiries = { 
/**
 * Everybody's, for whoever answers for the point; else one's own.
 */
everybody: boolean, };

/**
 * Looks at the calls out of order of a day.
 */
export type ListOverrides = { 
/**
 * The day; empty for today.
 */
day: string, };

/**
 * Lists what waits to be fetched.
 */
export type ListWaiting = { 
/**
 * Any part of a number, name, pinyin, initials, last four; empty for all.
 */
text: string, };

/**
 * Writes down a call.
 */
export type LogCall = { 
/**
 * The case.
 */
number: string, 
/**
 * `correction`, `deferred`, `pickup`, `rating`, `other`.
 */
purpose: string, 
/**
 * `reached`, `message`, `no_answer`, `wrong_number`.
 */
outcome: string, 
/**
 * What was said; may be empty.
 */
words: string, };

/**
 * One place where printers are looked for.
 */
export type LookedFor = { 
/**
 * `spooler`, `usb`, `serial`.
 */
place: string, 
/**
 * `found`, `none`, `unreachable`.
 */
outcome: string, };

/**
 * Mandates of a person.
 */
export type MandateList = { 
/**
 * Given by them, newest first.
 */
given: Array<MandateView>, 
/**
 * Under which they act, newest first.
 */
held: Array<MandateView>, 
/**
 * The last day a mandate given today may hold, `YYYY-MM-DD`.
 */
latest: string, };

/**
 * A matter a mandate is for.
 */
export type MandateMatter = { 
/**
 * Code.
 */
code: string, 
/**
 * Name, as in force here; the code when it is not.
 */
name: string, };

/**
 * Everything a mandate says before it is signed.
 */
export type MandateTerms = { 
/**
 * Who may act.
 */
agent: PersonInput, 
/**
 * Relation in words.
 */
relation: string, 
/**
 * `consult`, `submit`, `correct`, `collect`, `sign`.
 */
scope: Array<string>, 
/**
 * Codes of the matters; all when empty.
 */
matters: Array<string>, 
/**
 * The first day, `YYYY-MM-DD`.
 */
from: string, 
/**
 * The last day, `YYYY-MM-DD`.
 */
until: string, 
/**
 * Who sees the fingerprint; empty for nobody.
 */
witness: string, 
/**
 * How whoever gives it is identified without an identity card; none when they have it.
 */
booklet: BookletInput | null, };

/**
 * What a mandate says, to be read out before it is signed.
 */
export type MandateText = { 
/**
 * Its passages, in their order.
 */
lines: Array<ReadingLine>, };

/**
 * A mandate.
 */
export type MandateView = { 
/**
 * Id.
 */
id: string, 
/**
 * Who gave it.
 */
principal: string, 
/**
 * Their number, masked.
 */
principalMasked: string, 
/**
 * Who may act.
 */
agent: string, 
/**
 * Their number, masked.
 */
agentMasked: string, 
/**
 * Relation in words, such as 长子.
 */
relation: string, 
/**
 * `consult`, `submit`, `correct`, `collect`, `sign`.
 */
scope: Array<string>, 
/**
 * For which matters; all when empty.
 */
matters: Array<MandateMatter>, 
/**
 * The first day, `YYYY-MM-DD`.
 */
from: string, 
/**
 * The last day, `YYYY-MM-DD`.
 */
until: string, 
/**
 * `valid`, `not_yet`, `expired`, `revoked`.
 */
standing: string, 
/**
 * The day it was taken back, `YYYY-MM-DD`.
 */
revokedOn: string | null, 
/**
 * Why.
 */
revokeReason: string | null, 
/**
 * `on_screen`, `on_paper`, `fingerprint`.
 */
how: string, 
/**
 * Who saw the fingerprint.
 */
witness: string | null, 
/**
 * Photographs of the signed paper.
 */
files: Array<FileInfo>, 
/**
 * How whoever gave it was identified without an identity card; none when they had it.
 */
booklet: BookletInfo | null, 
/**
 * Its text was read out before it was signed.
 */
readAloud: boolean, 
/**
 * The case it was given at; none when that has not arrived here.
 */
number: string | null, 
/**
 * Who took it down.
 */
clerk: string, 
/**
 * The day, `YYYY-MM-DD`.
 */
on: string, };

/**
 * Why a matter was found, in the order they rank.
 */
export type MatchedBy = "code" | "name" | "alias" | "initials" | "pinyin" | "text" | "habit";

/**
 * How one line was settled.
 */
export type MaterialChoice = { 
/**
 * Catalogue id.
 */
material: string, 
/**
 * One of the line's ways; none while it is open.
 */
how: string | null, 
/**
 * Its files.
 */
files: Array<FileInfo>, 
/**
 * Pages of paper taken.
 */
pages: number | null, 
/**
 * Day a deferred one is due.
 */
supplyBy: string | null, 
/**
 * Remark.
 */
note: string | null, 
/**
 * Number of the certificate that is looked up in its place, where the line takes one.
 */
certificate: string | null, };

/**
 * The answer to a search.
 */
export type MatterList = { 
/**
 * Best first.
 */
rows: Array<MatterRow>, 
/**
 * Every way of handling, in the order of the policy.
 */
modes: Array<ModeCount>, 
/**
 * The query as understood.
 */
query: string, };

/**
 * Names a matter.
 */
export type MatterPlace = { 
/**
 * The matter.
 */
code: string, };

/**
 * A matter in a list.
 */
export type MatterRow = { 
/**
 * Implementation code, up to 40 characters.
 */
code: string, 
/**
 * Name.
 */
name: string, 
/**
 * Why it is here.
 */
matchedBy: MatchedBy, 
/**
 * The alias or text that matched, to be underlined; empty when it is the name.
 */
matched: string, 
/**
 * The department that decides.
 */
department: string, 
/**
 * Category.
 */
category: string, 
/**
 * Promised limit, `即时` or `10 工作日`.
 */
promised: string, 
/**
 * Lines of material that are always asked for.
 */
materials: number, 
/**
 * Questions that shape the list.
 */
questions: number, 
/**
 * Ways it is handled in (办理方式), of 马上办, 网上办, 就近办, 一次办.
 */
modes: Array<string>, 
/**
 * Marked with a star by this operator.
 */
favourite: boolean, 
/**
 * Taken at this point.
 */
here: boolean, 
/**
 * Set once it is no longer taken in.
 */
suspended: SuspendedView | null, };

/**
 * Puts another number of a person to their file (合并). Needs a 负责人.
 */
export type MergePerson = { 
/**
 * The person.
 */
person: PersonRef, 
/**
 * The other number: what was typed.
 */
other: FindPerson, 
/**
 * The other number is the newer one.
 */
otherIsNewer: boolean, 
/**
 * Which document showed both: one of the grounds of [`PersonLink`].
 */
ground: string, 
/**
 * Why, 1 to 200 characters.
 */
reason: string, 
/**
 * The supervisor's operator id; empty when the supervisor is the one signed in.
 */
supervisor: string, 
/**
 * Their password; empty likewise.
 */
password: string, };

/**
 * A way of handling (办理方式) and how many matters would be found with it added to the filter.
 */
export type ModeCount = { 
/**
 * 马上办, 网上办, 就近办 or 一次办.
 */
mode: string, 
/**
 * How many; nought is told.
 */
count: number, };

/**
 * A month.
 */
export type MonthRef = { 
/**
 * Such as `2026-11`.
 */
month: string, };

/**
 * One piece of news.
 */
export type NewsItem = { 
/**
 * Its place in the local order; the newest has the highest.
 */
id: number, 
/**
 * When, RFC 3339 with +08:00.
 */
at: string, 
/**
 * As in `DownRow`.
 */
kind: string, 
/**
 * Number of the case it is about.
 */
number: string | null, 
/**
 * Its short number.
 */
short: string | null, 
/**
 * The matter's name.
 */
matter: string | null, 
/**
 * What it says in the platform's own words, such as a step's name or a reason; may be empty.
 */
words: string, 
/**
 * Arrived after somebody last looked.
 */
fresh: boolean, };

/**
 * The newest pieces, newest first.
 */
export type NewsList = { 
/**
 * How many nobody has seen.
 */
unseen: number, 
/**
 * The pieces.
 */
items: Array<NewsItem>, };

/**
 * Keeps what somebody asked for and no matter answered to (群众问什么).
 */
export type NoteQuestion = { 
/**
 * Their words, 2 to 60 characters; no personal numbers.
 */
text: string, };

/**
 * Writes down which fields were taken over into a department's own system.
 */
export type NoteTranscribed = { 
/**
 * The case.
 */
number: string, 
/**
 * Keys as in the transcript, at most 200.
 */
fields: Array<string>, };

/**
 * Says how a trial page came out.
 */
export type NoteTrial = { 
/**
 * The printer.
 */
id: string, 
/**
 * Every character was clear and the symbol could be scanned.
 */
good: boolean, };

/**
 * An input without content.
 */
export type Nothing = Record<symbol, never>;

/**
 * A notice that was written down, with its paper.
 */
export type NoticeGiven = { 
/**
 * The paper, ready.
 */
paper: PaperInfo, 
/**
 * It was a 二次告知.
 */
second: boolean, };

/**
 * Everything a clerk tells about one matter in one situation.
 */
export type NoticeView = { 
/**
 * The matter.
 */
code: string, 
/**
 * Its name.
 */
name: string, 
/**
 * The questions, the exact list, what need not be brought, or why it ends here.
 */
requirements: RequirementsView, 
/**
 * Where, and when it is open.
 */
place: Array<string>, 
/**
 * How long it takes.
 */
limit: string, 
/**
 * What it costs; 不收费 when nothing.
 */
fee: string, 
/**
 * Whom to ask.
 */
contact: string, 
/**
 * Taken at this point.
 */
here: boolean, 
/**
 * Edition of the list.
 */
version: number, 
/**
 * Published on, `YYYY-MM-DD`.
 */
publishedOn: string, 
/**
 * Days since it was compared with the platform; none when never.
 */
staleDays: number | null, 
/**
 * From the sample catalogue.
 */
sample: boolean, 
/**
 * This person was told about this matter before and has handed nothing in since: telling
 * them again is a 二次告知 and needs a 负责人.
 */
earlier: EarlierNotice | null, };

/**
 * Opens a draft of a chain.
 */
export type OpenChain = { 
/**
 * Its code.
 */
code: string, 
/**
 * Codes of the ticked matters.
 */
chosen: Array<string>, 
/**
 * Answers carried from a notice, by the ids of the whole.
 */
answers: { [key in string]: string }, };

/**
 * Opens a new draft.
 */
export type OpenDraft = { 
/**
 * The matter.
 */
code: string, 
/**
 * Answers carried from a guide.
 */
answers: { [key in string]: string }, };

/**
 * Keeps what somebody asked.
 */
export type OpenEnquiry = { 
/**
 * What was asked, 2 to 200 characters, without personal numbers.
 */
text: string, 
/**
 * The matter it is about; empty when none was found.
 */
matter: string, 
/**
 * Who asked; may be empty.
 */
name: string, 
/**
 * How to reach them; may be empty.
 */
phone: string, };

/**
 * What was asked of the platform and is not answered (「已提出，等上级」).
 */
export type OpenRequestView = { 
/**
 * `withdraw`, `terminate`, `void`, `urge`.
 */
what: string, 
/**
 * The day, `YYYY-MM-DD`.
 */
on: string, };

/**
 * A person who may act at this terminal.
 */
export type OperatorInfo = { 
/**
 * Id.
 */
id: string, 
/**
 * Name as printed.
 */
name: string, 
/**
 * `clerk`, `helper`, `supervisor`, `admin`.
 */
role: string, 
/**
 * Days until a check against the network is needed; none when far off.
 */
daysLeft: number | null, };

/**
 * Everybody who may sign in, in order of the digits 1–9.
 */
export type OperatorList = { 
/**
 * The operators.
 */
operators: Array<OperatorInfo>, };

/**
 * Calls out of order, for whoever answers for the point.
 */
export type OverrideBook = { 
/**
 * The day shown.
 */
date: string, 
/**
 * Its calls, oldest first.
 */
rows: Array<OverrideRow>, 
/**
 * Every day that has some, newest first.
 */
days: Array<OverrideDay>, };

/**
 * A day with calls out of order.
 */
export type OverrideDay = { 
/**
 * The day.
 */
date: string, 
/**
 * How many.
 */
calls: number, };

/**
 * A call out of order.
 */
export type OverrideRow = { 
/**
 * When, RFC 3339 with +08:00.
 */
at: string, 
/**
 * Whose number.
 */
number: string, 
/**
 * What it was for.
 */
business: string, 
/**
 * Who called.
 */
operator: string, 
/**
 * Why.
 */
reason: string, 
/**
 * How many waited whose turn was before.
 */
passedOver: number, };

/**
 * Looks at what a case would owe by these answers.
 */
export type OwedByAnswers = { 
/**
 * The case.
 */
number: string, 
/**
 * Answers to questions that were left open: question to choice, `?` for 说不准.
 */
answers: { [key in string]: string }, };

/**
 * A field of the form that is still owed.
 */
export type OwedField = { 
/**
 * The field as a form asks it.
 */
field: FieldView, 
/**
 * What stands there now; masked where secret.
 */
value: string, 
/**
 * What is wrong, as the notice says it; empty when it was left open.
 */
problem: string, };

/**
 * Something a case still owes.
 */
export type OwedLine = { 
/**
 * Catalogue id of the material.
 */
material: string, 
/**
 * Its name.
 */
name: string, 
/**
 * What is wrong, as the notice says it; empty for a deferred or open one.
 */
problem: string, 
/**
 * How to put it right; empty likewise.
 */
how: string, 
/**
 * `open` (never handed in), `correction`, `examination`, `deferred`.
 */
owedAs: string, 
/**
 * Day it is due; none for an open one.
 */
supplyBy: string | null, 
/**
 * Ways it can be handed in now: `original_seen`, `captured`, `copy_taken`, `paper_taken`, and
 * `waived` where a certificate's number is noted instead.
 */
ways: Array<string>, 
/**
 * Copies asked for.
 */
copies: number, };

/**
 * What a case would owe, were these its answers.
 */
export type OwedNow = { 
/**
 * Questions that were left open at receipt or that these answers open, with the answers given.
 */
questions: Array<QuestionView>, 
/**
 * What it would owe, in the list's order.
 */
owed: Array<OwedLine>, 
/**
 * Names of what would no longer be asked for.
 */
spared: Array<string>, 
/**
 * Set when an answer ends the matter here: then nothing can be supplied by it.
 */
ended: EndingView | null, };

/**
 * A case that waits for something from the resident (C10).
 */
export type OwingCase = { 
/**
 * The case.
 */
row: CaseRow, 
/**
 * `correction`, `examination`, `deferred`; `complete` once everything is in and it waits to
 * be accepted.
 */
owedAs: string, 
/**
 * Names of what is missing.
 */
lacks: Array<string>, 
/**
 * The nearest day, `YYYY-MM-DD`.
 */
supplyBy: string | null, 
/**
 * How near it is: `calm`, `soon`, `over`, `none`.
 */
light: string, 
/**
 * Working days left, or over.
 */
days: number, 
/**
 * Masked phone; may be empty.
 */
phoneMasked: string, 
/**
 * Calls so far.
 */
called: number, 
/**
 * The day of the last call.
 */
calledOn: string | null, 
/**
 * The day was moved before.
 */
extended: boolean, 
/**
 * Verbs that are lawful now: `take_supplies`, `log_call`, `extend_supply`, `terminate`,
 * `accept`.
 */
verbs: Array<string>, };

/**
 * A paper in the spool.
 */
export type PaperInfo = { 
/**
 * Id.
 */
id: string, 
/**
 * `receipt`, `acceptance`, `correction`, `refusal`, `guide`, `test`, or one of a draft's
 * `toSign`.
 */
document: string, 
/**
 * Title in Chinese.
 */
title: string, 
/**
 * 第 n 次打印.
 */
copy: number, 
/**
 * Pages.
 */
pages: number, 
/**
 * Characters no font on this machine has, drawn as boxes.
 */
missing: Array<string>, 
/**
 * Made at, RFC 3339 with +08:00.
 */
madeAt: string, 
/**
 * `ready`, `printing` (it waits for a printer or one has it), `done`, `saved`
 * (as a file), `failed` (nothing came out), `unknown` (nobody knows), `cancelled`.
 */
outcome: string, 
/**
 * Name of the printer, or the file it was saved as.
 */
place: string | null, 
/**
 * Why it failed, is not known or does not go on, such as `paper_out`.
 */
reason: string | null, };

/**
 * Asks for a picture of a page.
 */
export type PaperPage = { 
/**
 * The paper.
 */
id: string, 
/**
 * The page, from 1.
 */
page: number, };

/**
 * Names a paper.
 */
export type PaperRef = { 
/**
 * Id.
 */
id: string, };

/**
 * Names papers.
 */
export type PaperRefs = { 
/**
 * Ids, at most 200.
 */
ids: Array<string>, };

/**
 * Papers by what became of them, for the shelf 待打印.
 */
export type PaperShelf = { 
/**
 * On a printer and not settled, oldest first.
 */
printing: Array<PaperWaiting>, 
/**
 * Made or to be made, and nobody has them in hand, oldest first.
 */
waiting: Array<PaperWaiting>, 
/**
 * Failed, or nobody knows, oldest first.
 */
attention: Array<PaperWaiting>, };

/**
 * A paper of an accepted case that waits to be signed (C10).
 */
export type PaperToSignLater = { 
/**
 * The case.
 */
row: CaseRow, 
/**
 * Document name.
 */
document: string, 
/**
 * Its title.
 */
title: string, 
/**
 * Why it was left unsigned: `cannot_move`, `no_means`, `taken_home`, `other`.
 */
why: string, 
/**
 * In words, when the reason is another one.
 */
words: string, 
/**
 * Accepted on, `YYYY-MM-DD`.
 */
acceptedOn: string, };

/**
 * A paper somebody waits for.
 */
export type PaperWaiting = { 
/**
 * The paper.
 */
paper: PaperInfo, 
/**
 * Number of its case; empty, as all that follows, when it is about none.
 */
number: string, 
/**
 * Short number.
 */
short: string, 
/**
 * Applicant's name.
 */
applicant: string, };

/**
 * Papers that were sent one after the other.
 */
export type PapersSent = { 
/**
 * As they stand now.
 */
papers: Array<PaperInfo>, };

/**
 * Takes two numbers apart again. Needs a 负责人.
 */
export type PartPerson = { 
/**
 * The person.
 */
person: PersonRef, 
/**
 * The link.
 */
link: string, 
/**
 * Why, 1 to 200 characters.
 */
reason: string, 
/**
 * The supervisor's operator id; empty when the supervisor is the one signed in.
 */
supervisor: string, 
/**
 * Their password; empty likewise.
 */
password: string, };

/**
 * A special procedure: its days do not count.
 */
export type PauseView = { 
/**
 * `hearing`, `tendering`, `auction`, `inspection`, `testing`, `quarantine`, `appraisal`,
 * `expert_review`, `public_notice`, `other`.
 */
what: string, 
/**
 * Why, with its basis.
 */
reason: string, 
/**
 * The first day not counted, `YYYY-MM-DD`.
 */
from: string, 
/**
 * Working days it is expected to take.
 */
expectedDays: number, 
/**
 * Which office.
 */
office: string, 
/**
 * The last day not counted; none while it runs.
 */
to: string | null, 
/**
 * What came of it.
 */
result: string | null, };

/**
 * People who were here before, whoever was here last first.
 */
export type PeopleList = { 
/**
 * The people.
 */
people: Array<PersonHit>, };

/**
 * One thing known of a person, from the visit that is believed most.
 */
export type PersonFact = { 
/**
 * `name`, `sex`, `birth`, `ethnicity`, `address`, `phone`.
 */
key: string, 
/**
 * The value; a telephone is masked in the file and whole in a draft.
 */
value: string, 
/**
 * How it was established: `card_read`, `seen_by_clerk`, `typed`.
 */
verified: string, 
/**
 * On which day, `YYYY-MM-DD`.
 */
on: string, 
/**
 * In which case.
 */
number: string, };

/**
 * Whether somebody with a number has been here.
 */
export type PersonFound = { 
/**
 * A case that leads to their file; none when they have not been here.
 */
number: string | null, 
/**
 * They act for somebody in it.
 */
agent: boolean, 
/**
 * Name, as believed most; empty when they have not been here.
 */
name: string, 
/**
 * The number, masked.
 */
idMasked: string, 
/**
 * Cases they applied in.
 */
cases: number, };

/**
 * Somebody who was here before, in a list.
 */
export type PersonHit = { 
/**
 * Name, as believed most.
 */
name: string, 
/**
 * Birth date, `YYYY-MM-DD` or empty.
 */
birth: string, 
/**
 * Their number, masked.
 */
idMasked: string, 
/**
 * Their newest case.
 */
number: string, 
/**
 * Cases they applied in.
 */
cases: number, 
/**
 * The day of the newest, `YYYY-MM-DD`.
 */
newestOn: string, 
/**
 * Its matter.
 */
newestMatter: string, };

/**
 * A person as typed or read; sent back unchanged by the face.
 */
export type PersonInput = { 
/**
 * Name, verbatim.
 */
name: string, 
/**
 * `citizen`, `foreign_resident`, `hk_mo_permit`, `taiwan_permit`, `passport`, `uscc`, `hukou`, `other`.
 */
idKind: string, 
/**
 * The number, unmasked: the window of the clerk who typed it.
 */
idNumber: string, 
/**
 * `male`, `female`, or empty.
 */
sex: string, 
/**
 * `YYYY-MM-DD` or empty.
 */
birth: string, 
/**
 * Ethnicity or empty.
 */
ethnicity: string, 
/**
 * Address or empty.
 */
address: string, 
/**
 * Telephone or empty.
 */
phone: string, 
/**
 * `card_read`, `seen_by_clerk`, `typed`.
 */
verified: string, };

/**
 * Two numbers of the person that were put together.
 */
export type PersonLink = { 
/**
 * Names the link while it stands.
 */
id: string, 
/**
 * The older number, masked.
 */
fromMasked: string, 
/**
 * The newer number, masked.
 */
intoMasked: string, 
/**
 * `household_record`, `police_certificate`, `card_link`, `document_renewed`, `other`.
 */
ground: string, 
/**
 * Why, in the clerk's words.
 */
reason: string, 
/**
 * When, RFC 3339 with +08:00.
 */
at: string, 
/**
 * Who asked for it.
 */
clerk: string, 
/**
 * Who agreed.
 */
approvedBy: string, };

/**
 * Somebody acted for somebody else in a case.
 */
export type PersonMandate = { 
/**
 * `for_them` when somebody acted for this person, `by_them` when this person acted.
 */
side: string, 
/**
 * The other one's name.
 */
name: string, 
/**
 * The other one's number, masked.
 */
idMasked: string, 
/**
 * Relation in words, such as 长子.
 */
relation: string, 
/**
 * What the mandate covers: `consult`, `submit`, `correct`, `collect`, `sign`.
 */
scope: Array<string>, 
/**
 * The case.
 */
number: string, 
/**
 * Its matter.
 */
matter: string, 
/**
 * The day, `YYYY-MM-DD`.
 */
on: string, };

/**
 * A material of the archive.
 */
export type PersonMaterial = { 
/**
 * Catalogue id.
 */
material: string, 
/**
 * Name as asked for then.
 */
name: string, 
/**
 * Trust level of 国办函〔2016〕108号: `b`, a clerk compared it with the original.
 */
level: string, 
/**
 * The day it was taken, `YYYY-MM-DD`.
 */
on: string, 
/**
 * The clerk who compared it.
 */
clerk: string, 
/**
 * For which matter.
 */
matter: string, 
/**
 * In which case.
 */
number: string, 
/**
 * The last day it may be used again, `YYYY-MM-DD`.
 */
usableUntil: string, 
/**
 * That day has not passed.
 */
usable: boolean, 
/**
 * Pages.
 */
pages: number, 
/**
 * Its files; opened only on request.
 */
files: Array<FileInfo>, };

/**
 * One number of a person.
 */
export type PersonNumber = { 
/**
 * Kind, such as `citizen`.
 */
kind: string, 
/**
 * The number, masked.
 */
masked: string, };

/**
 * Names a person by a case, so that no identity number is handed about.
 */
export type PersonRef = { 
/**
 * The case's number.
 */
number: string, 
/**
 * Whoever acts in it, instead of whoever applies.
 */
agent: boolean, };

/**
 * A person, whole.
 */
export type PersonView = { 
/**
 * Name, as believed most.
 */
name: string, 
/**
 * Every number, the current one first.
 */
numbers: Array<PersonNumber>, 
/**
 * What is known, each with its origin.
 */
facts: Array<PersonFact>, 
/**
 * Cases they applied in, all of them.
 */
casesTotal: number, 
/**
 * The newest of them.
 */
cases: Array<CaseRow>, 
/**
 * What the archive holds.
 */
materials: Array<PersonMaterial>, 
/**
 * Who acted for whom.
 */
mandates: Array<PersonMandate>, 
/**
 * Which numbers were put together, newest first.
 */
links: Array<PersonLink>, 
/**
 * Their visits, newest first.
 */
visits: Array<VisitView>, 
/**
 * Papers this person need not have brought again, in the cases listed.
 */
spared: number, 
/**
 * The same for everybody at this point, this month.
 */
sparedThisMonth: number, };

/**
 * Where the program stands.
 */
export type Phase = "setup" | "locked" | "ready";

/**
 * Gives results of one person to the post, in one parcel.
 */
export type PostResults = { 
/**
 * What goes.
 */
going: Array<GoingResults>, 
/**
 * Who carries it.
 */
carrier: string, 
/**
 * The carrier's number.
 */
tracking: string, 
/**
 * Where to.
 */
address: string, };

/**
 * A case a person at the point has to see to.
 */
export type PressingCase = { 
/**
 * The case.
 */
row: CaseRow, 
/**
 * `settle_report`, `decide`, `await_correction`, `remind_correction`, `remind_deferred`,
 * `follow_up`, `urge`, `call_for_pickup`, `call_back`.
 */
todo: string, };

/**
 * Sends a paper somewhere else than its document usually goes.
 */
export type PrintElsewhere = { 
/**
 * The paper.
 */
id: string, 
/**
 * The printer; none for the folder.
 */
printer: string | null, };

/**
 * Makes the guide ready for paper.
 */
export type PrintGuide = { 
/**
 * `ticket` for 小票要点 on 80 mm, `a4`, or `large` for large print.
 */
style: string, 
/**
 * The matter.
 */
code: string, 
/**
 * Question id → choice id or `?`.
 */
answers: { [key in string]: string }, };

/**
 * Makes the paper of a mandate, to be signed; or gives its text, to be read out.
 */
export type PrintMandate = { 
/**
 * Who gives it.
 */
person: PersonRef, 
/**
 * What it says.
 */
terms: MandateTerms, };

/**
 * Prints slips with the terminal's next numbers.
 */
export type PrintSlips = { 
/**
 * How many.
 */
count: number, };

/**
 * Everything the settings page shows about printing (C17).
 */
export type PrinterBoard = { 
/**
 * The printers somebody set up, oldest first.
 */
printers: Array<PrinterInfo>, 
/**
 * Where each document goes.
 */
routes: Array<RouteInfo>, 
/**
 * The folder papers are kept in as PDF.
 */
folder: string, 
/**
 * Whether the operator may change any of it.
 */
mayChange: boolean, };

/**
 * What a printer says of itself just now.
 */
export type PrinterCondition = { 
/**
 * The printer.
 */
id: string, 
/**
 * `ready`, `busy`, `attention`, `unreachable`, `silent` (it cannot be asked).
 */
condition: string, 
/**
 * Such as `paper_out`, `cover_open`, `jam`, `wrong_media`, `spooler_gone`.
 */
reasons: Array<string>, };

/**
 * A printer somebody set up.
 */
export type PrinterInfo = { 
/**
 * Id.
 */
id: string, 
/**
 * What people call it.
 */
name: string, 
/**
 * `ipp`, `ticket_network`, `ticket_serial`, `ticket_usb`, `queue`.
 */
kind: string, 
/**
 * `ipp://…`, `IP:port`, a serial port, a device file or the system's queue.
 */
address: string, 
/**
 * Width of a ticket printer's roll in millimetres, 58 or 80.
 */
width: number | null, 
/**
 * It has a cutter.
 */
cutter: boolean, 
/**
 * Lines whose every character is in GB 2312 may go as text, which is faster.
 */
textMode: boolean, 
/**
 * What came of the last trial; none before the first.
 */
trial: PrinterTrial | null, };

/**
 * Names a printer.
 */
export type PrinterRef = { 
/**
 * Id.
 */
id: string, };

/**
 * Somebody looked at a trial page.
 */
export type PrinterTrial = { 
/**
 * When, RFC 3339 with +08:00.
 */
at: string, 
/**
 * Every character was clear and the symbol could be scanned.
 */
good: boolean, };

/**
 * A promise to be checked (C10).
 */
export type PromiseToCheck = { 
/**
 * The case.
 */
row: CaseRow, 
/**
 * Catalogue id of the material.
 */
material: string, 
/**
 * Its name.
 */
name: string, 
/**
 * Accepted on, `YYYY-MM-DD`.
 */
acceptedOn: string, };

/**
 * A promise a case was accepted on.
 */
export type PromiseView = { 
/**
 * Catalogue id of the material.
 */
material: string, 
/**
 * Its name.
 */
name: string, };

/**
 * One question that changes the list.
 */
export type QuestionView = { 
/**
 * Id.
 */
id: string, 
/**
 * What the clerk reads out.
 */
text: string, 
/**
 * Why it is asked.
 */
why: string, 
/**
 * The answers, the first is the usual one.
 */
choices: Array<ChoiceView>, 
/**
 * The answer given: an id, `?` for 说不准, or none.
 */
answer: string | null, 
/**
 * Asked in this situation.
 */
asked: boolean, };

/**
 * The queue as this window sees it.
 */
export type QueueBoard = { 
/**
 * The point serves now.
 */
open: boolean, 
/**
 * Today's hours, such as `09:00–12:00`; empty when it is closed all day.
 */
hours: Array<string>, 
/**
 * Whoever is at the window.
 */
serving: TicketRow | null, 
/**
 * Those who wait, in the order they are called.
 */
waiting: Array<TicketRow>, 
/**
 * Those put aside.
 */
held: Array<TicketRow>, 
/**
 * Those who did not come when called, newest first.
 */
missed: Array<TicketRow>, 
/**
 * The lines.
 */
businesses: Array<QueueBusiness>, 
/**
 * Tickets served or sent on today.
 */
served: number, 
/**
 * Whole minutes people waited today, on average; none while nobody was called.
 */
averageWait: number | null, 
/**
 * The longest somebody waited today, in whole minutes.
 */
longestWait: number | null, 
/**
 * Tickets called out of order today.
 */
overrides: number, 
/**
 * Why today's numbers begin where they do; none on other days.
 */
resumed: QueueResumed | null, };

/**
 * One of the lines people choose between.
 */
export type QueueBusiness = { 
/**
 * Its letter, `A` to `Z`.
 */
letter: string, 
/**
 * Its name.
 */
name: string, 
/**
 * How many wait in it.
 */
waiting: number, };

/**
 * Numbers go on after a gap today, because the store came from a backup or another machine.
 */
export type QueueResumed = { 
/**
 * Since when, RFC 3339 with +08:00.
 */
at: string, 
/**
 * Every number given since has a higher count.
 */
above: number, };

/**
 * What was said of the service today, and the bad ones that are open.
 */
export type RatingBoard = { 
/**
 * The day it is of.
 */
today: string, 
/**
 * Cases accepted or refused today.
 */
cases: number, 
/**
 * Of those, rated.
 */
rated: number, 
/**
 * How often each level was given today, best first.
 */
levels: Array<RatingCount>, 
/**
 * Bad ratings, those to get in touch about first; only a supervisor sees them.
 */
bad: Array<BadRating> | null, 
/**
 * False without a table of holidays for today: working days are Monday to Friday.
 */
calendarKnown: boolean, };

/**
 * How often a level was given.
 */
export type RatingCount = { 
/**
 * `very_satisfied`, `satisfied`, `fair`, `dissatisfied`, `very_dissatisfied`.
 */
level: string, 
/**
 * How often.
 */
count: number, };

/**
 * A stretch of a paper to be read.
 */
export type ReadingLine = { 
/**
 * `title`, `heading`, `text`, `pair`, `row`.
 */
kind: string, 
/**
 * The text; of a pair its label; of a row its cells.
 */
text: string, 
/**
 * Of a pair its value.
 */
value: string, };

/**
 * Takes the materials in and decides later (收件).
 */
export type ReceiveCase = { 
/**
 * The draft.
 */
draft: string, };

/**
 * Why one matter is refused.
 */
export type RefuseApart = { 
/**
 * A ground of the list.
 */
ground: string, 
/**
 * In plain words.
 */
explanation: string, 
/**
 * Whom to ask instead.
 */
competent: string | null, };

/**
 * 不予受理. Exactly one of `draft` and `number` is set.
 */
export type RefuseCase = { 
/**
 * The draft.
 */
draft: string | null, 
/**
 * Or the case's number.
 */
number: string | null, 
/**
 * `not_required`, `not_competent`, `not_eligible`, `other_law`.
 */
ground: string, 
/**
 * In plain words.
 */
explanation: string, 
/**
 * Whom to ask instead.
 */
competent: string | null, };

/**
 * One matter or item that was not taken.
 */
export type RefusedItem = { 
/**
 * Its code.
 */
code: string, 
/**
 * Why, with stable codes.
 */
reasons: Array<string>, };

/**
 * 到件: results of a case came to the counter, or came back from the post.
 */
export type RegisterResult = { 
/**
 * The case.
 */
number: string, 
/**
 * Ids of the documents.
 */
documents: Array<string>, 
/**
 * The shelf; may be empty.
 */
kept: string, };

/**
 * Takes back what this point added.
 */
export type RemoveAlias = { 
/**
 * The matter.
 */
code: string, 
/**
 * The words.
 */
text: string, };

/**
 * Makes a document of a case again.
 */
export type Reprint = { 
/**
 * The case; of slips, the number on one of them.
 */
number: string, 
/**
 * Which document.
 */
document: string, 
/**
 * Why, as it is written down and printed: `lost`, `unclear`, `blank`, `jammed`, `one_more`.
 * Only a first printing needs none.
 */
reason: string | null, };

/**
 * Prints a ticket again.
 */
export type ReprintTicket = { 
/**
 * Id.
 */
id: string, 
/**
 * Why: `lost`, `unclear`, `blank`, `jammed`, `one_more`.
 */
reason: string | null, };

/**
 * One line of the exact list.
 */
export type RequirementLine = { 
/**
 * Catalogue id.
 */
material: string, 
/**
 * Name.
 */
name: string, 
/**
 * 原件, 复印件, 电子, …
 */
form: string, 
/**
 * Copies.
 */
copies: number, 
/**
 * Who issues it; may be empty.
 */
issuer: string, 
/**
 * How it stands.
 */
status: LineStatus, 
/**
 * Waiver rule or origin, when it is not asked for.
 */
rule: string | null, 
/**
 * The rule's detail.
 */
ruleDetail: string | null, 
/**
 * The answer that brought this line, when it is situational.
 */
because: string | null, 
/**
 * Legal basis; empty means the catalogue has none yet.
 */
basis: string, 
/**
 * Notes from answers.
 */
notes: Array<string>, 
/**
 * What the clerk looks at (审查要点); empty when the catalogue names none.
 */
criteria: Array<string>, 
/**
 * Takes the number of a certificate in its place.
 */
certificate: boolean, 
/**
 * The original has to be shown.
 */
original: boolean, 
/**
 * Only in one of the branches a 「说不准」 keeps open.
 */
conditional: boolean, 
/**
 * Ways this line may be settled: `original_seen`, `copy_taken`, `captured`, `paper_taken`,
 * `waived`, `held`, `deferred`, `promised`, `not_applicable`.
 */
ways: Array<string>, };

/**
 * The exact, personal list.
 */
export type RequirementsView = { 
/**
 * Questions with their answers so far.
 */
questions: Array<QuestionView>, 
/**
 * The lines.
 */
lines: Array<RequirementLine>, 
/**
 * Set when an answer ended the matter.
 */
ended: EndingView | null, 
/**
 * What people wrongly bring.
 */
notNeeded: Array<string>, };

/**
 * The summary of step 4.
 */
export type ResidentCheck = { 
/**
 * The matter's name.
 */
matter: string, 
/**
 * Who applies, and who acts for them.
 */
people: Array<ResidentPerson>, 
/**
 * The form.
 */
fields: Array<ResidentField>, 
/**
 * The list.
 */
lines: Array<RequirementLine>, 
/**
 * How its lines are settled, without names of files and numbers.
 */
choices: Array<MaterialChoice>, 
/**
 * The questions that were asked, with their answers.
 */
questions: Array<QuestionView>, };

/**
 * A field of the form on the summary.
 */
export type ResidentField = { 
/**
 * Label.
 */
label: string, 
/**
 * As in `FieldView`.
 */
kind: string, 
/**
 * The value, masked when it is secret; empty when it was not filled.
 */
value: string, };

/**
 * A paper to read and to sign.
 */
export type ResidentPaper = { 
/**
 * Its title.
 */
title: string, 
/**
 * What it says.
 */
lines: Array<ReadingLine>, 
/**
 * The clerk has read it out.
 */
readAloud: boolean, };

/**
 * Somebody on the summary.
 */
export type ResidentPerson = { 
/**
 * True for who acts for the applicant.
 */
agent: boolean, 
/**
 * Name.
 */
name: string, 
/**
 * Relation in words; empty for the applicant.
 */
relation: string, 
/**
 * The last four of the number.
 */
idTail: string, 
/**
 * Masked telephone; may be empty.
 */
phoneMasked: string, };

/**
 * A rating, given by the resident.
 */
export type ResidentRated = { 
/**
 * The turn it answers.
 */
turn: number, 
/**
 * `very_satisfied`, `satisfied`, `fair`, `dissatisfied`, `very_dissatisfied`.
 */
level: string, 
/**
 * Of a bad one: `manner`, `slow`, `guide`, `again`, `machine`, `other`.
 */
reasons: Array<string>, 
/**
 * In their words, at most 200 characters; may be empty.
 */
words: string, };

/**
 * What is rated.
 */
export type ResidentRating = { 
/**
 * The matter's name.
 */
matter: string, 
/**
 * Short number.
 */
short: string, 
/**
 * `acceptance` or `completion`.
 */
stage: string, 
/**
 * 追评: it was rated badly before, which stands.
 */
again: boolean, };

/**
 * Everything the residents' window shows.
 */
export type ResidentScreen = { 
/**
 * Counts what was shown; an answer names what it is an answer to.
 */
turn: number, 
/**
 * Name of the point; empty before there is one.
 */
point: string, 
/**
 * Name of the window.
 */
window: string, 
/**
 * Number of the ticket at the window.
 */
serving: string | null, 
/**
 * Calls so far today; it rises with every one.
 */
calls: number, 
/**
 * Which of the following stands there.
 */
shows: ResidentShows, 
/**
 * The summary.
 */
check: ResidentCheck | null, 
/**
 * The summary changed after the resident had begun to read it.
 */
changed: boolean, 
/**
 * The paper.
 */
paper: ResidentPaper | null, 
/**
 * The case to rate.
 */
rating: ResidentRating | null, 
/**
 * Thanks for a bad rating: somebody will get in touch.
 */
bad: boolean, };

/**
 * What stands on the residents' screen.
 */
export type ResidentShows = "idle" | "check" | "sign" | "rate" | "thanks";

/**
 * A signature, as the strokes that were drawn.
 */
export type ResidentSigned = { 
/**
 * The turn it answers.
 */
turn: number, 
/**
 * The text was scrolled to its end.
 */
readToEnd: boolean, 
/**
 * Points of every stroke in the box of 560 by 240.
 */
strokes: Array<Array<[number, number]>>, };

/**
 * What the clerk's window hears of the residents' screen.
 */
export type ResidentState = { 
/**
 * Somebody can look at it.
 */
attached: boolean, 
/**
 * Counts what was shown.
 */
turn: number, 
/**
 * What stands there.
 */
shows: ResidentShows, 
/**
 * The document being signed.
 */
document: string | null, 
/**
 * It was read out.
 */
readAloud: boolean, 
/**
 * Number of the case being rated.
 */
rating: string | null, 
/**
 * The draft whose summary, as it stands, a resident has confirmed.
 */
confirmed: string | null, 
/**
 * What was signed for the draft or case on the table.
 */
signed: Array<SignedOnScreen>, };

/**
 * An answer to what stood on the screen.
 */
export type ResidentTurn = { 
/**
 * The turn it answers.
 */
turn: number, };

/**
 * A result of the matter.
 */
export type ResultView = { 
/**
 * Name.
 */
name: string, 
/**
 * 证照, 批文, 给付, 登记, 无.
 */
kind: string, 
/**
 * How it is handed over.
 */
delivery: Array<string>, };

/**
 * A material that lies at the counter and can be given back.
 */
export type ReturnableMaterial = { 
/**
 * Catalogue id.
 */
material: string, 
/**
 * Its name.
 */
name: string, 
/**
 * Paper was taken, so it is given back unless somebody says otherwise.
 */
paper: boolean, };

/**
 * Shows masked fields on purpose; writes an entry.
 */
export type RevealFields = { 
/**
 * The case.
 */
number: string, 
/**
 * `id_number`, `phone`, or form keys.
 */
fields: Array<string>, };

/**
 * Unmasked fields, for ten seconds.
 */
export type Revealed = { 
/**
 * Field key → value.
 */
fields: { [key in string]: string }, };

/**
 * Takes a mandate back.
 */
export type RevokeMandate = { 
/**
 * The mandate.
 */
id: string, 
/**
 * Why, in the principal's words.
 */
reason: string, };

/**
 * Sends a document to a printer from now on.
 */
export type RouteDocument = { 
/**
 * Which document.
 */
document: string, 
/**
 * The printer; none for the folder.
 */
printer: string | null, 
/**
 * One of the document's sheets.
 */
sheet: string, };

/**
 * Where a document goes.
 */
export type RouteInfo = { 
/**
 * Which document, such as `receipt`.
 */
document: string, 
/**
 * Title in Chinese.
 */
title: string, 
/**
 * The sheets it can be had on: `a4`, `a5`, `ticket80`, `ticket58`, `label`.
 */
sheets: Array<string>, 
/**
 * The sheet it is made on.
 */
sheet: string, 
/**
 * The printer; none for the folder.
 */
printer: string | null, };

/**
 * Saves a draft; within a second of every change.
 */
export type SaveDraft = { 
/**
 * Id.
 */
id: string, 
/**
 * Everything entered so far.
 */
content: DraftContent, };

/**
 * A paper kept as a file beside its printing.
 */
export type SavedFile = { 
/**
 * The file.
 */
place: string, };

/**
 * Finds cases.
 */
export type SearchCases = { 
/**
 * Any part of a number, name, pinyin, initials, last four, matter.
 */
text: string, 
/**
 * `today`, `week`, `all`.
 */
period: string, 
/**
 * A state, or empty for all.
 */
state: string, 
/**
 * `local`, `reported`, `attend`, or empty.
 */
sync: string, 
/**
 * Only those behind a count of the workbench, such as `overdue`; empty for all.
 */
tally: string, 
/**
 * Skip.
 */
offset: number, 
/**
 * At most this many, 1 to 200.
 */
limit: number, };

/**
 * Searches matters; an empty text lists favourites, then recents.
 */
export type SearchMatters = { 
/**
 * Words, pinyin, initials, code, alias; 零跑腿, 只跑一次 and 最多跑一次 mean 一次办好.
 */
text: string, 
/**
 * Only matters handled in all of these ways (办理方式); empty for all.
 */
modes: Array<string>, 
/**
 * At most this many, 1 to 50.
 */
limit: number, };

/**
 * Looks for people who were here before.
 */
export type SearchPeople = { 
/**
 * Name, its sound or initials, or the last four of a number or telephone.
 */
text: string, };

/**
 * A supervisor's leave for a 二次告知.
 */
export type SecondNoticeLeave = { 
/**
 * The supervisor's operator id; empty when the supervisor is the one signed in.
 */
supervisor: string, 
/**
 * Their password; empty likewise.
 */
password: string, 
/**
 * Why it has to be told again, 1 to 200 characters.
 */
reason: string, };

/**
 * Everything up to here was seen.
 */
export type SeeNews = { 
/**
 * Id of the newest piece shown.
 */
until: number, };

/**
 * Says what a person saw come out of the printer.
 */
export type SeenPaper = { 
/**
 * The paper.
 */
id: string, 
/**
 * It came out whole.
 */
cameOut: boolean, };

/**
 * Sends whoever is at the window to another one.
 */
export type SendTicket = { 
/**
 * The other window, 1 to 30 characters.
 */
window: string, };

/**
 * The point's hours of service; they are not the working days terms count in.
 */
export type ServiceHours = { 
/**
 * Monday to Sunday, seven of them.
 */
week: Array<DayHours>, 
/**
 * Days that differ.
 */
special: Array<SpecialDay>, 
/**
 * Bookings in half a day.
 */
places: number, 
/**
 * The lines, one at least and eight at most.
 */
businesses: Array<BusinessLine>, 
/**
 * Whoever is signed in may change them.
 */
changeable: boolean, };

/**
 * A matter of a chain that is not accepted with its sisters. Exactly one of `refuse` and
 * `correct` is set; with neither it is only received.
 */
export type SetApart = { 
/**
 * Its code.
 */
matter: string, 
/**
 * 不予受理, with the ground.
 */
refuse: RefuseApart | null, 
/**
 * 补正, with everything that is missing.
 */
correct: Array<CorrectionLine> | null, };

/**
 * Changes the hours of service.
 */
export type SetServiceHours = { 
/**
 * Monday to Sunday, seven of them.
 */
week: Array<DayHours>, 
/**
 * Days that differ.
 */
special: Array<SpecialDay>, 
/**
 * Bookings in half a day, 1 to 50.
 */
places: number, 
/**
 * The lines.
 */
businesses: Array<BusinessLine>, };

/**
 * Settles an enquiry.
 */
export type SettleEnquiry = { 
/**
 * The enquiry.
 */
id: string, 
/**
 * What was answered, 2 to 200 characters.
 */
answer: string, 
/**
 * Number of the case it became; empty for none.
 */
number: string, };

/**
 * How far first run has come; the first false is the next step.
 */
export type SetupState = { 
/**
 * The home is enrolled as a terminal of a point.
 */
enrolled: boolean, 
/**
 * There is an administrator.
 */
administrator: boolean, 
/**
 * Matters in the catalogue in force.
 */
matters: number, };

/**
 * One guide on the shelf.
 */
export type ShelvedGuide = { 
/**
 * Code of its matter.
 */
code: string, 
/**
 * Name of its matter.
 */
name: string, 
/**
 * Category.
 */
category: string, 
/**
 * This point takes it in.
 */
here: boolean, };

/**
 * Looks at the booking book.
 */
export type ShowBookings = { 
/**
 * The first of the seven days; empty for today.
 */
from: string, };

/**
 * Shows a chain with what is ticked.
 */
export type ShowChain = { 
/**
 * Its code.
 */
code: string, 
/**
 * Codes of the ticked matters; none for all of them.
 */
chosen: Array<string> | null, };

/**
 * The list of the ticked matters of a chain for a situation.
 */
export type ShowChainNotice = { 
/**
 * The chain.
 */
code: string, 
/**
 * Codes of the ticked matters.
 */
chosen: Array<string>, 
/**
 * What was answered so far, by the ids of the whole.
 */
answers: { [key in string]: string }, 
/**
 * Who asks, once a card was read; only name and number are used.
 */
person: PersonInput | null, };

/**
 * Shows a guide for a situation.
 */
export type ShowGuide = { 
/**
 * The matter.
 */
code: string, 
/**
 * Question id → choice id or `?`.
 */
answers: { [key in string]: string }, };

/**
 * The list for a situation, as asked and no more.
 */
export type ShowNotice = { 
/**
 * The matter.
 */
code: string, 
/**
 * What was answered so far.
 */
answers: { [key in string]: string }, 
/**
 * Who asks, once a card was read; only name and number are used.
 */
person: PersonInput | null, };

/**
 * Signs in or unlocks.
 */
export type SignIn = { 
/**
 * Operator id.
 */
operator: string, 
/**
 * Password.
 */
password: string, };

/**
 * 补签: signs what was left unsigned.
 */
export type SignLater = { 
/**
 * The case's number.
 */
number: string, 
/**
 * Every paper that was left unsigned, signed now.
 */
signed: Array<SignedPaper>, };

/**
 * A document to be signed: in step 5, or before a received case is accepted.
 */
export type SignView = { 
/**
 * Document name: `application_form`, `promise.` and the material's id, or `deferral`.
 */
document: string, 
/**
 * Title in Chinese.
 */
title: string, 
/**
 * Its newest printing says something else by now: print it again before it is signed.
 */
outdated: boolean, 
/**
 * It may be left unsigned for a reason: nothing is promised or asked for by it that stands
 * only with a signature.
 */
skippable: boolean, };

/**
 * A paper that was signed on the screen.
 */
export type SignedOnScreen = { 
/**
 * The draft it belongs to.
 */
draft: string | null, 
/**
 * Or the number of the received case.
 */
number: string | null, 
/**
 * The signature.
 */
paper: SignedPaper, };

/**
 * A paper the resident signed (step 5).
 */
export type SignedPaper = { 
/**
 * Document name, as in `toSign`.
 */
document: string, 
/**
 * Photographs of the signed pages.
 */
files: Array<FileInfo>, 
/**
 * `photographed` (with files), `on_paper`, `read_aloud`, or `on_screen`, which only the
 * residents' screen gives.
 */
how: string, 
/**
 * SHA-256 of what the signed paper says, given by the store; empty for a new signature.
 */
content: string, };

/**
 * A case taken together with others.
 */
export type SisterCase = { 
/**
 * Its place, from 1.
 */
place: number, 
/**
 * Number.
 */
number: string, 
/**
 * Short number with the place, `1123-0012-1`.
 */
short: string, 
/**
 * Matter's name.
 */
matter: string, 
/**
 * The office that has it.
 */
office: string, 
/**
 * State, such as `accepted`.
 */
state: string, 
/**
 * The date that counts now.
 */
due: DueView, 
/**
 * Places of the sisters whose result it still waits for.
 */
waitsFor: Array<number>, 
/**
 * Why it was refused, sent back or closed, in words; empty while it goes on.
 */
reason: string, };

/**
 * The slip a draft is entered from. Number, day and leave are the store's word; the rest is
 * typed.
 */
export type SlipOnDraft = { 
/**
 * Its number.
 */
number: string, 
/**
 * The day on it, `YYYY-MM-DD`: the day of receipt.
 */
on: string, 
/**
 * Why it was taken on paper: `no_power`, `machine_down`, `off_site`, `other`, or empty.
 */
why: string, 
/**
 * In words, when the reason is another one.
 */
words: string, 
/**
 * Photographs of the slip.
 */
files: Array<FileInfo>, 
/**
 * The supervisor who agreed to one that lies far back: operator id, or empty.
 */
leaveBy: string, 
/**
 * Why they did.
 */
leaveWhy: string, };

/**
 * One slip.
 */
export type SlipRow = { 
/**
 * Its number, which the case taken on it gets.
 */
number: string, 
/**
 * Short number.
 */
short: string, 
/**
 * The day it was printed, `YYYY-MM-DD`.
 */
printedOn: string, 
/**
 * The paper it was printed on.
 */
paper: string, 
/**
 * `free`, `used` or `spoiled`.
 */
state: string, 
/**
 * The day it was spoiled.
 */
spoiledOn: string | null, 
/**
 * Why.
 */
spoiledWhy: string | null, };

/**
 * The slips of this terminal.
 */
export type SlipShelf = { 
/**
 * Free ones.
 */
free: number, 
/**
 * Those a case was entered from.
 */
used: number, 
/**
 * Spoiled or lost ones.
 */
spoiled: number, 
/**
 * The free ones first, then the newest.
 */
rows: Array<SlipRow>, 
/**
 * Most slips that are printed at once.
 */
most: number, };

/**
 * Asks how words of the window sound.
 */
export type SoundWords = { 
/**
 * The words.
 */
words: Array<string>, };

/**
 * A day with hours of its own.
 */
export type SpecialDay = { 
/**
 * The day.
 */
date: string, 
/**
 * As on a day of the week; none is closed.
 */
spans: Array<string>, 
/**
 * Why: 节假日通道, 集中办理日, …
 */
note: string, };

/**
 * Goes on with matters of a chain that is out of force, each by itself.
 */
export type SplitDraft = { 
/**
 * Id.
 */
id: string, 
/**
 * Codes of the matters.
 */
matters: Array<string>, };

/**
 * Says that a slip was spoiled or lost.
 */
export type SpoilSlip = { 
/**
 * Its number.
 */
number: string, 
/**
 * Why, 2 to 200 characters.
 */
reason: string, };

/**
 * A step of the procedure.
 */
export type StepView = { 
/**
 * Name.
 */
name: string, 
/**
 * Who does it.
 */
responsible: string, 
/**
 * How long.
 */
limit: string, 
/**
 * What happens.
 */
detail: string, };

/**
 * A day on which the clock was suspect and whose date nobody has answered for since.
 */
export type SuspectDay = { 
/**
 * The day the clock gave, `YYYY-MM-DD`.
 */
day: string, 
/**
 * Cases received or accepted on it.
 */
cases: number, };

/**
 * A matter that is no longer taken in (已停用).
 */
export type SuspendedView = { 
/**
 * Since when, `YYYY-MM-DD`.
 */
on: string, 
/**
 * The name of the matter that takes its place (改办), when there is one here.
 */
instead: string | null, };

/**
 * The sync centre.
 */
export type SyncCentre = { 
/**
 * The light's facts.
 */
status: SyncStatus, 
/**
 * Needs a person.
 */
attention: Array<SyncRow>, 
/**
 * Waiting, oldest first.
 */
waiting: Array<SyncRow>, 
/**
 * Reported today, newest first.
 */
reportedToday: Array<SyncRow>, 
/**
 * What came down, newest first.
 */
down: Array<DownRow>, 
/**
 * Bytes waiting.
 */
waitingBytes: number, 
/**
 * The platform's address; none for a point without a line.
 */
platform: string | null, };

/**
 * How a case stands with the platform.
 */
export type SyncMark = { 
/**
 * `local`, `sending`, `reported`, `attend`.
 */
mark: string, 
/**
 * Per cent, when sending.
 */
percent: number | null, 
/**
 * The reason, when a person is needed: one of the closed list.
 */
reason: string | null, };

/**
 * One row of the sync centre.
 */
export type SyncRow = { 
/**
 * Number of the case.
 */
number: string, 
/**
 * Short number.
 */
short: string, 
/**
 * Applicant.
 */
applicant: string, 
/**
 * Matter.
 */
matter: string, 
/**
 * `local`, `sending`, `reported`, `attend`.
 */
mark: string, 
/**
 * Per cent, when sending.
 */
percent: number | null, 
/**
 * Reason, when a person is needed.
 */
reason: string | null, 
/**
 * The fields it is about.
 */
fields: Array<string>, 
/**
 * Files of the case.
 */
files: number, 
/**
 * Bytes still to send.
 */
bytes: number, 
/**
 * Stored here, RFC 3339 with +08:00.
 */
storedAt: string, 
/**
 * Receipted, RFC 3339 with +08:00.
 */
reportedAt: string | null, };

/**
 * Facts for the sync light; the words are the face's (ux.md §5).
 */
export type SyncStatus = { 
/**
 * `online`, `offline`, `no_answer`, `usb_only`, `starting`.
 */
connectivity: string, 
/**
 * Cases waiting to be reported.
 */
waiting: number, 
/**
 * Cases that need a person.
 */
attention: number, 
/**
 * Cases sent in this run, when sending.
 */
sendingDone: number | null, 
/**
 * Cases to send in this run, when sending.
 */
sendingTotal: number | null, 
/**
 * Next automatic try, RFC 3339 with +08:00.
 */
nextTry: string | null, 
/**
 * Last success, RFC 3339 with +08:00.
 */
lastSuccess: string | null, 
/**
 * Minutes the clock is behind what it should be at least, negative when ahead: of the
 * platform's last word, when over five; else of the newest entry, when it has gone back.
 */
clockSkewMinutes: number | null, 
/**
 * Megabytes free on the disk, when under 1024.
 */
diskFreeMb: number | null, 
/**
 * The store does not verify.
 */
storeBroken: boolean, };

/**
 * Enters a draft from a slip.
 */
export type TakeSlip = { 
/**
 * The draft.
 */
draft: string, 
/**
 * The slip's number as typed or scanned.
 */
number: string, 
/**
 * The day on it, `YYYY-MM-DD`.
 */
on: string, 
/**
 * Why a supervisor agrees to one that lies far back; empty when nobody was asked.
 */
reason: string, 
/**
 * The supervisor's operator id; empty when the supervisor is the one signed in.
 */
supervisor: string, 
/**
 * Their password; empty likewise.
 */
password: string, };

/**
 * Takes in what a case owes.
 */
export type TakeSupplies = { 
/**
 * The case.
 */
number: string, 
/**
 * The lines that were handed in.
 */
materials: Array<MaterialChoice>, 
/**
 * Answers to questions that were left open: question to choice, `?` for 说不准.
 */
answers: { [key in string]: string }, 
/**
 * Fields of the form as they read now.
 */
form: { [key in string]: string }, 
/**
 * Papers signed with it.
 */
signed: Array<SignedPaper>, };

/**
 * Takes a ticket.
 */
export type TakeTicket = { 
/**
 * Letter of the line.
 */
business: string, 
/**
 * `age`, `disability`, `pregnancy`, `service`; empty for none. Nobody proves it.
 */
priority: string, 
/**
 * The booking it comes with; empty for none.
 */
booking: string, };

/**
 * Whose document it is.
 */
export type TakerCheck = { 
/**
 * `applicant`, `guardian`, `agent` (a mandate covers it), `stranger`.
 */
who: string, 
/**
 * The mandate that lets them.
 */
mandate: MandateView | null, 
/**
 * Why their newest mandate does not: `expired`, `not_yet`, `revoked`, `scope`, `matter`.
 */
lapsed: string | null, 
/**
 * The day that is about, `YYYY-MM-DD`.
 */
lapsedOn: string | null, };

/**
 * One count, and of those how many are of the kind its words name.
 */
export type TallyCount = { 
/**
 * `accepted_today`, `closed_today`, `due_soon`, `overdue`, `waiting`, `to_print`,
 * `correcting`, `to_collect`; also a filter of `search_cases`.
 */
tally: string, 
/**
 * How many cases.
 */
count: number, 
/**
 * Of those: accepted with a material to follow, closed on the day they were taken in; else 0.
 */
part: number, };

/**
 * The counter this machine is.
 */
export type TerminalInfo = { 
/**
 * Prefix of its numbers, `LY03`.
 */
code: string, 
/**
 * 「滕州市龙阳镇便民服务中心」.
 */
point: string, 
/**
 * 「3 号综合窗口」.
 */
window: string, 
/**
 * Address of the point.
 */
address: string, 
/**
 * Telephone of the point.
 */
phone: string, 
/**
 * Opening hours of the point.
 */
hours: string, 
/**
 * True for the demo.
 */
sample: boolean, };

/**
 * 终止: what was owed did not come by its day.
 */
export type TerminateCase = { 
/**
 * The case.
 */
number: string, 
/**
 * Why.
 */
reason: string, 
/**
 * The materials given back, by catalogue id.
 */
returned: Array<string>, };

/**
 * What became of looking for a ticket by its code.
 */
export type TicketFound = { 
/**
 * `here`, `other_day`, `other_terminal`, `unknown`, `mistyped` when the check character does
 * not fit, `no_code` when it is none.
 */
place: string, 
/**
 * The ticket, when it is one of today and of this terminal.
 */
ticket: TicketRow | null, 
/**
 * Its number; empty of what is no code.
 */
number: string, 
/**
 * The day it was given, `YYYY-MM-DD`; empty of what is no code.
 */
day: string, 
/**
 * The terminal that gave it; empty of what is no code.
 */
terminal: string, };

/**
 * Names a ticket.
 */
export type TicketRef = { 
/**
 * Id.
 */
id: string, };

/**
 * One ticket (号票).
 */
export type TicketRow = { 
/**
 * Id.
 */
id: string, 
/**
 * As printed and called, such as `A017`.
 */
number: string, 
/**
 * What it is for, by name.
 */
business: string, 
/**
 * Why it comes before others: `age`, `disability`, `pregnancy`, `service`.
 */
priority: string | null, 
/**
 * The time of the booking it came with, `HH:MM`.
 */
booked: string | null, 
/**
 * Who booked; nobody gives a name for a plain ticket.
 */
name: string, 
/**
 * When it was taken, RFC 3339 with +08:00.
 */
takenAt: string, 
/**
 * Whole minutes it waited: until now, or until it was first called.
 */
waited: number, 
/**
 * `waiting`, `serving`, `held`, `missed`, `served`, `sent_on`.
 */
state: string, 
/**
 * How often it was called.
 */
calls: number, };

/**
 * A ticket was taken.
 */
export type TicketTaken = { 
/**
 * The ticket.
 */
ticket: TicketRow, 
/**
 * How many wait before it.
 */
ahead: number, 
/**
 * Its paper.
 */
paper: PaperInfo, };

/**
 * What is taken over into a department's own system.
 */
export type Transcript = { 
/**
 * The fields that are not empty, in the order of the form.
 */
fields: Array<TranscriptField>, };

/**
 * One value a department's form asks for.
 */
export type TranscriptField = { 
/**
 * `applicant.name`, `applicant.id_number`, …, `agent.name`, …, `form.KEY`.
 */
key: string, 
/**
 * The form's label; empty of a person's own fields, which the face names.
 */
label: string, 
/**
 * The value, in clear, as it is typed elsewhere.
 */
value: string, };

/**
 * Opens or closes the residents' window.
 */
export type TurnResidentWindow = { 
/**
 * Open it.
 */
open: boolean, };

/**
 * A paper left unsigned for now (跳过签字), and why.
 */
export type UnsignedPaper = { 
/**
 * Document name, as in `toSign`; only of one that is `skippable`.
 */
document: string, 
/**
 * `cannot_move`, `no_means`, `taken_home`, `other`.
 */
why: string, 
/**
 * In words, when the reason is another one; at most 60 characters.
 */
words: string, 
/**
 * SHA-256 of what the paper said when it was left unsigned, given by the store; empty for a
 * new one.
 */
content: string, };

/**
 * 催办: asks the platform to see to a case.
 */
export type UrgeCase = { 
/**
 * The case.
 */
number: string, 
/**
 * Why.
 */
reason: string, };

/**
 * One thing done in a visit.
 */
export type VisitDeedView = { 
/**
 * `enquired`, `told`, `handed_in`, `supplied`, `collected`.
 */
deed: string, 
/**
 * The case's number, when it was about one.
 */
number: string | null, 
/**
 * The matter, or what was asked.
 */
about: string, };

/**
 * One person's coming on one day.
 */
export type VisitView = { 
/**
 * The day, `YYYY-MM-DD`.
 */
on: string, 
/**
 * What was done.
 */
deeds: Array<VisitDeedView>, };

/**
 * 作废: taken by mistake; a supervisor agrees.
 */
export type VoidCase = { 
/**
 * The case.
 */
number: string, 
/**
 * Its short number, typed.
 */
typed: string, 
/**
 * Why, 4 to 200 characters.
 */
reason: string, 
/**
 * The supervisor's operator id; empty when the supervisor is the one signed in.
 */
supervisor: string, 
/**
 * Their password; empty likewise.
 */
password: string, };

/**
 * A case whose result has not reached the person.
 */
export type WaitingCase = { 
/**
 * The case.
 */
row: CaseRow, 
/**
 * Its documents.
 */
results: Array<CaseResult>, 
/**
 * Since when something lies at the counter, `YYYY-MM-DD`; none when nothing does.
 */
since: string | null, 
/**
 * Days since then.
 */
days: number, 
/**
 * Over thirty days: somebody has to ask why.
 */
unclaimed: boolean, 
/**
 * Masked phone.
 */
phoneMasked: string, };

/**
 * What waits to be fetched, longest first.
 */
export type WaitingList = { 
/**
 * All that match.
 */
total: number, 
/**
 * The first of them.
 */
rows: Array<WaitingCase>, };

/**
 * 撤回: the applicant withdraws, in writing.
 */
export type WithdrawCase = { 
/**
 * The case.
 */
number: string, 
/**
 * Why, in the applicant's words.
 */
reason: string, 
/**
 * The signed withdrawal lies at the counter.
 */
written: boolean, 
/**
 * Its pages, as they were stored.
 */
files: Array<FileInfo>, 
/**
 * The materials given back, by catalogue id.
 */
returned: Array<string>, };

/**
 * How a word sounds, in lower-case letters; characters without a known reading are left out.
 */
export type WordSound = { 
/**
 * `gongzuotai`.
 */
pinyin: string, 
/**
 * `gzt`.
 */
initials: string, };

/**
 * Sounds in the order the words were given.
 */
export type WordSounds = { 
/**
 * The sounds.
 */
sounds: Array<WordSound>, };

/**
 * Everything on the workbench but the drafts.
 */
export type Workbench = { 
/**
 * The counts, in their order; zeros are told.
 */
tallies: Array<TallyCount>, 
/**
 * Cases to see to, on all pages.
 */
pressingTotal: number, 
/**
 * The first of them, nearest deadline first, those without one last.
 */
pressing: Array<PressingCase>, 
/**
 * Papers nobody has in hand yet, oldest first, at most as many as are shown.
 */
papers: Array<PaperWaiting>, 
/**
 * How often each level was given today, best first.
 */
ratings: Array<RatingCount>, 
/**
 * How often somebody was told a second time in the last 30 days (二次告知); only a supervisor
 * sees it.
 */
toldAgain: number | null, 
/**
 * What was demanded beyond the published list this month; only a supervisor sees it.
 */
demands: DemandLog | null, 
/**
 * Days whose date nobody has answered for since the clock was suspect; only a supervisor sees
 * them.
 */
suspectDays: Array<SuspectDay>, 
/**
 * One's own enquiries (首问).
 */
enquiries: EnquiryShelf, 
/**
 * Who came today, and what it saved them.
 */
today: DayView, 
/**
 * False without a table of holidays for today: working days are Monday to Friday.
 */
calendarKnown: boolean, };

/** Every error code. */
export const ERROR_CODES: readonly ErrorCode[] = [
  "OPS-001",
  "OPS-002",
  "OPS-003",
  "OPS-004",
  "OPS-005",
  "OPS-006",
  "OPS-007",
  "HOME-BUSY",
  "HOME-002",
  "HOME-003",
  "HOME-004",
  "HOME-005",
  "STORE-FULL",
  "STORE-IO",
  "STORE-BROKEN",
  "CLOCK-001",
  "CLOCK-002",
  "MATTER-001",
  "MATTER-002",
  "MATTER-003",
  "MATTER-004",
  "MATTER-005",
  "SETUP-001",
  "NOTICE-001",
  "GUIDE-001",
  "GUIDE-002",
  "PROOF-001",
  "DRAFT-001",
  "DRAFT-002",
  "CASE-001",
  "CASE-002",
  "CASE-003",
  "CASE-004",
  "CASE-005",
  "CASE-006",
  "CASE-007",
  "CASE-008",
  "CASE-009",
  "CASE-010",
  "CASE-011",
  "FILE-001",
  "FILE-002",
  "ARCHIVE-001",
  "ARCHIVE-002",
  "ARCHIVE-003",
  "ARCHIVE-004",
  "ARCHIVE-005",
  "PAPER-001",
  "PAPER-002",
  "PAPER-003",
  "PAPER-004",
  "PAPER-005",
  "PAPER-006",
  "PAPER-007",
  "PRINTER-001",
  "DEVICE-001",
  "DEVICE-002",
  "SYNC-001",
  "SYNC-002",
  "PERSON-001",
  "PERSON-002",
  "PERSON-003",
  "SCREEN-001",
  "SCREEN-002",
  "SCREEN-003",
  "SCREEN-004",
  "RATING-001",
  "RATING-002",
  "DELIVERY-001",
  "DELIVERY-002",
  "DELIVERY-003",
  "DELIVERY-004",
  "DELIVERY-005",
  "MANDATE-001",
  "MANDATE-002",
  "MANDATE-003",
  "ENQUIRY-001",
  "ENQUIRY-002",
  "QUEUE-001",
  "QUEUE-002",
  "QUEUE-003",
  "QUEUE-004",
  "FORWARD-001",
  "INPUT-001",
  "INTERNAL",
];

/** Commands that take and give JSON. */
export interface Commands {
  app_status: { in: Nothing; out: AppStatus };
  setup_state: { in: Nothing; out: SetupState };
  enrol: { in: Enrol; out: SetupState };
  start_demo: { in: Nothing; out: DemoStarted };
  create_administrator: { in: CreateAdministrator; out: OperatorInfo };
  print_test_page: { in: Nothing; out: PaperInfo };
  list_operators: { in: Nothing; out: OperatorList };
  sign_in: { in: SignIn; out: OperatorInfo };
  lock: { in: Nothing; out: Done };
  add_operator: { in: AddOperator; out: OperatorInfo };
  change_password: { in: ChangePassword; out: Done };
  search_matters: { in: SearchMatters; out: MatterList };
  favourite_matter: { in: FavouriteMatter; out: Done };
  note_question: { in: NoteQuestion; out: Done };
  list_aliases: { in: ListAliases; out: AliasList };
  add_alias: { in: AddAlias; out: Done };
  remove_alias: { in: RemoveAlias; out: Done };
  show_guide: { in: ShowGuide; out: GuideView };
  list_guides: { in: Nothing; out: GuideShelf };
  keep_finding: { in: KeepFinding; out: Done };
  print_guide: { in: PrintGuide; out: PaperInfo };
  print_proof_list: { in: Nothing; out: PaperInfo };
  show_notice: { in: ShowNotice; out: NoticeView };
  give_notice: { in: GiveNotice; out: NoticeGiven };
  show_chain_notice: { in: ShowChainNotice; out: NoticeView };
  give_chain_notice: { in: GiveChainNotice; out: NoticeGiven };
  list_chains: { in: Nothing; out: ChainList };
  show_chain: { in: ShowChain; out: ChainView };
  open_chain: { in: OpenChain; out: DraftView };
  open_draft: { in: OpenDraft; out: DraftView };
  show_draft: { in: DraftRef; out: DraftView };
  save_draft: { in: SaveDraft; out: DraftView };
  discard_draft: { in: DraftRef; out: Done };
  split_draft: { in: SplitDraft; out: DraftList };
  list_drafts: { in: Nothing; out: DraftList };
  print_draft_paper: { in: DraftPaper; out: PaperInfo };
  read_card: { in: Nothing; out: CardRead };
  confirm_date: { in: ConfirmDate; out: Done };
  correct_date: { in: CorrectDate; out: Done };
  list_slips: { in: Nothing; out: SlipShelf };
  print_slips: { in: PrintSlips; out: PaperInfo };
  spoil_slip: { in: SpoilSlip; out: Done };
  take_slip: { in: TakeSlip; out: DraftView };
  put_slip_back: { in: DraftRef; out: DraftView };
  accept_case: { in: AcceptCase; out: CaseDone };
  accept_apart: { in: AcceptApart; out: CaseDone };
  receive_case: { in: ReceiveCase; out: CaseDone };
  accept_received: { in: AcceptReceived; out: CaseDone };
  sign_later: { in: SignLater; out: CaseDone };
  ask_correction: { in: AskCorrection; out: CaseDone };
  check_demand: { in: CheckDemand; out: DemandAnswer };
  refuse_case: { in: RefuseCase; out: CaseDone };
  ask_correction_again: { in: AskCorrectionAgain; out: CaseDone };
  take_supplies: { in: TakeSupplies; out: CaseDone };
  look_owed: { in: OwedByAnswers; out: OwedNow };
  extend_supply: { in: ExtendSupply; out: Done };
  log_call: { in: LogCall; out: Done };
  withdraw_case: { in: WithdrawCase; out: CaseEnded };
  terminate_case: { in: TerminateCase; out: CaseEnded };
  void_case: { in: VoidCase; out: CaseEnded };
  urge_case: { in: UrgeCase; out: Done };
  amend_case: { in: AmendCase; out: Done };
  check_promise: { in: CheckPromise; out: Done };
  archive_case: { in: CaseRef; out: Done };
  write_archive_package: { in: CaseRef; out: ArchivePackage };
  list_corrections: { in: Nothing; out: CorrectionDesk };
  forward_places: { in: MatterPlace; out: ForwardPlaces };
  forward_case: { in: ForwardCase; out: CaseDone };
  print_where_to: { in: MatterPlace; out: PaperInfo };
  list_enquiries: { in: ListEnquiries; out: EnquiryList };
  open_enquiry: { in: OpenEnquiry; out: Done };
  hand_enquiry: { in: HandEnquiry; out: Done };
  settle_enquiry: { in: SettleEnquiry; out: Done };
  queue_board: { in: Nothing; out: QueueBoard };
  take_ticket: { in: TakeTicket; out: TicketTaken };
  find_ticket: { in: FindTicket; out: TicketFound };
  reprint_ticket: { in: ReprintTicket; out: PaperInfo };
  list_overrides: { in: ListOverrides; out: OverrideBook };
  call_next: { in: Nothing; out: QueueBoard };
  call_ticket: { in: CallTicket; out: QueueBoard };
  call_again: { in: Nothing; out: QueueBoard };
  miss_ticket: { in: Nothing; out: QueueBoard };
  hold_ticket: { in: Nothing; out: QueueBoard };
  send_ticket: { in: SendTicket; out: QueueBoard };
  finish_ticket: { in: Nothing; out: QueueBoard };
  return_ticket: { in: TicketRef; out: QueueBoard };
  show_bookings: { in: ShowBookings; out: BookingBook };
  add_booking: { in: AddBooking; out: BookingBook };
  cancel_booking: { in: BookingRef; out: BookingBook };
  service_hours: { in: Nothing; out: ServiceHours };
  set_service_hours: { in: SetServiceHours; out: ServiceHours };
  workbench: { in: Nothing; out: Workbench };
  search_cases: { in: SearchCases; out: CaseList };
  show_case: { in: CaseRef; out: CaseView };
  reveal_fields: { in: RevealFields; out: Revealed };
  transcript: { in: CaseRef; out: Transcript };
  note_transcribed: { in: NoteTranscribed; out: Done };
  export_fields: { in: ExportFields; out: ExportedFields };
  search_people: { in: SearchPeople; out: PeopleList };
  recall_person: { in: PersonRef; out: PersonInput };
  find_person: { in: FindPerson; out: PersonFound };
  show_person: { in: PersonRef; out: PersonView };
  reveal_person: { in: PersonRef; out: Revealed };
  merge_person: { in: MergePerson; out: Done };
  part_person: { in: PartPerson; out: Done };
  list_mandates: { in: PersonRef; out: MandateList };
  print_mandate: { in: PrintMandate; out: PaperInfo };
  read_mandate: { in: PrintMandate; out: MandateText };
  give_mandate: { in: GiveMandate; out: MandateView };
  revoke_mandate: { in: RevokeMandate; out: Done };
  list_waiting: { in: ListWaiting; out: WaitingList };
  show_delivery: { in: CaseRef; out: DeliveryView };
  register_result: { in: RegisterResult; out: Done };
  check_taker: { in: CheckTaker; out: TakerCheck };
  print_collection_slip: { in: DeliverResults; out: PaperInfo };
  ask_collection_signature: { in: DeliverResults; out: Done };
  deliver_results: { in: DeliverResults; out: DeliveryDone };
  post_results: { in: PostResults; out: DeliveryDone };
  confirm_post: { in: ConfirmPost; out: DeliveryDone };
  reprint: { in: Reprint; out: PaperInfo };
  print_paper: { in: PaperRef; out: PaperInfo };
  print_elsewhere: { in: PrintElsewhere; out: PaperInfo };
  print_papers: { in: PaperRefs; out: PapersSent };
  cancel_papers: { in: PaperRefs; out: PapersSent };
  paper_seen: { in: SeenPaper; out: PaperInfo };
  show_paper: { in: PaperRef; out: PaperInfo };
  save_ofd: { in: PaperRef; out: SavedFile };
  paper_shelf: { in: Nothing; out: PaperShelf };
  list_printers: { in: Nothing; out: PrinterBoard };
  find_printers: { in: Nothing; out: FoundPrinters };
  keep_printer: { in: KeepPrinter; out: PrinterBoard };
  remove_printer: { in: PrinterRef; out: PrinterBoard };
  route_document: { in: RouteDocument; out: PrinterBoard };
  ask_printer: { in: PrinterRef; out: PrinterCondition };
  try_printer: { in: PrinterRef; out: PaperInfo };
  note_trial: { in: NoteTrial; out: PrinterBoard };
  mirror_check: { in: DraftRef; out: ResidentState };
  ask_signature: { in: AskSignature; out: Done };
  read_aloud: { in: Nothing; out: Done };
  ask_rating: { in: CaseRef; out: Done };
  ask_rating_again: { in: CaseRef; out: Done };
  clear_resident_screen: { in: Nothing; out: Done };
  turn_resident_window: { in: TurnResidentWindow; out: Done };
  resident_state: { in: Nothing; out: ResidentState };
  resident_screen: { in: Nothing; out: ResidentScreen };
  resident_confirmed: { in: ResidentTurn; out: Done };
  resident_signed: { in: ResidentSigned; out: Done };
  resident_rated: { in: ResidentRated; out: Done };
  resident_put_away: { in: ResidentTurn; out: Done };
  rating_board: { in: Nothing; out: RatingBoard };
  enter_rating: { in: EnterRating; out: Done };
  print_rating_month: { in: MonthRef; out: PaperInfo };
  news: { in: Nothing; out: NewsList };
  see_news: { in: SeeNews; out: Done };
  sound_words: { in: SoundWords; out: WordSounds };
  sync_centre: { in: Nothing; out: SyncCentre };
  sync_now: { in: Nothing; out: Done };
}

/** Commands that give raw bytes. */
export interface ByteCommands {
  paper_pdf: { in: PaperRef };
  paper_ofd: { in: PaperRef };
  paper_page: { in: PaperPage };
  file_bytes: { in: FileRef };
}

/**
 * Commands that take raw bytes. The input travels beside them as base64 of its UTF-8 JSON in the
 * header `yichuang-input`: `invoke(name, bytes, { headers })`, or a POST of octets to the bridge.
 */
export interface UploadCommands {
  add_file: { in: AddFile; out: FileInfo };
  add_character: { in: AddCharacter; out: FileInfo };
  import_pack: { in: Nothing; out: ImportResult };
}
