//! A platform that came back from yesterday's backup: F16.

use yichuang_domain::CaseState;
use yichuang_tests::kit::{Centre, Line, an_application, copy_folder};
use yichuang_wire::{ChainHead, JournalName};

use super::{a_counter_without_a_platform, exchange};

fn heads(centre: &Centre, journal: &str) -> Vec<ChainHead> {
    let journal: JournalName = journal.parse().unwrap();
    centre.platform().storage().heads(&journal).unwrap()
}

/// Copies a platform's data as of now, and lets it go on.
async fn backed_up(centre: Centre, line: &Line) -> (Centre, tempfile::TempDir) {
    let stopped = centre.stop().await;
    let backup = tempfile::tempdir().unwrap();
    copy_folder(stopped.data(), backup.path());
    let centre = stopped.start(false).await;
    line.connect(&centre.url());
    (centre, backup)
}

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
    let (centre, backup) = backed_up(centre, &line).await;
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

    let centre = Centre::start_in(backup.path(), &counter.clock, true).await;
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

#[tokio::test(flavor = "multi_thread")]
async fn f16_what_a_restored_platform_had_decided_stands_and_nothing_is_told_or_dispatched_twice() {
    let (line, counter) = a_counter_without_a_platform();
    let centre = Centre::start(&counter.clock).await;
    line.connect(&centre.url());
    let before = counter.accept(&an_application().by_number(1)).number;
    exchange(&counter, &centre).await;
    let (centre, backup) = backed_up(centre, &line).await;
    let after = counter
        .accept(
            &an_application()
                .by_number(2)
                .with_pages("MAT-IDCARD", 1, 30_000),
        )
        .number;
    exchange(&counter, &centre).await;
    for number in [&before, &after] {
        centre.review(number, "审核", CaseState::InProcess);
        centre.review(number, "审批", CaseState::Granted);
    }
    exchange(&counter, &centre).await;
    let known = (
        centre.cases(),
        heads(&centre, "t:LY03"),
        heads(&centre, "p:LY03"),
    );
    let shown = [&before, &after].map(|number| counter.show(number));
    centre.stop().await;

    let centre = Centre::start_in(backup.path(), &counter.clock, true).await;
    line.connect(&centre.url());
    let lost = heads(&centre, "p:LY03");
    assert!(lost[0].seq < known.2[0].seq, "the backup knows less");
    exchange(&counter, &centre).await;
    exchange(&counter, &centre).await;
    let back = centre.cases();
    for case in &known.0 {
        let again = back
            .iter()
            .find(|again| again.number == case.number)
            .unwrap();
        assert_eq!(again.platform_number, case.platform_number);
        assert_eq!((again.state, &again.step), (CaseState::Granted, &case.step));
    }
    assert_eq!(back.len(), 2);
    assert_eq!(
        heads(&centre, "p:LY03")[0],
        known.2[0],
        "what it wrote is its own again, to the last byte"
    );
    assert_eq!(heads(&centre, "t:LY03")[0].epoch, known.1[0].epoch);
    assert!(heads(&centre, "t:LY03")[0].seq >= known.1[0].seq);
    for (number, shown) in [&before, &after].into_iter().zip(shown) {
        let now = counter.show(number);
        assert_eq!(now.row.state, shown.row.state, "{number}");
        assert_eq!(now.platform_number, shown.platform_number, "{number}");
        assert_eq!(now.row.sync.mark, "reported", "{number}");
    }
    let settled = (heads(&centre, "p:LY03"), heads(&centre, "t:LY03"));
    let calls = line.calls_to("/entries");
    let again = counter.sync().await;
    assert_eq!((again.sent, again.pulled), (0, 0));
    assert_eq!(line.calls_to("/entries"), calls, "nothing is offered again");
    assert_eq!(
        (heads(&centre, "p:LY03"), heads(&centre, "t:LY03")),
        settled
    );
    centre.assert_sound();
    counter.assert_sound();
}
