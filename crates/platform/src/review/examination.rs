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
    /// Asks the applicant for more while a case is examined. It stops no clock by itself. What its list
    /// does not have is not asked for here either.
    ///
    /// # Errors
    /// Those of [`Platform::review`], [`PlatformError::Days`], [`PlatformError::Lacking`],
    /// [`PlatformError::NotListed`] and [`PlatformError::AskedBefore`].
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
            let items = self.listed_items(file, &ask.items)?;
            Ok(Said::staying(ExaminationCorrectionAsked {
                number: file.number.clone(),
                items,
                supply_by: calendar.add_working_days(file.today, ask.days).date,
                on: file.today,
                office: ask.office.clone(),
            }))
        })
    }
}

impl Platform {
    /// The items with the id their line has on the case's list.
    fn listed_items(
        &self,
        file: &CaseFile,
        items: &[CorrectionItem],
    ) -> Result<Vec<CorrectionItem>, PlatformError> {
        let list = self.list_of(file)?;
        let listed = |item: &CorrectionItem| {
            let mut lines = list.iter();
            let named = item.id.as_ref().unwrap_or(&item.material);
            let line = lines.find(|(id, name)| named == id || named == name);
            let Some((id, name)) = line else {
                return Err(PlatformError::NotListed {
                    asked: item.material.clone(),
                    listed: list
                        .iter()
                        .map(|(_, name)| name.as_str())
                        .collect::<Vec<_>>()
                        .join("、"),
                });
            };
            Ok(CorrectionItem {
                id: Some(id.clone()),
                material: name.clone(),
                ..item.clone()
            })
        };
        items.iter().map(listed).collect()
    }

    /// What can be asked for: the materials and signed papers of the case, and the fields of its form.
    fn list_of(&self, file: &CaseFile) -> Result<Vec<(String, String)>, PlatformError> {
        let mut list = Vec::new();
        for entry in &file.history.entries {
            let (materials, signed) = match &entry.payload {
                Payload::Received(received) => (&received.materials[..], &received.signed[..]),
                Payload::Accepted(accepted) => (&[][..], &accepted.signed[..]),
                _ => continue,
            };
            list.extend(
                materials
                    .iter()
                    .map(|line| (line.id.clone(), line.name.clone())),
            );
            list.extend(
                signed
                    .iter()
                    .map(|paper| (paper.document.clone(), paper.title.clone())),
            );
        }
        let fields = self.matter_of(file)?.map(|matter| matter.form_fields);
        let fields = fields.unwrap_or_default().into_iter();
        list.extend(fields.map(|field| (format!("form.{}", field.key), field.label)));
        Ok(list)
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
        // A signature that had been left out answers nothing the department asked.
        Payload::Supplied(supplied) if !supplied.signed_later => Some(false),
        _ => None,
    });
    last.unwrap_or(false)
}
