//! Taking in an application from a file.

use std::path::Path;

use serde::Serialize;
use yichuang_domain::{Decision, MatterCode, RefusalGround, role::Act};
use yichuang_wire::payload::SigningWay;

use super::{
    demand::Subject,
    intake_file::{DecisionEntry, IntakeFile, RefusalEntry},
    take_in::{Decisions, only},
};
use crate::{
    Desk,
    catalogue::in_force,
    desk::Operator,
    draft::{
        file_info,
        files::{media_type_of, read_bounded},
        sign,
    },
    ipc::{ApiError, CorrectionLine, DraftContent, FileInfo, SignedPaper},
    report::{Outcome, field_problem},
};

/// What came of an intake file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct IntakeOutcome {
    /// The number, final.
    pub number: String,
    /// The case's id.
    pub case: String,
    /// The promised day, `YYYY-MM-DD`; none for 即时 or when nothing was accepted.
    pub due: Option<String>,
    /// The state it is in.
    pub state: String,
}

impl Desk {
    /// Receives and decides about an application from a file; its pages lie relative to `folder`.
    ///
    /// # Errors
    /// `INPUT-001` or `CASE-001` with every field and rule, `MATTER-001`, `FILE-001`, `CLOCK-001`;
    /// no case is made then.
    pub fn intake(&self, file: IntakeFile, folder: &Path) -> Outcome<IntakeOutcome> {
        let act = act(&file.decision);
        let operator = self.allowed_to_decide(act)?;
        let code = MatterCode::new(file.matter.as_str())
            .map_err(|_| ApiError::invalid(vec![field_problem("matter", "code")]))?;
        let decision = self.decision(&operator, &code, &file.decision)?;
        let mut content = self.with_files(&file, folder)?;
        content.signed = self.signed(&code, &file, &content, folder)?;
        let taken = self.store()?.write(|tx| -> Outcome<_> {
            let hand = self.hand(&operator, tx)?;
            let found = in_force(tx, &code)?;
            let decisions = Decisions {
                all: &decision,
                apart: &[],
            };
            let taken = self.take_in(tx, &hand, &found, (&content, &[]), &decisions)?;
            only(taken)
        });
        let taken = self.with_demands_written(&operator, |_| Ok(code.clone()), taken)?;
        self.committed(&taken.number);
        Ok(IntakeOutcome {
            number: taken.number.to_string(),
            case: taken.case.to_string(),
            due: taken.decided.due.map(|due| due.date.to_string()),
            state: taken.decided.state.key().to_owned(),
        })
    }

    fn decision(
        &self,
        operator: &Operator,
        code: &MatterCode,
        entry: &DecisionEntry,
    ) -> Outcome<Decision> {
        match entry {
            DecisionEntry::Accept => Ok(Decision::Accept),
            DecisionEntry::Receive => Ok(Decision::Receive),
            DecisionEntry::AskCorrection(entries) => {
                let found = self.store()?.read(|read| in_force(read, code))?;
                let lines = entries.iter().map(|entry| CorrectionLine {
                    material: entry.material.clone(),
                    problem: entry.problem.clone(),
                    how: entry.how.clone(),
                });
                let lines: Vec<_> = lines.collect();
                let subject = Subject {
                    matter: found.matter,
                    case: None,
                };
                let items = self.listed_items(operator, &subject, &lines)?;
                Ok(Decision::AskCorrection { items })
            }
            DecisionEntry::Refuse(entry) => refusal(entry),
        }
    }

    /// The content with every page stored. A page that is stored and then not used is swept later.
    fn with_files(&self, file: &IntakeFile, folder: &Path) -> Outcome<DraftContent> {
        let mut content = file.content();
        for (entry, choice) in file.materials.iter().zip(&mut content.materials) {
            let field = format!("materials.{}.files", entry.id);
            choice.files = self.keep_pages(&field, &entry.files, folder)?;
        }
        Ok(content)
    }

    /// The papers signed, with their photographs stored; without a list, all that are needed were
    /// signed on paper.
    fn signed(
        &self,
        code: &MatterCode,
        file: &IntakeFile,
        content: &DraftContent,
        folder: &Path,
    ) -> Outcome<Vec<SignedPaper>> {
        let matter = self.store()?.read(|read| in_force(read, code))?;
        let needed = sign::to_sign(&matter, content);
        let Some(entries) = &file.signed else {
            let on_paper = needed.into_iter().map(|paper| SignedPaper {
                document: paper.document,
                files: Vec::new(),
                how: SigningWay::OnPaper.key().to_owned(),
                content: paper.content.to_string(),
            });
            return Ok(on_paper.collect());
        };
        let kept = entries.iter().map(|entry| {
            let field = format!("signed.{}", entry.document);
            let asked = needed.iter().find(|paper| paper.document == entry.document);
            let paper =
                asked.ok_or_else(|| ApiError::invalid(vec![field_problem(&field, "not_asked")]))?;
            Ok(SignedPaper {
                document: entry.document.clone(),
                files: self.keep_pages(&field, &entry.files, folder)?,
                how: entry.how.clone(),
                content: paper.content.to_string(),
            })
        });
        kept.collect()
    }

    fn keep_pages(&self, field: &str, names: &[String], folder: &Path) -> Outcome<Vec<FileInfo>> {
        let refused = |rule: &str| ApiError::invalid(vec![field_problem(field, rule)]);
        let kept = names.iter().map(|name| {
            let path = folder.join(name);
            let bytes = read_bounded(&path).map_err(|_| refused("file"))?;
            let media_type = media_type_of(&bytes).ok_or_else(|| refused("media_type"))?;
            let shown = path
                .file_name()
                .map(|n| n.to_string_lossy().into_owned())
                .unwrap_or_default();
            self.keep_file(&bytes, media_type, &shown)
        });
        kept.collect()
    }

    /// Stores one page and says how to name it.
    pub(crate) fn keep_file(
        &self,
        bytes: &[u8],
        media_type: &str,
        name: &str,
    ) -> Outcome<FileInfo> {
        let kept = self
            .store()?
            .put_file(bytes, media_type, name, self.now())?;
        Ok(file_info(&kept))
    }
}

fn act(decision: &DecisionEntry) -> Act {
    match decision {
        DecisionEntry::Accept => Act::Accept,
        DecisionEntry::Receive => Act::Receive,
        DecisionEntry::AskCorrection(_) => Act::AskCorrection,
        DecisionEntry::Refuse(_) => Act::Refuse,
    }
}

fn refusal(entry: &RefusalEntry) -> Outcome<Decision> {
    let ground = RefusalGround::from_key(&entry.ground).ok_or_else(|| {
        ApiError::invalid(vec![field_problem("decision.refuse.ground", "option")])
    })?;
    Ok(Decision::Refuse {
        ground,
        explanation: entry.explanation.clone(),
        competent: entry.competent.clone(),
    })
}
