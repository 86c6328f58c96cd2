//! A rating given on the residents' screen: voluntary, the resident's own, unseen by the clerk while
//! it is given (GB/T 39734).

use std::collections::BTreeSet;

use yichuang_domain::rating::{RatingLevel, RatingReason};
use yichuang_wire::payload::Rated;

use super::Shown;
use crate::{
    Desk,
    ipc::{ApiError, ChangedKind, Done, ErrorCode, ResidentRated},
    report::Outcome,
};

/// Characters of their own words.
const LONGEST: usize = 200;

impl Desk {
    /// Writes the rating down: no operator's act, once for a case and stage.
    ///
    /// # Errors
    /// `SCREEN-001` when something else stands there, `RATING-001` when it was rated before,
    /// `INPUT-001` for a level or reason that is none.
    pub fn resident_rated(&self, input: ResidentRated) -> Outcome<Done> {
        let shape = |reason: &str| ApiError::new(ErrorCode::InputShape).with("reason", reason);
        let level = RatingLevel::from_key(&input.level).ok_or_else(|| shape("level"))?;
        let reasons = reasons(&input.reasons).ok_or_else(|| shape("reasons"))?;
        let words = said(&input.words).ok_or_else(|| shape("words"))?;
        let explained = !reasons.is_empty() || !words.is_empty();
        if explained && !level.is_bad() {
            return Err(shape("reasons"));
        }
        let (case, number, stage) = {
            let room = self.resident.lock();
            room.answers(input.turn)?;
            match &room.shown {
                Shown::Rate(rate) => (rate.case, rate.number.clone(), rate.stage),
                _ => return Err(ApiError::new(ErrorCode::ScreenChanged)),
            }
        };
        self.store()?.write(|tx| -> Outcome<()> {
            if tx.is_rated(case, stage)? {
                return Err(ApiError::new(ErrorCode::RatedBefore));
            }
            let rated = Rated {
                number: number.clone(),
                stage,
                level,
                reasons,
                words,
                on: self.today(),
            };
            self.note(tx, rated, Some(case), None)?;
            Ok(())
        })?;
        self.sync.committed();
        {
            let mut room = self.resident.lock();
            if room.answers(input.turn).is_ok() {
                room.show(Shown::Thanks {
                    bad: level.is_bad(),
                });
            }
        }
        self.announce(ChangedKind::Resident, None);
        self.announce(ChangedKind::Case, Some(number.to_string()));
        Ok(Done {})
    }
}

/// Each reason once; none when one is not of the list.
fn reasons(keys: &[String]) -> Option<Vec<RatingReason>> {
    let found: Option<BTreeSet<_>> = keys.iter().map(|key| RatingReason::from_key(key)).collect();
    Some(found?.into_iter().collect())
}

/// Their words without what no one writes; none when they are too long.
fn said(words: &str) -> Option<String> {
    let clean: String = words.chars().filter(|c| !c.is_control()).collect();
    let clean = clean.trim();
    (clean.chars().count() <= LONGEST).then(|| clean.to_owned())
}
