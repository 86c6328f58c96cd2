//! The window's pages: npm's packages and the built `ui/dist` that cargo embeds.

use std::fs;
use std::path::Path;
use std::time::SystemTime;

use crate::failure::Failure;
use crate::repo::Repo;
use crate::sink::Sink;

/// What `ui/dist` is made of.
const SOURCES: &[&str] = &[
    "ui/src",
    "ui/public",
    "ui/index.html",
    "ui/package.json",
    "ui/package-lock.json",
    "ui/tsconfig.json",
    "ui/vite.config.ts",
];
const BUILT: &str = "ui/dist/index.html";
const LOCK: &str = "ui/package-lock.json";
/// Written by npm at the end of an installation; it vanishes with the packages.
const INSTALLED: &str = "ui/node_modules/.package-lock.json";

/// Whether there are pages at all.
pub(crate) fn exists(repo: &Repo) -> bool {
    repo.path("ui/package.json").is_file()
}

/// `npm ci` and `npm run build`, each only when its inputs are newer than its result.
pub(crate) fn build(repo: &Repo, sink: &mut Sink) -> Result<(), Failure> {
    if !exists(repo) {
        sink.say("no ui/package.json");
        return Ok(());
    }
    if is_older(&repo.path(INSTALLED), newest(repo, &[LOCK])?) {
        sink.run(
            repo.command("npm")
                .args(["--prefix", "ui", "ci", "--no-audit", "--no-fund"])
                .env("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1"),
        )?;
    } else {
        sink.say("npm packages are up to date");
    }
    if is_older(&repo.path(BUILT), newest(repo, SOURCES)?) {
        return sink.run(repo.command("npm").args(["--prefix", "ui", "run", "build"]));
    }
    sink.say("ui/dist is up to date");
    Ok(())
}

fn modified(path: &Path) -> Option<SystemTime> {
    fs::metadata(path).and_then(|data| data.modified()).ok()
}

/// A file that is not there is older than anything.
fn is_older(result: &Path, inputs: Option<SystemTime>) -> bool {
    modified(result) <= inputs
}

fn newest(repo: &Repo, inputs: &[&str]) -> Result<Option<SystemTime>, Failure> {
    let mut newest = None;
    for input in inputs {
        newest = newest.max(newest_below(&repo.path(input)).map_err(Failure::during(input))?);
    }
    Ok(newest)
}

/// Directories count too: their time tells of files taken away.
fn newest_below(path: &Path) -> std::io::Result<Option<SystemTime>> {
    let mut newest = modified(path);
    if path.is_dir() {
        for entry in fs::read_dir(path)? {
            newest = newest.max(newest_below(&entry?.path())?);
        }
    }
    Ok(newest)
}
