//! A platform in memory that keeps the promises of `docs/PROTOCOL.md`.

use std::{
    collections::BTreeMap,
    sync::{Arc, Mutex},
};

use chrono::{Days, NaiveDate};
use yichuang_sync::{Edge as _, FileKey, LinkError};
use yichuang_wire::{
    Batch, Certificate, ChainHead, Entry, FeedPosition, FileReceipt, Hash, JournalName, Pack,
    PackKind, ProbeAnswer, Purpose, Receipt, ReceiptCertificate, Signed, Signer as _, Verdict,
    payload::{Payload, VerdictGiven},
    protocol::{EnrolRequest, FileOffer, FileState, Heads, Refusal, RefusalCode, VERSION},
    sha256,
};

use super::{
    ModelEdge, key,
    ledger::{feed, head_of, own, seal},
};

#[derive(Clone, Default)]
pub(crate) struct Upload {
    pub(crate) key: Option<FileKey>,
    pub(crate) size: u64,
    pub(crate) bytes: Vec<u8>,
}

#[derive(Clone)]
pub(crate) struct State {
    pub(crate) epoch: u32,
    pub(crate) oldest_version: u32,
    pub(crate) terminal: Option<EnrolRequest>,
    pub(crate) journal: BTreeMap<u32, Vec<Entry>>,
    pub(crate) uploads: BTreeMap<String, Upload>,
    pub(crate) feed: BTreeMap<u32, Vec<Entry>>,
    pub(crate) pack: Option<Pack>,
    /// The size of every batch seen.
    pub(crate) batches: Vec<usize>,
    pub(crate) probes: u32,
    /// Refuses this file, whatever happens.
    pub(crate) hates: Option<Hash>,
}

pub(crate) struct ModelPlatform {
    state: Mutex<State>,
    edge: Arc<ModelEdge>,
}

type Answer<T> = Result<T, LinkError>;

impl ModelPlatform {
    pub(crate) fn new(edge: Arc<ModelEdge>) -> Self {
        let state = State {
            epoch: 1,
            oldest_version: VERSION,
            terminal: None,
            journal: BTreeMap::new(),
            uploads: BTreeMap::new(),
            feed: BTreeMap::new(),
            pack: None,
            batches: Vec::new(),
            probes: 0,
            hates: None,
        };
        Self {
            state: Mutex::new(state),
            edge,
        }
    }

