//! What the policy forbids in guides, and what contradicts itself.

use serde::Serialize;
use yichuang_domain::lint::lint;

use crate::{Desk, catalogue::in_force, report::Outcome};

/// One finding, one line.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct LintFinding {
    /// The matter's code.
    pub matter: String,
    /// Stable rule key.
    pub rule: String,
    /// Where in the matter.
    pub section: String,
    /// What, in Chinese.
    pub text: String,
}

impl Desk {
    /// Every finding on every matter in force.
    ///
    /// # Errors
    /// Those of the store.
    pub fn lint_catalogue(&self) -> Outcome<Vec<LintFinding>> {
        self.store()?.read(|read| {
            let mut findings = Vec::new();
            for reference in read.matters()? {
                let found = in_force(read, &reference.code)?;
                findings.extend(lint(&found.matter, Some(&found.questions)).into_iter().map(
                    |finding| LintFinding {
                        matter: finding.matter.to_string(),
                        rule: finding.rule.key().to_owned(),
                        section: finding.section,
                        text: finding.text,
                    },
                ));
            }
            Ok(findings)
        })
    }
}
