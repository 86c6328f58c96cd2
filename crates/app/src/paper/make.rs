//! Making a paper from what the journal says, after the act is on disk.

use yichuang_domain::{Answers, CaseNumber, MatterCode, OperatorId};
use yichuang_print::{
    Document, Paper as Sheet,
    documents::{Guide, Imprint},
    render,
};
use yichuang_store::{Act, CaseRow, JournalEntry, PaperMade, PaperRow, Reader};
use yichuang_wire::{
    Hash, JournalName,
    payload::{Payload, Printed, Received},
    sha256,
};

use super::{
    Edition, GuideStyle, ONCE_NOTICE, case_papers, counter_papers, delivery_papers,
    department_papers, guide_paper, life_papers, offered_papers, proof_paper,
    queue::{FORWARDING, PROOF_LIST, SLIPS, TRANSFER, WHERE_TO},
    signing_papers,
};
use crate::{
    Desk,
    catalogue::{CatalogueMatter, as_received, in_force, pinned},
    clock::{first_instant, shanghai},
    draft::sign,
    guide::{Known, counter, findings},
    ipc::{ApiError, ChangedKind, ErrorCode},
    notice::{self, clerk_name},
    printing::{routed_sheet, sheet_key, trial_page},
    queue::{QUEUE_TICKET, ticket_paper},
    report::Outcome,
    slip,
};

/// How `printed` entries name what papers composed without a template are made by.
const COMPOSED: &str = "1";

/// What a paper is made of, and what its `printed` entry says.
pub(super) struct Content {
    pub(super) document: Document,
    /// SHA-256 of what it says, of a paper to be signed.
    said: Option<Hash>,
    number: Option<CaseNumber>,
    actor: Option<OperatorId>,
}

impl From<Document> for Content {
    fn from(document: Document) -> Self {
        Self {
            document,
            said: None,
            number: None,
            actor: None,
        }
    }
}

impl Desk {
    /// Makes every paper that was called for, here or by what came from the platform. One that fails is marked and does not hold up the
    /// others.
    ///
    /// # Errors
    /// Those of the store.
    pub(crate) fn finish_papers(&self) -> Outcome<()> {
        self.call_for_papers()?;
        let waiting = self.store()?.read(|read| read.papers_to_make())?;
        for paper in waiting {
            if let Err(error) = self.make(&paper) {
                tracing::warn!("paper {} of {}: {error}", paper.document, paper.id);
                let reason = error
                    .params
                    .get("reason")
                    .cloned()
                    .unwrap_or_else(|| error.code.as_str().to_owned());
                self.store()?
                    .write(|tx| tx.paper_unmakable(paper.id, &reason))?;
            }
            self.announce(ChangedKind::Paper, Some(paper.id.to_string()));
        }
        Ok(())
    }

    /// Renders one paper, keeps its bytes, and writes `printed`.
    fn make(&self, paper: &PaperRow) -> Outcome<()> {
        let store = self.store()?;
        let Content {
            document,
            said,
            number,
            actor,
        } = self.drawn(paper)?;
        let made = render(&document, &*self.fonts()?)
            .map_err(|error| ApiError::new(ErrorCode::PaperFailed).with("reason", error.code()))?;
        let template = document.template.ok().flatten();
        let hash = sha256(&made.bytes);
        store.spool_paper(hash, &made.bytes)?;
        let at = self.now();
        let fact = PaperMade {
            at,
            pages: u32::try_from(made.pages).unwrap_or(u32::MAX),
            missing: made.missing.iter().collect(),
            sha256: hash,
            content: said,
            sheet: sheet_key(document.paper).to_owned(),
            template: template.clone(),
        };
        store.write(|tx| -> Outcome<()> {
            // A draft is no act, and the queue is this terminal's alone: what is made of them is in no
            // journal.
            let journalled = paper.draft.is_none() && paper.document != QUEUE_TICKET;
            if tx.paper_made(paper.id, &fact)? && journalled {
                let printed = Printed {
                    document: paper.document.clone(),
                    number,
                    matter: paper.matter.clone(),
                    copy: paper.copy,
                    template: template.unwrap_or_else(|| COMPOSED.to_owned()),
                    sha256: hash,
                    reason: paper.why.clone(),
                };
                let clock = self.look_at_clock(tx)?.state();
                tx.append(Act {
                    payload: printed.into(),
                    case: paper.case,
                    actor,
                    at,
                    clock,
                })?;
            }
            Ok(())
        })
    }

