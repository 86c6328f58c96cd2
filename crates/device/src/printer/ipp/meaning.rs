//! What a printer's states and keywords come to. Pure: answers in, progress out.

use crate::printer::{Condition, Progress, Reason};

use super::message::{Group, GroupTag, Message, Value};

/// Status: the printer does not know this operation.
pub(super) const OPERATION_NOT_SUPPORTED: u16 = 0x0501;

/// The words printers put behind a reason to say how bad it is. They are passed over: the same
/// empty tray is a warning to one printer and an error to the next.
const SEVERITIES: [&str; 3] = ["-error", "-warning", "-report"];

/// What CUPS says in words and not in keywords while it tries to reach a printer that is off or
/// unplugged (its back ends `ipp`, `socket`, `lpd` and `usb`).
const UNREACHED: [&str; 5] = [
    "may not exist or is unavailable",
    "is not responding",
    "is unreachable at this time",
    "Unable to locate printer",
    "Waiting for printer to become available",
];

pub(super) fn is_success(status: u16) -> bool {
    status < 0x0100
}

/// Whether what was asked about is not there, or not any more.
pub(super) fn is_gone(status: u16) -> bool {
    matches!(status, 0x0406 | 0x0407)
}

/// Why the answer to Validate-Job or Print-Job means that nothing will be printed as it should.
pub(super) fn refusal(answer: &Message) -> Option<Reason> {
    let has_other_sheets = !answer.values(GroupTag::UNSUPPORTED, "media").is_empty();
    match answer.code {
        _ if has_other_sheets => Some(Reason::WrongMedia),
        status if is_success(status) => None,
        // No such queue; a printer that is off; one that is busy with itself.
        0x0406 | 0x0407 => Some(Reason::NotReached),
        0x0502 | 0x0504 => Some(Reason::Stopped),
        0x0405 | 0x0505 | 0x0507 => Some(Reason::Timeout),
        _ => Some(Reason::Refused),
    }
}

/// What the answer to Get-Printer-Attributes says of the printer.
pub(super) fn condition(answer: &Message) -> Condition {
    if is_gone(answer.code) {
        return Condition::Unreachable(Reason::NotReached);
    }
    let state = number(answer.values(GroupTag::PRINTER, "printer-state"));
    let Some(state) = state.filter(|_| is_success(answer.code)) else {
        return Condition::Unreachable(Reason::Refused);
    };
    let mut reasons = printer_reasons(answer);
    // An idle printer keeps the words of its last job.
    if state == 4 && is_unreached(answer.values(GroupTag::PRINTER, "printer-state-message")) {
        add(&mut reasons, Reason::NotReached);
    }
    let accepting = answer.values(GroupTag::PRINTER, "printer-is-accepting-jobs");
    if accepting.iter().find_map(Value::as_bool) == Some(false) {
        add(&mut reasons, Reason::Refused);
    }
    match state {
        _ if !reasons.is_empty() => Condition::Attention(reasons),
        4 => Condition::Busy,
        _ => Condition::Ready,
    }
}

/// Why the printer stands still; empty when it does not.
pub(super) fn printer_reasons(answer: &Message) -> Vec<Reason> {
    let mut reasons = Vec::new();
    for keyword in texts(answer.values(GroupTag::PRINTER, "printer-state-reasons")) {
        if let Some(reason) = printer_reason(keyword) {
            add(&mut reasons, reason);
        }
    }
    let is_stopped = number(answer.values(GroupTag::PRINTER, "printer-state")) == Some(5);
    if is_stopped && reasons.is_empty() {
        reasons.push(Reason::Stopped);
    }
    reasons
}

