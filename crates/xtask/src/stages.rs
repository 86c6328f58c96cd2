//! What `cargo xtask test` consists of, in order: cheap and telling first.

use std::path::Path;

use crate::failure::Failure;
use crate::printing::PrintRoom;
use crate::runner::{Context, Stage};
use crate::summary::{self, Tally};
use crate::xvfb::Screen;
use crate::{arrows, bindings, documents, packages, tidy, ui};

const UI: Option<&str> = Some("ui/package.json");
/// Set for every test program when the large counts are wanted.
const LONG: &str = "YICHUANG_TEST_LONG";
/// The seed of every property test of an ordinary run: what fails here fails everywhere, and again.
/// The large counts draw a new one each time.
const SEED: (&str, &str) = ("PROPTEST_RNG_SEED", "20261122");

/// Every stage. One that needs an absent file is shown as absent.
const ALL: [Stage; 16] = [
    stage("packages", None, |c| {
        held(packages::install(c.repo, &mut c.sink))
    }),
    stage("fmt", None, |c| {
        cargo_check(c, &["fmt", "--all", "--check"])
    }),
    stage("arrows", None, |c| held(arrows::check(c.repo, &mut c.sink))),
    stage("tidy", None, |c| held(tidy::check(c.repo, &mut c.sink))),
    stage("ui build", UI, |c| held(ui::build(c.repo, &mut c.sink))),
    stage("clippy", None, clippy),
    stage("build", None, |c| cargo_check(c, &["build", "--workspace"])),
    stage("documents", None, |c| {
        held(documents::check(c.repo, &mut c.sink))
    }),
    stage("bindings", Some("crates/app/examples/bindings.rs"), |c| {
        held(bindings::export(c.repo, &mut c.sink, true))
    }),
    stage("rust tests", None, rust_tests),
    stage("printing", Some("tests/tests/printing.rs"), printing_tests),
    stage("ui tests", UI, ui_tests),
    stage("ui types", UI, |c| npm_check(c, "check")),
    stage("ui lint", UI, |c| npm_check(c, "lint")),
    stage(
        "browser tests",
        Some("tests/browser/playwright.config.ts"),
        browser_tests,
    ),
    stage(
        "desktop tests",
        Some("tests/tests/desktop.rs"),
        desktop_tests,
    ),
];

/// The stages with these names, or every stage when none is named.
pub(crate) fn chosen(names: &[String]) -> Result<Vec<Stage>, Failure> {
    let known = |name: &String| ALL.iter().any(|stage| stage.name == name);
    if let Some(unknown) = names.iter().find(|name| !known(name)) {
        let all = ALL.map(|stage| stage.name).join(", ");
        return Err(Failure::new(format!(
            "no stage is called {unknown}; there are: {all}"
        )));
    }
    let is_chosen = |stage: &Stage| names.is_empty() || names.iter().any(|n| n == stage.name);
    Ok(ALL.into_iter().filter(is_chosen).collect())
}

const fn stage(
    name: &'static str,
    needs: Option<&'static str>,
    run: fn(&mut Context) -> Result<Tally, Failure>,
) -> Stage {
    Stage { name, needs, run }
}

/// A check counts as one.
fn held(outcome: Result<(), Failure>) -> Result<Tally, Failure> {
    outcome.map(|()| Tally::HELD)
}

fn cargo_check(context: &mut Context, arguments: &[&str]) -> Result<Tally, Failure> {
    let mut cargo = context.repo.command("cargo");
    held(context.sink.run(cargo.args(arguments)))
}

fn npm_check(context: &mut Context, script: &str) -> Result<Tally, Failure> {
    let mut npm = context.repo.command("npm");
    held(
        context
            .sink
            .run(npm.args(["--prefix", "ui", "run", script])),
    )
}

fn clippy(context: &mut Context) -> Result<Tally, Failure> {
    let arguments = "clippy --workspace --all-targets -- -D warnings -D clippy::too_many_lines";
    cargo_check(context, &arguments.split(' ').collect::<Vec<_>>())
}

