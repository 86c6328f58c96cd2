//! Special procedures that stop a limit's clock.

use crate::closed::coded_set;

coded_set!(
    /// Why days are not counted (行政许可法 Art. 45, and what a matter's own rules name). The time it
    /// will take is told in writing.
    SpecialProcedure {
        /// A hearing.
        Hearing = "hearing", "听证";
        /// Bidding.
        Tendering = "tendering", "招标";
        /// An auction.
        Auction = "auction", "拍卖";
        /// Inspection.
        Inspection = "inspection", "检验";
        /// Testing.
        Testing = "testing", "检测";
        /// Quarantine.
        Quarantine = "quarantine", "检疫";
        /// Appraisal.
        Appraisal = "appraisal", "鉴定";
        /// Review by experts.
        ExpertReview = "expert_review", "专家评审";
        /// Public notice the matter's rule does not count.
        PublicNotice = "public_notice", "公示";
        /// What else the matter's rule does not count.
        Other = "other", "其他不计入时限的程序";
    }
);

impl SpecialProcedure {
    /// Whether Art. 45 itself names it; the others stop the clock only where the matter's rule says
    /// so.
    #[must_use]
    pub const fn is_statutory(self) -> bool {
        !matches!(self, Self::PublicNotice | Self::Other)
    }
}
