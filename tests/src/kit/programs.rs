//! The real programs as processes.

use std::{
    ffi::{OsStr, OsString},
    io::{BufRead as _, BufReader},
    path::{Path, PathBuf},
    process::{Child, Command, Output, Stdio},
};

use serde_json::Value;

use super::assets;

/// A built program, beside the test that runs.
///
/// # Panics
/// When it has not been built.
#[must_use]
pub fn program(name: &str) -> PathBuf {
    let test = std::env::current_exe().unwrap();
    let beside = test.parent().and_then(Path::parent).unwrap().join(name);
    assert!(
        beside.is_file(),
        "{name} is not built; run `cargo build --workspace` first"
    );
    beside
}

/// What a refused verb says on standard error.
#[derive(Debug, Clone)]
pub struct Refusal {
    /// Stable code.
    pub code: String,
    /// Words.
    pub message: String,
    /// Fields and rules, as `field: rule`.
    pub problems: Vec<String>,
}

/// `yichuangctl` on one home.
#[derive(Debug, Clone)]
pub struct Ctl {
    home: PathBuf,
    through: Vec<OsString>,
}

impl Ctl {
    /// On the home in this folder, which may not be there yet.
    #[must_use]
    pub fn at(home: impl Into<PathBuf>) -> Self {
        Self::inside(home, Vec::new())
    }

    /// On the home in this folder, started through another program, such as one that enters a
    /// namespace.
    #[must_use]
    pub fn inside(home: impl Into<PathBuf>, through: Vec<OsString>) -> Self {
        Self {
            home: home.into(),
            through,
        }
    }

    /// The home.
    #[must_use]
    pub fn home(&self) -> &Path {
        &self.home
    }

    /// The command, not yet started; nothing of the tester's own surroundings reaches it.
    pub fn command<S: AsRef<OsStr>>(&self, arguments: &[S]) -> Command {
        let mut words = self
            .through
            .iter()
            .cloned()
            .chain([program("yichuangctl").into()]);
        let mut command = Command::new(words.next().unwrap_or_default());
        command
            .args(words)
            .arg("--home")
            .arg(&self.home)
            .arg("--assets")
            .arg(assets())
            .args(arguments)
            .env_remove("YICHUANG_PASSWORD_FILE")
            .stdin(Stdio::null());
        command
    }

    /// Runs it to its end.
    ///
    /// # Panics
    /// When it cannot be started.
    pub fn run<S: AsRef<OsStr>>(&self, arguments: &[S]) -> Output {
        self.command(arguments).output().unwrap()
    }

    /// Runs a verb that works and reads its one JSON value.
    ///
    /// # Panics
    /// When the verb fails.
    pub fn good<S: AsRef<OsStr>>(&self, arguments: &[S]) -> Value {
        let said = self.said(arguments);
        serde_json::from_str(&said).unwrap_or_else(|error| panic!("{error}: {said}"))
    }

    /// Runs a verb that works and gives what it printed.
    ///
    /// # Panics
    /// When the verb fails.
    pub fn said<S: AsRef<OsStr>>(&self, arguments: &[S]) -> String {
        let output = self.run(arguments);
        let shown: Vec<_> = arguments
            .iter()
            .map(|a| a.as_ref().to_string_lossy())
            .collect();
        assert!(
            output.status.success(),
            "{shown:?}: {}",
            String::from_utf8_lossy(&output.stderr)
        );
        String::from_utf8(output.stdout).unwrap()
    }

    /// Runs a verb that is refused: exit code 1, nothing on standard output, one JSON object with
    /// code and message on standard error.
    ///
    /// # Panics
    /// When it is not refused that way.
    pub fn refused<S: AsRef<OsStr>>(&self, arguments: &[S]) -> Refusal {
        refusal(&self.run(arguments))
    }

    /// Entries in all journals, and that every chain verifies.
    ///
    /// # Panics
    /// When one does not.
    pub fn entries(&self) -> u64 {
        let report = self.good(&["journal", "verify"]);
        assert_eq!(report["ok"], true, "{report}");
        report["entries"].as_u64().unwrap()
    }

    /// Numbers of every case, newest first.
    ///
    /// # Panics
    /// When they cannot be listed.
    pub fn numbers(&self) -> Vec<String> {
        let cases = self.good(&["case", "list"]);
        let number = |case: &Value| case["number"].as_str().unwrap().to_owned();
        cases.as_array().unwrap().iter().map(number).collect()
    }
}

/// Reads a refusal: exit code 1, nothing on standard output, one JSON object on standard error.
///
/// # Panics
/// When it is none.
#[must_use]
pub fn refusal(output: &Output) -> Refusal {
    let said = String::from_utf8_lossy(&output.stderr);
    assert_eq!(output.status.code(), Some(1), "{said}");
    assert!(
        output.stdout.is_empty(),
        "{}",
        String::from_utf8_lossy(&output.stdout)
    );
    let told: Value =
        serde_json::from_str(said.trim()).unwrap_or_else(|error| panic!("{error}: {said}"));
    let text = |value: &Value| value.as_str().map(str::to_owned).unwrap_or_default();
    let problem = |p: &Value| format!("{}: {}", text(&p["field"]), text(&p["rule"]));
    let problems = told["problems"]
        .as_array()
        .map(|all| all.iter().map(problem).collect());
    Refusal {
        code: text(&told["code"]),
        message: text(&told["message"]),
        problems: problems.unwrap_or_default(),
    }
}

/// A demo platform as a process of its own; it dies with this value.
#[derive(Debug)]
pub struct ServedPlatform {
    child: Child,
    url: String,
}

impl ServedPlatform {
    /// Serves a data folder on a port the system chooses.
    ///
    /// # Panics
    /// When it does not come up.
    #[must_use]
    pub fn serve(data: &Path) -> Self {
        let mut child = Command::new(program("yichuang-platform"))
            .args(["serve", "--demo", "--listen", "127.0.0.1:0", "--data"])
            .arg(data)
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .unwrap();
        let mut line = String::new();
        BufReader::new(child.stdout.take().unwrap())
            .read_line(&mut line)
            .unwrap();
        let url = line.trim().strip_prefix("listening ").map(str::to_owned);
        Self {
            child,
            url: url.unwrap_or_else(|| panic!("the platform said {line:?}")),
        }
    }

    /// Where terminals reach it.
    #[must_use]
    pub fn url(&self) -> &str {
        &self.url
    }

    /// kill -9.
    pub fn kill(mut self) {
        self.end();
    }

    fn end(&mut self) {
        // Gone already is what is wanted.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

impl Drop for ServedPlatform {
    fn drop(&mut self) {
        self.end();
    }
}
