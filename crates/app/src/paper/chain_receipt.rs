//! The one receipt of matters taken in together (一链办理): the whole number, every matter with its
//! own number, department and day, who waits for whom, and the one set of materials.

use yichuang_domain::HandIn;
use yichuang_print::documents::{Receipt, ReceivedMatter};
use yichuang_store::{CaseRow, Reader};
use yichuang_wire::payload::{Accepted, Payload, Received, TakenMaterial};

use super::case_papers::{Facts, follow_up, promised_words, receipt, received_material};
use crate::{catalogue::pinned, report::Outcome};

/// What became of one of the cases at the counter.
struct Sister {
    row: CaseRow,
    received: Received,
    accepted: Option<Accepted>,
    outcome: String,
    fee: String,
    once: bool,
}

/// The receipt of the whole `facts` belong to; the case they are about is one of its cases.
pub(super) fn chain_receipt(
    read: &Reader<'_>,
    facts: Facts<'_>,
    offline: bool,
) -> Outcome<Receipt> {
    let whole = facts.received.number.whole();
    let mut sisters = Vec::new();
    for row in read.sisters(&whole)? {
        sisters.extend(sister(read, row)?);
    }
    let chain = facts.received.chain.as_ref();
    let name = chain.map(|part| part.name.clone()).unwrap_or_default();
    let code = chain.map(|part| part.code.clone()).unwrap_or_default();
    let matter = facts.matter;
    let all_once = sisters.iter().all(|sister| sister.once);
    let accepted = sisters.iter().find_map(|sister| sister.accepted.clone());
    let materials = taken_once(&sisters);
    let owed = |taken: &&TakenMaterial| taken.how == Some(HandIn::Deferred);
    let in_hand = |taken: &&TakenMaterial| taken.how.is_some_and(|how| how != HandIn::Deferred);
    Ok(Receipt {
        matter: format!("{name}（{}项）", sisters.len()),
        matter_code: code,
        materials: materials
            .iter()
            .filter(in_hand)
            .map(|taken| received_material(taken, matter))
            .collect(),
        follow_ups: materials.iter().filter(owed).map(follow_up).collect(),
        matters: sisters.iter().map(line).collect(),
        fee: fees(&sisters),
        promised: String::new(),
        // One visit is promised for the whole only where every matter of it promises as much.
        ..receipt(facts, accepted.as_ref().filter(|_| all_once), offline)
    })
}

fn sister(read: &Reader<'_>, row: CaseRow) -> Outcome<Option<Sister>> {
    let Some(received) = read.received(row.id)? else {
        return Ok(None);
    };
    let matter = pinned(read, &row)?;
    let timeline = read.timeline(row.id)?;
    let mut accepted = None;
    let mut outcome = "已收件";
    for entry in timeline {
        match entry.payload {
            Some(Payload::Accepted(entry)) => {
                outcome = entry.state.label();
                accepted = Some(entry);
            }
            Some(Payload::Refused(_)) => outcome = "不予受理",
            Some(Payload::CorrectionAsked(_)) => outcome = "待补正",
            _ => {}
        }
    }
    Ok(Some(Sister {
        fee: matter.as_ref().map(|m| m.fee.words()).unwrap_or_default(),
        once: accepted.is_some() && matter.is_some_and(|matter| matter.trips <= 1),
        outcome: outcome.to_owned(),
        accepted,
        received,
        row,
    }))
}

fn line(sister: &Sister) -> ReceivedMatter {
    let part = sister.received.chain.as_ref();
    let waits = part.map(|part| part.waits_for.as_slice()).unwrap_or(&[]);
    let waits: Vec<String> = waits.iter().map(ToString::to_string).collect();
    let waits = match (waits.is_empty(), &sister.accepted) {
        (false, Some(_)) => format!("等 {} 出结果后自动送出", waits.join("、")),
        _ => String::new(),
    };
    ReceivedMatter {
        number: sister.row.number.to_string(),
        matter: sister.received.matter.name.clone(),
        office: sister.received.matter.department.clone(),
        outcome: sister.outcome.clone(),
        due: sister
            .accepted
            .as_ref()
            .map(|accepted| promised_words(accepted.promised))
            .unwrap_or_default(),
        waits,
    }
}

/// Every material of the visit once: as it was handed over, where one matter needed it and another
/// was spared it.
fn taken_once(sisters: &[Sister]) -> Vec<TakenMaterial> {
    let mut once: Vec<TakenMaterial> = Vec::new();
    for taken in sisters.iter().flat_map(|sister| &sister.received.materials) {
        match once.iter_mut().find(|known| known.id == taken.id) {
            Some(known) if known.how.is_none_or(|how| how == HandIn::Waived) => {
                known.clone_from(taken);
            }
            Some(_) => {}
            None => once.push(taken.clone()),
        }
    }
    once
}

/// What it costs: the words all matters share, else those of each that charges.
fn fees(sisters: &[Sister]) -> String {
    let first = sisters.first().map(|sister| sister.fee.as_str());
    let first = first.unwrap_or_default();
    if sisters.iter().all(|sister| sister.fee == first) {
        return first.to_owned();
    }
    let each = sisters.iter().map(|sister| {
        let place = sister.row.number.place().unwrap_or_default();
        format!("{place} {}", sister.fee)
    });
    each.collect::<Vec<_>>().join("；")
}
