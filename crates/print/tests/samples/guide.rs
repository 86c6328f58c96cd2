//! The sample guide.

use yichuang_print::documents::{
    FlowStep, Guide, GuideMaterial, Imprint, Situation, SituationItem,
};

use super::{MATTER_CODE, date, imprint, strings};

fn guide_material(name: &str, source: &str, form: &str, note: &str) -> GuideMaterial {
    GuideMaterial {
        name: name.into(),
        source: source.into(),
        form: form.into(),
        note: note.into(),
    }
}

fn step(name: &str, actor: &str, limit: &str) -> FlowStep {
    FlowStep {
        name: name.into(),
        actor: actor.into(),
        limit: limit.into(),
    }
}

fn guide_materials() -> Vec<GuideMaterial> {
    vec![
        guide_material(
            "预防接种异常反应调查诊断结论",
            "调查诊断专家组",
            "原件1份",
            "必须",
        ),
        guide_material(
            "受种者健康状况、知情同意告知以及医学建议等预防接种有关记录",
            "接种单位",
            "复印件1份",
            "接种单位申请时必须",
        ),
        guide_material(
            "与诊断治疗有关的门诊病历、住院志、体温单、医嘱单、化验单（检验报告）、医学影像检查资料、病理资料、护理记录等病历资料",
            "医疗机构",
            "复印件1份",
            "可以后补，10个工作日内",
        ),
        guide_material(
            "疫苗接收、购进记录和储存温度记录",
            "接种单位",
            "复印件1份",
            "",
        ),
        guide_material(
            "相关疫苗该批次检验合格或者抽样检验报告",
            "疫苗生产企业",
            "复印件1份",
            "进口疫苗还应当提供进口药品通关文件",
        ),
    ]
}

fn guide_situation() -> Vec<SituationItem> {
    vec![
        SituationItem {
            name: "预防接种异常反应调查诊断结论".into(),
            form: "原件1份".into(),
            note: String::new(),
            held: true,
        },
        SituationItem {
            name: "门诊病历、住院志等病历资料".into(),
            form: "复印件1份".into(),
            note: "可以后补".into(),
            held: false,
        },
    ]
}

/// The official sample guide (预防接种异常反应鉴定), shortened.
pub(crate) fn guide() -> Guide {
    Guide {
        imprint: Imprint {
            qr: None,
            number: String::new(),
            two_copies: false,
            ..imprint()
        },
        matter: "预防接种异常反应鉴定".into(),
        matter_code: MATTER_CODE.into(),
        version: "2026.3".into(),
        check_code: "3f09a1c2".into(),
        published_on: date(1),
        unchecked_days: 0,
        large_print: false,
        basis: strings(&["《预防接种异常反应鉴定办法》（卫生部令第60号）。"]),
        place: strings(&["济南市健康教育所（济南市天桥区师范路50号市四院院内）。"]),
        conditions: strings(&[
            "受种者或者监护人（以下简称受种方）、接种单位、疫苗生产企业对预防接种异常反应调查诊断结论有争议申请预防接种异常反应鉴定的。",
        ]),
        materials: guide_materials(),
        material_notes: strings(&[
            "受种方、接种单位、疫苗生产企业应当根据要求，分别提供由自己保存或者掌握的上述材料。",
        ]),
        reservations: strings(&[
            "本指南“五、申请材料”第 3 项“病历资料”为兜底表述，未经批准，窗口不得据此要求清单以外的材料。",
        ]),
        situation: Some(Situation {
            words: "受种方本人申请".into(),
            items: guide_situation(),
            spared: strings(&["居住证明：部门间可以核对"]),
            ended: None,
        }),
        flow: strings(&[
            "（一）申请人提交相关材料；",
            "（二）专家鉴定组认真审阅有关资料，依照有关规定和技术标准，运用科学原理和专业知识，独立进行鉴定，在事实清楚的基础上，进行综合分析，作出鉴定结论，并制作鉴定书；",
            "（三）预防接种异常反应鉴定书由专家鉴定组组长签发，并加盖预防接种异常反应鉴定专用章。鉴定结论作出10日内将预防接种异常反应鉴定书送达申请人，并报送市卫生行政部门和药品监督管理部门。",
        ]),
        steps: vec![
            step("受理", "综合窗口", "当场"),
            step("鉴定", "专家鉴定组", "45个工作日"),
            step("送达", "综合窗口", "10日"),
        ],
        fees: strings(&[
            "《关于预防接种异常反应鉴定收费标准的复函》（鲁价费函〔2016〕42号），3500元/例。",
        ]),
        limits: strings(&["自受理之日起45个工作日；情况特殊的可延长至90日。"]),
        promised: "45个工作日".into(),
        contacts: strings(&[
            "（一）现场咨询：济南市天桥区师范路50号市四院院内。",
            "（二）电话咨询：0531—85061150。",
        ]),
    }
}
