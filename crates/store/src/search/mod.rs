//! Search: our own FTS5 tokenizer, how names sound, and what a typed piece may be.
//!
//! Owns: registering the tokenizer on every connection, pinyin and initials, reading search terms,
//! and finding matters. Must not know: where the searched rows come from.

mod matter;
pub(crate) mod sound;
pub(crate) mod term;
mod tokenizer;

pub use matter::{MatterHit, MatterQuery, MatterWhy};
pub use sound::{Sound, of_words as sound_of};
pub(crate) use tokenizer::register;
