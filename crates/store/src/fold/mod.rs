//! Projections as a fold over entries in their local order of arrival.
//!
//! Owns: which function folds which kind, the live call for each new entry, and `rebuild`, which
//! empties the projections and makes the same calls again. One function per kind, used both ways,
//! so that the two can never differ. It never judges: the rules were asked before an entry was
//! written, and the platform's verdict is an entry of its own.
//! Must not know: where an entry came from or how it got here.

mod case;
mod digest;
mod facts;
mod findings;
mod person;
mod words;

use rusqlite::Connection;
use yichuang_wire::{Entry, Hash, Header, payload::Payload};

use crate::{Reader, StoreError, Tx, journal::each_arrived};

/// An entry with its place in the local order.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Arrived<'a> {
    pub(crate) arrival: i64,
    pub(crate) header: &'a Header,
    pub(crate) payload: Option<&'a [u8]>,
}

/// Folds one entry. A kind or content this version cannot read is kept and applied to nothing.
pub(crate) fn apply(conn: &Connection, entry: &Arrived<'_>) -> Result<(), StoreError> {
    let payload = entry
        .payload
        .and_then(|body| Payload::parse(&entry.header.kind, body).ok());
    match &payload {
        Some(Payload::Received(body)) => case::received(conn, entry, body)?,
        Some(Payload::Accepted(body)) => case::accepted(conn, entry, body)?,
        Some(Payload::CorrectionAsked(body)) => case::correction_asked(conn, entry, body)?,
        Some(Payload::Refused(body)) => case::refused(conn, entry, body)?,
        Some(Payload::Progress(body)) => case::progress(conn, entry, body)?,
        Some(Payload::ClockCorrected(body)) => case::clock_corrected(conn, entry, body)?,
        Some(Payload::OnceNoticeGiven(body)) => facts::once_notice_given(conn, entry, body)?,
        Some(Payload::AliasAdded(body)) => words::alias_added(conn, entry, body)?,
        Some(Payload::AliasRemoved(body)) => words::alias_removed(conn, body)?,
        Some(Payload::GuideFindingKept(body)) => findings::guide_finding_kept(conn, entry, body)?,
        Some(Payload::OffListDemand(body)) => words::off_list_demand(conn, entry, body)?,
        Some(Payload::PersonsMerged(body)) => person::persons_merged(conn, entry, body)?,
        Some(Payload::PersonsParted(body)) => person::persons_parted(conn, body)?,
        Some(Payload::Printed(body)) => facts::printed(conn, entry, body)?,
        Some(Payload::VerdictGiven(body)) => facts::verdict_given(conn, entry, body)?,
        Some(Payload::PackPublished(body)) => facts::pack_published(conn, body)?,
        // Facts that are looked up in the journal itself.
        Some(
            Payload::EpochOpened(_)
            | Payload::SignedIn(_)
            | Payload::DateConfirmed(_)
            | Payload::Unmasked(_)
            | Payload::DraftDiscarded(_)
            | Payload::AskedFor(_)
            | Payload::Supplied(_)
            | Payload::SupplyExtended(_)
            | Payload::Called(_)
            | Payload::Withdrawn(_)
            | Payload::Terminated(_)
            | Payload::Voided(_)
            | Payload::Requested(_)
            | Payload::Amended(_)
            | Payload::PromiseChecked(_)
            | Payload::DeemedAccepted(_)
            | Payload::Archived(_)
            | Payload::ResultArrived(_)
            | Payload::Posted(_)
            | Payload::Delivered(_)
            | Payload::MandateGiven(_)
            | Payload::MandateRevoked(_)
            | Payload::EnquiryOpened(_)
            | Payload::EnquiryHanded(_)
            | Payload::EnquirySettled(_)
            | Payload::SlipsPrinted(_)
            | Payload::SlipSpoiled(_)
            | Payload::Forwarded(_)
            | Payload::Rated(_)
            | Payload::SpecialProcedureBegun(_)
            | Payload::SpecialProcedureEnded(_)
            | Payload::LimitExtended(_)
            | Payload::ExaminationCorrectionAsked(_)
            | Payload::ResultIssued(_)
            | Payload::RequestAnswered(_)
            | Payload::PackInstalled(_)
            | Payload::Unknown(_),
        )
        | None => {}
    }
    case::touched(conn, entry)
}

impl Tx<'_> {
    /// Throws every projection away and folds all journals again.
    ///
    /// # Errors
    /// Database errors.
    pub fn rebuild(&mut self) -> Result<Hash, StoreError> {
        self.conn.execute_batch(include_str!("sql/empty.sql"))?;
        each_arrived(self.conn, |arrival, entry| {
            apply_stored(self.conn, arrival, entry)
        })?;
        digest::digest(self.conn)
    }
}

impl Reader<'_> {
    /// A digest over everything the projections say; equal before and after a rebuild.
    ///
    /// # Errors
    /// Database errors.
    pub fn projection_digest(&self) -> Result<Hash, StoreError> {
        digest::digest(self.conn)
    }
}

/// Folds an entry read back from the journal. One whose header cannot be read never came through
/// the door; it is left to `verify`.
fn apply_stored(conn: &Connection, arrival: i64, entry: &Entry) -> Result<(), StoreError> {
    let Ok(header) = Header::parse(entry.header_bytes()) else {
        return Ok(());
    };
    apply(
        conn,
        &Arrived {
            arrival,
            header: &header,
            payload: entry.payload(),
        },
    )
}
