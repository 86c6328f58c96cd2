//! Who may act, and proving it.

mod add_operator;
mod change_password;
mod list_operators;
mod policy;
mod sign_in;
mod status;
mod vouch;
