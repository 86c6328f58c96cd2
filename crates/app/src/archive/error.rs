//! Why a file is refused as a package before anything in it is compared.

/// What makes a file no package. Nothing was written, and nothing in it was believed.
#[derive(Debug, thiserror::Error)]
pub enum ArchiveError {
    /// The file cannot be read.
    #[error("ARCHIVE-101 the file cannot be read: {0}")]
    Unreadable(#[from] std::io::Error),
    /// It is not laid out as packages are: cut off, written by another program, or with bytes that
    /// belong to no part.
    #[error("ARCHIVE-102 not laid out as an archive package, at {place}")]
    Layout {
        /// The part that begins or ends there.
        place: String,
    },
    /// A part has a name no package gives: one that leads out of the folder it is unpacked into, or
    /// into a folder packages do not have.
    #[error("ARCHIVE-103 no part of a package is named {name}")]
    Name {
        /// The name, characters that could act on a terminal escaped.
        name: String,
    },
    /// Two parts have one name.
    #[error("ARCHIVE-104 {name} is there twice")]
    Twice {
        /// The name.
        name: String,
    },
    /// It has more parts than a package has, or a text longer than one is.
    #[error("ARCHIVE-105 more than a package holds, at {place}")]
    TooMuch {
        /// The part.
        place: String,
    },
}

impl ArchiveError {
    /// The stable code, `ARCHIVE-101` … `ARCHIVE-105`.
    #[must_use]
    pub const fn code(&self) -> &'static str {
        match self {
            Self::Unreadable(_) => "ARCHIVE-101",
            Self::Layout { .. } => "ARCHIVE-102",
            Self::Name { .. } => "ARCHIVE-103",
            Self::Twice { .. } => "ARCHIVE-104",
            Self::TooMuch { .. } => "ARCHIVE-105",
        }
    }
}
