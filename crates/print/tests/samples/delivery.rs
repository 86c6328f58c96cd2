//! Papers of handing results over and of mandates, filled in.

use yichuang_print::Paper;
use yichuang_print::documents::{
    Collected, CollectionSlip, DeliveryProof, Imprint, MandatePaper, ParcelLabel, Party,
    ServedDocument, Taker,
};

use super::{ADDRESS, MATTER_CODE, NUMBER, applicant, date, imprint};

fn documents() -> Vec<ServedDocument> {
    vec![
        ServedDocument {
            name: "老年人优待证".into(),
            number: "样例优待〔2026〕第 0012 号".into(),
            valid_until: chrono::NaiveDate::from_ymd_opt(2031, 11, 22),
        },
        ServedDocument {
            name: "高龄津贴发放通知书".into(),
            number: String::new(),
            valid_until: None,
        },
    ]
}

pub(crate) fn taker() -> Taker {
    Taker {
        party: Party {
            name: "测试代领人".into(),
            masked_id: "居民身份证 370481********1234".into(),
        },
        relation: "长子".into(),
        authority: "授权委托书（2026-11-01 至 2027-04-30，含领取）".into(),
    }
}

fn one_copy() -> Imprint {
    Imprint {
        two_copies: false,
        qr: Some(NUMBER.into()),
        ..imprint()
    }
}

pub(crate) fn delivery_proof() -> DeliveryProof {
    DeliveryProof {
        imprint: one_copy(),
        organ: "样例市民政局".into(),
        matter: "80周岁以上老年人高龄津贴申领".into(),
        matter_code: MATTER_CODE.into(),
        addressee: applicant(),
        documents: documents(),
        way: "直接送达（窗口领取）".into(),
        place: "青石镇便民服务中心 · 3 号综合窗口".into(),
        delivered_on: date(23),
        taker: Some(taker()),
        acknowledged: "按手印".into(),
        witness: "测试见证人".into(),
        note: "证照同发".into(),
        clerk: "测试窗口人员".into(),
    }
}

fn collected(number: &str, matter: &str) -> Collected {
    Collected {
        number: number.into(),
        matter: matter.into(),
        documents: documents(),
    }
}

pub(crate) fn collection_slip() -> CollectionSlip {
    CollectionSlip {
        imprint: one_copy(),
        applicant: applicant(),
        taker: None,
        cases: vec![
            collected(NUMBER, "80周岁以上老年人高龄津贴申领"),
            collected("QS03-20261123-0013-4", "老年人优待证办理"),
        ],
        way: "直接送达（窗口领取）".into(),
        place: "青石镇便民服务中心 · 3 号综合窗口".into(),
        on: date(23),
        witness: String::new(),
        clerk: "测试窗口人员".into(),
    }
}

pub(crate) fn parcel_label() -> ParcelLabel {
    ParcelLabel {
        imprint: Imprint {
            paper: Paper::A5,
            qr: Some("SAMPLE0000001CN".into()),
            ..one_copy()
        },
        carrier: "邮政特快".into(),
        tracking: "SAMPLE0000001CN".into(),
        sender: vec![
            "青石镇便民服务中心".into(),
            "青石镇样例路 1 号".into(),
            "0632-0000000".into(),
        ],
        recipient: applicant().name,
        masked_phone: "138****6120".into(),
        address: ADDRESS.into(),
        cases: vec![collected(NUMBER, "80周岁以上老年人高龄津贴申领")],
        on: date(23),
        clerk: "测试窗口人员".into(),
    }
}

pub(crate) fn mandate() -> MandatePaper {
    MandatePaper {
        imprint: Imprint {
            number: String::new(),
            qr: None,
            ..imprint()
        },
        principal: applicant(),
        principal_phone: "138****6120".into(),
        agent: taker().party,
        agent_phone: "139****7788".into(),
        relation: "长子".into(),
        powers: vec![
            "代为递交申请和材料、代为填写".into(),
            "代为补正材料".into(),
            "代为领取办理结果和文书".into(),
        ],
        matters: vec![
            "80周岁以上老年人高龄津贴申领".into(),
            "老年人优待证办理".into(),
        ],
        from: date(23),
        until: chrono::NaiveDate::from_ymd_opt(2027, 5, 22).unwrap(),
        witness: String::new(),
        booklet: None,
        revoked: None,
        clerk: "测试窗口人员".into(),
    }
}
