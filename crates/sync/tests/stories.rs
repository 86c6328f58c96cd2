//! The driver against a platform that keeps its promises, over a line that does not.

use crate::model::{Fault, World};
use chrono::TimeDelta;
use yichuang_sync::{Attention, Connectivity, LedgerError, LinkError, Step, Trouble};
use yichuang_wire::protocol::RefusalCode;

fn stored(world: &World) -> usize {
    world.platform.state().journal.values().map(Vec::len).sum()
}

#[tokio::test]
async fn what_was_done_offline_arrives_entries_first_and_comes_to_rest() {
    let mut world = World::new(1);
    for pages in [vec![], vec![10, 300_000], vec![5_000; 1]] {
        world.ledger.commit(&pages);
    }
    let report = world.driver.run_once().await.unwrap();
    assert_eq!(
        (report.sent, report.receipted, report.files, report.pulled),
        (3, 3, 3, 3)
    );
    assert!(report.attention.is_empty());
    assert_eq!(report.waiting, 0);
    assert!(world.ledger.all_reported());
    let calls = world.line.calls.lock().unwrap().clone();
    let first = |name| calls.iter().position(|call| *call == name).unwrap();
    assert!(first("push") < first("offer"), "case data before pictures");
}

#[tokio::test]
async fn the_answer_to_a_push_lost_fifty_times_leaves_one_of_everything() {
    let mut world = World::new(3);
    world.ledger.commit(&[]);
    world.run(100).await;
    world.ledger.commit(&[]);
    for n in 0..50 {
        if n % 7 == 0 {
            world.restart_terminal();
        }
        // Whatever call comes first is answered into the void.
        world
            .line
            .script([Fault::None, Fault::None, Fault::AnswerLost]);
        for _ in 0..3 {
            world.driver.advance().await;
        }
        world.edge.advance(TimeDelta::minutes(40));
    }
    world.line.set_chance(0);
    world.restart_terminal();
    world.run(100).await;
    assert_eq!(stored(&world), 2);
    assert!(world.ledger.all_reported());
    assert_eq!(world.ledger.state().fed.len(), 2, "one verdict for each");
}

#[tokio::test]
async fn a_restored_platform_is_offered_what_it_lacks_entries_and_files() {
    let mut world = World::new(16);
    world.ledger.commit(&[2_000]);
    world.run(100).await;
    let backup = world.platform.state().clone();
    for _ in 0..70 {
        world.ledger.commit(&[1_000]);
    }
    world.run(1_000).await;
    assert!(world.ledger.all_reported());
    world.platform.restore(backup);
    world.edge.advance(TimeDelta::minutes(10));
    world.driver.advance().await;
    world.driver.advance().await;
    assert!(
        !world.ledger.all_reported(),
        "what the platform lost is no longer reported"
    );
    world.run(2_000).await;
    assert!(world.ledger.all_reported());
    assert_eq!(stored(&world), 71);
    assert_eq!(
        world
            .platform
            .state()
            .uploads
            .values()
            .filter(|u| u.bytes.len() as u64 == u.size)
            .count(),
        71
    );
}

#[tokio::test]
async fn a_restored_platform_is_given_its_feed_back_once_and_before_the_entries() {
    let mut world = World::new(26);
    world.ledger.commit(&[]);
    world.run(100).await;
    let backup = world.platform.state().clone();
    for _ in 0..45 {
        world.ledger.commit(&[]);
    }
    world.run(1_000).await;
    let told = world.platform.state().feed.clone();
    assert_eq!(world.ledger.state().fed.len(), told[&1].len());
    world.platform.restore(backup);
    world.line.calls.lock().unwrap().clear();
    let report = world.driver.run_once().await.unwrap();
    assert_eq!((report.given_back, report.receipted), (45, 45));
    assert_eq!(
        world.platform.state().feed,
        told,
        "byte for byte, and no verdict is told again"
    );
    let calls = world.line.calls.lock().unwrap().clone();
    let first = |name: &str| calls.iter().position(|call| *call == name).unwrap();
    assert!(first("give back") < first("push"));
    let sent = calls.iter().filter(|call| **call == "give back").count();
    let again = world.driver.run_once().await.unwrap();
    assert_eq!((again.given_back, again.sent, again.pulled), (0, 0, 0));
    assert_eq!(world.line.calls_of("give back"), sent);
}

#[tokio::test]
async fn a_run_whose_signature_is_not_the_platforms_never_leaves_the_terminal() {
    let mut world = World::new(27);
    let backup = world.platform.state().clone();
    world.ledger.commit(&[]);
    world.run(100).await;
    for page in &mut world.ledger.state().pages {
        page.signature.0[10] ^= 1;
    }
    world.platform.restore(backup);
    world.edge.advance(TimeDelta::minutes(10));
    let report = world.driver.run_once().await.unwrap();
    assert_eq!(world.line.calls_of("give back"), 0);
    assert_eq!(report.given_back, 0);
    assert!(world.ledger.all_reported(), "the entries go all the same");
}

