//! `yichuangctl`: the verbs of the terminal without a window. One JSON value on standard output
//! (one a line for lint); errors as `{code, message}` on standard error with exit code 1. Exit code 3:
//! what was to be verified does not hold.

mod archive;
mod arguments;
mod password;
mod printing;
mod receipt;
mod run;
mod slip;
mod template;

use std::{io::Write as _, process::ExitCode};

use clap::Parser as _;

use crate::arguments::Arguments;

/// What was asked was read, and is not so; 2 is the argument reader's.
const DOES_NOT_HOLD: u8 = 3;

fn main() -> ExitCode {
    match run::run(Arguments::parse()) {
        Ok(told) => match (print_lines(&told.lines), told.holds) {
            (printed, true) => printed,
            (_, false) => ExitCode::from(DOES_NOT_HOLD),
        },
        Err(error) => {
            eprintln!("{}", error.to_json());
            ExitCode::FAILURE
        }
    }
}

/// A reader that went away early (`| head`) is not a failure.
fn print_lines(lines: &[String]) -> ExitCode {
    let mut out = std::io::stdout().lock();
    for line in lines {
        if writeln!(out, "{line}").is_err() {
            break;
        }
    }
    ExitCode::SUCCESS
}
