//! Why a job waits, failed or is in doubt, in the words every layer shares.

use thiserror::Error;

/// Why a job did not come out, or why nobody knows whether it did. A closed list.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Reason {
    /// There is no paper.
    PaperOut,
    /// A cover or door is open.
    CoverOpen,
    /// Paper or the cutter is stuck.
    Jam,
    /// The printer does not answer at its address.
    NotReached,
    /// The printer has other sheets than the job needs.
    WrongMedia,
    /// The print service of this machine does not answer.
    SpoolerGone,
    /// The printer or its queue stands still until somebody sees to it.
    Stopped,
    /// The printer, its queue or this account's rights do not allow the job.
    Refused,
    /// No answer came, or no byte was taken, in time.
    Timeout,
    /// Nobody can say any more: the line broke on the way, or the job is not known any longer.
    Lost,
    /// Somebody cancelled it.
    Cancelled,
}

impl Reason {
    /// Every reason.
    pub const ALL: [Self; 11] = [
        Self::PaperOut,
        Self::CoverOpen,
        Self::Jam,
        Self::NotReached,
        Self::WrongMedia,
        Self::SpoolerGone,
        Self::Stopped,
        Self::Refused,
        Self::Timeout,
        Self::Lost,
        Self::Cancelled,
    ];

    /// The stable word that is kept and sent, such as `paper_out`.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::PaperOut => "paper_out",
            Self::CoverOpen => "cover_open",
            Self::Jam => "jam",
            Self::NotReached => "not_reached",
            Self::WrongMedia => "wrong_media",
            Self::SpoolerGone => "spooler_gone",
            Self::Stopped => "stopped",
            Self::Refused => "refused",
            Self::Timeout => "timeout",
            Self::Lost => "lost",
            Self::Cancelled => "cancelled",
        }
    }

    /// The stable code shown small beside the message and read out to the help desk.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::PaperOut => "DEVICE-201",
            Self::CoverOpen => "DEVICE-202",
            Self::Jam => "DEVICE-203",
            Self::NotReached => "DEVICE-204",
            Self::WrongMedia => "DEVICE-205",
            Self::SpoolerGone => "DEVICE-206",
            Self::Stopped => "DEVICE-207",
            Self::Refused => "DEVICE-208",
            Self::Timeout => "DEVICE-209",
            Self::Lost => "DEVICE-210",
            Self::Cancelled => "DEVICE-211",
        }
    }
}

/// A printer that could not do what was asked. Carries nothing of the document.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
pub enum PrinterError {
    /// Nothing of the job reached paper: it may be sent again as it is.
    #[error("nothing was printed ({})", .0.as_str())]
    NotSent(Reason),
    /// Some of the job was handed over and nobody knows what became of it: a person must look.
    #[error("it is not known what was printed ({})", .0.as_str())]
    InDoubt(Reason),
    /// A question about a job got no answer: what was known before still stands.
    #[error("the printer could not be asked ({})", .0.as_str())]
    NoAnswer(Reason),
}

impl PrinterError {
    /// Why.
    #[must_use]
    pub fn reason(&self) -> Reason {
        match self {
            Self::NotSent(reason) | Self::InDoubt(reason) | Self::NoAnswer(reason) => *reason,
        }
    }

    /// The code of the reason.
    #[must_use]
    pub fn code(&self) -> &'static str {
        self.reason().code()
    }
}
