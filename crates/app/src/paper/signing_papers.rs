//! The papers a resident signs, from the draft as it stands or from what a case was received with.
//! What is not filled in yet leaves room to write by hand.

use chrono::{DateTime, NaiveDate};
use serde::Serialize;
use yichuang_domain::{
    Answers, DraftId,
    case::HandIn,
    matter::{Basis, FieldType, FillFrom, FormField},
    requirement::{Line, LineStatus, Requirements},
};
use yichuang_print::{
    Document, Paper as Sheet,
    documents::{
        ApplicationForm, Deferral, FormEntry, FormMaterial, Imprint, Missing, Party, Promise,
        signed_on_screen,
    },
    template::Wording,
};
use yichuang_store::{JournalEntry, PaperRow, Reader};
use yichuang_wire::{
    Hash,
    payload::{Payload, Received, SignedPaper, SigningWay},
    sha256,
};

use crate::{
    catalogue::CatalogueMatter,
    clock::day,
    draft::{Draft, content_of, id_number, sign},
    ipc::{ApiError, DraftContent, ErrorCode, MaterialChoice, PersonInput},
    report::Outcome,
};

/// What every paper of an application is made from.
struct Facts<'a> {
    found: &'a CatalogueMatter,
    content: &'a DraftContent,
    list: Requirements,
    imprint: Imprint,
    clerk: String,
    on: NaiveDate,
}

/// One of the papers.
#[derive(Serialize)]
enum Paper {
    Form(ApplicationForm),
    Promise(Promise),
    Deferral(Deferral),
}

impl Paper {
    fn document(&self) -> Document {
        match self {
            Self::Form(form) => form.document(),
            Self::Promise(promise) => promise.document(),
            Self::Deferral(deferral) => deferral.document(),
        }
    }
}

/// SHA-256 of what a paper says, the same for every printing of the same; none when there is no
/// such paper.
pub(crate) fn said_by(
    found: &CatalogueMatter,
    content: &DraftContent,
    document: &str,
) -> Option<Hash> {
    // Where and when it is printed and by whom is no part of what is signed.
    let facts = Facts::new(
        found,
        content,
        unprinted(),
        String::new(),
        NaiveDate::default(),
    );
    let said = serde_json::to_vec(&facts.paper(document)?).ok()?;
    Some(sha256(&said))
}

/// A paper as it is read on a screen, where nothing of a printing matters.
pub(crate) fn readable(
    found: &CatalogueMatter,
    content: &DraftContent,
    document: &str,
    (clerk, on): (&str, NaiveDate),
    wording: Wording,
) -> Option<Document> {
    let imprint = Imprint {
        wording,
        ..unprinted()
    };
    let facts = Facts::new(found, content, imprint, clerk.to_owned(), on);
    Some(facts.paper(document)?.document())
}

pub(crate) fn unprinted() -> Imprint {
    Imprint {
        point: String::new(),
        number: String::new(),
        qr: None,
        printed_at: DateTime::default(),
        printing: 1,
        paper: Sheet::A4,
        two_copies: false,
        sample_catalogue: false,
        hotline: String::new(),
        why: None,
        wording: Wording::default(),
    }
}

/// A paper to make, and SHA-256 of what it says.
type Made = (Document, Option<Hash>);

/// The document a paper of a draft stands for.
pub(super) fn of_draft(
    read: &Reader<'_>,
    paper: &PaperRow,
    draft: DraftId,
    imprint: impl FnOnce(bool) -> Outcome<Imprint>,
) -> Outcome<Made> {
    let gone = || ApiError::new(ErrorCode::PaperUnknown);
    let stored = read.draft(draft)?.ok_or_else(gone)?;
    let clerk = read.operator(stored.operator)?.map(|who| who.name);
    let draft = Draft::from_stored(stored)?;
    let found = draft.in_force(read)?;
    let imprint = imprint(found.reference.sample)?;
    let (clerk, on) = (clerk.unwrap_or_default(), day(paper.queued_at));
    let facts = Facts::new(&found, &draft.content, imprint, clerk, on);
    let (made, said) = facts.made(&paper.document)?;
    let signed = draft.content.signed.iter().find(|one| {
        one.document == paper.document
            && one.how == SigningWay::OnScreen.key()
            && said.is_some_and(|said| one.content == said.to_string())
    });
    let made = match signed {
        Some(_) => signed_on_screen(made, day(draft.saved_at)),
        None => made,
    };
    Ok((made, said))
}

