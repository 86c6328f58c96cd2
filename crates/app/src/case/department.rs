//! What the deciding department has said of a case, as its page shows it.

use yichuang_store::{CasePause, CaseRow, JournalEntry, Reader};
use yichuang_wire::payload::{
    ExaminationCorrectionAsked, LimitExtended, Payload, RequestAnswered, ResultIssued,
};

use crate::{
    ipc::{
        AnswerView, CaseDepartment, DecisionView, ExaminationView, ExaminedItem, ExtensionView,
        PauseView,
    },
    report::Outcome,
};

/// Everything it has said, besides its steps.
pub(super) fn department(
    read: &Reader<'_>,
    case: &CaseRow,
    timeline: &[JournalEntry],
) -> Outcome<CaseDepartment> {
    let pauses = read.pauses(case.id)?;
    let owed: Vec<String> = read
        .owed_items(case.id)?
        .into_iter()
        .filter(|item| item.examination)
        .map(|item| item.told.material)
        .collect();
    let mut said = CaseDepartment {
        pauses: pauses.iter().map(pause).collect(),
        extension: None,
        examination: None,
        answers: Vec::new(),
        decision: None,
    };
    for entry in timeline {
        match &entry.payload {
            Some(Payload::LimitExtended(body)) => said.extension = Some(extension(body)),
            Some(Payload::ExaminationCorrectionAsked(body)) => {
                said.examination = Some(examination(body, &owed));
            }
            Some(Payload::RequestAnswered(body)) => said.answers.push(answer(body)),
            Some(Payload::ResultIssued(body)) => said.decision = Some(decision(body)),
            _ => {}
        }
    }
    Ok(said)
}

fn pause(pause: &CasePause) -> PauseView {
    PauseView {
        what: pause.what.key().to_owned(),
        reason: pause.reason.clone(),
        from: pause.begun_on.to_string(),
        expected_days: pause.expected_days,
        office: pause.office.clone(),
        to: pause.ended_on.map(|day| day.to_string()),
        result: pause.result.clone(),
    }
}

fn extension(extended: &LimitExtended) -> ExtensionView {
    ExtensionView {
        days: extended.days,
        approver: extended.approver.clone(),
        reason: extended.reason.clone(),
        on: extended.on.to_string(),
        office: extended.office.clone(),
    }
}

fn examination(asked: &ExaminationCorrectionAsked, owed: &[String]) -> ExaminationView {
    let items: Vec<ExaminedItem> = asked
        .items
        .iter()
        .map(|item| ExaminedItem {
            material: item.material.clone(),
            problem: item.problem.clone(),
            how: item.how.clone(),
            basis: item.basis.clone(),
            owed: owed.contains(&item.material),
        })
        .collect();
    ExaminationView {
        open: items.iter().any(|item| item.owed),
        items,
        supply_by: asked.supply_by.to_string(),
        on: asked.on.to_string(),
        office: asked.office.clone(),
    }
}

fn answer(answered: &RequestAnswered) -> AnswerView {
    AnswerView {
        what: answered.what.key().to_owned(),
        granted: answered.granted,
        words: answered.words.clone(),
        on: answered.on.to_string(),
        office: answered.office.clone(),
    }
}

fn decision(issued: &ResultIssued) -> DecisionView {
    DecisionView {
        granted: issued.granted,
        reason: issued.reason.clone(),
        on: issued.decided_on.to_string(),
        office: issued.office.clone(),
    }
}

/// What the words of an event are made with; nothing personal.
pub(super) fn said(payload: &Payload) -> Vec<(&'static str, String)> {
    match payload {
        Payload::SpecialProcedureBegun(begun) => vec![
            ("what", begun.what.key().to_owned()),
            ("days", begun.expected_days.to_string()),
            ("from", begun.from.to_string()),
            ("office", begun.office.clone()),
            ("words", begun.reason.clone()),
        ],
        Payload::SpecialProcedureEnded(ended) => vec![
            ("to", ended.to.to_string()),
            ("due", due(ended.promised.or(ended.statutory))),
            ("office", ended.office.clone()),
            ("words", ended.result.clone()),
        ],
        Payload::LimitExtended(extended) => vec![
            ("days", extended.days.to_string()),
            ("due", due(extended.promised.or(extended.statutory))),
            ("approver", extended.approver.clone()),
            ("words", extended.reason.clone()),
        ],
        Payload::ExaminationCorrectionAsked(asked) => vec![
            ("items", asked.items.len().to_string()),
            ("supplyBy", asked.supply_by.to_string()),
            ("office", asked.office.clone()),
        ],
        Payload::RequestAnswered(answered) => vec![
            ("what", answered.what.key().to_owned()),
            ("granted", answered.granted.to_string()),
            ("office", answered.office.clone()),
            ("words", answered.words.clone()),
        ],
        _ => Vec::new(),
    }
}

fn due(due: Option<yichuang_wire::payload::CaseDue>) -> String {
    due.map(|due| due.date.to_string()).unwrap_or_default()
}
