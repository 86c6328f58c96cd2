//! Enrolment, signatures, and the storing of journals.

use crate::counter::{self, Terminal, case_id, judge, key, order, papers, platform, read};
use chrono::{TimeDelta, Utc};
use reqwest::Method;
use yichuang_platform::{Config, Platform, PlatformError};
use yichuang_wire::{
    Batch, ProbeAnswer, Purpose, Signed,
    protocol::{Heads, RefusalCode},
};

#[tokio::test(flavor = "multi_thread")]
async fn the_probe_is_answered_with_the_askers_nonce_and_the_platforms_signature() {
    let data = tempfile::tempdir().unwrap();
    let running = platform(&data).await;
    let response = counter::client()
        .get(format!("{}/v1/probe?nonce=abc", running.url()))
        .send()
        .await
        .unwrap();
    let signed: Signed = read(response).await.unwrap();
    let answer: ProbeAnswer = signed
        .open(&running.platform().public_key(), "probe", Purpose::Probe)
        .unwrap();
    assert_eq!(answer.nonce, "abc");
    assert_eq!(answer.platform_epoch, 1);
    running.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_token_is_claimed_by_one_machine_however_often_it_asks() {
    let data = tempfile::tempdir().unwrap();
    let running = platform(&data).await;
    let root = running.platform().public_key();
    let signed = running.platform().enrolment(&order("LY03")).unwrap();
    for _ in 0..3 {
        Terminal::claim(&running.url(), &signed, root, key(1))
            .await
            .unwrap();
    }
    let other = Terminal::claim(&running.url(), &signed, root, key(2)).await;
    assert_eq!(other.err().unwrap().code, RefusalCode::TokenSpent);
    let again = running.platform().enrolment(&order("LY03"));
    assert!(matches!(again, Err(PlatformError::TerminalTaken(_))));
    running.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn ordering_an_enrolment_again_voids_the_file_nobody_claimed() {
    let data = tempfile::tempdir().unwrap();
    let running = platform(&data).await;
    let root = running.platform().public_key();
    let lost = running.platform().enrolment(&order("LY03")).unwrap();
    let fresh = running.platform().enrolment(&order("LY03")).unwrap();
    let refused = Terminal::claim(&running.url(), &lost, root, key(1))
        .await
        .err()
        .unwrap();
    assert_eq!(refused.code, RefusalCode::TokenSpent);
    Terminal::claim(&running.url(), &fresh, root, key(1))
        .await
        .unwrap();
    running.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_terminal_that_was_never_enrolled_is_refused() {
    let data = tempfile::tempdir().unwrap();
    let running = platform(&data).await;
    let mut stranger = Terminal::enrol(&running, "LY03", 1).await;
    stranger.code = "LY99".parse().unwrap();
    let response = stranger
        .call(Method::GET, "/v1/journals/t:LY99/heads", &[], Vec::new())
        .await;
    assert_eq!(
        read::<Heads>(response).await.unwrap_err().code,
        RefusalCode::TerminalUnknown
    );
    running.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_request_signed_by_another_key_is_refused_and_stores_nothing() {
    let data = tempfile::tempdir().unwrap();
    let running = platform(&data).await;
    let mut terminal = Terminal::enrol(&running, "LY03", 1).await;
    let batch = terminal.batch(1, 1);
    terminal.keys = key(2);
    assert_eq!(
        terminal.push(&batch).await.unwrap_err().code,
        RefusalCode::RequestNotSigned
    );
    terminal.keys = key(1);
    assert!(terminal.heads().await.is_empty());
    running.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_batch_signed_by_another_key_is_refused_although_the_request_is_good() {
    let data = tempfile::tempdir().unwrap();
    let running = platform(&data).await;
    let terminal = Terminal::enrol(&running, "LY03", 1).await;
    let forged = Batch::sign(&key(2), terminal.head.clone(), terminal.entries.clone()).unwrap();
    assert_eq!(
        terminal.push(&forged).await.unwrap_err().code,
        RefusalCode::RequestNotSigned
    );
    assert!(terminal.heads().await.is_empty());
    running.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_terminal_whose_clock_is_wrong_learns_the_platforms_time_from_the_refusal() {
    let data = tempfile::tempdir().unwrap();
    let running = platform(&data).await;
    let terminal = Terminal::enrol(&running, "LY03", 1).await;
    for off in [
        TimeDelta::minutes(-11),
        TimeDelta::minutes(11),
        TimeDelta::days(365),
    ] {
        let at = Utc::now() + off;
        let path = "/v1/journals/t:LY03/heads";
        let refused: Result<Heads, _> = read(
            terminal
                .call_at(at, Method::GET, path, &[], Vec::new())
                .await,
        )
        .await;
        let refused = refused.unwrap_err();
        assert_eq!(refused.code, RefusalCode::RequestNotSigned);
        assert!((Utc::now() - refused.at).abs() < TimeDelta::minutes(5));
        let good: Result<Heads, _> = read(
            terminal
                .call_at(refused.at, Method::GET, path, &[], Vec::new())
                .await,
        )
        .await;
        assert!(good.is_ok());
    }
    running.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_caller_without_a_served_version_is_told_so() {
    let data = tempfile::tempdir().unwrap();
    let running = platform(&data).await;
    let url = format!("{}/v1/journals/t:LY03/heads", running.url());
    for version in ["0", "", "abc"] {
        let request = counter::client()
            .get(&url)
            .header("yichuang-version", version);
        let refused = read::<Heads>(request.send().await.unwrap())
            .await
            .unwrap_err();
        assert_eq!(refused.code, RefusalCode::VersionTooOld);
    }
    running.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_terminal_reads_and_writes_no_journal_but_its_own() {
    let data = tempfile::tempdir().unwrap();
    let running = platform(&data).await;
    let other = Terminal::enrol(&running, "LY04", 2).await;
    let terminal = Terminal::enrol(&running, "LY03", 1).await;
    other.push_all().await;
    let path = "/v1/journals/t:LY04/heads";
    let refused = read::<Heads>(terminal.call(Method::GET, path, &[], Vec::new()).await)
        .await
        .unwrap_err();
    assert_eq!(refused.code, RefusalCode::NotFound);
    assert_eq!(
        terminal.push(&other.batch(1, 1)).await.unwrap_err().code,
        RefusalCode::NotFound
    );
    running.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn f03_an_answer_lost_fifty_times_leaves_one_case() {
    let data = tempfile::tempdir().unwrap();
    let running = platform(&data).await;
    let mut terminal = Terminal::enrol(&running, "LY03", 1).await;
    let number = papers::number("LY03", 1);
    let base = terminal.write(
        papers::received(number.clone(), 1, &[]),
        Some(case_id(1)),
        None,
    );
    terminal.write(
        papers::accepted(number.clone()),
        Some(case_id(1)),
        Some(base),
    );
    let first = terminal.push_all().await;
    for attempt in 0..50 {
        let again = terminal.push_all().await;
        assert_eq!(again.head, first.head, "attempt {attempt}");
        judge(&running);
    }
    let cases = running.platform().cases(None).unwrap();
    assert_eq!(cases.len(), 1);
    assert_eq!(cases[0].number, number.to_string());
    assert_eq!(terminal.progress().await.len(), 1);
    assert_eq!(terminal.verdicts().await.len(), 3);
    running.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_batch_that_overlaps_stores_its_tail_and_is_receipted_to_the_furthest_head() {
    let data = tempfile::tempdir().unwrap();
    let running = platform(&data).await;
    let mut terminal = Terminal::enrol(&running, "LY03", 1).await;
    for _ in 0..9 {
        terminal.write_raw("signed_in", br#"{"name":"x","how":"window"}"#, None, None);
    }
    assert_eq!(
        terminal.push(&terminal.batch(1, 4)).await.unwrap().head.seq,
        4
    );
    assert_eq!(
        terminal.push(&terminal.batch(3, 8)).await.unwrap().head.seq,
        8
    );
    assert_eq!(
        terminal.push(&terminal.batch(1, 2)).await.unwrap().head.seq,
        8
    );
    assert_eq!(
        terminal.push(&terminal.batch(9, 10)).await.unwrap().head,
        terminal.head
    );
    assert_eq!(terminal.heads().await, vec![terminal.head.clone()]);
    running.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_batch_after_a_gap_is_refused_with_the_head_to_continue_from() {
    let data = tempfile::tempdir().unwrap();
    let running = platform(&data).await;
    let mut terminal = Terminal::enrol(&running, "LY03", 1).await;
    for _ in 0..5 {
        terminal.write_raw("signed_in", br#"{"name":"x","how":"window"}"#, None, None);
    }
    let refused = terminal.push(&terminal.batch(4, 6)).await.unwrap_err();
    assert_eq!(refused.code, RefusalCode::ChainGap);
    assert_eq!(refused.head.unwrap().seq, 0);
    terminal.push(&terminal.batch(1, 2)).await.unwrap();
    let refused = terminal.push(&terminal.batch(4, 6)).await.unwrap_err();
    let head = refused.head.unwrap();
    assert_eq!((refused.code, head.seq), (RefusalCode::ChainGap, 2));
    assert_eq!(
        terminal
            .push(&terminal.batch(head.seq + 1, 6))
            .await
            .unwrap()
            .head,
        terminal.head
    );
    running.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_clone_is_refused_as_a_fork_and_its_batch_kept_as_evidence() {
    let data = tempfile::tempdir().unwrap();
    let running = platform(&data).await;
    let mut terminal = Terminal::enrol(&running, "LY03", 1).await;
    let mut clone = Terminal::enrol_clone(&terminal);
    terminal.write_raw("signed_in", br#"{"name":"a","how":"window"}"#, None, None);
    clone.write_raw("signed_in", br#"{"name":"b","how":"window"}"#, None, None);
    let receipt = terminal.push_all().await;
    for _ in 0..3 {
        let refused = clone.push(&clone.batch(1, 2)).await.unwrap_err();
        assert_eq!(
            (refused.code, refused.head.unwrap()),
            (RefusalCode::ChainFork, receipt.head.clone())
        );
    }
    clone.write_raw("signed_in", br#"{"name":"c","how":"window"}"#, None, None);
    assert_eq!(
        clone.push(&clone.batch(3, 3)).await.unwrap_err().code,
        RefusalCode::ChainFork
    );
    let evidence = running.platform().storage().clone_evidence().unwrap();
    assert_eq!(evidence.iter().map(|e| e.seq).collect::<Vec<_>>(), [2, 3]);
    assert_eq!(terminal.heads().await, vec![receipt.head]);
    running.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn an_epoch_that_continues_a_known_entry_is_stored_and_the_old_one_growing_on_is_flagged() {
    let data = tempfile::tempdir().unwrap();
    let running = platform(&data).await;
    let mut terminal = Terminal::enrol(&running, "LY03", 1).await;
    let mut left_behind = Terminal::enrol_clone(&terminal);
    terminal.push_all().await;
    terminal.restore_as("K7");
    assert_eq!(terminal.push_all().await.head.epoch, 2);
    assert!(
        running
            .platform()
            .storage()
            .clone_evidence()
            .unwrap()
            .is_empty()
    );
    left_behind.write_raw("signed_in", br#"{"name":"b","how":"window"}"#, None, None);
    assert_eq!(left_behind.push_all().await.head.seq, 2);
    let evidence = running.platform().storage().clone_evidence().unwrap();
    assert_eq!((evidence.len(), evidence[0].epoch), (1, 1));
    assert_eq!(terminal.heads().await.len(), 2);
    assert!(running.platform().verify().unwrap().problems.is_empty());
    running.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn an_epoch_whose_parent_is_not_here_waits_for_the_parent() {
    let data = tempfile::tempdir().unwrap();
    let running = platform(&data).await;
    let mut terminal = Terminal::enrol(&running, "LY03", 1).await;
    let older = terminal.batch(1, 1);
    terminal.restore_as("K7");
    assert_eq!(
        terminal.push(&terminal.batch(1, 1)).await.unwrap_err().code,
        RefusalCode::ChainGap
    );
    terminal.push(&older).await.unwrap();
    terminal.push_all().await;
    running.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn bytes_that_are_no_batch_are_refused_and_change_nothing() {
    let data = tempfile::tempdir().unwrap();
    let running = platform(&data).await;
    let terminal = Terminal::enrol(&running, "LY03", 1).await;
    let path = "/v1/journals/t:LY03/entries";
    let mut torn = terminal.batch(1, 1).to_bytes().unwrap();
    torn.truncate(torn.len() / 2);
    for body in [Vec::new(), b"hello".to_vec(), vec![0xff; 4096], torn] {
        let refused = read::<Signed>(terminal.call(Method::POST, path, &[], body).await)
            .await
            .unwrap_err();
        assert_eq!(refused.code, RefusalCode::Malformed);
    }
    assert!(terminal.heads().await.is_empty());
    running.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn plain_http_is_offered_to_this_machine_only() {
    let data = tempfile::tempdir().unwrap();
    let listen = "0.0.0.0:0".parse().unwrap();
    let refused = Platform::start(Config {
        listen,
        ..Config::loopback(data.path())
    })
    .await;
    assert!(matches!(refused.err(), Some(PlatformError::NotLoopback(_))));
}
