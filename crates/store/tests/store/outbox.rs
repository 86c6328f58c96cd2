//! What is still to be sent, and what the platform has receipted.

use yichuang_domain::CaseState;
use yichuang_store::{ContactOutcome, StoreError, SyncMark, UploadState};
use yichuang_wire::{AttendReason, KeyPair, Purpose, Receipt, Signed, Verdict, WireError};

use crate::support::*;

const PAGE: &[u8] = b"one page of exactly forty bytes, sample.";

fn mark(desk: &Desk, n: u128) -> SyncMark {
    desk.store().read(|r| r.sync_mark(case_id(n))).unwrap()
}

fn take_in_with_page(desk: &Desk, n: u128) {
    take_in_with(desk.store(), n, "王秀兰", |body| {
        body.materials = vec![material("MAT-1", vec![file_ref(PAGE)])]
    });
}

#[test]
fn a_case_is_reported_only_when_its_entries_and_every_page_are_receipted() {
    let desk = Desk::new();
    take_in_with_page(&desk, 1);
    assert_eq!(mark(&desk, 1), SyncMark::LocalOnly);
    let signed = receipt(desk.store(), 1);
    desk.store()
        .write(|tx| tx.record_receipt(&signed, morning()))
        .unwrap();
    assert_eq!(mark(&desk, 1), SyncMark::Sending { percent: 0 });
    let upload = UploadState {
        location: "/v1/files/1".to_owned(),
        offset: 20,
    };
    desk.store()
        .write(|tx| tx.record_upload(case_id(1), file_ref(PAGE).sha256, &upload))
        .unwrap();
    assert_eq!(mark(&desk, 1), SyncMark::Sending { percent: 50 });
    let pending = desk.store().read(|r| r.outbox(10)).unwrap().files;
    assert_eq!(pending[0].upload, Some(upload));
    let signed = file_receipt(case_id(1), PAGE, 1);
    desk.store()
        .write(|tx| tx.record_file_receipt(&signed, morning()))
        .unwrap();
    assert_eq!(mark(&desk, 1), SyncMark::Reported);
    let outbox = desk.store().read(|r| r.outbox(10)).unwrap();
    assert!(outbox.files.is_empty());
    assert_eq!(outbox.waiting_entries(), 0);
}

#[test]
fn photographs_of_signed_papers_are_files_of_the_case_sent_after_the_materials() {
    const SIGNED: &[u8] = b"a photograph of the signed application form";
    let desk = Desk::new();
    take_in_with(desk.store(), 1, "王秀兰", |body| {
        body.materials = vec![material("MAT-1", vec![file_ref(PAGE)])];
        body.signed = vec![signed_form(vec![file_ref(SIGNED)])];
    });
    let pending = desk.store().read(|r| r.outbox(10)).unwrap().files;
    let hashes: Vec<_> = pending.iter().map(|file| file.sha256).collect();
    assert_eq!(hashes, [file_ref(PAGE).sha256, file_ref(SIGNED).sha256]);
    let signed = receipt(desk.store(), 1);
    desk.store()
        .write(|tx| tx.record_receipt(&signed, morning()))
        .unwrap();
    for (page, last) in [(PAGE, false), (SIGNED, true)] {
        let signed = file_receipt(case_id(1), page, 1);
        desk.store()
            .write(|tx| tx.record_file_receipt(&signed, morning()))
            .unwrap();
        assert_eq!(mark(&desk, 1) == SyncMark::Reported, last);
    }
    let live = desk.store().read(|r| r.projection_digest()).unwrap();
    assert_eq!(desk.store().write(|tx| tx.rebuild()).unwrap(), live);
}

