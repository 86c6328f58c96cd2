//! 服务评价 on paper: the ticket with the symbol to scan (评价二维码单) and the form for a point
//! without a machine for it (国办发〔2019〕51号; GB/T 39734-2020: of one's own will, unseen).

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

use super::imprint::Imprint;
use crate::{
    model::{Document, Paper},
    template::{Facts, made},
};

/// So many levels stand on one line of a ticket.
const LEVELS_A_LINE: usize = 3;

/// The inputs of both papers.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct RatingPaper {
    /// The facts of this printing; its `qr` is what the ticket's symbol says.
    pub imprint: Imprint,
    /// Name of the matter.
    pub matter: String,
    /// What is rated, in a word: 受理 or 办结.
    pub stage: String,
    /// The day of the service.
    pub served_on: NaiveDate,
    /// The levels, best first, in their prescribed words.
    pub levels: Vec<String>,
    /// Why somebody may be dissatisfied, each in a word.
    pub reasons: Vec<String>,
    /// Where and until when the symbol can be used, one sentence each.
    pub how: Vec<String>,
    /// What follows a bad rating, one sentence; empty when nothing is promised.
    pub follow_up: String,
}

impl Facts for RatingPaper {
    fn imprint(&self) -> &Imprint {
        &self.imprint
    }

    fn worked_out(&self) -> Vec<(&'static str, Value)> {
        let lines = self.levels.chunks(LEVELS_A_LINE);
        let lines: Vec<_> = lines.map(|line| line.join(" · ")).collect();
        vec![("level_lines", json!(lines))]
    }
}

impl RatingPaper {
    /// The ticket with the symbol.
    #[must_use]
    pub fn ticket(&self) -> Document {
        made("rating_ticket", self)
    }

    /// The form to fill in by hand, on a half sheet.
    #[must_use]
    pub fn form(&self) -> Document {
        let imprint = Imprint {
            paper: Paper::A5,
            ..self.imprint.clone()
        };
        made(
            "rating_form",
            &Self {
                imprint,
                ..self.clone()
            },
        )
    }
}
