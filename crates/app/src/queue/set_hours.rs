//! Changing the hours of service.

use yichuang_domain::{
    queue::{BusinessLine, ServiceHours as Hours, Span, SpecialDay, WEEKDAYS},
    role::Act,
};

use super::hours::{SERVICE_HOURS, shown};
use crate::{
    Desk,
    ipc::{ApiError, ChangedKind, FieldProblem, ServiceHours, SetServiceHours},
    report::{Outcome, field_problem, problem},
};

impl Desk {
    /// Sets the hours of service, the lines and how many are booked. Tickets and bookings there are
    /// stay as they were given.
    ///
    /// # Errors
    /// `CASE-001` naming `week.0` … `week.6`, `special.0.date`, `special.0.spans`, `special.0.note`,
    /// `places`, `businesses`, `businesses.0.letter` or `businesses.0.name`; `OPS-…`.
    pub fn set_service_hours(&self, input: SetServiceHours) -> Outcome<ServiceHours> {
        self.allowed(Act::ManageSettings)?;
        let hours = read_hours(&input).map_err(ApiError::invalid)?;
        self.store()?
            .write(|tx| tx.set_setting(SERVICE_HOURS, &hours))?;
        self.announce(ChangedKind::Queue, None);
        Ok(shown(&hours, true))
    }
}

/// The hours somebody typed; or everything that is wrong with them.
fn read_hours(input: &SetServiceHours) -> Result<Hours, Vec<FieldProblem>> {
    let mut unread = Vec::new();
    let mut week: [Vec<Span>; WEEKDAYS] = Default::default();
    if input.week.len() != WEEKDAYS {
        unread.push(field_problem("week", "out_of_range"));
    }
    for (at, (day, typed)) in week.iter_mut().zip(&input.week).enumerate() {
        *day = spans(&typed.spans, &format!("week.{at}"), &mut unread);
    }
    let mut special = Vec::new();
    for (at, typed) in input.special.iter().enumerate() {
        let spans = spans(&typed.spans, &format!("special.{at}.spans"), &mut unread);
        match typed.date.parse() {
            Ok(date) => special.push(SpecialDay {
                date,
                spans,
                note: typed.note.trim().to_owned(),
            }),
            Err(_) => unread.push(field_problem(&format!("special.{at}.date"), "not_a_date")),
        }
    }
    let mut businesses = Vec::new();
    for (at, typed) in input.businesses.iter().enumerate() {
        let name = typed.name.trim().to_owned();
        match typed.letter.parse() {
            Ok(letter) => businesses.push(BusinessLine { letter, name }),
            Err(_) => unread.push(field_problem(&format!("businesses.{at}.letter"), "letter")),
        }
    }
    if !unread.is_empty() {
        return Err(unread);
    }
    let hours = Hours {
        week,
        special,
        places: input.places,
        businesses,
    };
    let wrong = hours.problems();
    match wrong.is_empty() {
        true => Ok(hours),
        false => Err(wrong.into_iter().map(|one| problem(one, None)).collect()),
    }
}

fn spans(typed: &[String], field: &str, unread: &mut Vec<FieldProblem>) -> Vec<Span> {
    let read = typed.iter().map(|text| text.trim().parse());
    let read: Result<Vec<Span>, _> = read.collect();
    read.unwrap_or_else(|_| {
        unread.push(field_problem(field, "hours_shape"));
        Vec::new()
    })
}
