//! Folding what a case owes, what of it was handed in, and the day it is due.

use rusqlite::{Connection, named_params};
use yichuang_domain::{CorrectionItem, HandIn};
use yichuang_wire::payload::{
    PromiseChecked, SignedPaper, Supplied, SupplyExtended, TakenMaterial, UnsignedPaper,
};

use super::{
    Arrived,
    case::{case_rid, insert_file, is_own},
};
use crate::{StoreError, column};

/// Which notice a line is owed by.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Stage {
    /// 补正告知 (行政许可法 Art. 32 (4)); answered by acceptance at the latest.
    Correction,
    /// 审查阶段补正: asked for by the department while it examines.
    Examination,
}

impl Stage {
    const fn word(self) -> &'static str {
        match self {
            Self::Correction => "correction",
            Self::Examination => "examination",
        }
    }
}

/// A notice: every line of it is owed until it is handed in.
pub(super) fn owe(
    conn: &Connection,
    rid: i64,
    stage: Stage,
    items: &[CorrectionItem],
    supply_by: chrono::NaiveDate,
) -> Result<(), StoreError> {
    settle_stage(conn, rid, stage)?;
    let mut statement = conn.prepare_cached(include_str!("sql/owe_item.sql"))?;
    for (ord, item) in items.iter().enumerate() {
        statement.execute(named_params! {
            ":case_rid": rid,
            ":item": item.id.as_ref().unwrap_or(&item.material),
            ":ord": column::int(ord as u64),
            ":stage": stage.word(),
            ":supply_by": supply_by.to_string(),
            ":body": column::json(item)?,
        })?;
    }
    Ok(())
}

/// Nothing of a notice is owed any more.
pub(super) fn settle_stage(conn: &Connection, rid: i64, stage: Stage) -> Result<(), StoreError> {
    conn.prepare_cached(include_str!("sql/settle_stage.sql"))?
        .execute(named_params! { ":case_rid": rid, ":stage": stage.word() })?;
    Ok(())
}

/// Reckons the days anew by which something is still owed.
pub(super) fn refresh(conn: &Connection, rid: i64) -> Result<(), StoreError> {
    conn.prepare_cached(include_str!("sql/refresh_owed.sql"))?
        .execute(named_params! { ":case_rid": rid })?;
    Ok(())
}

pub(super) fn supplied(
    conn: &Connection,
    entry: &Arrived<'_>,
    body: &Supplied,
) -> Result<(), StoreError> {
    let (Some(case), Some(rid)) = (entry.header.case, case_rid(conn, entry)?) else {
        return Ok(());
    };
    for material in &body.materials {
        replace_material(conn, rid, material)?;
        if material.how.is_some_and(|how| how != HandIn::Deferred) {
            settle(conn, rid, &material.id, &material.name)?;
        }
    }
    for key in body.form.keys() {
        settle(conn, rid, &format!("form.{key}"), key)?;
    }
    for paper in &body.signed {
        settle(conn, rid, &paper.document, &paper.title)?;
    }
    signatures(conn, rid, &body.signed, &[])?;
    let own = is_own(conn, &entry.header.journal)?;
    for file in body.files() {
        insert_file(conn, rid, case, file, own)?;
    }
    refresh(conn, rid)
}

/// Papers left unsigned are signed later; what was signed is not left unsigned any more.
pub(super) fn signatures(
    conn: &Connection,
    rid: i64,
    signed: &[SignedPaper],
    unsigned: &[UnsignedPaper],
) -> Result<(), StoreError> {
    for paper in signed {
        conn.prepare_cached(include_str!("sql/sign_paper.sql"))?
            .execute(named_params! { ":case_rid": rid, ":document": paper.document })?;
    }
    for paper in unsigned {
        conn.prepare_cached(include_str!("sql/leave_unsigned.sql"))?
            .execute(named_params! {
                ":case_rid": rid,
                ":document": paper.document,
                ":body": column::json(paper)?,
            })?;
    }
    Ok(())
}

fn replace_material(
    conn: &Connection,
    rid: i64,
    material: &TakenMaterial,
) -> Result<(), StoreError> {
    let body = column::json(material)?;
    let replaced = conn
        .prepare_cached(include_str!("sql/supply_material.sql"))?
        .execute(named_params! { ":case_rid": rid, ":id": material.id, ":body": body })?;
    if replaced == 0 {
        conn.prepare_cached(include_str!("sql/append_material.sql"))?
            .execute(named_params! { ":case_rid": rid, ":body": body })?;
    }
    Ok(())
}

fn settle(conn: &Connection, rid: i64, item: &str, name: &str) -> Result<(), StoreError> {
    conn.prepare_cached(include_str!("sql/settle_item.sql"))?
        .execute(named_params! { ":case_rid": rid, ":item": item, ":name": name })?;
    Ok(())
}

pub(super) fn supply_extended(
    conn: &Connection,
    entry: &Arrived<'_>,
    body: &SupplyExtended,
) -> Result<(), StoreError> {
    let Some(rid) = case_rid(conn, entry)? else {
        return Ok(());
    };
    for moved in [
        include_str!("sql/extend_owed.sql"),
        include_str!("sql/extend_deferred.sql"),
    ] {
        conn.prepare_cached(moved)?.execute(named_params! {
            ":case_rid": rid,
            ":was": body.was.to_string(),
            ":until": body.until.to_string(),
        })?;
    }
    conn.prepare_cached(include_str!("sql/count_extension.sql"))?
        .execute(named_params! { ":case_rid": rid })?;
    refresh(conn, rid)
}

pub(super) fn promise_checked(
    conn: &Connection,
    entry: &Arrived<'_>,
    body: &PromiseChecked,
) -> Result<(), StoreError> {
    let Some(rid) = case_rid(conn, entry)? else {
        return Ok(());
    };
    conn.prepare_cached(include_str!("sql/check_promise.sql"))?
        .execute(named_params! {
            ":case_rid": rid,
            ":material": body.material,
            ":outcome": body.outcome.key(),
            ":checked_on": body.on.to_string(),
        })?;
    Ok(())
}
