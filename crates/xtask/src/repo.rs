//! Where the repository lies and which files belong to it.

use std::path::PathBuf;
use std::process::Command;

use crate::failure::Failure;

pub(crate) struct Repo {
    root: PathBuf,
}

impl Repo {
    /// The workspace around the current directory.
    pub(crate) fn find() -> Result<Self, Failure> {
        let here = std::env::current_dir().map_err(Failure::during("finding out where I am"))?;
        here.ancestors()
            .find(|dir| dir.join("crates/xtask/Cargo.toml").is_file())
            .map(|root| Self {
                root: root.to_owned(),
            })
            .ok_or_else(|| Failure::new("run me inside the repository"))
    }

    pub(crate) fn path(&self, relative: &str) -> PathBuf {
        self.root.join(relative)
    }

    /// A program that runs at the root, without colours in its output.
    pub(crate) fn command(&self, program: impl AsRef<std::ffi::OsStr>) -> Command {
        let mut command = Command::new(program);
        command
            .current_dir(&self.root)
            .env("CARGO_TERM_COLOR", "never")
            .env("NO_COLOR", "1");
        command
    }

    /// Every file git tracks or would track, relative to the root.
    pub(crate) fn files(&self) -> Result<Vec<String>, Failure> {
        let output = self
            .command("git")
            .args([
                "ls-files",
                "-z",
                "--cached",
                "--others",
                "--exclude-standard",
            ])
            .output()
            .map_err(Failure::during("git ls-files"))?;
        if !output.status.success() {
            return Err(Failure::new("git ls-files failed: is this a git checkout?"));
        }
        let mut files: Vec<String> = String::from_utf8_lossy(&output.stdout)
            .split_terminator('\0')
            .filter(|file| self.path(file).is_file())
            .map(str::to_owned)
            .collect();
        files.sort_unstable();
        files.dedup();
        Ok(files)
    }

    /// The text of a file, or `None` when it is not UTF-8.
    pub(crate) fn text(&self, relative: &str) -> Result<Option<String>, Failure> {
        let bytes = std::fs::read(self.path(relative)).map_err(Failure::during(relative))?;
        Ok(String::from_utf8(bytes).ok())
    }
}
