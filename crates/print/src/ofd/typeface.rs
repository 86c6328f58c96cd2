//! A small font as a reader of OFD needs it: found by character, not by glyph
//! number, and complete by the font format's own rules.

use std::borrow::Cow;
use std::collections::BTreeMap;

use sha2::{Digest, Sha256};
use ttf_parser::{RawFace, Tag};

use crate::error::PrintError;
use crate::subset::SmallFont;

/// What the checksum of a whole font file comes to, after adjustment.
const WHOLE_SUM: u32 = 0xB1B0_AFBA;

/// The name of the small font. Readers keep fonts by name across documents, so
/// two that differ must not share one.
pub(super) fn name(font: &SmallFont<'_>) -> String {
    let digest = Sha256::digest(&font.bytes);
    let letters = digest
        .iter()
        .take(6)
        .map(|byte| char::from(b'A' + byte % 26));
    format!("{}+{}", letters.collect::<String>(), font.face.name())
}

/// The small font with the tables that cutting leaves out.
pub(super) fn usable(font: &SmallFont<'_>) -> Result<Vec<u8>, PrintError> {
    let unreadable = |_| PrintError::write(&format_args!("{} is unreadable", font.face.name()));
    let small = RawFace::parse(&font.bytes, 0).map_err(unreadable)?;
    let whole = RawFace::parse(font.whole, 0).map_err(unreadable)?;
    let mut tables: BTreeMap<Tag, Cow<'_, [u8]>> = BTreeMap::new();
    for record in small.table_records {
        if let Some(table) = small.table(record.tag) {
            tables.insert(record.tag, Cow::Borrowed(table));
        }
    }
    let measures = Tag::from_bytes(b"OS/2");
    if let Some(table) = whole.table(measures) {
        tables.insert(measures, Cow::Borrowed(table));
    }
    let characters = character_map(&font.chars);
    tables.insert(Tag::from_bytes(b"cmap"), Cow::Owned(characters));
    if let Some(head) = tables.get_mut(&Tag::from_bytes(b"head"))
        && let Some(adjustment) = head.to_mut().get_mut(8..12)
    {
        adjustment.fill(0);
    }
    let version = font.bytes.get(..4).unwrap_or(&[0, 1, 0, 0]);
    Ok(assemble(version, &tables))
}

/// A `cmap` with one table of format 12: every character and its glyph.
fn character_map(chars: &BTreeMap<char, u16>) -> Vec<u8> {
    const WINDOWS: u16 = 3;
    const ALL_OF_UNICODE: u16 = 10;
    let pairs: Vec<(u32, u32)> = chars
        .iter()
        .map(|(&ch, &gid)| (u32::from(ch), u32::from(gid)))
        .collect();
    let groups: Vec<&[(u32, u32)]> = pairs
        .chunk_by(|one, next| one.0 + 1 == next.0 && one.1 + 1 == next.1)
        .collect();
    let mut map = Vec::new();
    for short in [0, 1, WINDOWS, ALL_OF_UNICODE] {
        map.extend(short.to_be_bytes());
    }
    map.extend(12_u32.to_be_bytes());
    map.extend([0, 12, 0, 0]);
    let count = u32::try_from(groups.len()).unwrap_or(u32::MAX);
    for long in [16 + 12 * count, 0, count] {
        map.extend(long.to_be_bytes());
    }
    for group in groups {
        if let (Some(first), Some(last)) = (group.first(), group.last()) {
            for long in [first.0, last.0, first.1] {
                map.extend(long.to_be_bytes());
            }
        }
    }
    map
}

/// Tables into a font file, with its directory and checksums.
fn assemble(version: &[u8], tables: &BTreeMap<Tag, Cow<'_, [u8]>>) -> Vec<u8> {
    let count = u16::try_from(tables.len()).unwrap_or(u16::MAX);
    let selector = u16::try_from(count.max(1).ilog2()).unwrap_or(0);
    let range = 16 << selector;
    let mut file = version.to_vec();
    for short in [count, range, selector, count * 16 - range] {
        file.extend(short.to_be_bytes());
    }
    let mut place = 12 + 16 * tables.len();
    let mut head = None;
    for (tag, table) in tables {
        if *tag == Tag::from_bytes(b"head") {
            head = Some(place);
        }
        file.extend(tag.to_bytes());
        for long in [sum(table), long(place), long(table.len())] {
            file.extend(long.to_be_bytes());
        }
        place += table.len().next_multiple_of(4);
    }
    for table in tables.values() {
        file.extend_from_slice(table);
        file.resize(file.len().next_multiple_of(4), 0);
    }
    let adjustment = WHOLE_SUM.wrapping_sub(sum(&file));
    if let Some(place) = head
        && let Some(field) = file.get_mut(place + 8..place + 12)
    {
        field.copy_from_slice(&adjustment.to_be_bytes());
    }
    file
}

fn long(number: usize) -> u32 {
    u32::try_from(number).unwrap_or(u32::MAX)
}

/// The sum of big-endian words, the last filled up with zeros.
fn sum(bytes: &[u8]) -> u32 {
    bytes
        .chunks(4)
        .map(|word| {
            let mut filled = [0_u8; 4];
            filled[..word.len()].copy_from_slice(word);
            u32::from_be_bytes(filled)
        })
        .fold(0, u32::wrapping_add)
}
