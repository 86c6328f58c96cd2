//! A slow model of one case: what each side believes, day by day, with its own calendar and its own
//! table of what is lawful.

use std::{collections::BTreeSet, fs, sync::LazyLock};

use chrono::{Datelike as _, NaiveDate, Weekday};
use serde_json::Value;
use yichuang_tests::kit::assets;

use super::Op;

/// Days the published calendar takes off, and Saturdays and Sundays it makes up on.
static HOLIDAYS: LazyLock<(BTreeSet<String>, BTreeSet<String>)> = LazyLock::new(|| {
    let text = fs::read_to_string(assets().join("catalogue/holidays.json")).unwrap();
    let years: Value = serde_json::from_str(&text).unwrap();
    let mut days = (BTreeSet::new(), BTreeSet::new());
    for year in years["years"].as_array().unwrap() {
        let of = |key: &str| {
            let list = year[key].as_array().unwrap().clone();
            list.into_iter().map(|day| day.as_str().unwrap().to_owned())
        };
        days.0.extend(of("all_holidays"));
        days.1.extend(of("all_make_up_workdays"));
    }
    days
});

pub(super) fn is_working(day: NaiveDate) -> bool {
    let text = day.to_string();
    let weekday = !matches!(day.weekday(), Weekday::Sat | Weekday::Sun);
    HOLIDAYS.1.contains(&text) || (weekday && !HOLIDAYS.0.contains(&text))
}

/// The matter of the story: a licence with limits in working days.
pub(super) const PROMISED: u32 = 7;
pub(super) const STATUTORY: u32 = 20;
const TO_TELL: u32 = 5;
const TO_SUPPLY: u32 = 10;
const AMBER: u32 = 2;

/// Where a case stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum At {
    Received,
    Correction,
    Accepted,
    Refused,
    Dispatched,
    InProcess,
    Suspended,
    Granted,
    Denied,
    Ready,
    Delivered,
    Withdrawn,
    Terminated,
    Voided,
    Archived,
}

impl At {
    pub(super) fn key(self) -> &'static str {
        match self {
            Self::Received => "received",
            Self::Correction => "needs_correction",
            Self::Accepted => "accepted",
            Self::Refused => "refused",
            Self::Dispatched => "dispatched",
            Self::InProcess => "in_process",
            Self::Suspended => "suspended",
            Self::Granted => "granted",
            Self::Denied => "denied",
            Self::Ready => "ready_for_pickup",
            Self::Delivered => "delivered",
            Self::Withdrawn => "withdrawn",
            Self::Terminated => "terminated",
            Self::Voided => "voided",
            Self::Archived => "archived",
        }
    }

    fn is_undispatched(self) -> bool {
        matches!(self, Self::Received | Self::Correction | Self::Accepted)
    }

    fn is_with_department(self) -> bool {
        matches!(self, Self::Dispatched | Self::InProcess | Self::Suspended)
    }

    fn is_ended(self) -> bool {
        matches!(
            self,
            Self::Refused | Self::Delivered | Self::Withdrawn | Self::Terminated | Self::Voided
        )
    }
}

/// What a point asks for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Ask {
    Withdraw,
    Void,
    Urge,
}

/// The dates that a department moves.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
struct Clock {
    pauses: Vec<(NaiveDate, Option<NaiveDate>)>,
    extension: u32,
    /// As told last; none before acceptance.
    told: Option<(NaiveDate, NaiveDate)>,
}

/// What one side believes.
#[derive(Debug, Clone)]
struct Side {
    at: At,
    clock: Clock,
    asked: Vec<Ask>,
}

/// One case, as the terminal and as the platform have it.
#[derive(Debug, Clone)]
pub(super) struct Model {
    pub(super) today: NaiveDate,
    received_on: NaiveDate,
    accepted_on: Option<NaiveDate>,
    /// A material was never handed in, or the notice asks for one.
    owes: bool,
    supply_by: Option<NaiveDate>,
    moved_once: bool,
    here: Side,
    /// None before the first exchange.
    there: Option<Side>,
    /// The platform moved the case or its dates since the last exchange.
    unheard: bool,
    /// What the point asked since then, and what the platform answered.
    unsent: Vec<Ask>,
    answered: Vec<Ask>,
}

