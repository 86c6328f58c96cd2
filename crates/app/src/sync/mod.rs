//! Exchanging with the platform: the room that holds the driver, and what the screens ask of it.
//!
//! Sync never calls anything above it. What it changed is found by looking; this room only tells
//! the pages that it is time to look.

mod centre;
mod driver;
mod once;
mod status;

use std::sync::{
    Mutex, MutexGuard, PoisonError,
    atomic::{AtomicBool, Ordering},
};

use chrono::TimeDelta;
use tokio::sync::Notify;
use yichuang_sync::{Connectivity, SyncFacts, SyncHandle};

pub(crate) use centre::{DOWN_KINDS, came};
pub use once::SyncOnce;

/// The setting that replaces the enrolment file's address of the platform.
pub(crate) const PLATFORM_URL: &str = "platform_url";

/// The running driver, if there is one, and the ways to wake or stop it.
#[derive(Default)]
pub(crate) struct SyncRoom {
    handle: Mutex<Option<SyncHandle>>,
    woken: Notify,
    stopped: AtomicBool,
}

impl SyncRoom {
    fn handle(&self) -> MutexGuard<'_, Option<SyncHandle>> {
        self.handle.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Something was committed.
    pub(crate) fn committed(&self) {
        if let Some(handle) = &*self.handle() {
            handle.committed();
        }
    }

    /// Try now, without waiting for the next turn.
    pub(crate) fn poke(&self) {
        if let Some(handle) = &*self.handle() {
            handle.poke();
        }
        self.woken.notify_one();
    }

    /// The home is being closed.
    pub(crate) fn stop(&self) {
        self.stopped.store(true, Ordering::Release);
        self.woken.notify_waiters();
        self.woken.notify_one();
    }

    fn is_stopped(&self) -> bool {
        self.stopped.load(Ordering::Acquire)
    }

    /// The driver's facts; none before it has run.
    fn facts(&self) -> Option<SyncFacts> {
        self.handle()
            .as_ref()
            .map(|handle| handle.facts().borrow().clone())
    }

    /// Platform's clock minus this machine's by what was heard since the program started, zero when
    /// they agree; none when nothing was.
    pub(crate) fn heard_skew(&self) -> Option<TimeDelta> {
        let facts = self.facts()?;
        let agreed = || (facts.connectivity == Connectivity::Online).then(TimeDelta::zero);
        facts.clock_skew.or_else(agreed)
    }
}
