//! A screen nobody looks at.

use std::io::{BufRead, BufReader};
use std::process::{Command, Stdio};

use crate::children::{Running, bound};
use crate::failure::Failure;
use crate::repo::Repo;

/// A running X server on a display number that was free; it ends when dropped.
pub(crate) struct Screen {
    _server: Running,
    display: String,
}

impl Screen {
    pub(crate) fn start(repo: &Repo) -> Result<Self, Failure> {
        let mut command = bound(repo, "Xvfb");
        // The server finds a free number itself and writes it once it can be used.
        command
            .args(["-displayfd", "1", "-screen", "0", "1280x800x24"])
            .args(["-nolisten", "tcp"])
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::null());
        let mut server = Running::start("Xvfb", &mut command)?;
        let number = server.child.stdout.take().and_then(|out| {
            let mut line = String::new();
            BufReader::new(out).read_line(&mut line).ok()?;
            line.trim().parse::<u32>().ok()
        });
        let number = number.ok_or_else(|| Failure::new("Xvfb did not start"))?;
        Ok(Self {
            _server: server,
            display: format!(":{number}"),
        })
    }

    /// Gives `command` this screen, the product's locale, and no session bus, which would
    /// start portals and mounts that outlive a test.
    pub(crate) fn lend<'a>(&self, command: &'a mut Command) -> &'a mut Command {
        command
            .env("DISPLAY", &self.display)
            .env_remove("WAYLAND_DISPLAY")
            .env("DBUS_SESSION_BUS_ADDRESS", "disabled:")
            .env("LANG", "zh_CN.UTF-8")
    }
}
