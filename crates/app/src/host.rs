//! What a desk stands on: its folders, its clock, its randomness, its machine.

use std::{
    path::{Path, PathBuf},
    sync::Arc,
};

use yichuang_device::printer::{Places, PrinterTimings};
use yichuang_store::{Entropy, PasswordCost, SystemEntropy};

use crate::clock::{Clock, SystemClock};

/// Which program opens the home; told to whoever finds it busy.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Program {
    /// The clerk's window.
    Window,
    /// `yichuangctl`.
    Command,
}

impl Program {
    /// What HOME-BUSY names.
    #[must_use]
    pub fn holder(self) -> &'static str {
        match self {
            Self::Window => "yichuang",
            Self::Command => "yichuangctl",
        }
    }
}

/// Everything a [`crate::Desk`] is given instead of fetching it.
#[derive(Clone)]
pub struct Host {
    /// The home folder.
    pub home: PathBuf,
    /// Fonts, the sample catalogue, the demo.
    pub assets: PathBuf,
    /// The clock.
    pub clock: Arc<dyn Clock>,
    /// Randomness for ids, salts and keys.
    pub entropy: Arc<dyn Entropy>,
    /// What guessing an operator's password costs.
    pub password_cost: PasswordCost,
    /// What tells this machine from its copies.
    pub machine_mark: String,
    /// Serial line of the ID-card reader, when there is one.
    pub card_reader: Option<PathBuf>,
    /// The folder papers are kept in as PDF where there is no printer for them.
    pub print_folder: PathBuf,
    /// How long printers may take.
    pub printer_timings: PrinterTimings,
    /// Where printers are looked for.
    pub printer_places: Places,
    /// Who opens the home.
    pub program: Program,
}

impl Host {
    /// The real machine, for the window.
    #[must_use]
    pub fn window(home: PathBuf, assets: PathBuf) -> Self {
        Self {
            print_folder: print_folder(&home),
            home,
            assets,
            clock: Arc::new(SystemClock),
            entropy: Arc::new(SystemEntropy),
            password_cost: PasswordCost::STANDARD,
            machine_mark: machine_mark(Path::new("/etc/machine-id")),
            card_reader: std::env::var_os("YICHUANG_CARD_READER").map(PathBuf::from),
            printer_timings: PrinterTimings::default(),
            printer_places: Places::default(),
            program: Program::Window,
        }
    }

    /// The real machine, for the command line.
    #[must_use]
    pub fn command(home: PathBuf, assets: PathBuf) -> Self {
        Self {
            program: Program::Command,
            ..Self::window(home, assets)
        }
    }
}

/// The machine's mark: a digest of its id, so that the id itself is stored nowhere.
fn machine_mark(id_file: &Path) -> String {
    let id = std::fs::read(id_file).unwrap_or_default();
    yichuang_wire::sm3(&[b"yichuang machine mark\n", &id]).to_string()
}

/// Where a person looks for a saved paper.
fn print_folder(home: &Path) -> PathBuf {
    std::env::var_os("YICHUANG_PRINT_FOLDER")
        .map(PathBuf::from)
        .or_else(|| std::env::var_os("HOME").map(|home| PathBuf::from(home).join("便民服务打印")))
        .unwrap_or_else(|| home.join("spool"))
}

/// The account's own home folder for the product.
#[must_use]
pub fn default_home() -> Option<PathBuf> {
    let data = std::env::var_os("XDG_DATA_HOME").map(PathBuf::from);
    let data = data
        .or_else(|| std::env::var_os("HOME").map(|home| PathBuf::from(home).join(".local/share")));
    data.map(|data| data.join("yichuang/home"))
}

/// The assets beside the installed program, else those of the source tree it was built from.
#[must_use]
pub fn default_assets() -> PathBuf {
    let installed = std::env::current_exe()
        .ok()
        .and_then(|program| Some(program.parent()?.parent()?.join("share/yichuang/assets")));
    match installed {
        Some(folder) if folder.is_dir() => folder,
        _ => Path::new(env!("CARGO_MANIFEST_DIR")).join("../../assets"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_people_use_makes_passwords_dear_to_guess() {
        let folder = || PathBuf::from("sample");
        for host in [
            Host::window(folder(), folder()),
            Host::command(folder(), folder()),
        ] {
            assert_eq!(host.password_cost, PasswordCost::STANDARD);
        }
    }
}
