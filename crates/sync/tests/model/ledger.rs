//! The terminal's store, in memory.

use std::{
    collections::{BTreeMap, BTreeSet},
    sync::Mutex,
};

use chrono::{DateTime, Utc};
use uuid::Uuid;
use yichuang_domain::CaseId;
use yichuang_sync::{
    Contact, FeedOutlook, FileKey, FileOutlook, Ledger, LedgerError, Outlook, PackOutlook,
};
use yichuang_wire::{
    Batch, Certificate, ChainHead, ClockState, Entry, EntryDraft, FeedPosition, FileReceipt, Hash,
    JournalName, Manifest, PackItem, Receipt, Signed, sha256,
};

use super::{TERMINAL, morning};

pub(crate) struct StoredFile {
    pub(crate) key: FileKey,
    pub(crate) bytes: Vec<u8>,
    pub(crate) named_by: (u32, u64),
    pub(crate) location: Option<String>,
    pub(crate) receipted: bool,
    pub(crate) unreadable: bool,
}

pub(crate) struct State {
    pub(crate) certified: bool,
    pub(crate) platform_epoch: Option<u32>,
    pub(crate) journal: BTreeMap<u32, Vec<Entry>>,
    pub(crate) receipted: BTreeMap<u32, ChainHead>,
    pub(crate) files: Vec<StoredFile>,
    pub(crate) feed: ChainHead,
    pub(crate) fed: Vec<Entry>,
    /// Every page of the feed as it came.
    pub(crate) pages: Vec<Batch>,
    pub(crate) packs: Vec<u64>,
    pub(crate) blobs: BTreeSet<Hash>,
    pub(crate) broken: Option<LedgerError>,
    pub(crate) failures: Vec<&'static str>,
    cases: u128,
}

pub(crate) struct MemoryLedger(Mutex<State>);

pub(crate) fn own() -> JournalName {
    JournalName::Terminal(TERMINAL.parse().unwrap())
}

pub(crate) fn feed() -> JournalName {
    JournalName::Feed(TERMINAL.parse().unwrap())
}

pub(crate) fn seal(head: &ChainHead, kind: &str, case: Option<CaseId>, payload: Vec<u8>) -> Entry {
    let draft = EntryDraft {
        kind: kind.to_owned(),
        case,
        base: None,
        seen: FeedPosition::default(),
        at: morning(),
        clock: ClockState::Trusted,
        actor: None,
        payload,
    };
    Entry::seal(head, draft, [7; 32]).unwrap()
}

pub(crate) fn head_of(journal: JournalName, epoch: u32, entries: &[Entry]) -> ChainHead {
    let start = || ChainHead::start(journal.clone(), epoch, None);
    entries.last().map_or_else(start, |last| ChainHead {
        journal: journal.clone(),
        epoch,
        seq: entries.len() as u64,
        hash: last.hash(),
    })
}

impl MemoryLedger {
    pub(crate) fn new() -> Self {
        Self(Mutex::new(State {
            certified: false,
            platform_epoch: None,
            journal: BTreeMap::new(),
            receipted: BTreeMap::new(),
            files: Vec::new(),
            feed: ChainHead::start(feed(), 0, None),
            fed: Vec::new(),
            pages: Vec::new(),
            packs: Vec::new(),
            blobs: BTreeSet::new(),
            broken: None,
            failures: Vec::new(),
            cases: 0,
        }))
    }

