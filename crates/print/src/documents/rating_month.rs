//! 好差评月报: what residents said of the service in a month, and what became of every bad rating
//! (国办发〔2019〕51号: 差评 are called back about and mended). It names no resident.

use serde::{Deserialize, Serialize};

use super::imprint::Imprint;
use crate::{
    model::Document,
    template::{Facts, made},
};

/// How often something was said.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Said {
    /// The level or reason, in its prescribed words.
    pub words: String,
    /// How often.
    pub count: u32,
    /// Of all that were given, such as `12.5%`; empty when none was.
    pub share: String,
}

/// A bad rating and what became of it.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct BadRatingLine {
    /// Number of the case, whole.
    pub number: String,
    /// Name of the matter.
    pub matter: String,
    /// The day, level, stage and reasons, in words.
    pub said: String,
    /// 已回访 with its day, or the day by which somebody has to be called.
    pub called: String,
    /// 追评 with its day; empty when none was given.
    pub again: String,
}

/// The inputs of the sheet.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct RatingMonth {
    /// The facts of this printing; its `number` and `qr` are not used.
    pub imprint: Imprint,
    /// Whose sheet it is.
    pub organ: String,
    /// The month, such as `2026年11月`, with the last day it counts when it is not over.
    pub month: String,
    /// Cases accepted or refused.
    pub cases: u32,
    /// Of those, rated.
    pub rated: u32,
    /// Ratings given, at either stage.
    pub given: u32,
    /// 满意率: the first three levels of all that were given, such as `98.0%`.
    pub good_share: String,
    /// Every level, best first.
    pub levels: Vec<Said>,
    /// Every reason of the bad ones.
    pub reasons: Vec<Said>,
    /// The bad ones, oldest first.
    pub bad: Vec<BadRatingLine>,
    /// Of the bad ones, called back about.
    pub called: u32,
}

impl Facts for RatingMonth {
    fn imprint(&self) -> &Imprint {
        &self.imprint
    }
}

impl RatingMonth {
    /// The paper.
    #[must_use]
    pub fn document(&self) -> Document {
        made("rating_month", self)
    }
}
