//! Writing down an act that gives no number and begins no legal term.

use chrono::{DateTime, Utc};
use yichuang_domain::{CaseId, OperatorId};
use yichuang_store::{Act, Tx};
use yichuang_wire::payload::Payload;

use super::Desk;
use crate::report::Outcome;

impl Desk {
    /// Writes it down with the clock as it is seen now, suspect or not: nothing legal hangs on its
    /// time. Gives the time it was written with.
    ///
    /// # Errors
    /// Those of the store.
    pub(crate) fn note(
        &self,
        tx: &mut Tx<'_>,
        payload: impl Into<Payload>,
        case: Option<CaseId>,
        actor: Option<OperatorId>,
    ) -> Outcome<DateTime<Utc>> {
        let seen = self.look_at_clock(tx)?;
        tx.append(Act {
            payload: payload.into(),
            case,
            actor,
            at: seen.at,
            clock: seen.state(),
        })?;
        Ok(seen.at)
    }
}
