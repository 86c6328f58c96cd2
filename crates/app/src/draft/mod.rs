//! The clerk's unfinished work: mutable, own, never sent.

pub(crate) mod agent_mandate;
mod archive;
pub(crate) mod characters;
mod content;
mod file_bytes;
pub(crate) mod files;
mod green_lane;
mod judge;
mod list;
mod migrate;
mod open_draft;
mod problems;
mod proposal;
mod regroup;
mod save_draft;
pub(crate) mod sign;
mod split_draft;
mod stored;
mod view;

pub(crate) use archive::{Archive, agreed, used_until};
pub(crate) use content::{
    content_of, file_info, file_ref, handed_in, id_number, person, signed_paper, unsigned_paper,
};
pub(crate) use judge::{Judged, Purpose, judge, with_signatures};
pub(crate) use list::summaries;
pub(crate) use migrate::editions;
pub(crate) use open_draft::empty;
pub(crate) use problems::present;
pub(crate) use regroup::codes;
pub(crate) use stored::Draft;
pub(crate) use view::bare_field;
