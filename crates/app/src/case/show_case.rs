//! One case, whole: where it is, what happened, what was handed in.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use yichuang_domain::{
    FileRef, IdKind, IdNumber, Matter, Phone,
    case::level_at_window,
    matter::{FieldType, FormField},
    role::Act,
};
use yichuang_store::{CaseRow, JournalEntry, Reader};
use yichuang_wire::{
    JournalName, Verdict,
    payload::{Payload, Received, SignedPaper, TakenMaterial},
};

use super::{
    came_in,
    department::department,
    done::{find, parse_number},
    event::{params, told_apart},
    forward_case::with_forwarding,
    life::life,
    row::row,
    signing::signing_of,
    sisters::chain_of,
    standing::stands,
    verbs::verbs,
};
use crate::{
    Desk,
    catalogue::{calendar, pinned},
    clock::stamp,
    delivery::result_views,
    draft::{signed_paper, unsigned_paper},
    ipc::{CaseEvent, CaseFile, CaseMaterial, CaseRef, CaseView, FilledField, MandateView},
    mandate,
    report::Outcome,
    visit,
};

impl Desk {
    /// One case.
    ///
    /// # Errors
    /// `CASE-002`, `CASE-006`, `OPS-…`.
    pub fn show_case(&self, input: CaseRef) -> Outcome<CaseView> {
        self.allowed(Act::ReadCase)?;
        self.notice_silence()?;
        let number = parse_number(&input.number)?;
        self.store()?
            .read(|read| self.case_view(read, &find(read, &number)?))
    }

    fn case_view(&self, read: &Reader<'_>, case: &CaseRow) -> Outcome<CaseView> {
        let timeline = read.timeline(case.id)?;
        let received = stands(&timeline);
        let matter = pinned(read, case)?;
        let signing = signing_of(read, case, received.as_ref())?;
        let events = events(read, &timeline, matter.as_ref())?;
        let as_of = events
            .iter()
            .rfind(|event| event.place == "platform" && event.kind != "verdict_given")
            .map(|event| event.at.clone());
        Ok(CaseView {
            row: row(case, &calendar(read)?, self.today()),
            id: case.id.to_string(),
            platform_number: case.platform_number.clone(),
            visits: read.visits(case)?.iter().map(ToString::to_string).collect(),
            trips: matter.as_ref().map(|matter| matter.trips),
            visit: visit::of_case(read, case, &read.materials(case.id)?)?,
            slip: received
                .as_ref()
                .map(|received| came_in::slip(read, received))
                .transpose()?
                .flatten(),
            green_words: came_in::green_words(received.as_ref()),
            fee: came_in::fee(matter.as_ref()),
            code: case.matter_code.to_string(),
            phone_masked: case
                .applicant_phone
                .as_ref()
                .map(Phone::masked)
                .unwrap_or_default(),
            agent: received.as_ref().and_then(agent),
            accepted_on: case.accepted_on.map(|day| day.to_string()),
            promised_on: case.promised.map(|due| due.date.to_string()),
            statutory_on: case.statutory.map(|due| due.date.to_string()),
            progress_as_of: as_of,
            form: received
                .as_ref()
                .map(|r| form(r, matter.as_ref()))
                .unwrap_or_default(),
            materials: materials(read, case, matter.as_ref(), &signing.signed)?,
            results: result_views(read, case)?,
            mandate: mandate_of(read, received.as_ref(), self.today())?,
            papers: self.papers_of(read, case.id)?,
            to_sign: signing.to_sign,
            signed: signing.signed.iter().map(signed_paper).collect(),
            unsigned: signing.unsigned.iter().map(unsigned_paper).collect(),
            verbs: with_forwarding(read, case, verbs(case, self.today()))?,
            life: life(read, case, received.as_ref(), &timeline, self.today())?,
            department: department(read, case, &timeline)?,
            chain: chain_of(read, case, self.today())?,
            matter_sha256: case.matter_sha256.to_string(),
            events,
        })
    }
}

/// The mandate the agent of a case acts under.
fn mandate_of(
    read: &Reader<'_>,
    received: Option<&Received>,
    today: NaiveDate,
) -> Outcome<Option<MandateView>> {
    let Some(id) = received.and_then(|received| received.mandate) else {
        return Ok(None);
    };
    let row = read.mandate(id)?;
    row.map(|row| mandate::view(read, &row, today)).transpose()
}

fn agent(received: &Received) -> Option<String> {
    received
        .agent
        .as_ref()
        .map(|agent| format!("{} {}", agent.person.name, agent.relation))
}

/// The form in the order of the matter's own form; what the matter does not know comes last.
fn form(received: &Received, matter: Option<&Matter>) -> Vec<FilledField> {
    let place = |key: &str| {
        let fields = matter.map_or(&[][..], |matter| &matter.form_fields);
        fields
            .iter()
            .position(|field| field.key == key)
            .unwrap_or(usize::MAX)
    };
    let mut filled: Vec<_> = received
        .form
        .iter()
        .map(|(key, value)| filled_field(key, value, matter))
        .collect();
    filled.sort_by_key(|field| place(&field.key));
    filled
}

