//! Answers that are lost, and answers that are nobody's: F03, F17.

use yichuang_app::ipc::Nothing;
use yichuang_tests::kit::{Centre, Weather, Who, an_application, long};

use super::{a_counter_without_a_platform, exchange};

fn lost(times: usize) -> Weather {
    Weather::AnswersLost {
        path: "/entries".to_owned(),
        times,
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn f03_a_case_whose_answer_is_lost_again_and_again_is_filed_once_under_one_number() {
    let (line, mut counter) = a_counter_without_a_platform();
    let centre = Centre::start(&counter.clock).await;
    line.connect(&centre.url());
    let mut numbers = Vec::new();
    for (n, times) in [(1, 1), (2, 2), (3, if long() { 50 } else { 12 })] {
        numbers.push(counter.accept(&an_application().by_number(n)).number);
        line.turn(lost(times));
        while line.lost() < times {
            counter.sync().await;
        }
        counter = counter.restarted();
        counter.sign_in(Who::Clerk);
        exchange(&counter, &centre).await;
        assert_eq!(
            counter.mark(numbers.last().unwrap()),
            "reported",
            "after {times} lost answers"
        );
    }
    assert_eq!(centre.received().len(), 3);
    assert_eq!(centre.numbers(), numbers);
    let first = centre.cases();
    exchange(&counter, &centre).await;
    let again = centre.cases();
    let told = |cases: &[yichuang_platform::ReviewedCase]| -> Vec<String> {
        cases
            .iter()
            .map(|case| case.platform_number.clone())
            .collect()
    };
    assert_eq!(told(&first), told(&again));
    for (number, case) in numbers.iter().zip(&again) {
        assert_eq!(
            counter.show(number).platform_number.as_ref(),
            Some(&case.platform_number)
        );
    }
    counter.assert_sound();
}

#[tokio::test(flavor = "multi_thread")]
async fn f17_a_captive_portals_200_is_no_platform_and_nothing_counts_as_reported() {
    let (line, counter) = a_counter_without_a_platform();
    let number = counter
        .accept(&an_application().with_pages("MAT-IDCARD", 1, 20_000))
        .number;
    line.turn(Weather::Portal);
    let told = counter.sync().await;
    assert!(line.calls() > 0, "it was asked");
    assert!(!told.online);
    assert_eq!((told.waiting, told.receipted, told.files), (1, 0, 0));
    assert_eq!(counter.mark(&number), "local");
    let status = counter.desk.app_status(Nothing {}).unwrap().sync;
    assert_eq!((status.waiting, status.last_success), (1, None));
    let centre = Centre::start(&counter.clock).await;
    line.connect(&centre.url());
    exchange(&counter, &centre).await;
    assert_eq!(counter.mark(&number), "reported");
    line.turn(Weather::Portal);
    assert!(!counter.sync().await.online);
    assert_eq!(
        counter.mark(&number),
        "reported",
        "a receipt once given stays"
    );
}
