//! Who is working at this desk.

use yichuang_domain::{
    OperatorId,
    role::{Act, Role, may},
};

use super::Desk;
use crate::{
    ipc::{ApiError, ErrorCode},
    report::Outcome,
};

/// The operator at the desk.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Operator {
    pub(crate) id: OperatorId,
    pub(crate) name: String,
    pub(crate) role: Role,
}

/// Nobody, or somebody.
#[derive(Debug, Default)]
pub(crate) struct Session {
    pub(crate) operator: Option<Operator>,
}

impl Desk {
    /// Whoever is signed in.
    pub(crate) fn operator(&self) -> Outcome<Operator> {
        self.session()
            .operator
            .clone()
            .ok_or_else(|| ApiError::new(ErrorCode::SignInFirst))
    }

    /// Whoever is signed in, when their role may do this.
    pub(crate) fn allowed(&self, act: Act) -> Outcome<Operator> {
        let operator = self.operator()?;
        if may(operator.role, act) {
            return Ok(operator);
        }
        Err(ApiError::new(ErrorCode::RoleMissing).with("act", act.key()))
    }
}
