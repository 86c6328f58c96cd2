//! Papers of the counter around cases: slips for days without power, cases sent on, where to go.

use yichuang_print::layout::layout;

use crate::probe::{Pdf, squeeze};
use crate::samples::{self, counter, fonts};

fn assert_all(text: &str, wanted: &[&str]) {
    let text = squeeze(text);
    for one in wanted {
        assert!(text.contains(&squeeze(one)), "{one} is not in {text}");
    }
}

#[test]
fn two_slips_stand_on_a_sheet_each_with_a_stub_and_a_part_for_the_resident() {
    let sheet = counter::slips();
    let document = sheet.document();
    assert_eq!(layout(&document, fonts()).unwrap().pages.len(), 2);
    let text = Pdf::of(&document).text();
    let numbers: Vec<&str> = sheet.numbers.iter().map(String::as_str).collect();
    assert_all(&text, &numbers);
    assert_all(
        &text,
        &[
            "停电等不能用电脑时用",
            "存根",
            "交申请人",
            "收件日期",
            "申请人姓名",
            "证件号码",
            "办什么事",
            "材料名称、份数",
            "窗口人员签字",
            "申请人（代办人）签字",
            "编号不变，办理期限从上面的收件日期算起",
            &sheet.contact,
        ],
    );
    for number in numbers {
        assert_eq!(text.matches(number).count(), 2, "{number} on both parts");
    }
}

#[test]
fn who_hands_in_for_another_place_keeps_whose_it_is_and_whom_to_ask() {
    let papers = counter::forwarding();
    let said = [
        papers.from.as_str(),
        &papers.to,
        &papers.to_address,
        &papers.to_phone,
        &papers.by,
        &papers.matter,
        &papers.applicant.name,
        &papers.materials[0].name,
        &papers.clerk,
    ];
    let receipt = Pdf::of(&papers.receipt()).text();
    assert_all(&receipt, &said);
    assert_all(
        &receipt,
        &["异地代收回执", "是否受理、何时办结，由办理地书面告知"],
    );
    let transfer = Pdf::of(&papers.transfer()).text();
    assert_all(&transfer, &said);
    assert_all(&transfer, &["转办单", "办理地接收人签字", "2026年11月24日"]);
}

#[test]
fn a_matter_not_taken_in_says_where_to_go_when_and_what_it_costs() {
    let sheet = counter::where_to();
    let text = Pdf::of(&sheet.document()).text();
    for place in &sheet.places {
        assert_all(
            &text,
            &[&place.body, &place.address, &place.phone, &place.hours],
        );
    }
    assert_all(&text, &["去哪办", &sheet.matter, &sheet.fee]);
    let pages = layout(&sheet.document(), fonts()).unwrap().pages;
    assert_eq!(pages.len(), 1, "one piece of paper");
}

#[test]
fn a_receipt_of_a_slip_names_its_day_and_the_day_it_was_entered_and_no_hour() {
    let mut receipt = samples::receipt();
    receipt.entered_on = Some(samples::date(25));
    let text = Pdf::of(&receipt.document()).text();
    assert_all(
        &text,
        &["【补录】本件于2026年11月23日用编号单收取，2026年11月25日录入电脑"],
    );
    assert!(!squeeze(&text).contains(&squeeze("收件时间：2026年11月23日10:41")));
    assert_all(&text, &["收费", "不收费"]);
}
