//! Making a new home: built whole in a folder beside the final one, then renamed into place, so a
//! home either exists completely or not at all.

use std::{
    path::{Path, PathBuf},
    sync::Arc,
};

use chrono::{DateTime, Utc};
use rusqlite::{Connection, named_params};
use yichuang_domain::OperatorId;
use yichuang_wire::{
    EnrolmentFile, JournalName, KeyPair, PublicKey, Purpose, Signed, payload::EpochReason,
};
use zeroize::Zeroizing;

use super::{EpochFile, Home, files::make_private_dir, machine_digest, sync_dir};
use crate::{
    Entropy, OpenMode, Store, StoreError, column,
    database::{self, Access},
    journal::{OpenEpoch, open_epoch},
    key::{DataKey, KeyFile, create_machine_key},
};

/// Everything a new home is made from. `Debug` is not offered: it holds secrets.
pub struct NewHome {
    /// The enrolment file as brought.
    pub enrolment: Signed,
    /// What identifies this machine, such as its machine-id; kept as a digest only.
    pub machine_mark: String,
    /// The home's data key, 32 random bytes.
    pub dek: Zeroizing<[u8; 32]>,
    /// The terminal's signing secret.
    pub signing: Zeroizing<[u8; 32]>,
    /// The terminal's secret for files sealed to it.
    pub encryption: Zeroizing<[u8; 32]>,
    /// A home for trying out.
    pub demo: bool,
    /// Where its journal begins.
    pub first: FirstEpoch,
    /// Operators whose password also unlocks the home.
    pub slots: Vec<OperatorSlot>,
    /// When it is made.
    pub at: DateTime<Utc>,
}

/// Where a new home's journal begins: epoch 1 without a mark for a code never used before; for a
/// code the platform already knows, an epoch after its newest, with a mark it has not seen.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FirstEpoch {
    /// The epoch, from 1.
    pub epoch: u32,
    /// The mark that joins the prefix of numbers; two of `[0-9A-Z]`.
    pub mark: Option<String>,
}

impl Default for FirstEpoch {
    fn default() -> Self {
        Self {
            epoch: 1,
            mark: None,
        }
    }
}

/// An operator's password that unlocks a home.
pub struct OperatorSlot {
    /// Whose.
    pub operator: OperatorId,
    /// The password.
    pub password: Zeroizing<String>,
}

impl Home {
    /// Makes a home in `folder`, which must be absent or empty, and opens it for writing.
    ///
    /// # Errors
    /// [`StoreError::HomeExists`], [`StoreError::Enrolment`] when the enrolment does not verify
    /// against the root key it names or the mark is not two of `[0-9A-Z]`, and file, database and
    /// key errors. Nothing is left behind in `folder` on error.
    pub fn create(
        folder: &Path,
        new: &NewHome,
        holder: &str,
        entropy: Arc<dyn Entropy>,
    ) -> Result<Store, StoreError> {
        let enrolment = check_enrolment(&new.enrolment)?;
        check_first(&new.first)?;
        if folder.exists() && !is_empty_dir(folder)? {
            return Err(StoreError::HomeExists);
        }
        let parent = folder
            .parent()
            .filter(|p| !p.as_os_str().is_empty())
            .unwrap_or(Path::new("."));
        make_private_dir(parent)?;
        let workshop = workshop(parent, folder)?;
        build(&Home::at(&workshop), new, &enrolment, entropy.as_ref()).inspect_err(|_| {
            // Whatever stopped the building is the error worth telling.
            let _ = std::fs::remove_dir_all(&workshop);
        })?;
        if folder.exists() {
            std::fs::remove_dir(folder).map_err(StoreError::io("replace empty folder"))?;
        }
        std::fs::rename(&workshop, folder).map_err(StoreError::io("put home in place"))?;
        sync_dir(parent)?;
        let mode = OpenMode::Write {
            holder: holder.to_owned(),
        };
        Store::open(folder, mode, &new.machine_mark, entropy, new.at)
    }
}

