//! Days without power: cases are taken on numbered paper and entered later under the number and the
//! day the resident holds (先受理、后补录).

use chrono::TimeDelta;
use yichuang_app::ipc::{
    AcceptCase, AddFile, ApiError, AskCorrection, CorrectionLine, DraftRef, DraftView, ErrorCode,
    Nothing, PaperRef, PrintSlips, ReceiveCase, Reprint, SaveDraft, SlipShelf, SpoilSlip, TakeSlip,
};
use yichuang_tests::kit::{Counter, Who, an_application, pdf_text};

fn print(counter: &Counter, count: u32) -> Vec<String> {
    counter.desk.print_slips(PrintSlips { count }).unwrap();
    let free = shelf(counter).rows.into_iter();
    let free = free.filter(|slip| slip.state == "free");
    free.map(|slip| slip.number).take(count as usize).collect()
}

fn shelf(counter: &Counter) -> SlipShelf {
    counter.desk.list_slips(Nothing {}).unwrap()
}

fn take(counter: &Counter, draft: &str, number: &str, on: &str) -> Result<DraftView, ApiError> {
    counter.desk.take_slip(TakeSlip {
        draft: draft.to_owned(),
        number: number.to_owned(),
        on: on.to_owned(),
        reason: String::new(),
        supervisor: String::new(),
        password: String::new(),
    })
}

fn rule(refused: Result<DraftView, ApiError>) -> (String, String) {
    let refused = refused.unwrap_err();
    assert_eq!(refused.code, ErrorCode::Invalid);
    let problem = &refused.problems[0];
    (problem.field.clone(), problem.rule.clone())
}

/// Says why, with a photograph of the slip.
fn explain(counter: &Counter, draft: &str) {
    let photograph = counter.desk.add_file(
        AddFile {
            draft: Some(draft.to_owned()),
            number: None,
            name: "编号单.jpg".to_owned(),
            media_type: "image/jpeg".to_owned(),
        },
        &photograph(),
    );
    let id = draft.to_owned();
    let mut content = counter
        .desk
        .show_draft(DraftRef { id: id.clone() })
        .unwrap()
        .content;
    let slip = content.slip.as_mut().unwrap();
    slip.why = "no_power".to_owned();
    slip.files = vec![photograph.unwrap()];
    // A window cannot move the day or the number.
    slip.on = "2026-01-01".to_owned();
    slip.number = "QS03-20260101-0001-1".to_owned();
    counter.desk.save_draft(SaveDraft { id, content }).unwrap();
}

/// The smallest thing that is told for a photograph.
fn photograph() -> Vec<u8> {
    let mut bytes = vec![0xFF, 0xD8, 0xFF, 0xE0];
    bytes.extend([7; 600]);
    bytes
}

/// A draft entered from a slip of that day, ready for F9.
fn entered(counter: &Counter, number: &str, on: &str) -> String {
    let draft = counter.draft(&an_application());
    take(counter, &draft, number, on).unwrap();
    explain(counter, &draft);
    draft
}

#[test]
fn a_case_on_a_slip_gets_its_number_and_its_day_and_is_marked_everywhere() {
    let counter = Counter::open();
    let slips = print(&counter, 3);
    let usual = counter.receive(&an_application()).number;
    assert!(!slips.contains(&usual), "nothing else gets a slip's number");
    counter.pass(TimeDelta::days(2));

    let draft = entered(&counter, &slips[0], "2026-11-23");
    let done = counter.desk.accept_case(AcceptCase { draft }).unwrap();
    assert_eq!(done.number, slips[0]);
    let case = counter.show(&done.number);
    assert_eq!(case.row.received_on, "2026-11-23");
    assert_eq!(case.accepted_on.as_deref(), Some("2026-11-23"));
    assert_eq!(case.row.slip_entered_on.as_deref(), Some("2026-11-25"));
    let slip = case.slip.unwrap();
    assert_eq!((slip.why.as_str(), slip.files.len()), ("no_power", 1));
    let received = &case.events[0];
    assert_eq!(received.params["enteredOn"], "2026-11-25");
    let receipt = counter.paper_text(&done.number, "receipt");
    assert!(
        receipt.contains("补录") && receipt.contains("2026年11月25日"),
        "{receipt}"
    );
    let listed = counter.find(&done.number).rows;
    assert_eq!(listed[0].slip_entered_on.as_deref(), Some("2026-11-25"));

    let shelf = shelf(&counter);
    assert_eq!((shelf.free, shelf.used, shelf.spoiled), (2, 1, 0));
    counter.assert_sound();
}

