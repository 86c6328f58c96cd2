//! The receipt with a line that a stranger can verify (docs/PROTOCOL.md §6).
//!
//! It is signed when the paper is made and not when the case is taken in: the digest needs the paper,
//! and no signature may stand between a resident and a number. The fields are those of the journal,
//! so a paper made again carries the same ones for as long as the case says the same.
//!
//! A terminal that is not certified yet, or no longer, prints the bare number in the symbol as before
//! and says nothing about it: number, text and signature of a receipt are as good without, and a
//! sentence the resident can do nothing with would take the room of one that helps. Whoever verifies
//! such a paper is told that it carries no line.

use yichuang_domain::CaseNumber;
use yichuang_print::{
    Document,
    documents::{Imprint, Receipt},
    said,
};
use yichuang_store::{JournalEntry, PaperRow, Reader};
use yichuang_wire::{
    Hash, MaskedName, PrintedReceipt, ShortHash,
    payload::{Accepted, Payload, Received},
};

use super::{
    case_papers::{self, Facts},
    chain_receipt::chain_receipt,
    make::is_offline,
};
use crate::{
    Desk,
    clock::shanghai,
    ipc::{ApiError, ErrorCode},
    report::Outcome,
};

/// What a receipt vouches for besides its own text.
struct Verifiable<'a> {
    /// As the paper shows it: the whole's of cases taken in together.
    number: CaseNumber,
    received: &'a Received,
    accepted: Option<&'a Accepted>,
    /// The entry that took the materials in.
    entry: Hash,
}

impl Desk {
    /// The receipt of a case, or of the whole it is part of, as `number`; `told` is its timeline and
    /// the entry that took the materials in.
    pub(super) fn receipt_document(
        &self,
        read: &Reader<'_>,
        paper: &PaperRow,
        facts: Facts<'_>,
        told: (&[JournalEntry], &JournalEntry),
        number: CaseNumber,
    ) -> Outcome<Document> {
        let (timeline, entry) = told;
        let received = facts.received;
        let accepted = accepted(timeline);
        let offline = is_offline(entry);
        let receipt = match received.chain {
            Some(_) => chain_receipt(read, facts, offline)?,
            None => case_papers::receipt(facts, accepted, offline),
        };
        let verifiable = Verifiable {
            number,
            received,
            accepted,
            entry: entry.hash,
        };
        self.verifiable(read, paper, receipt, &verifiable)
    }

    /// The receipt, with the line in its symbol when this terminal is certified for it.
    fn verifiable(
        &self,
        read: &Reader<'_>,
        paper: &PaperRow,
        receipt: Receipt,
        facts: &Verifiable<'_>,
    ) -> Outcome<Document> {
        let plain = made(&receipt);
        let made_on = shanghai(paper.queued_at).date_naive();
        let certificate = read
            .receipt_certificate()?
            .filter(|certificate| made_on <= certificate.until());
        let Some(certificate) = certificate else {
            return Ok(plain);
        };
        // What stands in the symbol is no part of the text, so the plain paper says the same.
        let text = said(&plain, &*self.fonts()?)
            .map_err(|error| ApiError::new(ErrorCode::PaperFailed).with("reason", error.code()))?;
        let printed = PrintedReceipt {
            number: facts.number.clone(),
            matter: receipt.matter_code.clone(),
            received: facts.received.received_on,
            accepted: facts.accepted.map(|accepted| accepted.accepted_on),
            // Cases taken in together have a day each, which the text tells.
            due: facts
                .accepted
                .filter(|_| facts.received.chain.is_none())
                .and_then(|accepted| accepted.promised)
                .map(|due| due.date),
            name: MaskedName::of(&facts.received.applicant.name),
            text: ShortHash::of_text(&text),
            entry: facts.entry.into(),
        };
        match printed.sign(&read.identity().signing, &certificate) {
            Ok(line) => Ok(made(&Receipt {
                imprint: Imprint {
                    qr: Some(line),
                    ..receipt.imprint
                },
                ..receipt
            })),
            Err(error) => {
                tracing::warn!("a receipt is printed without its line: {error}");
                Ok(plain)
            }
        }
    }
}

/// On a roll the receipt is a ticket; its line is over what the ticket says.
fn made(receipt: &Receipt) -> Document {
    match receipt.imprint.paper.is_roll() {
        true => receipt.ticket(),
        false => receipt.document(),
    }
}

/// The last acceptance, when there was one.
fn accepted(timeline: &[JournalEntry]) -> Option<&Accepted> {
    timeline
        .iter()
        .rev()
        .find_map(|entry| match &entry.payload {
            Some(Payload::Accepted(accepted)) => Some(accepted),
            _ => None,
        })
}
