//! The driver over this home's store, for as long as the program runs.

use std::sync::Arc;

use yichuang_store::{Entropy, Store};
use yichuang_sync::{Driver, Edge, HttpLink, Identity};
use yichuang_wire::{KeyPair, Signer as _, protocol::EnrolRequest};

use super::PLATFORM_URL;
use crate::{
    Clock, Desk,
    ipc::{ApiError, ChangedKind, ErrorCode},
    report::Outcome,
};

/// The desk's clock and randomness, as sync wants them.
struct DeskEdge {
    clock: Arc<dyn Clock>,
    entropy: Arc<dyn Entropy>,
}

impl Edge for DeskEdge {
    fn now(&self) -> chrono::DateTime<chrono::Utc> {
        self.clock.now()
    }

    fn fill(&self, bytes: &mut [u8]) {
        if let Err(error) = self.entropy.fill(bytes) {
            tracing::warn!("no randomness for a nonce: {error}");
        }
    }
}

impl Desk {
    /// A driver over the open home; none for a point that has no line.
    pub(super) fn driver(&self) -> Outcome<Option<Driver<Store>>> {
        let store = self.store()?;
        let Some(url) = self.platform_url(&store)? else {
            return Ok(None);
        };
        let home = store.identity();
        let unreached = |error: yichuang_sync::SyncError| {
            ApiError::new(ErrorCode::PlatformAddress).with("reason", error.code())
        };
        let signer: Arc<KeyPair> = Arc::new(home.signing.clone());
        let edge: Arc<dyn Edge> = Arc::new(DeskEdge {
            clock: Arc::clone(&self.host.clock),
            entropy: Arc::clone(&self.host.entropy),
        });
        let root = home.enrolment.root;
        let terminal = home.enrolment.terminal.clone();
        let link = HttpLink::new(&url, terminal, root, signer.clone(), Arc::clone(&edge))
            .map_err(unreached)?;
        let identity = Identity {
            claim: EnrolRequest {
                terminal: home.enrolment.terminal.clone(),
                token: home.enrolment.token.clone(),
                signing: home.signing.public_key(),
                encryption: KeyPair::from_secret(&home.encryption)?.public_key(),
            },
            root,
            signer,
        };
        Ok(Some(Driver::new(store, Arc::new(link), identity, edge)))
    }

    /// The platform's address: the point's own setting, else the enrolment file's.
    pub(super) fn platform_url(&self, store: &Store) -> Outcome<Option<String>> {
        let own: Option<String> = store.read(|read| read.setting(PLATFORM_URL))?;
        Ok(own.or_else(|| store.identity().enrolment.platform_url.clone()))
    }

    /// Syncs for as long as the desk is open; returns when it is closed.
    pub async fn keep_syncing(&self) {
        while !self.sync.is_stopped() {
            match self.driver() {
                Ok(Some(driver)) => self.run(driver).await,
                Ok(None) => self.sync.woken.notified().await,
                Err(error) => {
                    tracing::debug!("no sync yet: {error}");
                    self.sync.woken.notified().await;
                }
            }
        }
    }

    /// Makes the papers that what came from the platform calls for. What came is on disk already, so
    /// one that cannot be made now is made later.
    pub(super) fn take_what_came(&self) {
        let made = self.call_for_papers().and_then(|any| match any {
            true => self.finish_papers(),
            false => Ok(()),
        });
        if let Err(error) = made {
            tracing::warn!("papers of what came: {error}");
        }
    }

    async fn run(&self, driver: Driver<Store>) {
        let handle = driver.handle();
        let mut facts = handle.facts();
        *self.sync.handle() = Some(handle);
        let closed = async {
            while !self.sync.is_stopped() {
                self.sync.woken.notified().await;
            }
        };
        let telling = async {
            while facts.changed().await.is_ok() {
                self.take_what_came();
                self.announce(ChangedKind::Sync, None);
            }
        };
        tokio::select! {
            () = driver.run_forever(closed) => {}
            () = telling => {}
        }
        *self.sync.handle() = None;
    }
}