#[test]
fn limits_run_from_the_day_on_the_slip() {
    let counter = Counter::open();
    let slips = print(&counter, 1);
    let same_day = counter.accept(&an_application()).due;
    counter.pass(TimeDelta::days(3));
    let draft = entered(&counter, &slips[0], "2026-11-23");
    let done = counter.desk.accept_case(AcceptCase { draft }).unwrap();
    assert_eq!(done.due, same_day);
}

#[test]
fn a_slip_is_taken_once_and_only_when_it_is_this_terminals_and_free() {
    let counter = Counter::open();
    let slips = print(&counter, 2);
    let draft = counter.draft(&an_application());
    let at = |number: &str| rule(take(&counter, &draft, number, "2026-11-23"));
    let number = |rule: &str| ("slip.number".to_owned(), rule.to_owned());
    assert_eq!(at("nothing"), number("not_a_number"));
    let usual = counter.receive(&an_application()).number;
    assert_eq!(at(&usual), number("not_ours"));

    counter
        .desk
        .spoil_slip(SpoilSlip {
            number: slips[1].clone(),
            reason: "被水泡了".to_owned(),
        })
        .unwrap();
    assert_eq!(at(&slips[1]), number("slip_spoiled"));

    // Two drafts of one slip: the second is told, and loses nothing.
    let first = entered(&counter, &slips[0], "2026-11-23");
    let second = entered(&counter, &slips[0], "2026-11-23");
    let receive = |draft: &str| {
        let draft = draft.to_owned();
        counter.desk.receive_case(ReceiveCase { draft })
    };
    assert_eq!(receive(&first).unwrap().number, slips[0]);
    assert!(
        receive(&first).unwrap().already,
        "the same draft, the same case"
    );
    let refused = receive(&second).unwrap_err();
    assert_eq!(refused.problems[0].rule, "slip_used");
    assert_eq!(at(&slips[0]), number("slip_used"));
    let kept = counter
        .desk
        .show_draft(DraftRef { id: second.clone() })
        .unwrap();
    assert!(kept.content.slip.is_some() && kept.number.is_none());
    let put_back = counter.desk.put_slip_back(DraftRef { id: second.clone() });
    assert!(put_back.unwrap().content.slip.is_none());
    assert_ne!(receive(&second).unwrap().number, slips[0]);
    counter.assert_sound();
}

#[test]
fn the_day_lies_between_printing_and_today_and_far_back_takes_a_supervisor() {
    let counter = Counter::open();
    let slips = print(&counter, 1);
    counter.pass(TimeDelta::days(40));
    let draft = counter.draft(&an_application());
    let at = |on: &str| rule(take(&counter, &draft, &slips[0], on));
    let on = |rule: &str| ("slip.on".to_owned(), rule.to_owned());
    assert_eq!(at("2026-11-22"), on("before_printed"));
    assert_eq!(at("2027-01-03"), on("future_date"));
    assert_eq!(at("gestern"), on("not_a_date"));
    assert_eq!(at("2026-11-25"), on("too_old"));

    let operators = counter.desk.list_operators(Nothing {}).unwrap().operators;
    let supervisor = operators
        .iter()
        .find(|who| who.role == "supervisor")
        .unwrap();
    let ask = |password: &str| {
        counter.desk.take_slip(TakeSlip {
            draft: draft.clone(),
            number: slips[0].clone(),
            on: "2026-11-25".to_owned(),
            reason: "主机送修一个月".to_owned(),
            supervisor: supervisor.id.clone(),
            password: password.to_owned(),
        })
    };
    assert_eq!(ask("wrong").unwrap_err().code, ErrorCode::PasswordWrong);
    ask(Who::Supervisor.password()).unwrap();
    explain(&counter, &draft);
    let done = counter.desk.receive_case(ReceiveCase { draft }).unwrap();
    let slip = counter.show(&done.number).slip.unwrap();
    assert_eq!(slip.leave_by.as_deref(), Some(Who::Supervisor.name()));
}

