//! `receipt verify`: from the QR text, the file or standard input, with a home and without one.

use std::{
    io::Write as _,
    process::{Command, Output, Stdio},
};

use serde_json::{Value, json};
use yichuang_tests::kit::{an_application, assets, pdf_text, program, refusal, symbols};

use super::Window;

/// The program on a machine that has no home, with the platform's root key alone.
fn elsewhere(arguments: &[&str]) -> Output {
    Command::new(program("yichuangctl"))
        .args(arguments)
        .arg("--root")
        .arg(assets().join("demo/enrolment.json"))
        .env_clear()
        .stdin(Stdio::null())
        .output()
        .unwrap()
}

fn told(output: &Output) -> Value {
    serde_json::from_slice(&output.stdout)
        .unwrap_or_else(|error| panic!("{error}: {}", String::from_utf8_lossy(&output.stderr)))
}

fn receipt(window: &Window) -> (String, String, Vec<u8>) {
    let folder = window.folder.path().join("intake");
    let file = an_application().write_into(&folder, &json!("accept"));
    let done = window.ctl.good(&["intake", file.to_str().unwrap()]);
    let number = done["number"].as_str().unwrap().to_owned();
    let pdf = window.file("receipt.pdf");
    window.ctl.good(&["receipt", &number, "--pdf", &pdf]);
    let bytes = std::fs::read(&pdf).unwrap();
    (number, pdf, bytes)
}

#[test]
fn a_receipt_verifies_where_there_is_no_home() {
    let window = Window::open();
    let (number, pdf, bytes) = receipt(&window);
    assert!(pdf_text(&bytes).contains(&number));
    let line = symbols(&bytes, 200).remove(0);
    for what in [pdf.as_str(), line.as_str()] {
        let output = elsewhere(&["receipt", "verify", what]);
        assert_eq!(output.status.code(), Some(0));
        let told = told(&output);
        assert_eq!(told["holds"], true, "{told}");
        assert_eq!(told["said"], "与签发时一致");
        assert_eq!(told["number"], number);
        assert_eq!(told["point"], "SP004");
        assert_eq!(told["point_name"], Value::Null);
    }
    let here = window.ctl.good(&["receipt", "verify", &pdf]);
    assert_eq!(here["holds"], true);
    assert_ne!(
        here["point_name"],
        Value::Null,
        "a home knows the point's name"
    );
}

#[test]
fn what_does_not_hold_and_what_cannot_be_read_end_differently() {
    let window = Window::open();
    let (_, _, bytes) = receipt(&window);
    let line = symbols(&bytes, 200).remove(0);
    let turned = line.replacen('A', "B", 1);
    let output = elsewhere(&["receipt", "verify", &turned]);
    match output.status.code() {
        Some(3) => assert_eq!(told(&output)["holds"], false),
        code => assert_eq!(
            (code, refusal(&output).code.as_str()),
            (Some(1), "RECEIPT-004")
        ),
    }
    let number = elsewhere(&["receipt", "verify", "LY03-20261123-0001-2"]);
    assert_eq!(refusal(&number).code, "RECEIPT-001");
    let torn = window.file("torn.pdf");
    std::fs::write(&torn, &bytes[..900]).unwrap();
    let refused = refusal(&elsewhere(&["receipt", "verify", &torn]));
    assert_eq!(refused.code, "RECEIPT-102");
    let huge = window.file("huge.pdf");
    std::fs::write(&huge, vec![b'%'; 9 * 1024 * 1024]).unwrap();
    assert_eq!(
        refusal(&elsewhere(&["receipt", "verify", &huge])).code,
        "CLI-001"
    );
    let homeless = Command::new(program("yichuangctl"))
        .args([
            "--home",
            &window.file("nowhere"),
            "receipt",
            "verify",
            &line,
        ])
        .output()
        .unwrap();
    assert_eq!(refusal(&homeless).code, "HOME-002");
}

#[test]
fn a_line_and_a_file_come_through_standard_input() {
    let window = Window::open();
    let (number, _, bytes) = receipt(&window);
    let line = symbols(&bytes, 200).remove(0);
    for input in [bytes.as_slice(), line.as_bytes()] {
        let mut command = window.ctl.command(&["receipt", "verify", "-"]);
        let mut running = command
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()
            .unwrap();
        running.stdin.take().unwrap().write_all(input).unwrap();
        let output = running.wait_with_output().unwrap();
        assert_eq!(told(&output)["number"], number);
    }
}
