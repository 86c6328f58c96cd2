//! The workbench (工作台): what must be done today. Counts and lists alone; every verb on a case is
//! the case's own.

mod demands;

use chrono::{NaiveDate, TimeDelta};
use yichuang_domain::{
    Calendar,
    case::{Todo, todo},
    delivery::is_unclaimed,
    role::{Act, may},
};
use yichuang_store::{CaseQuery, CaseRow, Reader, SyncMark, Tally, TallyDay};

use crate::{
    Desk,
    case::{light_of, row, soon_until},
    catalogue::calendar,
    clock::suspect_days,
    enquiry,
    ipc::{ApiError, ErrorCode, Nothing, PaperWaiting, PressingCase, TallyCount, Workbench},
    printing::shelved,
    rating::{levels, open_bad_ratings},
    report::Outcome,
    visit,
};

/// Cases to see to that are sent at once; more are found under 办件查询.
const MOST_PRESSING: u32 = 200;
/// Days for which a supervisor sees how often people were told again.
const LOOKED_BACK: i64 = 30;
/// Papers shown.
const MOST_PAPERS: u32 = 5;

/// The counts in their order, and what is told beside one.
const SHOWN: [(&str, Tally, Option<Tally>); 8] = [
    (
        "accepted_today",
        Tally::AcceptedToday,
        Some(Tally::DeferredToday),
    ),
    (
        "closed_today",
        Tally::ClosedToday,
        Some(Tally::ClosedOnTheSpot),
    ),
    ("due_soon", Tally::DueSoon, None),
    ("overdue", Tally::Overdue, None),
    ("waiting", Tally::Waiting, None),
    ("to_print", Tally::ToPrint, None),
    ("correcting", Tally::Correcting, None),
    ("to_collect", Tally::ToCollect, None),
];
const PRESSING: &str = "pressing";
/// What a bad rating asks for.
const CALL_BACK: &str = "call_back";

/// The count a filter names; none for the empty word.
///
/// # Errors
/// `INPUT-001` for a word that names none.
pub(crate) fn tally_of(word: &str) -> Outcome<Option<Tally>> {
    let unknown = || ApiError::new(ErrorCode::InputShape).with("reason", "tally");
    match word {
        "" => Ok(None),
        PRESSING => Ok(Some(Tally::Pressing)),
        _ => {
            let shown = SHOWN.iter().find(|(name, ..)| *name == word);
            shown.map(|(_, tally, _)| Some(*tally)).ok_or_else(unknown)
        }
    }
}

impl Desk {
    /// What must be done today.
    ///
    /// # Errors
    /// `OPS-…`, and those of the store.
    pub fn workbench(&self, _: Nothing) -> Outcome<Workbench> {
        let operator = self.allowed(Act::ReadCase)?;
        self.notice_silence()?;
        let today = self.today();
        let month = self.now() - TimeDelta::days(LOOKED_BACK);
        self.store()?.read(|read| {
            let calendar = calendar(read)?;
            let day = TallyDay {
                today,
                soon_until: soon_until(&calendar, today),
            };
            let answers_for_point = may(operator.role, Act::AskCorrectionAgain);
            let (mut pressing_total, mut pressing) = pressing(read, &calendar, day)?;
            if answers_for_point {
                pressing_total += call_back_first(read, &calendar, today, &mut pressing)?;
            }
            Ok(Workbench {
                tallies: tallies(read, day)?,
                pressing_total,
                pressing,
                papers: papers(read)?,
                ratings: levels(read, today)?,
                told_again: answers_for_point
                    .then(|| read.second_notices(month).map(whole))
                    .transpose()?,
                demands: answers_for_point
                    .then(|| demands::demands(read, today))
                    .transpose()?,
                suspect_days: match answers_for_point {
                    true => suspect_days(read)?,
                    false => Vec::new(),
                },
                enquiries: enquiry::shelf(read, &operator)?,
                today: visit::of_day(read, today)?,
                calendar_known: calendar.covers(today),
            })
        })
    }
}

