//! The shelf: every guide there is, to choose from for the hall (指南上架：在大厅摆放).

use yichuang_domain::role::Act;

use crate::{
    Desk,
    ipc::{GuideShelf, Nothing, ShelvedGuide},
    matter::here,
    report::Outcome,
};

impl Desk {
    /// Every matter in force by category, and whether this point takes it in.
    ///
    /// # Errors
    /// `OPS-…`.
    pub fn list_guides(&self, _: Nothing) -> Outcome<GuideShelf> {
        self.allowed(Act::ReadGuide)?;
        self.store()?.read(|read| {
            let here = here(read)?;
            let guides = read
                .listed_matters()?
                .into_iter()
                .map(|listed| ShelvedGuide {
                    here: here
                        .as_ref()
                        .is_none_or(|codes| codes.contains(&listed.code)),
                    code: listed.code.to_string(),
                    name: listed.name,
                    category: listed.category,
                });
            Ok(GuideShelf {
                guides: guides.collect(),
            })
        })
    }
}
