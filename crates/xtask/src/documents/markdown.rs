//! What a Markdown text refers to: code spans, link targets, command lines in shell blocks.
//! Pure, and only as much Markdown as our documents use.

/// One thing a document refers to.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Reference {
    /// The content of a code span.
    Span(String),
    /// The target of a link or of a link definition.
    Link(String),
    /// One simple command of a shell block, in words.
    Command(Vec<String>),
}

const SHELLS: &[&str] = &["sh", "bash", "shell", "console"];

/// Every reference with its line number.
pub(super) fn references(text: &str) -> Vec<(usize, Reference)> {
    let mut found = Vec::new();
    let mut block: Option<&str> = None;
    let mut continued = String::new();
    for (number, line) in (1..).zip(text.lines()) {
        let fence = line.trim_start().strip_prefix("```");
        match (block, fence) {
            (None, Some(language)) => block = Some(language.trim()),
            (Some(_), Some(_)) => block = None,
            (None, None) => {
                found.extend(inline(line).into_iter().map(|r| (number, r)));
            }
            (Some(language), None) if SHELLS.contains(&language) => {
                continued.push_str(line.trim());
                if let Some(half) = continued.strip_suffix('\\') {
                    continued = format!("{half} ");
                    continue;
                }
                let commands = commands(&std::mem::take(&mut continued));
                found.extend(commands.into_iter().map(|r| (number, r)));
            }
            (Some(_), None) => {}
        }
    }
    found
}

fn inline(line: &str) -> Vec<Reference> {
    let mut found = Vec::new();
    let mut prose = String::new();
    for (at, part) in line.split('`').enumerate() {
        if at % 2 == 1 {
            found.push(Reference::Span(part.to_owned()));
        } else {
            prose.push_str(part);
        }
    }
    let targets = prose
        .split("](")
        .skip(1)
        .filter_map(|rest| rest.split_once(')'));
    found.extend(targets.filter_map(|(target, _)| link(target)));
    if let Some((_, target)) = prose
        .trim()
        .strip_prefix('[')
        .and_then(|r| r.split_once("]: "))
    {
        found.extend(link(target));
    }
    found
}

/// The target alone, without a title.
fn link(target: &str) -> Option<Reference> {
    let target = target.split_whitespace().next()?;
    Some(Reference::Link(target.trim_matches(['<', '>']).to_owned()))
}

/// The simple commands of a shell line: split at operators, prompt, comment and leading
/// variables removed, cut at a redirection.
fn commands(line: &str) -> Vec<Reference> {
    let line = line.strip_prefix("$ ").unwrap_or(line);
    let line = match line.find(" #") {
        Some(at) => &line[..at],
        None => line,
    };
    if line.starts_with('#') {
        return Vec::new();
    }
    line.split(['|', ';', '&'])
        .filter_map(|simple| {
            let words: Vec<String> = simple
                .split_whitespace()
                .skip_while(|word| is_assignment(word))
                .take_while(|word| word.contains('<') == word.contains('>'))
                .map(str::to_owned)
                .collect();
            (!words.is_empty()).then_some(Reference::Command(words))
        })
        .collect()
}

fn is_assignment(word: &str) -> bool {
    word.split_once('=').is_some_and(|(name, _)| {
        !name.is_empty() && name.bytes().all(|b| b.is_ascii_uppercase() || b == b'_')
    })
}

#[cfg(test)]
mod tests {
    use super::{Reference, references};

    fn command(line: &str) -> Reference {
        Reference::Command(line.split(' ').map(str::to_owned).collect())
    }

    #[test]
    fn spans_and_links_are_found_with_their_lines() {
        let text = "see `crates/a.rs` and [the map](docs/MAP.md \"title\")\n\n[x]: ../y.md\n";
        assert_eq!(
            references(text),
            [
                (1, Reference::Span("crates/a.rs".into())),
                (1, Reference::Link("docs/MAP.md".into())),
                (3, Reference::Link("../y.md".into())),
            ]
        );
    }

    #[test]
    fn a_link_inside_a_code_span_is_no_link() {
        assert_eq!(
            references("`[a](b.md)`"),
            [(1, Reference::Span("[a](b.md)".into()))]
        );
    }

    #[test]
    fn shell_blocks_give_simple_commands() {
        let text = "```sh\n# say\n$ A=1 cargo xtask test \\\n  --long # all\na b | c d > e && f\n```\n\
                    ```rust\nlet x = 1;\n```\n";
        let found: Vec<Reference> = references(text).into_iter().map(|(_, r)| r).collect();
        assert_eq!(
            found,
            [
                command("cargo xtask test --long"),
                command("a b"),
                command("c d"),
                command("f")
            ]
        );
    }

    #[test]
    fn blocks_in_other_languages_refer_to_nothing() {
        assert_eq!(references("```text\n`crates/none`\n```\n"), []);
    }
}
