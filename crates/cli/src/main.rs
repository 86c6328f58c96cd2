//! `yichuangctl`: the verbs of the terminal without a window. One JSON value on standard output
//! (one a line for lint); errors as `{code, message}` on standard error with exit code 1.

mod arguments;
mod password;
mod run;
mod template;

use std::{io::Write as _, process::ExitCode};

use clap::Parser as _;

use crate::arguments::Arguments;

fn main() -> ExitCode {
    match run::run(Arguments::parse()) {
        Ok(lines) => print_lines(&lines),
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
