//! Printing: which printers there are, which document goes to which, the queue, and what became of
//! every paper.
//!
//! A paper is stored first, then made, handed over, and *settled*: the printer is asked until it says
//! what became of it, or nobody can know any more and a person is asked. Asking never moves a case.
//! What is settled is one entry of the journal, written in the transaction that settles the row.
//! Must not know: what a paper says (that is `paper`), nor any printer's protocol (that is the
//! device crate's).

mod board;
mod cancel;
mod find;
mod folder;
mod kept;
mod link;
mod load;
mod routes;
mod seen;
mod send;
mod settle;
mod shelf;
mod trial;
mod worker;

use std::{
    collections::HashMap,
    sync::{Condvar, Mutex, MutexGuard, PoisonError},
    time::Duration,
};

use uuid::Uuid;

pub(crate) use routes::{routed_sheet, sheet_key};
pub(crate) use settle::End;
pub(crate) use shelf::shelved;
pub(crate) use trial::trial_page;

use self::worker::Watch;

/// What the queue remembers while the program runs.
#[derive(Default)]
pub(crate) struct PrintRoom {
    /// Held by whoever works the queue off, so that every paper is handed over once. What it guards
    /// is how each paper on a printer was last seen.
    lane: Mutex<HashMap<Uuid, Watch>>,
    bell: Mutex<Bell>,
    rung: Condvar,
}

#[derive(Default)]
struct Bell {
    rung: bool,
    stopped: bool,
}

impl PrintRoom {
    fn lane(&self) -> MutexGuard<'_, HashMap<Uuid, Watch>> {
        self.lane.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn bell(&self) -> MutexGuard<'_, Bell> {
        self.bell.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// There is something to print.
    pub(crate) fn ring(&self) {
        self.bell().rung = true;
        self.rung.notify_all();
    }

    /// The home is being closed.
    pub(crate) fn stop(&self) {
        self.bell().stopped = true;
        self.rung.notify_all();
    }

    fn is_stopped(&self) -> bool {
        self.bell().stopped
    }

    /// Waits until there is something to print, for `pause` at most when there is one. True when it
    /// was rung for.
    fn wait(&self, pause: Option<Duration>) -> bool {
        let quiet = |bell: &mut Bell| !bell.rung && !bell.stopped;
        let bell = self.bell();
        let mut bell = match pause {
            Some(pause) => {
                let waited = self.rung.wait_timeout_while(bell, pause, quiet);
                waited.unwrap_or_else(PoisonError::into_inner).0
            }
            None => {
                let waited = self.rung.wait_while(bell, quiet);
                waited.unwrap_or_else(PoisonError::into_inner)
            }
        };
        std::mem::take(&mut bell.rung)
    }
}
