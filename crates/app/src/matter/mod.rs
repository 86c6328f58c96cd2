//! Finding the matter, and what people call it.

mod add_alias;
mod favourite;
mod list_aliases;
mod note_question;
mod remove_alias;
mod search_matters;

pub(crate) use search_matters::{here, suspended, taken_here};
