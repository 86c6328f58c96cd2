//! A folder of faces, each read from disk when first needed.

use std::fs::{self, File};
use std::io::Read;
use std::path::{Path, PathBuf};
use std::sync::OnceLock;

use ttf_parser::Face;

use super::clean::printable;
use crate::error::FontError;

/// No shipped face comes near this; a larger file is not one of ours.
const MOST_BYTES: u64 = 64 << 20;

/// The two families documents are set in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Typeface {
    /// 宋体, for statutory papers (Noto Serif SC).
    Song,
    /// 黑体, for lists and screens (Noto Sans SC).
    Hei,
}

/// One font file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(crate) enum FaceId {
    SerifRegular,
    SerifBold,
    SansRegular,
    SansBold,
    Rare,
}

impl FaceId {
    const ALL: [Self; 5] = [
        Self::SerifRegular,
        Self::SerifBold,
        Self::SansRegular,
        Self::SansBold,
        Self::Rare,
    ];

    pub(crate) const fn file(self) -> &'static str {
        match self {
            Self::SerifRegular => "serif-Regular.ttf",
            Self::SerifBold => "serif-Bold.ttf",
            Self::SansRegular => "sc-Regular.ttf",
            Self::SansBold => "sc-Bold.ttf",
            Self::Rare => "rare.ttf",
        }
    }

    /// The name the embedded subset carries in the PDF.
    pub(crate) const fn name(self) -> &'static str {
        match self {
            Self::SerifRegular => "NotoSerifSC-Regular",
            Self::SerifBold => "NotoSerifSC-Bold",
            Self::SansRegular => "NotoSansSC-Regular",
            Self::SansBold => "NotoSansSC-Bold",
            Self::Rare => "HanaMinB",
        }
    }

    /// The family a reader may take instead, where it has it.
    pub(crate) const fn family(self) -> &'static str {
        match self {
            Self::SerifRegular | Self::SerifBold => "Noto Serif SC",
            Self::SansRegular | Self::SansBold => "Noto Sans SC",
            Self::Rare => "HanaMinB",
        }
    }

    pub(crate) const fn is_bold(self) -> bool {
        matches!(self, Self::SerifBold | Self::SansBold)
    }

    /// The share of a thermal head's dot that must be inked for it to burn, so that at 24 dots no
    /// thin stroke of the face is lost and none runs into its neighbour.
    pub(crate) const fn least_share(self) -> f32 {
        match self {
            Self::SansRegular | Self::SansBold => 0.35,
            Self::SerifRegular | Self::SerifBold => 0.25,
            Self::Rare => 0.22,
        }
    }

    /// The faces asked for a character, first to last.
    const fn chain(typeface: Typeface, bold: bool) -> &'static [Self] {
        use FaceId::{Rare, SansBold, SansRegular, SerifBold, SerifRegular};
        match (typeface, bold) {
            (Typeface::Song, false) => &[SerifRegular, SansRegular, Rare],
            (Typeface::Song, true) => &[SerifBold, SerifRegular, SansRegular, Rare],
            (Typeface::Hei, false) => &[SansRegular, SerifRegular, Rare],
            (Typeface::Hei, true) => &[SansBold, SansRegular, SerifRegular, Rare],
        }
    }
}

#[derive(Debug)]
struct Source {
    path: PathBuf,
    bytes: OnceLock<Vec<u8>>,
}

/// The faces of one folder. Loaded once and shared; a face's bytes stay in
/// memory only after a document has needed it.
#[derive(Debug)]
pub struct FontSet {
    sources: [Source; FaceId::ALL.len()],
}

