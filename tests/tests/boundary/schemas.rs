//! The published schemas of the files people write are those of the types that read them.

use serde_json::{Value, json};
use yichuang_app::{IntakeFile, schema::schemas};
use yichuang_tests::kit::an_application;

use super::{repository, text};

/// Set to write the files instead of comparing them.
const WRITE: &str = "YICHUANG_WRITE_SCHEMAS";

fn published(name: &str) -> Value {
    serde_json::from_str(&text(&format!("docs/schema/{name}"))).unwrap()
}

#[test]
fn the_published_schemas_are_those_of_the_program() {
    let folder = repository().join("docs/schema");
    for (name, schema) in schemas() {
        if std::env::var_os(WRITE).is_some_and(|value| value == "1") {
            std::fs::create_dir_all(&folder).unwrap();
            std::fs::write(folder.join(name), &schema).unwrap();
        }
        let schema: Value = serde_json::from_str(&schema).unwrap();
        assert!(
            published(name) == schema,
            "{name} is not the program's: run this test with {WRITE}=1 and commit docs/schema"
        );
    }
}

/// The properties a schema gives an object, following one reference.
fn properties<'a>(schema: &'a Value, part: &'a Value) -> &'a serde_json::Map<String, Value> {
    match part["$ref"].as_str() {
        Some(reference) => properties(
            schema,
            schema.pointer(reference.trim_start_matches('#')).unwrap(),
        ),
        None => part["properties"].as_object().unwrap(),
    }
}

#[test]
fn an_intake_file_has_only_fields_the_schema_names() {
    let schema = published("intake.json");
    let file = an_application()
        .with_pages("MAT-IDCARD", 1, 100)
        .intake_json(&json!("accept"));
    let top = properties(&schema, &schema);
    let applicant = properties(&schema, &top["applicant"]);
    let material = properties(&schema, &top["materials"]["items"]);
    for (object, known) in [
        (&file, top),
        (&file["applicant"], applicant),
        (&file["materials"][0], material),
    ] {
        for key in object.as_object().unwrap().keys() {
            assert!(known.contains_key(key), "the schema does not name {key}");
        }
    }
    assert_eq!(schema["additionalProperties"], false);
    assert!(IntakeFile::parse(&file.to_string()).is_ok());
}

#[test]
fn what_the_schema_calls_required_cannot_be_left_out() {
    let schema = published("intake.json");
    for field in schema["required"].as_array().unwrap() {
        let mut file = an_application().intake_json(&json!("accept"));
        file.as_object_mut()
            .unwrap()
            .remove(field.as_str().unwrap());
        assert!(
            IntakeFile::parse(&file.to_string()).is_err(),
            "{field} was left out"
        );
    }
}
