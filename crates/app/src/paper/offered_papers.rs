//! 容缺受理通知书 beside the notice of acceptance, and the papers on which somebody rates the service.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use yichuang_domain::{
    CaseState, HandIn,
    rating::{RatingLevel, RatingReason, RatingStage},
};
use yichuang_print::{
    Document,
    documents::{DeferredAcceptance, Imprint, Missing, RatingMonth, RatingPaper},
};
use yichuang_store::{CaseRow, JournalEntry, PaperRow};
use yichuang_wire::payload::{Accepted, Payload, TakenMaterial};

use super::{
    case_papers::{Facts, contact, party, promised_words},
    queue::Paper,
};
use crate::{
    ipc::{ApiError, ErrorCode},
    report::Outcome,
};

/// 容缺受理通知书.
pub(crate) const DEFERRED_ACCEPTANCE: &str = "deferred_acceptance";
/// 政务服务评价表.
pub(crate) const RATING_FORM: &str = "rating_form";
/// 评价二维码单.
pub(crate) const RATING_TICKET: &str = "rating_ticket";

/// 好差评月报.
pub(crate) const RATING_MONTH: &str = "rating_month";

/// What a paper of rating is about, kept with it: the case goes on.
#[derive(Serialize, Deserialize)]
struct Rated {
    stage: String,
    on: NaiveDate,
}

/// What these papers are called.
pub(super) const TITLES: [(&str, &str); 4] = [
    (DEFERRED_ACCEPTANCE, "容缺受理通知书"),
    (RATING_FORM, "政务服务评价表"),
    (RATING_TICKET, "评价二维码单"),
    (RATING_MONTH, "好差评月报"),
];

/// The title of a paper of this module; none for another's.
pub(super) fn title(document: &str) -> Option<&'static str> {
    let mut titles = TITLES.into_iter();
    titles.find_map(|(one, title)| (one == document).then_some(title))
}

/// A paper of rating, with what it says of the case as it stands on the day.
///
/// # Errors
/// `PAPER-001` while there is nothing to rate.
pub(super) fn of_rating(document: &str, case: &CaseRow, today: NaiveDate) -> Outcome<Paper> {
    let unknown = || ApiError::new(ErrorCode::PaperUnknown);
    let stage = RatingStage::of(case.state).ok_or_else(unknown)?;
    let on = match stage {
        RatingStage::Acceptance => case.accepted_on.unwrap_or(today),
        RatingStage::Completion => today,
    };
    let stage = stage.label().to_owned();
    Paper::of_case(document, case.id).saying(&Rated { stage, on })
}

/// The sheet of a month as it was called for, printed as `imprint` says; none when it says nothing.
pub(super) fn rating_month(paper: &PaperRow, imprint: Imprint) -> Option<Document> {
    let sheet: RatingMonth = serde_json::from_str(paper.answers.as_deref()?).ok()?;
    Some(RatingMonth { imprint, ..sheet }.document())
}

/// One of these papers; none when it is another one, or nothing calls for it.
pub(super) fn document(
    paper: &PaperRow,
    facts: Facts<'_>,
    timeline: &[JournalEntry],
) -> Option<Document> {
    match paper.document.as_str() {
        DEFERRED_ACCEPTANCE => {
            let mut entries = timeline.iter().rev();
            let accepted = entries.find_map(|entry| match &entry.payload {
                Some(Payload::Accepted(accepted)) => Some(accepted),
                _ => None,
            })?;
            (accepted.state == CaseState::AcceptedDeferred)
                .then(|| deferred_acceptance(facts, accepted).document())
        }
        RATING_FORM => rating(paper, facts).map(|paper| paper.form()),
        RATING_TICKET => rating(paper, facts).map(|paper| paper.ticket()),
        _ => None,
    }
}

fn deferred_acceptance(facts: Facts<'_>, accepted: &Accepted) -> DeferredAcceptance {
    let received = facts.received;
    let missing = |line: &TakenMaterial| Missing {
        name: line.name.clone(),
        form: asked_form(line, &facts),
        by: line.supply_by,
    };
    let owed = received.materials.iter();
    DeferredAcceptance {
        organ: received.matter.department.clone(),
        applicant: party(&received.applicant),
        matter: received.matter.name.clone(),
        matter_code: received.matter.code.to_string(),
        applied_on: received.received_on,
        accepted_on: accepted.accepted_on,
        missing: owed
            .filter(|line| line.how == Some(HandIn::Deferred))
            .map(missing)
            .collect(),
        promised_due: promised_words(accepted.promised),
        where_to: format!(
            "补交到{}（{}）。",
            received.point.name, received.point.address
        ),
        contact: contact(facts.matter),
        clerk: accepted.clerk.clone(),
        imprint: facts.imprint,
    }
}

/// In what form the list asks for a material.
fn asked_form(line: &TakenMaterial, facts: &Facts<'_>) -> String {
    let asked = facts.matter.material(&line.id);
    asked.map_or_else(String::new, |asked| {
        format!("{} {} 份", asked.form.label(), asked.copies)
    })
}

fn rating(paper: &PaperRow, facts: Facts<'_>) -> Option<RatingPaper> {
    let said = paper.answers.as_deref()?;
    let rated: Rated = serde_json::from_str(said).ok()?;
    Some(RatingPaper {
        matter: facts.received.matter.name.clone(),
        stage: rated.stage,
        served_on: rated.on,
        levels: words(RatingLevel::ALL, RatingLevel::label),
        reasons: words(RatingReason::ALL, RatingReason::label),
        how: vec![
            "带本单到任一便民服务点，请工作人员打开评价屏，由您点选；也可以填写纸质评价表，投入评价箱。"
                .to_owned(),
        ],
        follow_up: "不满意的，1 个工作日内有人联系您。".to_owned(),
        imprint: facts.imprint,
    })
}

fn words<T: Copy>(all: &[T], label: fn(T) -> &'static str) -> Vec<String> {
    all.iter().map(|one| label(*one).to_owned()).collect()
}
