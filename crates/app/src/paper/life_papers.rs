//! Papers of a case's life at its point, from its entries up to the one each is about: printed again
//! they say the same, whatever happened since.

use chrono::NaiveDate;
use yichuang_domain::{CorrectionItem, HandIn, Matter, QuestionSet, requirement::requirements};
use yichuang_print::{
    Document,
    documents::{
        Imprint, MaterialsReturn, ReceivedMaterial, StillOwed, SupplyReceipt, Termination,
    },
};
use yichuang_store::{CaseRow, JournalEntry, Reader};
use yichuang_wire::payload::{Accepted, DeemedAccepted, Payload, Received, Supplied, Terminated};

use super::{
    case_papers::{contact, party, received_material},
    offered_papers::DEFERRED_ACCEPTANCE,
};
use crate::{
    case::{EXAMINATION_RECEIPT, MATERIALS_RETURN, SUPPLY_RECEIPT, TERMINATION, stands},
    catalogue::as_received,
    clock::shanghai,
    draft::sign,
    report::Outcome,
};

/// A paper of this room from the entries of its case; none when it is another paper, or nothing calls
/// for it.
pub(super) fn document(
    read: &Reader<'_>,
    name: &str,
    (row, timeline): (&CaseRow, &[JournalEntry]),
    matter: &Matter,
    imprint: Imprint,
) -> Outcome<Option<Document>> {
    let (kinds, make): (&[&str], Make) = match name {
        SUPPLY_RECEIPT => (&["supplied"], supply_receipt),
        EXAMINATION_RECEIPT => (&["supplied"], examination_receipt),
        MATERIALS_RETURN => (&["withdrawn", "terminated"], materials_return),
        TERMINATION => (&["terminated"], termination),
        _ => return Ok(None),
    };
    // What was only signed later got no receipt of its own.
    let signed_later = |entry: &JournalEntry| matches!(&entry.payload, Some(Payload::Supplied(supplied)) if supplied.signed_later);
    let tells =
        |entry: &JournalEntry| kinds.contains(&entry.header.kind.as_str()) && !signed_later(entry);
    let Some(at) = timeline.iter().rposition(tells) else {
        return Ok(None);
    };
    let (Some(until), Some(entry)) = (timeline.get(..=at), timeline.get(at)) else {
        return Ok(None);
    };
    let Some(received) = stands(until) else {
        return Ok(None);
    };
    let questions = as_received(read, row, &received)?.map(|found| found.questions);
    Ok(make(&Story {
        matter,
        questions: questions.unwrap_or_else(|| QuestionSet::none(matter.code.clone())),
        received,
        until,
        entry,
        imprint,
    }))
}

/// The application as a paper about a case has it: as it stood when the paper's entry was written.
pub(super) fn as_of(name: &str, timeline: &[JournalEntry]) -> Option<Received> {
    let kinds: &[&str] = match name {
        "acceptance" | DEFERRED_ACCEPTANCE => &["accepted", "deemed_accepted"],
        "correction" => &["correction_asked"],
        "refusal" => &["refused"],
        _ if sign::is_signed(name) => return to_be_signed(name, timeline),
        _ => &["received"],
    };
    let last = timeline
        .iter()
        .rposition(|entry| kinds.contains(&entry.header.kind.as_str()))?;
    stands(timeline.get(..=last)?)
}

/// A paper that was signed says what it said then; one that is still to be signed, what is so now.
fn to_be_signed(name: &str, timeline: &[JournalEntry]) -> Option<Received> {
    let signs = |entry: &JournalEntry| {
        let signed = match &entry.payload {
            Some(Payload::Received(received)) => &received.signed,
            Some(Payload::Supplied(supplied)) => &supplied.signed,
            Some(Payload::Accepted(accepted)) => &accepted.signed,
            _ => return false,
        };
        signed.iter().any(|paper| paper.document == name)
    };
    match timeline.iter().rposition(signs) {
        // What it was supplied with is not on a paper signed with it.
        Some(at) if at > 0 => stands(timeline.get(..at)?),
        Some(at) => stands(timeline.get(..=at)?),
        None => stands(timeline),
    }
}

/// Acceptance by silence, as an acceptance is told on paper.
pub(super) fn by_silence(deemed: DeemedAccepted) -> Accepted {
    Accepted {
        number: deemed.number,
        state: yichuang_domain::CaseState::Accepted,
        accepted_on: deemed.accepted_on,
        promised: deemed.promised,
        statutory: deemed.statutory,
        signed: Vec::new(),
        unsigned: Vec::new(),
        clerk: String::new(),
    }
}

