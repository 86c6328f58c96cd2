//! Handing over results (出件、送达): the ways it is done, to whom, and what must be there for it.
//!
//! Owns the closed sets and the rules of one handing over; whose card it is and which mandates there
//! are is known elsewhere.

use chrono::NaiveDate;

use crate::{
    closed::coded_set,
    form::FieldProblem,
    text::{TextProblem, check},
};

/// Days after which a result nobody fetched is something to see to.
pub const UNCLAIMED_AFTER_DAYS: i64 = 30;
const MAX_WITNESS_CHARS: usize = 60;
const MAX_PLACE_CHARS: usize = 200;
/// More photographs than a handing over needs.
const MOST_FILES: usize = 20;

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
    /// How something was signed for: taking a result over, or giving a mandate.
    Acknowledged {
        /// On the screen turned to the resident.
        OnScreen = "on_screen", "屏上签";
        /// On the paper kept at the counter.
        OnPaper = "on_paper", "纸上签";
        /// By fingerprint on paper, with a witness.
        Fingerprint = "fingerprint", "按手印";
        /// Nobody signed: the witness did, when it was left (民事诉讼法 Art. 89).
        ByWitness = "by_witness", "见证人签字";
        /// The post's or the system's own proof.
        ByCarrier = "by_carrier", "凭投递或系统记录";
    }
);

impl Acknowledged {
    /// Whether it is the hand of whoever it is about.
    #[must_use]
    pub const fn is_signature(self) -> bool {
        matches!(self, Self::OnScreen | Self::OnPaper | Self::Fingerprint)
    }
}

coded_set!(
    /// Where a result document is.
    ResultPlace {
        /// With the deciding department.
        Office = "office", "在办理部门";
        /// At the counter.
        Counter = "counter", "在柜台";
        /// With the post.
        Posted = "posted", "已寄出";
        /// It reached the person.
        Delivered = "delivered", "已送达";
    }
);

impl ResultPlace {
    /// Whether it can still be handed over by the point.
    #[must_use]
    pub const fn is_here(self) -> bool {
        matches!(self, Self::Office | Self::Counter)
    }
}

/// One handing over, as it is to be written down.
#[derive(Debug, Clone, Copy)]
pub struct Handing<'a> {
    /// How.
    pub way: DeliveryWay,
    /// Somebody was there and their document was looked at.
    pub taker: bool,
    /// How it was signed for; none while only the paper to sign is printed.
    pub acknowledged: Option<Acknowledged>,
    /// The signature or photographs.
    pub files: usize,
    /// Who saw it.
    pub witness: Option<&'a str>,
    /// Where.
    pub place: &'a str,
}

/// Whether a handing over has what its way needs. The post is not one: it delivers when it says so.
/// Rules: `required`, `option`, `signature_missing`, `witness_required`, `too_long`, `control_char`,
/// `too_many` (max).
///
/// # Errors
/// Every problem found.
pub fn check_handing(handing: &Handing<'_>) -> Result<(), Vec<FieldProblem>> {
    let mut problems = Vec::new();
    match handing.way {
        DeliveryWay::Post => problems.push(FieldProblem::new("way", "option")),
        DeliveryWay::Window | DeliveryWay::Helper if !handing.taker => {
            problems.push(FieldProblem::new("taker", "required"));
        }
        _ => {}
    }
    if let Some(how) = handing.acknowledged {
        problems.extend(acknowledgement(handing, how));
    }
    problems.extend(words("place", handing.place, MAX_PLACE_CHARS));
    if handing.files > MOST_FILES {
        problems.push(FieldProblem::new("files", "too_many").with("max", MOST_FILES));
    }
    if problems.is_empty() {
        Ok(())
    } else {
        Err(problems)
    }
}

fn acknowledgement(handing: &Handing<'_>, how: Acknowledged) -> Vec<FieldProblem> {
    let fits = match handing.way {
        DeliveryWay::Window | DeliveryWay::Helper => how.is_signature(),
        DeliveryWay::Left => how == Acknowledged::ByWitness,
        DeliveryWay::Electronic | DeliveryWay::Post => how == Acknowledged::ByCarrier,
    };
    let mut problems = Vec::new();
    if !fits {
        problems.push(FieldProblem::new("acknowledged", "option"));
    }
    // A signature on the screen is nothing but its picture.
    if how == Acknowledged::OnScreen && handing.files == 0 {
        problems.push(FieldProblem::new("acknowledged", "signature_missing"));
    }
    let witnessed = matches!(how, Acknowledged::Fingerprint | Acknowledged::ByWitness);
    match handing.witness {
        None if witnessed => problems.push(FieldProblem::new("witness", "witness_required")),
        Some(witness) => problems.extend(words("witness", witness, MAX_WITNESS_CHARS)),
        None => {}
    }
    problems
}

/// What is wrong with words that have to be there and are read later: `required`, `too_long` (max),
/// `control_char`.
#[must_use]
pub fn words(field: &str, text: &str, longest: usize) -> Option<FieldProblem> {
    let rule = match check(text, longest) {
        Ok(()) if text.trim().is_empty() => "required",
        Ok(()) => return None,
        Err(TextProblem::TooLong { .. }) => "too_long",
        Err(TextProblem::Forbidden { .. }) => "control_char",
    };
    Some(FieldProblem::new(field, rule).with("max", longest))
}

/// Days a result has waited to be fetched.
#[must_use]
pub fn days_waiting(since: NaiveDate, today: NaiveDate) -> u32 {
    u32::try_from((today - since).num_days()).unwrap_or(0)
}

/// Whether it has waited so long that somebody has to ask why.
#[must_use]
pub fn is_unclaimed(since: NaiveDate, today: NaiveDate) -> bool {
    (today - since).num_days() > UNCLAIMED_AFTER_DAYS
}
