//! A slip was spoiled or lost: its number is never used.

use yichuang_domain::role::Act;
use yichuang_wire::payload::SlipSpoiled;

use super::entry::free_slip;
use crate::{
    Desk,
    case::parse_number,
    ipc::{ApiError, ChangedKind, Done, SpoilSlip},
    operator::reason,
    report::Outcome,
};

/// Fewest characters of a reason.
const SHORTEST: usize = 2;

impl Desk {
    /// Says that a free slip was spoiled.
    ///
    /// # Errors
    /// `CASE-001` for a slip that is not free or without a reason, `CASE-006`, `OPS-…`.
    pub fn spoil_slip(&self, input: SpoilSlip) -> Outcome<Done> {
        let operator = self.allowed(Act::Receive)?;
        let number = parse_number(&input.number)?;
        let reason = reason("reason", &input.reason, SHORTEST)?;
        self.store()?.write(|tx| -> Outcome<()> {
            free_slip(tx, &number, "number").map_err(|wrong| ApiError::invalid(vec![wrong]))?;
            let on = self.look_at_clock(tx)?.today();
            let spoiled = SlipSpoiled { number, reason, on };
            self.note(tx, spoiled, None, Some(operator.id))?;
            Ok(())
        })?;
        self.sync.committed();
        self.announce(ChangedKind::Slip, None);
        Ok(Done {})
    }
}
