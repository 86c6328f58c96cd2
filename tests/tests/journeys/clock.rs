//! A clock that cannot be trusted: the operator answers for the date once, and nothing is lost.

use std::sync::Arc;

use chrono::{DateTime, TimeDelta, Utc};
use yichuang_app::{
    Clock as _, FixedClock,
    ipc::{
        AcceptCase, AcceptReceived, ApiError, AskCorrection, CaseDone, ConfirmDate, CorrectDate,
        CorrectionLine, ErrorCode, Nothing, ReceiveCase, RefuseCase,
    },
};
use yichuang_store::{JournalEntry, JournalFilter, OpenMode, Store, SystemEntropy};
use yichuang_tests::kit::{
    Application, Centre, Counter, Line, Who, an_application, copy_folder, monday_morning,
};
use yichuang_wire::{ClockState, payload::Payload};

const MONDAY: &str = "2026-11-23";

fn someone(n: u32) -> Application {
    an_application().by_number(n)
}

fn confirm(counter: &Counter, date: &str) -> Result<(), ApiError> {
    let date = date.to_owned();
    counter.desk.confirm_date(ConfirmDate { date }).map(drop)
}

/// A counter whose clock was put back by three hours, to six on Monday morning.
fn three_hours_back() -> Counter {
    let counter = Counter::open();
    counter.pass(TimeDelta::hours(-3));
    counter
}

fn entries(home: &std::path::Path, kinds: &[&str]) -> Vec<JournalEntry> {
    let entropy = Arc::new(SystemEntropy);
    let store = Store::open(home, OpenMode::ReadOnly, "", entropy, monday_morning()).unwrap();
    let filter = JournalFilter {
        kinds: kinds.iter().map(|&kind| kind.to_owned()).collect(),
        ..JournalFilter::default()
    };
    store.read(|read| read.journal(&filter, 100)).unwrap()
}

fn confirmations(counter: &Counter) -> usize {
    entries(counter.home(), &["date_confirmed"]).len()
}

fn behind(counter: &Counter) -> Option<i32> {
    counter
        .desk
        .app_status(Nothing {})
        .unwrap()
        .sync
        .clock_skew_minutes
}

/// Every verb that gives a number or begins a legal term.
fn dated_verbs(
    counter: &Counter,
    draft: &str,
    received: &str,
) -> Vec<(&'static str, Result<CaseDone, ApiError>)> {
    let desk = &counter.desk;
    let (draft, number) = (draft.to_owned(), received.to_owned());
    let line = CorrectionLine {
        material: "MAT-IDCARD".to_owned(),
        problem: "没有带来".to_owned(),
        how: "下次带原件".to_owned(),
    };
    let asked = AskCorrection {
        draft: None,
        number: Some(number.clone()),
        items: vec![line],
    };
    let refused = RefuseCase {
        draft: None,
        number: Some(number.clone()),
        ground: "not_eligible".to_owned(),
        explanation: "户籍不在本市".to_owned(),
        competent: None,
    };
    let accept = AcceptCase {
        draft: draft.clone(),
    };
    vec![
        ("accept_case", desk.accept_case(accept)),
        ("receive_case", desk.receive_case(ReceiveCase { draft })),
        (
            "accept_received",
            desk.accept_received(AcceptReceived {
                number,
                signed: Vec::new(),
                unsigned: Vec::new(),
            }),
        ),
        ("ask_correction", desk.ask_correction(asked)),
        ("refuse_case", desk.refuse_case(refused)),
    ]
}

#[test]
fn a_clock_that_went_back_is_asked_about_before_any_number_is_given_or_term_begun() {
    let counter = Counter::open();
    let received = counter.receive(&someone(1)).number;
    let draft = counter.draft(&someone(2));
    counter.pass(TimeDelta::hours(-3));
    let before = counter.desk.verify_journal().unwrap().entries;
    for (verb, done) in dated_verbs(&counter, &draft, &received) {
        let asked = done.unwrap_err();
        assert_eq!(asked.code, ErrorCode::DateUnconfirmed, "{verb}");
        assert_eq!(asked.params["today"], MONDAY);
        assert_eq!(asked.params["now"], "2026-11-23T06:00:00+08:00");
        assert_eq!(asked.params["last"], "2026-11-23T09:00:00+08:00");
        assert!(!asked.params.contains_key("ahead"), "nobody else has said");
    }
    assert_eq!(counter.desk.verify_journal().unwrap().entries, before);
    assert_eq!(counter.show(&received).row.state, "received");
}

