//! Stored text and folding.

use proptest::prelude::*;
use yichuang_domain::text::{TextProblem, clean, fold};

#[test]
fn stored_text_is_verbatim() {
    for text in [
        "王秀兰",
        "Ａ１　全角",
        "龍陽鎮",
        "𠀀𫠜 rare",
        "第一行\n第二行\t缩进",
        "e\u{301}",
        "<b>",
    ] {
        assert_eq!(clean(text, 20).unwrap(), text);
    }
}

#[test]
fn length_counts_code_points() {
    assert!(clean("𠀀𠀀𠀀", 3).is_ok());
    assert_eq!(clean("𠀀𠀀𠀀𠀀", 3), Err(TextProblem::TooLong { max: 3 }));
}

#[test]
fn control_and_direction_characters_are_refused_with_their_place() {
    for character in [
        '\0', '\u{7}', '\r', '\u{1b}', '\u{7f}', '\u{85}', '\u{200e}', '\u{200f}', '\u{202a}',
        '\u{202e}', '\u{2066}', '\u{2069}',
    ] {
        let text = format!("王{character}兰");
        assert_eq!(
            clean(&text, 10),
            Err(TextProblem::Forbidden { at: 2, character })
        );
    }
}

#[test]
fn what_people_type_matches_what_is_stored() {
    for (typed, stored) in [
        ("龙阳镇", "龍陽鎮"),
        ("abc123", "ＡＢＣ１２３"),
        ("龑", "龑"),
        ("䶮", "\u{e863}"),
        ("王秀兰", "王\u{200b}秀\u{202e}兰"),
        ("养老保险", "養老保險"),
    ] {
        assert_eq!(fold(typed), fold(stored), "{typed}");
    }
    assert_ne!(fold("王"), fold("玉"));
}

proptest! {
    #[test]
    fn folding_twice_is_folding_once(text in ".{0,40}") {
        let once = fold(&text);
        prop_assert_eq!(fold(&once), once);
    }

    #[test]
    fn what_is_accepted_is_unchanged(text in ".{0,40}") {
        if let Ok(kept) = clean(&text, 100) {
            prop_assert_eq!(kept, text);
        }
    }
}
