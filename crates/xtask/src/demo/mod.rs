//! The demonstration: a platform, a terminal's home and its window, on this machine alone.
//!
//! A person's demonstration lives in `target/demo` and is found again by the next run. The
//! tour has one of its own in `target/tour`, always new, so that it meets what it expects.

mod operators;

use std::fs::{self, File};
use std::io::{BufRead, BufReader, Write};
use std::net::TcpListener;
use std::path::{Path, PathBuf};
use std::process::{ChildStdout, Stdio};
use std::sync::mpsc;
use std::thread;
use std::time::Duration;

use crate::children::{Running, bound};
use crate::failure::Failure;
use crate::repo::Repo;
use crate::sink::Sink;
use crate::xvfb::Screen;
use crate::{packages, ui};

/// How long the platform may take until it listens.
const READY_WITHIN: Duration = Duration::from_secs(60);
const READY: &str = "listening ";

/// Builds what is stale and shows the demonstration until the window is closed.
pub(crate) fn run(repo: &Repo, fresh: bool, tour: bool) -> Result<(), Failure> {
    let mut sink = Sink::Terminal;
    packages::install(repo, &mut sink)?;
    ui::build(repo, &mut sink)?;
    sink.run(repo.command("cargo").args(["build", "--workspace"]))?;
    let has_screen = ["DISPLAY", "WAYLAND_DISPLAY"]
        .iter()
        .any(|name| std::env::var_os(name).is_some_and(|value| !value.is_empty()));
    if tour || !has_screen {
        let demo = Demo::open(repo, "target/tour/demo", true)?;
        return demo.tour(has_screen);
    }
    Demo::open(repo, "target/demo", fresh)?.show()
}

/// One demonstration's folder.
struct Demo<'a> {
    repo: &'a Repo,
    dir: PathBuf,
    /// Where the platform listens; a home is bound to it, so it never changes.
    address: String,
}

impl<'a> Demo<'a> {
    fn open(repo: &'a Repo, dir: &str, fresh: bool) -> Result<Self, Failure> {
        let dir = repo.path(dir);
        if fresh && dir.exists() {
            fs::remove_dir_all(&dir).map_err(Failure::during(dir.display()))?;
        }
        fs::create_dir_all(&dir).map_err(Failure::during(dir.display()))?;
        let address = address(&dir.join("address"))?;
        Ok(Self { repo, dir, address })
    }

    fn home(&self) -> PathBuf {
        self.dir.join("home")
    }

    fn operators(&self) -> PathBuf {
        self.dir.join("operators.json")
    }

    fn program(&self, name: &str) -> PathBuf {
        self.repo.path("target/debug").join(name)
    }

    /// A person at the window; everything stops when the window is closed.
    fn show(&self) -> Result<(), Failure> {
        let platform = self.start_platform()?;
        self.prepare_home()?;
        let operators = fs::read(self.operators()).map_err(Failure::during("operators"))?;
        print!("{}", operators::table(&serde_json::from_slice(&operators)?));
        println!("platform: http://{}", self.address);
        let mut window = bound(self.repo, self.program("yichuang"));
        window.arg("--home").arg(self.home());
        let outcome = Sink::Terminal.run(&mut window);
        drop(platform);
        outcome
    }

    /// The tour's driver at the window. It starts and stops the platform itself, to show work
    /// without a network; the environment tells it how.
    fn tour(&self, has_screen: bool) -> Result<(), Failure> {
        drop({
            let platform = self.start_platform()?;
            self.prepare_home()?;
            platform
        });
        let mut driver = bound(self.repo, self.program("tour"));
        driver
            .arg("--home")
            .arg(self.home())
            .arg("--platform-bin")
            .arg(self.program("yichuang-platform"))
            .arg("--app-bin")
            .arg(self.program("yichuang"))
            .arg("--out")
            .arg(self.repo.path("target/tour"))
            .env("YICHUANG_DEMO_PLATFORM_DATA", self.dir.join("platform"))
            .env("YICHUANG_DEMO_PLATFORM_LISTEN", &self.address)
            .env("YICHUANG_DEMO_OPERATORS", self.operators());
        let screen = match has_screen {
            true => None,
            false => Some(Screen::start(self.repo)?),
        };
        if let Some(screen) = &screen {
            screen.lend(&mut driver);
        }
        Sink::Terminal.run(&mut driver)
    }

    /// Starts the platform and waits until it says that it listens.
    fn start_platform(&self) -> Result<Running, Failure> {
        let mut command = bound(self.repo, self.program("yichuang-platform"));
        command
            .args(["serve", "--demo", "--listen", &self.address, "--data"])
            .arg(self.dir.join("platform"))
            .stdin(Stdio::null())
            .stdout(Stdio::piped());
        let mut platform = Running::start("yichuang-platform", &mut command)?;
        let log = self.dir.join("platform.log");
        let output = platform.child.stdout.take();
        let ready = output.map(|output| lines_into(output, log.clone()));
        let heard = ready.and_then(|ready| ready.recv_timeout(READY_WITHIN).ok());
        heard.map(|()| platform).ok_or_else(|| {
            Failure::new(format!(
                "the platform does not listen on {}; see {} (if another program has the port: \
                 cargo xtask run --fresh)",
                self.address,
                log.display()
            ))
        })
    }

    /// Makes the home once; its operators are kept beside it for later runs.
    fn prepare_home(&self) -> Result<(), Failure> {
        if self.home().exists() && self.operators().exists() {
            return Ok(());
        }
        if self.home().exists() {
            fs::remove_dir_all(self.home()).map_err(Failure::during("half-made home"))?;
        }
        let output = self
            .repo
            .command(self.program("yichuangctl"))
            .arg("--home")
            .arg(self.home())
            .args(["init", "--demo", "--platform"])
            .arg(format!("http://{}", self.address))
            .stderr(Stdio::inherit())
            .output()
            .map_err(Failure::during("yichuangctl"))?;
        if !output.status.success() {
            return Err(Failure::new(format!("yichuangctl init: {}", output.status)));
        }
        fs::write(self.operators(), &output.stdout).map_err(Failure::during("operators"))
    }
}

/// The address kept in `file`, or a free one that is kept from now on.
fn address(file: &Path) -> Result<String, Failure> {
    if let Ok(kept) = fs::read_to_string(file) {
        return Ok(kept);
    }
    let free = TcpListener::bind("127.0.0.1:0")
        .and_then(|listener| listener.local_addr())
        .map_err(Failure::during("finding a free port"))?
        .to_string();
    fs::write(file, &free).map_err(Failure::during(file.display()))?;
    Ok(free)
}

/// Copies what a program prints into `log`; the receiver hears once when it is ready.
fn lines_into(output: ChildStdout, log: PathBuf) -> mpsc::Receiver<()> {
    let (ready, heard) = mpsc::channel();
    thread::spawn(move || {
        let mut log = File::create(log).ok();
        for line in BufReader::new(output).lines().map_while(Result::ok) {
            if line.starts_with(READY) {
                // Only the first is waited for.
                let _ = ready.send(());
            }
            if let Some(log) = &mut log {
                let _ = writeln!(log, "{line}");
            }
        }
    });
    heard
}
