//! Finding the matter.

mod favourite;
mod search_matters;
