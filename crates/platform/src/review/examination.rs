//! 审查阶段补正: what a department needs while it examines.

use serde::{Deserialize, Serialize};
use yichuang_domain::CorrectionItem;
use yichuang_wire::payload::{ExaminationCorrectionAsked, Payload};

use super::{CaseFile, MAX_NOTE_CHARS, MAX_STEP_CHARS, ReviewedCase, Said, check_days, check_text};
use crate::{Platform, PlatformError};

const MAX_ITEMS: usize = 50;
const MAX_DAYS: u32 = 60;

/// Everything the department still needs, told at once.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AskMore {
    /// Each with its basis.
    pub items: Vec<CorrectionItem>,
    /// Working days to supply it in.
    pub days: u32,
    /// Which office.
    pub office: String,
}

impl Platform {
    /// Asks the applicant for more while a case is examined. It stops no clock by itself.
    ///
    /// # Errors
    /// Those of [`Platform::review`], [`PlatformError::Days`], [`PlatformError::Lacking`] and
    /// [`PlatformError::AskedBefore`].
    pub fn ask_more(&self, number: &str, ask: &AskMore) -> Result<ReviewedCase, PlatformError> {
        check_days("the time to supply", ask.days, MAX_DAYS)?;
        check_text("the office", &ask.office, MAX_STEP_CHARS)?;
        check_items(&ask.items)?;
        let calendar = self.calendar()?;
        self.act(number, |file| {
            file.check_handled()?;
            if is_asked(file) {
                return Err(PlatformError::AskedBefore(file.number.to_string()));
            }
            Ok(Said::staying(ExaminationCorrectionAsked {
                number: file.number.clone(),
                items: ask.items.clone(),
                supply_by: calendar.add_working_days(file.today, ask.days).date,
                on: file.today,
                office: ask.office.clone(),
            }))
        })
    }
}

fn check_items(items: &[CorrectionItem]) -> Result<(), PlatformError> {
    if items.is_empty() || items.len() > MAX_ITEMS {
        return Err(PlatformError::Lacking(
            "a correction asks for 1 to 50 things, each with what is wrong, how to put it right and on what basis",
        ));
    }
    for item in items {
        check_text("the material", &item.material, MAX_NOTE_CHARS)?;
        check_text("the problem", &item.problem, MAX_NOTE_CHARS)?;
        check_text("how to put it right", &item.how, MAX_NOTE_CHARS)?;
        check_text("the basis", &item.basis, MAX_NOTE_CHARS)?;
    }
    Ok(())
}

/// Whether something was asked for and nothing supplied since.
fn is_asked(file: &CaseFile) -> bool {
    let mut entries = file.history.entries.iter().rev();
    let last = entries.find_map(|entry| match &entry.payload {
        Payload::ExaminationCorrectionAsked(_) => Some(true),
        Payload::Supplied(_) => Some(false),
        _ => None,
    });
    last.unwrap_or(false)
}
