//! 延期: the day to supply by is moved, once. What is deferred is supplied inside the promised limit,
//! so its day is never moved past that.

use chrono::NaiveDate;
use yichuang_domain::{Calendar, role::Act};
use yichuang_store::{CaseRow, Reader};
use yichuang_wire::payload::SupplyExtended;

use super::{
    done::numbered,
    take_in::{SUPPLY_DAYS, append},
    verbs::may_extend,
};
use crate::{
    Desk,
    catalogue::calendar,
    ipc::{ApiError, ChangedKind, Done, ErrorCode, ExtendSupply},
    operator::reason,
    report::{Outcome, field_problem},
};

impl Desk {
    /// Moves the day to supply by.
    ///
    /// # Errors
    /// `CASE-008` when it was moved before; `CASE-009` past the promised day (`left`, `most`);
    /// `CASE-001` for a day that is not later, or later than is given, or without a reason;
    /// `CASE-002`, `CASE-003`, `CLOCK-001`; nothing is changed.
    pub fn extend_supply(&self, input: ExtendSupply) -> Outcome<Done> {
        let operator = self.allowed_to_decide(Act::ExtendSupply)?;
        let why = reason("reason", &input.reason, 2)?;
        let until = NaiveDate::parse_from_str(&input.until, "%Y-%m-%d")
            .map_err(|_| ApiError::invalid(vec![field_problem("until", "not_a_date")]))?;
        let number = self.store()?.write(|tx| -> Outcome<_> {
            let row = numbered(tx, &input.number)?;
            if row.extensions > 0 {
                return Err(ApiError::new(ErrorCode::ExtendedBefore));
            }
            let illegal = || ApiError::new(ErrorCode::IllegalMove).with("state", row.state.key());
            let was = nearest(&row)
                .filter(|_| row.own && may_extend(&row))
                .ok_or_else(illegal)?;
            let hand = self.hand(&operator, tx)?;
            let cap = Cap::of(tx, &row, was, hand.today)?;
            cap.check(was, until, hand.today)?;
            let entry = SupplyExtended {
                number: row.number.clone(),
                was,
                until,
                reason: why.clone(),
                clerk: operator.name.clone(),
            };
            append(tx, &hand, row.id, entry)?;
            Ok(row.number)
        })?;
        self.sync.committed();
        self.announce(ChangedKind::Case, Some(number.to_string()));
        Ok(Done {})
    }
}

/// The nearest day something is due.
pub(super) fn nearest(row: &CaseRow) -> Option<NaiveDate> {
    row.supply_by.into_iter().chain(row.deferred_by).min()
}

/// How far the day may be moved.
pub(super) struct Cap {
    calendar: Calendar,
    latest: NaiveDate,
    /// It is the promised day that ends it.
    promised: bool,
}

impl Cap {
    /// For a case whose nearest day is `was`. A correction has no limit of its own in law; it gets as
    /// many days again as it was given.
    pub(super) fn of(
        read: &Reader<'_>,
        row: &CaseRow,
        was: NaiveDate,
        today: NaiveDate,
    ) -> Outcome<Self> {
        let calendar = calendar(read)?;
        let again = calendar.add_working_days(was.max(today), SUPPLY_DAYS).date;
        let promised = row.promised.map(|promised| promised.date);
        let ended = promised.filter(|day| row.deferred_by == Some(was) && *day < again);
        Ok(Self {
            latest: ended.unwrap_or(again),
            promised: ended.is_some(),
            calendar,
        })
    }

    /// The latest day; none when there is no day left to move to.
    pub(super) fn latest(&self, was: NaiveDate, today: NaiveDate) -> Option<NaiveDate> {
        (self.latest > was && self.latest >= today).then_some(self.latest)
    }

    fn check(&self, was: NaiveDate, until: NaiveDate, today: NaiveDate) -> Outcome<()> {
        let problem = |rule: &str| ApiError::invalid(vec![field_problem("until", rule)]);
        if until <= was || until < today {
            return Err(problem("extension_not_later"));
        }
        if until <= self.latest {
            return Ok(());
        }
        if !self.promised {
            let mut refused = problem("extension_too_late");
            for problem in &mut refused.problems {
                let latest = self.latest.to_string();
                problem.params.insert("latest".to_owned(), latest);
            }
            return Err(refused);
        }
        let days = |from: NaiveDate| self.calendar.working_days_between(from, self.latest);
        Err(ApiError::new(ErrorCode::ExtensionPastPromise)
            .with("left", days(today))
            .with("most", days(was.max(today))))
    }
}
