//! Feed entries a restored platform gets back from the terminal that had read them (F16).

use crate::counter::{
    Terminal,
    backups::{copy, start},
    case_id,
    cases::whole_case,
    judge, packs, papers,
};
use tempfile::TempDir;
use yichuang_domain::CaseState;
use yichuang_platform::{ReviewStep, ReviewedCase, Running};
use yichuang_wire::{
    AttendReason, Batch, ChainHead, Entry, FeedPosition, Verdict,
    payload::{Payload, Progress},
    protocol::RefusalCode,
};

const FIRST: FeedPosition = FeedPosition { epoch: 1, seq: 0 };
const SINCE_THE_RESTORE: FeedPosition = FeedPosition {
    epoch: 1,
    seq: u64::MAX >> 1,
};

/// A terminal whose platform was put back to a backup that knows of its first case only. The second
/// was taken in, dispatched and granted after that, and the terminal had read of it.
struct Loss {
    home: TempDir,
    running: Running,
    terminal: Terminal,
    /// The lost part of the feed, as it was read at the end.
    lost: Batch,
    /// The same without the last step, as it was read before that.
    earlier: Batch,
    /// The second case as the platform knew it.
    granted: ReviewedCase,
}

fn step(state: CaseState) -> ReviewStep {
    ReviewStep {
        step: "镇民政办审核（样例）".to_owned(),
        office: "镇民政办（样例）".to_owned(),
        state,
        note: Some("样例意见".to_owned()),
    }
}

fn number(n: u32) -> String {
    papers::number("LY03", n).to_string()
}

fn case(running: &Running, n: u32) -> Option<ReviewedCase> {
    let cases = running.platform().cases(None).unwrap();
    cases.into_iter().find(|case| case.number == number(n))
}

async fn lose(restored: bool) -> Loss {
    let home = tempfile::tempdir().unwrap();
    let (live, backup) = (home.path().join("live"), home.path().join("backup"));
    let running = start(&live, false).await;
    let mut terminal = Terminal::enrol(&running, "LY03", 1).await;
    whole_case(&mut terminal, 1, case_id(1), 1);
    terminal.push_all().await;
    judge(&running);
    let known = terminal.heads_of(&terminal.feed_name()).await.unwrap();
    running.stop().await;
    copy(&live, &backup);
    let running = start(&live, false).await;
    terminal.url = running.url();
    whole_case(&mut terminal, 2, case_id(2), 2);
    terminal.write(
        papers::printed(papers::number("LY03", 2)),
        Some(case_id(2)),
        None,
    );
    // Each is judged before the next is there, so that acts and verdicts rest on the same entry.
    for seq in 1..=terminal.head.seq {
        terminal.push(&terminal.batch(seq, seq)).await.unwrap();
        judge(&running);
    }
    let review = |state| running.platform().review(&number(2), &step(state)).unwrap();
    let after_the_backup = FeedPosition {
        epoch: 1,
        seq: known[0].seq,
    };
    review(CaseState::InProcess);
    let earlier = terminal.feed_page(after_the_backup).await;
    let granted = review(CaseState::Granted);
    let lost = terminal.feed_page(after_the_backup).await;
    running.stop().await;
    let running = start(&backup, restored).await;
    terminal.url = running.url();
    Loss {
        home,
        running,
        terminal,
        lost: lost.unwrap(),
        earlier: earlier.unwrap(),
        granted,
    }
}

impl Loss {
    async fn give_back(&self) {
        let receipt = self.terminal.push(&self.lost).await.unwrap();
        assert_eq!(receipt.head, self.lost.head);
    }

    /// Offers the terminal's own entries from `from` to `to`.
    async fn offer(&self, from: u64, to: u64) {
        self.terminal
            .push(&self.terminal.batch(from, to))
            .await
            .unwrap();
        judge(&self.running);
    }

    async fn told_since(&self) -> Vec<Payload> {
        let feed = self.terminal.feed_after(SINCE_THE_RESTORE).await;
        feed.into_iter().map(|entry| entry.payload).collect()
    }

    async fn steps_since(&self) -> Vec<Progress> {
        let told = self.told_since().await.into_iter();
        told.filter_map(|payload| match payload {
            Payload::Progress(step) => Some(step),
            _ => None,
        })
        .collect()
    }

