//! What the published list does not have cannot be demanded, and whoever tries is seen.

use chrono::TimeDelta;
use serde_json::json;
use yichuang_app::{
    IntakeFile,
    ipc::{
        AcceptCase, ApiError, AskCorrection, CheckDemand, CorrectionLine, DemandAnswer, DemandLog,
        DraftRef, ErrorCode, MaterialChoice, Nothing, SaveDraft,
    },
};
use yichuang_tests::kit::{Counter, Who, an_application};

const DEMANDED: &str = "居住证明";

fn line(material: &str) -> CorrectionLine {
    CorrectionLine {
        material: material.to_owned(),
        problem: "没有带来".to_owned(),
        how: "下次带来".to_owned(),
    }
}

fn ask(
    counter: &Counter,
    draft: Option<String>,
    number: Option<String>,
    lines: &[&str],
) -> Result<String, ApiError> {
    let items = lines.iter().map(|material| line(material)).collect();
    let input = AskCorrection {
        draft,
        number,
        items,
    };
    counter.desk.ask_correction(input).map(|done| done.number)
}

fn check(counter: &Counter, number: &str, text: &str) -> Result<DemandAnswer, ApiError> {
    counter.desk.check_demand(CheckDemand {
        draft: None,
        number: Some(number.to_owned()),
        text: text.to_owned(),
    })
}

/// What a supervisor sees, who leaves the desk to the clerk again.
fn seen(counter: &Counter) -> DemandLog {
    counter.sign_in(Who::Supervisor);
    let log = counter.desk.workbench(Nothing {}).unwrap().demands;
    counter.sign_in(Who::Clerk);
    log.unwrap()
}

fn words(log: &DemandLog) -> Vec<&str> {
    log.rows.iter().map(|row| row.demanded.as_str()).collect()
}

#[test]
fn a_notice_with_a_line_off_the_list_is_refused_changes_nothing_and_is_seen() {
    let counter = Counter::open();
    let number = counter.receive(&an_application()).number;
    let lines = ["MAT-IDCARD", DEMANDED];
    let refused = ask(&counter, None, Some(number.clone()), &lines).unwrap_err();
    assert_eq!(refused.code, ErrorCode::OffList);
    assert_eq!(refused.problems.len(), 1);
    assert_eq!(refused.problems[0].field, "decision.items.1.material");
    assert_eq!(counter.show(&number).row.state, "received");

    let log = seen(&counter);
    assert_eq!(log.count, 1);
    let row = &log.rows[0];
    assert_eq!(
        (row.clerk.as_str(), row.demanded.as_str()),
        (Who::Clerk.name(), DEMANDED)
    );
    assert_eq!(row.matter, an_application().matter_name());
    assert_eq!(row.number.as_deref(), Some(number.as_str()));
    assert!(row.at.starts_with("2026-11-23T"), "{}", row.at);
    let events = counter.show(&number).events;
    assert_eq!(events.last().unwrap().kind, "off_list_demand");
    ask(&counter, None, Some(number), &["MAT-IDCARD"]).unwrap();
    counter.assert_sound();
}

#[test]
fn a_draft_is_not_received_for_a_notice_off_the_list() {
    let counter = Counter::open();
    let draft = counter.draft(&an_application());
    let refused = ask(&counter, Some(draft.clone()), None, &[DEMANDED]).unwrap_err();
    assert_eq!(refused.code, ErrorCode::OffList);
    assert_eq!(counter.find("").total, 0);
    let log = seen(&counter);
    assert_eq!(
        (words(&log), log.rows[0].number.as_ref()),
        (vec![DEMANDED], None)
    );
    ask(&counter, Some(draft), None, &["MAT-IDCARD"]).unwrap();
}

#[test]
fn a_signed_paper_and_a_field_of_the_form_may_be_asked_for_by_their_names() {
    let counter = Counter::open();
    let number = counter.receive(&an_application()).number;
    let field = counter.show(&number).form[0].clone();
    let key = format!("form.{}", field.key);
    let lines = ["application_form", key.as_str()];
    ask(&counter, None, Some(number.clone()), &lines).unwrap();
    let notice = counter.paper_text(&number, "correction");
    assert!(notice.contains("申请表") && !notice.contains("application_form"));
    assert_eq!(seen(&counter).count, 0);
}

#[test]
fn a_material_the_matter_does_not_have_is_not_taken_and_the_attempt_is_seen() {
    let counter = Counter::open();
    let draft = counter.draft(&an_application());
    let shown = counter.desk.show_draft(DraftRef { id: draft.clone() });
    let mut content = shown.unwrap().content;
    content.materials.push(MaterialChoice {
        material: DEMANDED.to_owned(),
        how: Some("paper_taken".to_owned()),
        files: Vec::new(),
        pages: Some(1),
        supply_by: None,
        certificate: None,
        note: None,
    });
    let id = draft.clone();
    counter.desk.save_draft(SaveDraft { id, content }).unwrap();
    assert_eq!(seen(&counter).count, 0, "saving demands nothing yet");
    let refused = counter.desk.accept_case(AcceptCase { draft }).unwrap_err();
    assert_eq!(refused.code, ErrorCode::Invalid);
    let log = seen(&counter);
    assert_eq!(words(&log), [DEMANDED]);
    assert_eq!(counter.find("").total, 0);
}

#[test]
fn an_intake_file_cannot_demand_either() {
    let counter = Counter::open();
    let asks = json!({ "ask_correction": [
        { "material": DEMANDED, "problem": "没有带来", "how": "下次带来" }
    ] });
    let file = an_application().intake_json(&asks);
    let file = IntakeFile::parse(&file.to_string()).unwrap();
    let refused = counter.desk.intake(file, counter.home()).unwrap_err();
    assert_eq!(refused.code, ErrorCode::OffList);
    assert_eq!(words(&seen(&counter)), [DEMANDED]);
}

#[test]
fn asking_whether_the_list_has_something_finds_it_or_is_written_down() {
    let counter = Counter::open();
    let number = counter.receive(&an_application()).number;
    let materials = counter.show(&number).materials;
    let named = &materials[0];
    let found = check(&counter, &number, &named.name).unwrap();
    assert_eq!(found.material.as_deref(), Some(named.material.as_str()));
    assert_eq!(seen(&counter).count, 0);

    let none = check(&counter, &number, "无违法犯罪记录证明").unwrap();
    assert_eq!(
        (none.material, none.name.as_str()),
        (None, "无违法犯罪记录证明")
    );
    let personal = check(&counter, &number, "张某13800006120的证明").unwrap_err();
    assert_eq!(personal.problems[0].rule, "personal_number");
    assert_eq!(words(&seen(&counter)), ["无违法犯罪记录证明"]);
    assert_eq!(counter.show(&number).row.state, "received");
}

#[test]
fn only_a_supervisor_sees_the_attempts_and_those_of_this_month() {
    let counter = Counter::open();
    let number = counter.receive(&an_application()).number;
    check(&counter, &number, "无违法犯罪记录证明").unwrap();
    let bench = counter.desk.workbench(Nothing {}).unwrap();
    assert_eq!(bench.demands, None);
    counter.pass(TimeDelta::days(10));
    assert_eq!(seen(&counter).count, 0, "December has none yet");
    check(&counter, &number, "婚育情况证明").unwrap();
    assert_eq!(words(&seen(&counter)), ["婚育情况证明"]);
    counter.assert_sound();
}
