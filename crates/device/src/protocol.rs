//! Commands and answers of the module, between frames and meaning.

use crate::ReaderError;
use crate::card::TEXT_BLOCK_LEN;
use crate::frame;

/// SW3 of a command carried out.
pub(crate) const SW_OK: u8 = 0x90;
/// SW3 of a find that found a card.
pub(crate) const SW_FOUND: u8 = 0x9F;
/// SW3: no card.
pub(crate) const SW_NO_CARD: u8 = 0x80;
/// SW3: select failed.
pub(crate) const SW_SELECT_FAILED: u8 = 0x81;
/// SW3: read failed.
pub(crate) const SW_READ_FAILED: u8 = 0x41;

/// Bytes before the text block in the answer to a read: two big-endian lengths.
const LENGTHS: usize = 4;
const PHOTO_LEN: usize = 1024;

/// What the program asks of the module (GA 450).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Command {
    /// Resets the module.
    Reset,
    /// Asks whether the module is well.
    Status,
    /// Looks for a card in the field.
    Find,
    /// Selects the card found.
    Select,
    /// Reads text and photo of the selected card.
    ReadText,
}

impl Command {
    const ALL: [Self; 5] = [
        Self::Reset,
        Self::Status,
        Self::Find,
        Self::Select,
        Self::ReadText,
    ];

    /// Command and parameter byte.
    fn bytes(self) -> [u8; 2] {
        match self {
            Self::Reset => [0x10, 0xFF],
            Self::Status => [0x11, 0xFF],
            Self::Find => [0x20, 0x01],
            Self::Select => [0x20, 0x02],
            Self::ReadText => [0x30, 0x01],
        }
    }

    /// The request as it goes on the line.
    pub(crate) fn frame(self) -> Vec<u8> {
        frame::encode(&self.bytes()).unwrap_or_default()
    }

    /// The command a request's body stands for.
    pub(crate) fn from_body(body: &[u8]) -> Option<Self> {
        Self::ALL
            .into_iter()
            .find(|command| command.bytes() == *body)
    }
}

/// An answer: the third status byte and what follows it.
#[derive(Debug)]
pub(crate) struct Reply {
    pub(crate) sw: u8,
    data: Vec<u8>,
}

impl Reply {
    pub(crate) fn parse(mut body: Vec<u8>) -> Option<Self> {
        let sw = *body.get(2)?;
        body.drain(..3);
        Some(Self { sw, data: body })
    }

    /// Whether this can be the answer to `command`; a late answer to an earlier one cannot.
    pub(crate) fn answers(&self, command: Command) -> bool {
        match (command, self.sw) {
            (Command::Find, SW_FOUND) => self.data.len() == 4,
            (Command::Find, SW_OK) | (_, SW_FOUND) => false,
            (Command::Reset | Command::Status, SW_OK) => self.data.is_empty(),
            (Command::Select, SW_OK) => self.data.len() == 8,
            (Command::ReadText, SW_OK) => self.data.len() >= LENGTHS + TEXT_BLOCK_LEN,
            _ => self.data.is_empty(),
        }
    }

    /// The text block of an answer to [`Command::ReadText`]; the photo behind it is dropped.
    pub(crate) fn into_text_block(self) -> Result<[u8; TEXT_BLOCK_LEN], ReaderError> {
        let breach = ReaderError::Malformed { field: "lengths" };
        let (lengths, rest) = self
            .data
            .split_first_chunk::<LENGTHS>()
            .ok_or(breach.clone())?;
        let text = usize::from(u16::from_be_bytes([lengths[0], lengths[1]]));
        let photo = usize::from(u16::from_be_bytes([lengths[2], lengths[3]]));
        if text != TEXT_BLOCK_LEN || photo > PHOTO_LEN || rest.len() != text + photo {
            return Err(breach);
        }
        rest.first_chunk::<TEXT_BLOCK_LEN>().copied().ok_or(breach)
    }

    /// `Ok` for 90 and 9F, else what the status byte means.
    pub(crate) fn outcome(&self) -> Result<(), ReaderError> {
        match self.sw {
            SW_OK | SW_FOUND => Ok(()),
            SW_NO_CARD => Err(ReaderError::NoCard),
            SW_SELECT_FAILED => Err(ReaderError::SelectFailed),
            SW_READ_FAILED | 0x91 => Err(ReaderError::ReadFailed),
            0x10 | 0x11 => Err(ReaderError::Garbled),
            sw @ (0x31 | 0x32 | 0x33 | 0x40 | 0x47) => Err(ReaderError::CardRejected { sw }),
            sw => Err(ReaderError::ModuleFault { sw }),
        }
    }
}

/// The body of an answer, as the simulated module sends it.
pub(crate) fn reply_body(sw: u8, data: &[u8]) -> Vec<u8> {
    [&[0, 0, sw], data].concat()
}

/// The data of a good answer to [`Command::ReadText`].
pub(crate) fn read_data(text: &[u8; TEXT_BLOCK_LEN], photo: &[u8; PHOTO_LEN]) -> Vec<u8> {
    [&[0x01, 0x00, 0x04, 0x00], text.as_slice(), photo].concat()
}

#[cfg(test)]
mod tests {
    use super::Command;

    #[test]
    fn requests_equal_the_published_frames() {
        let tail = |command: Command| command.frame().split_off(5);
        assert_eq!(tail(Command::Reset), [0x00, 0x03, 0x10, 0xFF, 0xEC]);
        assert_eq!(tail(Command::Status), [0x00, 0x03, 0x11, 0xFF, 0xED]);
        assert_eq!(tail(Command::Find), [0x00, 0x03, 0x20, 0x01, 0x22]);
        assert_eq!(tail(Command::Select), [0x00, 0x03, 0x20, 0x02, 0x21]);
        assert_eq!(tail(Command::ReadText), [0x00, 0x03, 0x30, 0x01, 0x32]);
    }
}
