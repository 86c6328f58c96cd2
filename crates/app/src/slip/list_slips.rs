//! The slips of this terminal and what became of each.

use yichuang_domain::{role::Act, slip::MOST_IN_A_LOT};
use yichuang_store::Slip;

use crate::{
    Desk,
    ipc::{Nothing, SlipRow, SlipShelf},
    report::Outcome,
};

/// Slips that are sent at once; a point prints some dozens a year.
const LISTED: u32 = 300;

impl Desk {
    /// The slips.
    ///
    /// # Errors
    /// `OPS-…`.
    pub fn list_slips(&self, _: Nothing) -> Outcome<SlipShelf> {
        self.allowed(Act::Draft)?;
        self.store()?.read(|read| {
            let counts = read.slip_counts()?;
            Ok(SlipShelf {
                free: counts.free,
                used: counts.used,
                spoiled: counts.spoiled,
                rows: read.slips(LISTED)?.iter().map(row).collect(),
                most: MOST_IN_A_LOT,
            })
        })
    }
}

fn row(slip: &Slip) -> SlipRow {
    let state = match (slip.used, &slip.spoiled) {
        (true, _) => "used",
        (false, Some(_)) => "spoiled",
        (false, None) => "free",
    };
    SlipRow {
        number: slip.number.to_string(),
        short: slip.number.short(),
        printed_on: slip.printed_on.to_string(),
        paper: slip.lot.to_string(),
        state: state.to_owned(),
        spoiled_on: slip.spoiled.as_ref().map(|(on, _)| on.to_string()),
        spoiled_why: slip.spoiled.as_ref().map(|(_, why)| why.clone()),
    }
}
