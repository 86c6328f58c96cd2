//! From the bytes of ESC/POS to what a person would see on the roll.

use encoding_rs::GBK;

/// One thing a ticket printer was told to do.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum TicketEvent {
    /// `ESC @`: everything as after switching on.
    Init,
    /// `FS &` or `FS .`: whether two bytes make a Chinese character.
    Kanji(bool),
    /// `ESC a`: 0 left, 1 centre, 2 right.
    Align(u8),
    /// `ESC E`.
    Bold(bool),
    /// `GS !`: width times in the high half, height times in the low half, both less one.
    Size(u8),
    /// Characters, decoded as GBK.
    Text(String),
    /// The line is printed.
    Line,
    /// `ESC d`: so many empty lines.
    Feed(u8),
    /// `GS V`: the mode, 65 and 66 after feeding.
    Cut(u8),
    /// A symbol of `GS ( k`, by its content.
    Qr(Vec<u8>),
    /// A picture; bands of one width that follow one another are one picture.
    Raster(Bitmap),
    /// A command that changes how the next things look, and is not shown here, by its bytes.
    Setting(Vec<u8>),
    /// A byte that begins no command of this printer.
    Strange(u8),
}

/// Dots, row by row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Bitmap {
    /// Width in dots, a multiple of eight.
    pub width: usize,
    /// Height in dots.
    pub height: usize,
    /// Eight dots a byte, the leftmost highest; 1 is dark.
    pub rows: Vec<u8>,
}

impl Bitmap {
    /// Whether the dot is dark; outside there is none.
    #[must_use]
    pub fn is_dark(&self, x: usize, y: usize) -> bool {
        let byte = self.rows.get(y * self.width / 8 + x / 8);
        x < self.width && byte.is_some_and(|byte| byte & (0x80 >> (x % 8)) != 0)
    }
}

/// What a byte sequence turned out to be.
enum Item {
    Event(TicketEvent),
    /// `DLE EOT n`, to be answered at once.
    Question(u8),
    /// Changes nothing anybody sees.
    Nothing,
}

/// Decodes a stream of bytes, however it is cut into pieces.
#[derive(Default)]
pub(super) struct Decoder {
    pending: Vec<u8>,
    text: Vec<u8>,
    symbol: Vec<u8>,
    events: Vec<TicketEvent>,
}

impl Decoder {
    /// Takes bytes; the questions among them are handed back.
    pub(super) fn feed(&mut self, bytes: &[u8]) -> Vec<u8> {
        self.pending.extend(bytes);
        let pending = std::mem::take(&mut self.pending);
        let mut rest = pending.as_slice();
        let mut questions = Vec::new();
        while let Some(&byte) = rest.first() {
            if byte >= 0x20 {
                self.text.push(byte);
                rest = &rest[1..];
                continue;
            }
            let Some((item, length)) = self.command(rest) else {
                break;
            };
            rest = &rest[length..];
            match item {
                Item::Event(event) => self.push(event),
                Item::Question(number) => questions.push(number),
                Item::Nothing => {}
            }
        }
        self.pending = rest.to_vec();
        questions
    }

    /// Everything so far.
    pub(super) fn events(&self) -> Vec<TicketEvent> {
        let mut events = self.events.clone();
        if !self.text.is_empty() {
            events.push(said(&self.text));
        }
        events
    }

    fn push(&mut self, event: TicketEvent) {
        if !self.text.is_empty() {
            let text = std::mem::take(&mut self.text);
            self.events.push(said(&text));
        }
        match (self.events.last_mut(), event) {
            (Some(TicketEvent::Raster(above)), TicketEvent::Raster(band))
                if above.width == band.width =>
            {
                above.height += band.height;
                above.rows.extend(band.rows);
            }
            (_, event) => self.events.push(event),
        }
    }

    /// The command at the beginning of `bytes` and its length; `None` when it is not whole.
    fn command(&mut self, bytes: &[u8]) -> Option<(Item, usize)> {
        let event = |event, length| Some((Item::Event(event), length));
        let setting = |length: usize| {
            let command = bytes.get(..length)?.to_vec();
            event(TicketEvent::Setting(command), length)
        };
        let at = |index: usize| bytes.get(index).copied();
        match (at(0)?, at(1)) {
            (0x0A, _) => event(TicketEvent::Line, 1),
            (0x0D, _) => Some((Item::Nothing, 1)),
            (0x10 | 0x1B | 0x1C | 0x1D, None) => None,
            (0x10, Some(0x04)) => Some((Item::Question(at(2)?), 3)),
            (0x1B, Some(0x40)) => event(TicketEvent::Init, 2),
            (0x1B, Some(0x61)) => event(TicketEvent::Align(at(2)?), 3),
            (0x1B, Some(0x45)) => event(TicketEvent::Bold(at(2)? & 1 == 1), 3),
            (0x1B, Some(0x64)) => event(TicketEvent::Feed(at(2)?), 3),
            (0x1B, Some(0x32)) => setting(2),
            (0x1B, Some(0x33 | 0x4A | 0x20 | 0x21 | 0x2D | 0x4D | 0x52 | 0x74)) => setting(3),
            (0x1C, Some(0x26)) => event(TicketEvent::Kanji(true), 2),
            (0x1C, Some(0x2E)) => event(TicketEvent::Kanji(false), 2),
            (0x1C, Some(0x21 | 0x2D | 0x57)) => setting(3),
            (0x1C, Some(0x53)) => setting(4),
            (0x1D, Some(0x21)) => event(TicketEvent::Size(at(2)?), 3),
            (0x1D, Some(0x4C | 0x57)) => setting(4),
            (0x1D, Some(0x56)) => match at(2)? {
                mode @ (65 | 66) => at(3).and_then(|_| event(TicketEvent::Cut(mode), 4)),
                mode => event(TicketEvent::Cut(mode), 3),
            },
            (0x1D, Some(0x76)) => raster(bytes),
            (0x1D, Some(0x28)) => self.extended(bytes),
            (byte, _) => event(TicketEvent::Strange(byte), 1),
        }
    }

