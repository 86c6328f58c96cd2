//! One filled-in paper of each kind. The people and codes are samples.
#![allow(clippy::unwrap_used, clippy::expect_used)]

use std::path::PathBuf;
use std::sync::OnceLock;

use chrono::{DateTime, FixedOffset, NaiveDate};
use yichuang_print::documents::{
    Acceptance, ApplicationForm, Correction, Defect, Deferral, FollowUp, FormEntry, FormMaterial,
    Imprint, ListedProof, Missing, NoticeItem, OnceNotice, Party, Promise, ProofList, Receipt,
    ReceivedMaterial, Refusal,
};
use yichuang_print::{FontSet, Paper};

mod all;
pub(crate) mod counter;
pub(crate) mod delivery;
pub(crate) mod department;
mod guide;
pub(crate) mod life;
pub(crate) mod offered;
pub(crate) mod people;

pub(crate) use all::{all, all_of};
pub(crate) use guide::guide;

pub(crate) const RARE_NAME: &str = "样例·𠮷䶮𬭎";
pub(crate) const MASKED_ID: &str = "370481********0012";
pub(crate) const WHOLE_ID: &str = "999000194403210421";
pub(crate) const ADDRESS: &str = "山东省样例市青石镇石桥村 12 号";
pub(crate) const MATTER_CODE: &str = "11370481MB9X00001A3370100001001";
pub(crate) const NUMBER: &str = "QS03-20261123-0012-6";

pub(crate) fn fonts() -> &'static FontSet {
    static FONTS: OnceLock<FontSet> = OnceLock::new();
    FONTS.get_or_init(|| FontSet::load(&font_dir()).expect("the shipped fonts load"))
}

pub(crate) fn font_dir() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../assets/fonts")
}

pub(crate) fn at(text: &str) -> DateTime<FixedOffset> {
    DateTime::parse_from_rfc3339(text).unwrap()
}

pub(crate) fn date(day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 11, day).unwrap()
}

fn strings(texts: &[&str]) -> Vec<String> {
    texts.iter().map(|text| (*text).to_owned()).collect()
}

/// As long as a signed receipt's line becomes.
pub(crate) fn receipt_qr() -> String {
    let alphabet: Vec<char> = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:"
        .chars()
        .collect();
    let body: String = (0..380)
        .map(|at| alphabet[(at * 7 + at / 45) % 45])
        .collect();
    format!("YC1:{body}")
}

pub(crate) fn imprint() -> Imprint {
    Imprint {
        point: "青石镇便民服务中心（样例）".into(),
        number: NUMBER.into(),
        qr: Some(receipt_qr()),
        printed_at: at("2026-11-23T10:42:09+08:00"),
        printing: 1,
        paper: Paper::A4,
        two_copies: true,
        sample_catalogue: false,
        hotline: "12345".into(),
        why: None,
        wording: yichuang_print::template::Wording::default(),
    }
}

pub(crate) fn applicant() -> Party {
    Party {
        name: RARE_NAME.into(),
        masked_id: MASKED_ID.into(),
    }
}

fn material(name: &str, copies: u32, pages: u32, form: &str, note: &str) -> ReceivedMaterial {
    ReceivedMaterial {
        name: name.into(),
        copies,
        pages,
        form: form.into(),
        note: note.into(),
    }
}

pub(crate) fn receipt() -> Receipt {
    Receipt {
        imprint: imprint(),
        organ: "青石镇人民政府（样例）".into(),
        applicant: applicant(),
        agent: Some(Party {
            name: "测试代办员".into(),
            masked_id: "370481********1234".into(),
        }),
        matter: "80周岁以上老年人高龄津贴申领".into(),
        matter_code: MATTER_CODE.into(),
        materials: vec![
            material("高龄津贴申请表", 1, 2, "原件", ""),
            material(
                "居民户口簿（本人页及户主页）",
                1,
                3,
                "原件核验",
                "原件当场退还",
            ),
            material("居民身份证", 1, 1, "复印件", ""),
            material("近期一寸免冠照片", 2, 0, "原件", ""),
            material("社会保障卡或本人银行卡", 0, 1, "电子", "窗口扫描"),
            material("无固定收入证明", 0, 0, "免交", "部门间可共享"),
        ],
        follow_ups: vec![FollowUp {
            name: "监护人关系证明".into(),
            by: "2026年11月30日前".into(),
        }],
        received_at: at("2026-11-23T10:41:30+08:00"),
        received_by: "测试窗口人员".into(),
        promised: "2026年12月7日（10个工作日）".into(),
        how_to_check: strings(&[
            "查进度：凭编号拨打 12345，或到任一便民服务点查询；结果出来后电话通知领取。",
        ]),
        matters: Vec::new(),
        fee: "不收费".into(),
        offline: true,
        entered_on: None,
        seal: true,
    }
}

