//! What a case was received with, as it stands: overlaid, in their order, with everything that was
//! supplied and put right since. What was written at receipt stays in its entry.

use chrono::NaiveDate;
use yichuang_domain::{CaseId, HandIn, Person, Phone};
use yichuang_store::{JournalEntry, Reader};
use yichuang_wire::payload::{Amendment, Payload, Received, Supplied, TakenMaterial};

use crate::report::Outcome;

/// The case's application as it stands; none when it is unknown or retention has cleared it.
pub(crate) fn standing(read: &Reader<'_>, case: CaseId) -> Outcome<Option<Received>> {
    Ok(stands(&read.timeline(case)?))
}

/// The application as it stood after the last of these entries of one case.
pub(crate) fn stands(entries: &[JournalEntry]) -> Option<Received> {
    let mut payloads = entries.iter().filter_map(|entry| entry.payload.as_ref());
    let mut received = payloads.find_map(|payload| match payload {
        Payload::Received(received) => Some(received.clone()),
        _ => None,
    })?;
    for payload in entries.iter().filter_map(|entry| entry.payload.as_ref()) {
        match payload {
            Payload::Supplied(supplied) => supply(&mut received, supplied),
            Payload::SupplyExtended(moved) => extend(&mut received, moved.was, moved.until),
            Payload::Amended(amended) => {
                for change in &amended.changes {
                    amend(&mut received, change);
                }
            }
            _ => {}
        }
    }
    Some(received)
}

fn supply(received: &mut Received, supplied: &Supplied) {
    overlay(received, &supplied.materials);
    let answers = supplied.answers.0.clone();
    received.answers.0.extend(answers);
    let form = supplied.form.iter();
    received
        .form
        .extend(form.map(|(key, value)| (key.clone(), value.clone())));
    let anew = |document: &str| supplied.signed.iter().any(|one| one.document == document);
    received.signed.retain(|paper| !anew(&paper.document));
    received.signed.extend(supplied.signed.iter().cloned());
    received.unsigned.retain(|paper| !anew(&paper.document));
}

/// Every line takes the place of the line with its id.
pub(super) fn overlay(received: &mut Received, lines: &[TakenMaterial]) {
    for line in lines {
        let mut stood = received.materials.iter_mut();
        match stood.find(|one| one.id == line.id) {
            Some(one) => *one = line.clone(),
            None => received.materials.push(line.clone()),
        }
    }
}

fn extend(received: &mut Received, was: NaiveDate, until: NaiveDate) {
    for line in &mut received.materials {
        if line.how == Some(HandIn::Deferred) && line.supply_by == Some(was) {
            line.supply_by = Some(until);
        }
    }
}

pub(super) fn amend(received: &mut Received, change: &Amendment) {
    if let Some(key) = change.field.strip_prefix("form.") {
        received.form.insert(key.to_owned(), change.is.clone());
        return;
    }
    let Person {
        name,
        phone,
        address,
        ..
    } = &mut received.applicant;
    match change.field.as_str() {
        "applicant.name" => *name = change.is.clone(),
        "applicant.phone" => *phone = Phone::parse(&change.is).ok(),
        "applicant.address" => *address = (!change.is.is_empty()).then(|| change.is.clone()),
        _ => {}
    }
}
