//! Papers of the counter around cases: sending one on, where to go instead.

use yichuang_domain::Matter;
use yichuang_print::documents::{Forwarding, Imprint, Place, WhereTo};
use yichuang_store::Reader;
use yichuang_wire::payload::{Forwarded, TakenMaterial};

use super::case_papers::{Facts, leaves_paper, party, received_material};
use crate::{guide, report::Outcome};

/// 异地代收回执 and 转办单, from what was written down.
pub(super) fn forwarding(facts: Facts<'_>, forwarded: &Forwarded) -> Forwarding {
    let received = facts.received;
    let travels = |taken: &&TakenMaterial| taken.how.is_some_and(leaves_paper);
    let materials = received.materials.iter().filter(travels);
    Forwarding {
        from: received.point.name.clone(),
        from_phone: received.point.phone.clone(),
        to: forwarded.to.clone(),
        to_address: forwarded.address.clone(),
        to_phone: forwarded.phone.clone(),
        applicant: party(&received.applicant),
        agent: received.agent.as_ref().map(|agent| party(&agent.person)),
        matter: received.matter.name.clone(),
        matter_code: received.matter.code.to_string(),
        materials: materials
            .map(|taken| received_material(taken, facts.matter))
            .collect(),
        received_on: received.received_on,
        sent_on: forwarded.sent_on,
        by: forwarded.by.clone(),
        clerk: forwarded.clerk.clone(),
        imprint: facts.imprint,
    }
}

/// 去哪办.
pub(super) fn where_to(read: &Reader<'_>, matter: &Matter, imprint: Imprint) -> Outcome<WhereTo> {
    let places = guide::places(read, matter)?.into_iter();
    Ok(WhereTo {
        matter: matter.name.clone(),
        fee: matter.fee.words(),
        places: places
            .map(|place| Place {
                body: place.body,
                address: place.address,
                phone: place.phone,
                hours: place.hours,
            })
            .collect(),
        imprint,
    })
}