/// Makes one paper of a case.
type Make = fn(&Story<'_>) -> Option<Document>;

/// A case up to the entry a paper is about.
struct Story<'a> {
    matter: &'a Matter,
    questions: QuestionSet,
    received: Received,
    until: &'a [JournalEntry],
    entry: &'a JournalEntry,
    imprint: Imprint,
}

fn supply_receipt(story: &Story<'_>) -> Option<Document> {
    supplies(story).map(|sheet| sheet.document())
}

fn examination_receipt(story: &Story<'_>) -> Option<Document> {
    supplies(story).map(|sheet| sheet.of_examination())
}

fn supplies(story: &Story<'_>) -> Option<SupplyReceipt> {
    let Some(Payload::Supplied(supplied)) = &story.entry.payload else {
        return None;
    };
    let (received, matter) = (&story.received, story.matter);
    let label = |key: &String| matter.field(key).map_or(key, |field| &field.label).clone();
    let lines = supplied.materials.iter().filter(|line| line.is_handed_in());
    let mut materials: Vec<_> = lines.map(|line| received_material(line, matter)).collect();
    materials.extend(supplied.signed.iter().map(|paper| ReceivedMaterial {
        name: paper.title.clone(),
        copies: 1,
        pages: u32::try_from(paper.files.len()).unwrap_or(u32::MAX),
        form: "重新签字".to_owned(),
        note: String::new(),
    }));
    let owed = owed_after(story);
    materials.extend(answered(supplied, &story.questions));
    Some(SupplyReceipt {
        organ: received.point.name.clone(),
        applicant: party(&received.applicant),
        matter: received.matter.name.clone(),
        matter_code: received.matter.code.to_string(),
        materials,
        fields: supplied.form.keys().map(label).collect(),
        next: next(story.until, owed.is_empty()),
        owed,
        received_at: shanghai(story.entry.header.at),
        received_by: supplied.clerk.clone(),
        contact: contact(matter),
        imprint: story.imprint.clone(),
    })
}

/// The questions that were answered, each with its answer in words.
fn answered<'a>(
    supplied: &'a Supplied,
    questions: &'a QuestionSet,
) -> impl Iterator<Item = ReceivedMaterial> + 'a {
    supplied.answers.0.iter().filter_map(|(id, choice)| {
        let question = questions.question(id)?;
        let label = question.option(choice).map(|option| option.label.clone());
        Some(ReceivedMaterial {
            name: format!("情形：{}", question.text),
            copies: 0,
            pages: 0,
            form: "当场说明".to_owned(),
            note: label.unwrap_or_else(|| "说不准".to_owned()),
        })
    })
}

/// What follows, once everything is in.
fn next(until: &[JournalEntry], complete: bool) -> String {
    let accepted = until.iter().any(|entry| {
        let kind = entry.header.kind.as_str();
        matches!(kind, "accepted" | "deemed_accepted")
    });
    match (complete, accepted) {
        (true, false) => "材料全部补正之日即予受理，办理期限自受理之日起计算。".to_owned(),
        _ => String::new(),
    }
}

fn materials_return(story: &Story<'_>) -> Option<Document> {
    let (cause, returned, ended_on, clerk) = match &story.entry.payload {
        Some(Payload::Withdrawn(ended)) => (
            format!("申请人书面撤回：{}", ended.reason),
            &ended.returned,
            ended.withdrawn_on,
            &ended.clerk,
        ),
        Some(Payload::Terminated(ended)) => (
            format!("办件终止：{}", ended.reason),
            &ended.returned,
            ended.terminated_on,
            &ended.clerk,
        ),
        _ => return None,
    };
    let received = &story.received;
    let sheet = MaterialsReturn {
        organ: received.point.name.clone(),
        applicant: party(&received.applicant),
        matter: received.matter.name.clone(),
        matter_code: received.matter.code.to_string(),
        applied_on: received.received_on,
        cause,
        ended_on,
        returned: returned.clone(),
        clerk: clerk.clone(),
        imprint: story.imprint.clone(),
    };
    Some(sheet.document())
}

