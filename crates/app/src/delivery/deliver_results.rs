//! Handing over: the slip to sign, then the entries, one a case, all in one transaction.

use yichuang_domain::{delivery::Acknowledged, role::Act};
use yichuang_wire::payload::Delivered;

use super::handing::{Checked, check};
use crate::{
    Desk,
    case::append,
    ipc::{ApiError, DeliverResults, DeliveryDone, ErrorCode, PaperInfo},
    paper::{COLLECTION_SLIP, DELIVERY_PROOF, Paper, Slip, collection_slip, queue},
    report::{Outcome, field_problem},
    resident::Owner,
};

impl Desk {
    /// Makes the slip that lists everything of one handing over, to be signed (领取签收单). Nothing is
    /// delivered by it.
    ///
    /// # Errors
    /// Those of [`Desk::deliver_results`] but for the signature.
    pub fn print_collection_slip(&self, input: DeliverResults) -> Outcome<PaperInfo> {
        let operator = self.allowed(Act::Deliver)?;
        let id = self.fresh_id()?;
        let at = self.now();
        let today = self.today();
        self.store()?.write(|tx| -> Outcome<()> {
            let checked = check(tx, &input, None, today)?;
            let said = slip(&checked, today, &operator.name)?;
            let unknown = || ApiError::new(ErrorCode::CaseUnknown);
            let first = checked.going.first().ok_or_else(unknown)?;
            let paper = Paper::of_case(COLLECTION_SLIP, first.case.id).saying(&said)?;
            queue(tx, id, &paper, at)
        })?;
        self.settled(id)
    }

    /// Hands results of one person over. Each case gets its entry, all of them or none.
    ///
    /// # Errors
    /// `CASE-001` with every field to change; `CASE-003` before a decision; `DELIVERY-001` when the
    /// document is not the applicant's, `DELIVERY-002` and `MANDATE-002` when nobody let its holder
    /// collect, `DELIVERY-003` for a document that is not here, `DELIVERY-004` for several people's
    /// cases; `CLOCK-001`. Signed on the screen, the signature is of exactly this handing over
    /// (`signature_missing` otherwise).
    pub fn deliver_results(&self, input: DeliverResults) -> Outcome<DeliveryDone> {
        let operator = self.allowed_to_decide(Act::Deliver)?;
        let how = Acknowledged::from_key(&input.acknowledged)
            .ok_or_else(|| ApiError::invalid(vec![field_problem("acknowledged", "required")]))?;
        let delivery = self.fresh_id()?;
        let (cases, complete) = self.store()?.write(|tx| -> Outcome<_> {
            let hand = self.hand(&operator, tx)?;
            let checked = check(tx, &input, Some(how), hand.today)?;
            if let (Acknowledged::OnScreen, Some(first)) = (how, checked.going.first()) {
                let said = slip(&checked, hand.today, &operator.name)?;
                self.signed_on_screen(&first.case.number, &said, &input)?;
            }
            for one in &checked.going {
                let entry = Delivered {
                    number: one.case.number.clone(),
                    delivery,
                    documents: one.documents.clone(),
                    way: checked.way,
                    complete: one.complete,
                    recipient: checked.recipient,
                    taker: checked.taker.clone(),
                    relation: checked.relation.clone(),
                    mandate: checked.mandate_id(),
                    place: checked.place.clone(),
                    acknowledged: how,
                    files: checked.files.clone(),
                    witness: checked.witness.clone(),
                    parcel: None,
                    tracking: None,
                    note: note(&input.note)?,
                    delivered_on: hand.today,
                    clerk: operator.name.clone(),
                };
                append(tx, &hand, one.case.id, entry)?;
                let paper = Paper::of_case(&format!("{DELIVERY_PROOF}{delivery}"), one.case.id);
                queue(tx, self.fresh_id()?, &paper, hand.at)?;
            }
            let complete = checked.going.iter().filter(|one| one.complete).count();
            let cases: Vec<_> = checked.going.into_iter().map(|one| one.case).collect();
            Ok((cases, complete))
        })?;
        if let Some(first) = cases.first() {
            self.used_signature(&Owner::Case(first.number.clone()), COLLECTION_SLIP);
        }
        self.done_delivering(&cases, complete, &format!("{DELIVERY_PROOF}{delivery}"))
    }

    /// After the commit: papers, then the page.
    pub(super) fn done_delivering(
        &self,
        cases: &[yichuang_store::CaseRow],
        complete: usize,
        document: &str,
    ) -> Outcome<DeliveryDone> {
        let mut papers = Vec::new();
        for case in cases {
            self.committed(&case.number);
            let made = self.store()?.read(|read| self.papers_of(read, case.id))?;
            papers.extend(made.into_iter().filter(|paper| paper.document == document));
        }
        Ok(DeliveryDone {
            numbers: cases.iter().map(|case| case.number.to_string()).collect(),
            complete: u32::try_from(complete).unwrap_or(u32::MAX),
            papers,
        })
    }
}

/// What else was said, as it is kept.
pub(super) fn note(text: &str) -> Outcome<String> {
    match text.trim() {
        "" => Ok(String::new()),
        text => crate::operator::reason("note", text, 1),
    }
}

pub(super) fn slip(
    checked: &Checked,
    on: chrono::NaiveDate,
    clerk: &str,
) -> Outcome<yichuang_print::documents::CollectionSlip> {
    let unknown = || ApiError::new(ErrorCode::CaseUnknown);
    let first = checked.going.first().ok_or_else(unknown)?;
    let cases = checked.going.iter();
    let slip = Slip {
        applicant: &first.received.applicant,
        taker: checked.taker.as_ref(),
        relation: &checked.relation,
        mandate: checked.mandate.as_ref(),
        cases: cases
            .map(|one| (&one.case, one.documents.as_slice()))
            .collect(),
        way: checked.way,
        place: &checked.place,
        witness: checked.witness.as_deref().unwrap_or_default(),
        on,
        clerk,
    };
    Ok(collection_slip(&slip))
}
