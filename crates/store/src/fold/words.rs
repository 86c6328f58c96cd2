//! Folding what was said: words for matters, and demands the list does not have.

use rusqlite::{Connection, named_params};
use yichuang_domain::text::fold;
use yichuang_wire::payload::{AliasAdded, AliasRemoved, OffListDemand};

use super::Arrived;
use crate::{StoreError, column, search::sound};

pub(super) fn alias_added(
    conn: &Connection,
    entry: &Arrived<'_>,
    body: &AliasAdded,
) -> Result<(), StoreError> {
    let sound = sound::of_words(&body.text);
    conn.prepare_cached(include_str!("sql/insert_point_alias.sql"))?
        .execute(named_params! {
            ":matter": body.matter.as_str(),
            ":alias_fold": fold(&body.text),
            ":alias": body.text,
            ":initials": sound::blur_initials(&sound.initials),
            ":pinyin": sound::blur(&sound.pinyin),
            ":at_ms": column::millis(entry.header.at),
            ":actor": entry.header.actor.map(|id| id.0.into_bytes()),
        })?;
    Ok(())
}

pub(super) fn alias_removed(conn: &Connection, body: &AliasRemoved) -> Result<(), StoreError> {
    conn.prepare_cached(include_str!("sql/delete_point_alias.sql"))?
        .execute(named_params! {
            ":matter": body.matter.as_str(),
            ":alias_fold": fold(&body.text),
        })?;
    Ok(())
}

pub(super) fn off_list_demand(
    conn: &Connection,
    entry: &Arrived<'_>,
    body: &OffListDemand,
) -> Result<(), StoreError> {
    conn.prepare_cached(include_str!("sql/insert_demand.sql"))?
        .execute(named_params! {
            ":arrival": entry.arrival,
            ":at_ms": column::millis(entry.header.at),
            ":matter": body.matter.as_str(),
            ":demanded": body.demanded,
            ":actor": entry.header.actor.map(|id| id.0.into_bytes()),
            ":case_id": entry.header.case.map(|id| id.0.into_bytes()),
        })?;
    Ok(())
}
