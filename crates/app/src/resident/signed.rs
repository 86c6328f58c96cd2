//! A signature given on the residents' screen.
//!
//! It stands for the words that were on the screen, by their digest. The clerk's window can carry it
//! about with the draft, but never make one: what says it was signed on the screen is believed only
//! when it was signed there.

use yichuang_domain::{CaseNumber, DraftId};
use yichuang_wire::{Hash, payload::SigningWay};

use super::{Asked, Given, Shown, picture::picture};
use crate::{
    Desk,
    draft::Draft,
    ipc::{
        ApiError, ChangedKind, Done, DraftContent, ErrorCode, FileInfo, ResidentSigned, SignedPaper,
    },
    report::Outcome,
};

const FILE_NAME: &str = "电子签名.png";
/// Signatures that wait to be used; more than any counter has papers lying about.
const MOST_GIVEN: usize = 200;

/// What a signed paper belongs to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Owner {
    /// A draft.
    Draft(DraftId),
    /// A case that was received before.
    Case(CaseNumber),
}

impl Desk {
    /// 「签好了」: keeps the signature and, for a draft, signs its paper.
    ///
    /// # Errors
    /// `SCREEN-001` when another paper stands there, or the draft says something else by now;
    /// `SCREEN-003` without ink; `SCREEN-004` while the text was neither read to its end nor read
    /// out; `INPUT-001`.
    pub fn resident_signed(&self, input: ResidentSigned) -> Outcome<Done> {
        let (owner, paper, operator) = {
            let room = self.resident.lock();
            room.answers(input.turn)?;
            let Shown::Sign(asked) = &room.shown else {
                return Err(ApiError::new(ErrorCode::ScreenChanged));
            };
            if !input.read_to_end && !asked.read_aloud {
                return Err(ApiError::new(ErrorCode::NotReadYet));
            }
            (asked.owner.clone(), unsigned(asked), asked.operator.clone())
        };
        let picture = picture(&input.strokes)?;
        let file = self.keep_file(&picture, "image/png", FILE_NAME)?;
        let paper = SignedPaper {
            files: vec![file],
            ..paper
        };
        if let Owner::Draft(draft) = owner {
            self.store()?.write(|tx| -> Outcome<()> {
                let stored = Draft::load_current(tx, draft, &operator)?;
                let signed = Draft {
                    content: with(stored.content, paper.clone()),
                    ..stored
                };
                signed.save(tx, &operator)
            })?;
        }
        {
            let mut room = self.resident.lock();
            room.answers(input.turn)?;
            let same =
                |given: &Given| given.owner == owner && given.paper.document == paper.document;
            room.given.retain(|given| !same(given));
            if room.given.len() >= MOST_GIVEN {
                room.given.remove(0);
            }
            room.given.push(Given { owner, paper });
            room.show(Shown::Idle);
        }
        self.announce(ChangedKind::Resident, None);
        Ok(Done {})
    }

    /// The signatures of `sent` that may stand: one that says it was given on the screen was, for
    /// this draft or case.
    pub(crate) fn given_on_screen(
        &self,
        owner: &Owner,
        kept: &[SignedPaper],
        sent: Vec<SignedPaper>,
    ) -> Vec<SignedPaper> {
        let room = self.resident.lock();
        let known = |paper: &SignedPaper| {
            let here = room.given.iter().filter(|given| given.owner == *owner);
            kept.contains(paper) || here.map(|given| &given.paper).any(|given| given == paper)
        };
        let on_screen = SigningWay::OnScreen.key();
        sent.into_iter()
            .filter(|paper| paper.how != on_screen || known(paper))
            .collect()
    }

    /// Whether a paper was signed on the screen with these pictures, while it said this.
    pub(crate) fn was_signed(
        &self,
        owner: &Owner,
        paper: (&str, Hash),
        files: &[FileInfo],
    ) -> bool {
        let (document, content) = (paper.0, paper.1.to_string());
        let room = self.resident.lock();
        let mut here = room.given.iter().filter(|given| given.owner == *owner);
        here.any(|Given { paper, .. }| {
            let said_so = paper.document == document && paper.content == content;
            said_so && paper.files.iter().all(|file| files.contains(file))
        })
    }

    /// Takes away a signature once it is used.
    pub(crate) fn used_signature(&self, owner: &Owner, document: &str) {
        let mut room = self.resident.lock();
        room.given
            .retain(|given| given.owner != *owner || given.paper.document != document);
    }

    /// Whether this is the picture of a signature somebody has just given.
    pub(crate) fn is_fresh_signature(&self, sha256: &str) -> bool {
        let room = self.resident.lock();
        let mut files = room.given.iter().flat_map(|given| &given.paper.files);
        files.any(|file| file.sha256 == sha256)
    }
}

fn unsigned(asked: &Asked) -> SignedPaper {
    SignedPaper {
        document: asked.document.clone(),
        files: Vec::new(),
        how: SigningWay::OnScreen.key().to_owned(),
        content: asked.content.to_string(),
    }
}

fn with(content: DraftContent, paper: SignedPaper) -> DraftContent {
    let (mut signed, mut unsigned) = (content.signed, content.unsigned);
    signed.retain(|one| one.document != paper.document);
    unsigned.retain(|one| one.document != paper.document);
    signed.push(paper);
    DraftContent {
        signed,
        unsigned,
        ..content
    }
}