#[test]
fn photographs_of_papers_signed_after_receipt_are_sent_behind_the_rest_of_the_case() {
    const SIGNED: &[u8] = b"a photograph of the form signed the next day";
    let desk = Desk::new();
    let number = take_in_with(desk.store(), 1, "王秀兰", |body| {
        body.materials = vec![material("MAT-1", vec![file_ref(PAGE)])];
    });
    let signed = receipt(desk.store(), 1);
    desk.store()
        .write(|tx| {
            tx.record_receipt(&signed, morning())?;
            tx.record_file_receipt(&file_receipt(case_id(1), PAGE, 1), morning())
        })
        .unwrap();
    assert_eq!(mark(&desk, 1), SyncMark::Reported);
    let mut body = accepted(number, "2026-12-14");
    body.signed = vec![signed_form(vec![file_ref(SIGNED), file_ref(PAGE)])];
    append(desk.store(), Some(case_id(1)), body);
    let pending = desk.store().read(|r| r.outbox(10)).unwrap().files;
    let hashes: Vec<_> = pending.iter().map(|file| file.sha256).collect();
    assert_eq!(hashes, [file_ref(SIGNED).sha256], "the other page is there");
    let live = desk.store().read(|r| r.projection_digest()).unwrap();
    assert_eq!(desk.store().write(|tx| tx.rebuild()).unwrap(), live);
}

#[test]
fn what_was_waiting_is_still_waiting_after_a_restart() {
    let mut desk = Desk::new();
    take_in_with_page(&desk, 1);
    let signed = file_receipt(case_id(1), PAGE, 1);
    desk.store()
        .write(|tx| tx.record_file_receipt(&signed, morning()))
        .unwrap();
    desk.reopen();
    assert_eq!(
        mark(&desk, 1),
        SyncMark::LocalOnly,
        "all files sent, the entry not"
    );
    let summary = desk.store().read(|r| r.sync_summary(morning())).unwrap();
    assert_eq!((summary.waiting_cases, summary.waiting_bytes), (1, 0));
}

#[test]
fn a_receipt_nobody_else_could_have_given_is_needed() {
    let desk = Desk::new();
    take_in(desk.store(), 1, "王秀兰");
    let head = desk
        .store()
        .read(|r| r.own_epochs())
        .unwrap()
        .remove(0)
        .head;
    let stranger = KeyPair::from_secret(&[8; 32]).unwrap();
    let body = Receipt {
        head: head.clone(),
        platform_epoch: 1,
        at: morning(),
    };
    let forged = Signed::seal(&stranger, Purpose::Receipt, &body).unwrap();
    let refused: Result<_, StoreError> = desk
        .store()
        .write(|tx| tx.record_receipt(&forged, morning()));
    assert!(matches!(
        refused,
        Err(StoreError::Wire(WireError::Signature(_)))
    ));
    let mut ahead = head;
    ahead.seq += 5;
    let signed = receipt_for(ahead, 1);
    let refused: Result<_, StoreError> = desk
        .store()
        .write(|tx| tx.record_receipt(&signed, morning()));
    assert!(
        matches!(refused, Err(StoreError::NoSuch(_))),
        "for entries we never wrote"
    );
    assert_eq!(mark(&desk, 1), SyncMark::LocalOnly);
}

#[test]
fn the_same_receipt_again_and_an_older_one_change_nothing() {
    let desk = Desk::new();
    take_in(desk.store(), 1, "王秀兰");
    let older = receipt(desk.store(), 1);
    take_in(desk.store(), 2, "赵玉梅");
    let newer = receipt(desk.store(), 1);
    for signed in [&newer, &newer, &older] {
        desk.store()
            .write(|tx| tx.record_receipt(signed, morning()))
            .unwrap();
        assert_eq!(
            desk.store()
                .read(|r| r.outbox(1))
                .unwrap()
                .waiting_entries(),
            0
        );
    }
    let day_start = morning() - chrono::Duration::hours(3);
    assert_eq!(
        desk.store()
            .read(|r| r.sync_summary(day_start))
            .unwrap()
            .receipted_today,
        2
    );
}

