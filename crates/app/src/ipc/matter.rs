//! Finding the matter.

dto! {
    /// Why a matter was found, in the order they rank.
    pub enum MatchedBy {
        /// The exact code.
        Code,
        /// The beginning of the name.
        Name,
        /// What people call it.
        Alias,
        /// First letters of the pinyin.
        Initials,
        /// Full pinyin, fuzzy sounds allowed.
        Pinyin,
        /// Any characters of name or guide.
        Text,
        /// A favourite or recent one, with an empty query.
        Habit,
    }
    /// A matter in a list.
    pub struct MatterRow {
        /// Implementation code, up to 40 characters.
        pub code: String,
        /// Name.
        pub name: String,
        /// Why it is here.
        pub matched_by: MatchedBy,
        /// The alias or text that matched, to be underlined; empty when it is the name.
        pub matched: String,
        /// The department that decides.
        pub department: String,
        /// Category.
        pub category: String,
        /// Promised limit, `即时` or `10 工作日`.
        pub promised: String,
        /// Lines of material that are always asked for.
        pub materials: u32,
        /// Questions that shape the list.
        pub questions: u32,
        /// Marked with a star by this operator.
        pub favourite: bool,
        /// Taken at this point.
        pub here: bool,
    }
    /// The answer to a search.
    pub struct MatterList {
        /// Best first.
        pub rows: Vec<MatterRow>,
        /// The query as understood.
        pub query: String,
    }
}
input! {
    /// Searches matters; an empty text lists favourites, then recents.
    pub struct SearchMatters {
        /// Words, pinyin, initials, code, alias.
        pub text: String,
        /// At most this many, 1 to 50.
        pub limit: u32,
    }
    /// Keeps what somebody asked for and no matter answered to (群众问什么).
    pub struct NoteQuestion {
        /// Their words, 2 to 60 characters; no personal numbers.
        pub text: String,
    }
    /// Sets or takes the star.
    pub struct FavouriteMatter {
        /// The matter.
        pub code: String,
        /// Star or not.
        pub on: bool,
    }
}
