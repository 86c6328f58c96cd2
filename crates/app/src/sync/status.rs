//! Facts for the sync light; the words are the face's.

use chrono::{DateTime, Utc};
use yichuang_store::Store;
use yichuang_sync::{Attention, Connectivity, SyncFacts};

use super::SyncRoom;
use crate::{
    Desk,
    clock::{first_instant, stamp},
    ipc::{Done, Nothing, SyncStatus},
    report::Outcome,
};

/// Under this many megabytes free, the light says so.
const LOW_DISK_MB: u64 = 1024;

impl Desk {
    /// Tries to reach the platform now.
    ///
    /// # Errors
    /// None today; what comes of it is seen in the light.
    pub fn sync_now(&self, _: Nothing) -> Outcome<Done> {
        self.sync.poke();
        Ok(Done {})
    }

    /// The light's facts, from the driver and the store.
    pub(crate) fn sync_status(&self, store: &Store) -> Outcome<SyncStatus> {
        let (summary, clock) = store.read(|read| -> Outcome<_> {
            Ok((
                read.sync_summary(self.day_start())?,
                self.look_at_clock(read)?,
            ))
        })?;
        let facts = self.sync.facts().unwrap_or_default();
        let connected = self.platform_url(store)?.is_some();
        let waiting = u32::try_from(summary.waiting_cases).unwrap_or(u32::MAX);
        let free_mb = store.free_space().map(|bytes| bytes / (1024 * 1024));
        Ok(SyncStatus {
            connectivity: if connected {
                connectivity(&facts)
            } else {
                "usb_only"
            }
            .to_owned(),
            waiting,
            attention: attention_count(&summary.attention, &facts),
            store_broken: self.data_broken()
                || facts
                    .attention
                    .iter()
                    .any(|a| matches!(a, Attention::Store(_))),
            last_success: facts.last_success.or(summary.last_success).map(stamp),
            clock_skew_minutes: clock.behind_minutes(),
            disk_free_mb: free_mb
                .filter(|mb| *mb < LOW_DISK_MB)
                .and_then(|mb| u32::try_from(mb).ok()),
            ..of_facts(&facts)
        })
    }

    /// The first instant of today in China.
    pub(crate) fn day_start(&self) -> DateTime<Utc> {
        first_instant(self.today())
    }
}

impl SyncRoom {
    /// The light before there is a store.
    pub(crate) fn bare_status(&self) -> SyncStatus {
        SyncStatus {
            connectivity: "starting".to_owned(),
            ..of_facts(&SyncFacts::default())
        }
    }
}

fn of_facts(facts: &SyncFacts) -> SyncStatus {
    let count = |number: u64| u32::try_from(number).unwrap_or(u32::MAX);
    SyncStatus {
        connectivity: connectivity(facts).to_owned(),
        waiting: count(facts.waiting),
        attention: 0,
        sending_done: facts.sending.map(|(done, _)| count(done)),
        sending_total: facts.sending.map(|(_, total)| count(total)),
        next_try: facts.next_try.map(stamp),
        last_success: facts.last_success.map(stamp),
        clock_skew_minutes: None,
        disk_free_mb: None,
        store_broken: facts
            .attention
            .iter()
            .any(|a| matches!(a, Attention::Store(_))),
    }
}

fn connectivity(facts: &SyncFacts) -> &'static str {
    match facts.connectivity {
        Connectivity::Online => "online",
        Connectivity::Offline => "offline",
        Connectivity::ServerDown => "no_answer",
    }
}

/// Cases with a verdict to act on, and what sync itself cannot get past.
fn attention_count(rows: &[yichuang_store::AttentionRow], facts: &SyncFacts) -> u32 {
    let mut cases: Vec<_> = rows.iter().filter_map(|row| row.case).collect();
    cases.sort_unstable();
    cases.dedup();
    u32::try_from(cases.len() + facts.attention.len()).unwrap_or(u32::MAX)
}