impl Model {
    pub(super) fn received(today: NaiveDate, complete: bool) -> Self {
        Self {
            today,
            received_on: today,
            accepted_on: None,
            owes: !complete,
            supply_by: None,
            moved_once: false,
            here: Side {
                at: At::Received,
                clock: Clock::default(),
                asked: Vec::new(),
            },
            there: None,
            unheard: false,
            unsent: Vec::new(),
            answered: Vec::new(),
        }
    }

    pub(super) fn at(&self) -> At {
        self.here.at
    }

    pub(super) fn accepted_on(&self) -> Option<NaiveDate> {
        self.accepted_on
    }

    pub(super) fn promised(&self) -> Option<NaiveDate> {
        self.here.clock.told.map(|(promised, _)| promised)
    }

    pub(super) fn statutory(&self) -> Option<NaiveDate> {
        self.here.clock.told.map(|(_, statutory)| statutory)
    }

    pub(super) fn supply_by(&self) -> Option<NaiveDate> {
        self.supply_by
    }

    /// The light, the days and the day the case's mark counts towards.
    pub(super) fn light(&self) -> (&'static str, u32, Option<NaiveDate>) {
        let day = match self.here.at {
            At::Received => Some(walk(self.received_on, TO_TELL, &[])),
            At::Correction => self.supply_by,
            At::Accepted | At::Dispatched | At::InProcess => self.promised(),
            At::Suspended => return ("paused", 0, None),
            _ => None,
        };
        let Some(day) = day else {
            return ("none", 0, None);
        };
        if self.today > day {
            return ("over", working(day, self.today).max(1), Some(day));
        }
        let left = working(self.today, day);
        (if left <= AMBER { "soon" } else { "calm" }, left, Some(day))
    }

    /// Time passes; silence may have become acceptance.
    pub(super) fn pass(&mut self, days: u32) {
        for _ in 0..days {
            self.today = self.today.succ_opt().unwrap();
        }
        let told_by = walk(self.received_on, TO_TELL, &[]);
        if self.here.at == At::Received && self.today > told_by {
            self.accept(self.received_on);
        }
    }

    fn accept(&mut self, on: NaiveDate) {
        self.here.at = At::Accepted;
        self.accepted_on = Some(on);
        self.here.clock.told = Some((walk(on, PROMISED, &[]), walk(on, STATUTORY, &[])));
    }

    /// Does what is lawful; false when it is not.
    pub(super) fn perform(&mut self, op: Op) -> bool {
        match op {
            Op::Pass(days) => self.pass(u32::from(days)),
            Op::Exchange => self.exchange(),
            Op::Begin | Op::End | Op::Lengthen | Op::Grant | Op::Deny | Op::Answer(_) => {
                return self.department(op);
            }
            _ => return self.point(op),
        }
        true
    }

    fn point(&mut self, op: Op) -> bool {
        let at = self.here.at;
        match op {
            Op::Tell if at == At::Received => {
                self.here.at = At::Correction;
                self.owes = true;
                self.supply_by = Some(walk(self.today, TO_SUPPLY, &[]));
            }
            Op::Supply if self.owes && matches!(at, At::Received | At::Correction) => {
                self.owes = false;
                self.supply_by = None;
            }
            Op::Move if at == At::Correction && !self.moved_once && self.supply_by.is_some() => {
                self.supply_by = self.later();
                self.moved_once = true;
            }
            Op::Accept if matches!(at, At::Received | At::Correction) && !self.owes => {
                self.accept(self.today);
            }
            Op::Refuse if at == At::Received => self.here.at = At::Refused,
            Op::Withdraw if at.is_undispatched() => self.here.at = At::Withdrawn,
            Op::Withdraw if at.is_with_department() => return self.ask(Ask::Withdraw),
            Op::Terminate
                if at == At::Correction && self.supply_by.is_some_and(|day| day < self.today) =>
            {
                self.here.at = At::Terminated;
            }
            Op::Void if at.is_undispatched() => self.here.at = At::Voided,
            Op::Void if at.is_with_department() => return self.ask(Ask::Void),
            Op::Urge if at.is_with_department() => return self.ask(Ask::Urge),
            Op::Register if matches!(at, At::Granted | At::Denied | At::Ready) => {
                self.here.at = At::Ready;
            }
            Op::Deliver if matches!(at, At::Granted | At::Denied | At::Ready) => {
                self.here.at = At::Delivered;
            }
            Op::Archive if at.is_ended() => self.here.at = At::Archived,
            _ => return false,
        }
        true
    }

