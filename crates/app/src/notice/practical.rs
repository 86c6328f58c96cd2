//! Where to go, when, how long it takes, what it costs, whom to ask.

use yichuang_domain::Matter;
use yichuang_store::Reader;

use crate::{guide::fee, matter::taken_here, report::Outcome};

/// What a resident asks besides what to bring, in words.
pub(super) struct Practical {
    pub(super) place: Vec<String>,
    pub(super) limit: String,
    pub(super) fee: String,
    pub(super) contact: String,
}

/// A matter taken in here is handed in here; for another the catalogue says where.
pub(super) fn practical(read: &Reader<'_>, matter: &Matter) -> Outcome<Practical> {
    let enrolment = &read.identity().enrolment;
    let point = &enrolment.point;
    let (place, contact) = if taken_here(read, &matter.code)? {
        let counter = format!("{} · {}", point.name, enrolment.window);
        let place = [counter, point.address.clone(), point.hours.clone()];
        (place, format!("{} {}", point.name, point.phone))
    } else {
        let (accept, consult) = (&matter.accept_at, &matter.consult);
        let place = [
            accept.body.clone(),
            accept.place.clone(),
            matter.hours.clone(),
        ];
        (place, format!("{} {}", consult.place, consult.phone))
    };
    Ok(Practical {
        place: place.into_iter().filter(|text| !text.is_empty()).collect(),
        limit: matter.promised_limit.label(),
        fee: fee(matter),
        contact: contact.trim().to_owned(),
    })
}
