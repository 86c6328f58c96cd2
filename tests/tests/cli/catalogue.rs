//! `catalogue import`, `lint` and `pack`, with what other people's folders hold.

use std::{collections::BTreeSet, path::Path};

use serde_json::{Value, json};
use yichuang_tests::kit::{assets, pdf_text};

use super::Window;

fn sample(at: usize) -> Value {
    let matters = std::fs::read(assets().join("catalogue/matters.json")).unwrap();
    let matters: Value = serde_json::from_slice(&matters).unwrap();
    matters[at].clone()
}

/// A matter with a code of its own.
fn matter(n: usize, spoil: impl FnOnce(&mut Value)) -> Value {
    let mut matter = sample(0);
    matter["code"] = json!(format!("11370481MB9X00000X43799990{n:02}000"));
    matter["name"] = json!(format!("样例事项之{n}"));
    spoil(&mut matter);
    matter
}

fn field(n: usize) -> Value {
    json!({
        "key": format!("field_{n}"), "label": format!("第{n}项"), "type": "text", "required": n.is_multiple_of(2),
        "options": [], "fill_from": null, "hint": "<b>提示</b>",
    })
}

/// Matters with content no catalogue of ours has: to be taken as it is, or refused with reasons.
fn hostile() -> Vec<Value> {
    vec![
        matter(1, |m| m["name"] = json!("<script>alert(1)</script>样例")),
        matter(2, |m| {
            m["conditions"] = json!(["<img src=x onerror=alert(1)>", "a < b && c > d"])
        }),
        matter(3, |m| m["form_fields"] = (0..50).map(field).collect()),
        matter(4, |m| m["name"] = json!("长".repeat(400))),
        matter(5, |m| m["name"] = json!("长".repeat(401))),
        matter(6, |m| m["name"] = json!("样例\u{202e}倒着读")),
        matter(7, |m| m["materials"] = json!([])),
        matter(8, |m| {
            m["promised_limit"] = json!({ "value": 0, "unit": "即时" });
            m["statutory_limit"] = json!({ "value": 0, "unit": "即时" });
        }),
        matter(9, |m| {
            m["promised_limit"] = json!({ "value": -3, "unit": "工作日" })
        }),
        matter(10, |m| m["fee"] = json!("免费")),
        matter(11, |m| m["materials"][0]["name"] = json!("\u{0000}")),
        matter(12, |m| m["unknown"] = json!("field")),
        matter(13, |m| m["steps"] = json!([])),
        matter(14, |m| {
            m["name"] = json!("\u{20BB7}\u{4DAE}\u{2CB4E}\u{1F600}样例")
        }),
        matter(15, |m| {
            m["conditions"] = json!(["其他材料", "法律、法规规定的其他条件"])
        }),
        matter(16, |m| m["code"] = json!("../../etc/passwd")),
        matter(17, |m| {
            m["conditions"] = (0..5_000).map(|n| json!(n.to_string())).collect()
        }),
        matter(18, |m| {
            m["faq"] = json!([{ "q": "问".repeat(2_000), "a": "答".repeat(2_000) }])
        }),
        matter(1, |m| m["name"] = json!("同一编码")),
        json!(5),
        json!({ "code": 7 }),
    ]
}

fn write_folder(folder: &Path, matters: &[Value]) {
    std::fs::create_dir_all(folder).unwrap();
    std::fs::write(folder.join("matters.json"), json!(matters).to_string()).unwrap();
}

fn codes(rows: &Value) -> BTreeSet<String> {
    rows.as_array()
        .unwrap()
        .iter()
        .map(|row| row["code"].as_str().unwrap().to_owned())
        .collect()
}

