//! A notice as an entry says it, and as its paper repeats it.

use chrono::{DateTime, Utc};
use yichuang_domain::{
    Answers,
    question::UNSURE,
    requirement::{Held, Line, LineStatus, Requirements},
};
use yichuang_print::documents::{Imprint, NoticeItem, OnceNotice};
use yichuang_wire::payload::{OnceNoticeGiven, ToldAnswer, ToldChain, ToldItem, ToldPerson};

use super::practical::Practical;
use crate::{
    catalogue::CatalogueMatter,
    clock::day,
    draft,
    guide::{form_words, note_words},
    ipc::{ApiError, PersonInput},
    paper::Edition,
    report::{Outcome, problem},
};

const UNSURE_WORDS: &str = "说不准";

/// Name and number of whoever asks; the rest of the card is nobody's business here.
///
/// # Errors
/// `CASE-001` naming the field.
pub(super) fn person(input: Option<&PersonInput>) -> Outcome<Option<ToldPerson>> {
    let Some(input) = input else { return Ok(None) };
    let mut problems = Vec::new();
    match draft::person("person", input, &mut problems) {
        Some(person) if problems.is_empty() => Ok(Some(ToldPerson {
            name: person.name,
            id: person.id,
        })),
        _ => Err(ApiError::invalid(
            problems.into_iter().map(|one| problem(one, None)).collect(),
        )),
    }
}

/// What is told for a situation. `id` names the notice and its paper.
pub(super) fn told(
    id: uuid::Uuid,
    found: &CatalogueMatter,
    answers: Answers,
    person: Option<ToldPerson>,
    held: &[Held],
    practical: Practical,
    edition: &Edition,
) -> OnceNoticeGiven {
    let list = found.requirements(&answers, held, false);
    OnceNoticeGiven {
        id,
        matter: found.reference.clone(),
        chain: found.chain.as_ref().map(|asked| ToldChain {
            code: asked.chain.code.clone(),
            matters: found.names(),
        }),
        published_on: edition.published_on,
        unchecked_days: edition.unchecked_days,
        situation: situation(found, &answers),
        answers,
        bring: list
            .lines
            .iter()
            .filter(|line| to_bring(line))
            .map(item)
            .collect(),
        spared: spared(&list),
        ended: list
            .ended
            .map(|ended| format!("{}。{}", ended.reason, ended.instead)),
        place: practical.place,
        limit: practical.limit,
        fee: practical.fee,
        contact: practical.contact,
        person,
        second: None,
    }
}

fn to_bring(line: &Line) -> bool {
    !matches!(
        line.status,
        LineStatus::Waived { .. } | LineStatus::Held { .. }
    )
}

fn item(line: &Line) -> ToldItem {
    ToldItem {
        id: line.material.to_string(),
        name: line.name.clone(),
        form: form_words(line),
        note: note_words(line).join("；"),
        basis: line.basis_text().into_owned(),
    }
}

fn spared(list: &Requirements) -> Vec<String> {
    let waived = list.lines.iter().filter(|line| !to_bring(line));
    let waived = waived.map(|line| format!("{}：{}", line.name, note_words(line).join("；")));
    let never = list
        .not_needed
        .iter()
        .map(|spared| format!("{}：{}", spared.name, spared.why));
    waived.chain(never).collect()
}

fn situation(found: &CatalogueMatter, answers: &Answers) -> Vec<ToldAnswer> {
    let answered = |question: &yichuang_domain::question::Question| {
        let given = answers.get(&question.id)?;
        let answer = match question.option(given) {
            Some(option) => option.label.clone(),
            None if given == UNSURE => UNSURE_WORDS.to_owned(),
            None => return None,
        };
        Some(ToldAnswer {
            question: question.text.clone(),
            answer,
        })
    };
    let questions = found.questions.questions.iter();
    questions.filter_map(answered).collect()
}

/// The paper of a notice, the same whenever it is made.
pub(crate) fn paper(
    told: &OnceNoticeGiven,
    at: DateTime<Utc>,
    clerk: String,
    imprint: Imprint,
) -> OnceNotice {
    let name = told.person.as_ref().map(|person| person.name.clone());
    OnceNotice {
        imprint,
        matter: told.matter.name.clone(),
        matter_code: match &told.chain {
            Some(chain) => chain.code.clone(),
            None => told.matter.code.to_string(),
        },
        person: name.unwrap_or_default(),
        situation: told
            .situation
            .iter()
            .map(|one| (one.question.clone(), one.answer.clone()))
            .collect(),
        bring: told.bring.iter().map(notice_item).collect(),
        spared: told.spared.clone(),
        ended: told.ended.clone(),
        place: told.place.clone(),
        limit: told.limit.clone(),
        fee: told.fee.clone(),
        contact: told.contact.clone(),
        version: told.matter.pack_version.to_string(),
        published_on: told.published_on,
        unchecked_days: told.unchecked_days,
        told_on: day(at),
        clerk,
        second: told.second.is_some(),
    }
}

fn notice_item(item: &ToldItem) -> NoticeItem {
    NoticeItem {
        name: item.name.clone(),
        form: item.form.clone(),
        note: item.note.clone(),
        basis: item.basis.clone(),
    }
}