#[tokio::test]
async fn a_platform_restored_to_before_the_enrolment_is_claimed_from_again() {
    let mut world = World::new(17);
    let backup = world.platform.state().clone();
    world.ledger.commit(&[]);
    world.run(100).await;
    world.platform.restore(backup);
    world.edge.advance(TimeDelta::minutes(10));
    world.run(100).await;
    assert!(world.ledger.all_reported());
    assert_eq!(stored(&world), 1);
}

#[tokio::test]
async fn a_captive_portal_is_never_taken_for_the_network() {
    let mut world = World::new(18);
    world.ledger.commit(&[]);
    world.line.script([Fault::Captive; 20]);
    let report = world.driver.run_once().await.unwrap();
    assert_eq!(
        (report.connectivity, report.waiting, report.sent),
        (Connectivity::Offline, 1, 0)
    );
    let facts = world.driver.handle().facts().borrow().clone();
    assert_eq!(
        (facts.last_success, facts.failure),
        (None, Some("SYNC-012"))
    );
    assert_eq!(
        world.ledger.state().failures,
        ["SYNC-012"],
        "commands that only read can tell why"
    );
}

#[tokio::test]
async fn a_batch_too_wide_for_the_line_shrinks_until_it_passes() {
    let mut world = World::new(19);
    for _ in 0..100 {
        world.ledger.commit(&[]);
    }
    *world.line.widest_batch.lock().unwrap() = 4;
    world.run(1_000).await;
    assert!(world.ledger.all_reported());
    assert!(world.platform.state().batches.iter().all(|size| *size <= 4));
}

#[tokio::test]
async fn one_file_the_platform_hates_holds_up_nothing_else() {
    let mut world = World::new(21);
    let bad = world.ledger.commit(&[999]);
    for _ in 0..20 {
        world.ledger.commit(&[1_000]);
    }
    let hated = world.ledger.state().files[0].key.sha256;
    world.platform.state().hates = Some(hated);
    let report = world.driver.run_once().await.unwrap();
    assert_eq!(
        (report.files, report.waiting),
        (20, 1),
        "the others go in the same run"
    );
    for _ in 0..6 {
        world.edge.advance(TimeDelta::minutes(40));
        world.run(200).await;
    }
    let report = world.driver.handle().facts().borrow().clone();
    assert_eq!(
        report.attention,
        [Attention::FileStuck {
            case: bad,
            sha256: hated,
            unreadable: false
        }]
    );
    world.platform.state().hates = None;
    let cured = world.driver.run_once().await.unwrap();
    assert_eq!((cured.files, cured.waiting), (1, 0), "F5 tries again");
}

#[tokio::test]
async fn a_page_that_cannot_be_read_is_named_and_the_rest_goes() {
    let mut world = World::new(22);
    world.ledger.commit(&[500]);
    world.ledger.commit(&[600]);
    world.ledger.state().files[0].unreadable = true;
    let report = world.driver.run_once().await.unwrap();
    assert_eq!(report.files, 1);
    assert!(matches!(
        report.attention[..],
        [Attention::FileStuck {
            unreadable: true,
            ..
        }]
    ));
}

#[tokio::test]
async fn an_upload_that_lost_its_last_chunk_goes_on_from_what_is_there() {
    let mut world = World::new(24);
    world.ledger.commit(&[600_000]);
    loop {
        let report = world.driver.advance().await;
        if matches!(report.step, Step::UploadFile { .. })
            && *world.line.uploaded.lock().unwrap() > 0
        {
            break;
        }
    }
    for upload in world.platform.state().uploads.values_mut() {
        upload.bytes.truncate(100_000);
    }
    world.run(200).await;
    assert!(world.ledger.all_reported());
    assert!(
        *world.line.uploaded.lock().unwrap() < 1_200_000,
        "not from the beginning"
    );
}

#[tokio::test]
async fn an_expired_upload_starts_again_and_arrives_whole() {
    let mut world = World::new(25);
    world.ledger.commit(&[600_000]);
    world.ledger.commit(&[10]);
    while *world.line.uploaded.lock().unwrap() == 0 {
        world.driver.advance().await;
    }
    world.platform.state().uploads.clear();
    world.run(200).await;
    assert!(world.ledger.all_reported());
}

