//! What a resident takes home is one page a copy, and nobody signs on a page with nothing else on it.

use yichuang_print::documents::Receipt;
use yichuang_print::layout::layout;
use yichuang_print::{Document, Paper};

use crate::probe::{Pdf, page_text, squeeze};
use crate::samples::{self, fonts};

/// Pages of one copy.
fn pages(document: &Document) -> usize {
    layout(document, fonts()).unwrap().pages.len() / document.copies.len().max(1)
}

/// As a window gives it, on half a sheet: what is said of progress is as long as it gets there.
fn half_sheet() -> Receipt {
    let mut receipt = samples::receipt();
    receipt.imprint.paper = Paper::A5;
    receipt.seal = false;
    receipt.offline = false;
    receipt.how_to_check = vec![
        "材料已按清单核对，本事项承诺一次办好。".to_owned(),
        "查进度：报编号或持本凭证到青石镇便民服务中心（样例），电话 0632-0000000；\
         对服务有意见请拨 12345。"
            .to_owned(),
    ];
    receipt
}

fn enter_later(receipt: &mut Receipt) {
    receipt.entered_on = Some("2026-11-25".parse().unwrap());
}

#[test]
fn an_ordinary_receipt_is_one_half_sheet_a_copy_whatever_else_it_has_to_say() {
    type Change = fn(&mut Receipt);
    let cases: [(&str, Change); 6] = [
        ("plain", |_| {}),
        ("sample banner", |receipt| {
            receipt.imprint.sample_catalogue = true;
        }),
        ("taken in without a network", |receipt| {
            receipt.offline = true;
        }),
        ("entered later", enter_later),
        ("long remarks", |receipt| {
            for material in &mut receipt.materials {
                material.note = "容缺，11月30日前补交原件".to_owned();
            }
        }),
        ("all at once, printed again", |receipt| {
            receipt.imprint.sample_catalogue = true;
            receipt.imprint.printing = 2;
            receipt.offline = true;
            enter_later(receipt);
        }),
    ];
    for (name, change) in cases {
        let mut receipt = half_sheet();
        change(&mut receipt);
        let document = receipt.document();
        assert_eq!(document.copies.len(), 2);
        assert_eq!(pages(&document), 1, "{name}");
    }
}

#[test]
fn the_receipt_of_matters_taken_in_together_is_one_page_a_copy() {
    assert_eq!(pages(&samples::life::receipt_of_whole().document()), 1);
}

#[test]
fn a_common_application_form_is_one_page_and_a_longer_one_takes_its_declaration_along() {
    let common = samples::application_form();
    assert_eq!(pages(&common.document()), 1);

    let mut alone = common.clone();
    alone.agent = None;
    let said = squeeze(&Pdf::of(&alone.document()).text());
    assert!(
        said.contains("申请人签名") && !said.contains("代理人"),
        "{said}"
    );

    let mut long = common;
    for _ in 0..8 {
        let more = long.materials[0].clone();
        long.materials.push(more);
    }
    let laid_out = layout(&long.document(), fonts()).unwrap();
    assert_eq!(laid_out.pages.len(), 2);
    let last = squeeze(&page_text(&laid_out.pages[1]));
    for words in ["申请人声明", "个人信息处理告知", "申请人签名"] {
        assert!(last.contains(words), "{words} is not in {last}");
    }
}
