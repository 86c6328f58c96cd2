//! The text block of the chip: four layouts, and bytes that are none of them.
#![cfg(target_os = "linux")]

use chrono::NaiveDate;
use proptest::prelude::*;
use yichuang_device::simulator::CardImage;
use yichuang_device::{CardKind, IdCard, ReaderError, Sex};

fn read(card: &CardImage) -> IdCard {
    IdCard::from_text_block(card.block()).expect("a sample card is well formed")
}

fn day(year: i32, month: u32, day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(year, month, day).unwrap()
}

/// A sample card with `text` written over it at byte `at`.
fn with(card: &CardImage, at: usize, text: &[u16]) -> Result<IdCard, ReaderError> {
    let mut block = *card.block();
    for (place, unit) in block[at..].chunks_exact_mut(2).zip(text) {
        place.copy_from_slice(&unit.to_le_bytes());
    }
    IdCard::from_text_block(&block)
}

fn units(text: &str) -> Vec<u16> {
    text.encode_utf16().collect()
}

#[test]
fn a_citizens_card_keeps_every_code_point_of_a_rare_name() {
    let card = read(&CardImage::citizen_with_rare_name());
    assert_eq!(card.kind, CardKind::Citizen);
    assert_eq!(card.name, "样例𠮷䶮");
    assert!(!card.name_may_be_cut);
    assert_eq!(card.sex, Sex::Female);
    assert_eq!(card.ethnicity.map(|e| e.name()), Some("汉"));
    assert_eq!(card.birth, day(1949, 12, 31));
    assert_eq!(
        card.address.as_deref(),
        Some("样例省样例市青石镇测试村 1 号")
    );
    assert_eq!(card.number, "11010519491231002X");
    assert_eq!(card.issuer.as_deref(), Some("样例市公安局"));
    assert_eq!(card.valid_from, day(2016, 3, 9));
    assert_eq!(card.valid_to, Some(day(2036, 3, 9)));
    assert_eq!(card.nationality, None);
}

#[test]
fn fields_lie_at_the_published_offsets() {
    // Written by hand from the table of GA/T 490, without the crate's own layout.
    let mut block = [0u8; 256];
    block.chunks_exact_mut(2).for_each(|unit| unit[0] = b' ');
    for (at, text) in [
        (0, "测试"),
        (30, "1"),
        (32, "46"),
        (36, "19900101"),
        (52, "样例路"),
        (122, "110105199001010016"),
        (158, "样例局"),
        (188, "20200101"),
        (204, "20400101"),
    ] {
        for (place, unit) in block[at..].chunks_exact_mut(2).zip(text.encode_utf16()) {
            place.copy_from_slice(&unit.to_le_bytes());
        }
    }
    let card = IdCard::from_text_block(&block).unwrap();
    assert_eq!(card.name, "测试");
    assert_eq!(card.ethnicity.map(|e| e.name()), Some("德昂"));
    assert_eq!(card.address.as_deref(), Some("样例路"));
    assert_eq!(card.number, "110105199001010016");
    assert_eq!(card.issuer.as_deref(), Some("样例局"));
    assert_eq!(card.valid_to, Some(day(2040, 1, 1)));
}

#[test]
fn a_residence_permit_carries_its_pass_number_and_issue_count() {
    let card = read(&CardImage::residence_permit());
    assert_eq!(card.kind, CardKind::ResidencePermit);
    assert_eq!(card.number, "810000199001010019");
    assert_eq!(card.permit_number.as_deref(), Some("H00000001"));
    assert_eq!(card.issue_count, Some(2));
    assert_eq!(card.ethnicity, None);
    assert_eq!(card.valid_to, Some(day(2028, 6, 1)));
}

#[test]
fn the_english_name_of_a_2023_card_is_joined_from_its_two_fields() {
    let card = read(&CardImage::foreigner_2023());
    assert_eq!(card.kind, CardKind::ForeignPermanent2023);
    assert_eq!(
        card.name_en.as_deref(),
        Some("SPECIMEN ALEXANDRINA MARGARETHA ELISABETH JO")
    );
    assert_eq!(card.name, "测试玛丽");
    assert_eq!(card.number, "931840199001010011");
    assert_eq!(card.nationality.as_deref(), Some("USA"));
    assert_eq!(card.issue_count, Some(1));
    assert_eq!(card.address, None);
    assert_eq!(card.issuer, None);
}

