//! A draft against the rules: every problem of people, answers, form, materials and signatures at
//! once, so that nobody is sent back twice.

use chrono::NaiveDate;
use yichuang_domain::{
    Calendar, Credit, FieldProblem as Problem, HandIn, Matter, MatterCode,
    case::{ReadyIntake, check_intake, check_receivable, check_submission},
    form::is_asked,
    matter::FormField,
};

use super::{
    Archive, characters,
    content::{Reading, barred, credit},
    green_lane,
    sign::{self, Signatures},
};
use crate::{
    catalogue::{CatalogueMatter, ChainAsked, ChainChild},
    ipc::DraftContent,
    slip,
};

/// What is asked of a draft.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Purpose {
    /// Everything, signatures included.
    Accept,
    /// Only that what is there is right.
    Receive,
}

/// A matter of a draft that passed: the only one, or one of a chain's.
pub(crate) struct Judged {
    /// The matter as it is handled.
    pub(crate) found: CatalogueMatter,
    pub(crate) ready: ReadyIntake,
    pub(crate) signatures: Signatures,
    pub(crate) credit: Option<Credit>,
    /// Its place in the chain.
    pub(crate) child: Option<ChainChild>,
}

/// What is asked of each matter of a draft.
pub(crate) type Purposes<'a> = &'a dyn Fn(&MatterCode) -> Purpose;

/// Judges a draft: every matter of it by its own rules, its signatures once.
///
/// # Errors
/// Every problem, with the names of the domain.
pub(crate) fn judge(
    found: &CatalogueMatter,
    content: &DraftContent,
    archive: &Archive,
    purposes: Purposes<'_>,
    today: NaiveDate,
    calendar: &Calendar,
) -> Result<Vec<Judged>, Vec<Problem>> {
    let (mut content, mut wrong) = archive.settle(content);
    leave_out_hidden(&mut content, &found.matter);
    wrong.extend(changes_unseen(&content));
    wrong.extend(slip::wrong(&content));
    wrong.extend(green_lane::wrong(&content));
    wrong.extend(characters::wrong(&content));
    let parts = parts(found, &content, archive, purposes);
    let accepting = parts.iter().any(|part| part.purpose == Purpose::Accept);
    let purpose = if accepting {
        Purpose::Accept
    } else {
        Purpose::Receive
    };
    let papers = sign::to_sign(found, &content);
    let given = (content.signed.as_slice(), content.unsigned.as_slice());
    let (signatures, missing) = sign::signatures(&papers, given, purpose);
    wrong.extend(missing);
    wrong.extend(nothing_to_handle(found));
    wrong.extend(off_the_list(found, &content));
    let mut ready = Vec::new();
    for part in parts {
        match part.check(today, calendar) {
            Ok(passed) => ready.push((part, passed)),
            Err(problems) => {
                for problem in problems.into_iter().map(|problem| part.named(problem)) {
                    if !wrong.contains(&problem) {
                        wrong.push(problem);
                    }
                }
            }
        }
    }
    if !wrong.is_empty() {
        return Err(wrong);
    }
    let judged = ready.into_iter().map(|(part, ready)| Judged {
        signatures: own_signatures(&signatures, &ready, part.child.is_some()),
        credit: credit(&content),
        found: part.found,
        child: part.child,
        ready,
    });
    Ok(judged.collect())
}

/// One matter of a draft with what the draft says to it.
struct Part<'a> {
    found: CatalogueMatter,
    content: DraftContent,
    purpose: Purpose,
    child: Option<ChainChild>,
    /// The chain it is a matter of, to name its problems by.
    whole: Option<&'a ChainAsked>,
}

fn parts<'a>(
    found: &'a CatalogueMatter,
    content: &DraftContent,
    archive: &Archive,
    purposes: Purposes<'_>,
) -> Vec<Part<'a>> {
    let Some(chain) = &found.chain else {
        return vec![Part {
            found: found.clone(),
            content: content.clone(),
            purpose: purposes(&found.reference.code),
            child: None,
            whole: None,
        }];
    };
    let held = archive.held();
    let children = chain.children().into_iter();
    children
        .map(|child| {
            let mut own = chain.content_for(&child, content, (&held, barred(content)));
            leave_out_hidden(&mut own, &child.found.matter);
            Part {
                found: child.found.clone(),
                content: own,
                purpose: purposes(&child.found.reference.code),
                whole: Some(&**chain),
                child: Some(child),
            }
        })
        .collect()
}

impl Part<'_> {
    fn check(&self, today: NaiveDate, calendar: &Calendar) -> Result<ReadyIntake, Vec<Problem>> {
        let (matter, questions) = (&self.found.matter, &self.found.questions);
        let barred = barred(&self.content);
        let reading = Reading::of(&self.found.reference.code, &self.content);
        match (reading.intake(), self.purpose) {
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
        }
    }

    /// A problem as the whole names what it is about.
    fn named(&self, mut problem: Problem) -> Problem {
        if let (Some(chain), Some(child)) = (self.whole, &self.child) {
            problem.field = chain.name_in_whole(child.index, &problem.field);
        }
        problem
    }
}

/// A chain of which every matter was ended by an answer.
fn nothing_to_handle(found: &CatalogueMatter) -> Option<Problem> {
    let chain = found.chain.as_ref()?;
    if !chain.going().is_empty() {
        return None;
    }
    let (at, ending) = chain.ended.first()?;
    let ending = chain.in_the_whole(*at, ending);
    Some(
        Problem::new(format!("answers.{}", ending.question), "not_eligible")
            .with("reason", &ending.reason)
            .with("instead", &ending.instead),
    )
}

/// What no matter of a chain asks for in any situation; what one of them asks for in another is
/// left aside.
fn off_the_list(found: &CatalogueMatter, content: &DraftContent) -> Vec<Problem> {
    let Some(chain) = &found.chain else {
        return Vec::new();
    };
    let asked = |id: &str| {
        let mut matters = chain.matters.iter();
        matters.any(|found| found.matter.material(id).is_some())
    };
    let strange = content
        .materials
        .iter()
        .filter(|choice| choice.how.is_some() && !asked(&choice.material));
    strange
        .map(|choice| {
            let id: String = choice.material.chars().take(40).collect();
            Problem::new(format!("materials.{id}"), "material_not_on_list")
        })
        .collect()
}

/// The signatures that concern one matter of the whole: the form always, promises and the request to
/// defer where its own lines are so settled.
fn own_signatures(whole: &Signatures, ready: &ReadyIntake, of_chain: bool) -> Signatures {
    let concerns = |document: &str| match document.strip_prefix(sign::PROMISE) {
        Some(material) => ready.requirements().line(material).is_some(),
        None if document == sign::DEFERRAL => ready.has(HandIn::Deferred),
        None => true,
    };
    let mut own = whole.clone();
    if of_chain {
        own.signed.retain(|paper| concerns(&paper.document));
        own.unsigned.retain(|paper| concerns(&paper.document));
    }
    own
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
