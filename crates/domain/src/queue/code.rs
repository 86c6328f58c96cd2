//! The code printed on a ticket, by which it is found again.

use std::{fmt, str::FromStr};

use chrono::NaiveDate;

use super::TicketNumber;
use crate::{id::TerminalCode, number::mod_37_36};

/// Why something scanned or typed is not the code of a ticket.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum TicketCodeProblem {
    /// It does not have the form `TERMINAL-YYYYMMDD-A017-C`.
    #[error("not the code of a ticket")]
    Form,
    /// The check character does not fit: a sign was misread or mistyped.
    #[error("the check character does not fit")]
    Check,
}

/// Which ticket of which machine and day: `LY03-20261123-A017-C`, with one ISO 7064 MOD 37,36 check
/// character over the letters and digits before it, as in case numbers. It names nobody.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TicketCode {
    /// The machine that gave it.
    pub terminal: TerminalCode,
    /// The day it was given, Asia/Shanghai.
    pub day: NaiveDate,
    /// What is called.
    pub number: TicketNumber,
}

impl TicketCode {
    fn body(&self) -> String {
        format!(
            "{}-{}-{}",
            self.terminal,
            self.day.format("%Y%m%d"),
            self.number
        )
    }

    fn check(&self) -> char {
        mod_37_36(&self.body().replace('-', ""))
    }
}

impl fmt::Display for TicketCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}-{}", self.body(), self.check())
    }
}

impl FromStr for TicketCode {
    type Err = TicketCodeProblem;

    /// Reads a code; small letters and spaces around it do not matter.
    fn from_str(text: &str) -> Result<Self, TicketCodeProblem> {
        let form = |_| TicketCodeProblem::Form;
        let text = text.trim().to_ascii_uppercase();
        let parts: Vec<&str> = text.split('-').collect();
        let &[terminal, day, number, check] = parts.as_slice() else {
            return Err(TicketCodeProblem::Form);
        };
        let digits = day.len() == 8 && day.bytes().all(|b| b.is_ascii_digit());
        let day = NaiveDate::parse_from_str(day, "%Y%m%d").map_err(|_| TicketCodeProblem::Form);
        let code = Self {
            terminal: terminal.parse().map_err(|_| TicketCodeProblem::Form)?,
            day: day?,
            number: number.parse().map_err(form)?,
        };
        match (digits, check.len() == 1 && check.starts_with(code.check())) {
            (false, _) => Err(TicketCodeProblem::Form),
            (true, false) => Err(TicketCodeProblem::Check),
            (true, true) => Ok(code),
        }
    }
}
