//! The days a case's promise and the law end on, reckoned from what was told of it.

use chrono::NaiveDate;
use yichuang_domain::{
    Calendar, Matter,
    calendar::{Limit, LimitUnit, Pause, due_with_pauses},
};
use yichuang_wire::{
    Hash, Manifest, PackKind, Purpose,
    payload::{CaseDue, MatterRef, Payload},
};

use super::CaseFile;
use crate::{Platform, PlatformError};

/// Corrections of clocks looked at, newest first.
const MOST: usize = 1_000;

/// The last days; none for 即时, and while the matter is not in a published pack.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Dates {
    pub(super) promised: Option<CaseDue>,
    pub(super) statutory: Option<CaseDue>,
}

/// What the clock of one case is made of.
pub(super) struct CaseClock {
    accepted_on: NaiveDate,
    extension: u32,
    pauses: Vec<Pause>,
    today: NaiveDate,
}

impl CaseClock {
    /// The clock as it is told; none while the case was not accepted.
    pub(super) fn of(file: &CaseFile) -> Option<Self> {
        let extension = |told: &Payload| match told {
            Payload::LimitExtended(extended) => Some(extended.days),
            _ => None,
        };
        Some(Self {
            accepted_on: accepted_on(file)?,
            extension: file.told().rev().find_map(extension).unwrap_or(0),
            pauses: pauses(file),
            today: file.today,
        })
    }

    /// A clock that has just begun to run.
    pub(super) fn from(accepted_on: NaiveDate, today: NaiveDate) -> Self {
        Self {
            accepted_on,
            extension: 0,
            pauses: Vec::new(),
            today,
        }
    }

    /// The same with an extension approved.
    pub(super) fn extended(self, days: u32) -> Self {
        Self {
            extension: days,
            ..self
        }
    }

    /// The same with the open pause ended.
    pub(super) fn resumed(mut self, to: NaiveDate) -> Self {
        for pause in &mut self.pauses {
            pause.to.get_or_insert(to);
        }
        self
    }

    fn due(&self, calendar: &Calendar, limit: Limit) -> Option<CaseDue> {
        if limit.unit == LimitUnit::Immediate {
            return None;
        }
        let due = due_with_pauses(
            calendar,
            self.accepted_on,
            limit,
            self.extension,
            &self.pauses,
            self.today,
        );
        Some(CaseDue {
            date: due.date,
            provisional: due.provisional,
        })
    }
}

/// The day the limits run from: the clerk's word, or the law's.
fn accepted_on(file: &CaseFile) -> Option<NaiveDate> {
    let mut entries = file.history.entries.iter().rev();
    entries.find_map(|entry| match &entry.payload {
        Payload::Accepted(accepted) => Some(accepted.accepted_on),
        Payload::DeemedAccepted(deemed) => Some(deemed.accepted_on),
        _ => None,
    })
}

fn matter_ref(file: &CaseFile) -> Option<&MatterRef> {
    let mut entries = file.history.entries.iter();
    entries.find_map(|entry| match &entry.payload {
        Payload::Received(received) => Some(&received.matter),
        _ => None,
    })
}

/// The special procedures told of, each from its first to its last day.
fn pauses(file: &CaseFile) -> Vec<Pause> {
    let ended = |id| {
        file.told().find_map(|told| match told {
            Payload::SpecialProcedureEnded(ended) if ended.id == id => Some(ended.to),
            _ => None,
        })
    };
    let begun = file.told().filter_map(|told| match told {
        Payload::SpecialProcedureBegun(begun) => Some(begun),
        _ => None,
    });
    begun
        .map(|begun| Pause {
            from: begun.from,
            to: ended(begun.id),
        })
        .collect()
}

impl Platform {
    /// The days a case ends on by its own edition of the matter.
    pub(super) fn dates(
        &self,
        file: &CaseFile,
        clock: Option<CaseClock>,
    ) -> Result<Dates, PlatformError> {
        match (clock, matter_ref(file)) {
            (Some(clock), Some(matter)) => {
                let clock = match self.redated(file)? {
                    Some(accepted_on) => CaseClock {
                        accepted_on,
                        ..clock
                    },
                    None => clock,
                };
                self.dates_by(matter, &clock)
            }
            _ => Ok(Dates::default()),
        }
    }

    /// The day of acceptance as a supervisor of the case's point put it right, when the clock had been
    /// wrong.
    fn redated(&self, file: &CaseFile) -> Result<Option<NaiveDate>, PlatformError> {
        let case = &file.history.case;
        let corrections = self.storage.newest_of_kind("clock_corrected", MOST)?;
        let mut right = corrections
            .into_iter()
            .filter(|(journal, _)| *journal.terminal() == case.terminal)
            .filter_map(|(_, entry)| {
                match Payload::parse("clock_corrected", entry.payload()?).ok()? {
                    Payload::ClockCorrected(corrected) => Some(corrected.cases),
                    _ => None,
                }
            })
            .flatten()
            .filter(|redated| redated.case == case.id);
        Ok(right.find_map(|redated| redated.accepted_on))
    }

    /// The days a clock ends on by an edition of a matter.
    pub(super) fn dates_by(
        &self,
        matter: &MatterRef,
        clock: &CaseClock,
    ) -> Result<Dates, PlatformError> {
        let Some(matter) = self.matter_at(&matter.sha256)? else {
            return Ok(Dates::default());
        };
        let calendar = self.calendar()?;
        Ok(Dates {
            promised: clock.due(&calendar, matter.promised_limit),
            statutory: clock.due(&calendar, matter.statutory_limit),
        })
    }

    /// The edition of the matter a case was taken under; none when no published pack holds it.
    pub(super) fn matter_of(&self, file: &CaseFile) -> Result<Option<Matter>, PlatformError> {
        match matter_ref(file) {
            Some(matter) => self.matter_at(&matter.sha256),
            None => Ok(None),
        }
    }

    /// A matter's edition; none when no published pack holds it.
    fn matter_at(&self, sha256: &Hash) -> Result<Option<Matter>, PlatformError> {
        let bytes = self.storage.pack_blob(sha256)?;
        Ok(bytes.and_then(|bytes| Matter::parse(&bytes).ok()))
    }

    /// The working-day calendar in force; without one every weekday counts, provisionally.
    pub(super) fn calendar(&self) -> Result<Calendar, PlatformError> {
        let none = Calendar::from_years([]);
        let Some(signed) = self.storage.latest_manifest()? else {
            return Ok(none);
        };
        let manifest: Manifest = signed.open(&self.public_key(), "pack", Purpose::Pack)?;
        let mut items = manifest.items.iter();
        let Some(item) = items.find(|item| item.kind == PackKind::Calendar) else {
            return Ok(none);
        };
        let bytes = self.storage.pack_blob(&item.sha256)?;
        Ok(bytes
            .and_then(|bytes| Calendar::parse(&bytes).ok())
            .unwrap_or(none))
    }
}
