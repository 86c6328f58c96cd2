//! Papers: made ready after the entry is committed, kept until they are settled.

dto! {
    /// A paper in the spool.
    pub struct PaperInfo {
        /// Id.
        pub id: String,
        /// `receipt`, `acceptance`, `correction`, `refusal`, `guide`, `test`, or one of a draft's
        /// `toSign`.
        pub document: String,
        /// Title in Chinese.
        pub title: String,
        /// 第 n 次打印.
        pub copy: u32,
        /// Pages.
        pub pages: u32,
        /// Characters no font on this machine has, drawn as boxes.
        pub missing: Vec<String>,
        /// Made at, RFC 3339 with +08:00.
        pub made_at: String,
        /// `ready`, `sent` (a printer took it), `saved` (to a folder), `failed`.
        pub outcome: String,
        /// Printer or folder, or the reason it failed.
        pub place: Option<String>,
    }
}
input! {
    /// Names a paper.
    pub struct PaperRef {
        /// Id.
        pub id: String,
    }
    /// Makes a document of a case again.
    pub struct Reprint {
        /// The case.
        pub number: String,
        /// Which document.
        pub document: String,
    }
}
