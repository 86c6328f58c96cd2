//! `cargo xtask bench`: measurements, printed as tables beside what is promised. Never a test:
//! a slow machine is not a fault.

use clap::ValueEnum;
use serde::Deserialize;

use crate::failure::Failure;
use crate::repo::Repo;
use crate::sink::Sink;
use crate::ui;

/// What is measured.
#[derive(Clone, Copy, ValueEnum)]
pub(crate) enum Subject {
    /// The window: the times of the acceptance checks, on a home after years of work.
    Ui,
}

/// The profile measurements are made with: optimised, and quicker to build than what is shipped.
const PROFILE: &str = "measured";
const PROGRAMS: &str = "bridge card-simulator busy-home yichuangctl";

#[derive(Deserialize)]
struct Row {
    check: String,
    what: String,
    measured: f64,
    unit: String,
    limit: f64,
}

/// Builds what is measured, measures it and prints the table; `long` takes the full numbers of
/// cases.
pub(crate) fn run(repo: &Repo, subject: Subject, long: bool) -> Result<(), Failure> {
    let mut sink = Sink::Terminal;
    ui::build(repo, &mut sink)?;
    let mut cargo = repo.command("cargo");
    cargo.args(["build", "--workspace", "--profile", PROFILE]);
    for program in PROGRAMS.split(' ') {
        cargo.args(["--bin", program]);
    }
    sink.run(&mut cargo)?;
    match subject {
        Subject::Ui => of_ui(repo, &mut sink, long),
    }
}

fn of_ui(repo: &Repo, sink: &mut Sink, long: bool) -> Result<(), Failure> {
    let report = repo.path("target/ui/bench.json");
    let mut npx = repo.command("npx");
    npx.current_dir(repo.path("ui"))
        .args([
            "playwright",
            "test",
            "--config",
            "../tests/browser/bench/bench.config.ts",
        ])
        .env("YICHUANG_PROGRAMS", repo.path(&format!("target/{PROFILE}")))
        .env(
            "YICHUANG_BENCH_CASES",
            if long { "100000" } else { "10000" },
        )
        .env("YICHUANG_BENCH_REPORT", &report);
    sink.run(&mut npx)?;
    let text = std::fs::read_to_string(&report).map_err(Failure::during(report.display()))?;
    let rows: Vec<Row> =
        serde_json::from_str(&text).map_err(|error| Failure::new(error.to_string()))?;
    sink.say(&table(&rows));
    Ok(())
}

fn table(rows: &[Row]) -> String {
    let head = format!(
        "{:>5}  {:>10}  {:>10}  what",
        "check", "measured", "promised"
    );
    let line = |row: &Row| {
        let amount = |value: f64| format!("{value:.1} {}", row.unit);
        format!(
            "{:>5}  {:>10}  {:>10}  {}",
            row.check,
            amount(row.measured),
            amount(row.limit),
            row.what
        )
    };
    let lines = rows.iter().map(line);
    std::iter::once(head)
        .chain(lines)
        .collect::<Vec<_>>()
        .join("\n")
}
