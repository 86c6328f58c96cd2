//! 出件、送达: to the right hand, by the right way, all of one person's at once.

use chrono::TimeDelta;
use yichuang_app::ipc::{
    ApiError, CheckTaker, DeliverResults, DeliveryDone, ErrorCode, GoingResults, ListWaiting,
    LogCall, Nothing, PersonInput, RegisterResult, TakerCheck, WaitingCase,
};
use yichuang_app::ipc::{CaseRef, ResidentSigned};
use yichuang_domain::CaseState;
use yichuang_tests::kit::{Application, Centre, Counter, Who, an_application};

use crate::{
    mandates::{give, revoke, somebody, terms},
    people::{document, merging},
};

pub(super) const ALLOWANCE: &str = "高龄津贴申领";
pub(super) const RELIEF: &str = "临时救助对象认定及给付";

/// Cases of the first sample person, decided in favour by their department.
pub(super) async fn granted(matters: &[&str]) -> (Counter, Centre, Vec<String>) {
    let applications = matters
        .iter()
        .map(|matter| an_application().by_number(1).for_matter(matter));
    decided(applications.collect()).await
}

async fn decided(applications: Vec<Application>) -> (Counter, Centre, Vec<String>) {
    // The centre and the counter share a clock.
    let clock = std::sync::Arc::new(yichuang_app::FixedClock::new(
        yichuang_tests::kit::monday_morning(),
    ));
    let centre = Centre::start(&clock).await;
    let counter = Counter::reaching(&centre.url());
    let numbers: Vec<String> = applications
        .iter()
        .map(|application| counter.accept(application).number)
        .collect();
    exchange(&counter, &centre).await;
    for number in &numbers {
        centre.review(number, "审定", CaseState::Granted);
    }
    exchange(&counter, &centre).await;
    (counter, centre, numbers)
}

pub(super) async fn exchange(counter: &Counter, centre: &Centre) {
    counter.sync().await;
    centre.judge();
    counter.sync().await;
}

pub(super) fn everything_of(counter: &Counter, number: &str) -> GoingResults {
    let results = counter.show(number).results;
    let here = results
        .iter()
        .filter(|one| one.place == "office" || one.place == "counter");
    GoingResults {
        number: number.to_owned(),
        documents: here.map(|one| one.id.clone()).collect(),
    }
}

pub(super) fn handing(counter: &Counter, numbers: &[String], taker: PersonInput) -> DeliverResults {
    let going = numbers.iter().map(|number| everything_of(counter, number));
    DeliverResults {
        going: going.collect(),
        way: "window".to_owned(),
        recipient: "applicant".to_owned(),
        taker: Some(taker),
        place: String::new(),
        acknowledged: "on_paper".to_owned(),
        files: Vec::new(),
        witness: String::new(),
        note: String::new(),
    }
}

fn by_agent(counter: &Counter, numbers: &[String]) -> DeliverResults {
    DeliverResults {
        recipient: "agent".to_owned(),
        ..handing(counter, numbers, somebody(5))
    }
}

fn check(counter: &Counter, numbers: &[String], n: u32) -> TakerCheck {
    let taker = somebody(n);
    counter
        .desk
        .check_taker(CheckTaker {
            numbers: numbers.to_vec(),
            taker: document(&taker.id_kind, &taker.id_number),
        })
        .unwrap()
}

pub(super) fn waiting(counter: &Counter) -> Vec<WaitingCase> {
    let text = String::new();
    counter
        .desk
        .list_waiting(ListWaiting { text })
        .unwrap()
        .rows
}

fn shelve(counter: &Counter, number: &str) {
    counter
        .desk
        .register_result(RegisterResult {
            number: number.to_owned(),
            documents: everything_of(counter, number).documents,
            kept: "2 号柜".to_owned(),
        })
        .unwrap();
}

pub(super) fn refusal(answer: Result<DeliveryDone, ApiError>) -> ErrorCode {
    answer.unwrap_err().code
}

