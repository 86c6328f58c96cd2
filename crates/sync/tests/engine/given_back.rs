//! What a restored platform lost of its feed is given back, before anything else is sent.

use chrono::TimeDelta;
use yichuang_sync::{Attention, Done, Engine, FeedOutlook, Outlook, Step, Trouble};
use yichuang_wire::{ChainHead, Hash, Receipt, protocol::RefusalCode};

use super::scene::*;

fn feed_head(epoch: u32, seq: u64) -> ChainHead {
    ChainHead {
        journal: "p:LY03".parse().unwrap(),
        epoch,
        seq,
        hash: Hash([seq as u8; 32]),
    }
}

/// A terminal with entries to send, that has read the feed so far.
fn having_read(proven: &[(u32, u64)]) -> Outlook {
    let proven: Vec<_> = proven.iter().map(|(e, s)| feed_head(*e, *s)).collect();
    Outlook {
        feed: FeedOutlook {
            head: proven.last().unwrap().clone(),
            proven,
        },
        ..outlook(3)
    }
}

/// An engine that has compared with a platform that has so much of its feed.
fn compared(feed: &[(u32, u64)], feed_forked: &[u32]) -> Engine {
    let mut engine = in_contact(0);
    let compared = Done::Compared {
        heads: vec![],
        forked: vec![],
        feed: feed.iter().map(|(e, s)| feed_head(*e, *s)).collect(),
        feed_forked: feed_forked.to_vec(),
    };
    let step = Step::CompareHeads { platform_epoch: 1 };
    engine.learn(&did(step, Ok(compared)), noon(), EVEN);
    engine
}

fn taken_back(epoch: u32, seq: u64, platform_epoch: u32) -> Result<Done, Trouble> {
    let receipt = Receipt {
        head: feed_head(epoch, seq),
        platform_epoch,
        at: noon(),
    };
    Ok(Done::GivenBack { receipt })
}

fn give_back(epoch: u32, after: u64) -> Step {
    Step::GiveBack { epoch, after }
}

#[test]
fn what_the_platform_lost_of_its_feed_goes_before_the_terminals_own_entries() {
    let known = having_read(&[(1, 9), (2, 4)]);
    let mut engine = compared(&[(1, 5)], &[]);
    assert_eq!(engine.plan(&known, noon()), give_back(1, 5));
    engine.learn(&did(give_back(1, 5), taken_back(1, 7, 1)), noon(), EVEN);
    assert_eq!(engine.plan(&known, noon()), give_back(1, 7), "in runs");
    engine.learn(&did(give_back(1, 7), taken_back(1, 9, 1)), noon(), EVEN);
    assert_eq!(engine.plan(&known, noon()), give_back(2, 0), "in epochs");
    engine.learn(&did(give_back(2, 0), taken_back(2, 4, 1)), noon(), EVEN);
    assert_eq!(push_of(&engine.plan(&known, noon())), (1, 0, 50));
}

#[test]
fn a_platform_that_has_as_much_of_its_feed_or_more_is_given_nothing() {
    for there in [9, 12] {
        let engine = compared(&[(1, there)], &[]);
        let step = engine.plan(&having_read(&[(1, 9)]), noon());
        assert_eq!(push_of(&step), (1, 0, 50), "{there}");
    }
}

#[test]
fn what_was_read_since_is_not_taken_for_lost() {
    let mut engine = compared(&[(1, 9)], &[]);
    let pulled = Done::Pulled {
        entries: 3,
        head: Some(feed_head(1, 12)),
    };
    engine.learn(&did(Step::PullFeed, Ok(pulled)), noon(), EVEN);
    let step = engine.plan(&having_read(&[(1, 12)]), noon());
    assert_eq!(push_of(&step), (1, 0, 50));
}

#[test]
fn a_platform_that_had_not_known_of_its_restore_is_met_anew() {
    let known = having_read(&[(1, 9)]);
    let mut engine = compared(&[(1, 5)], &[]);
    engine.learn(&did(give_back(1, 5), taken_back(1, 9, 2)), noon(), EVEN);
    assert_eq!(engine.plan(&known, noon()), Step::Probe);
}

#[test]
fn a_feed_that_cannot_go_back_is_told_and_holds_up_nothing() {
    let known = having_read(&[(1, 9)]);
    let mut refused_as_fork = compared(&[(1, 5)], &[]);
    let fork = Err(refused(RefusalCode::ChainFork));
    refused_as_fork.learn(&did(give_back(1, 5), fork), noon(), EVEN);
    let found_forked = compared(&[(1, 5)], &[1]);
    for engine in [refused_as_fork, found_forked] {
        assert_eq!(push_of(&engine.plan(&known, noon())), (1, 0, 50));
        let told: Vec<_> = engine.attention().collect();
        assert_eq!(told, [Attention::FeedBroken]);
    }
}

#[test]
fn a_refused_run_waits_alone_and_is_tried_again() {
    let known = having_read(&[(1, 9)]);
    for outcome in [refused(RefusalCode::Busy), Trouble::FeedBroken] {
        let mut engine = compared(&[(1, 5)], &[]);
        engine.learn(&did(give_back(1, 5), Err(outcome)), noon(), EVEN);
        assert_eq!(push_of(&engine.plan(&known, noon())), (1, 0, 50));
        let later = noon() + TimeDelta::minutes(2);
        assert_eq!(engine.plan(&known, later), give_back(1, 5));
    }
}

#[test]
fn a_gap_means_looking_again_what_the_platform_has() {
    let known = having_read(&[(1, 9)]);
    let mut engine = compared(&[(1, 5)], &[]);
    let gap = Err(refused(RefusalCode::ChainGap));
    engine.learn(&did(give_back(1, 5), gap), noon(), EVEN);
    let step = engine.plan(&known, noon());
    assert_eq!(step, Step::CompareHeads { platform_epoch: 1 });
}

#[test]
fn a_receipt_that_says_nothing_new_is_no_reason_to_give_on_at_once() {
    let known = having_read(&[(1, 9)]);
    let mut engine = compared(&[(1, 5)], &[]);
    engine.learn(&did(give_back(1, 5), taken_back(1, 5, 1)), noon(), EVEN);
    let again = Step::CompareHeads { platform_epoch: 1 };
    assert_eq!(engine.plan(&known, noon()), again);
    let compared = Done::Compared {
        heads: vec![],
        forked: vec![],
        feed: vec![feed_head(1, 5)],
        feed_forked: vec![],
    };
    engine.learn(&did(again, Ok(compared)), noon(), EVEN);
    assert_eq!(push_of(&engine.plan(&known, noon())), (1, 0, 50));
}

#[test]
fn a_line_that_breaks_while_giving_back_does_not_keep_the_entries_waiting_for_ever() {
    let known = having_read(&[(1, 9)]);
    let mut engine = Engine::new();
    let mut broken = 0;
    for _ in 0..40 {
        let step = engine.plan(&known, noon());
        let outcome = match &step {
            Step::Probe => Ok(Done::Probed {
                answer: answer(1),
                skew: TimeDelta::zero(),
            }),
            Step::CompareHeads { .. } => Ok(Done::Compared {
                heads: vec![],
                forked: vec![],
                feed: vec![feed_head(1, 5)],
                feed_forked: vec![],
            }),
            Step::GiveBack { .. } => {
                broken += 1;
                Err(yichuang_sync::LinkError::NoRoute.into())
            }
            _ => break,
        };
        engine.learn(&did(step, outcome), noon(), EVEN);
    }
    assert_eq!(broken, 6);
    assert_eq!(push_of(&engine.plan(&known, noon())), (1, 0, 50));
}