/// The day a paper of a case was signed on the residents' screen; none when it was signed on paper.
fn screen_day(received: &Received, later: &[JournalEntry], document: &str) -> Option<NaiveDate> {
    let by_hand = |signed: &[SignedPaper]| {
        let mut signed = signed.iter();
        signed.any(|one| one.document == document && one.how == SigningWay::OnScreen)
    };
    if by_hand(&received.signed) {
        return Some(received.received_on);
    }
    later.iter().find_map(|entry| match &entry.payload {
        Some(Payload::Accepted(accepted)) if by_hand(&accepted.signed) => {
            Some(accepted.accepted_on)
        }
        Some(Payload::Supplied(supplied)) if by_hand(&supplied.signed) => {
            Some(supplied.supplied_on)
        }
        _ => None,
    })
}

/// The document a paper of a case stands for: as applied for when it was received.
pub(super) fn of_case(
    found: &CatalogueMatter,
    (received, later): (&Received, &[JournalEntry]),
    imprint: Imprint,
    document: &str,
) -> Outcome<Made> {
    let content = content_of(received);
    let (clerk, on) = (received.clerk.clone(), received.received_on);
    let (made, said) = Facts::new(found, &content, imprint, clerk, on).made(document)?;
    let made = match screen_day(received, later, document) {
        Some(on) => signed_on_screen(made, on),
        None => made,
    };
    Ok((made, said))
}

impl<'a> Facts<'a> {
    fn new(
        found: &'a CatalogueMatter,
        content: &'a DraftContent,
        imprint: Imprint,
        clerk: String,
        on: NaiveDate,
    ) -> Self {
        let answers = Answers(content.answers.clone());
        Self {
            list: found.requirements(&answers, &[], false),
            found,
            content,
            imprint,
            clerk,
            on,
        }
    }

    fn made(self, document: &str) -> Outcome<Made> {
        let said = said_by(self.found, self.content, document);
        let paper = self
            .paper(document)
            .ok_or_else(|| ApiError::new(ErrorCode::PaperUnknown))?;
        Ok((paper.document(), said))
    }

    fn paper(&self, document: &str) -> Option<Paper> {
        match document {
            sign::APPLICATION_FORM => Some(Paper::Form(application_form(self))),
            sign::DEFERRAL => Some(Paper::Deferral(deferral(self))),
            other => {
                let id = other.strip_prefix(sign::PROMISE)?;
                Some(Paper::Promise(promise(self, self.list.line(id)?)))
            }
        }
    }

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

fn application_form(facts: &Facts<'_>) -> ApplicationForm {
    let relation = facts.content.agent.as_ref().map(|agent| &agent.relation);
    ApplicationForm {
        organ: facts.found.matter.implementing_body.clone(),
        matter: facts.found.matter.name.clone(),
        matter_code: facts.found.code(),
        applicant: facts.applicant(),
        agent: facts.agent().zip(relation.cloned()),
        fields: facts
            .found
            .matter
            .asked_fields(&facts.content.form)
            .filter_map(|field| entry(field, facts.content))
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
        clerk: facts.clerk.clone(),
        imprint: facts.imprint.clone(),
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
        (FieldType::Several, chosen) => chosen.replace('\n', "、"),
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
        (None | Some(HandIn::Waived), LineStatus::Waived { rule, .. }) => {
            let number = choice.and_then(|choice| choice.certificate.as_deref());
            let noted = number.map(|number| format!("，证照编号 {number}"));
            format!("免交（{}{}）", rule.label(), noted.unwrap_or_default())
        }
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

fn promise(facts: &Facts<'_>, line: &Line) -> Promise {
    let replaces_proof = sign::way(facts.content, line) == Some(HandIn::Promised);
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
        matter_code: facts.found.code(),
        applicant: facts.applicant(),
        agent: facts.agent(),
        proof: line.name.clone(),
        content,
        basis: basis.unwrap_or_default(),
        replaces_proof,
        told_on: facts.on,
        clerk: facts.clerk.clone(),
    }
}

fn deferral(facts: &Facts<'_>) -> Deferral {
    let deferred = facts
        .list
        .lines
        .iter()
        .filter(|line| sign::way(facts.content, line) == Some(HandIn::Deferred));
    Deferral {
        imprint: facts.both_sides(),
        organ: facts.found.matter.implementing_body.clone(),
        matter: facts.found.matter.name.clone(),
        matter_code: facts.found.code(),
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
    Party {
        name: person.name.clone(),
        masked_id: id_number(person)
            .map(|id| format!("{} {}", id.kind().label(), id.masked()))
            .unwrap_or_default(),
    }
}
