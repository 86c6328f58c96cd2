//! 排队号票: whose turn comes when, at which windows. It names nobody: it lies about in the hall.

use chrono::{DateTime, FixedOffset};
use serde::{Deserialize, Serialize};

use super::imprint::Imprint;
use crate::{
    model::{Document, Paper},
    template::{Facts, made},
};

/// The inputs of a queue ticket.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct QueueTicket {
    /// The facts of this printing; its `number` is the ticket's own, such as `A017`.
    pub imprint: Imprint,
    /// By which it is found again, in letters and in a symbol; empty prints neither.
    pub code: String,
    /// What for, such as 社会保障; 综合 when it is for anything.
    pub business: String,
    /// Why it comes before others, such as 80 周岁以上; empty when it does not.
    pub priority: String,
    /// How many wait before it.
    pub ahead: u32,
    /// The windows that call it.
    pub windows: String,
    /// When it was taken.
    pub taken_at: DateTime<FixedOffset>,
    /// What becomes of whoever misses the call (过号规则), one sentence each.
    pub missed: Vec<String>,
}

impl Facts for QueueTicket {
    fn imprint(&self) -> &Imprint {
        &self.imprint
    }
}

impl QueueTicket {
    /// The ticket: on a roll, and where its imprint says so on a half sheet, for points whose one
    /// printer takes sheets.
    #[must_use]
    pub fn document(&self) -> Document {
        let ticket = made("queue_ticket", self);
        match self.imprint.paper {
            Paper::A5 => Document {
                paper: Paper::A5,
                scale: Paper::A5.scale(),
                ..ticket
            },
            _ => ticket,
        }
    }
}