pub(crate) fn acceptance() -> Acceptance {
    Acceptance {
        imprint: imprint(),
        organ: "青石镇人民政府（样例）".into(),
        applicant: applicant(),
        matter: "80周岁以上老年人高龄津贴申领".into(),
        matter_code: MATTER_CODE.into(),
        applied_on: date(20),
        accepted_on: date(23),
        basis: "《中华人民共和国行政许可法》第三十二条第一款第五项".into(),
        legal_due: "2026年12月21日（20个工作日）".into(),
        promised_due: "2026年12月7日（10个工作日）".into(),
        special_procedures: "村级核实公示5天，公示时间不计入办理期限".into(),
        fee: String::new(),
        delivery: "到青石镇便民服务中心3号综合窗口领取，也可以邮寄".into(),
        contact: "测试窗口人员 0632-0000000".into(),
    }
}

pub(crate) fn correction() -> Correction {
    let defect = |material: &str, problem: &str, cure: &str, basis: &str| Defect {
        material: material.into(),
        problem: problem.into(),
        cure: cure.into(),
        basis: basis.into(),
    };
    Correction {
        imprint: imprint(),
        organ: "青石镇人民政府（样例）".into(),
        applicant: applicant(),
        matter: "80周岁以上老年人高龄津贴申领".into(),
        matter_code: MATTER_CODE.into(),
        received_on: date(23),
        served_on: date(24),
        defects: vec![
            defect(
                "居民户口簿",
                "只带了户主页，缺本人页",
                "带户口簿原件到窗口核验，或在手机上传本人页照片",
                "本事项服务指南第五项第2号",
            ),
            defect(
                "高龄津贴申请表",
                "第二页没有签名",
                "到窗口当场补签，或由帮办员上门补签",
                "本事项服务指南第五项第1号",
            ),
            defect(
                "社会保障卡",
                "卡片已过期",
                "到发卡银行换卡后提供新卡号",
                "《样例省高龄津贴发放办法》第八条第二款",
            ),
        ],
        supply_by: NaiveDate::from_ymd_opt(2026, 12, 8).unwrap(),
        where_to: "可以交到青石镇便民服务中心3号综合窗口，也可以交给村级便民服务点代办员或邮寄。"
            .into(),
        consequence: String::new(),
        contact: "测试窗口人员 0632-0000000".into(),
        clerk: "测试窗口人员".into(),
    }
}

pub(crate) fn once_notice() -> OnceNotice {
    let item = |name: &str, form: &str, note: &str, basis: &str| NoticeItem {
        name: name.into(),
        form: form.into(),
        note: note.into(),
        basis: basis.into(),
    };
    let mut imprint = imprint();
    imprint.number = String::new();
    imprint.qr = None;
    OnceNotice {
        imprint,
        matter: "80周岁以上老年人高龄津贴申领".into(),
        matter_code: MATTER_CODE.into(),
        person: RARE_NAME.into(),
        situation: vec![
            ("谁来办？".into(), "家人代办".into()),
            ("以前领过吗？".into(), "说不准".into()),
        ],
        bring: vec![
            item(
                "申请人居民身份证",
                "原件核验 1 份",
                "",
                "本事项服务指南第五项第1号",
            ),
            item(
                "授权委托书",
                "原件 1 份",
                "因为家人代办",
                "《中华人民共和国民法典》第一百六十五条",
            ),
            item(
                "近期一寸免冠照片",
                "原件 1 份",
                "可以后补",
                "依据未逐一核对",
            ),
        ],
        spared: strings(&["居住证明：部门间可以核对，不用带"]),
        ended: None,
        place: strings(&[
            "青石镇便民服务中心3号综合窗口",
            "周一至周五 8:30—12:00，13:30—17:30",
        ]),
        limit: "10个工作日".into(),
        fee: "不收费".into(),
        contact: "青石镇便民服务中心 0632-0000000".into(),
        version: "12".into(),
        published_on: date(1),
        unchecked_days: 3,
        told_on: date(23),
        clerk: "测试窗口人员".into(),
        second: false,
    }
}

