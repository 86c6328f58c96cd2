//! `cargo xtask bench`: measurements, printed as tables beside what is promised or what others
//! take. Never a test: a slow machine is not a fault.

mod figures;
mod paper;
mod ui;

use clap::ValueEnum;

use crate::failure::Failure;
use crate::repo::Repo;
use crate::sink::Sink;

/// What is measured.
#[derive(Clone, Copy, ValueEnum)]
pub(crate) enum Subject {
    /// The window: the times of the acceptance checks, on a home after years of work.
    Ui,
    /// Receipt and guide as PDF: time, size and memory beside typst and the least a PDF takes.
    Paper,
}

/// Builds what is measured, measures it and prints the table; `long` takes the full numbers of
/// cases.
pub(crate) fn run(repo: &Repo, subject: Subject, long: bool) -> Result<(), Failure> {
    let mut sink = Sink::Terminal;
    match subject {
        Subject::Ui => ui::run(repo, &mut sink, long),
        Subject::Paper => paper::run(repo, &mut sink),
    }
}
