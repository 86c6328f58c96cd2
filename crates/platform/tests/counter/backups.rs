//! Data directories that are copied away and put back.

use std::{fs, path::Path};

use yichuang_platform::{Config, Platform, Running};

/// A platform over `data`; `restored` says that it came from a backup.
pub(crate) async fn start(data: &Path, restored: bool) -> Running {
    Platform::start(Config {
        restored,
        ..Config::loopback(data)
    })
    .await
    .unwrap()
}

/// Copies a directory whole, as a backup would.
pub(crate) fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).unwrap();
    for entry in fs::read_dir(from).unwrap() {
        let entry = entry.unwrap();
        let target = to.join(entry.file_name());
        if entry.file_type().unwrap().is_dir() {
            copy(&entry.path(), &target);
        } else {
            fs::copy(entry.path(), target).unwrap();
        }
    }
}
