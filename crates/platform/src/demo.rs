//! The demo platform: its root key and its terminals are committed, so that a fresh clone has
//! something to enrol with. Everybody knows this key; it never signs anything real.

use std::path::Path;

use yichuang_wire::{KeyPair, Signed, Signer as _};

use crate::{EnrolmentOrder, Platform, PlatformError, key::KeyFile};

const KEY: &str = include_str!("../../../assets/demo/platform-key.json");
const ENROLMENTS: [&str; 2] = [
    include_str!("../../../assets/demo/enrolment.json"),
    include_str!("../../../assets/demo/enrolment-ly04.json"),
];

/// The demo root key as a key file of a data directory.
pub(crate) fn key_file() -> Result<KeyFile, PlatformError> {
    Ok(KeyFile::parse(KEY.as_bytes(), Path::new("assets/demo/platform-key.json"))?.0)
}

fn root() -> Result<KeyPair, PlatformError> {
    let (_, secret) = KeyFile::parse(KEY.as_bytes(), Path::new("assets/demo/platform-key.json"))?;
    Ok(KeyPair::from_secret(&secret)?)
}

/// An enrolment file signed by the demo key. Its token is no secret, like the key.
pub(crate) fn enrolment(order: &EnrolmentOrder) -> Result<Signed, PlatformError> {
    let token = format!("demo-only-{}", order.terminal);
    let order = EnrolmentOrder {
        sample: true,
        ..order.clone()
    };
    order.sign(&root()?, token)
}

/// Lets the committed enrolment files be claimed at a demo platform.
pub(crate) fn grant_terminals(platform: &Platform) -> Result<(), PlatformError> {
    let root = root()?.public_key();
    for text in ENROLMENTS {
        let signed: Signed = serde_json::from_str(text).map_err(|e| PlatformError::KeyFile {
            path: "assets/demo".into(),
            why: format!("enrolment file, line {}", e.line()),
        })?;
        platform.grant_file(&signed, &root)?;
    }
    Ok(())
}