#[test]
fn the_sample_folder_can_be_imported_again() {
    let window = Window::open();
    let folder = assets().join("catalogue");
    let told = window
        .ctl
        .good(&["catalogue", "import", folder.to_str().unwrap()]);
    assert_eq!(
        (&told["imported"], &told["refused"], &told["version"]),
        (&json!(89), &json!([]), &json!(2))
    );
    let file = folder.join("matters.json");
    let told = window
        .ctl
        .good(&["catalogue", "import", file.to_str().unwrap()]);
    assert_eq!(
        (&told["imported"], &told["refused"]),
        (&json!(89), &json!([]))
    );
    assert_eq!(window.ctl.good(&["journal", "rebuild"])["equal"], true);
}

#[test]
fn a_hostile_folder_is_taken_matter_by_matter_or_refused_with_reasons() {
    let window = Window::open();
    let folder = window.folder.path().join("hostile");
    write_folder(&folder, &hostile());
    let told = window
        .ctl
        .good(&["catalogue", "import", folder.to_str().unwrap()]);
    let refused = told["refused"].as_array().unwrap();
    assert!(
        refused
            .iter()
            .all(|item| !item["reasons"].as_array().unwrap().is_empty()),
        "{told}"
    );
    let refused = codes(&told["refused"]);
    let code = |n: usize| format!("11370481MB9X00000X43799990{n:02}000");
    for n in [5, 6, 9, 10, 11, 12, 17] {
        assert!(refused.contains(&code(n)), "{n} is refused: {told}");
    }
    let taken: Vec<_> = [1, 2, 3, 4, 7, 8, 14, 15].map(code).into();
    for code in &taken {
        let found = window.ctl.good(&["matter", "search", code]);
        assert_eq!(found[0]["code"], **code);
        let pdf = window.file("guide.pdf");
        window.ctl.good(&["guide", code, "--pdf", &pdf]);
        let words = pdf_text(&std::fs::read(&pdf).unwrap());
        assert!(
            words.contains("一、事项名称") && words.contains("九、咨询方式"),
            "{code}"
        );
    }
    for code in refused.iter().filter(|code| !taken.contains(code)) {
        assert!(
            !codes(&window.ctl.good(&["matter", "search", code])).contains(code),
            "{code} is not there"
        );
    }
    let html = window.file("html.pdf");
    window.ctl.good(&["guide", &code(1), "--pdf", &html]);
    let words: String = pdf_text(&std::fs::read(&html).unwrap())
        .split_whitespace()
        .collect();
    assert!(
        words.contains("<script>alert(1)</script>"),
        "text stays text"
    );
    assert_eq!(
        window.ctl.good(&["matter", "search", "gljt"])[0]["name"],
        "高龄津贴申领"
    );
    let imported = usize::try_from(told["imported"].as_u64().unwrap()).unwrap();
    assert!(
        imported >= taken.len() && imported + refused.len() >= 20,
        "{told}"
    );
}

#[test]
fn what_is_no_catalogue_changes_nothing() {
    let window = Window::open();
    let before = window.ctl.entries();
    let file = window.file("matters.json");
    let nested = "[".repeat(200_000);
    for bytes in [
        &b""[..],
        b"{}",
        b"[",
        b"null",
        b"PK\x03\x04 a zip",
        nested.as_bytes(),
        b"\xff\xff",
        b"\x28\xb5\x2f\xfd not zstd",
    ] {
        std::fs::write(&file, bytes).unwrap();
        assert_eq!(
            window.ctl.refused(&["catalogue", "import", &file]).code,
            "MATTER-003"
        );
    }
    assert_eq!(
        window
            .ctl
            .refused(&["catalogue", "import", &window.file("nowhere")])
            .code,
        "MATTER-003"
    );
    let empty = window.folder.path().join("empty");
    std::fs::create_dir_all(&empty).unwrap();
    assert_eq!(
        window
            .ctl
            .refused(&["catalogue", "import", empty.to_str().unwrap()])
            .code,
        "MATTER-003"
    );
    assert_eq!(window.ctl.entries(), before);
}

