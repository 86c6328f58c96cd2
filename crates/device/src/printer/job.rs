//! What is handed to a printer.

use super::Reason;

/// The longest job in bytes that is taken; a guide of many pages stays far below.
pub const MAX_JOB_LEN: usize = 64 * 1024 * 1024;
/// The longest title in characters that is sent.
const MAX_TITLE: usize = 40;
/// The longest id in bytes.
const MAX_ID: usize = 64;

/// Bytes for a printer, with what it has to be told about them.
#[derive(Clone, Copy, Debug)]
pub struct PrintJob<'a> {
    /// What lists of jobs show; says nothing about a person. Control characters are dropped and
    /// what is longer than 40 characters is cut.
    pub title: &'a str,
    /// The finished document, sent as it is.
    pub bytes: &'a [u8],
    /// What the bytes are.
    pub format: JobFormat,
    /// The sheet they were made for.
    pub media: Media,
    /// The same for every look at this attempt and for no other: 1 to 64 of ASCII letters,
    /// digits, `-` and `_`.
    pub id: &'a str,
}

impl PrintJob<'_> {
    /// Whether there is something to send that can be named.
    pub(super) fn checked(&self) -> Result<(), Reason> {
        let is_sound = !self.bytes.is_empty() && self.bytes.len() <= MAX_JOB_LEN;
        if is_sound && is_id(self.id) {
            Ok(())
        } else {
            Err(Reason::Refused)
        }
    }

    /// What lists of jobs show: the title, and behind it what the job is found again by. At most
    /// 226 bytes; names in IPP have 255.
    pub(super) fn label(&self) -> String {
        let plain = self.title.chars().filter(|c| !c.is_control());
        let title: String = plain.take(MAX_TITLE).collect();
        title + &mark(self.id)
    }
}

/// How the label of the job with this id ends.
pub(super) fn mark(id: &str) -> String {
    format!(" #{id}")
}

/// Whether this can be the id of a job.
pub(super) fn is_id(id: &str) -> bool {
    let is_plain = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_');
    !id.is_empty() && id.len() <= MAX_ID && id.bytes().all(is_plain)
}

/// What the bytes of a job are.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum JobFormat {
    /// A PDF, for page printers.
    Pdf,
    /// ESC/POS commands, for ticket printers.
    EscPos,
}

impl JobFormat {
    /// The media type a print service knows it by.
    pub(super) fn media_type(self) -> &'static str {
        match self {
            Self::Pdf => "application/pdf",
            Self::EscPos => "application/vnd.cups-raw",
        }
    }
}

/// The sheet a job was made for, width before length.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Media {
    /// 210 × 297 mm.
    A4,
    /// 148 × 210 mm.
    A5,
    /// A label of 100 × 180 mm.
    Label100x180,
    /// A piece of a roll.
    Roll {
        /// Width in millimetres.
        width_mm: u32,
        /// Length in millimetres.
        length_mm: u32,
    },
}

impl Media {
    /// Width and length in millimetres.
    #[must_use]
    pub fn size_mm(self) -> (u32, u32) {
        match self {
            Self::A4 => (210, 297),
            Self::A5 => (148, 210),
            Self::Label100x180 => (100, 180),
            Self::Roll {
                width_mm,
                length_mm,
            } => (width_mm, length_mm),
        }
    }

    /// The self-describing name of PWG 5101.1, which IPP and CUPS know.
    #[must_use]
    pub fn pwg_name(self) -> String {
        let (width, length) = self.size_mm();
        let stem = match self {
            Self::A4 => "iso_a4",
            Self::A5 => "iso_a5",
            Self::Label100x180 => "custom_label",
            Self::Roll { .. } => "custom_roll",
        };
        format!("{stem}_{width}x{length}mm")
    }
}

#[cfg(test)]
mod tests {
    use super::{JobFormat, Media, PrintJob};

    fn job<'a>(title: &'a str, bytes: &'a [u8], id: &'a str) -> PrintJob<'a> {
        PrintJob {
            title,
            bytes,
            format: JobFormat::Pdf,
            media: Media::A4,
            id,
        }
    }

    #[test]
    fn a_label_is_the_title_without_control_characters_and_its_tail_and_the_id() {
        let long = format!("回\n执\u{1b}{}", "长".repeat(90));
        let label = job(&long, b"x", "1").label();
        assert!(label.starts_with("回执长") && label.ends_with("长 #1"));
        assert_eq!(label.chars().count(), 43);
    }

    #[test]
    fn a_job_without_bytes_or_with_an_id_nobody_can_write_down_is_refused() {
        assert!(job("t", b"x", "0198-a_b").checked().is_ok());
        let long = "a".repeat(65);
        for (bytes, id) in [
            (&b""[..], "a"),
            (b"x", ""),
            (b"x", "a b"),
            (b"x", "号"),
            (b"x", &long),
        ] {
            assert!(job("t", bytes, id).checked().is_err(), "{id}");
        }
    }

    #[test]
    fn sheets_have_the_names_the_printer_working_group_gave_them() {
        assert_eq!(Media::A5.pwg_name(), "iso_a5_148x210mm");
        let roll = Media::Roll {
            width_mm: 80,
            length_mm: 213,
        };
        assert_eq!(roll.pwg_name(), "custom_roll_80x213mm");
    }
}
