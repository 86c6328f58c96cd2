//! Holds the documents against the repository: every path they name exists, every function they
//! name in one is there, every command line they show would be understood.

mod commands;
mod markdown;

use std::path::{Component, Path, PathBuf};

use crate::failure::Failure;
use crate::repo::Repo;
use crate::sink::Sink;
use commands::Programs;
use markdown::Reference;

/// A path is believed to be meant as one when it begins here.
const ROOTS: &[&str] = &[
    ".cargo/",
    ".ci/",
    "assets/",
    "crates/",
    "docs/",
    "installers/",
    "src-tauri/",
    "tests/",
    "ui/",
];
/// Made by the build, so a clean clone does not have them.
const BUILT: &[&str] = &["ui/dist", "ui/node_modules"];

pub(crate) fn check(repo: &Repo, sink: &mut Sink) -> Result<(), Failure> {
    let mut programs = Programs::new(repo);
    let mut breaches = Vec::new();
    for file in repo.files()?.iter().filter(|file| file.ends_with(".md")) {
        let Some(text) = repo.text(file)? else {
            breaches.push(format!("{file}: not UTF-8"));
            continue;
        };
        let references = markdown::references(&text);
        sink.say(&format!("{file}: {} references", references.len()));
        for (line, reference) in references {
            if let Err(why) = check_reference(repo, &mut programs, file, &reference) {
                breaches.push(format!("{file}:{line}: {why}"));
            }
        }
    }
    Failure::from_breaches(&breaches)
}

fn check_reference(
    repo: &Repo,
    programs: &mut Programs,
    file: &str,
    reference: &Reference,
) -> Result<(), String> {
    match reference {
        Reference::Span(span) => check_span(repo, span),
        Reference::Link(target) => match path_in_link(target) {
            Some(path) if !exists(repo, &beside(file, path)) => {
                Err(format!("no such link target: {path}"))
            }
            _ => Ok(()),
        },
        Reference::Command(words) => programs.check(words),
    }
}

/// `path`, or `path::name` for a function of a Rust file, such as a test.
fn check_span(repo: &Repo, span: &str) -> Result<(), String> {
    let (place, name) = match span.split_once("::") {
        Some((place, name)) => (place, Some(name)),
        None => (span, None),
    };
    let Some(path) = path_in_span(place) else {
        return Ok(());
    };
    if !exists(repo, path) {
        return Err(format!("no such path: {path}"));
    }
    let Some(name) = name else { return Ok(()) };
    let text = repo.text(path).map_err(|failure| failure.to_string())?;
    let is_there = text.is_some_and(|text| text.contains(&format!("fn {name}(")));
    is_there
        .then_some(())
        .ok_or_else(|| format!("no function {name} in {path}"))
}

fn exists(repo: &Repo, path: &str) -> bool {
    BUILT.iter().any(|built| path.starts_with(built)) || repo.path(path).exists()
}

/// The path a code span names, when it looks like one of this repository.
fn path_in_span(span: &str) -> Option<&str> {
    let path = match span.rsplit_once(':') {
        Some((path, line)) if line.bytes().all(|b| b.is_ascii_digit() || b == b'-') => path,
        _ => span,
    };
    let plain = |c: char| c.is_ascii_alphanumeric() || matches!(c, '/' | '.' | '-' | '_' | '@');
    let is_path = ROOTS.iter().any(|root| path.starts_with(root)) && path.chars().all(plain);
    is_path.then_some(path)
}

/// The file a link leads to, when it stays in the repository.
fn path_in_link(target: &str) -> Option<&str> {
    let path = target.split(['#', '?']).next().unwrap_or_default();
    let is_foreign = target.contains("://") || target.starts_with("mailto:");
    (!is_foreign && !path.is_empty()).then_some(path)
}

/// `path` as seen from the folder of `file`, relative to the root.
fn beside(file: &str, path: &str) -> String {
    let mut steps = PathBuf::new();
    let folder = Path::new(file).parent().unwrap_or(Path::new(""));
    for step in folder.join(path).components() {
        match step {
            Component::ParentDir => drop(steps.pop()),
            Component::CurDir => {}
            other => steps.push(other),
        }
    }
    steps.to_string_lossy().into_owned()
}

#[cfg(test)]
mod tests {
    use super::{beside, path_in_link, path_in_span};

    #[test]
    fn spans_are_paths_only_below_known_folders() {
        assert_eq!(path_in_span("crates/x/y.rs"), Some("crates/x/y.rs"));
        assert_eq!(path_in_span("ui/src/a.vue:12"), Some("ui/src/a.vue"));
        for other in [
            "and/or",
            "crates/<room>",
            "docs/…",
            "tests/*.rs",
            "a.rs",
            "ui/a b",
        ] {
            assert_eq!(path_in_span(other), None, "{other}");
        }
    }

    #[test]
    fn links_are_followed_inside_the_repository_only() {
        assert_eq!(path_in_link("../README.md#build"), Some("../README.md"));
        assert_eq!(path_in_link("https://example.org/a"), None);
        assert_eq!(path_in_link("#here"), None);
        assert_eq!(
            beside("docs/adr/0001.md", "../PROTOCOL.md"),
            "docs/PROTOCOL.md"
        );
        assert_eq!(beside("README.md", "./docs"), "docs");
    }
}
