//! The open home: one writer, a few readers, and what happens between opening and the first act.

use std::{
    fmt,
    ops::Deref,
    path::Path,
    sync::{Arc, Mutex, PoisonError},
};

use chrono::{DateTime, Utc};
use rusqlite::{Connection, named_params};
use yichuang_wire::{EpochParent, payload::EpochReason};

use crate::{
    Entropy, Home, Identity, StoreError, Unlock, backup,
    database::{self, Access, Pool},
    file,
    home::{EpochFile, HomeLock, HomeRow, draw_mark, machine_digest},
    journal::{self, OpenEpoch},
    key::{DataKey, KeyFile},
};

/// What a home is opened for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum OpenMode {
    /// By the one program that writes; `holder` is told to a second one.
    Write {
        /// Such as `窗口程序` or `yichuangctl import`.
        holder: String,
    },
    /// By commands that only look; any number of them beside the writer.
    ReadOnly,
}

/// One terminal's open home. `Send + Sync`; share it in an [`Arc`].
pub struct Store {
    home: Home,
    identity: Identity,
    dek: DataKey,
    entropy: Arc<dyn Entropy>,
    readers: Pool,
    /// None inside: the connection was spoilt and is opened again by the next write.
    writer: Option<Mutex<Option<Connection>>>,
    _lock: Option<HomeLock>,
}

impl Store {
    /// Opens a home with the machine's key file.
    ///
    /// Opening for writing takes the lock, makes a backup and migrates an older schema, and opens a
    /// new epoch of the journal when the folder is on another machine than before (`machine_mark`
    /// differs) or its database is older than what the folder has seen.
    ///
    /// # Errors
    /// [`StoreError::NoHome`], [`StoreError::HomeBusy`], [`StoreError::KeyRefused`],
    /// [`StoreError::Newer`], [`StoreError::MigrationChanged`], and file and database errors.
    pub fn open(
        folder: &Path,
        mode: OpenMode,
        machine_mark: &str,
        entropy: Arc<dyn Entropy>,
        at: DateTime<Utc>,
    ) -> Result<Self, StoreError> {
        Self::open_with(folder, mode, Unlock::Machine, machine_mark, entropy, at)
    }

    /// [`Store::open`] by any key slot.
    ///
    /// # Errors
    /// Those of [`Store::open`].
    pub fn open_with(
        folder: &Path,
        mode: OpenMode,
        unlock: Unlock<'_>,
        machine_mark: &str,
        entropy: Arc<dyn Entropy>,
        at: DateTime<Utc>,
    ) -> Result<Self, StoreError> {
        if !Home::exists(folder) {
            return Err(StoreError::NoHome);
        }
        let home = Home::at(folder);
        let lock = match &mode {
            OpenMode::Write { holder } => Some(HomeLock::take(&home, holder)?),
            OpenMode::ReadOnly => None,
        };
        let dek = KeyFile::load(&home.keys())?.unlock(unlock, &home.machine_key())?;
        let access = if lock.is_some() {
            Access::Write
        } else {
            Access::Read
        };
        let conn = database::open(&home.database(), &dek, access)?;
        let found = database::schema_version(&conn)?;
        if found == 0 {
            return Err(StoreError::NoHome);
        }
        if found > database::NEWEST || (access == Access::Read && found < database::NEWEST) {
            return Err(StoreError::Newer {
                found,
                known: database::NEWEST,
            });
        }
        if access == Access::Write {
            if found < database::NEWEST {
                backup::before_migration(&home, &conn, found, at)?;
            }
            database::in_transaction(&conn, || database::migrate(&conn, at))?;
            open_due_epoch(&home, &conn, machine_mark, entropy.as_ref(), at)?;
            file::sweep(&home, &conn)?;
        }
        let identity = HomeRow::load(&conn)?.identity;
        let readers = Pool::new(home.database(), dek.clone());
        let writer = lock.is_some().then(|| Mutex::new(Some(conn)));
        Ok(Self {
            home,
            identity,
            dek,
            entropy,
            readers,
            writer,
            _lock: lock,
        })
    }

    /// Where the home is.
    #[must_use]
    pub fn home(&self) -> &Home {
        &self.home
    }

    /// Who this terminal is.
    #[must_use]
    pub fn identity(&self) -> &Identity {
        &self.identity
    }

    pub(crate) fn entropy(&self) -> &dyn Entropy {
        self.entropy.as_ref()
    }

    pub(crate) fn dek(&self) -> &DataKey {
        &self.dek
    }

