//! One matter as several bodies publish it: what differs, for whoever keeps the catalogue.

use std::collections::BTreeSet;

use serde::Serialize;
use yichuang_domain::{
    Matter, MatterCode,
    matter::{Difference, differences, is_same_item, nearest_level},
};
use yichuang_store::Reader;

use super::in_force;
use crate::{Desk, ipc::DifferingCopies, report::Outcome};

/// Pairs of copies an import tells of; the command line tells of all.
const MOST_TOLD: usize = 50;

/// One difference, one line.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct CopyDifference {
    /// The copy nearer to the resident.
    pub matter: String,
    /// Its name.
    pub name: String,
    /// The other copy.
    pub other: String,
    /// In what, and what each says.
    #[serde(flatten)]
    pub difference: Difference,
}

/// Two copies of one item that do not say the same.
struct Pair {
    here: Matter,
    there: Matter,
    differences: Vec<Difference>,
}

impl Desk {
    /// Every difference between copies of one matter in force (同一事项、同一标准).
    ///
    /// # Errors
    /// Those of the store.
    pub fn compare_catalogue(&self) -> Outcome<Vec<CopyDifference>> {
        let pairs = self.store()?.read(differing)?;
        let lines = pairs.into_iter().flat_map(|pair| {
            let Pair { here, there, .. } = pair;
            pair.differences
                .into_iter()
                .map(move |difference| CopyDifference {
                    matter: here.code.to_string(),
                    name: here.name.clone(),
                    other: there.code.to_string(),
                    difference,
                })
        });
        Ok(lines.collect())
    }

    /// What an import tells of copies that differ. It blocks nothing.
    pub(super) fn differing_copies(&self) -> Outcome<Vec<DifferingCopies>> {
        let pairs = self.store()?.read(differing)?;
        let told = pairs
            .into_iter()
            .take(MOST_TOLD)
            .map(|pair| DifferingCopies {
                code: pair.here.code.to_string(),
                name: pair.here.name,
                other: pair.there.code.to_string(),
                other_body: pair.there.implementing_body,
                differences: pair.differences.into_iter().map(Into::into).collect(),
            });
        Ok(told.collect())
    }
}

/// Every pair of copies in force that differ.
fn differing(read: &Reader<'_>) -> Outcome<Vec<Pair>> {
    let mut pairs = Vec::new();
    let mut seen: BTreeSet<(MatterCode, MatterCode)> = BTreeSet::new();
    for code in read.copied_matters()? {
        let one = in_force(read, &code)?.matter;
        for other in read.copies_of(&one)? {
            let (low, high) = if code < other {
                (code.clone(), other)
            } else {
                (other, code.clone())
            };
            if !seen.insert((low.clone(), high.clone())) {
                continue;
            }
            let (low, high) = (in_force(read, &low)?.matter, in_force(read, &high)?.matter);
            pairs.extend(pair(low, high));
        }
    }
    Ok(pairs)
}

/// Two copies that differ, the one nearer to the resident first.
fn pair(one: Matter, other: Matter) -> Option<Pair> {
    if !is_same_item(&one, &other) {
        return None;
    }
    let (here, there) = if nearest_level(&other) > nearest_level(&one) {
        (other, one)
    } else {
        (one, other)
    };
    let differences = differences(&here, &there);
    (!differences.is_empty()).then_some(Pair {
        here,
        there,
        differences,
    })
}
