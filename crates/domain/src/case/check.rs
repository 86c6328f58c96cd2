//! The check between what was taken down and what may be accepted.

use super::intake::{HandIn, HandedIn, Intake, Submission};
use crate::calendar::{Calendar, Due, Limit, LimitUnit, due};
use crate::form::{FieldProblem, check_form_with, check_text};
use crate::id::{MaterialId, MatterCode};
use crate::identity::{IdNumber, IdProblem};
use crate::matter::{FillFrom, Matter, PowerType};
use crate::person::{MAX_ADDRESS_CHARS, MAX_NAME_CHARS, Person, Verified};
use crate::question::{Answers, QuestionSet, UNSURE};
use crate::requirement::{
    Held, Line, LineStatus, Requirements, notes_certificate, options, requirements,
};
use chrono::NaiveDate;
use std::collections::BTreeSet;

/// More lines than any matter has.
const MAX_HANDED_IN: usize = 400;
/// More pages than anybody scans for one material.
const MAX_FILES: usize = 500;
/// More answers than any matter has questions.
const MAX_ANSWERS: usize = 100;
const MAX_NOTE_CHARS: usize = 500;
const MAX_CERTIFICATE_CHARS: usize = 60;
/// Working days a deferred material may take where the promise itself is on the spot.
const DEFERRAL_DAYS: u32 = 5;

/// An intake that passed a check. Only the checks make one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReadyIntake {
    intake: Intake,
    requirements: Requirements,
    complete: bool,
    pub(super) terms: Terms,
    pub(super) earlier: Option<super::Earlier>,
}

/// What the decision needs of the matter.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Terms {
    pub(super) power_type: PowerType,
    pub(super) promised: Limit,
    pub(super) statutory: Limit,
}

impl ReadyIntake {
    /// The intake, with the lines nobody has to settle by hand (waived ones) filled in.
    #[must_use]
    pub const fn intake(&self) -> &Intake {
        &self.intake
    }

    /// Gives the intake out, to be written down.
    #[must_use]
    pub fn into_intake(self) -> Intake {
        self.intake
    }

    /// The list it was checked against.
    #[must_use]
    pub const fn requirements(&self) -> &Requirements {
        &self.requirements
    }

    /// The matter.
    #[must_use]
    pub const fn matter(&self) -> &MatterCode {
        &self.intake.matter
    }

    /// Whether everything is there, so that it may be accepted.
    #[must_use]
    pub const fn is_complete(&self) -> bool {
        self.complete
    }

    /// Whether some material was settled this way.
    #[must_use]
    pub fn has(&self, how: HandIn) -> bool {
        self.intake
            .materials
            .iter()
            .any(|material| material.how == how)
    }
}

/// The last day a deferred material may be promised for: the promised limit of the
/// matter counted from today, because the supply runs inside it; where the promise is on the
/// spot, five working days.
#[must_use]
pub fn deferral_cap(matter: &Matter, today: NaiveDate, calendar: &Calendar) -> Due {
    match matter.promised_limit.unit {
        LimitUnit::Immediate => calendar.add_working_days(today, DEFERRAL_DAYS),
        _ => due(calendar, today, matter.promised_limit),
    }
}

