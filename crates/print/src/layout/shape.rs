//! Text into measured atoms: one per character, with its face and advance.

use std::collections::BTreeSet;

use super::mark::{ASCENT, Area, DESCENT, Mark, Pictured, Run, RunGlyph};
use super::qr::QrSymbols;
use crate::error::FontError;
use crate::font::{FaceId, FontSet, Resolver, Typeface, printable};
use crate::model::GlyphPicture;

/// Size of the code point in a missing character's frame, in em.
const BOXED_SIZE: f32 = 0.62;
/// Room on either side inside and outside the frame, in em.
const BOXED_PAD: f32 = 0.12;

/// A glyph without ink, one em wide.
const BLANK: char = '\u{3000}';

/// How a character is to be set.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Style {
    pub(super) size: f32,
    pub(super) bold: bool,
    pub(super) grey: f32,
}

#[derive(Debug, Clone, PartialEq)]
enum Ink {
    Glyph {
        face: FaceId,
        gid: u16,
    },
    /// No face draws it: its code point in a frame.
    Boxed(Vec<(FaceId, RunGlyph)>),
    /// No face draws it, but there is a picture of it.
    Pictured {
        picture: GlyphPicture,
        carrier: Option<(FaceId, RunGlyph)>,
    },
    LineEnd,
}

/// One measured character.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Atom {
    pub(super) ch: char,
    pub(super) advance: f32,
    pub(super) style: Style,
    ink: Ink,
}

impl Atom {
    /// A character of a printer's own, `cells` wide.
    pub(super) const fn cells(ch: char, cells: f32) -> Self {
        // No closing mark of a printer's own may stand out of the measure.
        let style = Style {
            size: f32::INFINITY,
            bold: false,
            grey: 0.0,
        };
        Self {
            ch,
            advance: cells,
            style,
            ink: Ink::LineEnd,
        }
    }
}

/// Measures text of one document and remembers what could not be drawn.
pub(super) struct Shaper<'a> {
    resolver: Resolver<'a>,
    typeface: Typeface,
    pictures: &'a [GlyphPicture],
    missing: BTreeSet<char>,
    pictured: BTreeSet<char>,
    pub(super) symbols: QrSymbols,
}

impl<'a> Shaper<'a> {
    pub(super) const fn new(
        fonts: &'a FontSet,
        typeface: Typeface,
        pictures: &'a [GlyphPicture],
    ) -> Self {
        Self {
            resolver: Resolver::new(fonts),
            typeface,
            pictures,
            missing: BTreeSet::new(),
            pictured: BTreeSet::new(),
            symbols: QrSymbols::new(),
        }
    }

    pub(super) fn missing(&self) -> Vec<char> {
        self.missing.iter().copied().collect()
    }

    /// The pictures that were used, by code point.
    pub(super) fn pictured(&self) -> Vec<&'a GlyphPicture> {
        let used = self.pictured.iter();
        used.filter_map(|&ch| self.picture_of(ch)).collect()
    }

    fn picture_of(&self, ch: char) -> Option<&'a GlyphPicture> {
        self.pictures.iter().find(|picture| picture.ch() == ch)
    }

    /// The atoms of `text`, cleaned first.
    pub(super) fn atoms(&mut self, text: &str, style: Style) -> Result<Vec<Atom>, FontError> {
        printable(text)
            .chars()
            .map(|ch| self.atom(ch, style))
            .collect()
    }

    fn atom(&mut self, ch: char, style: Style) -> Result<Atom, FontError> {
        if ch == '\n' {
            return Ok(Atom {
                ch,
                advance: 0.0,
                style,
                ink: Ink::LineEnd,
            });
        }
        match self.resolver.glyph(ch, self.typeface, style.bold)? {
            Some(glyph) => Ok(Atom {
                ch,
                advance: glyph.advance * style.size,
                style,
                ink: Ink::Glyph {
                    face: glyph.face,
                    gid: glyph.gid,
                },
            }),
            None => match self.picture_of(ch) {
                Some(picture) => self.pictured_atom(picture, style),
                None => self.boxed(ch, style),
            },
        }
    }

    fn pictured_atom(&mut self, picture: &GlyphPicture, style: Style) -> Result<Atom, FontError> {
        self.pictured.insert(picture.ch());
        let blank = self.resolver.glyph(BLANK, self.typeface, false)?;
        let carrier = blank.map(|glyph| {
            let carried = RunGlyph {
                ch: picture.ch(),
                gid: glyph.gid,
                advance: style.size,
            };
            (glyph.face, carried)
        });
        Ok(Atom {
            ch: picture.ch(),
            advance: style.size,
            style,
            ink: Ink::Pictured {
                picture: picture.clone(),
                carrier,
            },
        })
    }

    fn boxed(&mut self, ch: char, style: Style) -> Result<Atom, FontError> {
        self.missing.insert(ch);
        let mut glyphs = Vec::new();
        for digit in format!("U+{:04X}", u32::from(ch)).chars() {
            if let Some(glyph) = self.resolver.glyph(digit, self.typeface, false)? {
                let advance = glyph.advance * style.size * BOXED_SIZE;
                glyphs.push((
                    glyph.face,
                    RunGlyph {
                        ch: digit,
                        gid: glyph.gid,
                        advance,
                    },
                ));
            }
        }
        let digits: f32 = glyphs.iter().map(|(_, glyph)| glyph.advance).sum();
        let advance = digits + 4.0 * BOXED_PAD * style.size;
        Ok(Atom {
            ch,
            advance,
            style,
            ink: Ink::Boxed(glyphs),
        })
    }
}

