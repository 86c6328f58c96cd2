//! What the deciding department says of a case, as the point and the resident hear of it.

use std::collections::BTreeMap;

use chrono::{NaiveDate, TimeDelta};
use yichuang_app::ipc::{
    AddFile, CaseRef, CaseView, MaterialChoice, Nothing, TakeSupplies, UrgeCase, WithdrawCase,
};
use yichuang_domain::{
    Calendar, Matter,
    calendar::{Pause, due_with_pauses},
    case::{RequestKind, SpecialProcedure},
};
use yichuang_tests::kit::{Centre, Counter, Line, Weather, Who, an_application, assets};

/// A counter with a case at its department, and the platform that has the counter's catalogue.
struct Point {
    counter: Counter,
    centre: Centre,
    _line: Line,
    number: String,
}

/// Exchanges until the platform has judged and told everything it knows now.
async fn exchange(counter: &Counter, centre: &Centre) {
    counter.sync().await;
    centre.judge();
    counter.sync().await;
}

async fn point() -> Point {
    let line = Line::down();
    let counter = Counter::reaching(&line.url());
    let centre = Centre::start(&counter.clock).await;
    centre.publish_pack_of(&counter);
    let number = counter.accept(&an_application()).number;
    line.connect(&centre.url());
    exchange(&counter, &centre).await;
    assert_eq!(counter.show(&number).row.state, "dispatched");
    Point {
        counter,
        centre,
        _line: line,
        number,
    }
}

impl Point {
    fn view(&self) -> CaseView {
        self.counter.show(&self.number)
    }

    fn said(&self, kind: &str) -> BTreeMap<String, String> {
        let events = self.view().events;
        let event = events.into_iter().rfind(|event| event.kind == kind);
        event.expect(kind).params
    }

    fn documents(&self) -> Vec<String> {
        let papers = self.view().papers.into_iter();
        papers.map(|paper| paper.document).collect()
    }

    /// The promised last day by the published calendar, counted by the domain alone.
    fn promised(&self, extension: u32, pauses: &[Pause], today: NaiveDate) -> String {
        let read = |file: &str| std::fs::read(assets().join("catalogue").join(file)).unwrap();
        let calendar = Calendar::parse(&read("holidays.json")).unwrap();
        let matters: Vec<serde_json::Value> =
            serde_json::from_slice(&read("matters.json")).unwrap();
        let view = self.view();
        let matter = matters.iter().find(|matter| matter["code"] == *view.code);
        let matter = Matter::parse(&serde_json::to_vec(matter.unwrap()).unwrap()).unwrap();
        let from = view.accepted_on.unwrap().parse().unwrap();
        let limit = matter.promised_limit;
        let due = due_with_pauses(&calendar, from, limit, extension, pauses, today);
        due.date.to_string()
    }
}

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

#[tokio::test(flavor = "multi_thread")]
async fn a_special_procedure_stops_the_clock_on_paper_and_screen_until_its_result() {
    let point = point().await;
    let before = point.view().promised_on.unwrap();
    point
        .centre
        .begin_procedure(&point.number, SpecialProcedure::Hearing, 10);
    point.counter.sync().await;
    let view = point.view();
    assert_eq!(
        (view.row.state.as_str(), view.row.due.light.as_str()),
        ("suspended", "paused")
    );
    assert_eq!(view.row.step.as_deref(), Some("听证"));
    let pause = &view.department.pauses[0];
    assert_eq!((pause.what.as_str(), pause.expected_days), ("hearing", 10));
    assert_eq!(pause.to, None);
    let said = point.said("special_procedure_begun");
    assert_eq!(
        (said["what"].as_str(), said["days"].as_str()),
        ("hearing", "10")
    );
    let paper = point.counter.paper_text(&point.number, "special_procedure");
    for words in ["特别程序告知书", "听证", "10个工作日", "不计入办理时限"] {
        assert!(paper.contains(words), "{words}: {paper}");
    }
    let begun = day(&pause.from);

    point.counter.pass(TimeDelta::days(7));
    point.centre.end_procedure(&point.number);
    point.counter.sync().await;
    let view = point.view();
    assert_eq!(view.row.state, "in_process");
    assert_ne!(view.row.due.light, "paused");
    let ended = day(view.department.pauses[0].to.as_deref().unwrap());
    let pause = Pause {
        from: begun,
        to: Some(ended),
    };
    let promised = view.promised_on.unwrap();
    assert_eq!(promised, point.promised(0, &[pause], ended));
    assert!(promised > before, "{promised} {before}");
    assert_eq!(point.said("special_procedure_ended")["due"], promised);
    point.counter.assert_sound();
}

