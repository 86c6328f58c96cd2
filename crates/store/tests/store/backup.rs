//! A backup verifies, a damaged one does not, and one put back goes on.

use std::path::{Path, PathBuf};

use yichuang_store::{BackupManifest, Home, StoreError, Unlock, verify_backup};
use yichuang_wire::{Batch, ChainHead, Purpose, Signature, Signed, Signer as _};

use crate::support::*;

const PASSWORD: &str = "石桥村2026";

struct BackedUp {
    desk: Desk,
    place: PathBuf,
}

fn backed_up() -> BackedUp {
    let desk = Desk::new();
    desk.store().set_operator_slot(clerk(), PASSWORD).unwrap();
    let page = desk
        .store()
        .put_file(b"page", "image/jpeg", "1", morning())
        .unwrap();
    take_in_with(desk.store(), 1, "王秀兰", |body| {
        body.materials = vec![material("MAT-1", vec![page])]
    });
    let folder = desk.folder().with_file_name("stick");
    std::fs::create_dir_all(&folder).unwrap();
    let (place, manifest) = desk.store().backup(&folder, morning()).unwrap();
    assert_eq!(
        (manifest.cases, manifest.files.len(), manifest.head.seq),
        (1, 3, 2)
    );
    BackedUp { desk, place }
}

fn unlock() -> Unlock<'static> {
    Unlock::Operator {
        operator: clerk(),
        password: PASSWORD,
    }
}

#[test]
fn a_backup_verifies_here_and_elsewhere_and_carries_no_key_of_its_own() {
    let BackedUp { desk, place } = backed_up();
    assert_eq!(desk.store().verify_backup(&place).unwrap().entries, 2);
    assert_eq!(verify_backup(&place, unlock()).unwrap().manifest.cases, 1);
    assert!(!place.join("machine.key").exists());
    assert!(matches!(
        verify_backup(&place, Unlock::Machine),
        Err(StoreError::KeyRefused)
    ));
    let bytes = std::fs::read(place.join("yichuang.db")).unwrap();
    assert!(
        !bytes.windows(9).any(|window| window == "王秀兰".as_bytes()),
        "the copy is encrypted"
    );
}

#[test]
fn one_flipped_byte_in_any_file_is_found() {
    let BackedUp { desk, place } = backed_up();
    let mut files = Vec::new();
    all_files(&place, &mut files);
    assert_eq!(files.len(), 4);
    for path in files {
        let bytes = std::fs::read(&path).unwrap();
        let mut flipped = bytes.clone();
        let middle = flipped.len() / 2;
        flipped[middle] ^= 1;
        std::fs::write(&path, flipped).unwrap();
        assert!(
            desk.store().verify_backup(&place).is_err(),
            "{}",
            path.display()
        );
        std::fs::write(&path, bytes).unwrap();
    }
    assert!(desk.store().verify_backup(&place).is_ok());
}

fn all_files(folder: &Path, found: &mut Vec<PathBuf>) {
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            all_files(&path, found)
        } else {
            found.push(path)
        }
    }
}

#[test]
fn a_manifest_that_names_files_outside_is_refused() {
    let BackedUp { desk, place } = backed_up();
    let path = place.join("manifest.json");
    let text = std::fs::read_to_string(&path)
        .unwrap()
        .replace("keys.json", "../keys.json");
    std::fs::write(&path, text).unwrap();
    let refused = desk.store().verify_backup(&place).unwrap_err();
    assert!(refused.to_string().contains("outside"), "{refused}");
}

/// Rewrites the manifest of a backup by `change`, signed for `purpose` with the terminal's own key.
fn sign_again(at: &BackedUp, purpose: Purpose, change: impl Fn(&mut BackupManifest)) {
    let path = at.place.join("manifest.json");
    let text = std::fs::read(&path).unwrap();
    let signed: Signed = serde_json::from_slice(&text).unwrap();
    let mut manifest: BackupManifest = serde_json::from_str(&signed.document).unwrap();
    change(&mut manifest);
    let key = &at.desk.store().identity().signing;
    let signed = Signed::seal(key, purpose, &manifest).unwrap();
    std::fs::write(&path, serde_json::to_vec(&signed).unwrap()).unwrap();
}