/// Whether an intake may be accepted: every question answered and none ending, the form
/// complete, every line settled in a way open to it, and nothing taken that the list does
/// not have.
///
/// Rules besides those of the form: `wrong_matter`, `name_required`, `agent_is_applicant`,
/// `relation_required`, `id_birth_future`, `unknown_question`, `unknown_option`,
/// `question_open`, `not_eligible` (reason, instead), `material_not_on_list`,
/// `material_twice`, `material_missing` (name), `way_not_open` (how), `page_missing`,
/// `origin_missing`, `certificate_not_noted`, `certificate_empty`, `supply_by_missing`, `supply_by_past`, `supply_by_too_late` (latest),
/// `too_many`.
///
/// # Errors
/// Every problem found.
pub fn check_intake(
    intake: &Intake,
    matter: &Matter,
    questions: &QuestionSet,
    today: NaiveDate,
    calendar: &Calendar,
    barred: bool,
) -> Result<ReadyIntake, Vec<FieldProblem>> {
    let required = required_for(intake.submission(), matter, questions, barred);
    let mut problems = check_people(intake, today);
    problems.extend(submission_problems(
        intake.submission(),
        matter,
        questions,
        &required,
        today,
        calendar,
    ));
    if !problems.is_empty() {
        return Err(problems);
    }
    Ok(ReadyIntake {
        intake: with_waived_lines(intake, &required),
        requirements: required,
        complete: true,
        terms: Terms::of(matter),
        earlier: None,
    })
}

/// Every problem [`check_intake`] would find besides those of the people.
#[must_use]
pub fn check_submission(
    submission: Submission<'_>,
    matter: &Matter,
    questions: &QuestionSet,
    today: NaiveDate,
    calendar: &Calendar,
    barred: bool,
) -> Vec<FieldProblem> {
    let required = required_for(submission, matter, questions, barred);
    submission_problems(submission, matter, questions, &required, today, calendar)
}

fn required_for(
    submission: Submission<'_>,
    matter: &Matter,
    questions: &QuestionSet,
    barred: bool,
) -> Requirements {
    let held = held_by(submission.materials);
    requirements(matter, questions, submission.answers, &held, barred)
}

fn submission_problems(
    submission: Submission<'_>,
    matter: &Matter,
    questions: &QuestionSet,
    required: &Requirements,
    today: NaiveDate,
    calendar: &Calendar,
) -> Vec<FieldProblem> {
    let mut problems = check_answers(questions, submission.answers);
    let agent = submission.by_agent;
    problems.extend(check_form_with(
        &matter.form_fields,
        submission.form,
        |field| field.required && (agent || field.fill_from != Some(FillFrom::Agent)),
    ));
    for question in &required.next {
        problems.push(FieldProblem::new(
            format!("answers.{question}"),
            "question_open",
        ));
    }
    problems.extend(check_common(submission, matter, required));
    if required.ended.is_none() {
        let latest = deferral_cap(matter, today, calendar).date;
        problems.extend(check_lines(submission.materials, required, today, latest));
    }
    problems
}

/// Whether materials may be taken in and a number given: the person and the matter are
/// right, and nothing is taken that the list does not have. Materials, answers and form
/// fields may still be missing.
///
/// # Errors
/// Every problem found.
pub fn check_receivable(
    intake: &Intake,
    matter: &Matter,
    questions: &QuestionSet,
    today: NaiveDate,
    barred: bool,
) -> Result<ReadyIntake, Vec<FieldProblem>> {
    let mut problems = check_people(intake, today);
    problems.extend(check_answers(questions, &intake.answers));
    problems.extend(check_form_with(&matter.form_fields, &intake.form, |_| {
        false
    }));
    let required = required_for(intake.submission(), matter, questions, barred);
    problems.extend(check_common(intake.submission(), matter, &required));
    if !problems.is_empty() {
        return Err(problems);
    }
    Ok(ReadyIntake {
        intake: with_waived_lines(intake, &required),
        requirements: required,
        complete: false,
        terms: Terms::of(matter),
        earlier: None,
    })
}

impl Terms {
    const fn of(matter: &Matter) -> Self {
        Self {
            power_type: matter.power_type,
            promised: matter.promised_limit,
            statutory: matter.statutory_limit,
        }
    }
}

/// A held material names its own origin; the store has looked it up before.
fn held_by(materials: &[HandedIn]) -> Vec<Held> {
    let held = materials
        .iter()
        .filter(|material| material.how == HandIn::Held);
    held.filter_map(|material| {
        let id = MaterialId::new(material.id.clone()).ok()?;
        Some(Held {
            material: id,
            origin: material.note.clone()?,
        })
    })
    .collect()
}