/// The ink of `atoms` from `x` on, with `spacing` points between them.
pub(super) fn marks(
    atoms: &[Atom],
    x: f32,
    baseline: f32,
    spacing: f32,
    overhang: f32,
) -> Vec<Mark> {
    let mut pen = Pen {
        x,
        baseline,
        spacing,
        marks: Vec::new(),
    };
    for atom in atoms {
        pen.draw(atom);
    }
    if let Some(Mark::Text(run)) = pen.marks.last_mut() {
        run.overhang = overhang;
    }
    pen.marks
}

struct Pen {
    x: f32,
    baseline: f32,
    spacing: f32,
    marks: Vec<Mark>,
}

impl Pen {
    fn draw(&mut self, atom: &Atom) {
        match &atom.ink {
            Ink::Glyph { face, gid } => {
                let glyph = RunGlyph {
                    ch: atom.ch,
                    gid: *gid,
                    advance: atom.advance,
                };
                self.glyph(*face, glyph, atom.style);
            }
            Ink::Boxed(glyphs) => self.boxed(glyphs, atom),
            Ink::Pictured { picture, carrier } => self.marks.push(Mark::Picture(Pictured {
                picture: picture.clone(),
                area: Area {
                    x: self.x,
                    y: self.baseline - ASCENT * atom.style.size,
                    width: atom.style.size,
                    height: (ASCENT + DESCENT) * atom.style.size,
                },
                carrier: *carrier,
            })),
            Ink::LineEnd => return,
        }
        self.x += atom.advance + self.spacing;
    }

    fn glyph(&mut self, face: FaceId, glyph: RunGlyph, style: Style) {
        let thickened = style.bold && !face.is_bold();
        if let Some(Mark::Text(run)) = self.marks.last_mut()
            && run.face == face
            && run.size == style.size
            && run.thickened == thickened
        {
            run.glyphs.push(glyph);
            return;
        }
        self.marks.push(Mark::Text(Run {
            face,
            glyphs: vec![glyph],
            x: self.x,
            baseline: self.baseline,
            size: style.size,
            grey: style.grey,
            spacing: self.spacing,
            thickened,
            overhang: 0.0,
        }));
    }

    fn boxed(&mut self, glyphs: &[(FaceId, RunGlyph)], atom: &Atom) {
        let em = atom.style.size;
        let pad = BOXED_PAD * em;
        let area = Area {
            x: self.x + pad,
            y: self.baseline - 0.72 * em,
            width: atom.advance - 2.0 * pad,
            height: (0.72 + DESCENT) * em,
        };
        let Some(&(face, _)) = glyphs.first() else {
            return;
        };
        self.marks.push(Mark::Text(Run {
            face,
            glyphs: glyphs.iter().map(|&(_, glyph)| glyph).collect(),
            x: self.x + 2.0 * pad,
            baseline: self.baseline - 0.12 * em,
            size: em * BOXED_SIZE,
            grey: atom.style.grey,
            spacing: 0.0,
            thickened: false,
            overhang: 0.0,
        }));
        self.marks.push(Mark::Frame {
            area,
            line: 0.4,
            grey: atom.style.grey,
            dashed: false,
        });
    }
}
