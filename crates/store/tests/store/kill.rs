//! kill -9 in the middle of writing: whatever was acknowledged is there.

use std::{
    collections::BTreeSet,
    io::{BufRead as _, BufReader, Write as _},
    process::{Command, Stdio},
};

use yichuang_domain::CaseNumber;

use crate::support::*;

const HOME: &str = "YICHUANG_TEST_KILL_HOME";
const ROUND: &str = "YICHUANG_TEST_KILL_ROUND";
const KILLS: u64 = 10;

/// Takes cases in and says so until it is killed. Started by the test below, never by itself.
#[test]
#[ignore = "the other half of acknowledged_cases_survive_kill_9"]
fn child_that_takes_cases_in_until_killed() {
    let Ok(folder) = std::env::var(HOME) else {
        return;
    };
    let round: u128 = std::env::var(ROUND).unwrap().parse().unwrap();
    let store = open_with_seed(folder.as_ref(), MACHINE, 1_000 + round as u64).unwrap();
    let mut out = std::io::stdout().lock();
    for n in 0.. {
        let page = format!("page {round}/{n}");
        let file = store
            .put_file(page.as_bytes(), "image/jpeg", "1", morning())
            .unwrap();
        let number = take_in_with(&store, round * 1_000_000 + n, "王秀兰", |body| {
            body.materials = vec![material("MAT-1", vec![file])];
        });
        writeln!(out, "\nack {number}").unwrap();
        out.flush().unwrap();
    }
}

#[test]
fn acknowledged_cases_survive_kill_9() {
    let mut desk = Desk::new();
    desk.close();
    let mut acknowledged = BTreeSet::new();
    for round in 0..KILLS {
        let mut child = Command::new(std::env::current_exe().unwrap())
            .args([
                "--exact",
                "kill::child_that_takes_cases_in_until_killed",
                "--ignored",
                "--nocapture",
            ])
            .env(HOME, desk.folder())
            .env(ROUND, round.to_string())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .unwrap();
        let lines = BufReader::new(child.stdout.take().unwrap()).lines();
        let mut acks = lines.filter_map(|line| line.ok()?.strip_prefix("ack ").map(str::to_owned));
        // A different number of cases each round; the kill falls wherever the next one then is.
        for ack in acks.by_ref().take(3 + usize::try_from(round).unwrap() * 2) {
            assert!(acknowledged.insert(ack), "a number was given twice");
        }
        child.kill().unwrap();
        // What was said before the kill took effect counts too.
        for ack in acks {
            assert!(acknowledged.insert(ack), "a number was given twice");
        }
        child.wait().unwrap();
    }
    let store = desk.reopen();
    assert!(acknowledged.len() >= 3 * usize::try_from(KILLS).unwrap());
    for ack in &acknowledged {
        let number = CaseNumber::parse(ack).unwrap();
        let cases = store.read(|r| r.cases_by_number(&number)).unwrap();
        assert_eq!(cases.len(), 1, "{ack}");
        let page = store.read(|r| r.materials(cases[0].id)).unwrap()[0].files[0].sha256;
        assert!(store.read_file(&page).is_ok(), "the page of {ack}");
    }
    assert!(store.read(|r| r.verify()).unwrap().ok());
    let live = store.read(|r| r.projection_digest()).unwrap();
    assert_eq!(store.write(|tx| tx.rebuild()).unwrap(), live);
}
