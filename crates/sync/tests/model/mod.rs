//! A terminal's store and a platform in memory, joined by a line that fails when told to.

mod ledger;
mod line;
mod platform;

use std::sync::{Arc, Mutex};

use chrono::{DateTime, TimeDelta, Utc};
use yichuang_sync::{Driver, Edge, Identity, Report, Step};
use yichuang_wire::{KeyPair, Signer as _, protocol::EnrolRequest};

pub(crate) use ledger::MemoryLedger;
pub(crate) use line::{Fault, Line};
pub(crate) use platform::ModelPlatform;

pub(crate) const TERMINAL: &str = "LY03";

pub(crate) fn key(n: u8) -> KeyPair {
    KeyPair::from_secret(&[n; 32]).unwrap()
}

/// Small, seeded, good enough: SplitMix64.
#[derive(Clone)]
pub(crate) struct Dice(pub(crate) u64);

impl Dice {
    pub(crate) fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let z = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }

    pub(crate) fn below(&mut self, n: u64) -> u64 {
        self.next() % n
    }

    pub(crate) fn percent(&mut self, chance: u64) -> bool {
        self.below(100) < chance
    }
}

/// A clock that moves when told to, and seeded randomness.
pub(crate) struct ModelEdge {
    pub(crate) now: Mutex<DateTime<Utc>>,
    dice: Mutex<Dice>,
}

impl ModelEdge {
    pub(crate) fn advance(&self, by: TimeDelta) {
        *self.now.lock().unwrap() += by;
    }

    pub(crate) fn advance_to(&self, to: DateTime<Utc>) {
        let mut now = self.now.lock().unwrap();
        *now = (*now).max(to);
    }
}

impl Edge for ModelEdge {
    fn now(&self) -> DateTime<Utc> {
        *self.now.lock().unwrap()
    }

    fn fill(&self, bytes: &mut [u8]) {
        let mut dice = self.dice.lock().unwrap();
        bytes.fill_with(|| dice.below(256) as u8);
    }
}

pub(crate) fn morning() -> DateTime<Utc> {
    "2026-11-23T01:00:00Z".parse().unwrap()
}

/// A terminal, its platform, the line between them, and the driver on the terminal.
pub(crate) struct World {
    pub(crate) ledger: Arc<MemoryLedger>,
    pub(crate) platform: Arc<ModelPlatform>,
    pub(crate) line: Arc<Line>,
    pub(crate) edge: Arc<ModelEdge>,
    pub(crate) driver: Driver<MemoryLedger>,
}

impl World {
    pub(crate) fn new(seed: u64) -> Self {
        let edge = Arc::new(ModelEdge {
            now: Mutex::new(morning()),
            dice: Mutex::new(Dice(seed)),
        });
        let ledger = Arc::new(MemoryLedger::new());
        let platform = Arc::new(ModelPlatform::new(Arc::clone(&edge)));
        let line = Arc::new(Line::new(Arc::clone(&platform), Dice(seed ^ 0xfeed)));
        let driver = driver(&ledger, &line, &edge);
        Self {
            ledger,
            platform,
            line,
            edge,
            driver,
        }
    }

    /// The program was killed and started again: only the store is left.
    pub(crate) fn restart_terminal(&mut self) {
        self.driver = driver(&self.ledger, &self.line, &self.edge);
    }

    /// Carries on, letting time pass while sync rests, until it has nothing to do or `steps` are
    /// used up. Everything tried is given back.
    pub(crate) async fn run(&mut self, steps: usize) -> Vec<Report> {
        let mut reports = Vec::new();
        for _ in 0..steps {
            let report = self.driver.advance().await;
            match report.step {
                Step::Wait { until } => self.edge.advance_to(until),
                Step::Idle { .. } => return reports,
                _ => reports.push(report),
            }
        }
        panic!(
            "sync did not come to rest in {steps} steps; last: {:?}",
            reports.last()
        );
    }
}

fn driver(
    ledger: &Arc<MemoryLedger>,
    line: &Arc<Line>,
    edge: &Arc<ModelEdge>,
) -> Driver<MemoryLedger> {
    Driver::new(Arc::clone(ledger), line.clone(), identity(), edge.clone())
}

pub(crate) fn identity() -> Identity {
    let claim = EnrolRequest {
        terminal: TERMINAL.parse().unwrap(),
        token: "sample-token".to_owned(),
        signing: key(2).public_key(),
        encryption: key(3).public_key(),
    };
    Identity {
        claim,
        root: key(1).public_key(),
        signer: Arc::new(key(2)),
    }
}
