//! What to do next, as a pure state machine.
//!
//! Owns: order, batching, back-off, what counts as the platform being there. Must not know: the
//! network, the store, the clock, randomness: what the store knows comes in as an [`Outlook`],
//! what happened as a [`Report`], time and one random number as arguments. It remembers only what
//! may be forgotten: after a crash a new engine looks at the store, compares heads and goes on.
//!
//! The order is: probe, claim the code, compare heads; then what a restored platform lost of its
//! feed, so that it knows what it had decided before it is asked again; entries strictly by epoch and
//! number, the feed, the catalogue, files by rank, a fresh receipt certificate. Each of these holds back for itself, so none of
//! them can stop another.

mod learn;
mod outlook;
mod pause;
mod uploads;

use std::collections::BTreeSet;

use chrono::{DateTime, TimeDelta, Utc};
use yichuang_wire::{ChainHead, MAX_BATCH_ENTRIES};

pub use outlook::{
    Done, FeedOutlook, FileKey, FileMove, FileOutlook, Outlook, PackOutlook, Report, Step, Trouble,
    platform_lost_something,
};
pub use pause::{Roll, back_off};

use crate::{Attention, Connectivity, SyncFacts};
use outlook::head_of;
use pause::{Lane, Pause};
use uploads::Uploads;

/// A contact is renewed, and heads compared again, after so long.
const CONTACT: TimeDelta = TimeDelta::minutes(5);
/// A receipt certificate is renewed when it ends within so long: half its life, so that a terminal
/// connected once a year always has one.
const RENEWAL: TimeDelta = TimeDelta::days(365);
/// The feed is read this often when nothing else happens.
const FEED_REST: TimeDelta = TimeDelta::seconds(30);

/// What was learnt since the platform last proved to be there.
#[derive(Debug, Clone)]
struct ContactState {
    fresh: Pause,
    platform_epoch: u32,
    heads: Option<Vec<ChainHead>>,
    /// What the platform has of its feed; asked with `heads`.
    feed: Vec<ChainHead>,
    /// Receipts of this contact: none is asked for twice, whatever the store made of it.
    receipted: Vec<ChainHead>,
    claim: Claim,
    pack_current: bool,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Claim {
    Unquestioned,
    /// The platform did not know the terminal: claim the code again, once.
    Again,
    Renewed,
}

/// The engine of one terminal. See the module.
#[derive(Debug, Clone)]
pub struct Engine {
    connectivity: Connectivity,
    failure: Option<&'static str>,
    contact: Option<ContactState>,
    link: Lane,
    local: Lane,
    give_back: Lane,
    push: Lane,
    batch: usize,
    feed: Lane,
    feed_rest: Option<Pause>,
    pack: Lane,
    uploads: Uploads,
    forked: BTreeSet<u32>,
    feed_forked: BTreeSet<u32>,
    attention: BTreeSet<Attention>,
    /// Cases seen waiting last time, and in all since the queue was last empty.
    seen_waiting: u64,
    run_total: u64,
    last_success: Option<DateTime<Utc>>,
    clock_skew: Option<TimeDelta>,
}

impl Default for Engine {
    fn default() -> Self {
        Self {
            connectivity: Connectivity::Offline,
            failure: None,
            contact: None,
            link: Lane::default(),
            local: Lane::default(),
            give_back: Lane::default(),
            push: Lane::default(),
            batch: MAX_BATCH_ENTRIES,
            feed: Lane::default(),
            feed_rest: None,
            pack: Lane::default(),
            uploads: Uploads::default(),
            forked: BTreeSet::new(),
            feed_forked: BTreeSet::new(),
            attention: BTreeSet::new(),
            seen_waiting: 0,
            run_total: 0,
            last_success: None,
            clock_skew: None,
        }
    }
}

impl Engine {
    /// An engine that knows nothing yet; its first step is a probe.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// The next thing to do. Changes nothing, so asking twice gives the same answer.
    #[must_use]
    pub fn plan(&self, outlook: &Outlook, now: DateTime<Utc>) -> Step {
        if !outlook.networked {
            return Step::Idle { until: None };
        }
        if let Some(until) = self.link.pending(now).max(self.local.pending(now)) {
            return Step::Wait { until };
        }
        let Some(contact) = self
            .contact
            .as_ref()
            .filter(|contact| contact.fresh.pending(now).is_some())
        else {
            return Step::Probe;
        };
        if !outlook.certified || contact.claim == Claim::Again {
            return Step::Enrol;
        }
        let Some(remote) = &contact.heads else {
            return Step::CompareHeads {
                platform_epoch: contact.platform_epoch,
            };
        };
        self.next_give_back(outlook, &contact.feed, now)
            .or_else(|| self.next_push(outlook, remote, &contact.receipted, now))
            .or_else(|| self.next_pull(now))
            .or_else(|| self.next_pack(outlook, contact, now))
            .or_else(|| self.uploads.next(&outlook.files, now))
            .or_else(|| next_renewal(outlook, contact, now))
            .unwrap_or_else(|| Step::Idle {
                until: self.next_look(outlook, contact, now),
            })
    }

    /// Starts over at once: F5, or the network changed. Back-offs and ceilings are forgotten,
    /// what was found wrong is tried again.
    pub fn poke(&mut self) {
        self.contact = None;
        for lane in [
            &mut self.link,
            &mut self.local,
            &mut self.give_back,
            &mut self.push,
            &mut self.feed,
            &mut self.pack,
        ] {
            lane.clear();
        }
        self.feed_rest = None;
        self.uploads.poke();
        self.forked.clear();
        self.feed_forked.clear();
        self.attention.clear();
    }

