//! kill -9 while tickets are given out: no number twice, none that was told is lost.

use std::{
    collections::BTreeSet,
    io::{BufRead as _, BufReader},
    path::Path,
    process::{Command, Stdio},
    sync::Arc,
};

use chrono::{DateTime, Utc};
use yichuang_app::{
    Desk, FixedClock, Host,
    ipc::{Nothing, TakeTicket},
};
use yichuang_tests::kit::{Who, assets, long, prepared_home, program};

use super::Dice;

const SEED: u64 = 61;

/// Numbers that were told until the program was killed, in the middle of giving the next one.
fn told_until_killed(home: &Path, now: DateTime<Utc>, after: u64) -> Vec<String> {
    let mut child = Command::new(program("ticket-taker"))
        .arg(home)
        .arg(now.to_rfc3339())
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .unwrap();
    let mut lines = BufReader::new(child.stdout.take().unwrap()).lines();
    let mut told = Vec::new();
    for _ in 0..after {
        told.push(lines.next().unwrap().unwrap());
    }
    child.kill().unwrap();
    child.wait().unwrap();
    // What it told before it died counts as well.
    told.extend(lines.map_while(Result::ok));
    told
}

#[test]
fn killed_while_tickets_are_given_no_number_comes_twice_and_none_that_was_told_is_lost() {
    let folder = tempfile::tempdir().unwrap();
    let home = prepared_home(folder.path(), None);
    // The tickets of one day, also when the test runs at its end.
    let now = Utc::now();
    let mut dice = Dice(SEED);
    let mut told = Vec::new();
    for _ in 0..if long() { 60 } else { 5 } {
        told.extend(told_until_killed(&home, now, 1 + dice.roll(3)));
    }
    let unique: BTreeSet<_> = told.iter().cloned().collect();
    assert_eq!(unique.len(), told.len(), "{told:?}");

    let desk = Desk::open(Host {
        clock: Arc::new(FixedClock::new(now)),
        print_folder: folder.path().join("prints"),
        ..Host::command(home, assets())
    });
    let clerk = Who::Clerk;
    desk.sign_in_by_name(clerk.name(), clerk.password())
        .unwrap();
    let waiting = desk.queue_board(Nothing {}).unwrap().waiting;
    let kept: BTreeSet<_> = waiting.iter().map(|one| one.number.clone()).collect();
    assert_eq!(kept.len(), waiting.len());
    assert!(kept.is_superset(&unique), "{unique:?} against {kept:?}");
    let counted: BTreeSet<_> = (1..=kept.len()).map(|n| format!("A{n:03}")).collect();
    assert_eq!(kept, counted, "no gaps");
    let next = desk.take_ticket(TakeTicket {
        business: "A".to_owned(),
        priority: String::new(),
        booking: String::new(),
    });
    let number = next.unwrap().ticket.number;
    assert_eq!(number, format!("A{:03}", kept.len() + 1));
}
