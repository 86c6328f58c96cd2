//! An operator answers for the date while the clock is suspect.

use chrono::NaiveDate;
use yichuang_domain::role;
use yichuang_store::Act;

use crate::{
    Desk,
    ipc::{ApiError, ChangedKind, ConfirmDate, Done, ErrorCode},
    report::Outcome,
};

impl Desk {
    /// Confirms that today is `date`. Once is enough for the machine and the day; where nothing is
    /// to be confirmed nothing is written.
    ///
    /// # Errors
    /// `CLOCK-002` when this machine has another date, `INPUT-001` for what is no date, `OPS-…`.
    pub fn confirm_date(&self, input: ConfirmDate) -> Outcome<Done> {
        let operator = self.allowed(role::Act::Receive)?;
        let date: NaiveDate = input
            .date
            .parse()
            .map_err(|_| ApiError::new(ErrorCode::InputShape).with("reason", "date"))?;
        self.store()?.write(|tx| -> Outcome<()> {
            let seen = self.look_at_clock(tx)?;
            if date != seen.today() {
                return Err(seen.refusal(ErrorCode::DateOther));
            }
            if seen.is_unanswered(tx)? {
                tx.append(Act {
                    payload: seen.confirmed().into(),
                    case: None,
                    actor: Some(operator.id),
                    at: seen.at,
                    clock: seen.state(),
                })?;
            }
            Ok(())
        })?;
        self.announce(ChangedKind::Status, None);
        Ok(Done {})
    }
}
