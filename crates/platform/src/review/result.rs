//! 办结: what a department decided.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use yichuang_domain::{case::Verb, matter::ResultKind};
use yichuang_wire::payload::{ResultDocument, ResultIssued};

use super::{MAX_NOTE_CHARS, MAX_STEP_CHARS, ReviewedCase, Said, check_text};
use crate::{Platform, PlatformError, judge::decided};

const MAX_DOCUMENTS: usize = 20;

/// A document that comes to the applicant.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct IssuedDocument {
    /// Its name, such as 老年人优待证.
    pub name: String,
    /// Its kind.
    pub what: ResultKind,
    /// Its number, when it has one.
    #[serde(default)]
    pub document_no: Option<String>,
    /// The last day it is valid.
    #[serde(default)]
    pub valid_until: Option<NaiveDate>,
}

/// A decision.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct IssueResult {
    /// Whether in favour.
    pub granted: bool,
    /// What comes to the applicant.
    #[serde(default)]
    pub documents: Vec<IssuedDocument>,
    /// The reasons; not empty when not in favour (行政许可法 Art. 38).
    #[serde(default)]
    pub reason: String,
    /// Which office.
    pub office: String,
}

impl Platform {
    /// Decides a case.
    ///
    /// # Errors
    /// Those of [`Platform::review`], and [`PlatformError::Lacking`] for a decision against without
    /// its reasons.
    pub fn issue_result(
        &self,
        number: &str,
        issue: &IssueResult,
    ) -> Result<ReviewedCase, PlatformError> {
        check_text("the office", &issue.office, MAX_STEP_CHARS)?;
        if !issue.granted && issue.reason.trim().is_empty() {
            return Err(PlatformError::Lacking(
                "a decision against the applicant needs its reasons",
            ));
        }
        if !issue.reason.is_empty() {
            check_text("the reason", &issue.reason, MAX_NOTE_CHARS)?;
        }
        let documents = self.documents(&issue.documents)?;
        let state = decided(issue.granted);
        let verb = if issue.granted {
            Verb::Grant
        } else {
            Verb::Deny
        };
        self.act(number, |file| {
            file.check(verb, state)?;
            let told = ResultIssued {
                number: file.number.clone(),
                granted: issue.granted,
                documents: documents.clone(),
                reason: issue.reason.clone(),
                decided_on: file.today,
                office: issue.office.clone(),
            };
            Ok(Said::moving(state, told))
        })
    }

    fn documents(&self, issued: &[IssuedDocument]) -> Result<Vec<ResultDocument>, PlatformError> {
        if issued.len() > MAX_DOCUMENTS {
            return Err(PlatformError::Lacking("a result has at most 20 documents"));
        }
        let document = |one: &IssuedDocument| {
            check_text("the document's name", &one.name, MAX_STEP_CHARS)?;
            if let Some(number) = &one.document_no {
                check_text("the document's number", number, MAX_STEP_CHARS)?;
            }
            Ok(ResultDocument {
                id: self.fresh_id()?,
                name: one.name.clone(),
                what: one.what,
                document_no: one.document_no.clone(),
                valid_until: one.valid_until,
            })
        };
        issued.iter().map(document).collect()
    }
}
