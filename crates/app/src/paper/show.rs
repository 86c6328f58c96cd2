//! Papers as the interface shows them, and their bytes.

use uuid::Uuid;
use yichuang_domain::{CaseId, role::Act};
use yichuang_print::{Document, PrintError, layout::layout, raster::page_png, render};
use yichuang_store::{PaperRow, Reader};

use super::{
    ONCE_NOTICE, delivery_papers, department_papers, guide_style, offered_papers,
    queue::{FORWARDING, PROOF_LIST, SLIPS, TRANSFER, WHERE_TO},
};
use crate::{
    Desk,
    case::{EXAMINATION_RECEIPT, MATERIALS_RETURN, SUPPLY_RECEIPT, TERMINATION},
    clock::stamp,
    draft::sign,
    ipc::{ApiError, ErrorCode, PaperInfo, PaperPage, PaperRef},
    queue::QUEUE_TICKET,
    report::Outcome,
};

/// Dots per inch of a page on a screen.
const SCREEN_DPI: u32 = 110;

impl Desk {
    /// A paper as it stands now.
    ///
    /// # Errors
    /// `PAPER-001`, `OPS-…`.
    pub fn show_paper(&self, input: PaperRef) -> Outcome<PaperInfo> {
        let id = paper_id(&input)?;
        let paper = self.store()?.read(|read| row(read, id))?;
        self.allowed_to_print(&paper)?;
        Ok(info(paper))
    }

    /// The bytes of a paper. One that has left the spool is rendered again from the journal.
    ///
    /// # Errors
    /// `PAPER-001`, `PAPER-002`, `OPS-…`.
    pub fn paper_pdf(&self, input: PaperRef) -> Outcome<Vec<u8>> {
        let id = paper_id(&input)?;
        let paper = self.store()?.read(|read| row(read, id))?;
        self.allowed_to_print(&paper)?;
        self.paper_bytes(id)
    }

    /// A picture of a page of a paper, PNG.
    ///
    /// # Errors
    /// `PAPER-001`, `PAPER-002`, `INPUT-001` when it has no such page, `OPS-…`.
    pub fn paper_page(&self, input: PaperPage) -> Outcome<Vec<u8>> {
        let id = paper_id(&PaperRef { id: input.id })?;
        let paper = self.store()?.read(|read| row(read, id))?;
        self.allowed_to_print(&paper)?;
        let document = self.paper_document(&paper)?;
        let pages = layout(&document, &*self.fonts()?).map_err(unmade)?;
        let page = usize::try_from(input.page).unwrap_or_default();
        let page = page
            .checked_sub(1)
            .filter(|page| *page < pages.pages.len())
            .ok_or_else(|| ApiError::new(ErrorCode::InputShape).with("reason", "page"))?;
        page_png(&pages, page, SCREEN_DPI, &*self.fonts()?).map_err(unmade)
    }

    /// A paper made anew from what its row stands for.
    pub(crate) fn paper_document(&self, paper: &PaperRow) -> Outcome<Document> {
        let made = self.drawn(paper)?;
        Ok(made.document)
    }

    /// A test page shows nobody's data: whoever sets a machine up may print it.
    pub(crate) fn allowed_to_print(&self, paper: &PaperRow) -> Outcome<()> {
        match paper.document.as_str() {
            "test" => self.operator().map(|_| ()),
            _ => self.allowed(Act::Print).map(|_| ()),
        }
    }

    pub(crate) fn paper_bytes(&self, id: Uuid) -> Outcome<Vec<u8>> {
        let store = self.store()?;
        let paper = store.read(|read| row(read, id))?;
        if let Some(hash) = paper.sha256
            && let Some(bytes) = store.spooled_paper(hash)?
        {
            return Ok(bytes);
        }
        let document = self.paper_document(&paper)?;
        let made = render(&document, &*self.fonts()?);
        made.map(|pdf| pdf.bytes).map_err(unmade)
    }

    pub(crate) fn paper_info(&self, id: Uuid) -> Outcome<PaperInfo> {
        self.store()?.read(|read| row(read, id).map(info))
    }

    /// The papers of a case, oldest first.
    pub(crate) fn papers_of(&self, read: &Reader<'_>, case: CaseId) -> Outcome<Vec<PaperInfo>> {
        Ok(papers_shown(read, case)?.into_iter().map(info).collect())
    }
}

