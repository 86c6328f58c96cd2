//! Templates as data: what is shipped, what is refused, versions, regions.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use yichuang_print::documents::Imprint;
use yichuang_print::layout::layout;
use yichuang_print::template::{TemplateError, Templates, Wording, schemas};
use yichuang_print::{Paper, render};

use crate::probe::{Pdf, page_text, squeeze};
use crate::samples::{self, fonts};

fn assets() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../assets/templates")
}

fn json_files(folder: &Path) -> BTreeSet<String> {
    let names = fs::read_dir(folder).unwrap().map(|entry| {
        let name = entry.unwrap().file_name();
        name.into_string().unwrap()
    });
    names
        .filter(|name| name.ends_with(".json") && !name.contains("schema"))
        .collect()
}

fn shipped(file: &str) -> String {
    fs::read_to_string(assets().join(file)).unwrap()
}

fn refused(text: &str) -> TemplateError {
    Templates::read("own.json", text.as_bytes()).unwrap_err()
}

/// A folder of templates beside the shipped ones.
fn folder(files: &[(&str, &str)]) -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    fs::create_dir(folder.path().join("profiles")).unwrap();
    for (name, text) in files {
        fs::write(folder.path().join(name), text).unwrap();
    }
    folder
}

/// A version of the receipt that only these tests know.
fn third_receipt() -> String {
    shipped("receipt.2.json")
        .replace("\"version\": 2", "\"version\": 3")
        .replace("共 {materials|count} 件", "合计 {materials|count} 件")
}

fn text_of(imprint: Imprint) -> String {
    let receipt = yichuang_print::documents::Receipt {
        imprint,
        ..samples::receipt()
    };
    squeeze(&Pdf::of(&receipt.document()).text())
}

#[test]
fn every_file_in_the_folder_is_in_the_program_and_named_by_what_it_says() {
    let set = Templates::shipped().unwrap();
    let named = |one: &yichuang_print::template::Template| {
        format!("{}.{}.json", one.document(), one.version())
    };
    let templates: BTreeSet<String> = set.templates().map(named).collect();
    assert_eq!(templates, json_files(&assets()));
    let profiles: BTreeSet<String> = set
        .profiles()
        .map(|one| format!("{}.json", one.id()))
        .collect();
    assert_eq!(profiles, json_files(&assets().join("profiles")));
}

#[test]
fn the_schemas_beside_the_templates_are_those_of_the_program() {
    for (file, schema) in schemas() {
        if std::env::var_os("YICHUANG_WRITE_SCHEMAS").is_some() {
            fs::write(assets().join(file), &schema).unwrap();
        }
        assert_eq!(shipped(file), schema, "{file}");
    }
}

#[test]
fn every_template_can_be_looked_at_with_sample_people_in_every_profile() {
    let set = Templates::shipped().unwrap();
    for template in set.templates() {
        for profile in set.profiles() {
            let page = template.preview(profile).unwrap();
            let made = render(&page, fonts()).unwrap();
            assert!(made.pages > 0 && made.missing.is_empty());
            let banner = page.furniture.banner.unwrap();
            assert!(banner.contains("样例"), "{}", template.document());
        }
    }
}

#[test]
fn a_template_that_names_what_its_document_does_not_have_is_refused_before_anything_is_printed() {
    let whole = shipped("receipt.1.json");
    for (was, is, code) in [
        ("{matter}", "{matters.name}", "PRINT-TEMPLATE-FIELD"),
        (
            "{@.name}（{@.by}）",
            "{@.name}（{@.until}）",
            "PRINT-TEMPLATE-FIELD",
        ),
        (
            "\"when\": \"offline\"",
            "\"when\": \"online\"",
            "PRINT-TEMPLATE-FIELD",
        ),
        (
            "\"each\": \"how_to_check\"",
            "\"each\": \"fee\"",
            "PRINT-TEMPLATE-FIELD",
        ),
        (
            "{received_at|moment}",
            "{fee|moment}",
            "PRINT-TEMPLATE-FILTER",
        ),
        ("{materials|count}", "{materials}", "PRINT-TEMPLATE-FILTER"),
        (
            "{materials|count}",
            "{materials|sum}",
            "PRINT-TEMPLATE-FORM",
        ),
        (
            "{materials|count}",
            "{materials|count",
            "PRINT-TEMPLATE-FORM",
        ),
        (
            "\"style\": \"total\"",
            "\"style\": \"grand\"",
            "PRINT-TEMPLATE-FORM",
        ),
        ("\"bold\": true", "\"italic\": true", "PRINT-TEMPLATE-FORM"),
        (
            "\"sheet\": \"A5\"",
            "\"sheet\": \"B5\"",
            "PRINT-TEMPLATE-FORM",
        ),
        ("\"version\": 1", "\"version\": 0", "PRINT-TEMPLATE-FORM"),
        ("\"mm\": 12", "\"mm\": 1200", "PRINT-TEMPLATE-RANGE"),
        ("\"size\": 11,", "\"size\": 1100,", "PRINT-TEMPLATE-RANGE"),
        (
            "\"document\": \"receipt\"",
            "\"document\": \"recipe\"",
            "PRINT-TEMPLATE-DOCUMENT",
        ),
    ] {
        let wrong = whole.replace(was, is);
        assert_ne!(wrong, whole, "{was}");
        let error = refused(&wrong);
        assert_eq!(error.code(), code, "{is}: {error}");
    }
}

