//! 一链办理: several matters in one visit, by one form and one set of materials.
//!
//! Here a chain is chosen and opened; from then on it is a draft like any other.

mod list_chains;
mod open_chain;
mod show_chain;
mod view;

pub(crate) use view::chain_view;
