//! How words sound.

dto! {
    /// How a word sounds, in lower-case letters; characters without a known reading are left out.
    pub struct WordSound {
        /// `gongzuotai`.
        pub pinyin: String,
        /// `gzt`.
        pub initials: String,
    }
    /// Sounds in the order the words were given.
    pub struct WordSounds {
        /// The sounds.
        pub sounds: Vec<WordSound>,
    }
}
input! {
    /// Asks how words of the window sound.
    pub struct SoundWords {
        /// The words.
        pub words: Vec<String>,
    }
}
