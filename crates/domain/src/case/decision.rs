//! The decision at the window and its dates.
//!
//! 行政许可法 Art. 32: accept, refuse, or tell once everything to be corrected, on the spot
//! or within five working days; silence is acceptance from the day of receipt. Only a
//! licence is bound by it; for other matters the same five days are a policy default that
//! is shown and not enforced.

use super::check::ReadyIntake;
use super::intake::HandIn;
use super::state::{CaseState, IllegalMove, Verb, transition};
use crate::calendar::{Calendar, Due, due};
use crate::closed::coded_set;
use crate::form::{FieldProblem, check_text};
use crate::matter::PowerType;
use crate::requirement::LineStatus;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

/// Art. 32(1)(4): five working days to tell.
pub(super) const NOTIFY_DAYS: u32 = 5;
const MAX_ITEMS: usize = 400;
const MAX_TEXT: usize = 1_000;

/// What is decided.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", tag = "decision")]
pub enum Decision {
    /// Take the materials in only; somebody decides later.
    Receive,
    /// Accept. Deferred and promised materials make it 容缺受理 or 告知承诺受理.
    Accept,
    /// Tell everything that must be corrected.
    AskCorrection {
        /// Every correction; there is no second notice.
        items: Vec<CorrectionItem>,
    },
    /// Refuse acceptance.
    Refuse {
        /// The ground.
        ground: RefusalGround,
        /// The reason in words.
        explanation: String,
        /// The competent authority, named when ours is not.
        competent: Option<String>,
    },
}

/// One correction.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct CorrectionItem {
    /// Catalogue id of the material, `form.KEY`, or the document name of a signed paper; none in
    /// notices of older programs.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub id: Option<String>,
    /// The material, or a form field's label.
    pub material: String,
    /// What is wrong.
    pub problem: String,
    /// How to put it right.
    pub how: String,
    /// On what basis.
    pub basis: String,
}

coded_set!(
    /// Why acceptance is refused (Art. 32(1)(1)(2)); there is no free ground.
    RefusalGround {
        /// No approval is needed.
        NotRequired = "not_required", "依法不需要办理";
        /// Another authority is competent.
        NotCompetent = "not_competent", "不属于本机关职权范围";
        /// A condition of the guide is not met.
        NotEligible = "not_eligible", "不符合公布的办理条件";
        /// The same matter is being handled.
        AlreadyInHand = "already_in_hand", "同一事项已在办理";
        /// The law wants the person in person.
        MustAttend = "must_attend", "依法须本人到场";
    }
);

/// What happened to a case before this decision.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Earlier {
    /// The legal day of receipt.
    pub received_on: NaiveDate,
    /// Where the case stands.
    pub state: Option<CaseState>,
    /// Correction notices already given.
    pub notices: u32,
    /// A supervisor's reason for another one.
    pub another_notice: Option<String>,
}

impl ReadyIntake {
    /// The same intake of a case that was received before.
    #[must_use]
    pub fn after(mut self, earlier: Earlier) -> Self {
        self.earlier = Some(earlier);
        self
    }
}

/// The decision with its dates.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Decided {
    /// The new state.
    pub state: CaseState,
    /// The day of acceptance: today, once everything is in; the day of receipt when the
    /// five days had run out in silence.
    pub accepted_on: Option<NaiveDate>,
    /// The promised last day.
    pub due: Option<Due>,
    /// The statutory last day.
    pub statutory: Option<Due>,
    /// The last day to ask for corrections.
    pub notify_by: Due,
}

/// Why a decision cannot be taken.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum DecideError {
    /// Something is missing: run the full check first.
    #[error("the intake is not complete")]
    Incomplete,
    /// The five days have run out, the case counts as accepted from its receipt.
    #[error("deemed accepted on {0}")]
    DeemedAccepted(NaiveDate),
    /// A correction notice was already given.
    #[error("a correction notice was already given")]
    SecondNotice,
    /// Parts of the decision are missing or wrong.
    #[error("the decision is not complete")]
    Fields(Vec<FieldProblem>),
    /// The case does not stand where this is possible.
    #[error(transparent)]
    Move(#[from] IllegalMove),
}

/// Takes a decision on an intake, `today`.
///
/// # Errors
/// See [`DecideError`]; nothing is changed then.
pub fn decide(
    ready: &ReadyIntake,
    decision: &Decision,
    today: NaiveDate,
    calendar: &Calendar,
) -> Result<Decided, DecideError> {
    let received_on = ready
        .earlier
        .as_ref()
        .map_or(today, |earlier| earlier.received_on);
    let notify = notify_by(received_on, calendar);
    let answered = ready
        .earlier
        .as_ref()
        .is_some_and(|earlier| earlier.notices > 0);
    let deemed = if answered {
        None
    } else {
        deemed_acceptance(received_on, today, calendar, ready.terms.power_type)
    };
    let (verb, accepted_on) = match decision {
        Decision::Receive => (None, None),
        Decision::Accept if !ready.is_complete() => return Err(DecideError::Incomplete),
        Decision::Accept => (Some(acceptance(ready)), Some(deemed.unwrap_or(today))),
        Decision::AskCorrection { items } => {
            check_correction(ready, items, deemed)?;
            (Some(Verb::AskCorrection), None)
        }
        Decision::Refuse {
            ground,
            explanation,
            competent,
        } => {
            if let Some(day) = deemed {
                return Err(DecideError::DeemedAccepted(day));
            }
            check_refusal(*ground, explanation, competent.as_deref())?;
            (Some(Verb::Refuse), None)
        }
    };
    Ok(Decided {
        state: moved(ready, verb)?,
        accepted_on,
        due: accepted_on.map(|day| due(calendar, day, ready.terms.promised)),
        statutory: accepted_on.map(|day| due(calendar, day, ready.terms.statutory)),
        notify_by: notify,
    })
}

