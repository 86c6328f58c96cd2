//! Adding an operator (管理员).

use yichuang_domain::{OperatorId, Role, role::Act};
use yichuang_store::{Operator as Stored, hash_password};

use super::{policy, sign_in::info};
use crate::{
    Desk,
    ipc::{AddOperator, ApiError, ChangedKind, ErrorCode, OperatorInfo},
    report::Outcome,
};

const LONGEST_NAME: usize = 30;

/// A name and a password fit for a new operator.
fn check_new(name: &str, password: &str) -> Outcome<()> {
    let name = name.trim();
    if name.is_empty() || name.chars().count() > LONGEST_NAME || name.chars().any(char::is_control)
    {
        return Err(ApiError::new(ErrorCode::OperatorName));
    }
    check_password(password)
}

/// At least eight characters.
pub(super) fn check_password(password: &str) -> Outcome<()> {
    if password.chars().count() < policy::SHORTEST {
        return Err(ApiError::new(ErrorCode::PasswordShort));
    }
    Ok(())
}

impl Desk {
    /// Adds an operator.
    ///
    /// # Errors
    /// `OPS-004` unless an administrator asks, `OPS-005`, `OPS-006`.
    pub fn add_operator(&self, input: AddOperator) -> Outcome<OperatorInfo> {
        self.allowed(Act::ManageOperators)?;
        let role =
            Role::from_key(&input.role).ok_or_else(|| ApiError::new(ErrorCode::RoleMissing))?;
        self.make_operator(&input.name, role, &input.password)
    }

    /// Makes an operator, whoever asked.
    pub(crate) fn make_operator(
        &self,
        name: &str,
        role: Role,
        password: &str,
    ) -> Outcome<OperatorInfo> {
        check_new(name, password)?;
        let store = self.store()?;
        let operator = Stored {
            id: OperatorId(self.fresh_id()?),
            name: name.trim().to_owned(),
            role,
            password_hash: hash_password(
                password,
                self.host.password_cost,
                self.host.entropy.as_ref(),
            )?,
            failures: 0,
            locked_until: None,
            last_seen: None,
            created_at: self.now(),
            disabled: false,
        };
        store.write(|tx| tx.add_operator(&operator))?;
        self.announce(ChangedKind::Status, None);
        Ok(info(&operator, self.now(), self.now()))
    }
}