fn tallies(read: &Reader<'_>, day: TallyDay) -> Outcome<Vec<TallyCount>> {
    let count = |which| -> Outcome<u32> { Ok(whole(read.tally(which, day)?)) };
    SHOWN
        .into_iter()
        .map(|(name, which, part)| {
            Ok(TallyCount {
                tally: name.to_owned(),
                count: count(which)?,
                part: part.map(count).transpose()?.unwrap_or_default(),
            })
        })
        .collect()
}

fn pressing(
    read: &Reader<'_>,
    calendar: &Calendar,
    day: TallyDay,
) -> Outcome<(u32, Vec<PressingCase>)> {
    let hits = read.search_cases(&CaseQuery {
        tally: Some((Tally::Pressing, day)),
        limit: MOST_PRESSING,
        ..CaseQuery::default()
    })?;
    let mut rows: Vec<_> = hits.rows.iter().collect();
    // Who goes by the green lane stands before others of the same day.
    rows.sort_by_key(|case| (case.due.is_none(), case.due, case.green_lane.is_none()));
    let rows = rows.into_iter();
    let pressing = rows.map(|case| pressing_case(read, case, calendar, day.today));
    Ok((whole(hits.total), pressing.collect::<Outcome<_>>()?))
}

/// 差评回访 stands before everything: somebody waits for a call within a working day. Gives how many
/// cases that adds.
fn call_back_first(
    read: &Reader<'_>,
    calendar: &Calendar,
    today: NaiveDate,
    pressing: &mut Vec<PressingCase>,
) -> Outcome<u32> {
    let mut first: Vec<PressingCase> = Vec::new();
    for bad in open_bad_ratings(read, calendar, today)? {
        let call = PressingCase {
            row: crate::ipc::CaseRow {
                due: bad.due,
                ..row(&bad.case, calendar, today)
            },
            todo: CALL_BACK.to_owned(),
        };
        if !first.iter().any(|one| one.row.number == call.row.number) {
            first.push(call);
        }
    }
    let before = pressing.len();
    let called = |one: &PressingCase| first.iter().any(|call| call.row.number == one.row.number);
    pressing.retain(|one| !called(one));
    let added = first.len() - (before - pressing.len());
    first.append(pressing);
    *pressing = first;
    Ok(u32::try_from(added).unwrap_or(u32::MAX))
}

fn pressing_case(
    read: &Reader<'_>,
    case: &CaseRow,
    calendar: &Calendar,
    today: NaiveDate,
) -> Outcome<PressingCase> {
    let attended = matches!(case.sync, SyncMark::Attend(_));
    let light = light_of(case, calendar, today);
    let waits = (owes(case), case.unsigned > 0);
    let todo = todo(case.state, light, waits, attended);
    let lies_here = todo == Some(Todo::CallForPickup);
    let since = if lies_here {
        read.ready_since(case.id)?
    } else {
        None
    };
    let todo = match since {
        Some(since) if is_unclaimed(since, today) => Some(Todo::AskWhyUnclaimed),
        _ => todo,
    };
    Ok(PressingCase {
        row: row(case, calendar, today),
        // What a newer program's state asks for is not known here; its progress is followed.
        todo: todo.unwrap_or(Todo::FollowUp).key().to_owned(),
    })
}

/// Whether the day that counts is one something is still to be handed in by.
fn owes(case: &CaseRow) -> bool {
    case.due.is_some() && [case.supply_by, case.deferred_by].contains(&case.due)
}

fn papers(read: &Reader<'_>) -> Outcome<Vec<PaperWaiting>> {
    shelved(read, read.papers_to_print(MOST_PAPERS)?)
}

fn whole(count: u64) -> u32 {
    u32::try_from(count).unwrap_or(u32::MAX)
}
