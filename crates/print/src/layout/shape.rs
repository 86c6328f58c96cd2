//! Text into measured atoms: one per character, with its face and advance.

use std::collections::BTreeSet;

use super::mark::{Area, DESCENT, Mark, Run, RunGlyph};
use crate::error::FontError;
use crate::font::{FaceId, FontSet, Resolver, Typeface, printable};

/// Size of the code point in a missing character's frame, in em.
const BOXED_SIZE: f32 = 0.62;
/// Room on either side inside and outside the frame, in em.
const BOXED_PAD: f32 = 0.12;

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

/// Measures text of one document and remembers what could not be drawn.
pub(super) struct Shaper<'a> {
    resolver: Resolver<'a>,
    typeface: Typeface,
    missing: BTreeSet<char>,
}

impl<'a> Shaper<'a> {
    pub(super) const fn new(fonts: &'a FontSet, typeface: Typeface) -> Self {
        Self {
            resolver: Resolver::new(fonts),
            typeface,
            missing: BTreeSet::new(),
        }
    }

    pub(super) fn missing(&self) -> Vec<char> {
        self.missing.iter().copied().collect()
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
            None => self.boxed(ch, style),
        }
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
