//! The case's own pictures of characters no face draws, on its papers.

use yichuang_domain::{FileRef, Person};
use yichuang_print::model::GlyphPicture;
use yichuang_store::{PaperRow, Reader};

use super::make::Content;
use crate::{
    Desk,
    draft::{Draft, characters::pictures},
    report::Outcome,
};

/// A picture to be drawn for a character.
struct Drawn {
    character: char,
    /// The name it stands in; may be empty.
    within: String,
    file: FileRef,
}

impl Desk {
    /// A paper's document as it is drawn. A picture that cannot be read leaves the character framed,
    /// as one without a picture is.
    pub(super) fn drawn(&self, paper: &PaperRow) -> Outcome<Content> {
        let store = self.store()?;
        let (mut content, drawn) = store.read(|read| -> Outcome<_> {
            Ok((self.document(read, paper)?, drawn(read, paper)?))
        })?;
        for Drawn {
            character,
            within,
            file,
        } in drawn
        {
            let read = store.read_file(&file.sha256);
            let picture = read.map(|bytes| GlyphPicture::from_png(character, within, &bytes));
            match picture {
                Ok(Ok(picture)) => content.document.glyphs.push(picture),
                Ok(Err(error)) => tracing::warn!("a picture of a character is not drawn: {error}"),
                Err(error) => tracing::warn!("a picture of a character is not drawn: {error}"),
            }
        }
        Ok(content)
    }
}

fn drawn(read: &Reader<'_>, paper: &PaperRow) -> Outcome<Vec<Drawn>> {
    let (pictures, names) = if let Some(draft) = paper.draft {
        let Some(stored) = read.draft(draft)? else {
            return Ok(Vec::new());
        };
        let content = Draft::from_stored(stored)?.content;
        let agent = content.agent.iter().map(|agent| agent.person.name.clone());
        let applicant = content.applicant.iter().map(|person| person.name.clone());
        (pictures(&content), applicant.chain(agent).collect())
    } else if let Some(received) = paper
        .case
        .map(|case| read.received(case))
        .transpose()?
        .flatten()
    {
        let agent = received.agent.iter().map(|agent| &agent.person);
        let people = std::iter::once(&received.applicant).chain(agent);
        let names: Vec<String> = people.map(|Person { name, .. }| name.clone()).collect();
        (received.characters, names)
    } else {
        return Ok(Vec::new());
    };
    let drawn = pictures.into_iter().map(|picture| Drawn {
        character: picture.character,
        within: names
            .iter()
            .find(|name: &&String| name.contains(picture.character))
            .cloned()
            .unwrap_or_default(),
        file: picture.file,
    });
    Ok(drawn.collect())
}
