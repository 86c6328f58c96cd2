//! What departments said, given back after a restore (F16): it holds again, and nothing of it is told
//! or done twice.

use crate::counter::{
    Terminal,
    backups::{copy, start},
    case_id,
    cases::whole_case,
    judge, life, papers,
};
use tempfile::TempDir;
use yichuang_domain::{CaseState, case::RequestKind};
use yichuang_platform::{PlatformError, Running};
use yichuang_wire::{Batch, FeedPosition, Hash, Verdict, payload::Payload};

const SINCE_THE_RESTORE: FeedPosition = FeedPosition {
    epoch: 1,
    seq: u64::MAX >> 1,
};

/// A platform put back to a backup made before it knew of any case, and what its terminal had read
/// since.
struct Loss {
    home: TempDir,
    running: Running,
    terminal: Terminal,
    lost: Batch,
    withdrawn: Hash,
}

fn number(n: u32) -> String {
    papers::number("LY03", n).to_string()
}

fn state(running: &Running, n: u32) -> Option<CaseState> {
    let case = running.platform().storage().case_by_number(&number(n));
    case.unwrap().and_then(|case| case.state)
}

/// Three cases: one with a procedure, an extension and a further demand, in process; one decided; one
/// whose withdrawal came too late and was granted.
async fn lose() -> Loss {
    let home = tempfile::tempdir().unwrap();
    let (live, backup) = (home.path().join("live"), home.path().join("backup"));
    let running = start(&live, false).await;
    let mut terminal = Terminal::enrol(&running, "LY03", 1).await;
    terminal.push_all().await;
    judge(&running);
    let known = terminal.heads_of(&terminal.feed_name()).await.unwrap();
    running.stop().await;
    copy(&live, &backup);
    let running = start(&live, false).await;
    terminal.url = running.url();
    let accepted = [1, 2, 3].map(|n| whole_case(&mut terminal, n, case_id(u128::from(n)), n).1);
    terminal.push_all().await;
    judge(&running);
    let late = papers::number("LY03", 3);
    let withdrawn = terminal.write(life::withdrawn(late), Some(case_id(3)), Some(accepted[2]));
    terminal.push_from(terminal.head.seq).await;
    judge(&running);
    let platform = running.platform();
    platform
        .begin_procedure(&number(1), &life::begin())
        .unwrap();
    platform.extend(&number(1), &life::extend(5)).unwrap();
    platform.end_procedure(&number(1), &life::end()).unwrap();
    platform.ask_more(&number(1), &life::ask_more()).unwrap();
    platform
        .issue_result(&number(2), &life::deny("样例理由"))
        .unwrap();
    platform.answer(&number(3), &life::answer(true)).unwrap();
    let after_the_backup = FeedPosition {
        epoch: 1,
        seq: known[0].seq,
    };
    let lost = terminal.feed_page(after_the_backup).await.unwrap();
    running.stop().await;
    let running = start(&backup, true).await;
    terminal.url = running.url();
    Loss {
        home,
        running,
        terminal,
        lost,
        withdrawn,
    }
}

impl Loss {
    async fn give_back(&self) {
        let receipt = self.terminal.push(&self.lost).await.unwrap();
        assert_eq!(receipt.head, self.lost.head);
        judge(&self.running);
    }

    async fn told_since(&self) -> Vec<Payload> {
        let feed = self.terminal.feed_after(SINCE_THE_RESTORE).await;
        feed.into_iter().map(|entry| entry.payload).collect()
    }

    fn assert_as_before(&self) {
        let platform = self.running.platform();
        assert_eq!(state(&self.running, 1), Some(CaseState::InProcess));
        assert_eq!(state(&self.running, 2), Some(CaseState::Denied));
        assert_eq!(state(&self.running, 3), Some(CaseState::Withdrawn));
        let again = platform.extend(&number(1), &life::extend(5));
        assert!(matches!(again, Err(PlatformError::ExtendedBefore(_))));
        let again = platform.ask_more(&number(1), &life::ask_more());
        assert!(matches!(again, Err(PlatformError::AskedBefore(_))));
        let again = platform.end_procedure(&number(1), &life::end());
        assert!(matches!(again, Err(PlatformError::NoProcedure(_))));
        let again = platform.answer(&number(3), &life::answer(false));
        assert!(matches!(again, Err(PlatformError::NothingAsked(_))));
        assert!(platform.requests().unwrap().is_empty());
        assert!(platform.verify().unwrap().problems.is_empty());
    }

    async fn end(self) {
        self.running.stop().await;
        drop(self.home);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn all_a_department_said_holds_again_and_nothing_is_told_twice() {
    let loss = lose().await;
    loss.give_back().await;
    loss.terminal.push_all().await;
    for _ in 0..3 {
        judge(&loss.running);
    }
    loss.assert_as_before();
    assert_eq!(loss.told_since().await, [], "it had all been told before");
    loss.end().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn it_holds_however_slowly_the_entries_of_the_cases_arrive() {
    let loss = lose().await;
    loss.give_back().await;
    for seq in 1..=loss.terminal.head.seq {
        let batch = loss.terminal.batch(seq, seq);
        loss.terminal.push(&batch).await.unwrap();
        judge(&loss.running);
    }
    loss.assert_as_before();
    assert_eq!(loss.told_since().await, []);
    loss.end().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn what_comes_back_after_the_cases_were_dispatched_anew_stands_and_is_told_where_it_differs()
{
    let loss = lose().await;
    loss.terminal.push_all().await;
    judge(&loss.running);
    assert_eq!(state(&loss.running, 2), Some(CaseState::Dispatched));
    loss.give_back().await;
    judge(&loss.running);
    loss.assert_as_before();
    let told = loss.told_since().await;
    let last = |n: u32| {
        let mut steps = told.iter().rev().filter_map(|payload| match payload {
            Payload::Progress(step) if step.number.to_string() == number(n) => Some(step.state),
            _ => None,
        });
        steps.next()
    };
    assert_eq!(last(2), Some(CaseState::Denied));
    loss.end().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_withdrawal_that_was_answered_is_settled_when_it_is_judged_again() {
    let loss = lose().await;
    loss.give_back().await;
    loss.terminal.push_all().await;
    judge(&loss.running);
    assert_eq!(
        loss.terminal.verdict(loss.withdrawn).await,
        Some(Verdict::Ok)
    );
    let asks = loss.running.platform().requests().unwrap();
    assert!(asks.iter().all(|ask| ask.what != RequestKind::Withdraw));
    loss.end().await;
}
