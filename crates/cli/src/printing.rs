//! `printers` and `papers`: setting printers up, sending papers, and waiting for what becomes of them.

use std::{
    path::PathBuf,
    thread::sleep,
    time::{Duration, Instant},
};

use clap::{Args, Subcommand};
use yichuang_app::{
    Desk, Host,
    ipc::{
        KeepPrinter, Nothing, PaperInfo, PaperRef, PaperRefs, PrintElsewhere, PrinterRef,
        RouteDocument,
    },
};

use crate::run::{Failure, Outcome, one, signed_in, signed_in_reading, write_file};

/// The pause between two looks at the queue, growing up to the longest.
const SHORTEST: Duration = Duration::from_millis(100);
const LONGEST: Duration = Duration::from_secs(2);

#[derive(Debug, Subcommand)]
pub(crate) enum PrintersVerb {
    /// The printers and where each document goes.
    List,
    /// Looks for printers at this machine.
    Find,
    /// Sets a printer up. Needs --operator with a 负责人 or 管理员, as all that changes one.
    Add(NewPrinter),
    /// Takes a printer away.
    Remove {
        /// Its id, from `printers list`.
        printer: String,
    },
    /// Sends a document to a printer from now on.
    Route {
        /// Which document, such as receipt.
        document: String,
        /// The sheet: one of those `printers list` names for the document.
        #[arg(long)]
        sheet: String,
        /// The printer's id; without one, papers are kept in the folder.
        #[arg(long, value_name = "ID")]
        printer: Option<String>,
    },
    /// Prints a trial page or ticket.
    Try {
        /// The printer's id.
        printer: String,
        #[command(flatten)]
        patience: Patience,
    },
}

/// A printer to set up.
#[derive(Debug, Args)]
pub(crate) struct NewPrinter {
    /// What people call it.
    name: String,
    /// ipp, ticket_network, ticket_serial, ticket_usb or queue.
    #[arg(long)]
    kind: String,
    /// ipp://…, IP:port, a serial port, a device file or the system's queue.
    #[arg(long)]
    address: String,
    /// Width of a ticket printer's roll in millimetres: 58 or 80.
    #[arg(long, value_name = "MM")]
    width: Option<u32>,
    /// The ticket printer has a cutter.
    #[arg(long)]
    cutter: bool,
    /// Tickets without rare characters go as text, which is faster.
    #[arg(long)]
    text: bool,
}

#[derive(Debug, Subcommand)]
pub(crate) enum PapersVerb {
    /// What is on a printer, what waits, and what needs a person.
    List,
    /// Sends papers where their documents go, and waits for what becomes of them; without any, for
    /// those that were on their way when the program ended.
    Print {
        /// Ids, from `papers list` or `case show`.
        papers: Vec<String>,
        /// Another printer than the usual one, by its id.
        #[arg(long, value_name = "ID", requires = "papers")]
        printer: Option<String>,
        /// Writes the one paper to this file instead.
        #[arg(
            long,
            value_name = "FILE.pdf",
            requires = "papers",
            conflicts_with = "printer"
        )]
        to: Option<PathBuf>,
        #[command(flatten)]
        patience: Patience,
    },
    /// Takes papers back, as far as nothing of them is on paper.
    Cancel {
        /// Ids.
        #[arg(required = true)]
        papers: Vec<String>,
    },
}

/// How long what was sent is waited for.
#[derive(Debug, Args)]
pub(crate) struct Patience {
    /// Seconds; what is not settled then is asked for again by whatever opens the home next.
    #[arg(long, value_name = "SECONDS", default_value_t = 60)]
    wait: u64,
}

pub(crate) fn printers(host: Host, operator: Option<String>, verb: PrintersVerb) -> Outcome {
    match verb {
        PrintersVerb::List => one(&signed_in_reading(host, operator)?.list_printers(Nothing {})?),
        PrintersVerb::Find => one(&signed_in_reading(host, operator)?.find_printers(Nothing {})?),
        PrintersVerb::Add(new) => {
            let desk = signed_in(host, operator)?;
            one(&desk.keep_printer(KeepPrinter {
                id: None,
                name: new.name,
                kind: new.kind,
                address: new.address,
                width: new.width,
                cutter: new.cutter,
                text_mode: new.text,
            })?)
        }
        PrintersVerb::Remove { printer } => {
            let desk = signed_in(host, operator)?;
            one(&desk.remove_printer(PrinterRef { id: printer })?)
        }
        PrintersVerb::Route {
            document,
            sheet,
            printer,
        } => {
            let desk = signed_in(host, operator)?;
            one(&desk.route_document(RouteDocument {
                document,
                printer,
                sheet,
            })?)
        }
        PrintersVerb::Try { printer, patience } => {
            let desk = signed_in(host, operator)?;
            let paper = desk.try_printer(PrinterRef { id: printer })?;
            wait(&desk, &patience)?;
            one(&desk.show_paper(PaperRef { id: paper.id })?)
        }
    }
}

pub(crate) fn papers(host: Host, operator: Option<String>, verb: PapersVerb) -> Outcome {
    match verb {
        PapersVerb::List => one(&signed_in_reading(host, operator)?.paper_shelf(Nothing {})?),
        PapersVerb::Print {
            papers,
            printer,
            to,
            patience,
        } => {
            let desk = signed_in(host, operator)?;
            match to {
                Some(file) => save(&desk, papers, file),
                None => print(&desk, &papers, printer.as_ref(), &patience),
            }
        }
        PapersVerb::Cancel { papers } => {
            let desk = signed_in(host, operator)?;
            one(&desk.cancel_papers(PaperRefs { ids: papers })?)
        }
    }
}

fn print(desk: &Desk, papers: &[String], printer: Option<&String>, patience: &Patience) -> Outcome {
    let named = |id: &String| PaperRef { id: id.clone() };
    for id in papers {
        match printer {
            None => desk.print_paper(named(id))?,
            Some(printer) => desk.print_elsewhere(PrintElsewhere {
                id: id.clone(),
                printer: Some(printer.clone()),
            })?,
        };
    }
    wait(desk, patience)?;
    let settled = papers.iter().map(|id| desk.show_paper(named(id)));
    one(&settled.collect::<Result<Vec<PaperInfo>, _>>()?)
}

/// Works the queue off until everything is settled or patience is over.
fn wait(desk: &Desk, patience: &Patience) -> Result<(), Failure> {
    let until = Instant::now() + Duration::from_secs(patience.wait);
    let mut pause = SHORTEST;
    while desk.work_off_papers()? > 0 {
        let left = until.saturating_duration_since(Instant::now());
        if left.is_zero() {
            break;
        }
        sleep(pause.min(left));
        pause = (pause * 2).min(LONGEST);
    }
    Ok(())
}

fn save(desk: &Desk, papers: Vec<String>, file: PathBuf) -> Outcome {
    let [id] = <[String; 1]>::try_from(papers)
        .map_err(|_| Failure::new("CLI-009", "--to takes one paper"))?;
    let bytes = desk.paper_pdf(PaperRef { id })?;
    write_file(&file, &bytes)?;
    one(&serde_json::json!({ "file": file, "bytes": bytes.len() }))
}
