//! What is still to be sent, and what the platform has said it stored.
//!
//! Owns: receipts, uploads in progress, the platform's epoch and certificate, contacts. Nothing of
//! it is in a journal and nothing of it is rebuilt: it is this machine's knowledge about transport.
//! Must not know: HTTP, when to try again.

mod record;
mod summary;

use rusqlite::{OptionalExtension as _, Row};
use yichuang_domain::{CaseId, CaseNumber, FileHash};
use yichuang_wire::{ChainHead, FeedPosition, PublicKey, Signed, payload::PackPublished};

pub use record::{Contact, ContactOutcome};
pub use summary::{AttentionRow, SyncSummary};

use crate::{Reader, StoreError, column, journal};

/// Everything the sync engine plans from.
#[derive(Debug, Clone)]
pub struct Outbox {
    /// The own journal, one an epoch, ascending.
    pub epochs: Vec<OwnEpoch>,
    /// Files to send, most important first.
    pub files: Vec<PendingFile>,
    /// How far the feed has been read.
    pub feed: FeedPosition,
    /// The platform as known here; none for a point that only exchanges by USB.
    pub platform: Option<PlatformState>,
    /// The newest pack the feed has announced, when it is newer than the one in force.
    pub pack: Option<PackPublished>,
    /// The last try to reach the platform.
    pub contact: Option<Contact>,
}

impl Outbox {
    /// Entries without a receipt, over all epochs.
    #[must_use]
    pub fn waiting_entries(&self) -> u64 {
        self.epochs
            .iter()
            .map(|epoch| epoch.head.seq.saturating_sub(epoch.receipted))
            .sum()
    }
}

/// One epoch of the own journal.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OwnEpoch {
    /// Its newest entry here.
    pub head: ChainHead,
    /// The platform has receipted everything up to this number; 0 for nothing.
    pub receipted: u64,
}

/// A page of a case of this terminal without a receipt of the platform's present epoch.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PendingFile {
    /// Its case.
    pub case: CaseId,
    /// The case's number.
    pub number: CaseNumber,
    /// The page.
    pub sha256: FileHash,
    /// Its size in bytes.
    pub size: u64,
    /// Its media type.
    pub media_type: String,
    /// Where an upload of it has begun.
    pub upload: Option<UploadState>,
}

/// An upload that has begun.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct UploadState {
    /// Its path at the platform.
    pub location: String,
    /// Bytes the platform has confirmed.
    pub offset: u64,
}

/// The platform as this terminal knows it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PlatformState {
    /// Its epoch when it last spoke; 0 before the first word.
    pub epoch: u32,
    /// Its address.
    pub url: String,
    /// Its root key, from the enrolment.
    pub root: PublicKey,
    /// This terminal's certificate; none until it has claimed its code.
    pub certificate: Option<Signed>,
}

impl Reader<'_> {
    /// Everything the sync engine plans from. `max_files` bounds the list of files.
    ///
    /// # Errors
    /// Database errors.
    pub fn outbox(&self, max_files: u32) -> Result<Outbox, StoreError> {
        Ok(Outbox {
            epochs: self.own_epochs()?,
            files: self.pending_files(max_files)?,
            feed: self.feed_position()?,
            platform: self.platform()?,
            pack: self.pack_on_offer()?,
            contact: self.last_contact()?,
        })
    }

    /// The epochs of the own journal, ascending.
    ///
    /// # Errors
    /// Database errors.
    pub fn own_epochs(&self) -> Result<Vec<OwnEpoch>, StoreError> {
        let own = self.identity().journal();
        let mut statement = self
            .conn
            .prepare_cached(include_str!("sql/own_epochs.sql"))?;
        let epochs = statement
            .query_map([], |row| {
                Ok((
                    column::small(row, "epoch")?,
                    column::count(row, "receipted")?,
                ))
            })?
            .collect::<Result<Vec<_>, _>>()?;
        let mut found = Vec::with_capacity(epochs.len());
        for (epoch, receipted) in epochs {
            if let Some(head) = journal::head(self.conn, &own, epoch)? {
                found.push(OwnEpoch { head, receipted });
            }
        }
        Ok(found)
    }

    /// Files to send: pages of older cases first, in the order they were taken.
    ///
    /// # Errors
    /// Database errors.
    pub fn pending_files(&self, limit: u32) -> Result<Vec<PendingFile>, StoreError> {
        let mut statement = self
            .conn
            .prepare_cached(include_str!("sql/pending_files.sql"))?;
        let files = statement
            .query_map([limit], read_pending)?
            .collect::<Result<_, _>>()?;
        Ok(files)
    }

    /// The platform as known here; none when the enrolment names no address.
    ///
    /// # Errors
    /// Database errors.
    pub fn platform(&self) -> Result<Option<PlatformState>, StoreError> {
        let enrolment = &self.identity().enrolment;
        let Some(url) = enrolment.platform_url.clone() else {
            return Ok(None);
        };
        let known: Option<(u32, Option<String>)> = self
            .conn
            .prepare_cached(include_str!("sql/read_platform.sql"))?
            .query_row([], |row| {
                Ok((column::small(row, "epoch")?, row.get("certificate")?))
            })
            .optional()?;
        let (epoch, certificate) = known.unwrap_or_default();
        Ok(Some(PlatformState {
            epoch,
            url,
            root: enrolment.root,
            certificate: certificate.and_then(|text| serde_json::from_str(&text).ok()),
        }))
    }

    /// The newest pack the feed has announced, when it is newer than the one in force.
    ///
    /// # Errors
    /// Database errors.
    pub fn pack_on_offer(&self) -> Result<Option<PackPublished>, StoreError> {
        let pack = self
            .conn
            .prepare_cached(include_str!("sql/read_pack_offer.sql"))?
            .query_row([], |row| {
                Ok(PackPublished {
                    version: column::count(row, "version")?,
                    manifest: column::hash(row, "manifest")?,
                })
            })
            .optional()?;
        Ok(pack)
    }
}

fn read_pending(row: &Row<'_>) -> rusqlite::Result<PendingFile> {
    let location: Option<String> = row.get("location")?;
    let offset: Option<i64> = row.get("sent")?;
    Ok(PendingFile {
        case: CaseId(column::uuid(row, "case_id")?),
        number: column::parsed(row, "number")?,
        sha256: column::hash(row, "sha256")?.into(),
        size: column::count(row, "size")?,
        media_type: row.get("media_type")?,
        upload: location.zip(offset).map(|(location, offset)| UploadState {
            location,
            offset: u64::try_from(offset).unwrap_or(0),
        }),
    })
}
