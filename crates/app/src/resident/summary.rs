//! The summary of step 4 as residents see it: the same lines the clerk reads out, with the last four
//! of every number.

use yichuang_domain::identity::Phone;

use crate::ipc::{
    DraftView, FieldView, FileInfo, MaterialChoice, PersonInput, QuestionView, ResidentCheck,
    ResidentField, ResidentPerson,
};

/// Characters of a number that are shown.
const TAIL: usize = 4;

/// What a draft's summary says.
pub(super) fn summary(view: DraftView) -> ResidentCheck {
    let content = view.content;
    let applicant = content.applicant.iter().map(|who| person(who, None));
    let agent = content
        .agent
        .iter()
        .map(|agent| person(&agent.person, Some(&agent.relation)));
    let fields = view.fields.iter();
    ResidentCheck {
        people: applicant.chain(agent).collect(),
        fields: fields
            .map(|asked| field(asked, content.form.get(&asked.key)))
            .collect(),
        lines: view.requirements.lines,
        choices: content.materials.into_iter().map(bare).collect(),
        questions: view
            .requirements
            .questions
            .into_iter()
            .filter(|question| question.asked)
            .map(|question| answered(question, &content.answers))
            .collect(),
        matter: view.matter,
    }
}

fn person(who: &PersonInput, relation: Option<&String>) -> ResidentPerson {
    ResidentPerson {
        agent: relation.is_some(),
        name: who.name.clone(),
        relation: relation.cloned().unwrap_or_default(),
        id_tail: tail(&who.id_number),
        phone_masked: masked_phone(&who.phone),
    }
}

fn field(asked: &FieldView, value: Option<&String>) -> ResidentField {
    let value = value.map(String::as_str).unwrap_or_default();
    ResidentField {
        label: asked.label.clone(),
        kind: asked.kind.clone(),
        value: match asked.kind.as_str() {
            _ if value.is_empty() => String::new(),
            "idcard" | "bankcard" => format!("****{}", tail(value)),
            "phone" => masked_phone(value),
            _ => value.to_owned(),
        },
    }
}

/// How a line is settled, without what may name somebody.
fn bare(choice: MaterialChoice) -> MaterialChoice {
    let page = |file: FileInfo| FileInfo {
        sha256: String::new(),
        size: 0,
        name: String::new(),
        ..file
    };
    MaterialChoice {
        files: choice.files.into_iter().map(page).collect(),
        note: None,
        certificate: None,
        ..choice
    }
}

fn answered(
    question: QuestionView,
    answers: &std::collections::BTreeMap<String, String>,
) -> QuestionView {
    QuestionView {
        answer: answers.get(&question.id).cloned(),
        ..question
    }
}

fn tail(number: &str) -> String {
    let shown = number.chars().count().saturating_sub(TAIL);
    number.chars().skip(shown).collect()
}

fn masked_phone(text: &str) -> String {
    Phone::parse(text).map_or_else(|_| String::new(), |phone| phone.masked())
}
