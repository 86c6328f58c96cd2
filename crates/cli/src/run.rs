//! Each verb: open the desk, sign in where it is needed, ask, write JSON.

use std::{
    collections::BTreeMap,
    fmt::Display,
    path::{Path, PathBuf},
};

use serde::Serialize;
use yichuang_app::{
    DemoOptions, Desk, Host, IntakeFile, default_assets, default_home,
    ipc::{
        ApiError, CaseRef, ConfirmDate, ExportFields, Nothing, PaperInfo, PaperRef, PrintGuide,
        ReceiptFile, SearchCases, SearchMatters, ShelvedGuide, ShowGuide,
    },
};

use crate::{
    archive::{self, ArchiveVerb},
    arguments::{
        Arguments, CaseVerb, CatalogueVerb, JournalVerb, MatterVerb, PaperFiles, ReceiptVerb, Verb,
    },
    password, printing, receipt, slip, template,
};

/// Largest file a verb reads from a person, in bytes.
const MAX_INPUT: u64 = 4 * 1024 * 1024;
const MATTERS_SHOWN: u32 = 20;
const CASES_A_PAGE: u32 = 200;

/// What is told on standard error.
pub(crate) struct Failure {
    code: String,
    message: String,
    problems: serde_json::Value,
}

impl Failure {
    pub(crate) fn new(code: &str, message: impl Display) -> Self {
        Self {
            code: code.to_owned(),
            message: message.to_string(),
            problems: serde_json::Value::Null,
        }
    }

    pub(crate) fn file(path: &Path, error: &dyn Display) -> Self {
        Self::new("CLI-001", format!("{}: {error}", path.display()))
    }

    pub(crate) fn to_json(&self) -> String {
        let mut told = serde_json::json!({ "code": self.code, "message": self.message });
        if !self.problems.is_null() {
            told["problems"] = self.problems.clone();
        }
        told.to_string()
    }
}

impl From<ApiError> for Failure {
    fn from(error: ApiError) -> Self {
        let problems = error
            .problems
            .iter()
            .map(|p| format!("{}: {}", p.field, p.rule))
            .collect::<Vec<_>>();
        let params = error
            .params
            .iter()
            .map(|(name, value)| format!("{name}: {value}"));
        let message = problems
            .into_iter()
            .chain(params)
            .collect::<Vec<_>>()
            .join("; ");
        let message = if message.is_empty() {
            error.code.as_str().to_owned()
        } else {
            message
        };
        let problems = match error.problems.is_empty() {
            true => serde_json::Value::Null,
            false => serde_json::json!(error.problems),
        };
        Self {
            problems,
            ..Self::new(error.code.as_str(), message)
        }
    }
}

pub(crate) type Outcome = Result<Vec<String>, Failure>;

/// What is told on standard output.
pub(crate) struct Told {
    pub(crate) lines: Vec<String>,
    /// False when what was to be verified does not hold.
    pub(crate) holds: bool,
}

pub(crate) fn one<T: Serialize>(value: &T) -> Outcome {
    serde_json::to_string(value)
        .map(|line| vec![line])
        .map_err(|error| Failure::new("CLI-003", error))
}

/// One line each.
pub(crate) fn lines<T: Serialize>(values: &[T]) -> Vec<String> {
    let line = |value| serde_json::to_string(value).ok();
    values.iter().filter_map(line).collect()
}

/// Runs what was asked and gives the lines to print.
pub(crate) fn run(arguments: Arguments) -> Result<Told, Failure> {
    if let Verb::Receipt {
        verb: Some(ReceiptVerb::Verify { what, root }),
        ..
    } = &arguments.verb
    {
        return receipt::verify(what, root.as_deref(), arguments.home, arguments.assets);
    }
    if let Verb::Archive(ArchiveVerb::Verify { file }) = &arguments.verb {
        return archive::verify(file);
    }
    let lines = verb(arguments)?;
    Ok(Told { lines, holds: true })
}

