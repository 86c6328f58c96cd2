//! Guide lint.

use crate::catalogue_assets::{matter_named, questioned};
use yichuang_domain::calendar::Limit;
use yichuang_domain::lint::{Finding, Rule, lint};
use yichuang_domain::matter::Matter;

fn of_rule(matter: &Matter, rule: &str) -> Vec<Finding> {
    lint(matter, None)
        .into_iter()
        .filter(|finding| finding.rule.key() == rule)
        .collect()
}

#[test]
fn the_only_catch_all_of_the_catalogue_is_the_official_sample() {
    let found: Vec<(String, String)> = questioned()
        .iter()
        .flat_map(|(matter, set)| lint(matter, Some(set)))
        .filter(|finding| finding.rule == Rule::CatchAll)
        .map(|finding| (finding.section, finding.text))
        .collect();
    assert_eq!(
        found,
        [(
            "materials[MAT-YFJZ-06].name".to_owned(),
            "兜底条款：“与预防接种异常反应鉴定有关的其他材料”".to_owned()
        )]
    );
}

#[test]
fn catch_alls_in_other_words_are_found_and_enumerations_are_not() {
    let (matter, _) = matter_named("一次性创业补贴申领");
    let flagged = |text: &str| {
        let mut as_material = matter.clone();
        as_material.materials[0].name = text.to_owned();
        let mut as_condition = matter.clone();
        as_condition.conditions[0] = text.to_owned();
        let hits = (
            of_rule(&as_material, "catch_all").len(),
            of_rule(&as_condition, "catch_all").len(),
        );
        assert_eq!(hits.0, hits.1, "{text}");
        hits.0 == 1
    };
    for catch_all in [
        "其他材料",
        "其他有关材料",
        "其它相关证明材料",
        "相关材料",
        "有关证明",
        "身份证、户口簿及相关材料",
        "身份证、户口簿等材料",
        "法律、法规规定的其他材料",
        "符合法律法规规定的其他条件",
        "需要提供的其他材料",
        "工作人员要求提供的材料",
        "应当提交的文件",
        "根据需要提供的资料",
        "窗口认为必要的凭证",
        "其他",
    ] {
        assert_eq!(flagged(catch_all), catch_all != "其他", "{catch_all}");
    }
    for enumeration in [
        "以及其他灵活就业人员",
        "其他城乡劳动者",
        "由婴幼儿父母一方或其他监护人提出申请。",
        "病历、诊断报告等既往就诊资料",
        "储存温度记录等",
        "护理记录等病历资料",
        "与医保有关的信息系统相关材料",
        "经营场所使用相关文件",
        "其他卫生技术人员名录、有效身份证明和有关资格证书复印件",
        "医疗机构出具的有关身体条件的证明",
        "公民、法人或者其他组织",
        "高等学校毕业证书",
        "经营质量管理制度、工作程序等文件目录",
    ] {
        assert!(!flagged(enumeration), "{enumeration}");
    }
}

#[test]
fn a_finding_says_where_it_is_as_the_printed_guide_counts() {
    let (matter, _) = matter_named("一次性创业补贴申领");
    let mut loose = matter;
    loose.conditions[1] = "法律、法规规定的其他条件".to_owned();
    loose.materials[2].name = "其他有关材料".to_owned();
    let found = of_rule(&loose, "catch_all");
    let places: Vec<_> = found
        .iter()
        .map(|one| (one.place.as_str(), one.words.as_str()))
        .collect();
    assert_eq!(
        places,
        [
            ("“四、办理条件”第 2 项", "法律、法规规定的其他条件"),
            ("“五、申请材料”第 3 项", "其他有关材料"),
        ]
    );
}

#[test]
fn only_a_missing_section_keeps_a_guide_back_and_only_some_rules_concern_the_list() {
    let blocking: Vec<_> = Rule::ALL.iter().filter(|rule| rule.blocks()).collect();
    assert_eq!(blocking, [&Rule::MissingSection]);
    assert!(Rule::CatchAll.reaches_beyond_list());
    assert!(!Rule::StepLimitsExceedPromise.reaches_beyond_list());
}

#[test]
fn a_guide_without_a_section_is_found() {
    let (matter, _) = matter_named("一次性创业补贴申领");
    assert_eq!(of_rule(&matter, "missing_section"), []);
    let mut bare = matter;
    bare.bases.clear();
    bare.conditions.clear();
    bare.steps.clear();
    let sections: Vec<String> = of_rule(&bare, "missing_section")
        .into_iter()
        .map(|finding| finding.section)
        .collect();
    assert_eq!(sections, ["bases", "conditions", "steps"]);
}

#[test]
fn limits_that_contradict_each_other_are_found() {
    let (matter, _) = matter_named("一次性创业补贴申领");
    assert_eq!(
        of_rule(&matter, "step_limits_exceed_promise"),
        [],
        "5+10+15 fits into 30"
    );
    let mut longer = matter.clone();
    longer.steps[1].time_limit = "11个工作日内".to_owned();
    assert_eq!(of_rule(&longer, "step_limits_exceed_promise").len(), 1);
    let mut waiting = matter.clone();
    waiting.steps[1].time_limit = "公示期满".to_owned();
    assert_eq!(of_rule(&waiting, "step_limits_exceed_promise"), []);
    let mut at_once = matter.clone();
    at_once.promised_limit = Limit::IMMEDIATE;
    assert_eq!(of_rule(&at_once, "immediate_with_days").len(), 3);
    let mut slow = matter;
    slow.promised_limit = Limit::working_days(41);
    assert_eq!(of_rule(&slow, "promise_longer_than_statutory").len(), 1);
}

#[test]
fn no_published_promise_is_longer_than_the_law_and_no_section_is_missing() {
    for (matter, set) in questioned() {
        let bad = lint(&matter, Some(&set)).into_iter().find(|finding| {
            [
                "promise_longer_than_statutory",
                "missing_section",
                "material_never_asked",
            ]
            .contains(&finding.rule.key())
        });
        assert_eq!(bad, None);
    }
}

#[test]
fn a_condition_that_implies_a_certificate_the_list_lacks_is_found() {
    let (matter, _) = matter_named("无偿献血者及其家属用血费用减免（报销）");
    assert_eq!(of_rule(&matter, "condition_implies_missing_material"), []);
    let mut bare = matter;
    bare.materials
        .retain(|material| !material.name.contains("献血证"));
    assert_eq!(
        of_rule(&bare, "condition_implies_missing_material").len(),
        1
    );
}
