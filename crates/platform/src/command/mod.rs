//! The command line: what each sub-command takes, and what it prints.

mod enrolment;
mod receipt;
mod review;
mod serve;

use std::{
    fs,
    io::{self, Write as _},
    path::{Path, PathBuf},
    process::ExitCode,
};

use clap::Parser;
use yichuang_platform::{
    AliasChange, Platform, PlatformError, ReviewedCase, storage::CloneEvidence,
};

/// The central platform's receiving side of 一窗.
#[derive(Parser)]
#[command(name = "yichuang-platform", version)]
pub(crate) enum Command {
    /// Serves terminals until SIGTERM or Ctrl-C.
    Serve(serve::Serve),
    /// Grants a terminal code and writes the enrolment file for its machine.
    Enrolment(enrolment::Enrolment),
    /// Verifies a signed catalogue pack and puts it in force for every terminal.
    Publish {
        /// The platform's data directory.
        #[arg(long)]
        data: PathBuf,
        /// The pack, a .ycp file.
        pack: PathBuf,
    },
    /// Lists the departments' queues.
    Cases {
        /// The platform's data directory.
        #[arg(long)]
        data: PathBuf,
        /// Only this department's.
        #[arg(long)]
        department: Option<String>,
    },
    /// Records what a department says of a case and tells its terminal.
    Review(review::Review),
    /// Lists what points asked about cases their departments have and nobody has answered.
    Requests {
        /// The platform's data directory.
        #[arg(long)]
        data: PathBuf,
    },
    /// Lists what residents asked for and no catalogue answered to, newest first.
    Asked {
        /// The platform's data directory.
        #[arg(long)]
        data: PathBuf,
    },
    /// Lists what points say people call a matter and what they took back, newest first.
    Aliases {
        /// The platform's data directory.
        #[arg(long)]
        data: PathBuf,
    },
    /// The receipts that points print.
    #[command(subcommand)]
    Receipt(receipt::Receipt),
    /// Reads back every chain, file and catalogue item. Exit code 1 when something is wrong.
    Verify {
        /// The platform's data directory.
        #[arg(long)]
        data: PathBuf,
    },
}

impl Command {
    pub(crate) async fn run(self) -> Result<ExitCode, PlatformError> {
        match self {
            Self::Serve(serve) => serve.run().await,
            Self::Enrolment(enrolment) => enrolment.run(),
            Self::Publish { data, pack } => publish(&data, &pack),
            Self::Cases { data, department } => {
                for case in Platform::open_existing(&data)?.cases(department.as_deref())? {
                    print(&line(&case))?;
                }
                Ok(ExitCode::SUCCESS)
            }
            Self::Review(review) => review.run(),
            Self::Requests { data } => review::requests(&data),
            Self::Asked { data } => {
                for note in Platform::open_existing(&data)?.asked()? {
                    print(&format!("{}\t{}\t{}", note.journal, note.at, note.text))?;
                }
                Ok(ExitCode::SUCCESS)
            }
            Self::Aliases { data } => {
                for change in Platform::open_existing(&data)?.aliases()? {
                    print(&words(&change))?;
                }
                Ok(ExitCode::SUCCESS)
            }
            Self::Receipt(receipt) => receipt.run(),
            Self::Verify { data } => verify(&data),
        }
    }
}

fn publish(data: &Path, pack: &Path) -> Result<ExitCode, PlatformError> {
    let bytes = read(pack)?;
    let feeds = Platform::open_existing(data)?.publish(&bytes)?;
    print(&format!("in force; {feeds} terminals told"))?;
    Ok(ExitCode::SUCCESS)
}

fn verify(data: &Path) -> Result<ExitCode, PlatformError> {
    let report = Platform::open_existing(data)?.verify()?;
    print(&format!(
        "{} journals, {} entries, {} files, {} catalogue items read",
        report.journals, report.entries, report.files, report.items
    ))?;
    for CloneEvidence {
        journal,
        epoch,
        seq,
        at,
    } in &report.clone_evidence
    {
        print(&format!(
            "{journal} is written by two machines: epoch {epoch} from entry {seq}, seen {at}"
        ))?;
    }
    for problem in &report.problems {
        print(problem)?;
    }
    Ok(if report.problems.is_empty() {
        ExitCode::SUCCESS
    } else {
        ExitCode::FAILURE
    })
}

fn line(case: &ReviewedCase) -> String {
    let ReviewedCase {
        number,
        platform_number,
        matter,
        department,
        terminal,
        state,
        step,
    } = case;
    format!(
        "{number}\t{platform_number}\t{department}\t{matter}\t{terminal}\t{}\t{step}",
        state.label()
    )
}

fn words(change: &AliasChange) -> String {
    let AliasChange {
        journal,
        at,
        added,
        matter,
        text,
    } = change;
    let how = if *added { "added" } else { "removed" };
    format!("{journal}\t{at}\t{how}\t{matter}\t{text}")
}

fn read(path: &Path) -> Result<Vec<u8>, PlatformError> {
    fs::read(path).map_err(|source| PlatformError::Io {
        path: path.to_owned(),
        source,
    })
}

/// Writes one line to standard output.
fn print(text: &str) -> Result<(), PlatformError> {
    let mut out = io::stdout().lock();
    writeln!(out, "{text}")
        .and_then(|()| out.flush())
        .map_err(|source| PlatformError::Io {
            path: "standard output".into(),
            source,
        })
}
