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
    Begin(Begin),
    /// The special procedure has its result; the limits go on.
    End(End),
    /// The limits are extended, once, by at most 10 working days.
    Extend(Extend),
    /// The examination needs something more.
    Ask(Ask),
    /// The department decided.
    Result(Decided),
    /// Answers what a point asked.
    Answer(Answer),
}

#[derive(Args)]
struct Begin {
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
}

#[derive(Args)]
struct End {
    #[command(flatten)]
    case: Case,
    /// What came of it.
    #[arg(long)]
    result: String,
}

#[derive(Args)]
struct Extend {
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
}

#[derive(Args)]
struct Ask {
    #[command(flatten)]
    case: Case,
    /// MATERIAL|PROBLEM|HOW|BASIS, once for each thing.
    #[arg(long = "item", required = true, value_parser = item)]
    items: Vec<CorrectionItem>,
    /// Working days to supply it in.
    #[arg(long)]
    days: u32,
}

#[derive(Args)]
struct Decided {
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
}

#[derive(Args)]
struct Answer {
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

impl Case {
    fn platform(&self) -> Result<Platform, PlatformError> {
        Platform::open_existing(&self.data)
    }
}

impl Act {
    fn run(self) -> Result<ReviewedCase, PlatformError> {
        match self {
            Self::Begin(begin) => begin.run(),
            Self::End(end) => end.run(),
            Self::Extend(extend) => extend.run(),
            Self::Ask(ask) => ask.run(),
            Self::Result(decided) => decided.run(),
            Self::Answer(answer) => answer.run(),
        }
    }
}

impl Begin {
    fn run(self) -> Result<ReviewedCase, PlatformError> {
        let begin = BeginProcedure {
            what: self.what,
            reason: self.reason,
            expected_days: self.days,
            office: self.case.office.clone(),
        };
        self.case
            .platform()?
            .begin_procedure(&self.case.number, &begin)
    }
}

impl End {
    fn run(self) -> Result<ReviewedCase, PlatformError> {
        let end = EndProcedure {
            result: self.result,
            office: self.case.office.clone(),
        };
        self.case.platform()?.end_procedure(&self.case.number, &end)
    }
}

impl Extend {
    fn run(self) -> Result<ReviewedCase, PlatformError> {
        let extend = ExtendLimit {
            days: self.days,
            approver: self.approver,
            reason: self.reason,
            office: self.case.office.clone(),
        };
        self.case.platform()?.extend(&self.case.number, &extend)
    }
}

impl Ask {
    fn run(self) -> Result<ReviewedCase, PlatformError> {
        let ask = AskMore {
            items: self.items,
            days: self.days,
            office: self.case.office.clone(),
        };
        self.case.platform()?.ask_more(&self.case.number, &ask)
    }
}

impl Decided {
    fn run(self) -> Result<ReviewedCase, PlatformError> {
        let issue = IssueResult {
            granted: self.decision.0,
            documents: self.documents,
            reason: self.reason,
            office: self.case.office.clone(),
        };
        self.case
            .platform()?
            .issue_result(&self.case.number, &issue)
    }
}

impl Answer {
    fn run(self) -> Result<ReviewedCase, PlatformError> {
        let answer = AnswerRequest {
            request: self.request,
            granted: self.decision.0,
            words: self.words,
            office: self.case.office.clone(),
        };
        self.case.platform()?.answer(&self.case.number, &answer)
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
