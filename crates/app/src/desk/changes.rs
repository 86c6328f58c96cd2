//! The one event: something changed, go and look.

use tokio::sync::broadcast::{Receiver, Sender, channel, error::RecvError};

use crate::ipc::{Changed, ChangedKind};

/// Pages look again anyway when they fall this far behind.
const BACKLOG: usize = 256;

pub(crate) struct Announcer(Sender<Changed>);

impl Default for Announcer {
    fn default() -> Self {
        Self(channel(BACKLOG).0)
    }
}

impl Announcer {
    pub(crate) fn announce(&self, kind: ChangedKind, id: Option<String>) {
        // Nobody listening is fine: the command line has no pages.
        let _ = self.0.send(Changed { kind, id });
    }

    pub(crate) fn listen(&self) -> Changes {
        Changes(self.0.subscribe())
    }
}

/// A stream of changes.
pub struct Changes(Receiver<Changed>);

impl Changes {
    /// The next change; none when the desk is gone. A listener that fell behind is told to look at
    /// everything again.
    pub async fn next(&mut self) -> Option<Changed> {
        match self.0.recv().await {
            Ok(changed) => Some(changed),
            Err(RecvError::Lagged(_)) => Some(Changed {
                kind: ChangedKind::Status,
                id: None,
            }),
            Err(RecvError::Closed) => None,
        }
    }
}