    async fn end(self) {
        assert!(
            self.running
                .platform()
                .verify()
                .unwrap()
                .problems
                .is_empty()
        );
        self.running.stop().await;
        drop(self.home);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_decision_given_back_stands_and_nothing_of_it_is_told_or_dispatched_again() {
    let loss = lose(true).await;
    loss.give_back().await;
    judge(&loss.running);
    assert!(
        case(&loss.running, 2).is_none(),
        "a step waits for its case"
    );
    loss.offer(1, loss.terminal.head.seq).await;
    let back = case(&loss.running, 2).unwrap();
    assert_eq!(back.state, CaseState::Granted);
    assert_eq!(back.platform_number, loss.granted.platform_number);
    assert_eq!(back.step, loss.granted.step);
    assert_eq!(loss.running.platform().cases(None).unwrap().len(), 2);
    assert_eq!(loss.told_since().await, [], "it had all been told before");
    let refused = loss
        .running
        .platform()
        .review(&number(2), &step(CaseState::Denied));
    assert!(refused.is_err(), "what was decided is not decided again");
    loss.end().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn giving_back_again_changes_nothing_and_leaves_nothing_to_give() {
    let loss = lose(true).await;
    for _ in 0..2 {
        loss.give_back().await;
        loss.offer(1, loss.terminal.head.seq).await;
    }
    let heads = loss.terminal.heads_of(&loss.terminal.feed_name()).await;
    assert_eq!(heads.unwrap(), std::slice::from_ref(&loss.lost.head));
    let feed = loss.terminal.feed_after(FIRST).await;
    let steps = feed.iter().filter(|entry| entry.header.kind == "progress");
    assert_eq!(steps.count(), 4, "two dispatches, two steps of a reviewer");
    loss.end().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn two_holders_of_overlapping_runs_give_them_back_at_once_and_they_are_stored_once() {
    let loss = lose(true).await;
    let twin = Terminal::enrol_clone(&loss.terminal);
    let (shorter, longer) = tokio::join!(twin.push(&loss.earlier), loss.terminal.push(&loss.lost));
    assert!(shorter.unwrap().head.seq >= loss.earlier.head.seq);
    assert_eq!(longer.unwrap().head, loss.lost.head);
    loss.offer(1, loss.terminal.head.seq).await;
    assert_eq!(case(&loss.running, 2).unwrap().state, CaseState::Granted);
    let feed = loss.terminal.feed_after(FIRST).await;
    let seqs: Vec<u64> = feed.iter().map(|entry| entry.header.seq).collect();
    assert_eq!(seqs, (1..=loss.lost.head.seq).collect::<Vec<_>>());
    loss.end().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_case_whose_steps_wait_is_not_dispatched_however_its_entries_trickle_in() {
    let loss = lose(true).await;
    loss.give_back().await;
    judge(&loss.running);
    for seq in 1..=loss.terminal.head.seq {
        loss.offer(seq, seq).await;
    }
    let back = case(&loss.running, 2).unwrap();
    assert_eq!(back.platform_number, loss.granted.platform_number);
    assert_eq!(back.state, CaseState::Granted);
    assert_eq!(loss.steps_since().await, []);
    loss.end().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_case_dispatched_before_its_feed_came_back_gets_its_number_and_decision_again() {
    let loss = lose(true).await;
    loss.offer(1, loss.terminal.head.seq).await;
    assert_eq!(case(&loss.running, 2).unwrap().state, CaseState::Dispatched);
    loss.give_back().await;
    judge(&loss.running);
    let back = case(&loss.running, 2).unwrap();
    assert_eq!(back.state, CaseState::Granted);
    assert_eq!(back.platform_number, loss.granted.platform_number);
    let last = loss.steps_since().await.pop().unwrap();
    assert_eq!(last.state, CaseState::Granted, "the terminal is told so");
    assert_eq!(
        last.platform_number,
        Some(loss.granted.platform_number.clone())
    );
    loss.end().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn what_a_reviewer_decided_since_the_restore_is_not_undone_by_what_comes_back() {
    let loss = lose(true).await;
    loss.offer(1, loss.terminal.head.seq).await;
    loss.running
        .platform()
        .review(&number(2), &step(CaseState::Denied))
        .unwrap();
    loss.give_back().await;
    judge(&loss.running);
    assert_eq!(case(&loss.running, 2).unwrap().state, CaseState::Denied);
    let last = loss.steps_since().await.pop().unwrap();
    assert_eq!(last.state, CaseState::Denied);
    loss.end().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_platform_number_given_to_another_case_meanwhile_is_not_given_twice() {
    let loss = lose(true).await;
    let mut other = Terminal::enrol(&loss.running, "LY04", 4).await;
    whole_case(&mut other, 1, case_id(9), 9);
    other.push_all().await;
    judge(&loss.running);
    let numbered: Vec<_> = loss.running.platform().cases(None).unwrap();
    let taken = numbered
        .iter()
        .find(|case| case.terminal == "LY04")
        .unwrap();
    assert_eq!(taken.platform_number, loss.granted.platform_number);
    loss.give_back().await;
    loss.offer(1, loss.terminal.head.seq).await;
    let back = case(&loss.running, 2).unwrap();
    assert_eq!(back.state, CaseState::Granted);
    assert_ne!(back.platform_number, loss.granted.platform_number);
    let told = loss.steps_since().await.pop().unwrap();
    assert_eq!(
        (told.state, told.platform_number),
        (CaseState::Granted, Some(back.platform_number)),
        "the terminal hears of the new number"
    );
    loss.end().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_verdict_that_turns_out_otherwise_is_told_and_the_steps_wait_for_its_cure() {
    let loss = lose(true).await;
    loss.give_back().await;
    // The catalogue in force since the restore does not have the case's matter.
    packs::publish(&loss.running, 1, 0..1);
    loss.offer(1, loss.terminal.head.seq).await;
    assert!(case(&loss.running, 2).is_none());
    let told = loss.told_since().await;
    let attended = told.iter().any(|payload| match payload {
        Payload::VerdictGiven(given) => matches!(
            given.verdict,
            Verdict::Attend {
                reason: AttendReason::MatterUnknown,
                ..
            }
        ),
        _ => false,
    });
    assert!(attended, "{told:?}");
    loss.end().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn only_what_the_platform_signed_is_taken_for_its_feed() {
    let loss = lose(true).await;
    let forged = Batch::sign(
        &loss.terminal.keys,
        loss.lost.head.clone(),
        loss.lost.entries.clone(),
    );
    let refused = loss.terminal.push(&forged.unwrap()).await.unwrap_err();
    assert_eq!(refused.code, RefusalCode::RequestNotSigned);
    let mut touched = loss.lost.clone();
    let first = &touched.entries[0];
    touched.entries[0] = Entry::from_parts(
        first.header_bytes().to_vec(),
        Some((*first.salt().unwrap(), b"{}".to_vec())),
    );
    let refused = loss.terminal.push(&touched).await.unwrap_err();
    assert_eq!(refused.code, RefusalCode::Malformed);
    let mut gap = loss.lost.clone();
    gap.entries.remove(0);
    let refused = loss.terminal.push(&gap).await.unwrap_err();
    let known = loss.terminal.heads_of(&loss.terminal.feed_name()).await;
    assert_eq!(refused.code, RefusalCode::ChainGap);
    assert_eq!(refused.head, known.unwrap().pop(), "where the feed ends");
    loss.end().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn nobody_gives_back_or_sees_another_terminals_feed() {
    let loss = lose(true).await;
    let other = Terminal::enrol(&loss.running, "LY04", 4).await;
    let refused = other.push(&loss.lost).await.unwrap_err();
    assert_eq!(refused.code, RefusalCode::NotFound);
    let refused = other.heads_of(&loss.terminal.feed_name()).await;
    assert_eq!(refused.unwrap_err().code, RefusalCode::NotFound);
    loss.end().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_restore_nobody_spoke_of_is_noticed_by_what_is_given_back() {
    let loss = lose(false).await;
    let epoch = || loss.running.platform().storage().platform_epoch().unwrap();
    assert_eq!(epoch(), 1);
    let mut gap = loss.lost.clone();
    gap.entries.remove(0);
    let refused = loss.terminal.push(&gap).await.unwrap_err();
    assert_eq!(
        (refused.code, epoch()),
        (RefusalCode::ChainGap, 2),
        "what does not fit shows it too"
    );
    let receipt = loss.terminal.push(&loss.lost).await.unwrap();
    assert_eq!(
        (receipt.head.epoch, receipt.platform_epoch),
        (1, 2),
        "the lost entries are of the first epoch, what follows is of the second"
    );
    loss.offer(1, loss.terminal.head.seq).await;
    assert_eq!(case(&loss.running, 2).unwrap().state, CaseState::Granted);
    loss.end().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_feed_written_on_under_the_same_numbers_forks_and_goes_on_in_a_new_epoch() {
    let loss = lose(false).await;
    loss.offer(1, loss.terminal.head.seq).await;
    let refused = loss.terminal.push(&loss.lost).await.unwrap_err();
    assert_eq!(refused.code, RefusalCode::ChainFork);
    loss.running
        .platform()
        .review(&number(2), &step(CaseState::InProcess))
        .unwrap();
    let since = loss.terminal.feed_after(SINCE_THE_RESTORE).await;
    let places: Vec<_> = since
        .iter()
        .map(|e| (e.header.epoch, e.header.seq))
        .collect();
    assert_eq!(places, [(2, 1), (2, 2)]);
    loss.end().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_feed_that_began_after_a_restore_comes_back_after_the_next() {
    let home = tempfile::tempdir().unwrap();
    let (live, backup) = (home.path().join("live"), home.path().join("backup"));
    start(&live, false).await.stop().await;
    let running = start(&live, true).await;
    let mut terminal = Terminal::enrol(&running, "LY03", 1).await;
    running.stop().await;
    copy(&live, &backup);
    let running = start(&live, false).await;
    terminal.url = running.url();
    whole_case(&mut terminal, 1, case_id(1), 1);
    terminal.push_all().await;
    judge(&running);
    let page = terminal.feed_page(FeedPosition::default()).await.unwrap();
    assert_eq!(page.head.epoch, 2);
    running.stop().await;
    let running = start(&backup, true).await;
    terminal.url = running.url();
    let receipt = terminal.push(&page).await.unwrap();
    assert_eq!((receipt.head, receipt.platform_epoch), (page.head, 3));
    let none: Vec<ChainHead> = terminal.heads().await;
    assert!(none.is_empty(), "its own entries are still to be offered");
    running.stop().await;
}