#[tokio::test]
async fn entries_and_their_numbers_that_contradict_stop_that_epoch_and_are_told() {
    let mut world = World::new(26);
    world.ledger.commit(&[]);
    world.run(100).await;
    let twin = World::new(27);
    twin.ledger.commit(&[1]);
    let other = twin.ledger.state().journal.clone();
    world.platform.state().journal = other;
    world.ledger.commit(&[]);
    world.edge.advance(TimeDelta::minutes(10));
    let pushes = world.line.calls_of("push");
    let report = world.driver.run_once().await.unwrap();
    assert_eq!(report.attention, [Attention::ChainForked { epoch: 1 }]);
    assert_eq!(
        world.line.calls_of("push"),
        pushes,
        "nothing of a forked epoch is sent"
    );
    world.ledger.open_epoch();
    world.ledger.commit(&[]);
    world.run(100).await;
    assert_eq!(
        world.platform.state().journal[&2].len(),
        2,
        "the new epoch travels"
    );
}

#[tokio::test]
async fn a_home_rolled_back_without_knowing_it_is_found_at_first_contact() {
    let mut world = World::new(28);
    for _ in 0..3 {
        world.ledger.commit(&[]);
    }
    world.run(100).await;
    world
        .ledger
        .state()
        .journal
        .get_mut(&1)
        .unwrap()
        .truncate(1);
    world.ledger.state().receipted.clear();
    world.ledger.commit(&[]);
    let report = world.driver.run_once().await.unwrap();
    assert_eq!(report.attention, [Attention::ChainForked { epoch: 1 }]);
    world.ledger.open_epoch();
    world.run(100).await;
    assert_eq!(world.platform.state().journal[&2].len(), 1);
}

#[tokio::test]
async fn a_catalogue_cut_off_again_and_again_arrives_whole_or_not_at_all() {
    let mut world = World::new(20);
    world.platform.publish(4, 60);
    world.line.set_chance(30);
    for _ in 0..40 {
        world.run(3_000).await;
        world.edge.advance(TimeDelta::minutes(40));
    }
    world.line.set_chance(0);
    world.run(300).await;
    assert_eq!(world.ledger.state().packs, [4]);
    assert!(world.line.calls_of("blob") < 60 * 3, "what arrived is kept");
}

#[tokio::test]
async fn a_full_disk_is_told_and_sync_goes_on_when_there_is_room() {
    let mut world = World::new(29);
    world.ledger.commit(&[]);
    let full = LedgerError::Store {
        code: "DISK-FULL",
        detail: String::new(),
    };
    world.ledger.state().broken = Some(full);
    let report = world.driver.run_once().await.unwrap();
    assert_eq!(report.attention, [Attention::Store("DISK-FULL")]);
    assert_eq!(report.connectivity, Connectivity::Online);
    world.ledger.state().broken = None;
    world.run(100).await;
    assert!(world.ledger.all_reported());
}

#[tokio::test]
async fn a_platform_that_serves_only_newer_versions_gets_nothing() {
    let mut world = World::new(30);
    world.ledger.commit(&[]);
    world.platform.state().oldest_version = 2;
    let report = world.driver.run_once().await.unwrap();
    assert_eq!(report.attention, [Attention::VersionTooOld]);
    assert_eq!(world.line.calls_of("push"), 0);
}

#[tokio::test]
async fn a_line_that_duplicates_an_upload_does_not_spoil_it() {
    let mut world = World::new(31);
    world.ledger.commit(&[50_000]);
    while world.line.calls_of("offer") == 0 {
        world.driver.advance().await;
    }
    world.line.script([Fault::Twice]);
    let report = world.driver.advance().await;
    assert!(matches!(
        &report.outcome,
        Err(Trouble::Link(LinkError::Refused(refusal))) if refusal.code == RefusalCode::OffsetMismatch
    ));
    world.run(100).await;
    assert!(world.ledger.all_reported());
    assert_eq!(
        *world.line.uploaded.lock().unwrap(),
        50_000,
        "the offset was asked, nothing was sent twice"
    );
}

#[tokio::test]
async fn a_commit_wakes_a_resting_driver_and_shutdown_ends_it() {
    let world = World::new(32);
    let (ledger, handle) = (world.ledger.clone(), world.driver.handle());
    let (stop, stopped) = tokio::sync::oneshot::channel::<()>();
    let running = tokio::spawn(world.driver.run_forever(async move {
        stopped.await.ok();
    }));
    let mut facts = handle.facts();
    facts
        .wait_for(|facts| facts.connectivity == Connectivity::Online)
        .await
        .unwrap();
    ledger.commit(&[100]);
    handle.committed();
    facts
        .wait_for(|facts| facts.waiting == 0 && ledger.all_reported())
        .await
        .unwrap();
    stop.send(()).unwrap();
    running.await.unwrap();
}
