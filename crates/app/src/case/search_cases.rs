//! Finding cases by whatever the resident remembers.

use chrono::{Days, NaiveDate};
use yichuang_domain::{CaseState, role::Act};
use yichuang_store::{CaseOrder, CaseQuery, Reader, SyncFilter, Tally, TallyDay};

use super::row::{row, soon_until};
use crate::{
    Desk,
    catalogue::calendar,
    ipc::{ApiError, CaseList, ErrorCode, SearchCases},
    receipt::number_scanned,
    report::Outcome,
    workbench::tally_of,
};

const MOST_ROWS: u32 = 200;

impl Desk {
    /// A page of the cases that match.
    ///
    /// # Errors
    /// `INPUT-001` for a filter that is not of the list, `OPS-…`, and those of the store.
    pub fn search_cases(&self, input: SearchCases) -> Outcome<CaseList> {
        self.allowed(Act::ReadCase)?;
        self.notice_silence()?;
        let today = self.today();
        let mut query = query(&input, today)?;
        self.store()?.read(|read| {
            query.text = number_scanned(&read.identity().enrolment.root, &query.text);
            let calendar = calendar(read)?;
            query.tally = tally(read, &input, today)?;
            let hits = read.search_cases(&query)?;
            Ok(CaseList {
                total: u32::try_from(hits.total).unwrap_or(u32::MAX),
                rows: hits
                    .rows
                    .iter()
                    .map(|stored| row(stored, &calendar, today))
                    .collect(),
            })
        })
    }
}

/// A search as the store takes it, but for the count it is of.
pub(super) fn query(input: &SearchCases, today: NaiveDate) -> Outcome<CaseQuery> {
    let unknown = |what: &str| ApiError::new(ErrorCode::InputShape).with("reason", what);
    let received_from = match input.period.as_str() {
        "today" => Some(today),
        "week" => today.checked_sub_days(Days::new(6)),
        "all" => None,
        _ => return Err(unknown("period")),
    };
    let states = match input.state.as_str() {
        "" => Vec::new(),
        key => vec![CaseState::from_key(key).ok_or_else(|| unknown("state"))?],
    };
    let sync = match input.sync.as_str() {
        "" => None,
        "local" => Some(SyncFilter::Waiting),
        "reported" => Some(SyncFilter::Reported),
        "attend" => Some(SyncFilter::Attention),
        _ => return Err(unknown("sync")),
    };
    Ok(CaseQuery {
        text: input.text.clone(),
        states,
        received_from,
        sync,
        order: if input.text.is_empty() {
            CaseOrder::Newest
        } else {
            CaseOrder::Due
        },
        limit: input.limit.clamp(1, MOST_ROWS),
        offset: input.offset,
        ..CaseQuery::default()
    })
}

/// The count a search is behind, with the days it is counted by.
pub(super) fn tally(
    read: &Reader<'_>,
    input: &SearchCases,
    today: NaiveDate,
) -> Outcome<Option<(Tally, TallyDay)>> {
    let soon_until = soon_until(&calendar(read)?, today);
    let which = tally_of(&input.tally)?;
    Ok(which.map(|which| (which, TallyDay { today, soon_until })))
}