fn verb(arguments: Arguments) -> Outcome {
    let home = arguments
        .home
        .or_else(default_home)
        .ok_or_else(|| Failure::new("CLI-004", "give --home DIR"))?;
    let host = Host::command(home, arguments.assets.unwrap_or_else(default_assets));
    let operator = arguments.operator;
    match arguments.verb {
        Verb::Init {
            demo,
            platform,
            enrolment,
        } => init(host, demo, platform, enrolment),
        Verb::Catalogue(verb) => catalogue(host, operator, verb),
        Verb::Matter(MatterVerb::Search { text }) => search(&Desk::open_for_reading(host), text),
        Verb::Guide {
            code,
            files,
            answers,
            large,
            ticket,
        } => {
            let style = style_word(ticket, large);
            guide(&signed_in(host, operator)?, code, &files, answers, style)
        }
        Verb::Guides {
            folder,
            category,
            here,
            large,
            ticket,
        } => {
            let wanted = |one: &ShelvedGuide| {
                (!here || one.here) && category.as_ref().is_none_or(|name| *name == one.category)
            };
            let style = style_word(ticket, large);
            guides(&signed_in(host, operator)?, &folder, wanted, style)
        }
        Verb::Proofs { pdf } => proofs(&signed_in(host, operator)?, pdf),
        Verb::Requirements { code, answers } => {
            requirements(&Desk::open_for_reading(host), code, answers)
        }
        Verb::Intake { file, confirm_date } => {
            intake(&signed_in(host, operator)?, &file, confirm_date)
        }
        Verb::Receipt {
            number,
            files,
            reason,
            ..
        } => {
            let number = number.ok_or_else(|| Failure::new("CLI-007", "give NUMBER"))?;
            let receipt = ReceiptFile { number, reason };
            receipt_file(&signed_in(host, operator)?, receipt, &files)
        }
        Verb::Case(verb) => case(host, operator, verb),
        Verb::Archive(verb) => archive::archive(host, operator, verb),
        Verb::Slip(verb) => slip::slip(host, operator, verb),
        Verb::Printers(verb) => printing::printers(host, operator, verb),
        Verb::Papers(verb) => printing::papers(host, operator, verb),
        Verb::Sync { once } => sync(&Desk::open(host), once),
        Verb::Journal(JournalVerb::Verify) => one(&Desk::open_for_reading(host).verify_journal()?),
        Verb::Template(verb) => template::template(&host.assets, &verb),
        Verb::Journal(JournalVerb::Rebuild) => one(&Desk::open(host).rebuild_projections()?),
    }
}

/// A desk for writing, with somebody at it.
pub(crate) fn signed_in(host: Host, operator: Option<String>) -> Result<Desk, Failure> {
    seated(Desk::open(host), operator)
}

/// A desk for reading, with somebody who may see personal data.
pub(crate) fn signed_in_reading(host: Host, operator: Option<String>) -> Result<Desk, Failure> {
    seated(Desk::open_for_reading(host), operator)
}

fn seated(desk: Desk, operator: Option<String>) -> Result<Desk, Failure> {
    match operator {
        Some(name) => desk.sign_in_by_name(&name, &password::read(&name)?)?,
        None => desk.sign_in_demo_operator()?,
    };
    Ok(desk)
}

fn init(host: Host, demo: bool, platform: Option<String>, enrolment: Option<PathBuf>) -> Outcome {
    let desk = Desk::open(host);
    match enrolment {
        Some(file) => one(&desk.enrol_from_file(&read_text(&file)?, platform)?),
        None if demo => one(&desk.make_demo(&DemoOptions { platform })?),
        None => Err(Failure::new("CLI-005", "give --demo or --enrolment FILE")),
    }
}

fn catalogue(host: Host, operator: Option<String>, verb: CatalogueVerb) -> Outcome {
    match verb {
        CatalogueVerb::Import { path } => one(&signed_in(host, operator)?.import_catalogue(&path)?),
        CatalogueVerb::Lint => Ok(lines(&Desk::open_for_reading(host).lint_catalogue()?)),
        CatalogueVerb::Compare => Ok(lines(&Desk::open_for_reading(host).compare_catalogue()?)),
        CatalogueVerb::Pack { file } => {
            let pack = Desk::open_for_reading(host).pack_in_force()?;
            write_file(&file, &pack)?;
            one(&serde_json::json!({ "file": file, "bytes": pack.len() }))
        }
    }
}

fn search(desk: &Desk, text: String) -> Outcome {
    let found = desk.find_matters(SearchMatters {
        text,
        modes: Vec::new(),
        limit: MATTERS_SHOWN,
    })?;
    let rows: Vec<_> = found
        .rows
        .iter()
        .map(|row| serde_json::json!({ "code": row.code, "name": row.name, "why": row.matched_by, "matched": row.matched }))
        .collect();
    one(&rows)
}

fn guide(
    desk: &Desk,
    code: String,
    files: &PaperFiles,
    answers: Option<PathBuf>,
    style: &str,
) -> Outcome {
    let paper = desk.print_guide(PrintGuide {
        style: style.to_owned(),
        code,
        answers: read_answers(answers)?,
    })?;
    save_paper(desk, &paper, files)
}

const fn style_word(ticket: bool, large: bool) -> &'static str {
    match (ticket, large) {
        (true, _) => "ticket",
        (false, true) => "large",
        (false, false) => "a4",
    }
}

/// One line a guide; one that cannot be printed says why and holds up no other.
fn guides(
    desk: &Desk,
    folder: &Path,
    wanted: impl Fn(&ShelvedGuide) -> bool,
    style: &str,
) -> Outcome {
    std::fs::create_dir_all(folder).map_err(|error| Failure::file(folder, &error))?;
    let shelf = desk.list_guides(Nothing {})?;
    let made = shelf.guides.into_iter().filter(wanted).map(|one| {
        let files = PaperFiles::pdf(folder.join(format!("{}.pdf", one.code)));
        guide(desk, one.code.clone(), &files, None, style).unwrap_or_else(|failure| {
            let why = serde_json::json!({ "code": one.code, "name": one.name, "refused": failure.code, "message": failure.message });
            vec![why.to_string()]
        })
    });
    Ok(made.flatten().collect())
}

