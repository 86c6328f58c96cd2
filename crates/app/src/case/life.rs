//! What can be done with a case at its point, and what it waits for, as its page shows it.

use chrono::NaiveDate;
use yichuang_domain::{
    Answers, HandIn, Matter,
    case::{Decision, Earlier, RequestKind, check_intake, decide},
    form::is_asked,
};
use yichuang_store::{CaseRow, JournalEntry, Reader};
use yichuang_wire::payload::{Payload, Received};

use super::{
    amend_case::written,
    done::intake_of,
    ending::{is_at_counter, is_dispatched},
    extend_supply::{Cap, nearest},
    owed::{Owed, OwedMaterial, owed},
    show_case::mask,
    take_in::undecided,
    verbs::may_extend,
};
use crate::{
    catalogue::{CatalogueMatter, as_received, calendar},
    draft::{bare_field, file_info},
    guide::question_views,
    ipc::{
        AmendableField, CallView, CaseLife, FileInfo, OpenRequestView, OwedField, OwedLine,
        PromiseView, QuestionView, ReturnableMaterial,
    },
    report::Outcome,
};

/// Calls shown.
const CALLS: usize = 5;

/// The life of a case, by its entries and its application as it stands.
pub(super) fn life(
    read: &Reader<'_>,
    row: &CaseRow,
    received: Option<&Received>,
    timeline: &[JournalEntry],
    today: NaiveDate,
) -> Outcome<CaseLife> {
    let found = match received {
        Some(received) => as_received(read, row, received)?.map(|found| (found, received)),
        None => None,
    };
    let owes = match &found {
        Some((found, received)) => owed(read, row, (found, received), today)?,
        None => Owed::default(),
    };
    let complete = match &found {
        Some((found, received)) => if_accepted(read, row, (found, received), &owes, today)?,
        None => None,
    };
    let calls = calls(timeline);
    Ok(CaseLife {
        owed: owes.materials.iter().map(line).collect(),
        owed_questions: match &found {
            Some((found, received)) => questions(found, &owes, &received.answers),
            None => Vec::new(),
        },
        owed_form: owes
            .fields
            .iter()
            .map(|(field, told)| OwedField {
                field: bare_field(field),
                value: shown(field, received.and_then(|one| one.form.get(&field.key))),
                problem: told
                    .as_ref()
                    .map(|item| item.told.problem.clone())
                    .unwrap_or_default(),
            })
            .collect(),
        owed_papers: owes.papers.iter().map(|one| one.item.clone()).collect(),
        supply_by: nearest(row).map(|day| day.to_string()),
        extend_until: extend_until(read, row, today)?,
        due_if_accepted: complete.flatten().map(|day| day.to_string()),
        complete: complete.is_some(),
        called: row.calls,
        calls,
        requests: read
            .open_requests(row.id)?
            .into_iter()
            .map(|open| OpenRequestView {
                what: open.what,
                on: open.asked_on.to_string(),
            })
            .collect(),
        dispatched: is_dispatched(row.state),
        returnable: received.map(returnable).unwrap_or_default(),
        amendable: match &found {
            Some((found, received)) if row.own && row.state.awaits_decision() => {
                amendable(received, &found.matter)
            }
            _ => Vec::new(),
        },
        promises: promises(read, row)?,
        withdrawal: withdrawal(timeline),
    })
}

/// The questions a case owes an answer to, in the list's order.
pub(super) fn questions(
    found: &CatalogueMatter,
    owes: &Owed,
    answers: &Answers,
) -> Vec<QuestionView> {
    let is_owed = |id: &str| owes.questions.iter().any(|question| question.id == id);
    let views = question_views(&found.questions, answers).into_iter();
    views.filter(|view| is_owed(&view.id)).collect()
}

pub(super) fn line(owed: &OwedMaterial) -> OwedLine {
    let told = owed.told.as_ref().map(|item| &item.told);
    OwedLine {
        material: owed.id.clone(),
        name: owed.name.clone(),
        problem: told.map(|told| told.problem.clone()).unwrap_or_default(),
        how: told.map(|told| told.how.clone()).unwrap_or_default(),
        owed_as: owed.owed_as.key().to_owned(),
        supply_by: owed.supply_by.map(|day| day.to_string()),
        ways: owed.ways().iter().map(|way| way.key().to_owned()).collect(),
        copies: owed.line.as_ref().map_or(1, |line| line.copies),
    }
}