fn termination(story: &Story<'_>) -> Option<Document> {
    let Some(Payload::Terminated(ended)) = &story.entry.payload else {
        return None;
    };
    let Terminated {
        reason,
        returned,
        terminated_on,
        clerk,
        ..
    } = ended;
    let received = &story.received;
    let owed = remaining(story.until, received);
    let sheet = Termination {
        organ: received.matter.department.clone(),
        applicant: party(&received.applicant),
        matter: received.matter.name.clone(),
        matter_code: received.matter.code.to_string(),
        applied_on: received.received_on,
        ended_on: *terminated_on,
        supply_by: owed.iter().map(|(_, day)| *day).min(),
        owed: owed.into_iter().map(|(name, _)| name).collect(),
        reason: reason.clone(),
        returned: returned.clone(),
        contact: contact(story.matter),
        clerk: clerk.clone(),
        imprint: story.imprint.clone(),
    };
    Some(sheet.document())
}

/// What is still owed after these entries, as a receipt tells it.
fn owed_after(story: &Story<'_>) -> Vec<StillOwed> {
    let (until, received, matter) = (story.until, &story.received, story.matter);
    let mut owed: Vec<StillOwed> = remaining(until, received)
        .into_iter()
        .map(|(name, day)| StillOwed {
            name,
            by: format!("{} 前补交", day.format("%Y-%m-%d")),
        })
        .collect();
    let decided = until
        .iter()
        .any(|entry| matches!(entry.header.kind.as_str(), "accepted" | "deemed_accepted"));
    let open = received.materials.iter().filter(|line| line.how.is_none());
    for line in open.filter(|_| !decided) {
        let known = owed.iter().any(|one| one.name == line.name);
        if !known && matter.material(&line.id).is_some() {
            owed.push(StillOwed {
                name: line.name.clone(),
                by: "尽快补交".to_owned(),
            });
        }
    }
    if !decided {
        let list = requirements(matter, &story.questions, &received.answers, &[], false);
        let open = list.next.iter();
        owed.extend(open.filter_map(|id| {
            Some(StillOwed {
                name: format!("情形：{}", story.questions.question(id)?.text),
                by: "尽快说明".to_owned(),
            })
        }));
    }
    owed
}

/// What notices ask for and nobody has handed in, and what was deferred, each with its day.
fn remaining(until: &[JournalEntry], received: &Received) -> Vec<(String, NaiveDate)> {
    let mut told: Vec<(CorrectionItem, NaiveDate, bool)> = Vec::new();
    let add = |told: &mut Vec<_>, items: &[CorrectionItem], day, examination: bool| {
        told.retain(|(_, _, one): &(CorrectionItem, NaiveDate, bool)| *one != examination);
        told.extend(items.iter().map(|item| (item.clone(), day, examination)));
    };
    for payload in until.iter().filter_map(|entry| entry.payload.as_ref()) {
        match payload {
            Payload::CorrectionAsked(asked) => {
                add(&mut told, &asked.items, asked.supply_by, false);
            }
            Payload::ExaminationCorrectionAsked(asked) => {
                add(&mut told, &asked.items, asked.supply_by, true);
            }
            Payload::Accepted(_) => told.retain(|(_, _, examination)| *examination),
            Payload::Supplied(supplied) => told.retain(|(item, _, _)| !answers(supplied, item)),
            Payload::SupplyExtended(moved) => {
                for (_, day, _) in told.iter_mut().filter(|(_, day, _)| *day == moved.was) {
                    *day = moved.until;
                }
            }
            _ => {}
        }
    }
    let mut owed: Vec<_> = told
        .into_iter()
        .map(|(item, day, _)| (item.material, day))
        .collect();
    let deferred = received.materials.iter().filter_map(|line| {
        let day = line
            .supply_by
            .filter(|_| line.how == Some(HandIn::Deferred))?;
        Some((line.name.clone(), day))
    });
    owed.extend(deferred);
    owed
}

/// Whether a line of a notice was handed in with these supplies.
fn answers(supplied: &Supplied, item: &CorrectionItem) -> bool {
    let id = item.id.as_ref().unwrap_or(&item.material);
    let settled = |how: Option<HandIn>| how.is_some_and(|how| how != HandIn::Deferred);
    let mut materials = supplied.materials.iter();
    let mut signed = supplied.signed.iter();
    materials.any(|line| (line.id == *id || line.name == *id) && settled(line.how))
        || signed.any(|paper| paper.document == *id)
        || id
            .strip_prefix("form.")
            .is_some_and(|key| supplied.form.contains_key(key))
}
