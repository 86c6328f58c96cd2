//! The line of a printed receipt: what it holds, how long it gets, and what does not pass.

use chrono::NaiveDate;
use proptest::prelude::*;
use yichuang_wire::{
    Hash, KeyPair, MAX_RECEIPT_BYTES, MaskedName, PrintedError, PrintedReceipt, RECEIPT_LINE_MARK,
    ReceiptCertificate, ReceiptLine, ShortHash, Signer as _,
};

/// Made with the keys below. A reader of any later version has to take it.
const KNOWN: &str = include_str!("vectors/receipt-line.txt");

fn key(seed: u8) -> KeyPair {
    KeyPair::from_secret(&[seed; 32]).unwrap()
}

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn certificate(root: u8, terminal: u8, until: &str) -> ReceiptCertificate {
    let signing = key(terminal).public_key();
    ReceiptCertificate::issue(
        &key(root),
        &"QS03".parse().unwrap(),
        &signing,
        "SP004",
        day(until),
    )
    .unwrap()
}

fn receipt() -> PrintedReceipt {
    PrintedReceipt {
        number: "QS03-20261123-0012-6".parse().unwrap(),
        matter: "11370481MB9X11814D4370511004000".to_owned(),
        received: day("2026-11-23"),
        accepted: Some(day("2026-11-23")),
        due: Some(day("2026-12-14")),
        name: MaskedName::of("欧阳样例"),
        text: ShortHash::of_text("申请材料接收凭证 样例"),
        entry: Hash([7; 32]).into(),
    }
}

fn line() -> String {
    let certificate = certificate(1, 2, "2028-11-22");
    receipt().sign(&key(2), &certificate).unwrap()
}

fn size(line: &str) -> usize {
    let letters = line.len() - RECEIPT_LINE_MARK.len();
    letters / 3 * 2 + usize::from(letters % 3 == 2)
}

#[test]
fn a_line_says_what_was_signed_and_verifies_with_the_root_key_alone() {
    let read = ReceiptLine::read(&line()).unwrap();
    assert_eq!(read.check(&key(1).public_key()), Ok(()));
    assert_eq!(read.receipt, receipt());
    assert_eq!(read.receipt.name.to_string(), "欧**例");
    assert_eq!(read.certificate.terminal().as_str(), "QS03");
    assert_eq!(read.certificate.point(), "SP004");
    let scanned = format!("{}\r\n", line());
    assert_eq!(ReceiptLine::read(&scanned).unwrap(), read);
}

#[test]
fn the_known_line_is_made_and_read_for_ever() {
    assert_eq!(line(), KNOWN.trim_end());
    let read = ReceiptLine::read(KNOWN).unwrap();
    assert_eq!(read.check(&key(1).public_key()), Ok(()));
    assert_eq!(read.receipt, receipt());
}

#[test]
fn a_name_is_masked_as_in_every_list() {
    for name in ["", "王", "王样", "欧阳样例", "Sample Name", "𠮷样例"] {
        let masked = MaskedName::of(name).to_string();
        assert_eq!(masked, yichuang_domain::person::mask_name(name));
    }
}

#[test]
fn the_longest_lawful_receipt_fits() {
    let root = key(1);
    let terminal = "QSWXYZ39".parse().unwrap();
    let point = "SP-123456789";
    let signing = key(2).public_key();
    let until = day("2179-01-01");
    let certificate = ReceiptCertificate::issue(&root, &terminal, &signing, point, until).unwrap();
    assert_eq!(certificate.point(), point);
    let latin = format!("S{}e", "ample".repeat(9));
    let rare = format!("𠮷{}𬭎", "样".repeat(98));
    for (name, matter) in [
        (latin, "9".repeat(43)),
        (rare.clone(), "Z".repeat(43)),
        (rare, "A".repeat(40)),
    ] {
        let longest = PrintedReceipt {
            number: yichuang_domain::CaseNumber::mint("QSWXYZ39K7", day("2178-12-31"), 99_999)
                .and_then(|whole| whole.at_place(40))
                .unwrap(),
            matter,
            received: day("2178-12-31"),
            accepted: Some(day("2178-12-31")),
            due: Some(day("2179-06-06")),
            name: MaskedName::of(&name),
            ..receipt()
        };
        let line = longest.sign(&key(2), &certificate).unwrap();
        assert!(size(&line) <= MAX_RECEIPT_BYTES, "{} bytes", size(&line));
        let read = ReceiptLine::read(&line).unwrap();
        assert_eq!(read.check(&root.public_key()), Ok(()));
        assert_eq!(read.receipt, longest);
    }
}

