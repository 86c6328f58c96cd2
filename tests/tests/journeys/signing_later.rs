//! 跳过签字、补签: the application form may be left unsigned for a reason, and is signed later; a promise
//! or a request to defer never is.

use yichuang_app::ipc::{
    AcceptCase, AcceptReceived, AddFile, ApiError, AskSignature, CaseDone, CaseRef, CaseView,
    DraftRef, DraftView, ErrorCode, FileInfo, Nothing, PaperRef, Reprint, ResidentSigned,
    SignLater, SignedPaper, UnsignedPaper, WithdrawCase,
};
use yichuang_tests::kit::{Counter, Who, an_application, pdf_text};

use super::{
    resident_screen::signature,
    signing::{another_bank, save, squeezed},
};

const FORM: &str = "application_form";

fn left(document: &str, why: &str, words: &str) -> UnsignedPaper {
    UnsignedPaper {
        document: document.to_owned(),
        why: why.to_owned(),
        words: words.to_owned(),
        content: String::new(),
    }
}

fn form_signed(how: &str, files: Vec<FileInfo>) -> SignedPaper {
    SignedPaper {
        document: FORM.to_owned(),
        files,
        how: how.to_owned(),
        content: String::new(),
    }
}

/// A draft whose form nobody signs, for this reason.
fn draft_left(counter: &Counter, why: &str, words: &str) -> (String, DraftView) {
    let draft = counter.draft(&an_application());
    let view = save(counter, &draft, |content| {
        content.signed.clear();
        content.unsigned = vec![left(FORM, why, words)];
    });
    (draft, view)
}

fn accept_left(counter: &Counter) -> CaseDone {
    let (draft, _) = draft_left(counter, "taken_home", "");
    counter.desk.accept_case(AcceptCase { draft }).unwrap()
}

fn accept_received(
    counter: &Counter,
    number: &str,
    unsigned: Vec<UnsignedPaper>,
) -> Result<CaseDone, ApiError> {
    counter.desk.accept_received(AcceptReceived {
        number: number.to_owned(),
        signed: Vec::new(),
        unsigned,
    })
}

fn sign_later(
    counter: &Counter,
    number: &str,
    signed: Vec<SignedPaper>,
) -> Result<CaseDone, ApiError> {
    let number = number.to_owned();
    counter.desk.sign_later(SignLater { number, signed })
}

fn rules_of(error: &ApiError) -> Vec<String> {
    let problems = error.problems.iter();
    problems
        .map(|one| format!("{} {}", one.field, one.rule))
        .collect()
}

fn about_the_form(view: &DraftView) -> Vec<&str> {
    let problems = view.problems.iter();
    let about = problems.filter(|one| one.field == "signed.application_form");
    about.map(|one| one.rule.as_str()).collect()
}

fn todos(counter: &Counter) -> Vec<String> {
    let bench = counter.desk.workbench(Nothing {}).unwrap();
    bench.pressing.into_iter().map(|one| one.todo).collect()
}

fn waiting(counter: &Counter) -> Vec<(String, String)> {
    let desk = counter.desk.list_corrections(Nothing {}).unwrap();
    let papers = desk.unsigned.into_iter();
    papers.map(|one| (one.title, one.why)).collect()
}

fn reasons(view: &CaseView) -> Vec<(&str, &str)> {
    let papers = view.unsigned.iter();
    papers
        .map(|one| (one.document.as_str(), one.why.as_str()))
        .collect()
}

#[test]
fn a_form_left_unsigned_for_a_reason_is_accepted_and_waits_to_be_signed() {
    let counter = Counter::open();
    let (draft, view) = draft_left(&counter, "taken_home", "");
    assert_eq!(about_the_form(&view), Vec::<&str>::new());
    let done = counter.desk.accept_case(AcceptCase { draft }).unwrap();
    assert_eq!(done.state, "accepted");
    let shown = counter.show(&done.number);
    assert_eq!(reasons(&shown), [(FORM, "taken_home")]);
    assert_eq!(shown.unsigned[0].content.len(), 64);
    assert!(shown.signed.is_empty());
    assert_eq!(shown.to_sign.len(), 1, "it is still there to be printed");
    assert!(shown.verbs.contains(&"sign_later".to_owned()));
    let received = shown.events.iter().find(|one| one.kind == "received");
    assert_eq!(
        received.unwrap().params["unsigned"],
        "申请表（申请人要求带回签字）"
    );
    assert_eq!(todos(&counter), ["sign_later"]);
    let form = ("申请表".to_owned(), "taken_home".to_owned());
    assert_eq!(waiting(&counter), [form]);
    counter.assert_sound();
}

