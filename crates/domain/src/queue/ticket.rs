//! One ticket (号票): its number, and what its acts make of it.

use std::{fmt, str::FromStr};

use chrono::{DateTime, NaiveTime, Timelike as _, Utc};
use serde::{Deserialize, Serialize};

use super::Turn;
use crate::{calendar::shanghai, closed::coded_set};

/// Numbers of one line a minute that nobody gives out: each is asked for, stored and printed.
const MOST_A_MINUTE: u32 = 5;

/// Not a letter of a line followed by three to five digits.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("not the number of a ticket")]
pub struct NotATicket;

/// Not one letter `A` to `Z`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("not a letter A to Z")]
pub struct NotALetter;

/// The letter of a line, `A` to `Z`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct LineLetter(char);

impl LineLetter {
    /// The first line.
    pub const A: Self = Self('A');
}

impl FromStr for LineLetter {
    type Err = NotALetter;

    fn from_str(text: &str) -> Result<Self, NotALetter> {
        let mut letters = text.chars();
        match (letters.next(), letters.next()) {
            (Some(letter @ 'A'..='Z'), None) => Ok(Self(letter)),
            _ => Err(NotALetter),
        }
    }
}

impl TryFrom<String> for LineLetter {
    type Error = NotALetter;

    fn try_from(text: String) -> Result<Self, NotALetter> {
        text.parse()
    }
}

impl From<LineLetter> for String {
    fn from(letter: LineLetter) -> Self {
        letter.0.to_string()
    }
}

impl fmt::Display for LineLetter {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.0)
    }
}

/// What is printed and called: the line's letter and its count of the day, such as `A017`. The
/// thousandth of a day has four digits; nobody is sent home for a digit.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct TicketNumber {
    /// The line.
    pub line: LineLetter,
    /// From 1, every day anew.
    pub count: u32,
}

impl TicketNumber {
    /// A count no line has reached by that time of its day, whatever was given before. It rises with
    /// the time, so that numbers which go on above it repeat none of a store that was lost: not of the
    /// one a backup was made of, nor of one that came from the same backup earlier that day.
    #[must_use]
    pub fn never_reached_by(time: NaiveTime) -> u32 {
        (time.hour() * 60 + time.minute() + 1) * MOST_A_MINUTE
    }
}

impl FromStr for TicketNumber {
    type Err = NotATicket;

    fn from_str(text: &str) -> Result<Self, NotATicket> {
        let (line, count) = text.split_at_checked(1).ok_or(NotATicket)?;
        let digits = count.bytes().all(|b| b.is_ascii_digit());
        if !digits || !(3..=5).contains(&count.len()) {
            return Err(NotATicket);
        }
        let number = Self {
            line: line.parse().map_err(|_| NotATicket)?,
            count: count.parse().map_err(|_| NotATicket)?,
        };
        // One number has one form.
        (number.count > 0 && number.to_string() == text)
            .then_some(number)
            .ok_or(NotATicket)
    }
}

impl fmt::Display for TicketNumber {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}{:03}", self.line, self.count)
    }
}

coded_set!(
    /// Why somebody comes before others; nobody proves it.
    Priority {
        /// Old age.
        Age = "age", "80 周岁以上";
        /// A disability.
        Disability = "disability", "残疾人";
        /// Pregnancy.
        Pregnancy = "pregnancy", "孕妇";
        /// A soldier or a veteran.
        Service = "service", "军人";
    }
);

coded_set!(
    /// Where a ticket stands.
    TicketState {
        /// It was taken, or came back.
        Waiting = "waiting", "等候";
        /// Its holder is at the window.
        Serving = "serving", "正在办";
        /// Put aside, with its place kept.
        Held = "held", "挂起";
        /// Nobody came when it was called.
        Missed = "missed", "过号";
        /// Done with.
        Served = "served", "已办";
        /// Another window has its holder.
        SentOn = "sent_on", "已转窗";
    }
);