impl FontSet {
    /// Opens the faces in `dir` (`serif-Regular.ttf`, `serif-Bold.ttf`,
    /// `sc-Regular.ttf`, `sc-Bold.ttf`, `rare.ttf`).
    ///
    /// # Errors
    /// When a file is missing, too large or no font.
    pub fn load(dir: &Path) -> Result<Self, FontError> {
        for id in FaceId::ALL {
            check_header(id.file(), &dir.join(id.file()))?;
        }
        let sources = FaceId::ALL.map(|id| Source {
            path: dir.join(id.file()),
            bytes: OnceLock::new(),
        });
        Ok(Self { sources })
    }

    /// The whole file of one face.
    pub(crate) fn bytes(&self, id: FaceId) -> Result<&[u8], FontError> {
        let source = &self.sources[id as usize];
        if let Some(bytes) = source.bytes.get() {
            return Ok(bytes);
        }
        let bytes = fs::read(&source.path).map_err(|error| FontError::Unreadable {
            file: id.file(),
            source: error,
        })?;
        Ok(source.bytes.get_or_init(|| bytes))
    }

    pub(crate) fn face(&self, id: FaceId) -> Result<Face<'_>, FontError> {
        Face::parse(self.bytes(id)?, 0).map_err(|_| FontError::Malformed { file: id.file() })
    }
}

fn check_header(file: &'static str, path: &Path) -> Result<(), FontError> {
    let unreadable = |source| FontError::Unreadable { file, source };
    let mut opened = File::open(path).map_err(unreadable)?;
    let bytes = opened.metadata().map_err(unreadable)?.len();
    if bytes > MOST_BYTES {
        return Err(FontError::TooLarge { file, bytes });
    }
    let mut magic = [0_u8; 4];
    opened
        .read_exact(&mut magic)
        .map_err(|_| FontError::Malformed { file })?;
    match &magic {
        [0, 1, 0, 0] | b"true" | b"OTTO" => Ok(()),
        _ => Err(FontError::Malformed { file }),
    }
}

/// A character's place in a face.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Glyph {
    pub(crate) face: FaceId,
    pub(crate) gid: u16,
    /// Advance in em.
    pub(crate) advance: f32,
}

/// Finds glyphs for one document; parses each face at most once.
pub(crate) struct Resolver<'a> {
    fonts: &'a FontSet,
    faces: [Option<Face<'a>>; FaceId::ALL.len()],
}

impl<'a> Resolver<'a> {
    pub(crate) const fn new(fonts: &'a FontSet) -> Self {
        Self {
            fonts,
            faces: [const { None }; FaceId::ALL.len()],
        }
    }

    /// The first glyph in the family's chain that draws `ch`.
    pub(crate) fn glyph(
        &mut self,
        ch: char,
        typeface: Typeface,
        bold: bool,
    ) -> Result<Option<Glyph>, FontError> {
        for &id in FaceId::chain(typeface, bold) {
            let face = self.face(id)?;
            if let Some(gid) = face.glyph_index(ch).filter(|gid| gid.0 != 0) {
                let em = f32::from(face.units_per_em());
                let advance = f32::from(face.glyph_hor_advance(gid).unwrap_or(0)) / em;
                return Ok(Some(Glyph {
                    face: id,
                    gid: gid.0,
                    advance,
                }));
            }
        }
        Ok(None)
    }

    fn face(&mut self, id: FaceId) -> Result<&Face<'a>, FontError> {
        let slot = &mut self.faces[id as usize];
        match slot {
            Some(face) => Ok(face),
            None => Ok(slot.insert(self.fonts.face(id)?)),
        }
    }
}

/// The characters of `text` that no shipped face draws, each once, in order of
/// code point. A face that cannot be read counts as drawing nothing.
#[must_use]
pub fn coverage(text: &str, fonts: &FontSet) -> Vec<char> {
    let mut resolver = Resolver::new(fonts);
    let mut missing: Vec<char> = printable(text)
        .chars()
        .filter(|&ch| ch != '\n')
        .filter(|&ch| !matches!(resolver.glyph(ch, Typeface::Song, false), Ok(Some(_))))
        .collect();
    missing.sort_unstable();
    missing.dedup();
    missing
}