/// nextest when it is installed, else cargo's own runner. Both select the whole workspace, as
/// every other stage does: another selection would compile the same crates again.
fn rust_tests(context: &mut Context) -> Result<Tally, Failure> {
    let mut probe = context.repo.command("cargo");
    let has_nextest = probe
        .args(["nextest", "--version"])
        .output()
        .is_ok_and(|output| output.status.success());
    if has_nextest {
        let arguments = ["nextest", "run", "--workspace", "--no-fail-fast"];
        cargo_tests(context, &arguments, summary::nextest)
    } else {
        let arguments = ["test", "--workspace", "--no-fail-fast"];
        cargo_tests(context, &arguments, summary::cargo_test)
    }
}

fn cargo_tests(
    context: &mut Context,
    arguments: &[&str],
    count: fn(&str) -> Option<Tally>,
) -> Result<Tally, Failure> {
    let mut cargo = context.repo.command("cargo");
    cargo.args(arguments);
    run_tests(context, &mut cargo, count)
}

/// Tells a test program how much to do.
fn counted(context: &Context, command: &mut std::process::Command) {
    let (key, value) = if context.long { (LONG, "1") } else { SEED };
    command.env(key, value);
}

/// Runs a test program whose counts stand in its output.
fn run_tests(
    context: &mut Context,
    command: &mut std::process::Command,
    count: fn(&str) -> Option<Tally>,
) -> Result<Tally, Failure> {
    counted(context, command);
    let status = context.sink.status(command)?;
    Ok(Tally::judged(
        count(&context.sink.text()?),
        status.success(),
    ))
}

/// Runs a test program whose counts stand in a report that it writes.
fn run_reported(
    context: &mut Context,
    command: &mut std::process::Command,
    report: &Path,
    count: fn(&str) -> Option<Tally>,
) -> Result<Tally, Failure> {
    if let Some(dir) = report.parent() {
        std::fs::create_dir_all(dir).map_err(Failure::during(dir.display()))?;
    }
    // A report of an earlier run must not be taken for this one's.
    if report.exists() {
        std::fs::remove_file(report).map_err(Failure::during(report.display()))?;
    }
    counted(context, command);
    let status = context.sink.status(command)?;
    let counted = std::fs::read_to_string(report)
        .ok()
        .and_then(|text| count(&text));
    Ok(Tally::judged(counted, status.success()))
}

fn printing_tests(context: &mut Context) -> Result<Tally, Failure> {
    let room = PrintRoom::start(context.repo)?;
    let mut cargo = context.repo.command("cargo");
    cargo.args([
        "test",
        "--workspace",
        "--test",
        "printing",
        "--no-fail-fast",
    ]);
    room.lend(cargo.args(["--", "--ignored"]));
    run_tests(context, &mut cargo, summary::cargo_test)
}

fn ui_tests(context: &mut Context) -> Result<Tally, Failure> {
    let report = context.repo.path("target/ui/unit.json");
    let mut npm = context.repo.command("npm");
    npm.args(["--prefix", "ui", "run", "test:unit"]);
    run_reported(context, &mut npm, &report, summary::vitest)
}

fn browser_tests(context: &mut Context) -> Result<Tally, Failure> {
    let report = context.repo.path("target/ui/browser.json");
    let mut npm = context.repo.command("npm");
    npm.args(["--prefix", "ui", "run", "test:browser", "--"])
        .arg("--reporter=dot,json")
        .env("PLAYWRIGHT_JSON_OUTPUT_NAME", &report)
        .env("PLAYWRIGHT_JSON_OUTPUT_FILE", &report);
    run_reported(context, &mut npm, &report, summary::playwright)
}

fn desktop_tests(context: &mut Context) -> Result<Tally, Failure> {
    let screen = Screen::start(context.repo)?;
    let mut cargo = context.repo.command("cargo");
    cargo.args(["test", "--workspace", "--test", "desktop", "--no-fail-fast"]);
    screen.lend(cargo.args(["--", "--ignored"]));
    run_tests(context, &mut cargo, summary::cargo_test)
}
