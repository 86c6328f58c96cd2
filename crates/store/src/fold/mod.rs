//! Projections as a fold over entries in their local order of arrival.
//!
//! Owns: which function folds which kind, the live call for each new entry, and `rebuild`, which
//! empties the projections and makes the same calls again. One function per kind, used both ways,
//! so that the two can never differ. It never judges: the rules were asked before an entry was
//! written, and the platform's verdict is an entry of its own.
//! Must not know: where an entry came from or how it got here.

mod case;
mod clock;
mod delivery;
mod department;
mod digest;
mod enquiry;
mod facts;
mod findings;
mod forward;
mod life;
mod person;
mod rating;
mod slip;
mod supply;
mod visit;
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

impl Arrived<'_> {
    /// What it says, when this version can read it.
    fn said(&self) -> Option<Payload> {
        let body = self.payload?;
        Payload::parse(&self.header.kind, body).ok()
    }
}

/// Folds one entry. A kind or content this version cannot read is kept and applied to nothing.
pub(crate) fn apply(conn: &Connection, entry: &Arrived<'_>) -> Result<(), StoreError> {
    let payload = entry.said();
    match &payload {
        Some(Payload::Received(body)) => {
            case::received(conn, entry, body)?;
            slip::received_how(conn, entry, body)?;
        }
        Some(Payload::Accepted(body)) => case::accepted(conn, entry, body)?,
        Some(Payload::CorrectionAsked(body)) => case::correction_asked(conn, entry, body)?,
        Some(Payload::Refused(body)) => case::refused(conn, entry, body)?,
        Some(Payload::ClockCorrected(body)) => clock::clock_corrected(conn, body)?,
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
        Some(Payload::Supplied(body)) => supply::supplied(conn, entry, body)?,
        Some(Payload::SupplyExtended(body)) => supply::supply_extended(conn, entry, body)?,
        Some(Payload::PromiseChecked(body)) => supply::promise_checked(conn, entry, body)?,
        Some(Payload::Called(body)) => life::called(conn, entry, body)?,
        Some(Payload::Withdrawn(body)) => life::withdrawn(conn, entry, body)?,
        Some(Payload::Terminated(body)) => life::terminated(conn, entry, body)?,
        Some(Payload::Voided(body)) => life::voided(conn, entry, body)?,
        Some(Payload::Archived(body)) => life::archived(conn, entry, body)?,
        Some(Payload::Requested(body)) => life::requested(conn, entry, body)?,
        Some(Payload::Amended(body)) => life::amended(conn, entry, body)?,
        Some(Payload::DeemedAccepted(body)) => life::deemed_accepted(conn, entry, body)?,
        Some(
            said @ (Payload::Progress(_)
            | Payload::SpecialProcedureBegun(_)
            | Payload::SpecialProcedureEnded(_)
            | Payload::LimitExtended(_)
            | Payload::ExaminationCorrectionAsked(_)
            | Payload::ResultIssued(_)
            | Payload::RequestAnswered(_)),
        ) => department::said(conn, entry, said)?,
        Some(Payload::ResultArrived(body)) => delivery::result_arrived(conn, entry, body)?,
        Some(Payload::Posted(body)) => delivery::posted(conn, entry, body)?,
        Some(Payload::Delivered(body)) => delivery::delivered(conn, entry, body)?,
        Some(Payload::MandateGiven(body)) => delivery::mandate_given(conn, entry, body)?,
        Some(Payload::MandateRevoked(body)) => delivery::mandate_revoked(conn, body)?,
        Some(Payload::EnquiryOpened(body)) => enquiry::enquiry_opened(conn, entry, body)?,
        Some(Payload::EnquiryHanded(body)) => enquiry::enquiry_handed(conn, body)?,
        Some(Payload::EnquirySettled(body)) => enquiry::enquiry_settled(conn, body)?,
        Some(Payload::SlipsPrinted(body)) => slip::slips_printed(conn, entry, body)?,
        Some(Payload::SlipSpoiled(body)) => slip::slip_spoiled(conn, body)?,
        Some(Payload::Forwarded(body)) => forward::forwarded(conn, entry, body)?,
        Some(Payload::Rated(body)) => rating::rated(conn, entry, body)?,
        // Facts that are looked up in the journal itself.
        Some(
            Payload::EpochOpened(_)
            | Payload::SignedIn(_)
            | Payload::DateConfirmed(_)
            | Payload::Unmasked(_)
            | Payload::Transcribed(_)
            | Payload::DraftDiscarded(_)
            | Payload::AskedFor(_)
            | Payload::PaperSettled(_)
            | Payload::PackInstalled(_)
            | Payload::Unknown(_),
        )
        | None => {}
    }
    if let Some(payload) = &payload {
        visit::came(conn, entry, payload)?;
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