/// The papers of a case, oldest first, then the receipt of the whole it is part of.
pub(crate) fn papers_shown(read: &Reader<'_>, case: CaseId) -> Outcome<Vec<PaperRow>> {
    let mut papers = read.papers_of(case)?;
    papers.extend(receipt_of_whole(read, case)?);
    Ok(papers)
}

/// A paper that could not be made.
pub(crate) fn unmade(error: PrintError) -> ApiError {
    ApiError::new(ErrorCode::PaperFailed).with("reason", error.code())
}

/// A paper's id as it crosses the interface.
pub(crate) fn paper_id(input: &PaperRef) -> Outcome<Uuid> {
    Uuid::parse_str(&input.id).map_err(|_| ApiError::new(ErrorCode::PaperUnknown))
}

pub(crate) fn row(read: &Reader<'_>, id: Uuid) -> Outcome<PaperRow> {
    read.paper(id)?
        .ok_or_else(|| ApiError::new(ErrorCode::PaperUnknown))
}

/// A paper as the interface shows it.
pub(crate) fn info(paper: PaperRow) -> PaperInfo {
    PaperInfo {
        id: paper.id.to_string(),
        title: title(&paper.document).to_owned(),
        document: paper.document,
        copy: paper.copy,
        pages: paper.pages,
        missing: paper.missing.chars().map(String::from).collect(),
        made_at: stamp(paper.made_at.unwrap_or(paper.queued_at)),
        outcome: paper.outcome,
        place: paper.place,
        reason: paper.reason,
    }
}

/// The title of what has none of its own: the page that shows whether a printer prints.
const TRIAL: &str = "试打页";
/// What documents are called that no other module makes, by their kinds.
const TITLES: [(&str, &str); 19] = [
    ("receipt", "申请材料接收凭证"),
    ("acceptance", "受理通知书"),
    ("correction", "补正告知书"),
    ("refusal", "不予受理通知书"),
    (SUPPLY_RECEIPT, "补正材料接收凭证"),
    (EXAMINATION_RECEIPT, "审查阶段补正材料接收凭证"),
    (MATERIALS_RETURN, "材料退回凭证"),
    (TERMINATION, "办件终止通知书"),
    (ONCE_NOTICE, "一次性告知单"),
    (PROOF_LIST, "证明事项清单"),
    (SLIPS, "编号单"),
    (QUEUE_TICKET, "排队号票"),
    (WHERE_TO, "去哪办"),
    (FORWARDING, "异地代收回执"),
    (TRANSFER, "转办单"),
    (sign::APPLICATION_FORM, "申请表"),
    (sign::DEFERRAL, "申请容缺受理承诺书"),
    ("promise", "告知承诺书"),
    ("test", TRIAL),
];

/// Every kind of document with what it is called.
pub(crate) fn titles() -> impl Iterator<Item = (&'static str, &'static str)> {
    TITLES
        .into_iter()
        .chain(guide_style::TITLES)
        .chain(department_papers::TITLES)
        .chain(delivery_papers::TITLES)
        .chain(offered_papers::TITLES)
}

/// The kind of a document: those of one kind differ in what they are about.
pub(crate) fn kind(document: &str) -> &str {
    document.split('.').next().unwrap_or(document)
}

/// What a document is called, whichever of its kind.
pub(crate) fn title(document: &str) -> &'static str {
    let kind = kind(document);
    titles()
        .find(|(one, _)| *one == kind)
        .map_or(TRIAL, |(_, title)| title)
}

/// The receipt of the whole a case is part of, which lies with the first of its cases.
fn receipt_of_whole(read: &Reader<'_>, case: CaseId) -> Outcome<Vec<PaperRow>> {
    let number = read.case(case)?.map(|row| row.number);
    let Some(number) = number.filter(|number| number.place().is_some()) else {
        return Ok(Vec::new());
    };
    let first = read.sisters(&number.whole())?.into_iter().next();
    let Some(first) = first.filter(|first| first.id != case) else {
        return Ok(Vec::new());
    };
    let mut papers = read.papers_of(first.id)?;
    papers.retain(|paper| paper.document == "receipt");
    Ok(papers)
}
