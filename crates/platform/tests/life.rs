//! What a point does with a case after receipt, judged.

use crate::counter::{
    Terminal, case_id,
    cases::{numbers, reason, whole_case},
    judge,
    life::{self, Dated, date},
    papers, platform, uploads,
};
use yichuang_domain::{CaseState, HandIn, case::RequestKind, slip::SlipReason};
use yichuang_platform::{ReviewStep, Running};
use yichuang_wire::{
    AttendReason, Hash, Verdict,
    payload::{Payload, Received, SlipEntry},
};

fn number(n: u32) -> yichuang_domain::CaseNumber {
    papers::number("LY03", n)
}

fn state(running: &Running, n: u32) -> Option<CaseState> {
    let case = running
        .platform()
        .storage()
        .case_by_number(&number(n).to_string());
    case.unwrap().and_then(|case| case.state)
}

fn step(state: CaseState) -> ReviewStep {
    ReviewStep {
        step: "审核".to_owned(),
        office: life::OFFICE.to_owned(),
        state,
        note: None,
    }
}

fn review(running: &Running, n: u32, to: CaseState) {
    let reviewed = running.platform().review(&number(n).to_string(), &step(to));
    assert_eq!(reviewed.unwrap().state, to);
}

/// A case dispatched to its department, and a terminal that has not read so.
async fn dispatched(running: &Running) -> (Terminal, Hash) {
    let mut terminal = Terminal::enrol(running, "LY03", 1).await;
    let (_, accepted) = whole_case(&mut terminal, 1, case_id(1), 1);
    terminal.push_all().await;
    judge(running);
    assert_eq!(state(running, 1), Some(CaseState::Dispatched));
    (terminal, accepted)
}