    /// The document a paper row stands for, made anew from the journal, where the same row always
    /// gives the same document, or from the draft as it stands.
    pub(super) fn document(&self, read: &Reader<'_>, paper: &PaperRow) -> Outcome<Content> {
        if let Some(draft) = paper.draft {
            let (document, said) = signing_papers::of_draft(read, paper, draft, |sample| {
                self.imprint(read, paper, sample)
            })?;
            return Ok(Content {
                said,
                ..document.into()
            });
        }
        if paper.document == ONCE_NOTICE {
            return self.notice_document(read, paper);
        }
        match (&paper.case, &paper.matter) {
            (Some(case), _) => self.case_document(read, paper, *case),
            (None, Some(matter)) if paper.document == WHERE_TO => {
                let found = in_force(read, matter)?;
                let imprint = self.imprint(read, paper, found.reference.sample)?;
                let sheet = counter_papers::where_to(read, &found.matter, imprint)?;
                Ok(sheet.document().into())
            }
            (None, Some(matter)) => {
                let found = in_force(read, matter)?;
                let answers: Answers = paper
                    .answers
                    .as_deref()
                    .and_then(|text| serde_json::from_str(text).ok())
                    .unwrap_or_default();
                let style = GuideStyle::of_document(&paper.document)
                    .ok_or_else(|| ApiError::new(ErrorCode::PaperUnknown))?;
                let guide = self.guide_document_at(read, &found, &answers, (paper, style))?;
                let document = match routed_sheet(read, paper)?.is_roll() {
                    true => guide.ticket(),
                    false => guide.document(),
                };
                Ok(document.into())
            }
            (None, None) if paper.document == offered_papers::RATING_MONTH => {
                let imprint = self.imprint(read, paper, false)?;
                let sheet = offered_papers::rating_month(paper, imprint);
                Ok(sheet
                    .ok_or_else(|| ApiError::new(ErrorCode::PaperUnknown))?
                    .into())
            }
            (None, None) if paper.document == PROOF_LIST => self.proof_document(read, paper),
            (None, None) if paper.document == SLIPS => {
                let imprint = self.imprint(read, paper, false)?;
                Ok(slip::sheet(read, paper, imprint)?.document().into())
            }
            (None, None) if paper.document == QUEUE_TICKET => {
                let imprint = Imprint {
                    paper: routed_sheet(read, paper)?,
                    ..self.imprint(read, paper, false)?
                };
                Ok(ticket_paper(read, paper, imprint)?.document().into())
            }
            (None, None) => {
                let symbol = read.identity().enrolment.terminal.to_string();
                let sheet = routed_sheet(read, paper)?;
                let imprint = Imprint {
                    paper: sheet,
                    ..self.imprint(read, paper, false)?
                };
                Ok(trial_page(&imprint, &symbol).into())
            }
        }
    }

