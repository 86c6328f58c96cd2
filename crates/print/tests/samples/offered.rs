//! Papers of helping, of numbers and of what is paid, certified and rated.

use yichuang_print::documents::{
    Charge, DeferredAcceptance, HandedMoney, Handover, HandoverList, HelpOrder, HelpStep, Imprint,
    IssuedProof, Missing, NumberChange, Party, PaymentNotice, QueueTicket, RatingMonth,
    RatingPaper,
};

use super::{ADDRESS, MATTER_CODE, NUMBER, applicant, at, date, imprint, receipt, strings};

const ORGAN: &str = "青石镇便民服务中心（样例）";
const MATTER: &str = "80周岁以上老年人高龄津贴申领";
const CONTACT: &str = "测试窗口人员 0632-0000000";
const CLERK: &str = "测试窗口人员";

fn helper() -> Party {
    Party {
        name: "测试帮办员".into(),
        masked_id: "370481********1234".into(),
    }
}

fn missing(name: &str, form: &str) -> Missing {
    Missing {
        name: name.into(),
        form: form.into(),
        by: Some(date(30)),
    }
}

pub(crate) fn deferred_acceptance() -> DeferredAcceptance {
    DeferredAcceptance {
        imprint: imprint(),
        organ: "样例市民政局".into(),
        applicant: applicant(),
        matter: MATTER.into(),
        matter_code: MATTER_CODE.into(),
        applied_on: date(23),
        accepted_on: date(23),
        missing: vec![
            missing("近期一寸免冠照片", "原件 2 份"),
            missing("监护人关系证明", "复印件 1 份"),
        ],
        promised_due: "2026年12月7日".into(),
        where_to: "补交到青石镇便民服务中心（样例路 1 号）3 号综合窗口。".into(),
        contact: CONTACT.into(),
        clerk: CLERK.into(),
    }
}

pub(crate) fn number_change() -> NumberChange {
    NumberChange {
        imprint: Imprint {
            number: "QS03K7-20261124-0001-R".into(),
            qr: Some("QS03K7-20261124-0001-R".into()),
            ..imprint()
        },
        organ: ORGAN.into(),
        applicant: applicant(),
        matter: MATTER.into(),
        old_number: NUMBER.into(),
        applied_on: date(23),
        changed_on: date(24),
        contact: CONTACT.into(),
        clerk: CLERK.into(),
    }
}

pub(crate) fn help_order() -> HelpOrder {
    let step = |what: &str, day: u32| HelpStep {
        what: what.into(),
        matter: MATTER.into(),
        by: Some(date(day)),
    };
    HelpOrder {
        imprint: Imprint {
            number: "BD-QS03-20261123-0004".into(),
            qr: Some("BD-QS03-20261123-0004".into()),
            ..imprint()
        },
        organ: ORGAN.into(),
        kind: "上门办".into(),
        resident: applicant(),
        resident_phone: "138****6120".into(),
        resident_address: ADDRESS.into(),
        helper: helper(),
        helper_phone: "0632-0000000".into(),
        steps: vec![
            step("上门核对材料、代为填写申请表", 23),
            step("到镇便民服务中心递交", 24),
            step("领取结果送到家", 30),
        ],
        mandate: "授权委托书（2026年11月1日至2027年4月30日，含递交、领取）".into(),
        agreed_on: date(23),
    }
}

pub(crate) fn handover_list() -> HandoverList {
    let paid = HandedMoney {
        purpose: "代缴 2027 年度城乡居民医保费".into(),
        fen: 40_000,
        basis: "样医保发〔2026〕第 8 号".into(),
    };
    HandoverList {
        imprint: Imprint {
            number: "BD-QS03-20261123-0004".into(),
            qr: None,
            ..imprint()
        },
        organ: ORGAN.into(),
        resident: applicant(),
        helper: helper(),
        matter: MATTER.into(),
        given: Handover {
            on: Some(date(23)),
            materials: receipt().materials.into_iter().take(3).collect(),
            money: vec![paid],
        },
        returned: None,
    }
}

