//! Characters of a draft that no face here draws, and the pictures of them cut from the identity
//! document, so that no name is dropped or replaced on paper.

use std::collections::BTreeSet;

use yichuang_domain::FieldProblem as Problem;
use yichuang_print::{FontSet, coverage, model::GlyphPicture};
use yichuang_wire::payload::{CharacterPicture, Received};

use super::content::{file_info, file_ref};
use crate::{
    Desk,
    ipc::{AddCharacter, ApiError, CharacterInput, DraftContent, ErrorCode, FileInfo, PersonInput},
    report::Outcome,
};

/// A name with more of them than this is not one.
const MOST: usize = 20;

/// What of a draft no face draws, in order of code point.
pub(super) fn unprintable(content: &DraftContent, fonts: &FontSet) -> Vec<String> {
    let agent = content.agent.as_ref().map(|agent| &agent.person);
    let people = content.applicant.iter().chain(agent);
    let texts = people
        .flat_map(|PersonInput { name, address, .. }| [name, address])
        .chain(content.form.values());
    let missing: BTreeSet<char> = texts.flat_map(|text| coverage(text, fonts)).collect();
    missing.into_iter().map(String::from).collect()
}

/// What is wrong with the pictures: one character each, no character twice.
pub(super) fn wrong(content: &DraftContent) -> Vec<Problem> {
    let mut problems = Vec::new();
    let mut seen = BTreeSet::new();
    for drawn in &content.characters {
        match only(&drawn.character) {
            Some(character) if seen.insert(character) => {
                file_ref("characters", &drawn.file, &mut problems);
            }
            _ => problems.push(Problem::new("characters", "shape")),
        }
    }
    if seen.len() > MOST {
        problems.push(Problem::new("characters", "too_many"));
    }
    problems
}

/// The pictures a case is received with.
pub(crate) fn pictures(content: &DraftContent) -> Vec<CharacterPicture> {
    let picture = |drawn: &CharacterInput| {
        Some(CharacterPicture {
            character: only(&drawn.character)?,
            file: file_ref("characters", &drawn.file, &mut Vec::new())?,
        })
    };
    content.characters.iter().filter_map(picture).collect()
}

/// Those pictures as a draft has them.
pub(super) fn as_received(received: &Received) -> Vec<CharacterInput> {
    let input = |drawn: &CharacterPicture| CharacterInput {
        character: drawn.character.to_string(),
        file: file_info(&drawn.file),
    };
    received.characters.iter().map(input).collect()
}

fn only(text: &str) -> Option<char> {
    let mut chars = text.chars();
    chars.next().filter(|_| chars.next().is_none())
}

impl Desk {
    /// Keeps a picture of one character for a draft, PNG, cut to the character.
    ///
    /// # Errors
    /// `FILE-001` when it is no picture in which writing can be seen, or not of one character;
    /// `DRAFT-001`.
    pub fn add_character(&self, input: AddCharacter, bytes: &[u8]) -> Outcome<FileInfo> {
        let refused = |reason: &str| ApiError::new(ErrorCode::FileRefused).with("reason", reason);
        self.own_draft(&input.draft)?;
        let character = only(&input.character).ok_or_else(|| refused("character"))?;
        GlyphPicture::from_png(character, "", bytes).map_err(|_| refused("no_writing"))?;
        let code = u32::from(character);
        self.keep_file(bytes, "image/png", &format!("U+{code:04X}.png"))
    }
}
