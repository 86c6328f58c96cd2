//! Who this terminal is: the enrolment it was given and its own keys.

use std::fmt;

use chrono::{DateTime, Utc};
use rusqlite::{Connection, OptionalExtension as _};
use yichuang_domain::TerminalCode;
use yichuang_wire::{EnrolmentFile, Hash, JournalName, KeyPair, Signed, sha256};
use zeroize::Zeroizing;

use crate::{StoreError, column};

/// What a home was enrolled as, and the keys made for it. `Debug` shows no secret.
#[derive(Clone)]
pub struct Identity {
    /// The enrolment file's content.
    pub enrolment: EnrolmentFile,
    /// The enrolment as brought, with the platform's signature.
    pub signed_enrolment: Signed,
    /// Signs batches, backups and printed receipts.
    pub signing: KeyPair,
    /// Opens what was sealed for this terminal.
    pub encryption: Zeroizing<[u8; 32]>,
    /// A home for trying out: papers and screens say 样例.
    pub demo: bool,
    /// When the home was made.
    pub created_at: DateTime<Utc>,
}

impl Identity {
    /// The terminal's code, the prefix of every number it gives.
    #[must_use]
    pub fn terminal(&self) -> &TerminalCode {
        &self.enrolment.terminal
    }

    /// The journal this terminal writes.
    #[must_use]
    pub fn journal(&self) -> JournalName {
        JournalName::Terminal(self.enrolment.terminal.clone())
    }

    /// The journal the platform writes for this terminal.
    #[must_use]
    pub fn feed(&self) -> JournalName {
        JournalName::Feed(self.enrolment.terminal.clone())
    }
}

impl fmt::Debug for Identity {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Identity")
            .field("terminal", &self.enrolment.terminal)
            .field("demo", &self.demo)
            .finish_non_exhaustive()
    }
}

/// The database's one row about the home.
pub(crate) struct HomeRow {
    pub(crate) identity: Identity,
    pub(crate) machine_mark: Hash,
    pub(crate) epoch: u32,
}

impl HomeRow {
    pub(crate) fn load(conn: &Connection) -> Result<Self, StoreError> {
        conn.query_row(include_str!("sql/read_home.sql"), [], |row| {
            let signed_enrolment: Signed = column::from_json(row, "enrolment")?;
            let signing = KeyPair::from_secret(&row.get("signing")?).map_err(|_| {
                rusqlite::Error::InvalidColumnType(
                    0,
                    "signing".to_owned(),
                    rusqlite::types::Type::Blob,
                )
            })?;
            let enrolment = serde_json::from_str(&signed_enrolment.document).map_err(|_| {
                rusqlite::Error::InvalidColumnType(
                    0,
                    "enrolment".to_owned(),
                    rusqlite::types::Type::Text,
                )
            })?;
            Ok(Self {
                identity: Identity {
                    enrolment,
                    signed_enrolment,
                    signing,
                    encryption: Zeroizing::new(row.get("encryption")?),
                    demo: row.get("demo")?,
                    created_at: column::instant(row, "created_ms")?,
                },
                machine_mark: column::hash(row, "machine_mark")?,
                epoch: column::small(row, "epoch")?,
            })
        })
        .optional()?
        .ok_or_else(|| StoreError::Damaged("the home has no identity".to_owned()))
    }
}

/// What is kept of a machine's mark: enough to notice another machine, not to name this one.
pub(crate) fn machine_digest(mark: &str) -> Hash {
    sha256(mark.as_bytes())
}
