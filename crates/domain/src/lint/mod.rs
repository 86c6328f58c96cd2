//! Lint of guides: what the policy forbids and what contradicts itself.
//!
//! Owns the rules. A finding does not refuse a matter. A guide that lacks a section is not
//! published; any other finding may be kept by a named approver, for that text and no other.
//! Who approves, and what paper says of it, is the application's.

use crate::closed::coded_set;
use crate::guide::Section;
use crate::id::MatterCode;
use crate::matter::{Material, Matter};
use crate::question::QuestionSet;
use serde::Serialize;

coded_set!(
    /// What a guide may not do.
    Rule {
        /// A condition or material that means "and whatever else".
        CatchAll = "catch_all", "兜底条款";
        /// One of the nine sections has no content.
        MissingSection = "missing_section", "缺项";
        /// The limits of the steps add up to more than is promised.
        StepLimitsExceedPromise = "step_limits_exceed_promise", "环节时限超过承诺时限";
        /// Done while one waits, and yet a step takes days.
        ImmediateWithDays = "immediate_with_days", "即办与时限矛盾";
        /// A condition asks for a certificate the list lacks.
        ConditionImpliesMissingMaterial = "condition_implies_missing_material", "条件要求清单外的材料";
        /// The promise is longer than the law permits.
        PromiseLongerThanStatutory = "promise_longer_than_statutory", "承诺时限长于法定时限";
        /// No answer leads to a material of the list.
        MaterialNeverAsked = "material_never_asked", "没有情形会要的材料";
    }
);

impl Rule {
    /// Whether a guide with such a finding is none: it is not published and nobody may keep it so.
    #[must_use]
    pub const fn blocks(self) -> bool {
        matches!(self, Self::MissingSection)
    }

    /// Whether the words at issue ask for more than the list of materials names.
    #[must_use]
    pub const fn reaches_beyond_list(self) -> bool {
        matches!(self, Self::CatchAll | Self::ConditionImpliesMissingMaterial)
    }
}

/// One finding.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Finding {
    /// The matter.
    pub matter: MatterCode,
    /// The rule.
    pub rule: Rule,
    /// Where, such as `materials[MAT-IDCARD].name`.
    pub section: String,
    /// Where, for people: 「“五、申请材料”第 6 项」.
    pub place: String,
    /// The words of the guide at issue; empty when they are not there.
    pub words: String,
    /// What, in Chinese.
    pub text: String,
}

mod catch_all;
mod limits;
mod materials;
mod sections;

/// Every finding on one matter; [`Rule::MaterialNeverAsked`] only with its questions.
#[must_use]
pub fn lint(matter: &Matter, questions: Option<&QuestionSet>) -> Vec<Finding> {
    let mut report = Report {
        matter,
        findings: Vec::new(),
    };
    sections::check(&mut report);
    catch_all::check(&mut report);
    limits::check(&mut report);
    materials::check(&mut report, questions);
    report.findings
}

struct Report<'a> {
    matter: &'a Matter,
    findings: Vec<Finding>,
}

impl Report<'_> {
    fn find(&mut self, rule: Rule, spot: Spot, text: impl Into<String>) {
        let matter = self.matter.code.clone();
        self.findings.push(Finding {
            matter,
            rule,
            section: spot.section,
            place: spot.place,
            words: spot.words,
            text: text.into(),
        });
    }
}

/// Where in the guide a finding is.
struct Spot {
    section: String,
    place: String,
    words: String,
}

impl Spot {
    /// A whole section; what is wrong is not in one place of it.
    fn section(section: Section, key: &str) -> Self {
        Self {
            section: key.to_owned(),
            place: named(section),
            words: String::new(),
        }
    }

    /// The condition at this place of the list.
    fn condition(at: usize, words: &str) -> Self {
        Self {
            section: format!("conditions[{at}]"),
            place: item(Section::Conditions, at),
            words: words.to_owned(),
        }
    }

    /// The material at this place of the list. `part` names a field of it, such as `.name`.
    fn material(at: usize, material: &Material, part: &str) -> Self {
        Self {
            section: format!("materials[{}]{part}", material.id),
            place: item(Section::Materials, at),
            words: material.name.clone(),
        }
    }

    /// The step at this place of the process.
    fn step(at: usize, name: &str) -> Self {
        Self {
            section: format!("steps[{name}]"),
            place: item(Section::Steps, at),
            words: name.to_owned(),
        }
    }
}

/// As the headings of the printed guide name it.
fn named(section: Section) -> String {
    format!("“{}”", section.heading())
}

fn item(section: Section, at: usize) -> String {
    format!("{}第 {} 项", named(section), at + 1)
}
