//! `yichuang-platform review` and `requests`: what a reviewer says of a case.

use std::{path::PathBuf, process::ExitCode};

use chrono::NaiveDate;
use clap::{Args, Subcommand};
use yichuang_domain::{CaseState, CorrectionItem, case::SpecialProcedure, matter::ResultKind};
use yichuang_platform::{
    AnswerRequest, AskMore, BeginProcedure, EndProcedure, ExtendLimit, IssueResult, IssuedDocument,
    OpenRequest, Platform, PlatformError, ReviewStep, ReviewedCase,
};
use yichuang_wire::Hash;

use super::{line, print};

/// Records what a department says of a case and tells its terminal.
#[derive(Args)]
#[command(args_conflicts_with_subcommands = true, arg_required_else_help = true)]
pub(crate) struct Review {
    #[command(subcommand)]
    act: Option<Act>,
    #[command(flatten)]
    step: Option<Step>,
}

/// Which case.
#[derive(Args)]
struct Case {
    /// The platform's data directory.
    #[arg(long)]
    data: PathBuf,
    /// The case's number, or the platform's.
    number: String,
    /// Which office says so.
    #[arg(long)]
    office: String,
}

#[derive(Args)]
struct Step {
    /// The platform's data directory.
    #[arg(long)]
    data: PathBuf,
    /// The case's number, or the platform's.
    number: String,
    /// Which office has it.
    #[arg(long)]
    office: String,
    /// The step's name.
    #[arg(long)]
    step: String,
    /// The state it is in then: in_process, granted, denied or ready_for_pickup.
    #[arg(long, default_value = "in_process", value_parser = state)]
    state: CaseState,
    /// What the office says to the resident.
    #[arg(long)]
    note: Option<String>,
}

#[derive(Subcommand)]
enum Act {
    /// A special procedure begins: its days do not count.
    Begin {
        #[command(flatten)]
        case: Case,
        /// hearing, tendering, auction, inspection, testing, quarantine, appraisal, expert_review,
        /// public_notice or other.
        #[arg(long, value_parser = procedure)]
        what: SpecialProcedure,
        /// Why, with its basis.
        #[arg(long)]
        reason: String,
        /// Working days it is expected to take.
        #[arg(long)]
        days: u32,
    },
    /// The special procedure has its result; the limits go on.
    End {
        #[command(flatten)]
        case: Case,
        /// What came of it.
        #[arg(long)]
        result: String,
    },
    /// The limits are extended, once, by at most 10 working days.
    Extend {
        #[command(flatten)]
        case: Case,
        /// Working days.
        #[arg(long)]
        days: u32,
        /// Who approved it, by office.
        #[arg(long)]
        approver: String,
        /// Why.
        #[arg(long)]
        reason: String,
    },
    /// The examination needs something more.
    Ask {
        #[command(flatten)]
        case: Case,
        /// MATERIAL|PROBLEM|HOW|BASIS, once for each thing.
        #[arg(long = "item", required = true, value_parser = item)]
        items: Vec<CorrectionItem>,
        /// Working days to supply it in.
        #[arg(long)]
        days: u32,
    },
    /// The department decided.
    Result {
        #[command(flatten)]
        case: Case,
        /// granted or denied.
        #[arg(long, value_parser = decision)]
        decision: Decision,
        /// NAME|KIND|NUMBER|VALID-UNTIL, once for each document; the last two may be empty.
        #[arg(long = "document", value_parser = document)]
        documents: Vec<IssuedDocument>,
        /// The reasons; needed of a decision against the applicant.
        #[arg(long, default_value = "")]
        reason: String,
    },
    /// Answers what a point asked.
    Answer {
        #[command(flatten)]
        case: Case,
        /// The entry that asked, from `requests`; the oldest open one when left out.
        #[arg(long)]
        request: Option<Hash>,
        /// granted or denied.
        #[arg(long, value_parser = decision)]
        decision: Decision,
        /// In words.
        #[arg(long)]
        words: String,
    },
}

/// Whether something is granted.
#[derive(Clone, Copy)]
struct Decision(bool);

impl Review {
    pub(super) fn run(self) -> Result<ExitCode, PlatformError> {
        let reviewed = match (self.act, self.step) {
            (Some(act), _) => act.run()?,
            (None, Some(step)) => step.run()?,
            // The parser asks for one of the two.
            (None, None) => return Ok(ExitCode::FAILURE),
        };
        print(&line(&reviewed))?;
        Ok(ExitCode::SUCCESS)
    }
}

impl Step {
    fn run(self) -> Result<ReviewedCase, PlatformError> {
        let step = ReviewStep {
            step: self.step,
            office: self.office,
            state: self.state,
            note: self.note,
        };
        Platform::open_existing(&self.data)?.review(&self.number, &step)
    }
}