    fn case_document(
        &self,
        read: &Reader<'_>,
        paper: &PaperRow,
        case: yichuang_domain::CaseId,
    ) -> Outcome<Content> {
        let gone = || ApiError::new(ErrorCode::PaperUnknown);
        let row = read.case(case)?.ok_or_else(gone)?;
        let matter = pinned(read, &row)?.ok_or_else(gone)?;
        let timeline = read.timeline(case)?;
        let (received, entry) = timeline
            .iter()
            .find_map(|entry| match &entry.payload {
                Some(Payload::Received(received)) => Some((received, entry)),
                _ => None,
            })
            .ok_or_else(gone)?;
        let stood = life_papers::as_of(&paper.document, &timeline);
        let received = stood.as_ref().unwrap_or(received);
        let (imprint, shown) = self.case_imprint(read, paper, &row, received)?;
        let about = |document: Document, said| Content {
            document,
            said,
            number: Some(row.number.clone()),
            actor: entry.header.actor,
        };
        let of_delivery = Imprint {
            two_copies: false,
            paper: Sheet::A4,
            ..imprint.clone()
        };
        if let Some(document) = delivery_papers::document(read, paper, &row, of_delivery)? {
            return Ok(about(document, None));
        }
        let told = (&row, timeline.as_slice());
        let made = life_papers::document(read, &paper.document, told, &matter, imprint.clone())?;
        if let Some(made) = made {
            return Ok(about(made, None));
        }
        if sign::is_signed(&paper.document) {
            let imprint = Imprint {
                two_copies: false,
                ..imprint
            };
            let found = as_received(read, &row, received)?.ok_or_else(gone)?;
            let made =
                signing_papers::of_case(&found, (received, &timeline), imprint, &paper.document)?;
            return Ok(about(made.0, made.1));
        }
        let facts = case_papers::Facts {
            imprint,
            matter: &matter,
            received,
            received_at: match &received.slip {
                // A slip names the day alone.
                Some(_) => shanghai(first_instant(received.received_on)),
                None => shanghai(entry.header.at),
            },
        };
        if paper.document == "receipt" {
            let told = (timeline.as_slice(), entry);
            let document = self.receipt_document(read, paper, facts, told, shown)?;
            return Ok(about(document, None));
        }
        if offered_papers::title(&paper.document).is_some() {
            let document = offered_papers::document(paper, facts, &timeline);
            return Ok(about(document.ok_or_else(gone)?, None));
        }
        if department_papers::title(&paper.document).is_some() {
            let document = department_papers::document(paper, facts, &row, &timeline);
            return Ok(about(document.ok_or_else(gone)?, None));
        }
        let document = statutory(&paper.document, facts, &timeline).ok_or_else(gone)?;
        Ok(about(document, None))
    }

    /// The facts of one printing about a case, and the number shown on it.
    fn case_imprint(
        &self,
        read: &Reader<'_>,
        paper: &PaperRow,
        row: &CaseRow,
        received: &Received,
    ) -> Outcome<(Imprint, CaseNumber)> {
        let mut imprint = self.imprint(read, paper, received.matter.sample)?;
        // The one receipt of a whole carries the whole's number; every other paper its case's own.
        let of_whole = paper.document == "receipt" && received.chain.is_some();
        let shown = if of_whole {
            row.number.whole()
        } else {
            row.number.clone()
        };
        imprint.number = shown.to_string();
        imprint.qr = Some(shown.to_string());
        imprint.two_copies = true;
        imprint.paper = match self.sheet(read, paper, &imprint.wording)? {
            // Several matters do not fit a half sheet.
            Sheet::A5 if of_whole => Sheet::A4,
            sheet => sheet,
        };
        Ok((imprint, shown))
    }

    /// A once-notice, from the entry with the paper's own id.
    fn notice_document(&self, read: &Reader<'_>, paper: &PaperRow) -> Outcome<Content> {
        let gone = || ApiError::new(ErrorCode::PaperUnknown);
        let notice = read.notice(paper.about())?.ok_or_else(gone)?;
        let told = &notice.told;
        let imprint = self.imprint(read, paper, told.matter.sample)?;
        let clerk = clerk_name(read, notice.clerk)?;
        let sheet = notice::paper(told, notice.at, clerk, imprint);
        Ok(Content {
            actor: notice.clerk,
            ..sheet.document().into()
        })
    }

    /// The list of proofs, of the catalogue as it is in force.
    fn proof_document(&self, read: &Reader<'_>, paper: &PaperRow) -> Outcome<Content> {
        let proofs = read
            .proofs()?
            .ok_or_else(|| ApiError::new(ErrorCode::ProofListMissing))?;
        let edition = self.edition(read)?;
        let sample = read.pack_in_force()?.is_some_and(|pack| pack.sample);
        let imprint = self.imprint(read, paper, sample)?;
        let body_of = |code: &MatterCode| Some(in_force(read, code).ok()?.matter.implementing_body);
        let list = proof_paper::proof_list(&proofs, &edition, imprint, body_of);
        Ok(list.document().into())
    }