#[test]
fn what_was_left_unsigned_is_printed_signed_and_photographed_from_the_case() {
    let counter = Counter::open();
    let number = accept_left(&counter).number;
    let paper = counter.desk.reprint(Reprint {
        number: number.clone(),
        document: FORM.to_owned(),
        reason: None,
    });
    let id = PaperRef {
        id: paper.unwrap().id,
    };
    let text = squeezed(&pdf_text(&counter.desk.paper_pdf(id).unwrap()));
    assert!(text.contains("申请人签名"), "{text}");

    let nothing = sign_later(&counter, &number, Vec::new()).unwrap_err();
    assert_eq!(rules_of(&nothing), ["signed.application_form unsigned"]);
    let blank = form_signed("photographed", Vec::new());
    let blank = sign_later(&counter, &number, vec![blank]).unwrap_err();
    assert_eq!(rules_of(&blank), ["signed.application_form page_missing"]);
    let page = AddFile {
        draft: None,
        number: Some(number.clone()),
        name: "申请表.jpg".to_owned(),
        media_type: "image/jpeg".to_owned(),
    };
    let page = counter
        .desk
        .add_file(page, b"\xff\xd8\xff\xe0 signed at home")
        .unwrap();
    let signed = form_signed("photographed", vec![page.clone()]);
    let done = sign_later(&counter, &number, vec![signed]).unwrap();
    assert_eq!(done.state, "accepted", "it moves no state");

    let shown = counter.show(&number);
    assert!(shown.unsigned.is_empty());
    assert_eq!(shown.signed[0].how, "photographed");
    let kept = shown.materials.iter().find(|row| row.material == FORM);
    assert_eq!(kept.unwrap().files[0].sha256, page.sha256);
    let told = shown.events.iter().rfind(|one| one.kind == "supplied");
    let told = &told.unwrap().params;
    assert_eq!(
        (told["names"].as_str(), told["later"].as_str()),
        ("申请表", "true")
    );
    assert!(todos(&counter).is_empty() && waiting(&counter).is_empty());
    assert!(
        !shown
            .papers
            .iter()
            .any(|one| one.document == "supply_receipt")
    );
    let twice = sign_later(&counter, &number, vec![form_signed("on_paper", Vec::new())]);
    assert_eq!(twice.unwrap_err().code, ErrorCode::IllegalMove);
    counter.assert_sound();
}

#[test]
fn what_was_left_unsigned_is_signed_on_the_screen_as_well() {
    let counter = Counter::open();
    counter.desk.resident_window_opened();
    let number = accept_left(&counter).number;
    let ask = |document: &str| {
        counter.desk.ask_signature(AskSignature {
            draft: None,
            number: Some(number.clone()),
            document: document.to_owned(),
        })
    };
    assert_eq!(ask("deferral").unwrap_err().code, ErrorCode::PaperUnknown);
    ask(FORM).unwrap();
    let turn = counter.desk.resident_screen(Nothing {}).unwrap().turn;
    let input: ResidentSigned = signature(turn);
    counter.desk.resident_signed(input).unwrap();
    let given = counter.desk.resident_state(Nothing {}).unwrap().signed;
    let given = given[0].paper.clone();
    sign_later(&counter, &number, vec![given.clone()]).unwrap();
    assert_eq!(counter.show(&number).signed, [given]);
    counter.assert_sound();
}

#[test]
fn a_reason_is_of_the_list_another_one_has_words_and_a_changed_form_asks_again() {
    let counter = Counter::open();
    for (why, words, rule) in [
        ("", "", "skip_reason"),
        ("in_a_hurry", "赶时间", "skip_reason"),
        ("other", " ", "skip_words"),
    ] {
        let (draft, view) = draft_left(&counter, why, words);
        assert_eq!(about_the_form(&view), [rule], "{why}");
        let refused = counter.desk.accept_case(AcceptCase { draft });
        assert_eq!(refused.unwrap_err().code, ErrorCode::Invalid);
    }
    let (draft, view) = draft_left(&counter, "other", "右手受伤（样例）");
    assert!(about_the_form(&view).is_empty());
    let changed = save(&counter, &draft, another_bank);
    assert_eq!(about_the_form(&changed), ["changed"]);
    let refused = counter.desk.accept_case(AcceptCase { draft }).unwrap_err();
    assert_eq!(refused.code, ErrorCode::Invalid);
    assert!(counter.find("").rows.is_empty(), "no case was made");
}

