//! A case as lists and headers show it: identity masked, the three marks kept apart.

use chrono::NaiveDate;
use yichuang_domain::{
    Calendar, CaseState,
    calendar::{Light, light},
};
use yichuang_store::{CaseRow as Stored, SyncMark as Mark};
use yichuang_wire::Verdict;

use crate::ipc::{CaseRow, DueView, SyncMark};

/// Working days before a date at which it is shown in amber.
pub(super) const AMBER_DAYS: u32 = 2;

/// The row of one case.
pub(crate) fn row(stored: &Stored, calendar: &Calendar, today: NaiveDate) -> CaseRow {
    CaseRow {
        number: stored.number.to_string(),
        short: stored.number.short(),
        applicant: stored.applicant_name.clone(),
        id_masked: stored.applicant_id.masked(),
        matter: stored.matter_name.clone(),
        code: stored.matter_code.to_string(),
        state: stored.state.key().to_owned(),
        step: stored.step.clone(),
        office: stored
            .office
            .clone()
            .unwrap_or_else(|| stored.department.clone()),
        due: due(stored, calendar, today),
        sync: sync_mark(&stored.sync),
        clerk: stored.clerk.clone(),
        received_on: stored.received_on.to_string(),
        slip_entered_on: stored.slip_entered_on.map(|on| on.to_string()),
        out_of_hours: stored.out_of_hours,
        green_lane: stored.green_lane.map(|why| why.key().to_owned()),
    }
}

/// The light of the day that counts now; none when no day does.
pub(crate) fn light_of(stored: &Stored, calendar: &Calendar, today: NaiveDate) -> Option<Light> {
    if stored.state == CaseState::Suspended {
        return Some(Light::Paused);
    }
    let day = stored.due?;
    Some(light(calendar, today, day, false, AMBER_DAYS))
}

/// The last day that is shown in amber.
pub(crate) fn soon_until(calendar: &Calendar, today: NaiveDate) -> NaiveDate {
    let after = calendar.add_working_days(today, AMBER_DAYS + 1).date;
    after.pred_opt().unwrap_or(after)
}

fn due(stored: &Stored, calendar: &Calendar, today: NaiveDate) -> DueView {
    let (word, days) = match light_of(stored, calendar, today) {
        None => ("none", 0),
        Some(Light::Calm { left }) => ("calm", left),
        Some(Light::Soon { left }) => ("soon", left),
        Some(Light::Over { by }) => ("over", by),
        Some(Light::Paused) => ("paused", 0),
    };
    DueView {
        light: word.to_owned(),
        days,
        date: stored.due.map(|day| day.to_string()),
        provisional: stored
            .promised
            .is_some_and(|promised| Some(promised.date) == stored.due && promised.provisional),
    }
}

/// How far a case has been reported.
pub(crate) fn sync_mark(mark: &Mark) -> SyncMark {
    let (word, percent, reason) = match mark {
        Mark::LocalOnly => ("local", None, None),
        Mark::Sending { percent } => ("sending", Some(u32::from(*percent)), None),
        Mark::Reported => ("reported", None, None),
        Mark::Attend(verdict) => ("attend", None, Some(reason(verdict))),
    };
    SyncMark {
        mark: word.to_owned(),
        percent,
        reason,
    }
}

/// The closed list's word for why a person is needed.
pub(crate) fn reason(verdict: &Verdict) -> String {
    match verdict {
        Verdict::Attend { reason, .. } => serde_json::to_value(reason)
            .ok()
            .and_then(|word| word.as_str().map(str::to_owned))
            .unwrap_or_default(),
        Verdict::Conflict { .. } => "conflict".to_owned(),
        Verdict::Ok | Verdict::Waiting { .. } => String::new(),
    }
}

#[cfg(test)]
mod tests {
    use chrono::NaiveDate;
    use yichuang_domain::{
        Calendar,
        calendar::{Light, light},
    };

    use super::{AMBER_DAYS, soon_until};

    #[test]
    fn the_last_soon_day_is_the_last_amber_one() {
        let weekdays = Calendar::from_years([]);
        let monday = NaiveDate::from_ymd_opt(2026, 11, 23).unwrap();
        for today in monday.iter_days().take(14) {
            let last = soon_until(&weekdays, today);
            let amber = |day| {
                matches!(
                    light(&weekdays, today, day, false, AMBER_DAYS),
                    Light::Soon { .. }
                )
            };
            assert!(amber(last), "{today}: {last}");
            assert!(!amber(last.succ_opt().unwrap()), "{today}: after {last}");
        }
    }
}
