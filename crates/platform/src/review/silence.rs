//! 逾期未告知视为受理 (行政许可法 Art. 32 (4)), as the platform notices it.

use yichuang_domain::{CaseState, calendar::shanghai_date};
use yichuang_wire::payload::{DeemedAccepted, Payload, Received};

use super::dates::CaseClock;
use crate::{
    Platform, PlatformError,
    storage::{CaseHistory, DepartmentAct, SilentCase},
};

impl Platform {
    /// Tells of every case that counts as accepted because nobody told anything in time. Returns how
    /// many.
    pub(crate) fn notice_silence(&self) -> Result<usize, PlatformError> {
        let mut noticed = 0;
        for silent in self.storage.silent_cases(shanghai_date(self.now()))? {
            noticed += usize::from(self.deem_accepted(&silent)?);
        }
        Ok(noticed)
    }

    fn deem_accepted(&self, silent: &SilentCase) -> Result<bool, PlatformError> {
        let Some(history) = self.storage.history_of(silent.case)? else {
            return Ok(false);
        };
        let Some(received) = received(&history) else {
            return Ok(false);
        };
        let at = self.now();
        let clock = CaseClock::from(received.received_on, shanghai_date(at));
        let dates = self.dates_by(&received.matter, &clock)?;
        let told = DeemedAccepted {
            number: received.number.clone(),
            accepted_on: received.received_on,
            notify_by: silent.notify_by,
            promised: dates.promised,
            statutory: dates.statutory,
        };
        Ok(self.storage.record(&DepartmentAct {
            case: silent.case,
            from: CaseState::Received,
            after: history.told_last(),
            to: CaseState::Accepted,
            told: told.into(),
            settles: None,
            at,
        })?)
    }
}

fn received(history: &CaseHistory) -> Option<&Received> {
    history
        .entries
        .iter()
        .find_map(|entry| match &entry.payload {
            Payload::Received(received) => Some(received),
            _ => None,
        })
}
