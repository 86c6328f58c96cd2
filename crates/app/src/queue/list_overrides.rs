//! Calls out of turn, for whoever answers for the point.

use chrono::NaiveDate;
use yichuang_domain::role::Act;
use yichuang_store::{OutOfTurn, Reader};

use super::wrong;
use crate::{
    Desk,
    clock::stamp,
    ipc::{ListOverrides, OverrideBook, OverrideDay, OverrideRow},
    notice::clerk_name,
    report::Outcome,
};

/// Days that are offered; older ones are looked at by their date.
const MOST_DAYS: u32 = 400;

impl Desk {
    /// The calls out of turn of a day, and which days have some.
    ///
    /// # Errors
    /// `CASE-001` naming `day`, `OPS-…` without the right to look.
    pub fn list_overrides(&self, input: ListOverrides) -> Outcome<OverrideBook> {
        self.allowed(Act::ReviewQueue)?;
        let day: NaiveDate = match input.day.as_str() {
            "" => self.today(),
            text => text.parse().map_err(|_| wrong("day", "not_a_date"))?,
        };
        self.store()?.read(|read| {
            let days = read.days_out_of_turn(MOST_DAYS)?.into_iter();
            let calls = read.out_of_turn(day)?.into_iter();
            Ok(OverrideBook {
                date: day.to_string(),
                rows: calls
                    .map(|call| override_row(read, call))
                    .collect::<Outcome<_>>()?,
                days: days
                    .map(|(day, calls)| OverrideDay {
                        date: day.to_string(),
                        calls,
                    })
                    .collect(),
            })
        })
    }
}

fn override_row(read: &Reader<'_>, call: OutOfTurn) -> Outcome<OverrideRow> {
    Ok(OverrideRow {
        at: stamp(call.at),
        number: call.number.to_string(),
        business: call.business,
        operator: clerk_name(read, Some(call.operator))?,
        reason: call.reason,
        passed_over: call.passed_over,
    })
}
