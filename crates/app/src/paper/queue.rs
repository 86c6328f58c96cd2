//! Calling for a paper, inside the transaction of the act that needs it.

use chrono::{DateTime, Utc};
use uuid::Uuid;
use yichuang_domain::{Answers, CaseId, MatterCode};
use yichuang_store::{PaperToMake, Tx};

use crate::report::Outcome;

/// What a paper is about.
pub(crate) struct Paper {
    document: &'static str,
    case: Option<CaseId>,
    matter: Option<MatterCode>,
    answers: Option<Answers>,
}

impl Paper {
    /// A document of a case.
    pub(crate) fn of_case(document: &'static str, case: CaseId) -> Self {
        Self {
            document,
            case: Some(case),
            matter: None,
            answers: None,
        }
    }

    /// The guide of a matter for a situation.
    pub(crate) fn of_matter(matter: MatterCode, answers: Answers) -> Self {
        Self {
            document: "guide",
            case: None,
            matter: Some(matter),
            answers: Some(answers),
        }
    }

    /// The page that shows whether paper comes out right.
    pub(crate) fn test_page() -> Self {
        Self {
            document: "test",
            case: None,
            matter: None,
            answers: None,
        }
    }
}

/// Queues a paper; it is made after the commit.
pub(crate) fn queue(tx: &mut Tx<'_>, id: Uuid, paper: &Paper, at: DateTime<Utc>) -> Outcome<()> {
    let answers = paper
        .answers
        .as_ref()
        .map(serde_json::to_string)
        .transpose();
    let answers =
        answers.map_err(|_| crate::ipc::ApiError::new(crate::ipc::ErrorCode::Internal))?;
    let (document, case, matter) = (paper.document.to_owned(), paper.case, paper.matter.clone());
    tx.queue_paper(&PaperToMake {
        id,
        document,
        case,
        matter,
        answers,
        at,
    })?;
    Ok(())
}
