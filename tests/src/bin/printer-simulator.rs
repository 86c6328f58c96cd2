//! Simulated printers for browser tests: a ticket printer on the network and a print service with
//! one page printer. Prints `ticket ADDRESS` and `pages ADDRESS`, which the product is told, then
//! obeys standard input, one line each, and ends when that closes.
//!
//! `ticket well`, `ticket paper_out`, `ticket cover_open` and `ticket torn` (it runs out of paper in
//! the middle of every ticket) put the ticket printer into a state; `pages well`, `pages held` and
//! `pages paper_out` the service. Each is answered with `done`. `count` is answered with
//! `out TICKETS SHEETS`, what has come out so far.

#![allow(clippy::print_stdout)]

use std::{error::Error, io::BufRead as _};

use yichuang_device::simulator::{
    IppPrinter, JobState, JobStep, TicketEvent, TicketPrinter, TicketState, TicketTrouble,
};

/// Bytes of a ticket after which a torn one stops.
const TORN_AFTER: usize = 400;

fn turn_ticket(printer: &TicketPrinter, state: &str) -> Result<(), String> {
    printer.set(match state {
        "well" => TicketState::Well,
        "paper_out" => TicketState::Trouble(TicketTrouble::PaperOut),
        "cover_open" => TicketState::Trouble(TicketTrouble::CoverOpen),
        "torn" => TicketState::TroubleAfter(TORN_AFTER, TicketTrouble::PaperOut),
        other => return Err(format!("no such state of a ticket printer: {other}")),
    });
    Ok(())
}

fn turn_pages(printer: &IppPrinter, state: &str) -> Result<(), String> {
    match state {
        "well" => {
            printer.script(&[JobStep::of(JobState::Completed).after_sheets(1)]);
            printer.stand_still(false, &[]);
        }
        "held" => printer.script(&[JobStep::of(JobState::Held)]),
        "paper_out" => {
            let stopped = JobStep::of(JobState::Stopped).because("printer-stopped");
            printer.script(&[stopped]);
            printer.stand_still(true, &["media-empty-error"]);
        }
        other => return Err(format!("no such state of a page printer: {other}")),
    }
    Ok(())
}

/// A ticket is out once it is cut.
fn tickets(printer: &TicketPrinter) -> usize {
    let cut = |event: &&TicketEvent| matches!(event, TicketEvent::Cut(_));
    printer.paper().iter().filter(cut).count()
}

fn main() -> Result<(), Box<dyn Error>> {
    let ticket = TicketPrinter::on_network(TicketState::Well)?;
    let pages = IppPrinter::start()?;
    println!("ticket {}", ticket.link());
    println!("pages {}", pages.link());
    for line in std::io::stdin().lock().lines() {
        let line = line?;
        match line.split_once(' ') {
            Some(("ticket", state)) => turn_ticket(&ticket, state)?,
            Some(("pages", state)) => turn_pages(&pages, state)?,
            None if line == "count" => {
                println!("out {} {}", tickets(&ticket), pages.came_out().len());
                continue;
            }
            _ => return Err(format!("no such order: {line}").into()),
        }
        println!("done");
    }
    Ok(())
}
