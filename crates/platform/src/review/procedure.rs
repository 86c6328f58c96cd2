//! Special procedures, and limits that are extended.

use serde::{Deserialize, Serialize};
use uuid::Uuid;
use yichuang_domain::{
    CaseState,
    case::{SpecialProcedure, Verb},
};
use yichuang_wire::payload::{
    LimitExtended, Payload, SpecialProcedureBegun, SpecialProcedureEnded,
};

use super::{
    CaseFile, MAX_NOTE_CHARS, MAX_STEP_CHARS, ReviewedCase, Said, check_days, check_text,
    dates::CaseClock,
};
use crate::{Platform, PlatformError};

/// The longest a special procedure may be said to take.
const MAX_EXPECTED_DAYS: u32 = 250;
/// Working days a limit may be extended by (行政许可法 Art. 42).
const MAX_EXTENSION: u32 = 10;

/// A special procedure begins: from today on no day counts (行政许可法 Art. 45).
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct BeginProcedure {
    /// Its kind.
    pub what: SpecialProcedure,
    /// Why, with its basis.
    pub reason: String,
    /// Working days it is expected to take.
    pub expected_days: u32,
    /// Which office.
    pub office: String,
}

/// The procedure under way has its result; today is the last day that does not count.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct EndProcedure {
    /// What came of it.
    pub result: String,
    /// Which office.
    pub office: String,
}

/// The limit is extended, once, with the approval of the head (行政许可法 Art. 42).
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ExtendLimit {
    /// Working days.
    pub days: u32,
    /// Who approved it, by office.
    pub approver: String,
    /// Why.
    pub reason: String,
    /// Which office.
    pub office: String,
}

impl Platform {
    /// Stops the clock of a case.
    ///
    /// # Errors
    /// Those of [`Platform::review`], and [`PlatformError::Days`].
    pub fn begin_procedure(
        &self,
        number: &str,
        begin: &BeginProcedure,
    ) -> Result<ReviewedCase, PlatformError> {
        check_text("the reason", &begin.reason, MAX_NOTE_CHARS)?;
        check_text("the office", &begin.office, MAX_STEP_CHARS)?;
        check_days("the expected time", begin.expected_days, MAX_EXPECTED_DAYS)?;
        let id = self.fresh_id()?;
        self.act(number, |file| {
            file.check(Verb::Suspend, CaseState::Suspended)?;
            let told = SpecialProcedureBegun {
                number: file.number.clone(),
                id,
                what: begin.what,
                reason: begin.reason.clone(),
                from: file.today,
                expected_days: begin.expected_days,
                office: begin.office.clone(),
            };
            Ok(Said::moving(CaseState::Suspended, told))
        })
    }

    /// Lets the clock of a case go on, and tells the days it ends on now.
    ///
    /// # Errors
    /// Those of [`Platform::review`], and [`PlatformError::NoProcedure`].
    pub fn end_procedure(
        &self,
        number: &str,
        end: &EndProcedure,
    ) -> Result<ReviewedCase, PlatformError> {
        check_text("the result", &end.result, MAX_NOTE_CHARS)?;
        check_text("the office", &end.office, MAX_STEP_CHARS)?;
        self.act(number, |file| {
            let id = under_way(file)
                .ok_or_else(|| PlatformError::NoProcedure(file.number.to_string()))?;
            file.check(Verb::Resume, CaseState::InProcess)?;
            let clock = CaseClock::of(file).map(|clock| clock.resumed(file.today));
            let dates = self.dates(file, clock)?;
            let told = SpecialProcedureEnded {
                number: file.number.clone(),
                id,
                to: file.today,
                result: end.result.clone(),
                promised: dates.promised,
                statutory: dates.statutory,
                office: end.office.clone(),
            };
            Ok(Said::moving(CaseState::InProcess, told))
        })
    }

    /// Extends the limits of a case, and tells the days they end on now.
    ///
    /// # Errors
    /// Those of [`Platform::review`], [`PlatformError::Days`] and
    /// [`PlatformError::ExtendedBefore`].
    pub fn extend(
        &self,
        number: &str,
        extend: &ExtendLimit,
    ) -> Result<ReviewedCase, PlatformError> {
        check_days("the extension", extend.days, MAX_EXTENSION)?;
        check_text("the approver", &extend.approver, MAX_STEP_CHARS)?;
        check_text("the reason", &extend.reason, MAX_NOTE_CHARS)?;
        check_text("the office", &extend.office, MAX_STEP_CHARS)?;
        self.act(number, |file| {
            file.check_handled()?;
            let before = |told: &Payload| matches!(told, Payload::LimitExtended(_));
            if file.told().any(before) {
                return Err(PlatformError::ExtendedBefore(file.number.to_string()));
            }
            let clock = CaseClock::of(file).map(|clock| clock.extended(extend.days));
            let dates = self.dates(file, clock)?;
            Ok(Said::staying(LimitExtended {
                number: file.number.clone(),
                days: extend.days,
                approver: extend.approver.clone(),
                reason: extend.reason.clone(),
                on: file.today,
                promised: dates.promised,
                statutory: dates.statutory,
                office: extend.office.clone(),
            }))
        })
    }

    pub(super) fn fresh_id(&self) -> Result<Uuid, PlatformError> {
        let mut bytes = [0; 16];
        getrandom::fill(&mut bytes).map_err(|e| PlatformError::Random(e.to_string()))?;
        Ok(uuid::Builder::from_random_bytes(bytes).into_uuid())
    }
}

/// The procedure that has begun and not ended.
fn under_way(file: &CaseFile) -> Option<Uuid> {
    file.told().rev().find_map(|told| match told {
        Payload::SpecialProcedureBegun(begun) => Some(Some(begun.id)),
        Payload::SpecialProcedureEnded(_) => Some(None),
        _ => None,
    })?
}
