//! The file of a person: what their cases here say of them, under all of their numbers.
//!
//! Owns looking a person up, what is known from earlier visits, and putting numbers together and
//! apart. Must not know: how a case is decided.

mod find_person;
mod merge_person;
mod part_person;
mod recall_person;
mod reveal_person;
mod search_people;
mod show_person;
mod visits;

pub(crate) use find_person::document;
pub(crate) use visits::{EarlierForms, Visits};

use yichuang_domain::IdNumber;
use yichuang_store::{CaseRow, Reader};

use crate::{
    case::numbered,
    ipc::{ApiError, ErrorCode, PersonRef},
    report::Outcome,
};

/// The case that names a person, and their number in it.
///
/// # Errors
/// `CASE-002`, `CASE-006`; `PERSON-001` when nobody acts in the case.
pub(crate) fn named(read: &Reader<'_>, person: &PersonRef) -> Outcome<(CaseRow, IdNumber)> {
    let case = numbered(read, &person.number)?;
    if !person.agent {
        let number = case.applicant_id.clone();
        return Ok((case, number));
    }
    let agent = read.received(case.id)?.and_then(|received| received.agent);
    let agent = agent.ok_or_else(|| ApiError::new(ErrorCode::PersonUnknown))?;
    Ok((case, agent.person.id))
}

/// A person's numbers as a file lists them, the current one first: one that the card and the
/// household register both have is one.
///
/// # Errors
/// Those of the store.
fn listed(read: &Reader<'_>, number: &IdNumber) -> Outcome<Vec<IdNumber>> {
    let mut numbers: Vec<IdNumber> = Vec::new();
    for one in read.numbers_of(number)? {
        if !numbers.iter().any(|other| other.reveal() == one.reveal()) {
            numbers.push(one);
        }
    }
    Ok(numbers)
}
