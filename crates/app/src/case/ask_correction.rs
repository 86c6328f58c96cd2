//! 补正: tells everything that is missing, once (行政许可法 Art. 32 (4)).

use yichuang_domain::{CorrectionItem, Decision, Matter, role::Act};

use crate::{
    Desk,
    ipc::{ApiError, AskCorrection, CaseDone, CorrectionLine, ErrorCode},
    report::Outcome,
};

impl Desk {
    /// Asks for corrections, on a draft (which is received first) or on a received case.
    ///
    /// # Errors
    /// `CASE-004` for a second notice, `CASE-005` past the five days, and those of
    /// [`Desk::accept_case`].
    pub fn ask_correction(&self, input: AskCorrection) -> Outcome<CaseDone> {
        let matter = self.matter_of(input.draft.as_deref(), input.number.as_deref())?;
        let items = input.items.iter().map(|line| item(line, &matter)).collect();
        let decision = Decision::AskCorrection { items };
        match (input.draft, input.number) {
            (Some(draft), None) => self.decide_draft(&draft, Act::AskCorrection, &decision),
            (None, Some(number)) => {
                self.decide_received(&number, Act::AskCorrection, &decision, Vec::new())
            }
            _ => Err(one_of_two()),
        }
    }
}

/// Exactly one of draft and number names what a verb is about.
pub(crate) fn one_of_two() -> ApiError {
    ApiError::new(ErrorCode::InputShape).with("reason", "give either draft or number")
}

/// The line with the catalogue's name and basis: what is asked for is what the list says.
pub(super) fn item(line: &CorrectionLine, matter: &Matter) -> CorrectionItem {
    let material = matter.material(&line.material);
    let field = line
        .material
        .strip_prefix("form.")
        .and_then(|key| matter.field(key));
    let name = material
        .map(|m| m.name.clone())
        .or_else(|| field.map(|f| f.label.clone()));
    CorrectionItem {
        material: name.unwrap_or_else(|| line.material.clone()),
        problem: line.problem.clone(),
        how: line.how.clone(),
        basis: material.map(|m| m.basis.clone()).unwrap_or_default(),
    }
}
