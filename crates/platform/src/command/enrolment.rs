//! `enrolment`: the file an administrator carries to a new machine.

use std::{
    fs, io::Write as _, os::unix::fs::OpenOptionsExt as _, path::PathBuf, process::ExitCode,
};

use clap::{Args, ValueEnum};
use yichuang_domain::TerminalCode;
use yichuang_platform::{EnrolmentOrder, Platform, PlatformError, point_identity};
use yichuang_wire::TerminalMode;

use super::{print, read};

#[derive(Args)]
#[command(group = clap::ArgGroup::new("platform").required(true).args(["data", "demo"]))]
pub(crate) struct Enrolment {
    /// The platform's data directory; the code is granted there.
    #[arg(long)]
    data: Option<PathBuf>,
    /// For the demo platform: signed by its committed key, marked 样例, with a public token.
    #[arg(long)]
    demo: bool,
    /// The terminal's code, 3 to 8 of A–Z and 0–9.
    #[arg(long)]
    terminal: TerminalCode,
    /// What the machine is.
    #[arg(long, value_enum, default_value = "window")]
    mode: Mode,
    /// The window's name, such as 3 号综合窗口.
    #[arg(long)]
    window: String,
    /// The catalogue's service_points.json.
    #[arg(long)]
    points: PathBuf,
    /// The point's id in it.
    #[arg(long)]
    point: String,
    /// The platform's address as terminals reach it; leave out for a USB-only point.
    #[arg(long)]
    platform_url: Option<String>,
    /// Where to write the file.
    #[arg(long)]
    out: PathBuf,
}

#[derive(Clone, Copy, ValueEnum)]
enum Mode {
    /// A clerk's counter.
    Window,
    /// A self-service kiosk.
    Kiosk,
    /// A helper's laptop.
    Helper,
}

impl Enrolment {
    pub(super) fn run(self) -> Result<ExitCode, PlatformError> {
        let order = EnrolmentOrder {
            terminal: self.terminal,
            mode: match self.mode {
                Mode::Window => TerminalMode::Window,
                Mode::Kiosk => TerminalMode::Kiosk,
                Mode::Helper => TerminalMode::Helper,
            },
            window: self.window,
            point: point_identity(&read(&self.points)?, &self.point)?,
            platform_url: self.platform_url,
            sample: self.demo,
        };
        let signed = match self.data {
            Some(data) => Platform::open_existing(&data)?.enrolment(&order)?,
            None => Platform::demo_enrolment(&order)?,
        };
        let failed = |source| PlatformError::Io {
            path: self.out.clone(),
            source,
        };
        let mut bytes = serde_json::to_vec_pretty(&signed).map_err(|e| failed(e.into()))?;
        bytes.push(b'\n');
        // The token inside is a secret until it is claimed.
        fs::OpenOptions::new()
            .create(true)
            .truncate(true)
            .write(true)
            .mode(0o600)
            .open(&self.out)
            .and_then(|mut file| file.write_all(&bytes))
            .map_err(failed)?;
        print(&format!(
            "{} granted to {}",
            order.terminal, order.point.name
        ))?;
        Ok(ExitCode::SUCCESS)
    }
}
