//! Handing over results (出件、送达): the ways it is done and to whom.
//!
//! Owns the closed sets; who may collect is decided where the mandate is known.

use crate::closed::coded_set;

coded_set!(
    /// How a result reaches the person (送达方式).
    DeliveryWay {
        /// Handed over at the counter.
        Window = "window", "直接送达（窗口领取）";
        /// By post.
        Post = "post", "邮寄送达";
        /// Electronically.
        Electronic = "electronic", "电子送达";
        /// Brought to their home by a helper.
        Helper = "helper", "帮办员上门送达";
        /// Left at their home before a witness, because they would not take it.
        Left = "left", "留置送达";
    }
);

coded_set!(
    /// Who took it.
    Recipient {
        /// The applicant.
        Applicant = "applicant", "本人";
        /// An agent whose mandate covers collecting.
        Agent = "agent", "代领人";
    }
);

coded_set!(
    /// How taking it over was signed for.
    Acknowledged {
        /// On the screen turned to the resident.
        OnScreen = "on_screen", "屏上签";
        /// On the paper kept at the counter.
        OnPaper = "on_paper", "纸上签";
        /// By fingerprint on paper, with a witness.
        Fingerprint = "fingerprint", "按手印";
        /// The post's or the system's own proof.
        ByCarrier = "by_carrier", "凭投递或系统记录";
    }
);
