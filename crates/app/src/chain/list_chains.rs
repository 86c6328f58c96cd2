//! The chains in force.

use std::collections::BTreeSet;

use yichuang_domain::{chain::Chain, role::Act};
use yichuang_store::Reader;

use crate::{
    Desk,
    ipc::{ChainList, ChainSummary, Nothing},
    report::Outcome,
};

impl Desk {
    /// Lists the chains of the catalogue.
    ///
    /// # Errors
    /// `OPS-…` and those of the store.
    pub fn list_chains(&self, _: Nothing) -> Outcome<ChainList> {
        self.allowed(Act::Draft)?;
        self.store()?.read(|read| {
            let chains = read.chains()?;
            let chains = chains.iter().map(|chain| summary(read, chain));
            Ok(ChainList {
                chains: chains.collect::<Outcome<_>>()?,
            })
        })
    }
}

fn summary(read: &Reader<'_>, chain: &Chain) -> Outcome<ChainSummary> {
    let mut offices = BTreeSet::new();
    for matter in &chain.matters {
        offices.extend(read.matter_ref(&matter.code)?.map(|found| found.department));
    }
    Ok(ChainSummary {
        code: chain.code.clone(),
        name: chain.name.clone(),
        matters: u32::try_from(chain.matters.len()).unwrap_or(u32::MAX),
        offices: u32::try_from(offices.len()).unwrap_or(u32::MAX),
    })
}
