//! Numbered slips for days on which the machine cannot be used (补录).

use super::FileInfo;

dto! {
    /// One slip.
    pub struct SlipRow {
        /// Its number, which the case taken on it gets.
        pub number: String,
        /// Short number.
        pub short: String,
        /// The day it was printed, `YYYY-MM-DD`.
        pub printed_on: String,
        /// The paper it was printed on.
        pub paper: String,
        /// `free`, `used` or `spoiled`.
        pub state: String,
        /// The day it was spoiled.
        pub spoiled_on: Option<String>,
        /// Why.
        pub spoiled_why: Option<String>,
    }
    /// The slips of this terminal.
    pub struct SlipShelf {
        /// Free ones.
        pub free: u32,
        /// Those a case was entered from.
        pub used: u32,
        /// Spoiled or lost ones.
        pub spoiled: u32,
        /// The free ones first, then the newest.
        pub rows: Vec<SlipRow>,
        /// Most slips that are printed at once.
        pub most: u32,
    }
    /// The slip a draft is entered from. Number, day and leave are the store's word; the rest is
    /// typed.
    pub struct SlipOnDraft {
        /// Its number.
        pub number: String,
        /// The day on it, `YYYY-MM-DD`: the day of receipt.
        pub on: String,
        /// Why it was taken on paper: `no_power`, `machine_down`, `off_site`, `other`, or empty.
        pub why: String,
        /// In words, when the reason is another one.
        pub words: String,
        /// Photographs of the slip.
        pub files: Vec<FileInfo>,
        /// The supervisor who agreed to one that lies far back: operator id, or empty.
        #[serde(default)]
        pub leave_by: String,
        /// Why they did.
        #[serde(default)]
        pub leave_why: String,
    }
    /// Why somebody goes by the green lane.
    pub struct GreenLaneInput {
        /// `elder`, `disabled`, `pregnant`, `soldier`, `key_project`, `other`, or empty while nothing is
        /// chosen.
        pub why: String,
        /// In words, when the reason is another one.
        pub words: String,
    }
}
input! {
    /// Prints slips with the terminal's next numbers.
    pub struct PrintSlips {
        /// How many.
        pub count: u32,
    }
    /// Says that a slip was spoiled or lost.
    pub struct SpoilSlip {
        /// Its number.
        pub number: String,
        /// Why, 2 to 200 characters.
        pub reason: String,
    }
    /// Enters a draft from a slip.
    pub struct TakeSlip {
        /// The draft.
        pub draft: String,
        /// The slip's number as typed or scanned.
        pub number: String,
        /// The day on it, `YYYY-MM-DD`.
        pub on: String,
        /// Why a supervisor agrees to one that lies far back; empty when nobody was asked.
        pub reason: String,
        /// The supervisor's operator id; empty when the supervisor is the one signed in.
        pub supervisor: String,
        /// Their password; empty likewise.
        pub password: String,
    }
}
