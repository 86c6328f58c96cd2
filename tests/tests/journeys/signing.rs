//! What the resident signs on paper: printed from the draft, photographed, kept with the case.

use yichuang_app::ipc::{
    AcceptCase, AcceptReceived, AddFile, ApiError, CaseDone, CaseRef, DraftContent, DraftPaper,
    DraftRef, DraftView, ErrorCode, FieldProblem, FileInfo, FileRef, PaperInfo, PaperRef,
    ReceiveCase, Reprint, RequirementLine, SaveDraft, SignView, SignedPaper, WithdrawCase,
};
use yichuang_tests::kit::{Counter, an_application, pdf_text};

const PHOTOGRAPH: &[u8] = b"\xff\xd8\xff\xe0 a photograph of the signed form";

fn view(counter: &Counter, id: &str) -> DraftView {
    let id = id.to_owned();
    counter.desk.show_draft(DraftRef { id }).unwrap()
}

pub(super) fn save(
    counter: &Counter,
    id: &str,
    change: impl FnOnce(&mut DraftContent),
) -> DraftView {
    let mut content = view(counter, id).content;
    change(&mut content);
    let id = id.to_owned();
    counter.desk.save_draft(SaveDraft { id, content }).unwrap()
}

fn photograph(counter: &Counter, draft: &str) -> FileInfo {
    let input = AddFile {
        draft: Some(draft.to_owned()),
        number: None,
        name: "申请表.jpg".to_owned(),
        media_type: "image/jpeg".to_owned(),
    };
    counter.desk.add_file(input, PHOTOGRAPH).unwrap()
}

fn form_signed(how: &str, files: Vec<FileInfo>) -> SignedPaper {
    SignedPaper {
        document: "application_form".to_owned(),
        files,
        how: how.to_owned(),
        content: String::new(),
    }
}

fn rules(view: &DraftView) -> Vec<String> {
    told(&view.problems)
}

fn told(problems: &[FieldProblem]) -> Vec<String> {
    let lines = problems.iter();
    lines
        .map(|problem| format!("{}: {}", problem.field, problem.rule))
        .collect()
}

fn photograph_for(counter: &Counter, number: &str) -> Result<FileInfo, ApiError> {
    let input = AddFile {
        draft: None,
        number: Some(number.to_owned()),
        name: "申请表.jpg".to_owned(),
        media_type: "image/jpeg".to_owned(),
    };
    counter.desk.add_file(input, PHOTOGRAPH)
}

fn accept_later(
    counter: &Counter,
    number: &str,
    signed: Vec<SignedPaper>,
) -> Result<CaseDone, ApiError> {
    counter.desk.accept_received(AcceptReceived {
        number: number.to_owned(),
        signed,
        unsigned: Vec::new(),
    })
}

pub(super) fn print_form(counter: &Counter, draft: &str) -> PaperInfo {
    let paper = counter.desk.print_draft_paper(DraftPaper {
        draft: draft.to_owned(),
        document: "application_form".to_owned(),
        reason: None,
    });
    paper.unwrap()
}

fn form_of(papers: &[SignView]) -> &SignView {
    let mut papers = papers.iter();
    papers
        .find(|paper| paper.document == "application_form")
        .unwrap()
}

pub(super) fn another_bank(content: &mut DraftContent) {
    let field = content.form.get_mut("bank_name").unwrap();
    *field = "样例第二银行".to_owned();
}

pub(super) fn text_of(counter: &Counter, paper: &PaperInfo) -> String {
    let id = paper.id.clone();
    squeezed(&pdf_text(&counter.desk.paper_pdf(PaperRef { id }).unwrap()))
}

pub(super) fn squeezed(text: &str) -> String {
    text.split_whitespace().collect()
}

