//! Papers of the counter around cases.

use yichuang_print::documents::{Forwarding, Imprint, Place, SlipSheet, WhereTo};

use super::{MATTER_CODE, NUMBER, applicant, date, imprint, receipt};

fn unnumbered() -> Imprint {
    Imprint {
        number: String::new(),
        qr: None,
        two_copies: false,
        ..imprint()
    }
}

/// Three slips: one sheet and a half.
pub(crate) fn slips() -> SlipSheet {
    let numbers = [NUMBER, "QS03-20261123-0013-4", "QS03-20261123-0014-2"];
    SlipSheet {
        imprint: Imprint {
            sample_catalogue: true,
            ..unnumbered()
        },
        organ: "青石镇便民服务中心（样例）".into(),
        contact: "青石镇便民服务中心（样例） 0632-0000000".into(),
        numbers: numbers.map(str::to_owned).to_vec(),
    }
}

pub(crate) fn forwarding() -> Forwarding {
    let taken = receipt();
    Forwarding {
        imprint: imprint(),
        from: "青石镇便民服务中心（样例）".into(),
        from_phone: "0632-0000000".into(),
        to: "样例外县民政局".into(),
        to_address: "样例外县样例路 1 号政务服务中心 2 楼".into(),
        to_phone: "0633-0000000".into(),
        applicant: applicant(),
        agent: taken.agent,
        matter: taken.matter,
        matter_code: MATTER_CODE.into(),
        materials: taken.materials.into_iter().take(3).collect(),
        received_on: date(23),
        sent_on: date(24),
        by: "样例快递 SF0001".into(),
        clerk: "测试窗口人员".into(),
    }
}

pub(crate) fn where_to() -> WhereTo {
    let place = |body: &str, phone: &str| Place {
        body: body.into(),
        address: "样例市样例路 8 号政务服务中心 3 楼 12 号窗口".into(),
        phone: phone.into(),
        hours: "周一至周五 9:00—12:00，13:30—17:00".into(),
    };
    WhereTo {
        imprint: unnumbered(),
        matter: "预防接种异常反应鉴定".into(),
        fee: "3500元/例（依据：《关于预防接种异常反应鉴定收费标准的复函》）".into(),
        places: vec![
            place("样例市卫生健康委员会", "0632-1111111"),
            place("样例市政务服务中心", "0632-2222222"),
        ],
    }
}
