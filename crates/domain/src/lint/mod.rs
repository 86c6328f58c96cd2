//! Lint of guides: what the policy forbids and what contradicts itself.
//!
//! Owns the rules. A finding does not refuse a matter; publishing in spite of one takes a
//! named approver.

use crate::id::MatterCode;
use crate::matter::Matter;
use crate::question::QuestionSet;
use serde::Serialize;

/// One finding.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Finding {
    /// The matter.
    pub matter: MatterCode,
    /// Stable rule key.
    pub rule: &'static str,
    /// Where, such as `materials[MAT-IDCARD].name`.
    pub section: String,
    /// What, in Chinese.
    pub text: String,
}

mod catch_all;
mod limits;
mod materials;
mod sections;

/// Every finding on one matter. Rules: `catch_all`, `missing_section`,
/// `step_limits_exceed_promise`, `immediate_with_days`, `condition_implies_missing_material`,
/// `promise_longer_than_statutory`, and with questions `material_never_asked`.
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
    fn find(&mut self, rule: &'static str, section: impl Into<String>, text: impl Into<String>) {
        let matter = self.matter.code.clone();
        self.findings.push(Finding {
            matter,
            rule,
            section: section.into(),
            text: text.into(),
        });
    }
}
