//! Printing again, printing a guide, the test page.

use uuid::Uuid;
use yichuang_domain::role::Act;
use yichuang_store::PaperRow;

use super::{
    delivery_papers::{DELIVERY_PROOF, MANDATE, PARCEL_LABEL},
    offered_papers::{DEFERRED_ACCEPTANCE, RATING_FORM, RATING_TICKET, of_rating},
    queue::{FORWARDING, Paper, SLIPS, TRANSFER, queue},
};
use crate::{
    Desk,
    case::{
        EXAMINATION_RECEIPT, MATERIALS_RETURN, SUPPLY_RECEIPT, TERMINATION, is_to_be_signed,
        numbered,
    },
    draft::{Draft, sign},
    ipc::{ApiError, CaseRef, DraftPaper, ErrorCode, Nothing, PaperInfo, Reprint},
    printing::End,
    report::Outcome,
};

/// Where a paper went that was asked for as a file.
const FILE: &str = "file";
/// The documents a case can have.
const CASE_DOCUMENTS: [&str; 13] = [
    "receipt",
    "acceptance",
    DEFERRED_ACCEPTANCE,
    "correction",
    "refusal",
    SUPPLY_RECEIPT,
    EXAMINATION_RECEIPT,
    MATERIALS_RETURN,
    TERMINATION,
    FORWARDING,
    TRANSFER,
    RATING_FORM,
    RATING_TICKET,
];
/// Why a paper is made again.
const REASONS: [&str; 5] = ["lost", "unclear", "blank", "jammed", "one_more"];

impl Desk {
    /// Makes a document of a case again, as 补打; or a paper to be signed for it, which leaves the
    /// draft's printings behind and counts anew; or the slips one of which has the number.
    ///
    /// # Errors
    /// `CASE-002`, `PAPER-001` when the case has no such document, `PAPER-002`, `INPUT-001` for a
    /// reason there is none of.
    pub fn reprint(&self, input: Reprint) -> Outcome<PaperInfo> {
        self.allowed(Act::Print)?;
        let known = |why: &String| REASONS.contains(&why.as_str());
        if input.reason.as_ref().is_some_and(|why| !known(why)) {
            return Err(ApiError::new(ErrorCode::InputShape).with("reason", "reason"));
        }
        let document = input.document.as_str();
        if document == SLIPS {
            return self.print_slips_again(&input.number, input.reason);
        }
        let known = CASE_DOCUMENTS.contains(&document)
            || [DELIVERY_PROOF, PARCEL_LABEL, MANDATE]
                .iter()
                .any(|kind| document.starts_with(kind))
            || self.store()?.read(|read| {
                let case = numbered(read, &input.number)?;
                is_to_be_signed(read, &case, document)
            })?;
        if known {
            self.print_for(&input.number, document, input.reason.clone())
        } else {
            Err(ApiError::new(ErrorCode::PaperUnknown))
        }
    }

    /// The receipt of a case on paper: the first one while nobody has printed it, else a 补打.
    ///
    /// # Errors
    /// Those of [`Desk::reprint`].
    pub fn receipt_paper(&self, input: CaseRef) -> Outcome<PaperInfo> {
        self.allowed(Act::Print)?;
        let fresh = self.store()?.read(|read| -> Outcome<Option<PaperRow>> {
            let case = numbered(read, &input.number)?;
            Ok(read
                .papers_of(case.id)?
                .into_iter()
                .find(|p| p.document == "receipt" && p.outcome == "ready"))
        })?;
        match fresh {
            Some(paper) => {
                self.settle(&paper, &End::saved(FILE.to_owned()))?;
                self.paper_info(paper.id)
            }
            None => self.print_for(&input.number, "receipt", None),
        }
    }

    /// Makes a paper of a draft, to be signed.
    ///
    /// # Errors
    /// `DRAFT-001`, `DRAFT-002`, `PAPER-001` when nobody has to sign such a paper, `PAPER-002`.
    pub fn print_draft_paper(&self, input: DraftPaper) -> Outcome<PaperInfo> {
        let operator = self.allowed(Act::Draft)?;
        let id = Draft::id(&input.draft)?;
        let matter = self.store()?.read(|read| -> Outcome<_> {
            let draft = Draft::load_current(read, id, &operator)?;
            let found = draft.in_force(read)?;
            let asked = sign::to_sign(&found, &draft.content);
            if asked.iter().any(|paper| paper.document == input.document) {
                Ok(draft.matter)
            } else {
                Err(ApiError::new(ErrorCode::PaperUnknown))
            }
        })?;
        self.make_paper(Paper::of_draft(input.document, id, matter))
    }

    /// Takes the papers of a draft that is gone out of the spool. One that stays there is sealed
    /// and no row names it.
    pub(crate) fn unspool(&self, papers: &[PaperRow]) {
        for hash in papers.iter().filter_map(|paper| paper.sha256) {
            let gone = self
                .store()
                .and_then(|store| Ok(store.unspool_paper(hash)?));
            if let Err(error) = gone {
                tracing::warn!("a paper stays in the spool: {error}");
            }
        }
    }

    /// Makes the test page.
    ///
    /// # Errors
    /// `PAPER-002`.
    pub fn print_test_page(&self, _: Nothing) -> Outcome<PaperInfo> {
        self.operator()?;
        self.make_paper(Paper::test_page())
    }

    /// Makes the list of proofs kept and abolished (证明事项清单), for the wall.
    ///
    /// # Errors
    /// `PROOF-001` when the catalogue in force has none, `PAPER-002`, `OPS-…`.
    pub fn print_proof_list(&self, _: Nothing) -> Outcome<PaperInfo> {
        self.allowed(Act::Print)?;
        let missing = || ApiError::new(ErrorCode::ProofListMissing);
        self.store()?
            .read(|read| -> Outcome<_> { read.proofs()?.ok_or_else(missing) })?;
        self.make_paper(Paper::proof_list())
    }

    /// Queues, commits, makes, tells.
    pub(crate) fn make_paper(&self, paper: Paper) -> Outcome<PaperInfo> {
        let id = self.fresh_id()?;
        let at = self.now();
        self.store()?.write(|tx| queue(tx, id, &paper, at))?;
        self.settled(id)
    }

    fn print_for(&self, number: &str, document: &str, why: Option<String>) -> Outcome<PaperInfo> {
        let id = self.fresh_id()?;
        let at = self.now();
        self.store()?.write(|tx| -> Outcome<()> {
            let case = numbered(tx, number)?;
            let paper = match document {
                RATING_FORM | RATING_TICKET => of_rating(document, &case, self.today())?,
                _ => Paper::of_case(document, case.id),
            };
            queue(tx, id, &paper.because(why), at)
        })?;
        self.settled(id)
    }

    /// Makes what is queued and says what became of one paper.
    pub(crate) fn settled(&self, id: Uuid) -> Outcome<PaperInfo> {
        self.finish_papers()?;
        let info = self.paper_info(id)?;
        match info.outcome.as_str() {
            "failed" => {
                let reason = info.reason.unwrap_or_default();
                Err(ApiError::new(ErrorCode::PaperFailed).with("reason", reason))
            }
            _ => Ok(info),
        }
    }
}
