//! How a case came in, for its page: the slip, the green lane, the visit.

use yichuang_domain::Matter;
use yichuang_store::Reader;
use yichuang_wire::payload::Received;

use crate::{draft::file_info, ipc::CaseSlip, notice::clerk_name, report::Outcome};

/// The slip it was taken on.
pub(super) fn slip(read: &Reader<'_>, received: &Received) -> Outcome<Option<CaseSlip>> {
    let Some(slip) = &received.slip else {
        return Ok(None);
    };
    let leave = slip.leave.as_ref();
    let leave_by = leave.map(|leave| clerk_name(read, Some(leave.by)));
    Ok(Some(CaseSlip {
        entered_on: slip.entered_on.to_string(),
        why: slip.why.key().to_owned(),
        words: slip.words.clone(),
        leave_by: leave_by.transpose()?,
        files: slip.files.iter().map(file_info).collect(),
    }))
}

/// The words beside another reason for the green lane.
pub(super) fn green_words(received: Option<&Received>) -> String {
    let lane = received.and_then(|received| received.green_lane.as_ref());
    lane.map(|lane| lane.words.clone()).unwrap_or_default()
}

/// What it costs.
pub(super) fn fee(matter: Option<&Matter>) -> String {
    matter.map(|matter| matter.fee.words()).unwrap_or_default()
}
