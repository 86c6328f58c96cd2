//! The result documents of a case: those the department named, or, when it named none, those its
//! matter promises.

use uuid::Uuid;
use yichuang_domain::{
    CaseId, CaseState, Matter,
    delivery::ResultPlace,
    matter::{PowerType, ResultKind},
};
use yichuang_store::{CaseRow, Reader, ResultRow};
use yichuang_wire::{payload::ResultDocument, sha256};

use super::is_decided;
use crate::{catalogue::pinned, ipc::CaseResult, report::Outcome};

/// What is handed over when a decision is there and neither it nor the matter names anything.
const NOTICE_OF_RESULT: &str = "办理结果告知书";
const LICENCE_DENIED: &str = "不予行政许可决定书";
const DENIED: &str = "不予办理决定书";

/// The documents of a case; none before it is decided.
///
/// # Errors
/// Those of the store.
pub(crate) fn documents_of(read: &Reader<'_>, case: &CaseRow) -> Outcome<Vec<ResultRow>> {
    let named = read.results(case.id)?;
    if !named.is_empty() || !(is_decided(case.state) || case.state == CaseState::Delivered) {
        return Ok(named);
    }
    let matter = pinned(read, case)?;
    let place = match case.state {
        CaseState::ReadyForPickup => ResultPlace::Counter,
        CaseState::Delivered => ResultPlace::Delivered,
        _ => ResultPlace::Office,
    };
    let row = |document| ResultRow {
        case: case.id,
        document,
        place,
        kept: String::new(),
        arrived_on: case.progress_on.filter(|_| place == ResultPlace::Counter),
        parcel: None,
        carrier: None,
        tracking: None,
        posted_on: None,
        delivery: None,
        delivered_on: case.closed_on.filter(|_| place == ResultPlace::Delivered),
        way: None,
    };
    Ok(promised(case, matter.as_ref())
        .into_iter()
        .map(row)
        .collect())
}

fn promised(case: &CaseRow, matter: Option<&Matter>) -> Vec<ResultDocument> {
    let licence = matter.is_some_and(|matter| matter.power_type == PowerType::Licence);
    let names = match (case.state, matter) {
        (CaseState::Denied, _) if licence => {
            vec![(LICENCE_DENIED.to_owned(), ResultKind::Approval)]
        }
        (CaseState::Denied, _) => vec![(DENIED.to_owned(), ResultKind::Approval)],
        (_, matter) => {
            let results = matter.map_or(&[][..], |matter| &matter.results);
            let given = results.iter().filter(|one| one.kind != ResultKind::None);
            given.map(|one| (one.name.clone(), one.kind)).collect()
        }
    };
    let names = if names.is_empty() {
        vec![(NOTICE_OF_RESULT.to_owned(), ResultKind::None)]
    } else {
        names
    };
    let document = |(place, (name, what)): (usize, (String, ResultKind))| ResultDocument {
        id: id_of(case.id, place, &name),
        name,
        what,
        document_no: None,
        valid_until: None,
    };
    names.into_iter().enumerate().map(document).collect()
}

/// The same id whoever works it out: nobody gave the document one.
fn id_of(case: CaseId, place: usize, name: &str) -> Uuid {
    let said = format!("{case} {place} {name}");
    let digest = sha256(said.as_bytes());
    let mut bytes = [0; 16];
    bytes.copy_from_slice(&digest.as_bytes()[..16]);
    Uuid::from_bytes(bytes)
}

/// The documents of a case as the interface shows them.
///
/// # Errors
/// Those of the store.
pub(crate) fn result_views(read: &Reader<'_>, case: &CaseRow) -> Outcome<Vec<CaseResult>> {
    Ok(documents_of(read, case)?.into_iter().map(view).collect())
}

fn view(row: ResultRow) -> CaseResult {
    let on = match row.place {
        ResultPlace::Office => None,
        ResultPlace::Counter => row.arrived_on,
        ResultPlace::Posted => row.posted_on,
        ResultPlace::Delivered => row.delivered_on,
    };
    CaseResult {
        id: row.document.id.to_string(),
        name: row.document.name,
        what: what(row.document.what).to_owned(),
        document_no: row.document.document_no,
        valid_until: row.document.valid_until.map(|day| day.to_string()),
        place: row.place.key().to_owned(),
        kept: row.kept,
        on: on.map(|day| day.to_string()),
        way: row.way.map(|way| way.key().to_owned()),
        parcel: row.parcel.map(|id| id.to_string()),
        carrier: row.carrier,
        tracking: row.tracking,
    }
}

const fn what(kind: ResultKind) -> &'static str {
    match kind {
        ResultKind::Certificate => "certificate",
        ResultKind::Approval => "approval",
        ResultKind::Payment => "payment",
        ResultKind::Registration => "registration",
        ResultKind::None => "none",
    }
}
