//! Whether a command line shown in a document would be understood by the program it names.

use std::collections::HashMap;
use std::path::PathBuf;

use clap::CommandFactory;

use crate::repo::Repo;

const CLI: &str = "yichuangctl";

/// The programs documents show, and what they say about themselves.
pub(super) struct Programs<'a> {
    repo: &'a Repo,
    cli: PathBuf,
    helps: HashMap<Vec<String>, Help>,
}

impl<'a> Programs<'a> {
    pub(super) fn new(repo: &'a Repo) -> Self {
        Self {
            repo,
            cli: repo.path("target/debug").join(CLI),
            helps: HashMap::new(),
        }
    }

    /// Checks the commands of our own programs; any other program is not our business.
    pub(super) fn check(&mut self, words: &[String]) -> Result<(), String> {
        match words {
            [cargo, xtask, rest @ ..] if cargo == "cargo" && xtask == "xtask" => check_xtask(rest),
            [program, rest @ ..] if program.rsplit('/').next() == Some(CLI) => self.check_cli(rest),
            _ => Ok(()),
        }
    }

    fn check_cli(&mut self, words: &[String]) -> Result<(), String> {
        let mut path: Vec<String> = Vec::new();
        let mut rest = words.iter().map(String::as_str);
        while let Some(word) = rest.next() {
            let help = self.help(&path)?;
            if word.starts_with('-') && word != "-" {
                let (option, given) = match word.split_once('=') {
                    Some((option, _)) => (option, true),
                    None => (word, false),
                };
                match help.options.get(option) {
                    None => return Err(format!("{CLI} {} has no {option}", path.join(" "))),
                    Some(true) if !given => drop(rest.next()),
                    Some(_) => {}
                }
            } else if help.commands.iter().any(|command| command == word) {
                path.push(word.to_owned());
            } else if !help.commands.is_empty() {
                return Err(format!("{CLI} {} has no command {word}", path.join(" ")));
            }
        }
        Ok(())
    }

    fn help(&mut self, path: &[String]) -> Result<&Help, String> {
        if !self.helps.contains_key(path) {
            let output = self
                .repo
                .command(&self.cli)
                .args(path)
                .arg("--help")
                .output()
                .map_err(|error| format!("{}: {error}", self.cli.display()))?;
            let help = Help::read(&String::from_utf8_lossy(&output.stdout));
            self.helps.insert(path.to_vec(), help);
        }
        self.helps
            .get(path)
            .ok_or_else(|| format!("{CLI} has no help"))
    }
}

fn check_xtask(words: &[String]) -> Result<(), String> {
    let line = std::iter::once("xtask").chain(words.iter().map(String::as_str));
    match crate::Cli::command().try_get_matches_from(line) {
        Err(error) if error.use_stderr() => Err(error
            .to_string()
            .lines()
            .next()
            .unwrap_or("not understood")
            .to_owned()),
        _ => Ok(()),
    }
}

/// What a help page lists: commands, and options with whether a value follows.
#[derive(Debug, Default, PartialEq, Eq)]
struct Help {
    commands: Vec<String>,
    options: HashMap<String, bool>,
}

impl Help {
    /// Reads clap's layout: two blanks and a name is a command, a dash begins an option.
    fn read(page: &str) -> Self {
        let mut help = Self::default();
        for line in page.lines() {
            let entry = line.trim_start();
            if entry.starts_with('-') {
                help.read_option(entry);
            } else if let Some(name) = line.strip_prefix("  ").and_then(command_name) {
                help.commands.push(name.to_owned());
            }
        }
        help
    }

    fn read_option(&mut self, entry: &str) {
        let shown = entry.split("  ").next().unwrap_or(entry);
        let takes_value = shown.contains('<');
        for name in shown.split([',', ' ']).filter(|word| word.starts_with('-')) {
            let name = name.split(['=', '[']).next().unwrap_or(name);
            self.options.insert(name.to_owned(), takes_value);
        }
    }
}

fn command_name(entry: &str) -> Option<&str> {
    let name = entry.split("  ").next()?;
    let is_name = name.starts_with(|c: char| c.is_ascii_lowercase())
        && name
            .bytes()
            .all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-');
    is_name.then_some(name)
}

#[cfg(test)]
mod tests {
    use super::{Help, check_xtask};

    fn words(line: &str) -> Vec<String> {
        line.split_whitespace().map(str::to_owned).collect()
    }

    #[test]
    fn our_own_command_lines_are_understood_by_our_own_parser() {
        assert_eq!(check_xtask(&words("test --long")), Ok(()));
        assert_eq!(check_xtask(&words("--help")), Ok(()));
        assert!(check_xtask(&words("tset")).is_err());
        assert!(check_xtask(&words("test --short")).is_err());
    }

    #[test]
    fn a_help_page_tells_commands_and_options() {
        let page = "The same verbs without a window\n\nUsage: ctl [OPTIONS] <COMMAND>\n\nCommands:\n  \
                    init     Make a home\n  receipt  Receipts\n\nOptions:\n      --home <DIR>  Where\n  \
                    -h, --help        Print help\n";
        let help = Help::read(page);
        assert_eq!(help.commands, ["init", "receipt"]);
        assert_eq!(help.options.get("--home"), Some(&true));
        assert_eq!(help.options.get("-h"), Some(&false));
        assert_eq!(help.options.get("--help"), Some(&false));
    }
}
