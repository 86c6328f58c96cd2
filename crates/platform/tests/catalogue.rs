//! Catalogue packs: verified, put in force, told to every terminal, fetched by hash.

use crate::counter::{Terminal, key, packs, platform, read};
use reqwest::Method;
use yichuang_wire::{
    Manifest, Purpose, Signed,
    payload::{PackPublished, Payload},
    protocol::RefusalCode,
    sha256,
};

async fn told(terminal: &Terminal) -> Vec<PackPublished> {
    let feed = terminal.feed().await.into_iter();
    feed.filter_map(|e| {
        if let Payload::PackPublished(told) = e.payload {
            Some(told)
        } else {
            None
        }
    })
    .collect()
}

async fn latest(terminal: &Terminal) -> Manifest {
    let response = terminal
        .call(Method::GET, "/v1/packs/latest", &[], Vec::new())
        .await;
    let signed: Signed = read(response).await.unwrap();
    signed.open(&terminal.root, "pack", Purpose::Pack).unwrap()
}

#[tokio::test(flavor = "multi_thread")]
async fn a_published_pack_is_told_to_every_terminal_now_and_to_later_ones_when_they_enrol() {
    let data = tempfile::tempdir().unwrap();
    let running = platform(&data).await;
    let first = Terminal::enrol(&running, "LY03", 1).await;
    assert_eq!(packs::publish(&running, 1, 0..3), 1);
    assert_eq!(packs::publish(&running, 2, 0..4), 1);
    let late = Terminal::enrol(&running, "LY04", 2).await;
    let versions =
        |told: Vec<PackPublished>| told.into_iter().map(|t| t.version).collect::<Vec<_>>();
    assert_eq!(versions(told(&first).await), [1, 2]);
    assert_eq!(versions(told(&late).await), [2]);
    running.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn every_item_of_the_manifest_is_fetched_by_its_hash() {
    let data = tempfile::tempdir().unwrap();
    let running = platform(&data).await;
    let terminal = Terminal::enrol(&running, "LY03", 1).await;
    let none = terminal
        .call(Method::GET, "/v1/packs/latest", &[], Vec::new())
        .await;
    assert_eq!(
        read::<Signed>(none).await.unwrap_err().code,
        RefusalCode::NotFound
    );
    packs::publish(&running, 1, 0..3);
    let manifest = latest(&terminal).await;
    assert_eq!(manifest.items.len(), 3);
    for item in &manifest.items {
        let path = format!("/v1/packs/blobs/{}", item.sha256);
        let response = terminal.call(Method::GET, &path, &[], Vec::new()).await;
        assert_eq!(sha256(&response.bytes().await.unwrap()), item.sha256);
    }
    let path = format!("/v1/packs/blobs/{}", sha256(b"nothing"));
    assert_eq!(
        terminal
            .call(Method::GET, &path, &[], Vec::new())
            .await
            .status(),
        404
    );
    running.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn publishing_the_same_pack_again_changes_nothing() {
    let data = tempfile::tempdir().unwrap();
    let running = platform(&data).await;
    let terminal = Terminal::enrol(&running, "LY03", 1).await;
    let pack = packs::pack(&packs::root_key(running.platform().data()), 1, 0..3)
        .to_bytes()
        .unwrap();
    assert_eq!(running.platform().publish(&pack).unwrap(), 1);
    assert_eq!(running.platform().publish(&pack).unwrap(), 0);
    assert_eq!(told(&terminal).await.len(), 1);
    running.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_delta_needs_only_what_is_not_stored() {
    let data = tempfile::tempdir().unwrap();
    let running = platform(&data).await;
    packs::publish(&running, 1, 0..3);
    let root = packs::root_key(running.platform().data());
    let (_, new) = packs::matter(3);
    let mut delta = packs::pack(&root, 2, 0..4);
    delta.blobs.retain(|hash, _| *hash == sha256(&new));
    running
        .platform()
        .publish(&delta.to_bytes().unwrap())
        .unwrap();
    let mut torn = packs::pack(&root, 3, 0..5);
    torn.blobs.clear();
    assert!(
        running
            .platform()
            .publish(&torn.to_bytes().unwrap())
            .is_err()
    );
    let terminal = Terminal::enrol(&running, "LY03", 1).await;
    assert_eq!(latest(&terminal).await.version, 2);
    running.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_pack_that_is_foreign_old_or_holds_a_broken_matter_is_refused_and_changes_nothing() {
    let data = tempfile::tempdir().unwrap();
    let running = platform(&data).await;
    let terminal = Terminal::enrol(&running, "LY03", 1).await;
    packs::publish(&running, 5, 0..3);
    let root = packs::root_key(running.platform().data());
    let broken = yichuang_wire::Pack::publish(
        &root,
        6,
        chrono::Utc::now(),
        "样例",
        true,
        vec![(
            yichuang_wire::PackKind::Matter,
            "11370481".to_owned(),
            b"{}".to_vec(),
        )],
    );
    let packs = [
        packs::pack(&key(9), 6, 0..3),
        packs::pack(&root, 4, 0..3),
        packs::pack(&root, 5, 0..2),
        broken.unwrap(),
    ];
    for pack in packs {
        assert!(
            running
                .platform()
                .publish(&pack.to_bytes().unwrap())
                .is_err()
        );
    }
    assert!(running.platform().publish(b"not a pack").is_err());
    assert_eq!(latest(&terminal).await.version, 5);
    assert_eq!(told(&terminal).await.len(), 1);
    running.stop().await;
}
