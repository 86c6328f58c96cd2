//! Cases taken over to a department's import, and slips printed ahead, without a window.

use serde_json::{Value, json};
use yichuang_tests::kit::{an_application, pdf_text, sample_id};

use super::Window;

const CODE: &str = "11370481MB9X11814D4370511004000";

fn text(value: &Value) -> &str {
    value.as_str().unwrap_or_default()
}

#[test]
fn cases_of_a_matter_are_exported_as_a_table_and_say_so() {
    let window = Window::open();
    let file = an_application().write_into(&window.folder.path().join("a"), &json!("accept"));
    let taken = window.ctl.good(&["intake", file.to_str().unwrap()]);
    let number = text(&taken["number"]);
    let csv = window.file("table.csv");
    let told = window
        .ctl
        .good(&["case", "export", "--matter", CODE, "--csv", &csv]);
    assert_eq!(told["cases"], 1);
    let table = std::fs::read_to_string(&csv).unwrap();
    assert!(
        table.starts_with('\u{feff}') && table.contains(number),
        "{table}"
    );
    assert!(table.contains(&sample_id(0)), "{table}");
    let shown = window.ctl.good(&["case", "show", number]);
    let events = shown["events"].as_array().unwrap();
    assert!(events.iter().any(|event| event["kind"] == "transcribed"));
    let named = ["case", "export", number, "--matter", CODE, "--csv", &csv];
    assert_eq!(window.ctl.good(&named)["cases"], 1);
    let other = [
        "case", "export", "--matter", CODE, "--state", "refused", "--csv", &csv,
    ];
    assert_eq!(window.ctl.refused(&other).code, "INPUT-001");
}

#[test]
fn slips_are_printed_listed_and_spoiled() {
    let window = Window::open();
    let pdf = window.file("slips.pdf");
    let told = window.ctl.good(&["slip", "print", "2", "--pdf", &pdf]);
    assert_eq!(told["copy"], 1);
    let shelf = window.ctl.good(&["slip", "list"]);
    assert_eq!(shelf["free"], 2);
    let sheets = pdf_text(&std::fs::read(&pdf).unwrap());
    let number = text(&shelf["rows"][0]["number"]);
    assert!(sheets.contains(number), "{number} is not on:\n{sheets}");
    let spoil = ["slip", "spoil", number, "--reason", "写坏了"];
    window.ctl.good(&spoil);
    assert_eq!(window.ctl.refused(&spoil).code, "CASE-001");
    let shelf = window.ctl.good(&["slip", "list"]);
    assert_eq!((&shelf["free"], &shelf["spoiled"]), (&json!(1), &json!(1)));
    let many = window.ctl.refused(&["slip", "print", "51", "--pdf", &pdf]);
    assert_eq!(many.code, "CASE-001");
}
