//! Papers a word of the deciding department calls for: they are queued when it arrives and given to
//! the resident at the point.

use uuid::Uuid;
use yichuang_domain::matter::PowerType;
use yichuang_print::{
    Document,
    documents::{Defect, ExaminationNotice, ExtensionNotice, SpecialProcedureNotice},
};
use yichuang_store::{CaseRow, JournalEntry, JournalFilter, PaperRow};
use yichuang_wire::{
    Hash,
    payload::{ExaminationCorrectionAsked, LimitExtended, Payload, SpecialProcedureBegun},
};

use super::{
    case_papers::{Facts, contact, due_words, party},
    queue::{Paper, queue},
};
use crate::{Desk, report::Outcome};

/// 特别程序告知书.
pub(crate) const SPECIAL_PROCEDURE: &str = "special_procedure";
/// 延长办理期限通知书.
pub(crate) const EXTENSION: &str = "extension";
/// 审查阶段补正材料通知书.
pub(crate) const EXAMINATION: &str = "examination";

/// Each kind of entry with the paper it calls for.
const CALLS: [(&str, &str); 3] = [
    ("special_procedure_begun", SPECIAL_PROCEDURE),
    ("limit_extended", EXTENSION),
    ("examination_correction_asked", EXAMINATION),
];
/// The arrival up to which entries have called for their papers, on this machine.
const CALLED_UNTIL: &str = "papers_called_until";
/// Entries looked at in one go.
const MOST: usize = 500;

/// What these papers are called.
pub(super) const TITLES: [(&str, &str); 3] = [
    (SPECIAL_PROCEDURE, "特别程序告知书"),
    (EXTENSION, "延长办理期限通知书"),
    (EXAMINATION, "审查阶段补正材料通知书"),
];

/// The title of one of these papers.
pub(super) fn title(document: &str) -> Option<&'static str> {
    let mut titles = TITLES.into_iter();
    titles.find_map(|(one, title)| (one == document).then_some(title))
}

impl Desk {
    /// Queues the papers that what came from the platform calls for, each once. Says whether there
    /// was any.
    ///
    /// # Errors
    /// Those of the store.
    pub(crate) fn call_for_papers(&self) -> Outcome<bool> {
        let store = self.store()?;
        let filter = JournalFilter {
            kinds: CALLS.map(|(kind, _)| kind.to_owned()).to_vec(),
            ..JournalFilter::default()
        };
        let came = store.read(|read| -> Outcome<Vec<JournalEntry>> {
            let until: i64 = read.setting(CALLED_UNTIL)?.unwrap_or_default();
            let mut entries = read.journal(&filter, MOST)?;
            entries.retain(|entry| entry.arrival > until);
            Ok(entries)
        })?;
        let Some(newest) = came.first().map(|entry| entry.arrival) else {
            return Ok(false);
        };
        let at = self.now();
        store.write(|tx| -> Outcome<()> {
            for entry in came.iter().rev() {
                let id = paper_of(&entry.hash);
                let (Some(case), Some(document)) = (entry.header.case, called_for(entry)) else {
                    continue;
                };
                if tx.case(case)?.is_some() && tx.paper(id)?.is_none() {
                    queue(tx, id, &Paper::of_case(document, case), at)?;
                }
            }
            tx.set_setting(CALLED_UNTIL, &newest)?;
            Ok(())
        })?;
        Ok(true)
    }
}

fn called_for(entry: &JournalEntry) -> Option<&'static str> {
    let mut calls = CALLS.into_iter();
    calls
        .find(|(kind, _)| *kind == entry.header.kind)
        .map(|(_, document)| document)
}

/// The first printing of an entry's paper has an id made of the entry's hash, so that it is called
/// for once.
fn paper_of(entry: &Hash) -> Uuid {
    let mut bytes = [0; 16];
    bytes.copy_from_slice(&entry.as_bytes()[..16]);
    uuid::Builder::from_custom_bytes(bytes).into_uuid()
}

/// One of these papers; none when it is another one, or nothing calls for it.
pub(super) fn document(
    paper: &PaperRow,
    facts: Facts<'_>,
    case: &CaseRow,
    timeline: &[JournalEntry],
) -> Option<Document> {
    let mut said = timeline
        .iter()
        .rev()
        .filter(|entry| called_for(entry) == Some(paper.document.as_str()));
    // Printed again it is the last one of its kind.
    let entry = said
        .clone()
        .find(|entry| paper_of(&entry.hash) == paper.id)
        .or_else(|| said.next())?;
    Some(match entry.payload.as_ref()? {
        Payload::SpecialProcedureBegun(begun) => special_procedure(facts, case, begun).document(),
        Payload::LimitExtended(extended) => extension(facts, case, extended).document(),
        Payload::ExaminationCorrectionAsked(asked) => examination(facts, case, asked).document(),
        _ => return None,
    })
}

fn special_procedure(
    facts: Facts<'_>,
    case: &CaseRow,
    begun: &SpecialProcedureBegun,
) -> SpecialProcedureNotice {
    let received = facts.received;
    let licence = facts.matter.power_type == PowerType::Licence && begun.what.is_statutory();
    SpecialProcedureNotice {
        organ: received.matter.department.clone(),
        applicant: party(&received.applicant),
        matter: received.matter.name.clone(),
        matter_code: received.matter.code.to_string(),
        accepted_on: case.accepted_on,
        procedure: begun.what.label().to_owned(),
        reason: begun.reason.clone(),
        basis: if licence {
            "《中华人民共和国行政许可法》第四十五条".to_owned()
        } else {
            "本事项服务指南公布的办理规定".to_owned()
        },
        from: begun.from,
        expected_days: begun.expected_days,
        office: begun.office.clone(),
        contact: contact(facts.matter),
        imprint: facts.imprint,
    }
}

fn extension(facts: Facts<'_>, case: &CaseRow, extended: &LimitExtended) -> ExtensionNotice {
    let received = facts.received;
    ExtensionNotice {
        organ: received.matter.department.clone(),
        applicant: party(&received.applicant),
        matter: received.matter.name.clone(),
        matter_code: received.matter.code.to_string(),
        accepted_on: case.accepted_on,
        days: extended.days,
        approver: extended.approver.clone(),
        reason: extended.reason.clone(),
        basis: match facts.matter.power_type {
            PowerType::Licence => "《中华人民共和国行政许可法》第四十二条".to_owned(),
            _ => String::new(),
        },
        approved_on: extended.on,
        promised_due: extended.promised.map(due_words).unwrap_or_default(),
        legal_due: extended.statutory.map(due_words).unwrap_or_default(),
        office: extended.office.clone(),
        contact: contact(facts.matter),
        imprint: facts.imprint,
    }
}

fn examination(
    facts: Facts<'_>,
    case: &CaseRow,
    asked: &ExaminationCorrectionAsked,
) -> ExaminationNotice {
    let received = facts.received;
    ExaminationNotice {
        organ: received.matter.department.clone(),
        applicant: party(&received.applicant),
        matter: received.matter.name.clone(),
        matter_code: received.matter.code.to_string(),
        accepted_on: case.accepted_on,
        asked_on: asked.on,
        defects: asked
            .items
            .iter()
            .map(|item| Defect {
                material: item.material.clone(),
                problem: item.problem.clone(),
                cure: item.how.clone(),
                basis: item.basis.clone(),
            })
            .collect(),
        supply_by: asked.supply_by,
        where_to: format!(
            "补正材料请交到{}（{}）。",
            received.point.name, received.point.address
        ),
        office: asked.office.clone(),
        contact: contact(facts.matter),
        imprint: facts.imprint,
    }
}
