//! Checking a promise after the case was accepted on it (国办发〔2020〕42号: 事中事后核查).

use crate::closed::coded_set;

coded_set!(
    /// How a promise is checked.
    CheckMethod {
        /// The kind of matter needs no check.
        Exempt = "exempt", "免予核查";
        /// Looked up over the network.
        Online = "online", "网络核验";
        /// On the spot.
        OnSite = "on_site", "现场核查";
        /// With another unit's help.
        Assisted = "assisted", "协助核查";
    }
);

coded_set!(
    /// What the check found.
    CheckOutcome {
        /// What was promised is so.
        Holds = "holds", "属实";
        /// What was promised is not so.
        False = "false", "不实";
        /// It could not be found out yet.
        Open = "open", "未能核实";
    }
);
