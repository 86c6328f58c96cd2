//! A mandate is printed, signed, and written down with its signature.

use yichuang_domain::{delivery::Acknowledged, role::Act};

use super::{
    mandate_id,
    terms::{Signature, principal, read_terms},
};
use crate::{
    Desk,
    case::append,
    draft::file_ref,
    ipc::{
        ApiError, ChangedKind, ErrorCode, GiveMandate, MandateText, MandateView, PaperInfo,
        PrintMandate,
    },
    paper::{MANDATE, Paper, mandate_paper, queue},
    report::{Outcome, field_problem, problem},
    resident::passages,
};

impl Desk {
    /// Makes the paper of a mandate, to be read out and signed. Nothing holds before it is signed
    /// and written down.
    ///
    /// # Errors
    /// `CASE-001` with every field to change, `CASE-002`, `PERSON-001`, `PAPER-002`.
    pub fn print_mandate(&self, input: PrintMandate) -> Outcome<PaperInfo> {
        let operator = self.allowed(Act::Mandate)?;
        let id = self.fresh_id()?;
        let at = self.now();
        self.store()?.write(|tx| -> Outcome<()> {
            let (case, person) = principal(tx, &input.person)?;
            let about = (self.today(), operator.name.as_str());
            let mandate = read_terms(id, person, &input.terms, None, about)?;
            let said = mandate_paper(tx, &mandate, None)?;
            let paper = Paper::of_case(&format!("{MANDATE}{id}"), case.id).saying(&said)?;
            queue(tx, id, &paper, at)
        })?;
        self.settled(id)
    }

    /// The text of a mandate, to be read out to whoever gives it before they sign; numbers but for
    /// their ends are left out, as others hear it too. Nothing is written.
    ///
    /// # Errors
    /// `CASE-001` with every field to change, `CASE-002`, `PERSON-001`.
    pub fn read_mandate(&self, input: PrintMandate) -> Outcome<MandateText> {
        let operator = self.allowed(Act::Mandate)?;
        let id = self.fresh_id()?;
        self.store()?.read(|read| {
            let (_, person) = principal(read, &input.person)?;
            let about = (self.today(), operator.name.as_str());
            let mandate = read_terms(id, person, &input.terms, None, about)?;
            let said = mandate_paper(read, &mandate, None)?;
            Ok(MandateText {
                lines: passages(&said.document()),
            })
        })
    }

    /// Writes a signed mandate down.
    ///
    /// # Errors
    /// `CASE-001` with every field to change, `CASE-002`, `PERSON-001`, `MANDATE-001` when the paper
    /// is not this person's or was used before, `CLOCK-001`.
    pub fn give_mandate(&self, input: GiveMandate) -> Outcome<MandateView> {
        let operator = self.allowed_to_decide(Act::Mandate)?;
        let how = Acknowledged::from_key(&input.how)
            .ok_or_else(|| ApiError::invalid(vec![field_problem("how", "option")]))?;
        let mut unread = Vec::new();
        let pages = input.files.iter();
        let files = pages
            .filter_map(|file| file_ref("files", file, &mut unread))
            .collect();
        if !unread.is_empty() {
            let shown = unread.into_iter().map(|one| problem(one, None));
            return Err(ApiError::invalid(shown.collect()));
        }
        let (view, number) = self.store()?.write(|tx| -> Outcome<_> {
            let (case, person) = principal(tx, &input.person)?;
            let id = match &input.paper {
                Some(paper) => self.unused_paper(tx, paper, case.id)?,
                None => self.fresh_id()?,
            };
            let hand = self.hand(&operator, tx)?;
            let about = (hand.today, operator.name.as_str());
            let signature = Some(Signature {
                how,
                files,
                read_aloud: input.read_aloud,
            });
            let mandate = read_terms(id, person, &input.terms, signature, about)?;
            append(tx, &hand, case.id, mandate)?;
            let unknown = || ApiError::new(ErrorCode::MandateUnknown);
            let row = tx.mandate(id)?.ok_or_else(unknown)?;
            Ok((super::view(tx, &row, hand.today)?, case.number))
        })?;
        self.committed(&number);
        self.announce(ChangedKind::Case, None);
        Ok(view)
    }

    /// The paper that was signed gives the mandate its id, once.
    fn unused_paper(
        &self,
        tx: &yichuang_store::Tx<'_>,
        paper: &str,
        case: yichuang_domain::CaseId,
    ) -> Outcome<uuid::Uuid> {
        let unknown = || ApiError::new(ErrorCode::MandateUnknown);
        let id = mandate_id(paper)?;
        let row = tx.paper(id)?.ok_or_else(unknown)?;
        let fits = row.case == Some(case) && row.document == format!("{MANDATE}{id}");
        if fits && tx.mandate(id)?.is_none() {
            Ok(id)
        } else {
            Err(unknown())
        }
    }
}
