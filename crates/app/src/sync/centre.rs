//! The sync centre: what waits, what needs a person, what came down.

use yichuang_domain::{CaseNumber, role::Act};
use yichuang_store::{CaseOrder, CaseQuery, CaseRow, JournalFilter, Reader, SyncFilter};
use yichuang_wire::{Verdict, payload::Payload};

use crate::{
    Desk,
    case::{reason, sync_mark},
    clock::stamp,
    ipc::{DownRow, Nothing, SyncCentre, SyncRow},
    report::Outcome,
};

/// Rows of one list.
const ROWS: u32 = 100;
/// Kinds of the feed people are told of.
pub(crate) const DOWN_KINDS: [&str; 9] = [
    "progress",
    "special_procedure_begun",
    "special_procedure_ended",
    "limit_extended",
    "examination_correction_asked",
    "result_issued",
    "request_answered",
    "verdict_given",
    "pack_published",
];

impl Desk {
    /// Everything the sync centre shows.
    ///
    /// # Errors
    /// `OPS-…` and those of the store.
    pub fn sync_centre(&self, _: Nothing) -> Outcome<SyncCentre> {
        self.allowed(Act::Sync)?;
        let store = self.store()?;
        let status = self.sync_status(&store)?;
        let platform = self.platform_url(&store)?;
        let day_start = self.day_start();
        store.read(|read| {
            let summary = read.sync_summary(day_start)?;
            let mut reported_today = rows(read, SyncFilter::Reported, CaseOrder::Newest)?;
            let since = stamp(day_start);
            reported_today.retain(|row| row.reported_at.as_ref().is_some_and(|at| *at >= since));
            reported_today.sort_by(|a, b| b.reported_at.cmp(&a.reported_at));
            Ok(SyncCentre {
                attention: rows(read, SyncFilter::Attention, CaseOrder::Oldest)?,
                waiting: rows(read, SyncFilter::Waiting, CaseOrder::Oldest)?,
                reported_today,
                down: down(read)?,
                waiting_bytes: u32::try_from(summary.waiting_bytes).unwrap_or(u32::MAX),
                status,
                platform,
            })
        })
    }
}

fn rows(read: &Reader<'_>, filter: SyncFilter, order: CaseOrder) -> Outcome<Vec<SyncRow>> {
    let query = CaseQuery {
        sync: Some(filter),
        order,
        limit: ROWS,
        ..CaseQuery::default()
    };
    read.search_cases(&query)?
        .rows
        .iter()
        .map(|case| row(read, case))
        .collect()
}

fn row(read: &Reader<'_>, case: &CaseRow) -> Outcome<SyncRow> {
    let mark = sync_mark(&case.sync);
    let report = read.case_report(case.id)?;
    let stored_at = report
        .as_ref()
        .map_or_else(String::new, |report| stamp(report.stored_at));
    Ok(SyncRow {
        number: case.number.to_string(),
        short: case.number.short(),
        applicant: case.applicant_name.clone(),
        matter: case.matter_name.clone(),
        mark: mark.mark,
        percent: mark.percent,
        reason: mark.reason,
        fields: fields(case),
        files: report.as_ref().map_or(0, |report| report.files),
        bytes: report
            .as_ref()
            .map_or(0, |r| u32::try_from(r.bytes_waiting).unwrap_or(u32::MAX)),
        stored_at,
        reported_at: report.and_then(|report| report.reported_at).map(stamp),
    })
}

fn fields(case: &CaseRow) -> Vec<String> {
    match &case.sync {
        yichuang_store::SyncMark::Attend(Verdict::Attend { fields, .. }) => fields.clone(),
        _ => Vec::new(),
    }
}

fn down(read: &Reader<'_>) -> Outcome<Vec<DownRow>> {
    let filter = JournalFilter {
        kinds: DOWN_KINDS.map(str::to_owned).to_vec(),
        ..JournalFilter::default()
    };
    let entries = read.journal(&filter, ROWS as usize)?;
    let rows = entries.into_iter().filter_map(|entry| {
        let at = stamp(entry.header.at);
        let (kind, number, text) = came(entry.payload?)?;
        Some(DownRow {
            kind: kind.to_owned(),
            at,
            number: number.map(|number| number.to_string()),
            text,
        })
    });
    Ok(rows.collect())
}

/// What came down, in the platform's own words where it has any.
pub(crate) fn came(payload: Payload) -> Option<(&'static str, Option<CaseNumber>, String)> {
    Some(match payload {
        Payload::Progress(step) => (
            "progress",
            Some(step.number),
            format!("{} {}", step.office, step.step),
        ),
        Payload::SpecialProcedureBegun(begun) => (
            "procedure_begun",
            Some(begun.number),
            begun.what.label().to_owned(),
        ),
        Payload::SpecialProcedureEnded(ended) => {
            ("procedure_ended", Some(ended.number), ended.result)
        }
        Payload::LimitExtended(extended) => {
            ("extended", Some(extended.number), extended.days.to_string())
        }
        Payload::ExaminationCorrectionAsked(asked) => (
            "examination",
            Some(asked.number),
            asked.items.len().to_string(),
        ),
        Payload::ResultIssued(issued) => (
            if issued.granted { "granted" } else { "denied" },
            Some(issued.number),
            issued.office,
        ),
        Payload::RequestAnswered(answered) => ("answer", Some(answered.number), answered.words),
        Payload::VerdictGiven(given) if given.verdict == Verdict::Ok => return None,
        Payload::VerdictGiven(given) => ("verdict", None, reason(&given.verdict)),
        Payload::PackPublished(pack) => ("pack", None, pack.version.to_string()),
        _ => return None,
    })
}
