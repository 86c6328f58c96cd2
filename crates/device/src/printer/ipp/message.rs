//! IPP messages on the wire (RFC 8010), as far as printing needs them.
//!
//! Reading is bounded by the caller's limit on bytes and by [`MAX_VALUES`], never recurses, and
//! passes over collections: nothing that is asked for here is one.

/// Values of one message that are read; more is no answer to any question asked here.
const MAX_VALUES: usize = 8192;
/// How deep collections may lie in one another.
const MAX_DEPTH: usize = 16;
/// IPP 1.1, which every printer and every print service speaks.
const VERSION: [u8; 2] = [1, 1];

const END_OF_ATTRIBUTES: u8 = 0x03;
const BEGIN_COLLECTION: u8 = 0x34;
const END_COLLECTION: u8 = 0x37;

/// Which group an attribute stands in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct GroupTag(u8);

impl GroupTag {
    pub(crate) const OPERATION: Self = Self(0x01);
    pub(crate) const JOB: Self = Self(0x02);
    pub(crate) const PRINTER: Self = Self(0x04);
    pub(crate) const UNSUPPORTED: Self = Self(0x05);
}

/// One value with its type.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Value {
    tag: u8,
    bytes: Vec<u8>,
}

impl Value {
    pub(crate) fn integer(value: i32) -> Self {
        Self::of(0x21, value.to_be_bytes())
    }

    pub(crate) fn boolean(value: bool) -> Self {
        Self::of(0x22, [u8::from(value)])
    }

    pub(crate) fn enumerated(value: i32) -> Self {
        Self::of(0x23, value.to_be_bytes())
    }

    #[cfg(target_os = "linux")]
    pub(crate) fn text(text: &str) -> Self {
        Self::of(0x41, text)
    }

    pub(crate) fn name(text: &str) -> Self {
        Self::of(0x42, text)
    }

    pub(crate) fn keyword(text: &str) -> Self {
        Self::of(0x44, text)
    }

    pub(crate) fn uri(text: &str) -> Self {
        Self::of(0x45, text)
    }

    pub(crate) fn charset(text: &str) -> Self {
        Self::of(0x47, text)
    }

    pub(crate) fn language(text: &str) -> Self {
        Self::of(0x48, text)
    }

    pub(crate) fn media_type(text: &str) -> Self {
        Self::of(0x49, text)
    }

    fn of(tag: u8, bytes: impl AsRef<[u8]>) -> Self {
        Self {
            tag,
            bytes: bytes.as_ref().to_vec(),
        }
    }

    /// The number of an integer or an enumerated value.
    pub(crate) fn as_number(&self) -> Option<i32> {
        let bytes = self.bytes.as_slice().try_into().ok()?;
        matches!(self.tag, 0x21 | 0x23).then(|| i32::from_be_bytes(bytes))
    }

    pub(crate) fn as_bool(&self) -> Option<bool> {
        (self.tag == 0x22 && self.bytes.len() == 1).then(|| self.bytes[0] != 0)
    }

    /// The text of a keyword, name, text, URI or media type.
    pub(crate) fn as_text(&self) -> Option<&str> {
        let is_text = (0x41..=0x49).contains(&self.tag);
        std::str::from_utf8(&self.bytes).ok().filter(|_| is_text)
    }
}

/// A request or an answer without its document.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Message {
    /// The operation of a request, the status of an answer.
    pub(crate) code: u16,
    /// Links an answer to its request.
    pub(crate) request: i32,
    groups: Vec<(GroupTag, Vec<Attribute>)>,
}

/// A name and its values.
type Attribute = (String, Vec<Value>);

/// Bytes that are no IPP message, or a larger one than is read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Malformed;

impl Message {
    /// A message in UTF-8 with nothing in it yet. Its language is English, so that what a print
    /// service only says in words is said in words that are known.
    pub(crate) fn new(code: u16, request: i32) -> Self {
        let bare = Self {
            code,
            request,
            groups: Vec::new(),
        };
        bare.group(GroupTag::OPERATION)
            .with("attributes-charset", Value::charset("utf-8"))
            .with("attributes-natural-language", Value::language("en"))
    }

    /// Begins another group.
    #[must_use]
    pub(crate) fn group(mut self, tag: GroupTag) -> Self {
        self.groups.push((tag, Vec::new()));
        self
    }

