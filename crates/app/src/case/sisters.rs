//! The cases taken in together with one, and how each stands: one that is refused or sent back does
//! not hold up the others, and one that waits says for whom.

use chrono::NaiveDate;
use yichuang_domain::{CaseState, calendar::Calendar};
use yichuang_store::{CaseRow, Reader};
use yichuang_wire::payload::{ChainPart, Payload};

use super::row::row;
use crate::{
    catalogue::calendar,
    ipc::{CaseChain, SisterCase},
    report::Outcome,
};

/// The whole a case is part of; none of a case that stands alone.
pub(super) fn chain_of(
    read: &Reader<'_>,
    case: &CaseRow,
    today: NaiveDate,
) -> Outcome<Option<CaseChain>> {
    let Some(place) = case.number.place() else {
        return Ok(None);
    };
    let whole = case.number.whole();
    let calendar = calendar(read)?;
    let sisters = read.sisters(&whole)?;
    let mut name = String::new();
    let mut cases = Vec::new();
    for sister in &sisters {
        let part = read.received(sister.id)?.and_then(|taken| taken.chain);
        if let Some(part) = &part {
            name.clone_from(&part.name);
        }
        let waits_for = part.map(|part| still_awaited(&part, &sisters));
        cases.push(SisterCase {
            reason: why_closed(read, sister)?,
            ..sister_case(sister, waits_for.unwrap_or_default(), &calendar, today)
        });
    }
    Ok(Some(CaseChain {
        name,
        short: whole.short(),
        whole: whole.to_string(),
        place,
        cases,
    }))
}

fn sister_case(
    sister: &CaseRow,
    waits_for: Vec<u32>,
    calendar: &Calendar,
    today: NaiveDate,
) -> SisterCase {
    let shown = row(sister, calendar, today);
    SisterCase {
        place: sister.number.place().unwrap_or_default(),
        number: shown.number,
        short: shown.short,
        matter: shown.matter,
        office: shown.office,
        state: shown.state,
        due: shown.due,
        waits_for,
        reason: String::new(),
    }
}

/// The sisters whose result is still to come. A sister that this terminal does not know is awaited.
fn still_awaited(part: &ChainPart, sisters: &[CaseRow]) -> Vec<u32> {
    let done = |place: &u32| {
        sisters
            .iter()
            .find(|sister| sister.number.place() == Some(*place))
            .is_some_and(|sister| has_result(sister.state))
    };
    let places = part.waits_for.iter().copied();
    places.filter(|place| !done(place)).collect()
}

const fn has_result(state: CaseState) -> bool {
    matches!(
        state,
        CaseState::Granted | CaseState::ReadyForPickup | CaseState::Delivered | CaseState::Archived
    )
}

/// Why a case came to a halt, in the words that were given to the applicant.
fn why_closed(read: &Reader<'_>, case: &CaseRow) -> Outcome<String> {
    let halted = matches!(
        case.state,
        CaseState::NeedsCorrection | CaseState::Refused | CaseState::Denied | CaseState::Terminated
    );
    if !halted {
        return Ok(String::new());
    }
    let timeline = read.timeline(case.id)?;
    let words = timeline
        .iter()
        .rev()
        .find_map(|entry| match &entry.payload {
            Some(Payload::Refused(refused)) => Some(refused.explanation.clone()),
            Some(Payload::CorrectionAsked(asked)) => {
                let items = asked.items.iter();
                let words: Vec<_> = items
                    .map(|item| format!("{}{}", item.material, item.problem))
                    .collect();
                Some(words.join("；"))
            }
            Some(Payload::Progress(progress)) => progress.note.clone(),
            _ => None,
        });
    Ok(words.unwrap_or_default())
}