/// What has become of a job; `printer` is why its printer stands still.
pub(super) fn progress(job: Group<'_>, printer: &[Reason]) -> Progress {
    let said: Vec<&str> = texts(job.values("job-state-reasons")).collect();
    let mut reasons = printer.to_vec();
    for reason in said.iter().filter_map(|keyword| job_reason(keyword)) {
        add(&mut reasons, reason);
    }
    let is_tried = number(job.values("job-state")) == Some(5);
    if is_tried && is_unreached(job.values("job-printer-state-message")) {
        add(&mut reasons, Reason::NotReached);
    }
    let first = |otherwise: Reason| reasons.first().copied().unwrap_or(otherwise);
    match number(job.values("job-state")) {
        Some(3) => Progress::Waiting(reasons),
        Some(4 | 6) if reasons.is_empty() => Progress::Waiting(vec![Reason::Stopped]),
        Some(4 | 6) => Progress::Waiting(reasons),
        Some(5) if reasons.is_empty() => Progress::Printing,
        Some(5) => Progress::Waiting(reasons),
        // A print service also cancels what the printer behind it refused.
        Some(7) if reasons.contains(&Reason::Cancelled) => ended(job, Reason::Cancelled),
        Some(7 | 8) => ended(job, first(Reason::Refused)),
        Some(9) if said.contains(&"job-completed-with-errors") => {
            Progress::Unknown(first(Reason::Stopped))
        }
        Some(9) => Progress::Done,
        _ => Progress::Unknown(Reason::Lost),
    }
}

/// A job that ended early: nothing came out, unless the printer counted sheets.
fn ended(job: Group<'_>, reason: Reason) -> Progress {
    let counts = ["job-impressions-completed", "job-media-sheets-completed"];
    let came_out = |name: &&str| number(job.values(name)).is_some_and(|count| count > 0);
    if counts.iter().any(came_out) {
        Progress::Unknown(reason)
    } else {
        Progress::Failed(reason)
    }
}

fn printer_reason(keyword: &str) -> Option<Reason> {
    let plain = SEVERITIES
        .iter()
        .find_map(|severity| keyword.strip_suffix(severity))
        .unwrap_or(keyword);
    match plain {
        "media-empty" => Some(Reason::PaperOut),
        "media-needed" | "media-mismatch" | "input-cannot-feed-size-selected" => {
            Some(Reason::WrongMedia)
        }
        "media-jam" => Some(Reason::Jam),
        "cover-open" | "door-open" | "interlock-open" => Some(Reason::CoverOpen),
        "connecting-to-device" | "offline" | "timed-out" => Some(Reason::NotReached),
        "paused"
        | "moving-to-paused"
        | "shutdown"
        | "stopped-partly"
        | "stopping"
        | "input-tray-missing"
        | "output-tray-missing"
        | "output-area-full"
        | "marker-supply-empty"
        | "marker-waste-full"
        | "toner-empty"
        | "developer-empty"
        | "fuser-over-temp"
        | "fuser-under-temp" => Some(Reason::Stopped),
        _ => None,
    }
}

fn job_reason(keyword: &str) -> Option<Reason> {
    match keyword {
        "printer-stopped" | "printer-stopped-partly" | "resources-are-not-ready" => {
            Some(Reason::Stopped)
        }
        "job-canceled-by-user" | "job-canceled-by-operator" | "job-canceled-at-device" => {
            Some(Reason::Cancelled)
        }
        "unsupported-document-format"
        | "document-format-error"
        | "document-unprintable-error"
        | "document-security-error"
        | "cups-held-for-authentication" => Some(Reason::Refused),
        other => printer_reason(other),
    }
}

fn is_unreached(message: &[Value]) -> bool {
    let is_said = |text: &str| UNREACHED.iter().any(|words| text.contains(words));
    texts(message).any(is_said)
}

fn add(reasons: &mut Vec<Reason>, reason: Reason) {
    if !reasons.contains(&reason) {
        reasons.push(reason);
    }
}

fn number(values: &[Value]) -> Option<i32> {
    values.iter().find_map(Value::as_number)
}

fn texts(values: &[Value]) -> impl Iterator<Item = &str> {
    values.iter().filter_map(Value::as_text)
}
