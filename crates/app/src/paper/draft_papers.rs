//! The papers a resident signs, from the draft as it stands. What is not filled in yet leaves room
//! to write by hand.

use chrono::NaiveDate;
use yichuang_domain::{
    Answers, DraftId,
    case::HandIn,
    identity::{IdKind, IdNumber},
    matter::{Basis, FieldType, FillFrom, FormField},
    requirement::{Line, LineStatus, Requirements, requirements},
};
use yichuang_print::{
    Document,
    documents::{
        ApplicationForm, Deferral, FormEntry, FormMaterial, Imprint, Missing, Party, Promise,
    },
};
use yichuang_store::{PaperRow, Reader};

use super::make::imprint;
use crate::{
    catalogue::{CatalogueMatter, in_force},
    clock::day,
    draft::{Draft, sign},
    ipc::{ApiError, DraftContent, ErrorCode, MaterialChoice, PersonInput},
    report::Outcome,
};

/// What every paper of a draft is made from.
struct Facts {
    imprint: Imprint,
    found: CatalogueMatter,
    content: DraftContent,
    list: Requirements,
    clerk: String,
    on: NaiveDate,
}

/// The document a paper of a draft stands for.
pub(super) fn document(read: &Reader<'_>, paper: &PaperRow, draft: DraftId) -> Outcome<Document> {
    let gone = || ApiError::new(ErrorCode::PaperUnknown);
    let stored = read.draft(draft)?.ok_or_else(gone)?;
    let clerk = read.operator(stored.operator)?.map(|who| who.name);
    let draft = Draft::from_stored(stored)?;
    let found = in_force(read, &draft.matter)?;
    let answers = Answers(draft.content.answers.clone());
    let facts = Facts {
        imprint: imprint(read, paper, found.reference.sample),
        list: requirements(&found.matter, &found.questions, &answers, &[], false),
        content: draft.content,
        clerk: clerk.unwrap_or_default(),
        on: day(paper.queued_at),
        found,
    };
    match paper.document.as_str() {
        sign::APPLICATION_FORM => Ok(application_form(facts).document()),
        sign::DEFERRAL => Ok(deferral(facts).document()),
        other => {
            let line = other
                .strip_prefix(sign::PROMISE)
                .and_then(|id| facts.list.line(id))
                .cloned();
            Ok(promise(facts, &line.ok_or_else(gone)?).document())
        }
    }
}

impl Facts {
    fn applicant(&self) -> Party {
        self.content
            .applicant
            .as_ref()
            .map(party)
            .unwrap_or_default()
    }

    fn agent(&self) -> Option<Party> {
        self.content
            .agent
            .as_ref()
            .map(|agent| party(&agent.person))
    }

    fn choice(&self, line: &Line) -> Option<&MaterialChoice> {
        self.content
            .materials
            .iter()
            .find(|choice| line.material == *choice.material)
    }

    fn both_sides(&self) -> Imprint {
        Imprint {
            two_copies: true,
            ..self.imprint.clone()
        }
    }
}

fn application_form(facts: Facts) -> ApplicationForm {
    let relation = facts.content.agent.as_ref().map(|agent| &agent.relation);
    let fields = &facts.found.matter.form_fields;
    ApplicationForm {
        organ: facts.found.matter.implementing_body.clone(),
        matter: facts.found.matter.name.clone(),
        matter_code: facts.found.matter.code.to_string(),
        applicant: facts.applicant(),
        agent: facts.agent().zip(relation.cloned()),
        fields: fields
            .iter()
            .filter_map(|field| entry(field, &facts.content))
            .collect(),
        materials: facts
            .list
            .lines
            .iter()
            .map(|line| FormMaterial {
                name: line.name.clone(),
                how: settled(line, facts.choice(line)),
            })
            .collect(),
        applied_on: facts.on,
        clerk: facts.clerk,
        imprint: facts.imprint,
    }
}

