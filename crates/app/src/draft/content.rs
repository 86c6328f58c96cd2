//! From what was typed to what the rules judge, collecting every problem instead of the first; and
//! back, from what a case was received with.

use chrono::NaiveDate;
use yichuang_domain::{
    FieldProblem as Problem,
    case::{FileRef, HandIn, HandedIn, Intake, Submission},
    form::FormValues,
    id::MatterCode,
    identity::{IdKind, IdNumber, Phone, Sex},
    person::{Agent, AgentKind, Credit, MandateScope, Person, Verified},
    question::Answers,
};
use yichuang_wire::payload::{
    Received, SignedPaper as Signature, TakenMaterial, UnsignedPaper as Unsigned,
};

use super::characters;
use crate::ipc::{
    AgentInput, DraftContent, FileInfo, MaterialChoice, PersonInput, SignedPaper, UnsignedPaper,
};

/// A draft as read: what can be judged, and what could not be read.
pub(crate) struct Reading {
    matter: MatterCode,
    applicant: Option<Person>,
    agent: Option<Agent>,
    by_agent: bool,
    answers: Answers,
    form: FormValues,
    materials: Vec<HandedIn>,
    problems: Vec<Problem>,
}

impl Reading {
    /// Reads a draft; problems are named as the interface names fields.
    pub(crate) fn of(matter: &MatterCode, content: &DraftContent) -> Self {
        let mut problems = Vec::new();
        let applicant = match &content.applicant {
            Some(input) => person("applicant", input, &mut problems),
            None => {
                problems.push(Problem::new("applicant.name", "required"));
                None
            }
        };
        let agent = content
            .agent
            .as_ref()
            .and_then(|input| agent(input, &mut problems));
        let materials = content
            .materials
            .iter()
            .filter_map(|choice| handed_in(choice, &mut problems))
            .collect();
        let filled = content.form.iter().filter(|(_, value)| !value.is_empty());
        Self {
            matter: matter.clone(),
            applicant,
            agent,
            by_agent: content.agent.is_some(),
            answers: Answers(content.answers.clone()),
            form: filled.map(|(k, v)| (k.clone(), v.clone())).collect(),
            materials,
            problems,
        }
    }

    /// What it says besides the people.
    pub(crate) fn submission(&self) -> Submission<'_> {
        Submission {
            matter: &self.matter,
            by_agent: self.by_agent,
            answers: &self.answers,
            form: &self.form,
            materials: &self.materials,
        }
    }

    /// The intake.
    ///
    /// # Errors
    /// Everything that could not be read.
    pub(crate) fn intake(&self) -> Result<Intake, Vec<Problem>> {
        match &self.applicant {
            Some(applicant) if self.problems.is_empty() => Ok(Intake {
                matter: self.matter.clone(),
                applicant: applicant.clone(),
                agent: self.agent.clone(),
                answers: self.answers.clone(),
                form: self.form.clone(),
                materials: self.materials.clone(),
            }),
            _ => Err(self.problems.clone()),
        }
    }
}

/// The number of a person as typed; none while it is not right yet.
pub(crate) fn id_number(input: &PersonInput) -> Option<IdNumber> {
    let kind = IdKind::from_key(&input.id_kind)?;
    IdNumber::parse(kind, &input.id_number).ok()
}

/// What somebody has found out about the applicant's credit; none before.
pub(crate) fn credit(content: &DraftContent) -> Option<Credit> {
    Credit::from_key(&content.credit).filter(|credit| *credit != Credit::Unchecked)
}

/// Whether the applicant may neither defer nor promise.
pub(crate) fn barred(content: &DraftContent) -> bool {
    credit(content) == Some(Credit::Barred)
}

/// A person as typed; what is wrong is named after `who`.
pub(crate) fn person(
    who: &str,
    input: &PersonInput,
    problems: &mut Vec<Problem>,
) -> Option<Person> {
    let before = problems.len();
    let field = |name: &str| format!("{who}.{name}");
    if input.name.trim().is_empty() {
        problems.push(Problem::new(field("name"), "required"));
    }
    let kind = IdKind::from_key(&input.id_kind);
    let id = match kind {
        None => {
            problems.push(Problem::new(field("idKind"), "required"));
            None
        }
        Some(_) if input.id_number.trim().is_empty() => {
            problems.push(Problem::new(field("idNumber"), "required"));
            None
        }
        Some(kind) => match IdNumber::parse(kind, &input.id_number) {
            Ok(id) => Some(id),
            Err(problem) => {
                problems.push(Problem::new(field("idNumber"), problem.rule()));
                None
            }
        },
    };
    let birth = date(&field("birth"), &input.birth, problems);
    let phone = phone(&field("phone"), &input.phone, problems);
    let id = id.filter(|_| problems.len() == before)?;
    Some(Person {
        name: input.name.clone(),
        sex: Sex::from_key(&input.sex).or_else(|| id.sex()),
        birth: birth.or_else(|| id.birth()),
        ethnicity: given(&input.ethnicity),
        address: given(&input.address),
        phone,
        verified: Verified::from_key(&input.verified).unwrap_or(Verified::Typed),
        id,
    })
}

fn agent(input: &AgentInput, problems: &mut Vec<Problem>) -> Option<Agent> {
    let person = person("agent.person", &input.person, problems)?;
    Some(Agent {
        person,
        relation: input.relation.clone(),
        kind: AgentKind::from_key(&input.kind).unwrap_or(AgentKind::Other),
        scope: vec![
            MandateScope::Consult,
            MandateScope::Submit,
            MandateScope::Correct,
        ],
    })
}

