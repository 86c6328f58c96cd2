//! The store of a terminal as sync's [`Ledger`], and who the terminal is.
//!
//! Owns nothing but the translation: each method is one read or one transaction of the store.

use std::sync::Arc;

use chrono::{DateTime, TimeDelta, Utc};
use yichuang_store::{
    Act, ContactOutcome, Outbox, PendingFile, Reader, Store, StoreError, UploadState,
};
use yichuang_wire::{
    Batch, Certificate, ChainHead, ClockState, Entry, FileReceipt, Hash, JournalName, KeyPair,
    Manifest, Pack, PackItem, Receipt, Signed, Signer as _, WireError, payload::PackInstalled,
    protocol::EnrolRequest, sha256,
};

use crate::{
    CLOCK_TOLERANCE, Contact, FeedOutlook, FileKey, FileOutlook, Identity, Ledger, LedgerError,
    Outlook, PackOutlook,
};

/// Files looked at when planning; those behind them come into view as these leave.
const FILES_IN_VIEW: u32 = 500;

impl Identity {
    /// Who the terminal of an open home is.
    ///
    /// # Errors
    /// [`WireError::Malformed`] when the home's encryption key is no key.
    pub fn of(home: &yichuang_store::Identity) -> Result<Self, WireError> {
        let claim = EnrolRequest {
            terminal: home.terminal().clone(),
            token: home.enrolment.token.clone(),
            signing: home.signing.public_key(),
            encryption: KeyPair::from_secret(&home.encryption)?.public_key(),
        };
        Ok(Self {
            claim,
            root: home.enrolment.root,
            signer: Arc::new(home.signing.clone()),
        })
    }
}

fn failed(error: StoreError) -> LedgerError {
    LedgerError::Store {
        code: error.code(),
        detail: error.to_string(),
    }
}

impl Ledger for Store {
    fn outlook(&self) -> Result<Outlook, LedgerError> {
        self.read(look).map_err(failed)
    }

    fn entries_after(
        &self,
        journal: &JournalName,
        epoch: u32,
        after: u64,
        limit: usize,
    ) -> Result<Vec<Entry>, LedgerError> {
        self.read(|reader| reader.entries_after(journal, epoch, after, limit))
            .map_err(failed)
    }

    fn feed_run(&self, epoch: u32, after: u64) -> Result<Option<Batch>, LedgerError> {
        self.read(|reader| reader.feed_run(epoch, after))
            .map_err(failed)
    }

    fn hash_at(
        &self,
        journal: &JournalName,
        epoch: u32,
        seq: u64,
    ) -> Result<Option<Hash>, LedgerError> {
        let Some(before) = seq.checked_sub(1) else {
            return Ok(None);
        };
        let entries = self.entries_after(journal, epoch, before, 1)?;
        Ok(entries.first().map(Entry::hash))
    }

    fn record_certificate(&self, signed: &Signed, _: &Certificate) -> Result<(), LedgerError> {
        self.write(|tx| tx.record_certificate(signed))
            .map_err(failed)
    }

    fn record_contact(&self, contact: &Contact) -> Result<(), LedgerError> {
        let reached = ContactOutcome::Reached {
            platform_epoch: contact.platform_epoch,
            platform_clock: contact.platform_clock,
        };
        // What a new epoch of the platform voids is the store's to know: it keeps the epoch of
        // every receipt.
        self.write(|tx| {
            tx.record_heads(&contact.heads, contact.platform_epoch)?;
            tx.record_contact(contact.at, &reached, None)
        })
        .map_err(failed)
    }

    fn record_receipt(
        &self,
        signed: &Signed,
        receipt: &Receipt,
        at: DateTime<Utc>,
    ) -> Result<(), LedgerError> {
        let head = &receipt.head;
        if self.hash_at(&head.journal, head.epoch, head.seq)?.is_none() {
            tracing::warn!(
                epoch = head.epoch,
                seq = head.seq,
                "receipt for entries that are not here yet"
            );
            return Ok(());
        }
        self.write(|tx| tx.record_receipt(signed, at))
            .map(drop)
            .map_err(failed)
    }

    fn record_upload(
        &self,
        file: &FileKey,
        location: &str,
        offset: u64,
    ) -> Result<(), LedgerError> {
        let upload = UploadState {
            location: location.to_owned(),
            offset,
        };
        self.write(|tx| tx.record_upload(file.case, file.sha256.into(), &upload))
            .map_err(failed)
    }

    fn file_chunk(&self, file: &FileKey, offset: u64, len: usize) -> Result<Vec<u8>, LedgerError> {
        let bytes = self
            .read_file(&file.sha256.into())
            .map_err(|error| match error {
                StoreError::FileMissing(_) | StoreError::FileDamaged(_) | StoreError::NoSuch(_) => {
                    LedgerError::FileUnreadable(file.sha256)
                }
                error => failed(error),
            })?;
        let from = usize::try_from(offset)
            .unwrap_or(usize::MAX)
            .min(bytes.len());
        let to = from.saturating_add(len).min(bytes.len());
        Ok(bytes[from..to].to_vec())
    }

    fn record_file_receipt(
        &self,
        signed: &Signed,
        _: &FileReceipt,
        at: DateTime<Utc>,
    ) -> Result<(), LedgerError> {
        self.write(|tx| tx.record_file_receipt(signed, at))
            .map(drop)
            .map_err(failed)
    }

