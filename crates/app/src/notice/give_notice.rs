//! Telling the list: one entry and one paper.

use yichuang_domain::{Answers, OperatorId, role::Act};
use yichuang_store::Reader;
use yichuang_wire::payload::SecondNotice;

use super::{
    practical::practical,
    show_notice::{earlier, held, told_before},
    told,
};
use crate::{
    Desk,
    catalogue::{CatalogueMatter, asked_as_one},
    guide::{check_answers, matter},
    ipc::{
        ApiError, EarlierNotice, ErrorCode, GiveChainNotice, GiveNotice, NoticeGiven, PersonInput,
        SecondNoticeLeave,
    },
    operator::reason,
    paper::{Paper, queue},
    report::Outcome,
};

impl Desk {
    /// Tells the list: writes down what was told, whom, by which edition, and makes its paper. A
    /// person who was told before and has handed nothing in since is told again only with a
    /// supervisor's leave, which is written down with the reason.
    ///
    /// # Errors
    /// `MATTER-001`, `CASE-001`; `NOTICE-001` for a second telling without leave; `OPS-002` to
    /// `OPS-004` and `OPS-007` about the supervisor; `PAPER-002` when it was told but the paper
    /// could not be made.
    pub fn give_notice(&self, input: GiveNotice) -> Outcome<NoticeGiven> {
        let (answers, person) = (Answers(input.answers), input.person);
        self.tell(
            |read, _| matter(read, &input.code),
            (answers, person, input.leave),
        )
    }

    /// The same about the ticked matters of a chain: told once for the whole visit, on one paper.
    ///
    /// # Errors
    /// Those of [`Desk::give_notice`].
    pub fn give_chain_notice(&self, input: GiveChainNotice) -> Outcome<NoticeGiven> {
        let (answers, person) = (Answers(input.answers), input.person);
        self.tell(
            |read, answers| asked_as_one(read, &input.code, &input.chosen, answers),
            (answers, person, input.leave),
        )
    }

    fn tell(
        &self,
        about: impl FnOnce(&Reader<'_>, &Answers) -> Outcome<CatalogueMatter>,
        (answers, person, leave): (Answers, Option<PersonInput>, Option<SecondNoticeLeave>),
    ) -> Outcome<NoticeGiven> {
        let operator = self.allowed(Act::ReadGuide)?;
        self.allowed(Act::Print)?;
        let person = told::person(person.as_ref())?;
        let leave = leave.map(|leave| self.leave(leave)).transpose()?;
        let id = self.fresh_id()?;
        let second = self.store()?.write(|tx| -> Outcome<bool> {
            let found = about(tx, &answers)?;
            check_answers(&found, &answers)?;
            let before = earlier(tx, &found, person.as_ref())?;
            let held = held(tx, person.as_ref(), self.today())?;
            let practical = practical(tx, &found)?;
            let edition = self.edition(tx)?;
            let mut told = told::told(id, &found, answers, person, &held, practical, &edition);
            if let Some(before) = before {
                let Some(leave) = leave else {
                    return Err(second_telling(&told_before(tx, &before)?));
                };
                told.second = Some(leave);
            }
            let second = told.second.is_some();
            let at = self.note(tx, told, None, Some(operator.id))?;
            queue(tx, id, &Paper::of_notice(found.matter.code), at)?;
            Ok(second)
        })?;
        let paper = self.settled(id)?;
        Ok(NoticeGiven { paper, second })
    }

    fn leave(&self, leave: SecondNoticeLeave) -> Outcome<SecondNotice> {
        let reason = reason("leave.reason", &leave.reason, 1)?;
        let supervisor: OperatorId =
            self.vouched(&leave.supervisor, &leave.password, Act::AskCorrectionAgain)?;
        Ok(SecondNotice { reason, supervisor })
    }
}

fn second_telling(before: &EarlierNotice) -> ApiError {
    ApiError::new(ErrorCode::ToldBefore)
        .with("at", &before.at)
        .with("clerk", &before.clerk)
}
