//! Which matters of a chain are handled in one visit, and what each waits for.

use super::{Chain, ChainMatter, DroppedMaterial};
use crate::id::{MaterialId, MatterCode};
use std::collections::BTreeSet;

/// What a reason begins with when a result is handed on from step to step.
const HANDED_ON: &str = "链内";

impl Chain {
    /// A matter of this chain.
    #[must_use]
    pub fn matter(&self, code: &MatterCode) -> Option<&ChainMatter> {
        self.matters.iter().find(|matter| matter.code == *code)
    }

    /// The matters handled when these are ticked, in the order of handling: those nobody may leave
    /// out, the ticked ones, and whatever one of them depends on.
    #[must_use]
    pub fn chosen(&self, ticked: &[MatterCode]) -> Vec<MatterCode> {
        let mut chosen = BTreeSet::new();
        // A matter depends on earlier ones only, so that one pass from the end finds all.
        for matter in self.matters.iter().rev() {
            let asked = !matter.optional || ticked.contains(&matter.code);
            if asked || chosen.contains(&matter.code) {
                chosen.insert(matter.code.clone());
                chosen.extend(matter.depends_on.iter().cloned());
            }
        }
        let matters = self.matters.iter();
        matters
            .filter(|matter| chosen.contains(&matter.code))
            .map(|matter| matter.code.clone())
            .collect()
    }

    /// The chosen matters that need this one's result: while there is one, it cannot be left out.
    pub fn needing<'a>(
        &'a self,
        code: &'a MatterCode,
        chosen: &'a [MatterCode],
    ) -> impl Iterator<Item = &'a ChainMatter> {
        let matters = self.matters.iter();
        matters
            .filter(move |matter| chosen.contains(&matter.code) && matter.depends_on.contains(code))
    }

    /// Places, from 1 among those that are handled, of the sisters whose result a matter waits for.
    #[must_use]
    pub fn waits_for(&self, code: &MatterCode, going: &[MatterCode]) -> Vec<u32> {
        let Some(matter) = self.matter(code) else {
            return Vec::new();
        };
        let places = (1..).zip(going);
        places
            .filter(|(_, sister)| matter.depends_on.contains(sister))
            .map(|(place, _)| place)
            .collect()
    }

    /// Why the chain spares a matter this material; none when it does not. A result handed on from
    /// step to step is spared only where the steps before it are handled too.
    #[must_use]
    pub fn spares(
        &self,
        material: &MaterialId,
        code: &MatterCode,
        going: &[MatterCode],
    ) -> Option<&DroppedMaterial> {
        if self.deduplicated_material_ids.contains(material) {
            return None;
        }
        let mut dropped = self.dropped_materials.iter();
        let dropped = dropped.find(|dropped| dropped.id == *material)?;
        let before = self
            .matter(code)
            .map_or(&[][..], |matter| matter.depends_on.as_slice());
        let given = before.iter().all(|earlier| going.contains(earlier));
        (given || !dropped.reason.starts_with(HANDED_ON)).then_some(dropped)
    }
}
