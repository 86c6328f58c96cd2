//! 一次告知: the exact list told once, written down, and handed over on paper.

mod give_notice;
mod practical;
mod show_notice;
mod told;

pub(crate) use show_notice::clerk_name;
pub(crate) use told::paper;
