//! Numbers after a store was lost: those it gave may be on paper in the hall, and nobody here knows
//! how many there were.

use chrono::{DateTime, Utc};
use yichuang_domain::{calendar::shanghai, queue::TicketNumber};
use yichuang_store::Reader;

use crate::{
    clock::{day, stamp},
    ipc::QueueResumed,
    report::Outcome,
};

/// Where numbers go on today, when the store came today from a backup or another machine.
pub(super) fn resumed(read: &Reader<'_>, now: DateTime<Utc>) -> Outcome<Option<QueueResumed>> {
    let began = read.epoch_after_first()?;
    let today = began.filter(|began| day(*began) == day(now));
    Ok(today.map(|began| QueueResumed {
        at: stamp(began),
        above: TicketNumber::never_reached_by(shanghai(began).time()),
    }))
}
