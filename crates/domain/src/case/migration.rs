//! What a new edition of a matter does to an application that is being written.
//!
//! Owns the telling apart of what stays, what has no place any more, and what is newly asked.
//! A case keeps the edition it was received under and never comes here; drafts are the
//! application's, words the interface's.

use std::collections::BTreeSet;

use crate::form::{FieldProblem, FormValues, check_form_with, is_asked};
use crate::matter::{FormField, Matter};
use crate::question::{Answers, QuestionSet, UNSURE};
use crate::requirement::{Line, LineStatus, requirements};

/// One edition of a matter: its text with its questions.
#[derive(Debug, Clone, Copy)]
pub struct Edition<'a> {
    /// The matter.
    pub matter: &'a Matter,
    /// Its questions.
    pub questions: &'a QuestionSet,
}

/// What has been written so far, as far as an edition can change it.
#[derive(Debug, Clone, Copy)]
pub struct Written<'a> {
    /// Answers to the questions.
    pub answers: &'a Answers,
    /// The form.
    pub form: &'a FormValues,
}

/// One difference the new edition makes to this application.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Change {
    /// The form has no such field any more; it held this.
    FieldGone {
        /// Key.
        key: String,
        /// Label it had.
        label: String,
        /// What was written.
        value: String,
    },
    /// The field is there and takes no such value any more.
    ValueUnfit {
        /// Key.
        key: String,
        /// Label.
        label: String,
        /// What was written.
        value: String,
    },
    /// A field has to be filled in that had not.
    FieldNew {
        /// Key.
        key: String,
        /// Label.
        label: String,
    },
    /// The question or the answer given is no more.
    AnswerGone {
        /// The question's key.
        question: String,
        /// What was asked.
        text: String,
        /// The answer, as read out.
        answer: String,
    },
    /// A question is asked that was not.
    QuestionNew {
        /// The question's key.
        question: String,
        /// What is asked.
        text: String,
    },
    /// A material is not asked for any more in this situation.
    MaterialGone {
        /// Number.
        material: String,
        /// Name it had.
        name: String,
    },
    /// A material is asked for that was not.
    MaterialNew {
        /// Number.
        material: String,
        /// Name.
        name: String,
    },
    /// The promised limit is another.
    PromiseChanged {
        /// As it was.
        from: String,
        /// As it is.
        to: String,
    },
}

/// What a new edition changes for one application: what goes first, then what comes.
#[must_use]
pub fn migrate(old: Edition<'_>, new: Edition<'_>, written: Written<'_>) -> Vec<Change> {
    let mut changes = answers_gone(old.questions, new.questions, written.answers);
    let kept = without(written.answers, &changes);
    changes.extend(values_gone(old.matter, new.matter, written.form));
    let (before, after) = (asked(old, written.answers), asked(new, &kept));
    changes.extend(
        lines_only_in(&before, &after).map(|line| Change::MaterialGone {
            material: line.material.to_string(),
            name: line.name.clone(),
        }),
    );
    changes.extend(
        lines_only_in(&after, &before).map(|line| Change::MaterialNew {
            material: line.material.to_string(),
            name: line.name.clone(),
        }),
    );
    changes.extend(questions_new(old, new, written.answers, &kept));
    changes.extend(fields_new(old.matter, new.matter, written.form));
    let (from, to) = (old.matter.promised_limit, new.matter.promised_limit);
    changes.extend((from != to).then(|| Change::PromiseChanged {
        from: from.label(),
        to: to.label(),
    }));
    changes
}

fn answers_gone(old: &QuestionSet, new: &QuestionSet, answers: &Answers) -> Vec<Change> {
    let gone = answers.0.iter().filter(|(id, option)| {
        new.question(id)
            .is_none_or(|question| *option != UNSURE && question.option(option).is_none())
    });
    gone.map(|(id, option)| {
        let question = old.question(id);
        let choice = question.and_then(|question| question.option(option));
        Change::AnswerGone {
            question: id.clone(),
            text: question.map_or_else(|| id.clone(), |question| question.text.clone()),
            answer: choice.map_or_else(|| option.clone(), |choice| choice.label.clone()),
        }
    })
    .collect()
}

fn without(answers: &Answers, gone: &[Change]) -> Answers {
    let gone: BTreeSet<&str> = gone
        .iter()
        .filter_map(|change| match change {
            Change::AnswerGone { question, .. } => Some(question.as_str()),
            _ => None,
        })
        .collect();
    let kept = answers
        .0
        .iter()
        .filter(|(id, _)| !gone.contains(id.as_str()));
    Answers(
        kept.map(|(id, option)| (id.clone(), option.clone()))
            .collect(),
    )
}

/// Values without a place, and values that were right and are not any more; one that was wrong
/// before stays to be put right.
fn values_gone(old: &Matter, new: &Matter, form: &FormValues) -> Vec<Change> {
    let wrong_before = wrong_values(&old.form_fields, form);
    let wrong_now = wrong_values(&new.form_fields, form);
    let written = form.iter().filter(|(_, value)| !value.trim().is_empty());
    written
        .filter_map(|(key, value)| {
            let label = |matter: &Matter| {
                matter
                    .field(key)
                    .map_or_else(|| key.clone(), |field| field.label.clone())
            };
            let (key, value) = (key.clone(), value.clone());
            if new.field(&key).is_none() {
                let label = label(old);
                return Some(Change::FieldGone { key, label, value });
            }
            let unfit = wrong_now.contains(&key) && !wrong_before.contains(&key);
            let label = label(new);
            unfit.then_some(Change::ValueUnfit { key, label, value })
        })
        .collect()
}

fn wrong_values(fields: &[FormField], form: &FormValues) -> BTreeSet<String> {
    let problems = check_form_with(fields, form, |_| false);
    problems
        .into_iter()
        .map(|FieldProblem { field, .. }| field)
        .collect()
}

fn fields_new(old: &Matter, new: &Matter, form: &FormValues) -> Vec<Change> {
    let asked_before = |field: &FormField| old.field(&field.key).is_some_and(|one| one.required);
    let filled = |field: &FormField| form.get(&field.key).is_some_and(|value| !value.is_empty());
    let fields = new.form_fields.iter();
    fields
        .filter(|field| field.required && !asked_before(field) && !filled(field))
        .filter(|field| is_asked(field, &new.form_fields, form))
        .map(|field| Change::FieldNew {
            key: field.key.clone(),
            label: field.label.clone(),
        })
        .collect()
}

fn questions_new(
    old: Edition<'_>,
    new: Edition<'_>,
    answers: &Answers,
    kept: &Answers,
) -> Vec<Change> {
    let open_before = requirements(old.matter, old.questions, answers, &[], false).next;
    let open_now = requirements(new.matter, new.questions, kept, &[], false).next;
    let fresh = open_now.iter().filter(|id| !open_before.contains(id));
    fresh
        .filter_map(|id| new.questions.question(id))
        .map(|question| Change::QuestionNew {
            question: question.id.clone(),
            text: question.text.clone(),
        })
        .collect()
}

/// The lines somebody has to bring or promise something for.
fn asked(edition: Edition<'_>, answers: &Answers) -> Vec<Line> {
    let list = requirements(edition.matter, edition.questions, answers, &[], false);
    let lines = list.lines.into_iter();
    lines
        .filter(|line| !matches!(line.status, LineStatus::Waived { .. }))
        .collect()
}

fn lines_only_in<'a>(these: &'a [Line], those: &'a [Line]) -> impl Iterator<Item = &'a Line> {
    let there = |line: &Line| those.iter().any(|other| other.material == line.material);
    these.iter().filter(move |line| !there(line))
}
