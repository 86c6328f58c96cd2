//! Papers of helping, of numbers and of what is paid, certified and rated: what each has to say.

use yichuang_print::Paper;
use yichuang_print::documents::{Charge, ChargeError, PaymentNotice};
use yichuang_print::layout::layout;

use crate::probe::{Pdf, cell_in, squeeze};
use crate::samples::{self, MATTER_CODE, NUMBER, RARE_NAME, fonts, offered};

#[test]
fn an_acceptance_with_materials_missing_names_them_their_form_their_day_and_what_follows() {
    let notice = offered::deferred_acceptance();
    let text = Pdf::of(&notice.document()).text();
    assert_all(
        &text,
        &[
            "容缺受理通知书",
            RARE_NAME,
            MATTER_CODE,
            "根据你（单位）的书面承诺，决定容缺受理",
            "近期一寸免冠照片",
            "原件 2 份",
            "监护人关系证明",
            "复印件 1 份",
            "在所列日期（含当日）前补齐",
            "2026年11月30日",
            "2026年12月7日",
            "以材料送到之日为补交日期",
            "补交期限包含在承诺办结期限之内",
            "逾期没有补齐的，终止办理、退回申请",
            "因不可抗力不能按期补交的除外",
            "本通知书一式两份",
            "第一联 存档",
            "第二联 交申请人",
            "加盖受理专用章后生效",
        ],
    );
    let pages = layout(&notice.document(), fonts()).unwrap().pages;
    assert_eq!(pages.len(), 2, "one page for each copy");
}

#[test]
fn supplies_that_answer_an_examination_have_a_receipt_of_their_own_title() {
    let supplies = samples::life::supply_receipt();
    let text = squeeze(&Pdf::of(&supplies.of_examination()).text());
    assert!(text.contains("审查阶段补正材料接收凭证"), "{text}");
    assert_all(&text, &["本次收到", "还缺", "监护人关系证明"]);
    let ordinary = squeeze(&Pdf::of(&supplies.document()).text());
    assert!(!ordinary.contains("审查阶段"), "{ordinary}");
}

#[test]
fn a_new_number_is_told_with_the_old_one_and_changes_nothing_else() {
    let notice = offered::number_change();
    let pdf = Pdf::of(&notice.document());
    assert_all(
        &pdf.text(),
        &[
            "换号通知",
            "QS03K7-20261124-0001-R",
            "原编号QS03-20261123-0012-6与另一件重复",
            "收件日期、受理日期、办理期限、已经交的材料和作出的决定都不变",
            "两个编号都能查到本件",
            "已经发出的凭证和通知书继续有效",
        ],
    );
    let symbols = pdf.qr_texts(200);
    assert!(symbols.iter().all(|text| text == "QS03K7-20261124-0001-R"));
}

#[test]
fn an_order_for_help_says_it_is_free_who_helps_with_what_by_when_and_both_sign() {
    let order = offered::help_order();
    let text = Pdf::of(&order.document()).text();
    assert_all(
        &text,
        &[
            "帮办代办服务单",
            RARE_NAME,
            "上门办",
            "测试帮办员",
            "领取结果送到家",
            "2026年11月24日",
            "帮办代办服务全程无偿，不收取任何费用",
            "授权委托书（2026年11月1日至2027年4月30日，含递交、领取）",
            "可以随时收回委托",
            "服务对象签名（手印）",
            "帮办代办员签名",
        ],
    );
    let helped = yichuang_print::documents::HelpOrder {
        mandate: String::new(),
        ..order
    };
    assert_all(
        &Pdf::of(&helped.document()).text(),
        &["本人到场，帮办员只协助，不代签"],
    );
}

#[test]
fn what_is_handed_over_is_listed_both_ways_with_money_in_words_and_signed_at_each() {
    let list = offered::handover_list();
    let text = Pdf::of(&list.document()).text();
    assert_all(
        &text,
        &[
            "材料交接清单",
            "一、服务对象交给帮办代办员",
            "居民户口簿（本人页及户主页）",
            "代缴 2027 年度城乡居民医保费",
            "样医保发〔2026〕第 8 号",
            "材料共 3 件；款项共 400.00 元，人民币（大写）肆佰元整",
            "二、帮办代办员交还服务对象",
            "帮办代办服务全程无偿",
        ],
    );
    for sign in [
        "服务对象签名（交出）",
        "帮办代办员签名（收到）",
        "帮办代办员签名（交还）",
        "服务对象签名（收回）",
    ] {
        assert!(cell_in(&text, sign), "{sign}");
    }
    let returned = offered::handover_list_returned();
    let text = Pdf::of(&returned.document()).text();
    assert_all(
        &text,
        &[
            "找零",
            "材料共 2 件；款项共 20.05 元，人民币（大写）贰拾元零伍分",
        ],
    );
    for document in [list.document(), returned.document()] {
        let pages = layout(&document, fonts()).unwrap().pages;
        assert_eq!(pages.len(), 2, "one sheet for each copy");
    }
}

