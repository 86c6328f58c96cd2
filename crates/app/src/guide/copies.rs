//! 上下级对照: the same matter as another body publishes it.

use yichuang_domain::{
    Matter,
    matter::{Difference, differences, is_same_item},
};
use yichuang_store::Reader;

use crate::{
    catalogue::in_force,
    ipc::{CopyView, DifferenceView},
    report::Outcome,
};

/// Every copy of a matter in force, with what differs from it.
pub(super) fn copies(read: &Reader<'_>, matter: &Matter) -> Outcome<Vec<CopyView>> {
    let mut views = Vec::new();
    for code in read.copies_of(matter)? {
        let copy = in_force(read, &code)?.matter;
        if is_same_item(matter, &copy) {
            let differences = differences(matter, &copy);
            views.push(CopyView {
                code: code.to_string(),
                body: copy.implementing_body,
                levels: copy
                    .accept_levels
                    .iter()
                    .map(|level| level.label().to_owned())
                    .collect(),
                differences: differences.into_iter().map(Into::into).collect(),
            });
        }
    }
    Ok(views)
}

impl From<Difference> for DifferenceView {
    fn from(difference: Difference) -> Self {
        Self {
            aspect: difference.aspect.key().to_owned(),
            subject: difference.subject,
            here: difference.here,
            there: difference.there,
            more_here: difference.more_here,
        }
    }
}
