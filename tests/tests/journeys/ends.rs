//! How a case ends without a decision: withdrawn, terminated, voided; put right before, archived after.

use chrono::TimeDelta;
use yichuang_app::ipc::{
    AddFile, AmendCase, AmendedField, ApiError, AskCorrection, CaseEnded, CaseRef, CorrectionLine,
    ErrorCode, FileInfo, FileRef, Nothing, TerminateCase, VoidCase, WithdrawCase,
};
use yichuang_tests::kit::{Counter, Who, an_application};

fn withdraw(counter: &Counter, number: &str, returned: Vec<String>) -> Result<CaseEnded, ApiError> {
    counter.desk.withdraw_case(WithdrawCase {
        number: number.to_owned(),
        reason: "暂时不办了".to_owned(),
        written: true,
        files: Vec::new(),
        returned,
    })
}

fn terminate(counter: &Counter, number: &str) -> Result<CaseEnded, ApiError> {
    counter.desk.terminate_case(TerminateCase {
        number: number.to_owned(),
        reason: "多次联系仍未补齐".to_owned(),
        returned: Vec::new(),
    })
}

fn void(counter: &Counter, number: &str, typed: &str) -> Result<CaseEnded, ApiError> {
    let operators = counter.desk.list_operators(Nothing {}).unwrap().operators;
    let supervisor = operators
        .iter()
        .find(|one| one.name == Who::Supervisor.name());
    counter.desk.void_case(VoidCase {
        number: number.to_owned(),
        typed: typed.to_owned(),
        reason: "录错了申请人".to_owned(),
        supervisor: supervisor.unwrap().id.clone(),
        password: Who::Supervisor.password().to_owned(),
    })
}

fn told(counter: &Counter) -> String {
    let draft = Some(counter.draft(&an_application().without_material("MAT-IDCARD")));
    let asked = counter.desk.ask_correction(AskCorrection {
        draft,
        number: None,
        items: vec![CorrectionLine {
            material: "MAT-IDCARD".to_owned(),
            problem: "没有带来".to_owned(),
            how: "下次带原件".to_owned(),
        }],
    });
    asked.unwrap().number
}

#[test]
fn a_case_is_withdrawn_in_writing_and_what_lies_here_is_given_back_on_paper() {
    let counter = Counter::open();
    let number = counter.receive(&an_application()).number;
    let unwritten = counter.desk.withdraw_case(WithdrawCase {
        number: number.clone(),
        reason: "暂时不办了".to_owned(),
        written: false,
        files: Vec::new(),
        returned: Vec::new(),
    });
    assert_eq!(unwritten.unwrap_err().problems[0].rule, "written_missing");
    let here: Vec<_> = counter.show(&number).life.returnable;
    let ids = here.iter().map(|one| one.material.clone()).collect();
    let done = withdraw(&counter, &number, ids).unwrap().done.unwrap();
    assert_eq!(done.state, "withdrawn");
    let paper = counter.paper_text(&number, "materials_return");
    assert!(paper.contains("材料退回凭证") && paper.contains(&number));
    for material in &here {
        let flat: String = paper.split_whitespace().collect();
        assert!(
            flat.contains(&material.name),
            "{} is not on:\n{paper}",
            material.name
        );
    }
    let again = withdraw(&counter, &number, Vec::new()).unwrap_err();
    assert_eq!(again.code, ErrorCode::IllegalMove);
    assert_eq!(again.params["state"], "withdrawn");
    counter.assert_sound();
}

#[test]
fn the_pages_of_the_written_withdrawal_are_kept_with_the_case() {
    let counter = Counter::open();
    let number = counter.receive(&an_application()).number;
    let bytes = b"\xff\xd8\xff withdrawal (sample)";
    let page = AddFile {
        draft: None,
        number: Some(number.clone()),
        name: "撤回申请书.jpg".to_owned(),
        media_type: "image/jpeg".to_owned(),
    };
    let page = counter.desk.add_file(page, bytes).unwrap();
    let with = |files: Vec<FileInfo>| {
        counter.desk.withdraw_case(WithdrawCase {
            number: number.clone(),
            reason: "暂时不办了".to_owned(),
            written: true,
            files,
            returned: Vec::new(),
        })
    };
    let many = with(vec![page.clone(); 21]).unwrap_err();
    assert_eq!(many.problems[0].rule, "too_many");
    let made_up = FileInfo {
        sha256: "no digest".to_owned(),
        ..page.clone()
    };
    let made_up = with(vec![made_up]).unwrap_err();
    assert_eq!(made_up.problems[0].rule, "file");
    assert!(counter.show(&number).life.withdrawal.is_empty());
    with(vec![page.clone()]).unwrap();
    let kept = counter.show(&number).life.withdrawal;
    assert_eq!(kept, std::slice::from_ref(&page));
    let kept = counter.desk.file_bytes(FileRef {
        sha256: page.sha256,
        number: Some(number.clone()),
    });
    assert_eq!(kept.unwrap(), bytes);
    counter.assert_sound();
}

