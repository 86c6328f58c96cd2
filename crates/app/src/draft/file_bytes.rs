//! Looking at a page.

use yichuang_domain::{FileHash, role::Act};

use super::Draft;
use crate::{
    Desk,
    case::numbered,
    desk::Operator,
    ipc::{ApiError, ErrorCode, FileRef},
    report::Outcome,
};

impl Desk {
    /// The bytes of a page of one of the operator's own drafts, or of a case, or of a signature that
    /// was just given on the residents' screen.
    ///
    /// # Errors
    /// `FILE-002` when no such page belongs there, or it does not match its hash.
    pub fn file_bytes(&self, input: FileRef) -> Outcome<Vec<u8>> {
        let operator = self.allowed(Act::ReadCase)?;
        let missing = || ApiError::new(ErrorCode::FileMissing);
        let hash: FileHash = input.sha256.parse().map_err(|_| missing())?;
        let store = self.store()?;
        let belongs = store.read(|read| -> Outcome<bool> {
            match &input.number {
                Some(number) => Ok(read
                    .cases_of_file(&hash)?
                    .contains(&numbered(read, number)?.id)),
                None => in_own_drafts(read, &operator, &input.sha256),
            }
        })?;
        if belongs || self.is_fresh_signature(&input.sha256) {
            Ok(store.read_file(&hash)?)
        } else {
            Err(missing())
        }
    }
}

fn in_own_drafts(
    read: &yichuang_store::Reader<'_>,
    operator: &Operator,
    sha256: &str,
) -> Outcome<bool> {
    for stored in read.drafts_of(operator.id)? {
        let draft = Draft::from_stored(stored)?;
        let content = &draft.content;
        let pages = content.materials.iter().flat_map(|choice| &choice.files);
        let signed = content.signed.iter().flat_map(|paper| &paper.files);
        let drawn = content.characters.iter().map(|drawn| &drawn.file);
        if pages
            .chain(signed)
            .chain(drawn)
            .any(|file| file.sha256 == sha256)
        {
            return Ok(true);
        }
    }
    Ok(false)
}
