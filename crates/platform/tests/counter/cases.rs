//! Whole cases, and what became of them.

use yichuang_domain::CaseId;
use yichuang_platform::Running;
use yichuang_wire::{AttendReason, Hash, Verdict};

use super::{Terminal, papers};

/// Takes a whole case in and accepts it; gives the two entries.
pub(crate) fn whole_case(
    terminal: &mut Terminal,
    seq: u32,
    case: CaseId,
    applicant: u32,
) -> (Hash, Hash) {
    let number = papers::number(&terminal.prefix(), seq);
    let received = terminal.write(
        papers::received(number.clone(), applicant, &[]),
        Some(case),
        None,
    );
    let accepted = terminal.write(papers::accepted(number), Some(case), Some(received));
    (received, accepted)
}

pub(crate) async fn reason(terminal: &Terminal, entry: Hash) -> AttendReason {
    match terminal.verdict(entry).await {
        Some(Verdict::Attend { reason, .. }) => reason,
        other => panic!("expected attend, found {other:?}"),
    }
}

pub(crate) fn numbers(running: &Running) -> Vec<String> {
    running
        .platform()
        .cases(None)
        .unwrap()
        .into_iter()
        .map(|case| case.number)
        .collect()
}
