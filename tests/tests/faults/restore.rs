//! A platform that came back from yesterday's backup: F16.

use yichuang_domain::CaseState;
use yichuang_tests::kit::{Centre, an_application, copy_folder};

use super::{a_counter_without_a_platform, exchange};

#[tokio::test(flavor = "multi_thread")]
async fn f16_a_platform_restored_from_a_backup_gets_back_what_it_lost_exactly_once() {
    let (line, counter) = a_counter_without_a_platform();
    let before = counter
        .accept(
            &an_application()
                .by_number(1)
                .with_pages("MAT-IDCARD", 1, 30_000),
        )
        .number;
    let centre = Centre::start(&counter.clock).await;
    line.connect(&centre.url());
    exchange(&counter, &centre).await;
    let stopped = centre.stop().await;
    let backup = tempfile::tempdir().unwrap();
    let copy = backup.path().join("centre");
    copy_folder(stopped.data(), &copy);
    let centre = stopped.start(false).await;
    line.connect(&centre.url());
    let after = counter
        .accept(
            &an_application()
                .by_number(2)
                .with_pages("MAT-IDCARD", 2, 30_000),
        )
        .number;
    exchange(&counter, &centre).await;
    centre.review(&after, "审核", CaseState::InProcess);
    counter.sync().await;
    assert_eq!(counter.mark(&after), "reported");
    let told = counter.show(&after).platform_number;
    centre.stop().await;

    let centre = Centre::start_in(&copy, &counter.clock, true).await;
    line.connect(&centre.url());
    assert_eq!(centre.cases().len(), 1, "the backup knows one case");
    exchange(&counter, &centre).await;
    exchange(&counter, &centre).await;
    assert_eq!(centre.numbers(), [before.clone(), after.clone()]);
    assert_eq!(centre.received().len(), 2, "each exactly once");
    for number in [&before, &after] {
        let view = counter.show(number);
        assert_eq!(view.row.sync.mark, "reported", "{number}");
    }
    let again = centre
        .cases()
        .into_iter()
        .find(|case| case.number == after)
        .unwrap();
    assert_eq!(
        Some(again.platform_number),
        told,
        "the number the resident may have been told"
    );
    centre.assert_sound();
    counter.assert_sound();
}
