//! The container: a ZIP (APPNOTE 6.3.3) whose parts are stored as they are, one after another, with
//! names in UTF-8 and no time. Every byte that belongs to no part follows from the parts, so a reader
//! can tell any other byte from the one it should be, and every program unpacks the same.
//!
//! Pages and papers are compressed already. Another compressor would give other bytes for the same
//! file, and a check could not tell that from a change.

use std::io::{self, Write};

/// Begins what stands before a part.
pub(super) const LOCAL: [u8; 4] = *b"PK\x03\x04";
/// Begins what stands for a part in the directory.
const LISTED: [u8; 4] = *b"PK\x01\x02";
/// Begins the end.
const END: [u8; 4] = *b"PK\x05\x06";
/// Bytes before a part's name, its signature with them.
pub(super) const BEFORE_NAME: usize = 30;
/// Version 1.0 is enough to unpack it.
const VERSION: [u8; 2] = [10, 0];
/// The name is UTF-8.
const FLAGS: [u8; 2] = [0, 8];
/// Stored, at midnight of 1 January 1980: the format has no "no time".
const STORED_WITHOUT_TIME: [u8; 6] = [0, 0, 0, 0, 0x21, 0];
/// Made on Unix, where the name's permissions are read.
const MADE_ON: [u8; 2] = [10, 3];
/// A file that everybody may read and its owner write.
const PERMISSIONS: u32 = 0o100_644 << 16;

/// What the container says of a part.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Stored<'a> {
    /// Where it lies.
    pub(super) path: &'a str,
    /// Its length in bytes.
    pub(super) length: u32,
    /// Its CRC-32 (ISO 3309).
    pub(super) crc: u32,
}

impl Stored<'_> {
    /// What both headers of a part have in common.
    fn common(&self) -> Vec<u8> {
        let name = u16::try_from(self.path.len()).unwrap_or(u16::MAX);
        let mut bytes = [&VERSION[..], &FLAGS, &STORED_WITHOUT_TIME].concat();
        bytes.extend(self.crc.to_le_bytes());
        bytes.extend(self.length.to_le_bytes());
        bytes.extend(self.length.to_le_bytes());
        bytes.extend(name.to_le_bytes());
        bytes.extend([0, 0]);
        bytes
    }

    /// What stands before the part.
    pub(super) fn header(&self) -> Vec<u8> {
        [&LOCAL[..], &self.common(), self.path.as_bytes()].concat()
    }
}

/// The directory at the end, while its parts are told one by one.
#[derive(Debug, Default)]
pub(super) struct Directory {
    listed: Vec<u8>,
    parts: u16,
    /// Where the next part begins.
    at: u32,
}

impl Directory {
    /// Lists the part that follows the ones before it; none when it does not fit into four gigabytes
    /// or sixty thousand parts.
    pub(super) fn list(&mut self, part: Stored<'_>) -> Option<()> {
        let before = u32::try_from(part.header().len()).ok()?;
        let next = self.at.checked_add(before)?.checked_add(part.length)?;
        self.parts = self.parts.checked_add(1)?;
        self.listed.extend(LISTED);
        self.listed.extend(MADE_ON);
        self.listed.extend(part.common());
        // No remark, the first disk, no kind.
        self.listed.extend([0; 6]);
        self.listed.extend(PERMISSIONS.to_le_bytes());
        self.listed.extend(self.at.to_le_bytes());
        self.listed.extend(part.path.as_bytes());
        self.at = next;
        Some(())
    }

    /// Everything that follows the last part; none when it does not fit.
    pub(super) fn end(self) -> Option<Vec<u8>> {
        let length = u32::try_from(self.listed.len()).ok()?;
        self.at.checked_add(length)?;
        let mut bytes = self.listed;
        bytes.extend(END);
        bytes.extend([0; 4]);
        bytes.extend(self.parts.to_le_bytes());
        bytes.extend(self.parts.to_le_bytes());
        bytes.extend(length.to_le_bytes());
        bytes.extend(self.at.to_le_bytes());
        bytes.extend([0; 2]);
        Some(bytes)
    }
}

/// A package while its parts are written.
pub(super) struct Container<W> {
    out: W,
    directory: Directory,
}

impl<W: Write> Container<W> {
    pub(super) fn new(out: W) -> Self {
        Self {
            out,
            directory: Directory::default(),
        }
    }

    /// Writes a part.
    ///
    /// # Errors
    /// [`io::ErrorKind::FileTooLarge`] when the container holds no more; those of what it is written
    /// to.
    pub(super) fn add(&mut self, path: &str, bytes: &[u8]) -> io::Result<()> {
        let part = Stored {
            path,
            length: u32::try_from(bytes.len()).map_err(|_| full())?,
            crc: crc32fast::hash(bytes),
        };
        self.directory.list(part).ok_or_else(full)?;
        self.out.write_all(&part.header())?;
        self.out.write_all(bytes)
    }

    /// Writes the directory and gives back what all was written to.
    ///
    /// # Errors
    /// Those of [`Self::add`].
    pub(super) fn finish(mut self) -> io::Result<W> {
        let end = self.directory.end().ok_or_else(full)?;
        self.out.write_all(&end)?;
        Ok(self.out)
    }
}

fn full() -> io::Error {
    io::Error::from(io::ErrorKind::FileTooLarge)
}
