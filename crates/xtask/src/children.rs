//! Programs that run beside us and must not outlive us.

use std::ffi::OsStr;
use std::process::{Child, Command, Stdio};
use std::thread;
use std::time::{Duration, Instant};

use crate::failure::Failure;
use crate::repo::Repo;

/// How long a program may take to end after it was asked to.
const PATIENCE: Duration = Duration::from_secs(5);
const LOOK_EVERY: Duration = Duration::from_millis(20);

/// A program that the kernel ends when this process ends in whatever way, Ctrl-C included.
pub(crate) fn bound(repo: &Repo, program: impl AsRef<OsStr>) -> Command {
    let mut command = repo.command("setpriv");
    command.args(["--pdeathsig", "TERM", "--"]).arg(program);
    command
}

/// A running child; dropping it stops it.
pub(crate) struct Running {
    name: &'static str,
    pub(crate) child: Child,
}

impl Running {
    pub(crate) fn start(name: &'static str, command: &mut Command) -> Result<Self, Failure> {
        let child = command.spawn().map_err(Failure::during(name))?;
        Ok(Self { name, child })
    }

    fn stop(&mut self) -> std::io::Result<()> {
        if self.child.try_wait()?.is_some() {
            return Ok(());
        }
        // The shell's own kill, because a bare system has no program of that name.
        Command::new("sh")
            .arg("-c")
            .arg(format!("kill -TERM {}", self.child.id()))
            .stderr(Stdio::null())
            .status()?;
        let deadline = Instant::now() + PATIENCE;
        while Instant::now() < deadline {
            if self.child.try_wait()?.is_some() {
                return Ok(());
            }
            thread::sleep(LOOK_EVERY);
        }
        self.child.kill()?;
        self.child.wait().map(drop)
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        if let Err(error) = self.stop() {
            eprintln!("xtask: stopping {}: {error}", self.name);
        }
    }
}
