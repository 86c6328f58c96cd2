//! The exact list, as the interface shows it.

use yichuang_domain::{
    Answers, Matter, QuestionSet,
    requirement::{Held, Line, LineStatus as Status, Requirements, options, requirements},
};

use crate::ipc::{
    ChoiceView, EndingView, LineStatus, QuestionView, RequirementLine, RequirementsView,
};

/// Works out the list for a situation and turns it into what the face shows.
pub(crate) fn view(
    matter: &Matter,
    questions: &QuestionSet,
    answers: &Answers,
    held: &[Held],
) -> RequirementsView {
    let list = requirements(matter, questions, answers, held, false);
    RequirementsView {
        questions: question_views(questions, answers),
        lines: list.lines.iter().map(line_view).collect(),
        ended: list.ended.as_ref().map(|ended| EndingView {
            question: questions
                .question(&ended.question)
                .map_or_else(String::new, |q| q.text.clone()),
            reason: ended.reason.clone(),
            instead: ended.instead.clone(),
        }),
        not_needed: not_needed(&list),
    }
}

/// The answers with the first choice wherever nothing was said: what a guide shows before anybody
/// has been asked.
pub(crate) fn usual_answers(questions: &QuestionSet, given: &Answers) -> Answers {
    let mut answers = given.clone();
    for question in &questions.questions {
        let asked = question
            .ask_if
            .as_ref()
            .is_none_or(|when| answers.get(&when.question) == Some(&when.option));
        if let (true, None, Some(first)) =
            (asked, answers.get(&question.id), question.options.first())
        {
            answers.0.insert(question.id.clone(), first.id.clone());
        }
    }
    answers
}

fn question_views(questions: &QuestionSet, answers: &Answers) -> Vec<QuestionView> {
    let view = |question: &yichuang_domain::question::Question| QuestionView {
        id: question.id.clone(),
        text: question.text.clone(),
        why: question.why.clone(),
        choices: question
            .options
            .iter()
            .map(|choice| ChoiceView {
                id: choice.id.clone(),
                label: choice.label.clone(),
            })
            .collect(),
        answer: answers.get(&question.id).map(str::to_owned),
        asked: question
            .ask_if
            .as_ref()
            .is_none_or(|when| answers.get(&when.question) == Some(&when.option)),
    };
    questions.questions.iter().map(view).collect()
}

fn line_view(line: &Line) -> RequirementLine {
    let (status, rule, rule_detail) = match &line.status {
        Status::Must => (LineStatus::Must, None, None),
        Status::Deferrable => (LineStatus::Deferrable, None, None),
        Status::PromisePossible => (LineStatus::PromisePossible, None, None),
        Status::Waived { rule, detail } => (
            LineStatus::Waived,
            Some(rule.label().to_owned()),
            Some(detail.clone()),
        ),
        Status::Held { origin } => (LineStatus::Held, Some(origin.clone()), None),
    };
    RequirementLine {
        material: line.material.to_string(),
        name: line.name.clone(),
        form: line.form.label().to_owned(),
        copies: line.copies,
        issuer: line.issuer.clone(),
        status,
        rule,
        rule_detail,
        because: line.because.clone(),
        basis: line.basis_text().to_owned(),
        notes: line.note.clone(),
        original: line.original_required,
        conditional: line.conditional,
        ways: options(line)
            .into_iter()
            .map(|way| way.key().to_owned())
            .collect(),
    }
}

fn not_needed(list: &Requirements) -> Vec<String> {
    list.not_needed
        .iter()
        .map(|spared| format!("{}：{}", spared.name, spared.why))
        .collect()
}
