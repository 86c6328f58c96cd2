//! Writing down what the platform said.

use chrono::{DateTime, Utc};
use rusqlite::{OptionalExtension as _, named_params};
use yichuang_domain::{CaseId, FileHash};
use yichuang_wire::{
    Certificate, ChainHead, FileReceipt, Hash, Purpose, Receipt, ReceiptCertificate, Signed,
    Signer as _, WireError,
};

use super::UploadState;
use crate::{Reader, StoreError, Tx, column};

/// The setting that holds the receipt certificate.
const RECEIPT_CERTIFICATE: &str = "receipt_certificate";

/// The last try to reach the platform.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Contact {
    /// When it was tried.
    pub at: DateTime<Utc>,
    /// When it last worked.
    pub last_success: Option<DateTime<Utc>>,
    /// Why it did not work now, as a stable code; none when it did.
    pub failure: Option<String>,
    /// When it will be tried again.
    pub next_try: Option<DateTime<Utc>>,
    /// By how much the platform's clock was ahead of ours, in milliseconds.
    pub clock_ahead_ms: Option<i64>,
}

/// What came of one try.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ContactOutcome {
    /// The platform answered with its signature.
    Reached {
        /// Its epoch.
        platform_epoch: u32,
        /// Its clock.
        platform_clock: DateTime<Utc>,
    },
    /// It did not; a stable code says why.
    Failed(String),
}

impl Tx<'_> {
    /// Records the platform's receipt: everything up to its head is reported. A receipt of a newer
    /// platform epoch replaces an older one even when it covers less; one of an older is ignored.
    ///
    /// # Errors
    /// [`yichuang_wire::WireError::Signature`] unless the enrolled root signed it,
    /// [`StoreError::NoSuch`] when it names a head that is not ours, and database errors.
    pub fn record_receipt(
        &mut self,
        signed: &Signed,
        at: DateTime<Utc>,
    ) -> Result<Receipt, StoreError> {
        let receipt: Receipt =
            signed.open(&self.identity().enrolment.root, "receipt", Purpose::Receipt)?;
        let own = self.identity().journal();
        let ours = receipt.head.journal == own
            && self
                .entries_after(
                    &own,
                    receipt.head.epoch,
                    receipt.head.seq.saturating_sub(1),
                    1,
                )?
                .first()
                .is_some_and(|entry| entry.hash() == receipt.head.hash);
        if !ours {
            return Err(StoreError::NoSuch("entry for this receipt"));
        }
        let from: u64 = self
            .conn
            .prepare_cached(include_str!("sql/read_receipted.sql"))?
            .query_row([receipt.head.epoch], |row| column::count(row, "receipted"))
            .optional()?
            .unwrap_or(0);
        self.conn
            .prepare_cached(include_str!("sql/set_receipted.sql"))?
            .execute(named_params! {
                ":epoch": receipt.head.epoch,
                ":seq": column::int(receipt.head.seq),
                ":platform_epoch": receipt.platform_epoch,
            })?;
        self.conn
            .prepare_cached(include_str!("sql/insert_receipt.sql"))?
            .execute(named_params! {
                ":epoch": receipt.head.epoch,
                ":from_seq": column::int(from + 1),
                ":seq": column::int(receipt.head.seq),
                ":platform_epoch": receipt.platform_epoch,
                ":recorded_ms": column::millis(at),
                ":body": column::json(signed)?,
            })?;
        self.record_platform_epoch(receipt.platform_epoch)?;
        Ok(receipt)
    }

    /// Takes note of what a restored platform says it has: of an epoch newer than our receipts,
    /// whatever lies above its heads is offered again.
    ///
    /// # Errors
    /// Database errors.
    pub fn record_heads(
        &mut self,
        heads: &[ChainHead],
        platform_epoch: u32,
    ) -> Result<(), StoreError> {
        let own = self.identity().journal();
        for epoch in self.own_epochs()? {
            let stored = heads
                .iter()
                .find(|head| head.journal == own && head.epoch == epoch.head.epoch)
                .map_or(0, |head| head.seq);
            self.conn
                .prepare_cached(include_str!("sql/lower_receipted.sql"))?
                .execute(named_params! {
                    ":epoch": epoch.head.epoch,
                    ":seq": column::int(stored),
                    ":platform_epoch": platform_epoch,
                })?;
        }
        self.record_platform_epoch(platform_epoch)
    }

    /// Records the platform's receipt for one page.
    ///
    /// # Errors
    /// [`yichuang_wire::WireError::Signature`] unless the enrolled root signed it, and database
    /// errors.
    pub fn record_file_receipt(
        &mut self,
        signed: &Signed,
        at: DateTime<Utc>,
    ) -> Result<FileReceipt, StoreError> {
        let root = self.identity().enrolment.root;
        let receipt: FileReceipt = signed.open(&root, "file receipt", Purpose::FileReceipt)?;
        let (case, sha256) = (receipt.case.0.into_bytes(), receipt.sha256.0);
        self.conn
            .prepare_cached(include_str!("sql/insert_file_receipt.sql"))?
            .execute(named_params! {
                ":case_id": case,
                ":sha256": sha256,
                ":platform_epoch": receipt.platform_epoch,
                ":recorded_ms": column::millis(at),
                ":body": column::json(signed)?,
            })?;
        self.conn
            .prepare_cached(include_str!("sql/mark_file_receipted.sql"))?
            .execute(named_params! {
                ":case_id": case,
                ":sha256": sha256,
                ":platform_epoch": receipt.platform_epoch,
            })?;
        self.forget_upload(receipt.case, receipt.sha256.into())?;
        self.record_platform_epoch(receipt.platform_epoch)?;
        Ok(receipt)
    }

    /// Records where an upload stands.
    ///
    /// # Errors
    /// Database errors.
    pub fn record_upload(
        &mut self,
        case: CaseId,
        file: FileHash,
        upload: &UploadState,
    ) -> Result<(), StoreError> {
        self.conn
            .prepare_cached(include_str!("sql/set_upload.sql"))?
            .execute(named_params! {
                ":case_id": case.0.into_bytes(),
                ":sha256": file.0,
                ":location": upload.location,
                ":sent": column::int(upload.offset),
            })?;
        Ok(())
    }

    /// Forgets an upload the platform no longer knows; it starts again from the beginning.
    ///
    /// # Errors
    /// Database errors.
    pub fn forget_upload(&mut self, case: CaseId, file: FileHash) -> Result<(), StoreError> {
        self.conn
            .prepare_cached(include_str!("sql/delete_upload.sql"))?
            .execute(named_params! { ":case_id": case.0.into_bytes(), ":sha256": file.0 })?;
        Ok(())
    }

    /// Records one try to reach the platform.
    ///
    /// # Errors
    /// Database errors.
    pub fn record_contact(
        &mut self,
        at: DateTime<Utc>,
        outcome: &ContactOutcome,
        next_try: Option<DateTime<Utc>>,
    ) -> Result<(), StoreError> {
        let (success, failure, ahead) = match outcome {
            ContactOutcome::Reached {
                platform_epoch,
                platform_clock,
            } => {
                self.record_platform_epoch(*platform_epoch)?;
                (
                    Some(column::millis(at)),
                    None,
                    Some((*platform_clock - at).num_milliseconds()),
                )
            }
            ContactOutcome::Failed(code) => (None, Some(code.as_str()), None),
        };
        self.conn
            .prepare_cached(include_str!("sql/set_contact.sql"))?
            .execute(named_params! {
                ":at_ms": column::millis(at),
                ":success_ms": success,
                ":failure": failure,
                ":next_try_ms": next_try.map(column::millis),
                ":clock_ahead_ms": ahead,
            })?;
        Ok(())
    }

    /// Keeps this terminal's certificate.
    ///
    /// # Errors
    /// [`yichuang_wire::WireError::Signature`] unless the enrolled root signed it, and database
    /// errors.
    pub fn record_certificate(&mut self, signed: &Signed) -> Result<(), StoreError> {
        let root = self.identity().enrolment.root;
        let certificate: Certificate = signed.open(&root, "certificate", Purpose::Certificate)?;
        self.conn
            .prepare_cached(include_str!("sql/set_certificate.sql"))?
            .execute(named_params! { ":certificate": column::json(signed)? })?;
        match &certificate.receipt {
            Some(receipt) => self.record_receipt_certificate(receipt),
            None => Ok(()),
        }
    }

    /// Keeps what vouches for the receipts printed here, in the place of an earlier one.
    ///
    /// # Errors
    /// [`yichuang_wire::WireError::Signature`] unless the enrolled root certified this terminal's
    /// own key, and database errors.
    pub fn record_receipt_certificate(
        &mut self,
        certificate: &ReceiptCertificate,
    ) -> Result<(), StoreError> {
        let own = self.identity();
        let ours = certificate.check(&own.enrolment.root).is_ok()
            && certificate.terminal() == own.terminal()
            && *certificate.signing() == own.signing.public_key();
        if !ours {
            return Err(WireError::Signature("receipt certificate").into());
        }
        self.set_setting(RECEIPT_CERTIFICATE, certificate)
    }

    fn record_platform_epoch(&self, epoch: u32) -> Result<(), StoreError> {
        self.conn
            .prepare_cached(include_str!("sql/raise_platform_epoch.sql"))?
            .execute(named_params! { ":epoch": epoch })?;
        Ok(())
    }
}

