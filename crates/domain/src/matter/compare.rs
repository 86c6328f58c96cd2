//! One matter as two bodies publish it: the same item has the same materials, steps, limits and
//! fee at city, county and town (同一事项、同一标准).
//!
//! Owns when two published matters are the same item, and what differs between them. What is done
//! about a difference is for whoever publishes; it never refuses a matter.

use super::{FREE, Level, Material, Matter, Step};
use crate::closed::coded_set;
use crate::text::fold;
use serde::Serialize;

coded_set!(
    /// In what two copies of a matter differ.
    Aspect {
        /// A material that only one of them asks for.
        Material = "material", "申请材料";
        /// How a material is handed in.
        MaterialForm = "material_form", "材料怎么交";
        /// A condition that only one of them sets.
        Condition = "condition", "办理条件";
        /// A step that only one of them has.
        Step = "step", "办理环节";
        /// How long a step takes.
        StepLimit = "step_limit", "环节时限";
        /// The limit the law sets.
        StatutoryLimit = "statutory_limit", "法定时限";
        /// The limit that is promised.
        PromisedLimit = "promised_limit", "承诺时限";
        /// The fee.
        Fee = "fee", "收费";
    }
);

/// One difference. `here` and `there` are what each copy says; none where it says nothing.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Difference {
    /// In what.
    pub aspect: Aspect,
    /// What it is about: a material, a step, a condition; empty when the aspect says it all.
    pub subject: String,
    /// This copy.
    pub here: Option<String>,
    /// The other copy.
    pub there: Option<String>,
    /// This copy asks more of the resident: one thing more, or a longer wait.
    pub more_here: bool,
}

/// Whether two published matters are the same item: their base code (基本编码) is one, or, where
/// bodies gave it different ones, the name is.
#[must_use]
pub fn is_same_item(one: &Matter, other: &Matter) -> bool {
    one.code != other.code
        && (one.base_code == other.base_code || fold(&one.name) == fold(&other.name))
}

/// The level nearest to the resident that takes a matter in.
#[must_use]
pub fn nearest_level(matter: &Matter) -> Option<Level> {
    matter.accept_levels.iter().copied().max()
}

/// What differs between two copies of one item, in the order of the guide.
#[must_use]
pub fn differences(here: &Matter, there: &Matter) -> Vec<Difference> {
    let mut found = conditions(here, there);
    found.extend(materials(here, there));
    found.extend(steps(here, there));
    found.extend(fee(here, there));
    let limits = [
        (
            Aspect::StatutoryLimit,
            here.statutory_limit,
            there.statutory_limit,
        ),
        (
            Aspect::PromisedLimit,
            here.promised_limit,
            there.promised_limit,
        ),
    ];
    found.extend(
        limits
            .into_iter()
            .filter(|(_, here, there)| here != there)
            .map(|(aspect, here, there)| Difference {
                aspect,
                subject: String::new(),
                more_here: here.comparable_tenths() > there.comparable_tenths(),
                here: Some(here.label()),
                there: Some(there.label()),
            }),
    );
    found
}

/// What one copy has and the other lacks; conditions stand for themselves.
fn conditions(here: &Matter, there: &Matter) -> Vec<Difference> {
    let (mine, theirs) = (&here.conditions, &there.conditions);
    one_sided(
        Aspect::Condition,
        mine,
        theirs,
        String::clone,
        |one, other| same_words(one, other),
    )
}

fn materials(here: &Matter, there: &Matter) -> Vec<Difference> {
    let (mine, theirs) = (&here.materials, &there.materials);
    let name = |material: &Material| material.name.clone();
    let mut found = one_sided(Aspect::Material, mine, theirs, name, same_material);
    found.extend(
        both(mine, theirs, same_material).filter_map(|(mine, theirs)| {
            let (here, there) = (handed_in(mine), handed_in(theirs));
            (here != there).then(|| Difference {
                aspect: Aspect::MaterialForm,
                subject: mine.name.clone(),
                more_here: mine.copies > theirs.copies,
                here: Some(here),
                there: Some(there),
            })
        }),
    );
    found
}

fn steps(here: &Matter, there: &Matter) -> Vec<Difference> {
    let (mine, theirs) = (&here.steps, &there.steps);
    let same = |mine: &Step, theirs: &Step| same_words(&mine.name, &theirs.name);
    let mut found = one_sided(Aspect::Step, mine, theirs, |step| step.name.clone(), same);
    found.extend(
        both(mine, theirs, same)
            .filter(|(mine, theirs)| !same_words(&mine.time_limit, &theirs.time_limit))
            .map(|(mine, theirs)| Difference {
                aspect: Aspect::StepLimit,
                subject: mine.name.clone(),
                // Limits of steps are words; which is longer is not guessed.
                more_here: false,
                here: stated(&mine.time_limit),
                there: stated(&theirs.time_limit),
            }),
    );
    found
}

fn fee(here: &Matter, there: &Matter) -> Option<Difference> {
    // As each copy's text has it: a charge without a basis is a difference to be seen.
    let words = |matter: &Matter| match matter.fee.charged {
        false => FREE.to_owned(),
        true => matter.fee.standard_text.clone(),
    };
    let (mine, theirs) = (words(here), words(there));
    (!same_words(&mine, &theirs)).then(|| Difference {
        aspect: Aspect::Fee,
        subject: String::new(),
        more_here: here.fee.charged
            && (!there.fee.charged || here.fee.amount_fen > there.fee.amount_fen),
        here: Some(mine),
        there: Some(theirs),
    })
}

/// What has no partner on the other side, this copy's first.
fn one_sided<T>(
    aspect: Aspect,
    mine: &[T],
    theirs: &[T],
    name: impl Fn(&T) -> String,
    same: impl Fn(&T, &T) -> bool,
) -> Vec<Difference> {
    let only_here = mine
        .iter()
        .filter(|one| !theirs.iter().any(|other| same(one, other)))
        .map(|one| (Some(name(one)), None));
    let only_there = theirs
        .iter()
        .filter(|other| !mine.iter().any(|one| same(one, other)))
        .map(|other| (None, Some(name(other))));
    only_here
        .chain(only_there)
        .map(|(here, there)| Difference {
            aspect,
            subject: here.clone().or_else(|| there.clone()).unwrap_or_default(),
            more_here: here.is_some(),
            here,
            there,
        })
        .collect()
}

/// What has a partner on the other side, with it.
fn both<'a, T>(
    mine: &'a [T],
    theirs: &'a [T],
    same: impl Fn(&T, &T) -> bool,
) -> impl Iterator<Item = (&'a T, &'a T)> {
    mine.iter().filter_map(move |one| {
        let partner = theirs.iter().find(|other| same(one, other))?;
        Some((one, partner))
    })
}

/// One certificate has one normalised number wherever it is asked for.
fn same_material(mine: &Material, theirs: &Material) -> bool {
    mine.id == theirs.id || same_words(&mine.name, &theirs.name)
}

fn handed_in(material: &Material) -> String {
    format!("{} {} 份", material.form.label(), material.copies)
}

fn stated(text: &str) -> Option<String> {
    (!text.trim().is_empty()).then(|| text.to_owned())
}

/// The same but for how it is typed: width, spaces, punctuation at the end.
fn same_words(one: impl AsRef<str>, other: impl AsRef<str>) -> bool {
    let bare = |text: &str| {
        let folded = fold(text);
        let kept: String = folded.chars().filter(|c| !c.is_whitespace()).collect();
        kept.trim_end_matches(['。', '；', ';', '.', '，', ','])
            .to_owned()
    };
    bare(one.as_ref()) == bare(other.as_ref())
}
