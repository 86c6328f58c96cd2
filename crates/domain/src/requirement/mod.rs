//! Requirements: the exact list for one person's situation.
//!
//! One pure function; once-notice, intake checklist, kiosk self-check, the guide "for your
//! situation" and the receipt all print its result. What it decides:
//!
//! - **Starting list**: every material that is not situational. Situational ones enter only
//!   through `add`. `drop` beats `waive`, and both beat `add`, whatever the order.
//! - **Waivers.** A waiver that no answer of the matter switches on applies from the start:
//!   the line is `Waived` with its rule, and no clerk, online or offline, demands the
//!   paper (what departments produce or share is not asked for; the terminal notes the
//!   certificate's number and the platform verifies). A waiver that some answer switches on
//!   applies only under that answer. An answer that asks for the original lifts a
//!   starting waiver, never one the same set of answers switches on.
//! - **Written promise** (书面承诺) is a waiver that costs a signature: the line is
//!   `PromisePossible`, handed in as a promise or, since nobody may be made to promise, as
//!   the paper. It needs a matter that permits commitment. A material that *is* a
//!   promise form (承诺书) is signed at the counter like any form and is `Must`.
//! - **Deferral** (容缺): only materials marked 容缺, only in matters that permit it.
//! - **Barred** persons (失信) get neither deferral nor promise: the line is `Must`.
//! - **Held** materials are used from the archive, except forms and promises made for one
//!   matter, and originals that must be seen.
//! - **说不准** keeps every branch: lines that some branch adds or takes away are
//!   `conditional` and printed 「如果…才要」; waivers, remarks and originals of single
//!   branches become remarks. An effect all branches share is certain.
//! - An answer that ends the matter ends the list: no lines are given for something that
//!   cannot be handled. An end that depends on an unsure earlier answer does not count.

mod branch;
mod chain;

pub use branch::is_asked_of;
pub use chain::{ChainLine, ChainPart, ChainRequirements, chain_requirements, settled_for};

use crate::case::HandIn;
use crate::id::MaterialId;
use crate::matter::{Material, MaterialForm, Matter, Necessity, WaiverRule, pending_basis};
use crate::question::{Answers, QuestionSet};
use branch::{Branches, MaterialEffects};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use std::borrow::Cow;

/// What stands where a material's basis has not been verified one by one.
pub const BASIS_GAP: &str = "依据未逐一核对";

/// A material already in the archive.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Held {
    /// The material.
    pub material: MaterialId,
    /// Where from, for people: 「2025-03-11 医保参保 已收」.
    pub origin: String,
}

/// The exact list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Requirements {
    /// The lines, in the order of the matter.
    pub lines: Vec<Line>,
    /// Set when an answer ended the matter; then there are no lines.
    pub ended: Option<Ending>,
    /// Questions still open, in order.
    pub next: Vec<String>,
    /// What people might bring and need not.
    pub not_needed: Vec<NotNeeded>,
}

impl Requirements {
    /// The line of a material.
    #[must_use]
    pub fn line(&self, material: &str) -> Option<&Line> {
        self.lines.iter().find(|line| line.material == *material)
    }
}

/// One line of the list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Line {
    /// The material.
    pub material: MaterialId,
    /// Its name in this matter.
    pub name: String,
    /// What is handed over.
    pub form: MaterialForm,
    /// How many.
    pub copies: u32,
    /// Who issues it.
    pub issuer: String,
    /// The answer that put it on the list; none for the starting list.
    pub because: Option<String>,
    /// How it stands.
    pub status: LineStatus,
    /// Basis; none is a named gap, see [`Line::basis_text`].
    pub basis: Option<String>,
    /// The day by which the basis is to be there, while there is none.
    pub basis_due: Option<NaiveDate>,
    /// Remarks.
    pub note: Vec<String>,
    /// Needed only if an unsure answer turns out one way.
    pub conditional: bool,
    /// The original must be seen.
    pub original_required: bool,
}

