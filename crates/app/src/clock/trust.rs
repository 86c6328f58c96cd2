//! How far the machine's clock can be trusted, by what the journal and the platform say.
//!
//! Suspect is a clock that is earlier than the newest entry, or more than five minutes from the
//! platform's last word (docs/PROTOCOL.md §2.2). A clock the platform has vouched for since it was
//! put back is not: then the entries were written at a wrong time, and it is right now.

use chrono::{DateTime, NaiveDate, TimeDelta, Utc};
use yichuang_store::Reader;
use yichuang_sync::CLOCK_TOLERANCE;
use yichuang_wire::{ClockState, payload::DateConfirmed};

use super::{day, first_instant, stamp};
use crate::{
    Desk,
    ipc::{ApiError, ErrorCode},
    report::Outcome,
};

/// The machine's clock at one moment, and what speaks against it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct ClockView {
    /// Now, by this machine.
    pub(crate) at: DateTime<Utc>,
    /// The latest time an own entry carries.
    last_entry: Option<DateTime<Utc>>,
    /// Platform's clock minus this one by its last word, when too far off.
    ahead: Option<TimeDelta>,
    /// Earlier than the last entry, and nobody has vouched for it.
    gone_back: bool,
}

impl ClockView {
    /// The day it is in China, by this machine.
    pub(crate) fn today(&self) -> NaiveDate {
        day(self.at)
    }

    fn is_suspect(&self) -> bool {
        self.gone_back || self.ahead.is_some()
    }

    /// What entries written now say of their time.
    pub(crate) fn state(&self) -> ClockState {
        if self.is_suspect() {
            ClockState::Suspect
        } else {
            ClockState::Trusted
        }
    }

    /// Minutes the clock is behind what it should be at least, negative when ahead; none when it is
    /// trusted.
    pub(crate) fn behind_minutes(&self) -> Option<i32> {
        let back = || {
            let last = self.last_entry.filter(|_| self.gone_back)?;
            // Less than a minute back is still back.
            Some((last - self.at).max(TimeDelta::minutes(1)))
        };
        let behind = self.ahead.or_else(back)?;
        i32::try_from(behind.num_minutes()).ok()
    }

    /// Why nothing is dated now.
    pub(super) fn refusal(&self, code: ErrorCode) -> ApiError {
        let mut error = ApiError::new(code)
            .with("today", self.today())
            .with("now", stamp(self.at));
        if let Some(last) = self.last_entry {
            error = error.with("last", stamp(last));
        }
        match self.ahead {
            Some(ahead) => error.with("ahead", ahead.num_minutes()),
            None => error,
        }
    }

    /// What is written when an operator answers for today's date.
    pub(super) fn confirmed(&self) -> DateConfirmed {
        DateConfirmed {
            date: self.today(),
            last_entry_at: self.last_entry,
            platform_ahead_minutes: self.ahead.map(|ahead| ahead.num_minutes()),
        }
    }

    /// Whether somebody has to answer for today's date first. An answer holds for its day, until
    /// the clock goes back again; it lives in the journal, so every operator and every later run
    /// of the program finds it.
    pub(super) fn is_unanswered(&self, reader: &Reader<'_>) -> Outcome<bool> {
        if !self.is_suspect() {
            return Ok(false);
        }
        let answer = reader.date_confirmation_since(first_instant(self.today()))?;
        let holds = answer
            .is_some_and(|answer| day(answer.at) == self.today() && self.at >= answer.newest_since);
        Ok(!holds)
    }
}

impl Desk {
    /// Looks at the clock. The journal is read before the clock: an entry committed in between must
    /// not look like one of the future.
    pub(crate) fn look_at_clock(&self, reader: &Reader<'_>) -> Outcome<ClockView> {
        let last_entry = reader.last_entry_at()?;
        let at = self.now();
        let (word, vouched) = self.platform_word(reader, at)?;
        let back = last_entry.is_some_and(|last| at < last);
        Ok(ClockView {
            at,
            last_entry,
            ahead: word.filter(|ahead| ahead.abs() > CLOCK_TOLERANCE),
            gone_back: back && (!vouched || reader.has_unreported_after(at)?),
        })
    }

    /// The clock, for an act that gives a number or begins a legal term.
    ///
    /// # Errors
    /// `CLOCK-001` while it is suspect and today's date is unanswered for.
    pub(crate) fn dated_clock(&self, reader: &Reader<'_>) -> Outcome<ClockView> {
        let seen = self.look_at_clock(reader)?;
        if seen.is_unanswered(reader)? {
            // Whoever puts the clock right and tries again should find a fresh word of the platform.
            self.sync.poke();
            return Err(seen.refusal(ErrorCode::DateUnconfirmed));
        }
        Ok(seen)
    }

    /// The platform's clock minus this one by its last word, and whether that word still vouches
    /// for this clock: it agreed, and was not heard at a time that is yet to come. Entries of the
    /// future it has receipted were then written before the clock was put right. A word is renewed
    /// every five minutes, so a clock put back by less than that after it may pass.
    fn platform_word(
        &self,
        reader: &Reader<'_>,
        at: DateTime<Utc>,
    ) -> Outcome<(Option<TimeDelta>, bool)> {
        let Some(contact) = reader.last_contact()? else {
            return Ok((self.sync.heard_skew(), false));
        };
        let kept = contact.clock_ahead_ms.map(TimeDelta::milliseconds);
        let word = self.sync.heard_skew().or(kept);
        let agreed = word.is_some_and(|ahead| ahead.abs() <= CLOCK_TOLERANCE);
        let heard_before = contact.last_success.is_some_and(|heard| heard <= at);
        Ok((word, agreed && heard_before))
    }
}
