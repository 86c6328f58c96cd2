//! Visits (到场): who came when, what was done, and what the reform saved them. Reads only; every deed
//! is somebody else's verb.

use chrono::NaiveDate;
use uuid::Uuid;
use yichuang_domain::{IdNumber, visit::Spared};
use yichuang_store::{CaseRow, Reader};
use yichuang_wire::payload::TakenMaterial;

use crate::{
    Desk,
    clock::first_instant,
    ipc::{CaseVisits, DayView, VisitDeedView, VisitView},
    report::Outcome,
};

/// Things somebody did here that are listed.
const LISTED: u32 = 300;

/// The visits of a person, newest first.
pub(crate) fn of_person(read: &Reader<'_>, number: &IdNumber) -> Outcome<Vec<VisitView>> {
    let mut visits: Vec<VisitView> = Vec::new();
    for deed in read.visits_of_person(number, LISTED)? {
        let on = deed.day.to_string();
        let view = VisitDeedView {
            deed: deed.deed.key().to_owned(),
            number: deed.number.map(|number| number.to_string()),
            about: deed.about,
        };
        match visits.last_mut() {
            Some(visit) if visit.on == on => visit.deeds.push(view),
            _ => visits.push(VisitView {
                on,
                deeds: vec![view],
            }),
        }
    }
    Ok(visits)
}

/// What a case says of its visits.
pub(crate) fn of_case(
    read: &Reader<'_>,
    case: &CaseRow,
    materials: &[TakenMaterial],
) -> Outcome<CaseVisits> {
    let spared = Spared::of(materials.iter().filter_map(|taken| taken.how));
    let together = case.visit.map(|visit| read.cases_of_visit(visit));
    Ok(CaseVisits {
        waived: spared.waived,
        reused: spared.reused,
        together: together.transpose()?.unwrap_or_default(),
    })
}

/// Today at this terminal.
pub(crate) fn of_day(read: &Reader<'_>, today: NaiveDate) -> Outcome<DayView> {
    let tomorrow = today.succ_opt().unwrap_or(today);
    let sum = read.day_sum(today, first_instant(today), first_instant(tomorrow))?;
    Ok(DayView {
        visits: sum.visits,
        waived: sum.spared.waived,
        reused: sum.spared.reused,
    })
}

impl Desk {
    /// The visit a case is taken in: that of the person's earlier case of the same day, else a new
    /// one.
    ///
    /// # Errors
    /// Those of the store.
    pub(crate) fn visit_of(
        &self,
        read: &Reader<'_>,
        person: &IdNumber,
        day: NaiveDate,
    ) -> Outcome<Uuid> {
        match read.visit_on(person, day)? {
            Some(visit) => Ok(visit),
            None => self.fresh_id(),
        }
    }
}
