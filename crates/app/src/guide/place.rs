//! Where a matter is handed in: at this counter when this point takes it, else where the catalogue
//! says.

use yichuang_domain::Matter;
use yichuang_store::Reader;

use crate::{ipc::ForwardPlace, matter::taken_here, report::Outcome};

/// Places named beside the guide's own.
const MOST_PLACES: usize = 20;

/// A place and whom to ask there.
pub(crate) struct Counter {
    /// The point and its window, or the authority's counter.
    pub(crate) place: String,
    /// Its address; empty when the catalogue's place says it all.
    pub(crate) address: String,
    /// When it is open.
    pub(crate) hours: String,
    /// Where questions are answered in person.
    pub(crate) consult: String,
    /// Whom to ask.
    pub(crate) contact: String,
}

impl Counter {
    /// 「滕州市龙阳镇便民服务中心 · 3 号综合窗口，一楼大厅」
    pub(crate) fn whole(&self) -> String {
        [self.place.as_str(), &self.address]
            .into_iter()
            .filter(|text| !text.is_empty())
            .collect::<Vec<_>>()
            .join("，")
    }
}

/// Where this matter is handed in.
pub(crate) fn counter(read: &Reader<'_>, matter: &Matter) -> Outcome<Counter> {
    let enrolment = &read.identity().enrolment;
    let point = &enrolment.point;
    let contact = |place: &str, phone: &str| format!("{place} {phone}").trim().to_owned();
    Ok(if taken_here(read, &matter.code)? {
        Counter {
            place: format!("{} · {}", point.name, enrolment.window),
            address: point.address.clone(),
            hours: point.hours.clone(),
            consult: point.address.clone(),
            contact: contact(&point.name, &point.phone),
        }
    } else {
        Counter {
            place: matter.accept_at.place.clone(),
            address: String::new(),
            hours: matter.hours.clone(),
            consult: matter.consult.place.clone(),
            contact: contact(&matter.consult.place, &matter.consult.phone),
        }
    })
}

/// Whether a matter may be taken in here for another place's authority (异地代收): one that reaches
/// beyond the place, or that this point does not handle itself.
pub(crate) fn forwardable(read: &Reader<'_>, matter: &Matter) -> Outcome<bool> {
    Ok(matter.cross_region.is_some() || !taken_here(read, &matter.code)?)
}

/// Places that take a matter in, the guide's own first; this point is none of them.
pub(crate) fn places(read: &Reader<'_>, matter: &Matter) -> Outcome<Vec<ForwardPlace>> {
    let own = &read.identity().enrolment.point.id;
    let named = ForwardPlace {
        body: matter.accept_at.body.clone(),
        address: matter.accept_at.place.clone(),
        phone: matter.consult.phone.clone(),
        hours: matter.hours.clone(),
    };
    let points = read.points()?.into_iter();
    let others = points
        .filter(|point| point.id != *own && point.services.contains(&matter.code))
        .take(MOST_PLACES)
        .map(|point| ForwardPlace {
            body: point.name,
            address: point.address,
            phone: point.phone,
            hours: point.hours,
        });
    Ok(std::iter::once(named).chain(others).collect())
}
