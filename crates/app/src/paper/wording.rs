//! By which template and profile a paper is made: the newest for a first printing, that of the first
//! printing ever after.

use std::sync::Arc;

use yichuang_domain::reprint::ReprintReason;
use yichuang_print::{
    Paper as Sheet,
    documents::Imprint,
    template::{Templates, Wording},
};
use yichuang_store::{PaperRow, Reader};
use yichuang_wire::payload::Payload;

use super::kind;
use crate::{
    Desk,
    clock::shanghai,
    draft::sign,
    ipc::{ApiError, ErrorCode},
    printing::routed_sheet,
    report::Outcome,
};

/// The hotline of the whole country, where a region's profile names none of its own.
const HOTLINE: &str = "12345";

impl Desk {
    /// The templates of the program and of the assets folder, read once. A folder that cannot be used
    /// is left alone: a window has to print.
    pub(crate) fn templates(&self) -> Outcome<Arc<Templates>> {
        if let Some(templates) = self.templates.get() {
            return Ok(Arc::clone(templates));
        }
        let unusable = |error: yichuang_print::template::TemplateError| {
            ApiError::new(ErrorCode::PaperFailed).with("reason", error.code())
        };
        let read = match Templates::with_folder(&self.host.assets.join("templates")) {
            Ok(read) => read,
            Err(error) => {
                tracing::warn!("{}: {error}", error.code());
                Templates::shipped().map_err(unusable)?
            }
        };
        Ok(Arc::clone(self.templates.get_or_init(|| read)))
    }

    /// For a paper nobody has printed yet.
    pub(crate) fn newest_wording(&self, read: &Reader<'_>) -> Outcome<Wording> {
        let region = read.identity().enrolment.point.region.clone();
        Ok(Wording::newest(self.templates()?, region))
    }

    fn wording(&self, read: &Reader<'_>, paper: &PaperRow) -> Outcome<Wording> {
        let region = read.identity().enrolment.point.region.clone();
        let signed = match paper.made_at {
            Some(_) => None,
            None => signed_by(read, paper)?,
        };
        let first = match (paper.made_at, paper.copy) {
            (Some(_), _) => Some(paper.template.clone()),
            (None, _) if signed.is_some() => Some(signed),
            (None, 1) => paper.template.clone().map(Some),
            (None, _) => first_printing(read, paper)?.map(|first| first.template),
        };
        Ok(match first {
            Some(template) => Wording::again(self.templates()?, region, template),
            None => Wording::newest(self.templates()?, region),
        })
    }

    /// The facts of one printing.
    pub(super) fn imprint(
        &self,
        read: &Reader<'_>,
        paper: &PaperRow,
        sample: bool,
    ) -> Outcome<Imprint> {
        let enrolment = &read.identity().enrolment;
        let wording = self.wording(read, paper)?;
        let hotline = wording.hotline(kind(&paper.document));
        Ok(Imprint {
            point: format!("{} · {}", enrolment.point.name, enrolment.window),
            number: String::new(),
            qr: None,
            printed_at: shanghai(paper.queued_at),
            printing: paper.copy,
            paper: Sheet::A4,
            two_copies: false,
            sample_catalogue: sample || enrolment.sample,
            hotline: hotline.unwrap_or_else(|| HOTLINE.to_owned()),
            why: why(paper).map(|why| why.label().to_owned()),
            wording,
        })
    }

    /// The sheet of a paper: as somebody chose or its region asks, else as its printer takes it.
    pub(super) fn sheet(
        &self,
        read: &Reader<'_>,
        paper: &PaperRow,
        by: &Wording,
    ) -> Outcome<Sheet> {
        let asked = by
            .asked_sheet(kind(&paper.document))
            .filter(|_| paper.sheet.is_none() && paper.made_at.is_none());
        match asked {
            Some(sheet) => Ok(sheet),
            None => routed_sheet(read, paper),
        }
    }
}

/// Why it is made again; none of a first printing.
fn why(paper: &PaperRow) -> Option<ReprintReason> {
    ReprintReason::from_key(paper.why.as_deref()?)
}

/// What the paper a resident signed for the case was printed by: printed for the case, it is that
/// paper and no other.
fn signed_by(read: &Reader<'_>, paper: &PaperRow) -> Outcome<Option<String>> {
    let Some(case) = paper.case.filter(|_| sign::is_signed(&paper.document)) else {
        return Ok(None);
    };
    let timeline = read.timeline(case)?;
    let mut signed = timeline.iter().flat_map(|entry| match &entry.payload {
        Some(Payload::Received(received)) => received.signed.as_slice(),
        Some(Payload::Supplied(supplied)) => supplied.signed.as_slice(),
        Some(Payload::Accepted(accepted)) => accepted.signed.as_slice(),
        _ => &[],
    });
    let newest = signed.rfind(|one| one.document == paper.document);
    Ok(newest.and_then(|one| one.template.clone()))
}

/// The first printing that was made of what `paper` is another copy of.
fn first_printing(read: &Reader<'_>, paper: &PaperRow) -> Outcome<Option<PaperRow>> {
    let papers = match (paper.case, paper.draft) {
        (Some(case), _) => read.papers_of(case)?,
        (None, Some(draft)) => read.papers_of_draft(draft)?,
        (None, None) => read.paper(paper.about())?.into_iter().collect(),
    };
    let made = |one: &PaperRow| one.document == paper.document && one.made_at.is_some();
    Ok(papers.into_iter().filter(made).min_by_key(|one| one.copy))
}
