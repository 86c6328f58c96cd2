//! What crosses crates: the loopback bridge, builders in the domain's language, and real servers
//! for the tests beside this library.

pub mod bridge;
pub mod kit;
pub mod tour;
pub mod window;
