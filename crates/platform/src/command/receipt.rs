//! `receipt`: the line in the QR symbol of a receipt that a point printed.

use std::{
    io::{self, Read as _},
    path::PathBuf,
    process::ExitCode,
};

use clap::Subcommand;
use data_encoding::BASE64;
use yichuang_platform::{Platform, PlatformError};

use super::print;

/// More is no line.
const MAX_INPUT: u64 = 4096;

#[derive(Subcommand)]
pub(crate) enum Receipt {
    /// Prints the public root key, base64: `yichuangctl receipt verify --root` takes it in a file.
    Root {
        /// The platform's data directory.
        #[arg(long)]
        data: PathBuf,
    },
    /// Verifies the line of a printed receipt. Exit code 1 when it does not hold.
    Verify {
        /// The platform's data directory.
        #[arg(long)]
        data: PathBuf,
        /// The line, from YC1: on; - reads it from standard input.
        line: String,
    },
}

impl Receipt {
    pub(super) fn run(self) -> Result<ExitCode, PlatformError> {
        match self {
            Self::Root { data } => {
                let key = Platform::open_existing(&data)?.public_key();
                print(&BASE64.encode(&key.0))?;
            }
            Self::Verify { data, line } => {
                let line = match line.as_str() {
                    "-" => standard_input()?,
                    _ => line,
                };
                let found = Platform::open_existing(&data)?.verify_receipt(&line)?;
                let (receipt, certificate) = (&found.receipt, &found.certificate);
                let day = |day: Option<chrono::NaiveDate>| {
                    day.map_or_else(|| "-".to_owned(), |day| day.to_string())
                };
                print(&format!(
                    "{}\t{}\t{}\t{}\t{}\t{}\t{}\t{}",
                    receipt.number,
                    receipt.matter,
                    receipt.received,
                    day(receipt.accepted),
                    day(receipt.due),
                    receipt.name,
                    certificate.terminal(),
                    certificate.point(),
                ))?;
            }
        }
        Ok(ExitCode::SUCCESS)
    }
}

fn standard_input() -> Result<String, PlatformError> {
    let mut text = String::new();
    io::stdin()
        .take(MAX_INPUT)
        .read_to_string(&mut text)
        .map_err(|source| PlatformError::Io {
            path: "standard input".into(),
            source,
        })?;
    Ok(text)
}