#[test]
fn once_confirmed_everything_goes_on_and_says_that_its_time_is_suspect() {
    let counter = three_hours_back();
    confirm(&counter, MONDAY).unwrap();
    let number = counter.accept(&someone(1)).number;
    assert!(number.contains("-20261123-0001-"), "{number}");
    counter.accept(&someone(2));
    let told = entries(counter.home(), &["date_confirmed", "received", "accepted"]);
    assert_eq!(told.len(), 5);
    for entry in &told {
        assert_eq!(
            entry.header.clock,
            ClockState::Suspect,
            "{}",
            entry.header.kind
        );
    }
    let Some(Payload::DateConfirmed(said)) = &told[4].payload else {
        panic!("{:?}", told[4].payload)
    };
    assert_eq!(said.date.to_string(), MONDAY);
    assert_eq!(said.last_entry_at, Some(monday_morning()));
    assert_eq!(said.platform_ahead_minutes, None);
    assert!(told[4].header.actor.is_some());
    counter.assert_sound();
}

#[test]
fn confirming_another_date_than_the_machines_is_refused() {
    let counter = three_hours_back();
    for date in ["2026-11-24", "2026-11-22", "2025-11-23"] {
        let refused = confirm(&counter, date).unwrap_err();
        assert_eq!(refused.code, ErrorCode::DateOther, "{date}");
        assert_eq!(refused.params["today"], MONDAY);
    }
    let refused = confirm(&counter, "今天").unwrap_err();
    assert_eq!(refused.code, ErrorCode::InputShape);
    assert_eq!(confirmations(&counter), 0);
    let still = counter.try_accept(&someone(1)).unwrap_err();
    assert_eq!(still.code, ErrorCode::DateUnconfirmed);
}

#[test]
fn one_answer_is_enough_for_every_operator_and_every_later_start_of_the_day() {
    let counter = three_hours_back();
    confirm(&counter, MONDAY).unwrap();
    confirm(&counter, MONDAY).unwrap();
    assert_eq!(confirmations(&counter), 1, "what is answered is not asked");
    counter.pass(TimeDelta::minutes(1));
    counter.sign_in(Who::Supervisor);
    counter.accept(&someone(1));
    let counter = counter.restarted();
    counter.sign_in(Who::Clerk);
    counter.accept(&someone(2));
    assert_eq!(confirmations(&counter), 1);
    counter.assert_sound();
}

#[test]
fn the_next_day_and_a_clock_that_goes_back_again_are_asked_about_again() {
    let counter = Counter::open();
    counter.pass(TimeDelta::days(-7));
    confirm(&counter, "2026-11-16").unwrap();
    counter.accept(&someone(1));
    counter.pass(TimeDelta::hours(-1));
    let again = counter.try_accept(&someone(2)).unwrap_err();
    assert_eq!(again.code, ErrorCode::DateUnconfirmed);
    confirm(&counter, "2026-11-16").unwrap();
    counter.accept(&someone(2));

    // A quarter of an hour before midnight in China, and a quarter after.
    counter
        .clock
        .set("2026-11-16T15:45:00Z".parse::<DateTime<Utc>>().unwrap());
    counter.accept(&someone(3));
    counter.pass(TimeDelta::minutes(30));
    let tomorrow = counter.try_accept(&someone(4)).unwrap_err();
    assert_eq!(tomorrow.code, ErrorCode::DateUnconfirmed);
    assert_eq!(tomorrow.params["today"], "2026-11-17");
    let late = confirm(&counter, "2026-11-16").unwrap_err();
    assert_eq!(late.code, ErrorCode::DateOther, "shown before midnight");
    confirm(&counter, "2026-11-17").unwrap();
    let number = counter.accept(&someone(4)).number;
    assert!(number.contains("-20261117-0001-"), "{number}");
    assert_eq!(confirmations(&counter), 3);
    counter.assert_sound();
}

#[test]
fn a_clock_put_right_again_is_not_asked_about_and_writes_no_confirmation() {
    let counter = three_hours_back();
    counter.try_accept(&someone(1)).unwrap_err();
    assert_eq!(behind(&counter), Some(180));
    counter.clock.set(monday_morning());
    confirm(&counter, MONDAY).unwrap();
    assert_eq!(behind(&counter), None);
    counter.accept(&someone(1));
    assert_eq!(confirmations(&counter), 0);
    let accepted = &entries(counter.home(), &["accepted"])[0];
    assert_eq!(accepted.header.clock, ClockState::Trusted);
}

