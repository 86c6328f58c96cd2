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
        /// `ready`, `printing` (it waits for a printer or one has it), `done`, `saved`
        /// (as a file), `failed` (nothing came out), `unknown` (nobody knows), `cancelled`.
        pub outcome: String,
        /// Name of the printer, or the file it was saved as.
        pub place: Option<String>,
        /// Why it failed, is not known or does not go on, such as `paper_out`.
        pub reason: Option<String>,
    }
    /// A paper kept as a file beside its printing.
    pub struct SavedFile {
        /// The file.
        pub place: String,
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
        /// The case; of slips, the number on one of them.
        pub number: String,
        /// Which document.
        pub document: String,
        /// Why, as it is written down and printed: `lost`, `unclear`, `blank`, `jammed`, `one_more`.
        /// Only a first printing needs none.
        #[serde(default)]
        pub reason: Option<String>,
    }
    /// Asks for the receipt of a case as a file.
    pub struct ReceiptFile {
        /// The case's number.
        pub number: String,
        /// Why, as of [`Reprint`], once it has been printed or kept.
        #[serde(default)]
        pub reason: Option<String>,
    }
}