    /// The guide for the screen's QR text, before any paper is called for.
    pub(crate) fn guide_document(
        &self,
        read: &Reader<'_>,
        found: &CatalogueMatter,
        answers: &Answers,
    ) -> Outcome<Guide> {
        let style = GuideStyle::Whole;
        let paper = unqueued(style, Some(found.matter.code.clone()), self.now());
        self.guide_document_at(read, found, answers, (&paper, style))
    }

    fn guide_document_at(
        &self,
        read: &Reader<'_>,
        found: &CatalogueMatter,
        answers: &Answers,
        (paper, style): (&PaperRow, GuideStyle),
    ) -> Outcome<Guide> {
        let edition: Edition = self.edition(read)?;
        let imprint = self.imprint(read, paper, found.reference.sample)?;
        let here = counter(read, &found.matter)?;
        let known = findings(read, found)?;
        Ok(Guide {
            reservations: known.iter().filter_map(Known::reservation).collect(),
            ..guide_paper::guide(found, answers, &edition, imprint, &here, style)
        })
    }
}

/// A statutory paper of a case from what happened to it; none when nothing calls for one.
fn statutory(
    document: &str,
    facts: case_papers::Facts<'_>,
    timeline: &[JournalEntry],
) -> Option<Document> {
    let last = |kind: &str| {
        let mut entries = timeline.iter().rev().filter(|e| e.header.kind == kind);
        entries.find_map(|e| e.payload.clone())
    };
    match (document, last("accepted")) {
        (FORWARDING | TRANSFER, _) => match last("forwarded")? {
            Payload::Forwarded(forwarded) => {
                let papers = counter_papers::forwarding(facts, &forwarded);
                Some(match document {
                    TRANSFER => papers.transfer(),
                    _ => papers.receipt(),
                })
            }
            _ => None,
        },
        ("acceptance", None) => match last("deemed_accepted")? {
            Payload::DeemedAccepted(deemed) => {
                let accepted = life_papers::by_silence(deemed);
                Some(case_papers::acceptance(facts, &accepted).document())
            }
            _ => None,
        },
        ("acceptance", Some(Payload::Accepted(accepted))) => {
            Some(case_papers::acceptance(facts, &accepted).document())
        }
        ("correction", _) => match last("correction_asked")? {
            Payload::CorrectionAsked(asked) => {
                Some(case_papers::correction(facts, &asked).document())
            }
            _ => None,
        },
        ("refusal", _) => match last("refused")? {
            Payload::Refused(refused) => Some(case_papers::refusal(facts, &refused).document()),
            _ => None,
        },
        _ => None,
    }
}

/// Whether a receipt was made before any word from the platform could have come: the paper says so
/// for ever.
pub(super) fn is_offline(receipt: &JournalEntry) -> bool {
    let own = matches!(&receipt.header.journal, JournalName::Terminal(_));
    own && receipt.header.seen == yichuang_wire::FeedPosition::default()
}

/// A paper that exists only on the screen.
fn unqueued(
    style: GuideStyle,
    matter: Option<MatterCode>,
    at: chrono::DateTime<chrono::Utc>,
) -> PaperRow {
    PaperRow {
        id: uuid::Uuid::nil(),
        document: style.document().to_owned(),
        case: None,
        draft: None,
        matter,
        answers: None,
        copy: 1,
        queued_at: at,
        made_at: None,
        pages: 0,
        missing: String::new(),
        sha256: None,
        content: None,
        outcome: "queued".to_owned(),
        place: None,
        reason: None,
        template: None,
        why: None,
        origin: None,
        sheet: None,
        printer: None,
        way: None,
        sent_at: None,
        job: None,
    }
}
