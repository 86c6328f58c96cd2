//! What every way of ending a case shares: who may still end it here, what lies at the counter, and
//! asking the platform once it is with its department.

use yichuang_domain::{
    CaseState, FileRef, HandIn, OperatorId,
    case::{RequestKind, Verb, transition},
};
use yichuang_store::{CaseRow, Tx};
use yichuang_wire::payload::{Payload, Received, Requested};

use super::take_in::{Hand, append};
use crate::{
    Desk,
    desk::Operator,
    ipc::{ApiError, CaseEnded, ChangedKind, ErrorCode},
    paper::{Paper, queue},
    report::{Outcome, field_problem},
};

/// Whether a case is with its department, as far as this terminal knows: the platform moves it then.
pub(super) const fn is_dispatched(state: CaseState) -> bool {
    matches!(
        state,
        CaseState::Dispatched | CaseState::InProcess | CaseState::Suspended
    )
}

/// What a verb that ends a case comes to.
pub(super) enum Ending {
    /// It ends here, with these papers.
    Here(Box<Payload>, Vec<&'static str>),
    /// The platform is asked.
    Asked {
        what: RequestKind,
        reason: String,
        supervisor: Option<OperatorId>,
        /// Pages of what the applicant wrote.
        files: Vec<FileRef>,
    },
}

/// A case one may end by `verb`: here before it is with its department, by asking after. Whether it
/// is asked for.
///
/// # Errors
/// `CASE-003` with the state; `CASE-010` when the same was asked and is not answered.
pub(super) fn may_end(tx: &Tx<'_>, row: &CaseRow, verb: Verb, what: RequestKind) -> Outcome<bool> {
    if row.own && is_dispatched(row.state) {
        let asked = tx.open_requests(row.id)?;
        if asked.iter().any(|open| open.what == what.key()) {
            return Err(ApiError::new(ErrorCode::AskedBefore).with("what", what.key()));
        }
        return Ok(true);
    }
    match transition(row.state, verb) {
        Ok(_) if row.own => Ok(false),
        _ => Err(ApiError::new(ErrorCode::IllegalMove).with("state", row.state.key())),
    }
}

/// The materials named, which lie at the counter.
///
/// # Errors
/// `CASE-001` for one that does not.
pub(super) fn given_back(received: &Received, named: &[String]) -> Outcome<Vec<String>> {
    let find = |id: &String| {
        let mut lines = received.materials.iter();
        lines
            .find(|line| line.id == *id && is_at_counter(line.how))
            .map(|line| line.name.clone())
            .ok_or_else(|| ApiError::invalid(vec![field_problem("returned", "not_at_counter")]))
    };
    named.iter().map(find).collect()
}

/// Whether paper or a copy of a material stayed at the counter.
pub(super) const fn is_at_counter(how: Option<HandIn>) -> bool {
    matches!(how, Some(HandIn::PaperTaken | HandIn::CopyTaken))
}

impl Desk {
    /// Ends a case, or asks the platform to, in one transaction; `decide` says which.
    pub(super) fn end_case(
        &self,
        operator: &Operator,
        number: &str,
        decide: impl FnOnce(&Tx<'_>, &CaseRow, &Hand<'_>) -> Outcome<Ending>,
    ) -> Outcome<CaseEnded> {
        self.notice_silence()?;
        let (number, ended) = self.store()?.write(|tx| -> Outcome<_> {
            let row = super::done::numbered(tx, number)?;
            let hand = self.hand(operator, tx)?;
            let ending = decide(tx, &row, &hand)?;
            let ended = matches!(ending, Ending::Here(..));
            self.write_ending(tx, &hand, &row, ending)?;
            Ok((row.number, ended))
        })?;
        if ended {
            let done = self.after_verb(&number, false)?;
            return Ok(CaseEnded { done: Some(done) });
        }
        self.sync.committed();
        self.announce(ChangedKind::Case, Some(number.to_string()));
        Ok(CaseEnded { done: None })
    }

    fn write_ending(
        &self,
        tx: &mut Tx<'_>,
        hand: &Hand<'_>,
        row: &CaseRow,
        ending: Ending,
    ) -> Outcome<()> {
        match ending {
            Ending::Here(payload, papers) => {
                append(tx, hand, row.id, *payload)?;
                for document in papers {
                    let paper = Paper::of_case(document, row.id);
                    queue(tx, self.fresh_id()?, &paper, hand.at)?;
                }
                Ok(())
            }
            Ending::Asked {
                what,
                reason,
                supervisor,
                files,
            } => {
                let requested = Requested {
                    number: row.number.clone(),
                    what,
                    reason,
                    supervisor,
                    files,
                    on: hand.today,
                    clerk: hand.operator.name.clone(),
                };
                append(tx, hand, row.id, requested)
            }
        }
    }
}