#[test]
fn a_notice_of_payment_names_code_standard_quantity_basis_sum_in_both_ways_and_the_last_day() {
    let notice = offered::payment_notice();
    let pdf = Pdf::of(&notice.document().unwrap());
    let text = pdf.text();
    assert_all(
        &text,
        &[
            "缴款通知单",
            "样例市卫生健康局",
            "JK-QS03-20261123-0002",
            NUMBER,
            "103042101",
            "3500.00元/例",
            "20.50",
            "合计：3520.50 元",
            "人民币（大写）：叁仟伍佰贰拾元伍角整",
            "2026年11月30日",
            "37000026000000000012",
            "本窗口不代收现金",
            "只收上列有依据的费用",
        ],
    );
    for charge in &notice.charges {
        assert!(cell_in(&text, &charge.basis), "{}", charge.basis);
    }
    assert_eq!(pdf.qr_texts(200)[0], notice.pay_code);
}

#[test]
fn nobody_is_asked_to_pay_for_what_rests_on_nothing_or_comes_to_nothing() {
    let notice = offered::payment_notice();
    let refused = |charges: Vec<Charge>| {
        let notice = PaymentNotice {
            charges,
            ..notice.clone()
        };
        notice.document().unwrap_err()
    };
    let mut bare = notice.charges.clone();
    bare[1].basis = " \u{200B}".into();
    let error = refused(bare);
    assert!(matches!(&error, ChargeError::NoBasis { name } if name == "病历资料复制费"));
    assert_eq!(error.code(), "PRINT-CHARGE-BASIS");
    assert_eq!(refused(Vec::new()).code(), "PRINT-CHARGE-NONE");
    let mut huge = notice.charges.clone();
    huge[0].price = u64::MAX;
    assert_eq!(refused(huge).code(), "PRINT-CHARGE-SUM");
}

#[test]
fn an_issued_proof_and_its_stub_share_a_sheet_a_number_and_a_purpose() {
    let proof = offered::issued_proof();
    let text = Pdf::of(&proof.document()).text();
    assert_all(
        &text,
        &[
            "证明开具存根",
            "沿此线撕开",
            "骑缝加盖印章",
            "独居老人居住情况证明",
            RARE_NAME,
            "《样例省居家养老服务补贴办法》第六条第二款",
            "本证明仅用于申请居家养老服务补贴，有效期至2027年2月22日，他用无效",
            "特此证明",
            "样例市民政局：",
            "测试村干部",
            "测试村主任",
        ],
    );
    let numbers = squeeze(&text)
        .matches("编号：石桥村证〔2026〕第0012号")
        .count();
    assert_eq!(numbers, 2, "on the stub and on the proof");
    assert_eq!(layout(&proof.document(), fonts()).unwrap().pages.len(), 1);
    let groundless = yichuang_print::documents::IssuedProof {
        basis: String::new(),
        ..proof
    };
    let text = squeeze(&Pdf::of(&groundless.document()).text());
    assert!(text.contains("设定依据无"), "{text}");
}

#[test]
fn a_queue_ticket_says_whose_turn_when_and_where_and_names_nobody() {
    let ticket = offered::queue_ticket();
    let text = Pdf::of(&ticket.document()).text();
    assert_all(
        &text,
        &[
            "青石镇便民服务中心（样例）",
            "A017",
            "社会保障",
            "优先：80 周岁以上",
            "前面等候",
            "5 人",
            "1—4 号综合窗口",
            "2026年11月23日 10:42",
            "叫号三次没有应答的，算过号",
        ],
    );
    let pages = layout(&ticket.document(), fonts()).unwrap().pages;
    assert_eq!(pages.len(), 1, "one piece of paper");
}

#[test]
fn a_queue_ticket_says_the_same_on_a_half_sheet_where_there_is_no_roll() {
    let mut ticket = offered::queue_ticket();
    ticket.imprint.paper = Paper::A5;
    let document = ticket.document();
    assert_eq!(document.paper, Paper::A5);
    let pages = layout(&document, fonts()).unwrap().pages;
    assert_eq!(pages.len(), 1);
    let text = Pdf::of(&document).text();
    assert_all(
        &text,
        &["A017", "社会保障", "前面等候", "叫号三次没有应答的，算过号"],
    );
}

#[test]
fn a_rating_is_free_has_five_levels_in_their_order_and_goes_into_a_box() {
    let paper = offered::rating_paper();
    let form = squeeze(&Pdf::of(&paper.form()).text());
    let at: Vec<_> = ["非常满意", "基本满意", "非常不满意", "态度", "意见建议"]
        .iter()
        .map(|word| {
            form.find(word)
                .unwrap_or_else(|| panic!("{word} in {form}"))
        })
        .collect();
    assert!(at.windows(2).all(|pair| pair[0] < pair[1]), "{at:?}");
    assert_all(
        &form,
        &[
            "政务服务评价表",
            "指南不准",
            "填好投入评价箱，不用交给窗口",
            "由您自己决定，不影响办事，经办人员看不到您的评价",
            "1 个工作日内有人联系您",
            NUMBER,
        ],
    );
    let ticket = Pdf::of(&paper.ticket());
    assert_all(
        &ticket.text(),
        &[
            "请您评价这次服务",
            "非常满意 · 满意 · 基本满意",
            "5 天内",
            NUMBER,
        ],
    );
    assert_eq!(ticket.qr_texts(300), [NUMBER]);
    let size = Pdf::of(&paper.form()).tool("pdfinfo", &[]);
    assert!(size.contains("A5") || size.contains("419"), "{size}");
}

fn assert_all(text: &str, wanted: &[&str]) {
    let text = squeeze(text);
    for part in wanted {
        let whole = text.contains(&squeeze(part)) || cell_in(&text, part);
        assert!(whole, "{part} is missing in {text}");
    }
}
