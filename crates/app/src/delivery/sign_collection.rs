//! The slip of a handing over, signed on the residents' screen. The signature stands for the words that
//! were there: what goes, who takes it, how and where.

use yichuang_domain::{CaseNumber, role::Act};
use yichuang_print::documents::CollectionSlip;
use yichuang_wire::{Hash, sha256};

use super::{deliver_results::slip, handing::check};
use crate::{
    Desk,
    draft::sign::ToSign,
    ipc::{ApiError, DeliverResults, Done, ErrorCode},
    paper::{COLLECTION_SLIP, COLLECTION_SLIP_TITLE},
    report::{Outcome, field_problem},
    resident::Owner,
};

impl Desk {
    /// Puts the slip that lists everything of one handing over on the residents' screen, to be read and
    /// signed. Nothing is delivered by it.
    ///
    /// # Errors
    /// Those of [`Desk::deliver_results`] but for the signature; `SCREEN-002`.
    pub fn ask_collection_signature(&self, input: DeliverResults) -> Outcome<Done> {
        let operator = self.allowed(Act::Deliver)?;
        let today = self.today();
        let (number, said) = self.store()?.read(|read| -> Outcome<_> {
            let checked = check(read, &input, None, today)?;
            let unknown = || ApiError::new(ErrorCode::CaseUnknown);
            let first = checked.going.first().ok_or_else(unknown)?;
            let number = first.case.number.clone();
            Ok((number, slip(&checked, today, &operator.name)?))
        })?;
        let paper = ToSign {
            document: COLLECTION_SLIP.to_owned(),
            title: COLLECTION_SLIP_TITLE.to_owned(),
            content: digest(&said)?,
        };
        self.ask_to_sign(number, operator, paper, said.document())
    }

    /// Fails unless exactly this slip was signed on the screen, with a picture among the files.
    pub(super) fn signed_on_screen(
        &self,
        number: &CaseNumber,
        said: &CollectionSlip,
        input: &DeliverResults,
    ) -> Outcome<()> {
        let owner = Owner::Case(number.clone());
        if self.was_signed(&owner, (COLLECTION_SLIP, digest(said)?), &input.files) {
            return Ok(());
        }
        let missing = field_problem("acknowledged", "signature_missing");
        Err(ApiError::invalid(vec![missing]))
    }
}

/// What a slip says, as a signature is bound to it.
fn digest(said: &CollectionSlip) -> Outcome<Hash> {
    let unsaid = |_| ApiError::new(ErrorCode::PaperUnknown);
    Ok(sha256(&serde_json::to_vec(said).map_err(unsaid)?))
}
