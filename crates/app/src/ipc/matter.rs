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
    /// A matter that is no longer taken in (已停用).
    pub struct SuspendedView {
        /// Since when, `YYYY-MM-DD`.
        pub on: String,
        /// The name of the matter that takes its place (改办), when there is one here.
        pub instead: Option<String>,
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
        /// Ways it is handled in (办理方式), of 马上办, 网上办, 就近办, 一次办.
        pub modes: Vec<String>,
        /// Marked with a star by this operator.
        pub favourite: bool,
        /// Taken at this point.
        pub here: bool,
        /// Set once it is no longer taken in.
        pub suspended: Option<SuspendedView>,
    }
    /// A way of handling (办理方式) and how many matters would be found with it added to the filter.
    pub struct ModeCount {
        /// 马上办, 网上办, 就近办 or 一次办.
        pub mode: String,
        /// How many; nought is told.
        pub count: u32,
    }
    /// The answer to a search.
    pub struct MatterList {
        /// Best first.
        pub rows: Vec<MatterRow>,
        /// Every way of handling, in the order of the policy.
        pub modes: Vec<ModeCount>,
        /// The query as understood.
        pub query: String,
    }
}
dto! {
    /// Words people use for a matter (俗称).
    pub struct AliasRow {
        /// The words.
        pub text: String,
        /// Added at this point; otherwise the catalogue's.
        pub own: bool,
        /// Who added them; empty for the catalogue's.
        pub by: String,
        /// Day they were added, `YYYY-MM-DD`.
        pub added_on: Option<String>,
        /// Whoever is signed in may take them back.
        pub removable: bool,
    }
    /// The words of one matter.
    pub struct AliasList {
        /// The matter.
        pub code: String,
        /// The catalogue's first, then this point's, oldest first.
        pub rows: Vec<AliasRow>,
        /// How many more this point may add.
        pub room: u32,
        /// Whoever is signed in may add words.
        pub may_add: bool,
    }
}
input! {
    /// Searches matters; an empty text lists favourites, then recents.
    pub struct SearchMatters {
        /// Words, pinyin, initials, code, alias; 零跑腿, 只跑一次 and 最多跑一次 mean 一次办好.
        pub text: String,
        /// Only matters handled in all of these ways (办理方式); empty for all.
        pub modes: Vec<String>,
        /// At most this many, 1 to 50.
        pub limit: u32,
    }
    /// Keeps what somebody asked for and no matter answered to (群众问什么).
    pub struct NoteQuestion {
        /// Their words, 2 to 60 characters; no personal numbers.
        pub text: String,
    }
    /// Asks what people call a matter.
    pub struct ListAliases {
        /// The matter.
        pub code: String,
    }
    /// Adds what people here call a matter.
    pub struct AddAlias {
        /// The matter.
        pub code: String,
        /// Their words, 2 to 20 characters; no personal numbers.
        pub text: String,
    }
    /// Takes back what this point added.
    pub struct RemoveAlias {
        /// The matter.
        pub code: String,
        /// The words.
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
