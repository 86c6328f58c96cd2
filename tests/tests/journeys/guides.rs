//! Every guide of the catalogue on paper: the nine sections of the policy's annex 5, in order.

use std::collections::BTreeMap;

use yichuang_app::ipc::{ErrorCode, PaperRef, PrintGuide, ShowGuide};
use yichuang_tests::kit::{Counter, an_application, pdf_text, sample_matters};

const SECTIONS: [&str; 9] = [
    "一、事项名称",
    "二、办理依据",
    "三、受理单位及办理地点",
    "四、办理条件",
    "五、申请材料",
    "六、基本流程",
    "七、收费依据及标准",
    "八、办理时限",
    "九、咨询方式",
];

fn printed(counter: &Counter, code: &str, answers: BTreeMap<String, String>) -> String {
    printed_in(counter, "a4", code, answers).1
}

/// Pages and text of a guide in a style.
fn printed_in(
    counter: &Counter,
    style: &str,
    code: &str,
    answers: BTreeMap<String, String>,
) -> (u32, String) {
    let paper = counter
        .desk
        .print_guide(PrintGuide {
            style: style.to_owned(),
            code: code.to_owned(),
            answers,
        })
        .unwrap();
    assert!(
        paper.missing.is_empty(),
        "{code}: no font has {:?}",
        paper.missing
    );
    let pdf = counter.desk.paper_pdf(PaperRef { id: paper.id }).unwrap();
    (paper.pages, pdf_text(&pdf))
}

fn without_spaces(text: &str) -> String {
    text.split_whitespace().collect()
}

fn assert_nine_sections_in_order(code: &str, text: &str) {
    let mut rest = text;
    for section in SECTIONS {
        let at = rest
            .find(section)
            .unwrap_or_else(|| panic!("{code}: {section} is not after the one before in:\n{text}"));
        rest = &rest[at + section.len()..];
    }
}

#[test]
fn every_guide_prints_with_its_nine_sections_in_order() {
    let counter = Counter::open();
    assert_eq!(sample_matters().len(), 89);
    for sample in sample_matters() {
        let matter = &sample.matter;
        let text = printed(&counter, matter.code.as_str(), BTreeMap::new());
        assert_nine_sections_in_order(matter.code.as_str(), &text);
        let flat = without_spaces(&text);
        for words in [&matter.name, matter.code.as_str(), &matter.accept_at.body] {
            assert!(
                flat.contains(&without_spaces(words)),
                "{words} is not on the guide of {}",
                matter.name
            );
        }
    }
}

#[test]
fn a_guide_for_a_situation_lists_what_this_person_brings() {
    let counter = Counter::open();
    let plain = an_application();
    let by_agent = an_application().answering("who", "agent");
    let for_self = without_spaces(&printed(&counter, plain.code(), plain.answers()));
    let for_agent = without_spaces(&printed(&counter, by_agent.code(), by_agent.answers()));
    let brought = "因“家人代办”";
    assert!(for_agent.contains(brought), "{for_agent}");
    assert!(!for_self.contains(brought));
    assert_nine_sections_in_order(by_agent.code(), &for_agent);
}

#[test]
fn a_guide_of_a_matter_taken_here_sends_people_to_this_counter() {
    let counter = Counter::open();
    let application = an_application();
    let text = printed(&counter, application.code(), BTreeMap::new());
    let here = "滕州市龙阳镇便民服务中心 · 3 号综合窗口";
    assert!(
        without_spaces(&text).contains(&without_spaces(here)),
        "{text}"
    );
    assert!(!text.contains("service_points"), "{text}");
}

#[test]
fn a_guide_in_large_print_is_the_same_guide_on_more_pages() {
    let counter = Counter::open();
    let application = an_application();
    let guide = |style| printed_in(&counter, style, application.code(), BTreeMap::new());
    let (usual, large) = (guide("a4"), guide("large"));
    assert!(large.0 > usual.0, "{} pages, then {}", usual.0, large.0);
    assert_nine_sections_in_order(application.code(), &large.1);
    let tiny = PrintGuide {
        style: "tiny".to_owned(),
        code: application.code().to_owned(),
        answers: BTreeMap::new(),
    };
    let refused = counter.desk.print_guide(tiny).unwrap_err();
    assert_eq!(refused.code, ErrorCode::InputShape);
}

#[test]
fn every_guide_comes_as_a_ticket_with_what_to_bring_in_the_usual_situation() {
    let counter = Counter::open();
    for sample in sample_matters() {
        let matter = &sample.matter;
        let (pages, text) = printed_in(&counter, "ticket", matter.code.as_str(), BTreeMap::new());
        assert_eq!(pages, 1, "{}", matter.name);
        let shown = counter
            .desk
            .show_guide(ShowGuide {
                code: matter.code.to_string(),
                answers: BTreeMap::new(),
            })
            .unwrap();
        let flat = without_spaces(&text);
        let lines = shown
            .requirements
            .lines
            .iter()
            .map(|line| line.name.as_str());
        let place = shown.accept_place.split('，');
        let facts = [&matter.name, &shown.promised, &shown.fee].map(String::as_str);
        for words in lines.chain(place).chain(facts) {
            let words = without_spaces(words);
            assert!(flat.contains(&words), "{words} is not on\n{text}");
        }
        for words in [
            "12345",
            "样例目录",
            "校验码",
            "清单以外的材料，窗口不再要求提交",
        ] {
            assert!(flat.contains(words), "{words} is not on\n{text}");
        }
    }
}

#[test]
fn a_ticket_is_for_the_situation_it_was_asked_for() {
    let counter = Counter::open();
    let by_agent = an_application().answering("who", "agent");
    let ticket = |answers| printed_in(&counter, "ticket", by_agent.code(), answers).1;
    let for_agent = without_spaces(&ticket(by_agent.answers()));
    assert!(for_agent.contains("授权委托书"), "{for_agent}");
    assert!(for_agent.contains("家人代办"), "{for_agent}");
    assert!(!without_spaces(&ticket(BTreeMap::new())).contains("因“家人代办”"));
}

#[test]
fn answers_to_questions_the_matter_does_not_ask_are_refused() {
    let counter = Counter::open();
    let code = an_application().code().to_owned();
    let answers = BTreeMap::from([("nonsense".to_owned(), "yes".to_owned())]);
    let refused = counter
        .desk
        .print_guide(PrintGuide {
            style: "a4".to_owned(),
            code,
            answers,
        })
        .unwrap_err();
    assert_eq!(refused.code, ErrorCode::Invalid);
    assert_eq!(refused.problems[0].rule, "unknown_question");
}
