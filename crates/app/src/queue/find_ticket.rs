//! A ticket by the code on it.

use chrono::NaiveDate;
use yichuang_domain::{
    queue::{TicketCode, TicketCodeProblem, TicketNumber},
    role::Act,
};

use super::{board::row, day::Day};
use crate::{
    Desk, clock,
    ipc::{FindTicket, TicketFound},
    report::Outcome,
};

impl Desk {
    /// Finds a ticket of today by the code on it, or by its bare number; says of any other why it is
    /// not in this queue.
    ///
    /// # Errors
    /// `OPS-…`.
    pub fn find_ticket(&self, input: FindTicket) -> Outcome<TicketFound> {
        self.allowed(Act::Queue)?;
        let now = self.now();
        self.store()?.read(|read| {
            let (here, today) = (read.identity().terminal(), clock::day(now));
            let code = match read_code(&input.code, here, today) {
                Ok(code) => code,
                Err(TicketCodeProblem::Form) => return Ok(nowhere("no_code")),
                Err(TicketCodeProblem::Check) => return Ok(nowhere("mistyped")),
            };
            let found = |place: &str| TicketFound {
                number: code.number.to_string(),
                day: code.day.to_string(),
                terminal: code.terminal.to_string(),
                ..nowhere(place)
            };
            if code.terminal != *here {
                return Ok(found("other_terminal"));
            }
            if code.day != today {
                return Ok(found("other_day"));
            }
            let tickets = Day::read(read, now)?.tickets;
            let ticket = tickets.iter().find(|one| one.number == code.number);
            Ok(match ticket {
                Some(ticket) => TicketFound {
                    ticket: Some(row(ticket, now)),
                    ..found("here")
                },
                None => found("unknown"),
            })
        })
    }
}

/// A code, or the bare number of a ticket of today.
fn read_code(
    text: &str,
    here: &yichuang_domain::TerminalCode,
    today: NaiveDate,
) -> Result<TicketCode, TicketCodeProblem> {
    let bare: Result<TicketNumber, _> = text.trim().to_ascii_uppercase().parse();
    match bare {
        Ok(number) => Ok(TicketCode {
            terminal: here.clone(),
            day: today,
            number,
        }),
        Err(_) => text.parse(),
    }
}

fn nowhere(place: &str) -> TicketFound {
    TicketFound {
        place: place.to_owned(),
        ticket: None,
        number: String::new(),
        day: String::new(),
        terminal: String::new(),
    }
}
