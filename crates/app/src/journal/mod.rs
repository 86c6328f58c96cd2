//! Proving the journal, and rebuilding what is folded from it.

use serde::Serialize;

use crate::{Desk, report::Outcome};

/// What a verification found.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct VerifyReport {
    /// Whether everything verifies.
    pub ok: bool,
    /// Entries checked, over all journals.
    pub entries: u64,
    /// Epochs of all journals.
    pub epochs: u64,
    /// The first entry that does not verify.
    pub first_bad: Option<String>,
}

/// What a rebuild found.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct RebuildReport {
    /// Whether the projections were what the journals say.
    pub equal: bool,
    /// Digest of the projections before.
    pub before: String,
    /// Digest after folding every journal anew.
    pub after: String,
}

impl Desk {
    /// Checks every chain and payload.
    ///
    /// # Errors
    /// Those of the store; a break in a chain is a finding, not an error.
    pub fn verify_journal(&self) -> Outcome<VerifyReport> {
        let report = self.store()?.read(|read| read.verify())?;
        Ok(VerifyReport {
            ok: report.ok(),
            entries: report.entries,
            epochs: report.epochs as u64,
            first_bad: report.first_bad.map(|bad| format!("{bad:?}")),
        })
    }

    /// Folds every journal anew and compares.
    ///
    /// # Errors
    /// Those of the store; nothing is changed then.
    pub fn rebuild_projections(&self) -> Outcome<RebuildReport> {
        let (before, after) = self.store()?.write(|tx| {
            let before = tx.projection_digest()?;
            tx.rebuild()?;
            Ok::<_, yichuang_store::StoreError>((before, tx.projection_digest()?))
        })?;
        Ok(RebuildReport {
            equal: before == after,
            before: before.to_string(),
            after: after.to_string(),
        })
    }
}