/// Acceptance of a case that was just received goes through receipt, in one transaction.
fn moved(ready: &ReadyIntake, verb: Option<Verb>) -> Result<CaseState, IllegalMove> {
    let before = match ready.earlier.as_ref().and_then(|earlier| earlier.state) {
        Some(state) => state,
        None => transition(None, Verb::Receive)?,
    };
    match verb {
        // A supervisor's further notice leaves the case where the first one put it.
        Some(Verb::AskCorrection) if before == CaseState::NeedsCorrection => Ok(before),
        Some(verb) => transition(before, verb),
        None => Ok(before),
    }
}

/// A case with both deferred and promised materials is 容缺受理: something is still owed.
fn acceptance(ready: &ReadyIntake) -> Verb {
    if ready.has(HandIn::Deferred) {
        Verb::AcceptDeferred
    } else if ready.has(HandIn::Promised) {
        Verb::AcceptOnCommitment
    } else {
        Verb::Accept
    }
}

fn check_correction(
    ready: &ReadyIntake,
    items: &[CorrectionItem],
    deemed: Option<NaiveDate>,
) -> Result<(), DecideError> {
    if let Some(day) = deemed {
        return Err(DecideError::DeemedAccepted(day));
    }
    if let Some(earlier) = ready.earlier.as_ref().filter(|earlier| earlier.notices > 0) {
        let approved = earlier
            .another_notice
            .as_deref()
            .is_some_and(|reason| !reason.trim().is_empty());
        if !approved {
            return Err(DecideError::SecondNotice);
        }
    }
    let mut problems = Vec::new();
    if items.is_empty() {
        problems.push(FieldProblem::new("decision.items", "required"));
    }
    if items.len() > MAX_ITEMS {
        problems.push(FieldProblem::new("decision.items", "too_many").with("max", MAX_ITEMS));
    }
    for (at, item) in items.iter().enumerate().take(MAX_ITEMS) {
        let field = format!("decision.items.{at}.material");
        problems.extend(
            is_waived(ready, &item.material).then(|| FieldProblem::new(field, "material_waived")),
        );
        for (part, text, needed) in [
            ("material", &item.material, true),
            ("problem", &item.problem, true),
            ("how", &item.how, true),
            ("basis", &item.basis, false),
        ] {
            problems.extend(decision_text(
                &format!("decision.items.{at}.{part}"),
                text,
                needed,
            ));
        }
    }
    if problems.is_empty() {
        Ok(())
    } else {
        Err(DecideError::Fields(problems))
    }
}

/// What is waived in this situation cannot be demanded by way of a correction (减证便民).
fn is_waived(ready: &ReadyIntake, name: &str) -> bool {
    let mut lines = ready.requirements().lines.iter();
    lines.any(|line| line.name == name && matches!(line.status, LineStatus::Waived { .. }))
}

fn check_refusal(
    ground: RefusalGround,
    explanation: &str,
    competent: Option<&str>,
) -> Result<(), DecideError> {
    let mut problems: Vec<FieldProblem> = Vec::new();
    problems.extend(decision_text("decision.explanation", explanation, true));
    let whom = competent.unwrap_or("");
    problems.extend(decision_text(
        "decision.competent",
        whom,
        ground == RefusalGround::NotCompetent,
    ));
    if problems.is_empty() {
        Ok(())
    } else {
        Err(DecideError::Fields(problems))
    }
}

fn decision_text(field: &str, text: &str, needed: bool) -> Option<FieldProblem> {
    if needed && text.trim().is_empty() {
        return Some(FieldProblem::new(field, "required"));
    }
    check_text(field, text, MAX_TEXT, true).err()
}

/// The last day to tell what must be corrected: five working days after receipt.
#[must_use]
pub fn notify_by(received_on: NaiveDate, calendar: &Calendar) -> Due {
    calendar.add_working_days(received_on, NOTIFY_DAYS)
}

/// The day a case without any decision counts as accepted from, once the five days have
/// run out: the day of receipt. Only for licences; for a case with a correction notice or a
/// decision the caller does not ask.
#[must_use]
pub fn deemed_acceptance(
    received_on: NaiveDate,
    today: NaiveDate,
    calendar: &Calendar,
    power_type: PowerType,
) -> Option<NaiveDate> {
    let over = today > notify_by(received_on, calendar).date;
    (over && power_type == PowerType::Licence).then_some(received_on)
}
