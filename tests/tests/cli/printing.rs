//! Printers and papers on the command line.

use std::process::Stdio;

use serde_json::{Value, json};
use yichuang_device::simulator::IppPrinter;
use yichuang_tests::kit::{Ctl, Who, an_application};

use super::Window;

/// A verb of somebody who may set printers up.
fn as_supervisor(ctl: &Ctl, window: &Window, arguments: &[&str]) -> Value {
    let who = Who::Supervisor;
    let file = window.file("password");
    std::fs::write(&file, who.password()).unwrap();
    let said = ctl
        .command(&[&["--operator", who.name()], arguments].concat())
        .env("YICHUANG_PASSWORD_FILE", file)
        .stdin(Stdio::null())
        .output()
        .unwrap();
    assert!(
        said.status.success(),
        "{}",
        String::from_utf8_lossy(&said.stderr)
    );
    serde_json::from_slice(&said.stdout).unwrap()
}

#[test]
fn a_printer_is_set_up_tried_and_given_a_document_and_its_papers_are_waited_for() {
    let window = Window::open();
    let ctl = &window.ctl;
    let service = IppPrinter::start().unwrap();
    let address = service.link().to_string();
    let add = [
        "printers",
        "add",
        "样例激光机",
        "--kind",
        "ipp",
        "--address",
        &address,
    ];
    assert_eq!(ctl.refused(&add).code, "OPS-004");
    let board = as_supervisor(ctl, &window, &add);
    let printer = board["printers"][0]["id"].as_str().unwrap().to_owned();
    let tried = ctl.good(&["printers", "try", &printer]);
    assert_eq!(tried["outcome"], "done");
    let route = [
        "printers",
        "route",
        "receipt",
        "--sheet",
        "a4",
        "--printer",
        &printer,
    ];
    as_supervisor(ctl, &window, &route);
    let file = an_application().write_into(&window.folder.path().join("1"), &json!("accept"));
    let number = ctl.good(&["intake", file.to_str().unwrap()])["number"].clone();
    let shelf = ctl.good(&["papers", "list"]);
    let waiting = shelf["waiting"].as_array().unwrap();
    let receipt = waiting
        .iter()
        .find(|row| row["paper"]["document"] == "receipt")
        .unwrap();
    assert_eq!(receipt["number"], number);
    let id = receipt["paper"]["id"].as_str().unwrap();
    let pdf = window.file("receipt.pdf");
    ctl.good(&["papers", "print", id, "--to", &pdf]);
    let sent = ctl.good(&["papers", "print", id]);
    assert_eq!(sent[0]["outcome"], "done");
    let job = service.received().pop().unwrap();
    assert_eq!(
        (job.media.as_str(), job.bytes),
        ("iso_a4_210x297mm", std::fs::read(pdf).unwrap())
    );
    let others: Vec<_> = waiting
        .iter()
        .filter(|row| row["paper"]["document"] != "receipt")
        .collect();
    let other = others[0]["paper"]["id"].as_str().unwrap();
    assert_eq!(
        ctl.good(&["papers", "cancel", other])["papers"][0]["outcome"],
        "cancelled"
    );
    let board = as_supervisor(ctl, &window, &["printers", "remove", &printer]);
    assert_eq!(board["printers"], json!([]));
}
