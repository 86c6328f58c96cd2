//! What proves that a result reached the right hand, and what lets somebody else take it.

use crate::probe::{Pdf, cell_in, squeeze};
use crate::samples::{self, NUMBER, RARE_NAME, delivery};
use yichuang_print::{Paper, documents::VillageCertificate};

fn assert_all(text: &str, wanted: &[&str]) {
    let text = squeeze(text);
    for part in wanted {
        let whole = text.contains(&squeeze(part)) || cell_in(&text, part);
        assert!(whole, "{part} is missing in {text}");
    }
}

#[test]
fn a_proof_of_delivery_names_what_to_whom_where_how_by_whom_and_who_saw_it() {
    let pdf = Pdf::of(&delivery::delivery_proof().document());
    let text = pdf.text();
    assert_all(
        &text,
        &[
            "送达回证",
            NUMBER,
            RARE_NAME,
            "老年人优待证",
            "样例优待〔2026〕第 0012 号",
            "2031年11月22日",
            "高龄津贴发放通知书",
            "直接送达（窗口领取）",
            "青石镇便民服务中心 · 3 号综合窗口",
            "2026年11月23日",
            "测试代领人",
            "370481********1234",
            "长子",
            "授权委托书（2026-11-01 至 2027-04-30，含领取）",
            "按手印",
            "测试见证人",
            "证照同发",
            "代收人签名（手印）",
            "送达人",
        ],
    );
    assert_eq!(pdf.qr_texts(200), [NUMBER]);
}

#[test]
fn handed_to_the_addressee_it_has_no_line_for_anybody_else() {
    let mut proof = delivery::delivery_proof();
    proof.taker = None;
    proof.witness = String::new();
    let text = squeeze(&Pdf::of(&proof.document()).text());
    assert!(text.contains("受送达人签名（手印）"), "{text}");
    assert!(!text.contains("代收"), "{text}");
}

#[test]
fn one_slip_lists_everything_of_one_handing_over_and_counts_it() {
    let mut slip = delivery::collection_slip();
    let text = Pdf::of(&slip.document()).text();
    assert_all(
        &text,
        &[
            "领取凭证",
            "（领取签收单）",
            NUMBER,
            "QS03-20261123-0013-4",
            "以上共 2 件办件、4 份结果",
            "领取人签名（手印）",
            "交付人",
        ],
    );
    slip.taker = Some(delivery::taker());
    slip.witness = "测试见证人".into();
    let text = Pdf::of(&slip.document()).text();
    assert_all(&text, &["代领人", "测试代领人", "关系", "测试见证人"]);
}

#[test]
fn whoever_carries_a_parcel_sees_only_part_of_the_telephone_and_can_scan_its_number() {
    let pdf = Pdf::of(&delivery::parcel_label().document());
    let text = pdf.text();
    assert_all(
        &text,
        &[
            "邮寄单",
            "邮政特快",
            "SAMPLE0000001CN",
            "138****6120",
            "山东省样例市青石镇石桥村 12 号",
            "内件",
            "寄递不向申请人收费",
        ],
    );
    // The symbol for telephones and the bar code for the carrier's scanners.
    assert_eq!(pdf.qr_texts(300), ["SAMPLE0000001CN\nSAMPLE0000001CN"]);
    let pages = pdf.tool("pdfinfo", &[]);
    assert!(pages.contains("A5") || pages.contains("419"), "{pages}");
}

#[test]
fn a_parcels_label_is_one_label_with_everything_on_it() {
    let mut label = delivery::parcel_label();
    label.imprint.paper = Paper::Label;
    let pdf = Pdf::of(&label.document());
    let about = pdf.tool("pdfinfo", &[]);
    assert!(about.contains("283.465 x 510.237"), "{about}");
    assert!(squeeze(&about).contains("Pages:1"), "{about}");
    let text = pdf.text();
    assert_all(
        &text,
        &[
            "邮寄单",
            "138****6120",
            "山东省样例市青石镇石桥村 12 号",
            "寄递不向申请人收费",
            "揽收人签名",
        ],
    );
    assert_eq!(pdf.qr_texts(300), ["SAMPLE0000001CN\nSAMPLE0000001CN"]);
}

#[test]
fn a_mandate_says_who_for_what_how_long_and_that_it_goes_no_further() {
    let mut mandate = delivery::mandate();
    let text = Pdf::of(&mandate.document()).text();
    assert_all(
        &text,
        &[
            "授权委托书",
            "第一联",
            "第二联",
            "委托人",
            RARE_NAME,
            "受托人",
            "测试代领人",
            "139****7788",
            "1．80周岁以上老年人高龄津贴申领",
            "2．老年人优待证办理",
            "一般代理",
            "代为领取办理结果和文书",
            "自2026年11月23日起至2027年5月22日止",
            "不得转委托",
            "帮办代办不收费",
            "见证人（不能书写时）",
        ],
    );
    assert!(!text.contains("户口簿"), "{text}");
    mandate.booklet = Some(VillageCertificate {
        issuer: "样例村村民委员会".into(),
        number: String::new(),
        on: samples::date(20),
    });
    let by_booklet = Pdf::of(&mandate.document()).text();
    assert_all(
        &by_booklet,
        &[
            "没带居民身份证",
            "未经机读核验",
            "样例村村民委员会2026年11月20日出具的证明（编号：无）",
        ],
    );
    mandate.matters.clear();
    mandate.revoked = Some((samples::date(30), "本人要自己来".into()));
    let text = Pdf::of(&mandate.document()).text();
    assert_all(
        &text,
        &[
            "各项政务服务事项",
            "本委托已于2026年11月30日撤销：本人要自己来",
        ],
    );
}
