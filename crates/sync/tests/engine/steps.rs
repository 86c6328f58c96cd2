//! What comes next, and when.

use chrono::{Days, TimeDelta};
use yichuang_sync::{
    Attention, Connectivity, Done, Engine, LinkError, Outlook, Step, Trouble,
    platform_lost_something,
};
use yichuang_wire::{Receipt, protocol::RefusalCode};

use super::scene::*;

#[test]
fn first_a_probe_then_the_claim_then_the_heads_then_entries() {
    let mut engine = Engine::new();
    let mut outlook = Outlook {
        certified: false,
        ..outlook(3)
    };
    assert_eq!(engine.plan(&outlook, noon()), Step::Probe);
    engine.learn(&probed(TimeDelta::zero()), noon(), EVEN);
    assert_eq!(engine.plan(&outlook, noon()), Step::Enrol);
    engine.learn(&did(Step::Enrol, Ok(Done::Enrolled)), noon(), EVEN);
    outlook.certified = true;
    let compare = engine.plan(&outlook, noon());
    assert_eq!(compare, Step::CompareHeads { platform_epoch: 1 });
    engine.learn(
        &did(
            compare,
            Ok(Done::Compared {
                heads: vec![],
                forked: vec![],
                feed: vec![],
                feed_forked: vec![],
            }),
        ),
        noon(),
        EVEN,
    );
    assert_eq!(push_of(&engine.plan(&outlook, noon())), (1, 0, 50));
}

#[test]
fn a_point_without_a_network_never_tries() {
    let outlook = Outlook {
        networked: false,
        ..outlook(3)
    };
    assert_eq!(
        Engine::new().plan(&outlook, noon()),
        Step::Idle { until: None }
    );
}

#[test]
fn a_silent_platform_is_tried_after_one_two_five_ten_and_thirty_minutes() {
    let (mut engine, outlook, mut now) = (Engine::new(), outlook(3), noon());
    let mut waits = Vec::new();
    for _ in 0..6 {
        assert_eq!(engine.plan(&outlook, now), Step::Probe);
        engine.learn(&did(Step::Probe, Err(LinkError::NoRoute.into())), now, EVEN);
        let Step::Wait { until } = engine.plan(&outlook, now) else {
            panic!("it must hold back")
        };
        assert_eq!(engine.facts(&outlook, now).next_try, Some(until));
        waits.push(((until - now).num_seconds() + 30) / 60);
        now = until;
    }
    assert_eq!(waits, [1, 2, 5, 10, 30, 30]);
    engine.learn(&did(Step::Probe, Err(LinkError::NoRoute.into())), now, EVEN);
    engine.poke();
    assert_eq!(engine.plan(&outlook, now), Step::Probe, "F5 tries at once");
}

#[test]
fn the_light_tells_no_network_from_no_platform() {
    let cases = [
        (LinkError::NoRoute, Connectivity::Offline),
        (LinkError::CaptiveOrForeign, Connectivity::Offline),
        (LinkError::ServerDown(Some(503)), Connectivity::ServerDown),
        (LinkError::TooSlow, Connectivity::ServerDown),
    ];
    for (error, light) in cases {
        let mut engine = Engine::new();
        engine.learn(&did(Step::Probe, Err(error.clone().into())), noon(), EVEN);
        assert_eq!(
            engine.facts(&outlook(1), noon()).connectivity,
            light,
            "{error}"
        );
    }
}

#[test]
fn batches_halve_down_to_one_when_the_line_breaks_and_grow_back() {
    let (mut engine, outlook) = (in_contact(0), outlook(200));
    let mut limits = Vec::new();
    for _ in 0..7 {
        let step = engine.plan(&outlook, noon());
        limits.push(push_of(&step).2);
        if limits.len() < 7 {
            engine.learn(&did(step, Err(LinkError::TooSlow.into())), noon(), EVEN);
            assert_eq!(
                engine.plan(&outlook, noon()),
                Step::Probe,
                "after a cut the platform proves itself again"
            );
            engine.learn(&probed(TimeDelta::zero()), noon(), EVEN);
            let heads = Done::Compared {
                heads: vec![],
                forked: vec![],
                feed: vec![],
                feed_forked: vec![],
            };
            engine.learn(
                &did(Step::CompareHeads { platform_epoch: 1 }, Ok(heads)),
                noon(),
                EVEN,
            );
        }
        if limits.len() == 6 {
            break;
        }
    }
    assert_eq!(limits, [50, 25, 12, 6, 3, 1]);
    let after_pause = noon() + TimeDelta::minutes(2);
    assert_ne!(
        engine.plan(&outlook, noon()),
        engine.plan(&outlook, after_pause),
        "single entries hold back"
    );
    let mut grown = Vec::new();
    for seq in 1..=7 {
        let step = engine.plan(&outlook, after_pause);
        grown.push(push_of(&step).2);
        engine.learn(&did(step, receipt(seq)), after_pause, EVEN);
    }
    assert_eq!(grown, [1, 2, 4, 8, 16, 32, 50]);
}