#[test]
fn a_case_accepted_before_the_clock_went_back_gives_its_number_again() {
    let counter = Counter::open();
    let draft = counter.draft(&an_application());
    let accept = AcceptCase { draft };
    let first = counter.desk.accept_case(accept.clone()).unwrap();
    counter.pass(TimeDelta::days(-1));
    let again = counter.desk.accept_case(accept).unwrap();
    assert!(again.already);
    assert_eq!(again.number, first.number);
}

#[test]
fn an_administrator_and_nobody_at_all_cannot_answer_for_the_date() {
    let counter = three_hours_back();
    counter.sign_in(Who::Administrator);
    assert_eq!(
        confirm(&counter, MONDAY).unwrap_err().code,
        ErrorCode::RoleMissing
    );
    counter.desk.lock(Nothing {}).unwrap();
    assert_eq!(
        confirm(&counter, MONDAY).unwrap_err().code,
        ErrorCode::SignInFirst
    );
    counter.sign_in(Who::Helper);
    confirm(&counter, MONDAY).unwrap();
}

#[test]
fn a_copy_of_the_home_does_not_inherit_the_answer() {
    let counter = three_hours_back();
    confirm(&counter, MONDAY).unwrap();
    let folder = tempfile::tempdir().unwrap();
    let home = folder.path().join("home");
    copy_folder(counter.home(), &home);
    let host = yichuang_app::Host {
        home,
        machine_mark: "another-machine".to_owned(),
        clock: counter.clock.clone(),
        ..yichuang_app::Host::command(folder.path().to_owned(), yichuang_tests::kit::assets())
    };
    let copy = yichuang_app::Desk::open(host);
    copy.sign_in_by_name(Who::Clerk.name(), Who::Clerk.password())
        .unwrap();
    let file = an_application().intake_json(&serde_json::json!("accept"));
    let file = yichuang_app::IntakeFile::parse(&file.to_string()).unwrap();
    let asked = copy.intake(file, folder.path()).unwrap_err();
    assert_eq!(asked.code, ErrorCode::DateUnconfirmed);
}

/// A counter, a platform with the right time, and the line between them.
struct Joined {
    counter: Counter,
    right: Arc<FixedClock>,
    _centre: Centre,
    _line: Line,
}

