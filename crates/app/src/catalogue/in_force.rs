//! A matter with everything a verb needs of it.

use chrono::NaiveDate;
use yichuang_domain::{
    Answers, Calendar, Due, HandIn, Matter, MatterCode, QuestionSet,
    calendar::due,
    case::deferral_cap,
    requirement::{Held, Requirements, options, requirements},
};
use yichuang_store::{CaseRow, Reader};
use yichuang_wire::payload::{MatterRef, Received};

use super::ChainAsked;
use crate::{
    ipc::{ApiError, ErrorCode},
    report::Outcome,
};

/// A matter, its questions, and how an entry names it.
#[derive(Clone)]
pub(crate) struct CatalogueMatter {
    pub(crate) matter: Matter,
    pub(crate) questions: QuestionSet,
    pub(crate) reference: MatterRef,
    /// The chain this is the whole of; none of a single matter.
    pub(crate) chain: Option<Box<ChainAsked>>,
}

impl CatalogueMatter {
    /// The exact list for one situation.
    pub(crate) fn requirements(
        &self,
        answers: &Answers,
        held: &[Held],
        barred: bool,
    ) -> Requirements {
        self.list(answers, held, barred).0
    }

    /// The same, and the ways each line may be settled.
    pub(crate) fn list(
        &self,
        answers: &Answers,
        held: &[Held],
        barred: bool,
    ) -> (Requirements, Vec<Vec<HandIn>>) {
        if let Some(chain) = &self.chain {
            return chain.requirements(answers, held, barred);
        }
        let list = requirements(&self.matter, &self.questions, answers, held, barred);
        let ways = list.lines.iter().map(options).collect();
        (list, ways)
    }

    /// The place of a matter in the chain this is the whole of.
    pub(crate) fn part_of(&self, code: &MatterCode) -> Option<usize> {
        let mut matters = self.chain.as_ref()?.matters.iter();
        matters.position(|found| found.matter.code == *code)
    }

    /// The matters that are handled.
    fn handled(&self) -> Vec<&Matter> {
        match &self.chain {
            Some(chain) => chain
                .going()
                .iter()
                .filter_map(|at| Some(&chain.matters.get(*at)?.matter))
                .collect(),
            None => vec![&self.matter],
        }
    }

    /// Whether one of them is no longer taken in on that day.
    pub(crate) fn is_suspended(&self, today: NaiveDate) -> bool {
        self.handled()
            .iter()
            .any(|matter| matter.is_suspended(today))
    }

    /// The promised day of the last of them if accepted today; none when all are decided on the
    /// spot.
    pub(crate) fn due(&self, today: NaiveDate, calendar: &Calendar) -> Option<Due> {
        let handled = self.handled();
        let limits = handled.iter().map(|matter| matter.promised_limit);
        limits
            .filter(|limit| limit.value > 0)
            .map(|limit| due(calendar, today, limit))
            .max_by_key(|due| due.date)
    }

    /// The last day a deferred material may be promised for: the earliest of those that let one
    /// follow.
    pub(crate) fn deferral_cap(&self, today: NaiveDate, calendar: &Calendar) -> Due {
        let handled = self.handled();
        let deferring = handled.iter().filter(|matter| matter.deferrable);
        deferring
            .map(|matter| deferral_cap(matter, today, calendar))
            .min_by_key(|due| due.date)
            .unwrap_or_else(|| deferral_cap(&self.matter, today, calendar))
    }

    /// The names of the matters that are handled.
    pub(crate) fn names(&self) -> Vec<String> {
        let handled = self.handled();
        handled.iter().map(|matter| matter.name.clone()).collect()
    }

    /// The codes of the matters that are handled.
    pub(crate) fn codes(&self) -> Vec<MatterCode> {
        match &self.chain {
            Some(chain) => chain.going_codes(),
            None => vec![self.matter.code.clone()],
        }
    }

    /// The code as printed: the chain's own, of a chain.
    pub(crate) fn code(&self) -> String {
        let chain = self.chain.as_ref().map(|asked| asked.chain.code.clone());
        chain.unwrap_or_else(|| self.matter.code.to_string())
    }
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
        chain: None,
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
    let Some(mut matter) = pinned(read, case)? else {
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
    // What its chain spared people is not asked for later either.
    if let Some(part) = &received.chain {
        let spared = |id: &str| part.spared.iter().any(|one| one.id == id);
        matter
            .materials
            .retain(|material| !spared(material.id.as_str()));
    }
    Ok(Some(CatalogueMatter {
        matter,
        questions,
        reference: received.matter.clone(),
        chain: None,
    }))
}

/// The working-day calendar in force. Without one every weekday counts and every date is
/// provisional, which screens and papers say.
pub(crate) fn calendar(read: &Reader<'_>) -> Outcome<Calendar> {
    Ok(read.calendar()?.unwrap_or_else(|| Calendar::from_years([])))
}
