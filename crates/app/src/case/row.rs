//! A case as lists and headers show it: identity masked, the three marks kept apart.

use chrono::NaiveDate;
use yichuang_domain::{
    Calendar,
    calendar::{Light, light},
};
use yichuang_store::{CaseRow as Stored, SyncMark as Mark};
use yichuang_wire::Verdict;

use crate::ipc::{CaseRow, DueView, SyncMark};

/// Working days before a date at which it is shown in amber.
const AMBER_DAYS: u32 = 2;

/// The row of one case.
pub(crate) fn row(stored: &Stored, calendar: &Calendar, today: NaiveDate) -> CaseRow {
    CaseRow {
        number: stored.number.to_string(),
        short: stored.number.short(),
        applicant: stored.applicant_name.clone(),
        id_masked: stored.applicant_id.masked(),
        matter: stored.matter_name.clone(),
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
    }
}

fn due(stored: &Stored, calendar: &Calendar, today: NaiveDate) -> DueView {
    let Some(day) = stored.due else {
        return DueView {
            light: "none".to_owned(),
            days: 0,
            date: None,
            provisional: false,
        };
    };
    let (word, days) = match light(calendar, today, day, false, AMBER_DAYS) {
        Light::Calm { left } => ("calm", left),
        Light::Soon { left } => ("soon", left),
        Light::Over { by } => ("over", by),
        Light::Paused => ("paused", 0),
    };
    DueView {
        light: word.to_owned(),
        days,
        date: Some(day.to_string()),
        provisional: stored
            .promised
            .is_some_and(|promised| promised.date == day && promised.provisional),
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
