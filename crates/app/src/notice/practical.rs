//! Where to go, when, how long it takes, what it costs, whom to ask.

use yichuang_domain::Matter;
use yichuang_store::Reader;

use crate::{
    guide::{counter, fee},
    report::Outcome,
};

/// What a resident asks besides what to bring, in words.
pub(super) struct Practical {
    pub(super) place: Vec<String>,
    pub(super) limit: String,
    pub(super) fee: String,
    pub(super) contact: String,
}

pub(super) fn practical(read: &Reader<'_>, matter: &Matter) -> Outcome<Practical> {
    let here = counter(read, matter)?;
    let place = [here.place, here.address, here.hours];
    Ok(Practical {
        place: place.into_iter().filter(|text| !text.is_empty()).collect(),
        limit: matter.promised_limit.label(),
        fee: fee(matter),
        contact: here.contact,
    })
}
