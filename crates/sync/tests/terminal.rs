//! The driver on a real home: the store as sync's ledger.

use std::sync::Arc;

use crate::model::{self, World, identity, key, morning};
use tempfile::TempDir;
use yichuang_store::{Act, Entropy, FirstEpoch, Home, NewHome, Store, StoreError};
use yichuang_sync::{Attention, Connectivity, Driver, Identity};
use yichuang_wire::{
    ClockState, EnrolmentFile, PointIdentity, Purpose, Signed, Signer as _, TerminalMode,
    payload::SignedIn,
};
use zeroize::Zeroizing;

struct Seeded(std::sync::Mutex<model::Dice>);

impl Entropy for Seeded {
    fn fill(&self, out: &mut [u8]) -> Result<(), StoreError> {
        let mut dice = self.0.lock().unwrap();
        out.fill_with(|| dice.below(256) as u8);
        Ok(())
    }
}

fn home(folder: &TempDir, platform_url: Option<&str>) -> Arc<Store> {
    let claim = identity().claim;
    let file = EnrolmentFile {
        format: 1,
        platform_url: platform_url.map(str::to_owned),
        root: key(1).public_key(),
        terminal: claim.terminal,
        mode: TerminalMode::Window,
        window: "3 号综合窗口".to_owned(),
        point: PointIdentity {
            id: "SP004".to_owned(),
            name: "样例便民服务中心".to_owned(),
            region: "371312103000".to_owned(),
            address: "样例路 1 号".to_owned(),
            phone: "0539-0000000".to_owned(),
            hours: "9:00–17:00".to_owned(),
        },
        token: claim.token,
        sample: true,
    };
    let new = NewHome {
        enrolment: Signed::seal(&key(1), Purpose::Enrolment, &file).unwrap(),
        machine_mark: "this machine".to_owned(),
        dek: Zeroizing::new([9; 32]),
        signing: Zeroizing::new([2; 32]),
        encryption: Zeroizing::new([3; 32]),
        demo: true,
        first: FirstEpoch::default(),
        slots: vec![],
        at: morning(),
    };
    let entropy = Arc::new(Seeded(std::sync::Mutex::new(model::Dice(1))));
    Arc::new(Home::create(&folder.path().join("home"), &new, "测试", entropy).unwrap())
}

fn sign_in(store: &Store) {
    let payload = SignedIn {
        name: "样例".to_owned(),
        how: "window".to_owned(),
    }
    .into();
    let act = Act {
        payload,
        case: None,
        actor: None,
        at: morning(),
        clock: ClockState::Trusted,
    };
    store.write(|tx| tx.append(act)).unwrap();
}

fn driver(store: &Arc<Store>, world: &World) -> Driver<Store> {
    let identity = Identity::of(store.identity()).unwrap();
    Driver::new(
        Arc::clone(store),
        world.line.clone(),
        identity,
        world.edge.clone(),
    )
}

#[tokio::test]
async fn a_home_reports_its_journal_reads_its_feed_and_knows_it_after_a_restart() {
    let (folder, world) = (TempDir::new().unwrap(), World::new(1));
    let store = home(&folder, Some("https://platform.example"));
    for _ in 0..60 {
        sign_in(&store);
    }
    let report = driver(&store, &world).run_once().await.unwrap();
    assert_eq!(
        (report.receipted, report.pulled, report.waiting),
        (61, 61, 0)
    );
    assert_eq!(
        (report.connectivity, report.attention),
        (Connectivity::Online, vec![])
    );
    let sent = world.line.calls_of("push");
    let again = driver(&store, &world).run_once().await.unwrap();
    assert_eq!((again.sent, again.pulled), (0, 0));
    assert_eq!(
        world.line.calls_of("push"),
        sent,
        "receipts are in the store, not in the engine"
    );
    assert_eq!(world.line.calls_of("enrol"), 1, "and so is the certificate");
}

#[tokio::test]
async fn a_home_offers_a_restored_platform_what_it_lacks() {
    let (folder, world) = (TempDir::new().unwrap(), World::new(2));
    let store = home(&folder, Some("https://platform.example"));
    let mut driver = driver(&store, &world);
    driver.run_once().await.unwrap();
    let backup = world.platform.state().clone();
    for _ in 0..5 {
        sign_in(&store);
    }
    driver.run_once().await.unwrap();
    world.platform.restore(backup);
    let report = driver.run_once().await.unwrap();
    assert_eq!((report.receipted, report.given_back), (5, 5));
    assert_eq!(world.platform.state().journal[&1].len(), 6);
    assert_eq!(world.platform.state().feed[&1].len(), 6);
    let again = driver.run_once().await.unwrap();
    assert_eq!((again.sent, again.given_back, again.pulled), (0, 0, 0));
}

#[tokio::test]
async fn a_catalogue_the_home_refuses_is_told_and_stops_nothing_else() {
    let (folder, world) = (TempDir::new().unwrap(), World::new(3));
    let store = home(&folder, Some("https://platform.example"));
    world.platform.publish(2, 3);
    let report = driver(&store, &world).run_once().await.unwrap();
    assert_eq!(report.attention, [Attention::PackRefused]);
    assert_eq!(report.receipted, 1);
    assert!(
        store
            .read(|reader| reader.pack_in_force())
            .unwrap()
            .is_none()
    );
}

#[tokio::test]
async fn a_home_without_a_platform_makes_no_call() {
    let (folder, world) = (TempDir::new().unwrap(), World::new(4));
    let store = home(&folder, None);
    let report = driver(&store, &world).run_once().await.unwrap();
    assert_eq!(report.connectivity, Connectivity::Offline);
    assert!(world.line.calls.lock().unwrap().is_empty());
}
