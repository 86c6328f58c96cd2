//! 群众问什么: what somebody asked for and no matter answered to, kept so that the catalogue can
//! learn the words.

use yichuang_domain::{alias::said, role::Act};
use yichuang_wire::payload::AskedFor;

use crate::{
    Desk,
    ipc::{ApiError, Done, NoteQuestion},
    report::{Outcome, field_problem},
};

/// Characters of a note.
const LONGEST: usize = 60;

impl Desk {
    /// Writes down what was asked for; it travels with the journal.
    ///
    /// # Errors
    /// `CASE-001` for a text that is too short or long, or holds what may be a personal number;
    /// `OPS-…`.
    pub fn note_question(&self, input: NoteQuestion) -> Outcome<Done> {
        let operator = self.allowed(Act::ReadGuide)?;
        let text = said(&input.text, LONGEST)
            .map_err(|why| ApiError::invalid(vec![field_problem("text", why.rule())]))?;
        self.store()?.write(|tx| -> Outcome<()> {
            self.note(tx, AskedFor { text }, None, Some(operator.id))?;
            Ok(())
        })?;
        Ok(Done {})
    }
}
