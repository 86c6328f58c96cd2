//! Limits that contradict each other.

use super::Report;

pub(super) fn check(report: &mut Report<'_>) {
    let matter = report.matter;
    if matter.promised_limit.comparable_tenths() > matter.statutory_limit.comparable_tenths() {
        report.find(
            "promise_longer_than_statutory",
            "promised_limit",
            "承诺时限长于法定时限",
        );
    }
}
