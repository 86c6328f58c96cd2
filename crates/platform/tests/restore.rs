//! A platform that came back from yesterday's backup (F16).

use std::path::Path;

use crate::counter::{
    Terminal,
    backups::{copy, start},
    case_id, judge, papers,
};
use yichuang_wire::{Batch, FeedPosition, payload::Payload};

fn take_case(terminal: &mut Terminal, n: u32) {
    let number = papers::number("LY03", n);
    let case = Some(case_id(u128::from(n)));
    let received = terminal.write(papers::received(number.clone(), n, &[]), case, None);
    terminal.write(papers::accepted(number), case, Some(received));
}

/// One enrolled terminal; a backup with one case in it; a second case after the backup.
async fn backup_and_loss(home: &Path) -> (Terminal, Vec<Batch>, Vec<String>) {
    let running = start(&home.join("live"), false).await;
    let mut terminal = Terminal::enrol(&running, "LY03", 1).await;
    take_case(&mut terminal, 1);
    terminal.push_all().await;
    judge(&running);
    running.stop().await;
    copy(&home.join("live"), &home.join("backup"));
    let running = start(&home.join("live"), false).await;
    terminal.url = running.url();
    take_case(&mut terminal, 2);
    terminal.push_all().await;
    judge(&running);
    let mut pages = Vec::new();
    let mut at = FeedPosition::default();
    while let Some(page) = terminal.feed_page(at).await {
        at = FeedPosition {
            epoch: page.head.epoch,
            seq: page.head.seq,
        };
        pages.push(page);
    }
    let numbers = running
        .platform()
        .cases(None)
        .unwrap()
        .into_iter()
        .map(|c| c.platform_number)
        .collect();
    running.stop().await;
    (terminal, pages, numbers)
}

#[tokio::test(flavor = "multi_thread")]
async fn f16_after_a_restore_the_epoch_is_new_and_what_is_offered_again_is_filed_once() {
    let home = tempfile::tempdir().unwrap();
    let (mut terminal, _, _) = backup_and_loss(home.path()).await;
    let running = start(&home.path().join("backup"), true).await;
    terminal.url = running.url();
    let head = terminal.heads().await.pop().unwrap();
    assert!(
        head.seq < terminal.head.seq,
        "the platform says what it lacks"
    );
    let receipt = terminal
        .push(&terminal.batch(head.seq + 1, terminal.head.seq))
        .await
        .unwrap();
    assert_eq!((receipt.platform_epoch, &receipt.head), (2, &terminal.head));
    judge(&running);
    judge(&running);
    assert_eq!(running.platform().cases(None).unwrap().len(), 2);
    let feed = terminal.feed().await;
    let second = feed.iter().find(|entry| entry.header.epoch == 2).unwrap();
    let Payload::EpochOpened(opened) = &second.payload else {
        panic!("an epoch begins with its opening")
    };
    let first_epoch = feed.iter().filter(|entry| entry.header.epoch == 1).count() as u64;
    assert_eq!(opened.parent.unwrap().seq, first_epoch);
    assert!(running.platform().verify().unwrap().problems.is_empty());
    running.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn f16_a_feed_given_back_before_the_entries_keeps_the_platforms_numbers() {
    let home = tempfile::tempdir().unwrap();
    let (mut terminal, pages, numbers) = backup_and_loss(home.path()).await;
    let running = start(&home.path().join("backup"), true).await;
    terminal.url = running.url();
    for page in &pages {
        terminal.push(page).await.unwrap();
        judge(&running);
    }
    assert_eq!(
        running.platform().cases(None).unwrap().len(),
        1,
        "a step waits for its case"
    );
    terminal.push_all().await;
    judge(&running);
    let restored: Vec<String> = running
        .platform()
        .cases(None)
        .unwrap()
        .into_iter()
        .map(|case| case.platform_number)
        .collect();
    assert_eq!(restored, numbers);
    let after = FeedPosition {
        epoch: 1,
        seq: u64::MAX >> 1,
    };
    let told_again = terminal.feed_after(after).await;
    assert!(
        !told_again
            .iter()
            .any(|entry| matches!(entry.payload, Payload::Progress(_)))
    );
    running.stop().await;
}
