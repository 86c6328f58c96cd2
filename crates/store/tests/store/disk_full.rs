//! A full disk is told as such, costs nothing that was there, and passes.

#![cfg(unix)]

use std::{
    path::{Path, PathBuf},
    process::Command,
};

use yichuang_store::{Home, StoreError};

use crate::support::*;

/// A small file system of memory; needs root.
struct SmallDisk {
    dir: tempfile::TempDir,
}

impl SmallDisk {
    fn mount(size: &str) -> Option<Self> {
        if !rustix::process::geteuid().is_root() {
            return None;
        }
        let dir = tempfile::tempdir().unwrap();
        let done = Command::new("mount")
            .args(["-t", "tmpfs", "-o", &format!("size={size}"), "tmpfs"])
            .arg(dir.path())
            .status()
            .unwrap();
        assert!(done.success(), "root can mount a tmpfs");
        Some(Self { dir })
    }

    fn path(&self) -> &Path {
        self.dir.path()
    }

    /// Takes all but about `left` bytes.
    fn fill(&self, left: u64) -> PathBuf {
        let stat = rustix::fs::statvfs(self.path()).unwrap();
        let size = (stat.f_bavail * stat.f_frsize).saturating_sub(left);
        let path = self.path().join("filler");
        std::fs::write(&path, vec![0_u8; usize::try_from(size).unwrap()]).unwrap();
        path
    }
}

impl Drop for SmallDisk {
    fn drop(&mut self) {
        let _ = Command::new("umount").arg(self.dir.path()).status();
    }
}

#[test]
fn a_full_disk_refuses_truthfully_and_the_store_works_once_there_is_room() {
    let Some(disk) = SmallDisk::mount("8m") else {
        return;
    };
    let folder = disk.path().join("home");
    let store = Home::create(&folder, &new_home(), "测试", Seed::new(1)).unwrap();
    take_in(&store, 0, "王秀兰");
    let filler = disk.fill(300 * 1024);

    let mut taken = 1;
    let error = loop {
        let result: Result<_, StoreError> = store.write(|tx| {
            let number = tx.next_number(day("2026-11-23"))?;
            tx.append(act(Some(case_id(taken)), received(number, "赵玉梅")))
        });
        match result {
            Ok(_) => taken += 1,
            Err(error) => break error,
        }
        assert!(taken < 2_000, "the disk never filled");
    };
    assert_eq!(error.code(), "DISK-FULL", "{error}");
    let page = vec![1_u8; 1024 * 1024];
    let error = store
        .put_file(&page, "image/jpeg", "1", morning())
        .unwrap_err();
    assert_eq!(error.code(), "DISK-FULL", "{error}");
    assert_eq!(
        std::fs::read_dir(folder.join("files")).unwrap().count(),
        0,
        "half a page is not left"
    );
    assert!(
        store.read(|r| r.case(case_id(0))).unwrap().is_some(),
        "reading goes on"
    );
    assert!(store.free_space().unwrap() < 1024 * 1024, "and it is seen");

    std::fs::remove_file(filler).unwrap();
    let number = take_in(&store, taken, "曾子涵");
    assert_eq!(
        u128::from(number.seq()),
        taken + 1,
        "the refused case took no number"
    );
    store.put_file(&page, "image/jpeg", "1", morning()).unwrap();
    assert!(store.read(|r| r.verify()).unwrap().ok());
    let live = store.read(|r| r.projection_digest()).unwrap();
    assert_eq!(store.write(|tx| tx.rebuild()).unwrap(), live);
}