#[test]
fn bytes_that_are_no_template_are_refused_with_a_code() {
    let deep = format!("{}{}", "[".repeat(9000), "]".repeat(9000));
    for (text, code) in [
        ("", "PRINT-TEMPLATE-FORM"),
        ("<html>", "PRINT-TEMPLATE-FORM"),
        ("{}", "PRINT-TEMPLATE-FORM"),
        (deep.as_str(), "PRINT-TEMPLATE-FORM"),
        (&" ".repeat(70_000), "PRINT-TEMPLATE-SIZE"),
        (
            &format!("{} {{}}", shipped("receipt.1.json")),
            "PRINT-TEMPLATE-FORM",
        ),
    ] {
        assert_eq!(refused(text).code(), code);
    }
    let keep = "{\"keep\": [".repeat(8);
    let kept = "]}".repeat(8);
    let nested = shipped("slips.1.json").replacen(
        "\"blocks\": [",
        &format!("\"blocks\": [{keep}\"rule\"{kept},"),
        1,
    );
    assert_eq!(refused(&nested).code(), "PRINT-TEMPLATE-FORM");
}

#[test]
fn what_a_resident_writes_is_printed_and_never_read_as_a_placeholder() {
    let mut receipt = samples::receipt();
    receipt.applicant.name = "{organ}{{|or:样例".into();
    let text = squeeze(&Pdf::of(&receipt.document()).text());
    assert!(text.contains("{organ}{{|or:样例"), "{text}");
}

#[test]
fn a_new_version_is_for_new_papers_and_one_printed_again_is_as_it_was() {
    let folder = folder(&[("receipt.3.json", &third_receipt())]);
    let set = Templates::with_folder(folder.path()).unwrap();
    let first = Imprint {
        wording: Wording::newest(Templates::shipped().unwrap(), String::new()),
        ..samples::imprint()
    };
    let old = yichuang_print::documents::Receipt {
        imprint: first.clone(),
        ..samples::receipt()
    };
    let made_by = old.document().template.unwrap();
    assert_eq!(made_by.as_deref(), Some("receipt.2@default.1"));

    let new = text_of(Imprint {
        wording: Wording::newest(set.clone(), String::new()),
        ..first.clone()
    });
    assert!(
        new.contains("合计6件") && new.contains("接收凭证-3"),
        "{new}"
    );

    let again = text_of(Imprint {
        wording: Wording::again(set.clone(), String::new(), made_by),
        printing: 2,
        why: Some("卡纸".into()),
        ..first.clone()
    });
    let was = text_of(first.clone());
    assert_eq!(
        again
            .replace("补打第2次（卡纸）", "")
            .replace("第2次打印", "第1次打印"),
        was
    );

    let of_before = |made_by: Option<&str>| {
        text_of(Imprint {
            wording: Wording::again(set.clone(), String::new(), made_by.map(str::to_owned)),
            ..first.clone()
        })
    };
    assert_eq!(of_before(None), of_before(Some("receipt.1@default.1")));
}

#[test]
fn a_version_that_is_kept_cannot_be_written_over_and_one_that_is_gone_makes_no_paper() {
    let other = shipped("receipt.1.json").replace("申请材料接收凭证", "收条");
    let rewritten = folder(&[("receipt.1.json", &other)]);
    let error = Templates::with_folder(rewritten.path()).unwrap_err();
    assert_eq!(error.code(), "PRINT-TEMPLATE-REWRITTEN", "{error}");
    let same = folder(&[("receipt.1.json", &shipped("receipt.1.json"))]);
    Templates::with_folder(same.path()).unwrap();

    for gone in [
        "receipt.9@default.1",
        "receipt.1@110000.1",
        "receipt",
        "receipt.x@",
    ] {
        let receipt = yichuang_print::documents::Receipt {
            imprint: Imprint {
                wording: Wording::again(
                    Templates::shipped().unwrap(),
                    String::new(),
                    Some(gone.to_owned()),
                ),
                ..samples::imprint()
            },
            ..samples::receipt()
        };
        match gone.starts_with("receipt.") {
            true => {
                let error = render(&receipt.document(), fonts()).unwrap_err();
                assert_eq!(error.code(), "PRINT-TEMPLATE-MISSING");
            }
            // Of another form of the same paper: there is nothing to be like.
            false => {
                render(&receipt.document(), fonts()).unwrap();
            }
        }
    }
}

