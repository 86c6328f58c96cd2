//! Calling for a paper, inside the transaction of the act that needs it.

use chrono::{DateTime, Utc};
use serde::Serialize;
use uuid::Uuid;
use yichuang_domain::{Answers, CaseId, DraftId, MatterCode, reprint::ReprintReason};
use yichuang_store::{PaperRow, PaperToMake, Tx};

use super::{guide_style::GuideStyle, offered_papers::RATING_MONTH};
use crate::{queue::QUEUE_TICKET, report::Outcome};

/// 一次性告知单.
pub(crate) const ONCE_NOTICE: &str = "once_notice";

/// 证明事项清单.
pub(crate) const PROOF_LIST: &str = "proof_list";

/// 编号单.
pub(crate) const SLIPS: &str = "slips";

/// 去哪办.
pub(crate) const WHERE_TO: &str = "where_to";

/// 异地代收回执.
pub(crate) const FORWARDING: &str = "forwarding";

/// 转办单.
pub(crate) const TRANSFER: &str = "transfer";

/// What a paper is about.
pub(crate) struct Paper {
    document: String,
    case: Option<CaseId>,
    draft: Option<DraftId>,
    matter: Option<MatterCode>,
    answers: Option<Answers>,
    /// What it says, of a paper signed before anything is written down; or the answers as they are
    /// kept.
    said: Option<String>,
    /// Why it is made again.
    why: Option<ReprintReason>,
    /// The first copy.
    origin: Option<Uuid>,
}

impl Paper {
    /// A document of a case.
    pub(crate) fn of_case(document: &str, case: CaseId) -> Self {
        Self {
            document: document.to_owned(),
            case: Some(case),
            draft: None,
            matter: None,
            answers: None,
            said: None,
            why: None,
            origin: None,
        }
    }

    /// The same paper again.
    pub(crate) fn again(paper: &PaperRow) -> Self {
        Self {
            document: paper.document.clone(),
            case: paper.case,
            draft: paper.draft,
            matter: paper.matter.clone(),
            answers: None,
            said: paper.answers.clone(),
            why: None,
            origin: Some(paper.about()),
        }
    }

    /// The same made again for a reason, when there is one.
    pub(crate) fn because(self, why: Option<ReprintReason>) -> Self {
        Self { why, ..self }
    }

    /// The same with what it says, which nothing else says yet.
    pub(crate) fn saying<T: Serialize>(self, said: &T) -> Outcome<Self> {
        let said = Some(super::delivery_papers::keep(said)?);
        Ok(Self { said, ..self })
    }

    /// A document of a draft, to be signed.
    pub(crate) fn of_draft(document: String, draft: DraftId, matter: MatterCode) -> Self {
        Self {
            document,
            case: None,
            draft: Some(draft),
            matter: Some(matter),
            answers: None,
            said: None,
            why: None,
            origin: None,
        }
    }

    /// A once-notice; it has the id of the notice it repeats.
    pub(crate) fn of_notice(matter: MatterCode) -> Self {
        Self {
            document: ONCE_NOTICE.to_owned(),
            case: None,
            draft: None,
            matter: Some(matter),
            answers: None,
            said: None,
            why: None,
            origin: None,
        }
    }

    /// The guide of a matter for a situation.
    pub(crate) fn of_matter(matter: MatterCode, answers: Answers, style: GuideStyle) -> Self {
        Self {
            document: style.document().to_owned(),
            case: None,
            draft: None,
            matter: Some(matter),
            answers: Some(answers),
            said: None,
            why: None,
            origin: None,
        }
    }

    /// The list of proofs kept and abolished, of the catalogue in force.
    pub(crate) fn proof_list() -> Self {
        Self::of_nothing(PROOF_LIST)
    }

    /// The sheet of a month of ratings.
    pub(crate) fn rating_month() -> Self {
        Self::of_nothing(RATING_MONTH)
    }

    /// A lot of numbered slips; it has the id of the lot.
    pub(crate) fn of_slips() -> Self {
        Self::of_nothing(SLIPS)
    }

    /// Where to go with a matter that is not taken in here.
    pub(crate) fn where_to(matter: MatterCode) -> Self {
        Self {
            document: WHERE_TO.to_owned(),
            case: None,
            draft: None,
            matter: Some(matter),
            answers: None,
            said: None,
            why: None,
            origin: None,
        }
    }

    /// A ticket of the queue; it has the id of the ticket.
    pub(crate) fn of_queue_ticket() -> Self {
        Self::of_nothing(QUEUE_TICKET)
    }

    /// The page that shows whether paper comes out right.
    pub(crate) fn test_page() -> Self {
        Self::of_nothing("test")
    }

    /// A document about no case, draft or matter.
    fn of_nothing(document: &str) -> Self {
        Self {
            document: document.to_owned(),
            case: None,
            draft: None,
            matter: None,
            answers: None,
            said: None,
            why: None,
            origin: None,
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
    tx.queue_paper(&PaperToMake {
        id,
        document: paper.document.clone(),
        case: paper.case,
        draft: paper.draft,
        matter: paper.matter.clone(),
        answers: answers.or_else(|| paper.said.clone()),
        at,
        why: paper.why.map(|why| why.key().to_owned()),
        origin: paper.origin,
    })?;
    Ok(())
}