    pub(crate) fn state(&self) -> std::sync::MutexGuard<'_, State> {
        self.0.lock().unwrap()
    }

    /// One act on a new case, with files of the given sizes.
    pub(crate) fn commit(&self, files: &[usize]) -> CaseId {
        let mut state = self.state();
        state.cases += 1;
        let case = CaseId(Uuid::from_u128(state.cases));
        let epoch = state.journal.keys().next_back().copied().unwrap_or(1);
        let entries = state.journal.entry(epoch).or_default();
        let payload = format!("{{\"case\":\"{case}\",\"files\":{}}}", files.len()).into_bytes();
        let entry = seal(
            &head_of(own(), epoch, entries),
            "received",
            Some(case),
            payload,
        );
        entries.push(entry);
        let named_by = (epoch, entries.len() as u64);
        for (page, size) in files.iter().enumerate() {
            let bytes: Vec<u8> = (0..*size)
                .map(|i| (i * 31 + page + named_by.1 as usize) as u8)
                .collect();
            let key = FileKey {
                case,
                sha256: sha256(&bytes),
            };
            let file = StoredFile {
                key,
                bytes,
                named_by,
                location: None,
                receipted: false,
                unreadable: false,
            };
            state.files.push(file);
        }
        case
    }

    /// A new epoch, as after a restore.
    pub(crate) fn open_epoch(&self) {
        let mut state = self.state();
        let (epoch, parent) = state
            .journal
            .last_key_value()
            .map(|(e, v)| (*e, v.clone()))
            .unwrap();
        let mut start = head_of(own(), epoch, &parent);
        (start.epoch, start.seq) = (epoch + 1, 0);
        let first = seal(&start, "epoch_opened", None, b"{}".to_vec());
        state.journal.insert(epoch + 1, vec![first]);
    }

    /// Nothing is left to report.
    pub(crate) fn all_reported(&self) -> bool {
        let state = self.state();
        let entries = state.journal.iter().all(|(e, v)| {
            state
                .receipted
                .get(e)
                .is_some_and(|h| h.seq == v.len() as u64)
        });
        entries && state.files.iter().all(|file| file.receipted)
    }
}

/// The last page of each epoch.
fn proven(pages: &[Batch]) -> Vec<ChainHead> {
    let mut heads = BTreeMap::new();
    for page in pages {
        heads.insert(page.head.epoch, page.head.clone());
    }
    heads.into_values().collect()
}

fn is_receipted(state: &State, (epoch, seq): (u32, u64)) -> bool {
    state
        .receipted
        .get(&epoch)
        .is_some_and(|head| head.seq >= seq)
}

impl Ledger for MemoryLedger {
    fn outlook(&self) -> Result<Outlook, LedgerError> {
        let state = self.state();
        let pending: Vec<&StoredFile> = state.files.iter().filter(|file| !file.receipted).collect();
        let unsent = |(e, v): (&u32, &Vec<Entry>)| {
            v.len() as u64 - state.receipted.get(e).map_or(0, |h| h.seq)
        };
        let entries: u64 = state.journal.iter().map(unsent).sum();
        let cases: BTreeSet<CaseId> = pending
            .iter()
            .filter(|f| is_receipted(&state, f.named_by))
            .map(|f| f.key.case)
            .collect();
        Ok(Outlook {
            networked: true,
            certified: state.certified,
            receipts_until: Some(chrono::NaiveDate::MAX),
            platform_epoch: state.platform_epoch,
            journal: own(),
            heads: state
                .journal
                .iter()
                .map(|(epoch, entries)| head_of(own(), *epoch, entries))
                .collect(),
            receipted: state.receipted.values().cloned().collect(),
            files: pending
                .iter()
                .map(|file| FileOutlook {
                    key: file.key,
                    size: file.bytes.len() as u64,
                    media_type: "image/jpeg".to_owned(),
                    rank: 0,
                    ready: is_receipted(&state, file.named_by),
                    location: file.location.clone(),
                })
                .collect(),
            feed: FeedOutlook {
                head: state.feed.clone(),
                proven: proven(&state.pages),
            },
            pack: PackOutlook {
                installed: state.packs.last().copied(),
                announced: None,
            },
            waiting_cases: entries + cases.len() as u64,
        })
    }

    fn entries_after(
        &self,
        _: &JournalName,
        epoch: u32,
        after: u64,
        limit: usize,
    ) -> Result<Vec<Entry>, LedgerError> {
        let state = self.state();
        if let Some(error) = &state.broken {
            return Err(error.clone());
        }
        Ok(state.journal[&epoch]
            .iter()
            .skip(after as usize)
            .take(limit)
            .cloned()
            .collect())
    }

    fn feed_run(&self, epoch: u32, after: u64) -> Result<Option<Batch>, LedgerError> {
        let state = self.state();
        let ends = |page: &&Batch| page.head.epoch == epoch && page.head.seq > after;
        let Some(page) = state.pages.iter().find(ends) else {
            return Ok(None);
        };
        let wanted = |entry: &&Entry| {
            let header = entry.check().unwrap();
            header.epoch == epoch && header.seq > after && header.seq <= page.head.seq
        };
        Ok(Some(Batch {
            entries: state.fed.iter().filter(wanted).cloned().collect(),
            ..page.clone()
        }))
    }

