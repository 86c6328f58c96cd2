//! What was handed in before is not asked for again (已收取的材料不再要求重复提交). Only pages a clerk
//! took at a window count: trust level B of 国办函〔2016〕108号.

use std::borrow::Cow;

use chrono::{Months, NaiveDate};
use yichuang_domain::{
    Credit, FieldProblem as Problem, HandIn, IdNumber, id::MaterialId, requirement::Held,
};
use yichuang_store::{FalsePromise, HeldMaterial, Reader};

use super::{
    content::{file_info, id_number},
    judge::Purpose,
};
use crate::{
    ipc::{DraftContent, FalsePromiseView, MaterialChoice, PersonInput},
    report::Outcome,
};

/// How long a page may be used again; older ones may no longer be true.
const USED_FOR: Months = Months::new(24);

/// The archive of one person; empty for somebody new.
#[derive(Default)]
pub(crate) struct Archive {
    held: Vec<HeldMaterial>,
    /// What they promised here that was found not to be so.
    false_promise: Option<FalsePromise>,
}

impl Archive {
    /// What is held of a person on a day.
    pub(crate) fn of(
        read: &Reader<'_>,
        person: Option<&PersonInput>,
        today: NaiveDate,
    ) -> Outcome<Self> {
        match person.and_then(id_number) {
            Some(id) => Self::of_number(read, &id, today),
            None => Ok(Self::default()),
        }
    }

    /// What is held of whoever has this number.
    pub(crate) fn of_number(read: &Reader<'_>, id: &IdNumber, today: NaiveDate) -> Outcome<Self> {
        let since = today.checked_sub_months(USED_FOR).unwrap_or(today);
        Ok(Self {
            held: read.held_of(id, since)?,
            false_promise: read.false_promise_of(id)?,
        })
    }

    /// Why the person may neither defer nor promise here: the case whose promise was found not to be
    /// so, and the day it was found (国办发〔2020〕42号). None when nothing is known.
    pub(crate) fn false_promise(&self) -> Option<FalsePromiseView> {
        self.false_promise.as_ref().map(|found| FalsePromiseView {
            number: found.case.number.to_string(),
            matter: found.case.matter_name.clone(),
            on: found.found_on.to_string(),
        })
    }

    /// As the requirements take it.
    pub(crate) fn held(&self) -> Vec<Held> {
        let held = |material: &HeldMaterial| {
            Some(Held {
                material: MaterialId::new(material.id.clone()).ok()?,
                origin: origin(material),
            })
        };
        self.held.iter().filter_map(held).collect()
    }

    /// A draft whose lines settled from the archive have its word and pages; one the archive does not
    /// hold, as after another person was put in, is open again.
    pub(crate) fn refresh(&self, content: &DraftContent) -> DraftContent {
        let (mut content, _) = self.settle(content);
        content
            .materials
            .retain(|choice| !is_held(choice) || self.find(choice).is_some());
        content
    }

    fn find(&self, choice: &MaterialChoice) -> Option<&HeldMaterial> {
        self.held.iter().find(|held| held.id == choice.material)
    }

    /// A draft in which every line settled from the archive has the archive's own word and pages,
    /// whatever was sent; and the lines the archive does not hold.
    pub(crate) fn settle(&self, content: &DraftContent) -> (DraftContent, Vec<Problem>) {
        let mut content = content.clone();
        if self.false_promise.is_some() {
            content.credit = Credit::Barred.key().to_owned();
        }
        let mut gone = Vec::new();
        for choice in content.materials.iter_mut().filter(|one| is_held(one)) {
            match self.find(choice) {
                Some(held) => settle(choice, held),
                None => gone.push(Problem::new(
                    format!("materials.{}", choice.material),
                    "not_held",
                )),
            }
        }
        (content, gone)
    }
}

/// A draft whose pages from the archive the resident agreed to: they saw the summary that names
/// each (step 4). Without that word nothing is accepted with them, and who only takes the rest in
/// leaves those lines open.
///
/// # Errors
/// The summary is still to be shown.
pub(crate) fn agreed(
    content: &DraftContent,
    purpose: Purpose,
) -> Result<Cow<'_, DraftContent>, Vec<Problem>> {
    if content.confirmed || !content.materials.iter().any(is_held) {
        return Ok(Cow::Borrowed(content));
    }
    if purpose == Purpose::Accept {
        return Err(vec![Problem::new("confirmed", "unconfirmed")]);
    }
    let mut content = content.clone();
    content.materials.retain(|choice| !is_held(choice));
    Ok(Cow::Owned(content))
}

/// The last day pages taken on a day are used again.
pub(crate) fn used_until(taken_on: NaiveDate) -> NaiveDate {
    taken_on.checked_add_months(USED_FOR).unwrap_or(taken_on)
}

fn is_held(choice: &MaterialChoice) -> bool {
    choice.how.as_deref() == Some(HandIn::Held.key())
}

fn settle(choice: &mut MaterialChoice, held: &HeldMaterial) {
    choice.note = Some(origin(held));
    choice.files = held.files.iter().map(file_info).collect();
    choice.pages = held.pages;
}

/// 「2025-03-11 医保参保登记 已收」
fn origin(material: &HeldMaterial) -> String {
    format!("{} {} 已收", material.received_on, material.matter)
}