    /// Runs one transaction (`BEGIN IMMEDIATE`, on disk before this returns). When `work` fails
    /// nothing of it remains. Other writers wait; do nothing slow inside.
    ///
    /// # Errors
    /// What `work` returns, [`StoreError::ReadOnly`], [`StoreError::DiskFull`] and database errors.
    /// When the commit itself failed the outcome is unknown until the next read; callers give an id
    /// of their own (a draft's, a case's) to every act so that asking again is harmless.
    pub fn write<T, E: From<StoreError>>(
        &self,
        work: impl FnOnce(&mut Tx<'_>) -> Result<T, E>,
    ) -> Result<T, E> {
        let writer = self.writer.as_ref().ok_or(StoreError::ReadOnly)?;
        let mut slot = writer.lock().unwrap_or_else(PoisonError::into_inner);
        if slot.as_ref().is_none_or(|conn| !conn.is_autocommit()) {
            *slot = None;
            *slot = Some(database::open(
                &self.home.database(),
                &self.dek,
                Access::Write,
            )?);
        }
        let Some(conn) = slot.as_ref() else {
            return Err(StoreError::ReadOnly.into());
        };
        let mut spoilt = false;
        let begun = conn
            .execute_batch("BEGIN IMMEDIATE")
            .map_err(StoreError::from);
        let done = match begun {
            Err(error) => {
                spoilt = error.spoils_connection();
                Err(error.into())
            }
            Ok(()) => self.run(conn, work, &mut spoilt),
        };
        // After a failed write or fsync the same handle must not be trusted to commit again.
        if spoilt {
            *slot = None;
        }
        done
    }

    fn run<T, E: From<StoreError>>(
        &self,
        conn: &Connection,
        work: impl FnOnce(&mut Tx<'_>) -> Result<T, E>,
        spoilt: &mut bool,
    ) -> Result<T, E> {
        let guard = database::Open::new(conn);
        let mut tx = Tx {
            reader: Reader { conn, store: self },
        };
        let value = work(&mut tx)?;
        if let Err(error) = conn.execute_batch("COMMIT") {
            let error = StoreError::from(error);
            *spoilt = error.spoils_connection();
            return Err(error.into());
        }
        drop(guard);
        Ok(value)
    }

    /// Reads from one unchanging view; never waits for a writer.
    ///
    /// # Errors
    /// What `work` returns, and database errors.
    pub fn read<T, E: From<StoreError>>(
        &self,
        work: impl FnOnce(&Reader<'_>) -> Result<T, E>,
    ) -> Result<T, E> {
        let conn = self.readers.take()?;
        let value = database::in_snapshot(&conn, || {
            work(&Reader {
                conn: &conn,
                store: self,
            })
        });
        if value.is_err() {
            conn.discard();
        }
        value
    }

    /// Bytes free on the home's disk; none where the system cannot say.
    #[must_use]
    pub fn free_space(&self) -> Option<u64> {
        self.home.free_space()
    }

    /// Lets `operator` unlock the home by `password`, replacing an older password of theirs.
    ///
    /// # Errors
    /// File errors and [`StoreError::NoEntropy`].
    pub fn set_operator_slot(
        &self,
        operator: yichuang_domain::OperatorId,
        password: &str,
    ) -> Result<(), StoreError> {
        self.change_keys(|keys| keys.add_operator(&self.dek, operator, password, self.entropy()))
    }

    /// Takes an operator's slot away.
    ///
    /// # Errors
    /// File errors.
    pub fn remove_operator_slot(
        &self,
        operator: yichuang_domain::OperatorId,
    ) -> Result<(), StoreError> {
        self.change_keys(|keys| {
            keys.remove_operator(operator);
            Ok(())
        })
    }

    fn change_keys(
        &self,
        change: impl FnOnce(&mut KeyFile) -> Result<(), StoreError>,
    ) -> Result<(), StoreError> {
        let writer = self.writer.as_ref().ok_or(StoreError::ReadOnly)?;
        let _alone = writer.lock().unwrap_or_else(PoisonError::into_inner);
        let mut keys = KeyFile::load(&self.home.keys())?;
        change(&mut keys)?;
        keys.save(&self.home.keys())
    }
}

impl fmt::Debug for Store {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Store")
            .field("home", &self.home.root())
            .field("identity", &self.identity)
            .finish_non_exhaustive()
    }
}

/// A consistent view for reading.
pub struct Reader<'a> {
    pub(crate) conn: &'a Connection,
    pub(crate) store: &'a Store,
}

impl Reader<'_> {
    /// Who this terminal is.
    #[must_use]
    pub fn identity(&self) -> &Identity {
        &self.store.identity
    }
}

/// One transaction; reads inside it see its own writes.
pub struct Tx<'a> {
    reader: Reader<'a>,
}

impl<'a> Deref for Tx<'a> {
    type Target = Reader<'a>;

    fn deref(&self) -> &Reader<'a> {
        &self.reader
    }
}

/// Opens a new epoch when the folder is a copy or holds an older database than it once did.
fn open_due_epoch(
    home: &Home,
    conn: &Connection,
    machine_mark: &str,
    entropy: &dyn Entropy,
    at: DateTime<Utc>,
) -> Result<(), StoreError> {
    let row = HomeRow::load(conn)?;
    let seen = EpochFile::load(&home.epochs());
    let machine = machine_digest(machine_mark);
    let reason = if row.machine_mark != machine {
        EpochReason::CopyDetected
    } else if seen.as_ref().is_none_or(|seen| seen.newest() != row.epoch) {
        EpochReason::Restore
    } else {
        return Ok(());
    };
    let mut seen = seen.unwrap_or_else(EpochFile::new);
    let journal = row.identity.journal();
    let mut used = journal::own_marks(conn)?;
    used.extend(seen.marks().map(str::to_owned));
    let mark = draw_mark(&used, entropy)?;
    let head = journal::head(conn, &journal, row.epoch)?;
    let epoch = row
        .epoch
        .max(seen.newest())
        .checked_add(1)
        .ok_or(StoreError::Damaged("epoch".to_owned()))?;
    // The folder remembers first: a crash in between costs an epoch number, never a mark used twice.
    seen.add(epoch, Some(mark.clone()));
    seen.save(&home.epochs())?;
    database::in_transaction(conn, || {
        conn.execute(
            include_str!("home/sql/set_epoch.sql"),
            named_params! { ":epoch": epoch, ":mark": mark, ":machine_mark": machine.0 },
        )?;
        let parent = head.map(|head| EpochParent {
            epoch: head.epoch,
            seq: head.seq,
            hash: head.hash,
        });
        journal::open_epoch(
            conn,
            entropy,
            OpenEpoch {
                journal,
                epoch,
                mark: Some(mark),
                parent,
                reason,
                at,
            },
        )
    })
}

/// A store that could not be shared between threads would not compile.
const _: () = {
    const fn shared<T: Send + Sync>() {}
    shared::<Store>();
};
