//! The residents' screen (群众屏): what stands on it, and what a resident answers there.
//!
//! Owns the one value both windows look at. The clerk's window sets it, the residents' window reads
//! it and answers; an answer names the turn it answers, so that nobody confirms, signs or rates what
//! they have not seen. It lives in memory alone: a lock, a closed window, another operator or the
//! end of the draft leave the point's name there and nothing else.
//! Must not know: windows, pages, how anything is drawn.

mod answer;
mod ask;
mod passages;
mod picture;
mod rated;
mod screen;
mod signed;
mod summary;

pub(crate) use passages::passages;
pub(crate) use signed::Owner;

use std::sync::{Mutex, MutexGuard, PoisonError};

use yichuang_domain::DraftId;
use yichuang_wire::Hash;

use crate::{
    Desk,
    desk::Operator,
    ipc::{ApiError, ChangedKind, ErrorCode, ReadingLine, ResidentCheck, SignedPaper},
    rating::Rate,
    report::Outcome,
};

/// What stands on the screen.
#[derive(Default)]
enum Shown {
    /// The point's name.
    #[default]
    Idle,
    /// The summary of a draft.
    Check(Box<Mirrored>),
    /// A paper to sign.
    Sign(Box<Asked>),
    /// The five levels.
    Rate(Rate),
    /// Thanks.
    Thanks {
        /// For a bad rating.
        bad: bool,
    },
}

/// A summary as it was when it was put there.
struct Mirrored {
    draft: DraftId,
    operator: Operator,
    check: ResidentCheck,
    /// Another one stood there when the resident answered.
    changed: bool,
}

/// A paper somebody is asked to sign.
struct Asked {
    owner: Owner,
    operator: Operator,
    document: String,
    title: String,
    content: Hash,
    lines: Vec<ReadingLine>,
    read_aloud: bool,
}

/// A paper that was signed on the screen.
struct Given {
    owner: Owner,
    paper: SignedPaper,
}

/// What is known of the screen.
#[derive(Default)]
pub(crate) struct Room {
    /// Windows that show it.
    watching: usize,
    /// Somebody wants the window open.
    wanted: bool,
    turn: u32,
    shown: Shown,
    confirmed: Option<DraftId>,
    given: Vec<Given>,
}

impl Room {
    /// Puts something else there; answers to what stood there before count no more.
    fn show(&mut self, shown: Shown) {
        self.turn = self.turn.wrapping_add(1);
        self.shown = shown;
    }

    /// Fails unless `turn` is what stands there.
    fn answers(&self, turn: u32) -> Outcome<()> {
        if turn == self.turn {
            return Ok(());
        }
        Err(ApiError::new(ErrorCode::ScreenChanged))
    }
}

/// The room, for any thread.
#[derive(Default)]
pub(crate) struct ResidentRoom(Mutex<Room>);

impl ResidentRoom {
    fn lock(&self) -> MutexGuard<'_, Room> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Desk {
    /// A window shows the residents' screen from now on; hosts tell it.
    pub fn resident_window_opened(&self) {
        {
            let mut room = self.resident.lock();
            room.watching += 1;
            room.wanted = true;
        }
        self.announce(ChangedKind::Resident, None);
    }

    /// A window that showed it is gone, or its display is. What stood there is cleared.
    pub fn resident_window_closed(&self) {
        {
            let mut room = self.resident.lock();
            room.watching = room.watching.saturating_sub(1);
            room.wanted = room.watching > 0;
            room.show(Shown::Idle);
        }
        self.announce(ChangedKind::Resident, None);
    }

    /// Asks for the window or lets it go; hosts follow.
    pub fn want_resident_window(&self, open: bool) {
        {
            let mut room = self.resident.lock();
            room.wanted = open;
            if !open {
                room.show(Shown::Idle);
            }
        }
        self.announce(ChangedKind::Resident, None);
    }

    /// Whether somebody wants the window open; hosts follow it.
    #[must_use]
    pub fn resident_window_wanted(&self) -> bool {
        self.resident.lock().wanted
    }

    /// Leaves nothing of anybody on the screen. What was signed stays until it is used: it names
    /// nobody.
    pub(crate) fn forget_residents(&self) {
        {
            let mut room = self.resident.lock();
            room.confirmed = None;
            room.show(Shown::Idle);
        }
        self.announce(ChangedKind::Resident, None);
    }

    /// Takes away what belongs to a draft that is no more.
    pub(crate) fn forget_residents_of(&self, draft: DraftId) {
        {
            let mut room = self.resident.lock();
            let here = Owner::Draft(draft);
            let shown = match &room.shown {
                Shown::Check(check) => check.draft == draft,
                Shown::Sign(asked) => asked.owner == here,
                Shown::Idle | Shown::Rate(_) | Shown::Thanks { .. } => false,
            };
            if shown {
                room.show(Shown::Idle);
            }
            if room.confirmed == Some(draft) {
                room.confirmed = None;
            }
            room.given.retain(|given| given.owner != here);
        }
        self.announce(ChangedKind::Resident, None);
    }
}
