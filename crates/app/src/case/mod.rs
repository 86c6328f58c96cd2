//! Verbs on cases. A case begins with 收件; every verb is one transaction, and paper follows it.

mod accept_case;
mod accept_received;
mod ask_correction;
mod demand;
mod done;
mod intake;
mod intake_file;
mod receive_case;
mod refuse_case;
mod reveal_fields;
mod row;
mod search_cases;
mod show_case;
mod signing;
mod take_in;
mod verbs;

pub(crate) use ask_correction::one_of_two;
pub(crate) use done::{numbered, parse_number, undecided_case};
pub use intake::IntakeOutcome;
pub(crate) use intake_file::AnswersFile;
pub use intake_file::IntakeFile;
pub(crate) use row::{light_of, reason, row, soon_until, sync_mark};
pub(crate) use signing::is_to_be_signed;
