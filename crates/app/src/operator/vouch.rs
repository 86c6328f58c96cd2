//! Somebody with more rights agrees to one act at another person's window, without taking the seat.

use yichuang_domain::{
    OperatorId,
    role::{Act, may},
};

use crate::{
    Desk,
    ipc::{ApiError, ErrorCode},
    report::Outcome,
};

impl Desk {
    /// Who agrees to `act`: the operator named, by password, or with an empty name whoever is signed
    /// in. The seat stays as it is.
    ///
    /// # Errors
    /// `OPS-004` when they may not either, `OPS-002`, `OPS-003` and `OPS-007` as for signing in.
    pub(crate) fn vouched(&self, named: &str, password: &str, act: Act) -> Outcome<OperatorId> {
        if named.is_empty() {
            return self.allowed(act).map(|operator| operator.id);
        }
        let unknown = || ApiError::new(ErrorCode::OperatorUnknown);
        let id: OperatorId = named.parse().map_err(|_| unknown())?;
        let store = self.store()?;
        let stored = store.read(|read| read.operator(id))?.ok_or_else(unknown)?;
        if !may(stored.role, act) {
            return Err(ApiError::new(ErrorCode::RoleMissing).with("act", act.key()));
        }
        self.check_password(&store, &stored, password)?;
        if !self.is_reading() {
            let now = self.now();
            store.write(|tx| tx.note_log_in(stored.id, now))?;
        }
        Ok(stored.id)
    }
}
