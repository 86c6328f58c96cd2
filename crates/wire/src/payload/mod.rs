//! What entries say, as JSON. One struct a kind; field names are part of the bytes that outlive
//! us, so they change only by addition. Readers keep fields and kinds they do not know.

mod alias;
mod audit;
mod case;
mod counter;
mod delivery;
mod department;
mod feed;
mod guide;
mod journal;
mod life;
mod notice;
mod paper;
mod person;

pub use alias::{AliasAdded, AliasRemoved};
pub use audit::{
    DateConfirmed, DraftDiscarded, OffListDemand, PackInstalled, SignedIn, Transcribed, Unmasked,
};
pub use case::{
    Accepted, CaseDue, ChainPart, CharacterPicture, CorrectionAsked, MatterRef, Received, Refused,
    SignedPaper, SigningWay, SparedMaterial, TakenMaterial, UnsignedPaper,
};
pub use counter::{
    EnquiryHanded, EnquiryOpened, EnquirySettled, Forwarded, Rated, SlipEntry, SlipLeave,
    SlipSpoiled, SlipsPrinted,
};
pub use delivery::{
    BookletIdentity, Delivered, MandateGiven, MandateRevoked, Posted, ResultArrived,
};
pub use department::{
    ExaminationCorrectionAsked, LimitExtended, RequestAnswered, ResultDocument, ResultIssued,
    SpecialProcedureBegun, SpecialProcedureEnded,
};
pub use feed::{PackPublished, Progress, VerdictGiven};
pub use guide::GuideFindingKept;
pub use journal::{ClockCorrected, EpochOpened, EpochReason, Redated};
pub use life::{
    Amended, Amendment, Archived, ArchivedPaper, Called, DeemedAccepted, PromiseChecked, Requested,
    Supplied, SupplyExtended, Terminated, Voided, Withdrawn,
};
pub use notice::{
    AskedFor, OnceNoticeGiven, SecondNotice, ToldAnswer, ToldChain, ToldItem, ToldPerson,
};
pub use paper::{PaperSettled, Printed};
pub use person::{PersonsMerged, PersonsParted};

use serde::{Serialize, de::DeserializeOwned};

use crate::WireError;

