//! Everything a resident came for, with the network down.

use std::collections::BTreeSet;

use chrono::TimeDelta;
use yichuang_app::ipc::{
    AcceptCase, DraftRef, ErrorCode, GuideView, MatchedBy, MatterRow, Nothing, OpenDraft,
    SaveDraft, SearchMatters, ShowGuide,
};
use yichuang_tests::kit::{Application, Counter, Who, an_application, assets};

fn rows(counter: &Counter, words: &str) -> Vec<MatterRow> {
    let search = SearchMatters {
        text: words.to_owned(),
        modes: Vec::new(),
        limit: 10,
    };
    counter.desk.search_matters(search).unwrap().rows
}

fn found(counter: &Counter, words: &str) -> Vec<(String, MatchedBy)> {
    let rows = rows(counter, words);
    rows.into_iter()
        .map(|row| (row.name, row.matched_by))
        .collect()
}

fn guide(counter: &Counter, application: &Application) -> GuideView {
    let code = application.code().to_owned();
    counter
        .desk
        .show_guide(ShowGuide {
            code,
            answers: application.answers(),
        })
        .unwrap()
}

#[test]
fn the_residents_own_words_lead_to_the_matter() {
    let counter = Counter::open();
    for words in [
        "高龄津贴",
        "高龄",
        "八十岁领钱",
        "长寿金",
        "gljt",
        "gaolingjintie",
        "11370481MB9X11814D4370511004000",
    ] {
        let rows = found(&counter, words);
        assert_eq!(
            rows.first().map(|row| row.0.as_str()),
            Some("高龄津贴申领"),
            "{words}: {rows:?}"
        );
    }
    assert_eq!(
        found(&counter, "长寿金").first().unwrap().1,
        MatchedBy::Alias
    );
}

/// What people call each matter, and what they call something else by nearly the same words.
fn sayings() -> Vec<(String, String)> {
    let bytes = std::fs::read(assets().join("catalogue/aliases.json")).unwrap();
    let lists: Vec<serde_json::Value> = serde_json::from_slice(&bytes).unwrap();
    let text = |value: &serde_json::Value| value.as_str().unwrap().to_owned();
    let pairs = |list: &serde_json::Value| -> Vec<(String, String)> {
        let own = list["aliases"].as_array().unwrap().iter();
        let own = own.map(|alias| (text(alias), text(&list["code"])));
        let others = list["not"].as_array().unwrap().iter();
        let others = others.map(|one| (text(&one["phrase"]), text(&one["code"])));
        own.chain(others).collect()
    };
    lists.iter().flat_map(pairs).collect()
}

#[test]
fn of_all_the_phrases_people_use_nineteen_in_twenty_find_their_matter_among_the_first_three() {
    let counter = Counter::open();
    let sayings = sayings();
    assert!(sayings.len() > 500, "only {} phrases", sayings.len());
    let missed: Vec<_> = sayings
        .iter()
        .filter(|(phrase, code)| {
            let rows = rows(&counter, phrase);
            !rows.iter().take(3).any(|row| row.code == *code)
        })
        .collect();
    let share = missed.len() * 20;
    assert!(
        share <= sayings.len(),
        "{} of {} missed: {missed:?}",
        missed.len(),
        sayings.len()
    );
}

#[test]
fn a_case_goes_from_guide_to_printed_receipt_without_any_network() {
    let counter = Counter::open();
    let application = an_application().with_pages("MAT-IDCARD", 1, 40_000);
    let lines = guide(&counter, &application).requirements.lines;
    assert!(lines.iter().any(|line| line.material == "MAT-IDCARD"));
    let draft = counter.draft(&application);
    let typed = counter
        .desk
        .show_draft(DraftRef { id: draft.clone() })
        .unwrap();
    assert!(typed.problems.is_empty(), "{:?}", typed.problems);
    let done = counter.desk.accept_case(AcceptCase { draft }).unwrap();
    assert!(
        done.number.starts_with("LY03-20261123-0001-"),
        "{}",
        done.number
    );
    assert_eq!(
        (done.state.as_str(), done.due.as_deref()),
        ("accepted", Some("2026-12-07"))
    );
    assert!(!done.already);
    let documents: BTreeSet<_> = done
        .papers
        .iter()
        .map(|paper| (paper.document.as_str(), paper.copy))
        .collect();
    assert_eq!(
        documents,
        BTreeSet::from([("receipt", 1), ("acceptance", 1)])
    );
    let receipt = counter.paper_text(&done.number, "receipt");
    for words in [
        done.number.as_str(),
        application.name(),
        "申请人居民身份证",
        "样例窗口员",
        "离线收件",
    ] {
        assert!(receipt.contains(words), "{words} is not on:\n{receipt}");
    }
    assert!(
        !receipt.contains(application.id_number()),
        "the receipt masks the number"
    );
    let view = counter.show(&done.number);
    assert_eq!(
        (view.row.sync.mark.as_str(), view.row.due.light.as_str()),
        ("local", "calm")
    );
    let kinds: Vec<_> = view
        .events
        .iter()
        .map(|event| event.kind.as_str())
        .collect();
    assert_eq!(kinds, ["received", "accepted", "printed", "printed"]);
    assert_eq!(counter.desk.app_status(Nothing {}).unwrap().sync.waiting, 1);
    assert!(
        counter
            .desk
            .list_drafts(Nothing {})
            .unwrap()
            .drafts
            .is_empty(),
        "the draft became the case"
    );
    counter.assert_sound();
}

