//! A draft against the rules: every problem of people, answers, form, materials and signatures at
//! once, so that nobody is sent back twice.

use chrono::NaiveDate;
use yichuang_domain::{
    Calendar, Credit, FieldProblem as Problem, Matter,
    case::{ReadyIntake, check_intake, check_receivable, check_submission},
    form::is_asked,
    matter::FormField,
};
use yichuang_wire::payload::SignedPaper;

use super::{
    Archive,
    content::{Reading, barred, credit},
    sign,
};
use crate::{catalogue::CatalogueMatter, ipc::DraftContent};

/// What is asked of a draft.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Purpose {
    /// Everything, signatures included.
    Accept,
    /// Only that what is there is right.
    Receive,
}

/// A draft that passed.
pub(crate) struct Judged {
    pub(crate) ready: ReadyIntake,
    pub(crate) signed: Vec<SignedPaper>,
    pub(crate) credit: Option<Credit>,
}

/// Judges a draft.
///
/// # Errors
/// Every problem, with the names of the domain.
pub(crate) fn judge(
    found: &CatalogueMatter,
    content: &DraftContent,
    archive: &Archive,
    purpose: Purpose,
    today: NaiveDate,
    calendar: &Calendar,
) -> Result<Judged, Vec<Problem>> {
    let (matter, questions) = (&found.matter, &found.questions);
    let (mut content, mut wrong) = archive.settle(content);
    leave_out_hidden(&mut content, matter);
    wrong.extend(changes_unseen(&content));
    let content = &content;
    let barred = barred(content);
    let (signed, unsigned) =
        sign::signatures(&sign::to_sign(found, content), &content.signed, purpose);
    wrong.extend(unsigned);
    let reading = Reading::of(&found.reference.code, content);
    let checked = match (reading.intake(), purpose) {
        (Ok(intake), Purpose::Accept) => {
            check_intake(&intake, matter, questions, today, calendar, barred)
        }
        (Ok(intake), Purpose::Receive) => {
            check_receivable(&intake, matter, questions, today, barred)
        }
        (Err(mut problems), Purpose::Accept) => {
            let rest = reading.submission();
            problems.extend(check_submission(
                rest, matter, questions, today, calendar, barred,
            ));
            Err(problems)
        }
        (Err(problems), Purpose::Receive) => Err(problems),
    };
    with_signatures(checked, wrong).map(|ready| Judged {
        ready,
        signed,
        credit: credit(content),
    })
}

/// What the form does not ask with these values stays in the draft and is not handed in.
fn leave_out_hidden(content: &mut DraftContent, matter: &Matter) {
    let hidden: Vec<&FormField> = matter
        .form_fields
        .iter()
        .filter(|field| !is_asked(field, &matter.form_fields, &content.form))
        .collect();
    let is_hidden = |key: &str| hidden.iter().any(|field| field.key == key);
    content.form.retain(|key, _| !is_hidden(key));
}

/// What a new edition changed is read before anything is decided.
fn changes_unseen(content: &DraftContent) -> Option<Problem> {
    let unseen = content.moved.as_ref().is_some_and(|moved| !moved.seen);
    unseen.then(|| Problem::new("moved", "changes_unseen"))
}

/// What was checked, with what is wrong with its signatures.
///
/// # Errors
/// Every problem of both.
pub(crate) fn with_signatures(
    checked: Result<ReadyIntake, Vec<Problem>>,
    unsigned: Vec<Problem>,
) -> Result<ReadyIntake, Vec<Problem>> {
    match checked {
        Err(mut problems) => {
            problems.extend(unsigned);
            Err(problems)
        }
        Ok(_) if !unsigned.is_empty() => Err(unsigned),
        ready => ready,
    }
}
