//! Papers a department's word calls for.

use yichuang_print::documents::{
    Defect, ExaminationNotice, ExtensionNotice, SpecialProcedureNotice,
};

use super::{MATTER_CODE, applicant, date, imprint};

const ORGAN: &str = "样例市卫生健康局";
const OFFICE: &str = "样例市卫生健康局审批科";
const CONTACT: &str = "测试科室 0632-0000000";

pub(crate) fn special_procedure() -> SpecialProcedureNotice {
    SpecialProcedureNotice {
        imprint: imprint(),
        organ: ORGAN.into(),
        applicant: applicant(),
        matter: "再生育审批".into(),
        matter_code: MATTER_CODE.into(),
        accepted_on: Some(date(23)),
        procedure: "听证".into(),
        reason: "利害关系人在收到告知之日起五日内提出听证申请".into(),
        basis: "《中华人民共和国行政许可法》第四十五条".into(),
        from: date(25),
        expected_days: 20,
        office: OFFICE.into(),
        contact: CONTACT.into(),
    }
}

pub(crate) fn extension() -> ExtensionNotice {
    ExtensionNotice {
        imprint: imprint(),
        organ: ORGAN.into(),
        applicant: applicant(),
        matter: "再生育审批".into(),
        matter_code: MATTER_CODE.into(),
        accepted_on: Some(date(23)),
        days: 10,
        approver: "样例市卫生健康局分管负责人".into(),
        reason: "需要到户籍地核实情况".into(),
        basis: "《中华人民共和国行政许可法》第四十二条".into(),
        approved_on: date(27),
        promised_due: "2026年12月21日".into(),
        legal_due: "2027年1月5日（暂定，以公布的节假日安排为准）".into(),
        office: OFFICE.into(),
        contact: CONTACT.into(),
    }
}

pub(crate) fn examination() -> ExaminationNotice {
    ExaminationNotice {
        imprint: imprint(),
        organ: ORGAN.into(),
        applicant: applicant(),
        matter: "再生育审批".into(),
        matter_code: MATTER_CODE.into(),
        accepted_on: Some(date(23)),
        asked_on: date(25),
        defects: vec![Defect {
            material: "再生育审批申请表".into(),
            problem: "第三栏没有填写".into(),
            cure: "填写完整后重新签名".into(),
            basis: "办法第八条".into(),
        }],
        supply_by: date(30),
        where_to: "补正材料请交到青石镇便民服务中心（样例路 1 号）。".into(),
        office: OFFICE.into(),
        contact: CONTACT.into(),
    }
}