fn check_people(intake: &Intake, today: NaiveDate) -> Vec<FieldProblem> {
    let mut problems = check_person("applicant", &intake.applicant, today);
    let Some(agent) = &intake.agent else {
        return problems;
    };
    problems.extend(check_person("agent", &agent.person, today));
    if agent.person.id.reveal() == intake.applicant.id.reveal() {
        problems.push(FieldProblem::new("agent.id", "agent_is_applicant"));
    }
    if agent.relation.trim().is_empty() {
        problems.push(FieldProblem::new("agent.relation", "relation_required"));
    }
    problems.extend(check_text("agent.relation", &agent.relation, MAX_NAME_CHARS, false).err());
    problems
}

fn check_person(part: &str, person: &Person, today: NaiveDate) -> Vec<FieldProblem> {
    let mut problems = Vec::new();
    let field = |name: &str| format!("{part}.{name}");
    if person.name.trim().is_empty() {
        problems.push(FieldProblem::new(field("name"), "name_required"));
    }
    problems.extend(check_text(&field("name"), &person.name, MAX_NAME_CHARS, false).err());
    for (name, text) in [
        ("address", &person.address),
        ("ethnicity", &person.ethnicity),
    ] {
        let text = text.as_deref().unwrap_or("");
        problems.extend(check_text(&field(name), text, MAX_ADDRESS_CHARS, false).err());
    }
    problems
        .extend(check_number(person).map(|problem| FieldProblem::new(field("id"), problem.rule())));
    let future = [person.birth, person.id.birth()]
        .into_iter()
        .flatten()
        .any(|birth| birth > today);
    if future {
        problems.push(FieldProblem::new(field("id"), "id_birth_future"));
    }
    problems
}

/// Stored numbers are readable whatever they are; new ones must be right. A number read
/// from a chip stands even when its check character does not fit: such cards were issued.
fn check_number(person: &Person) -> Option<IdProblem> {
    let problem = IdNumber::parse(person.id.kind(), person.id.reveal()).err()?;
    let issued = person.verified == Verified::CardRead && problem == IdProblem::CheckDigit;
    (!issued).then_some(problem)
}

fn check_answers(questions: &QuestionSet, answers: &Answers) -> Vec<FieldProblem> {
    if answers.0.len() > MAX_ANSWERS {
        return vec![FieldProblem::new("answers", "too_many").with("max", MAX_ANSWERS)];
    }
    let wrong = answers
        .0
        .iter()
        .filter_map(|(id, option)| match questions.question(id) {
            None => Some(FieldProblem::new(
                format!("answers.{id}"),
                "unknown_question",
            )),
            Some(question) if option != UNSURE && question.option(option).is_none() => {
                Some(FieldProblem::new(format!("answers.{id}"), "unknown_option"))
            }
            Some(_) => None,
        });
    wrong.collect()
}

/// What holds for receipt and acceptance alike.
fn check_common(
    submission: Submission<'_>,
    matter: &Matter,
    required: &Requirements,
) -> Vec<FieldProblem> {
    let mut problems = Vec::new();
    if *submission.matter != matter.code {
        problems.push(FieldProblem::new("matter", "wrong_matter"));
    }
    if let Some(ended) = &required.ended {
        problems.push(
            FieldProblem::new(format!("answers.{}", ended.question), "not_eligible")
                .with("reason", &ended.reason)
                .with("instead", &ended.instead),
        );
        return problems;
    }
    if submission.materials.len() > MAX_HANDED_IN {
        problems.push(FieldProblem::new("materials", "too_many").with("max", MAX_HANDED_IN));
        return problems;
    }
    let mut seen = BTreeSet::new();
    for material in submission.materials {
        let field = format!(
            "materials.{}",
            material.id.chars().take(40).collect::<String>()
        );
        if !seen.insert(&material.id) {
            problems.push(FieldProblem::new(&field, "material_twice"));
        }
        match required.line(&material.id) {
            None => problems.push(FieldProblem::new(&field, "material_not_on_list")),
            Some(line) => problems.extend(check_way(&field, material, line)),
        }
    }
    problems
}

