//! Papers as PDF: the product beside typst, with the same content and fonts, and beside the least
//! that a PDF of the same glyphs takes, in one run. The ratios are the result; the times are the
//! machine's.

use std::path::PathBuf;

use serde::Serialize;

use super::figures::{Row, Told, told};
use crate::failure::Failure;
use crate::repo::Repo;
use crate::sink::Sink;

/// Bound in version, so that the ratios of two runs can be compared.
const TYPST: &str = "typst==0.15.2";
/// Every way is tried in every round, so that the machine's other work falls on all of them.
const ROUNDS: usize = 5;
/// Papers made after the first in each process.
const WARM: usize = 40;

const PAPERS: [&str; 3] = ["receipt", "receipt-single", "guide"];
const PRODUCT: &str = "一窗";
const FLOOR: &str = "floor";
const OTHER: &str = "typst";

/// The result, with what it depends on.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Report {
    day: String,
    processor: String,
    cores: usize,
    load_before: String,
    load_after: String,
    typst: &'static str,
    rows: Vec<Row>,
}

/// The programs and folders of one run.
struct Bench<'a> {
    repo: &'a Repo,
    program: PathBuf,
    python: PathBuf,
    folder: PathBuf,
}

/// Builds, installs the other typesetter under `target`, measures, prints the table and writes
/// `target/bench/paper.json`.
pub(super) fn run(repo: &Repo, sink: &mut Sink) -> Result<(), Failure> {
    let bench = Bench::prepared(repo, sink)?;
    let load_before = load();
    let mut rows = Vec::new();
    for paper in PAPERS {
        sink.say(&format!("{paper}: {ROUNDS} rounds"));
        rows.extend(bench.measured(paper)?);
    }
    let report = Report {
        day: day(repo)?,
        processor: processor(),
        cores: std::thread::available_parallelism().map_or(1, usize::from),
        load_before,
        load_after: load(),
        typst: TYPST,
        rows,
    };
    let file = bench.folder.join("paper.json");
    std::fs::write(&file, serde_json::to_string_pretty(&report)?)
        .map_err(Failure::during(file.display()))?;
    sink.say(&table(&report));
    Ok(())
}

impl<'a> Bench<'a> {
    fn prepared(repo: &'a Repo, sink: &mut Sink) -> Result<Self, Failure> {
        let mut cargo = repo.command("cargo");
        cargo.args(["build", "--release", "--package", "yichuang-print"]);
        sink.run(cargo.args(["--example", "paper_bench"]))?;
        let folder = repo.path("target/bench");
        std::fs::create_dir_all(&folder).map_err(Failure::during(folder.display()))?;
        let place = folder.join(TYPST);
        let python = place.join("bin/python");
        if !place.join("installed").is_file() {
            sink.run(repo.command("python3").args(["-m", "venv"]).arg(&place))?;
            let pip = ["-m", "pip", "install", "--quiet", "--only-binary", ":all:"];
            sink.run(repo.command(&python).args(pip).arg(TYPST))?;
            std::fs::write(place.join("installed"), TYPST)
                .map_err(Failure::during(place.display()))?;
        }
        Ok(Self {
            repo,
            program: repo.path("target/release/examples/paper_bench"),
            python,
            folder,
        })
    }

    /// One row for each way of making a paper.
    fn measured(&self, paper: &'static str) -> Result<[Row; 3], Failure> {
        let count = WARM.to_string();
        let content = self.folder.join(paper);
        let written = (WARM + 1).to_string();
        let mut writer = self.repo.command(&self.program);
        writer.args(["content", paper, &written]).arg(&content);
        Sink::Terminal.run(&mut writer)?;
        let (mut floor, mut product, mut other): (Vec<Told>, Vec<Told>, Vec<Told>) =
            Default::default();
        for _ in 0..ROUNDS {
            let own = |engine: &str| {
                told(
                    self.repo
                        .command(&self.program)
                        .args([engine, paper, &count]),
                )
            };
            floor.push(own("floor")?);
            product.push(own("product")?);
            other.push(self.typst(paper, &content)?);
        }
        Ok([
            Row::of(paper, FLOOR, &floor),
            Row::of(paper, PRODUCT, &product),
            Row::of(paper, OTHER, &other),
        ])
    }

    fn typst(&self, paper: &str, content: &std::path::Path) -> Result<Told, Failure> {
        let source = self.repo.path("crates/xtask/src/bench/paper");
        told(
            self.repo
                .command(&self.python)
                .arg(source.join("typst_paper.py"))
                .arg(source.join("paper.typ"))
                .arg(self.repo.path("assets/fonts"))
                .arg(content)
                .arg(self.folder.join(format!("{paper}-typst.pdf"))),
        )
    }
}

fn table(report: &Report) -> String {
    let mut lines = vec![
        format!(
            "{}, {} × {}, load {} before and {} after, {}; medians, the first of a process is cold",
            report.day,
            report.cores,
            report.processor,
            report.load_before,
            report.load_after,
            report.typst
        ),
        format!(
            "{:<15} {:<6} {:>9} {:>9} {:>9} {:>9} {:>9} {:>8} {:>8} {:>8}",
            "paper",
            "engine",
            "warm cpu",
            "warm wall",
            "cold cpu",
            "cold wall",
            "bytes",
            "memory",
            "of 一窗",
            "of floor"
        ),
    ];
    for row in &report.rows {
        let of = |engine: &str| {
            let same = |other: &&Row| other.paper == row.paper && other.engine == engine;
            let base = report
                .rows
                .iter()
                .find(same)
                .map_or(0.0, |base| base.warm_cpu);
            format!("{:.2} ×", row.warm_cpu / base)
        };
        let time = |milliseconds: f64| format!("{milliseconds:.2} ms");
        lines.push(format!(
            "{:<15} {:<6} {:>9} {:>9} {:>9} {:>9} {:>9} {:>8} {:>8} {:>8}",
            row.paper,
            row.engine,
            time(row.warm_cpu),
            time(row.warm_wall),
            time(row.cold_cpu),
            time(row.cold_wall),
            row.bytes,
            format!("{} MiB", row.peak_bytes >> 20),
            of(PRODUCT),
            of(FLOOR)
        ));
    }
    lines.join("\n")
}

fn day(repo: &Repo) -> Result<String, Failure> {
    let output = repo
        .command("date")
        .args(["-u", "+%Y-%m-%d %H:%M UTC"])
        .output()
        .map_err(Failure::during("date"))?;
    Ok(String::from_utf8_lossy(&output.stdout).trim().to_owned())
}

fn load() -> String {
    let text = std::fs::read_to_string("/proc/loadavg").unwrap_or_default();
    text.split_whitespace().next().unwrap_or("?").to_owned()
}

fn processor() -> String {
    let text = std::fs::read_to_string("/proc/cpuinfo").unwrap_or_default();
    let name = text
        .lines()
        .find_map(|line| line.strip_prefix("model name"));
    name.map_or("?", |name| name.trim_matches([' ', '\t', ':']))
        .to_owned()
}