pub(crate) fn handed_in(choice: &MaterialChoice, problems: &mut Vec<Problem>) -> Option<HandedIn> {
    let field = format!("materials.{}", choice.material);
    let how = choice.how.as_deref()?;
    let Some(how) = HandIn::from_key(how) else {
        problems.push(Problem::new(field, "option"));
        return None;
    };
    let files = choice
        .files
        .iter()
        .filter_map(|file| file_ref(&field, file, problems))
        .collect();
    let supply_by = date(
        &field,
        choice.supply_by.as_deref().unwrap_or_default(),
        problems,
    );
    Some(HandedIn {
        id: choice.material.clone(),
        how,
        files,
        pages: choice.pages,
        note: choice.note.clone(),
        certificate: choice
            .certificate
            .clone()
            .filter(|number| !number.is_empty()),
        supply_by,
    })
}

pub(crate) fn file_ref(
    field: &str,
    file: &FileInfo,
    problems: &mut Vec<Problem>,
) -> Option<FileRef> {
    let Ok(sha256) = file.sha256.parse() else {
        problems.push(Problem::new(field, "file"));
        return None;
    };
    Some(FileRef {
        sha256,
        size: u64::from(file.size),
        media_type: file.media_type.clone(),
        name: file.name.clone(),
    })
}

fn date(field: &str, text: &str, problems: &mut Vec<Problem>) -> Option<NaiveDate> {
    if text.is_empty() {
        return None;
    }
    let date = NaiveDate::parse_from_str(text, "%Y-%m-%d").ok();
    if date.is_none() {
        problems.push(Problem::new(field, "not_a_date"));
    }
    date
}

fn phone(field: &str, text: &str, problems: &mut Vec<Problem>) -> Option<Phone> {
    if text.trim().is_empty() {
        return None;
    }
    let phone = Phone::parse(text).ok();
    if phone.is_none() {
        problems.push(Problem::new(field, "phone"));
    }
    phone
}

fn given(text: &str) -> Option<String> {
    (!text.trim().is_empty()).then(|| text.to_owned())
}

/// What a case was received with, as a draft holds it: its papers to be signed are made the same way.
pub(crate) fn content_of(received: &Received) -> DraftContent {
    DraftContent {
        step: 6,
        applicant: Some(person_input(&received.applicant)),
        agent: received.agent.as_ref().map(|agent| AgentInput {
            person: person_input(&agent.person),
            kind: agent.kind.key().to_owned(),
            relation: agent.relation.clone(),
            mandate: received.mandate.map(|id| id.to_string()),
        }),
        credit: received
            .credit
            .map(|credit| credit.key().to_owned())
            .unwrap_or_default(),
        answers: received.answers.0.clone(),
        form: received.form.clone().into_iter().collect(),
        materials: received.materials.iter().map(choice).collect(),
        confirmed: true,
        signed: received.signed.iter().map(signed_paper).collect(),
        unsigned: received.unsigned.iter().map(unsigned_paper).collect(),
        moved: None,
        slip: None,
        green_lane: None,
        characters: characters::as_received(received),
        chain: None,
    }
}

fn person_input(person: &Person) -> PersonInput {
    let sex = person.sex.map(|sex| sex.key().to_owned());
    let birth = person.birth.map(|day| day.to_string());
    let phone = person.phone.as_ref().map(|phone| phone.reveal().to_owned());
    PersonInput {
        name: person.name.clone(),
        id_kind: person.id.kind().key().to_owned(),
        id_number: person.id.reveal().to_owned(),
        sex: sex.unwrap_or_default(),
        birth: birth.unwrap_or_default(),
        ethnicity: person.ethnicity.clone().unwrap_or_default(),
        address: person.address.clone().unwrap_or_default(),
        phone: phone.unwrap_or_default(),
        verified: person.verified.key().to_owned(),
    }
}

fn choice(taken: &TakenMaterial) -> MaterialChoice {
    MaterialChoice {
        material: taken.id.clone(),
        how: taken.how.map(|how| how.key().to_owned()),
        files: taken.files.iter().map(file_info).collect(),
        pages: taken.pages,
        supply_by: taken.supply_by.map(|day| day.to_string()),
        note: taken.note.clone(),
        certificate: taken.certificate.clone(),
    }
}

/// A signature of a case as the interface shows it.
pub(crate) fn signed_paper(signed: &Signature) -> SignedPaper {
    SignedPaper {
        document: signed.document.clone(),
        files: signed.files.iter().map(file_info).collect(),
        how: signed.how.key().to_owned(),
        content: signed
            .content
            .map(|hash| hash.to_string())
            .unwrap_or_default(),
    }
}

/// A paper of a case that was left unsigned, as the interface shows it.
pub(crate) fn unsigned_paper(unsigned: &Unsigned) -> UnsignedPaper {
    UnsignedPaper {
        document: unsigned.document.clone(),
        why: unsigned.why.key().to_owned(),
        words: unsigned.words.clone(),
        content: unsigned.content.to_string(),
    }
}

/// A stored file as the interface names it.
pub(crate) fn file_info(file: &FileRef) -> FileInfo {
    FileInfo {
        sha256: file.sha256.to_string(),
        size: u32::try_from(file.size).unwrap_or(u32::MAX),
        media_type: file.media_type.clone(),
        name: file.name.clone(),
    }
}
