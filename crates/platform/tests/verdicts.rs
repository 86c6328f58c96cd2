//! The machine's word on entries, and the dispatch that follows a good one.

use crate::counter::{
    self, Terminal, case_id,
    cases::{numbers, reason, whole_case},
    judge, papers, platform,
};
use yichuang_domain::CaseState;
use yichuang_platform::ReviewStep;
use yichuang_wire::{AttendReason, FeedPosition, Verdict, payload::Payload, sha256};

#[tokio::test(flavor = "multi_thread")]
async fn a_complete_accepted_case_goes_to_its_department_once_and_the_feed_says_so() {
    let data = tempfile::tempdir().unwrap();
    let running = platform(&data).await;
    let mut terminal = Terminal::enrol(&running, "LY03", 1).await;
    let (received, accepted) = whole_case(&mut terminal, 1, case_id(1), 1);
    let printed = terminal.write(
        papers::printed(papers::number("LY03", 1)),
        Some(case_id(1)),
        Some(accepted),
    );
    terminal.push_all().await;
    judge(&running);
    judge(&running);
    for entry in [received, accepted, printed] {
        assert_eq!(terminal.verdict(entry).await, Some(Verdict::Ok));
    }
    let progress = terminal.progress().await;
    assert_eq!(progress.len(), 1);
    assert_eq!(
        (progress[0].state, progress[0].step.as_str()),
        (CaseState::Dispatched, "已分发")
    );
    assert_eq!(progress[0].office, papers::DEPARTMENT);
    let platform_number = progress[0].platform_number.clone().unwrap();
    assert!(
        platform_number.starts_with(papers::MATTER) && platform_number.len() == 43,
        "{platform_number}"
    );
    assert_eq!(
        running
            .platform()
            .cases(Some(papers::DEPARTMENT))
            .unwrap()
            .len(),
        1
    );
    assert!(
        running
            .platform()
            .cases(Some("别的部门"))
            .unwrap()
            .is_empty()
    );
    running.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_case_that_is_only_received_is_ok_and_not_dispatched() {
    let data = tempfile::tempdir().unwrap();
    let running = platform(&data).await;
    let mut terminal = Terminal::enrol(&running, "LY03", 1).await;
    let number = papers::number("LY03", 1);
    let received = terminal.write(papers::received(number, 1, &[]), Some(case_id(1)), None);
    terminal.push_all().await;
    judge(&running);
    assert_eq!(terminal.verdict(received).await, Some(Verdict::Ok));
    assert!(numbers(&running).is_empty());
    running.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn an_unknown_kind_is_stored_receipted_and_attended_and_holds_its_case_only() {
    let data = tempfile::tempdir().unwrap();
    let running = platform(&data).await;
    let mut terminal = Terminal::enrol(&running, "LY03", 1).await;
    let unknown = terminal.write_raw("invented_later", br#"{"a":1}"#, Some(case_id(1)), None);
    let behind = terminal.write(
        papers::printed(papers::number("LY03", 9)),
        Some(case_id(1)),
        Some(unknown),
    );
    let (_, other) = whole_case(&mut terminal, 1, case_id(2), 1);
    assert_eq!(terminal.push_all().await.head, terminal.head);
    judge(&running);
    assert_eq!(
        reason(&terminal, unknown).await,
        AttendReason::NotUnderstood
    );
    assert_eq!(
        terminal.verdict(behind).await,
        Some(Verdict::Waiting { missing: unknown })
    );
    assert_eq!(terminal.verdict(other).await, Some(Verdict::Ok));
    assert_eq!(numbers(&running).len(), 1);
    running.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_payload_that_is_not_what_its_kind_promises_is_stored_and_attended() {
    let data = tempfile::tempdir().unwrap();
    let running = platform(&data).await;
    let mut terminal = Terminal::enrol(&running, "LY03", 1).await;
    let mut bad = Vec::new();
    for (n, payload) in [&b"{"[..], b"[]", b"\xff\xfe", b"", br#"{"number":"x"}"#]
        .into_iter()
        .enumerate()
    {
        bad.push(terminal.write_raw("received", payload, Some(case_id(n as u128)), None));
    }
    bad.push(terminal.write(
        papers::received(papers::number("LY03", 1), 1, &[]),
        None,
        None,
    ));
    assert_eq!(terminal.push_all().await.head, terminal.head);
    judge(&running);
    for entry in bad {
        assert_eq!(reason(&terminal, entry).await, AttendReason::Unreadable);
    }
    running.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_number_of_another_terminal_or_epoch_is_foreign() {
    let data = tempfile::tempdir().unwrap();
    let running = platform(&data).await;
    let mut terminal = Terminal::enrol(&running, "LY03", 1).await;
    let stranger = papers::received(papers::number("LY04", 1), 1, &[]);
    let early = papers::received(papers::number("LY03K7", 1), 2, &[]);
    let first = terminal.write(stranger, Some(case_id(1)), None);
    let second = terminal.write(early, Some(case_id(2)), None);
    terminal.push_all().await;
    terminal.restore_as("K7");
    let unmarked = papers::received(papers::number("LY03", 3), 3, &[]);
    let third = terminal.write(unmarked, Some(case_id(3)), None);
    let (fourth, _) = whole_case(&mut terminal, 4, case_id(4), 4);
    terminal.push_all().await;
    judge(&running);
    for entry in [first, second, third] {
        assert_eq!(reason(&terminal, entry).await, AttendReason::NumberForeign);
    }
    assert_eq!(terminal.verdict(fourth).await, Some(Verdict::Ok));
    assert_eq!(numbers(&running), [papers::number("LY03K7", 4).to_string()]);
    running.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn f22_a_number_is_never_filed_for_two_cases() {
    let data = tempfile::tempdir().unwrap();
    let running = platform(&data).await;
    let mut terminal = Terminal::enrol(&running, "LY03", 1).await;
    whole_case(&mut terminal, 1, case_id(1), 1);
    let (doubled, behind) = whole_case(&mut terminal, 1, case_id(2), 2);
    terminal.push_all().await;
    judge(&running);
    assert_eq!(
        reason(&terminal, doubled).await,
        AttendReason::NumberDoubled
    );
    assert_eq!(
        terminal.verdict(behind).await,
        Some(Verdict::Waiting { missing: doubled })
    );
    assert_eq!(numbers(&running).len(), 1);
    running.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_move_the_life_cycle_does_not_have_is_attended() {
    let data = tempfile::tempdir().unwrap();
    let running = platform(&data).await;
    let mut terminal = Terminal::enrol(&running, "LY03", 1).await;
    let orphan = terminal.write(
        papers::accepted(papers::number("LY03", 7)),
        Some(case_id(7)),
        None,
    );
    let (received, accepted) = whole_case(&mut terminal, 1, case_id(1), 1);
    let number = papers::number("LY03", 1);
    let twice = terminal.write(
        papers::accepted(number.clone()),
        Some(case_id(1)),
        Some(accepted),
    );
    let after = terminal.write(papers::printed(number), Some(case_id(1)), Some(twice));
    terminal.push_all().await;
    judge(&running);
    assert_eq!(reason(&terminal, orphan).await, AttendReason::IllegalMove);
    assert_eq!(terminal.verdict(received).await, Some(Verdict::Ok));
    assert_eq!(terminal.verdict(accepted).await, Some(Verdict::Ok));
    assert_eq!(reason(&terminal, twice).await, AttendReason::IllegalMove);
    assert_eq!(
        terminal.verdict(after).await,
        Some(Verdict::Waiting { missing: twice })
    );
    running.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn f21_one_bad_case_among_two_hundred_holds_up_nobody() {
    let data = tempfile::tempdir().unwrap();
    let running = platform(&data).await;
    let mut terminal = Terminal::enrol(&running, "LY03", 1).await;
    let mut bad = None;
    for n in 1..=200 {
        let (received, _) = whole_case(&mut terminal, n, case_id(u128::from(n)), n);
        if n == 100 {
            let number = papers::number("LY03", n);
            bad = Some(terminal.write(
                papers::received(number, n, &[]),
                Some(case_id(100)),
                Some(received),
            ));
        }
    }
    for from in (1..=terminal.head.seq).step_by(50) {
        terminal
            .push(&terminal.batch(from, (from + 49).min(terminal.head.seq)))
            .await
            .unwrap();
    }
    judge(&running);
    assert_eq!(
        reason(&terminal, bad.unwrap()).await,
        AttendReason::IllegalMove
    );
    let feed = terminal.feed().await;
    let count = |verdict: &Verdict| {
        let given = feed.iter().filter_map(|e| {
            if let Payload::VerdictGiven(g) = &e.payload {
                Some(g)
            } else {
                None
            }
        });
        given.filter(|g| g.verdict == *verdict).count()
    };
    assert_eq!(count(&Verdict::Ok), 401);
    assert_eq!(numbers(&running).len(), 199);
    running.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_reviewers_steps_reach_the_terminal_in_order_and_unlawful_ones_are_refused() {
    let data = tempfile::tempdir().unwrap();
    let running = platform(&data).await;
    let mut terminal = Terminal::enrol(&running, "LY03", 1).await;
    whole_case(&mut terminal, 1, case_id(1), 1);
    terminal.push_all().await;
    judge(&running);
    let number = papers::number("LY03", 1).to_string();
    let step = |state| ReviewStep {
        step: "镇民政办审核".to_owned(),
        office: "镇民政办（样例）".to_owned(),
        state,
        note: Some("材料齐全".to_owned()),
    };
    let review = |state| running.platform().review(&number, &step(state));
    assert!(review(CaseState::ReadyForPickup).is_err());
    assert!(review(CaseState::Delivered).is_err());
    for state in [
        CaseState::InProcess,
        CaseState::InProcess,
        CaseState::Granted,
        CaseState::ReadyForPickup,
    ] {
        assert_eq!(review(state).unwrap().state, state);
    }
    assert!(review(CaseState::InProcess).is_err());
    assert!(
        running
            .platform()
            .review("LY03-20261123-0002-0", &step(CaseState::InProcess))
            .is_err()
    );
    let told: Vec<CaseState> = terminal
        .progress()
        .await
        .into_iter()
        .map(|step| step.state)
        .collect();
    use CaseState::{Dispatched, Granted, InProcess, ReadyForPickup};
    assert_eq!(
        told,
        [Dispatched, InProcess, InProcess, Granted, ReadyForPickup]
    );
    running.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_feed_read_from_any_cursor_continues_where_the_cursor_stands() {
    let data = tempfile::tempdir().unwrap();
    let running = platform(&data).await;
    let mut terminal = Terminal::enrol(&running, "LY03", 1).await;
    assert!(terminal.feed_page(FeedPosition::default()).await.is_none());
    for _ in 0..450 {
        terminal.write_raw("signed_in", br#"{"name":"x","how":"window"}"#, None, None);
    }
    terminal.push_all().await;
    judge(&running);
    let all = terminal.feed().await;
    assert_eq!(all.len(), 452, "an opening and a verdict on every entry");
    assert_eq!(all[0].header.kind, "epoch_opened");
    let page = terminal
        .feed_page(FeedPosition { epoch: 1, seq: 251 })
        .await
        .unwrap();
    assert_eq!((page.entries.len(), page.head.seq), (200, 451));
    let rest = terminal
        .feed_after(FeedPosition { epoch: 1, seq: 451 })
        .await;
    assert_eq!(rest.len(), 1);
    assert!(
        terminal
            .feed_page(FeedPosition { epoch: 1, seq: 452 })
            .await
            .is_none()
    );
    running.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_payload_cleared_on_its_way_waits_until_a_copy_brings_it() {
    let data = tempfile::tempdir().unwrap();
    let running = platform(&data).await;
    let mut terminal = Terminal::enrol(&running, "LY03", 1).await;
    let (received, _) = whole_case(&mut terminal, 1, case_id(1), 1);
    let whole = terminal.entries.clone();
    terminal.entries[1] = yichuang_wire::Entry::from_parts(whole[1].header_bytes().to_vec(), None);
    terminal.push_all().await;
    judge(&running);
    assert!(matches!(
        terminal.verdict(received).await,
        Some(Verdict::Waiting { .. })
    ));
    terminal.entries = whole;
    terminal.push_all().await;
    judge(&running);
    assert_eq!(terminal.verdict(received).await, Some(Verdict::Ok));
    assert_eq!(numbers(&running).len(), 1);
    running.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_matter_outside_every_published_pack_is_unknown_until_it_is_published() {
    let data = tempfile::tempdir().unwrap();
    let running = platform(&data).await;
    let mut terminal = Terminal::enrol(&running, "LY03", 1).await;
    counter::packs::publish(&running, 1, 0..2);
    let (code, bytes) = counter::packs::matter(5);
    let number = papers::number("LY03", 1);
    let mut received = papers::received(number.clone(), 1, &[]);
    received.matter.code = code.parse().unwrap();
    received.matter.sha256 = sha256(&bytes);
    let unknown = terminal.write(received, Some(case_id(1)), None);
    terminal.write(papers::accepted(number), Some(case_id(1)), Some(unknown));
    terminal.push_all().await;
    judge(&running);
    assert_eq!(
        reason(&terminal, unknown).await,
        AttendReason::MatterUnknown
    );
    counter::packs::publish(&running, 2, 0..6);
    judge(&running);
    assert_eq!(terminal.verdict(unknown).await, Some(Verdict::Ok));
    assert_eq!(
        numbers(&running).len(),
        1,
        "what waited behind it went on by itself"
    );
    running.stop().await;
}
