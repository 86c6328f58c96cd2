//! Paper follows disk: F09.

use std::{
    collections::BTreeSet,
    process::{Child, Stdio},
    time::{Duration, Instant},
};

use serde_json::{Value, json};
use yichuang_tests::kit::{Ctl, an_application, eventually, long, prepared_home};

use super::Dice;

const SEED: u64 = 9;

/// kill -9 after `delay`, unless it has ended by itself before; its output when it has.
pub(super) fn kill_after(mut child: Child, delay: Duration) -> Option<Value> {
    let begun = Instant::now();
    let ended = eventually("the program to end or its time to come", || {
        match child.try_wait().unwrap() {
            Some(status) => Some(Some(status)),
            None if begun.elapsed() >= delay => Some(None),
            None => None,
        }
    });
    // Gone already is what is wanted.
    let _ = child.kill();
    let output = child.wait_with_output().unwrap();
    ended.filter(std::process::ExitStatus::success)?;
    Some(serde_json::from_slice(&output.stdout).unwrap())
}

/// Starts a verb whose output is read afterwards.
pub(super) fn start(ctl: &Ctl, arguments: &[&str]) -> Child {
    ctl.command(arguments)
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .unwrap()
}

fn receipts(ctl: &Ctl, number: &str) -> Vec<(u64, String)> {
    let view = ctl.good(&["case", "show", number]);
    let papers = view["papers"].as_array().unwrap().iter();
    let receipts = papers.filter(|paper| paper["document"] == "receipt");
    receipts
        .map(|paper| {
            (
                paper["copy"].as_u64().unwrap(),
                paper["outcome"].as_str().unwrap().to_owned(),
            )
        })
        .collect()
}

#[test]
fn f09_killed_around_the_commit_a_case_keeps_its_number_and_gets_its_first_receipt() {
    let folder = tempfile::tempdir().unwrap();
    let ctl = Ctl::at(prepared_home(folder.path(), None));
    let mut dice = Dice(SEED);
    let mut told = BTreeSet::new();
    let begun = Instant::now();
    let write = |n: u32| {
        an_application()
            .by_number(n)
            .write_into(&folder.path().join(n.to_string()), &json!("accept"))
    };
    let first = ctl.good(&["intake", write(0).to_str().unwrap()]);
    told.insert(first["number"].as_str().unwrap().to_owned());
    let usual = u64::try_from(begun.elapsed().as_micros()).unwrap();
    for n in 1..=if long() { 200 } else { 15 } {
        let child = start(&ctl, &["intake", write(n).to_str().unwrap()]);
        let delay = Duration::from_micros(usual / 4 + dice.roll(usual));
        if let Some(done) = kill_after(child, delay) {
            assert!(
                told.insert(done["number"].as_str().unwrap().to_owned()),
                "a number came twice: {done}"
            );
        }
    }
    // The next program that opens the home makes the papers that were called for.
    ctl.good(&["journal", "rebuild"]);
    let listed = ctl.numbers();
    let numbers: BTreeSet<_> = listed.iter().cloned().collect();
    assert_eq!(numbers.len(), listed.len(), "no number is used twice");
    assert!(numbers.is_superset(&told), "{told:?} against {listed:?}");
    for number in &numbers {
        assert_eq!(
            receipts(&ctl, number),
            [(1, "ready".to_owned())],
            "{number}"
        );
        let pdf = folder.path().join("receipt.pdf");
        ctl.good(&["receipt", number, "--pdf", pdf.to_str().unwrap()]);
        assert!(
            yichuang_tests::kit::pdf_text(&std::fs::read(&pdf).unwrap()).contains(number.as_str())
        );
    }
    assert!(ctl.entries() > 0);
    assert_eq!(ctl.good(&["journal", "rebuild"])["equal"], true);
}