    fn hash_at(
        &self,
        journal: &JournalName,
        epoch: u32,
        seq: u64,
    ) -> Result<Option<Hash>, LedgerError> {
        let state = self.state();
        if *journal == feed() {
            let there = |entry: &&Entry| {
                let header = entry.check().unwrap();
                (header.epoch, header.seq) == (epoch, seq)
            };
            return Ok(state.fed.iter().find(there).map(Entry::hash));
        }
        Ok(state
            .journal
            .get(&epoch)
            .and_then(|v| v.get(seq as usize - 1))
            .map(Entry::hash))
    }

    fn record_certificate(&self, _: &Signed, _: &Certificate) -> Result<(), LedgerError> {
        self.state().certified = true;
        Ok(())
    }

    fn record_contact(&self, contact: &Contact) -> Result<(), LedgerError> {
        let mut state = self.state();
        state.platform_epoch = Some(contact.platform_epoch);
        if contact.lost {
            let there = |epoch: u32| contact.heads.iter().find(|head| head.epoch == epoch);
            state.receipted.retain(|epoch, _| there(*epoch).is_some());
            for (epoch, receipted) in &mut state.receipted {
                if let Some(head) = there(*epoch).filter(|head| head.seq < receipted.seq) {
                    *receipted = head.clone();
                }
            }
            for file in &mut state.files {
                (file.receipted, file.location) = (false, None);
            }
        }
        Ok(())
    }

    fn record_receipt(
        &self,
        _: &Signed,
        receipt: &Receipt,
        _: DateTime<Utc>,
    ) -> Result<(), LedgerError> {
        let mut state = self.state();
        let known = state
            .receipted
            .entry(receipt.head.epoch)
            .or_insert_with(|| receipt.head.clone());
        if known.seq < receipt.head.seq {
            *known = receipt.head.clone();
        }
        Ok(())
    }

    fn record_upload(&self, file: &FileKey, location: &str, _: u64) -> Result<(), LedgerError> {
        let mut state = self.state();
        let file = state.files.iter_mut().find(|f| f.key == *file).unwrap();
        file.location = Some(location.to_owned());
        Ok(())
    }

    fn file_chunk(&self, file: &FileKey, offset: u64, len: usize) -> Result<Vec<u8>, LedgerError> {
        let state = self.state();
        let stored = state.files.iter().find(|f| f.key == *file).unwrap();
        if stored.unreadable {
            return Err(LedgerError::FileUnreadable(file.sha256));
        }
        let from = offset as usize;
        Ok(stored.bytes[from..(from + len).min(stored.bytes.len())].to_vec())
    }

    fn record_file_receipt(
        &self,
        _: &Signed,
        receipt: &FileReceipt,
        _: DateTime<Utc>,
    ) -> Result<(), LedgerError> {
        let mut state = self.state();
        let key = FileKey {
            case: receipt.case,
            sha256: receipt.sha256,
        };
        state
            .files
            .iter_mut()
            .find(|f| f.key == key)
            .unwrap()
            .receipted = true;
        Ok(())
    }

    fn admit_feed(&self, page: &Batch) -> Result<(), LedgerError> {
        let mut state = self.state();
        state.feed = page.head.clone();
        state.fed.extend(page.entries.iter().cloned());
        state.pages.push(page.clone());
        Ok(())
    }

    fn missing_items(&self, manifest: &Manifest) -> Result<Vec<PackItem>, LedgerError> {
        let state = self.state();
        Ok(manifest
            .items
            .iter()
            .filter(|item| !state.blobs.contains(&item.sha256))
            .cloned()
            .collect())
    }

    fn install_pack(
        &self,
        _: &Signed,
        manifest: &Manifest,
        blobs: Vec<(Hash, Vec<u8>)>,
        _: DateTime<Utc>,
    ) -> Result<(), LedgerError> {
        let mut state = self.state();
        state.blobs.extend(blobs.iter().map(|(hash, _)| *hash));
        assert!(
            manifest
                .items
                .iter()
                .all(|item| state.blobs.contains(&item.sha256)),
            "never half a catalogue (F20)"
        );
        state.packs.push(manifest.version);
        Ok(())
    }

    fn record_failure(
        &self,
        code: &'static str,
        _: DateTime<Utc>,
        _: Option<DateTime<Utc>>,
    ) -> Result<(), LedgerError> {
        self.state().failures.push(code);
        Ok(())
    }
}
