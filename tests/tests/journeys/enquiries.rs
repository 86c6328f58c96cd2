//! 首问负责: whoever is asked first keeps the enquiry until it is handed over or settled.

use yichuang_app::ipc::{
    EnquiryRow, ErrorCode, HandEnquiry, ListEnquiries, Nothing, OpenEnquiry, SettleEnquiry,
};
use yichuang_tests::kit::{Counter, Who, an_application};

fn ask(counter: &Counter, text: &str) -> EnquiryRow {
    counter
        .desk
        .open_enquiry(OpenEnquiry {
            text: text.to_owned(),
            matter: String::new(),
            name: "样例群众".to_owned(),
            phone: "13800006120".to_owned(),
        })
        .unwrap();
    let rows = list(counter, false);
    rows.into_iter().find(|row| row.text == text).unwrap()
}

fn list(counter: &Counter, everybody: bool) -> Vec<EnquiryRow> {
    let input = ListEnquiries { everybody };
    counter.desk.list_enquiries(input).unwrap().rows
}

fn hand(id: &str, to: &str, office: &str) -> HandEnquiry {
    HandEnquiry {
        id: id.to_owned(),
        to: to.to_owned(),
        office: office.to_owned(),
        reason: "归他们管".to_owned(),
    }
}

fn settle(id: &str, number: &str) -> SettleEnquiry {
    SettleEnquiry {
        id: id.to_owned(),
        answer: "带身份证和户口簿来".to_owned(),
        number: number.to_owned(),
    }
}

fn colleague(counter: &Counter, who: Who) -> String {
    let list = counter
        .desk
        .list_enquiries(ListEnquiries { everybody: false });
    let colleagues = list.unwrap().colleagues;
    let found = colleagues.iter().find(|one| one.name == who.name());
    found.unwrap().id.clone()
}

#[test]
fn whoever_was_asked_has_it_on_the_workbench_until_it_is_settled() {
    let counter = Counter::open();
    let asked = ask(&counter, "老年证到哪里换");
    assert_eq!(asked.owner, Who::Clerk.name());
    assert_eq!(asked.phone, "13800006120", "whole for whoever calls back");
    let shelf = counter.desk.workbench(Nothing {}).unwrap().enquiries;
    assert_eq!((shelf.open, shelf.rows.len()), (1, 1));

    let number = counter.accept(&an_application()).number;
    counter
        .desk
        .settle_enquiry(settle(&asked.id, &number))
        .unwrap();
    let settled = &list(&counter, false)[0];
    assert_eq!(settled.state, "settled");
    assert_eq!(settled.number.as_deref(), Some(number.as_str()));
    let shelf = counter.desk.workbench(Nothing {}).unwrap().enquiries;
    assert_eq!((shelf.open, shelf.rows.len()), (0, 0));
    let again = counter
        .desk
        .settle_enquiry(settle(&asked.id, ""))
        .unwrap_err();
    assert_eq!(again.code, ErrorCode::EnquiryClosed);
    counter.assert_sound();
}

#[test]
fn handed_to_a_colleague_it_is_theirs_and_the_one_asked_first_still_sees_what_became_of_it() {
    let counter = Counter::open();
    let asked = ask(&counter, "宅基地归谁管");
    let helper = colleague(&counter, Who::Helper);
    counter
        .desk
        .hand_enquiry(hand(&asked.id, &helper, ""))
        .unwrap();
    let mine = &list(&counter, false)[0];
    assert_eq!(
        (mine.owner.as_str(), mine.movable),
        (Who::Helper.name(), false)
    );
    assert_eq!(mine.handed_to.as_deref(), Some(Who::Helper.name()));
    assert_eq!(
        mine.phone, "138****6120",
        "masked for whoever does not have it"
    );
    let refused = counter
        .desk
        .settle_enquiry(settle(&asked.id, ""))
        .unwrap_err();
    assert_eq!(refused.code, ErrorCode::RoleMissing);

    counter.sign_in(Who::Helper);
    assert!(list(&counter, false)[0].movable);
    counter.desk.settle_enquiry(settle(&asked.id, "")).unwrap();
    counter.assert_sound();
}

#[test]
fn handed_to_another_office_it_has_left_with_the_name_the_resident_was_told() {
    let counter = Counter::open();
    let asked = ask(&counter, "养老金怎么少了");
    counter
        .desk
        .hand_enquiry(hand(&asked.id, "", "样例县社保中心"))
        .unwrap();
    let handed = &list(&counter, false)[0];
    assert_eq!(handed.state, "handed");
    assert_eq!(handed.handed_to.as_deref(), Some("样例县社保中心"));
    assert_eq!(handed.closed_on.as_deref(), Some("2026-11-23"));
    let nowhere = counter.desk.hand_enquiry(hand(&asked.id, "", ""));
    assert!(nowhere.is_err());
}

#[test]
fn a_supervisor_sees_everybodys_and_a_clerk_ones_own() {
    let counter = Counter::open();
    let asked = ask(&counter, "老年证到哪里换");
    counter.sign_in(Who::Helper);
    assert!(
        list(&counter, true).is_empty(),
        "asking for everybody's changes nothing"
    );
    counter.sign_in(Who::Supervisor);
    assert!(list(&counter, false).is_empty());
    let seen = list(&counter, true);
    assert_eq!(seen.len(), 1);
    assert!(seen[0].movable);
    counter.desk.settle_enquiry(settle(&asked.id, "")).unwrap();
}

#[test]
fn what_is_asked_holds_no_personal_number_and_a_wrong_number_of_a_case_settles_nothing() {
    let counter = Counter::open();
    let refused = counter.desk.open_enquiry(OpenEnquiry {
        text: "我是 370481199001010012".to_owned(),
        matter: String::new(),
        name: String::new(),
        phone: String::new(),
    });
    assert_eq!(refused.unwrap_err().problems[0].rule, "personal_number");
    let wrong_phone = counter.desk.open_enquiry(OpenEnquiry {
        text: "还要带什么".to_owned(),
        matter: String::new(),
        name: String::new(),
        phone: "12".to_owned(),
    });
    assert_eq!(wrong_phone.unwrap_err().problems[0].field, "phone");
    let asked = ask(&counter, "还要带什么");
    let nowhere = counter
        .desk
        .settle_enquiry(settle(&asked.id, "1123"))
        .unwrap_err();
    assert_eq!(nowhere.code, ErrorCode::NumberShape);
    assert_eq!(list(&counter, false)[0].state, "open");
}