#[test]
fn compare_prints_one_difference_a_line_and_nothing_while_no_matter_has_a_copy() {
    let window = Window::open();
    assert_eq!(window.ctl.said(&["catalogue", "compare"]), "");
    let folder = window.folder.path().join("copies");
    let copy = |n: usize, levels: Value, promised: u32| {
        matter(n, |m| {
            m["base_code"] = json!("437999900000");
            m["accept_levels"] = levels;
            m["promised_limit"]["value"] = json!(promised);
        })
    };
    let (town, city) = (copy(1, json!(["镇（街）"]), 12), copy(2, json!(["市"]), 5));
    write_folder(&folder, &[city.clone(), town.clone()]);
    let told = window
        .ctl
        .good(&["catalogue", "import", folder.to_str().unwrap()]);
    assert_eq!(
        (&told["imported"], &told["refused"]),
        (&json!(2), &json!([]))
    );
    // The sample they were made from has the same name.
    let differing = told["differing"].as_array().unwrap();
    assert!(!differing.is_empty(), "{told}");
    let said = window.ctl.said(&["catalogue", "compare"]);
    let lines: Vec<Value> = said
        .lines()
        .map(|line| serde_json::from_str(line).unwrap())
        .collect();
    let of_both = lines
        .iter()
        .find(|line| line["matter"] == town["code"] && line["other"] == city["code"]);
    let line = of_both.unwrap();
    assert_eq!(
        (&line["aspect"], &line["more_here"]),
        (&json!("promised_limit"), &json!(true)),
        "{line}"
    );
}

#[test]
fn lint_prints_one_json_object_a_line() {
    let window = Window::open();
    let folder = window.folder.path().join("catch-all");
    write_folder(
        &folder,
        &[matter(1, |m| {
            m["conditions"] = json!(["法律、法规规定的其他条件"])
        })],
    );
    window
        .ctl
        .good(&["catalogue", "import", folder.to_str().unwrap()]);
    let said = window.ctl.said(&["catalogue", "lint"]);
    let findings: Vec<Value> = said
        .lines()
        .map(|line| serde_json::from_str(line).unwrap())
        .collect();
    for finding in &findings {
        let keys: Vec<_> = finding
            .as_object()
            .unwrap()
            .keys()
            .map(String::as_str)
            .collect();
        assert_eq!(
            keys.iter().copied().collect::<BTreeSet<_>>(),
            BTreeSet::from(["matter", "rule", "section", "text"])
        );
        assert!(
            finding
                .as_object()
                .unwrap()
                .values()
                .all(|value| value.as_str().is_some_and(|v| !v.is_empty()))
        );
    }
    let own = |finding: &&Value| finding["matter"] == "11370481MB9X00000X4379999001000";
    assert!(
        findings
            .iter()
            .filter(own)
            .any(|finding| finding["section"].as_str().unwrap().contains("conditions"))
    );
}

#[test]
fn a_pack_written_by_one_home_is_taken_by_another_and_a_spoilt_one_by_none() {
    let window = Window::open();
    let other = Window::open();
    let folder = window.folder.path().join("more");
    write_folder(&folder, &[matter(1, |_| {})]);
    window
        .ctl
        .good(&["catalogue", "import", folder.to_str().unwrap()]);
    let pack = window.file("catalogue.ycp");
    window.ctl.good(&["catalogue", "pack", &pack]);
    let mut bytes = std::fs::read(&pack).unwrap();
    let middle = bytes.len() / 2;
    bytes[middle] ^= 1;
    let spoilt = window.file("spoilt.ycp");
    std::fs::write(&spoilt, bytes).unwrap();
    let refused = other.ctl.refused(&["catalogue", "import", &spoilt]);
    assert!(
        ["MATTER-003", "MATTER-004"].contains(&refused.code.as_str()),
        "{refused:?}"
    );
    let told = other.ctl.good(&["catalogue", "import", &pack]);
    assert_eq!(
        (&told["imported"], &told["version"]),
        (&json!(90), &json!(2))
    );
    assert_eq!(
        other.ctl.good(&["matter", "search", "样例事项之1"])[0]["code"],
        "11370481MB9X00000X4379999001000"
    );
}
