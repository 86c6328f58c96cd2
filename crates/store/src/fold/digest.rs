//! One digest over every projection, so that "rebuild equals live" is one comparison.

use rusqlite::{Connection, types::ValueRef};
use sha2::{Digest as _, Sha256};
use yichuang_wire::Hash;

use crate::StoreError;

/// Each reads one projection in an order of its own content, never of row ids.
const TABLES: [&str; 24] = [
    include_str!("sql/digest_cases.sql"),
    include_str!("sql/digest_materials.sql"),
    include_str!("sql/digest_files.sql"),
    include_str!("sql/digest_prints.sql"),
    include_str!("sql/digest_verdicts.sql"),
    include_str!("sql/digest_notices.sql"),
    include_str!("sql/digest_pack_offer.sql"),
    include_str!("sql/digest_person_links.sql"),
    include_str!("sql/digest_person_numbers.sql"),
    include_str!("sql/digest_case_agents.sql"),
    include_str!("sql/digest_aliases.sql"),
    include_str!("sql/digest_demands.sql"),
    include_str!("sql/digest_findings.sql"),
    include_str!("sql/digest_results.sql"),
    include_str!("sql/digest_mandates.sql"),
    include_str!("sql/digest_owed.sql"),
    include_str!("sql/digest_unsigned.sql"),
    include_str!("sql/digest_pauses.sql"),
    include_str!("sql/digest_requests.sql"),
    include_str!("sql/digest_promise_checks.sql"),
    include_str!("sql/digest_slips.sql"),
    include_str!("sql/digest_enquiries.sql"),
    include_str!("sql/digest_visits.sql"),
    include_str!("sql/digest_ratings.sql"),
];

pub(super) fn digest(conn: &Connection) -> Result<Hash, StoreError> {
    let mut digest = Sha256::new();
    for (table, sql) in TABLES.iter().enumerate() {
        let mut statement = conn.prepare(sql)?;
        let columns = statement.column_count();
        let mut rows = statement.query([])?;
        while let Some(row) = rows.next()? {
            digest.update([table as u8]);
            for column in 0..columns {
                absorb(&mut digest, row.get_ref(column)?);
            }
        }
    }
    Ok(Hash(digest.finalize().into()))
}

/// Type, length, bytes: no two different rows look alike.
fn absorb(digest: &mut Sha256, value: ValueRef<'_>) {
    let (kind, bytes): (u8, &[u8]) = match value {
        ValueRef::Null => (0, &[]),
        ValueRef::Integer(number) => {
            digest.update([1]);
            digest.update(number.to_be_bytes());
            return;
        }
        ValueRef::Real(number) => {
            digest.update([2]);
            digest.update(number.to_be_bytes());
            return;
        }
        ValueRef::Text(bytes) => (3, bytes),
        ValueRef::Blob(bytes) => (4, bytes),
    };
    digest.update([kind]);
    digest.update((bytes.len() as u64).to_be_bytes());
    digest.update(bytes);
}
