//! What changed by itself since somebody last looked.

dto! {
    /// One piece of news.
    pub struct NewsItem {
        /// Its place in the local order; the newest has the highest.
        pub id: u32,
        /// When, RFC 3339 with +08:00.
        pub at: String,
        /// As in `DownRow`.
        pub kind: String,
        /// Number of the case it is about.
        pub number: Option<String>,
        /// Its short number.
        pub short: Option<String>,
        /// The matter's name.
        pub matter: Option<String>,
        /// What it says in the platform's own words, such as a step's name or a reason; may be empty.
        pub words: String,
        /// Arrived after somebody last looked.
        pub fresh: bool,
    }
    /// The newest pieces, newest first.
    pub struct NewsList {
        /// How many nobody has seen.
        pub unseen: u32,
        /// The pieces.
        pub items: Vec<NewsItem>,
    }
}
input! {
    /// Everything up to here was seen.
    pub struct SeeNews {
        /// Id of the newest piece shown.
        pub until: u32,
    }
}
