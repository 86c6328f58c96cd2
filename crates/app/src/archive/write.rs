//! Writing the package of a closed file to a folder.

use std::{
    fs::File,
    io::{self, BufReader, BufWriter, Read, Write},
    path::{Path, PathBuf},
};

use tempfile::NamedTempFile;
use yichuang_domain::role::Act;
use yichuang_store::StoreError;
use yichuang_wire::payload::{Transcribed, Unmasked};

use super::{
    INTO_PACKAGE,
    closed::ClosedFile,
    metadata::metadata,
    pages::{Page, pages},
    parts::{AFTERWARDS, Package},
    process::process,
};
use crate::{
    Desk,
    desk::Operator,
    ipc::{ApiError, ArchivePackage, CaseRef, ChangedKind, ErrorCode},
    paper::title,
    report::Outcome,
};

/// Bytes of two files compared at once.
const RUN: usize = 64 * 1024;

/// What was packed.
struct Packed {
    parts: usize,
    made_anew: usize,
}

impl Desk {
    /// Writes the package of a closed file into the folder papers are kept in.
    ///
    /// # Errors
    /// Those of [`Desk::write_archive_package_to`].
    pub fn write_archive_package(&self, input: CaseRef) -> Outcome<ArchivePackage> {
        let folder = self.host.print_folder.clone();
        self.write_archive_package_to(input, &folder)
    }

    /// Writes the package of a closed file into a folder, as `NUMBER.zip`. It holds whole numbers and
    /// every page, so the case's journal says who had it before anybody has it. The same file there
    /// already stays as it is.
    ///
    /// # Errors
    /// `CASE-002`; `CASE-003` while the file is not closed and for cases of other terminals;
    /// `ARCHIVE-001` when a page is not here (`title`), `PAPER-001`, `PAPER-002` for a paper;
    /// `ARCHIVE-002` when another file has the name (`place`); `ARCHIVE-003` when the folder has no
    /// room for it, `ARCHIVE-004` when it cannot be written; `ARCHIVE-005` for more than four
    /// gigabytes. Nothing is left in the folder then.
    pub fn write_archive_package_to(
        &self,
        input: CaseRef,
        folder: &Path,
    ) -> Outcome<ArchivePackage> {
        let operator = self.allowed_to_decide(Act::Archive)?;
        self.allowed(Act::Unmask)?;
        let store = self.store()?;
        let closed = store.read(|read| ClosedFile::load(read, &input.number))?;
        let target = folder.join(format!("{}.zip", closed.case.number));
        let mut partial = partial(folder)?;
        let packed = self.pack(&closed, &mut partial)?;
        partial
            .as_file()
            .sync_all()
            .map_err(|error| unwritten(&error))?;
        let already = is_there(&target, partial.path())?;
        self.note_handed_out(&closed, &operator)?;
        if !already {
            partial
                .persist_noclobber(&target)
                .map_err(|kept| match kept.error.kind() {
                    io::ErrorKind::AlreadyExists => exists(&target),
                    _ => unwritten(&kept.error),
                })?;
            sync_folder(folder);
        }
        let count = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
        Ok(ArchivePackage {
            place: target.display().to_string(),
            already,
            parts: count(packed.parts),
            made_anew: count(packed.made_anew),
        })
    }

    /// Papers, pages, what happened, metadata, digests; one part in memory at a time.
    fn pack(&self, closed: &ClosedFile, out: &mut NamedTempFile) -> Outcome<Packed> {
        let mut package = Package::new(BufWriter::new(out));
        let failed = |error: io::Error| unwritten(&error);
        for named in &closed.archived.papers {
            let bytes = self.closed_paper(closed, &named.document, named.sha256)?;
            package
                .paper(title(&named.document), named.sha256, &bytes)
                .map_err(failed)?;
        }
        for page in pages(&closed.timeline) {
            let bytes = self.store()?.read_file(&page.file.sha256);
            let bytes = bytes.map_err(|error| lost(&page, error))?;
            package.page(&page, &bytes).map_err(failed)?;
        }
        package.process(&process(closed)).map_err(failed)?;
        let anew = package
            .parts
            .iter()
            .filter(|part| part.as_named() == Some(false));
        let packed = Packed {
            made_anew: anew.count(),
            parts: package.parts.len() + AFTERWARDS,
        };
        let metadata = metadata(closed, &package.parts);
        let mut out = package.finish(&metadata).map_err(failed)?;
        out.flush().map_err(failed)?;
        Ok(packed)
    }

