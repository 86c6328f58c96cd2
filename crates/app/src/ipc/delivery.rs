//! Results at the counter: what waits to be fetched, handing it over, the post.

use super::{CaseRow, FileInfo, FindPerson, MandateView, PaperInfo, PersonInput};

dto! {
    /// A result document of a case.
    pub struct CaseResult {
        /// Id; names it in a handing over.
        pub id: String,
        /// Its name, such as 老年人优待证.
        pub name: String,
        /// `certificate`, `approval`, `payment`, `registration`, `none`.
        pub what: String,
        /// Its number, when it has one.
        pub document_no: Option<String>,
        /// The last day it is valid, `YYYY-MM-DD`.
        pub valid_until: Option<String>,
        /// `office`, `counter`, `posted`, `delivered`.
        pub place: String,
        /// The shelf; may be empty.
        pub kept: String,
        /// The day it came to where it is, `YYYY-MM-DD`.
        pub on: Option<String>,
        /// How it was delivered: `window`, `post`, `electronic`, `helper`, `left`.
        pub way: Option<String>,
        /// The parcel it went in.
        pub parcel: Option<String>,
        /// Who carries that.
        pub carrier: Option<String>,
        /// The carrier's number.
        pub tracking: Option<String>,
    }
    /// A case whose result has not reached the person.
    pub struct WaitingCase {
        /// The case.
        pub row: CaseRow,
        /// Its documents.
        pub results: Vec<CaseResult>,
        /// Since when something lies at the counter, `YYYY-MM-DD`; none when nothing does.
        pub since: Option<String>,
        /// Days since then.
        pub days: u32,
        /// Over thirty days: somebody has to ask why.
        pub unclaimed: bool,
        /// Masked phone.
        pub phone_masked: String,
    }
    /// What waits to be fetched, longest first.
    pub struct WaitingList {
        /// All that match.
        pub total: u32,
        /// The first of them.
        pub rows: Vec<WaitingCase>,
    }
    /// Everything for one handing over.
    pub struct DeliveryView {
        /// The case asked for.
        pub case: WaitingCase,
        /// Other results of the same person that wait here: handed over with it when wished.
        pub also: Vec<WaitingCase>,
        /// Where results are handed over: this counter.
        pub counter: String,
        /// The applicant's address, for the post and for a helper's way; may be empty.
        pub address: String,
        /// The applicant's mandates for collecting, newest first.
        pub mandates: Vec<MandateView>,
    }
    /// Whose document it is.
    pub struct TakerCheck {
        /// `applicant`, `guardian`, `agent` (a mandate covers it), `stranger`.
        pub who: String,
        /// The mandate that lets them.
        pub mandate: Option<MandateView>,
        /// Why their newest mandate does not: `expired`, `not_yet`, `revoked`, `scope`, `matter`.
        pub lapsed: Option<String>,
        /// The day that is about, `YYYY-MM-DD`.
        pub lapsed_on: Option<String>,
    }
    /// What came of a handing over or of posting.
    pub struct DeliveryDone {
        /// The cases.
        pub numbers: Vec<String>,
        /// Cases of which nothing is left to hand over.
        pub complete: u32,
        /// Papers made.
        pub papers: Vec<PaperInfo>,
    }
}
input! {
    /// The documents of one case that go.
    pub struct GoingResults {
        /// The case.
        pub number: String,
        /// Ids of its documents.
        pub documents: Vec<String>,
    }
    /// Lists what waits to be fetched.
    pub struct ListWaiting {
        /// Any part of a number, name, pinyin, initials, last four; empty for all.
        pub text: String,
    }
    /// 到件: results of a case came to the counter, or came back from the post.
    pub struct RegisterResult {
        /// The case.
        pub number: String,
        /// Ids of the documents.
        pub documents: Vec<String>,
        /// The shelf; may be empty.
        pub kept: String,
    }
    /// Asks whose document was read.
    pub struct CheckTaker {
        /// The cases that are to be handed over.
        pub numbers: Vec<String>,
        /// The document.
        pub taker: FindPerson,
    }
    /// Hands results over, of one person, in one go; or makes the slip to sign for it.
    pub struct DeliverResults {
        /// What goes.
        pub going: Vec<GoingResults>,
        /// `window`, `helper`, `electronic`, `left`.
        pub way: String,
        /// `applicant` or `agent`.
        pub recipient: String,
        /// Whoever takes it, as read or typed; none when nobody was met.
        pub taker: Option<PersonInput>,
        /// Where; empty for the counter.
        pub place: String,
        /// `on_screen`, `on_paper`, `fingerprint`, `by_witness`, `by_carrier`.
        pub acknowledged: String,
        /// The signature or photographs.
        pub files: Vec<FileInfo>,
        /// Who saw the fingerprint or the leaving; empty for nobody.
        pub witness: String,
        /// What else is to be said; may be empty.
        pub note: String,
    }
    /// Gives results of one person to the post, in one parcel.
    pub struct PostResults {
        /// What goes.
        pub going: Vec<GoingResults>,
        /// Who carries it.
        pub carrier: String,
        /// The carrier's number.
        pub tracking: String,
        /// Where to.
        pub address: String,
    }
    /// The post says that a parcel was delivered.
    pub struct ConfirmPost {
        /// The parcel.
        pub parcel: String,
        /// The day, `YYYY-MM-DD`.
        pub delivered_on: String,
        /// Who signed for it, as the post says; may be empty.
        pub note: String,
    }
}
