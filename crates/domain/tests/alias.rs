//! What people call a matter.

use yichuang_domain::alias::{
    DONE_ONCE, MAX_POINT_ALIAS_CHARS, SaidProblem, in_todays_names, said,
};

#[test]
fn words_are_kept_as_said_and_what_may_be_a_persons_number_is_not() {
    assert_eq!(said(" 老来补 ", 20).unwrap(), "老来补");
    assert_eq!(said("𠮷野家补贴", 20).unwrap(), "𠮷野家补贴");
    for (text, problem) in [
        ("补", SaidProblem::Nothing),
        ("　。。", SaidProblem::Nothing),
        ("老\u{200b}\u{200b}", SaidProblem::Nothing),
        ("老来\u{202e}补", SaidProblem::Character),
        ("老来\n补", SaidProblem::Character),
        ("王某 13800006120", SaidProblem::PersonalNumber),
        ("王某１３８００００６１２０", SaidProblem::PersonalNumber),
        ("37048119400321002X 的补贴", SaidProblem::PersonalNumber),
    ] {
        assert_eq!(said(text, 60), Err(problem), "{text:?}");
    }
}

#[test]
fn twenty_characters_are_counted_as_people_count_them() {
    let longest = "𠮷".repeat(MAX_POINT_ALIAS_CHARS);
    assert!(said(&longest, MAX_POINT_ALIAS_CHARS).is_ok());
    let longer = format!("{longest}补");
    assert_eq!(
        said(&longer, MAX_POINT_ALIAS_CHARS),
        Err(SaidProblem::TooLong)
    );
}

#[test]
fn the_names_lists_had_before_mean_todays_list() {
    for earlier in ["零跑腿", "只跑一次", "最多跑一次"] {
        assert_eq!(in_todays_names(earlier), DONE_ONCE);
        assert_eq!(
            in_todays_names(&format!("{earlier} 社保")),
            format!("{DONE_ONCE} 社保")
        );
    }
    assert_eq!(in_todays_names("跑一次腿"), "跑一次腿");
}