#[test]
fn a_photograph_and_a_reason_are_asked_for_before_f9() {
    let counter = Counter::open();
    let slips = print(&counter, 1);
    let draft = counter.draft(&an_application());
    let view = take(&counter, &draft, &slips[0], "2026-11-23").unwrap();
    let open: Vec<_> = view.problems.iter().map(|one| one.field.as_str()).collect();
    assert!(
        open.contains(&"slip.why") && open.contains(&"slip.files"),
        "{open:?}"
    );
    let refused = counter.desk.accept_case(AcceptCase { draft }).unwrap_err();
    assert_eq!(refused.code, ErrorCode::Invalid);
    assert_eq!(counter.find("").total, 0);
}

#[test]
fn after_the_five_days_a_notice_comes_too_late_for_a_slip_as_for_any_case() {
    let counter = Counter::open();
    let slips = print(&counter, 2);
    counter.pass(TimeDelta::days(14));
    let licence = an_application().for_matter("公共场所卫生许可（新办）");
    let draft = counter.draft(&licence);
    take(&counter, &draft, &slips[0], "2026-11-23").unwrap();
    explain(&counter, &draft);
    let material = counter
        .desk
        .show_draft(DraftRef { id: draft.clone() })
        .unwrap()
        .requirements
        .lines[0]
        .material
        .clone();
    let items = vec![CorrectionLine {
        material,
        problem: "没有带来".to_owned(),
        how: "下次带来".to_owned(),
    }];
    let refused = counter.desk.ask_correction(AskCorrection {
        draft: Some(draft),
        number: None,
        items,
    });
    assert_eq!(refused.unwrap_err().code, ErrorCode::NoticeTooLate);
}

#[test]
fn slips_are_printed_in_lots_of_a_size_and_again_from_the_same_lot() {
    let counter = Counter::open();
    for count in [0, 51] {
        let refused = counter.desk.print_slips(PrintSlips { count }).unwrap_err();
        assert_eq!(refused.problems[0].rule, "out_of_range");
    }
    let paper = counter.desk.print_slips(PrintSlips { count: 4 }).unwrap();
    assert_eq!(paper.pages, 2);
    let rows = shelf(&counter).rows;
    assert!(rows.iter().all(|slip| slip.paper == paper.id));
    let text = pdf_text(&counter.desk.paper_pdf(PaperRef { id: paper.id }).unwrap());
    for slip in &rows {
        assert!(text.contains(&slip.number), "{text}");
    }
    let counter = counter.restarted();
    counter.sign_in(Who::Clerk);
    assert_eq!(shelf(&counter).free, 4);
    counter.assert_sound();
}

#[test]
fn slips_printed_again_have_the_same_numbers_and_say_that_they_are_a_second_copy() {
    let counter = Counter::open();
    let slips = print(&counter, 2);
    let first = shelf(&counter).rows[0].paper.clone();
    let printed = |id: &str| {
        let id = id.to_owned();
        counter.desk.print_paper(PaperRef { id }).unwrap()
    };
    assert_eq!(printed(&first).outcome, "saved");
    let again = |number: &str| {
        counter.desk.reprint(Reprint {
            number: number.to_owned(),
            document: "slips".to_owned(),
            reason: Some("unclear".to_owned()),
        })
    };
    let second = again(&slips[1]).unwrap();
    assert_eq!((second.copy, second.id == first), (2, false));
    let id = second.id.clone();
    let text = pdf_text(&counter.desk.paper_pdf(PaperRef { id }).unwrap());
    assert!(slips.iter().all(|number| text.contains(number)), "{text}");
    let squeezed: String = text.split_whitespace().collect();
    assert!(squeezed.contains("补打第2次（没打清楚）"), "{text}");
    assert_eq!(printed(&second.id).outcome, "saved");
    assert_eq!(shelf(&counter).free, 2, "no number is used up");

    let usual = counter.receive(&an_application()).number;
    assert_eq!(again(&usual).unwrap_err().code, ErrorCode::PaperUnknown);
    counter.assert_sound();
}
