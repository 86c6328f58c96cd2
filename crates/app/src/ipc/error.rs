//! What goes wrong, as code and parameters. Words live in the face; a test there holds every code.

use std::collections::BTreeMap;

macro_rules! error_codes {
    ($($(#[$meta:meta])* $name:ident = $code:literal,)+) => {
        /// The closed list of errors a person can meet. The text is stable and may be read out to
        /// support; a retired one is never given again.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, serde::Serialize, serde::Deserialize)]
        #[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
        pub enum ErrorCode {
            $($(#[$meta])* #[serde(rename = $code)] $name,)+
        }

        impl ErrorCode {
            /// Every code, for tests and documents.
            pub const ALL: &'static [Self] = &[$(Self::$name,)+];

            /// The stable text.
            #[must_use]
            pub fn as_str(self) -> &'static str {
                match self {
                    $(Self::$name => $code,)+
                }
            }
        }
    };
}

error_codes! {
    /// Nobody has signed in, or the terminal is locked.
    SignInFirst = "OPS-001",
    /// The password is wrong; `left` tries remain.
    PasswordWrong = "OPS-002",
    /// Too many wrong passwords; locked until `until`.
    OperatorLocked = "OPS-003",
    /// This needs a 负责人 or 管理员 (`needed`).
    RoleMissing = "OPS-004",
    /// A password has fewer than eight characters.
    PasswordShort = "OPS-005",
    /// The name is taken or empty.
    OperatorName = "OPS-006",
    /// No such operator.
    OperatorUnknown = "OPS-007",
    /// The home is open elsewhere (`held` says by what).
    HomeBusy = "HOME-BUSY",
    /// There is no home here yet.
    HomeMissing = "HOME-002",
    /// The home is already enrolled.
    HomeExists = "HOME-003",
    /// The key slots do not open the home.
    HomeKey = "HOME-004",
    /// The home was made by a newer program.
    HomeNewer = "HOME-005",
    /// The disk is full; nothing was changed.
    DiskFull = "STORE-FULL",
    /// The disk cannot be read or written; nothing was changed.
    DiskFailed = "STORE-IO",
    /// The store does not verify; taking in is stopped.
    StoreBroken = "STORE-BROKEN",
    /// The clock is suspect and nobody has confirmed today's date: `today` and `now` as this machine
    /// has them, `last`, the newest entry's time, and `ahead`, minutes the platform's clock is ahead
    /// of this one (negative when behind), when its last word is over five minutes off.
    DateUnconfirmed = "CLOCK-001",
    /// The date confirmed is not this machine's; parameters as for `CLOCK-001`.
    DateOther = "CLOCK-002",
    /// No such matter in the catalogue in force.
    MatterUnknown = "MATTER-001",
    /// The catalogue is empty.
    CatalogueEmpty = "MATTER-002",
    /// The catalogue file is not one (`reason`).
    CatalogueFile = "MATTER-003",
    /// The pack's signature is not the platform's.
    PackSignature = "MATTER-004",
    /// The pack is older than the one in force.
    PackOlder = "MATTER-005",
    /// The enrolment file is not one, or not signed (`reason`).
    EnrolmentFile = "SETUP-001",
    /// This person was told about this matter before (`at`, `clerk`) and has handed nothing in
    /// since; a supervisor has to agree.
    ToldBefore = "NOTICE-001",
    /// The guide of `matter` lacks sections (`missing`) and is not printed as a guide.
    GuideIncomplete = "GUIDE-001",
    /// The guide has no such finding now, or it is one nobody may keep.
    FindingUnknown = "GUIDE-002",
    /// The catalogue in force has no list of proofs.
    ProofListMissing = "PROOF-001",
    /// No such draft, or somebody else's.
    DraftUnknown = "DRAFT-001",
    /// The matter was published anew since the draft was written; what changed has to be read first.
    MatterChanged = "DRAFT-002",
    /// Fields have to be changed first; `problems` lists them.
    Invalid = "CASE-001",
    /// No case with this number here.
    CaseUnknown = "CASE-002",
    /// The case is not in a state where this is lawful (`state`).
    IllegalMove = "CASE-003",
    /// One correction notice was already given.
    SecondNotice = "CASE-004",
    /// The five days of Art. 32 are over; the case counts as accepted.
    NoticeTooLate = "CASE-005",
    /// The number is not one (`number`).
    NumberShape = "CASE-006",
    /// The published list has no such thing, so it cannot be demanded; the attempt is written down.
    OffList = "CASE-007",
    /// The day to supply by was moved before; it is moved once.
    ExtendedBefore = "CASE-008",
    /// What is deferred comes inside the promised limit, of which `left` working days are left; the
    /// day may be moved by `most`.
    ExtensionPastPromise = "CASE-009",
    /// The same (`what`) was asked of the platform and is not answered.
    AskedBefore = "CASE-010",
    /// The day to supply by (`day`) is not over yet.
    SupplyDayNotOver = "CASE-011",
    /// The file is empty, too large, or of a type that is not taken.
    FileRefused = "FILE-001",
    /// No such file, or it does not match its hash.
    FileMissing = "FILE-002",
    /// A page of the case (`title`) is not here or not as it was taken; no package was written.
    ArchivePageLost = "ARCHIVE-001",
    /// Another file has the name of the package (`place`); it stays as it is.
    ArchiveExists = "ARCHIVE-002",
    /// The folder has no room for the package; nothing of it is left there.
    ArchiveNoRoom = "ARCHIVE-003",
    /// The folder cannot be written; nothing of the package is left there.
    ArchiveUnwritten = "ARCHIVE-004",
    /// The file of the case is larger than a package can be.
    ArchiveTooLarge = "ARCHIVE-005",
    /// No such paper.
    PaperUnknown = "PAPER-001",
    /// The paper could not be made (`reason`).
    PaperFailed = "PAPER-002",
    /// The printer did not take the paper (`reason`); it is kept.
    PrinterFailed = "PAPER-003",
    /// No printer has had the paper, or it may still come out (`state`).
    PaperInHand = "PAPER-004",
    /// The document cannot be had on a sheet of that printer (`sheet`).
    SheetUnfit = "PAPER-005",
    /// The document is not to be had as OFD.
    PaperNoOfd = "PAPER-006",
    /// The document (`title`) was printed before, and nobody says why it is made again.
    ReprintUnexplained = "PAPER-007",
    /// No such printer.
    PrinterUnknown = "PRINTER-001",
    /// D1: no card was read; nothing changed.
    CardUnread = "DEVICE-001",
    /// D2: the reader is not connected.
    ReaderAbsent = "DEVICE-002",
    /// The platform has not been reached (`reason`).
    PlatformUnreached = "SYNC-001",
    /// The platform's address must be TLS.
    PlatformAddress = "SYNC-002",
    /// Nobody acts in this case, so there is no such person.
    PersonUnknown = "PERSON-001",
    /// Both numbers are one person's already.
    PersonMergedBefore = "PERSON-002",
    /// These two numbers are not put together, or not any more.
    PersonLinkUnknown = "PERSON-003",
    /// Something else stands on the residents' screen by now, or what stood there has changed.
    ScreenChanged = "SCREEN-001",
    /// No window shows the residents' screen.
    ScreenAbsent = "SCREEN-002",
    /// There is next to no ink in the box.
    SignatureEmpty = "SCREEN-003",
    /// The paper was neither read to its end nor read out.
    NotReadYet = "SCREEN-004",
    /// The case was rated at this stage before.
    RatedBefore = "RATING-001",
    /// It cannot be rated once more (`reason`: `none` when it was never rated, `given` when it was
    /// before, `over` when the days for it are, the last being `day`).
    RatingClosed = "RATING-002",
    /// The document is not the applicant's; nothing was handed over.
    WrongPerson = "DELIVERY-001",
    /// The applicant gave the holder of this document no mandate to collect; nothing was handed over.
    MandateMissing = "DELIVERY-002",
    /// A document is not at the counter any more (`name`, `place`).
    ResultElsewhere = "DELIVERY-003",
    /// Results of several people do not go in one handing over.
    SeveralPeople = "DELIVERY-004",
    /// Nothing of such a parcel is under way.
    ParcelUnknown = "DELIVERY-005",
    /// No such mandate, or the paper is not this person's.
    MandateUnknown = "MANDATE-001",
    /// The mandate does not cover it (`gap`: `expired`, `not_yet`, `revoked`, `scope`, `matter`; `day`).
    MandateLapsed = "MANDATE-002",
    /// The mandate was taken back before.
    MandateRevokedBefore = "MANDATE-003",
    /// No such enquiry.
    EnquiryUnknown = "ENQUIRY-001",
    /// The enquiry was settled or handed to another office (`state`).
    EnquiryClosed = "ENQUIRY-002",
    /// Nobody waits.
    QueueEmpty = "QUEUE-001",
    /// Nobody is at the window.
    NobodyAtWindow = "QUEUE-002",
    /// This ticket is not waiting any more, or is none of today's; or the booking does not stand.
    TicketMoved = "QUEUE-003",
    /// This time cannot be booked (`reason`: `closed`, `full`, `over`, `time`, `far`); `problems` names
    /// the field.
    TimeTaken = "QUEUE-004",
    /// The matter is handled here and nowhere else, so nothing of it is sent on.
    NotForwarded = "FORWARD-001",
    /// The input is not what the command takes (`reason`).
    InputShape = "INPUT-001",
    /// Something that must not happen; `incident` finds it in the log.
    Internal = "INTERNAL",
}

dto! {
    /// A failed command.
    pub struct ApiError {
        /// Which.
        pub code: ErrorCode,
        /// Parameters of the words.
        pub params: BTreeMap<String, String>,
        /// Fields to change, when the code is `CASE-001`, `CASE-007`, `INPUT-001` or `QUEUE-004`.
        pub problems: Vec<FieldProblem>,
    }
    /// One field that has to be changed.
    pub struct FieldProblem {
        /// `applicant.name`, `form.bank_account`, `materials.MAT-IDCARD`, `answers.age`, …
        pub field: String,
        /// The rule, such as `required` or `id_check_digit`; words are the face's.
        pub rule: String,
        /// The field's own label, from the catalogue, when it has one.
        pub label: Option<String>,
        /// Parameters of the words.
        pub params: BTreeMap<String, String>,
    }
}