#[test]
fn a_promise_and_a_request_to_defer_are_never_left_unsigned() {
    let counter = Counter::open();
    for (matter, way) in [
        ("公共租赁住房（租赁补贴）保障资格认定", "promised"),
        ("诊所备案", "deferred"),
    ] {
        let draft = counter.draft(&an_application().for_matter(matter));
        let id = draft.clone();
        let view = counter.desk.show_draft(DraftRef { id }).unwrap();
        let lines = view.requirements.lines.into_iter();
        let line = lines
            .filter(|line| line.ways.iter().any(|open| open == way))
            .map(|line| line.material)
            .next()
            .unwrap();
        let view = save(&counter, &draft, |content| {
            let mut choices = content.materials.iter_mut();
            let choice = choices.find(|choice| choice.material == line);
            choice.unwrap().how = Some(way.to_owned());
        });
        let paper = view.to_sign.iter().find(|one| one.document != FORM);
        let document = paper.unwrap().document.clone();
        assert!(!paper.unwrap().skippable);
        let view = save(&counter, &draft, |content| {
            content.unsigned = vec![left(&document, "taken_home", "")];
        });
        let field = format!("signed.{document}");
        let rules = view.problems.iter().filter(|one| one.field == field);
        let rules: Vec<_> = rules.map(|one| one.rule.as_str()).collect();
        assert_eq!(rules, ["skip_barred"], "{matter}");
        let refused = counter.desk.accept_case(AcceptCase { draft });
        assert_eq!(refused.unwrap_err().code, ErrorCode::Invalid);
    }
}

#[test]
fn a_received_case_is_accepted_with_its_form_left_unsigned_then_or_at_receipt() {
    let counter = Counter::open();
    let bare = counter.receive_unsigned(&an_application());
    let refused = accept_received(&counter, &bare, Vec::new()).unwrap_err();
    assert_eq!(rules_of(&refused), ["signed.application_form unsigned"]);
    let now = vec![left(FORM, "no_means", "")];
    accept_received(&counter, &bare, now).unwrap();
    assert_eq!(reasons(&counter.show(&bare)), [(FORM, "no_means")]);

    let (draft, _) = draft_left(&counter, "cannot_move", "");
    let receive = yichuang_app::ipc::ReceiveCase { draft };
    let number = counter.desk.receive_case(receive).unwrap().number;
    assert_eq!(reasons(&counter.show(&number)), [(FORM, "cannot_move")]);
    assert!(waiting(&counter).iter().all(|(_, why)| why == "no_means"));
    accept_received(&counter, &number, Vec::new()).expect("the reason of then stands");
    assert_eq!(reasons(&counter.show(&number)), [(FORM, "cannot_move")]);
    assert_eq!(waiting(&counter).len(), 2);
    counter.assert_sound();
}

#[test]
fn the_end_of_a_case_ends_what_was_to_be_signed_and_keeps_why_it_was_not() {
    let counter = Counter::open();
    let number = accept_left(&counter).number;
    let withdrawn = counter.desk.withdraw_case(WithdrawCase {
        number: number.clone(),
        reason: "不办了".to_owned(),
        written: true,
        files: Vec::new(),
        returned: Vec::new(),
    });
    withdrawn.unwrap();
    assert!(todos(&counter).is_empty() && waiting(&counter).is_empty());
    let shown = counter.show(&number);
    assert_eq!(reasons(&shown), [(FORM, "taken_home")]);
    assert!(!shown.verbs.contains(&"sign_later".to_owned()));
    let late = sign_later(&counter, &number, vec![form_signed("on_paper", Vec::new())]);
    assert_eq!(late.unwrap_err().code, ErrorCode::IllegalMove);
    let archive = CaseRef { number };
    counter.desk.archive_case(archive).unwrap();
    counter.assert_sound();
}

#[test]
fn who_may_not_take_supplies_signs_nothing_later() {
    let counter = Counter::open();
    let number = accept_left(&counter).number;
    counter.desk.lock(Nothing {}).unwrap();
    let signed = || vec![form_signed("on_paper", Vec::new())];
    let locked = sign_later(&counter, &number, signed()).unwrap_err();
    assert_eq!(locked.code, ErrorCode::SignInFirst);
    counter.sign_in(Who::Clerk);
    sign_later(&counter, &number, signed()).unwrap();
    counter.assert_sound();
}
