//! What the platform signed of its feed can be shown to it again.

use yichuang_wire::{Batch, ChainHead, Hash, Signer as _};

use crate::support::*;

fn verdict_page(feed: &mut Feed, entries: u64) -> Batch {
    let entries = (0..entries)
        .map(|n| {
            feed.write(
                None,
                verdict(n + 1, Hash([7; 32]), yichuang_wire::Verdict::Ok),
            )
        })
        .collect();
    feed.page(entries)
}

fn admit(desk: &Desk, page: &Batch) {
    desk.store().write(|tx| tx.admit_feed(page)).unwrap();
}

fn proven(desk: &Desk) -> Vec<(u32, u64)> {
    let heads = desk.store().read(|reader| reader.proven_feed()).unwrap();
    heads.iter().map(|head| (head.epoch, head.seq)).collect()
}

fn run(desk: &Desk, epoch: u32, after: u64) -> Option<Batch> {
    let run = desk.store().read(|reader| reader.feed_run(epoch, after));
    run.unwrap()
}

/// A run verifies with the platform's key alone and says where it begins.
fn check(run: &Batch, after: u64) {
    let first = run.entries[0].check().unwrap();
    assert_eq!(first.seq, after + 1);
    let from = ChainHead {
        seq: after,
        hash: first.previous,
        ..run.head.clone()
    };
    run.check(&from, &platform_key().public_key()).unwrap();
}

#[test]
fn a_run_of_the_feed_carries_the_platforms_own_signature_from_wherever_it_begins() {
    let (mut desk, mut feed) = (Desk::new(), Feed::new());
    assert_eq!(proven(&desk), []);
    admit(&desk, &verdict_page(&mut feed, 3));
    admit(&desk, &verdict_page(&mut feed, 2));
    desk.store().write(|tx| tx.rebuild()).unwrap();
    desk.reopen();
    assert_eq!(proven(&desk), [(1, 5)]);
    for after in 0..5 {
        let run = run(&desk, 1, after).unwrap();
        assert_eq!(run.head.seq, 5);
        check(&run, after);
    }
    assert_eq!(run(&desk, 1, 5), None);
    assert_eq!(run(&desk, 2, 0), None);
}

#[test]
fn runs_are_no_longer_than_a_page_and_together_they_are_the_whole_feed() {
    let (desk, mut feed) = (Desk::new(), Feed::new());
    for _ in 0..60 {
        admit(&desk, &verdict_page(&mut feed, 7));
    }
    let mut after = 0;
    let mut runs = 0;
    while let Some(run) = run(&desk, 1, after) {
        check(&run, after);
        assert!(run.entries.len() <= 200, "{}", run.entries.len());
        after = run.head.seq;
        runs += 1;
    }
    assert_eq!(after, 420);
    assert!(runs <= 5, "few signatures are kept: {runs}");
}

#[test]
fn each_epoch_of_the_feed_is_proven_for_itself() {
    let (desk, mut feed) = (Desk::new(), Feed::new());
    admit(&desk, &verdict_page(&mut feed, 4));
    feed.next_epoch();
    admit(&desk, &verdict_page(&mut feed, 2));
    assert_eq!(proven(&desk), [(1, 4), (2, 2)]);
    check(&run(&desk, 1, 1).unwrap(), 1);
    check(&run(&desk, 2, 0).unwrap(), 0);
}

#[test]
fn a_page_that_is_refused_proves_nothing() {
    let (desk, mut feed) = (Desk::new(), Feed::new());
    let mut page = verdict_page(&mut feed, 3);
    page.entries.pop();
    assert!(desk.store().write(|tx| tx.admit_feed(&page)).is_err());
    assert_eq!(proven(&desk), []);
    assert_eq!(run(&desk, 1, 0), None);
}
