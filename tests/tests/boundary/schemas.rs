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

/// Where a value is not what its schema says; empty when it is. Knows what the program's schemas use.
fn departures(schema: &Value, part: &Value, value: &Value, at: &str) -> Vec<String> {
    if let Some(reference) = part["$ref"].as_str() {
        let target = schema.pointer(reference.trim_start_matches('#')).unwrap();
        return departures(schema, target, value, at);
    }
    if let Some(ways) = part["anyOf"].as_array().or(part["oneOf"].as_array()) {
        let fits = |way: &&Value| departures(schema, way, value, at).is_empty();
        let none = ways.iter().find(fits).is_none();
        return none.then(|| format!("{at}: {value}")).into_iter().collect();
    }
    if !is_type(&part["type"], value) || !is_allowed(part, value) {
        return vec![format!("{at}: {value}")];
    }
    match value {
        Value::Array(items) => items
            .iter()
            .enumerate()
            .flat_map(|(n, item)| departures(schema, &part["items"], item, &format!("{at}[{n}]")))
            .collect(),
        Value::Object(fields) => object_departures(schema, part, fields, at),
        _ => Vec::new(),
    }
}

fn object_departures(
    schema: &Value,
    part: &Value,
    fields: &serde_json::Map<String, Value>,
    at: &str,
) -> Vec<String> {
    let known = &part["properties"];
    let required = part["required"].as_array().into_iter().flatten();
    let missing = required
        .filter_map(Value::as_str)
        .filter(|key| !fields.contains_key(*key))
        .map(|key| format!("{at}.{key} is missing"));
    let wrong = fields.iter().flat_map(|(key, value)| {
        let here = format!("{at}.{key}");
        match (known.get(key), &part["additionalProperties"]) {
            (Some(known), _) => departures(schema, known, value, &here),
            (None, Value::Object(other)) => {
                departures(schema, &Value::Object(other.clone()), value, &here)
            }
            (None, _) => vec![format!("{here} is unknown")],
        }
    });
    missing.chain(wrong).collect()
}

fn is_type(wanted: &Value, value: &Value) -> bool {
    let is = |wanted: &str| match wanted {
        "null" => value.is_null(),
        "string" => value.is_string(),
        "boolean" => value.is_boolean(),
        "integer" => value.is_u64() || value.is_i64(),
        "number" => value.is_number(),
        "array" => value.is_array(),
        "object" => value.is_object(),
        _ => false,
    };
    match wanted {
        Value::String(one) => is(one),
        Value::Array(any) => any.iter().filter_map(Value::as_str).any(is),
        _ => true,
    }
}

fn is_allowed(part: &Value, value: &Value) -> bool {
    let listed = part["enum"]
        .as_array()
        .is_none_or(|values| values.contains(value));
    listed && (part["const"].is_null() || part["const"] == *value)
}

#[test]
fn the_sample_catalogue_is_what_the_published_schemas_describe() {
    let files = "matters questions aliases chains proofs service_points regions";
    for name in files.split(' ').map(|name| format!("{name}.json")) {
        let schema = published(&name);
        let file: Value = serde_json::from_str(&text(&format!("assets/catalogue/{name}"))).unwrap();
        assert_eq!(
            departures(&schema, &schema, &file, &name),
            [""; 0],
            "{name}"
        );
    }
    let schema = published("questions.json");
    let odd = json!([{ "code": "1", "questions": [], "remark": "" }]);
    assert_eq!(
        departures(&schema, &schema, &odd, "questions"),
        ["questions[0].remark is unknown"]
    );
}
