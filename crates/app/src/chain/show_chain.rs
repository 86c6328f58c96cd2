//! A chain with what is ticked, before there is a draft.

use yichuang_domain::{Answers, role::Act};
use yichuang_store::Reader;

use super::chain_view;
use crate::{
    Desk,
    catalogue::{asked_as_one, calendar},
    ipc::{ApiError, ChainView, ErrorCode, ShowChain},
    report::Outcome,
};

impl Desk {
    /// Shows a chain. A matter that a ticked one needs is ticked with it.
    ///
    /// # Errors
    /// `MATTER-001` when the catalogue has no such chain; `OPS-…`.
    pub fn show_chain(&self, input: ShowChain) -> Outcome<ChainView> {
        self.allowed(Act::Draft)?;
        self.store()?.read(|read| {
            let ticked = match input.chosen {
                Some(ticked) => ticked,
                None => every_matter(read, &input.code)?,
            };
            let whole = asked_as_one(read, &input.code, &ticked, &Answers::new())?;
            let unknown = || ApiError::new(ErrorCode::MatterUnknown);
            let asked = whole.chain.as_ref().ok_or_else(unknown)?;
            Ok(chain_view(
                asked,
                &whole.matter,
                self.today(),
                &calendar(read)?,
            ))
        })
    }
}

fn every_matter(read: &Reader<'_>, code: &str) -> Outcome<Vec<String>> {
    let chain = read.chain(code)?;
    let matters = chain.iter().flat_map(|chain| &chain.matters);
    Ok(matters.map(|matter| matter.code.to_string()).collect())
}