fn shown(field: &yichuang_domain::matter::FormField, value: Option<&String>) -> String {
    let value = value.map(String::as_str).unwrap_or_default();
    mask(field, value).unwrap_or_else(|| value.to_owned())
}

/// Whether a case that is not decided about may be accepted today, and the promised day then.
fn if_accepted(
    read: &Reader<'_>,
    row: &CaseRow,
    (found, received): (&CatalogueMatter, &Received),
    owes: &Owed,
    today: NaiveDate,
) -> Outcome<Option<Option<NaiveDate>>> {
    if !undecided(row.state) || !owes.problems(&[]).is_empty() {
        return Ok(None);
    }
    let calendar = calendar(read)?;
    let (matter, questions) = (&found.matter, &found.questions);
    let intake = intake_of(found, received);
    let checked = check_intake(
        &intake,
        matter,
        questions,
        today,
        &calendar,
        received.barred(),
    );
    let Ok(ready) = checked else {
        return Ok(None);
    };
    let ready = ready.after(Earlier {
        received_on: row.received_on,
        state: Some(row.state),
        notices: row.corrections,
        another_notice: None,
    });
    let decided = decide(&ready, &Decision::Accept, today, &calendar);
    Ok(decided.ok().map(|decided| decided.due.map(|due| due.date)))
}

fn extend_until(read: &Reader<'_>, row: &CaseRow, today: NaiveDate) -> Outcome<Option<String>> {
    let Some(was) = nearest(row).filter(|_| row.own && may_extend(row)) else {
        return Ok(None);
    };
    let cap = Cap::of(read, row, was, today)?;
    Ok(cap.latest(was, today).map(|day| day.to_string()))
}

fn calls(timeline: &[JournalEntry]) -> Vec<CallView> {
    let newest = timeline
        .iter()
        .rev()
        .filter_map(|entry| match &entry.payload {
            Some(Payload::Called(called)) => Some(CallView {
                purpose: called.purpose.key().to_owned(),
                outcome: called.outcome.key().to_owned(),
                words: called.words.clone(),
                on: called.on.to_string(),
                clerk: called.clerk.clone(),
            }),
            _ => None,
        });
    newest.take(CALLS).collect()
}

fn returnable(received: &Received) -> Vec<ReturnableMaterial> {
    let lines = received.materials.iter();
    let at_counter = lines.filter(|line| is_at_counter(line.how));
    at_counter
        .map(|line| ReturnableMaterial {
            material: line.id.clone(),
            name: line.name.clone(),
            paper: line.how == Some(HandIn::PaperTaken),
        })
        .collect()
}

fn amendable(received: &Received, matter: &Matter) -> Vec<AmendableField> {
    let applicant = ["applicant.name", "applicant.phone", "applicant.address"];
    let applicant = applicant.into_iter().map(|field| {
        let value = written(field, received, matter).unwrap_or_default();
        let phone = received.applicant.phone.as_ref();
        let masked = phone.filter(|_| field == "applicant.phone");
        AmendableField {
            field: field.to_owned(),
            label: String::new(),
            value: masked.map_or(value, |phone| phone.masked()),
            form: None,
        }
    });
    let asked = matter
        .form_fields
        .iter()
        .filter(|field| is_asked(field, &matter.form_fields, &received.form));
    let form = asked.map(|field| AmendableField {
        field: format!("form.{}", field.key),
        label: field.label.clone(),
        value: shown(field, received.form.get(&field.key)),
        form: Some(bare_field(field)),
    });
    applicant.chain(form).collect()
}

/// The pages of the written withdrawal, whether it ended the case or the platform was asked to.
fn withdrawal(timeline: &[JournalEntry]) -> Vec<FileInfo> {
    let mut newest_first = timeline.iter().rev();
    let files = newest_first.find_map(|entry| match &entry.payload {
        Some(Payload::Withdrawn(withdrawn)) => Some(&withdrawn.files),
        Some(Payload::Requested(asked)) if asked.what == RequestKind::Withdraw => {
            Some(&asked.files)
        }
        _ => None,
    });
    files.into_iter().flatten().map(file_info).collect()
}

fn promises(read: &Reader<'_>, row: &CaseRow) -> Outcome<Vec<PromiseView>> {
    if row.accepted_on.is_none() || !row.own {
        return Ok(Vec::new());
    }
    let unchecked = read.unchecked_promises_of(row.id)?;
    let promise = |line: yichuang_wire::payload::TakenMaterial| PromiseView {
        material: line.id,
        name: line.name,
    };
    Ok(unchecked.into_iter().map(promise).collect())
}
