//! `archive`: the package of a closed file, written and checked.

use std::{
    fs::File,
    io::BufReader,
    path::{Path, PathBuf},
};

use clap::Subcommand;
use serde_json::{Value, json};
use yichuang_app::{ArchiveCheck, ArchiveError, ArchiveProblem, Host, check_archive, ipc::CaseRef};

use crate::run::{Failure, Outcome, Told, one, signed_in};

#[derive(Debug, Subcommand)]
pub(crate) enum ArchiveVerb {
    /// Writes the package of a closed file as NUMBER.zip. It holds whole identity numbers and every
    /// page; the case says that it was written.
    Write {
        /// The case's number.
        number: String,
        /// The folder it goes into.
        #[arg(long, value_name = "FOLDER")]
        to: PathBuf,
    },
    /// Checks a package without any network or home: 0 when every part is there and as the package
    /// says, 3 when not, 1 when it is no package. It does not say who made the package.
    Verify {
        /// The package.
        file: PathBuf,
    },
}

impl From<ArchiveError> for Failure {
    fn from(error: ArchiveError) -> Self {
        Self::new(error.code(), error)
    }
}

/// Does what was asked of packages.
pub(crate) fn archive(host: Host, operator: Option<String>, verb: ArchiveVerb) -> Outcome {
    match verb {
        ArchiveVerb::Write { number, to } => {
            let desk = signed_in(host, operator)?;
            one(&desk.write_archive_package_to(CaseRef { number }, &to)?)
        }
        ArchiveVerb::Verify { file } => Ok(verify(&file)?.lines),
    }
}

/// Checks a package; says in Chinese and English what holds and what does not.
pub(crate) fn verify(file: &Path) -> Result<Told, Failure> {
    let open = File::open(file).map_err(|error| Failure::file(file, &error))?;
    let check = check_archive(BufReader::new(open))?;
    let holds = check.holds;
    Ok(Told {
        lines: vec![told(check)?.to_string()],
        holds,
    })
}

fn told(check: ArchiveCheck) -> Result<Value, Failure> {
    let problems: Vec<_> = check.problems.iter().map(problem).collect();
    let (said, english) = match check.holds {
        true => (
            "各部件齐全，与元数据和校验值一致",
            "every part is there and as its metadata and digests say",
        ),
        false => ("不完整或被改动过", "incomplete or changed"),
    };
    let mut told = serde_json::to_value(check).map_err(|error| Failure::new("CLI-003", error))?;
    told["said"] = json!(said);
    told["said_in_english"] = json!(english);
    told["problems"] = json!(problems);
    Ok(told)
}

fn problem(found: &ArchiveProblem) -> Value {
    let (said, english) = match found.code {
        "ARCHIVE-111" => ("与记载的长度或校验值不符", "not as the package says it is"),
        "ARCHIVE-112" => ("缺少", "missing"),
        "ARCHIVE-113" => ("多出来的", "not a part of the package"),
        _ => ("读不出来", "cannot be read"),
    };
    json!({ "code": found.code, "part": found.part, "said": said, "said_in_english": english })
}
