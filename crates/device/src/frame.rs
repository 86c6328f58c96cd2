//! Frames of the 居民身份证验证安全控制模块 (GA 450): `AA AA AA 96 69 | LEN₂ | body | CHK`.
//!
//! LEN is big-endian and counts the body and CHK; CHK is the exclusive or of everything from
//! LEN to the byte before CHK. The parser is a pure state machine over whatever bytes the line
//! delivers: split, late, noisy, damaged. It never holds more than one frame's worth.

const PREAMBLE: [u8; 5] = [0xAA, 0xAA, 0xAA, 0x96, 0x69];
const HEADER_LEN: usize = PREAMBLE.len() + 2;
/// Shortest LEN on the line: a request's two command bytes and CHK.
const MIN_LEN: usize = 3;
/// Longest LEN of the protocol: text, photo and two fingerprints (2,321 bytes on the line).
pub const MAX_LEN: usize = 2314;

/// What the parser found in the bytes fed to it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Event {
    /// A whole frame with a right checksum: its body, without LEN and CHK.
    Frame(Vec<u8>),
    /// A preamble led to an impossible length or a wrong checksum; hunting goes on behind it.
    Damaged,
}

/// Finds frames in a stream of bytes; see the module's words on noise and splits.
#[derive(Debug, Default)]
pub struct FrameParser {
    held: Vec<u8>,
}

impl FrameParser {
    /// A parser that has seen nothing.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Forgets a frame begun but not ended.
    pub fn reset(&mut self) {
        self.held.clear();
    }

    /// Whether a frame has begun and its end has not come.
    #[must_use]
    pub fn is_inside_frame(&self) -> bool {
        self.held.len() >= PREAMBLE.len()
    }

    /// Takes bytes as they came and returns what they complete, in order.
    pub fn feed(&mut self, bytes: &[u8]) -> Vec<Event> {
        let mut events = Vec::new();
        for chunk in bytes.chunks(HEADER_LEN + MAX_LEN) {
            self.held.extend_from_slice(chunk);
            while let Some(event) = self.next_event() {
                events.push(event);
            }
        }
        events
    }

    fn next_event(&mut self) -> Option<Event> {
        self.drop_noise();
        let header = self.held.get(PREAMBLE.len()..HEADER_LEN)?;
        let len = usize::from(u16::from_be_bytes([header[0], header[1]]));
        if !(MIN_LEN..=MAX_LEN).contains(&len) {
            return Some(self.skip_damaged());
        }
        let framed = self.held.get(PREAMBLE.len()..HEADER_LEN + len)?;
        let (check, checked) = framed.split_last()?;
        if checksum(checked) != *check {
            return Some(self.skip_damaged());
        }
        let body = checked[2..].to_vec();
        self.held.drain(..HEADER_LEN + len);
        Some(Event::Frame(body))
    }

    /// Only the first byte goes: the real frame may begin inside the damaged one.
    fn skip_damaged(&mut self) -> Event {
        self.held.remove(0);
        Event::Damaged
    }

    /// Drops everything before the first place where a preamble stands or may be beginning.
    fn drop_noise(&mut self) {
        let start = (0..self.held.len())
            .find(|&at| {
                let rest = &self.held[at..];
                let common = rest.len().min(PREAMBLE.len());
                rest[..common] == PREAMBLE[..common]
            })
            .unwrap_or(self.held.len());
        self.held.drain(..start);
    }
}

fn checksum(bytes: &[u8]) -> u8 {
    bytes.iter().fold(0, |sum, byte| sum ^ byte)
}

/// The frame around `body`, or `None` when the body is too long for the protocol.
pub(crate) fn encode(body: &[u8]) -> Option<Vec<u8>> {
    let len = body.len() + 1;
    if len > MAX_LEN {
        return None;
    }
    let mut frame = PREAMBLE.to_vec();
    frame.extend_from_slice(&u16::try_from(len).ok()?.to_be_bytes());
    frame.extend_from_slice(body);
    frame.push(checksum(&frame[PREAMBLE.len()..]));
    Some(frame)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]

    use proptest::prelude::*;

    use super::{Event, FrameParser, HEADER_LEN, MAX_LEN, PREAMBLE, encode};

    const FOUND: [u8; 15] = [
        0xAA, 0xAA, 0xAA, 0x96, 0x69, 0x00, 0x08, 0x00, 0x00, 0x9F, 0x00, 0x00, 0x00, 0x00, 0x97,
    ];

    fn found() -> Event {
        Event::Frame(FOUND[7..14].to_vec())
    }

    #[test]
    fn a_published_capture_parses_to_its_body() {
        assert_eq!(FrameParser::new().feed(&FOUND), [found()]);
    }

    #[test]
    fn a_frame_split_at_every_byte_is_still_one_frame() {
        let mut parser = FrameParser::new();
        let events: Vec<_> = FOUND.iter().flat_map(|b| parser.feed(&[*b])).collect();
        assert_eq!(events, [found()]);
    }

    #[test]
    fn noise_that_looks_like_a_preamble_is_skipped() {
        let mut bytes = vec![0x00, 0x96, 0xAA, 0xAA, 0x69, 0xAA];
        bytes.extend(FOUND);
        assert_eq!(FrameParser::new().feed(&bytes), [found()]);
    }

    #[test]
    fn a_torn_frame_is_skipped_until_the_next_preamble() {
        let mut bytes = FOUND[..11].to_vec();
        bytes.extend(FOUND);
        assert_eq!(FrameParser::new().feed(&bytes), [Event::Damaged, found()]);
    }

    #[test]
    fn a_length_beyond_the_protocol_is_refused_before_its_bytes_come() {
        let mut bytes = PREAMBLE.to_vec();
        bytes.extend([0xFF, 0xFF]);
        let mut parser = FrameParser::new();
        assert_eq!(parser.feed(&bytes), [Event::Damaged]);
        assert_eq!(parser.feed(&FOUND), [found()]);
    }

    #[test]
    fn a_body_longer_than_the_protocol_has_no_frame() {
        assert!(encode(&vec![0; MAX_LEN]).is_none());
        assert!(encode(&vec![0; MAX_LEN - 1]).is_some());
    }

    proptest! {
        #[test]
        fn any_body_survives_any_split_behind_any_plain_noise(
            body in prop::collection::vec(any::<u8>(), 2..400),
            noise in prop::collection::vec(0u8..0x90, 0..40),
            step in 1usize..50,
        ) {
            let mut line = noise;
            line.extend(encode(&body).unwrap());
            let mut parser = FrameParser::new();
            let events: Vec<_> = line.chunks(step).flat_map(|part| parser.feed(part)).collect();
            prop_assert_eq!(events, [Event::Frame(body)]);
        }

        #[test]
        fn whatever_comes_no_more_than_one_frame_is_held(
            bytes in prop::collection::vec(prop::sample::select(vec![0xAA, 0x96, 0x69, 0, 4, 9]), 0..6000),
        ) {
            let mut parser = FrameParser::new();
            parser.feed(&bytes);
            prop_assert!(parser.held.len() < HEADER_LEN + MAX_LEN);
        }
    }
}
