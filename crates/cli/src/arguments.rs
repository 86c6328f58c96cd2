//! What can be asked on the command line.

use std::path::PathBuf;

use clap::{Args, Parser, Subcommand, builder::PossibleValuesParser};
use yichuang_app::reprint_reasons;

use crate::{
    archive::ArchiveVerb,
    printing::{PapersVerb, PrintersVerb},
    slip::SlipVerb,
};

/// The terminal's verbs without a window.
#[derive(Debug, Parser)]
#[command(name = "yichuangctl", version)]
pub(crate) struct Arguments {
    /// The home folder.
    #[arg(long, global = true, env = "YICHUANG_HOME")]
    pub(crate) home: Option<PathBuf>,
    /// Fonts, the sample catalogue and the demo.
    #[arg(long, global = true, env = "YICHUANG_ASSETS")]
    pub(crate) assets: Option<PathBuf>,
    /// Who acts; the demo home has a default. The password is read from the file that
    /// YICHUANG_PASSWORD_FILE names, else from standard input.
    #[arg(long, global = true, value_name = "NAME")]
    pub(crate) operator: Option<String>,
    #[command(subcommand)]
    pub(crate) verb: Verb,
}

#[derive(Debug, Subcommand)]
pub(crate) enum Verb {
    /// Makes a home. Needs no network.
    Init {
        /// A sample terminal with the sample catalogue and sample operators.
        #[arg(long)]
        demo: bool,
        /// The platform's address, instead of the one in the enrolment file.
        #[arg(long, value_name = "URL")]
        platform: Option<String>,
        /// The enrolment file, when it is not the demo.
        #[arg(long, value_name = "FILE", conflicts_with = "demo")]
        enrolment: Option<PathBuf>,
    },
    /// The catalogue of matters.
    #[command(subcommand)]
    Catalogue(CatalogueVerb),
    /// Matters.
    #[command(subcommand)]
    Matter(MatterVerb),
    /// The service guide of a matter as PDF, OFD or both.
    Guide {
        /// The matter's code.
        code: String,
        #[command(flatten)]
        files: PaperFiles,
        /// Answers that shape the list: a JSON object, question to choice.
        #[arg(long, value_name = "FILE")]
        answers: Option<PathBuf>,
        /// In large print.
        #[arg(long)]
        large: bool,
        /// The main points on a roll of 80 mm (小票要点).
        #[arg(long, conflicts_with_all = ["large", "ofd"])]
        ticket: bool,
    },
    /// The service guides of a selection as PDF, for the hall: one file each.
    Guides {
        /// The folder they go into.
        #[arg(long, value_name = "FOLDER")]
        folder: PathBuf,
        /// Only those of a category.
        #[arg(long, value_name = "NAME")]
        category: Option<String>,
        /// Only what this point takes in.
        #[arg(long)]
        here: bool,
        /// In large print.
        #[arg(long)]
        large: bool,
        /// The main points on a roll of 80 mm (小票要点).
        #[arg(long, conflicts_with = "large")]
        ticket: bool,
    },
    /// The list of proofs kept and abolished as PDF.
    Proofs {
        /// Where the PDF goes.
        #[arg(long, value_name = "FILE")]
        pdf: PathBuf,
    },
    /// The requirement lines of a matter.
    Requirements {
        /// The matter's code.
        code: String,
        /// Answers that shape the list: a JSON object, question to choice.
        #[arg(long, value_name = "FILE")]
        answers: Option<PathBuf>,
    },
    /// Takes in one application from a file.
    Intake {
        /// The intake file; `docs/schema/intake.json` describes it.
        file: PathBuf,
        /// Answers for today's date, which is asked once a day while the machine's clock cannot be
        /// trusted (`CLOCK-001`).
        #[arg(long, value_name = "YYYY-MM-DD")]
        confirm_date: Option<String>,
    },
    /// The receipt of a case as PDF, OFD or both; or whether a printed one is what was issued.
    #[command(args_conflicts_with_subcommands = true, subcommand_negates_reqs = true)]
    Receipt {
        #[command(subcommand)]
        verb: Option<ReceiptVerb>,
        /// The case's number.
        #[arg(required = true)]
        number: Option<String>,
        #[command(flatten)]
        files: PaperFiles,
        /// Why it is made again (补打), once it was printed or written to a file.
        #[arg(long, value_parser = PossibleValuesParser::new(reprint_reasons()))]
        reason: Option<String>,
    },
    /// Cases.
    #[command(subcommand)]
    Case(CaseVerb),
    /// The archive package of a case whose file is closed (归档包).
    #[command(subcommand)]
    Archive(ArchiveVerb),
    /// Numbered slips for days on which the machine cannot be used (先受理、后补录).
    #[command(subcommand)]
    Slip(SlipVerb),
    /// Exchanges with the platform.
    Sync {
        /// Once, then end; without it, until interrupted.
        #[arg(long)]
        once: bool,
    },
    /// Printers, and which document goes to which.
    #[command(subcommand)]
    Printers(PrintersVerb),
    /// Papers on their way to a printer.
    #[command(subcommand)]
    Papers(PapersVerb),
    /// The journal.
    #[command(subcommand)]
    Journal(JournalVerb),
    /// What papers say, as data. Opens no home.
    #[command(subcommand)]
    Template(TemplateVerb),
}

