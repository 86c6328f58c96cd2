//! The list while the questions are being answered. Reads only.

use chrono::NaiveDate;
use yichuang_domain::{Answers, OperatorId, requirement::Held, role::Act};
use yichuang_store::{Notice, Reader};
use yichuang_wire::payload::ToldPerson;

use super::{practical::practical, told};
use crate::{
    Desk,
    catalogue::{CatalogueMatter, asked_as_one},
    clock::stamp,
    draft::Archive,
    guide::{check_answers, matter, requirements_view},
    ipc::{EarlierNotice, NoticeView, PersonInput, ShowChainNotice, ShowNotice},
    matter::taken_here,
    report::Outcome,
};

impl Desk {
    /// What is told about a matter in a situation, as answered so far and no more.
    ///
    /// # Errors
    /// `MATTER-001`; `CASE-001` for an answer the matter does not have or a person that is none;
    /// `OPS-…`.
    pub fn show_notice(&self, input: ShowNotice) -> Outcome<NoticeView> {
        let answers = Answers(input.answers);
        self.notice_view(
            |read, _| matter(read, &input.code),
            answers,
            input.person.as_ref(),
        )
    }

    /// The same about the ticked matters of a chain: one list for the whole visit.
    ///
    /// # Errors
    /// Those of [`Desk::show_notice`].
    pub fn show_chain_notice(&self, input: ShowChainNotice) -> Outcome<NoticeView> {
        let answers = Answers(input.answers);
        self.notice_view(
            |read, answers| asked_as_one(read, &input.code, &input.chosen, answers),
            answers,
            input.person.as_ref(),
        )
    }

    fn notice_view(
        &self,
        about: impl FnOnce(&Reader<'_>, &Answers) -> Outcome<CatalogueMatter>,
        answers: Answers,
        person: Option<&PersonInput>,
    ) -> Outcome<NoticeView> {
        self.allowed(Act::ReadGuide)?;
        let person = told::person(person)?;
        self.store()?.read(|read| {
            let found = about(read, &answers)?;
            check_answers(&found, &answers)?;
            let edition = self.edition(read)?;
            let matter = &found.matter;
            let held = held(read, person.as_ref(), self.today())?;
            let practical = practical(read, &found)?;
            Ok(NoticeView {
                code: found.code(),
                name: matter.name.clone(),
                requirements: requirements_view(&found, &answers, &held, false),
                place: practical.place,
                limit: practical.limit,
                fee: practical.fee,
                contact: practical.contact,
                here: taken_here(read, &matter.code)?,
                version: edition.version,
                published_on: edition.published_on.to_string(),
                stale_days: edition.compared_on.map(|_| edition.unchecked_days),
                sample: found.reference.sample,
                earlier: earlier(read, &found, person.as_ref())?
                    .map(|notice| told_before(read, &notice))
                    .transpose()?,
            })
        })
    }
}

/// What this person handed in before and need not bring again.
pub(super) fn held(
    read: &Reader<'_>,
    person: Option<&ToldPerson>,
    today: NaiveDate,
) -> Outcome<Vec<Held>> {
    match person {
        Some(person) => Ok(Archive::of_number(read, &person.id, today)?.held()),
        None => Ok(Vec::new()),
    }
}

/// The notice after which telling this person again is a 二次告知.
pub(super) fn earlier(
    read: &Reader<'_>,
    found: &CatalogueMatter,
    person: Option<&ToldPerson>,
) -> Outcome<Option<Notice>> {
    match person {
        Some(person) => Ok(read.earlier_notice(&person.id, &found.matter.code)?),
        None => Ok(None),
    }
}

pub(super) fn told_before(read: &Reader<'_>, notice: &Notice) -> Outcome<EarlierNotice> {
    Ok(EarlierNotice {
        at: stamp(notice.at),
        clerk: clerk_name(read, notice.clerk)?,
    })
}

/// An operator's name; empty when they are not of this home.
pub(crate) fn clerk_name(read: &Reader<'_>, clerk: Option<OperatorId>) -> Outcome<String> {
    let operator = clerk.map(|id| read.operator(id)).transpose()?.flatten();
    Ok(operator.map(|who| who.name).unwrap_or_default())
}
