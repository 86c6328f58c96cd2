//! The hours of service as they are set, and what was taken in outside of them.

use chrono::{DateTime, Utc};
use yichuang_domain::{
    Calendar,
    calendar::shanghai,
    queue::{ServiceHours as Hours, Span},
    role::{Act, may},
};
use yichuang_store::Reader;

use crate::{
    Desk,
    clock::day,
    ipc::{BusinessLine, DayHours, Nothing, ServiceHours, SpecialDay},
    report::Outcome,
};

/// Setting: the hours of service, the lines, the places.
pub(super) const SERVICE_HOURS: &str = "service_hours";

impl Desk {
    /// The hours of service.
    ///
    /// # Errors
    /// `OPS-001`.
    pub fn service_hours(&self, _: Nothing) -> Outcome<ServiceHours> {
        let operator = self.operator()?;
        let hours = self.store()?.read(service_hours)?;
        Ok(shown(&hours, may(operator.role, Act::ManageSettings)))
    }
}

/// The hours as somebody set them, else the usual ones.
pub(super) fn service_hours(read: &Reader<'_>) -> Outcome<Hours> {
    Ok(read.setting(SERVICE_HOURS)?.unwrap_or_default())
}

/// Whether what is taken in at `at` is taken in outside the ordinary hours (延时).
pub(crate) fn out_of_hours(
    read: &Reader<'_>,
    calendar: &Calendar,
    at: DateTime<Utc>,
) -> Outcome<bool> {
    let working_day = calendar.is_working_day(day(at));
    Ok(service_hours(read)?.out_of_hours(shanghai(at), working_day))
}

pub(super) fn shown(hours: &Hours, changeable: bool) -> ServiceHours {
    let spans = |spans: &[Span]| -> Vec<String> { spans.iter().map(ToString::to_string).collect() };
    let special = hours.special.iter();
    let lines = hours.businesses.iter();
    ServiceHours {
        week: hours
            .week
            .iter()
            .map(|day| DayHours { spans: spans(day) })
            .collect(),
        special: special
            .map(|day| SpecialDay {
                date: day.date.to_string(),
                spans: spans(&day.spans),
                note: day.note.clone(),
            })
            .collect(),
        places: hours.places,
        businesses: lines
            .map(|line| BusinessLine {
                letter: line.letter.to_string(),
                name: line.name.clone(),
            })
            .collect(),
        changeable,
    }
}