    /// Puts an attribute with one value into the last group.
    #[must_use]
    pub(crate) fn with(self, name: &str, value: Value) -> Self {
        self.with_all(name, vec![value])
    }

    /// Puts an attribute into the last group.
    #[must_use]
    pub(crate) fn with_all(mut self, name: &str, values: Vec<Value>) -> Self {
        if let Some((_, attributes)) = self.groups.last_mut() {
            attributes.push((name.to_owned(), values));
        }
        self
    }

    /// The values of an attribute in the first group of this kind that has it.
    pub(crate) fn values(&self, tag: GroupTag, name: &str) -> &[Value] {
        self.groups_of(tag)
            .map(|group| group.values(name))
            .find(|values| !values.is_empty())
            .unwrap_or_default()
    }

    /// Every group of this kind; an answer has one for each printer or job.
    pub(crate) fn groups_of(&self, tag: GroupTag) -> impl Iterator<Item = Group<'_>> {
        let groups = self.groups.iter().filter(move |(of, _)| *of == tag);
        groups.map(|(_, attributes)| Group(attributes))
    }

    /// The bytes, to be followed by the document.
    pub(crate) fn encode(&self) -> Vec<u8> {
        let mut bytes = VERSION.to_vec();
        bytes.extend(self.code.to_be_bytes());
        bytes.extend(self.request.to_be_bytes());
        for (tag, attributes) in &self.groups {
            bytes.push(tag.0);
            for (name, values) in attributes {
                for (index, value) in values.iter().enumerate() {
                    bytes.push(value.tag);
                    // A further value of the same attribute has no name.
                    put(&mut bytes, if index == 0 { name.as_bytes() } else { b"" });
                    put(&mut bytes, &value.bytes);
                }
            }
        }
        bytes.push(END_OF_ATTRIBUTES);
        bytes
    }

    /// Reads a message; what follows it is the document.
    pub(crate) fn decode(bytes: &[u8]) -> Result<(Self, &[u8]), Malformed> {
        let mut wire = Wire(bytes);
        if wire.take(2)?[0] > 2 {
            return Err(Malformed);
        }
        let code = u16::from_be_bytes(wire.array()?);
        let request = i32::from_be_bytes(wire.array()?);
        let mut message = Self {
            code,
            request,
            groups: Vec::new(),
        };
        let mut depth = 0_usize;
        for _ in 0..MAX_VALUES {
            match wire.array::<1>()?[0] {
                END_OF_ATTRIBUTES if depth == 0 => return Ok((message, wire.0)),
                tag @ 0x00..=0x0F if depth == 0 => message.groups.push((GroupTag(tag), Vec::new())),
                0x00..=0x0F => return Err(Malformed),
                tag => {
                    let name = wire.counted()?;
                    let value = wire.counted()?;
                    if depth == 0 {
                        message.read(tag, name, value)?;
                    }
                    depth = match tag {
                        BEGIN_COLLECTION => depth + 1,
                        END_COLLECTION => depth.checked_sub(1).ok_or(Malformed)?,
                        _ => depth,
                    };
                }
            }
            if depth > MAX_DEPTH {
                return Err(Malformed);
            }
        }
        Err(Malformed)
    }

    fn read(&mut self, tag: u8, name: &[u8], value: &[u8]) -> Result<(), Malformed> {
        let (_, attributes) = self.groups.last_mut().ok_or(Malformed)?;
        let value = Value::of(tag, value);
        if name.is_empty() {
            let (_, values) = attributes.last_mut().ok_or(Malformed)?;
            values.push(value);
        } else {
            let name = std::str::from_utf8(name).map_err(|_| Malformed)?;
            attributes.push((name.to_owned(), vec![value]));
        }
        Ok(())
    }
}

/// The attributes of one group.
#[derive(Clone, Copy)]
pub(crate) struct Group<'a>(&'a [Attribute]);

impl<'a> Group<'a> {
    /// The values of an attribute; empty when it is not there.
    pub(crate) fn values(self, name: &str) -> &'a [Value] {
        let found = self.0.iter().find(|(of, _)| of == name);
        found
            .map(|(_, values)| values.as_slice())
            .unwrap_or_default()
    }
}

/// Writes a string with its length before it. Nothing longer is ever written here; were it, it
/// would be cut rather than make the message mean something else.
fn put(bytes: &mut Vec<u8>, text: &[u8]) {
    let length = u16::try_from(text.len()).unwrap_or(u16::MAX);
    bytes.extend(length.to_be_bytes());
    bytes.extend(&text[..usize::from(length)]);
}

