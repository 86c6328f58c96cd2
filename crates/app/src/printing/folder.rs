//! The folder papers are kept in: as PDF where there is no printer for them, as OFD for whoever asks.

use std::{io, path::Path};

use yichuang_store::{PaperRow, Reader};

use crate::{Desk, ipc::ErrorCode, paper::ONCE_NOTICE, report::Outcome};

impl Desk {
    /// Keeps a paper as PDF; gives the file, or the stable word for why not.
    pub(super) fn save_paper(&self, paper: &PaperRow) -> Outcome<Result<String, String>> {
        let bytes = self.paper_bytes(paper.id)?;
        self.put_down(paper, "pdf", &bytes)
    }

    /// Keeps a paper's bytes under its name; gives the file, or the stable word for why not.
    pub(crate) fn put_down(
        &self,
        paper: &PaperRow,
        extension: &str,
        bytes: &[u8],
    ) -> Outcome<Result<String, String>> {
        let name = self.store()?.read(|read| file_name(read, paper))?;
        let file = self.host.print_folder.join(format!("{name}.{extension}"));
        let written = write(&file, bytes).map(|()| file.display().to_string());
        Ok(written.map_err(|error| reason(&error).to_owned()))
    }

    /// Keeps a table there by its name; gives the file, or the stable word for why not.
    pub(crate) fn put_table_down(&self, name: &str, bytes: &[u8]) -> Result<String, String> {
        let file = self.host.print_folder.join(name);
        let written = write(&file, bytes).map(|()| file.display().to_string());
        written.map_err(|error| reason(&error).to_owned())
    }
}

fn reason(error: &io::Error) -> &'static str {
    match error.kind() {
        io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded => ErrorCode::DiskFull.as_str(),
        _ => ErrorCode::DiskFailed.as_str(),
    }
}

/// Written beside and renamed, so that nobody finds half a file.
fn write(file: &Path, bytes: &[u8]) -> io::Result<()> {
    if let Some(folder) = file.parent() {
        std::fs::create_dir_all(folder)?;
    }
    let partial = file.with_extension("partial");
    std::fs::write(&partial, bytes)?;
    std::fs::rename(&partial, file)
}

/// A name a person finds again: the document, its case or matter, and which printing it is.
fn file_name(read: &Reader<'_>, paper: &PaperRow) -> Outcome<String> {
    let case = paper.case.map(|case| read.case(case)).transpose()?;
    let about = case
        .flatten()
        .map(|row| row.number.to_string())
        .or_else(|| paper.matter.as_ref().map(ToString::to_string));
    // Two drafts of one matter are two people's papers, and so are two notices.
    let whose = paper
        .draft
        .map(|draft| draft.to_string())
        .or_else(|| (paper.document == ONCE_NOTICE).then(|| paper.about().to_string()))
        .map(|id| format!("-{id}"))
        .unwrap_or_default();
    let about = about
        .map(|about| format!("-{about}{whose}"))
        .unwrap_or_default();
    Ok(format!("{}{about}-{}", paper.document, paper.copy))
}
