//! Templates: what the papers say, as data.
//!
//! A template is a JSON file with a schema, one for each version of each document; a profile is what
//! one region changes. Both are kept in every version, so that a paper printed again is as it was.
//! Owns their format, their checking and how a page is made of one. Must not know cases, or which
//! printing of a paper is the first.

mod compose;
mod error;
mod form;
mod profile;
mod range;
mod set;
mod shipped;
mod text;
mod value;
mod wording;

pub use error::TemplateError;
pub use form::Template;
pub use profile::Profile;
pub use set::Templates;
pub use wording::Wording;

use serde::{Serialize, de::DeserializeOwned};
use serde_json::Value;

use crate::{documents::Imprint, model::Document};

/// The inputs of a document, whose fields its templates may name.
pub(crate) trait Facts: Serialize + DeserializeOwned {
    /// The facts of this printing.
    fn imprint(&self) -> &Imprint;

    /// Values that need more than a field, by name; one named like a field stands in its place.
    fn worked_out(&self) -> Vec<(&'static str, Value)> {
        Vec::new()
    }
}

/// The values templates of a document may name.
pub(crate) fn values<F: Facts>(facts: &F) -> Value {
    // Plain structs of texts, numbers and lists always become JSON.
    let mut values = serde_json::to_value(facts).unwrap_or_default();
    if let Value::Object(fields) = &mut values {
        let more = facts.worked_out().into_iter();
        fields.extend(more.map(|(name, value)| (name.to_owned(), value)));
    }
    values
}

/// The paper called `document` from its facts, by the template its imprint leads to. One that cannot
/// be used leaves a document that no layout takes.
pub(crate) fn made<F: Facts>(document: &str, facts: &F) -> Document {
    let imprint = facts.imprint();
    match imprint.wording.chosen(document) {
        Ok(chosen) => Document {
            template: Ok(Some(chosen.reference())),
            ..compose::compose(&chosen.template, &chosen.profile, imprint, values(facts))
        },
        Err(error) => Document {
            template: Err(error),
            ..imprint.document(document, "", Vec::new())
        },
    }
}

impl Template {
    /// The document it is for, such as `receipt`.
    #[must_use]
    pub fn document(&self) -> &str {
        &self.document
    }

    /// Its version, from 1.
    #[must_use]
    pub const fn version(&self) -> u32 {
        self.version
    }

    /// Its name in footers.
    #[must_use]
    pub fn name(&self) -> &str {
        &self.name
    }

    /// A page of sample people and matters made by it, as `profile` has it.
    ///
    /// # Errors
    /// When the document's sample cannot be read.
    pub fn preview(&self, profile: &Profile) -> Result<Document, TemplateError> {
        let unreadable = |reason: String| TemplateError::Form {
            file: format!("samples/{}.json", self.document),
            reason,
        };
        let kind = crate::documents::kind(&self.document)
            .ok_or_else(|| unreadable("there is none".to_owned()))?;
        let (mut imprint, values) = kind
            .sample()
            .map_err(|error| unreadable(error.to_string()))?;
        let changes = profile.changes(&self.document);
        imprint.paper = changes
            .and_then(|changes| changes.sheet)
            .unwrap_or(self.sheet);
        Ok(compose::compose(self, profile, &imprint, values))
    }
}

/// The JSON Schemas of a template and of a profile, as `assets/templates` ships them.
#[must_use]
pub fn schemas() -> [(&'static str, String); 2] {
    let pretty = |schema: schemars::Schema| {
        serde_json::to_string_pretty(&schema).map_or_else(|_| String::new(), |text| text + "\n")
    };
    [
        ("schema.json", pretty(schemars::schema_for!(Template))),
        (
            "profile-schema.json",
            pretty(schemars::schema_for!(Profile)),
        ),
    ]
}
