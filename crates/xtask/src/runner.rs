//! Runs stages one after the other, each to its own log, and adds up what they found.

use std::io::{IsTerminal, Write};
use std::path::Path;
use std::process::ExitCode;
use std::sync::mpsc::{self, RecvTimeoutError};
use std::thread;
use std::time::{Duration, Instant};

use crate::failure::Failure;
use crate::repo::Repo;
use crate::sink::{Sink, read_lossy};
use crate::summary::Tally;

/// Lines of a failing stage's log that are shown.
const TAIL: usize = 60;
/// Width kept for the moving part of the progress line.
const PROGRESS_WIDTH: usize = 60;

/// What a stage works with.
pub(crate) struct Context<'a> {
    pub(crate) repo: &'a Repo,
    pub(crate) long: bool,
    pub(crate) sink: Sink,
}

/// One part of the whole test.
pub(crate) struct Stage {
    pub(crate) name: &'static str,
    /// A file without which the repository does not have this part yet.
    pub(crate) needs: Option<&'static str>,
    pub(crate) run: fn(&mut Context) -> Result<Tally, Failure>,
}

struct Row {
    name: &'static str,
    seconds: f64,
    /// `None` when the repository does not have this part.
    tally: Option<Tally>,
}

/// Runs every stage, also after a failing one. The last line is `N passed, N failed`.
pub(crate) fn run(repo: &Repo, stages: &[Stage], long: bool) -> Result<ExitCode, Failure> {
    let logs = repo.path("target/xtask");
    std::fs::create_dir_all(&logs).map_err(Failure::during(logs.display()))?;
    let mut rows = Vec::new();
    for stage in stages {
        rows.push(run_stage(repo, stage, &logs, long)?);
    }
    print!("{}", table(&rows));
    let sum: Tally = rows.iter().filter_map(|row| row.tally).sum();
    println!("{} passed, {} failed", sum.passed, sum.failed);
    Ok(match sum.failed {
        0 => ExitCode::SUCCESS,
        _ => ExitCode::FAILURE,
    })
}

fn run_stage(repo: &Repo, stage: &Stage, logs: &Path, long: bool) -> Result<Row, Failure> {
    let name = stage.name;
    if stage.needs.is_some_and(|file| !repo.path(file).exists()) {
        return Ok(Row {
            name,
            seconds: 0.0,
            tally: None,
        });
    }
    let path = logs.join(format!("{}.log", name.replace(' ', "-")));
    let mut context = Context {
        repo,
        long,
        sink: Sink::log(path.clone())?,
    };
    let start = Instant::now();
    let outcome = while_watched(name, &path, || (stage.run)(&mut context));
    let seconds = start.elapsed().as_secs_f64();
    let tally = outcome.unwrap_or_else(|failure| {
        context.sink.say(&failure.to_string());
        Tally::BROKEN
    });
    println!(
        "{} {name}: {seconds:.1} s, {} passed, {} failed",
        if tally.failed == 0 { "ok  " } else { "FAIL" },
        tally.passed,
        tally.failed
    );
    if tally.failed > 0 {
        print_tail(&path)?;
    }
    Ok(Row {
        name,
        seconds,
        tally: Some(tally),
    })
}

fn print_tail(path: &Path) -> Result<(), Failure> {
    let text = read_lossy(path)?;
    let lines: Vec<&str> = text.lines().collect();
    for line in &lines[lines.len().saturating_sub(TAIL)..] {
        println!("     | {line}");
    }
    println!("     whole log: {}", path.display());
    Ok(())
}

/// Does `work` while one line shows the stage, its seconds and the end of its log. Where
/// nobody watches, the name alone is written once.
fn while_watched<T>(name: &str, log: &Path, work: impl FnOnce() -> T) -> T {
    if !std::io::stdout().is_terminal() {
        println!("...  {name}");
        return work();
    }
    let (done, ended) = mpsc::channel::<()>();
    thread::scope(|scope| {
        scope.spawn(move || watch(name, log, &ended));
        let result = work();
        drop(done);
        result
    })
}

fn watch(name: &str, log: &Path, ended: &mpsc::Receiver<()>) {
    let start = Instant::now();
    let mut out = std::io::stdout();
    loop {
        let seconds = start.elapsed().as_secs();
        let last = last_line(log);
        // A terminal that went away is no reason to stop testing.
        let _ = write!(out, "\r\x1b[K...  {name} {seconds} s  {last}");
        let _ = out.flush();
        match ended.recv_timeout(Duration::from_secs(1)) {
            Err(RecvTimeoutError::Timeout) => {}
            _ => break,
        }
    }
    let _ = write!(out, "\r\x1b[K");
    let _ = out.flush();
}

fn last_line(log: &Path) -> String {
    let text = read_lossy(log).unwrap_or_default();
    let line = text.lines().rev().find(|line| !line.trim().is_empty());
    line.unwrap_or_default()
        .trim()
        .chars()
        .filter(|c| !c.is_control())
        .take(PROGRESS_WIDTH)
        .collect()
}

fn table(rows: &[Row]) -> String {
    let mut text = format!(
        "\n{:<16}{:>9}{:>9}{:>9}\n",
        "stage", "seconds", "passed", "failed"
    );
    for row in rows {
        let line = match row.tally {
            Some(tally) => format!(
                "{:<16}{:>9.1}{:>9}{:>9}\n",
                row.name, row.seconds, tally.passed, tally.failed
            ),
            None => format!("{:<16}{:>9}{:>9}{:>9}\n", row.name, "absent", "-", "-"),
        };
        text.push_str(&line);
    }
    let seconds: f64 = rows.iter().map(|row| row.seconds).sum();
    text.push_str(&format!("{:<16}{seconds:>9.1}\n", "all"));
    text
}

#[cfg(test)]
mod tests {
    use super::{Row, Tally, table};

    #[test]
    fn a_part_the_repository_does_not_have_is_shown_as_absent() {
        let rows = [
            Row {
                name: "fmt",
                seconds: 1.25,
                tally: Some(Tally::HELD),
            },
            Row {
                name: "desktop",
                seconds: 0.0,
                tally: None,
            },
        ];
        let table = table(&rows);
        assert!(
            table.contains("fmt                   1.2        1        0"),
            "{table}"
        );
        assert!(
            table.contains("desktop            absent        -        -"),
            "{table}"
        );
    }
}
