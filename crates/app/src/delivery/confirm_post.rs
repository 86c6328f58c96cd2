//! The post says that a parcel reached its person: everything in it is delivered on that day.

use chrono::NaiveDate;
use uuid::Uuid;
use yichuang_domain::{
    CaseId,
    delivery::{Acknowledged, DeliveryWay, Recipient, ResultPlace},
    role::Act,
};
use yichuang_store::{CaseRow, Reader, ResultRow};
use yichuang_wire::payload::{Delivered, Payload};

use super::{deliver_results::note, documents_of};
use crate::{
    Desk,
    case::append,
    ipc::{ApiError, ConfirmPost, DeliveryDone, ErrorCode},
    paper::{DELIVERY_PROOF, Paper, queue},
    report::{Outcome, field_problem},
};

/// What of one case is in a parcel.
struct InParcel {
    case: CaseRow,
    rows: Vec<ResultRow>,
    address: String,
    complete: bool,
}

impl Desk {
    /// Writes down on which day the post delivered a parcel.
    ///
    /// # Errors
    /// `DELIVERY-005` when nothing of that parcel is under way; `CASE-001` for a day before it was
    /// posted or after today; `CLOCK-001`.
    pub fn confirm_post(&self, input: ConfirmPost) -> Outcome<DeliveryDone> {
        let operator = self.allowed_to_decide(Act::Deliver)?;
        let unknown = || ApiError::new(ErrorCode::ParcelUnknown);
        let parcel = Uuid::parse_str(&input.parcel).map_err(|_| unknown())?;
        let document = format!("{DELIVERY_PROOF}{parcel}");
        let (cases, complete) = self.store()?.write(|tx| -> Outcome<_> {
            let hand = self.hand(&operator, tx)?;
            let all = in_parcel(tx, parcel)?;
            let on = day(&input.delivered_on, &all, hand.today)?;
            for one in &all {
                let entry = Delivered {
                    number: one.case.number.clone(),
                    delivery: parcel,
                    documents: one.rows.iter().map(|row| row.document.clone()).collect(),
                    way: DeliveryWay::Post,
                    complete: one.complete,
                    recipient: Recipient::Applicant,
                    taker: None,
                    relation: String::new(),
                    mandate: None,
                    place: one.address.clone(),
                    acknowledged: Acknowledged::ByCarrier,
                    files: Vec::new(),
                    witness: None,
                    parcel: Some(parcel),
                    tracking: one.rows.iter().find_map(|row| row.tracking.clone()),
                    note: note(&input.note)?,
                    delivered_on: on,
                    clerk: operator.name.clone(),
                };
                append(tx, &hand, one.case.id, entry)?;
                let paper = Paper::of_case(&document, one.case.id);
                queue(tx, self.fresh_id()?, &paper, hand.at)?;
            }
            let complete = all.iter().filter(|one| one.complete).count();
            Ok((
                all.into_iter().map(|one| one.case).collect::<Vec<_>>(),
                complete,
            ))
        })?;
        self.done_delivering(&cases, complete, &document)
    }
}

/// What of a parcel is still under way, case by case.
fn in_parcel(read: &Reader<'_>, parcel: Uuid) -> Outcome<Vec<InParcel>> {
    let unknown = || ApiError::new(ErrorCode::ParcelUnknown);
    let mut posted = read.parcel(parcel)?;
    posted.retain(|row| row.place == ResultPlace::Posted);
    let mut ids: Vec<CaseId> = posted.iter().map(|row| row.case).collect();
    ids.dedup();
    let mut all = Vec::new();
    for id in ids {
        let case = read.case(id)?.ok_or_else(unknown)?;
        let rows: Vec<_> = posted
            .iter()
            .filter(|row| row.case == id)
            .cloned()
            .collect();
        let everything = documents_of(read, &case)?;
        let left = everything
            .iter()
            .filter(|row| row.place != ResultPlace::Delivered);
        all.push(InParcel {
            complete: left.count() == rows.len(),
            address: address(read, id, parcel)?,
            rows,
            case,
        });
    }
    if all.is_empty() {
        return Err(unknown());
    }
    Ok(all)
}

fn address(read: &Reader<'_>, case: CaseId, parcel: Uuid) -> Outcome<String> {
    let timeline = read.timeline(case)?;
    let posted = timeline
        .iter()
        .rev()
        .find_map(|entry| match &entry.payload {
            Some(Payload::Posted(posted)) if posted.parcel == parcel => {
                Some(posted.address.clone())
            }
            _ => None,
        });
    Ok(posted.unwrap_or_default())
}

fn day(text: &str, all: &[InParcel], today: NaiveDate) -> Outcome<NaiveDate> {
    let wrong = |rule| ApiError::invalid(vec![field_problem("deliveredOn", rule)]);
    let day = NaiveDate::parse_from_str(text, "%Y-%m-%d").map_err(|_| wrong("not_a_date"))?;
    let posted = all.iter().flat_map(|one| &one.rows);
    let posted = posted.filter_map(|row| row.posted_on).max();
    if day > today {
        return Err(wrong("future"));
    }
    if posted.is_some_and(|posted| day < posted) {
        return Err(wrong("before_posted"));
    }
    Ok(day)
}
