//! The mandates of a person, and the one that covers what somebody came for.

use chrono::NaiveDate;
use yichuang_domain::{
    IdNumber, MatterCode,
    mandate::{NotCovered, covers, latest},
    person::MandateScope,
    role::Act,
};
use yichuang_store::{MandateRow, Reader};

use crate::{
    Desk,
    ipc::{MandateList, MandateView, PersonRef},
    person::named,
    report::Outcome,
};

/// Mandates listed at most, of each side.
const LISTED: usize = 100;

impl Desk {
    /// The mandates of a person, given and held.
    ///
    /// # Errors
    /// `CASE-002`, `CASE-006`, `PERSON-001`, `OPS-…`.
    pub fn list_mandates(&self, input: PersonRef) -> Outcome<MandateList> {
        self.allowed(Act::ReadCase)?;
        let today = self.today();
        self.store()?.read(|read| {
            let (_, number) = named(read, &input)?;
            let views = |rows: Vec<MandateRow>| -> Outcome<Vec<MandateView>> {
                let shown = rows.iter().take(LISTED);
                shown.map(|row| super::view(read, row, today)).collect()
            };
            Ok(MandateList {
                given: views(read.mandates_by(&number)?)?,
                held: views(read.mandates_held_by(&number)?)?,
                latest: latest(today).to_string(),
            })
        })
    }
}

/// The mandates one person gave another, under any of their numbers, newest first.
pub(crate) fn between(
    read: &Reader<'_>,
    principal: &IdNumber,
    agent: &IdNumber,
) -> Outcome<Vec<MandateRow>> {
    let agents = read.numbers_of(agent)?;
    let mut given = read.mandates_by(principal)?;
    given.retain(|row| agents.contains(&row.given.agent.id));
    Ok(given)
}

/// The first mandate that covers one thing in every matter on a day; none, with why the newest does
/// not.
pub(crate) fn covering(
    mandates: &[MandateRow],
    matters: &[MatterCode],
    scope: MandateScope,
    day: NaiveDate,
) -> Result<MandateRow, Option<NotCovered>> {
    let mut newest_gap = None;
    for row in mandates {
        let terms = row.terms();
        let gap = matters
            .iter()
            .find_map(|matter| covers(&terms, matter, scope, day).err());
        match gap {
            None => return Ok(row.clone()),
            Some(gap) => newest_gap = newest_gap.or(Some(gap)),
        }
    }
    Err(newest_gap)
}