macro_rules! payloads {
    ($($kind:literal => $name:ident($body:ident)),+ $(,)?) => {
        /// The content of an entry, by its kind. Payloads are handled one at a time, so the size of
        /// the largest does not matter.
        #[allow(clippy::large_enum_variant)]
        #[derive(Debug, Clone, PartialEq)]
        pub enum Payload {
            $(#[doc = concat!("Kind `", $kind, "`.")] $name($body),)+
            /// A kind of a newer version: kept, shown as 「新版本的记录」, applied to nothing.
            Unknown(String),
        }

        impl Payload {
            /// The kind as written in headers.
            #[must_use]
            pub fn kind(&self) -> &str {
                match self {
                    $(Self::$name(_) => $kind,)+
                    Self::Unknown(kind) => kind,
                }
            }

            /// The exact bytes to put in an entry.
            ///
            /// # Errors
            /// [`WireError::Malformed`] for [`Payload::Unknown`], which has no content to write.
            pub fn to_bytes(&self) -> Result<Vec<u8>, WireError> {
                match self {
                    $(Self::$name(body) => write(body),)+
                    Self::Unknown(kind) => Err(WireError::malformed("payload", format!("unknown kind {kind}"))),
                }
            }

            /// Reads a payload; a kind this version does not know is [`Payload::Unknown`].
            ///
            /// # Errors
            /// [`WireError::Malformed`] when the bytes are not what the kind promises.
            pub fn parse(kind: &str, bytes: &[u8]) -> Result<Self, WireError> {
                match kind {
                    $($kind => read::<$body>(bytes).map(Self::$name),)+
                    other => Ok(Self::Unknown(other.to_owned())),
                }
            }
        }

        $(impl From<$body> for Payload {
            fn from(body: $body) -> Self {
                Self::$name(body)
            }
        })+
    };
}

payloads! {
    "epoch_opened" => EpochOpened(EpochOpened),
    "clock_corrected" => ClockCorrected(ClockCorrected),
    "received" => Received(Received),
    "accepted" => Accepted(Accepted),
    "correction_asked" => CorrectionAsked(CorrectionAsked),
    "refused" => Refused(Refused),
    "supplied" => Supplied(Supplied),
    "supply_extended" => SupplyExtended(SupplyExtended),
    "called" => Called(Called),
    "withdrawn" => Withdrawn(Withdrawn),
    "terminated" => Terminated(Terminated),
    "voided" => Voided(Voided),
    "requested" => Requested(Requested),
    "amended" => Amended(Amended),
    "promise_checked" => PromiseChecked(PromiseChecked),
    "deemed_accepted" => DeemedAccepted(DeemedAccepted),
    "archived" => Archived(Archived),
    "result_arrived" => ResultArrived(ResultArrived),
    "posted" => Posted(Posted),
    "delivered" => Delivered(Delivered),
    "mandate_given" => MandateGiven(MandateGiven),
    "mandate_revoked" => MandateRevoked(MandateRevoked),
    "enquiry_opened" => EnquiryOpened(EnquiryOpened),
    "enquiry_handed" => EnquiryHanded(EnquiryHanded),
    "enquiry_settled" => EnquirySettled(EnquirySettled),
    "slips_printed" => SlipsPrinted(SlipsPrinted),
    "slip_spoiled" => SlipSpoiled(SlipSpoiled),
    "forwarded" => Forwarded(Forwarded),
    "rated" => Rated(Rated),
    "once_notice_given" => OnceNoticeGiven(OnceNoticeGiven),
    "asked_for" => AskedFor(AskedFor),
    "alias_added" => AliasAdded(AliasAdded),
    "alias_removed" => AliasRemoved(AliasRemoved),
    "persons_merged" => PersonsMerged(PersonsMerged),
    "persons_parted" => PersonsParted(PersonsParted),
    "printed" => Printed(Printed),
    "paper_settled" => PaperSettled(PaperSettled),
    "signed_in" => SignedIn(SignedIn),
    "date_confirmed" => DateConfirmed(DateConfirmed),
    "unmasked" => Unmasked(Unmasked),
    "transcribed" => Transcribed(Transcribed),
    "draft_discarded" => DraftDiscarded(DraftDiscarded),
    "guide_finding_kept" => GuideFindingKept(GuideFindingKept),
    "off_list_demand" => OffListDemand(OffListDemand),
    "pack_installed" => PackInstalled(PackInstalled),
    "verdict_given" => VerdictGiven(VerdictGiven),
    "progress" => Progress(Progress),
    "special_procedure_begun" => SpecialProcedureBegun(SpecialProcedureBegun),
    "special_procedure_ended" => SpecialProcedureEnded(SpecialProcedureEnded),
    "limit_extended" => LimitExtended(LimitExtended),
    "examination_correction_asked" => ExaminationCorrectionAsked(ExaminationCorrectionAsked),
    "result_issued" => ResultIssued(ResultIssued),
    "request_answered" => RequestAnswered(RequestAnswered),
    "pack_published" => PackPublished(PackPublished),
}

fn write<T: Serialize>(body: &T) -> Result<Vec<u8>, WireError> {
    serde_json::to_vec(body).map_err(|e| WireError::malformed("payload", e))
}

fn read<T: DeserializeOwned>(bytes: &[u8]) -> Result<T, WireError> {
    // serde_json's message may quote the offending text; only the place is passed on.
    serde_json::from_slice(bytes).map_err(|e| {
        WireError::malformed(
            "payload",
            format!("line {} column {}", e.line(), e.column()),
        )
    })
}