/// A field of the form; the agent's own only when there is an agent.
fn entry(field: &FormField, content: &DraftContent) -> Option<FormEntry> {
    let value = content.form.get(&field.key).cloned().unwrap_or_default();
    if value.is_empty() && field.fill_from == Some(FillFrom::Agent) && content.agent.is_none() {
        return None;
    }
    let value = match (field.field_type, value.as_str()) {
        (FieldType::Bool, "true") => "是".to_owned(),
        (FieldType::Bool, "false") => "否".to_owned(),
        _ => value,
    };
    Some(FormEntry {
        label: field.label.clone(),
        value,
    })
}

fn settled(line: &Line, choice: Option<&MaterialChoice>) -> String {
    let how = choice
        .and_then(|choice| choice.how.as_deref())
        .and_then(HandIn::from_key);
    match (how, &line.status) {
        (None, LineStatus::Waived { rule, .. }) => format!("免交（{}）", rule.label()),
        (None, _) => String::new(),
        (Some(HandIn::Captured), _) => {
            let pages = choice.map_or(0, |choice| choice.files.len());
            format!("{} {pages} 页", HandIn::Captured.label())
        }
        (Some(HandIn::Deferred), _) => match supply_by(choice) {
            Some(by) => format!("容缺，{}前补交", by.format("%Y年%-m月%-d日")),
            None => HandIn::Deferred.label().to_owned(),
        },
        (Some(how), _) => how.label().to_owned(),
    }
}

fn supply_by(choice: Option<&MaterialChoice>) -> Option<NaiveDate> {
    choice?.supply_by.as_deref()?.parse().ok()
}

fn promise(facts: Facts, line: &Line) -> Promise {
    let replaces_proof = sign::way(&facts.content, line) == Some(HandIn::Promised);
    let matter = &facts.found.matter;
    let basis = line
        .basis
        .clone()
        .or_else(|| matter.bases.first().map(Basis::citation));
    let content = if replaces_proof {
        let issuer = match line.issuer.as_str() {
            "" => String::new(),
            issuer => format!("{issuer}出具的"),
        };
        format!("{issuer}“{}”所证明的事实", line.name)
    } else {
        format!("符合办理条件：{}", matter.conditions.join("；"))
    };
    Promise {
        imprint: facts.both_sides(),
        title: if replaces_proof {
            "告知承诺书".to_owned()
        } else {
            line.name.clone()
        },
        organ: matter.implementing_body.clone(),
        matter: matter.name.clone(),
        matter_code: matter.code.to_string(),
        applicant: facts.applicant(),
        agent: facts.agent(),
        proof: line.name.clone(),
        content,
        basis: basis.unwrap_or_default(),
        replaces_proof,
        told_on: facts.on,
        clerk: facts.clerk,
    }
}

fn deferral(facts: Facts) -> Deferral {
    let deferred = facts
        .list
        .lines
        .iter()
        .filter(|line| sign::way(&facts.content, line) == Some(HandIn::Deferred));
    Deferral {
        imprint: facts.both_sides(),
        organ: facts.found.matter.implementing_body.clone(),
        matter: facts.found.matter.name.clone(),
        matter_code: facts.found.matter.code.to_string(),
        applicant: facts.applicant(),
        agent: facts.agent(),
        missing: deferred
            .map(|line| Missing {
                name: line.name.clone(),
                form: format!("{} {} 份", line.form.label(), line.copies),
                by: supply_by(facts.choice(line)),
            })
            .collect(),
        asked_on: facts.on,
        clerk: facts.clerk.clone(),
    }
}

/// A person as papers name one; a number that is not right yet leaves room to write.
fn party(person: &PersonInput) -> Party {
    let id = IdKind::from_key(&person.id_kind)
        .and_then(|kind| IdNumber::parse(kind, &person.id_number).ok());
    Party {
        name: person.name.clone(),
        masked_id: id
            .map(|id| format!("{} {}", id.kind().label(), id.masked()))
            .unwrap_or_default(),
    }
}
