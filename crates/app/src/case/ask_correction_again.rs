//! 二次补正告知: what the one notice forgot is told after all. The law knows one notice, so a supervisor
//! agrees and says why; the new notice takes the place of the first.

use yichuang_domain::{Decision, role::Act};
use yichuang_wire::payload::{CorrectionAsked, SecondNotice};

use super::{
    demand::Subject,
    done::undecided_case,
    parse_number,
    signing::Given,
    take_in::{SUPPLY_DAYS, append},
};
use crate::{
    Desk,
    catalogue::calendar,
    ipc::{AskCorrectionAgain, CaseDone},
    operator::reason,
    paper::{Paper, queue},
    report::Outcome,
};

impl Desk {
    /// Asks for corrections another time.
    ///
    /// # Errors
    /// `OPS-…` when nobody who may agrees, `CASE-001` without a reason, `CASE-003` where no notice was
    /// given before, and those of [`Desk::ask_correction`]; nothing is changed.
    pub fn ask_correction_again(&self, input: AskCorrectionAgain) -> Outcome<CaseDone> {
        let operator = self.allowed_to_decide(Act::AskCorrection)?;
        let leave = input.leave;
        let again = SecondNotice {
            reason: reason("leave.reason", &leave.reason, 1)?,
            supervisor: self.vouched(
                &leave.supervisor,
                &leave.password,
                Act::AskCorrectionAgain,
            )?,
        };
        let number = parse_number(&input.number)?;
        let subject = self
            .store()?
            .read(|read| Subject::of(read, &operator, None, Some(&input.number)))?;
        let items = self.listed_items(&operator, &subject, &input.items)?;
        let decision = Decision::AskCorrection {
            items: items.clone(),
        };
        self.store()?.write(|tx| -> Outcome<()> {
            let row = undecided_case(tx, &number)?;
            let hand = self.hand(&operator, tx)?;
            let another = Some(again.reason.clone());
            self.redecide(tx, &hand, &row, &decision, (Given::default(), another))?;
            let supply_by = calendar(tx)?.add_working_days(hand.today, SUPPLY_DAYS).date;
            let asked = CorrectionAsked {
                number: row.number.clone(),
                items,
                notified_on: hand.today,
                supply_by,
                again: Some(again),
                clerk: operator.name.clone(),
            };
            append(tx, &hand, row.id, asked)?;
            let paper = Paper::of_case("correction", row.id);
            queue(tx, self.fresh_id()?, &paper, hand.at)
        })?;
        self.after_verb(&number, false)
    }
}