#[test]
fn numbers_count_on_through_the_day_and_begin_anew_the_next() {
    let counter = Counter::open();
    let first = counter.accept(&an_application().by_number(1)).number;
    let second = counter.accept(&an_application().by_number(2)).number;
    counter.pass(TimeDelta::days(1));
    let third = counter.accept(&an_application().by_number(3)).number;
    let without_check = |number: &str| number.rsplit_once('-').unwrap().0.to_owned();
    let numbers = [first, second, third].map(|number| without_check(&number));
    assert_eq!(
        numbers,
        [
            "LY03-20261123-0001",
            "LY03-20261123-0002",
            "LY03-20261124-0001"
        ]
    );
}

#[test]
fn a_draft_keeps_what_was_typed_right_or_wrong_through_a_restart() {
    let counter = Counter::open();
    let wrong = an_application()
        .with_field("bank_account", "不是账号")
        .without_field("applicant_phone");
    let draft = counter.draft(&wrong);
    let counter = counter.restarted();
    counter.sign_in(Who::Clerk);
    let view = counter
        .desk
        .show_draft(DraftRef { id: draft.clone() })
        .unwrap();
    assert_eq!(
        view.content.form.get("bank_account").map(String::as_str),
        Some("不是账号")
    );
    let problems: Vec<_> = view
        .problems
        .iter()
        .map(|p| (p.field.as_str(), p.rule.as_str()))
        .collect();
    assert_eq!(
        problems,
        [
            ("form.applicant_phone", "required"),
            ("form.bank_account", "bankcard")
        ]
    );
    let refused = counter
        .desk
        .accept_case(AcceptCase {
            draft: draft.clone(),
        })
        .unwrap_err();
    assert_eq!(
        (refused.code, refused.problems.len()),
        (ErrorCode::Invalid, 2)
    );
    assert_eq!(counter.find("").total, 0, "nothing was made of it");
    let content = an_application().content(&[]);
    counter
        .desk
        .save_draft(SaveDraft {
            id: draft.clone(),
            content,
        })
        .unwrap();
    assert!(
        counter
            .desk
            .accept_case(AcceptCase { draft })
            .unwrap()
            .number
            .contains("-0001-")
    );
}

#[test]
fn nobody_acts_before_signing_in() {
    let counter = Counter::open().restarted();
    let open = OpenDraft {
        code: an_application().code().to_owned(),
        answers: an_application().answers(),
    };
    assert_eq!(
        counter.desk.open_draft(open).unwrap_err().code,
        ErrorCode::SignInFirst
    );
    assert_eq!(
        counter.desk.sync_centre(Nothing {}).unwrap_err().code,
        ErrorCode::SignInFirst
    );
}

#[test]
fn a_helper_receives_and_a_clerk_accepts_under_the_same_number() {
    let counter = Counter::open();
    counter.sign_in(Who::Helper);
    let refused = counter.try_accept(&an_application()).unwrap_err();
    assert_eq!(refused.code, ErrorCode::RoleMissing);
    let received = counter.receive(&an_application());
    assert_eq!(received.state, "received");
    counter.sign_in(Who::Clerk);
    let accept = yichuang_app::ipc::AcceptReceived {
        number: received.number.clone(),
        signed: Vec::new(),
        unsigned: Vec::new(),
    };
    let accepted = counter.desk.accept_received(accept).unwrap();
    assert_eq!(
        (accepted.number, accepted.state.as_str()),
        (received.number, "accepted")
    );
}
