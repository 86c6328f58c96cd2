//! What goes in one handing over or parcel: documents of cases of one person that lie here.

use uuid::Uuid;
use yichuang_domain::{IdNumber, delivery::ResultPlace};
use yichuang_store::{CaseRow, Reader, ResultRow};
use yichuang_wire::payload::{Received, ResultDocument};

use super::{documents_of, is_decided};
use crate::{
    case::numbered,
    ipc::{ApiError, ErrorCode, GoingResults},
    report::{Outcome, field_problem},
};

/// More cases than one person fetches at once.
const MOST_CASES: usize = 50;

/// The documents of one case that go.
pub(super) struct Going {
    pub(super) case: CaseRow,
    pub(super) received: Received,
    pub(super) documents: Vec<ResultDocument>,
    /// Nothing of the case is left after them.
    pub(super) complete: bool,
}

/// A case that is decided, by its number.
///
/// # Errors
/// `CASE-002`, `CASE-006`; `CASE-003` before it is decided and after it was delivered.
pub(super) fn decided_case(read: &Reader<'_>, number: &str) -> Outcome<CaseRow> {
    let case = numbered(read, number)?;
    if is_decided(case.state) {
        Ok(case)
    } else {
        Err(ApiError::new(ErrorCode::IllegalMove).with("state", case.state.key()))
    }
}

/// Documents of a case by their ids, each where `fits` says.
///
/// # Errors
/// `CASE-001` without a document or with one the case does not have; `DELIVERY-003` for one that is
/// somewhere else.
pub(super) fn picked(
    rows: &[ResultRow],
    ids: &[String],
    fits: fn(ResultPlace) -> bool,
) -> Outcome<Vec<ResultDocument>> {
    let wrong = |rule| ApiError::invalid(vec![field_problem("documents", rule)]);
    if ids.is_empty() {
        return Err(wrong("required"));
    }
    let mut picked: Vec<ResultDocument> = Vec::new();
    for id in ids {
        let id = Uuid::parse_str(id).map_err(|_| wrong("option"))?;
        let row = rows.iter().find(|row| row.document.id == id);
        let row = row.ok_or_else(|| wrong("option"))?;
        if !fits(row.place) {
            return Err(ApiError::new(ErrorCode::ResultElsewhere)
                .with("name", &row.document.name)
                .with("place", row.place.key()));
        }
        if !picked.iter().any(|one| one.id == id) {
            picked.push(row.document.clone());
        }
    }
    Ok(picked)
}

/// Everything that goes; one case is named once.
///
/// # Errors
/// Those of [`decided_case`] and [`picked`]; `DELIVERY-004` for cases of several people.
pub(super) fn going(read: &Reader<'_>, input: &[GoingResults]) -> Outcome<Vec<Going>> {
    if input.is_empty() || input.len() > MOST_CASES {
        return Err(ApiError::invalid(vec![field_problem("going", "required")]));
    }
    let mut all: Vec<Going> = Vec::new();
    for one in input {
        let case = decided_case(read, &one.number)?;
        if all.iter().any(|other| other.case.id == case.id) {
            return Err(ApiError::invalid(vec![field_problem("going", "option")]));
        }
        let rows = documents_of(read, &case)?;
        let documents = picked(&rows, &one.documents, ResultPlace::is_here)?;
        let left = rows
            .iter()
            .filter(|row| row.place != ResultPlace::Delivered);
        let unknown = || ApiError::new(ErrorCode::CaseUnknown);
        all.push(Going {
            received: read.received(case.id)?.ok_or_else(unknown)?,
            complete: left.count() == documents.len(),
            documents,
            case,
        });
    }
    one_person(read, &all)?;
    Ok(all)
}

fn one_person(read: &Reader<'_>, all: &[Going]) -> Outcome<()> {
    let Some(first) = all.first() else {
        return Ok(());
    };
    let numbers: Vec<IdNumber> = read.numbers_of(&first.case.applicant_id)?;
    if all
        .iter()
        .all(|one| numbers.contains(&one.case.applicant_id))
    {
        Ok(())
    } else {
        Err(ApiError::new(ErrorCode::SeveralPeople))
    }
}