#[tokio::test(flavor = "multi_thread")]
async fn an_extended_limit_is_told_on_paper_with_its_reason_and_the_new_days() {
    let point = point().await;
    point.centre.extend(&point.number, 5);
    point.counter.sync().await;
    let view = point.view();
    assert_eq!(view.row.state, "dispatched", "it moves the days alone");
    let extension = view.department.extension.unwrap();
    assert_eq!(
        (extension.days, extension.approver.as_str()),
        (5, "样例分管负责人")
    );
    let today = day(&extension.on);
    assert_eq!(view.promised_on.unwrap(), point.promised(5, &[], today));
    let paper = point.counter.paper_text(&point.number, "extension");
    for words in ["延长办理期限通知书", "5个工作日", "样例分管负责人", "理由"]
    {
        assert!(paper.contains(words), "{words}: {paper}");
    }
    point.counter.assert_sound();
}

#[tokio::test(flavor = "multi_thread")]
async fn what_the_examination_needs_is_owed_until_it_is_handed_in() {
    let point = point().await;
    let name = point.view().materials[0].name.clone();
    point.centre.ask_more(&point.number, &name, 5);
    point.counter.sync().await;
    let view = point.view();
    let asked = view.department.examination.unwrap();
    assert!(asked.open && asked.items[0].owed);
    assert_eq!(view.life.owed[0].owed_as, "examination");
    assert_eq!(view.life.owed[0].supply_by.as_ref(), Some(&asked.supply_by));
    let paper = point.counter.paper_text(&point.number, "examination");
    for words in [
        "审查阶段补正材料通知书",
        "照片看不清",
        "不暂停办理时限",
        "依据",
    ] {
        assert!(paper.contains(words), "{words}: {paper}");
    }
    let supplies = TakeSupplies {
        number: point.number.clone(),
        materials: vec![MaterialChoice {
            material: view.life.owed[0].material.clone(),
            how: Some("original_seen".to_owned()),
            files: Vec::new(),
            pages: Some(1),
            supply_by: None,
            note: None,
            certificate: None,
        }],
        answers: BTreeMap::new(),
        form: BTreeMap::new(),
        signed: Vec::new(),
    };
    point.counter.desk.take_supplies(supplies).unwrap();
    let receipt = point
        .counter
        .paper_text(&point.number, "examination_receipt");
    assert!(receipt.contains("审查阶段补正材料接收凭证"), "{receipt}");
    let view = point.view();
    assert!(!view.department.examination.unwrap().open);
    assert_eq!(view.row.state, "dispatched", "no acceptance is undone");
    exchange(&point.counter, &point.centre).await;
    // Once it was supplied the department may ask again.
    point.centre.ask_more(&point.number, &name, 5);
    point.counter.assert_sound();
}