    /// The day a supply is moved to in the story.
    pub(super) fn later(&self) -> Option<NaiveDate> {
        self.supply_by.map(|day| walk(day.max(self.today), 3, &[]))
    }

    fn ask(&mut self, what: Ask) -> bool {
        let fresh = !self.here.asked.contains(&what);
        if fresh {
            self.here.asked.push(what);
            self.unsent.push(what);
        }
        fresh
    }

    fn department(&mut self, op: Op) -> bool {
        let today = self.today;
        let accepted_on = self.accepted_on;
        let Some(side) = &mut self.there else {
            return false;
        };
        let handled = matches!(side.at, At::Dispatched | At::InProcess);
        match op {
            Op::Begin if handled => {
                side.at = At::Suspended;
                side.clock.pauses.push((today, None));
            }
            Op::End if side.at == At::Suspended => {
                side.at = At::InProcess;
                side.clock.pauses.last_mut().unwrap().1 = Some(today);
                side.clock.told = Some(side.clock.ends(accepted_on.unwrap()));
            }
            Op::Lengthen if side.at.is_with_department() && side.clock.extension == 0 => {
                side.clock.extension = 5;
                side.clock.told = Some(side.clock.ends_as_if(accepted_on.unwrap(), today));
            }
            Op::Grant if handled => side.at = At::Granted,
            Op::Deny if handled => side.at = At::Denied,
            Op::Answer(granted) if !side.asked.is_empty() => {
                let what = side.asked[0];
                let ends = granted && what != Ask::Urge;
                if ends {
                    if !side.at.is_with_department() {
                        return false;
                    }
                    side.at = if what == Ask::Withdraw {
                        At::Withdrawn
                    } else {
                        At::Terminated
                    };
                }
                self.answered.push(side.asked.remove(0));
                // Words alone leave the case where the point has taken it meanwhile.
                self.unheard |= ends;
                return true;
            }
            _ => return false,
        }
        self.unheard = true;
        true
    }

    /// Both sides hear everything. A case that was accepted goes to its department.
    fn exchange(&mut self) {
        let answered = std::mem::take(&mut self.answered);
        self.here.asked.retain(|asked| !answered.contains(asked));
        let there = self.there.get_or_insert_with(|| Side {
            asked: Vec::new(),
            ..self.here.clone()
        });
        there.asked.append(&mut self.unsent);
        if std::mem::take(&mut self.unheard) {
            self.here.at = there.at;
            self.here.clock = there.clock.clone();
        }
        if self.here.at == At::Accepted {
            self.here.at = At::Dispatched;
        }
        there.at = self.here.at;
        there.clock = self.here.clock.clone();
    }
}

impl Clock {
    fn ends(&self, from: NaiveDate) -> (NaiveDate, NaiveDate) {
        let pauses: Vec<_> = self.pauses.iter().map(|(a, b)| (*a, b.unwrap())).collect();
        self.end_of(from, &pauses)
    }

    /// While a procedure runs, its days are counted out up to today.
    fn ends_as_if(&self, from: NaiveDate, today: NaiveDate) -> (NaiveDate, NaiveDate) {
        let pauses: Vec<_> = self
            .pauses
            .iter()
            .map(|(a, b)| (*a, b.unwrap_or(today)))
            .collect();
        self.end_of(from, &pauses)
    }

    fn end_of(&self, from: NaiveDate, pauses: &[(NaiveDate, NaiveDate)]) -> (NaiveDate, NaiveDate) {
        (
            walk(from, PROMISED + self.extension, pauses),
            walk(from, STATUTORY + self.extension, pauses),
        )
    }
}

/// Walks until that many days that count have passed; the first day is not one of them.
fn walk(from: NaiveDate, days: u32, pauses: &[(NaiveDate, NaiveDate)]) -> NaiveDate {
    let mut on = from;
    let mut passed = 0;
    while passed < days {
        on = on.succ_opt().unwrap();
        let stopped = pauses
            .iter()
            .any(|(first, last)| *first <= on && on <= *last);
        passed += u32::from(is_working(on) && !stopped);
    }
    on
}

fn working(from: NaiveDate, to: NaiveDate) -> u32 {
    let mut on = from;
    let mut passed = 0;
    while on < to {
        on = on.succ_opt().unwrap();
        passed += u32::from(is_working(on));
    }
    passed
}
