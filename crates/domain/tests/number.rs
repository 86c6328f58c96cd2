//! Case numbers.

use chrono::NaiveDate;
use proptest::prelude::*;
use yichuang_domain::number::{CaseNumber, NumberError};

fn day() -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 11, 23).unwrap()
}

#[test]
fn the_published_numbers_are_minted_and_read_back() {
    for (prefix, seq, written) in [
        ("QS03", 12, "QS03-20261123-0012-6"),
        ("QS03K7", 1, "QS03K7-20261123-0001-M"),
    ] {
        let number = CaseNumber::mint(prefix, day(), seq).unwrap();
        assert_eq!(number.to_string(), written);
        assert_eq!(CaseNumber::parse(written), Ok(number));
    }
}

#[test]
fn past_9999_the_counter_has_five_digits_and_only_then() {
    let number = CaseNumber::mint("QS03", day(), 10_000).unwrap();
    assert!(number.to_string().starts_with("QS03-20261123-10000-"));
    assert_eq!(CaseNumber::parse(&number.to_string()), Ok(number));
    assert_eq!(
        CaseNumber::parse("QS03-20261123-00012-6"),
        Err(NumberError::Seq)
    );
    assert_eq!(
        CaseNumber::mint("QS03", day(), 100_000),
        Err(NumberError::Seq)
    );
    assert_eq!(CaseNumber::mint("QS03", day(), 0), Err(NumberError::Seq));
}

#[test]
fn the_short_form_names_the_terminal_only_when_asked() {
    let number = CaseNumber::parse("QS03-20261123-0012-6").unwrap();
    assert_eq!(number.short(), "1123-0012");
    assert_eq!(number.short_with_terminal(), "03·1123-0012");
    let marked = CaseNumber::parse("QS03K7-20261123-0001-M").unwrap();
    assert_eq!(marked.short_with_terminal(), "03K7·1123-0001");
}

#[test]
fn what_people_type_at_the_kiosk_finds_the_number() {
    let number = CaseNumber::parse("QS03-20261123-0012-6").unwrap();
    for typed in [
        "1123-0012",
        "11230012",
        "1123 0012 6",
        "0012",
        "20261123-0012-6",
        "qs03-20261123-0012-6",
    ] {
        assert!(number.matches_tail(typed), "{typed}");
    }
    for typed in ["012", "1123-0013", "1123-0012-7", "", "----"] {
        assert!(!number.matches_tail(typed), "{typed}");
    }
}

#[test]
fn a_text_that_is_no_number_is_refused_with_the_reason() {
    let cases = [
        ("", NumberError::Form),
        ("QS03-20261123-0012", NumberError::Form),
        ("QS03-20261123-0012-6-1-2", NumberError::Form),
        ("QS03-20261123-0012-0-1", NumberError::Place),
        ("QS03-20261123-0012-01-1", NumberError::Place),
        ("QS03-20261123-0012-41-1", NumberError::Place),
        ("QS03-20261123-0012-x-1", NumberError::Place),
        ("QS03-20261323-0012-6", NumberError::Date),
        ("QS03-2026112-0012-6", NumberError::Date),
        ("QS03-20261123-012-6", NumberError::Seq),
        ("qs03-20261123-0012-6", NumberError::Prefix),
        ("Q3-20261123-0012-6", NumberError::Prefix),
        ("QS03-20261123-0012-7", NumberError::Check),
        ("QS03-20261123-0012-六", NumberError::Check),
        ("QS03-２０２６１１２３-0012-6", NumberError::Date),
    ];
    for (text, problem) in cases {
        assert_eq!(CaseNumber::parse(text), Err(problem), "{text}");
    }
}

#[test]
fn a_case_taken_with_others_carries_its_place_before_the_check_character() {
    let whole = CaseNumber::parse("QS03-20261123-0012-6").unwrap();
    let first = whole.at_place(1).unwrap();
    assert_eq!(
        first.to_string(),
        format!("QS03-20261123-0012-1-{}", first.check())
    );
    assert_eq!(first.short(), "1123-0012-1");
    assert_eq!(first.short_with_terminal(), "03·1123-0012-1");
    assert_eq!(first.place(), Some(1));
    assert_eq!(first.whole(), whole);
    assert_eq!(whole.whole(), whole);
    assert_eq!(whole.at_place(0), Err(NumberError::Place));
    assert_eq!(whole.at_place(41), Err(NumberError::Place));
    assert!(whole < first && first < whole.at_place(2).unwrap());
    assert!(whole.at_place(2).unwrap() < whole.at_place(10).unwrap());
}

