//! The encrypted SQLite home of one terminal.
//!
//! Owns: the database under its key, the journals and the projections folded from them, drafts,
//! operators, settings, pages and papers on the disk, the catalogue in force, search, what is still
//! to be sent, and copies of all that. The only crate that knows SQL on a terminal.
//! Must not know: HTTP, windows, what may be done when (the domain's), what a rule says to a clerk.
//!
//! Three sorts of tables. *Journals* are append-only and hash-chained; the exact bytes of every
//! entry are kept. *Projections* are a fold over the journals in their local order of arrival; the
//! same functions fold a new entry and a rebuild. *Local* tables (drafts, operators, settings,
//! receipts, the catalogue) are this machine's and never part of a rebuild.
//!
//! One writer, one transaction a verb: [`Store::write`]. Readers look at one unchanging view:
//! [`Store::read`]. Time and randomness come from the caller.

mod alias;
mod backup;
mod case;
mod catalogue;
mod clock;
mod column;
mod database;
mod demand;
mod draft;
mod enquiry;
mod entropy;
mod error;
mod file;
mod finding;
mod fold;
mod home;
mod journal;
mod key;
mod mandate;
mod notice;
mod number;
mod operator;
mod outbox;
mod paper;
mod person;
mod print;
mod queue;
mod rating;
mod report;
mod result;
mod search;
mod setting;
mod slip;
mod store;
mod visit;

pub use alias::PointAlias;
pub use backup::{BackupFile, BackupManifest, BackupReport, verify_backup};
pub use case::{
    CaseHits, CaseOrder, CasePause, CaseQuery, CaseRow, FalsePromise, HeldMaterial, OpenRequest,
    OwedItem, PaperLeftUnsigned, SyncFilter, SyncMark, Tally, TallyDay, UncheckedPromise,
};
pub use catalogue::{
    CatalogueChange, Edition, ListedMatter, PackInForce, PackOutcome, single_item_code,
};
pub use clock::{SuspectCase, SuspectDay};
pub use demand::Demand;
pub use draft::Draft;
pub use enquiry::Enquiry;
pub use entropy::{Entropy, SystemEntropy};
pub use error::StoreError;
pub use finding::KeptFinding;
pub use home::{FirstEpoch, Home, Identity, NewHome, OperatorSlot};
pub use journal::{
    Act, Admitted, Appended, BadEntry, DateConfirmation, JournalEntry, JournalFilter, VerifyReport,
};
pub use key::{PasswordCost, Unlock, hash_password, password_matches};
pub use mandate::MandateRow;
pub use notice::Notice;
pub use operator::Operator;
pub use outbox::{
    AttentionRow, Contact, ContactOutcome, Outbox, OwnEpoch, PendingFile, PlatformState,
    SyncSummary, UploadState,
};
pub use paper::{PaperEnd, PaperMade, PaperRow, PaperToMake, PaperWay};
pub use person::PersonLink;
pub use print::PrintRow;
pub use queue::{Booking, NewBooking, NewTicket, OutOfTurn, QueueAct, QueueTicket};
pub use rating::{RatedShare, Rating};
pub use report::CaseReport;
pub use result::ResultRow;
pub use search::{MatterHit, MatterQuery, MatterWhy, Sound, sound_of};
pub use slip::{Slip, SlipCounts};
pub use store::{OpenMode, Reader, Store, Tx};
pub use visit::{DaySum, VisitDeed};
