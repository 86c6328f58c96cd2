//! Receipts that points print: certifying the terminals that sign them, and verifying one.

use chrono::{DateTime, Days, Utc};
use yichuang_wire::{
    Certificate, PrintedError, Purpose, ReceiptCertificate, ReceiptLine, Signed, Signer as _,
};

use crate::{Platform, PlatformError};

impl Platform {
    /// A terminal's certificate with a fresh one for its receipts inside, which ends
    /// [`ReceiptCertificate::DAYS`] from now.
    pub(crate) fn with_receipts(
        &self,
        certificate: &Signed,
        at: DateTime<Utc>,
    ) -> Result<Signed, PlatformError> {
        let certificate: Certificate =
            certificate.open(&self.public_key(), "certificate", Purpose::Certificate)?;
        let terminal = self.storage.terminal(&certificate.terminal)?;
        let receipt = ReceiptCertificate::issue(
            &self.root,
            &certificate.terminal,
            &certificate.signing,
            &terminal.map(|known| known.point).unwrap_or_default(),
            at.date_naive() + Days::new(ReceiptCertificate::DAYS),
        )?;
        let whole = Certificate {
            receipt: Some(receipt),
            ..certificate
        };
        Ok(Signed::seal(&self.root, Purpose::Certificate, &whole)?)
    }

    /// Reads the line of a printed receipt and checks it against this platform's key.
    ///
    /// # Errors
    /// [`PrintedError`] when it cannot be read or does not hold.
    pub fn verify_receipt(&self, line: &str) -> Result<ReceiptLine, PrintedError> {
        let line = ReceiptLine::read(line)?;
        line.check(&self.root.public_key())?;
        Ok(line)
    }
}