impl Line {
    /// The basis, or the words for its absence.
    #[must_use]
    pub fn basis_text(&self) -> Cow<'_, str> {
        basis_words(self.basis.as_deref(), self.basis_due)
    }
}

/// A material's basis, the words for one still to come, or the named gap.
pub(crate) fn basis_words(basis: Option<&str>, due: Option<NaiveDate>) -> Cow<'_, str> {
    match (basis, due) {
        (Some(basis), _) => Cow::Borrowed(basis),
        (None, Some(due)) => Cow::Owned(pending_basis(due)),
        (None, None) => Cow::Borrowed(BASIS_GAP),
    }
}

/// How a line stands.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case", tag = "status")]
pub enum LineStatus {
    /// Must be handed in.
    Must,
    /// May follow later.
    Deferrable,
    /// Need not be handed in.
    Waived {
        /// The rule.
        rule: WaiverRule,
        /// How.
        detail: String,
    },
    /// May be replaced by a written promise.
    PromisePossible,
    /// Is in the archive.
    Held {
        /// Where from.
        origin: String,
    },
}

/// Why the matter cannot be handled this way.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Ending {
    /// The question.
    pub question: String,
    /// The answer.
    pub option: String,
    /// Why.
    pub reason: String,
    /// What instead.
    pub instead: String,
}

/// A material that need not be brought.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct NotNeeded {
    /// The material.
    pub material: MaterialId,
    /// Its name.
    pub name: String,
    /// Why not.
    pub why: String,
}

/// The list for one situation. `barred` says the person may neither defer nor promise.
#[must_use]
pub fn requirements(
    matter: &Matter,
    questions: &QuestionSet,
    answers: &Answers,
    held: &[Held],
    barred: bool,
) -> Requirements {
    let branches = Branches::follow(questions, answers);
    if let Some(ended) = branches.ended {
        return Requirements {
            lines: Vec::new(),
            ended: Some(ended),
            next: Vec::new(),
            not_needed: Vec::new(),
        };
    }
    let mut lines = Vec::new();
    let mut not_needed = Vec::new();
    for material in &matter.materials {
        let effects = branches.effects_on(&material.id);
        if let Some(because) = effects.dropped {
            not_needed.push(spared(material, because));
        } else if !material.is_situational() || effects.added.is_some() {
            let gated = branch::waiver_is_gated(questions, &material.id);
            lines.push(
                Situation {
                    matter,
                    held,
                    barred,
                    gated,
                }
                .line(material, effects),
            );
        } else if let Some(why) = why_not(material, &effects) {
            not_needed.push(spared(material, why));
        }
    }
    Requirements {
        lines,
        ended: None,
        next: branches.next,
        not_needed,
    }
}

/// Why a situational material that is not on the list need not be brought: its situation
/// did not arise, or no situation asks for it any more because it was abolished.
fn why_not(material: &Material, effects: &MaterialEffects) -> Option<String> {
    if effects.settled_without {
        let situation = material.situation.as_deref().unwrap_or("特定情形");
        return Some(format!("只有“{situation}”才要"));
    }
    let waiver = material.waiver.as_ref().filter(|_| effects.never_added)?;
    Some(format!("{}：{}", waiver.rule, waiver.detail))
}

fn spared(material: &Material, why: String) -> NotNeeded {
    NotNeeded {
        material: material.id.clone(),
        name: material.name.clone(),
        why,
    }
}

/// What decides the status of a line besides its effects.
struct Situation<'a> {
    matter: &'a Matter,
    held: &'a [Held],
    barred: bool,
    gated: bool,
}