impl Act {
    fn run(self) -> Result<ReviewedCase, PlatformError> {
        let open = |case: &Case| Platform::open_existing(&case.data);
        match self {
            Self::Begin {
                case,
                what,
                reason,
                days,
            } => open(&case)?.begin_procedure(
                &case.number,
                &BeginProcedure {
                    what,
                    reason,
                    expected_days: days,
                    office: case.office,
                },
            ),
            Self::End { case, result } => open(&case)?.end_procedure(
                &case.number,
                &EndProcedure {
                    result,
                    office: case.office,
                },
            ),
            Self::Extend {
                case,
                days,
                approver,
                reason,
            } => open(&case)?.extend(
                &case.number,
                &ExtendLimit {
                    days,
                    approver,
                    reason,
                    office: case.office,
                },
            ),
            Self::Ask { case, items, days } => open(&case)?.ask_more(
                &case.number,
                &AskMore {
                    items,
                    days,
                    office: case.office,
                },
            ),
            Self::Result {
                case,
                decision,
                documents,
                reason,
            } => open(&case)?.issue_result(
                &case.number,
                &IssueResult {
                    granted: decision.0,
                    documents,
                    reason,
                    office: case.office,
                },
            ),
            Self::Answer {
                case,
                request,
                decision,
                words,
            } => open(&case)?.answer(
                &case.number,
                &AnswerRequest {
                    request,
                    granted: decision.0,
                    words,
                    office: case.office,
                },
            ),
        }
    }
}

/// Lists what points asked and nobody has answered, oldest first.
pub(super) fn requests(data: &std::path::Path) -> Result<ExitCode, PlatformError> {
    for open in Platform::open_existing(data)?.requests()? {
        let OpenRequest {
            number,
            platform_number,
            department,
            terminal,
            request,
            what,
            reason,
            on,
            overtaken,
        } = open;
        let how = if overtaken { "overtaken" } else { "asked" };
        print(&format!(
            "{number}\t{platform_number}\t{department}\t{terminal}\t{on}\t{}\t{how}\t{request}\t{reason}",
            what.label()
        ))?;
    }
    Ok(ExitCode::SUCCESS)
}

fn state(text: &str) -> Result<CaseState, String> {
    CaseState::from_key(text)
        .ok_or_else(|| "use in_process, granted, denied or ready_for_pickup".to_owned())
}

fn procedure(text: &str) -> Result<SpecialProcedure, String> {
    SpecialProcedure::from_key(text).ok_or_else(|| {
        let keys: Vec<&str> = SpecialProcedure::ALL.iter().map(|one| one.key()).collect();
        format!("use one of {}", keys.join(", "))
    })
}

fn decision(text: &str) -> Result<Decision, String> {
    match text {
        "granted" => Ok(Decision(true)),
        "denied" => Ok(Decision(false)),
        _ => Err("use granted or denied".to_owned()),
    }
}

fn item(text: &str) -> Result<CorrectionItem, String> {
    let parts: Vec<&str> = text.split('|').map(str::trim).collect();
    let [material, problem, how, basis] = parts[..] else {
        return Err("write MATERIAL|PROBLEM|HOW|BASIS".to_owned());
    };
    Ok(CorrectionItem {
        id: None,
        material: material.to_owned(),
        problem: problem.to_owned(),
        how: how.to_owned(),
        basis: basis.to_owned(),
    })
}

fn document(text: &str) -> Result<IssuedDocument, String> {
    let mut parts = text.split('|').map(str::trim);
    let (Some(name), Some(kind)) = (parts.next(), parts.next()) else {
        return Err("write NAME|KIND|NUMBER|VALID-UNTIL".to_owned());
    };
    let kinds = ResultKind::ALL.iter();
    let what = kinds
        .copied()
        .find(|one| one.label() == kind)
        .ok_or_else(|| {
            let labels: Vec<&str> = ResultKind::ALL.iter().map(|one| one.label()).collect();
            format!("the kind is one of {}", labels.join(", "))
        })?;
    let document_no = parts.next().filter(|number| !number.is_empty());
    let valid_until = parts
        .next()
        .filter(|day| !day.is_empty())
        .map(str::parse::<NaiveDate>)
        .transpose()
        .map_err(|_| "write the last valid day as YYYY-MM-DD".to_owned())?;
    if parts.next().is_some() {
        return Err("write NAME|KIND|NUMBER|VALID-UNTIL".to_owned());
    }
    Ok(IssuedDocument {
        name: name.to_owned(),
        what,
        document_no: document_no.map(str::to_owned),
        valid_until,
    })
}
