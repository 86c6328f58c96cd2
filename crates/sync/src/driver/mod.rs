//! Carries out what the engine says, one step at a time.
//!
//! Owns: the loop, the wake-ups, the facts others watch. Must not know: what to do next (the
//! engine does) or how bytes travel (the link does). The store is called on blocking threads and
//! never while an answer is awaited. Dropping the loop at any point is safe: what was done is in
//! the store, what was not is planned again.

mod carry;
mod pack;
mod report;

use std::{
    pin::pin,
    sync::{
        Arc,
        atomic::{AtomicBool, Ordering},
    },
    time::Duration,
};

use chrono::TimeDelta;
use tokio::sync::{Notify, watch};
use yichuang_wire::{JournalName, PublicKey, Signer, protocol::EnrolRequest};

pub use report::SyncReport;

use crate::{
    Done, Edge, Engine, Ledger, LedgerError, Outlook, PlatformLink, Report, Roll, Step, SyncFacts,
};
use pack::Staging;

/// A machine that slept does not notice; the wall clock is looked at least this often.
const LONGEST_SLEEP: Duration = Duration::from_secs(20);

/// Who this terminal is and whom it trusts.
pub struct Identity {
    /// The claim made at enrolment, repeated when the platform asks.
    pub claim: EnrolRequest,
    /// The platform's root key: verifies everything it says.
    pub root: PublicKey,
    /// Signs batches.
    pub signer: Arc<dyn Signer>,
}

impl Identity {
    fn journal(&self) -> JournalName {
        JournalName::Terminal(self.claim.terminal.clone())
    }

    fn feed(&self) -> JournalName {
        JournalName::Feed(self.claim.terminal.clone())
    }
}

struct Shared {
    wake: Notify,
    poked: AtomicBool,
    facts: watch::Sender<SyncFacts>,
}

/// The door of a running driver for everybody else. Cheap to clone.
#[derive(Clone)]
pub struct SyncHandle(Arc<Shared>);

impl SyncHandle {
    /// Something was committed; look again. Any number of calls cost one look.
    pub fn committed(&self) {
        self.0.wake.notify_one();
    }

    /// Try everything again now: F5, or the network changed.
    pub fn poke(&self) {
        self.0.poked.store(true, Ordering::Release);
        self.0.wake.notify_one();
    }

    /// The facts, now and as they change.
    #[must_use]
    pub fn facts(&self) -> watch::Receiver<SyncFacts> {
        self.0.facts.subscribe()
    }
}

/// Runs the engine against a ledger and a link.
pub struct Driver<L: Ledger> {
    ledger: Arc<L>,
    link: Arc<dyn PlatformLink>,
    edge: Arc<dyn Edge>,
    identity: Arc<Identity>,
    engine: Engine,
    staging: Option<Staging>,
    /// The platform's clock minus ours, from the last probe.
    skew: TimeDelta,
    shared: Arc<Shared>,
}

impl<L: Ledger> Driver<L> {
    /// A driver that has not done anything yet.
    #[must_use]
    pub fn new(
        ledger: Arc<L>,
        link: Arc<dyn PlatformLink>,
        identity: Identity,
        edge: Arc<dyn Edge>,
    ) -> Self {
        let (facts, _) = watch::channel(SyncFacts::default());
        let shared = Arc::new(Shared {
            wake: Notify::new(),
            poked: AtomicBool::new(false),
            facts,
        });
        Self {
            ledger,
            link,
            edge,
            identity: Arc::new(identity),
            engine: Engine::new(),
            staging: None,
            skew: TimeDelta::zero(),
            shared,
        }
    }

    /// The door for the rest of the program.
    #[must_use]
    pub fn handle(&self) -> SyncHandle {
        SyncHandle(Arc::clone(&self.shared))
    }

    /// Does everything that can be done now, then says what came of it.
    ///
    /// # Errors
    /// [`LedgerError`] when the store cannot even be read.
    pub async fn run_once(&mut self) -> Result<SyncReport, LedgerError> {
        self.engine.poke();
        let mut report = SyncReport::default();
        loop {
            let did = self.advance().await;
            match (&did.step, &did.outcome) {
                (Step::Wait { .. } | Step::Idle { .. }, _) => break,
                (step, Ok(done)) => report.count(step, done),
                (_, Err(_)) => {}
            }
        }
        let outlook = self.outlook().await?;
        report.conclude(&self.engine.facts(&outlook, self.edge.now()));
        Ok(report)
    }

    /// Keeps syncing until `shutdown` resolves; an unfinished step is abandoned, which is safe.
    pub async fn run_forever(mut self, shutdown: impl Future<Output = ()>) {
        let mut shutdown = pin!(shutdown);
        loop {
            tokio::select! {
                biased;
                () = &mut shutdown => return,
                () = self.turn() => {}
            }
        }
    }

    /// One step, and the rest it asks for.
    async fn turn(&mut self) {
        if self.shared.poked.swap(false, Ordering::AcqRel) {
            self.engine.poke();
        }
        let until = match self.advance().await.step {
            Step::Wait { until } => Some(until),
            Step::Idle { until } => until,
            _ => return,
        };
        let rest = until.map_or(LONGEST_SLEEP, |until| {
            (until - self.edge.now())
                .to_std()
                .unwrap_or(Duration::ZERO)
                .min(LONGEST_SLEEP)
        });
        tokio::select! {
            () = self.shared.wake.notified() => {}
            () = tokio::time::sleep(rest) => {}
        }
    }

    /// Plans one step from a fresh look at the store, does it, and learns from it. Waiting and
    /// idling are left to the caller.
    pub async fn advance(&mut self) -> Report {
        let begun = self.edge.now();
        let (step, outcome) = match self.outlook().await {
            Ok(outlook) => {
                let step = self.engine.plan(&outlook, begun);
                self.publish(&outlook).await;
                let outcome = self.carry(&step, &outlook).await;
                (step, outcome)
            }
            Err(error) => (
                Step::Idle { until: None },
                Err(carry::local_trouble(&error)),
            ),
        };
        let now = self.edge.now();
        if let Ok(Done::Probed { skew, .. }) = &outcome {
            self.skew = *skew;
        }
        if let Err(trouble) = &outcome {
            tracing::debug!(?step, ?trouble, "sync step failed");
        }
        let took = (now - begun).to_std().unwrap_or(Duration::ZERO);
        let report = Report {
            step,
            outcome,
            took,
        };
        self.engine.learn(&report, now, self.roll());
        report
    }

    async fn outlook(&self) -> Result<Outlook, LedgerError> {
        self.local(|ledger| ledger.outlook()).await
    }

    /// Tells watchers, and the store when the platform is not reached, that the facts changed.
    async fn publish(&mut self, outlook: &Outlook) {
        let facts = self.engine.facts(outlook, self.edge.now());
        if *self.shared.facts.borrow() == facts {
            return;
        }
        if let (Some(code), Some(_)) = (facts.failure, facts.next_try) {
            let (at, next_try) = (self.edge.now(), facts.next_try);
            if let Err(error) = self
                .local(move |ledger| ledger.record_failure(code, at, next_try))
                .await
            {
                tracing::warn!(%error, "the last failure of sync was not kept");
            }
        }
        self.shared.facts.send_replace(facts);
    }

    fn roll(&self) -> Roll {
        let mut bytes = [0; 2];
        self.edge.fill(&mut bytes);
        Roll(u16::from_le_bytes(bytes))
    }
}
