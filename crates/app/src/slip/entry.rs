//! What a slip on a draft has to say before a case can be made of it, and what the case says of it.

use chrono::NaiveDate;
use yichuang_domain::{
    CaseNumber, FieldProblem as Problem,
    slip::{SlipReason, check_day},
    text::check,
};
use yichuang_store::{Reader, Slip};
use yichuang_wire::payload::{SlipEntry, SlipLeave};

use crate::{
    draft::file_ref,
    ipc::{ApiError, DraftContent, FieldProblem, SlipOnDraft},
    report::{Outcome, field_problem},
};

/// Characters of the words beside another reason.
const LONGEST_WORDS: usize = 100;

/// A slip that becomes a case.
pub(crate) struct SlipUse {
    /// Its number, final.
    pub(crate) number: CaseNumber,
    /// The day on it.
    pub(crate) on: NaiveDate,
    /// What the case says of it.
    pub(crate) entry: SlipEntry,
}

/// The day a draft is taken in on: the slip's, when it is entered from one.
pub(crate) fn day_of(content: &DraftContent, today: NaiveDate) -> NaiveDate {
    let on = content.slip.as_ref().and_then(|slip| slip.on.parse().ok());
    on.unwrap_or(today)
}

/// What is wrong with what was typed about the slip of a draft.
pub(crate) fn wrong(content: &DraftContent) -> Vec<Problem> {
    let Some(slip) = &content.slip else {
        return Vec::new();
    };
    let mut problems = Vec::new();
    let why = SlipReason::from_key(&slip.why);
    if why.is_none() {
        problems.push(Problem::new("slip.why", "required"));
    }
    if why == Some(SlipReason::Other) && slip.words.trim().is_empty() {
        problems.push(Problem::new("slip.words", "required"));
    }
    if check(&slip.words, LONGEST_WORDS).is_err() {
        problems.push(Problem::new("slip.words", "too_long"));
    }
    if slip.files.is_empty() {
        problems.push(Problem::new("slip.files", "slip_page"));
    }
    problems
}

/// The slip a draft is entered from, still free and of a day that can stand; none without one.
///
/// # Errors
/// `CASE-001` naming what is wrong with it.
pub(crate) fn settled(
    read: &Reader<'_>,
    content: &DraftContent,
    today: NaiveDate,
) -> Outcome<Option<SlipUse>> {
    let found = content.slip.as_ref().map(|slip| used(read, slip, today));
    found
        .transpose()
        .map_err(|wrong| ApiError::invalid(vec![wrong]))
}

fn used(read: &Reader<'_>, slip: &SlipOnDraft, today: NaiveDate) -> Result<SlipUse, FieldProblem> {
    let number = CaseNumber::parse(&slip.number)
        .map_err(|_| field_problem("slip.number", "not_a_number"))?;
    let on = slip
        .on
        .parse()
        .map_err(|_| field_problem("slip.on", "not_a_date"))?;
    let printed = free_slip(read, &number, "slip.number")?;
    let leave = slip.leave_by.parse().ok().map(|by| SlipLeave {
        by,
        reason: slip.leave_why.clone(),
    });
    check_day(on, printed.printed_on, today, leave.is_some())
        .map_err(|problem| field_problem("slip.on", problem.rule()))?;
    let why =
        SlipReason::from_key(&slip.why).ok_or_else(|| field_problem("slip.why", "required"))?;
    let mut unread = Vec::new();
    let files = slip.files.iter();
    let files = files.filter_map(|file| file_ref("slip.files", file, &mut unread));
    Ok(SlipUse {
        number,
        on,
        entry: SlipEntry {
            why,
            words: slip.words.trim().to_owned(),
            files: files.collect(),
            entered_on: today,
            leave,
        },
    })
}

/// The free slip of a number; what is wrong is named `field`.
pub(super) fn free_slip(
    read: &Reader<'_>,
    number: &CaseNumber,
    field: &str,
) -> Result<Slip, FieldProblem> {
    let found = read.slip(number).ok().flatten();
    let slip = found.ok_or_else(|| field_problem(field, "not_ours"))?;
    match (slip.used, &slip.spoiled) {
        (true, _) => Err(field_problem(field, "slip_used")),
        (false, Some(_)) => Err(field_problem(field, "slip_spoiled")),
        (false, None) => Ok(slip),
    }
}
