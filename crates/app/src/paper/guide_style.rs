//! How a guide is set on paper.

/// What guides are called, by the kinds of their papers.
pub(super) const TITLES: [(&str, &str); 3] = [
    (GuideStyle::Whole.document(), "服务指南"),
    (GuideStyle::Large.document(), "服务指南（大字版）"),
    (GuideStyle::Ticket.document(), "办事要点"),
];

/// One of the ways a guide is printed, always from the same text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum GuideStyle {
    /// The nine sections on A4.
    Whole,
    /// The same in large print.
    Large,
    /// 小票要点, on a roll of 80 mm.
    Ticket,
}

impl GuideStyle {
    /// The style of the interface's word for it.
    pub(crate) fn of_word(word: &str) -> Option<Self> {
        match word {
            "a4" => Some(Self::Whole),
            "large" => Some(Self::Large),
            "ticket" => Some(Self::Ticket),
            _ => None,
        }
    }

    /// The style of a paper; none when it is no guide.
    pub(super) fn of_document(document: &str) -> Option<Self> {
        [Self::Whole, Self::Large, Self::Ticket]
            .into_iter()
            .find(|style| style.document() == document)
    }

    /// What such a paper is called in the queue and in `printed` entries.
    pub(super) const fn document(self) -> &'static str {
        match self {
            Self::Whole => "guide",
            Self::Large => "guide_large",
            Self::Ticket => "guide_ticket",
        }
    }
}
