//! 一次性告知单 (办事准备清单): what one person brings for one matter, told once before handing in
//! (行政许可法第三十条: what must be submitted is made public and explained when asked).

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::imprint::{Imprint, is_stale, or, plain_symbol};
use crate::{
    model::Document,
    template::{Facts, made},
};

/// One thing to bring.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct NoticeItem {
    /// The material.
    pub name: String,
    /// In what form and how many: 原件核验 1 份 …
    pub form: String,
    /// Only if …, why, or that it may follow.
    pub note: String,
    /// The rule that asks for it.
    pub basis: String,
}

/// The inputs of a once-notice.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct OnceNotice {
    /// The facts of this printing; its `number` and `qr` are not used.
    pub imprint: Imprint,
    /// Name of the matter.
    pub matter: String,
    /// Code of the matter (实施编码).
    pub matter_code: String,
    /// Whom it was told; empty when nobody gave a name.
    pub person: String,
    /// The questions asked and what was answered.
    pub situation: Vec<(String, String)>,
    /// What to bring.
    pub bring: Vec<NoticeItem>,
    /// What need not be brought, and why, one sentence each.
    pub spared: Vec<String>,
    /// Why the matter cannot be handled this way and what to do instead; then nothing is brought.
    pub ended: Option<String>,
    /// Where, and when it is open.
    pub place: Vec<String>,
    /// How long it takes.
    pub limit: String,
    /// What it costs, never empty: 不收费.
    pub fee: String,
    /// Whom to ask.
    pub contact: String,
    /// Version of the list.
    pub version: String,
    /// When this version was published.
    pub published_on: NaiveDate,
    /// Days since the list was last compared with the platform.
    pub unchecked_days: u32,
    /// The day it was told.
    pub told_on: NaiveDate,
    /// Who told it.
    pub clerk: String,
    /// Told a second time for the same matter, with a supervisor's leave.
    pub second: bool,
}

impl Facts for OnceNotice {
    fn imprint(&self) -> &Imprint {
        &self.imprint
    }

    fn worked_out(&self) -> Vec<(&'static str, Value)> {
        vec![
            ("stale", is_stale(self.unchecked_days).into()),
            ("symbol", self.qr_text().into()),
        ]
    }
}

impl OnceNotice {
    /// The paper.
    #[must_use]
    pub fn document(&self) -> Document {
        made("once_notice", self)
    }

    /// The plain text of the notice's QR symbol, at most 300 bytes.
    #[must_use]
    pub fn qr_text(&self) -> String {
        let bring = self.bring.iter().map(|item| item.name.as_str());
        let place = self.place.first().map_or("", String::as_str);
        plain_symbol(&[
            self.matter.clone(),
            format!("要带 {}", bring.collect::<Vec<_>>().join("、")),
            format!("地点 {}", or(place, &self.imprint.point)),
            format!("咨询 {}", or(&self.contact, "12345")),
        ])
    }
}
