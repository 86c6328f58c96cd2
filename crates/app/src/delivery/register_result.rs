//! 到件: results of a case lie at the counter from now on, or came back from the post.

use yichuang_domain::{delivery::ResultPlace, role::Act};
use yichuang_store::ResultRow;
use yichuang_wire::payload::{ResultArrived, ResultDocument};

use super::{
    documents_of,
    going::{decided_case, picked},
};
use crate::{
    Desk,
    case::append,
    ipc::{ApiError, Done, RegisterResult},
    report::{Outcome, field_problem},
};

const MAX_SHELF_CHARS: usize = 60;

impl Desk {
    /// Writes down that documents of a case came to the counter, and on which shelf they lie. Of one
    /// that lies there already nothing is written.
    ///
    /// # Errors
    /// `CASE-001`, `CASE-002`, `CASE-003` before a decision, `DELIVERY-003` for one that was
    /// delivered, `CLOCK-001`.
    pub fn register_result(&self, input: RegisterResult) -> Outcome<Done> {
        let operator = self.allowed_to_decide(Act::Deliver)?;
        let kept = input.kept.trim().to_owned();
        if yichuang_domain::text::check(&kept, MAX_SHELF_CHARS).is_err() {
            return Err(ApiError::invalid(vec![field_problem("kept", "too_long")]));
        }
        let number = self.store()?.write(|tx| -> Outcome<_> {
            let case = decided_case(tx, &input.number)?;
            let rows = documents_of(tx, &case)?;
            let undelivered = |place| place != ResultPlace::Delivered;
            let named = picked(&rows, &input.documents, undelivered)?;
            let documents = not_on_shelf(&rows, named, &kept);
            if documents.is_empty() {
                return Ok(case.number);
            }
            let hand = self.hand(&operator, tx)?;
            let arrived = ResultArrived {
                number: case.number.clone(),
                documents,
                kept,
                on: hand.today,
                clerk: operator.name.clone(),
            };
            append(tx, &hand, case.id, arrived)?;
            Ok(case.number)
        })?;
        self.committed(&number);
        Ok(Done {})
    }
}

/// Of these documents those that do not lie on that shelf yet.
fn not_on_shelf(
    rows: &[ResultRow],
    named: Vec<ResultDocument>,
    shelf: &str,
) -> Vec<ResultDocument> {
    let lies_there = |document: &ResultDocument| {
        rows.iter().any(|row| {
            let here = row.place == ResultPlace::Counter && row.kept == shelf;
            here && row.document.id == document.id
        })
    };
    named.into_iter().filter(|one| !lies_there(one)).collect()
}
