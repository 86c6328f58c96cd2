//! A request to stop waiting, shared between the one who waits and the one who asks.

use std::sync::{Arc, Condvar, Mutex, PoisonError};
use std::time::Duration;

/// Stops a blocking [`read`](crate::IdCardReader::read) from another thread.
///
/// Clones share one state. Once cancelled it stays cancelled: make a new one per read.
#[derive(Clone, Debug, Default)]
pub struct Cancel {
    shared: Arc<(Mutex<bool>, Condvar)>,
}

impl Cancel {
    /// A token nobody has cancelled yet.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Asks every waiter to stop; they wake at once.
    pub fn cancel(&self) {
        let (flag, wake) = &*self.shared;
        *flag.lock().unwrap_or_else(PoisonError::into_inner) = true;
        wake.notify_all();
    }

    /// Whether [`cancel`](Self::cancel) has been called.
    #[must_use]
    pub fn is_cancelled(&self) -> bool {
        *self.shared.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Waits for `pause` or until cancelled, whichever comes first; true when cancelled.
    pub(crate) fn wait(&self, pause: Duration) -> bool {
        let (flag, wake) = &*self.shared;
        let guard = flag.lock().unwrap_or_else(PoisonError::into_inner);
        let (guard, _) = wake
            .wait_timeout_while(guard, pause, |cancelled| !*cancelled)
            .unwrap_or_else(PoisonError::into_inner);
        *guard
    }
}
