//! Paper follows disk: F09.

use std::{
    collections::BTreeSet,
    path::{Path, PathBuf},
    process::{Child, Stdio},
    time::{Duration, Instant},
};

use serde_json::{Value, json};
use yichuang_app::{Desk, Host, ipc::KeepPrinter};
use yichuang_device::simulator::IppPrinter;
use yichuang_tests::kit::{Ctl, Who, an_application, assets, eventually, long, prepared_home};

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

/// A closed demo home with this printer.
fn home_with_printer(folder: &Path, printer: &IppPrinter) -> PathBuf {
    let home = prepared_home(folder, None);
    let desk = Desk::open(Host::command(home.clone(), assets()));
    let who = Who::Supervisor;
    desk.sign_in_by_name(who.name(), who.password()).unwrap();
    let link = printer.link();
    desk.keep_printer(KeepPrinter {
        id: None,
        name: "样例激光机".to_owned(),
        kind: link.kind().to_owned(),
        address: link.to_string(),
        width: None,
        cutter: false,
        text_mode: false,
    })
    .unwrap();
    desk.close();
    home
}

/// The id of a case's only receipt.
fn receipt_of(ctl: &Ctl, number: &str) -> String {
    let view = ctl.good(&["case", "show", number]);
    let mut papers = view["papers"].as_array().unwrap().iter();
    let receipt = papers.find(|paper| paper["document"] == "receipt");
    receipt.unwrap()["id"].as_str().unwrap().to_owned()
}

/// How often the trail of a case says that its receipt was made, and as which copy.
fn print_log(ctl: &Ctl, number: &str) -> Vec<String> {
    let view = ctl.good(&["case", "show", number]);
    let events = view["events"].as_array().unwrap().iter();
    let receipts = events
        .filter(|event| event["kind"] == "printed" && event["params"]["document"] == "receipt");
    let copy = |event: &Value| event["params"]["copy"].as_str().unwrap().to_owned();
    receipts.map(copy).collect()
}

#[test]
fn f09_killed_after_the_print_command_the_case_stands_and_its_receipt_comes_out_once() {
    let folder = tempfile::tempdir().unwrap();
    let service = IppPrinter::start().unwrap();
    let ctl = Ctl::at(home_with_printer(folder.path(), &service));
    let mut dice = Dice(SEED);
    let mut told = Vec::new();
    for n in 1..=if long() { 200 } else { 10 } {
        let application = an_application().by_number(n);
        let file = application.write_into(&folder.path().join(n.to_string()), &json!("accept"));
        let number = ctl.good(&["intake", file.to_str().unwrap()])["number"].clone();
        let number = number.as_str().unwrap().to_owned();
        let child = start(&ctl, &["papers", "print", &receipt_of(&ctl, &number)]);
        // Most are killed 50 ms after the command, some later, when the printer may have it.
        let delay = Duration::from_millis(50 + if n % 2 == 0 { dice.roll(400) } else { 0 });
        kill_after(child, delay);
        told.push(number);
    }
    // What was on its way is asked for, and what never left goes now.
    ctl.good(&["papers", "print"]);
    let left = told.iter().map(|number| receipt_of(&ctl, number));
    let left: Vec<_> = ["papers", "print"]
        .map(str::to_owned)
        .into_iter()
        .chain(left)
        .collect();
    for paper in ctl.good(&left).as_array().unwrap() {
        assert_eq!(paper["outcome"], "done", "{paper}");
    }
    let listed = ctl.numbers();
    assert_eq!(BTreeSet::from_iter(&listed), BTreeSet::from_iter(&told));
    assert_eq!(listed.len(), told.len(), "no number is used twice");
    for number in &told {
        assert_eq!(receipts(&ctl, number), [(1, "done".to_owned())], "{number}");
        assert_eq!(print_log(&ctl, number), ["1"], "{number}");
    }
    assert_eq!(
        service.came_out().len(),
        told.len(),
        "each receipt once on paper"
    );
    assert!(ctl.entries() > 0);
    assert_eq!(ctl.good(&["journal", "rebuild"])["equal"], true);
}
