//! A draft is entered from a slip: its number and the day on it, checked once and kept.

use chrono::NaiveDate;
use yichuang_domain::{
    CaseNumber,
    role::Act,
    slip::{SlipDayProblem, check_day},
};
use yichuang_store::Reader;

use super::entry::free_slip;
use crate::{
    Desk,
    draft::{Archive, Draft},
    ipc::{ApiError, DraftRef, DraftView, FieldProblem, SlipOnDraft, TakeSlip},
    operator::reason,
    report::{Outcome, field_problem},
};

/// Fewest characters of a supervisor's reason.
const SHORTEST: usize = 4;

impl Desk {
    /// Enters the draft from a slip.
    ///
    /// # Errors
    /// `CASE-001` naming `slip.number` (`not_a_number`, `not_ours`, `used`, `spoiled`) or `slip.on`
    /// (`not_a_date`, `future_date`, `before_printed`, `too_old` until a supervisor agrees);
    /// `DRAFT-001`, `OPS-…`.
    pub fn take_slip(&self, input: TakeSlip) -> Outcome<DraftView> {
        let operator = self.allowed(Act::Draft)?;
        let id = Draft::id(&input.draft)?;
        let leave = self.slip_leave(&input)?;
        self.store()?.write(|tx| {
            let mut draft = Draft::load(tx, id, &operator)?;
            let (number, on) = self
                .read_slip(tx, &input, leave.is_some())
                .map_err(|wrong| ApiError::invalid(vec![wrong]))?;
            let before = draft.content.slip.take();
            let (leave_by, leave_why) = leave.unwrap_or_default();
            draft.content.slip = Some(SlipOnDraft {
                number: number.to_string(),
                on: on.to_string(),
                leave_by,
                leave_why,
                ..before.unwrap_or_else(blank)
            });
            draft.saved_at = self.now();
            draft.save(tx, &operator)?;
            let archive = Archive::of(tx, draft.content.applicant.as_ref(), self.today())?;
            self.draft_view(tx, &draft, &archive)
        })
    }

    /// The draft is not entered from a slip after all.
    ///
    /// # Errors
    /// `DRAFT-001`, `OPS-…`.
    pub fn put_slip_back(&self, input: DraftRef) -> Outcome<DraftView> {
        let operator = self.allowed(Act::Draft)?;
        let id = Draft::id(&input.id)?;
        self.store()?.write(|tx| {
            let mut draft = Draft::load(tx, id, &operator)?;
            draft.content.slip = None;
            draft.saved_at = self.now();
            draft.save(tx, &operator)?;
            let archive = Archive::of(tx, draft.content.applicant.as_ref(), self.today())?;
            self.draft_view(tx, &draft, &archive)
        })
    }

    /// The supervisor who agrees, and why; none when nobody was asked.
    fn slip_leave(&self, input: &TakeSlip) -> Outcome<Option<(String, String)>> {
        if input.reason.trim().is_empty() {
            return Ok(None);
        }
        let why = reason("reason", &input.reason, SHORTEST)?;
        let by = self.vouched(&input.supervisor, &input.password, Act::EnterOldSlip)?;
        Ok(Some((by.to_string(), why)))
    }

    fn read_slip(
        &self,
        read: &Reader<'_>,
        input: &TakeSlip,
        vouched: bool,
    ) -> Result<(CaseNumber, NaiveDate), FieldProblem> {
        let number = CaseNumber::parse(input.number.trim().to_uppercase().as_str())
            .map_err(|_| field_problem("slip.number", "not_a_number"))?;
        let slip = free_slip(read, &number, "slip.number")?;
        let on = NaiveDate::parse_from_str(input.on.trim(), "%Y-%m-%d")
            .map_err(|_| field_problem("slip.on", "not_a_date"))?;
        match check_day(on, slip.printed_on, self.today(), vouched) {
            Ok(()) => Ok((number, on)),
            Err(problem) => Err(day_problem(problem, slip.printed_on)),
        }
    }
}

fn day_problem(problem: SlipDayProblem, printed_on: NaiveDate) -> FieldProblem {
    let mut wrong = field_problem("slip.on", problem.rule());
    let day = printed_on.to_string();
    wrong.params.insert("day".to_owned(), day);
    wrong
}

fn blank() -> SlipOnDraft {
    SlipOnDraft {
        number: String::new(),
        on: String::new(),
        why: String::new(),
        words: String::new(),
        files: Vec::new(),
        leave_by: String::new(),
        leave_why: String::new(),
    }
}
