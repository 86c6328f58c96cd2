//! Finding the matter.

mod favourite;
mod note_question;
mod search_matters;

pub(crate) use search_matters::taken_here;
