//! Signed packs made of real catalogue matters.

use std::{ops::Range, path::Path, sync::LazyLock};

use chrono::Utc;
use yichuang_platform::Running;
use yichuang_wire::{KeyPair, Pack, PackKind};

static MATTERS: LazyLock<Vec<serde_json::Value>> = LazyLock::new(|| {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../assets/catalogue/matters.json");
    serde_json::from_slice(&std::fs::read(path).unwrap()).unwrap()
});

/// The `n`-th matter of the catalogue: its code and its bytes in a pack.
pub(crate) fn matter(n: usize) -> (String, Vec<u8>) {
    let matter = &MATTERS[n];
    (
        matter["code"].as_str().unwrap().to_owned(),
        serde_json::to_vec(matter).unwrap(),
    )
}

/// A pack of some matters signed by `key`.
pub(crate) fn pack(key: &KeyPair, version: u64, matters: Range<usize>) -> Pack {
    let content = matters
        .map(matter)
        .map(|(code, bytes)| (PackKind::Matter, code, bytes))
        .collect();
    Pack::publish(key, version, Utc::now(), "样例", true, content).unwrap()
}

/// The platform's own key, as an administrator on its machine can read it.
pub(crate) fn root_key(data: &Path) -> KeyPair {
    let file: serde_json::Value =
        serde_json::from_slice(&std::fs::read(data.join("root-key.json")).unwrap()).unwrap();
    let secret = data_encoding::HEXLOWER
        .decode(file["secret"].as_str().unwrap().as_bytes())
        .unwrap();
    KeyPair::from_secret(&secret.try_into().unwrap()).unwrap()
}

/// Publishes a pack of some matters at a running platform.
pub(crate) fn publish(running: &Running, version: u64, matters: Range<usize>) -> usize {
    let key = root_key(running.platform().data());
    running
        .platform()
        .publish(&pack(&key, version, matters).to_bytes().unwrap())
        .unwrap()
}
