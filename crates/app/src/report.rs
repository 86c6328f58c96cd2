//! Errors of the rooms below, as the interface knows them.

use std::collections::BTreeMap;

use yichuang_domain::form::FieldProblem as Problem;
use yichuang_store::StoreError;
use yichuang_wire::WireError;

use crate::ipc::{ApiError, ErrorCode, FieldProblem};

/// What every verb gives back.
pub(crate) type Outcome<T> = Result<T, ApiError>;

impl ApiError {
    /// An error without parameters.
    #[must_use]
    pub fn new(code: ErrorCode) -> Self {
        Self {
            code,
            params: BTreeMap::new(),
            problems: Vec::new(),
        }
    }

    /// Adds a parameter of the words. Never personal data.
    #[must_use]
    pub fn with(mut self, name: &str, value: impl ToString) -> Self {
        self.params.insert(name.to_owned(), value.to_string());
        self
    }

    /// Fields have to be changed first.
    #[must_use]
    pub fn invalid(problems: Vec<FieldProblem>) -> Self {
        Self {
            problems,
            ..Self::new(ErrorCode::Invalid)
        }
    }
}

impl std::fmt::Display for ApiError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{} {:?}", self.code.as_str(), self.params)
    }
}

impl std::error::Error for ApiError {}

impl From<StoreError> for ApiError {
    fn from(error: StoreError) -> Self {
        let code = match &error {
            StoreError::HomeBusy { held_by } => {
                return Self::new(ErrorCode::HomeBusy).with("held", held_by);
            }
            StoreError::DiskFull => ErrorCode::DiskFull,
            StoreError::NoHome => ErrorCode::HomeMissing,
            StoreError::HomeExists => ErrorCode::HomeExists,
            StoreError::KeyRefused => ErrorCode::HomeKey,
            StoreError::Newer { .. } => ErrorCode::HomeNewer,
            StoreError::Io { .. } | StoreError::Database(_) => ErrorCode::DiskFailed,
            StoreError::Damaged(_) | StoreError::MigrationChanged(_) => ErrorCode::StoreBroken,
            StoreError::FileMissing(_) | StoreError::FileDamaged(_) => ErrorCode::FileMissing,
            StoreError::FileSize { .. } => ErrorCode::FileRefused,
            StoreError::OperatorExists => ErrorCode::OperatorName,
            StoreError::PackOlder { .. } => ErrorCode::PackOlder,
            StoreError::PackRefused { what, problems } => {
                let why: Vec<_> = problems.iter().map(ToString::to_string).collect();
                return Self::new(ErrorCode::CatalogueFile)
                    .with("reason", format!("{what} {}", why.join("; ")));
            }
            StoreError::Enrolment(reason) => {
                return Self::new(ErrorCode::EnrolmentFile).with("reason", reason);
            }
            StoreError::Wire(error) => return error.clone().into(),
            _ => ErrorCode::Internal,
        };
        tracing::warn!(code = error.code(), "store: {error}");
        Self::new(code).with("incident", error.code())
    }
}

impl From<WireError> for ApiError {
    fn from(error: WireError) -> Self {
        Self::new(ErrorCode::Internal).with("incident", error.code())
    }
}

/// A domain problem as the interface shows it, with the catalogue's own label.
pub(crate) fn problem(problem: Problem, label: Option<String>) -> FieldProblem {
    FieldProblem {
        field: problem.field,
        rule: problem.rule.to_string(),
        label,
        params: problem.params,
    }
}

/// One problem made here.
pub(crate) fn field_problem(field: &str, rule: &str) -> FieldProblem {
    FieldProblem {
        field: field.to_owned(),
        rule: rule.to_owned(),
        label: None,
        params: BTreeMap::new(),
    }
}

/// A verb that panicked: told as an internal error, with what the log can be searched for.
pub fn incident(panic: &(dyn std::fmt::Display + Send)) -> ApiError {
    let number = yichuang_wire::sm3(&[panic.to_string().as_bytes()]).to_string();
    let number = number.get(..8).unwrap_or_default().to_owned();
    tracing::error!(incident = number, "a verb panicked: {panic}");
    ApiError::new(ErrorCode::Internal).with("incident", number)
}
