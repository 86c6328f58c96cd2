//! Pages travel by themselves: F01, F02, F24.

use chrono::TimeDelta;
use yichuang_tests::kit::{Centre, Counter, Weather, an_application};

use super::{a_counter_without_a_platform, exchange};

/// Chunks of pages arrive, and the answers to them get lost.
fn pages_lost() -> Weather {
    Weather::AnswersLost {
        path: "PATCH ".to_owned(),
        times: usize::MAX,
    }
}

fn pages_reported(counter: &Counter, number: &str) -> (usize, usize) {
    let view = counter.show(number);
    let files: Vec<_> = view
        .materials
        .iter()
        .flat_map(|material| &material.files)
        .collect();
    (
        files.iter().filter(|file| file.reported).count(),
        files.len(),
    )
}

#[tokio::test(flavor = "multi_thread")]
async fn f01_a_case_with_1_5_or_20_pages_is_reported_only_when_every_page_is_confirmed() {
    let (line, counter) = a_counter_without_a_platform();
    let taken: Vec<_> = [1, 5, 20]
        .map(|pages| {
            let application =
                an_application()
                    .by_number(pages)
                    .with_pages("MAT-IDCARD", pages, 30_000);
            (pages as usize, counter.accept(&application).number)
        })
        .into();
    let centre = Centre::start(&counter.clock).await;
    line.connect(&centre.url());
    line.turn(Weather::AnswersLost {
        path: "POST /v1/files".to_owned(),
        times: usize::MAX,
    });
    exchange(&counter, &centre).await;
    assert_eq!(centre.received().len(), 3, "the entries are there");
    assert!(centre.cases().is_empty(), "and no department has them");
    for (_, number) in &taken {
        assert_ne!(counter.mark(number), "reported");
    }
    line.turn(Weather::Fair);
    exchange(&counter, &centre).await;
    for (pages, number) in &taken {
        assert_eq!(pages_reported(&counter, number), (*pages, *pages));
        let row = counter.show(number).row;
        assert_eq!(
            (row.sync.mark.as_str(), row.state.as_str()),
            ("reported", "dispatched")
        );
    }
    let mut numbers: Vec<_> = taken.into_iter().map(|(_, number)| number).collect();
    numbers.sort();
    assert_eq!(
        centre.numbers(),
        numbers,
        "under the numbers that were printed"
    );
    centre.assert_sound();
    counter.assert_sound();
}

#[tokio::test(flavor = "multi_thread")]
async fn f02_a_case_cut_off_between_entry_and_pages_waits_through_a_restart_and_goes_on() {
    let (line, counter) = a_counter_without_a_platform();
    let number = counter
        .accept(&an_application().with_pages("MAT-IDCARD", 3, 700_000))
        .number;
    let centre = Centre::start(&counter.clock).await;
    line.connect(&centre.url());
    line.turn(pages_lost());
    let cut = counter.sync().await;
    assert!(cut.receipted > 0 && cut.files == 0, "{cut:?}");
    let counter = counter.restarted();
    counter.sign_in(yichuang_tests::kit::Who::Clerk);
    let waiting = counter
        .desk
        .sync_centre(yichuang_app::ipc::Nothing {})
        .unwrap()
        .waiting;
    assert_eq!(
        waiting.iter().map(|row| &row.number).collect::<Vec<_>>(),
        [&number]
    );
    line.turn(Weather::Fair);
    exchange(&counter, &centre).await;
    assert_eq!(pages_reported(&counter, &number), (3, 3));
    assert_eq!(centre.numbers(), [number]);
    centre.assert_sound();
}

#[tokio::test(flavor = "multi_thread")]
async fn f24_a_partial_page_the_platform_dropped_starts_again_alone() {
    let (line, counter) = a_counter_without_a_platform();
    let number = counter
        .accept(&an_application().with_pages("MAT-IDCARD", 2, 900_000))
        .number;
    let centre = Centre::start(&counter.clock).await;
    line.connect(&centre.url());
    line.turn(pages_lost());
    counter.sync().await;
    counter.pass(TimeDelta::days(8));
    assert!(
        centre.platform().drop_stale_uploads().unwrap() > 0,
        "a partial upload was there to drop"
    );
    line.turn(Weather::Fair);
    exchange(&counter, &centre).await;
    assert_eq!(pages_reported(&counter, &number), (2, 2));
    assert_eq!(counter.mark(&number), "reported");
    centre.assert_sound();
}

#[tokio::test(flavor = "multi_thread")]
async fn f24_when_the_platform_stored_more_than_was_answered_the_offset_is_asked_and_the_page_goes_on()
 {
    let (line, counter) = a_counter_without_a_platform();
    let number = counter
        .accept(&an_application().with_pages("MAT-IDCARD", 1, 2_000_000))
        .number;
    let centre = Centre::start(&counter.clock).await;
    line.connect(&centre.url());
    line.turn(pages_lost());
    counter.sync().await;
    counter.pass(TimeDelta::minutes(2));
    counter.sync().await;
    let sent = line.calls_to("PATCH ");
    assert!(sent >= 2, "chunks were sent: {sent}");
    line.turn(Weather::Fair);
    exchange(&counter, &centre).await;
    assert_eq!(line.calls_to("POST /v1/files"), 1, "one upload, continued");
    assert_eq!(pages_reported(&counter, &number), (1, 1));
    centre.assert_sound();
}
