//! 撤销委托: whoever gave a mandate takes it back at any time, at any window.

use yichuang_domain::role::Act;
use yichuang_wire::payload::MandateRevoked;

use super::mandate_id;
use crate::{
    Desk,
    ipc::{ApiError, ChangedKind, Done, ErrorCode, RevokeMandate},
    operator::reason,
    report::Outcome,
};

impl Desk {
    /// Takes a mandate back, from today on. What was done under it stands.
    ///
    /// # Errors
    /// `CASE-001` for the reason, `MANDATE-001`, `MANDATE-003` when it was taken back before,
    /// `CLOCK-001`.
    pub fn revoke_mandate(&self, input: RevokeMandate) -> Outcome<Done> {
        let operator = self.allowed_to_decide(Act::Mandate)?;
        let id = mandate_id(&input.id)?;
        let reason = reason("reason", &input.reason, 1)?;
        self.store()?.write(|tx| -> Outcome<()> {
            let unknown = || ApiError::new(ErrorCode::MandateUnknown);
            let row = tx.mandate(id)?.ok_or_else(unknown)?;
            if row.revoked_on.is_some() {
                return Err(ApiError::new(ErrorCode::MandateRevokedBefore));
            }
            let hand = self.hand(&operator, tx)?;
            let revoked = MandateRevoked {
                id,
                reason,
                on: hand.today,
                clerk: operator.name.clone(),
            };
            tx.append(yichuang_store::Act {
                payload: revoked.into(),
                case: row.case,
                actor: Some(operator.id),
                at: hand.at,
                clock: hand.clock,
            })?;
            Ok(())
        })?;
        self.sync.committed();
        self.announce(ChangedKind::Case, None);
        Ok(Done {})
    }
}