fn refusal(at: &BackedUp) -> String {
    let refused = at.desk.store().verify_backup(&at.place);
    refused.unwrap_err().to_string()
}

fn head_signed_for(at: &BackedUp, purpose: Purpose, head: &ChainHead) -> Signature {
    let key = &at.desk.store().identity().signing;
    key.sign(purpose, &head.signed_bytes()).unwrap()
}

#[test]
fn a_batchs_signature_passes_neither_for_a_manifests_nor_for_its_heads() {
    let at = backed_up();
    sign_again(&at, Purpose::Batch, |_| {});
    assert!(refusal(&at).contains("signature"), "{}", refusal(&at));
    sign_again(&at, Purpose::Backup, |manifest| {
        manifest.head_signature = head_signed_for(&at, Purpose::Batch, &manifest.head);
    });
    assert!(refusal(&at).contains("signature"), "{}", refusal(&at));
    sign_again(&at, Purpose::Backup, |manifest| {
        manifest.head_signature = head_signed_for(&at, Purpose::Backup, &manifest.head);
    });
    assert!(
        at.desk.store().verify_backup(&at.place).is_ok(),
        "the same manifest signed as a backup's is good"
    );
}

#[test]
fn a_manifests_signature_does_not_pass_for_a_batchs() {
    let at = backed_up();
    let manifest = at.desk.store().verify_backup(&at.place).unwrap().manifest;
    let identity = at.desk.store().identity();
    let journal = identity.journal();
    let entries = at
        .desk
        .store()
        .read(|reader| reader.entries_after(&journal, 1, 0, 10))
        .unwrap();
    let forged = Batch {
        head: manifest.head,
        entries,
        signature: manifest.head_signature,
    };
    let start = ChainHead::start(journal, 1, None);
    let author = identity.signing.public_key();
    assert!(forged.check(&start, &author).is_err());
    let honest = Batch::sign(&identity.signing, forged.head, forged.entries).unwrap();
    assert!(honest.check(&start, &author).is_ok());
}

#[test]
fn a_backup_put_into_a_folder_opens_in_a_new_epoch_with_its_cases() {
    let BackedUp { desk, place } = backed_up();
    take_in(desk.store(), 2, "赵玉梅");
    let restored = desk.folder().with_file_name("restored");
    copy_folder(&place, &restored);
    for folder in ["spool", "backups"] {
        std::fs::create_dir(restored.join(folder)).unwrap();
    }
    assert!(Home::exists(&restored));
    let mode = yichuang_store::OpenMode::Write {
        holder: "测试".to_owned(),
    };
    let store = yichuang_store::Store::open_with(
        &restored,
        mode,
        unlock(),
        MACHINE,
        Seed::new(5),
        morning(),
    )
    .unwrap();
    assert!(store.read(|r| r.case(case_id(1))).unwrap().is_some());
    let number = take_in(&store, 3, "曾子涵");
    assert_ne!(
        number.prefix(),
        "LY03",
        "a restored home never repeats a number"
    );
    let page = store.read(|r| r.materials(case_id(1))).unwrap()[0].files[0].sha256;
    assert_eq!(store.read_file(&page).unwrap(), b"page");
}

#[test]
fn a_backup_that_cannot_be_finished_leaves_nothing() {
    let desk = Desk::new();
    let page = desk
        .store()
        .put_file(b"page", "image/jpeg", "1", morning())
        .unwrap();
    std::fs::remove_dir_all(desk.folder().join("files")).unwrap();
    let folder = desk.folder().with_file_name("stick");
    std::fs::create_dir_all(&folder).unwrap();
    assert!(desk.store().backup(&folder, morning()).is_err());
    assert_eq!(std::fs::read_dir(&folder).unwrap().count(), 0);
    assert!(matches!(
        desk.store().read_file(&page.sha256),
        Err(StoreError::FileMissing(_))
    ));
}
