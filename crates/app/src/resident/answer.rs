//! What a resident does with the screen besides signing and rating: confirming, and putting it away.

use yichuang_wire::{Hash, sha256};

use super::Shown;
use crate::{
    Desk,
    draft::Draft,
    ipc::{ApiError, ChangedKind, Done, DraftContent, ErrorCode, ResidentCheck, ResidentTurn},
    report::Outcome,
};

impl Desk {
    /// 「我看过了」: ticks the confirmation of the draft, for exactly the summary that stood there.
    ///
    /// # Errors
    /// `SCREEN-001` when something else stands there, or the draft says something else by now; its
    /// summary as it is stands there then.
    pub fn resident_confirmed(&self, input: ResidentTurn) -> Outcome<Done> {
        let (draft, operator, seen) = {
            let room = self.resident.lock();
            room.answers(input.turn)?;
            match &room.shown {
                Shown::Check(mirrored) => (
                    mirrored.draft,
                    mirrored.operator.clone(),
                    digest(&mirrored.check),
                ),
                _ => return Err(ApiError::new(ErrorCode::ScreenChanged)),
            }
        };
        let fresh = self
            .store()?
            .write(|tx| -> Outcome<Option<ResidentCheck>> {
                let stored = Draft::load(tx, draft, &operator)?;
                let check = self.summary_of(tx, &stored)?;
                if digest(&check) != seen {
                    return Ok(Some(check));
                }
                let confirmed = Draft {
                    content: DraftContent {
                        confirmed: true,
                        ..stored.content
                    },
                    ..stored
                };
                confirmed.save(tx, &operator)?;
                Ok(None)
            })?;
        let outcome = self.answer_check(input.turn, fresh);
        self.announce(ChangedKind::Resident, None);
        outcome
    }

    fn answer_check(&self, turn: u32, fresh: Option<ResidentCheck>) -> Outcome<Done> {
        let mut room = self.resident.lock();
        room.answers(turn)?;
        let Shown::Check(mut mirrored) = std::mem::take(&mut room.shown) else {
            return Err(ApiError::new(ErrorCode::ScreenChanged));
        };
        let Some(check) = fresh else {
            room.confirmed = Some(mirrored.draft);
            room.show(Shown::Idle);
            return Ok(Done {});
        };
        mirrored.check = check;
        mirrored.changed = true;
        room.show(Shown::Check(mirrored));
        Err(ApiError::new(ErrorCode::ScreenChanged))
    }

    /// Nobody touched the screen for a while, or somebody does not want to: nothing is written.
    ///
    /// # Errors
    /// `SCREEN-001` when something else stands there.
    pub fn resident_put_away(&self, input: ResidentTurn) -> Outcome<Done> {
        {
            let mut room = self.resident.lock();
            room.answers(input.turn)?;
            match room.shown {
                Shown::Rate(_) | Shown::Thanks { .. } => room.show(Shown::Idle),
                // A summary and a paper are the clerk's to take away.
                _ => return Err(ApiError::new(ErrorCode::ScreenChanged)),
            }
        }
        self.announce(ChangedKind::Resident, None);
        Ok(Done {})
    }
}

fn digest(check: &ResidentCheck) -> Hash {
    sha256(&serde_json::to_vec(check).unwrap_or_default())
}