    fn admit_feed(&self, page: &Batch) -> Result<(), LedgerError> {
        self.write(|tx| tx.admit_feed(page))
            .map(drop)
            .map_err(|error| match error {
                StoreError::Wire(_) | StoreError::ChainFork { .. } => {
                    LedgerError::FeedBroken(error.to_string())
                }
                error => failed(error),
            })
    }

    fn missing_items(&self, manifest: &Manifest) -> Result<Vec<PackItem>, LedgerError> {
        self.read(|reader| reader.missing_blobs(manifest))
            .map_err(failed)
    }

    fn install_pack(
        &self,
        signed: &Signed,
        manifest: &Manifest,
        blobs: Vec<(Hash, Vec<u8>)>,
        at: DateTime<Utc>,
    ) -> Result<(), LedgerError> {
        let pack = Pack {
            manifest: signed.clone(),
            blobs: blobs.into_iter().collect(),
        };
        let publisher = self.identity().enrolment.root;
        self.write(|tx| {
            let before = tx.pack_in_force()?.map(|pack| pack.version);
            let outcome = tx.install_pack(&pack, &publisher, at)?;
            if before == Some(outcome.version) {
                return Ok(());
            }
            let installed = PackInstalled {
                version: outcome.version,
                publisher: manifest.publisher.clone(),
                manifest: sha256(signed.document.as_bytes()),
                matters: outcome.matters,
            };
            let clock = clock_state(tx)?;
            tx.append(Act {
                payload: installed.into(),
                case: None,
                actor: None,
                at,
                clock,
            })
            .map(drop)
        })
        .map_err(|error| match error {
            StoreError::PackRefused { .. } | StoreError::PackOlder { .. } | StoreError::Wire(_) => {
                LedgerError::PackRefused(error.to_string())
            }
            error => failed(error),
        })
    }

    fn record_failure(
        &self,
        code: &'static str,
        at: DateTime<Utc>,
        next_try: Option<DateTime<Utc>>,
    ) -> Result<(), LedgerError> {
        let outcome = ContactOutcome::Failed(code.to_owned());
        self.write(|tx| tx.record_contact(at, &outcome, next_try))
            .map_err(failed)
    }
}

fn look(reader: &Reader<'_>) -> Result<Outlook, StoreError> {
    let outbox = reader.outbox(FILES_IN_VIEW)?;
    let feed = reader.identity().feed();
    let feed_head = reader.head(&feed, outbox.feed.epoch)?;
    let pack = PackOutlook {
        installed: reader.pack_in_force()?.map(|pack| pack.version),
        announced: outbox.pack.as_ref().map(|pack| pack.version),
    };
    // Nothing was receipted after the end of time: only the queue is counted.
    let waiting_cases = reader.sync_summary(DateTime::<Utc>::MAX_UTC)?.waiting_cases;
    let all_receipted = outbox.waiting_entries() == 0;
    Ok(Outlook {
        networked: outbox.platform.is_some(),
        certified: outbox
            .platform
            .as_ref()
            .is_some_and(|platform| platform.certificate.is_some()),
        receipts_until: reader.receipt_certificate()?.map(|it| it.until()),
        platform_epoch: outbox
            .platform
            .as_ref()
            .map(|platform| platform.epoch)
            .filter(|epoch| *epoch > 0),
        journal: reader.identity().journal(),
        heads: outbox
            .epochs
            .iter()
            .map(|epoch| epoch.head.clone())
            .collect(),
        receipted: receipted(&outbox),
        files: (0..)
            .zip(outbox.files)
            .map(|(rank, file)| file_outlook(rank, file, all_receipted))
            .collect(),
        feed: FeedOutlook {
            head: feed_head.unwrap_or_else(|| ChainHead::start(feed, 0, None)),
            proven: reader.proven_feed()?,
        },
        pack,
        waiting_cases,
    })
}

/// Only the numbers count: the hash is that of the local head.
fn receipted(outbox: &Outbox) -> Vec<ChainHead> {
    let head = |epoch: &yichuang_store::OwnEpoch| ChainHead {
        seq: epoch.receipted,
        ..epoch.head.clone()
    };
    outbox
        .epochs
        .iter()
        .filter(|epoch| epoch.receipted > 0)
        .map(head)
        .collect()
}

fn file_outlook(rank: u32, file: PendingFile, ready: bool) -> FileOutlook {
    FileOutlook {
        key: FileKey {
            case: file.case,
            sha256: file.sha256.into(),
        },
        size: file.size,
        media_type: file.media_type,
        rank,
        ready,
        location: file.upload.map(|upload| upload.location),
    }
}

/// How far this machine's clock can be trusted, by the platform's last word.
fn clock_state(reader: &Reader<'_>) -> Result<ClockState, StoreError> {
    let ahead = reader
        .last_contact()?
        .and_then(|contact| contact.clock_ahead_ms)
        .unwrap_or(0);
    let suspect = TimeDelta::milliseconds(ahead).abs() > CLOCK_TOLERANCE;
    Ok(if suspect {
        ClockState::Suspect
    } else {
        ClockState::Trusted
    })
}