#[test]
fn entries_hold_back_alone_while_feed_and_files_go_on() {
    let mut engine = in_contact(3);
    let outlook = Outlook {
        files: vec![file(1, 0)],
        ..outlook(9)
    };
    let step = engine.plan(&outlook, noon());
    engine.learn(&did(step, Err(refused(RefusalCode::Busy))), noon(), EVEN);
    assert_eq!(engine.plan(&outlook, noon()), Step::PullFeed);
    engine.learn(
        &did(Step::PullFeed, Err(refused(RefusalCode::Busy))),
        noon(),
        EVEN,
    );
    engine.learn(&did(Step::FetchPack, Ok(Done::PackCurrent)), noon(), EVEN);
    assert!(matches!(
        engine.plan(&outlook, noon()),
        Step::UploadFile { .. }
    ));
}

#[test]
fn a_lost_receipt_is_asked_for_by_sending_the_last_entry_again() {
    let engine = in_contact(7);
    assert_eq!(push_of(&engine.plan(&outlook(7), noon())), (1, 6, 1));
    let receipted = Outlook {
        receipted: vec![head(1, 7)],
        ..outlook(7)
    };
    assert_eq!(engine.plan(&receipted, noon()), Step::PullFeed);
}

#[test]
fn older_epochs_go_first_and_a_forked_one_stops_alone() {
    let both = Outlook {
        heads: vec![head(2, 4), head(1, 9)],
        ..outlook(9)
    };
    let mut engine = in_contact(5);
    assert_eq!(push_of(&engine.plan(&both, noon())), (1, 5, 50));
    engine.learn(
        &did(
            Step::Push {
                epoch: 1,
                after: 5,
                limit: 50,
            },
            Err(Trouble::Forked { epoch: 1 }),
        ),
        noon(),
        EVEN,
    );
    assert_eq!(
        push_of(&engine.plan(&both, noon())),
        (2, 0, 50),
        "the new epoch is the cure and must travel"
    );
    assert_eq!(
        engine.attention().collect::<Vec<_>>(),
        [Attention::ChainForked { epoch: 1 }]
    );
    assert_eq!(
        engine.plan(&outlook(9), noon()),
        Step::PullFeed,
        "nothing more of a forked epoch is sent"
    );
}

#[test]
fn the_feed_is_read_after_pushes_and_every_half_minute() {
    let quiet = Outlook {
        receipted: vec![head(1, 3)],
        ..outlook(3)
    };
    let mut engine = settled(3);
    let Step::Idle { until: Some(until) } = engine.plan(&quiet, noon()) else {
        panic!("nothing is left to do")
    };
    assert!((24..=36).contains(&(until - noon()).num_seconds()));
    assert_eq!(engine.plan(&quiet, until), Step::PullFeed);
    let one_more = Outlook {
        receipted: vec![head(1, 3)],
        ..outlook(4)
    };
    let step = engine.plan(&one_more, noon());
    engine.learn(&did(step, receipt(4)), noon(), EVEN);
    let sent = Outlook {
        receipted: vec![head(1, 4)],
        ..outlook(4)
    };
    assert_eq!(engine.plan(&sent, noon()), Step::PullFeed);
}

#[test]
fn the_platform_restored_between_probe_and_receipt_is_met_anew() {
    let (mut engine, outlook) = (in_contact(0), outlook(3));
    let step = engine.plan(&outlook, noon());
    let receipt = Receipt {
        head: head(1, 3),
        platform_epoch: 2,
        at: noon(),
    };
    engine.learn(
        &did(step, Ok(Done::Pushed { receipt, sent: 3 })),
        noon(),
        EVEN,
    );
    assert_eq!(engine.plan(&outlook, noon()), Step::Probe);
}

#[test]
fn a_new_platform_epoch_or_a_head_behind_its_receipt_means_something_was_lost() {
    let known = Outlook {
        receipted: vec![head(1, 5)],
        ..outlook(7)
    };
    assert!(!platform_lost_something(&known, 1, &[head(1, 5)]));
    assert!(platform_lost_something(&known, 2, &[head(1, 5)]));
    assert!(platform_lost_something(&known, 1, &[head(1, 4)]));
    assert!(platform_lost_something(&known, 1, &[]));
    assert!(!platform_lost_something(
        &Outlook {
            platform_epoch: None,
            ..outlook(7)
        },
        9,
        &[]
    ));
}

