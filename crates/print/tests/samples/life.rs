//! Papers of a case's life, and forms in which a paper differs much.

use yichuang_print::documents::{
    Guide, Imprint, MaterialsReturn, Receipt, ReceivedMatter, StillOwed, SupplyReceipt, Termination,
};
use yichuang_print::{Document, Paper};

use super::{MATTER_CODE, applicant, at, date, guide, imprint, receipt, strings};

const ORGAN: &str = "青石镇人民政府（样例）";
const MATTER: &str = "80周岁以上老年人高龄津贴申领";
const CONTACT: &str = "测试窗口人员 0632-0000000";
const CLERK: &str = "测试窗口人员";

pub(crate) fn supply_receipt() -> SupplyReceipt {
    SupplyReceipt {
        imprint: imprint(),
        organ: ORGAN.into(),
        applicant: applicant(),
        matter: MATTER.into(),
        matter_code: MATTER_CODE.into(),
        materials: receipt().materials.into_iter().take(2).collect(),
        fields: strings(&["现居住地址"]),
        owed: vec![StillOwed {
            name: "监护人关系证明".into(),
            by: "2026-11-30 前补交".into(),
        }],
        next: String::new(),
        received_at: at("2026-11-25T09:12:00+08:00"),
        received_by: CLERK.into(),
        contact: CONTACT.into(),
    }
}

pub(crate) fn materials_return() -> MaterialsReturn {
    MaterialsReturn {
        imprint: imprint(),
        organ: ORGAN.into(),
        applicant: applicant(),
        matter: MATTER.into(),
        matter_code: MATTER_CODE.into(),
        applied_on: date(23),
        cause: "申请人书面撤回：改由户籍地办理".into(),
        ended_on: date(26),
        returned: strings(&["高龄津贴申请表", "居民户口簿复印件"]),
        clerk: CLERK.into(),
    }
}

pub(crate) fn termination() -> Termination {
    Termination {
        imprint: imprint(),
        organ: ORGAN.into(),
        applicant: applicant(),
        matter: MATTER.into(),
        matter_code: MATTER_CODE.into(),
        applied_on: date(2),
        ended_on: date(26),
        supply_by: Some(date(20)),
        owed: strings(&["监护人关系证明"]),
        reason: "逾期没有补交，提醒两次后仍未补交。".into(),
        returned: strings(&["高龄津贴申请表"]),
        contact: CONTACT.into(),
        clerk: CLERK.into(),
    }
}

/// Of a numbered slip, on a half sheet, printed again.
pub(crate) fn half_receipt() -> Receipt {
    Receipt {
        imprint: Imprint {
            paper: Paper::A5,
            printing: 2,
            ..imprint()
        },
        entered_on: Some(date(25)),
        seal: false,
        ..receipt()
    }
}

/// Of several matters taken in together.
pub(crate) fn receipt_of_whole() -> Receipt {
    let matter = |number: &str, matter: &str, waits: &str| ReceivedMatter {
        number: number.into(),
        matter: matter.into(),
        office: "样例市民政局".into(),
        outcome: "受理".into(),
        due: "2026年12月7日".into(),
        waits: waits.into(),
    };
    Receipt {
        matter: "老有所养“一件事”".into(),
        matters: vec![
            matter("QS03-20261123-0012-1-A", MATTER, ""),
            matter(
                "QS03-20261123-0012-2-8",
                "老年人优待证办理",
                "等高龄津贴的结果",
            ),
        ],
        ..receipt()
    }
}

/// In large print, not compared for long.
pub(crate) fn large_guide() -> Guide {
    let guide = guide();
    Guide {
        imprint: Imprint {
            sample_catalogue: true,
            ..guide.imprint
        },
        large_print: true,
        unchecked_days: 42,
        ..guide
    }
}

/// The paper of it with the mark of a jam; why it is printed again is no part of what it says.
pub(crate) fn printed_again(receipt: &Receipt) -> Document {
    let imprint = Imprint {
        why: Some("卡纸".into()),
        ..receipt.imprint.clone()
    };
    Receipt {
        imprint,
        ..receipt.clone()
    }
    .document()
}
