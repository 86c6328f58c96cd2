//! One person under several document numbers.
//!
//! A link says that a document showed two numbers to be one person's, the older leading to the
//! newer. Links are made and taken back by hand; nobody is one person by likeness.

use std::collections::{BTreeMap, BTreeSet, VecDeque};

use crate::closed::coded_set;
use crate::identity::{IdKind, IdNumber};

coded_set!(
    /// Which document showed that two numbers are one person's.
    MergeGround {
        /// The change is entered in the household register.
        HouseholdRecord = "household_record", "户口簿变更记载";
        /// The police certify that the number was corrected.
        PoliceCertificate = "police_certificate", "公安机关更正证明";
        /// The card names the number of the document it replaces or belongs to: a foreign
        /// resident's new card, a residence permit and its travel permit.
        CardLink = "card_link", "新版永居证、居住证上的关联号码";
        /// The old and the new passport or permit were both seen.
        DocumentRenewed = "document_renewed", "护照、通行证换发，新旧证件都看过";
        /// Another document, named in the reason.
        Other = "other", "其他证明材料";
    }
);

/// Two numbers shown to be one person's.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NumberLink {
    /// The older number.
    pub from: IdNumber,
    /// The newer one.
    pub into: IdNumber,
}

type Key<'a> = (IdKind, &'a str);

fn key(number: &IdNumber) -> Key<'_> {
    (number.kind(), number.reveal())
}

/// Every number of the person who has `number`, the current one first; that number alone when no
/// link touches it. `links` in the order in which they were made.
#[must_use]
pub fn numbers_of(number: &IdNumber, links: &[NumberLink]) -> Vec<IdNumber> {
    let reached = reached(key(number), &neighbours(links));
    let theirs: Vec<&NumberLink> = links
        .iter()
        .filter(|link| reached.contains(&key(&link.from)))
        .collect();
    let mut numbers = vec![current(number, &theirs).clone()];
    for link in theirs {
        for one in [&link.into, &link.from] {
            if !numbers.contains(one) {
                numbers.push(one.clone());
            }
        }
    }
    numbers
}

/// Everybody with more than one number, each with the current number first.
#[must_use]
pub fn linked_people(links: &[NumberLink]) -> Vec<Vec<IdNumber>> {
    let mut seen = BTreeSet::new();
    let mut people = Vec::new();
    for link in links {
        if seen.contains(&key(&link.from)) {
            continue;
        }
        seen.extend(reached(key(&link.from), &neighbours(links)));
        people.push(numbers_of(&link.from, links));
    }
    people
}

fn neighbours(links: &[NumberLink]) -> BTreeMap<Key<'_>, Vec<Key<'_>>> {
    let mut beside: BTreeMap<Key<'_>, Vec<Key<'_>>> = BTreeMap::new();
    for link in links {
        let (from, into) = (key(&link.from), key(&link.into));
        beside.entry(from).or_default().push(into);
        beside.entry(into).or_default().push(from);
    }
    beside
}

fn reached<'a>(start: Key<'a>, beside: &BTreeMap<Key<'a>, Vec<Key<'a>>>) -> BTreeSet<Key<'a>> {
    let mut reached = BTreeSet::from([start]);
    let mut waiting = VecDeque::from([start]);
    while let Some(one) = waiting.pop_front() {
        for next in beside.get(&one).into_iter().flatten() {
            if reached.insert(*next) {
                waiting.push_back(*next);
            }
        }
    }
    reached
}

/// The number the newest link that is not led on leads to. In a circle, which two windows that had
/// not heard of each other may have made, the newest link decides.
fn current<'a>(number: &'a IdNumber, theirs: &[&'a NumberLink]) -> &'a IdNumber {
    let led_on = |into: &IdNumber| theirs.iter().any(|link| link.from == *into);
    let newest_first = || theirs.iter().rev().map(|link| &link.into);
    newest_first()
        .find(|into| !led_on(into))
        .or_else(|| newest_first().next())
        .unwrap_or(number)
}