#[test]
fn clocks_five_minutes_apart_are_told() {
    for (minutes, told) in [(4, false), (-4, false), (6, true), (-180, true)] {
        let mut engine = Engine::new();
        engine.learn(&probed(TimeDelta::minutes(minutes)), noon(), EVEN);
        let skew = engine.facts(&outlook(1), noon()).clock_skew;
        assert_eq!(skew, told.then(|| TimeDelta::minutes(minutes)));
    }
}

#[test]
fn an_old_version_is_told_and_does_not_hammer() {
    let mut engine = Engine::new();
    let old = Done::Probed {
        answer: answer(2),
        skew: TimeDelta::zero(),
    };
    engine.learn(&did(Step::Probe, Ok(old)), noon(), EVEN);
    assert_eq!(
        engine.attention().collect::<Vec<_>>(),
        [Attention::VersionTooOld]
    );
    assert!(matches!(
        engine.plan(&outlook(1), noon()),
        Step::Wait { .. }
    ));
}

#[test]
fn a_platform_that_forgot_the_terminal_is_claimed_from_once_a_contact() {
    let (mut engine, outlook) = (in_contact(0), outlook(3));
    let step = engine.plan(&outlook, noon());
    engine.learn(
        &did(step.clone(), Err(refused(RefusalCode::TerminalUnknown))),
        noon(),
        EVEN,
    );
    assert_eq!(engine.plan(&outlook, noon()), Step::Enrol);
    engine.learn(&did(Step::Enrol, Ok(Done::Enrolled)), noon(), EVEN);
    engine.learn(
        &did(step, Err(refused(RefusalCode::TerminalUnknown))),
        noon(),
        EVEN,
    );
    assert!(matches!(engine.plan(&outlook, noon()), Step::Wait { .. }));
    assert_eq!(
        engine.attention().collect::<Vec<_>>(),
        [Attention::NotEnrolled]
    );
}

#[test]
fn a_failing_store_is_not_shown_as_a_network_fault() {
    let (mut engine, outlook) = (in_contact(0), outlook(3));
    let step = engine.plan(&outlook, noon());
    engine.learn(&did(step, Err(Trouble::Store("DISK-FULL"))), noon(), EVEN);
    let facts = engine.facts(&outlook, noon());
    assert_eq!(facts.connectivity, Connectivity::Online);
    assert_eq!(facts.attention, [Attention::Store("DISK-FULL")]);
    assert!(facts.next_try.is_some());
}

#[test]
fn a_case_taken_while_sending_makes_the_total_grow_and_never_counts_backwards() {
    let mut engine = in_contact(0);
    let shown: Vec<_> = [12, 9, 10, 3]
        .into_iter()
        .map(|waiting| {
            engine
                .facts(
                    &Outlook {
                        waiting_cases: waiting,
                        ..outlook(50)
                    },
                    noon(),
                )
                .sending
        })
        .collect();
    assert_eq!(
        shown,
        [Some((0, 12)), Some((3, 12)), Some((3, 13)), Some((10, 13))]
    );
    assert_eq!(
        engine
            .facts(
                &Outlook {
                    waiting_cases: 0,
                    ..outlook(50)
                },
                noon()
            )
            .sending,
        None
    );
}

#[test]
fn a_receipt_certificate_that_lapses_is_renewed_last_and_once_a_contact() {
    let (mut engine, outlook) = (in_contact(0), outlook(0));
    let lapsing = Outlook {
        receipts_until: None,
        ..outlook.clone()
    };
    for (step, done) in [
        (
            Step::PullFeed,
            Done::Pulled {
                entries: 0,
                head: None,
            },
        ),
        (Step::FetchPack, Done::PackCurrent),
    ] {
        assert_eq!(engine.plan(&lapsing, noon()), step, "reporting goes first");
        engine.learn(&did(step, Ok(done)), noon(), EVEN);
    }
    assert!(matches!(engine.plan(&outlook, noon()), Step::Idle { .. }));
    let next_year = Outlook {
        receipts_until: noon().date_naive().checked_add_days(Days::new(364)),
        ..outlook
    };
    assert_eq!(engine.plan(&next_year, noon()), Step::Enrol);
    assert_eq!(engine.plan(&lapsing, noon()), Step::Enrol);
    engine.learn(&did(Step::Enrol, Ok(Done::Enrolled)), noon(), EVEN);
    assert!(
        matches!(engine.plan(&lapsing, noon()), Step::Idle { .. }),
        "a platform that gives none is not asked on and on"
    );
}