struct Wire<'a>(&'a [u8]);

impl<'a> Wire<'a> {
    fn take(&mut self, count: usize) -> Result<&'a [u8], Malformed> {
        let (taken, rest) = self.0.split_at_checked(count).ok_or(Malformed)?;
        self.0 = rest;
        Ok(taken)
    }

    fn array<const N: usize>(&mut self) -> Result<[u8; N], Malformed> {
        self.take(N)?.try_into().map_err(|_| Malformed)
    }

    fn counted(&mut self) -> Result<&'a [u8], Malformed> {
        let length = u16::from_be_bytes(self.array()?);
        self.take(usize::from(length))
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::{GroupTag, MAX_VALUES, Malformed, Message, Value};

    fn sample() -> Message {
        Message::new(0x0002, 7)
            .with("printer-uri", Value::uri("ipp://localhost/printers/a"))
            .group(GroupTag::JOB)
            .with("copies", Value::integer(2))
            .with("fidelity", Value::boolean(true))
            .with_all(
                "reasons",
                vec![Value::keyword("media-empty"), Value::keyword("paused")],
            )
    }

    #[test]
    fn a_message_is_read_as_it_was_written_and_the_document_follows_it() {
        let bytes = [sample().encode(), b"%PDF".to_vec()].concat();
        let (read, document) = Message::decode(&bytes).unwrap();
        assert_eq!(read, sample());
        assert_eq!(document, b"%PDF");
        let reasons = read.values(GroupTag::JOB, "reasons");
        assert_eq!(reasons[1].as_text(), Some("paused"));
        assert_eq!(read.values(GroupTag::JOB, "copies")[0].as_number(), Some(2));
        assert_eq!(read.values(GroupTag::PRINTER, "copies"), []);
    }

    #[test]
    fn a_message_has_the_bytes_of_the_standard() {
        let bytes = Message::new(0x000B, 1).encode();
        let expected = b"\x01\x01\x00\x0b\x00\x00\x00\x01\x01\
            \x47\x00\x12attributes-charset\x00\x05utf-8\
            \x48\x00\x1battributes-natural-language\x00\x02en\x03";
        assert_eq!(bytes, expected);
    }

    #[test]
    fn collections_are_passed_over() {
        let mut bytes = Message::new(0, 1).encode();
        bytes.pop();
        bytes.extend(b"\x04\x34\x00\x04size\x00\x00");
        bytes.extend(b"\x4a\x00\x00\x00\x01x\x21\x00\x00\x00\x04\x00\x00\x00\x01");
        bytes.extend(b"\x34\x00\x00\x00\x00\x37\x00\x00\x00\x00\x37\x00\x00\x00\x00");
        bytes.extend(b"\x23\x00\x05state\x00\x04\x00\x00\x00\x03\x03");
        let (read, _) = Message::decode(&bytes).unwrap();
        let state = read.values(GroupTag::PRINTER, "state");
        assert_eq!(state[0].as_number(), Some(3));
    }

    #[test]
    fn a_message_without_end_too_deep_or_too_large_is_malformed() {
        let head = || {
            let mut bytes = Message::new(0, 1).encode();
            bytes.pop();
            bytes.push(0x04);
            bytes
        };
        let more = |piece: &[u8], count: usize| {
            let mut bytes = head();
            (0..count).for_each(|_| bytes.extend(piece));
            bytes
        };
        for bytes in [
            head(),
            more(b"\x34\x00\x01a\x00\x00", 17),
            more(b"\x37\x00\x01a\x00\x00", 1),
            more(b"\x44\x00\x01a\x00\x01b", MAX_VALUES),
            more(b"\x44\x00\x01a\xff\xffb", 1),
            b"\x01\x01\x00\x00\x00\x00\x00\x01\x44\x00\x01a\x00\x01b\x03".to_vec(),
            b"HTTP/1.1 200 OK".to_vec(),
        ] {
            assert_eq!(Message::decode(&bytes).unwrap_err(), Malformed);
        }
    }

    proptest! {
        #[test]
        fn no_bytes_make_the_reader_fall_over(
            body in prop::collection::vec(any::<u8>(), 0..200),
        ) {
            let bytes = [&b"\x01\x01\x00\x00\x00\x00\x00\x01\x04"[..], &body].concat();
            let _ = Message::decode(&bytes);
        }
    }
}