#[test]
fn a_code_too_long_or_of_other_letters_is_refused_or_kept_as_it_is() {
    let certificate = certificate(1, 2, "2028-11-22");
    let long = PrintedReceipt {
        matter: "1".repeat(44),
        ..receipt()
    };
    let refused = long.sign(&key(2), &certificate).unwrap_err();
    assert_eq!(refused.code(), "RECEIPT-004");
    let other = PrintedReceipt {
        matter: "一件事-01".to_owned(),
        ..receipt()
    };
    let line = other.sign(&key(2), &certificate).unwrap();
    assert_eq!(
        ReceiptLine::read(&line).unwrap().receipt.matter,
        "一件事-01"
    );
    let early = PrintedReceipt {
        received: day("1999-12-31"),
        ..receipt()
    };
    assert!(early.sign(&key(2), &certificate).is_err());
}

#[test]
fn any_changed_field_fails() {
    let other = receipt();
    let changed = [
        PrintedReceipt {
            number: "QS03-20261123-0013-4".parse().unwrap(),
            ..other.clone()
        },
        PrintedReceipt {
            matter: "11370481MB9X11814D4370511004001".to_owned(),
            ..other.clone()
        },
        PrintedReceipt {
            received: day("2026-11-22"),
            ..other.clone()
        },
        PrintedReceipt {
            accepted: None,
            ..other.clone()
        },
        PrintedReceipt {
            due: Some(day("2026-12-15")),
            ..other.clone()
        },
        PrintedReceipt {
            name: MaskedName::of("欧阳样本"),
            ..other.clone()
        },
        PrintedReceipt {
            text: ShortHash::of_text("别的"),
            ..other.clone()
        },
        PrintedReceipt {
            entry: Hash([8; 32]).into(),
            ..other
        },
    ];
    for forged in changed {
        // Signed by a key the platform never certified, under the genuine certificate.
        let line = forged
            .sign(&key(3), &certificate(1, 2, "2028-11-22"))
            .unwrap();
        let read = ReceiptLine::read(&line).unwrap();
        assert_eq!(read.receipt, forged);
        let refused = read.check(&key(1).public_key()).unwrap_err();
        assert_eq!(refused, PrintedError::Signature);
    }
}

#[test]
fn every_changed_letter_fails() {
    let line = line();
    for at in RECEIPT_LINE_MARK.len()..line.len() {
        let mut letters = line.clone().into_bytes();
        letters[at] = if letters[at] == b'0' { b'1' } else { b'0' };
        let changed = String::from_utf8(letters).unwrap();
        let held = ReceiptLine::read(&changed).and_then(|read| read.check(&key(1).public_key()));
        assert!(held.is_err(), "letter {at}");
    }
}

#[test]
fn a_certificate_of_another_platform_or_one_that_ended_does_not_hold() {
    let root = key(1).public_key();
    let check = |certificate: &ReceiptCertificate, receipt: &PrintedReceipt| {
        let line = receipt.sign(&key(2), certificate).unwrap();
        ReceiptLine::read(&line).unwrap().check(&root)
    };
    let elsewhere = certificate(9, 2, "2028-11-22");
    assert_eq!(
        check(&elsewhere, &receipt()),
        Err(PrintedError::Certificate)
    );
    // A withdrawn terminal is given no new certificate, and its last one ends.
    let ended = certificate(1, 2, "2026-11-22");
    let refused = check(&ended, &receipt()).unwrap_err();
    assert_eq!(refused.code(), "RECEIPT-007");
    let last_day = certificate(1, 2, "2026-11-23");
    assert_eq!(check(&last_day, &receipt()), Ok(()));
    let accepted_later = PrintedReceipt {
        accepted: Some(day("2026-11-24")),
        ..receipt()
    };
    assert!(check(&last_day, &accepted_later).is_err());
}