pub(crate) fn refusal() -> Refusal {
    Refusal {
        imprint: imprint(),
        organ: "青石镇人民政府（样例）".into(),
        applicant: applicant(),
        matter: "再生育审批".into(),
        matter_code: MATTER_CODE.into(),
        applied_on: date(23),
        decided_on: date(23),
        reason: "本事项依法不属于本机关职权范围。".into(),
        basis: "《中华人民共和国行政许可法》第三十二条第一款第二项".into(),
        competent: Some("样例市卫生健康局（样例市样例路1号，电话 0632-0000000）。".into()),
        review_authority: "样例市人民政府".into(),
        court: "样例市人民法院".into(),
        returned: strings(&["再生育审批申请表", "结婚证复印件"]),
        contact: "测试窗口人员 0632-0000000".into(),
        clerk: "测试窗口人员".into(),
    }
}

/// A paper to be signed carries neither number nor QR: there is no case yet.
fn unsigned(two_copies: bool) -> Imprint {
    Imprint {
        qr: None,
        number: String::new(),
        two_copies,
        ..imprint()
    }
}

pub(crate) fn application_form() -> ApplicationForm {
    let field = |label: &str, value: &str| FormEntry {
        label: label.into(),
        value: value.into(),
    };
    let material = |name: &str, how: &str| FormMaterial {
        name: name.into(),
        how: how.into(),
    };
    ApplicationForm {
        imprint: unsigned(false),
        organ: "样例市民政局".into(),
        matter: "80周岁以上老年人高龄津贴申领".into(),
        matter_code: MATTER_CODE.into(),
        applicant: applicant(),
        agent: Some((
            Party {
                name: "测试代办员".into(),
                masked_id: "370481********1234".into(),
            },
            "村干部".into(),
        )),
        fields: vec![
            field("申请人姓名", RARE_NAME),
            field("性别", "女"),
            field("公民身份号码", WHOLE_ID),
            field("出生日期", "1944-03-21"),
            field("户籍地址", ADDRESS),
            field("现居住地址", ""),
            field("联系电话", "13800006120"),
            field("年龄段", "80—89周岁"),
            field("开户银行（社会保障卡发卡行）", "样例农商银行青石支行"),
            field("银行账号", "6200000000000000421"),
        ],
        materials: vec![
            material("居民身份证", "已核原件"),
            material("居民户口簿（本人页及户主页）", "已采集 2 页"),
            material("近期一寸免冠照片", "容缺，2026年11月30日前补"),
            material("未在外地重复领取的证明", "告知承诺"),
        ],
        applied_on: date(23),
        clerk: "测试窗口人员".into(),
    }
}

pub(crate) fn promise() -> Promise {
    Promise {
        imprint: unsigned(true),
        title: "告知承诺书".into(),
        organ: "样例市民政局".into(),
        matter: "80周岁以上老年人高龄津贴申领".into(),
        matter_code: MATTER_CODE.into(),
        applicant: applicant(),
        agent: None,
        proof: "未在外地重复领取的证明".into(),
        content: "申请人没有在其他县（市、区）领取同类津贴".into(),
        basis: "《样例省高龄津贴发放办法》第八条第二款".into(),
        replaces_proof: true,
        told_on: date(23),
        clerk: "测试窗口人员".into(),
    }
}

pub(crate) fn deferral() -> Deferral {
    Deferral {
        imprint: unsigned(true),
        organ: "样例市民政局".into(),
        matter: "80周岁以上老年人高龄津贴申领".into(),
        matter_code: MATTER_CODE.into(),
        applicant: applicant(),
        agent: None,
        missing: vec![Missing {
            name: "近期一寸免冠照片".into(),
            form: "原件 2 份".into(),
            by: Some(date(30)),
        }],
        asked_on: date(23),
        clerk: "测试窗口人员".into(),
    }
}

/// A list for the wall: proofs kept and abolished.
pub(crate) fn proof_list() -> ProofList {
    let proof = |name: &str, note: &str| ListedProof {
        name: name.into(),
        basis: "《住房公积金管理条例》第二十五条".into(),
        demanded_by: "样例市住房公积金管理中心：离休、退休提取住房公积金".into(),
        issued_by: "职工所在单位".into(),
        note: note.into(),
    };
    ProofList {
        imprint: guide().imprint,
        filled_by: "青石镇（样例）".into(),
        kept: vec![proof("单位出具的住房公积金提取证明", "法规有规定")],
        abolished: vec![
            proof("收入证明（务工、务农收入）", "能采取申请人书面承诺方式解决");
            45
        ],
        version: "2026.3".into(),
        published_on: date(1),
        unchecked_days: 42,
    }
}
