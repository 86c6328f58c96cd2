//! Which glyphs a document uses, as small fonts of its own.
//!
//! A PDF maps each glyph of a font back to one character. Where one glyph draws
//! two characters of a document, the second goes into a second small font, so
//! that extracted text is always the printed text.

use std::collections::{BTreeMap, HashMap};

use printpdf::{FontEmbeddingMode, FontId, ParsedFont, PdfDocument, PdfFont};
use subsetter::GlyphRemapper;

use crate::error::PrintError;
use crate::font::{FaceId, FontSet};
use crate::layout::{Layout, Mark, Run, RunGlyph};

/// A small font: a face and, where glyphs are shared, a further number.
type SlotKey = (FaceId, usize);

struct Slot {
    id: FontId,
    remapper: GlyphRemapper,
}

/// The small fonts of one document.
pub(super) struct Embedded<'a> {
    fonts: &'a FontSet,
    slots: BTreeMap<SlotKey, Slot>,
    /// The characters each glyph stands for; the position is the slot's number.
    shared: HashMap<(FaceId, u16), Vec<char>>,
}

impl<'a> Embedded<'a> {
    pub(super) fn new(layout: &Layout, fonts: &'a FontSet) -> Result<Self, PrintError> {
        let mut embedded = Self {
            fonts,
            slots: BTreeMap::new(),
            shared: HashMap::new(),
        };
        for mark in layout.pages.iter().flat_map(|page| &page.marks) {
            match mark {
                Mark::Text(run) => embedded.note(run),
                Mark::Watermark(runs) => runs.iter().for_each(|run| embedded.note(run)),
                _ => {}
            }
        }
        Ok(embedded)
    }

    fn note(&mut self, run: &Run) {
        for glyph in &run.glyphs {
            let chars = self.shared.entry((run.face, glyph.gid)).or_default();
            let number = chars
                .iter()
                .position(|&ch| ch == glyph.ch)
                .unwrap_or_else(|| {
                    chars.push(glyph.ch);
                    chars.len() - 1
                });
            let slots = self.slots.len();
            self.slots
                .entry((run.face, number))
                .or_insert_with(|| Slot {
                    id: FontId(format!("F{slots:03}")),
                    remapper: GlyphRemapper::new(),
                })
                .remapper
                .remap(glyph.gid);
        }
    }

    /// The small font that draws a glyph as its character, and the glyph's
    /// number there.
    pub(super) fn find(&self, face: FaceId, glyph: RunGlyph) -> Option<(&FontId, u16)> {
        let chars = self.shared.get(&(face, glyph.gid))?;
        let number = chars.iter().position(|&ch| ch == glyph.ch)?;
        let slot = self.slots.get(&(face, number))?;
        Some((&slot.id, slot.remapper.get(glyph.gid)?))
    }

    /// Cuts the small fonts and adds them to the file.
    pub(super) fn add_to(&self, document: &mut PdfDocument) -> Result<(), PrintError> {
        for (&(face, _), slot) in &self.slots {
            let small =
                subsetter::subset(self.fonts.bytes(face)?, 0, &slot.remapper).map_err(|error| {
                    PrintError::Write {
                        reason: error.to_string(),
                    }
                })?;
            // The subset has no character map; glyphs are named by number.
            let mut parsed =
                ParsedFont::from_bytes(&small, 0, &mut Vec::new()).ok_or_else(|| {
                    PrintError::Write {
                        reason: format!("subset of {} is unreadable", face.name()),
                    }
                })?;
            parsed.font_name = Some(format!("{}+{}", tag(&slot.id), face.name()));
            let mut font = PdfFont::new(parsed);
            font.meta.requires_subsetting = false;
            font.meta.embedding_mode = FontEmbeddingMode::Full;
            document.resources.fonts.map.insert(slot.id.clone(), font);
        }
        Ok(())
    }
}

/// The six capitals that mark a subset's name, different for each small font.
fn tag(id: &FontId) -> String {
    let number: usize = id.0.trim_start_matches('F').parse().unwrap_or(0);
    let letter = |place: u32| {
        char::from(b'A' + u8::try_from(number / 26_usize.pow(place) % 26).unwrap_or(0))
    };
    (0..6).rev().map(letter).collect()
}
