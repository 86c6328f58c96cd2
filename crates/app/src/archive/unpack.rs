//! Reading the container, from its first byte to its last, once, and holding no part of it.
//!
//! A byte that is not what the writer would have written there is refused; nothing is searched for and
//! nothing is skipped, so no length or place told in the file is ever followed further than its bytes.

use std::{
    collections::BTreeSet,
    io::{self, Read},
};

use super::{
    DIGESTS, METADATA, MOST_PARTS, PAGES, PAPERS, PROCESS,
    container::{BEFORE_NAME, Directory, LOCAL, Stored},
    error::ArchiveError,
};

/// Bytes of a part read at once.
const RUN: usize = 64 * 1024;
/// No part's name is longer, in bytes.
const LONGEST_NAME: usize = 255;

/// Who is told of the parts, in their order.
pub(super) trait Parts {
    /// A part begins.
    fn begin(&mut self, path: &str);
    /// Some of its bytes.
    ///
    /// # Errors
    /// [`ArchiveError::TooMuch`].
    fn take(&mut self, run: &[u8]) -> Result<(), ArchiveError>;
    /// It ended; whether its bytes are those its CRC was made of.
    fn end(&mut self, sound: bool);
}

/// Reads a whole container.
///
/// # Errors
/// [`ArchiveError`].
pub(super) fn unpack(mut from: impl Read, parts: &mut impl Parts) -> Result<(), ArchiveError> {
    let mut directory = Directory::default();
    let mut seen = BTreeSet::new();
    let mut last = String::new();
    loop {
        let mut start = [0; BEFORE_NAME];
        let layout = || ArchiveError::Layout {
            place: last.clone(),
        };
        let signature = fill(&mut from, &mut start[..4])?;
        if signature < 4 || start[..4] != LOCAL {
            return end(from, directory, &start[..signature]).map_err(|error| at(error, &last));
        }
        if fill(&mut from, &mut start[4..])? < BEFORE_NAME - 4 {
            return Err(layout());
        }
        let path = name(&mut from, &start, &last)?;
        let told = Stored {
            path: &path,
            crc: four(&start, 14),
            length: four(&start, 18),
        };
        if told.header()[..BEFORE_NAME] != start {
            return Err(ArchiveError::Layout { place: path });
        }
        if !seen.insert(path.clone()) {
            return Err(ArchiveError::Twice { name: path });
        }
        if seen.len() > MOST_PARTS || directory.list(told).is_none() {
            return Err(ArchiveError::TooMuch { place: path });
        }
        parts.begin(&path);
        let crc = content(&mut from, told.length, parts).map_err(|error| at(error, &path))?;
        parts.end(crc == told.crc);
        last = path;
    }
}

/// Names the place in what does not know it.
fn at(error: ArchiveError, place: &str) -> ArchiveError {
    let place = place.to_owned();
    match error {
        ArchiveError::Layout { .. } => ArchiveError::Layout { place },
        ArchiveError::TooMuch { .. } => ArchiveError::TooMuch { place },
        other => other,
    }
}

fn layout() -> ArchiveError {
    ArchiveError::Layout {
        place: String::new(),
    }
}

/// The number of four bytes at a place of a header.
fn four(start: &[u8; BEFORE_NAME], place: usize) -> u32 {
    let bytes = start[place..].first_chunk().copied().unwrap_or_default();
    u32::from_le_bytes(bytes)
}

/// The name that follows a header.
fn name(
    from: &mut impl Read,
    start: &[u8; BEFORE_NAME],
    last: &str,
) -> Result<String, ArchiveError> {
    let length = usize::from(u16::from_le_bytes([start[26], start[27]]));
    if length > LONGEST_NAME {
        let name = format!("{length} bytes");
        return Err(ArchiveError::Name { name });
    }
    let mut bytes = vec![0; length];
    if fill(from, &mut bytes)? < length {
        return Err(at(layout(), last));
    }
    match String::from_utf8(bytes) {
        Ok(name) if is_of_package(&name) => Ok(name),
        Ok(name) => Err(ArchiveError::Name {
            name: name.escape_debug().to_string(),
        }),
        Err(error) => Err(ArchiveError::Name {
            name: error.as_bytes().escape_ascii().to_string(),
        }),
    }
}

/// Whether a package has parts of such a name: the three texts, or a file right in one of the two
/// folders.
fn is_of_package(name: &str) -> bool {
    if matches!(name, METADATA | PROCESS | DIGESTS) {
        return true;
    }
    let plain = |file: &str| {
        !file.is_empty()
            && !file.starts_with('.')
            && !file.contains(['/', '\\', ':'])
            && !file.contains(char::is_control)
    };
    name.split_once('/')
        .is_some_and(|(folder, file)| [PAPERS, PAGES].contains(&folder) && plain(file))
}

/// Hands the bytes of a part on and gives their CRC-32.
fn content(from: &mut impl Read, length: u32, parts: &mut impl Parts) -> Result<u32, ArchiveError> {
    let mut crc = crc32fast::Hasher::new();
    let mut run = vec![0; RUN];
    let mut left = length as usize;
    while left > 0 {
        let wanted = left.min(RUN);
        if fill(from, &mut run[..wanted])? < wanted {
            return Err(layout());
        }
        crc.update(&run[..wanted]);
        parts.take(&run[..wanted])?;
        left -= wanted;
    }
    Ok(crc.finalize())
}

/// Whether what is left, `start` with it, is the directory of exactly these parts and nothing more.
fn end(from: impl Read, directory: Directory, start: &[u8]) -> Result<(), ArchiveError> {
    let expected = directory.end().ok_or_else(layout)?;
    let rest = expected.strip_prefix(start).ok_or_else(layout)?;
    let mut found = Vec::new();
    from.take(rest.len() as u64 + 1).read_to_end(&mut found)?;
    if found == rest { Ok(()) } else { Err(layout()) }
}

/// As many bytes as there are, up to the whole of `into`.
fn fill(from: &mut impl Read, into: &mut [u8]) -> io::Result<usize> {
    let mut filled = 0;
    while filled < into.len() {
        match from.read(&mut into[filled..]) {
            Ok(0) => break,
            Ok(read) => filled += read,
            Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
            Err(error) => return Err(error),
        }
    }
    Ok(filled)
}
