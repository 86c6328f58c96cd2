//! JSON Schemas of the files people write, generated from the types that read them. Committed in
//! `docs/schema/`; a test compares.

use schemars::schema_for;

use crate::case::{AnswersFile, IntakeFile};

/// Every schema as (file name, pretty JSON text).
#[must_use]
pub fn schemas() -> Vec<(&'static str, String)> {
    let pretty = |schema: schemars::Schema| format!("{:#}\n", schema.to_value());
    vec![
        ("intake.json", pretty(schema_for!(IntakeFile))),
        ("answers.json", pretty(schema_for!(AnswersFile))),
    ]
}
