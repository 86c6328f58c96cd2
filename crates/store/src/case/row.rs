//! A case as lists and headers show it.

use std::fmt;

use chrono::NaiveDate;
use rusqlite::Row;
use uuid::Uuid;
use yichuang_domain::{
    CaseId, CaseNumber, CaseState, IdNumber, MatterCode, Phone, TerminalCode, case::GreenLaneReason,
};
use yichuang_wire::{ClockState, Hash, Verdict, payload::CaseDue};

use crate::column;

/// How far a case has been reported.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum SyncMark {
    /// 仅存本机: at least one of its entries has no receipt.
    LocalOnly,
    /// 正在上报: every entry is receipted, some pages are not yet.
    Sending {
        /// Bytes of its files receipted or sent, 0–99.
        percent: u8,
    },
    /// 已上报: every entry and every file is receipted by the platform.
    Reported,
    /// A person has to act; the verdict says why.
    Attend(Verdict),
}

/// One case. `Debug` shows no personal data.
#[derive(Clone, PartialEq)]
pub struct CaseRow {
    /// Its identity.
    pub id: CaseId,
    /// Its number.
    pub number: CaseNumber,
    /// The terminal that took it in.
    pub terminal: TerminalCode,
    /// Whether that is this terminal.
    pub own: bool,
    /// The matter.
    pub matter_code: MatterCode,
    /// Its name, as in force then.
    pub matter_name: String,
    /// SHA-256 of the matter's exact bytes then; see [`crate::Reader::matter_at`].
    pub matter_sha256: Hash,
    /// The department that decides.
    pub department: String,
    /// From the sample catalogue.
    pub sample: bool,
    /// Where it stands.
    pub state: CaseState,
    /// Who applies.
    pub applicant_name: String,
    /// Their number.
    pub applicant_id: IdNumber,
    /// Their telephone.
    pub applicant_phone: Option<Phone>,
    /// Who acts for them.
    pub agent_name: Option<String>,
    /// The day of receipt, Asia/Shanghai.
    pub received_on: NaiveDate,
    /// By when the one notice must be given.
    pub notify_by: Option<NaiveDate>,
    /// The day of acceptance.
    pub accepted_on: Option<NaiveDate>,
    /// By when the promise ends.
    pub promised: Option<CaseDue>,
    /// By when the law ends.
    pub statutory: Option<CaseDue>,
    /// By when the resident should answer the correction notice.
    pub supply_by: Option<NaiveDate>,
    /// The earliest day a deferred material is due.
    pub deferred_by: Option<NaiveDate>,
    /// The one day the case's mark counts towards, in its present state; none while paused or closed.
    pub due: Option<NaiveDate>,
    /// Correction notices given.
    pub corrections: u32,
    /// How often the day to supply by was moved.
    pub extensions: u32,
    /// Calls about it.
    pub calls: u32,
    /// The day of the last call.
    pub called_on: Option<NaiveDate>,
    /// The day it was decided or closed.
    pub closed_on: Option<NaiveDate>,
    /// 上级受理号.
    pub platform_number: Option<String>,
    /// The department's present step.
    pub step: Option<String>,
    /// Which office has it.
    pub office: Option<String>,
    /// What the office says.
    pub progress_note: Option<String>,
    /// The day of that.
    pub progress_on: Option<NaiveDate>,
    /// The operator who took it in.
    pub clerk: String,
    /// At which window.
    pub window: String,
    /// How far the clock could be trusted at receipt; trusted once a supervisor has said which day
    /// it was.
    pub clock: ClockState,
    /// The day it was entered, of a case taken on a slip (补录).
    pub slip_entered_on: Option<NaiveDate>,
    /// It was taken in outside the point's ordinary hours (延时).
    pub out_of_hours: bool,
    /// Why it goes by the green lane.
    pub green_lane: Option<GreenLaneReason>,
    /// The visit it was taken in.
    pub visit: Option<Uuid>,
    /// Papers that were left unsigned and nobody has signed since.
    pub unsigned: u32,
    /// How far it has been reported.
    pub sync: SyncMark,
}

impl fmt::Debug for CaseRow {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("CaseRow")
            .field("number", &self.number)
            .field("matter", &self.matter_code)
            .field("state", &self.state)
            .field("sync", &self.sync)
            .finish_non_exhaustive()
    }
}

/// Reads every column but the sync mark, which the caller fills in.
pub(super) fn read(row: &Row<'_>) -> rusqlite::Result<CaseRow> {
    Ok(CaseRow {
        id: CaseId(column::uuid(row, "id")?),
        number: column::parsed(row, "number")?,
        terminal: column::parsed(row, "terminal")?,
        own: row.get("own")?,
        matter_code: column::parsed(row, "matter_code")?,
        matter_name: row.get("matter_name")?,
        matter_sha256: column::hash(row, "matter_sha256")?,
        department: row.get("department")?,
        sample: row.get("sample")?,
        state: column::from_word(row, "state")?,
        applicant_name: row.get("applicant_name")?,
        applicant_id: column::id_number(row, "id_kind", "id_value")?,
        applicant_phone: phone(row)?,
        agent_name: row.get("agent_name")?,
        received_on: column::parsed(row, "received_on")?,
        notify_by: column::maybe_day(row, "notify_by")?,
        accepted_on: column::maybe_day(row, "accepted_on")?,
        promised: due(row, "promised", "promised_provisional")?,
        statutory: due(row, "statutory", "statutory_provisional")?,
        supply_by: column::maybe_day(row, "supply_by")?,
        deferred_by: column::maybe_day(row, "deferred_by")?,
        due: column::maybe_day(row, "due")?,
        corrections: column::small(row, "corrections")?,
        extensions: column::small(row, "extensions")?,
        calls: column::small(row, "calls")?,
        called_on: column::maybe_day(row, "called_on")?,
        closed_on: column::maybe_day(row, "closed_on")?,
        platform_number: row.get("platform_number")?,
        step: row.get("step")?,
        office: row.get("office")?,
        progress_note: row.get("progress_note")?,
        progress_on: column::maybe_day(row, "progress_on")?,
        clerk: row.get("clerk")?,
        window: row.get("window")?,
        clock: if row.get("clock_suspect")? {
            ClockState::Suspect
        } else {
            ClockState::Trusted
        },
        slip_entered_on: column::maybe_day(row, "slip_entered_on")?,
        out_of_hours: row.get("out_of_hours")?,
        green_lane: row
            .get::<_, Option<String>>("green_lane")?
            .and_then(|key| GreenLaneReason::from_key(&key)),
        visit: column::maybe_uuid(row, "visit")?,
        unsigned: column::small(row, "unsigned")?,
        sync: SyncMark::LocalOnly,
    })
}

fn due(row: &Row<'_>, date: &str, provisional: &str) -> rusqlite::Result<Option<CaseDue>> {
    let provisional = row.get(provisional)?;
    Ok(column::maybe_day(row, date)?.map(|date| CaseDue { date, provisional }))
}

fn phone(row: &Row<'_>) -> rusqlite::Result<Option<Phone>> {
    let text: Option<String> = row.get("phone")?;
    text.map(|text| column::value(serde_json::Value::String(text), "phone"))
        .transpose()
}