fn says_how_it_was_handed_over(counter: &Counter, number: &str, done: &DeliveryDone) {
    let text = counter.paper_text(number, &done.papers[0].document);
    for words in [
        "送达回证",
        "直接送达（窗口领取）",
        "样例人1",
        "2026年12月5日",
        "纸上签",
    ] {
        assert!(text.contains(words), "{words}: {text}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn two_results_of_one_person_go_in_one_handing_over_and_their_last_visit_counts() {
    let (counter, centre, numbers) = granted(&[ALLOWANCE, RELIEF]).await;
    let before = counter.show(&numbers[0]);
    assert_eq!(before.row.state, "granted");
    assert!(
        before.verbs.contains(&"deliver".to_owned()),
        "{:?}",
        before.verbs
    );
    assert!(
        !before.results.is_empty(),
        "the matter says what comes of it"
    );
    shelve(&counter, &numbers[0]);
    let view = counter.show(&numbers[0]);
    assert_eq!(view.row.state, "ready_for_pickup");
    assert_eq!(
        (
            view.results[0].place.as_str(),
            view.results[0].kept.as_str()
        ),
        ("counter", "2 号柜")
    );
    shelve(&counter, &numbers[0]);
    let again = counter.show(&numbers[0]).events.len();
    assert_eq!(again, view.events.len(), "it lay there already");
    counter.pass(TimeDelta::days(12));
    counter.sign_in(Who::Clerk);
    let list = waiting(&counter);
    assert_eq!(
        (list.len(), list[0].days, list[0].unclaimed),
        (2, 12, false)
    );
    let desk = counter
        .desk
        .show_delivery(CaseRef {
            number: numbers[0].clone(),
        })
        .unwrap();
    assert_eq!(desk.also.len(), 1, "the other result of the same person");

    let input = handing(&counter, &numbers, somebody(1));
    let slip = counter.desk.print_collection_slip(input.clone()).unwrap();
    assert_eq!(slip.title, "领取凭证");
    assert_eq!(
        counter.show(&numbers[0]).row.state,
        "ready_for_pickup",
        "only paper"
    );
    let done = counter.desk.deliver_results(input).unwrap();
    assert_eq!(
        (done.numbers.len(), done.complete, done.papers.len()),
        (2, 2, 2)
    );
    for number in &numbers {
        let view = counter.show(number);
        assert_eq!(view.row.state, "delivered");
        assert!(view.results.iter().all(|one| one.place == "delivered"));
        assert_eq!(view.visits.last().unwrap(), "2026-12-05");
    }
    says_how_it_was_handed_over(&counter, &numbers[0], &done);
    exchange(&counter, &centre).await;
    assert!(
        centre
            .cases()
            .iter()
            .all(|case| case.state == CaseState::Delivered)
    );
    counter.assert_sound();
    centre.assert_sound();
}

#[tokio::test(flavor = "multi_thread")]
async fn nothing_is_handed_over_before_it_is_decided_or_twice() {
    let (counter, _centre, numbers) = granted(&[ALLOWANCE]).await;
    let open = counter.accept(&an_application().by_number(2)).number;
    let early = DeliverResults {
        going: vec![GoingResults {
            number: open,
            documents: vec![uuid::Uuid::nil().to_string()],
        }],
        ..handing(&counter, &numbers, somebody(2))
    };
    let refused = counter.desk.deliver_results(early).unwrap_err();
    assert_eq!(
        (refused.code, refused.params["state"].as_str()),
        (ErrorCode::IllegalMove, "accepted")
    );
    let once = handing(&counter, &numbers, somebody(1));
    counter.desk.deliver_results(once.clone()).unwrap();
    let twice = counter.desk.deliver_results(once).unwrap_err();
    assert_eq!(twice.params["state"], "delivered");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_stranger_gets_nothing_until_a_mandate_says_so_and_nothing_after_it_is_over() {
    let (counter, _centre, numbers) = granted(&[ALLOWANCE]).await;
    let wrong = handing(&counter, &numbers, somebody(5));
    assert_eq!(
        refusal(counter.desk.deliver_results(wrong)),
        ErrorCode::WrongPerson
    );
    assert_eq!(check(&counter, &numbers, 1).who, "applicant");
    assert_eq!(check(&counter, &numbers, 5).who, "stranger");
    let none = counter.desk.deliver_results(by_agent(&counter, &numbers));
    assert_eq!(refusal(none), ErrorCode::MandateMissing);

    give(&counter, &numbers[0], terms(5, &["submit"], "2027-01-01")).unwrap();
    let other = counter
        .desk
        .deliver_results(by_agent(&counter, &numbers))
        .unwrap_err();
    assert_eq!(
        (other.code, other.params["gap"].as_str()),
        (ErrorCode::MandateLapsed, "scope")
    );
    let given = give(&counter, &numbers[0], terms(5, &["collect"], "2026-11-25")).unwrap();
    assert_eq!(check(&counter, &numbers, 5).mandate.unwrap().id, given.id);
    counter.pass(TimeDelta::days(3));
    counter.sign_in(Who::Clerk);
    let over = check(&counter, &numbers, 5);
    assert_eq!(
        (
            over.who.as_str(),
            over.lapsed.as_deref(),
            over.lapsed_on.as_deref()
        ),
        ("stranger", Some("expired"), Some("2026-11-25"))
    );
    let late = counter
        .desk
        .deliver_results(by_agent(&counter, &numbers))
        .unwrap_err();
    assert_eq!(
        (late.code, late.params["day"].as_str()),
        (ErrorCode::MandateLapsed, "2026-11-25")
    );

    let mut renewed = terms(5, &["collect"], "2027-05-20");
    renewed.from = "2026-11-26".to_owned();
    let renewed = give(&counter, &numbers[0], renewed).unwrap();
    let done = counter
        .desk
        .deliver_results(by_agent(&counter, &numbers))
        .unwrap();
    let text = counter.paper_text(&numbers[0], &done.papers[0].document);
    for words in ["代收人", "样例人5", "长子", "授权委托书"] {
        assert!(text.contains(words), "{words}: {text}");
    }
    revoke(&counter, &renewed.id).unwrap();
    assert_eq!(
        counter.show(&numbers[0]).row.state,
        "delivered",
        "what was done stands"
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn whoever_changed_their_number_is_still_the_applicant() {
    let (counter, _centre, numbers) = granted(&[ALLOWANCE]).await;
    let newer = somebody(7);
    let mut merge = merging(
        &counter,
        &numbers[0],
        document(&newer.id_kind, &newer.id_number),
    );
    merge.other_is_newer = true;
    counter.desk.merge_person(merge).unwrap();
    assert_eq!(check(&counter, &numbers, 7).who, "applicant");
    let input = handing(&counter, &numbers, newer);
    counter.desk.deliver_results(input).unwrap();
}

#[tokio::test(flavor = "multi_thread")]
async fn a_fingerprint_and_a_result_left_at_the_door_need_a_witness() {
    let (counter, _centre, numbers) = granted(&[ALLOWANCE, RELIEF]).await;
    let print = DeliverResults {
        acknowledged: "fingerprint".to_owned(),
        ..handing(&counter, &numbers[..1], somebody(1))
    };
    let refused = counter.desk.deliver_results(print.clone()).unwrap_err();
    assert_eq!(refused.problems[0].rule, "witness_required");
    let witness = "样例村会计".to_owned();
    counter
        .desk
        .deliver_results(DeliverResults {
            witness: witness.clone(),
            ..print
        })
        .unwrap();
    let left = DeliverResults {
        way: "left".to_owned(),
        taker: None,
        acknowledged: "by_witness".to_owned(),
        witness,
        ..handing(&counter, &numbers[1..], somebody(1))
    };
    let done = counter.desk.deliver_results(left).unwrap();
    let text = counter.paper_text(&numbers[1], &done.papers[0].document);
    assert!(
        text.contains("留置送达") && text.contains("样例村会计"),
        "{text}"
    );
    let visits = counter.show(&numbers[1]).visits;
    assert_eq!(visits.len(), 1, "nobody came for it");
}

#[tokio::test(flavor = "multi_thread")]
async fn part_of_a_result_may_go_first_and_the_case_waits_for_the_rest() {
    let (counter, centre, numbers) = granted(&[]).await;
    assert!(numbers.is_empty());
    let number = counter.accept(&an_application().by_number(1)).number;
    exchange(&counter, &centre).await;
    let named = |name: &str| yichuang_platform::IssuedDocument {
        name: name.to_owned(),
        what: yichuang_domain::matter::ResultKind::Certificate,
        document_no: Some(format!("样例〔2026〕{name}")),
        valid_until: None,
    };
    centre
        .platform()
        .issue_result(
            &number,
            &yichuang_platform::IssueResult {
                granted: true,
                documents: vec![named("样例证甲"), named("样例证乙")],
                reason: String::new(),
                office: "镇民政办（样例）".to_owned(),
            },
        )
        .unwrap();
    exchange(&counter, &centre).await;
    let results = counter.show(&number).results;
    assert_eq!(results.len(), 2);
    assert_eq!(
        results[0].document_no.as_deref(),
        Some("样例〔2026〕样例证甲")
    );
    let one = |at: usize| DeliverResults {
        going: vec![GoingResults {
            number: number.clone(),
            documents: vec![results[at].id.clone()],
        }],
        ..handing(&counter, &[], somebody(1))
    };
    let first = counter.desk.deliver_results(one(0)).unwrap();
    assert_eq!(first.complete, 0);
    assert_eq!(counter.show(&number).row.state, "ready_for_pickup");
    exchange(&counter, &centre).await;
    assert_eq!(centre.cases()[0].state, CaseState::ReadyForPickup);
    let last = counter.desk.deliver_results(one(1)).unwrap();
    assert_eq!(last.complete, 1);
    exchange(&counter, &centre).await;
    assert_eq!(counter.show(&number).row.state, "delivered");
    assert_eq!(centre.cases()[0].state, CaseState::Delivered);
    counter.assert_sound();
}

#[tokio::test(flavor = "multi_thread")]
async fn a_result_nobody_fetched_for_thirty_days_is_something_to_see_to() {
    let (counter, _centre, numbers) = granted(&[ALLOWANCE]).await;
    shelve(&counter, &numbers[0]);
    let todo = |counter: &Counter| {
        let bench = counter.desk.workbench(Nothing {}).unwrap();
        bench
            .pressing
            .into_iter()
            .map(|one| one.todo)
            .collect::<Vec<_>>()
    };
    counter.pass(TimeDelta::days(30));
    counter.sign_in(Who::Clerk);
    assert_eq!(todo(&counter), ["call_for_pickup"]);
    counter.pass(TimeDelta::days(1));
    counter.sign_in(Who::Clerk);
    assert_eq!(todo(&counter), ["ask_why_unclaimed"]);
    assert!(waiting(&counter)[0].unclaimed);
    let called = counter.desk.log_call(LogCall {
        number: numbers[0].clone(),
        purpose: "pickup".to_owned(),
        outcome: "reached".to_owned(),
        words: "下周一来取（样例）".to_owned(),
    });
    called.unwrap();
}

#[tokio::test(flavor = "multi_thread")]
async fn results_of_two_people_do_not_go_in_one_handing_over() {
    let applications = vec![an_application().by_number(1), an_application().by_number(2)];
    let (counter, _centre, numbers) = decided(applications).await;
    let both = handing(&counter, &numbers, somebody(1));
    assert_eq!(
        refusal(counter.desk.deliver_results(both)),
        ErrorCode::SeveralPeople
    );
    assert!(
        numbers
            .iter()
            .all(|number| counter.show(number).row.state == "granted")
    );
}

/// A hand that wrote something on the residents' screen, having read to the end.
fn sign_on_screen(counter: &Counter) {
    let turn = counter.desk.resident_screen(Nothing {}).unwrap().turn;
    let signed = ResidentSigned {
        turn,
        read_to_end: true,
        strokes: vec![
            vec![[40, 60], [260, 180], [420, 70]],
            vec![[60, 200], [500, 190]],
        ],
    };
    counter.desk.resident_signed(signed).unwrap();
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_handed_over_is_signed_for_on_the_screen_and_for_nothing_else() {
    let (counter, _centre, numbers) = granted(&[ALLOWANCE, RELIEF]).await;
    let one = handing(&counter, &numbers[..1], somebody(1));
    let absent = counter.desk.ask_collection_signature(one.clone());
    assert_eq!(absent.unwrap_err().code, ErrorCode::ScreenAbsent);
    counter.desk.resident_window_opened();
    counter.desk.ask_collection_signature(one.clone()).unwrap();
    let screen = counter.desk.resident_screen(Nothing {}).unwrap();
    let paper = screen.paper.unwrap();
    assert_eq!(paper.title, "领取凭证");
    let said = serde_json::to_string(&paper.lines).unwrap();
    assert!(
        said.contains("样例人1") && said.contains(ALLOWANCE),
        "{said}"
    );
    sign_on_screen(&counter);
    let given = counter.desk.resident_state(Nothing {}).unwrap().signed;
    assert_eq!(given[0].number.as_deref(), Some(numbers[0].as_str()));

    let on_screen = |handing: DeliverResults| DeliverResults {
        acknowledged: "on_screen".to_owned(),
        files: given[0].paper.files.clone(),
        ..handing
    };
    let both = on_screen(handing(&counter, &numbers, somebody(1)));
    let pictureless = DeliverResults {
        files: Vec::new(),
        ..on_screen(one.clone())
    };
    for other in [both, pictureless] {
        let refused = counter.desk.deliver_results(other).unwrap_err();
        assert_eq!(refused.problems[0].rule, "signature_missing");
    }
    assert_ne!(counter.show(&numbers[0]).row.state, "delivered");
    let done = counter.desk.deliver_results(on_screen(one)).unwrap();
    assert_eq!(counter.show(&numbers[0]).row.state, "delivered");
    let proof = counter.paper_text(&numbers[0], &done.papers[0].document);
    assert!(proof.contains("屏上签"), "{proof}");
    let left = counter.desk.resident_state(Nothing {}).unwrap().signed;
    assert!(left.is_empty(), "a signature is used once");
    counter.assert_sound();
}
