//! The one door to the device crate: a printer of the settings as something that can be asked.

use yichuang_device::printer::{
    self, Condition, Printer, PrinterLink, PrinterTimings, Progress, Reason,
};

use super::kept::Kept;

/// Where a printer is; none when its address is not one of its kind.
pub(super) fn to(kept: &Kept) -> Option<PrinterLink> {
    PrinterLink::parse(kept.kind.key(), &kept.address).ok()
}

/// The printer itself; nothing is opened before it is asked something. None when its address is not
/// one of its kind.
pub(super) fn open(kept: &Kept, timings: PrinterTimings) -> Option<Box<dyn Printer>> {
    to(kept).map(|link| printer::open(&link, timings))
}

/// What is to be shown of a condition: one word, and why.
pub(super) fn condition_words(condition: &Condition) -> (&'static str, Vec<Reason>) {
    match condition {
        Condition::Ready => ("ready", Vec::new()),
        Condition::Busy => ("busy", Vec::new()),
        Condition::Attention(reasons) => ("attention", reasons.clone()),
        Condition::Unreachable(reason) => ("unreachable", vec![*reason]),
        Condition::Silent => ("silent", Vec::new()),
    }
}

/// What a job's progress means for its paper.
pub(super) enum Standing {
    /// The printer has it; why it does not go on.
    InHand(Option<Reason>),
    /// It is settled: outcome and reason.
    Settled(&'static str, Option<Reason>),
}

/// Reads a progress.
pub(super) fn standing(progress: &Progress) -> Standing {
    match progress {
        Progress::Waiting(reasons) => Standing::InHand(reasons.first().copied()),
        Progress::Printing => Standing::InHand(None),
        Progress::Done => Standing::Settled("done", None),
        Progress::Failed(Reason::Cancelled) => Standing::Settled("cancelled", None),
        Progress::Failed(reason) => Standing::Settled("failed", Some(*reason)),
        Progress::Unknown(reason) => Standing::Settled("unknown", Some(*reason)),
    }
}
