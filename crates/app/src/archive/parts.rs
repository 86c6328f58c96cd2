//! The parts of a package: their names, digests and what each is.

use std::io::{self, Write};

use yichuang_domain::case::TrustLevel;
use yichuang_wire::{Hash, sha256, sm3};

use super::{
    DIGESTS, METADATA, MOST_PARTS, MOST_TEXT, PAGES, PAPERS, PROCESS, container::Container,
    pages::Page,
};

/// Characters of a title that stand in a part's name, at most.
const LONGEST_TITLE: usize = 40;
/// What ends the name of a page, by its media type.
const ENDINGS: [(&str, &str); 6] = [
    ("image/jpeg", "jpg"),
    ("image/png", "png"),
    ("image/webp", "webp"),
    ("image/tiff", "tif"),
    ("image/bmp", "bmp"),
    ("application/pdf", "pdf"),
];
/// What ends the name of any other.
const OTHER_ENDING: &str = "bin";
/// Parts that follow those the metadata names.
pub(super) const AFTERWARDS: usize = 2;

/// What a part is and where it comes from.
pub(super) struct Described {
    pub(super) title: String,
    pub(super) media_type: String,
    /// How far a page can be trusted.
    pub(super) level: Option<TrustLevel>,
    /// The name a page had when it was taken.
    pub(super) name: Option<String>,
    /// The entry a page came with.
    pub(super) entry: Option<Hash>,
    /// SHA-256 of the rendering of a paper the closed file names.
    pub(super) named: Option<Hash>,
}

impl Described {
    pub(super) fn paper(title: &str, named: Hash) -> Self {
        Self {
            title: title.to_owned(),
            media_type: "application/pdf".to_owned(),
            level: None,
            name: None,
            entry: None,
            named: Some(named),
        }
    }

    pub(super) fn page(page: &Page) -> Self {
        Self {
            title: page.titles.join("、"),
            media_type: page.file.media_type.clone(),
            level: page.level,
            name: Some(page.file.name.clone()).filter(|name| !name.is_empty()),
            entry: Some(page.entry),
            named: None,
        }
    }

    fn process() -> Self {
        Self {
            title: "办理过程".to_owned(),
            media_type: "application/xml".to_owned(),
            level: None,
            name: None,
            entry: None,
            named: None,
        }
    }
}

/// A part that was written.
pub(super) struct Part {
    pub(super) path: String,
    pub(super) is: Described,
    /// Bytes.
    pub(super) length: usize,
    pub(super) sha256: Hash,
    pub(super) sm3: Hash,
}

impl Part {
    /// Whether a paper is the rendering the closed file names; none of another part.
    pub(super) fn as_named(&self) -> Option<bool> {
        self.is.named.map(|named| named == self.sha256)
    }
}

/// A package while it is written.
pub(super) struct Package<W> {
    container: Container<W>,
    pub(super) parts: Vec<Part>,
    papers: usize,
    pages: usize,
}

impl<W: Write> Package<W> {
    pub(super) fn new(out: W) -> Self {
        Self {
            container: Container::new(out),
            parts: Vec::new(),
            papers: 0,
            pages: 0,
        }
    }

    /// Adds a paper, PDF.
    pub(super) fn paper(&mut self, title: &str, named: Hash, bytes: &[u8]) -> io::Result<()> {
        self.papers += 1;
        let path = format!("{PAPERS}/{:02}-{}.pdf", self.papers, in_a_name(title));
        self.add(path, Described::paper(title, named), bytes)
    }

    /// Adds a page.
    pub(super) fn page(&mut self, page: &Page, bytes: &[u8]) -> io::Result<()> {
        self.pages += 1;
        let title = page.titles.first().map_or("", String::as_str);
        let path = format!(
            "{PAGES}/{:03}-{}.{}",
            self.pages,
            in_a_name(title),
            ending(&page.file.media_type)
        );
        self.add(path, Described::page(page), bytes)
    }

    /// Adds what happened.
    pub(super) fn process(&mut self, bytes: &[u8]) -> io::Result<()> {
        fits(bytes)?;
        self.add(PROCESS.to_owned(), Described::process(), bytes)
    }

    /// Adds the metadata over the parts so far and the digests of all of them, and ends the package.
    pub(super) fn finish(mut self, metadata: &[u8]) -> io::Result<W> {
        fits(metadata)?;
        self.container.add(METADATA, metadata)?;
        let listed = self.parts.iter().map(|part| (part.path.as_str(), part.sm3));
        let listed = listed.chain([(METADATA, sm3(&[metadata]))]);
        let lines: String = listed.map(|(path, sm3)| digest_line(path, sm3)).collect();
        self.container.add(DIGESTS, lines.as_bytes())?;
        self.container.finish()
    }

    fn add(&mut self, path: String, is: Described, bytes: &[u8]) -> io::Result<()> {
        if self.parts.len() + AFTERWARDS >= MOST_PARTS {
            return Err(io::ErrorKind::FileTooLarge.into());
        }
        self.container.add(&path, bytes)?;
        self.parts.push(Part {
            path,
            is,
            length: bytes.len(),
            sha256: sha256(bytes),
            sm3: sm3(&[bytes]),
        });
        Ok(())
    }
}

/// A reader takes no longer text, so none is written.
fn fits(text: &[u8]) -> io::Result<()> {
    match text.len() as u64 <= MOST_TEXT {
        true => Ok(()),
        false => Err(io::ErrorKind::FileTooLarge.into()),
    }
}

/// A line of the digests, as programs that compute them write it: digest, two spaces, name.
pub(super) fn digest_line(path: &str, sm3: Hash) -> String {
    format!("{sm3}  {path}\n")
}

/// A title as it can stand in the name of a file on any system.
fn in_a_name(title: &str) -> String {
    let plain = |letter: char| {
        if letter.is_alphanumeric() {
            letter
        } else {
            '_'
        }
    };
    title.chars().map(plain).take(LONGEST_TITLE).collect()
}

fn ending(media_type: &str) -> &'static str {
    let mut known = ENDINGS.iter();
    known
        .find(|(one, _)| *one == media_type)
        .map_or(OTHER_ENDING, |(_, ending)| ending)
}