impl Reader<'_> {
    /// What vouches for the receipts printed here; none before the first contact.
    ///
    /// # Errors
    /// Database errors.
    pub fn receipt_certificate(&self) -> Result<Option<ReceiptCertificate>, StoreError> {
        self.setting(RECEIPT_CERTIFICATE)
    }

    /// The last try to reach the platform.
    ///
    /// # Errors
    /// Database errors.
    pub fn last_contact(&self) -> Result<Option<Contact>, StoreError> {
        let contact = self
            .conn
            .prepare_cached(include_str!("sql/read_contact.sql"))?
            .query_row([], |row| {
                Ok(Contact {
                    at: column::instant(row, "last_attempt_ms")?,
                    last_success: column::maybe_instant(row, "last_success_ms")?,
                    failure: row.get("failure")?,
                    next_try: column::maybe_instant(row, "next_try_ms")?,
                    clock_ahead_ms: row.get("clock_ahead_ms")?,
                })
            })
            .optional()?;
        Ok(contact)
    }

    /// The platform's signed receipt that covers an entry of the own journal, for showing proof.
    ///
    /// # Errors
    /// Database errors.
    pub fn receipt_for(&self, entry: Hash) -> Result<Option<Signed>, StoreError> {
        let body: Option<String> = self
            .conn
            .prepare_cached(include_str!("sql/receipt_for.sql"))?
            .query_row([entry.0], |row| row.get("body"))
            .optional()?;
        Ok(body.and_then(|body| serde_json::from_str(&body).ok()))
    }
}
