//! How heavy a paper is, which characters its faces have, and that they are the ones that were made.

use std::collections::BTreeSet;
use std::fs;

use data_encoding::HEXLOWER;
use encoding_rs::GB18030;
use sha2::{Digest, Sha256};
use yichuang_print::{coverage, render};

use crate::samples::{self, font_dir, fonts};

/// Four-byte codes of GB 18030-2022 that hold ideographs, and how many.
const FOUR_BYTES: [(u32, u32, usize); 7] = [
    (0x8139_EE39, 0x8235_8738, 6530),  // Extension A
    (0x8235_8F33, 0x8235_9636, 74),    // U+9FA6 to U+9FEF
    (0x9532_8236, 0x9835_F336, 42711), // Extension B
    (0x9835_F738, 0x9839_9E36, 4149),  // Extension C
    (0x9839_9F38, 0x9839_B539, 222),   // Extension D
    (0x9839_B632, 0x9933_FE33, 5762),  // Extension E
    (0x9934_8138, 0x9939_F730, 7473),  // Extension F
];

#[test]
fn a_receipt_in_both_its_copies_weighs_little_more_than_the_characters_it_draws() {
    let whole = samples::receipt();
    let half = samples::life::half_receipt();
    for mut receipt in [whole, half] {
        for two_copies in [false, true] {
            receipt.imprint.two_copies = two_copies;
            let made = render(&receipt.document(), fonts()).unwrap();
            assert_eq!(made.pages, if two_copies { 2 } else { 1 });
            let characters = embedded_fonts(&made.bytes);
            assert!(characters > 20_000, "{characters} bytes of fonts");
            let allowed = characters * 115 / 100 + 12 * 1024;
            let bytes = made.bytes.len();
            assert!(
                bytes <= allowed,
                "{bytes} bytes with {characters} of fonts, {allowed} are allowed"
            );
        }
    }
}

#[test]
fn every_character_of_the_code_table_of_gb_18030_2022_is_drawn() {
    let mut table = double_byte();
    for (first, last, count) in FOUR_BYTES {
        let run = four_byte(first, last);
        assert_eq!(run.len(), count, "from {first:X}");
        table.extend(run);
    }
    assert_eq!(table.len(), 87_910);
    let every: String = table.iter().collect();
    assert_eq!(coverage(&every, fonts()), Vec::<char>::new());
}

#[test]
fn the_faces_are_the_ones_the_script_made_and_their_licences_lie_beside_them() {
    let sums = fs::read_to_string(font_dir().join("SHA256SUMS")).unwrap();
    let mut listed = BTreeSet::new();
    for line in sums.lines() {
        let (sum, file) = line.split_once("  ").unwrap();
        let bytes = fs::read(font_dir().join(file)).unwrap();
        assert_eq!(HEXLOWER.encode(&Sha256::digest(&bytes)), sum, "{file}");
        listed.insert(file.to_owned());
    }
    let names = fs::read_dir(font_dir()).unwrap();
    let names = names.map(|entry| entry.unwrap().file_name().into_string().unwrap());
    let faces: BTreeSet<_> = names.filter(|name| name.ends_with(".ttf")).collect();
    assert_eq!(faces, listed);
    for face in &faces {
        let family = face.split(['-', '.']).next().unwrap();
        let licence = font_dir().join(format!("{family}-LICENSE.txt"));
        let words = fs::read_to_string(licence).unwrap();
        assert!(words.len() > 200, "{family}");
    }
    let script = fs::read_to_string(font_dir().join("build.sh")).unwrap();
    assert!(script.contains("sha256sum --check SHA256SUMS") && script.contains("charsets.py"));
    assert!(font_dir().join("charsets.py").exists());
}

/// Bytes of the compressed font files in a PDF.
fn embedded_fonts(pdf: &[u8]) -> usize {
    let text: String = pdf.iter().map(|&byte| char::from(byte)).collect();
    let mut objects = BTreeSet::new();
    for reference in text.split("/FontFile2 ").skip(1) {
        let number = reference.split(' ').next().unwrap();
        objects.insert(number.to_owned());
    }
    let of = |object: &String| {
        let (_, body) = text.split_once(&format!("\n{object} 0 obj")).unwrap();
        let (dictionary, _) = body.split_once("stream").unwrap();
        assert!(dictionary.contains("FlateDecode"), "{dictionary}");
        let length = dictionary.split("/Length ").nth(1).unwrap();
        let digits: String = length.chars().take_while(char::is_ascii_digit).collect();
        digits.parse::<usize>().unwrap()
    };
    objects.iter().map(of).sum()
}

/// Ideographs and their components in the two-byte part, which lies as it lay in GBK.
fn double_byte() -> BTreeSet<char> {
    let mut found = BTreeSet::new();
    for high in 0x81..=0xFE_u8 {
        for low in 0x40..=0xFE_u8 {
            if let Some(ch) = decoded(&[high, low])
                && matches!(ch, '\u{2E80}'..='\u{2EFF}' | '\u{3400}'..='\u{9FFF}' | '\u{F900}'..='\u{FAFF}' | '\u{20000}'..)
            {
                found.insert(ch);
            }
        }
    }
    found
}

fn four_byte(first: u32, last: u32) -> BTreeSet<char> {
    let mut at = first.to_be_bytes();
    let mut found = BTreeSet::new();
    loop {
        found.extend(decoded(&at));
        if at == last.to_be_bytes() {
            return found;
        }
        for (byte, least, most) in [
            (3, 0x30, 0x39),
            (2, 0x81, 0xFE),
            (1, 0x30, 0x39),
            (0, 0x81, 0xFE),
        ] {
            if at[byte] < most {
                at[byte] += 1;
                break;
            }
            at[byte] = least;
        }
    }
}

fn decoded(code: &[u8]) -> Option<char> {
    let text = GB18030.decode_without_bom_handling_and_without_replacement(code)?;
    let mut characters = text.chars();
    characters.next().filter(|_| characters.next().is_none())
}
