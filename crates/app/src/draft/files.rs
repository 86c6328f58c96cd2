//! Pages of a draft: what may be one, and keeping it.

use std::{fs::File, io::Read as _, path::Path};

use yichuang_domain::{CaseState, role::Act};

use super::Draft;
use crate::{
    Desk,
    case::{numbered, one_of_two},
    ipc::{AddFile, ApiError, ErrorCode, FileInfo},
    report::Outcome,
};

/// No page is larger, in bytes; what a platform takes.
pub(crate) const MAX_FILE: u64 = 64 * 1024 * 1024;
const MAX_NAME_CHARS: usize = 200;

/// What the first bytes say the file is, for the types that are taken. The name and the declared
/// type are only what somebody says.
pub(crate) fn media_type_of(bytes: &[u8]) -> Option<&'static str> {
    let begins = |magic: &[u8]| bytes.starts_with(magic);
    if begins(b"\xff\xd8\xff") {
        Some("image/jpeg")
    } else if begins(b"\x89PNG\r\n\x1a\n") {
        Some("image/png")
    } else if begins(b"%PDF-") {
        Some("application/pdf")
    } else {
        None
    }
}

/// A file of a person's, whole, unless it is larger than a page may be.
pub(crate) fn read_bounded(path: &Path) -> std::io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    File::open(path)?
        .take(MAX_FILE + 1)
        .read_to_end(&mut bytes)?;
    if bytes.len() as u64 > MAX_FILE {
        return Err(std::io::Error::other("larger than a page may be"));
    }
    Ok(bytes)
}

impl Desk {
    /// Keeps a page of a draft (a photograph, a scan or a file), or one for a case: a paper signed for
    /// it, something it owes, a handing over, a mandate. What no act names is swept away later.
    ///
    /// # Errors
    /// `FILE-001` when it is empty, too large or of another type than it says; `DRAFT-001`,
    /// `CASE-002`, and `CASE-003` when the file is closed.
    pub fn add_file(&self, input: AddFile, bytes: &[u8]) -> Outcome<FileInfo> {
        let refused = |reason: &str| ApiError::new(ErrorCode::FileRefused).with("reason", reason);
        match (&input.draft, &input.number) {
            (Some(draft), None) => self.own_draft(draft)?,
            (None, Some(number)) => self.open_case(number)?,
            _ => return Err(one_of_two()),
        }
        if bytes.is_empty() {
            return Err(refused("empty"));
        }
        if bytes.len() as u64 > MAX_FILE {
            return Err(refused("too_large"));
        }
        let media_type = media_type_of(bytes).ok_or_else(|| refused("media_type"))?;
        let name: String = input
            .name
            .chars()
            .filter(|c| !c.is_control())
            .take(MAX_NAME_CHARS)
            .collect();
        self.keep_file(bytes, media_type, &name)
    }

    pub(super) fn own_draft(&self, id: &str) -> Outcome<()> {
        let operator = self.allowed(Act::Draft)?;
        let id = Draft::id(id)?;
        self.store()?
            .read(|read| Draft::load(read, id, &operator).map(|_| ()))
    }

    /// A case whose file is not closed: papers are signed, things supplied, results handed over and
    /// mandates given at it as long as it stands.
    fn open_case(&self, number: &str) -> Outcome<()> {
        self.allowed(Act::Draft)?;
        let row = self.store()?.read(|read| numbered(read, number))?;
        if row.state == CaseState::Archived {
            Err(ApiError::new(ErrorCode::IllegalMove).with("state", row.state.key()))
        } else {
            Ok(())
        }
    }
}