#[test]
fn a_2017_card_is_read_in_its_own_order() {
    let card = read(&CardImage::foreigner_2017());
    assert_eq!(card.kind, CardKind::ForeignPermanent2017);
    assert_eq!(card.name_en.as_deref(), Some("SPECIMEN, JOHN"));
    assert_eq!(card.name, "测试约翰");
    assert_eq!(card.sex, Sex::Male);
    assert_eq!(card.number, "USA310190010115");
    assert_eq!(card.nationality.as_deref(), Some("USA"));
    assert_eq!(card.birth, day(1990, 1, 1));
    assert_eq!(card.valid_from, day(2019, 1, 2));
    assert_eq!(card.valid_to, Some(day(2029, 1, 1)));
    assert_eq!(card.issuer.as_deref(), Some("1500"));
}

#[test]
fn a_card_valid_for_ever_never_expires() {
    let card = read(&CardImage::citizen_for_ever());
    assert_eq!(card.valid_to, None);
    assert!(!card.is_expired_on(day(2999, 12, 31)));
}

#[test]
fn a_card_is_good_on_its_last_day_and_expired_on_the_next() {
    let card = read(&CardImage::citizen_expired());
    assert!(!card.is_expired_on(day(2026, 10, 2)));
    assert!(card.is_expired_on(day(2026, 10, 3)));
}

#[test]
fn a_number_with_a_wrong_check_character_is_handed_over_as_it_stands() {
    let card = read(&CardImage::citizen_with_wrong_check_character());
    assert_eq!(card.number, "370481195203070023");
    assert_eq!(card.ethnicity.map(|e| e.name()), Some("德昂"));
}

#[test]
fn a_name_cut_through_a_character_loses_only_the_half_and_says_so() {
    let card = read(&CardImage::citizen_with_cut_name());
    assert_eq!(card.name, "样例阿卜杜热合曼·样例麦麦麦");
    assert!(card.name_may_be_cut);
}

#[test]
fn an_ethnicity_outside_the_standard_does_not_stop_the_reading() {
    let card = with(&CardImage::citizen_with_rare_name(), 32, &units("77")).unwrap();
    assert_eq!(card.ethnicity, None);
}

#[test]
fn breaches_name_the_field_and_nothing_else() {
    let sample = CardImage::citizen_with_rare_name();
    for (at, text, field) in [
        (0, vec![0xDC00], "name"),
        (2, vec![0xD842, 0x0020], "name"),
        (0, units("样\n例"), "name"),
        (0, units(&" ".repeat(15)), "name"),
        (30, units("3"), "sex"),
        (36, units("19490230"), "birth"),
        (36, units("+1949123"), "birth"),
        (122, units("１"), "number"),
        (204, units("长久    "), "valid to"),
        (248, units("Z"), "kind"),
    ] {
        let outcome = with(&sample, at, &text);
        assert_eq!(outcome, Err(ReaderError::Malformed { field }), "{text:?}");
    }
}

#[test]
fn debug_output_shows_no_personal_data() {
    let shown = format!("{:?}", read(&CardImage::citizen_with_rare_name()));
    assert!(
        shown.contains("Citizen") && shown.contains("masked"),
        "{shown}"
    );
    for secret in ["11010519491231002X", "样例", "青石镇", "1949"] {
        assert!(!shown.contains(secret), "{shown}");
    }
}

proptest! {
    #[test]
    fn no_block_of_bytes_panics(bytes in prop::array::uniform32(any::<[u8; 8]>())) {
        let mut block = [0; 256];
        block.copy_from_slice(bytes.as_flattened());
        let _ = IdCard::from_text_block(&block);
    }

    #[test]
    fn a_damaged_sample_is_read_or_refused_but_never_panics(at in 0usize..256, byte: u8) {
        for card in [
            CardImage::citizen_with_rare_name(),
            CardImage::residence_permit(),
            CardImage::foreigner_2023(),
            CardImage::foreigner_2017(),
        ] {
            let mut block = *card.block();
            block[at] = byte;
            let _ = IdCard::from_text_block(&block);
        }
    }
}
