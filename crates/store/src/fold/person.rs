//! Folding who is one person under several numbers.

use rusqlite::{Connection, named_params};
use yichuang_domain::{
    IdNumber,
    person::{NumberLink, linked_people},
};
use yichuang_wire::payload::{PersonsMerged, PersonsParted};

use super::Arrived;
use crate::{StoreError, column};

/// The same two numbers put together again stay one link.
pub(super) fn persons_merged(
    conn: &Connection,
    entry: &Arrived<'_>,
    body: &PersonsMerged,
) -> Result<(), StoreError> {
    cut(conn, &body.from, &body.into)?;
    conn.prepare_cached(include_str!("sql/insert_person_link.sql"))?
        .execute(named_params! {
            ":arrival": entry.arrival,
            ":from_kind": column::word(&body.from.kind())?,
            ":from_value": body.from.reveal(),
            ":into_kind": column::word(&body.into.kind())?,
            ":into_value": body.into.reveal(),
        })?;
    number_people(conn)
}

pub(super) fn persons_parted(conn: &Connection, body: &PersonsParted) -> Result<(), StoreError> {
    cut(conn, &body.from, &body.into)?;
    number_people(conn)
}

fn cut(conn: &Connection, from: &IdNumber, into: &IdNumber) -> Result<(), StoreError> {
    conn.prepare_cached(include_str!("sql/cut_person_link.sql"))?
        .execute(named_params! {
            ":from_kind": column::word(&from.kind())?,
            ":from_value": from.reveal(),
            ":into_kind": column::word(&into.kind())?,
            ":into_value": into.reveal(),
        })?;
    Ok(())
}

/// Works out again who has several numbers. Links are made by hand, one at a time: there are few.
fn number_people(conn: &Connection) -> Result<(), StoreError> {
    conn.execute_batch(include_str!("sql/empty_person_number.sql"))?;
    for numbers in linked_people(&links(conn)?) {
        let Some(current) = numbers.first() else {
            continue;
        };
        for number in &numbers {
            conn.prepare_cached(include_str!("sql/insert_person_number.sql"))?
                .execute(named_params! {
                    ":id_value": number.reveal(),
                    ":id_kind": column::word(&number.kind())?,
                    ":current_value": current.reveal(),
                    ":current_kind": column::word(&current.kind())?,
                })?;
        }
    }
    Ok(())
}

fn links(conn: &Connection) -> Result<Vec<NumberLink>, StoreError> {
    let mut statement = conn.prepare_cached(include_str!("sql/person_links.sql"))?;
    let links = statement
        .query_map([], |row| {
            Ok(NumberLink {
                from: column::id_number(row, "from_kind", "from_value")?,
                into: column::id_number(row, "into_kind", "into_value")?,
            })
        })?
        .collect::<Result<_, _>>()?;
    Ok(links)
}
