//! Pages: their order, their resuming, and the ones that are stuck.

use chrono::TimeDelta;
use yichuang_sync::{Attention, Done, FileMove, FileOutlook, Outlook, Step, Trouble};
use yichuang_wire::protocol::{FileState, RefusalCode};

use super::scene::*;

#[test]
fn files_go_by_rank_and_only_after_the_entry_that_names_them() {
    let engine = settled(3);
    let mut outlook = Outlook {
        receipted: vec![head(1, 3)],
        ..outlook(3)
    };
    outlook.files = vec![
        file(1, 5),
        file(2, 1),
        FileOutlook {
            ready: false,
            ..file(3, 0)
        },
    ];
    let Step::UploadFile { file, act, .. } = engine.plan(&outlook, noon()) else {
        panic!("a file can go")
    };
    assert_eq!((file, act), (outlook.files[1].key, FileMove::Offer));
}

#[test]
fn after_a_restart_the_offset_is_asked_and_then_gone_on_from() {
    let mut engine = settled(3);
    let mut outlook = Outlook {
        receipted: vec![head(1, 3)],
        ..outlook(3)
    };
    outlook.files = vec![FileOutlook {
        location: Some("/v1/files/a".to_owned()),
        ..file(1, 0)
    }];
    let ask = engine.plan(&outlook, noon());
    let location = || "/v1/files/a".to_owned();
    assert!(matches!(
        &ask,
        Step::UploadFile {
            act: FileMove::Ask { .. },
            ..
        }
    ));
    engine.learn(
        &did(ask, Ok(Done::FileAt { offset: 900_000 })),
        noon(),
        EVEN,
    );
    let send = engine.plan(&outlook, noon());
    let Step::UploadFile { act, .. } = &send else {
        panic!("the file goes on")
    };
    assert_eq!(
        *act,
        FileMove::Send {
            location: location(),
            offset: 900_000,
            len: 100_000
        }
    );
    engine.learn(
        &did(send, Ok(Done::FileAt { offset: 1_000_000 })),
        noon(),
        EVEN,
    );
    let Step::UploadFile { act, .. } = engine.plan(&outlook, noon()) else {
        panic!("a receipt is due")
    };
    assert_eq!(
        act,
        FileMove::Receipt {
            location: location()
        }
    );
}

#[test]
fn a_file_refused_five_times_is_left_for_a_person_and_the_next_one_goes() {
    let (mut engine, mut now) = (settled(3), noon());
    let mut outlook = Outlook {
        receipted: vec![head(1, 3)],
        ..outlook(3)
    };
    outlook.files = vec![file(1, 0), file(2, 1)];
    let (bad, good) = (outlook.files[0].key, outlook.files[1].key);
    let mut tries = 0;
    while engine.attention().next().is_none() {
        let offer = Step::UploadFile {
            file: bad,
            size: 1_000_000,
            media_type: "image/jpeg".to_owned(),
            act: FileMove::Offer,
        };
        engine.learn(
            &did(offer, Err(refused(RefusalCode::HashMismatch))),
            now,
            EVEN,
        );
        tries += 1;
        now += TimeDelta::minutes(40);
    }
    assert_eq!(tries, 5);
    assert_eq!(engine.attention().next().unwrap().code(), "SYNC-028");
    engine.learn(&probed(TimeDelta::zero()), now, EVEN);
    let compared = Done::Compared {
        heads: vec![head(1, 3)],
        forked: vec![],
        feed: vec![],
        feed_forked: vec![],
    };
    engine.learn(
        &did(Step::CompareHeads { platform_epoch: 1 }, Ok(compared)),
        now,
        EVEN,
    );
    engine.learn(
        &did(
            Step::PullFeed,
            Ok(Done::Pulled {
                entries: 0,
                head: None,
            }),
        ),
        now,
        EVEN,
    );
    engine.learn(&did(Step::FetchPack, Ok(Done::PackCurrent)), now, EVEN);
    let Step::UploadFile { file, .. } = engine.plan(&outlook, now) else {
        panic!("the other file can go")
    };
    assert_eq!(file, good);
}

#[test]
fn an_unreadable_page_is_named_at_once() {
    let mut engine = settled(3);
    let page = file(1, 0);
    let act = FileMove::Send {
        location: "/v1/files/a".to_owned(),
        offset: 0,
        len: 10,
    };
    let step = Step::UploadFile {
        file: page.key,
        size: 10,
        media_type: "image/jpeg".to_owned(),
        act,
    };
    engine.learn(&did(step, Err(Trouble::FileUnreadable)), noon(), EVEN);
    let stuck = Attention::FileStuck {
        case: page.key.case,
        sha256: page.key.sha256,
        unreadable: true,
    };
    assert_eq!(engine.attention().collect::<Vec<_>>(), [stuck]);
}

#[test]
fn an_upload_larger_than_its_file_starts_again() {
    let mut engine = settled(3);
    let mut outlook = Outlook {
        receipted: vec![head(1, 3)],
        ..outlook(3)
    };
    outlook.files = vec![file(1, 0)];
    let offer = engine.plan(&outlook, noon());
    let state = FileState {
        location: "/v1/files/a".to_owned(),
        offset: 0,
        complete: false,
    };
    engine.learn(&did(offer, Ok(Done::FileOffered(state))), noon(), EVEN);
    let send = engine.plan(&outlook, noon());
    engine.learn(
        &did(send, Ok(Done::FileAt { offset: 2_000_000 })),
        noon(),
        EVEN,
    );
    let Step::UploadFile { act, .. } = engine.plan(&outlook, noon()) else {
        panic!("the file goes on")
    };
    assert_eq!(act, FileMove::Offer);
}
