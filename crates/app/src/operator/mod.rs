//! Who may act, and proving it.

mod add_operator;
mod change_password;
mod list_operators;
mod policy;
mod reason;
mod sign_in;
mod status;
mod vouch;

pub(crate) use reason::reason;
