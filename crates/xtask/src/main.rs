//! `cargo xtask`: everything that is done with the repository, behind one command.
//!
//! Owns the order in which things are prepared, built, checked and started. Knows the other
//! rooms only by file, package and program name; none of them knows it.
#![allow(
    clippy::print_stdout,
    reason = "a terminal is this program's whole interface"
)]

mod arrows;
mod bench;
mod bindings;
mod children;
mod demo;
mod documents;
mod failure;
mod packages;
mod printing;
mod repo;
mod runner;
mod sink;
mod stages;
mod summary;
mod tidy;
mod ui;
mod xvfb;

use std::process::ExitCode;

use clap::{Parser, Subcommand};

use failure::Failure;
use repo::Repo;
use sink::Sink;

/// Prepare, build, check and run 一窗.
#[derive(Parser)]
#[command(name = "cargo xtask", bin_name = "cargo xtask")]
struct Cli {
    #[command(subcommand)]
    task: Task,
}

#[derive(Subcommand)]
enum Task {
    /// Build everything and start the demonstration: platform, home, window.
    Run {
        /// Forget the last demonstration and start with an empty home.
        #[arg(long)]
        fresh: bool,
        /// Let the tour drive the window instead of a person; pictures go to target/tour.
        #[arg(long)]
        tour: bool,
    },
    /// Run every check and test; the last line is `N passed, N failed`.
    Test {
        /// The same tests with the large counts.
        #[arg(long)]
        long: bool,
        /// Run this stage alone; may be given several times.
        #[arg(long, value_name = "STAGE")]
        only: Vec<String>,
    },
    /// Measure, and print the measurements beside what is promised.
    Bench {
        /// What.
        subject: bench::Subject,
        /// The full numbers of cases.
        #[arg(long)]
        long: bool,
    },
    /// Write ui/src/ipc/bindings.ts from the interface types.
    Bindings {
        /// Write nothing; fail when the committed file differs.
        #[arg(long)]
        check: bool,
    },
    /// Install what the build and the tests need from the system and from npm.
    Packages,
}

fn main() -> ExitCode {
    let cli = Cli::parse();
    match perform(&cli.task) {
        Ok(code) => code,
        Err(failure) => {
            eprintln!("xtask: {failure}");
            ExitCode::FAILURE
        }
    }
}

fn perform(task: &Task) -> Result<ExitCode, Failure> {
    let repo = Repo::find()?;
    match task {
        Task::Run { fresh, tour } => demo::run(&repo, *fresh, *tour)?,
        Task::Test { long, only } => return runner::run(&repo, &stages::chosen(only)?, *long),
        Task::Bench { subject, long } => bench::run(&repo, *subject, *long)?,
        Task::Bindings { check } => bindings::export(&repo, &mut Sink::Terminal, *check)?,
        Task::Packages => packages::install(&repo, &mut Sink::Terminal)?,
    }
    Ok(ExitCode::SUCCESS)
}
