//! 归档包: the closed file of a case as one ZIP that stands by itself (国办发〔2023〕26号: content,
//! structure and background of what was handled).
//!
//! Owns: which parts a package has and how each is named, the metadata over them, the container they
//! lie in, writing one to a folder and checking one without a home. A closed file gives the same bytes
//! whenever it is written. Must not know how a window or a command line words what it tells; the words
//! inside a package are its own.
//!
//! A check says that a package is whole and agrees with itself. Who made it, it does not say: nothing
//! in a package is signed.

mod check;
mod closed;
mod container;
mod error;
#[cfg(test)]
mod hostile;
mod metadata;
mod moments;
mod pages;
mod parts;
mod process;
mod read;
mod told;
mod unpack;
mod write;
mod xml;

pub use check::{ArchiveCheck, ArchiveProblem, check_archive};
pub use error::ArchiveError;
pub(crate) use pages::{named, pages};

/// Where the fields of a package go, as the entry about it says.
pub(crate) const INTO_PACKAGE: &str = "归档包";
/// The metadata over every other part.
const METADATA: &str = "元数据.xml";
/// What happened, entry by entry.
const PROCESS: &str = "过程.xml";
/// The SM3 digest of every part besides itself.
const DIGESTS: &str = "校验.txt";
/// The folder of the papers.
const PAPERS: &str = "文书";
/// The folder of the pages.
const PAGES: &str = "材料";
/// The name space of both XML parts, with the version of what they mean.
const SPACE: &str = "urn:yichuang:archive-package:1";
/// A package has no more parts.
const MOST_PARTS: usize = 10_000;
/// No part that is read as text is larger, in bytes.
const MOST_TEXT: u64 = 16 * 1024 * 1024;
