//! 补录: numbered slips for days on which the machine cannot be used, and cases entered from them.
//!
//! A slip's number is one of the terminal's own, given ahead; the case taken on it gets that number
//! and the day written on it. Whoever enters it answers for nothing else than that the slip says so.

mod entry;
mod list_slips;
mod print_slips;
mod spoil_slip;
mod take_slip;

pub(crate) use entry::{day_of, settled, wrong};
pub(crate) use print_slips::sheet;
