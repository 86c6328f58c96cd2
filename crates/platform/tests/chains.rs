//! Cases taken together: each goes to its own department, some only after others.

use crate::counter::{Terminal, case_id, cases::numbers, judge, life, papers, platform};
use yichuang_domain::{CaseNumber, CaseState};
use yichuang_platform::Running;
use yichuang_wire::{
    Verdict,
    payload::{ChainPart, Received},
};

const WHOLE: u32 = 90;

fn number(place: u32) -> CaseNumber {
    papers::number("LY03", place)
}

/// A sister at a place that waits for others.
fn sister(place: u32, waits_for: &[u32]) -> Received {
    Received {
        chain: Some(ChainPart {
            code: "CHAIN-01".to_owned(),
            name: "样例一件事".to_owned(),
            whole: number(WHOLE),
            place,
            of: 3,
            waits_for: waits_for.to_vec(),
            spared: Vec::new(),
        }),
        ..papers::received(number(place), place, &[])
    }
}

/// Takes three sisters in, the third waiting for the first two, and accepts them all.
async fn taken(running: &Running) -> Terminal {
    let mut terminal = Terminal::enrol(running, "LY03", 1).await;
    for (place, waits) in [(1, &[][..]), (2, &[]), (3, &[1, 2])] {
        let case = Some(case_id(u128::from(place)));
        let received = terminal.write(sister(place, waits), case, None);
        terminal.write(papers::accepted(number(place)), case, Some(received));
    }
    terminal.push_all().await;
    for _ in 0..2 {
        judge(running);
    }
    terminal
}

async fn steps_of(terminal: &Terminal, place: u32) -> Vec<String> {
    let told = terminal.progress().await.into_iter();
    let of = told.filter(|step| step.number == number(place));
    of.map(|step| step.step).collect()
}

#[tokio::test(flavor = "multi_thread")]
async fn a_sister_is_sent_out_by_itself_when_those_it_waits_for_were_granted() {
    let data = tempfile::tempdir().unwrap();
    let running = platform(&data).await;
    let terminal = taken(&running).await;
    assert_eq!(
        numbers(&running),
        [number(1).to_string(), number(2).to_string()]
    );
    assert_eq!(steps_of(&terminal, 3).await, ["等 1、2 出结果后自动送出"]);
    let platform = running.platform();
    platform
        .issue_result(&number(1).to_string(), &life::grant())
        .unwrap();
    assert_eq!(
        steps_of(&terminal, 3).await,
        ["等 1、2 出结果后自动送出", "等 2 出结果后自动送出"]
    );
    platform
        .issue_result(&number(2).to_string(), &life::grant())
        .unwrap();
    assert_eq!(numbers(&running).len(), 3);
    assert_eq!(
        steps_of(&terminal, 3).await.last().map(String::as_str),
        Some("已分发")
    );
    running.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_sister_whose_forerunner_came_to_nothing_stays_and_its_point_is_told_once() {
    let data = tempfile::tempdir().unwrap();
    let running = platform(&data).await;
    let mut terminal = taken(&running).await;
    let denied = running
        .platform()
        .issue_result(&number(1).to_string(), &life::deny("样例理由"));
    assert_eq!(denied.unwrap().state, CaseState::Denied);
    for _ in 0..2 {
        judge(&running);
    }
    let told = ["等 1、2 出结果后自动送出", "1 未办成，等窗口处理"];
    assert_eq!(steps_of(&terminal, 3).await, told);
    assert_eq!(numbers(&running).len(), 2);
    // Its point has read so, and ends it itself: no department has it.
    let read = terminal.catch_up().await;
    let withdrawn = terminal.write(life::withdrawn(number(3)), Some(case_id(3)), Some(read));
    terminal.push_from(terminal.head.seq).await;
    judge(&running);
    assert_eq!(terminal.verdict(withdrawn).await, Some(Verdict::Ok));
    running.stop().await;
}
