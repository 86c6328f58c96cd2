//! The FTS5 tokenizer `bigram`: every two neighbouring characters are a token, so any part of a
//! Chinese text of one character or more is found without a dictionary.

mod ffi;
mod split;

pub(crate) use ffi::register;
pub(crate) use split::is_word;