coded_set!(
    /// What is done with a ticket.
    TicketAct {
        /// It is taken.
        Take = "take", "取号";
        /// It is called in its turn.
        Call = "call", "叫号";
        /// It is called before its turn, with a reason.
        CallOutOfTurn = "call_out_of_turn", "越序叫号";
        /// It is called once more.
        CallAgain = "call_again", "重叫";
        /// Its holder did not come.
        Miss = "miss", "过号";
        /// It is put aside.
        Hold = "hold", "挂起";
        /// Its holder goes to another window.
        SendOn = "send_on", "转窗";
        /// Its holder is done with.
        Finish = "finish", "办完";
        /// It comes back, having been put aside or missed.
        Return = "return", "回到等候";
    }
);

/// The ticket does not stand where this can be done with it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("{} cannot be done with a ticket that is {}", .act.key(), .from.key())]
pub struct TicketMoved {
    /// Where it stands.
    pub from: TicketState,
    /// What was to be done.
    pub act: TicketAct,
}

/// Where a ticket stands after everything done with it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Standing {
    /// Where.
    pub state: TicketState,
    /// Its turn, when it waits; while it is put aside, the one it goes back to.
    pub turn: Turn,
    /// When it was taken.
    pub taken_at: DateTime<Utc>,
    /// When it was first called.
    pub first_called: Option<DateTime<Utc>>,
    /// How often it was called.
    pub calls: u32,
    /// How often of these out of turn.
    pub out_of_turn: u32,
    /// The place of the last act on it.
    pub last: u64,
}

impl Standing {
    /// A ticket as it is taken. `place` rises with every act on any ticket of the point.
    #[must_use]
    pub fn taken(
        place: u64,
        at: DateTime<Utc>,
        booked: Option<NaiveTime>,
        priority: Option<Priority>,
    ) -> Self {
        Self {
            state: TicketState::Waiting,
            turn: Turn::taken(place, shanghai(at), booked, priority),
            taken_at: at,
            first_called: None,
            calls: 0,
            out_of_turn: 0,
            last: place,
        }
    }

    /// The ticket after another act.
    ///
    /// # Errors
    /// When it does not stand where this can be done with it.
    pub fn after(self, place: u64, at: DateTime<Utc>, act: TicketAct) -> Result<Self, TicketMoved> {
        let state = next_state(self.state, act).ok_or(TicketMoved {
            from: self.state,
            act,
        })?;
        let called = matches!(
            act,
            TicketAct::Call | TicketAct::CallOutOfTurn | TicketAct::CallAgain
        );
        let returns_late = act == TicketAct::Return && self.state == TicketState::Missed;
        Ok(Self {
            state,
            turn: match returns_late {
                true => Turn::at_the_end(place),
                false => self.turn,
            },
            first_called: self.first_called.or(called.then_some(at)),
            calls: self.calls + u32::from(called),
            out_of_turn: self.out_of_turn + u32::from(act == TicketAct::CallOutOfTurn),
            last: place,
            ..self
        })
    }

    /// Whether its holder waits and is to be called before whoever has `other`.
    #[must_use]
    pub fn waits_before(&self, other: &Self) -> bool {
        self.state == TicketState::Waiting && self.turn < other.turn
    }

    /// Whole minutes its holder waited: until it was first called, or until `now`.
    #[must_use]
    pub fn waited(&self, now: DateTime<Utc>) -> u32 {
        let waited = self.first_called.unwrap_or(now) - self.taken_at;
        u32::try_from(waited.num_minutes()).unwrap_or_default()
    }
}

const fn next_state(from: TicketState, act: TicketAct) -> Option<TicketState> {
    use TicketAct as A;
    use TicketState as S;
    match (from, act) {
        (S::Waiting, A::Call | A::CallOutOfTurn) | (S::Serving, A::CallAgain) => Some(S::Serving),
        (S::Serving, A::Miss) => Some(S::Missed),
        (S::Serving, A::Hold) => Some(S::Held),
        (S::Serving, A::SendOn) => Some(S::SentOn),
        (S::Serving, A::Finish) => Some(S::Served),
        (S::Held | S::Missed, A::Return) => Some(S::Waiting),
        _ => None,
    }
}