    /// `GS ( x pL pH …`: symbols, and whatever else carries its length with it.
    fn extended(&mut self, bytes: &[u8]) -> Option<(Item, usize)> {
        let length = usize::from(u16::from_le_bytes([*bytes.get(3)?, *bytes.get(4)?]));
        let content = bytes.get(5..5 + length)?;
        let item = match (bytes[2], content) {
            // Store the content of a symbol: 49 80 48 …
            (0x6B, [49, 80, 48, symbol @ ..]) => {
                self.symbol = symbol.to_vec();
                Item::Nothing
            }
            (0x6B, [49, 81, ..]) => Item::Event(TicketEvent::Qr(self.symbol.clone())),
            _ => Item::Event(TicketEvent::Setting(bytes[..5 + length].to_vec())),
        };
        Some((item, 5 + length))
    }
}

/// `GS v 0 m xL xH yL yH` and the dots.
fn raster(bytes: &[u8]) -> Option<(Item, usize)> {
    const HEAD: usize = 8;
    let head = bytes.get(..HEAD)?;
    let columns = usize::from(u16::from_le_bytes([head[4], head[5]]));
    let height = usize::from(u16::from_le_bytes([head[6], head[7]]));
    let rows = bytes.get(HEAD..HEAD + columns * height)?.to_vec();
    let length = HEAD + rows.len();
    let band = Bitmap {
        width: columns * 8,
        height,
        rows,
    };
    Some((Item::Event(TicketEvent::Raster(band)), length))
}

fn said(text: &[u8]) -> TicketEvent {
    TicketEvent::Text(GBK.decode_without_bom_handling(text).0.into_owned())
}

#[cfg(test)]
mod tests {
    use super::{Bitmap, Decoder, TicketEvent};

    fn ticket() -> Vec<u8> {
        let mut bytes = b"\x1b@\x1c&\x1ba\x01\x1bE\x01\x1d!\x11".to_vec();
        bytes.extend([0xCA, 0xDC, 0xC0, 0xED, b'1', b'2', 0x0A]);
        bytes.extend(b"\x1dv0\x00\x02\x00\x01\x00\x80\x01");
        bytes.extend(b"\x1dv0\x00\x02\x00\x02\x00\x00\x00\xff\xff");
        bytes.extend(b"\x1d(k\x04\x001A2\x00\x1d(k\x06\x001P0abc\x1d(k\x03\x001Q0");
        bytes.extend(b"\x1bd\x03\x1dVB\x00");
        bytes
    }

    fn expected() -> Vec<TicketEvent> {
        let picture = Bitmap {
            width: 16,
            height: 3,
            rows: vec![0x80, 0x01, 0x00, 0x00, 0xFF, 0xFF],
        };
        assert!(picture.is_dark(0, 0) && picture.is_dark(15, 0) && !picture.is_dark(1, 1));
        vec![
            TicketEvent::Init,
            TicketEvent::Kanji(true),
            TicketEvent::Align(1),
            TicketEvent::Bold(true),
            TicketEvent::Size(0x11),
            TicketEvent::Text("受理12".to_owned()),
            TicketEvent::Line,
            TicketEvent::Raster(picture),
            TicketEvent::Setting(b"\x1d(k\x04\x001A2\x00".to_vec()),
            TicketEvent::Qr(b"abc".to_vec()),
            TicketEvent::Feed(3),
            TicketEvent::Cut(66),
        ]
    }

    #[test]
    fn a_ticket_is_read_the_same_whole_and_byte_by_byte() {
        let mut whole = Decoder::default();
        whole.feed(&ticket());
        assert_eq!(whole.events(), expected());
        let mut bytewise = Decoder::default();
        for byte in ticket() {
            bytewise.feed(&[byte]);
        }
        assert_eq!(bytewise.events(), expected());
    }

    #[test]
    fn a_question_inside_a_picture_is_dots() {
        let mut decoder = Decoder::default();
        let picture = b"\x1dv0\x00\x03\x00\x01\x00\x10\x04\x01";
        assert_eq!(decoder.feed(picture), []);
        assert_eq!(decoder.feed(b"\x10\x04\x02"), [2]);
    }
}