    pub(crate) fn state(&self) -> std::sync::MutexGuard<'_, State> {
        self.state.lock().unwrap()
    }

    /// Comes back from a backup: everything since is gone, a new epoch begins.
    pub(crate) fn restore(&self, backup: State) {
        let mut state = self.state();
        let epoch = state.epoch + 1;
        *state = State { epoch, ..backup };
    }

    pub(crate) fn publish(&self, version: u64, items: usize) {
        let item = |n: usize| {
            (
                PackKind::Matter,
                format!("{n:031}"),
                format!("{{\"n\":{n}}}").into_bytes(),
            )
        };
        let content = (0..items).map(item).collect();
        let pack = Pack::publish(&key(1), version, self.edge.now(), "样例", true, content).unwrap();
        self.state().pack = Some(pack);
    }

    fn refuse<T>(&self, code: RefusalCode) -> Answer<T> {
        let refusal = Refusal {
            code,
            detail: String::new(),
            head: None,
            at: self.edge.now(),
        };
        Err(LinkError::Refused(refusal))
    }

    pub(crate) fn probe(&self, nonce: &str) -> Answer<Signed> {
        let mut state = self.state();
        state.probes += 1;
        let answer = ProbeAnswer {
            nonce: nonce.to_owned(),
            at: self.edge.now(),
            platform_epoch: state.epoch,
            oldest: state.oldest_version,
            newest: state.oldest_version.max(VERSION),
        };
        Ok(Signed::seal(&key(1), Purpose::Probe, &answer).unwrap())
    }

    pub(crate) fn enrol(&self, request: &EnrolRequest) -> Answer<Signed> {
        let mut state = self.state();
        if state.terminal.get_or_insert_with(|| request.clone()) != request {
            return self.refuse(RefusalCode::TokenSpent);
        }
        let certificate = Certificate {
            terminal: request.terminal.clone(),
            signing: request.signing,
            encryption: request.encryption,
            issued_at: self.edge.now(),
            receipt: Some(receipt_certificate(request, self.edge.now().date_naive())),
        };
        Ok(Signed::seal(&key(1), Purpose::Certificate, &certificate).unwrap())
    }

    fn known(&self) -> Answer<()> {
        if self.state().terminal.is_some() {
            Ok(())
        } else {
            self.refuse(RefusalCode::TerminalUnknown)
        }
    }

    pub(crate) fn heads(&self, journal: &JournalName) -> Answer<Heads> {
        self.known()?;
        let state = self.state();
        let epochs = if *journal == feed() {
            &state.feed
        } else {
            &state.journal
        };
        let head = |(epoch, v): (&u32, &Vec<Entry>)| head_of(journal.clone(), *epoch, v);
        Ok(Heads {
            heads: epochs.iter().map(head).collect(),
        })
    }

    /// Takes back what it wrote and lost: its own signature is all it asks for.
    pub(crate) fn take_back(&self, run: &Batch) -> Answer<Signed> {
        self.known()?;
        let first = run.entries[0].check().unwrap();
        let before = ChainHead {
            seq: first.seq - 1,
            hash: first.previous,
            ..run.head.clone()
        };
        run.check(&before, &key(1).public_key()).unwrap();
        let mut state = self.state();
        let stored = state.feed.entry(run.head.epoch).or_default();
        for entry in &run.entries {
            let seq = entry.check().unwrap().seq as usize;
            match stored.get(seq - 1) {
                Some(there) if there == entry => {}
                Some(_) => return self.refuse(RefusalCode::ChainFork),
                None if seq != stored.len() + 1 => return self.refuse(RefusalCode::ChainGap),
                None => stored.push(entry.clone()),
            }
        }
        let head = head_of(feed(), run.head.epoch, stored);
        self.receipt(&state, head)
    }

    fn receipt(&self, state: &State, head: ChainHead) -> Answer<Signed> {
        let receipt = Receipt {
            head,
            platform_epoch: state.epoch,
            at: self.edge.now(),
        };
        Ok(Signed::seal(&key(1), Purpose::Receipt, &receipt).unwrap())
    }

    /// Stores what is new of a batch; what is already there, byte for byte, is success.
    pub(crate) fn push(&self, batch: &Batch) -> Answer<Signed> {
        self.known()?;
        let mut state = self.state();
        state.batches.push(batch.entries.len());
        let epoch = batch.head.epoch;
        let mut stored = state.journal.get(&epoch).cloned().unwrap_or_default();
        let mut fresh = Vec::new();
        for entry in &batch.entries {
            let header = entry.check().unwrap();
            match stored.get(header.seq as usize - 1) {
                Some(there) if there == entry => {}
                Some(_) => return self.refuse(RefusalCode::ChainFork),
                None if header.seq as usize != stored.len() + 1 => {
                    return self.refuse(RefusalCode::ChainGap);
                }
                None => {
                    let before = stored.last().map_or(header.previous, Entry::hash);
                    assert_eq!(before, header.previous, "the chain fits");
                    stored.push(entry.clone());
                    fresh.push(entry.clone());
                }
            }
        }
        self.judge(&mut state, &fresh);
        let head = head_of(own(), epoch, &stored);
        state.journal.insert(epoch, stored);
        self.receipt(&state, head)
    }

    /// One verdict for each entry that was not told before, in the feed of the platform's epoch.
    fn judge(&self, state: &mut State, fresh: &[Entry]) {
        let epoch = state.epoch;
        for entry in fresh {
            let header = entry.check().unwrap();
            let verdict = VerdictGiven {
                epoch: header.epoch,
                seq: header.seq,
                entry: entry.hash(),
                verdict: Verdict::Ok,
            };
            let payload = Payload::from(verdict).to_bytes().unwrap();
            let mut told = state.feed.values().flatten();
            if told.any(|entry| entry.payload() == Some(&payload[..])) {
                continue;
            }
            let parent = state
                .feed
                .range(..epoch)
                .next_back()
                .and_then(|(_, v)| v.last())
                .map(Entry::hash);
            let page = state.feed.entry(epoch).or_default();
            let mut head = head_of(feed(), epoch, page);
            if let (0, Some(parent)) = (head.seq, parent) {
                head.hash = parent;
            }
            page.push(seal(&head, "verdict_given", None, payload));
        }
    }

    pub(crate) fn feed_page(&self, after: FeedPosition) -> Answer<Option<Batch>> {
        self.known()?;
        let state = self.state();
        let rest = |(epoch, entries): (&u32, &Vec<Entry>)| {
            let from = if *epoch == after.epoch {
                after.seq as usize
            } else {
                0
            };
            (from < entries.len()).then(|| (*epoch, entries.clone(), from))
        };
        let Some((epoch, entries, from)) = state.feed.range(after.epoch..).find_map(rest) else {
            return Ok(None);
        };
        let page: Vec<Entry> = entries.iter().skip(from).take(20).cloned().collect();
        let head = ChainHead {
            journal: feed(),
            epoch,
            seq: (from + page.len()) as u64,
            hash: page.last().unwrap().hash(),
        };
        Ok(Some(Batch::sign(&key(1), head, page).unwrap()))
    }

    pub(crate) fn offer(&self, offer: &FileOffer, size: u64) -> Answer<FileState> {
        self.known()?;
        let mut state = self.state();
        if state.hates == Some(offer.sha256) {
            return self.refuse(RefusalCode::Malformed);
        }
        let wanted = FileKey {
            case: offer.case,
            sha256: offer.sha256,
        };
        let there = state
            .uploads
            .iter()
            .find(|(_, upload)| upload.key == Some(wanted));
        if let Some((location, upload)) = there {
            let offset = upload.bytes.len() as u64;
            return Ok(FileState {
                location: location.clone(),
                offset,
                complete: offset == size,
            });
        }
        let location = format!("/v1/files/{}-{}", state.epoch, state.uploads.len());
        state.uploads.insert(
            location.clone(),
            Upload {
                key: Some(wanted),
                size,
                bytes: Vec::new(),
            },
        );
        Ok(FileState {
            location,
            offset: 0,
            complete: false,
        })
    }

    pub(crate) fn offset(&self, location: &str) -> Answer<u64> {
        match self.state().uploads.get(location) {
            Some(upload) => Ok(upload.bytes.len() as u64),
            None => self.refuse(RefusalCode::NotFound),
        }
    }

    pub(crate) fn chunk(&self, location: &str, offset: u64, bytes: &[u8]) -> Answer<u64> {
        let mut state = self.state();
        let Some(upload) = state.uploads.get_mut(location) else {
            return self.refuse(RefusalCode::NotFound);
        };
        if upload.bytes.len() as u64 != offset {
            return self.refuse(RefusalCode::OffsetMismatch);
        }
        upload.bytes.extend_from_slice(bytes);
        if upload.bytes.len() as u64 == upload.size
            && Some(sha256(&upload.bytes)) != upload.key.map(|k| k.sha256)
        {
            state.uploads.remove(location);
            return self.refuse(RefusalCode::HashMismatch);
        }
        Ok(offset + bytes.len() as u64)
    }

    pub(crate) fn file_receipt(&self, location: &str) -> Answer<Signed> {
        let state = self.state();
        let complete = |upload: &&Upload| upload.bytes.len() as u64 == upload.size;
        let Some(upload) = state.uploads.get(location).filter(complete) else {
            return self.refuse(RefusalCode::NotFound);
        };
        let wanted = upload.key.unwrap();
        let receipt = FileReceipt {
            case: wanted.case,
            sha256: wanted.sha256,
            size: upload.size,
            platform_epoch: state.epoch,
            at: self.edge.now(),
        };
        Ok(Signed::seal(&key(1), Purpose::FileReceipt, &receipt).unwrap())
    }

    pub(crate) fn manifest(&self) -> Answer<Signed> {
        match &self.state().pack {
            Some(pack) => Ok(pack.manifest.clone()),
            None => self.refuse(RefusalCode::NotFound),
        }
    }

    pub(crate) fn blob(&self, hash: Hash) -> Answer<Vec<u8>> {
        let state = self.state();
        match state.pack.as_ref().and_then(|pack| pack.blobs.get(&hash)) {
            Some(bytes) => Ok(bytes.clone()),
            None => self.refuse(RefusalCode::NotFound),
        }
    }
}

fn receipt_certificate(request: &EnrolRequest, today: NaiveDate) -> ReceiptCertificate {
    let until = today + Days::new(ReceiptCertificate::DAYS);
    let (terminal, signing) = (&request.terminal, &request.signing);
    ReceiptCertificate::issue(&key(1), terminal, signing, "SP004", until).unwrap()
}