/// Where a paper goes.
#[derive(Debug, Args)]
#[group(required = true, multiple = true)]
pub(crate) struct PaperFiles {
    /// Where the PDF goes.
    #[arg(long, value_name = "FILE")]
    pub(crate) pdf: Option<PathBuf>,
    /// Where the same pages go as OFD (GB/T 33190-2016).
    #[arg(long, value_name = "FILE")]
    pub(crate) ofd: Option<PathBuf>,
}

impl PaperFiles {
    /// A PDF alone.
    pub(crate) const fn pdf(file: PathBuf) -> Self {
        Self {
            pdf: Some(file),
            ofd: None,
        }
    }
}

#[derive(Debug, Subcommand)]
pub(crate) enum ReceiptVerb {
    /// Checks a receipt without any network: 0 when it is as issued, 3 when it is not, 1 when it
    /// cannot be read.
    Verify {
        /// The text of its QR symbol, from YC1: on; its PDF; or - for either on standard input.
        what: String,
        /// The platform's root key in base64 or an enrolment file, where there is no home.
        #[arg(long, value_name = "FILE")]
        root: Option<PathBuf>,
    },
}

#[derive(Debug, Subcommand)]
pub(crate) enum CatalogueVerb {
    /// Takes in a folder or file of the catalogue's format (authoring homes), or a signed pack.
    Import {
        /// A folder, a JSON file or a pack.
        path: PathBuf,
    },
    /// One line a finding.
    Lint,
    /// One line a difference between copies of one matter at several levels.
    Compare,
    /// Writes the pack in force, as signed, to a file.
    Pack {
        /// Where the pack goes.
        file: PathBuf,
    },
}

#[derive(Debug, Subcommand)]
pub(crate) enum MatterVerb {
    /// Finds matters by words, pinyin, initials, alias or code.
    Search {
        /// What the resident says.
        text: String,
    },
}

#[derive(Debug, Subcommand)]
pub(crate) enum CaseVerb {
    /// Every case, newest first.
    List,
    /// The fields of cases of one matter as CSV, for a department's own import. Each case says that they
    /// were taken over.
    Export {
        /// Numbers of cases, at most 500; every case of the matter without any.
        numbers: Vec<String>,
        /// The matter's code.
        #[arg(long, value_name = "CODE")]
        matter: String,
        /// Without numbers: those received in this time.
        #[arg(long, default_value = "all", value_parser = ["today", "week", "all"], conflicts_with = "numbers")]
        period: String,
        /// Without numbers: those in this state, such as `accepted`.
        #[arg(
            long,
            default_value = "",
            hide_default_value = true,
            conflicts_with = "numbers"
        )]
        state: String,
        /// Where the table goes.
        #[arg(long, value_name = "FILE")]
        csv: PathBuf,
    },
    /// One case.
    Show {
        /// Its number.
        number: String,
    },
}

#[derive(Debug, Subcommand)]
pub(crate) enum TemplateVerb {
    /// Every template and profile, one a line.
    List,
    /// Whether a file can be a template, or a profile when its folder is named `profiles`.
    Check {
        /// The JSON file.
        file: PathBuf,
    },
    /// A paper of sample people as PDF.
    Preview {
        /// The document, such as `receipt`, or one version of it, such as `receipt.1`.
        document: String,
        /// A region code whose profile it is dressed in.
        #[arg(long, value_name = "REGION", default_value = "")]
        profile: String,
        /// Where the PDF goes.
        #[arg(long, value_name = "FILE")]
        out: PathBuf,
    },
}

#[derive(Debug, Subcommand)]
pub(crate) enum JournalVerb {
    /// Checks the chain, the payloads and the files.
    Verify,
    /// Rebuilds the projections and compares them.
    Rebuild,
}