fn proofs(desk: &Desk, pdf: PathBuf) -> Outcome {
    let paper = desk.print_proof_list(Nothing {})?;
    save_paper(desk, &paper, &PaperFiles::pdf(pdf))
}

/// Writes a paper's files and tells of it.
pub(crate) fn save_paper(desk: &Desk, paper: &PaperInfo, files: &PaperFiles) -> Outcome {
    let id = || PaperRef {
        id: paper.id.clone(),
    };
    if let Some(pdf) = &files.pdf {
        write_file(pdf, &desk.paper_pdf(id())?)?;
    }
    if let Some(ofd) = &files.ofd {
        write_file(ofd, &desk.paper_ofd(id())?)?;
    }
    one(&serde_json::json!({
        "file": files.pdf,
        "ofd": files.ofd,
        "pages": paper.pages,
        "copy": paper.copy,
        "missing": paper.missing,
    }))
}

fn requirements(desk: &Desk, code: String, answers: Option<PathBuf>) -> Outcome {
    one(&desk.list_requirements(ShowGuide {
        code,
        answers: read_answers(answers)?,
    })?)
}

fn intake(desk: &Desk, file: &Path, confirm_date: Option<String>) -> Outcome {
    let intake = IntakeFile::parse(&read_text(file)?)?;
    if let Some(date) = confirm_date {
        desk.confirm_date(ConfirmDate { date })?;
    }
    let folder = file.parent().unwrap_or(Path::new("."));
    one(&desk.intake(intake, folder)?)
}

fn receipt_file(desk: &Desk, receipt: ReceiptFile, files: &PaperFiles) -> Outcome {
    let paper = desk.receipt_paper(receipt)?;
    save_paper(desk, &paper, files)
}

fn case(host: Host, operator: Option<String>, verb: CaseVerb) -> Outcome {
    match verb {
        CaseVerb::List => list_cases(&signed_in_reading(host, operator)?),
        CaseVerb::Show { number } => {
            one(&signed_in_reading(host, operator)?.show_case(CaseRef { number })?)
        }
        CaseVerb::Export {
            numbers,
            matter,
            period,
            state,
            csv,
        } => {
            let search = numbers.is_empty().then(|| every_case(period, state, 0));
            let input = ExportFields {
                matter,
                numbers,
                search,
            };
            export(&signed_in(host, operator)?, input, &csv)
        }
    }
}

fn export(desk: &Desk, input: ExportFields, csv: &Path) -> Outcome {
    let table = desk.field_table(input)?;
    write_file(csv, &table.bytes)?;
    one(&serde_json::json!({ "file": csv, "cases": table.cases, "fields": table.fields }))
}

/// Every case of a time in a state, all without either.
fn every_case(period: String, state: String, offset: usize) -> SearchCases {
    SearchCases {
        text: String::new(),
        period,
        state,
        sync: String::new(),
        tally: String::new(),
        offset: u32::try_from(offset).unwrap_or(u32::MAX),
        limit: CASES_A_PAGE,
    }
}

fn list_cases(desk: &Desk) -> Outcome {
    let mut rows = Vec::new();
    loop {
        let all = every_case("all".to_owned(), String::new(), rows.len());
        let page = desk.search_cases(all)?;
        let last = page.rows.is_empty();
        rows.extend(page.rows);
        if last || rows.len() >= page.total as usize {
            return one(&rows);
        }
    }
}

fn sync(desk: &Desk, once: bool) -> Outcome {
    let runtime = tokio::runtime::Builder::new_multi_thread()
        .enable_all()
        .worker_threads(2)
        .build();
    let runtime = runtime.map_err(|error| Failure::new("CLI-006", error))?;
    if once {
        return one(&runtime.block_on(desk.sync_once())?);
    }
    runtime.block_on(async {
        tokio::select! {
            () = desk.keep_syncing() => {}
            _ = tokio::signal::ctrl_c() => {}
        }
    });
    one(&desk.sync_summary()?)
}

pub(crate) fn read_text(path: &Path) -> Result<String, Failure> {
    let size = std::fs::metadata(path)
        .map_err(|error| Failure::file(path, &error))?
        .len();
    if size > MAX_INPUT {
        return Err(Failure::file(
            path,
            &format!("larger than {MAX_INPUT} bytes"),
        ));
    }
    std::fs::read_to_string(path).map_err(|error| Failure::file(path, &error))
}

fn read_answers(path: Option<PathBuf>) -> Result<BTreeMap<String, String>, Failure> {
    let Some(path) = path else {
        return Ok(BTreeMap::new());
    };
    serde_json::from_str(&read_text(&path)?).map_err(|error| Failure::file(&path, &error))
}

/// Written beside and renamed, so that a reader never finds half a file.
pub(crate) fn write_file(path: &Path, bytes: &[u8]) -> Result<(), Failure> {
    let partial = path.with_extension("partial");
    std::fs::write(&partial, bytes)
        .and_then(|()| std::fs::rename(&partial, path))
        .map_err(|error| Failure::file(path, &error))
}