#[test]
fn a_region_changes_title_copies_seal_sheet_number_hotline_and_footer_and_no_other_place() {
    let own = r#"{
      "region": "9990", "version": 3, "name": "样例地区", "hotline": "0000-12345",
      "footer": "本单格式由样例地区规定",
      "number": "样政{kind}〔{year}〕{serial}号（{point}）",
      "documents": {
        "acceptance": { "title": "受理决定书", "copies": ["甲联", "乙联", "丙联"],
          "seal_prompt": "盖样例章", "sheet": "A4", "version": 1, "kind": "受" }
      }
    }"#;
    let folder = folder(&[("profiles/9990.json", own)]);
    let set = Templates::with_folder(folder.path()).unwrap();
    let at = |region: &str| {
        let mut acceptance = samples::acceptance();
        acceptance.contact = String::new();
        acceptance.imprint.wording = Wording::newest(set.clone(), region.to_owned());
        acceptance.document()
    };
    let there = at("999000000000");
    assert_eq!(there.template, Ok(Some("acceptance.1@9990.3".to_owned())));
    let pages = layout(&there, fonts()).unwrap().pages;
    assert_eq!(pages.len(), 3);
    let text = squeeze(&pages.iter().map(page_text).collect::<String>());
    for wanted in [
        "受理决定书",
        "甲联",
        "丙联",
        "盖样例章",
        "文书编号：样政受〔2026〕1123-0012号（QS03）",
        "编号：QS03-20261123-0012-6",
        "咨询投诉0000-12345",
        "联系方式0000-12345",
        "本单格式由样例地区规定",
        "模板受理-1（9990-3）",
    ] {
        assert!(text.contains(wanted), "{wanted} is missing in {text}");
    }
    let elsewhere = at("110000000000");
    assert_eq!(elsewhere, samples_acceptance_by_default());
    let wording = Wording::newest(set, "999000000000".to_owned());
    assert_eq!(wording.asked_sheet("acceptance"), Some(Paper::A4));
    assert_eq!(wording.asked_sheet("receipt"), None);
}

fn samples_acceptance_by_default() -> yichuang_print::Document {
    let mut acceptance = samples::acceptance();
    acceptance.contact = String::new();
    acceptance.document()
}

#[test]
fn the_longest_prefix_and_the_newest_version_of_a_profile_count() {
    let profile = |region: &str, version: u32| {
        format!(r#"{{"region": "{region}", "version": {version}, "name": "样例"}}"#)
    };
    let folder = folder(&[
        ("profiles/99.json", &profile("99", 7)),
        ("profiles/9990.json", &profile("9990", 2)),
        ("profiles/9990.1.json", &profile("9990", 1)),
    ]);
    let set = Templates::with_folder(folder.path()).unwrap();
    let of = |region: &str| {
        let profile = set.profile(region).unwrap();
        format!("{}.{}", profile.id(), profile.version())
    };
    assert_eq!(of("999012000000"), "9990.2");
    assert_eq!(of("998000000000"), "99.7");
    assert_eq!(of("370481115000"), "370481.1");
    assert_eq!(of("440000000000"), "default.1");
}

#[test]
fn a_profile_that_asks_for_what_is_not_there_is_refused() {
    for (own, code) in [
        (r#""documents": {"recipe": {}}"#, "PRINT-TEMPLATE-DOCUMENT"),
        (r#""number": "{kind}{month}""#, "PRINT-TEMPLATE-FIELD"),
        (
            r#""documents": {"receipt": {"version": 9}}"#,
            "PRINT-TEMPLATE-MISSING",
        ),
        (r#""colour": "red""#, "PRINT-TEMPLATE-FORM"),
    ] {
        let text = format!(r#"{{"region": "99", "version": 1, "name": "样例", {own}}}"#);
        let folder = folder(&[("profiles/99.json", &text)]);
        let error = Templates::with_folder(folder.path()).unwrap_err();
        assert_eq!(error.code(), code, "{error}");
    }
    let foreign = r#"{"region": "3a", "version": 1, "name": "样例"}"#;
    let error = Templates::read_profile("own.json", foreign.as_bytes()).unwrap_err();
    assert_eq!(error.code(), "PRINT-TEMPLATE-FORM");
}
