//! F6 in the cases: whose card is this, and have they been here.

use yichuang_domain::{IdKind, IdNumber, identity::IdProblem, person::Fact, role::Act};

use super::visits::Visits;
use crate::{
    Desk,
    ipc::{ApiError, FindPerson, PersonFound},
    report::{Outcome, field_problem},
};

/// Visits looked at for the name.
const LOOKED_AT: u32 = 5;

impl Desk {
    /// The person with a document, when they have been here; leads to their file by a case.
    ///
    /// # Errors
    /// `CASE-001` for a number that is none, `OPS-…`.
    pub fn find_person(&self, input: FindPerson) -> Outcome<PersonFound> {
        self.allowed(Act::ReadCase)?;
        let number = document(&input)?;
        self.store()?.read(|read| {
            let visits = Visits::of(read, &number, LOOKED_AT)?;
            let cases = read.cases_of_person(&number)?;
            let known = visits.known(cases);
            Ok(PersonFound {
                agent: known.as_ref().is_some_and(|known| known.agent),
                number: known.map(|known| known.number),
                name: visits
                    .fact(Fact::Name)
                    .map(|name| name.value)
                    .unwrap_or_default(),
                id_masked: number.masked(),
                cases,
            })
        })
    }
}

/// The number of a document as typed. One of the fifteen digits cards had until 2013 is kept as the
/// number of another document: it is no card that is valid.
///
/// # Errors
/// `CASE-001` naming the field.
pub(crate) fn document(input: &FindPerson) -> Outcome<IdNumber> {
    let wrong = |field: &str, rule: &str| ApiError::invalid(vec![field_problem(field, rule)]);
    let kind = IdKind::from_key(&input.id_kind).ok_or_else(|| wrong("idKind", "required"))?;
    if input.id_number.trim().is_empty() {
        return Err(wrong("idNumber", "required"));
    }
    let old = |problem| match problem {
        IdProblem::OldFifteen => IdNumber::parse(IdKind::Other, &input.id_number),
        other => Err(other),
    };
    IdNumber::parse(kind, &input.id_number)
        .or_else(old)
        .map_err(|problem| wrong("idNumber", problem.rule()))
}
