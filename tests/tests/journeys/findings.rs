//! What a guide may not say: found, kept by name for that text alone, and told on paper.

use std::collections::BTreeMap;

use yichuang_app::ipc::{
    ApiError, ErrorCode, FindingView, GiveNotice, KeepFinding, Nothing, PaperRef, PrintGuide,
    ShowGuide,
};
use yichuang_domain::Matter;
use yichuang_tests::kit::{Counter, Who, pdf_text, sample_matters};

/// The official sample guide, which ends its list with 其他材料.
const LOOSE: &str = "预防接种异常反应鉴定";
const REASON: &str = "鉴定办法第十条原文如此，等省级修改";

fn loose() -> Matter {
    let sample = sample_matters()
        .iter()
        .find(|sample| sample.matter.name == LOOSE);
    sample.unwrap().matter.clone()
}

fn findings(counter: &Counter, matter: &Matter) -> Vec<FindingView> {
    let input = ShowGuide {
        code: matter.code.to_string(),
        answers: BTreeMap::new(),
    };
    counter.desk.show_guide(input).unwrap().findings
}

fn catch_all(counter: &Counter, matter: &Matter) -> FindingView {
    let found = findings(counter, matter);
    let one = found.into_iter().find(|one| one.rule == "catch_all");
    one.unwrap()
}

fn supervisor(counter: &Counter) -> (String, String) {
    let operators = counter.desk.list_operators(Nothing {}).unwrap().operators;
    let one = operators.into_iter().find(|one| one.role == "supervisor");
    let one = one.unwrap();
    (one.id, one.name)
}

fn asking(counter: &Counter, matter: &Matter) -> KeepFinding {
    let found = catch_all(counter, matter);
    KeepFinding {
        code: matter.code.to_string(),
        rule: found.rule,
        section: found.section,
        text: found.text,
        reason: REASON.to_owned(),
        supervisor: supervisor(counter).0,
        password: "sample-supervisor".to_owned(),
    }
}

fn printed(counter: &Counter, matter: &Matter, style: &str) -> Result<String, ApiError> {
    let paper = counter.desk.print_guide(PrintGuide {
        style: style.to_owned(),
        code: matter.code.to_string(),
        answers: BTreeMap::new(),
    })?;
    let pdf = counter.desk.paper_pdf(PaperRef { id: paper.id }).unwrap();
    Ok(pdf_text(&pdf).split_whitespace().collect())
}

#[test]
fn a_catch_all_nobody_keeps_is_told_on_every_guide_with_what_the_window_may_not_ask() {
    let counter = Counter::open();
    let found = catch_all(&counter, &loose());
    assert_eq!(found.place, "“五、申请材料”第 6 项");
    assert_eq!((found.blocks, found.kept), (false, None));
    for style in ["a4", "large", "ticket"] {
        let text = printed(&counter, &loose(), style).unwrap();
        let said = format!(
            "本指南“五、申请材料”第6项“{}”为兜底表述，未经批准，窗口不得据此要求清单以外的材料。",
            found.words
        );
        assert!(text.contains(&said), "{style}: {text}");
    }
}

#[test]
fn a_supervisor_keeps_a_catch_all_by_name_and_every_guide_says_who_and_why() {
    let counter = Counter::open();
    let (_, name) = supervisor(&counter);
    counter
        .desk
        .keep_finding(asking(&counter, &loose()))
        .unwrap();
    let kept = catch_all(&counter, &loose()).kept.unwrap();
    assert_eq!((&kept.supervisor, kept.reason.as_str()), (&name, REASON));
    for style in ["a4", "ticket"] {
        let text = printed(&counter, &loose(), style).unwrap();
        let said =
            format!("经{name}（负责人）批准保留，理由：{REASON}；窗口不得要求清单以外的材料。");
        assert!(text.contains(&said), "{style}: {text}");
        assert!(!text.contains("未经批准"), "{style}: {text}");
    }
    counter.assert_sound();
}

#[test]
fn a_new_text_of_the_guide_asks_again() {
    let counter = Counter::open();
    counter
        .desk
        .keep_finding(asking(&counter, &loose()))
        .unwrap();
    let mut changed = loose();
    changed.remark = format!("{}（修订）", changed.remark);
    counter.publish(&changed, None);
    assert_eq!(catch_all(&counter, &changed).kept, None);
    assert!(
        printed(&counter, &changed, "a4")
            .unwrap()
            .contains("未经批准")
    );
    counter.publish(&loose(), None);
    // Written anew by the publisher the text has other bytes; nobody's word carries over to it.
    assert_eq!(catch_all(&counter, &loose()).kept, None);
    counter.assert_sound();
}

#[test]
fn nobody_but_a_supervisor_keeps_a_finding_and_never_without_a_reason() {
    let counter = Counter::open();
    let right = || asking(&counter, &loose());
    let tried = |input: KeepFinding| counter.desk.keep_finding(input).unwrap_err();
    let own = KeepFinding {
        supervisor: String::new(),
        ..right()
    };
    assert_eq!(tried(own).code, ErrorCode::RoleMissing);
    let wrong = KeepFinding {
        password: "not-theirs".to_owned(),
        ..right()
    };
    assert_eq!(tried(wrong).code, ErrorCode::PasswordWrong);
    for (reason, rule) in [("　 ", "required"), ("可以的", "too_short")] {
        let refused = tried(KeepFinding {
            reason: reason.to_owned(),
            ..right()
        });
        assert_eq!(refused.problems[0].field, "reason");
        assert_eq!(refused.problems[0].rule, rule);
    }
    let another = KeepFinding {
        text: "兜底条款：“另外的话”".to_owned(),
        ..right()
    };
    assert_eq!(tried(another).code, ErrorCode::FindingUnknown);
    assert_eq!(catch_all(&counter, &loose()).kept, None);
    counter.sign_in(Who::Supervisor);
    let at_their_own_seat = KeepFinding {
        supervisor: String::new(),
        password: String::new(),
        ..right()
    };
    counter.desk.keep_finding(at_their_own_seat).unwrap();
    assert!(catch_all(&counter, &loose()).kept.is_some());
}

#[test]
fn a_guide_that_lacks_a_section_is_not_printed_and_the_notice_still_is() {
    let counter = Counter::open();
    let mut bare = loose();
    bare.bases.clear();
    bare.steps.clear();
    counter.publish(&bare, None);
    for style in ["a4", "large", "ticket"] {
        let refused = printed(&counter, &bare, style).unwrap_err();
        assert_eq!(refused.code, ErrorCode::GuideIncomplete);
        assert_eq!(refused.params["missing"], "“二、办理依据”、“六、基本流程”");
        assert_eq!(refused.params["matter"], LOOSE);
    }
    let lacking: Vec<_> = findings(&counter, &bare)
        .into_iter()
        .filter(|one| one.blocks)
        .collect();
    assert_eq!(lacking.len(), 2);
    let nobody = KeepFinding {
        rule: lacking[0].rule.clone(),
        section: lacking[0].section.clone(),
        text: lacking[0].text.clone(),
        ..asking(&counter, &bare)
    };
    let refused = counter.desk.keep_finding(nobody).unwrap_err();
    assert_eq!(refused.code, ErrorCode::FindingUnknown);
    let told = counter.desk.give_notice(GiveNotice {
        code: bare.code.to_string(),
        answers: BTreeMap::new(),
        person: None,
        leave: None,
    });
    told.unwrap();
    counter.assert_sound();
}