async fn with_platform() -> Joined {
    let line = Line::down();
    let counter = Counter::reaching(&line.url());
    let right = Arc::new(FixedClock::new(counter.clock.now()));
    let centre = Centre::start(&right).await;
    line.connect(&centre.url());
    Joined {
        counter,
        right,
        _centre: centre,
        _line: line,
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_clock_far_from_the_platforms_word_is_asked_about_even_after_a_restart_without_a_line() {
    let joined = with_platform().await;
    joined.counter.pass(TimeDelta::days(2));
    assert!(joined.counter.sync().await.online);
    let counter = joined.counter.restarted();
    counter.sign_in(Who::Clerk);
    let asked = counter.try_accept(&someone(1)).unwrap_err();
    assert_eq!(asked.code, ErrorCode::DateUnconfirmed);
    assert_eq!(asked.params["today"], "2026-11-25");
    assert_eq!(asked.params["ahead"], "-2880");
    assert_eq!(behind(&counter), Some(-2880));
    confirm(&counter, "2026-11-25").unwrap();
    counter.accept(&someone(1));
}

#[tokio::test(flavor = "multi_thread")]
async fn five_minutes_off_is_near_enough() {
    let joined = with_platform().await;
    let counter = &joined.counter;
    counter.pass(TimeDelta::minutes(5));
    assert!(counter.sync().await.online);
    counter.accept(&someone(1));
    assert_eq!(behind(counter), None);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_clock_put_right_by_the_platforms_word_is_trusted_although_entries_carry_later_times() {
    let joined = with_platform().await;
    let (counter, right) = (&joined.counter, &joined.right);
    counter.pass(TimeDelta::hours(3));
    counter.accept(&someone(1));
    counter.sync().await;
    assert_eq!(behind(counter), Some(-180));
    right.set(right.now() + TimeDelta::minutes(10));
    counter.clock.set(right.now());
    assert_eq!(
        counter.try_accept(&someone(2)).unwrap_err().code,
        ErrorCode::DateUnconfirmed,
        "nobody has vouched for it yet"
    );
    assert!(counter.sync().await.online);
    counter.accept(&someone(2));
    assert_eq!(behind(counter), None);
    assert_eq!(confirmations(counter), 0);

    // Without a line, a clock that goes back behind that word, or behind what the platform has
    // never seen, is suspect again.
    counter.pass(TimeDelta::hours(-1));
    assert!(behind(counter).is_some());
    counter.clock.set(right.now());
    counter.pass(TimeDelta::hours(8));
    counter.accept(&someone(3));
    counter.pass(TimeDelta::hours(-2));
    assert_eq!(behind(counter), Some(120));
    counter.assert_sound();
}

fn correct(counter: &Counter, was: &str, is: &str) -> Result<(), ApiError> {
    let correct = CorrectDate {
        was: was.to_owned(),
        is: is.to_owned(),
        reason: "当天的排队号票".to_owned(),
        supervisor: String::new(),
        password: String::new(),
    };
    counter.desk.correct_date(correct).map(drop)
}

fn open_days(counter: &Counter) -> Vec<(String, u32)> {
    let days = counter.desk.workbench(Nothing {}).unwrap().suspect_days;
    days.into_iter().map(|day| (day.day, day.cases)).collect()
}

/// Two days ahead of the platform's word, a case is taken in all the same; then the clock is right.
async fn taken_in_two_days_ahead(joined: &Joined) -> String {
    let counter = &joined.counter;
    counter.pass(TimeDelta::days(2));
    counter.sync().await;
    confirm(counter, "2026-11-25").unwrap();
    let number = counter
        .accept(&someone(1).for_matter("林木采伐许可"))
        .number;
    counter.clock.set(joined.right.now());
    counter.sync().await;
    counter.sign_in(Who::Supervisor);
    number
}

#[tokio::test(flavor = "multi_thread")]
async fn a_supervisor_says_which_day_it_was_and_the_cases_of_that_day_are_dated_by_it() {
    let joined = with_platform().await;
    let counter = &joined.counter;
    let number = taken_in_two_days_ahead(&joined).await;
    assert_eq!(open_days(counter), [("2026-11-25".to_owned(), 1)]);
    let before = counter.show(&number);
    assert_eq!(before.row.received_on, "2026-11-25");
    correct(counter, "2026-11-25", "2026-11-23").unwrap();
    let after = counter.show(&number);
    assert_eq!(after.row.number, before.row.number);
    assert_eq!(after.row.received_on, "2026-11-23");
    assert_eq!(after.accepted_on.as_deref(), Some("2026-11-23"));
    assert!(after.promised_on < before.promised_on, "{after:?}");
    assert!(after.statutory_on < before.statutory_on, "{after:?}");
    assert_eq!(open_days(counter), []);
    let again = correct(counter, "2026-11-25", "2026-11-22").unwrap_err();
    assert_eq!(again.problems[0].rule, "date_settled");
    counter.assert_sound();
}

#[tokio::test(flavor = "multi_thread")]
async fn a_date_that_was_right_is_said_to_be_so_and_one_that_cannot_be_is_refused() {
    let joined = with_platform().await;
    let counter = &joined.counter;
    let number = taken_in_two_days_ahead(&joined).await;
    for impossible in ["2026-11-26", "2025-11-20"] {
        let refused = correct(counter, "2026-11-25", impossible).unwrap_err();
        assert_eq!(refused.problems[0].rule, "date_unlikely", "{impossible}");
    }
    counter.sign_in(Who::Clerk);
    assert_eq!(
        correct(counter, "2026-11-25", "2026-11-23")
            .unwrap_err()
            .code,
        ErrorCode::RoleMissing
    );
    assert_eq!(open_days(counter), [], "a clerk is not shown it");
    counter.sign_in(Who::Supervisor);
    joined.right.set(joined.right.now() + TimeDelta::days(2));
    counter.pass(TimeDelta::days(2));
    correct(counter, "2026-11-25", "2026-11-25").unwrap();
    assert_eq!(counter.show(&number).row.received_on, "2026-11-25");
    assert_eq!(open_days(counter), []);
    counter.assert_sound();
}
