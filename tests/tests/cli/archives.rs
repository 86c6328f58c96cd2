//! `archive`: a package written by one machine and checked by another, which has neither home nor
//! network.

use std::process::{Command, Output, Stdio};

use serde_json::{Value, json};
use yichuang_tests::kit::{an_application, closed_case, program, refusal};

use super::Window;

/// The program on a machine that has nothing of the product but itself.
fn elsewhere(file: &str) -> Output {
    Command::new(program("yichuangctl"))
        .args(["archive", "verify", file])
        .env_clear()
        .stdin(Stdio::null())
        .output()
        .unwrap()
}

fn told(output: &Output) -> Value {
    serde_json::from_slice(&output.stdout)
        .unwrap_or_else(|error| panic!("{error}: {}", String::from_utf8_lossy(&output.stderr)))
}

#[test]
fn a_package_is_written_and_checked_where_there_is_no_home() {
    let window = Window::open();
    let folder = window.folder.path().join("intake");
    let number = closed_case(&window.ctl, &folder, &an_application());
    let stick = window.file("stick");
    let write = ["archive", "write", &number, "--to", &stick];
    let package = window.ctl.good(&write);
    let place = package["place"].as_str().unwrap();
    assert_eq!(place, format!("{stick}/{number}.zip"));
    assert_eq!(package["already"], false);
    assert_eq!(window.ctl.good(&write)["already"], true);

    let output = elsewhere(place);
    assert_eq!(output.status.code(), Some(0));
    let whole = told(&output);
    assert_eq!(whole["holds"], true, "{whole}");
    assert_eq!(whole["number"], number);
    assert_eq!(whole["parts"], package["parts"]);

    let mut bytes = std::fs::read(place).unwrap();
    let page = bytes.windows(5).position(|run| run == b"%PDF-").unwrap();
    bytes[page + 20] ^= 1;
    let changed = window.file("changed.zip");
    std::fs::write(&changed, &bytes).unwrap();
    let output = elsewhere(&changed);
    assert_eq!(output.status.code(), Some(3));
    let found = told(&output);
    assert_eq!(found["problems"][0]["code"], "ARCHIVE-111", "{found}");
    let part = found["problems"][0]["part"].as_str().unwrap();
    assert!(part.starts_with("文书/01-"), "{part}");

    std::fs::write(&changed, &bytes[..bytes.len() / 2]).unwrap();
    let output = elsewhere(&changed);
    assert_eq!(output.status.code(), Some(1));
    assert_eq!(refusal(&output).code, "ARCHIVE-102");
    assert_eq!(
        refusal(&elsewhere(&window.file("none.zip"))).code,
        "CLI-001"
    );
}

#[test]
fn an_open_file_is_not_written() {
    let window = Window::open();
    let file = an_application().write_into(&window.folder.path().join("intake"), &json!("receive"));
    let done = window.ctl.good(&["intake", file.to_str().unwrap()]);
    let number = done["number"].as_str().unwrap();
    let stick = window.file("stick");
    let refused = window
        .ctl
        .refused(&["archive", "write", number, "--to", &stick]);
    assert_eq!(refused.code, "CASE-003");
    assert!(!std::path::Path::new(&stick).exists(), "nothing was made");
}
