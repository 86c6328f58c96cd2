//! The window: the acceptance checks' times beside what is promised.

use serde::Deserialize;

use crate::failure::Failure;
use crate::repo::Repo;
use crate::sink::Sink;
use crate::ui;

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

/// Builds window and programs, measures and prints the table; `long` takes the full numbers of
/// cases.
pub(super) fn run(repo: &Repo, sink: &mut Sink, long: bool) -> Result<(), Failure> {
    ui::build(repo, sink)?;
    let mut cargo = repo.command("cargo");
    cargo.args(["build", "--workspace", "--profile", PROFILE]);
    for program in PROGRAMS.split(' ') {
        cargo.args(["--bin", program]);
    }
    sink.run(&mut cargo)?;
    measure(repo, sink, long)
}

fn measure(repo: &Repo, sink: &mut Sink, long: bool) -> Result<(), Failure> {
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
