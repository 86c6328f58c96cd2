//! One command table: what the face may call is what the table lists, everywhere the same.

use std::collections::BTreeSet;

use yichuang_app::{ipc::ErrorCode, with_commands};

use super::{repository, text};

macro_rules! names {
    (
        json { $($json:ident($json_in:ident) -> $json_out:ident;)* }
        bytes { $($bytes:ident($bytes_in:ident);)* }
        upload { $($upload:ident($upload_in:ident) -> $upload_out:ident;)* }
    ) => {
        const JSON: &[(&str, &str, &str)] = &[$((stringify!($json), stringify!($json_in), stringify!($json_out)),)*];
        const BYTES: &[(&str, &str)] = &[$((stringify!($bytes), stringify!($bytes_in)),)*];
        const UPLOADS: &[(&str, &str, &str)] =
            &[$((stringify!($upload), stringify!($upload_in), stringify!($upload_out)),)*];
    };
}
with_commands!(names);

fn all() -> Vec<&'static str> {
    let json = JSON.iter().map(|command| command.0);
    let uploads = UPLOADS.iter().map(|command| command.0);
    json.chain(BYTES.iter().map(|command| command.0))
        .chain(uploads)
        .collect()
}

/// The lines of one interface of the generated TypeScript.
fn interface(bindings: &str, name: &str) -> Vec<String> {
    let begin = format!("export interface {name} {{\n");
    let body = bindings
        .split(&begin)
        .nth(1)
        .unwrap()
        .split("\n}")
        .next()
        .unwrap();
    body.lines().map(|line| line.trim().to_owned()).collect()
}

#[test]
fn the_face_knows_exactly_the_commands_of_the_table() {
    let bindings = text("ui/src/ipc/bindings.ts");
    let line = |(name, input, output): &(&str, &str, &str)| {
        format!("{name}: {{ in: {input}; out: {output} }};")
    };
    let json: Vec<_> = JSON.iter().map(line).collect();
    let bytes: Vec<_> = BYTES
        .iter()
        .map(|(name, input)| format!("{name}: {{ in: {input} }};"))
        .collect();
    let uploads: Vec<_> = UPLOADS.iter().map(line).collect();
    assert_eq!(interface(&bindings, "Commands"), json);
    assert_eq!(interface(&bindings, "ByteCommands"), bytes);
    assert_eq!(interface(&bindings, "UploadCommands"), uploads);
}

const LISTENING: [&str; 2] = ["core:event:allow-listen", "core:event:allow-unlisten"];
/// All a resident can do: look at what a clerk put there, confirm, sign, rate, put it away.
const RESIDENT: [&str; 5] = [
    "resident_screen",
    "resident_confirmed",
    "resident_signed",
    "resident_rated",
    "resident_put_away",
];

/// What a window is permitted, with its file checked to be that window's alone.
fn permissions(window: &str) -> BTreeSet<String> {
    let file = text(&format!("src-tauri/capabilities/{window}.json"));
    let capability: serde_json::Value = serde_json::from_str(&file).unwrap();
    assert_eq!(capability["windows"], serde_json::json!([window]));
    assert!(
        capability["remote"].is_null(),
        "no remote page may call anything"
    );
    let listed = capability["permissions"].as_array().unwrap().iter();
    listed
        .map(|permission| permission.as_str().unwrap().to_owned())
        .collect()
}

fn permitting(commands: impl IntoIterator<Item = &'static str>) -> BTreeSet<String> {
    let allowed = commands
        .into_iter()
        .map(|name| format!("allow-{}", name.replace('_', "-")));
    allowed.chain(LISTENING.map(str::to_owned)).collect()
}

#[test]
fn the_clerks_window_may_call_the_table_but_the_residents_answers_and_listen() {
    let clerks = all().into_iter().filter(|name| !RESIDENT.contains(name));
    assert_eq!(permissions("window"), permitting(clerks));
}

#[test]
fn the_residents_window_may_look_and_answer_and_nothing_else() {
    assert_eq!(permissions("resident"), permitting(RESIDENT));
    for name in RESIDENT {
        assert!(all().contains(&name), "{name} is a command");
    }
}

#[test]
fn every_capability_file_is_of_a_window_and_in_force() {
    let folder = repository().join("src-tauri/capabilities");
    let mut files: Vec<_> = std::fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .collect();
    files.sort();
    assert_eq!(files, ["resident.json", "window.json"]);
    let conf: serde_json::Value = serde_json::from_str(&text("src-tauri/tauri.conf.json")).unwrap();
    assert_eq!(
        conf["app"]["security"]["capabilities"],
        serde_json::json!(["window", "resident"])
    );
}

#[test]
fn names_of_commands_are_unique() {
    assert_eq!(all().iter().collect::<BTreeSet<_>>().len(), all().len());
}

#[test]
fn every_error_has_a_text_of_its_own_and_crosses_as_that_text() {
    let texts: BTreeSet<_> = ErrorCode::ALL.iter().map(|code| code.as_str()).collect();
    assert_eq!(texts.len(), ErrorCode::ALL.len());
    for code in ErrorCode::ALL {
        assert_eq!(serde_json::to_value(code).unwrap(), code.as_str());
        assert_eq!(
            serde_json::from_value::<ErrorCode>(code.as_str().into()).unwrap(),
            *code
        );
    }
}

#[test]
fn every_error_has_chinese_and_english_words() {
    for language in ["zh-CN", "en"] {
        let file = format!("ui/src/i18n/errors.{language}.ts");
        let words = text(&file) + &text(&format!("ui/src/i18n/caseErrors.{language}.ts"));
        for code in ErrorCode::ALL {
            let (quoted, plain) = (
                format!("'{}':", code.as_str()),
                format!("\n  {}:", code.as_str()),
            );
            assert!(
                words.contains(&quoted) || words.contains(&plain),
                "{file} has no words for {}",
                code.as_str()
            );
        }
    }
}
