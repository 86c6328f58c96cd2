//! Files over tus 1.0: resumed, checked, kept encrypted, receipted, and waited for.

use std::sync::{
    Arc,
    atomic::{AtomicI64, Ordering},
};

use crate::counter::{
    Terminal, case_id, judge, papers, platform, read,
    uploads::{append, create, offset, open, picture, receipt, refusal, tus},
};
use chrono::{DateTime, TimeDelta, Utc};
use data_encoding::BASE64;
use reqwest::Method;
use yichuang_platform::{Clock, Config, Platform};
use yichuang_wire::{
    Verdict,
    protocol::{FileState, MAX_FILE_BYTES, RefusalCode},
    sha256,
};

#[tokio::test(flavor = "multi_thread")]
async fn a_file_sent_in_chunks_is_receipted_with_its_hash_and_lies_encrypted() {
    let data = tempfile::tempdir().unwrap();
    let running = platform(&data).await;
    let terminal = Terminal::enrol(&running, "LY03", 1).await;
    let bytes = picture(300_000);
    let path = open(&terminal, case_id(1), &bytes).await;
    assert_eq!(
        receipt(&terminal, &path).await.unwrap_err().code,
        RefusalCode::NotFound
    );
    for (n, chunk) in bytes.chunks(100_000).enumerate() {
        assert_eq!(offset(&terminal, &path).await, Some(n as u64 * 100_000));
        assert_eq!(
            append(&terminal, &path, n as u64 * 100_000, chunk)
                .await
                .status(),
            204
        );
    }
    let receipt = receipt(&terminal, &path).await.unwrap();
    assert_eq!(
        (receipt.sha256, receipt.size, receipt.case),
        (sha256(&bytes), 300_000, case_id(1))
    );
    let id = path.rsplit('/').next().unwrap();
    let at_rest = data.path().join("platform/files").join(&id[..2]).join(id);
    let stored = std::fs::read(&at_rest).unwrap();
    assert!(!stored.windows(64).any(|window| window == &bytes[..64]));
    assert!(running.platform().verify().unwrap().problems.is_empty());
    std::fs::write(
        &at_rest,
        [&stored[..1000], &[stored[1000] ^ 1], &stored[1001..]].concat(),
    )
    .unwrap();
    assert_eq!(running.platform().verify().unwrap().problems.len(), 1);
    running.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn f24_a_wrong_offset_is_refused_and_the_upload_goes_on_from_the_one_read_again() {
    let data = tempfile::tempdir().unwrap();
    let running = platform(&data).await;
    let terminal = Terminal::enrol(&running, "LY03", 1).await;
    let bytes = picture(1000);
    let path = open(&terminal, case_id(1), &bytes).await;
    append(&terminal, &path, 0, &bytes[..400]).await;
    for wrong in [0, 399, 401, 1000] {
        let refused = append(&terminal, &path, wrong, &bytes[400..500]).await;
        assert_eq!(refused.status(), 409);
        assert_eq!(refusal(refused).await, RefusalCode::OffsetMismatch);
    }
    assert_eq!(
        open(&terminal, case_id(1), &bytes).await,
        path,
        "offered again, the same upload goes on"
    );
    let at = offset(&terminal, &path).await.unwrap();
    assert_eq!(
        append(&terminal, &path, at, &bytes[at as usize..])
            .await
            .status(),
        204
    );
    assert_eq!(
        receipt(&terminal, &path).await.unwrap().sha256,
        sha256(&bytes)
    );
    running.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_stored_file_offered_again_is_answered_at_once() {
    let data = tempfile::tempdir().unwrap();
    let running = platform(&data).await;
    let terminal = Terminal::enrol(&running, "LY03", 1).await;
    let bytes = picture(1000);
    let path = open(&terminal, case_id(1), &bytes).await;
    append(&terminal, &path, 0, &bytes).await;
    let response = create(&terminal, case_id(1), sha256(&bytes), 1000).await;
    assert_eq!(response.status(), 200);
    let state: FileState = read(response).await.unwrap();
    assert_eq!(
        state,
        FileState {
            location: path,
            offset: 1000,
            complete: true
        }
    );
    running.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_file_is_known_only_within_its_terminal_and_case() {
    let data = tempfile::tempdir().unwrap();
    let running = platform(&data).await;
    let terminal = Terminal::enrol(&running, "LY03", 1).await;
    let other = Terminal::enrol(&running, "LY04", 2).await;
    let bytes = picture(1000);
    let path = open(&terminal, case_id(1), &bytes).await;
    append(&terminal, &path, 0, &bytes).await;
    assert_eq!(
        create(&terminal, case_id(2), sha256(&bytes), 1000)
            .await
            .status(),
        201
    );
    assert_eq!(
        create(&other, case_id(1), sha256(&bytes), 1000)
            .await
            .status(),
        201
    );
    assert_eq!(offset(&other, &path).await, None);
    assert_eq!(
        receipt(&other, &path).await.unwrap_err().code,
        RefusalCode::NotFound
    );
    running.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_file_whose_bytes_are_not_the_announced_ones_is_dropped_and_may_begin_again() {
    let data = tempfile::tempdir().unwrap();
    let running = platform(&data).await;
    let terminal = Terminal::enrol(&running, "LY03", 1).await;
    let bytes = picture(1000);
    let path = open(&terminal, case_id(1), &bytes).await;
    let refused = append(&terminal, &path, 0, &[0; 1000]).await;
    assert_eq!(refusal(refused).await, RefusalCode::HashMismatch);
    assert_eq!(offset(&terminal, &path).await, None);
    let path = open(&terminal, case_id(1), &bytes).await;
    assert_eq!(append(&terminal, &path, 0, &bytes).await.status(), 204);
    running.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_chunk_changed_on_its_way_is_refused_and_not_counted() {
    let data = tempfile::tempdir().unwrap();
    let running = platform(&data).await;
    let terminal = Terminal::enrol(&running, "LY03", 1).await;
    let path = open(&terminal, case_id(1), &picture(1000)).await;
    let headers = [
        tus(),
        ("upload-offset", "0".to_owned()),
        ("content-type", "application/offset+octet-stream".to_owned()),
        (
            "upload-checksum",
            format!("sha256 {}", BASE64.encode(&sha256(b"other").0)),
        ),
    ];
    let refused = terminal
        .call(Method::PATCH, &path, &headers, picture(500))
        .await;
    assert_eq!(refused.status().as_u16(), 460);
    assert_eq!(offset(&terminal, &path).await, Some(0));
    running.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn more_than_was_announced_or_than_the_format_allows_is_refused() {
    let data = tempfile::tempdir().unwrap();
    let running = platform(&data).await;
    let terminal = Terminal::enrol(&running, "LY03", 1).await;
    let path = open(&terminal, case_id(1), &picture(1000)).await;
    assert_eq!(
        refusal(append(&terminal, &path, 0, &picture(1001)).await).await,
        RefusalCode::TooLarge
    );
    let huge = create(&terminal, case_id(1), sha256(b"huge"), MAX_FILE_BYTES + 1).await;
    assert_eq!(refusal(huge).await, RefusalCode::TooLarge);
    running.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn an_empty_file_is_stored_the_moment_it_is_offered() {
    let data = tempfile::tempdir().unwrap();
    let running = platform(&data).await;
    let terminal = Terminal::enrol(&running, "LY03", 1).await;
    let response = create(&terminal, case_id(1), sha256(b""), 0).await;
    assert_eq!(response.status(), 200);
    let state: FileState = read(response).await.unwrap();
    assert_eq!(receipt(&terminal, &state.location).await.unwrap().size, 0);
    running.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn f01_a_case_is_dispatched_only_when_its_last_file_is_stored() {
    let data = tempfile::tempdir().unwrap();
    let running = platform(&data).await;
    let mut terminal = Terminal::enrol(&running, "LY03", 1).await;
    let files = [picture(1000), picture(2000), picture(3000)];
    let number = papers::number("LY03", 1);
    let mut body = papers::received(number.clone(), 1, &[&files[0], &files[1]]);
    body.signed = vec![papers::signed_form(&files[2])];
    let received = terminal.write(body, Some(case_id(1)), None);
    let accepted = terminal.write(papers::accepted(number), Some(case_id(1)), Some(received));
    terminal.push_all().await;
    judge(&running);
    assert_eq!(terminal.verdict(accepted).await, Some(Verdict::Ok));
    for (stored, bytes) in files.iter().enumerate() {
        assert!(
            matches!(
                terminal.verdict(received).await,
                Some(Verdict::Waiting { .. })
            ),
            "{stored} stored"
        );
        assert!(running.platform().cases(None).unwrap().is_empty());
        let path = open(&terminal, case_id(1), bytes).await;
        append(&terminal, &path, 0, bytes).await;
        judge(&running);
    }
    assert_eq!(terminal.verdict(received).await, Some(Verdict::Ok));
    assert_eq!(running.platform().cases(None).unwrap().len(), 1);
    assert_eq!(terminal.progress().await.len(), 1);
    running.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn f01_files_that_come_before_their_entry_are_enough() {
    let data = tempfile::tempdir().unwrap();
    let running = platform(&data).await;
    let mut terminal = Terminal::enrol(&running, "LY03", 1).await;
    let bytes = picture(1000);
    let path = open(&terminal, case_id(1), &bytes).await;
    append(&terminal, &path, 0, &bytes).await;
    let number = papers::number("LY03", 1);
    let received = terminal.write(
        papers::received(number.clone(), 1, &[&bytes]),
        Some(case_id(1)),
        None,
    );
    terminal.write(papers::accepted(number), Some(case_id(1)), Some(received));
    terminal.push_all().await;
    judge(&running);
    assert_eq!(running.platform().cases(None).unwrap().len(), 1);
    running.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_partial_upload_nobody_goes_on_with_expires_and_a_stored_file_never_does() {
    let data = tempfile::tempdir().unwrap();
    let days = Arc::new(AtomicI64::new(0));
    let later = days.clone();
    let start: DateTime<Utc> = Utc::now();
    let clock = Clock::from_fn(move || start + TimeDelta::days(later.load(Ordering::SeqCst)));
    let config = Config {
        clock,
        ..Config::loopback(data.path().join("platform"))
    };
    let running = Platform::start(config).await.unwrap();
    let terminal = Terminal::enrol(&running, "LY03", 1).await;
    let stored = picture(1000);
    let kept = open(&terminal, case_id(1), &stored).await;
    append(&terminal, &kept, 0, &stored).await;
    let bytes = picture(2000);
    let path = open(&terminal, case_id(1), &bytes).await;
    append(&terminal, &path, 0, &bytes[..500]).await;
    days.store(6, Ordering::SeqCst);
    assert_eq!(running.platform().drop_stale_uploads().unwrap(), 0);
    days.store(8, Ordering::SeqCst);
    assert_eq!(running.platform().drop_stale_uploads().unwrap(), 1);
    days.store(0, Ordering::SeqCst);
    assert_eq!(offset(&terminal, &path).await, None);
    assert_eq!(offset(&terminal, &kept).await, Some(1000));
    let again = open(&terminal, case_id(1), &bytes).await;
    assert_eq!(append(&terminal, &again, 0, &bytes).await.status(), 204);
    running.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_client_that_does_not_speak_tus_is_told_so() {
    let data = tempfile::tempdir().unwrap();
    let running = platform(&data).await;
    let terminal = Terminal::enrol(&running, "LY03", 1).await;
    let response = terminal
        .call(Method::POST, "/v1/files", &[], Vec::new())
        .await;
    assert_eq!(response.status(), 412);
    let path = open(&terminal, case_id(1), &picture(10)).await;
    let headers = [tus(), ("upload-offset", "0".to_owned())];
    assert_eq!(
        terminal
            .call(Method::PATCH, &path, &headers, picture(10))
            .await
            .status(),
        415
    );
    running.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn f24_an_upload_whose_stored_part_was_lost_begins_again_instead_of_sticking() {
    let data = tempfile::tempdir().unwrap();
    let running = platform(&data).await;
    let terminal = Terminal::enrol(&running, "LY03", 1).await;
    let bytes = picture(1000);
    let path = open(&terminal, case_id(1), &bytes).await;
    append(&terminal, &path, 0, &bytes[..600]).await;
    let id = path.rsplit('/').next().unwrap();
    std::fs::remove_file(data.path().join("platform/files").join(&id[..2]).join(id)).unwrap();
    let refused = append(&terminal, &path, 600, &bytes[600..]).await;
    assert_eq!(refusal(refused).await, RefusalCode::HashMismatch);
    let path = open(&terminal, case_id(1), &bytes).await;
    assert_eq!(append(&terminal, &path, 0, &bytes).await.status(), 204);
    assert_eq!(
        receipt(&terminal, &path).await.unwrap().sha256,
        sha256(&bytes)
    );
    running.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn f16_a_file_the_backup_did_not_bring_back_is_taken_again() {
    let data = tempfile::tempdir().unwrap();
    let running = platform(&data).await;
    let mut terminal = Terminal::enrol(&running, "LY03", 1).await;
    let bytes = picture(1000);
    let path = open(&terminal, case_id(1), &bytes).await;
    append(&terminal, &path, 0, &bytes).await;
    running.stop().await;
    let home = data.path().join("platform");
    std::fs::remove_dir_all(home.join("files")).unwrap();
    let restored = Config {
        restored: true,
        ..Config::loopback(home)
    };
    let running = Platform::start(restored).await.unwrap();
    terminal.url = running.url();
    let path = open(&terminal, case_id(1), &bytes).await;
    append(&terminal, &path, 0, &bytes).await;
    assert_eq!(receipt(&terminal, &path).await.unwrap().platform_epoch, 2);
    running.stop().await;
}