impl Situation<'_> {
    fn line(&self, material: &Material, effects: MaterialEffects) -> Line {
        let because = effects
            .added
            .as_ref()
            .and_then(|added| added.because.clone());
        let only_maybe_added =
            material.is_situational() && effects.added.as_ref().is_some_and(|added| !added.certain);
        Line {
            status: self.status(material, &effects),
            material: material.id.clone(),
            name: material.name.clone(),
            form: material.form,
            copies: material.copies,
            issuer: material.issuer.clone(),
            because,
            basis: (!material.basis.is_empty()).then(|| material.basis.clone()),
            basis_due: material.basis_due,
            note: effects.notes,
            conditional: only_maybe_added || effects.maybe_dropped,
            original_required: effects.original_required,
        }
    }

    fn status(&self, material: &Material, effects: &MaterialEffects) -> LineStatus {
        let waiver = material.waiver.as_ref();
        let applies = effects.waived.is_some() || (!self.gated && !effects.original_required);
        let waiver = waiver.filter(|_| applies);
        if let Some(waiver) = waiver.filter(|waiver| waiver.rule != WaiverRule::WrittenPromise) {
            let detail = effects
                .waived
                .clone()
                .flatten()
                .unwrap_or_else(|| waiver.detail.clone());
            return LineStatus::Waived {
                rule: waiver.rule,
                detail,
            };
        }
        let reusable = can_be_held(material.form) && !effects.original_required;
        let held = self
            .held
            .iter()
            .find(|held| reusable && held.material == material.id);
        if let Some(held) = held {
            return LineStatus::Held {
                origin: held.origin.clone(),
            };
        }
        if self.barred {
            return LineStatus::Must;
        }
        if waiver.is_some() && self.matter.commitment {
            return LineStatus::PromisePossible;
        }
        if self.matter.deferrable && material.necessity == Necessity::Deferrable {
            return LineStatus::Deferrable;
        }
        LineStatus::Must
    }
}

/// Whether a material of this form can be used again: what was filled in or promised for
/// one matter cannot.
#[must_use]
pub const fn can_be_held(form: MaterialForm) -> bool {
    !matches!(form, MaterialForm::Form | MaterialForm::Promise)
}

/// Whether a line takes the number of a certificate in its place: one of the person's own or one that
/// departments share, looked up by name and number, of which neither original nor copy is asked for
/// (只登记编号).
#[must_use]
pub const fn notes_certificate(line: &Line) -> bool {
    matches!(
        line.status,
        LineStatus::Waived {
            rule: WaiverRule::OwnCertificate
                | WaiverRule::DepartmentShared
                | WaiverRule::OnlineCheck,
            ..
        }
    )
}

/// The ways a line may be settled, the most natural first. A waived or held line may still
/// be settled with the paper when the person prefers it; nobody may ask for it.
#[must_use]
pub fn options(line: &Line) -> Vec<HandIn> {
    let mut ways = Vec::new();
    match line.status {
        LineStatus::Waived { .. } => ways.push(HandIn::Waived),
        LineStatus::Held { .. } => ways.push(HandIn::Held),
        LineStatus::Must | LineStatus::Deferrable | LineStatus::PromisePossible => {}
    }
    ways.extend(paper_ways(line));
    match line.status {
        LineStatus::Deferrable => ways.push(HandIn::Deferred),
        LineStatus::PromisePossible => ways.push(HandIn::Promised),
        _ => {}
    }
    if line.conditional {
        ways.push(HandIn::NotApplicable);
    }
    ways
}

fn paper_ways(line: &Line) -> &'static [HandIn] {
    match line.form {
        _ if line.original_required => &[HandIn::OriginalSeen, HandIn::PaperTaken],
        MaterialForm::Original => &[
            HandIn::OriginalSeen,
            HandIn::Captured,
            HandIn::PaperTaken,
            HandIn::CopyTaken,
        ],
        MaterialForm::OriginalAndCopy => &[
            HandIn::CopyTaken,
            HandIn::Captured,
            HandIn::OriginalSeen,
            HandIn::PaperTaken,
        ],
        MaterialForm::Copy => &[HandIn::CopyTaken, HandIn::Captured, HandIn::PaperTaken],
        MaterialForm::Form | MaterialForm::Promise => &[HandIn::PaperTaken, HandIn::Captured],
        MaterialForm::Electronic => &[
            HandIn::Captured,
            HandIn::PaperTaken,
            HandIn::OriginalSeen,
            HandIn::CopyTaken,
        ],
    }
}
