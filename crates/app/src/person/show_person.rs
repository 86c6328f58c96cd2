//! The file itself: reads only, numbers and telephone masked.

use chrono::{Datelike as _, NaiveDate};
use yichuang_domain::{
    HandIn, IdNumber, Phone,
    case::TrustLevel,
    person::{Fact, MandateScope},
    role::Act,
};
use yichuang_store::{HeldMaterial, PersonLink as Stored, Reader};

use super::{
    listed, named,
    visits::{Visit, Visits},
};
use crate::{
    Desk,
    case::row,
    catalogue::calendar,
    clock::stamp,
    draft::{file_info, used_until},
    ipc::{
        PersonFact, PersonLink, PersonMandate, PersonMaterial, PersonNumber, PersonRef, PersonView,
    },
    notice::clerk_name,
    report::Outcome,
    visit,
};

/// Cases listed in a file, newest first.
pub(super) const LISTED: u32 = 100;

impl Desk {
    /// Everything the cases here say of a person.
    ///
    /// # Errors
    /// `CASE-002`, `CASE-006`, `PERSON-001`, `OPS-…`.
    pub fn show_person(&self, input: PersonRef) -> Outcome<PersonView> {
        self.allowed(Act::ReadCase)?;
        let today = self.today();
        self.store()?.read(|read| {
            let (_, number) = named(read, &input)?;
            person_view(read, &number, today)
        })
    }
}

fn person_view(read: &Reader<'_>, number: &IdNumber, today: NaiveDate) -> Outcome<PersonView> {
    let calendar = calendar(read)?;
    let visits = Visits::of(read, number, LISTED)?;
    let name = visits.fact(Fact::Name).map(|name| name.value);
    let cases: Vec<_> = visits.iter().filter(|visit| !visit.acted).collect();
    let month = today.with_day0(0).unwrap_or(today);
    Ok(PersonView {
        name: name.unwrap_or_default(),
        numbers: listed(read, number)?.iter().map(number_view).collect(),
        facts: visits.facts().into_iter().map(masked).collect(),
        cases_total: read.cases_of_person(number)?,
        cases: cases
            .iter()
            .map(|visit| row(&visit.case, &calendar, today))
            .collect(),
        materials: read
            .held_of(number, NaiveDate::MIN)?
            .iter()
            .map(|held| material(held, today))
            .collect(),
        mandates: visits.iter().filter_map(mandate).collect(),
        links: read
            .links_of(number)?
            .iter()
            .map(|link| link_view(read, link))
            .collect::<Outcome<_>>()?,
        visits: visit::of_person(read, number)?,
        spared: cases.into_iter().map(spared).sum(),
        spared_this_month: u32::try_from(read.reused_since(month)?).unwrap_or(u32::MAX),
    })
}

fn number_view(number: &IdNumber) -> PersonNumber {
    PersonNumber {
        kind: number.kind().key().to_owned(),
        masked: number.masked(),
    }
}

fn masked(fact: PersonFact) -> PersonFact {
    if fact.key != Fact::Phone.key() {
        return fact;
    }
    let phone = Phone::parse(&fact.value).map(|phone| phone.masked());
    PersonFact {
        value: phone.unwrap_or_else(|_| "*".repeat(fact.value.chars().count())),
        ..fact
    }
}

fn material(held: &HeldMaterial, today: NaiveDate) -> PersonMaterial {
    let until = used_until(held.received_on);
    let files = u32::try_from(held.files.len()).unwrap_or(u32::MAX);
    PersonMaterial {
        material: held.id.clone(),
        name: held.name.clone(),
        level: TrustLevel::Compared.key().to_owned(),
        clerk: held.clerk.clone(),
        on: held.received_on.to_string(),
        matter: held.matter.clone(),
        number: held.number.to_string(),
        usable_until: until.to_string(),
        usable: until >= today,
        pages: held.pages.unwrap_or(files),
        files: held.files.iter().map(file_info).collect(),
    }
}

fn mandate(visit: &Visit) -> Option<PersonMandate> {
    let agent = visit.received.agent.as_ref()?;
    let (side, other) = if visit.acted {
        ("by_them", &visit.received.applicant)
    } else {
        ("for_them", &agent.person)
    };
    let scope = |scope: &MandateScope| scope.key().to_owned();
    Some(PersonMandate {
        side: side.to_owned(),
        name: other.name.clone(),
        id_masked: other.id.masked(),
        relation: agent.relation.clone(),
        scope: agent.scope.iter().map(scope).collect(),
        number: visit.case.number.to_string(),
        matter: visit.case.matter_name.clone(),
        on: visit.case.received_on.to_string(),
    })
}

fn link_view(read: &Reader<'_>, link: &Stored) -> Outcome<PersonLink> {
    let merged = &link.merged;
    Ok(PersonLink {
        id: link.arrival.to_string(),
        from_masked: merged.from.masked(),
        into_masked: merged.into.masked(),
        ground: merged.ground.key().to_owned(),
        reason: merged.reason.clone(),
        at: stamp(link.at),
        clerk: clerk_name(read, link.clerk)?,
        approved_by: clerk_name(read, Some(merged.approved_by))?,
    })
}

/// Materials of the archive one case used.
fn spared(visit: &Visit) -> u32 {
    let materials = visit.received.materials.iter();
    let held = materials.filter(|taken| taken.how == Some(HandIn::Held));
    u32::try_from(held.count()).unwrap_or(u32::MAX)
}
