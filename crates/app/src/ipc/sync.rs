//! The sync centre.

dto! {
    /// Facts for the sync light; the words are the face's (ux.md §5).
    pub struct SyncStatus {
        /// `online`, `offline`, `no_answer`, `usb_only`, `starting`.
        pub connectivity: String,
        /// Cases waiting to be reported.
        pub waiting: u32,
        /// Cases that need a person.
        pub attention: u32,
        /// Cases sent in this run, when sending.
        pub sending_done: Option<u32>,
        /// Cases to send in this run, when sending.
        pub sending_total: Option<u32>,
        /// Next automatic try, RFC 3339 with +08:00.
        pub next_try: Option<String>,
        /// Last success, RFC 3339 with +08:00.
        pub last_success: Option<String>,
        /// Minutes the clock is behind what it should be at least, negative when ahead: of the
        /// platform's last word, when over five; else of the newest entry, when it has gone back.
        pub clock_skew_minutes: Option<i32>,
        /// Megabytes free on the disk, when under 1024.
        pub disk_free_mb: Option<u32>,
        /// The store does not verify.
        pub store_broken: bool,
    }
    /// One row of the sync centre.
    pub struct SyncRow {
        /// Number of the case.
        pub number: String,
        /// Short number.
        pub short: String,
        /// Applicant.
        pub applicant: String,
        /// Matter.
        pub matter: String,
        /// `local`, `sending`, `reported`, `attend`.
        pub mark: String,
        /// Per cent, when sending.
        pub percent: Option<u32>,
        /// Reason, when a person is needed.
        pub reason: Option<String>,
        /// The fields it is about.
        pub fields: Vec<String>,
        /// Files of the case.
        pub files: u32,
        /// Bytes still to send.
        pub bytes: u32,
        /// Stored here, RFC 3339 with +08:00.
        pub stored_at: String,
        /// Receipted, RFC 3339 with +08:00.
        pub reported_at: Option<String>,
    }
    /// Something that came down.
    pub struct DownRow {
        /// `pack`, `progress`, `verdict`, `procedure_begun`, `procedure_ended`, `extended`,
        /// `examination`, `granted`, `denied`, `answer`.
        pub kind: String,
        /// When, RFC 3339 with +08:00.
        pub at: String,
        /// The case, when it is about one.
        pub number: Option<String>,
        /// Words of the platform, or the pack version.
        pub text: String,
    }
    /// The sync centre.
    pub struct SyncCentre {
        /// The light's facts.
        pub status: SyncStatus,
        /// Needs a person.
        pub attention: Vec<SyncRow>,
        /// Waiting, oldest first.
        pub waiting: Vec<SyncRow>,
        /// Reported today, newest first.
        pub reported_today: Vec<SyncRow>,
        /// What came down, newest first.
        pub down: Vec<DownRow>,
        /// Bytes waiting.
        pub waiting_bytes: u32,
        /// The platform's address; none for a point without a line.
        pub platform: Option<String>,
    }
}
