//! The exact list, as the interface shows it.

use yichuang_domain::{
    Answers, HandIn, Matter, QuestionSet,
    requirement::{
        Ending, Held, Line, LineStatus as Status, Requirements, is_asked_of, notes_certificate,
    },
};

use crate::{
    catalogue::CatalogueMatter,
    ipc::{ChoiceView, EndingView, LineStatus, QuestionView, RequirementLine, RequirementsView},
};

/// Works out the list for a situation and turns it into what the face shows.
pub(crate) fn view(
    found: &CatalogueMatter,
    answers: &Answers,
    held: &[Held],
    barred: bool,
) -> RequirementsView {
    let (matter, questions) = (&found.matter, &found.questions);
    let (list, ways) = found.list(answers, held, barred);
    RequirementsView {
        questions: question_views(questions, answers),
        lines: list
            .lines
            .iter()
            .zip(&ways)
            .map(|(line, ways)| line_view(line, ways, matter))
            .collect(),
        ended: list
            .ended
            .as_ref()
            .map(|ended| ending_view(questions, ended)),
        not_needed: not_needed(&list),
    }
}

/// Why a matter cannot be handled, with the question that says so.
pub(crate) fn ending_view(questions: &QuestionSet, ended: &Ending) -> EndingView {
    EndingView {
        question: questions
            .question(&ended.question)
            .map_or_else(String::new, |q| q.text.clone()),
        reason: ended.reason.clone(),
        instead: ended.instead.clone(),
    }
}

/// The answers with the first choice wherever nothing was said: what a guide shows before anybody
/// has been asked.
pub(crate) fn usual_answers(questions: &QuestionSet, given: &Answers) -> Answers {
    let mut answers = given.clone();
    for question in &questions.questions {
        let asked = is_asked_of(questions, &question.id, &answers);
        if let (true, None, Some(first)) =
            (asked, answers.get(&question.id), question.options.first())
        {
            answers.0.insert(question.id.clone(), first.id.clone());
        }
    }
    answers
}

/// Every question with the answer given.
pub(crate) fn question_views(questions: &QuestionSet, answers: &Answers) -> Vec<QuestionView> {
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
        asked: is_asked_of(questions, &question.id, answers),
    };
    questions.questions.iter().map(view).collect()
}

fn line_view(line: &Line, ways: &[HandIn], matter: &Matter) -> RequirementLine {
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
        basis: line.basis_text().into_owned(),
        notes: line.note.clone(),
        criteria: matter
            .material(line.material.as_str())
            .map(|material| material.criteria.clone())
            .unwrap_or_default(),
        certificate: notes_certificate(line),
        original: line.original_required,
        conditional: line.conditional,
        ways: ways.iter().map(|way| way.key().to_owned()).collect(),
    }
}

/// In what form a line is handed in, and how many.
pub(crate) fn form_words(line: &Line) -> String {
    format!("{} {} 份", line.form.label(), line.copies)
}

/// Why a line is on the list, and whether it may follow, be replaced or left out, in words for
/// paper.
pub(crate) fn note_words(line: &Line) -> Vec<String> {
    let mut words = Vec::new();
    words.extend(match (&line.because, line.conditional) {
        (Some(because), true) => Some(format!("如果“{because}”才要")),
        (Some(because), false) => Some(format!("因“{because}”")),
        (None, true) => Some("看您的情况，不一定要".to_owned()),
        (None, false) => None,
    });
    words.extend(match &line.status {
        Status::Must => None,
        Status::Deferrable => Some("可容缺后补".to_owned()),
        Status::PromisePossible => Some("可书面承诺代替，自愿选择".to_owned()),
        Status::Waived { rule, detail } => Some(format!("免交（{}：{detail}）", rule.label())),
        Status::Held { origin } => Some(format!("免交（{origin}）")),
    });
    words.extend(line.note.iter().cloned());
    words
}

/// What people might bring and need not, and why.
pub(crate) fn not_needed(list: &Requirements) -> Vec<String> {
    list.not_needed
        .iter()
        .map(|spared| format!("{}：{}", spared.name, spared.why))
        .collect()
}
