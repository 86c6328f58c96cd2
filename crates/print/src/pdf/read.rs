//! The text of a PDF that claims to be a paper of this product.
//!
//! Reads what programs that copy text read: the strings shown on each page, by the fonts' own
//! character maps, content and page furniture (`/Artifact`) apart. It does not look at the picture:
//! something drawn over the text, letters with other shapes than their code, or text without ink are
//! not noticed here, so whoever verifies a file is shown the text that was covered.
//!
//! The file is hostile: bounded in size, objects, pages and in what any stream unfolds to, and a
//! file with annotations, forms or nested content, which the product never writes, is refused.

use std::collections::BTreeMap;

use lopdf::{
    Document, Encoding, LoadOptions, Object, ObjectId,
    content::{Content, Operation},
};
use thiserror::Error;

use super::ops::ARTIFACT;

/// The largest file read, in bytes: ten times the longest receipt.
const MOST_BYTES: usize = 8 * 1024 * 1024;
const MOST_OBJECTS: usize = 20_000;
const MOST_PAGES: usize = 60;
/// What a stream of objects may unfold to, in bytes.
const MOST_UNFOLDED: usize = 16 * 1024 * 1024;
/// What a page's operations may unfold to, in bytes.
const MOST_CONTENT: usize = 2 * 1024 * 1024;
/// What a font's character map may unfold to, in bytes.
const MOST_MAP: usize = 256 * 1024;
/// How many fonts all pages may name, each page counted.
const MOST_FONTS: usize = 640;
/// What all pages may show, in bytes of UTF-8.
const MOST_TEXT: usize = 1_000_000;
const MOST_NESTED: usize = 32;

/// Why a PDF is not read.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum PdfReadError {
    /// Larger, or of more parts, than any paper of this product.
    #[error("RECEIPT-101 more than is read of a PDF: {0}")]
    TooLarge(&'static str),
    /// Not a PDF, or a torn or locked one.
    #[error("RECEIPT-102 not a readable PDF: {0}")]
    Malformed(String),
    /// It holds what the product never writes and what can hide or cover text.
    #[error("RECEIPT-103 the PDF holds {0}, which no paper of this product does")]
    Foreign(&'static str),
}

impl PdfReadError {
    /// The stable code, `RECEIPT-101` … `RECEIPT-103`.
    #[must_use]
    pub const fn code(&self) -> &'static str {
        match self {
            Self::TooLarge(_) => "RECEIPT-101",
            Self::Malformed(_) => "RECEIPT-102",
            Self::Foreign(_) => "RECEIPT-103",
        }
    }

    fn malformed(why: impl std::fmt::Display) -> Self {
        Self::Malformed(why.to_string())
    }

    fn of(error: lopdf::Error) -> Self {
        match error {
            lopdf::Error::Decompress(lopdf::DecompressError::MemoryLimitExceeded { .. }) => {
                Self::TooLarge("unfolded bytes")
            }
            other => Self::malformed(other),
        }
    }
}

/// What a PDF says, line by line in drawing order.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct PdfText {
    /// The content of all pages, all copies.
    pub content: Vec<String>,
    /// What stands on every page and is no content, or says it is none.
    pub furniture: Vec<String>,
    /// The file's keywords: what the symbols say.
    pub keywords: Vec<String>,
    /// How many pictures are drawn on the pages.
    pub pictures: usize,
}

/// What is still allowed.
struct Room {
    text: usize,
    fonts: usize,
}

