//! Sheets, their margins, and what every page carries.

/// Points in a millimetre.
pub(crate) const MM: f32 = 72.0 / 25.4;

/// A sheet size.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, serde::Serialize, serde::Deserialize)]
pub enum Paper {
    /// 210 × 297 mm, upright.
    A4,
    /// 148 × 210 mm, upright.
    A5,
    /// A label of 100 × 180 mm, upright.
    Label,
    /// A roll 80 mm wide, printed on 72 mm of it: a page ends where its content does.
    Ticket80,
    /// A roll 58 mm wide, printed on 48 mm of it.
    Ticket58,
}

/// Dots of a thermal head in a millimetre: 576 on 72 mm, 384 on 48 mm.
pub(crate) const HEAD_DOTS_PER_MM: f32 = 8.0;

impl Paper {
    /// Whether a page is only as long as its content.
    #[must_use]
    pub const fn is_roll(self) -> bool {
        matches!(self, Self::Ticket80 | Self::Ticket58)
    }

    /// Width and height in millimetres; on a roll, the length at which a page is cut at the latest.
    #[must_use]
    pub const fn size_mm(self) -> (f32, f32) {
        match self {
            Self::A4 => (210.0, 297.0),
            Self::A5 => (148.0, 210.0),
            Self::Label => (100.0, 180.0),
            Self::Ticket80 => (80.0, 1000.0),
            Self::Ticket58 => (58.0, 1000.0),
        }
    }

    /// Side and vertical margins in millimetres; nothing is drawn in them.
    #[must_use]
    pub const fn margins_mm(self) -> (f32, f32) {
        match self {
            Self::A4 => (25.0, 15.0),
            Self::A5 => (13.0, 9.0),
            Self::Label => (5.0, 5.0),
            Self::Ticket80 => (4.0, 4.0),
            Self::Ticket58 => (5.0, 4.0),
        }
    }

    /// The factor on type sizes that suits the sheet.
    #[must_use]
    pub const fn scale(self) -> f32 {
        match self {
            Self::A4 => 1.0,
            Self::A5 => 0.76,
            Self::Label => 0.72,
            // Footers of 9 pt are 24 dots high, the least a thermal head sets clearly.
            Self::Ticket80 | Self::Ticket58 => 0.945,
        }
    }

    /// Side of a thermal head's dot in points; none on sheets, whose printers have finer ones.
    pub(crate) fn dot(self) -> Option<f32> {
        self.is_roll().then_some(MM / HEAD_DOTS_PER_MM)
    }
}

/// What stands on every page outside its content. Page numbers
/// (「第 x 页 共 y 页」) are always there.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Furniture {
    /// Top left: whose paper this is.
    pub header: String,
    /// Top right, below the copy mark, one line each.
    pub marks: Vec<String>,
    /// Bottom left: number, print time, template.
    pub footer: String,
    /// A framed line above everything, such as 「样例目录」.
    pub banner: Option<String>,
    /// Pale text across the page.
    pub watermark: Option<String>,
}
