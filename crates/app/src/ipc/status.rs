//! What the chrome of every screen shows.

use super::{DeviceState, DraftSummary, OperatorInfo, SyncStatus};

dto! {
    /// Where the program stands.
    pub enum Phase {
        /// No home or not finished setting up.
        Setup,
        /// Nobody is signed in, or the screen is locked.
        Locked,
        /// Somebody is working.
        Ready,
    }
    /// The counter this machine is.
    pub struct TerminalInfo {
        /// Prefix of its numbers, `LY03`.
        pub code: String,
        /// 「滕州市龙阳镇便民服务中心」.
        pub point: String,
        /// 「3 号综合窗口」.
        pub window: String,
        /// Address of the point.
        pub address: String,
        /// Telephone of the point.
        pub phone: String,
        /// Opening hours of the point.
        pub hours: String,
        /// True for the demo.
        pub sample: bool,
    }
    /// The catalogue in force.
    pub struct CatalogueInfo {
        /// Pack version.
        pub version: u32,
        /// Day of publication, `YYYY-MM-DD`.
        pub published_on: String,
        /// Who answers for it.
        pub publisher: String,
        /// Matters in it.
        pub matters: u32,
        /// 样例目录.
        pub sample: bool,
        /// Last day the holiday table covers, `YYYY-MM-DD`.
        pub calendar_until: String,
    }
    /// Everything the chrome needs, in one call.
    pub struct AppStatus {
        /// Where the program stands.
        pub phase: Phase,
        /// This counter, once enrolled.
        pub terminal: Option<TerminalInfo>,
        /// The catalogue, once installed.
        pub catalogue: Option<CatalogueInfo>,
        /// Who is working.
        pub operator: Option<OperatorInfo>,
        /// Sync facts for the light.
        pub sync: SyncStatus,
        /// Devices this point owns.
        pub devices: Vec<DeviceState>,
        /// The deadline clock: RFC 3339 with +08:00.
        pub now: String,
        /// Last time the store verified, RFC 3339 with +08:00.
        pub data_ok_at: Option<String>,
        /// Drafts brought back after the last run did not end properly.
        pub recovered: Vec<DraftSummary>,
        /// Program version.
        pub version: String,
    }
}
dto! {
    /// What may have changed; pages run their queries again.
    pub enum ChangedKind {
        /// Sign-in, lock, devices, the clock.
        Status,
        /// Sync facts, receipts, verdicts.
        Sync,
        /// A case (`id` is its number).
        Case,
        /// A draft (`id`).
        Draft,
        /// The catalogue.
        Matter,
        /// A paper (`id`).
        Paper,
        /// An enquiry (`id`).
        Enquiry,
        /// The numbered slips.
        Slip,
        /// The residents' screen.
        Resident,
        /// The queue, the booking book, the hours of service.
        Queue,
    }
    /// The one event.
    pub struct Changed {
        /// What.
        pub kind: ChangedKind,
        /// Which one, when it is about one.
        pub id: Option<String>,
    }
}
