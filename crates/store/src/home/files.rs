//! Small files written so that a power cut leaves the old content or the new, never a mixture.

use std::{
    fs::{File, OpenOptions},
    io::Write as _,
    path::Path,
};

use crate::StoreError;

/// Replaces `path` durably with a file only this account may read.
pub(crate) fn write_private(path: &Path, bytes: &[u8]) -> Result<(), StoreError> {
    let temporary = path.with_extension("new");
    write_durable(&temporary, path, &[bytes])
}

/// Writes `parts` to `temporary`, fsyncs, renames to `path`, fsyncs the directory: in this order
/// a name on the disk always means complete content.
pub(crate) fn write_durable(
    temporary: &Path,
    path: &Path,
    parts: &[&[u8]],
) -> Result<(), StoreError> {
    let written = write_all(temporary, parts).and_then(|()| std::fs::rename(temporary, path));
    if let Err(error) = written {
        // What is left of it is swept at the next start when it cannot be removed now.
        let _ = std::fs::remove_file(temporary);
        return Err(StoreError::io("write file")(error));
    }
    match path.parent() {
        Some(folder) => sync_dir(folder),
        None => Ok(()),
    }
}

fn write_all(path: &Path, parts: &[&[u8]]) -> std::io::Result<()> {
    let mut options = OpenOptions::new();
    options.write(true).create(true).truncate(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    let mut file = options.open(path)?;
    for part in parts {
        file.write_all(part)?;
    }
    file.sync_all()
}

/// Makes the names in a directory durable.
#[cfg(unix)]
pub(crate) fn sync_dir(folder: &Path) -> Result<(), StoreError> {
    File::open(folder)
        .and_then(|dir| dir.sync_all())
        .map_err(StoreError::io("sync folder"))
}

/// Windows keeps names durable with the file itself and cannot open directories this way.
#[cfg(not(unix))]
pub(crate) fn sync_dir(_folder: &Path) -> Result<(), StoreError> {
    Ok(())
}

#[cfg(unix)]
pub(super) fn free_space(folder: &Path) -> Option<u64> {
    let stat = rustix::fs::statvfs(folder).ok()?;
    stat.f_bavail.checked_mul(stat.f_frsize)
}

#[cfg(not(unix))]
pub(super) fn free_space(_folder: &Path) -> Option<u64> {
    None
}

/// Makes a folder only this account may enter.
pub(super) fn make_private_dir(folder: &Path) -> Result<(), StoreError> {
    let mut builder = std::fs::DirBuilder::new();
    builder.recursive(true);
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    builder
        .create(folder)
        .map_err(StoreError::io("make folder"))
}
