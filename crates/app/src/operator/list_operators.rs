//! Everybody who may sign in at this terminal.

use super::sign_in::info;
use crate::{
    Desk,
    ipc::{Nothing, OperatorList},
    report::Outcome,
};

impl Desk {
    /// The operators, in the order of the digits 1–9. Names only: this is shown before sign-in.
    ///
    /// # Errors
    /// Those of the store.
    pub fn list_operators(&self, _: Nothing) -> Outcome<OperatorList> {
        let store = self.store()?;
        let contact = self.last_contact(&store)?;
        let operators = store.read(|read| read.operators())?;
        let mut active: Vec<_> = operators
            .into_iter()
            .filter(|operator| !operator.disabled)
            .collect();
        active.sort_by_key(|operator| operator.created_at);
        Ok(OperatorList {
            operators: active
                .iter()
                .map(|operator| info(operator, contact, self.now()))
                .collect(),
        })
    }
}