fn check_way(field: &str, material: &HandedIn, line: &Line) -> Vec<FieldProblem> {
    let mut problems = Vec::new();
    if material.how == HandIn::Held && material.note.as_deref().unwrap_or("").trim().is_empty() {
        problems.push(FieldProblem::new(field, "origin_missing"));
    } else if !options(line).contains(&material.how) {
        problems.push(FieldProblem::new(field, "way_not_open").with("how", material.how.key()));
    }
    if material.how == HandIn::Captured && material.files.is_empty() {
        problems.push(FieldProblem::new(field, "page_missing"));
    }
    if material.files.len() > MAX_FILES {
        problems.push(FieldProblem::new(field, "too_many").with("max", MAX_FILES));
    }
    problems.extend(check_certificate(field, material, line));
    let note = material.note.as_deref().unwrap_or("");
    problems.extend(check_text(field, note, MAX_NOTE_CHARS, true).err());
    for file in &material.files {
        problems.extend(check_text(field, &file.name, MAX_NAME_CHARS * 2, false).err());
        problems.extend(check_text(field, &file.media_type, MAX_NAME_CHARS, false).err());
    }
    problems
}

/// A number is noted only where the paper itself need not be shown, and it is a number: short, on
/// one line, not blank.
fn check_certificate(field: &str, material: &HandedIn, line: &Line) -> Option<FieldProblem> {
    let number = material.certificate.as_deref()?;
    if !notes_certificate(line) || material.how != HandIn::Waived {
        return Some(FieldProblem::new(field, "certificate_not_noted"));
    }
    if number.trim().is_empty() {
        return Some(FieldProblem::new(field, "certificate_empty"));
    }
    check_text(field, number, MAX_CERTIFICATE_CHARS, false).err()
}

/// What holds for acceptance only.
fn check_lines(
    materials: &[HandedIn],
    required: &Requirements,
    today: NaiveDate,
    latest: NaiveDate,
) -> Vec<FieldProblem> {
    let mut problems = Vec::new();
    for line in &required.lines {
        let field = format!("materials.{}", line.material);
        let handed_in = materials
            .iter()
            .find(|material| line.material == *material.id);
        match handed_in {
            None if matches!(line.status, LineStatus::Waived { .. }) => {}
            None => {
                problems.push(FieldProblem::new(field, "material_missing").with("name", &line.name))
            }
            Some(material) if material.how == HandIn::Deferred => {
                problems.extend(check_supply_by(&field, material.supply_by, today, latest));
            }
            Some(_) => {}
        }
    }
    problems
}

fn check_supply_by(
    field: &str,
    supply_by: Option<NaiveDate>,
    today: NaiveDate,
    latest: NaiveDate,
) -> Option<FieldProblem> {
    match supply_by {
        None => Some(FieldProblem::new(field, "supply_by_missing")),
        Some(day) if day < today => Some(FieldProblem::new(field, "supply_by_past")),
        Some(day) if day > latest => {
            Some(FieldProblem::new(field, "supply_by_too_late").with("latest", latest))
        }
        Some(_) => None,
    }
}

fn with_waived_lines(intake: &Intake, required: &Requirements) -> Intake {
    let mut complete = intake.clone();
    for line in &required.lines {
        let settled = intake
            .materials
            .iter()
            .any(|material| line.material == *material.id);
        if let (false, LineStatus::Waived { rule, detail }) = (settled, &line.status) {
            complete.materials.push(HandedIn {
                id: line.material.as_str().to_owned(),
                how: HandIn::Waived,
                files: Vec::new(),
                pages: None,
                note: Some(format!("{rule}：{detail}")),
                supply_by: None,
                certificate: None,
            });
        }
    }
    complete
}