#[test]
fn nothing_is_accepted_before_every_paper_is_signed() {
    let counter = Counter::open();
    let draft = counter.draft(&an_application());
    assert_eq!(rules(&view(&counter, &draft)), Vec::<String>::new());
    let unsigned = save(&counter, &draft, |content| content.signed.clear());
    assert!(rules(&unsigned).contains(&"signed.application_form: unsigned".to_owned()));
    let refused = counter.desk.accept_case(AcceptCase {
        draft: draft.clone(),
    });
    assert_eq!(refused.unwrap_err().code, ErrorCode::Invalid);
    let blank = save(&counter, &draft, |content| {
        content.signed = vec![form_signed("photographed", Vec::new())];
    });
    assert!(rules(&blank).contains(&"signed.application_form: page_missing".to_owned()));
    assert!(counter.find("").rows.is_empty(), "no case was made");
    counter.assert_sound();
}

#[test]
fn the_photograph_of_a_signed_form_is_a_page_of_the_case() {
    let counter = Counter::open();
    let draft = counter.draft(&an_application());
    let page = photograph(&counter, &draft);
    save(&counter, &draft, |content| {
        for paper in &mut content.signed {
            if paper.document == "application_form" {
                *paper = form_signed("photographed", vec![page.clone()]);
            }
        }
    });
    let own = FileRef {
        sha256: page.sha256.clone(),
        number: None,
    };
    assert_eq!(counter.desk.file_bytes(own).unwrap(), PHOTOGRAPH);
    let done = counter.desk.accept_case(AcceptCase { draft }).unwrap();
    let shown = counter.show(&done.number).materials;
    let form = shown.iter().find(|row| row.material == "application_form");
    let form = form.unwrap();
    assert_eq!(form.how.as_deref(), Some("photographed"));
    assert_eq!(form.files[0].sha256, page.sha256);
    let of_case = FileRef {
        sha256: page.sha256,
        number: Some(done.number),
    };
    assert_eq!(counter.desk.file_bytes(of_case).unwrap(), PHOTOGRAPH);
    counter.assert_sound();
}

/// Settles the first line this way is open to, and gives the paper that has to be signed for it.
fn settle(counter: &Counter, draft: &str, way: &str) -> String {
    let lines = view(counter, draft).requirements.lines;
    let line = lines
        .iter()
        .find(|line| line.ways.iter().any(|open| open == way))
        .unwrap_or_else(|| panic!("no line may be {way}"));
    save(counter, draft, |content| {
        let choice = content
            .materials
            .iter_mut()
            .find(|choice| choice.material == line.material);
        choice.unwrap().how = Some(way.to_owned());
    });
    match way {
        "promised" => format!("promise.{}", line.material),
        _ => "deferral".to_owned(),
    }
}

#[test]
fn what_is_promised_or_deferred_is_signed_for_and_printed() {
    let counter = Counter::open();
    for (matter, way, words) in [
        (
            "公共租赁住房（租赁补贴）保障资格认定",
            "promised",
            "可以不选告知承诺",
        ),
        ("诊所备案", "deferred", "逾期没有补齐的"),
    ] {
        let draft = counter.draft(&an_application().for_matter(matter));
        let document = settle(&counter, &draft, way);
        let now = view(&counter, &draft);
        assert!(now.to_sign.iter().any(|paper| paper.document == document));
        assert!(rules(&now).contains(&format!("signed.{document}: unsigned")));
        let paper = counter.desk.print_draft_paper(DraftPaper {
            draft,
            document,
            reason: None,
        });
        let id = paper.unwrap().id;
        let text = pdf_text(&counter.desk.paper_pdf(PaperRef { id }).unwrap());
        assert!(squeezed(&text).contains(words), "{text}");
    }
}

#[test]
fn a_promise_that_is_a_material_of_the_matter_is_signed_under_its_own_name() {
    let counter = Counter::open();
    let draft = counter.draft(&an_application().for_matter("林木采伐许可"));
    let now = view(&counter, &draft);
    let promise = now
        .to_sign
        .iter()
        .find(|paper| paper.document.starts_with("promise."))
        .unwrap();
    let paper = counter.desk.print_draft_paper(DraftPaper {
        draft,
        document: promise.document.clone(),
        reason: None,
    });
    let id = paper.unwrap().id;
    let text = pdf_text(&counter.desk.paper_pdf(PaperRef { id }).unwrap());
    assert!(
        squeezed(&text).contains(&squeezed(&promise.title)),
        "{text}"
    );
    assert!(!text.contains("可以不选"), "it is not a choice: {text}");
}