fn check_enrolment(signed: &Signed) -> Result<EnrolmentFile, StoreError> {
    let unusable = |why: String| StoreError::Enrolment(why);
    // The root is read from the document and then has to vouch for it; whose root it is was
    // decided by the hands that brought the file.
    #[derive(serde::Deserialize)]
    struct Root {
        root: PublicKey,
    }
    let root: Root = serde_json::from_str(&signed.document)
        .map_err(|_| unusable("not an enrolment file".to_owned()))?;
    let file: EnrolmentFile = signed
        .open(&root.root, "enrolment", Purpose::Enrolment)
        .map_err(|error| unusable(error.to_string()))?;
    if file.format != 1 {
        return Err(unusable(format!("format {} is not known", file.format)));
    }
    Ok(file)
}

fn check_first(first: &FirstEpoch) -> Result<(), StoreError> {
    let mark_fits = first.mark.as_ref().is_none_or(|mark| {
        mark.len() == 2
            && mark
                .bytes()
                .all(|b| b.is_ascii_digit() || b.is_ascii_uppercase())
    });
    if first.epoch == 0 || !mark_fits {
        return Err(StoreError::Enrolment(
            "first epoch or mark out of range".to_owned(),
        ));
    }
    Ok(())
}

fn is_empty_dir(folder: &Path) -> Result<bool, StoreError> {
    let mut entries = std::fs::read_dir(folder).map_err(StoreError::io("read folder"))?;
    Ok(entries.next().is_none())
}

/// A fresh folder beside the home's; one left by a building that was cut off is cleared.
fn workshop(parent: &Path, folder: &Path) -> Result<PathBuf, StoreError> {
    let name = folder
        .file_name()
        .ok_or(StoreError::NoHome)?
        .to_string_lossy()
        .into_owned();
    let workshop = parent.join(format!(".{name}.creating"));
    if workshop.exists() {
        std::fs::remove_dir_all(&workshop).map_err(StoreError::io("clear unfinished home"))?;
    }
    make_private_dir(&workshop)?;
    Ok(workshop)
}

fn build(
    home: &Home,
    new: &NewHome,
    enrolment: &EnrolmentFile,
    entropy: &dyn Entropy,
) -> Result<(), StoreError> {
    for folder in [home.files(), home.spool(), home.backups()] {
        make_private_dir(&folder)?;
    }
    let dek = DataKey::new(*new.dek);
    let machine = create_machine_key(&home.machine_key(), entropy)?;
    let mut keys = KeyFile::new();
    keys.add_machine(&dek, &machine, entropy)?;
    for slot in &new.slots {
        keys.add_operator(&dek, slot.operator, &slot.password, entropy)?;
    }
    keys.save(&home.keys())?;
    let mut epochs = EpochFile::new();
    epochs.add(new.first.epoch, new.first.mark.clone());
    epochs.save(&home.epochs())?;

    let conn = database::open(&home.database(), &dek, Access::Write)?;
    database::in_transaction(&conn, || {
        database::migrate(&conn, new.at)?;
        insert_home(&conn, new)?;
        open_epoch(
            &conn,
            entropy,
            OpenEpoch {
                journal: JournalName::Terminal(enrolment.terminal.clone()),
                epoch: new.first.epoch,
                mark: new.first.mark.clone(),
                parent: None,
                reason: EpochReason::Enrolment,
                at: new.at,
            },
        )
    })?;
    conn.close().map_err(|(_, error)| error)?;
    sync_dir(home.root())
}

fn insert_home(conn: &Connection, new: &NewHome) -> Result<(), StoreError> {
    // Refuse here, before anything depends on it, a secret that is no key.
    KeyPair::from_secret(&new.signing)?;
    conn.execute(
        include_str!("sql/insert_home.sql"),
        named_params! {
            ":enrolment": column::json(&new.enrolment)?,
            ":machine_mark": machine_digest(&new.machine_mark).0,
            ":epoch": new.first.epoch,
            ":mark": new.first.mark,
            ":signing": *new.signing,
            ":encryption": *new.encryption,
            ":demo": new.demo,
            ":created_ms": column::millis(new.at),
        },
    )?;
    Ok(())
}
