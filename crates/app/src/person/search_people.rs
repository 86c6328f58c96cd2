//! 以前办过: whoever a name, its sound, or the last four of a number may mean, one line a person.

use std::collections::BTreeSet;

use yichuang_domain::{IdNumber, person::Fact, role::Act};
use yichuang_store::{CaseOrder, CaseQuery, Reader};

use super::visits::Visits;
use crate::{
    Desk,
    ipc::{PeopleList, PersonHit, SearchPeople},
    report::Outcome,
};

/// People listed; whoever is not among them is asked for by more of their name.
const MOST_PEOPLE: usize = 9;
/// Cases looked through for them, newest first.
const MOST_CASES: u32 = 100;
/// Visits looked at for one of them.
const LOOKED_AT: u32 = 5;

impl Desk {
    /// People who applied here and whose cases match; none for less than two characters.
    ///
    /// # Errors
    /// `OPS-…`, and those of the store.
    pub fn search_people(&self, input: SearchPeople) -> Outcome<PeopleList> {
        self.allowed(Act::ReadCase)?;
        let text = input.text.trim().to_owned();
        if text.chars().count() < 2 {
            return Ok(PeopleList { people: Vec::new() });
        }
        let query = CaseQuery {
            text,
            order: CaseOrder::Newest,
            limit: MOST_CASES,
            ..CaseQuery::default()
        };
        self.store()?.read(|read| people(read, &query))
    }
}

fn people(read: &Reader<'_>, query: &CaseQuery) -> Outcome<PeopleList> {
    let mut seen = BTreeSet::new();
    let mut people = Vec::new();
    for case in read.search_cases(query)?.rows {
        let numbers = read.numbers_of(&case.applicant_id)?;
        let known = numbers.iter().any(|number| seen.contains(number.reveal()));
        seen.extend(numbers.iter().map(|number| number.reveal().to_owned()));
        if known {
            continue;
        }
        if let Some(hit) = hit(read, &case.applicant_id)? {
            people.push(hit);
        }
        if people.len() == MOST_PEOPLE {
            break;
        }
    }
    Ok(PeopleList { people })
}

fn hit(read: &Reader<'_>, number: &IdNumber) -> Outcome<Option<PersonHit>> {
    let visits = Visits::of(read, number, LOOKED_AT)?;
    let fact = |fact| visits.fact(fact).map(|known| known.value);
    let Some(known) = visits.known(read.cases_of_person(number)?) else {
        return Ok(None);
    };
    Ok(Some(PersonHit {
        name: fact(Fact::Name).unwrap_or_default(),
        birth: fact(Fact::Birth).unwrap_or_default(),
        id_masked: number.masked(),
        number: known.number,
        cases: known.cases,
        newest_on: known.newest_on,
        newest_matter: known.newest_matter,
    }))
}
