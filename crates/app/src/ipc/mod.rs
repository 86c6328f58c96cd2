//! The types that cross the window's edge, once: serde on this side, generated TypeScript on the
//! other (`ui/src/ipc/bindings.ts`). Inputs refuse unknown fields; names are camelCase; ids,
//! dates and numbers of cases are strings; there are no 64-bit integers.
//!
//! Must not know: how anything is stored, and any words a person reads; words live in the face.

macro_rules! dto {
    ($($(#[$meta:meta])* $vis:vis $kind:ident $name:ident $body:tt)+) => {
        $(
            $(#[$meta])*
            #[derive(Debug, Clone, PartialEq, serde::Serialize, serde::Deserialize)]
            #[serde(rename_all = "camelCase")]
            #[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
            $vis $kind $name $body
        )+
    };
}
macro_rules! input {
    ($($(#[$meta:meta])* $vis:vis struct $name:ident $body:tt)+) => {
        $(
            $(#[$meta])*
            #[derive(Debug, Clone, PartialEq, serde::Serialize, serde::Deserialize)]
            #[serde(rename_all = "camelCase", deny_unknown_fields)]
            #[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
            $vis struct $name $body
        )+
    };
}

mod archive;
mod case;
mod chain;
mod clock;
mod delivery;
mod department;
mod device;
mod draft;
mod enquiry;
mod error;
mod forwarding;
mod guide;
mod life;
mod mandate;
mod matter;
mod news;
mod notice;
mod operator;
mod paper;
mod person;
mod printing;
mod queue;
mod rating;
mod resident;
mod setup;
mod slip;
mod status;
mod sync;
mod visit;
mod words;
mod workbench;

pub use archive::*;
pub use case::*;
pub use chain::*;
pub use clock::*;
pub use delivery::*;
pub use department::*;
pub use device::*;
pub use draft::*;
pub use enquiry::*;
pub use error::*;
pub use forwarding::*;
pub use guide::*;
pub use life::*;
pub use mandate::*;
pub use matter::*;
pub use news::*;
pub use notice::*;
pub use operator::*;
pub use paper::*;
pub use person::*;
pub use printing::*;
pub use queue::*;
pub use rating::*;
pub use resident::*;
pub use setup::*;
pub use slip::*;
pub use status::*;
pub use sync::*;
pub use visit::*;
pub use words::*;
pub use workbench::*;

input! {
    /// An input without content.
    pub struct Nothing {}
}
dto! {
    /// An output without content.
    pub struct Done {}
}
