//! JSON Schemas of the files people write, intake files and the catalogue's, generated from the types that read them. Committed in
//! `docs/schema/`; a test compares.

use schemars::schema_for;

use yichuang_domain::{
    Matter, QuestionSet, alias::AliasSet, chain::Chain, point::Point, proof::Proofs, region::Region,
};

use crate::case::{AnswersFile, IntakeFile};

/// Every schema as (file name, pretty JSON text).
#[must_use]
pub fn schemas() -> Vec<(&'static str, String)> {
    let pretty = |schema: schemars::Schema| format!("{:#}\n", schema.to_value());
    vec![
        ("intake.json", pretty(schema_for!(IntakeFile))),
        ("answers.json", pretty(schema_for!(AnswersFile))),
        ("matters.json", pretty(schema_for!(Vec<Matter>))),
        ("questions.json", pretty(schema_for!(Vec<QuestionSet>))),
        ("aliases.json", pretty(schema_for!(Vec<AliasSet>))),
        ("chains.json", pretty(schema_for!(Vec<Chain>))),
        ("proofs.json", pretty(schema_for!(Proofs))),
        ("service_points.json", pretty(schema_for!(Vec<Point>))),
        ("regions.json", pretty(schema_for!(Vec<Region>))),
    ]
}
