//! Builders in the domain's language over real parts: a demo counter, an application, the real
//! platform, the line between them, the real programs, and papers read back.
//!
//! Owns no assertion of its own beyond "this step of the set-up worked".
#![allow(clippy::unwrap_used, clippy::expect_used)]

mod application;
mod centre;
mod chain;
mod closed;
mod counter;
mod deadline;
mod department;
mod line;
mod papers;
mod printing;
mod programs;
mod published;
mod sample;

pub use application::{Application, an_application, sample_id, sample_name};
pub use centre::{Centre, copy_folder};
pub use chain::{ChainApplication, a_chain, shown_draft, signed_on_paper};
pub use closed::closed_case;
pub use counter::{Counter, LIGHT, SeededEntropy, Who, clerks_desk, monday_morning, prepared_home};
pub use deadline::{PATIENCE, eventually, eventually_async};
pub use department::{IssuedTo, OFFICE};
pub use line::{Line, Weather};
pub use papers::{Ink, Words, ofd_text, pdf_text, pdf_words, pixels, symbols, symbols_on};
pub use printing::Sent;
pub use programs::{Ctl, Refusal, ServedPlatform, program, refusal};
pub use sample::{SampleMatter, sample_matters};

/// Whether the large counts are wanted.
#[must_use]
pub fn long() -> bool {
    std::env::var_os("YICHUANG_TEST_LONG").is_some_and(|value| value == "1")
}

/// The repository's assets.
#[must_use]
pub fn assets() -> std::path::PathBuf {
    std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../assets")
}