/// Reads the text of a PDF.
///
/// # Errors
/// [`PdfReadError`].
pub fn read_text(bytes: &[u8]) -> Result<PdfText, PdfReadError> {
    if bytes.len() > MOST_BYTES {
        return Err(PdfReadError::TooLarge("bytes"));
    }
    let options = LoadOptions {
        max_decompressed_size: Some(MOST_UNFOLDED),
        ..LoadOptions::default()
    };
    let document = Document::load_mem_with_options(bytes, options).map_err(PdfReadError::of)?;
    if document.is_encrypted() || document.was_encrypted() {
        return Err(PdfReadError::Foreign("encryption"));
    }
    if document.objects.len() > MOST_OBJECTS {
        return Err(PdfReadError::TooLarge("objects"));
    }
    let pages: Vec<ObjectId> = document.page_iter().take(MOST_PAGES + 1).collect();
    if pages.is_empty() {
        return Err(PdfReadError::malformed("no pages"));
    }
    if pages.len() > MOST_PAGES {
        return Err(PdfReadError::TooLarge("pages"));
    }
    let mut text = PdfText {
        keywords: keywords(&document),
        ..PdfText::default()
    };
    let mut room = Room {
        text: MOST_TEXT,
        fonts: MOST_FONTS,
    };
    for page in pages {
        let said = Reader::new(&document, page, &mut room)?.read(&mut room)?;
        text.content.extend(said.content);
        text.furniture.extend(said.furniture);
        text.pictures += said.pictures;
    }
    Ok(text)
}

fn keywords(document: &Document) -> Vec<String> {
    let info = document.trailer.get(b"Info").and_then(|info| {
        let (_, info) = document.dereference(info)?;
        let (_, words) = document.dereference(info.as_dict()?.get(b"Keywords")?)?;
        lopdf::decode_text_string(words)
    });
    info.map(|words| words.split(',').map(str::to_owned).collect())
        .unwrap_or_default()
}

/// Reads one page.
struct Reader<'a> {
    document: &'a Document,
    page: ObjectId,
    fonts: BTreeMap<Vec<u8>, Encoding<'a>>,
    font: Vec<u8>,
    /// Whether each open stretch of marked content is furniture.
    marked: Vec<bool>,
    /// The size of type.
    size: f32,
    /// Where text goes on: from the left and up the page, when that is known.
    at: Option<(f32, f32)>,
    /// The line last said: whether furniture, how far up the page, and about where it ended.
    line: Option<(bool, f32, f32)>,
    text: PdfText,
}

impl<'a> Reader<'a> {
    fn new(document: &'a Document, page: ObjectId, room: &mut Room) -> Result<Self, PdfReadError> {
        let dictionary = document.get_dictionary(page).map_err(PdfReadError::of)?;
        let noted = match dictionary.get_deref(b"Annots", document) {
            Ok(Object::Array(notes)) => !notes.is_empty(),
            Ok(_) => true,
            Err(_) => dictionary.has(b"Annots"),
        };
        if noted {
            return Err(PdfReadError::Foreign("annotations"));
        }
        let known = document.get_page_fonts(page).map_err(PdfReadError::of)?;
        take(&mut room.fonts, known.len(), "fonts")?;
        let mut fonts = BTreeMap::new();
        for (name, font) in known {
            let encoding = font
                .get_font_encoding_with_limit(document, MOST_MAP)
                .map_err(PdfReadError::of)?;
            fonts.insert(name, encoding);
        }
        Ok(Self {
            document,
            page,
            fonts,
            font: Vec::new(),
            marked: Vec::new(),
            size: 0.0,
            at: None,
            line: None,
            text: PdfText::default(),
        })
    }

    fn read(mut self, room: &mut Room) -> Result<PdfText, PdfReadError> {
        let content = self
            .document
            .get_page_content_with_limit(self.page, MOST_CONTENT)
            .map_err(PdfReadError::of)?;
        let content = Content::decode(&content).map_err(PdfReadError::of)?;
        for operation in &content.operations {
            self.operation(operation, room)?;
        }
        Ok(self.text)
    }

