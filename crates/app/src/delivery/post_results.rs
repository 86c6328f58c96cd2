//! 邮寄: results of one person go to the post in one parcel. They are delivered when the post says so.

use yichuang_domain::{delivery::words, role::Act};
use yichuang_wire::payload::Posted;

use super::going::going;
use crate::{
    Desk,
    case::append,
    ipc::{ApiError, DeliveryDone, PostResults},
    paper::{PARCEL_LABEL, Paper, queue},
    report::{Outcome, problem},
};

const MAX_WORDS: usize = 60;
const MAX_ADDRESS_CHARS: usize = 200;

impl Desk {
    /// Gives results to the post.
    ///
    /// # Errors
    /// `CASE-001` with every field to change; `CASE-003` before a decision; `DELIVERY-003` for a
    /// document that is not here, `DELIVERY-004` for several people's cases; `CLOCK-001`.
    pub fn post_results(&self, input: PostResults) -> Outcome<DeliveryDone> {
        let operator = self.allowed_to_decide(Act::Deliver)?;
        let parcel = self.fresh_id()?;
        let document = format!("{PARCEL_LABEL}{parcel}");
        let fields = [
            ("carrier", &input.carrier, MAX_WORDS),
            ("tracking", &input.tracking, MAX_WORDS),
            ("address", &input.address, MAX_ADDRESS_CHARS),
        ];
        let problems = fields
            .into_iter()
            .filter_map(|(field, text, longest)| words(field, text, longest));
        let problems: Vec<_> = problems.map(|one| problem(one, None)).collect();
        if !problems.is_empty() {
            return Err(ApiError::invalid(problems));
        }
        let cases = self.store()?.write(|tx| -> Outcome<_> {
            let hand = self.hand(&operator, tx)?;
            let all = going(tx, &input.going)?;
            for one in &all {
                let posted = Posted {
                    number: one.case.number.clone(),
                    parcel,
                    documents: one.documents.clone(),
                    carrier: input.carrier.trim().to_owned(),
                    tracking: input.tracking.trim().to_owned(),
                    address: input.address.trim().to_owned(),
                    on: hand.today,
                    clerk: operator.name.clone(),
                };
                append(tx, &hand, one.case.id, posted)?;
            }
            if let Some(first) = all.first() {
                let paper = Paper::of_case(&document, first.case.id);
                queue(tx, self.fresh_id()?, &paper, hand.at)?;
            }
            Ok(all.into_iter().map(|one| one.case).collect::<Vec<_>>())
        })?;
        self.done_delivering(&cases, 0, &document)
    }
}
