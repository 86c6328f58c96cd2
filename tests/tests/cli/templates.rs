//! `template`: what papers say as data, without a home.

use std::fs;

use yichuang_tests::kit::{Ctl, assets, pdf_text};

#[test]
fn templates_are_listed_checked_and_looked_at_without_a_home() {
    let folder = tempfile::tempdir().unwrap();
    let home = folder.path().join("home");
    let ctl = Ctl::at(&home);
    let listed = ctl.said(&["template", "list"]);
    for line in [
        r#"{"kind":"template","of":"receipt","version":1,"name":"接收凭证"}"#,
        r#"{"kind":"profile","of":"default","version":1,"#,
        r#"{"kind":"profile","of":"370481","version":1,"#,
    ] {
        assert!(listed.contains(line), "{line} is not in {listed}");
    }

    let out = folder.path().join("受理.pdf");
    let file = out.to_str().unwrap();
    let preview = |arguments: &[&str]| {
        let whole = ["template", "preview", "acceptance", "--out", file];
        let all = [whole.as_slice(), arguments].concat();
        ctl.good(&all);
        pdf_text(&fs::read(&out).unwrap())
    };
    let usual = preview(&[]);
    assert!(
        usual.contains("样例目录") && !usual.contains("文书编号"),
        "{usual}"
    );
    assert!(preview(&["--profile", "370481115000"]).contains("文书编号"));
    assert!(!home.exists(), "nothing was opened");

    let good = assets().join("templates/acceptance.1.json");
    let checked = ctl.good(&["template", "check", good.to_str().unwrap()]);
    assert_eq!(checked["of"], "acceptance");
    let wrong = folder.path().join("acceptance.2.json");
    let text = fs::read_to_string(good).unwrap();
    fs::write(
        &wrong,
        text.replace("{accepted_on|day}", "{decided_on|day}"),
    )
    .unwrap();
    let refusal = ctl.refused(&["template", "check", wrong.to_str().unwrap()]);
    assert_eq!(refusal.code, "PAPER-002");
    assert!(
        refusal.message.contains("PRINT-TEMPLATE-FIELD")
            && refusal
                .message
                .contains("acceptance has no field decided_on"),
        "{}",
        refusal.message
    );
    let unknown = ctl.refused(&["template", "preview", "acceptance.9", "--out", file]);
    assert!(unknown.message.contains("PRINT-TEMPLATE-MISSING"));
}
