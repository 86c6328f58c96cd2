//! Many cases at once: F13, F21.

use chrono::TimeDelta;
use serde_json::json;
use yichuang_app::{
    IntakeFile,
    ipc::{AcceptReceived, Nothing},
};
use yichuang_tests::kit::{Centre, Counter, Weather, an_application, sample_matters};

use super::{a_counter_without_a_platform, exchange};

#[tokio::test(flavor = "multi_thread")]
async fn f13_what_was_done_in_order_offline_ends_the_same_through_batches_of_every_size() {
    let (line, counter) = a_counter_without_a_platform();
    let received: Vec<_> = (1..=12)
        .map(|n| counter.receive(&an_application().by_number(n)).number)
        .collect();
    counter.pass(TimeDelta::hours(2));
    for number in received.iter().rev() {
        counter
            .desk
            .accept_received(AcceptReceived {
                number: number.clone(),
                signed: Vec::new(),
                unsigned: Vec::new(),
            })
            .unwrap();
    }
    let centre = Centre::start(&counter.clock).await;
    line.connect(&centre.url());
    // Each lost answer makes the next batch smaller, down to one entry.
    line.turn(Weather::AnswersLost {
        path: "/entries".to_owned(),
        times: 8,
    });
    while line.lost() < 8 {
        counter.sync().await;
        centre.judge();
    }
    assert!(line.calls_to("/entries") >= 8);
    exchange(&counter, &centre).await;
    for number in &received {
        let row = counter.show(number).row;
        assert_eq!(
            (row.state.as_str(), row.sync.mark.as_str()),
            ("dispatched", "reported"),
            "{number}"
        );
    }
    let mut numbers = received;
    numbers.sort();
    assert_eq!(centre.numbers(), numbers);
    assert_eq!(centre.received().len(), 12);
    counter.assert_sound();
    centre.assert_sound();
}

/// A matter only this counter has: the platform's catalogue does not know it.
const OWN_MATTER: &str = "11370481MB9X11814D4370511999000";

/// Takes that matter into the counter's catalogue and a case into its hands.
fn a_case_of_an_unknown_matter(counter: &Counter) -> String {
    let application = an_application().by_number(0);
    let known = sample_matters()
        .iter()
        .find(|sample| sample.matter.code == *application.code());
    let mut matter = known.unwrap().matter.clone();
    matter.code = OWN_MATTER.parse().unwrap();
    let file = counter.desk_top().join("matters.json");
    std::fs::create_dir_all(counter.desk_top()).unwrap();
    std::fs::write(&file, json!([matter]).to_string()).unwrap();
    counter.desk.import_catalogue(&file).unwrap();
    let mut intake = application.intake_json(&json!("accept"));
    intake["matter"] = json!(OWN_MATTER);
    intake["answers"] = json!({});
    let intake = IntakeFile::parse(&intake.to_string()).unwrap();
    counter
        .desk
        .intake(intake, &counter.desk_top())
        .unwrap()
        .number
}

#[tokio::test(flavor = "multi_thread")]
async fn f21_one_case_that_needs_a_person_among_200_holds_up_none_of_the_others() {
    let (line, counter) = a_counter_without_a_platform();
    let pack = counter.desk.pack_in_force().unwrap();
    let stuck = a_case_of_an_unknown_matter(&counter);
    for n in 1..200 {
        counter.accept(&an_application().by_number(n));
    }
    let centre = Centre::start(&counter.clock).await;
    centre.platform().publish(&pack).unwrap();
    line.connect(&centre.url());
    exchange(&counter, &centre).await;
    let told = counter.sync().await;
    assert_eq!(centre.received().len(), 200, "nothing was dropped");
    assert_eq!(centre.cases().len(), 199);
    assert!(!centre.numbers().contains(&stuck));
    assert_eq!(told.waiting, 0);
    let attention: Vec<_> = told
        .attention
        .iter()
        .map(|a| (a.number.as_deref(), a.reason.as_str()))
        .collect();
    assert_eq!(attention, [(Some(stuck.as_str()), "matter_unknown")]);
    let rows = counter.desk.sync_centre(Nothing {}).unwrap().attention;
    assert_eq!((rows.len(), rows[0].number.as_str()), (1, stuck.as_str()));
    assert_eq!(rows[0].fields, ["matter"]);
    counter.assert_sound();
}