#[tokio::test(flavor = "multi_thread")]
async fn what_ends_at_its_point_before_dispatch_never_reaches_a_department() {
    let data = tempfile::tempdir().unwrap();
    let running = platform(&data).await;
    let mut terminal = Terminal::enrol(&running, "LY03", 1).await;
    let received = terminal.write(papers::received(number(1), 1, &[]), Some(case_id(1)), None);
    let withdrawn = terminal.write(life::withdrawn(number(1)), Some(case_id(1)), Some(received));
    let archived = terminal.write(life::archived(number(1)), Some(case_id(1)), Some(withdrawn));
    let (_, accepted) = whole_case(&mut terminal, 2, case_id(2), 2);
    let also = terminal.write(life::withdrawn(number(2)), Some(case_id(2)), Some(accepted));
    let received = terminal.write(papers::received(number(3), 3, &[]), Some(case_id(3)), None);
    let forwarded = terminal.write(life::forwarded(number(3)), Some(case_id(3)), Some(received));
    terminal.push_all().await;
    judge(&running);
    for entry in [withdrawn, archived, also, forwarded] {
        assert_eq!(terminal.verdict(entry).await, Some(Verdict::Ok));
    }
    assert!(numbers(&running).is_empty());
    assert_eq!(state(&running, 1), Some(CaseState::Archived));
    assert_eq!(state(&running, 2), Some(CaseState::Withdrawn));
    // What the other place's authority does with it comes back as steps.
    review(&running, 3, CaseState::InProcess);
    review(&running, 3, CaseState::Granted);
    let told = terminal.progress().await.pop().unwrap();
    assert_eq!(
        (told.state, told.platform_number),
        (CaseState::Granted, None)
    );
    running.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_withdrawal_the_dispatch_has_overtaken_conflicts_and_a_reviewer_decides() {
    for granted in [true, false] {
        let data = tempfile::tempdir().unwrap();
        let running = platform(&data).await;
        let (mut terminal, accepted) = dispatched(&running).await;
        let withdrawn =
            terminal.write(life::withdrawn(number(1)), Some(case_id(1)), Some(accepted));
        let from = terminal.head.seq;
        terminal.push_from(from).await;
        judge(&running);
        assert!(matches!(
            terminal.verdict(withdrawn).await,
            Some(Verdict::Conflict { .. })
        ));
        assert_eq!(state(&running, 1), Some(CaseState::Dispatched));
        review(&running, 1, CaseState::InProcess);
        let open = running.platform().requests().unwrap();
        assert_eq!(open.len(), 1);
        assert_eq!((open[0].request, open[0].overtaken), (withdrawn, true));
        assert_eq!(open[0].what, RequestKind::Withdraw);
        let number = number(1).to_string();
        let answer = life::answer(granted);
        let answered = running.platform().answer(&number, &answer).unwrap();
        let expected = if granted {
            CaseState::Withdrawn
        } else {
            CaseState::InProcess
        };
        assert_eq!(answered.state, expected);
        assert_eq!(terminal.verdict(withdrawn).await, Some(Verdict::Ok));
        assert!(running.platform().requests().unwrap().is_empty());
        assert!(running.platform().answer(&number, &answer).is_err());
        running.stop().await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_point_that_has_read_of_the_dispatch_may_only_ask() {
    let data = tempfile::tempdir().unwrap();
    let running = platform(&data).await;
    let (mut terminal, accepted) = dispatched(&running).await;
    let read = terminal.catch_up().await;
    let asked = terminal.write(
        life::requested(number(1), RequestKind::Void),
        Some(case_id(1)),
        Some(read),
    );
    let urged = terminal.write(
        life::requested(number(1), RequestKind::Urge),
        Some(case_id(1)),
        Some(asked),
    );
    let unlawful = terminal.write(life::withdrawn(number(1)), Some(case_id(1)), Some(urged));
    terminal.push_from(4).await;
    judge(&running);
    assert_ne!(read, accepted);
    for entry in [asked, urged] {
        assert_eq!(terminal.verdict(entry).await, Some(Verdict::Ok));
    }
    assert_eq!(reason(&terminal, unlawful).await, AttendReason::IllegalMove);
    let open = running.platform().requests().unwrap();
    let whats: Vec<RequestKind> = open.iter().map(|one| one.what).collect();
    assert_eq!(whats, [RequestKind::Void, RequestKind::Urge]);
    let number = number(1).to_string();
    let mut answer = life::answer(true);
    answer.request = Some(urged);
    let answered = running.platform().answer(&number, &answer).unwrap();
    assert_eq!(
        answered.state,
        CaseState::Dispatched,
        "urging moves nothing"
    );
    let answered = running
        .platform()
        .answer(&number, &life::answer(true))
        .unwrap();
    assert_eq!(answered.state, CaseState::Terminated);
    running.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn what_was_supplied_belongs_to_the_case_which_waits_for_its_pages() {
    let data = tempfile::tempdir().unwrap();
    let running = platform(&data).await;
    let mut terminal = Terminal::enrol(&running, "LY03", 1).await;
    let page = uploads::picture(2_000);
    let case = Some(case_id(1));
    let received = terminal.write(papers::received(number(1), 1, &[]), case, None);
    let asked = terminal.write(life::correction_asked(number(1)), case, Some(received));
    let supplied = terminal.write(life::supplied(number(1), &page), case, Some(asked));
    let accepted = terminal.write(papers::accepted(number(1)), case, Some(supplied));
    terminal.push_all().await;
    judge(&running);
    assert!(matches!(
        terminal.verdict(supplied).await,
        Some(Verdict::Waiting { .. })
    ));
    assert_eq!(
        terminal.verdict(accepted).await,
        Some(Verdict::Ok),
        "what follows is judged meanwhile"
    );
    assert!(numbers(&running).is_empty());
    let path = uploads::open(&terminal, case_id(1), &page).await;
    uploads::append(&terminal, &path, 0, &page).await;
    judge(&running);
    assert_eq!(terminal.verdict(supplied).await, Some(Verdict::Ok));
    assert_eq!(numbers(&running), [number(1).to_string()]);
    running.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_result_arrives_is_handed_over_and_the_file_is_closed() {
    let data = tempfile::tempdir().unwrap();
    let running = platform(&data).await;
    let (mut terminal, _) = dispatched(&running).await;
    review(&running, 1, CaseState::Granted);
    let read = terminal.catch_up().await;
    // The department says the same that the point writes: both noticed it.
    review(&running, 1, CaseState::ReadyForPickup);
    let case = Some(case_id(1));
    let arrived = terminal.write(life::arrived(number(1)), case, Some(read));
    let delivered = terminal.write(life::delivered(number(1)), case, Some(arrived));
    let rest = terminal.write(life::delivered(number(1)), case, Some(delivered));
    let archived = terminal.write(life::archived(number(1)), case, Some(rest));
    terminal.push_from(4).await;
    judge(&running);
    for entry in [arrived, delivered, rest, archived] {
        assert_eq!(terminal.verdict(entry).await, Some(Verdict::Ok));
    }
    assert_eq!(state(&running, 1), Some(CaseState::Archived));
    running.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn two_counters_that_both_hand_a_result_over_contradict_one_another() {
    let data = tempfile::tempdir().unwrap();
    let running = platform(&data).await;
    let (mut terminal, _) = dispatched(&running).await;
    let mut other = Terminal::enrol(&running, "LY04", 4).await;
    review(&running, 1, CaseState::Granted);
    let read = terminal.catch_up().await;
    let case = Some(case_id(1));
    let first = terminal.write(life::delivered(number(1)), case, Some(read));
    terminal.push_from(4).await;
    judge(&running);
    let second = other.write(life::delivered(number(1)), case, Some(read));
    other.push_all().await;
    judge(&running);
    assert_eq!(terminal.verdict(first).await, Some(Verdict::Ok));
    assert_eq!(
        other.verdict(second).await,
        Some(Verdict::Conflict { with: first })
    );
    running.stop().await;
}

/// A case received on Monday that the law wants something told of by the next Monday.
fn licence(n: u32) -> Received {
    Received {
        notify_by: Some(date(11, 30)),
        ..papers::received(number(n), n, &[])
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn silence_is_acceptance_told_once_and_only_when_nothing_can_be_under_way() {
    let data = tempfile::tempdir().unwrap();
    let Dated { running, .. } = &Dated::start(data.path(), date(12, 2)).await;
    let mut terminal = Terminal::enrol(running, "LY03", 1).await;
    terminal.calls_at = Some(life::noon(date(12, 2)));
    terminal.clock = life::noon(papers::day());
    let received = terminal.write(licence(1), Some(case_id(1)), None);
    let free = terminal.write(papers::received(number(2), 2, &[]), Some(case_id(2)), None);
    terminal.push_all().await;
    judge(running);
    assert_eq!(
        state(running, 1),
        Some(CaseState::Received),
        "a notice may still be on its way"
    );
    terminal.clock = life::noon(date(12, 2));
    terminal.write_raw("signed_in", br#"{"name":"x","how":"window"}"#, None, None);
    terminal.push_from(4).await;
    for _ in 0..2 {
        judge(running);
    }
    assert_eq!(terminal.told().await, ["deemed_accepted", "progress"]);
    assert_eq!(state(running, 1), Some(CaseState::Dispatched));
    assert_eq!(state(running, 2), Some(CaseState::Received));
    // The terminal notices the same fact, and its clerk accepts.
    let own = terminal.write(
        life::deemed(number(1), date(11, 30)),
        Some(case_id(1)),
        Some(received),
    );
    let accepted = terminal.write(papers::accepted(number(1)), Some(case_id(1)), Some(own));
    terminal.push_from(5).await;
    judge(running);
    for entry in [free, own, accepted] {
        assert_eq!(terminal.verdict(entry).await, Some(Verdict::Ok));
    }
    assert_eq!(terminal.told().await.len(), 2, "nothing is told twice");
}

#[tokio::test(flavor = "multi_thread")]
async fn acceptance_by_silence_that_its_terminal_noticed_is_not_told_again() {
    let data = tempfile::tempdir().unwrap();
    let dated = Dated::start(data.path(), date(12, 2)).await;
    let running = &dated.running;
    let mut terminal = Terminal::enrol(running, "LY03", 1).await;
    terminal.calls_at = Some(life::noon(date(12, 2)));
    terminal.clock = life::noon(papers::day());
    let received = terminal.write(licence(1), Some(case_id(1)), None);
    terminal.clock = life::noon(date(12, 1));
    let own = terminal.write(
        life::deemed(number(1), date(11, 30)),
        Some(case_id(1)),
        Some(received),
    );
    let deferred = terminal.write(
        yichuang_wire::payload::Accepted {
            state: CaseState::AcceptedDeferred,
            ..papers::accepted(number(1))
        },
        Some(case_id(1)),
        Some(own),
    );
    terminal.push_all().await;
    judge(running);
    dated.turn_to(date(12, 5));
    judge(running);
    terminal.calls_at = Some(life::noon(date(12, 5)));
    assert_eq!(terminal.told().await, ["progress"]);
    for entry in [own, deferred] {
        assert_eq!(terminal.verdict(entry).await, Some(Verdict::Ok));
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_number_given_ahead_on_a_slip_is_of_the_day_it_was_printed() {
    let data = tempfile::tempdir().unwrap();
    let running = platform(&data).await;
    let mut terminal = Terminal::enrol(&running, "LY03", 1).await;
    let ahead = yichuang_domain::CaseNumber::mint("LY03", date(10, 12), 7).unwrap();
    let received = Received {
        slip: Some(SlipEntry {
            why: SlipReason::ALL[0],
            words: String::new(),
            files: Vec::new(),
            entered_on: date(11, 25),
            leave: None,
        }),
        ..papers::received(ahead.clone(), 1, &[])
    };
    let entry = terminal.write(received, Some(case_id(1)), None);
    terminal.push_all().await;
    judge(&running);
    assert_eq!(terminal.verdict(entry).await, Some(Verdict::Ok));
    running.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn facts_contradict_nothing_from_whichever_base() {
    let data = tempfile::tempdir().unwrap();
    let running = platform(&data).await;
    let (mut terminal, accepted) = dispatched(&running).await;
    let case = Some(case_id(1));
    let deferred = Payload::from(life::supplied(number(1), b""));
    let Payload::Supplied(mut supplied) = deferred else {
        unreachable!()
    };
    supplied.materials[0].how = Some(HandIn::OriginalSeen);
    supplied.materials[0].files.clear();
    let facts = [
        terminal.write(supplied, case, Some(accepted)),
        terminal.write(
            life::requested(number(1), RequestKind::Urge),
            case,
            Some(accepted),
        ),
        terminal.write(papers::printed(number(1)), case, Some(accepted)),
    ];
    terminal.push_from(4).await;
    judge(&running);
    for fact in facts {
        assert_eq!(terminal.verdict(fact).await, Some(Verdict::Ok));
    }
    assert_eq!(state(&running, 1), Some(CaseState::Dispatched));
    running.stop().await;
}
