//! 群众问什么: what somebody asked for and no matter answered to, kept so that the catalogue can
//! learn the words.

use yichuang_domain::role::Act;
use yichuang_wire::payload::AskedFor;

use crate::{
    Desk,
    ipc::{ApiError, Done, NoteQuestion},
    report::{Outcome, field_problem},
};

/// Characters of a note.
const SHORTEST: usize = 2;
const LONGEST: usize = 60;
/// A run of digits as long as a telephone number is somebody's, not a matter's.
const PERSONAL_DIGITS: usize = 7;

impl Desk {
    /// Writes down what was asked for; it travels with the journal.
    ///
    /// # Errors
    /// `CASE-001` for a text that is too short or long, or holds what may be a personal number;
    /// `OPS-…`.
    pub fn note_question(&self, input: NoteQuestion) -> Outcome<Done> {
        let operator = self.allowed(Act::ReadGuide)?;
        let text = question(&input.text)?;
        self.store()?.write(|tx| -> Outcome<()> {
            self.note(tx, AskedFor { text }, None, Some(operator.id))?;
            Ok(())
        })?;
        Ok(Done {})
    }
}

fn question(text: &str) -> Outcome<String> {
    let text = text.trim();
    let wrong = |rule| Err(ApiError::invalid(vec![field_problem("text", rule)]));
    let length = text.chars().count();
    if length < SHORTEST {
        return wrong("required");
    }
    if length > LONGEST {
        return wrong("too_long");
    }
    let digits = text.split(|c: char| !c.is_numeric());
    if digits
        .map(|run| run.chars().count())
        .any(|run| run >= PERSONAL_DIGITS)
    {
        return wrong("personal_number");
    }
    Ok(text.to_owned())
}

#[cfg(test)]
mod tests {
    use super::question;

    #[test]
    fn words_are_kept_and_what_may_be_a_persons_number_is_not() {
        assert_eq!(question(" 老来补 ").unwrap(), "老来补");
        for (text, rule) in [
            ("补", "required"),
            ("王某 13800006120", "personal_number"),
            ("证件 370481194003210022", "personal_number"),
        ] {
            assert_eq!(question(text).unwrap_err().problems[0].rule, rule, "{text}");
        }
        let long = "问".repeat(61);
        assert_eq!(question(&long).unwrap_err().problems[0].rule, "too_long");
    }
}
