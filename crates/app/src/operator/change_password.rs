//! Changing the own password.

use yichuang_store::{hash_password, password_matches};

use super::add_operator::check_password;
use crate::{
    Desk,
    ipc::{ApiError, ChangePassword, Done, ErrorCode},
    report::Outcome,
};

impl Desk {
    /// Changes the password of whoever is signed in.
    ///
    /// # Errors
    /// `OPS-002` when the old one is wrong, `OPS-005` when the new one is too short.
    pub fn change_password(&self, input: ChangePassword) -> Outcome<Done> {
        let operator = self.operator()?;
        check_password(&input.new)?;
        let store = self.store()?;
        let stored = store.read(|read| read.operator(operator.id))?;
        let stored = stored.ok_or_else(|| ApiError::new(ErrorCode::OperatorUnknown))?;
        if !password_matches(&stored.password_hash, &input.old) {
            return Err(ApiError::new(ErrorCode::PasswordWrong));
        }
        let hash = hash_password(
            &input.new,
            self.host.password_cost,
            self.host.entropy.as_ref(),
        )?;
        store.write(|tx| tx.set_operator_password(operator.id, &hash))?;
        Ok(Done {})
    }
}
