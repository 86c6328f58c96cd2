//! Printing again, printing a guide, the test page.

use uuid::Uuid;
use yichuang_domain::{reprint::ReprintReason, role::Act};
use yichuang_store::PaperRow;

use super::{
    delivery_papers::{DELIVERY_PROOF, MANDATE, PARCEL_LABEL},
    offered_papers::{DEFERRED_ACCEPTANCE, RATING_FORM, RATING_TICKET, of_rating},
    queue::{FORWARDING, Paper, SLIPS, TRANSFER, queue},
    show::title,
};
use crate::{
    Desk,
    case::{
        EXAMINATION_RECEIPT, MATERIALS_RETURN, SUPPLY_RECEIPT, TERMINATION, numbered, paper_to_sign,
    },
    draft::{Draft, sign},
    ipc::{ApiError, DraftPaper, ErrorCode, Nothing, PaperInfo, ReceiptFile, Reprint},
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

impl Desk {
    /// Makes a document of a case again, as 补打; or a paper to be signed for it, which leaves the
    /// draft's printings behind and counts anew; or the slips one of which has the number.
    ///
    /// # Errors
    /// `CASE-002`, `PAPER-001` when the case has no such document, `PAPER-002`, `PAPER-007` without a
    /// reason for what was printed before, `INPUT-001` for a reason nobody may give.
    pub fn reprint(&self, input: Reprint) -> Outcome<PaperInfo> {
        self.allowed(Act::Print)?;
        let why = said(input.reason.as_deref())?;
        let document = input.document.as_str();
        if document == SLIPS {
            let why = explained(why, SLIPS)?;
            return self.print_slips_again(&input.number, why);
        }
        let of_case = CASE_DOCUMENTS.contains(&document)
            || [DELIVERY_PROOF, PARCEL_LABEL, MANDATE]
                .iter()
                .any(|kind| document.starts_with(kind));
        if of_case {
            return self.print_for(&input.number, document, why);
        }
        let to_sign = self.store()?.read(|read| {
            let case = numbered(read, &input.number)?;
            paper_to_sign(read, &case, document)
        })?;
        let to_sign = to_sign.ok_or_else(|| ApiError::new(ErrorCode::PaperUnknown))?;
        let changed = to_sign.outdated.then_some(ReprintReason::Changed);
        self.print_for(&input.number, document, changed.or(why))
    }

    /// The receipt of a case on paper: the first one while nobody has printed it, else a 补打.
    ///
    /// # Errors
    /// Those of [`Desk::reprint`].
    pub fn receipt_paper(&self, input: ReceiptFile) -> Outcome<PaperInfo> {
        self.allowed(Act::Print)?;
        let why = said(input.reason.as_deref())?;
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
            None => self.print_for(&input.number, "receipt", why),
        }
    }

    /// Makes a paper of a draft, to be signed. One that says something else by now is made again for
    /// that reason.
    ///
    /// # Errors
    /// `DRAFT-001`, `DRAFT-002`, `PAPER-001` when nobody has to sign such a paper, `PAPER-002`,
    /// `PAPER-007` without a reason for one that says what it said before, `INPUT-001`.
    pub fn print_draft_paper(&self, input: DraftPaper) -> Outcome<PaperInfo> {
        let operator = self.allowed(Act::Draft)?;
        let id = Draft::id(&input.draft)?;
        let given = said(input.reason.as_deref())?;
        let paper = self.store()?.read(|read| -> Outcome<_> {
            let draft = Draft::load_current(read, id, &operator)?;
            let found = draft.in_force(read)?;
            let printed = read.papers_of_draft(id)?;
            let asked = sign::views(&sign::to_sign(&found, &draft.content), &printed);
            let asked = asked.into_iter().find(|one| one.document == input.document);
            let asked = asked.ok_or_else(|| ApiError::new(ErrorCode::PaperUnknown))?;
            let changed = asked.outdated.then_some(ReprintReason::Changed);
            let why = why_again(&printed, &asked.document, changed.or(given))?;
            Ok(Paper::of_draft(asked.document, id, draft.matter).because(why))
        })?;
        self.make_paper(paper)
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

    fn print_for(
        &self,
        number: &str,
        document: &str,
        why: Option<ReprintReason>,
    ) -> Outcome<PaperInfo> {
        let id = self.fresh_id()?;
        let at = self.now();
        self.store()?.write(|tx| -> Outcome<()> {
            let case = numbered(tx, number)?;
            let why = why_again(&tx.papers_of(case.id)?, document, why)?;
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

/// Why a person may have a document made again, by their keys.
pub fn reprint_reasons() -> impl Iterator<Item = &'static str> {
    ReprintReason::given().map(ReprintReason::key)
}

/// The reason somebody gives.
fn said(reason: Option<&str>) -> Outcome<Option<ReprintReason>> {
    let unknown = || ApiError::new(ErrorCode::InputShape).with("reason", "reason");
    reason
        .map(|key| ReprintReason::from_person(key).ok_or_else(unknown))
        .transpose()
}

/// Why `document` is made again; none of a first printing, which is no 补打.
fn why_again(
    printed: &[PaperRow],
    document: &str,
    why: Option<ReprintReason>,
) -> Outcome<Option<ReprintReason>> {
    match printed.iter().any(|one| one.document == document) {
        true => explained(why, document).map(Some),
        false => Ok(None),
    }
}

/// The reason somebody gives for a document that was printed before.
///
/// # Errors
/// `INPUT-001` for one nobody may give, `PAPER-007` without any.
pub(crate) fn said_again(reason: Option<&str>, document: &str) -> Outcome<ReprintReason> {
    explained(said(reason)?, document)
}

fn explained(why: Option<ReprintReason>, document: &str) -> Outcome<ReprintReason> {
    let missing = || ApiError::new(ErrorCode::ReprintUnexplained).with("title", title(document));
    why.ok_or_else(missing)
}
