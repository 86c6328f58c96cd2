//! Terminals and the platform's epoch in SQLite.

use rusqlite::{OptionalExtension as _, Transaction, params};
use yichuang_domain::TerminalCode;
use yichuang_wire::Signed;

use super::{
    SqliteStorage, failed, packs,
    row::{self, millis},
};
use crate::storage::{Claim, Claimed, EnrolledTerminal, Grant, Granted, Registry, StorageResult};

impl Registry for SqliteStorage {
    fn platform_epoch(&self) -> StorageResult<u32> {
        self.read(|tx| {
            tx.query_row("SELECT epoch FROM platform", [], |row| row.get(0))
                .map_err(failed)
        })
    }

    fn begin_epoch(&self) -> StorageResult<u32> {
        self.write(|tx| {
            tx.query_row(
                "UPDATE platform SET epoch = epoch + 1 RETURNING epoch",
                [],
                |row| row.get(0),
            )
            .map_err(failed)
        })
    }

    fn grant(&self, grant: &Grant) -> StorageResult<Granted> {
        self.write(|tx| {
            if let Some(other) = confusable(tx, &grant.terminal)? {
                return Ok(Granted::Confusable(other));
            }
            let changed = tx
                .execute(
                    "INSERT INTO terminal (code, token, point) VALUES (?1, ?2, ?3)
                     ON CONFLICT (code) DO UPDATE SET token = excluded.token, point = excluded.point
                     WHERE claimed_at IS NULL",
                    params![grant.terminal.as_str(), grant.token.0, grant.point],
                )
                .map_err(failed)?;
            Ok(if changed == 1 {
                Granted::Recorded
            } else {
                Granted::Taken
            })
        })
    }

    fn claim(&self, claim: &Claim) -> StorageResult<Claimed> {
        self.write(|tx| match stored_claim(tx, claim)? {
            Stored::Unclaimed => keep_claim(tx, claim),
            Stored::Same(certificate) => Ok(Claimed::Certified(certificate)),
            Stored::Other => Ok(Claimed::Refused),
        })
    }

    fn terminal(&self, code: &TerminalCode) -> StorageResult<Option<EnrolledTerminal>> {
        let found: Option<(Vec<u8>, String)> = self.read(|tx| {
            tx.prepare_cached(
                "SELECT signing, point FROM terminal WHERE code = ?1 AND claimed_at IS NOT NULL",
            )
            .map_err(failed)?
            .query_row([code.as_str()], |row| Ok((row.get(0)?, row.get(1)?)))
            .optional()
            .map_err(failed)
        })?;
        found
            .map(|(signing, point)| {
                Ok(EnrolledTerminal {
                    code: code.clone(),
                    signing: row::key(signing)?,
                    point,
                })
            })
            .transpose()
    }
}

/// A granted code that differs from this one by two characters at the end, an epoch's mark.
fn confusable(tx: &Transaction<'_>, code: &TerminalCode) -> StorageResult<Option<TerminalCode>> {
    let mut statement = tx
        .prepare_cached(
            "SELECT code FROM terminal
             WHERE (length(code) = length(?1) + 2 AND substr(code, 1, length(?1)) = ?1)
                OR (length(code) = length(?1) - 2 AND substr(?1, 1, length(code)) = code)",
        )
        .map_err(failed)?;
    let mut rows = statement.query([code.as_str()]).map_err(failed)?;
    rows.next()
        .map_err(failed)?
        .map(|found| row::text(found, 0, "terminal code"))
        .transpose()
}

enum Stored {
    Unclaimed,
    Same(Signed),
    Other,
}

fn stored_claim(tx: &Transaction<'_>, claim: &Claim) -> StorageResult<Stored> {
    type Columns = ([u8; 32], Option<Vec<u8>>, Option<Vec<u8>>, Option<String>);
    let found: Option<Columns> = tx
        .query_row(
            "SELECT token, signing, encryption, certificate FROM terminal WHERE code = ?1",
            [claim.terminal.as_str()],
            |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?, row.get(3)?)),
        )
        .optional()
        .map_err(failed)?;
    Ok(match found {
        Some((token, None, ..)) if token == claim.token.0 => Stored::Unclaimed,
        Some((token, Some(signing), Some(encryption), Some(certificate)))
            if token == claim.token.0
                && signing == claim.signing.0
                && encryption == claim.encryption.0 =>
        {
            Stored::Same(row::from_json(&certificate, "certificate")?)
        }
        _ => Stored::Other,
    })
}

fn keep_claim(tx: &Transaction<'_>, claim: &Claim) -> StorageResult<Claimed> {
    tx.execute(
        "UPDATE terminal SET signing = ?2, encryption = ?3, certificate = ?4, claimed_at = ?5 WHERE code = ?1",
        params![
            claim.terminal.as_str(),
            claim.signing.0,
            claim.encryption.0,
            row::json(&claim.certificate)?,
            millis(claim.at),
        ],
    )
    .map_err(failed)?;
    packs::tell_latest(tx, &claim.terminal, claim.at)?;
    Ok(Claimed::Certified(claim.certificate.clone()))
}