#[test]
fn a_platform_restored_from_a_backup_is_offered_what_it_lost() {
    let desk = Desk::new();
    take_in_with_page(&desk, 1);
    let before = desk
        .store()
        .read(|r| r.own_epochs())
        .unwrap()
        .remove(0)
        .head;
    take_in(desk.store(), 2, "赵玉梅");
    let signed = receipt(desk.store(), 1);
    desk.store()
        .write(|tx| tx.record_receipt(&signed, morning()))
        .unwrap();
    let signed = file_receipt(case_id(1), PAGE, 1);
    desk.store()
        .write(|tx| tx.record_file_receipt(&signed, morning()))
        .unwrap();
    assert_eq!(mark(&desk, 2), SyncMark::Reported);

    desk.store()
        .write(|tx| tx.record_heads(&[before], 2))
        .unwrap();
    let outbox = desk.store().read(|r| r.outbox(10)).unwrap();
    assert_eq!(outbox.waiting_entries(), 1);
    assert_eq!(
        outbox.files.len(),
        1,
        "its pages are offered again; it says when it has them"
    );
    assert_eq!(mark(&desk, 2), SyncMark::LocalOnly);
    let late: Result<_, StoreError> = desk
        .store()
        .write(|tx| tx.record_receipt(&receipt_of_old_epoch(&desk), morning()));
    late.unwrap();
    assert_eq!(
        mark(&desk, 2),
        SyncMark::LocalOnly,
        "a receipt from before the restore proves nothing"
    );
}

fn receipt_of_old_epoch(desk: &Desk) -> Signed {
    receipt(desk.store(), 1)
}

#[test]
fn an_attend_verdict_marks_its_case_and_no_other() {
    let desk = Desk::new();
    take_in(desk.store(), 1, "王秀兰");
    let number = take_in(desk.store(), 2, "赵玉梅");
    let signed = receipt(desk.store(), 1);
    desk.store()
        .write(|tx| tx.record_receipt(&signed, morning()))
        .unwrap();
    let entry = desk.store().read(|r| r.timeline(case_id(1))).unwrap()[0].hash;
    let mut feed = Feed::new();
    let word = Verdict::Attend {
        reason: AttendReason::MatterSuspended,
        fields: Vec::new(),
    };
    let entries = [
        feed.write(Some(case_id(1)), verdict(2, entry, word.clone())),
        feed.write(Some(case_id(2)), progress(number, CaseState::Dispatched)),
    ];
    desk.store().write(|tx| tx.admit(&entries)).unwrap();
    assert_eq!(mark(&desk, 1), SyncMark::Attend(word));
    assert_eq!(mark(&desk, 2), SyncMark::Reported);
    let summary = desk.store().read(|r| r.sync_summary(morning())).unwrap();
    assert_eq!(summary.attention.len(), 1);
    assert_eq!(
        summary.attention[0].matter_name.as_deref(),
        Some("高龄津贴申领")
    );
}

#[test]
fn a_failed_contact_keeps_the_last_success() {
    let desk = Desk::new();
    let reached = ContactOutcome::Reached {
        platform_epoch: 3,
        platform_clock: morning() + chrono::Duration::seconds(2),
    };
    desk.store()
        .write(|tx| tx.record_contact(morning(), &reached, None))
        .unwrap();
    let later = morning() + chrono::Duration::minutes(5);
    let next = later + chrono::Duration::minutes(1);
    let failed = ContactOutcome::Failed("SYNC-101".to_owned());
    desk.store()
        .write(|tx| tx.record_contact(later, &failed, Some(next)))
        .unwrap();
    let outbox = desk.store().read(|r| r.outbox(1)).unwrap();
    let contact = outbox.contact.unwrap();
    assert_eq!(
        (contact.at, contact.last_success, contact.next_try),
        (later, Some(morning()), Some(next))
    );
    assert_eq!(
        (contact.failure.as_deref(), contact.clock_ahead_ms),
        (Some("SYNC-101"), Some(2_000))
    );
    assert_eq!(outbox.platform.unwrap().epoch, 3);
}