#[test]
fn what_is_no_line_is_told_apart() {
    let code = |text: &str| ReceiptLine::read(text).unwrap_err().code();
    assert_eq!(code(""), "RECEIPT-001");
    assert_eq!(code("QS03-20261123-0012-6"), "RECEIPT-001");
    assert_eq!(code("yc1:ABC"), "RECEIPT-001");
    assert_eq!(code("YC2:ABC"), "RECEIPT-002");
    assert_eq!(code("YC1:"), "RECEIPT-004");
    assert_eq!(code("YC1:abc"), "RECEIPT-004");
    assert_eq!(
        code(&format!("YC1:{}", "0".repeat(1_000_000))),
        "RECEIPT-003"
    );
    assert!(ReceiptLine::is_meant("YC12:") && !ReceiptLine::is_meant("YC:1"));
}

#[test]
fn a_line_cut_anywhere_fails() {
    let line = line();
    for end in 0..line.len() {
        let held = ReceiptLine::read(&line[..end]).and_then(|it| it.check(&key(1).public_key()));
        assert!(held.is_err(), "cut at {end}");
    }
}

proptest! {
    #[test]
    fn foreign_text_is_refused_and_never_ends_the_program(text in "\\PC{0,600}") {
        prop_assert!(ReceiptLine::read(&text).is_err());
    }

    #[test]
    fn foreign_letters_behind_the_mark_never_end_the_program(
        letters in "[0-9A-Z $%*+./:-]{0,460}",
    ) {
        if let Ok(read) = ReceiptLine::read(&format!("{RECEIPT_LINE_MARK}{letters}")) {
            prop_assert!(read.check(&key(1).public_key()).is_err());
        }
    }

    #[test]
    fn foreign_certificates_are_refused(bytes in proptest::collection::vec(any::<u8>(), 0..200)) {
        if let Ok(read) = ReceiptCertificate::from_bytes(&bytes) {
            prop_assert!(read.check(&key(1).public_key()).is_err());
        }
    }

    #[test]
    fn bytes_turned_in_a_good_line_fail(at in 0_usize..270, bit in 0_u32..8) {
        let line = line();
        let mut bytes = base45_decode(&line[4..]);
        prop_assume!(at < bytes.len());
        bytes[at] ^= 1 << bit;
        let turned = format!("{RECEIPT_LINE_MARK}{}", base45_encode(&bytes));
        let held = ReceiptLine::read(&turned).and_then(|it| it.check(&key(1).public_key()));
        prop_assert!(held.is_err());
    }
}

const LETTERS: &[u8] = b"0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:";

fn base45_encode(bytes: &[u8]) -> String {
    let mut text = String::new();
    for pair in bytes.chunks(2) {
        let mut value = pair
            .iter()
            .fold(0, |value, &byte| value * 256 + usize::from(byte));
        for _ in 0..=pair.len() {
            text.push(char::from(LETTERS[value % 45]));
            value /= 45;
        }
    }
    text
}

fn base45_decode(text: &str) -> Vec<u8> {
    let digit = |letter: u8| LETTERS.iter().position(|&known| known == letter).unwrap();
    let mut bytes = Vec::new();
    for three in text.as_bytes().chunks(3) {
        let value = three
            .iter()
            .rev()
            .fold(0, |value, &letter| value * 45 + digit(letter));
        if three.len() == 3 {
            bytes.push((value / 256) as u8);
        }
        bytes.push((value % 256) as u8);
    }
    bytes
}
