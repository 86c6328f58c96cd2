//! Style that no compiler checks: sizes, leftovers, places of one machine.

use crate::failure::Failure;
use crate::repo::Repo;
use crate::sink::Sink;

/// Longest file by extension, in lines.
const LIMITS: &[(&str, usize)] = &[("rs", 500), ("vue", 300), ("ts", 300)];
/// Written by a program, so its length is nobody's choice.
const GENERATED: &[&str] = &["ui/src/ipc/bindings.ts"];
/// Extensions of files people write code in.
const CODE: &[&str] = &[
    "rs", "ts", "vue", "js", "mjs", "css", "html", "sh", "sql", "toml",
];
/// Words that stand for work not done. Spelt in halves so that this file may be checked too.
const UNFINISHED: &[&str] = &[
    concat!("TO", "DO"),
    concat!("FIX", "ME"),
    concat!("XX", "X"),
];
const DEBUG_PRINT: &str = concat!("dbg", "!(");
/// Beginnings of paths that exist on somebody's machine only.
const MACHINE_PATHS: &[&str] = &[
    concat!("/wo", "rk/"),
    concat!("/ro", "ot/"),
    concat!("/ho", "me/"),
    concat!("/t", "mp/"),
    concat!("C:\\Us", "ers\\"),
];
/// Files whose text is data or another's.
const UNREAD: &[&str] = &["Cargo.lock", "ui/package-lock.json"];

pub(crate) fn check(repo: &Repo, sink: &mut Sink) -> Result<(), Failure> {
    let files = repo.files()?;
    sink.say(&format!("{} files", files.len()));
    let mut breaches = Vec::new();
    for file in files.iter().filter(|file| is_read(file)) {
        if let Some(text) = repo.text(file)? {
            breaches.extend(breaches_in(file, &text));
            breaches.extend(forgotten_tests(file, &text, &files));
        }
    }
    Failure::from_breaches(&breaches)
}

fn is_read(file: &str) -> bool {
    !file.starts_with("assets/") && !UNREAD.contains(&file)
}

fn extension(file: &str) -> &str {
    file.rsplit_once('.').map_or("", |(_, extension)| extension)
}

fn breaches_in(file: &str, text: &str) -> Vec<String> {
    let mut breaches = Vec::new();
    let lines = text.lines().count();
    let limit = LIMITS.iter().find(|(of, _)| *of == extension(file));
    if let Some((_, limit)) = limit
        && lines > *limit
        && !GENERATED.contains(&file)
    {
        breaches.push(format!("{file}: {lines} lines, at most {limit}"));
    }
    let is_code = CODE.contains(&extension(file));
    for (number, line) in (1..).zip(text.lines()) {
        let mut found = |what: &str| breaches.push(format!("{file}:{number}: {what}"));
        if is_code {
            for word in UNFINISHED.iter().filter(|word| has_word(line, word)) {
                found(word);
            }
            if line.contains(DEBUG_PRINT) {
                found("a debugging print");
            }
        }
        if let Some(path) = MACHINE_PATHS.iter().find(|path| begins_path(line, path)) {
            found(&format!("a path of one machine, {path}"));
        }
    }
    breaches
}

/// Test files beside a `tests/main.rs` that it does not name: they would never run.
fn forgotten_tests(main: &str, text: &str, files: &[String]) -> Vec<String> {
    let Some(folder) = main.strip_suffix("main.rs") else {
        return Vec::new();
    };
    if !folder.ends_with("/tests/") {
        return Vec::new();
    }
    let name = |file: &String| {
        let inside = file.strip_prefix(folder)?;
        let module = inside
            .strip_suffix("/mod.rs")
            .or(inside.strip_suffix(".rs"))?;
        (!module.contains('/') && module != "main").then(|| module.to_owned())
    };
    let forgotten = |module: &String| {
        let named = format!("mod {module};");
        !text.lines().any(|line| line == named)
    };
    let modules = files.iter().filter_map(name).filter(forgotten);
    modules
        .map(|module| format!("{main}: `mod {module};` is missing"))
        .collect()
}

fn is_word(c: char) -> bool {
    c.is_alphanumeric() || c == '_'
}

fn has_word(line: &str, word: &str) -> bool {
    line.match_indices(word).any(|(at, _)| {
        let before = line[..at].chars().next_back();
        let after = line[at + word.len()..].chars().next();
        !before.is_some_and(is_word) && !after.is_some_and(is_word)
    })
}

/// Whether `path` stands in `line` as the beginning of a path and is followed by a name; the
/// display sockets of X have no other place.
fn begins_path(line: &str, path: &str) -> bool {
    line.match_indices(path).any(|(at, _)| {
        let before = line[..at].chars().next_back();
        let rest = &line[at + path.len()..];
        let inside = before.is_some_and(|c| is_word(c) || matches!(c, '.' | '/' | '-' | '}'));
        !inside && rest.starts_with(is_word) && !rest.starts_with(".X11")
    })
}

#[cfg(test)]
mod tests {
    use super::{MACHINE_PATHS, UNFINISHED, breaches_in, forgotten_tests};

    #[test]
    fn a_test_file_its_program_does_not_name_is_found() {
        let files = [
            "a/tests/main.rs",
            "a/tests/b.rs",
            "a/tests/c/mod.rs",
            "a/tests/c/d.rs",
        ];
        let files = files.map(str::to_owned);
        let found = |text| forgotten_tests("a/tests/main.rs", text, &files);
        assert_eq!(found("mod b;\n"), ["a/tests/main.rs: `mod c;` is missing"]);
        assert!(found("mod b;\nmod c;\n").is_empty());
        assert!(forgotten_tests("a/src/main.rs", "", &files).is_empty());
    }

    #[test]
    fn unfinished_work_is_found_as_a_word_only() {
        let line = format!("// {}: later\nlet {}S = 1;\n", UNFINISHED[0], UNFINISHED[0]);
        assert_eq!(
            breaches_in("a.rs", &line),
            [format!("a.rs:1: {}", UNFINISHED[0])]
        );
        assert!(breaches_in("policy.txt", &line).is_empty());
    }

    #[test]
    fn files_have_their_greatest_lengths() {
        assert!(breaches_in("a.rs", &"x\n".repeat(500)).is_empty());
        assert_eq!(breaches_in("a.rs", &"x\n".repeat(501)).len(), 1);
        assert_eq!(breaches_in("a.vue", &"x\n".repeat(301)).len(), 1);
        assert!(breaches_in("ui/src/ipc/bindings.ts", &"x\n".repeat(301)).is_empty());
    }

    #[test]
    fn paths_of_one_machine_are_found_and_parts_of_longer_paths_are_not() {
        let path = MACHINE_PATHS[0];
        assert_eq!(breaches_in("a.md", &format!("see {path}main")).len(), 1);
        assert!(breaches_in("a.md", &format!("https://example.org{path}main")).is_empty());
        assert!(breaches_in("a.md", &format!("`{path}`")).is_empty());
    }
}
