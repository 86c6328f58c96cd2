//! What the papers say that a department's word calls for.

use crate::probe::{Pdf, squeeze};
use crate::samples::department;
use yichuang_print::Document;

fn assert_all(document: &Document, wanted: &[&str]) {
    let text = squeeze(&Pdf::of(document).text());
    for part in wanted {
        assert!(text.contains(&squeeze(part)), "{part} is missing in {text}");
    }
}

#[test]
fn a_special_procedure_is_told_with_its_reason_its_time_and_its_effect() {
    let notice = department::special_procedure();
    assert_all(
        &notice.document(),
        &[
            "特别程序告知书",
            "依法需要进行听证",
            &notice.reason,
            &notice.basis,
            "自2026年11月25日开始，预计需要20个工作日",
            "不计入办理时限",
            &notice.office,
            "2026年11月23日受理",
            "申请人（代理人）签收",
        ],
    );
}

#[test]
fn an_extension_is_told_with_who_approved_it_why_and_the_new_days() {
    let mut notice = department::extension();
    assert_all(
        &notice.document(),
        &[
            "延长办理期限通知书",
            "办理期限延长10个工作日",
            &notice.approver,
            &notice.reason,
            &notice.basis,
            &notice.promised_due,
            &notice.legal_due,
        ],
    );
    notice.promised_due.clear();
    notice.legal_due.clear();
    let text = squeeze(&Pdf::of(&notice.document()).text());
    assert!(!text.contains("延长后，"), "no day is made up: {text}");
}

#[test]
fn what_an_examination_needs_is_another_paper_than_the_one_notice() {
    let notice = department::examination();
    assert_all(
        &notice.document(),
        &[
            "审查阶段补正材料通知书",
            "以上为审查阶段需要补正的全部内容。",
            "2026年11月30日（含当日）前补正",
            "也不暂停办理时限",
            &notice.defects[0].basis,
            &notice.where_to,
        ],
    );
    let text = squeeze(&Pdf::of(&notice.document()).text());
    assert!(!text.contains("即予受理"));
}
