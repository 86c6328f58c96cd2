//! Two terminals and one case, one applicant, or one number.

use crate::counter::{
    Terminal, case_id,
    cases::{numbers, reason, whole_case},
    judge, key, order, papers, platform,
};
use yichuang_domain::CaseState;
use yichuang_platform::{EnrolmentOrder, PlatformError, ReviewStep};
use yichuang_wire::{AttendReason, PointIdentity, Verdict};

#[tokio::test(flavor = "multi_thread")]
async fn of_two_entries_that_move_a_case_from_one_base_the_second_conflicts_and_is_kept() {
    let data = tempfile::tempdir().unwrap();
    let running = platform(&data).await;
    let mut first = Terminal::enrol(&running, "LY03", 1).await;
    let mut second = Terminal::enrol(&running, "LY04", 2).await;
    let number = papers::number("LY03", 1);
    let received = first.write(
        papers::received(number.clone(), 1, &[]),
        Some(case_id(1)),
        None,
    );
    let accepted = first.write(
        papers::accepted(number.clone()),
        Some(case_id(1)),
        Some(received),
    );
    let rival = second.write(papers::accepted(number), Some(case_id(1)), Some(received));
    first.push_all().await;
    second.push_all().await;
    judge(&running);
    assert_eq!(first.verdict(accepted).await, Some(Verdict::Ok));
    assert_eq!(
        second.verdict(rival).await,
        Some(Verdict::Conflict { with: accepted })
    );
    running.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn f11_the_same_applicant_and_matter_at_two_terminals_flags_the_second_and_loses_neither() {
    let data = tempfile::tempdir().unwrap();
    let running = platform(&data).await;
    let mut first = Terminal::enrol(&running, "LY03", 1).await;
    let mut second = Terminal::enrol(&running, "LY04", 2).await;
    let (one, _) = whole_case(&mut first, 1, case_id(1), 5);
    let (two, behind) = whole_case(&mut second, 1, case_id(2), 5);
    let (other, _) = whole_case(&mut second, 2, case_id(3), 6);
    first.push_all().await;
    second.push_all().await;
    judge(&running);
    assert_eq!(first.verdict(one).await, Some(Verdict::Ok));
    assert_eq!(reason(&second, two).await, AttendReason::ProbableDuplicate);
    assert_eq!(
        second.verdict(behind).await,
        Some(Verdict::Waiting { missing: two })
    );
    assert_eq!(second.verdict(other).await, Some(Verdict::Ok));
    let kept = running
        .platform()
        .storage()
        .case(case_id(2))
        .unwrap()
        .unwrap();
    assert_eq!(
        (kept.number, kept.state),
        (Some(papers::number("LY04", 1)), Some(CaseState::Received))
    );
    assert_eq!(numbers(&running).len(), 2);
    running.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn the_same_applicant_may_come_again_once_the_first_case_is_decided() {
    let data = tempfile::tempdir().unwrap();
    let running = platform(&data).await;
    let mut first = Terminal::enrol(&running, "LY03", 1).await;
    let mut second = Terminal::enrol(&running, "LY04", 2).await;
    whole_case(&mut first, 1, case_id(1), 5);
    first.push_all().await;
    judge(&running);
    let decided = ReviewStep {
        step: "审核".to_owned(),
        office: papers::DEPARTMENT.to_owned(),
        state: CaseState::Denied,
        note: None,
    };
    running
        .platform()
        .review(&numbers(&running)[0], &decided)
        .unwrap();
    let (again, _) = whole_case(&mut second, 1, case_id(2), 5);
    second.push_all().await;
    judge(&running);
    assert_eq!(second.verdict(again).await, Some(Verdict::Ok));
    running.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn f13_an_entry_whose_base_is_at_another_terminal_waits_and_is_applied_when_it_comes() {
    let data = tempfile::tempdir().unwrap();
    let running = platform(&data).await;
    let mut window = Terminal::enrol(&running, "LY03", 1).await;
    let mut back_office = Terminal::enrol(&running, "LY04", 2).await;
    let number = papers::number("LY03", 1);
    let received = window.write(
        papers::received(number.clone(), 1, &[]),
        Some(case_id(1)),
        None,
    );
    let accepted = back_office.write(
        papers::accepted(number.clone()),
        Some(case_id(1)),
        Some(received),
    );
    let printed = back_office.write(papers::printed(number), Some(case_id(1)), Some(accepted));
    back_office.push_all().await;
    judge(&running);
    assert_eq!(
        back_office.verdict(accepted).await,
        Some(Verdict::Waiting { missing: received })
    );
    assert_eq!(
        back_office.verdict(printed).await,
        Some(Verdict::Waiting { missing: accepted })
    );
    window.push_all().await;
    judge(&running);
    for entry in [accepted, printed] {
        assert_eq!(back_office.verdict(entry).await, Some(Verdict::Ok));
    }
    assert_eq!(numbers(&running).len(), 1);
    running.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_terminal_of_another_point_has_no_say_in_a_case_and_cannot_hold_it_up() {
    let data = tempfile::tempdir().unwrap();
    let running = platform(&data).await;
    let mut window = Terminal::enrol(&running, "LY03", 1).await;
    let elsewhere = EnrolmentOrder {
        point: PointIdentity {
            id: "SP009".to_owned(),
            ..papers::point()
        },
        ..order("XG01")
    };
    let root = running.platform().public_key();
    let signed = running.platform().enrolment(&elsewhere).unwrap();
    let mut outsider = Terminal::claim(&running.url(), &signed, root, key(2))
        .await
        .unwrap();
    let number = papers::number("LY03", 1);
    let received = window.write(
        papers::received(number.clone(), 1, &[]),
        Some(case_id(1)),
        None,
    );
    window.push_all().await;
    judge(&running);
    let stranger = outsider.write(
        papers::accepted(number.clone()),
        Some(case_id(1)),
        Some(received),
    );
    let noise = outsider.write_raw("invented", b"{}", Some(case_id(1)), Some(received));
    outsider.push_all().await;
    judge(&running);
    for entry in [stranger, noise] {
        assert_eq!(reason(&outsider, entry).await, AttendReason::AuthorRevoked);
    }
    let accepted = window.write(papers::accepted(number), Some(case_id(1)), Some(received));
    window.push_all().await;
    judge(&running);
    assert_eq!(window.verdict(accepted).await, Some(Verdict::Ok));
    assert_eq!(numbers(&running).len(), 1);
    running.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn f22_a_code_that_a_restored_terminal_could_turn_into_is_not_granted() {
    let data = tempfile::tempdir().unwrap();
    let running = platform(&data).await;
    running.platform().enrolment(&order("LY03")).unwrap();
    for code in ["LY03K7", "LY03AA"] {
        let refused = running.platform().enrolment(&order(code));
        assert!(
            matches!(refused, Err(PlatformError::TerminalConfusable { .. })),
            "{code}"
        );
    }
    running.platform().enrolment(&order("LY03K")).unwrap();
    running.platform().enrolment(&order("LY04")).unwrap();
    running.stop().await;
}
