//! How many tests passed and failed, read from what the runners print. Pure.

use std::iter::Sum;

use serde_json::Value;

/// Counts of one stage, or of all.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Tally {
    pub(crate) passed: u64,
    pub(crate) failed: u64,
}

impl Tally {
    /// A check without parts of its own that held.
    pub(crate) const HELD: Self = Self {
        passed: 1,
        failed: 0,
    };
    /// A check without parts of its own that did not hold.
    pub(crate) const BROKEN: Self = Self {
        passed: 0,
        failed: 1,
    };

    /// What a runner's counts are worth beside its exit status: a runner that failed has
    /// failed something even if it never came to counting, and silence is not success.
    pub(crate) fn judged(counted: Option<Self>, succeeded: bool) -> Self {
        match counted {
            None => Self::BROKEN,
            Some(tally) if !succeeded && tally.failed == 0 => Self { failed: 1, ..tally },
            Some(tally) => tally,
        }
    }
}

impl Sum for Tally {
    fn sum<I: Iterator<Item = Self>>(tallies: I) -> Self {
        tallies.fold(Self::default(), |sum, tally| Self {
            passed: sum.passed + tally.passed,
            failed: sum.failed + tally.failed,
        })
    }
}

/// The last `Summary [..] N tests run: N passed (..), N failed, N timed out, ..` of nextest.
pub(crate) fn nextest(output: &str) -> Option<Tally> {
    let line = output
        .lines()
        .rev()
        .find(|line| line.trim_start().starts_with("Summary ["))?;
    let (_, counts) = line.split_once(" run: ")?;
    let mut tally = Tally::default();
    for part in outside_brackets(counts).split(',') {
        let (count, kind) = part.trim().split_once(' ')?;
        let count: u64 = count.parse().ok()?;
        match kind.trim() {
            "passed" => tally.passed += count,
            "skipped" => {}
            _ => tally.failed += count,
        }
    }
    Some(tally)
}

fn outside_brackets(text: &str) -> String {
    let mut depth = 0u32;
    text.chars()
        .filter(|c| {
            match c {
                '(' => depth += 1,
                ')' => {
                    depth = depth.saturating_sub(1);
                    return false;
                }
                _ => {}
            }
            depth == 0
        })
        .collect()
}

/// The sum over every `test result: ok. N passed; N failed; ..` of cargo's own runner.
pub(crate) fn cargo_test(output: &str) -> Option<Tally> {
    let tallies: Vec<Tally> = output.lines().filter_map(cargo_test_line).collect();
    (!tallies.is_empty()).then(|| tallies.into_iter().sum())
}

fn cargo_test_line(line: &str) -> Option<Tally> {
    let counts = line.trim().strip_prefix("test result: ")?;
    let count = |kind: &str| {
        counts
            .split(['.', ';'])
            .find_map(|part| part.trim().strip_suffix(kind)?.trim().parse().ok())
    };
    Some(Tally {
        passed: count(" passed")?,
        failed: count(" failed")?,
    })
}

/// Vitest's JSON reporter.
pub(crate) fn vitest(report: &str) -> Option<Tally> {
    let report: Value = serde_json::from_str(report).ok()?;
    Some(Tally {
        passed: report["numPassedTests"].as_u64()?,
        failed: report["numFailedTests"].as_u64()?,
    })
}

/// Playwright's JSON reporter; a test that passed only on a second try has failed.
pub(crate) fn playwright(report: &str) -> Option<Tally> {
    let report: Value = serde_json::from_str(report).ok()?;
    let stats = &report["stats"];
    Some(Tally {
        passed: stats["expected"].as_u64()?,
        failed: stats["unexpected"].as_u64()? + stats["flaky"].as_u64()?,
    })
}

#[cfg(test)]
mod tests {
    use super::{Tally, cargo_test, nextest, playwright, vitest};

    fn tally(passed: u64, failed: u64) -> Option<Tally> {
        Some(Tally { passed, failed })
    }

    #[test]
    fn nextest_counts_everything_that_is_neither_passed_nor_skipped_as_failed() {
        let plain = "   Summary [   3.1s] 45 tests run: 45 passed, 2 skipped\n";
        assert_eq!(nextest(plain), tally(45, 0));
        let mixed = "------\n     Summary [  10.0s] 9/12 tests run: 5 passed (1 slow, 1 leaky), \
                     2 failed, 1 exec failed, 1 timed out, 3 skipped\nerror: test run failed\n";
        assert_eq!(nextest(mixed), tally(5, 4));
        assert_eq!(nextest("error: could not compile"), None);
    }

    #[test]
    fn cargo_test_sums_its_binaries() {
        let output = "test result: ok. 11 passed; 0 failed; 1 ignored; 0 measured; 0 filtered out; finished in 0.49s\n\
                      test result: FAILED. 3 passed; 2 failed; 0 ignored; 0 measured; 0 filtered out\n";
        assert_eq!(cargo_test(output), tally(14, 2));
        assert_eq!(cargo_test("error[E0308]: mismatched types"), None);
    }

    #[test]
    fn browser_reports_are_read_from_their_json() {
        assert_eq!(
            vitest(r#"{"numTotalTests":3,"numPassedTests":2,"numFailedTests":1}"#),
            tally(2, 1)
        );
        assert_eq!(
            playwright(r#"{"stats":{"expected":7,"unexpected":1,"flaky":1,"skipped":2}}"#),
            tally(7, 2)
        );
        assert_eq!(vitest("not json"), None);
    }

    #[test]
    fn a_runner_that_dies_before_counting_has_failed() {
        assert_eq!(Tally::judged(None, true), Tally::BROKEN);
        assert_eq!(
            Tally::judged(tally(5, 0), false),
            Tally {
                passed: 5,
                failed: 1
            }
        );
        assert_eq!(Tally::judged(Some(Tally::HELD), true), Tally::HELD);
    }
}
