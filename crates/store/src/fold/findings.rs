//! Folding who answers for what about which text of a guide.

use rusqlite::{Connection, named_params};
use yichuang_wire::payload::GuideFindingKept;

use super::Arrived;
use crate::{StoreError, column};

/// A newer word on the same finding of the same text replaces the older.
pub(super) fn guide_finding_kept(
    conn: &Connection,
    entry: &Arrived<'_>,
    body: &GuideFindingKept,
) -> Result<(), StoreError> {
    conn.prepare_cached(include_str!("sql/keep_finding.sql"))?
        .execute(named_params! {
            ":matter": body.matter.as_str(),
            ":sha256": body.sha256.0,
            ":rule": body.rule,
            ":section": body.section,
            ":reason": body.reason,
            ":supervisor": body.supervisor.0.into_bytes(),
            ":at_ms": column::millis(entry.header.at),
        })?;
    Ok(())
}