#[tokio::test(flavor = "multi_thread")]
async fn papers_a_departments_word_calls_for_are_made_once_however_often_the_line_is_up() {
    let point = point().await;
    point.centre.extend(&point.number, 3);
    for _ in 0..3 {
        point.counter.sync().await;
    }
    let documents = point.documents();
    let extensions = documents.iter().filter(|document| *document == "extension");
    assert_eq!(extensions.count(), 1, "{documents:?}");
    let counter = point.counter.restarted();
    counter.sign_in(Who::Clerk);
    counter.sync().await;
    let papers = counter.show(&point.number).papers;
    let extensions = papers.iter().filter(|paper| paper.document == "extension");
    assert_eq!(extensions.count(), 1);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_decision_against_comes_with_its_reasons_and_the_case_is_closed_that_day() {
    let point = point().await;
    point.centre.deny(&point.number, "户籍不在本市（样例）");
    point.counter.sync().await;
    let view = point.view();
    assert_eq!(view.row.state, "denied");
    let decision = view.department.decision.unwrap();
    assert_eq!(
        (decision.granted, decision.reason.as_str()),
        (false, "户籍不在本市（样例）")
    );
    assert_eq!(point.said("result_issued")["granted"], "false");
    let down = point.counter.desk.sync_centre(Nothing {}).unwrap().down;
    assert!(down.iter().any(|row| row.kind == "denied"), "{down:?}");
    point.counter.assert_sound();
}

#[tokio::test(flavor = "multi_thread")]
async fn what_a_point_asks_is_answered_and_a_withdrawal_that_is_granted_ends_the_case() {
    let point = point().await;
    let urge = UrgeCase {
        number: point.number.clone(),
        reason: "群众急用（样例）".to_owned(),
    };
    point.counter.desk.urge_case(urge).unwrap();
    exchange(&point.counter, &point.centre).await;
    let asked = point.centre.requests();
    assert_eq!((asked.len(), asked[0].what), (1, RequestKind::Urge));
    point.centre.answer(&point.number, true);
    withdraw(&point.counter, &point.number);
    exchange(&point.counter, &point.centre).await;
    let view = point.view();
    assert_eq!(view.department.answers[0].what, "urge");
    assert_eq!(view.life.requests[0].what, "withdraw");
    assert_eq!(view.row.state, "dispatched", "asking ends nothing");
    point.centre.answer(&point.number, true);
    point.counter.sync().await;
    let view = point.view();
    assert_eq!(view.row.state, "withdrawn");
    assert!(view.life.requests.is_empty());
    assert!(view.department.answers.iter().all(|answer| answer.granted));
    let page = &view.life.withdrawal[0].sha256;
    let stored = point.centre.stored_files();
    assert!(stored.iter().any(|(_, sha256)| sha256 == page), "{page}");
    point.counter.assert_sound();
}

/// Withdraws in writing, with one page of it laid.
fn withdraw(counter: &Counter, number: &str) {
    let page = AddFile {
        draft: None,
        number: Some(number.to_owned()),
        name: "撤回申请书.jpg".to_owned(),
        media_type: "image/jpeg".to_owned(),
    };
    let page = counter.desk.add_file(page, b"\xff\xd8\xff withdrawal");
    let withdraw = WithdrawCase {
        number: number.to_owned(),
        reason: "不办了（样例）".to_owned(),
        written: true,
        files: vec![page.unwrap()],
        returned: Vec::new(),
    };
    counter.desk.withdraw_case(withdraw).unwrap();
}

#[tokio::test(flavor = "multi_thread")]
async fn a_withdrawal_the_dispatch_overtook_is_shown_as_such_and_a_reviewer_decides() {
    for granted in [true, false] {
        let line = Line::down();
        let counter = Counter::reaching(&line.url());
        let centre = Centre::start(&counter.clock).await;
        let number = counter.accept(&an_application()).number;
        line.connect(&centre.url());
        // What was sent is dispatched, and nothing of it could be read.
        line.turn(Weather::AnswersLost {
            path: "/v1/feed".to_owned(),
            times: usize::MAX,
        });
        counter.sync().await;
        centre.judge();
        assert_eq!(centre.numbers(), [number.as_str()]);
        withdraw(&counter, &number);
        assert_eq!(counter.show(&number).row.state, "withdrawn");
        line.turn(Weather::Fair);
        exchange(&counter, &centre).await;
        let row = counter.show(&number).row;
        assert_eq!(
            (row.state.as_str(), row.sync.mark.as_str()),
            ("dispatched", "attend")
        );
        assert_eq!(row.sync.reason.as_deref(), Some("conflict"));
        assert!(centre.requests()[0].overtaken);
        centre.answer(&number, granted);
        counter.sync().await;
        let row = counter.show(&number).row;
        let state = if granted { "withdrawn" } else { "dispatched" };
        assert_eq!(
            (row.state.as_str(), row.sync.mark.as_str()),
            (state, "reported")
        );
        counter.assert_sound();
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_paused_case_is_neither_soon_nor_overdue_in_any_count() {
    let point = point().await;
    point
        .centre
        .begin_procedure(&point.number, SpecialProcedure::PublicNotice, 60);
    point.counter.sync().await;
    point.counter.pass(TimeDelta::days(60));
    for tally in ["due_soon", "overdue"] {
        let behind = point.counter.behind(tally).unwrap();
        assert_eq!(behind.total, 0, "{tally}");
    }
    let shown = point.counter.desk.show_case(CaseRef {
        number: point.number.clone(),
    });
    assert_eq!(shown.unwrap().row.due.light, "paused");
}
