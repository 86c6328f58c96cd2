//! 补录: cases taken on numbered paper while the machine could not be used, entered later.
//!
//! Owns why that was and how old a slip may be. The numbers on slips are the terminal's own case
//! numbers, given ahead: what the resident holds is final.

use crate::closed::coded_set;

coded_set!(
    /// Why a case was taken on paper.
    SlipReason {
        /// No power.
        NoPower = "no_power", "停电";
        /// The machine was broken or being mended.
        MachineDown = "machine_down", "电脑故障";
        /// Off the premises without the laptop.
        OffSite = "off_site", "上门未带电脑";
        /// Another reason, in words.
        Other = "other", "其他原因";
    }
);
