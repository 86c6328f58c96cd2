//! A matter with everything a verb needs of it.

use yichuang_domain::{Calendar, Matter, MatterCode, QuestionSet};
use yichuang_store::{CaseRow, Reader};
use yichuang_wire::payload::{MatterRef, Received};

use crate::{
    ipc::{ApiError, ErrorCode},
    report::Outcome,
};

/// A matter, its questions, and how an entry names it.
pub(crate) struct CatalogueMatter {
    pub(crate) matter: Matter,
    pub(crate) questions: QuestionSet,
    pub(crate) reference: MatterRef,
}

/// A matter in force.
///
/// # Errors
/// `MATTER-001` when there is none of this code.
pub(crate) fn in_force(read: &Reader<'_>, code: &MatterCode) -> Outcome<CatalogueMatter> {
    let unknown = || ApiError::new(ErrorCode::MatterUnknown);
    let matter = read.matter(code)?.ok_or_else(unknown)?;
    let reference = read.matter_ref(code)?.ok_or_else(unknown)?;
    Ok(CatalogueMatter {
        matter,
        questions: read.questions(code)?,
        reference,
    })
}

/// The matter exactly as it was when a case was taken; none when retention has cleared it.
pub(crate) fn pinned(read: &Reader<'_>, case: &CaseRow) -> Outcome<Option<Matter>> {
    Ok(read.matter_at(&case.matter_code, case.matter_sha256)?)
}

/// The matter and its questions as they were when a case was taken; none when retention has cleared
/// them. Where no questions were pinned, or they are not here, those in force serve.
pub(crate) fn as_received(
    read: &Reader<'_>,
    case: &CaseRow,
    received: &Received,
) -> Outcome<Option<CatalogueMatter>> {
    let Some(matter) = pinned(read, case)? else {
        return Ok(None);
    };
    let pinned = received.matter.questions;
    let questions = pinned
        .map(|hash| read.questions_at(&matter, hash))
        .transpose()?
        .flatten();
    let questions = match questions {
        Some(questions) => questions,
        None => read.questions(&case.matter_code)?,
    };
    Ok(Some(CatalogueMatter {
        matter,
        questions,
        reference: received.matter.clone(),
    }))
}

/// The working-day calendar in force. Without one every weekday counts and every date is
/// provisional, which screens and papers say.
pub(crate) fn calendar(read: &Reader<'_>) -> Outcome<Calendar> {
    Ok(read.calendar()?.unwrap_or_else(|| Calendar::from_years([])))
}
