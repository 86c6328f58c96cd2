//! Writing a rating down, whether it was given on the residents' screen or on a paper form.

use std::collections::BTreeSet;

use yichuang_domain::{
    CaseId, CaseNumber, OperatorId,
    rating::{RatingLevel, RatingReason, RatingStage},
};
use yichuang_wire::payload::Rated;

use super::again;
use crate::{
    Desk,
    catalogue::calendar,
    ipc::{ApiError, ChangedKind, ErrorCode},
    report::Outcome,
};

/// Characters of their own words.
const LONGEST: usize = 200;

/// A case somebody rates.
#[derive(Clone)]
pub(crate) struct Rate {
    pub(crate) case: CaseId,
    pub(crate) number: CaseNumber,
    pub(crate) matter: String,
    pub(crate) stage: RatingStage,
    /// 追评: it was rated badly at this stage, which stands.
    pub(crate) again: bool,
}

/// What somebody says of the service.
pub(crate) struct Given {
    pub(crate) level: RatingLevel,
    reasons: Vec<RatingReason>,
    words: String,
}

impl Given {
    /// Reads what came over the interface.
    ///
    /// # Errors
    /// `INPUT-001` for a level or reason that is none, or words that are too long.
    pub(crate) fn read(level: &str, reasons: &[String], words: &str) -> Outcome<Self> {
        Ok(Self {
            level: RatingLevel::from_key(level).ok_or_else(|| shape("level"))?,
            reasons: each_once(reasons).ok_or_else(|| shape("reasons"))?,
            words: said(words).ok_or_else(|| shape("words"))?,
        })
    }

    /// Reasons are of a bad level; so are words, but those said once more.
    fn fits(&self, again: bool) -> bool {
        let explained = !self.reasons.is_empty() || (!again && !self.words.is_empty());
        self.level.is_bad() || !explained
    }
}

impl Desk {
    /// Writes it down: once for a case and stage, and once more after a bad one. `entered` is who
    /// copied it from a paper form; a rating on the screen is nobody's act but the resident's.
    ///
    /// # Errors
    /// `RATING-001`, `RATING-002`, `INPUT-001` for reasons of a good level.
    pub(crate) fn write_rating(
        &self,
        rate: &Rate,
        given: &Given,
        entered: Option<OperatorId>,
    ) -> Outcome<()> {
        if !given.fits(rate.again) {
            return Err(shape("reasons"));
        }
        let today = self.today();
        self.store()?.write(|tx| -> Outcome<()> {
            if rate.again {
                again::check(tx, &calendar(tx)?, (rate.case, rate.stage), today)?;
            } else if tx.is_rated(rate.case, rate.stage)? {
                return Err(ApiError::new(ErrorCode::RatedBefore));
            }
            let rated = Rated {
                number: rate.number.clone(),
                stage: rate.stage,
                level: given.level,
                reasons: given.reasons.clone(),
                words: given.words.clone(),
                on: today,
                again: rate.again,
                on_paper: entered.is_some(),
            };
            self.note(tx, rated, Some(rate.case), entered)?;
            Ok(())
        })?;
        self.sync.committed();
        self.announce(ChangedKind::Case, Some(rate.number.to_string()));
        Ok(())
    }
}

pub(super) fn shape(reason: &str) -> ApiError {
    ApiError::new(ErrorCode::InputShape).with("reason", reason)
}

/// Each reason once; none when one is not of the list.
fn each_once(keys: &[String]) -> Option<Vec<RatingReason>> {
    let found: Option<BTreeSet<_>> = keys.iter().map(|key| RatingReason::from_key(key)).collect();
    Some(found?.into_iter().collect())
}

/// Their words without what no one writes; none when they are too long.
fn said(words: &str) -> Option<String> {
    let clean: String = words.chars().filter(|c| !c.is_control()).collect();
    let clean = clean.trim();
    (clean.chars().count() <= LONGEST).then(|| clean.to_owned())
}