#[test]
fn the_whole_number_finds_every_case_and_a_place_only_its_own() {
    let whole = CaseNumber::parse("QS03-20261123-0012-6").unwrap();
    let (first, second) = (whole.at_place(1).unwrap(), whole.at_place(2).unwrap());
    for typed in ["1123-0012", "0012", "QS03-20261123-0012-6", "1123-0012-6"] {
        assert!(first.matches_tail(typed), "{typed}");
        assert!(second.matches_tail(typed), "{typed}");
    }
    assert!(first.matches_tail("1123-0012-1"));
    assert!(!second.matches_tail("1123-0012-1"));
    assert!(!whole.matches_tail("1123-0012-1"));
    assert!(first.matches_tail(&first.to_string()));
    assert!(!second.matches_tail(&first.to_string()));
}

#[test]
fn a_number_is_one_string_in_json() {
    let number = CaseNumber::parse("QS03-20261123-0012-6").unwrap();
    assert_eq!(
        serde_json::to_string(&number).unwrap(),
        "\"QS03-20261123-0012-6\""
    );
    assert!(serde_json::from_str::<CaseNumber>("\"QS03-20261123-0012-7\"").is_err());
}

#[test]
fn of_all_neighbours_of_the_counter_swapped_at_least_97_in_100_are_found() {
    let (mut swapped, mut found) = (0u32, 0u32);
    for seq in 1000..=9999 {
        let written = CaseNumber::mint("LY03", day(), seq).unwrap().to_string();
        for at in 14..17 {
            let mut typed: Vec<char> = written.chars().collect();
            if typed[at] == typed[at + 1] {
                continue;
            }
            typed.swap(at, at + 1);
            swapped += 1;
            found += u32::from(CaseNumber::parse(&typed.iter().collect::<String>()).is_err());
        }
    }
    assert!(found * 100 >= swapped * 97, "{found} of {swapped}");
}

proptest! {
    #[test]
    fn every_single_mistyped_character_is_found(
        seq in 1u32..=99_999, at in 0usize..30, replacement in "[0-9A-Z]",
    ) {
        let written = CaseNumber::mint("LY03", day(), seq).unwrap().to_string();
        let mut typed: Vec<char> = written.chars().collect();
        let at = at % typed.len();
        let replacement = replacement.chars().next().unwrap();
        prop_assume!(typed[at] != '-' && typed[at] != replacement);
        typed[at] = replacement;
        let typed: String = typed.into_iter().collect();
        prop_assert!(CaseNumber::parse(&typed).is_err(), "{} for {}", typed, written);
    }

    #[test]
    fn every_single_mistyped_character_of_a_number_with_a_place_is_found(
        seq in 1u32..=99_999, place in 1u32..=40, at in 0usize..30, replacement in "[0-9A-Z]",
    ) {
        let whole = CaseNumber::mint("LY03", day(), seq).unwrap();
        let written = whole.at_place(place).unwrap().to_string();
        let mut typed: Vec<char> = written.chars().collect();
        let at = at % typed.len();
        let replacement = replacement.chars().next().unwrap();
        prop_assume!(typed[at] != '-' && typed[at] != replacement);
        typed[at] = replacement;
        let typed: String = typed.into_iter().collect();
        prop_assert!(CaseNumber::parse(&typed).is_err(), "{} for {}", typed, written);
    }

    #[test]
    fn a_number_is_read_back_as_it_was_written_and_orders_as_its_parts(
        seq in 1u32..=99_999, place in proptest::option::of(1u32..=40),
        other_seq in 1u32..=99_999, other_place in proptest::option::of(1u32..=40),
    ) {
        let made = |seq, place: Option<u32>| {
            let whole = CaseNumber::mint("LY03", day(), seq).unwrap();
            place.map_or_else(|| whole.clone(), |place| whole.at_place(place).unwrap())
        };
        let (one, other) = (made(seq, place), made(other_seq, other_place));
        prop_assert_eq!(CaseNumber::parse(&one.to_string()).unwrap(), one.clone());
        prop_assert_eq!(one.cmp(&other), (seq, place).cmp(&(other_seq, other_place)));
        prop_assert!(one.matches_tail(&one.whole().to_string()));
        let json = serde_json::to_string(&one).unwrap();
        prop_assert_eq!(serde_json::from_str::<CaseNumber>(&json).unwrap(), one);
    }

    #[test]
    fn no_text_makes_the_reader_panic(text in ".{0,60}") {
        let _ = CaseNumber::parse(&text);
    }
}
