//! One writer per home: an operating-system lock on the file `lock`, freed by the system however
//! the holder ends. `holder` says who it is; it is a separate file because a locked one cannot be
//! read everywhere.

use std::fs::{File, OpenOptions, TryLockError};

use super::{Home, write_private};
use crate::StoreError;

/// Held as long as the store is open for writing.
#[derive(Debug)]
pub(crate) struct HomeLock {
    file: File,
}

const MAX_HOLDER_BYTES: usize = 200;

impl HomeLock {
    pub(crate) fn take(home: &Home, holder: &str) -> Result<Self, StoreError> {
        let file = OpenOptions::new()
            .write(true)
            .create(true)
            .truncate(false)
            .open(home.lock())
            .map_err(StoreError::io("open lock"))?;
        match file.try_lock() {
            Ok(()) => {
                write_private(&home.holder(), holder.as_bytes())?;
                Ok(Self { file })
            }
            Err(TryLockError::WouldBlock) => Err(StoreError::HomeBusy {
                held_by: held_by(home),
            }),
            Err(TryLockError::Error(error)) => Err(StoreError::io("take lock")(error)),
        }
    }
}

impl Drop for HomeLock {
    fn drop(&mut self) {
        // Closing alone is not enough: a child process just being started, by any thread, holds a
        // copy of the descriptor, and with it the lock, until it runs its own program.
        let _ = self.file.unlock();
    }
}

fn held_by(home: &Home) -> String {
    let text = std::fs::read_to_string(home.holder()).unwrap_or_default();
    text.chars()
        .filter(|c| !c.is_control())
        .take(MAX_HOLDER_BYTES)
        .collect()
}