#[test]
fn a_case_is_terminated_only_after_its_day_and_never_by_itself() {
    let counter = Counter::open();
    let number = told(&counter);
    let early = terminate(&counter, &number).unwrap_err();
    assert_eq!(early.code, ErrorCode::SupplyDayNotOver);
    counter.pass(TimeDelta::days(30));
    assert_eq!(counter.show(&number).row.state, "needs_correction");
    let done = terminate(&counter, &number).unwrap().done.unwrap();
    assert_eq!(done.state, "terminated");
    let paper = counter.paper_text(&number, "termination");
    for words in ["办件终止通知书", "申请人居民身份证", "多次联系仍未补齐"] {
        let flat: String = paper.split_whitespace().collect();
        assert!(flat.contains(words), "{words} is not on:\n{paper}");
    }
    counter.assert_sound();
}

#[test]
fn a_case_taken_by_mistake_is_voided_by_its_typed_number_and_a_supervisor() {
    let counter = Counter::open();
    let number = counter.accept(&an_application()).number;
    let short = counter.show(&number).row.short;
    let wrong = void(&counter, &number, "1123-9999").unwrap_err();
    assert_eq!(wrong.problems[0].rule, "number_differs");
    assert_eq!(counter.show(&number).row.state, "accepted");
    let done = void(&counter, &number, &short).unwrap().done.unwrap();
    assert_eq!(done.state, "voided");
    assert!(counter.find(&number).total == 1, "nothing is deleted");
    counter.assert_sound();
}

#[test]
fn what_was_written_down_wrongly_is_put_right_and_found_by_its_new_name() {
    let counter = Counter::open();
    let number = counter.accept(&an_application()).number;
    let was = counter.show(&number).row.applicant;
    let amend = |changes: Vec<AmendedField>| {
        counter.desk.amend_case(AmendCase {
            number: number.clone(),
            changes,
            reason: "录入时打错".to_owned(),
        })
    };
    let change = |field: &str, is: &str| AmendedField {
        field: field.to_owned(),
        is: is.to_owned(),
    };
    for (field, is, rule) in [
        ("applicant.id", "1", "not_amendable"),
        ("applicant.phone", "12", "phone"),
        ("applicant.name", " ", "name_required"),
        ("applicant.name", was.as_str(), "nothing_changed"),
    ] {
        let refused = amend(vec![change(field, is)]).unwrap_err();
        assert_eq!(refused.problems[0].rule, rule, "{field}");
    }
    let phone = change("applicant.phone", "13800000009");
    amend(vec![change("applicant.name", "样例改名人"), phone]).unwrap();
    let view = counter.show(&number);
    assert_eq!(view.row.applicant, "样例改名人");
    assert_eq!(counter.find("改名人").total, 1);
    assert_eq!(
        counter.find(&was).total,
        0,
        "the search forgets the old name"
    );
    let told: Vec<_> = view
        .events
        .iter()
        .filter(|one| one.kind == "amended")
        .collect();
    assert_eq!(told.len(), 2);
    assert_eq!(told[0].params["was"], was);
    assert_eq!(told[0].params["is"], "样例改名人");
    assert!(told[1].params["is"].contains('*'), "a telephone is masked");
    counter.assert_sound();
}

#[test]
fn the_file_of_a_case_is_closed_once_it_has_ended() {
    let counter = Counter::open();
    let number = counter.receive(&an_application()).number;
    let archive = || {
        let number = number.clone();
        counter.desk.archive_case(CaseRef { number })
    };
    assert_eq!(archive().unwrap_err().code, ErrorCode::IllegalMove);
    withdraw(&counter, &number, Vec::new()).unwrap();
    archive().unwrap();
    let view = counter.show(&number);
    assert_eq!(view.row.state, "archived");
    let last = view
        .events
        .iter()
        .find(|one| one.kind == "archived")
        .unwrap();
    assert_eq!(last.params["papers"], "2", "receipt and proof of return");
    assert_eq!(archive().unwrap_err().code, ErrorCode::IllegalMove);
    counter.assert_sound();
}