    /// What the sync light shows. Remembers the queue of the present run, so that 「3/12」 becomes
    /// 「3/13」, not 「2/12」, when a case is taken meanwhile.
    pub fn facts(&mut self, outlook: &Outlook, now: DateTime<Utc>) -> SyncFacts {
        let waiting = outlook.waiting_cases;
        let joined = waiting.saturating_sub(self.seen_waiting);
        self.run_total = if waiting == 0 {
            0
        } else {
            self.run_total + joined
        };
        self.seen_waiting = waiting;
        let step = self.plan(outlook, now);
        let busy = !matches!(step, Step::Wait { .. } | Step::Idle { .. });
        let sending = busy && waiting > 0 && self.connectivity == Connectivity::Online;
        let held_back = self
            .push
            .pending(now)
            .into_iter()
            .chain(self.uploads.pending(&outlook.files, now))
            .min();
        SyncFacts {
            connectivity: self.connectivity,
            failure: self.failure,
            sending: sending.then_some((self.run_total - waiting, self.run_total)),
            waiting,
            next_try: match step {
                Step::Wait { until } => Some(until),
                _ => held_back.filter(|_| waiting > 0),
            },
            last_success: self.last_success,
            clock_skew: self.clock_skew,
            attention: self.attention().collect(),
        }
    }

    /// What a person has to know, each once.
    pub fn attention(&self) -> impl Iterator<Item = Attention> + '_ {
        let forks = self
            .forked
            .iter()
            .map(|epoch| Attention::ChainForked { epoch: *epoch });
        let feed = (!self.feed_forked.is_empty()).then_some(Attention::FeedBroken);
        self.attention
            .iter()
            .cloned()
            .chain(feed.filter(|broken| !self.attention.contains(broken)))
            .chain(forks)
            .chain(self.uploads.attention())
    }

    /// What the platform lacks of its feed, oldest epoch first (F16).
    fn next_give_back(
        &self,
        outlook: &Outlook,
        remote: &[ChainHead],
        now: DateTime<Utc>,
    ) -> Option<Step> {
        if !self.give_back.open(now) {
            return None;
        }
        outlook
            .feed
            .proven
            .iter()
            .filter(|head| !self.feed_forked.contains(&head.epoch))
            .find_map(|head| {
                let (epoch, after) = (head.epoch, head_of(remote, head.epoch));
                (after < head.seq).then_some(Step::GiveBack { epoch, after })
            })
    }

    /// Entries the platform lacks, oldest epoch first; or the last entry again when the platform
    /// has everything but its receipt was lost (F03).
    fn next_push(
        &self,
        outlook: &Outlook,
        remote: &[ChainHead],
        receipted: &[ChainHead],
        now: DateTime<Utc>,
    ) -> Option<Step> {
        if !self.push.open(now) {
            return None;
        }
        let mut heads: Vec<&ChainHead> = outlook.heads.iter().filter(|head| head.seq > 0).collect();
        heads.sort_by_key(|head| head.epoch);
        heads
            .into_iter()
            .filter(|head| !self.forked.contains(&head.epoch))
            .find_map(|head| {
                let epoch = head.epoch;
                let there = head_of(remote, epoch);
                if there < head.seq {
                    return Some(Step::Push {
                        epoch,
                        after: there,
                        limit: self.batch,
                    });
                }
                let unconfirmed =
                    head_of(&outlook.receipted, epoch).max(head_of(receipted, epoch)) < head.seq;
                unconfirmed.then_some(Step::Push {
                    epoch,
                    after: head.seq - 1,
                    limit: 1,
                })
            })
    }

    fn next_pull(&self, now: DateTime<Utc>) -> Option<Step> {
        let rested = self
            .feed_rest
            .is_none_or(|rest| rest.pending(now).is_none());
        (rested && self.feed.open(now)).then_some(Step::PullFeed)
    }

    fn next_pack(
        &self,
        outlook: &Outlook,
        contact: &ContactState,
        now: DateTime<Utc>,
    ) -> Option<Step> {
        let announced = outlook.pack.announced > outlook.pack.installed;
        ((announced || !contact.pack_current) && self.pack.open(now)).then_some(Step::FetchPack)
    }

    fn next_look(
        &self,
        outlook: &Outlook,
        contact: &ContactState,
        now: DateTime<Utc>,
    ) -> Option<DateTime<Utc>> {
        let rests = [
            contact.fresh.pending(now),
            self.feed_rest.and_then(|rest| rest.pending(now)),
        ];
        let lanes = [
            self.give_back.pending(now),
            self.push.pending(now),
            self.feed.pending(now),
            self.pack.pending(now),
        ];
        let uploads = self.uploads.pending(&outlook.files, now);
        rests
            .into_iter()
            .chain(lanes)
            .chain([uploads])
            .flatten()
            .min()
    }
}

/// Claiming the code again, which changes nothing but brings a fresh receipt certificate; once a
/// contact, since an older platform gives none.
fn next_renewal(outlook: &Outlook, contact: &ContactState, now: DateTime<Utc>) -> Option<Step> {
    let lapses = now.date_naive() + RENEWAL;
    let due = outlook.receipts_until.is_none_or(|until| until < lapses);
    (due && contact.claim == Claim::Unquestioned).then_some(Step::Enrol)
}
