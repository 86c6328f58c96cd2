//! What waits to be fetched, and everything for handing one person's results over.

use chrono::NaiveDate;
use yichuang_domain::{
    CaseState, Phone,
    delivery::{days_waiting, is_unclaimed},
    person::MandateScope,
    role::Act,
};
use yichuang_store::{CaseOrder, CaseQuery, CaseRow, Reader};

use super::{going::decided_case, handing::counter, is_decided, result_views};
use crate::{
    Desk,
    case::row,
    catalogue::calendar,
    ipc::{CaseRef, DeliveryView, ListWaiting, WaitingCase, WaitingList},
    mandate,
    report::Outcome,
};

/// Cases listed at most; more are found by typing.
const LISTED: u32 = 200;
/// Other cases of the same person looked at.
const LOOKED_AT: u32 = 100;

impl Desk {
    /// The cases whose result has not reached the person, longest waiting first.
    ///
    /// # Errors
    /// `OPS-…`, and those of the store.
    pub fn list_waiting(&self, input: ListWaiting) -> Outcome<WaitingList> {
        self.allowed(Act::ReadCase)?;
        let today = self.today();
        self.store()?.read(|read| {
            let hits = read.search_cases(&CaseQuery {
                text: input.text.trim().to_owned(),
                states: vec![
                    CaseState::Granted,
                    CaseState::Denied,
                    CaseState::ReadyForPickup,
                ],
                order: CaseOrder::Oldest,
                limit: LISTED,
                ..CaseQuery::default()
            })?;
            let rows = hits.rows.iter().map(|case| waiting(read, case, today));
            let mut rows = rows.collect::<Outcome<Vec<_>>>()?;
            rows.sort_by_key(|one| std::cmp::Reverse(one.days));
            Ok(WaitingList {
                total: u32::try_from(hits.total).unwrap_or(u32::MAX),
                rows,
            })
        })
    }

    /// Everything for handing over the results of one case, with what else of the same person waits.
    ///
    /// # Errors
    /// `CASE-002`, `CASE-006`; `CASE-003` before a decision and after delivery.
    pub fn show_delivery(&self, input: CaseRef) -> Outcome<DeliveryView> {
        self.allowed(Act::ReadCase)?;
        let today = self.today();
        self.store()?.read(|read| {
            let case = decided_case(read, &input.number)?;
            let theirs = read.newest_cases_of(&case.applicant_id, LOOKED_AT)?;
            let also = theirs
                .iter()
                .filter(|other| other.id != case.id && is_decided(other.state))
                .map(|other| waiting(read, other, today));
            let mandates = read.mandates_by(&case.applicant_id)?;
            let collecting = mandates
                .iter()
                .filter(|row| row.given.scope.contains(&MandateScope::Collect))
                .map(|row| mandate::view(read, row, today));
            let address = read
                .received(case.id)?
                .and_then(|one| one.applicant.address);
            Ok(DeliveryView {
                also: also.collect::<Outcome<_>>()?,
                counter: counter(read),
                address: address.unwrap_or_default(),
                mandates: collecting.collect::<Outcome<_>>()?,
                case: waiting(read, &case, today)?,
            })
        })
    }
}

fn waiting(read: &Reader<'_>, case: &CaseRow, today: NaiveDate) -> Outcome<WaitingCase> {
    let since = read.ready_since(case.id)?;
    let phone = case.applicant_phone.as_ref().map(Phone::masked);
    Ok(WaitingCase {
        row: row(case, &calendar(read)?, today),
        results: result_views(read, case)?,
        since: since.map(|day| day.to_string()),
        days: since.map_or(0, |day| days_waiting(day, today)),
        unclaimed: since.is_some_and(|day| is_unclaimed(day, today)),
        phone_masked: phone.unwrap_or_default(),
    })
}
