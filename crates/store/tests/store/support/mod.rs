//! Builders with valid defaults, in the language of the domain: a test spells out only what it is
//! about.

mod acts;
mod platform;

pub(crate) use acts::*;
pub(crate) use platform::*;

use std::{
    path::{Path, PathBuf},
    sync::{
        Arc,
        atomic::{AtomicU64, Ordering},
    },
};

use chrono::{DateTime, TimeZone as _, Utc};
use tempfile::TempDir;
use yichuang_domain::TerminalCode;
use yichuang_store::{
    Entropy, FirstEpoch, Home, NewHome, OpenMode, OperatorSlot, Store, StoreError,
};
use yichuang_wire::{
    EnrolmentFile, KeyPair, PointIdentity, Purpose, Signed, Signer as _, TerminalMode,
};
use zeroize::Zeroizing;

/// Repeatable randomness.
pub(crate) struct Seed(AtomicU64);

impl Seed {
    pub(crate) fn new(seed: u64) -> Arc<Self> {
        Arc::new(Self(AtomicU64::new(seed)))
    }
}

impl Entropy for Seed {
    fn fill(&self, out: &mut [u8]) -> Result<(), StoreError> {
        for chunk in out.chunks_mut(8) {
            let mut z = self.0.fetch_add(0x9E37_79B9_7F4A_7C15, Ordering::Relaxed);
            z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
            z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
            chunk.copy_from_slice(&(z ^ (z >> 31)).to_le_bytes()[..chunk.len()]);
        }
        Ok(())
    }
}

pub(crate) const MACHINE: &str = "sample-machine-1";
pub(crate) const OTHER_MACHINE: &str = "sample-machine-2";

/// Monday 23 November 2026, 10:44 in Shanghai.
pub(crate) fn morning() -> DateTime<Utc> {
    Utc.with_ymd_and_hms(2026, 11, 23, 2, 44, 0).unwrap()
}

pub(crate) fn terminal() -> TerminalCode {
    TerminalCode::new("LY03").unwrap()
}

/// The key the sample platform signs everything with.
pub(crate) fn platform_key() -> KeyPair {
    KeyPair::from_secret(&[7; 32]).unwrap()
}

pub(crate) fn point() -> PointIdentity {
    PointIdentity {
        id: "SP004".to_owned(),
        name: "样例镇便民服务中心".to_owned(),
        region: "370481102000".to_owned(),
        address: "样例地址".to_owned(),
        phone: "0632-0000000".to_owned(),
        hours: "周一至周五".to_owned(),
    }
}

pub(crate) fn enrolment() -> Signed {
    let file = EnrolmentFile {
        format: 1,
        platform_url: Some("http://127.0.0.1:9".to_owned()),
        root: platform_key().public_key(),
        terminal: terminal(),
        mode: TerminalMode::Window,
        window: "3 号综合窗口".to_owned(),
        point: point(),
        token: "sample-token".to_owned(),
        sample: true,
    };
    Signed::seal(&platform_key(), Purpose::Enrolment, &file).unwrap()
}

pub(crate) fn new_home() -> NewHome {
    NewHome {
        enrolment: enrolment(),
        machine_mark: MACHINE.to_owned(),
        dek: Zeroizing::new([3; 32]),
        signing: Zeroizing::new([5; 32]),
        encryption: Zeroizing::new([6; 32]),
        demo: true,
        first: FirstEpoch::default(),
        slots: Vec::new(),
        at: morning(),
    }
}

pub(crate) fn slot(password: &str) -> OperatorSlot {
    OperatorSlot {
        operator: clerk(),
        password: Zeroizing::new(password.to_owned()),
    }
}

/// A home in a folder of its own that goes away with it.
pub(crate) struct Desk {
    dir: TempDir,
    store: Option<Store>,
}

impl Desk {
    pub(crate) fn new() -> Self {
        let dir = tempfile::tempdir().unwrap();
        let store =
            Home::create(&dir.path().join("home"), &new_home(), "测试", Seed::new(1)).unwrap();
        Self {
            dir,
            store: Some(store),
        }
    }

    pub(crate) fn folder(&self) -> PathBuf {
        self.dir.path().join("home")
    }

    pub(crate) fn store(&self) -> &Store {
        self.store.as_ref().expect("the home is open")
    }

    pub(crate) fn close(&mut self) {
        self.store = None;
    }

    /// Closes and opens again, as the next morning would.
    pub(crate) fn reopen(&mut self) -> &Store {
        self.reopen_on(MACHINE)
    }

    pub(crate) fn reopen_on(&mut self, machine: &str) -> &Store {
        self.close();
        self.store = Some(open(&self.folder(), machine).unwrap());
        self.store()
    }
}

pub(crate) fn open(folder: &Path, machine: &str) -> Result<Store, StoreError> {
    open_with_seed(folder, machine, 2)
}

pub(crate) fn open_with_seed(folder: &Path, machine: &str, seed: u64) -> Result<Store, StoreError> {
    Store::open(
        folder,
        OpenMode::Write {
            holder: "测试".to_owned(),
        },
        machine,
        Seed::new(seed),
        morning(),
    )
}

/// Copies a folder with everything in it, like a disk image.
pub(crate) fn copy_folder(from: &Path, to: &Path) {
    std::fs::create_dir_all(to).unwrap();
    for entry in std::fs::read_dir(from).unwrap() {
        let entry = entry.unwrap();
        let target = to.join(entry.file_name());
        if entry.file_type().unwrap().is_dir() {
            copy_folder(&entry.path(), &target);
        } else {
            std::fs::copy(entry.path(), target).unwrap();
        }
    }
}

/// The key pragma of a home whose data key is `dek`, for tests that look behind the doors.
pub(crate) fn database_key_pragma(dek: &[u8; 32]) -> String {
    let mut key = [0; 32];
    hkdf::Hkdf::<sha2::Sha256>::new(Some(b"yichuang/1 home"), dek)
        .expand(b"database", &mut key)
        .unwrap();
    format!(
        "PRAGMA key = \"x'{}'\"",
        data_encoding::HEXLOWER.encode(&key)
    )
}
