//! A supervisor says which day it was while the clock was suspect; the cases of that day are dated
//! by it. Numbers never change.

use chrono::{NaiveDate, TimeDelta};
use yichuang_domain::{Calendar, Due, case::notify_by, role};
use yichuang_store::{Act, Reader, SuspectCase};
use yichuang_wire::payload::{CaseDue, ClockCorrected, Redated};

use crate::{
    Desk,
    catalogue::{calendar, pinned},
    ipc::{ApiError, ChangedKind, CorrectDate, Done, ErrorCode, SuspectDay},
    operator::reason,
    report::{Outcome, field_problem},
};

/// Fewest characters of how the day is known.
const SHORTEST_REASON: usize = 4;
/// Further than this from the day the clock gave, the year was mistyped.
const FURTHEST: TimeDelta = TimeDelta::days(366);

impl Desk {
    /// Says which day it was. The same day again says that the clock was right.
    ///
    /// # Errors
    /// `CASE-001` naming `is` for a day that is to come or more than a year off, and naming `was`
    /// when nothing dated by it is open; `CLOCK-001` while the clock is suspect now; `INPUT-001`,
    /// `OPS-…`.
    pub fn correct_date(&self, input: CorrectDate) -> Outcome<Done> {
        let operator = self.allowed(role::Act::ReadCase)?;
        let (was, is) = (date(&input.was)?, date(&input.is)?);
        let why = reason("reason", &input.reason, SHORTEST_REASON)?;
        let supervisor =
            self.vouched(&input.supervisor, &input.password, role::Act::CorrectClock)?;
        let chosen = |field: &str, rule: &str| ApiError::invalid(vec![field_problem(field, rule)]);
        self.store()?.write(|tx| -> Outcome<()> {
            let hand = self.hand(&operator, tx)?;
            if is > hand.today || (is - was).abs() > FURTHEST {
                return Err(chosen("is", "date_unlikely"));
            }
            let suspect = tx.suspect_cases(was)?;
            if suspect.is_empty() {
                return Err(chosen("was", "date_settled"));
            }
            let calendar = calendar(tx)?;
            let redated = suspect.iter().map(|case| redated(tx, *case, is, &calendar));
            let redated = redated.collect::<Outcome<Vec<_>>>()?;
            for cases in redated.chunks(ClockCorrected::MAX_CASES) {
                let corrected = ClockCorrected {
                    was,
                    is,
                    reason: why.clone(),
                    cases: cases.to_vec(),
                    supervisor,
                };
                tx.append(Act {
                    payload: corrected.into(),
                    case: None,
                    actor: Some(operator.id),
                    at: hand.at,
                    clock: hand.clock,
                })?;
            }
            Ok(())
        })?;
        self.sync.committed();
        self.announce(ChangedKind::Case, None);
        Ok(Done {})
    }
}

/// The days nobody has answered for, for the workbench of a supervisor.
pub(crate) fn suspect_days(read: &Reader<'_>) -> Outcome<Vec<SuspectDay>> {
    let days = read.suspect_days()?.into_iter();
    let days = days.map(|suspect| SuspectDay {
        day: suspect.day.to_string(),
        cases: u32::try_from(suspect.cases).unwrap_or(u32::MAX),
    });
    Ok(days.collect())
}

/// The dates of a case when what the clock called one day was `is`.
fn redated(
    read: &Reader<'_>,
    suspect: SuspectCase,
    is: NaiveDate,
    calendar: &Calendar,
) -> Outcome<Redated> {
    let unknown = || ApiError::new(ErrorCode::CaseUnknown);
    let row = read.case(suspect.case)?.ok_or_else(unknown)?;
    let matter = pinned(read, &row)?.ok_or_else(unknown)?;
    let told = |due: Due| CaseDue {
        date: due.date,
        provisional: due.provisional,
    };
    let limit = |limit| told(yichuang_domain::calendar::due(calendar, is, limit));
    // A licence alone has a last day for the notice.
    let notify = row.notify_by.filter(|_| suspect.received);
    Ok(Redated {
        case: suspect.case,
        received_on: suspect.received.then_some(is),
        notify_by: notify.map(|_| notify_by(is, calendar).date),
        accepted_on: suspect.accepted.then_some(is),
        promised: suspect.accepted.then(|| limit(matter.promised_limit)),
        statutory: suspect.accepted.then(|| limit(matter.statutory_limit)),
    })
}

fn date(text: &str) -> Outcome<NaiveDate> {
    text.parse()
        .map_err(|_| ApiError::new(ErrorCode::InputShape).with("reason", "date"))
}
