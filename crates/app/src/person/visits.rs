//! What earlier visits said: of the person, and in the form. Each value knows where it stands.

use yichuang_domain::{
    FormValues, IdNumber, Matter, MatterCode, Person,
    form::holds,
    matter::FormField,
    person::{Fact, Known, Verified, most_trusted},
};
use yichuang_store::{CaseRow, Reader};
use yichuang_wire::payload::Received;

use crate::{
    catalogue::pinned,
    ipc::{ArchivedValue, KnownPerson, PersonFact},
    report::Outcome,
};

/// One case a person had a part in.
pub(crate) struct Visit {
    pub(crate) case: CaseRow,
    pub(crate) received: Received,
    /// They acted for somebody else.
    pub(crate) acted: bool,
}

impl Visit {
    /// What was taken down of the person then.
    fn person(&self) -> Option<&Person> {
        match (&self.received.agent, self.acted) {
            (Some(agent), true) => Some(&agent.person),
            (_, true) => None,
            (_, false) => Some(&self.received.applicant),
        }
    }
}

/// The newest visits of one person, newest first.
#[derive(Default)]
pub(crate) struct Visits(Vec<Visit>);

impl Visits {
    /// Visits in which they applied or acted, at most so many of each. What retention has cleared
    /// is none.
    ///
    /// # Errors
    /// Those of the store.
    pub(crate) fn of(read: &Reader<'_>, number: &IdNumber, most: u32) -> Outcome<Self> {
        let applied = read.newest_cases_of(number, most)?;
        let acted = read.newest_cases_acted_in(number, most)?;
        let both = applied.into_iter().map(|case| (case, false));
        let mut visits = Vec::new();
        for (case, acted) in both.chain(acted.into_iter().map(|case| (case, true))) {
            if let Some(received) = read.received(case.id)? {
                visits.push(Visit {
                    case,
                    received,
                    acted,
                });
            }
        }
        visits.sort_by_key(|visit| std::cmp::Reverse(visit.case.received_on));
        Ok(Self(visits))
    }

    /// Each visit.
    pub(crate) fn iter(&self) -> impl Iterator<Item = &Visit> {
        self.0.iter()
    }

    /// What is believed of one fact.
    pub(crate) fn fact(&self, fact: Fact) -> Option<Known<String, &CaseRow>> {
        most_trusted(self.0.iter().filter_map(|visit| {
            let (value, verified) = fact.of(visit.person()?)?;
            Some(Known {
                value,
                verified,
                on: visit.case.received_on,
                source: &visit.case,
            })
        }))
    }

    /// Every fact that is known.
    pub(crate) fn facts(&self) -> Vec<PersonFact> {
        let known = |fact: &Fact| {
            let known = self.fact(*fact)?;
            Some(PersonFact {
                key: fact.key().to_owned(),
                value: known.value,
                verified: known.verified.key().to_owned(),
                on: known.on.to_string(),
                number: known.source.number.to_string(),
            })
        };
        Fact::ALL.iter().filter_map(known).collect()
    }

    /// As a draft shows somebody who has been here; none for somebody new.
    pub(crate) fn known(&self, cases: u32) -> Option<KnownPerson> {
        let applied = self.0.iter().find(|visit| !visit.acted);
        let newest = applied.or_else(|| self.0.first())?;
        Some(KnownPerson {
            number: newest.case.number.to_string(),
            agent: newest.acted,
            cases,
            newest_on: newest.case.received_on.to_string(),
            newest_matter: newest.case.matter_name.clone(),
            facts: self.facts(),
        })
    }
}

/// The forms a person filled in before, newest first.
#[derive(Default)]
pub(crate) struct EarlierForms(Vec<EarlierForm>);

struct EarlierForm {
    /// The matter as it was, when it is another than the one being filled in.
    other: Option<Option<Matter>>,
    form: FormValues,
    on: chrono::NaiveDate,
    number: String,
}

impl EarlierForms {
    /// The forms of a person's visits, for a form of `matter`.
    ///
    /// # Errors
    /// Those of the store.
    pub(crate) fn of(read: &Reader<'_>, visits: &Visits, matter: &MatterCode) -> Outcome<Self> {
        let mut forms = Vec::new();
        for visit in visits.iter().filter(|visit| !visit.acted) {
            let same = visit.case.matter_code == *matter;
            forms.push(EarlierForm {
                other: (!same).then(|| pinned(read, &visit.case)).transpose()?,
                form: visit.received.form.clone(),
                on: visit.case.received_on,
                number: visit.case.number.to_string(),
            });
        }
        Ok(Self(forms))
    }

    /// The newest answer to the same question that still holds for this field. All of them were
    /// only said or typed. Whoever acts today is never taken from the last time.
    pub(crate) fn answer(&self, field: &FormField) -> Option<ArchivedValue> {
        if field.key.starts_with("agent_") {
            return None;
        }
        let answers = self.0.iter().filter_map(|earlier| {
            let value = earlier.form.get(&field.key)?;
            (earlier.asks_the_same(field) && holds(field, value)).then(|| Known {
                value: value.clone(),
                verified: Verified::Typed,
                on: earlier.on,
                source: &earlier.number,
            })
        });
        most_trusted(answers).map(|known| ArchivedValue {
            value: known.value,
            on: known.on.to_string(),
            number: known.source.clone(),
        })
    }
}

impl EarlierForm {
    /// Whether the field of this key meant the same then. In another matter it does when it is about
    /// the applicant as such, or is asked in the same words; 「单位名称」 of one is not 「拟用名称」 of
    /// another.
    fn asks_the_same(&self, field: &FormField) -> bool {
        let Some(other) = &self.other else {
            return true;
        };
        let then = other.as_ref().and_then(|matter| matter.field(&field.key));
        then.is_some_and(|then| {
            then.field_type == field.field_type
                && (then.label == field.label
                    || (field.fill_from.is_some() && then.fill_from == field.fill_from))
        })
    }
}
