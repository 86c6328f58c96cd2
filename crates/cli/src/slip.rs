//! `slip`: numbered slips for days on which the machine cannot be used, printed ahead.

use clap::Subcommand;
use yichuang_app::{
    Host,
    ipc::{Nothing, PrintSlips, SpoilSlip},
};

use crate::{
    arguments::PaperFiles,
    run::{Outcome, one, save_paper, signed_in, signed_in_reading},
};

#[derive(Debug, Subcommand)]
pub(crate) enum SlipVerb {
    /// Every slip and what became of it, free ones first.
    List,
    /// Blank slips with the terminal's next numbers; nothing else ever gets them.
    Print {
        /// How many, 1 to 50.
        count: u32,
        /// Where the PDF goes.
        #[arg(long, value_name = "FILE")]
        pdf: std::path::PathBuf,
    },
    /// Says that a free slip was spoiled or lost.
    Spoil {
        /// Its number.
        number: String,
        /// Why, 2 to 200 characters.
        #[arg(long)]
        reason: String,
    },
}

/// Does what was asked of slips.
pub(crate) fn slip(host: Host, operator: Option<String>, verb: SlipVerb) -> Outcome {
    match verb {
        SlipVerb::List => one(&signed_in_reading(host, operator)?.list_slips(Nothing {})?),
        SlipVerb::Print { count, pdf } => {
            let desk = signed_in(host, operator)?;
            let paper = desk.print_slips(PrintSlips { count })?;
            save_paper(&desk, &paper, &PaperFiles::pdf(pdf))
        }
        SlipVerb::Spoil { number, reason } => {
            one(&signed_in(host, operator)?.spoil_slip(SpoilSlip { number, reason })?)
        }
    }
}