    fn operation(&mut self, operation: &Operation, room: &mut Room) -> Result<(), PdfReadError> {
        let operands = operation.operands.as_slice();
        match operation.operator.as_str() {
            "BMC" | "BDC" => {
                if self.marked.len() == MOST_NESTED {
                    return Err(PdfReadError::TooLarge("marks in marks"));
                }
                self.marked
                    .push(name(operands) == Some(ARTIFACT.as_bytes()));
            }
            "EMC" => {
                self.marked.pop();
            }
            "Tf" => {
                self.font = name(operands).unwrap_or_default().to_vec();
                self.size = number(operands, 1).unwrap_or(0.0);
            }
            "Tm" => self.at = number(operands, 4).zip(number(operands, 5)),
            "Td" | "TD" | "T*" => self.at = None,
            "Tj" | "TJ" | "'" | "\"" => {
                let shown = self.shown(operands)?;
                take(&mut room.text, shown.len(), "text")?;
                self.say(&shown);
            }
            "Do" => self.picture(operands)?,
            "BI" => return Err(PdfReadError::Foreign("a picture inside the page")),
            _ => {}
        }
        Ok(())
    }

    /// The text of an operation that shows some.
    fn shown(&self, operands: &[Object]) -> Result<String, PdfReadError> {
        let mut bytes = Vec::new();
        for operand in operands {
            match operand {
                Object::String(part, _) => bytes.extend(part),
                Object::Array(parts) => {
                    let strings = parts.iter().filter_map(|part| part.as_str().ok());
                    strings.for_each(|part| bytes.extend(part));
                }
                _ => {}
            }
        }
        if bytes.is_empty() {
            return Ok(String::new());
        }
        let encoding = self
            .fonts
            .get(&self.font)
            .ok_or_else(|| PdfReadError::malformed("text in a font that is not there"))?;
        Document::decode_text(encoding, &bytes).map_err(PdfReadError::of)
    }

    /// Adds to the last line what stands on its height, with a gap where one is seen.
    fn say(&mut self, shown: &str) {
        let furniture = self.marked.contains(&true);
        let lines = match furniture {
            true => &mut self.text.furniture,
            false => &mut self.text.content,
        };
        let (x, y) = self.at.unwrap_or((0.0, f32::NAN));
        match (lines.last_mut(), self.line) {
            (Some(line), Some((same, height, end))) if same == furniture && height == y => {
                if x > end + self.size {
                    line.push_str("  ");
                }
                line.push_str(shown);
            }
            _ => lines.push(shown.to_owned()),
        }
        let em = |ch: char| if ch.is_ascii() { 0.6 } else { 1.0 };
        let width: f32 = shown.chars().map(em).sum::<f32>() * self.size;
        self.line = Some((furniture, y, x + width));
    }

    /// Counts a picture, the way a rare character is drawn; what is nested content is refused,
    /// for it could show text that is not read here.
    fn picture(&mut self, operands: &[Object]) -> Result<(), PdfReadError> {
        let foreign = || PdfReadError::Foreign("nested content");
        let asked = name(operands).ok_or_else(foreign)?;
        let (own, inherited) = self
            .document
            .get_page_resources(self.page)
            .map_err(PdfReadError::of)?;
        let inherited = inherited
            .into_iter()
            .filter_map(|id| self.document.get_dictionary(id).ok());
        let is_image = own.into_iter().chain(inherited).find_map(|resources| {
            let pictures = resources.get_deref(b"XObject", self.document).ok()?;
            let picture = pictures
                .as_dict()
                .ok()?
                .get_deref(asked, self.document)
                .ok()?;
            let kind = picture.as_stream().ok()?.dict.get(b"Subtype").ok()?;
            Some(kind.as_name().ok()? == b"Image")
        });
        if is_image != Some(true) {
            return Err(foreign());
        }
        self.text.pictures += 1;
        Ok(())
    }
}

fn number(operands: &[Object], at: usize) -> Option<f32> {
    operands.get(at)?.as_float().ok()
}

fn name(operands: &[Object]) -> Option<&[u8]> {
    operands.first()?.as_name().ok()
}

fn take(room: &mut usize, wanted: usize, what: &'static str) -> Result<(), PdfReadError> {
    *room = room
        .checked_sub(wanted)
        .ok_or(PdfReadError::TooLarge(what))?;
    Ok(())
}
