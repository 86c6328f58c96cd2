//! From the resident's words to the matter: what is listed, in which order, and what is not taken in.

use yichuang_app::ipc::{
    AcceptCase, DraftRef, ErrorCode, FavouriteMatter, MatterList, MatterRow, RefuseCase,
    SearchMatters,
};
use yichuang_domain::{Matter, matter::Suspension};
use yichuang_tests::kit::{Counter, an_application, monday_morning, sample_matters};

const OLD: &str = "老年人优待证办理";

fn named(name: &str) -> &'static Matter {
    let mut known = sample_matters().iter();
    &known
        .find(|sample| sample.matter.name == name)
        .unwrap()
        .matter
}

fn search(counter: &Counter, text: &str, modes: &[&str]) -> MatterList {
    let input = SearchMatters {
        text: text.to_owned(),
        modes: modes.iter().map(|&mode| mode.to_owned()).collect(),
        limit: 50,
    };
    counter.desk.search_matters(input).unwrap()
}

fn names(list: &MatterList) -> Vec<&str> {
    list.rows.iter().map(|row| row.name.as_str()).collect()
}

fn row(counter: &Counter, name: &str) -> MatterRow {
    let rows = search(counter, name, &[]).rows.into_iter();
    rows.into_iter().find(|row| row.name == name).unwrap()
}

fn star(counter: &Counter, name: &str) {
    let code = named(name).code.to_string();
    let input = FavouriteMatter { code, on: true };
    counter.desk.favourite_matter(input).unwrap();
}

#[test]
fn sounds_people_mix_up_find_the_matter_all_the_same() {
    let counter = Counter::open();
    for (typed, name) in [
        ("gaoningjintie", "高龄津贴申领"),
        ("gaolinjintie", "高龄津贴申领"),
        ("gnjt", "高龄津贴申领"),
        ("sehuibaozangka", "社会保障卡申领、补换"),
        ("siyebaoxiancanbao", "失业保险参保职工技能提升补贴申领"),
        (
            "gonggongzulinzufang",
            "公共租赁住房（租赁补贴）保障资格认定",
        ),
    ] {
        let list = search(&counter, typed, &[]);
        let first = &names(&list)[..list.rows.len().min(3)];
        assert!(first.contains(&name), "{typed}: {first:?}");
    }
}

#[test]
fn nothing_typed_lists_the_stars_then_what_is_taken_here_and_a_filter_keeps_that_order() {
    let counter = Counter::open();
    assert!(search(&counter, "", &[]).rows.is_empty());
    counter.accept(&an_application());
    star(&counter, OLD);
    let list = search(&counter, "", &[]);
    assert_eq!(names(&list), [OLD, "高龄津贴申领"]);
    assert!(list.rows[0].favourite && !list.rows[1].favourite);

    let list = search(&counter, "", &["网上办"]);
    let online = list.modes.iter().find(|mode| mode.mode == "网上办");
    assert!(online.unwrap().count > 50, "of the whole catalogue");
    assert_eq!(names(&list)[..2], [OLD, "高龄津贴申领"]);
    let all = list.rows.iter();
    assert!(
        all.clone()
            .all(|row| row.modes.contains(&"网上办".to_owned()))
    );
}

#[test]
fn a_way_of_handling_that_is_none_is_refused() {
    let counter = Counter::open();
    let input = SearchMatters {
        text: String::new(),
        modes: vec!["随便办".to_owned()],
        limit: 10,
    };
    let refused = counter.desk.search_matters(input).unwrap_err();
    assert_eq!(refused.code, ErrorCode::InputShape);
}

#[test]
fn a_suspended_matter_stays_in_the_list_is_not_taken_in_and_may_be_refused_on_paper() {
    let counter = Counter::open();
    let draft = counter.draft(&an_application());
    let mut matter = named("高龄津贴申领").clone();
    let tomorrow = monday_morning().date_naive().succ_opt().unwrap();
    matter.suspended = Some(Suspension {
        on: tomorrow,
        instead: Some(named(OLD).code.clone()),
    });
    counter.publish(&matter, None);
    assert_eq!(row(&counter, "高龄津贴申领").suspended, None, "not yet");

    counter.pass(chrono::TimeDelta::days(1));
    let suspended = row(&counter, "高龄津贴申领").suspended.unwrap();
    assert_eq!(
        (suspended.on, suspended.instead.as_deref()),
        (tomorrow.to_string(), Some(OLD))
    );
    let view = counter.desk.show_draft(DraftRef { id: draft.clone() });
    assert!(view.unwrap().withdrawn);
    let id = draft.clone();
    let refused = counter.desk.accept_case(AcceptCase { draft: id });
    let problems = refused.unwrap_err().problems;
    assert!(
        problems.iter().any(|one| one.rule == "withdrawn"),
        "{problems:?}"
    );
    assert_eq!(counter.find("").total, 0);
    let told = counter.desk.refuse_case(RefuseCase {
        draft: Some(draft),
        number: None,
        ground: "not_required".to_owned(),
        explanation: "本事项已停用，改办老年人优待证".to_owned(),
        competent: None,
    });
    assert_eq!(told.unwrap().state, "refused");
    counter.assert_sound();
}
