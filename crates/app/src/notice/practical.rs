//! Where to go, when, how long it takes, what it costs, whom to ask.

use yichuang_store::Reader;

use crate::{catalogue::CatalogueMatter, guide::counter, report::Outcome};

/// What a resident asks besides what to bring, in words.
pub(super) struct Practical {
    pub(super) place: Vec<String>,
    pub(super) limit: String,
    pub(super) fee: String,
    pub(super) contact: String,
}

pub(super) fn practical(read: &Reader<'_>, found: &CatalogueMatter) -> Outcome<Practical> {
    let matter = &found.matter;
    let here = counter(read, matter)?;
    let place = [here.place, here.address, here.hours];
    Ok(Practical {
        place: place.into_iter().filter(|text| !text.is_empty()).collect(),
        limit: limit(found),
        fee: matter.fee.words(),
        contact: here.contact,
    })
}

/// The promised limit; of a chain with the matters it is for.
fn limit(found: &CatalogueMatter) -> String {
    let limit = found.matter.promised_limit.label();
    if found.chain.is_none() {
        return limit;
    }
    let names = found.names();
    format!("{limit}，{}项一起办：{}", names.len(), names.join("、"))
}
