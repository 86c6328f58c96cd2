//! Where the output of a task goes: the terminal, or a stage's log file.

use std::fs::File;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, ExitStatus, Stdio};

use crate::failure::Failure;

pub(crate) enum Sink {
    Terminal,
    Log { file: File, path: PathBuf },
}

impl Sink {
    pub(crate) fn log(path: PathBuf) -> Result<Self, Failure> {
        let file = File::create(&path).map_err(Failure::during(path.display()))?;
        Ok(Self::Log { file, path })
    }

    /// Writes one line of our own.
    pub(crate) fn say(&mut self, line: &str) {
        match self {
            Self::Terminal => println!("{line}"),
            // A full disk shows in the stage itself; a lost remark is not worth failing for.
            Self::Log { file, .. } => drop(writeln!(file, "{line}")),
        }
    }

    /// Everything in the log so far; nothing for a terminal.
    pub(crate) fn text(&self) -> Result<String, Failure> {
        match self {
            Self::Terminal => Ok(String::new()),
            Self::Log { path, .. } => read_lossy(path),
        }
    }

    /// Runs a program with its output here and waits for its end.
    pub(crate) fn status(&mut self, command: &mut Command) -> Result<ExitStatus, Failure> {
        let shown = words(command);
        self.say(&format!("$ {shown}"));
        if let Self::Log { file, .. } = self {
            let out = file.try_clone().map_err(Failure::during(&shown))?;
            let err = file.try_clone().map_err(Failure::during(&shown))?;
            command.stdin(Stdio::null()).stdout(out).stderr(err);
        }
        command.status().map_err(Failure::during(&shown))
    }

    /// As [`status`](Self::status), and it must succeed.
    pub(crate) fn run(&mut self, command: &mut Command) -> Result<(), Failure> {
        let status = self.status(command)?;
        if status.success() {
            return Ok(());
        }
        Err(Failure::new(format!("`{}`: {status}", words(command))))
    }
}

/// A log as text whatever bytes a program wrote into it.
pub(crate) fn read_lossy(path: &Path) -> Result<String, Failure> {
    let bytes = std::fs::read(path).map_err(Failure::during(path.display()))?;
    Ok(String::from_utf8_lossy(&bytes).into_owned())
}

fn words(command: &Command) -> String {
    let arguments = command.get_args().map(|a| a.to_string_lossy());
    std::iter::once(command.get_program().to_string_lossy())
        .chain(arguments)
        .collect::<Vec<_>>()
        .join(" ")
}
