//! How an application came in, besides who and what: from a slip of another day, by the green lane.

use chrono::NaiveDate;
use yichuang_domain::{
    Agent, Calendar, CaseNumber, Decision, FieldProblem, MatterCode, Role,
    case::{DecideError, Decided, Earlier, GreenLane, GreenLaneReason, ReadyIntake, decide},
};
use yichuang_store::{MandateRow, Tx};
use yichuang_wire::payload::{CharacterPicture, Received, SlipEntry};

use super::take_in::Hand;
use crate::{
    catalogue::calendar,
    draft::{agent_mandate, characters},
    ipc::DraftContent,
    queue::out_of_hours,
    report::Outcome,
    slip,
};

/// How and on which day it came in.
pub(super) struct TakenHow {
    /// The day materials were taken, from which the limits run: the slip's, else today.
    pub(super) day: NaiveDate,
    today: NaiveDate,
    number: Option<CaseNumber>,
    slip: Option<SlipEntry>,
    out_of_hours: bool,
    green_lane: Option<GreenLane>,
    characters: Vec<CharacterPicture>,
    /// What the agent acts under.
    mandate: Option<MandateRow>,
}

impl TakenHow {
    /// As a draft says.
    ///
    /// # Errors
    /// `CASE-001` for a slip that is not free any more.
    pub(super) fn of(tx: &Tx<'_>, content: &DraftContent, hand: &Hand<'_>) -> Outcome<Self> {
        let today = hand.today;
        let green_lane = green_lane(content);
        let characters = characters::pictures(content);
        let mandate = agent_mandate::named(tx, content)?;
        Ok(match slip::settled(tx, content, today)? {
            Some(used) => Self {
                day: used.on,
                today,
                number: Some(used.number),
                slip: Some(used.entry),
                // A slip names a day and no hour.
                out_of_hours: false,
                green_lane,
                characters,
                mandate,
            },
            None => Self {
                day: today,
                today,
                number: None,
                slip: None,
                out_of_hours: after_hours(tx, hand)?,
                green_lane,
                characters,
                mandate,
            },
        })
    }

    /// The number: the slip's, else the terminal's next.
    pub(super) fn number(&self, tx: &mut Tx<'_>) -> Outcome<CaseNumber> {
        match &self.number {
            Some(number) => Ok(number.clone()),
            None => Ok(tx.next_number(self.today)?),
        }
    }

    /// What was received, with how it came in.
    pub(super) fn mark(&self, received: Received) -> Received {
        let scope = self.mandate.as_ref().map(|row| row.given.scope.clone());
        let agent = received.agent.map(|agent| Agent {
            scope: scope.unwrap_or_else(|| agent.scope.clone()),
            ..agent
        });
        Received {
            agent,
            characters: self.characters.clone(),
            mandate: self.mandate.as_ref().map(|row| row.given.id),
            slip: self.slip.clone(),
            out_of_hours: self.out_of_hours,
            green_lane: self.green_lane.clone(),
            received_on: self.day,
            ..received
        }
    }

    /// The mandate the draft names has to cover handing this in.
    ///
    /// # Errors
    /// What is wrong with it.
    pub(super) fn check_mandate(
        &self,
        content: &DraftContent,
        matter: &MatterCode,
    ) -> Result<(), Vec<FieldProblem>> {
        let matters = std::slice::from_ref(matter);
        match agent_mandate::wrong(self.mandate.as_ref(), content, matters, self.day) {
            Some(wrong) => Err(vec![wrong]),
            None => Ok(()),
        }
    }

    /// Decides about it. Of an earlier day, a notice is given today and only while the law leaves time
    /// for one; acceptance is of that day.
    pub(super) fn decide(
        &self,
        ready: ReadyIntake,
        decision: &Decision,
        calendar: &Calendar,
    ) -> Result<(ReadyIntake, Decided), DecideError> {
        let ready = match self.day < self.today {
            true => ready.after(Earlier {
                received_on: self.day,
                state: None,
                notices: 0,
                another_notice: None,
            }),
            false => ready,
        };
        let on = match decision {
            Decision::AskCorrection { .. } | Decision::Refuse { .. } => self.today,
            Decision::Accept | Decision::Receive => self.day,
        };
        let decided = decide(&ready, decision, on, calendar)?;
        Ok((ready, decided))
    }
}

/// Whether somebody serves outside the point's ordinary hours; a kiosk has none.
fn after_hours(tx: &Tx<'_>, hand: &Hand<'_>) -> Outcome<bool> {
    let served = hand.operator.role != Role::Kiosk;
    Ok(served && out_of_hours(tx, &calendar(tx)?, hand.at)?)
}

/// The green lane as the draft says it; one that does not hold was told as a problem.
fn green_lane(content: &DraftContent) -> Option<GreenLane> {
    let lane = content.green_lane.as_ref()?;
    let why = GreenLaneReason::from_key(&lane.why)?;
    let words = match why {
        GreenLaneReason::Other => lane.words.trim().to_owned(),
        _ => String::new(),
    };
    Some(GreenLane { why, words })
}
