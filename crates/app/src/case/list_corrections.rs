//! C10 补正: every case that waits for something from the resident, nearest day first, the promises
//! that wait to be checked, and the papers that wait to be signed.

use chrono::NaiveDate;
use yichuang_domain::{
    Calendar, CaseState, Phone,
    calendar::{Light, light},
    role::Act,
};
use yichuang_store::{CaseRow, Reader};

use super::{
    extend_supply::nearest,
    owed::{OwedAs, owed},
    row::{AMBER_DAYS, row},
    standing::standing,
    verbs::verbs,
};
use crate::{
    Desk,
    catalogue::{as_received, calendar},
    ipc::{CorrectionDesk, Nothing, OwingCase, PaperToSignLater, PromiseToCheck},
    report::Outcome,
};

/// Cases sent at once; a point has far fewer that wait.
const MOST: u32 = 200;
/// Working days that are "within three days".
const SOON_DAYS: u32 = 3;
/// The verbs this page offers.
const OFFERED: [&str; 5] = [
    "accept",
    "take_supplies",
    "log_call",
    "extend_supply",
    "terminate",
];

impl Desk {
    /// What is waited for.
    ///
    /// # Errors
    /// `OPS-…`, and those of the store.
    pub fn list_corrections(&self, _: Nothing) -> Outcome<CorrectionDesk> {
        self.allowed(Act::ReadCase)?;
        self.notice_silence()?;
        let today = self.today();
        self.store()?.read(|read| {
            let calendar = calendar(read)?;
            let mut desk = CorrectionDesk {
                today: 0,
                soon: 0,
                overdue: 0,
                owing: Vec::new(),
                promises: promises(read, &calendar, today)?,
                unsigned: left_unsigned(read, &calendar, today)?,
            };
            for case in read.owing_cases(MOST)? {
                match nearest(&case) {
                    Some(day) if day < today => desk.overdue += 1,
                    Some(day) if day == today => desk.today += 1,
                    Some(day) if calendar.working_days_between(today, day) <= SOON_DAYS => {
                        desk.soon += 1;
                    }
                    _ => {}
                }
                desk.owing.push(owing(read, &case, &calendar, today)?);
            }
            Ok(desk)
        })
    }
}

fn owing(
    read: &Reader<'_>,
    case: &CaseRow,
    calendar: &Calendar,
    today: NaiveDate,
) -> Outcome<OwingCase> {
    let mut owes = super::owed::Owed::default();
    if let Some(received) = standing(read, case.id)?
        && let Some(found) = as_received(read, case, &received)?
    {
        owes = owed(read, case, (&found, &received), today)?;
    }
    let day = nearest(case);
    let (word, days) = match day.map(|day| light(calendar, today, day, false, AMBER_DAYS)) {
        Some(Light::Soon { left }) => ("soon", left),
        Some(Light::Over { by }) => ("over", by),
        Some(Light::Calm { left }) => ("calm", left),
        Some(Light::Paused) | None => ("none", 0),
    };
    let first = owes.materials.first().map(|one| one.owed_as);
    let owed_as = match first {
        _ if owes.is_nothing() => "complete",
        Some(OwedAs::Open) | None => OwedAs::Correction.key(),
        Some(owed_as) if case.state != CaseState::NeedsCorrection => owed_as.key(),
        Some(_) => OwedAs::Correction.key(),
    };
    let mut verbs = verbs(case, today);
    verbs.retain(|verb| OFFERED.contains(&verb.as_str()));
    Ok(OwingCase {
        row: row(case, calendar, today),
        owed_as: owed_as.to_owned(),
        lacks: owes.names(),
        supply_by: day.map(|day| day.to_string()),
        light: word.to_owned(),
        days,
        phone_masked: case
            .applicant_phone
            .as_ref()
            .map(Phone::masked)
            .unwrap_or_default(),
        called: case.calls,
        called_on: case.called_on.map(|day| day.to_string()),
        extended: case.extensions > 0,
        verbs,
    })
}

fn promises(
    read: &Reader<'_>,
    calendar: &Calendar,
    today: NaiveDate,
) -> Outcome<Vec<PromiseToCheck>> {
    let unchecked = read.promises_to_check(MOST)?.into_iter();
    let promise = |one: yichuang_store::UncheckedPromise| PromiseToCheck {
        row: row(&one.case, calendar, today),
        material: one.material.id,
        name: one.material.name,
        accepted_on: one
            .case
            .accepted_on
            .map(|day| day.to_string())
            .unwrap_or_default(),
    };
    Ok(unchecked.map(promise).collect())
}

fn left_unsigned(
    read: &Reader<'_>,
    calendar: &Calendar,
    today: NaiveDate,
) -> Outcome<Vec<PaperToSignLater>> {
    let papers = read.papers_left_unsigned(MOST)?.into_iter();
    let paper = |left: yichuang_store::PaperLeftUnsigned| PaperToSignLater {
        row: row(&left.case, calendar, today),
        document: left.paper.document,
        title: left.paper.title,
        why: left.paper.why.key().to_owned(),
        words: left.paper.words,
        accepted_on: left
            .case
            .accepted_on
            .map(|day| day.to_string())
            .unwrap_or_default(),
    };
    Ok(papers.map(paper).collect())
}