/// The same after everything came back.
pub(crate) fn handover_list_returned() -> HandoverList {
    let list = handover_list();
    HandoverList {
        returned: Some(Handover {
            on: Some(date(30)),
            materials: receipt().materials.into_iter().skip(1).take(2).collect(),
            money: vec![HandedMoney {
                purpose: "找零".into(),
                fen: 2_005,
                basis: "财政票据 样例 No.000012".into(),
            }],
        }),
        ..list
    }
}

pub(crate) fn payment_notice() -> PaymentNotice {
    let charge = |code: &str, name: &str, fen: u64, quantity: u32| Charge {
        code: code.into(),
        name: name.into(),
        price: fen,
        unit: "例".into(),
        quantity,
        basis: "《关于预防接种异常反应鉴定收费标准的复函》（鲁价费函〔2016〕42号）".into(),
    };
    PaymentNotice {
        imprint: Imprint {
            number: "JK-QS03-20261123-0002".into(),
            qr: Some("37000026000000000012".into()),
            ..imprint()
        },
        payee: "样例市卫生健康局".into(),
        payer: applicant(),
        matter: "预防接种异常反应鉴定".into(),
        case_number: NUMBER.into(),
        charges: vec![
            charge("103042101", "预防接种异常反应鉴定费", 350_000, 1),
            charge("", "病历资料复制费", 50, 41),
        ],
        pay_code: "37000026000000000012".into(),
        how: strings(&["用手机扫码或凭缴款码到任一代收银行缴款；本窗口不代收现金。"]),
        issued_on: date(23),
        pay_by: date(30),
        contact: CONTACT.into(),
        clerk: CLERK.into(),
    }
}

pub(crate) fn issued_proof() -> IssuedProof {
    IssuedProof {
        imprint: Imprint {
            number: "石桥村证〔2026〕第 0012 号".into(),
            qr: Some("石桥村证〔2026〕第 0012 号".into()),
            ..imprint()
        },
        issuer: "青石镇石桥村村民委员会（样例）".into(),
        name: "独居老人居住情况证明".into(),
        person: applicant(),
        asked_by: String::new(),
        content: format!("自2020年3月起在{ADDRESS}独自居住，子女均在外地工作。"),
        purpose: "申请居家养老服务补贴".into(),
        recipient: "样例市民政局".into(),
        basis: "《样例省居家养老服务补贴办法》第六条第二款".into(),
        checked: "2026年11月22日入户核实，邻居两人证实。".into(),
        issued_on: date(23),
        valid_until: chrono::NaiveDate::from_ymd_opt(2027, 2, 22),
        phone: "0632-0000000".into(),
        clerk: "测试村干部".into(),
        approver: "测试村主任".into(),
    }
}

pub(crate) fn queue_ticket() -> QueueTicket {
    QueueTicket {
        imprint: Imprint {
            number: "A017".into(),
            qr: None,
            ..imprint()
        },
        code: "LY03-20261123-A017-V".into(),
        business: "社会保障".into(),
        priority: "80 周岁以上".into(),
        ahead: 5,
        windows: "1—4 号综合窗口".into(),
        taken_at: at("2026-11-23T10:42:09+08:00"),
        missed: strings(&[
            "叫号三次没有应答的，算过号；请找工作人员，排到队尾。",
            "预约的，请在约定时间前后 15 分钟内到。",
        ]),
    }
}

pub(crate) fn rating_paper() -> RatingPaper {
    RatingPaper {
        imprint: Imprint {
            qr: Some(NUMBER.into()),
            ..imprint()
        },
        matter: MATTER.into(),
        stage: "受理".into(),
        served_on: date(23),
        levels: strings(&["非常满意", "满意", "基本满意", "不满意", "非常不满意"]),
        reasons: strings(&["态度", "效率", "指南不准", "多跑", "设备", "其他"]),
        how: strings(&["5 天内到任一便民服务点的评价屏扫码，或者当场填写评价表。"]),
        follow_up: "不满意的，1 个工作日内有人联系您。".into(),
    }
}

/// What the template's own sample says, of a month with two bad ratings.
pub(crate) fn rating_month() -> RatingMonth {
    let sample = include_str!("../../../../assets/templates/samples/rating_month.json");
    serde_json::from_str(sample).expect("the sample is one")
}
