//! What people here call a matter: kept at the point, found at once, told to whoever keeps the words.

use yichuang_app::ipc::{
    AddAlias, AliasList, ApiError, ErrorCode, ListAliases, MatchedBy, RemoveAlias, SearchMatters,
};
use yichuang_tests::kit::{Counter, Who, an_application};

fn code() -> String {
    an_application().code().to_owned()
}

fn add(counter: &Counter, text: &str) -> Result<(), ApiError> {
    let input = AddAlias {
        code: code(),
        text: text.to_owned(),
    };
    counter.desk.add_alias(input).map(|_| ())
}

fn remove(counter: &Counter, text: &str) -> Result<(), ApiError> {
    let input = RemoveAlias {
        code: code(),
        text: text.to_owned(),
    };
    counter.desk.remove_alias(input).map(|_| ())
}

fn list(counter: &Counter) -> AliasList {
    let input = ListAliases { code: code() };
    counter.desk.list_aliases(input).unwrap()
}

fn own(counter: &Counter) -> Vec<String> {
    let rows = list(counter).rows.into_iter();
    rows.filter(|row| row.own).map(|row| row.text).collect()
}

fn best(counter: &Counter, text: &str) -> Option<(String, MatchedBy)> {
    let input = SearchMatters {
        text: text.to_owned(),
        modes: Vec::new(),
        limit: 10,
    };
    let found = counter.desk.search_matters(input).unwrap().rows;
    found
        .into_iter()
        .next()
        .map(|row| (row.code, row.matched_by))
}

fn rule(refused: Result<(), ApiError>) -> String {
    let error = refused.unwrap_err();
    assert_eq!(error.code, ErrorCode::Invalid);
    error.problems[0].rule.clone()
}

#[test]
fn words_added_here_find_the_matter_at_once_and_stand_beside_the_catalogues() {
    let counter = Counter::open();
    assert_eq!(best(&counter, "老来补"), None);
    add(&counter, " 老来补 ").unwrap();
    assert_eq!(best(&counter, "老来补"), Some((code(), MatchedBy::Alias)));
    let words = list(&counter);
    let added = words.rows.last().unwrap();
    assert_eq!(
        (added.text.as_str(), added.own, added.by.as_str()),
        ("老来补", true, Who::Clerk.name())
    );
    assert_eq!(added.added_on.as_deref(), Some("2026-11-23"));
    assert!(words.rows.iter().any(|row| !row.own && !row.removable));
    assert_eq!(words.room, 19);
    counter.assert_sound();
}

#[test]
fn words_taken_back_find_nothing_and_can_be_added_again() {
    let counter = Counter::open();
    add(&counter, "老来补").unwrap();
    remove(&counter, "老来补").unwrap();
    assert_eq!((best(&counter, "老来补"), own(&counter)), (None, vec![]));
    assert_eq!(rule(remove(&counter, "老来补")), "alias_not_own");
    add(&counter, "老来补").unwrap();
    assert_eq!(own(&counter), ["老来补"]);
    counter.assert_sound();
}

#[test]
fn words_that_are_known_are_a_persons_number_or_say_nothing_are_refused_and_change_nothing() {
    let counter = Counter::open();
    add(&counter, "老来补").unwrap();
    let published = list(&counter).rows[0].text.clone();
    let before = counter.desk.verify_journal().unwrap().entries;
    for (text, why) in [
        ("老来補", "alias_known"),
        (published.as_str(), "alias_known"),
        (an_application().matter_name(), "alias_is_name"),
        ("补", "required"),
        ("王某13800006120", "personal_number"),
        ("老来\u{202e}补贴", "control_char"),
        (&"补".repeat(21), "too_long"),
    ] {
        assert_eq!(rule(add(&counter, text)), why, "{text}");
    }
    assert_eq!(rule(remove(&counter, &published)), "alias_not_own");
    assert_eq!(counter.desk.verify_journal().unwrap().entries, before);
}

#[test]
fn one_matter_takes_twenty_words_of_a_point() {
    let counter = Counter::open();
    for n in 0..20 {
        add(&counter, &format!("样例叫法{n}")).unwrap();
    }
    assert_eq!(list(&counter).room, 0);
    assert_eq!(rule(add(&counter, "再来一个")), "alias_full");
    remove(&counter, "样例叫法3").unwrap();
    add(&counter, "再来一个").unwrap();
}

#[test]
fn a_colleagues_words_are_taken_back_by_a_supervisor_alone() {
    let counter = Counter::open();
    add(&counter, "老来补").unwrap();
    counter.sign_in(Who::Helper);
    assert!(!list(&counter).rows.last().unwrap().removable);
    let refused = remove(&counter, "老来补").unwrap_err();
    assert_eq!(refused.code, ErrorCode::RoleMissing);
    counter.sign_in(Who::Administrator);
    assert!(!list(&counter).may_add);
    assert_eq!(
        add(&counter, "老来补贴").unwrap_err().code,
        ErrorCode::RoleMissing
    );
    counter.sign_in(Who::Supervisor);
    assert!(list(&counter).rows.last().unwrap().removable);
    remove(&counter, "老来补").unwrap();
    assert_eq!(own(&counter), Vec::<String>::new());
}
