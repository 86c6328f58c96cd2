//! Papers in the format of government archives (GB/T 33190-2016).

use std::collections::BTreeMap;

use yichuang_app::ipc::{
    AskCorrection, CorrectionLine, ErrorCode, Nothing, PaperInfo, PaperRef, PrintGuide,
};
use yichuang_tests::kit::{Application, Counter, an_application, ofd_text, pdf_text, sample_id};

const NAME: &str = "测试𠮷䶮";

/// The characters of a text, however its lines stand.
fn characters(text: &str) -> Vec<char> {
    let mut all: Vec<char> = text.chars().filter(|ch| !ch.is_whitespace()).collect();
    all.sort_unstable();
    all
}

fn applicant() -> Application {
    an_application().by(NAME, &sample_id(7))
}

fn named(paper: &PaperInfo) -> PaperRef {
    PaperRef {
        id: paper.id.clone(),
    }
}

fn assert_same_text(counter: &Counter, paper: &PaperInfo) -> String {
    let pdf = pdf_text(&counter.desk.paper_pdf(named(paper)).unwrap());
    let ofd = ofd_text(&counter.desk.paper_ofd(named(paper)).unwrap());
    assert_eq!(characters(&ofd), characters(&pdf), "{}", paper.document);
    ofd
}

fn guide(counter: &Counter, style: &str) -> PaperInfo {
    let asked = PrintGuide {
        style: style.to_owned(),
        code: an_application().code().to_owned(),
        answers: BTreeMap::new(),
    };
    counter.desk.print_guide(asked).unwrap()
}

#[test]
fn receipt_acceptance_notice_and_guide_are_had_as_ofd_and_say_what_their_pdf_says() {
    let counter = Counter::open();
    let number = counter.accept(&applicant()).number;
    let before = counter.show(&number).papers;
    for document in ["receipt", "acceptance"] {
        let paper = before.iter().find(|one| one.document == document);
        let text = assert_same_text(&counter, paper.unwrap());
        assert!(text.contains(NAME) && text.contains(&number), "{text}");
    }
    for style in ["a4", "large"] {
        let text = assert_same_text(&counter, &guide(&counter, style));
        assert!(text.contains("五、申请材料"), "{text}");
    }
    let outcomes = |papers: Vec<PaperInfo>| {
        let of = |paper: PaperInfo| (paper.id, paper.outcome, paper.copy);
        papers.into_iter().map(of).collect::<Vec<_>>()
    };
    assert_eq!(outcomes(counter.show(&number).papers), outcomes(before));
    counter.assert_sound();
}

#[test]
fn no_other_paper_is_had_as_ofd_nor_by_anybody_who_has_not_signed_in() {
    let counter = Counter::open();
    let refused = |paper: PaperRef| counter.desk.paper_ofd(paper).unwrap_err().code;
    let draft = counter.draft(&an_application().without_material("MAT-IDCARD"));
    let line = CorrectionLine {
        material: "MAT-IDCARD".to_owned(),
        problem: "没有带来".to_owned(),
        how: "下次带原件".to_owned(),
    };
    let asked = counter.desk.ask_correction(AskCorrection {
        draft: Some(draft),
        number: None,
        items: vec![line],
    });
    let papers = asked.unwrap().papers;
    let correction = papers.iter().find(|one| one.document == "correction");
    assert_eq!(refused(named(correction.unwrap())), ErrorCode::PaperNoOfd);
    let ticket = guide(&counter, "ticket");
    assert_eq!(refused(named(&ticket)), ErrorCode::PaperNoOfd);
    for id in ["", "../receipt", "00000000-0000-0000-0000-000000000000"] {
        let unknown = PaperRef { id: id.to_owned() };
        assert_eq!(refused(unknown), ErrorCode::PaperUnknown);
    }
    let whole = guide(&counter, "a4");
    counter.desk.lock(Nothing {}).unwrap();
    assert_eq!(refused(named(&whole)), ErrorCode::SignInFirst);
}