fn filled_field(key: &str, value: &str, matter: Option<&Matter>) -> FilledField {
    let field = matter.and_then(|matter| matter.field(key));
    let masked = field.and_then(|field| mask(field, value));
    FilledField {
        key: key.to_owned(),
        label: field.map_or_else(|| key.to_owned(), |field| field.label.clone()),
        masked: masked.is_some(),
        value: masked.unwrap_or_else(|| value.to_owned()),
    }
}

/// The mask of a value that is secret by its field's type; none when it is shown.
pub(super) fn mask(field: &FormField, value: &str) -> Option<String> {
    match field.field_type {
        FieldType::IdCard => {
            let id = IdNumber::parse(IdKind::Citizen, value)
                .or_else(|_| IdNumber::parse(IdKind::Other, value));
            Some(
                id.map(|id| id.masked())
                    .unwrap_or_else(|_| "*".repeat(value.chars().count())),
            )
        }
        FieldType::Phone => Phone::parse(value).ok().map(|phone| phone.masked()),
        FieldType::BankCard => {
            let tail: Vec<char> = value.chars().rev().take(4).collect();
            Some(format!(
                "****{}",
                tail.into_iter().rev().collect::<String>()
            ))
        }
        _ => None,
    }
}

fn materials(
    read: &Reader<'_>,
    case: &CaseRow,
    matter: Option<&Matter>,
    signed: &[SignedPaper],
) -> Outcome<Vec<CaseMaterial>> {
    let reported = read.reported_files(case.id)?;
    let file = |file: &FileRef| CaseFile {
        sha256: file.sha256.to_string(),
        size: u32::try_from(file.size).unwrap_or(u32::MAX),
        media_type: file.media_type.clone(),
        name: file.name.clone(),
        reported: reported.contains(&file.sha256),
    };
    let count = |files: &[FileRef]| u32::try_from(files.len()).unwrap_or(u32::MAX);
    let criteria = |id: &str| {
        let material = matter.and_then(|matter| matter.material(id));
        material.map(|one| one.criteria.clone()).unwrap_or_default()
    };
    let handed_in = read
        .materials(case.id)?
        .into_iter()
        .map(|taken| CaseMaterial {
            criteria: criteria(&taken.id),
            level: level(&taken),
            certificate: taken.certificate.as_deref().map(masked_end),
            pages: taken.pages.unwrap_or_else(|| count(&taken.files)),
            files: taken.files.iter().map(file).collect(),
            how: taken.how.map(|how| how.key().to_owned()),
            consented: taken.consented,
            supply_by: taken.supply_by.map(|day| day.to_string()),
            material: taken.id,
            name: taken.name,
            because: taken.because,
        });
    let signed = signed.iter().map(|paper| CaseMaterial {
        criteria: Vec::new(),
        level: None,
        certificate: None,
        pages: count(&paper.files),
        files: paper.files.iter().map(file).collect(),
        how: Some(paper.how.key().to_owned()),
        consented: false,
        supply_by: None,
        material: paper.document.clone(),
        name: paper.title.clone(),
        because: None,
    });
    Ok(handed_in.chain(signed).collect())
}

/// A number with all but its last four characters starred: it may be somebody's own.
fn masked_end(number: &str) -> String {
    let length = number.chars().count();
    let shown = |(at, letter)| if at + 4 < length { '*' } else { letter };
    number.chars().enumerate().map(shown).collect()
}

/// The trust level of a material's pages, when it has any.
fn level(taken: &TakenMaterial) -> Option<String> {
    let level = level_at_window(taken.how?).filter(|_| !taken.files.is_empty())?;
    Some(level.key().to_owned())
}

fn events(
    read: &Reader<'_>,
    timeline: &[JournalEntry],
    matter: Option<&Matter>,
) -> Outcome<Vec<CaseEvent>> {
    let receipted = read.own_epochs()?;
    let names: BTreeMap<_, _> = read
        .operators()?
        .into_iter()
        .map(|who| (who.id, who.name))
        .collect();
    // A verdict of ok is what 「已上报」 already says.
    let told = |entry: &&JournalEntry| !matches!(&entry.payload, Some(Payload::VerdictGiven(given)) if given.verdict == Verdict::Ok);
    let events = timeline.iter().filter(told).flat_map(|entry| {
        let own = entry.header.journal == read.identity().journal();
        let reported = !own
            || receipted
                .iter()
                .any(|e| e.head.epoch == entry.header.epoch && entry.header.seq <= e.receipted);
        let actor = entry
            .header
            .actor
            .and_then(|id| names.get(&id).cloned())
            .unwrap_or_default();
        let event = CaseEvent {
            kind: entry.header.kind.clone(),
            at: stamp(entry.header.at),
            actor,
            place: match &entry.header.journal {
                JournalName::Terminal(code) => code.to_string(),
                JournalName::Feed(_) => "platform".to_owned(),
            },
            params: params(entry),
            reported,
        };
        told_apart(entry, event, matter)
    });
    Ok(events.collect())
}
