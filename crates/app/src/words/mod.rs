//! How the window's own words sound, for people who look for a screen by letters: the same sounds the
//! store finds matters and people by.

use yichuang_store::sound_of;

use crate::{
    Desk,
    ipc::{ApiError, ErrorCode, SoundWords, WordSound, WordSounds},
    report::Outcome,
};

/// More than any window has screens, settings and verbs.
const MOST: usize = 500;
/// Characters of a title.
const LONGEST: usize = 100;

impl Desk {
    /// Pinyin and initials of some words, in their order. They are the window's own and nobody's data.
    ///
    /// # Errors
    /// `INPUT-001` for more words, or longer ones, than any window has.
    pub fn sound_words(&self, input: SoundWords) -> Outcome<WordSounds> {
        let long = |word: &String| word.chars().count() > LONGEST;
        if input.words.len() > MOST || input.words.iter().any(long) {
            return Err(ApiError::new(ErrorCode::InputShape).with("reason", "words"));
        }
        let sounds = input.words.iter().map(|word| {
            let sound = sound_of(word);
            WordSound {
                pinyin: sound.pinyin,
                initials: sound.initials,
            }
        });
        Ok(WordSounds {
            sounds: sounds.collect(),
        })
    }
}