#[test]
fn wrong_people_do_not_hide_what_else_is_missing() {
    let counter = Counter::open();
    let draft = counter.draft(&an_application());
    let told = rules(&save(&counter, &draft, |content| {
        content.applicant.as_mut().unwrap().id_number = "1".to_owned();
        content.form.clear();
        content.materials.clear();
        content.signed.clear();
    }));
    for area in ["applicant.idNumber", "form.", "materials.", "signed."] {
        assert!(
            told.iter().any(|line| line.starts_with(area)),
            "{area} is not told in {told:?}"
        );
    }
}

#[test]
fn a_case_received_unsigned_is_accepted_once_its_papers_are_signed() {
    let counter = Counter::open();
    let number = counter.receive_unsigned(&an_application());
    let before = counter.show(&number);
    assert!(before.signed.is_empty() && !form_of(&before.to_sign).outdated);
    let refused = accept_later(&counter, &number, Vec::new()).unwrap_err();
    assert_eq!(refused.code, ErrorCode::Invalid);
    assert_eq!(
        told(&refused.problems),
        ["signed.application_form: unsigned"]
    );
    let form = |number: &str| Reprint {
        number: number.to_owned(),
        document: "application_form".to_owned(),
        reason: None,
    };
    let paper = counter.desk.reprint(form(&number)).unwrap();
    let id = PaperRef { id: paper.id };
    let text = squeezed(&pdf_text(&counter.desk.paper_pdf(id).unwrap()));
    for wanted in [&number, "高龄津贴申领申请表", "申请人签名"] {
        assert!(
            text.contains(&squeezed(wanted)),
            "{wanted} is not in {text}"
        );
    }
    let page = photograph_for(&counter, &number).unwrap();
    let blank = form_signed("photographed", Vec::new());
    let refused = accept_later(&counter, &number, vec![blank]).unwrap_err();
    assert_eq!(
        told(&refused.problems),
        ["signed.application_form: page_missing"]
    );
    let signed = vec![form_signed("photographed", vec![page.clone()])];
    let accepted = accept_later(&counter, &number, signed).unwrap();
    assert_eq!(accepted.state, "accepted");
    let after = counter.show(&number);
    assert_eq!(after.signed[0].how, "photographed");
    let shown = after.materials.last().unwrap();
    assert_eq!(
        (shown.material.as_str(), shown.files[0].sha256.as_str()),
        ("application_form", page.sha256.as_str())
    );
    let of_case = FileRef {
        sha256: page.sha256,
        number: Some(number.clone()),
    };
    assert_eq!(counter.desk.file_bytes(of_case).unwrap(), PHOTOGRAPH);
    let again = Reprint {
        reason: Some("one_more".to_owned()),
        ..form(&number)
    };
    assert_eq!(counter.desk.reprint(again).unwrap().copy, 2);
    photograph_for(&counter, &number).expect("what is owed may still come");
    let withdrawn = counter.desk.withdraw_case(WithdrawCase {
        number: number.clone(),
        reason: "不办了".to_owned(),
        written: true,
        files: Vec::new(),
        returned: Vec::new(),
    });
    withdrawn.unwrap();
    let archive = CaseRef {
        number: number.clone(),
    };
    counter.desk.archive_case(archive).unwrap();
    let late = photograph_for(&counter, &number).unwrap_err();
    assert_eq!(late.code, ErrorCode::IllegalMove);
    counter.assert_sound();
}