    /// Writes down who took the numbers of a case out, as for a table for a department's import.
    fn note_handed_out(&self, closed: &ClosedFile, operator: &Operator) -> Outcome<()> {
        let number = closed.case.number.clone();
        let fields: Vec<String> = closed.fields.iter().map(|one| one.key.clone()).collect();
        let unmasked = Unmasked {
            number: number.clone(),
            fields: fields.clone(),
        };
        let transcribed = Transcribed {
            number: number.clone(),
            fields,
            system: INTO_PACKAGE.to_owned(),
        };
        self.store()?.write(|tx| -> Outcome<()> {
            self.note(tx, unmasked, Some(closed.case.id), Some(operator.id))?;
            self.note(tx, transcribed, Some(closed.case.id), Some(operator.id))?;
            Ok(())
        })?;
        self.sync.committed();
        self.announce(ChangedKind::Case, Some(number.to_string()));
        Ok(())
    }
}

/// A file beside the target that is gone again unless it is kept.
fn partial(folder: &Path) -> Outcome<NamedTempFile> {
    std::fs::create_dir_all(folder)
        .and_then(|()| {
            tempfile::Builder::new()
                .prefix(".archive-")
                .suffix(".partial")
                .tempfile_in(folder)
        })
        .map_err(|error| unwritten(&error))
}

/// Whether the package is there already, byte for byte.
///
/// # Errors
/// `ARCHIVE-002` when something else has its name.
fn is_there(target: &PathBuf, made: &Path) -> Outcome<bool> {
    let there = match File::open(target) {
        Ok(there) => there,
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(false),
        Err(_) => return Err(exists(target)),
    };
    let made = File::open(made).map_err(|error| unwritten(&error))?;
    match same(there, made) {
        Ok(true) => Ok(true),
        _ => Err(exists(target)),
    }
}

fn same(one: File, other: File) -> io::Result<bool> {
    if one.metadata()?.len() != other.metadata()?.len() {
        return Ok(false);
    }
    let (mut one, mut other) = (BufReader::new(one), BufReader::new(other));
    let (mut left, mut right) = (vec![0; RUN], vec![0; RUN]);
    loop {
        let read = one.read(&mut left)?;
        if read == 0 {
            return Ok(true);
        }
        other.read_exact(&mut right[..read])?;
        if left[..read] != right[..read] {
            return Ok(false);
        }
    }
}

/// Makes the name durable. What it names already is.
fn sync_folder(folder: &Path) {
    #[cfg(unix)]
    if let Err(error) = File::open(folder).and_then(|folder| folder.sync_all()) {
        tracing::warn!("the folder of a package cannot be synced: {error}");
    }
    #[cfg(not(unix))]
    let _ = folder;
}

fn lost(page: &Page, error: StoreError) -> ApiError {
    match error {
        StoreError::NoSuch(_) | StoreError::FileMissing(_) | StoreError::FileDamaged(_) => {
            ApiError::new(ErrorCode::ArchivePageLost).with("title", page.titles.join("、"))
        }
        other => other.into(),
    }
}

fn exists(target: &Path) -> ApiError {
    ApiError::new(ErrorCode::ArchiveExists).with("place", target.display())
}

fn unwritten(error: &io::Error) -> ApiError {
    ApiError::new(match error.kind() {
        io::ErrorKind::FileTooLarge => ErrorCode::ArchiveTooLarge,
        io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded => ErrorCode::ArchiveNoRoom,
        _ => ErrorCode::ArchiveUnwritten,
    })
}
