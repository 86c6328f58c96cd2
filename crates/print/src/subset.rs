//! Which glyphs a document uses, as small fonts of its own.
//!
//! A reader maps each glyph of a font back to one character. Where one glyph
//! draws two characters of a document, the second goes into a second small
//! font, so that extracted text is always the printed text. Owns the choice and
//! the cutting; what a small font needs besides, each file format adds itself.

use std::collections::{BTreeMap, HashMap};

use subsetter::GlyphRemapper;

use crate::error::PrintError;
use crate::font::{FaceId, FontSet};
use crate::layout::{Layout, Mark, Run, RunGlyph};

/// A face and, where glyphs are shared, a further number.
type SlotKey = (FaceId, usize);

/// A small font's place in its document, counted from zero.
pub(crate) type SmallFontNumber = usize;

/// Glyphs of one small font, with their numbers there.
pub(crate) type Piece = (SmallFontNumber, Vec<(RunGlyph, u16)>);

struct Slot {
    number: SmallFontNumber,
    remapper: GlyphRemapper,
    chars: BTreeMap<char, u16>,
}

/// The small fonts of one document, before they are cut.
pub(crate) struct SmallFonts<'a> {
    fonts: &'a FontSet,
    slots: BTreeMap<SlotKey, Slot>,
    /// The characters each glyph stands for; the position is the slot's number.
    shared: HashMap<(FaceId, u16), Vec<char>>,
}

/// One font cut down to what a document uses; it has no character map.
pub(crate) struct SmallFont<'a> {
    pub(crate) number: SmallFontNumber,
    pub(crate) face: FaceId,
    /// The font file.
    pub(crate) bytes: Vec<u8>,
    /// The file it was cut from.
    pub(crate) whole: &'a [u8],
    /// The glyph of each character, by code point.
    pub(crate) chars: BTreeMap<char, u16>,
}

impl<'a> SmallFonts<'a> {
    pub(crate) fn new(layout: &Layout, fonts: &'a FontSet) -> Self {
        let mut small = Self {
            fonts,
            slots: BTreeMap::new(),
            shared: HashMap::new(),
        };
        for mark in layout.pages.iter().flat_map(|page| &page.marks) {
            match mark {
                Mark::Text(run) => small.note(run),
                Mark::Watermark(runs) => runs.iter().for_each(|run| small.note(run)),
                Mark::Picture(pictured) => {
                    pictured.carrier().iter().for_each(|run| small.note(run));
                }
                _ => {}
            }
        }
        small
    }

    fn note(&mut self, run: &Run) {
        for glyph in &run.glyphs {
            let chars = self.shared.entry((run.face, glyph.gid)).or_default();
            let position = chars
                .iter()
                .position(|&ch| ch == glyph.ch)
                .unwrap_or_else(|| {
                    chars.push(glyph.ch);
                    chars.len() - 1
                });
            let number = self.slots.len();
            let slot = self
                .slots
                .entry((run.face, position))
                .or_insert_with(|| Slot {
                    number,
                    remapper: GlyphRemapper::new(),
                    chars: BTreeMap::new(),
                });
            let gid = slot.remapper.remap(glyph.gid);
            slot.chars.insert(glyph.ch, gid);
        }
    }

    /// The small font that draws a glyph as its character, and the glyph's
    /// number there.
    fn find(&self, face: FaceId, glyph: RunGlyph) -> Option<(SmallFontNumber, u16)> {
        let chars = self.shared.get(&(face, glyph.gid))?;
        let position = chars.iter().position(|&ch| ch == glyph.ch)?;
        let slot = self.slots.get(&(face, position))?;
        Some((slot.number, slot.remapper.get(glyph.gid)?))
    }

    /// The run cut where the small font changes.
    pub(crate) fn pieces(&self, run: &Run) -> Vec<Piece> {
        let mut pieces: Vec<Piece> = Vec::new();
        for &glyph in &run.glyphs {
            let Some((number, gid)) = self.find(run.face, glyph) else {
                continue;
            };
            match pieces.last_mut() {
                Some((last, glyphs)) if *last == number => glyphs.push((glyph, gid)),
                _ => pieces.push((number, vec![(glyph, gid)])),
            }
        }
        pieces
    }

    /// Cuts the small fonts.
    pub(crate) fn cut(&self) -> Result<Vec<SmallFont<'a>>, PrintError> {
        let cut = |(&(face, _), slot): (&SlotKey, &Slot)| {
            let whole = self.fonts.bytes(face)?;
            let bytes = subsetter::subset(whole, 0, &slot.remapper)
                .map_err(|error| PrintError::write(&error))?;
            Ok(SmallFont {
                number: slot.number,
                face,
                bytes,
                whole,
                chars: slot.chars.clone(),
            })
        };
        self.slots.iter().map(cut).collect()
    }
}

/// The six capitals that mark a subset's name, different for each number below
/// three hundred million.
pub(crate) fn tag(number: usize) -> String {
    let letter = |place: u32| {
        char::from(b'A' + u8::try_from(number / 26_usize.pow(place) % 26).unwrap_or(0))
    };
    (0..6).rev().map(letter).collect()
}