#[test]
fn what_was_signed_in_the_draft_is_printed_again_from_the_case_and_signed_once() {
    let counter = Counter::open();
    let number = counter.receive(&an_application()).number;
    let before = counter.show(&number);
    assert_eq!(before.signed.len(), before.to_sign.len());
    accept_later(&counter, &number, Vec::new()).unwrap();
    let paper = counter.desk.reprint(Reprint {
        number: number.clone(),
        document: "application_form".to_owned(),
        reason: None,
    });
    let id = PaperRef {
        id: paper.unwrap().id,
    };
    let text = squeezed(&pdf_text(&counter.desk.paper_pdf(id).unwrap()));
    assert!(text.contains(&squeezed(an_application().name())), "{text}");
    let unasked = counter.desk.reprint(Reprint {
        number,
        document: "deferral".to_owned(),
        reason: None,
    });
    assert_eq!(unasked.unwrap_err().code, ErrorCode::PaperUnknown);
}

#[test]
fn a_signature_is_void_while_the_paper_says_something_else() {
    let counter = Counter::open();
    let draft = counter.draft(&an_application());
    let bank = view(&counter, &draft).content.form["bank_name"].clone();
    let changed = save(&counter, &draft, another_bank);
    assert_eq!(rules(&changed), ["signed.application_form: changed"]);
    let refused = counter.desk.accept_case(AcceptCase {
        draft: draft.clone(),
    });
    assert_eq!(
        told(&refused.unwrap_err().problems),
        ["signed.application_form: changed"]
    );
    let as_before = save(&counter, &draft, |content| {
        content.form.insert("bank_name".to_owned(), bank);
    });
    assert_eq!(rules(&as_before), Vec::<String>::new());
    counter.pass(chrono::TimeDelta::days(1));
    assert_eq!(
        rules(&view(&counter, &draft)),
        Vec::<String>::new(),
        "the next day it says the same"
    );
    save(&counter, &draft, another_bank);
    let received = counter.desk.receive_case(ReceiveCase { draft }).unwrap();
    assert!(
        counter.show(&received.number).signed.is_empty(),
        "it is received without the void signature"
    );
    counter.assert_sound();
}

#[test]
fn a_paper_printed_before_a_change_is_printed_again_before_its_signature_counts() {
    let counter = Counter::open();
    let draft = counter.draft(&an_application());
    print_form(&counter, &draft);
    let changed = save(&counter, &draft, |content| {
        content.signed.clear();
        another_bank(content);
    });
    assert!(form_of(&changed.to_sign).outdated);
    let sign = |content: &mut DraftContent| {
        content.signed = vec![form_signed("on_paper", Vec::new())];
    };
    let old_paper = save(&counter, &draft, sign);
    assert_eq!(rules(&old_paper), ["signed.application_form: changed"]);
    print_form(&counter, &draft);
    let new_paper = save(&counter, &draft, sign);
    assert!(!form_of(&new_paper.to_sign).outdated);
    assert_eq!(rules(&new_paper), Vec::<String>::new());
    counter.desk.accept_case(AcceptCase { draft }).unwrap();
}

#[test]
fn somebody_with_a_credit_record_neither_defers_nor_promises() {
    let counter = Counter::open();
    let aid = an_application().for_matter("临时救助对象认定及给付");
    let id = counter.draft(&aid);
    let open = |view: &DraftView| {
        let ways = view.requirements.lines.iter().flat_map(|line| &line.ways);
        let ways = ways.filter(|way| ["deferred", "promised"].contains(&way.as_str()));
        ways.count()
    };
    assert!(open(&view(&counter, &id)) > 0);
    let looked = save(&counter, &id, |content| content.credit = "clear".to_owned());
    assert!(open(&looked) > 0);
    let barred = save(&counter, &id, |content| {
        content.credit = "barred".to_owned();
        let lines = looked.requirements.lines.iter();
        let promisable = |line: &&RequirementLine| line.ways.contains(&"promised".to_owned());
        let line = lines.clone().find(promisable).unwrap();
        for choice in &mut content.materials {
            if choice.material == line.material {
                choice.how = Some("promised".to_owned());
            }
        }
    });
    assert_eq!(open(&barred), 0);
    let closed = barred.problems.iter().any(|one| one.rule == "way_not_open");
    assert!(closed, "{:?}", told(&barred.problems));
}
