//! What can be wrong with a template or a profile, with stable codes.

use thiserror::Error;

/// A template or profile that cannot be used. Papers already made are not touched.
#[derive(Debug, Clone, PartialEq, Error)]
pub enum TemplateError {
    /// The file cannot be read.
    #[error("{file} cannot be read: {reason}")]
    Unreadable {
        /// Which file.
        file: String,
        /// What the system said.
        reason: String,
    },
    /// The file, or the folder, is larger than any this product knows.
    #[error("{file} is too large")]
    TooLarge {
        /// Which file or folder.
        file: String,
    },
    /// The file is no JSON, has a field the schema does not know, or lacks one.
    #[error("{file}: {reason}")]
    Form {
        /// Which file.
        file: String,
        /// Where and what.
        reason: String,
    },
    /// A number is outside what paper can carry.
    #[error("{file}: {what} is outside {least} to {most}")]
    Range {
        /// Which file.
        file: String,
        /// Which number.
        what: &'static str,
        /// The least.
        least: f32,
        /// The most.
        most: f32,
    },
    /// No such document is made here.
    #[error("{file}: there is no document {document}")]
    Document {
        /// Which file.
        file: String,
        /// The document named.
        document: String,
    },
    /// A text, condition or list names a field the document does not have.
    #[error("{file}: {document} has no field {field}")]
    Field {
        /// Which file.
        file: String,
        /// The document.
        document: String,
        /// The field named.
        field: String,
    },
    /// A filter does not suit its field, or a field is no text.
    #[error("{file}: {field} cannot be written so")]
    Filter {
        /// Which file.
        file: String,
        /// The placeholder, whole.
        field: String,
    },
    /// A version that is kept for reprints was changed.
    #[error("{file}: {reference} is kept for reprints and may not change; give it a new version")]
    Rewritten {
        /// Which file.
        file: String,
        /// The template or profile with its version.
        reference: String,
    },
    /// No template of that document and version is kept.
    #[error("no template {reference} is kept")]
    Missing {
        /// The template, with its version when one was asked for.
        reference: String,
    },
}

impl TemplateError {
    /// The stable code shown to people and written to logs.
    #[must_use]
    pub const fn code(&self) -> &'static str {
        match self {
            Self::Unreadable { .. } => "PRINT-TEMPLATE-READ",
            Self::TooLarge { .. } => "PRINT-TEMPLATE-SIZE",
            Self::Form { .. } => "PRINT-TEMPLATE-FORM",
            Self::Range { .. } => "PRINT-TEMPLATE-RANGE",
            Self::Document { .. } => "PRINT-TEMPLATE-DOCUMENT",
            Self::Field { .. } => "PRINT-TEMPLATE-FIELD",
            Self::Filter { .. } => "PRINT-TEMPLATE-FILTER",
            Self::Rewritten { .. } => "PRINT-TEMPLATE-REWRITTEN",
            Self::Missing { .. } => "PRINT-TEMPLATE-MISSING",
        }
    }
}
