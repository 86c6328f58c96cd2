//! A platform of a few lines: it signs receipts and writes the feed.

use yichuang_domain::{CaseId, CaseNumber, CaseState};
use yichuang_store::Store;
use yichuang_wire::{
    Batch, ChainHead, ClockState, Entry, EntryDraft, EpochParent, FeedPosition, FileReceipt, Hash,
    JournalName, Purpose, Receipt, Signed, Verdict,
    payload::{Payload, Progress, VerdictGiven},
    sha256,
};

use super::{day, morning, platform_key, terminal};

/// The platform's journal for the sample terminal.
pub(crate) struct Feed {
    head: ChainHead,
}

impl Feed {
    pub(crate) fn new() -> Self {
        Self {
            head: ChainHead::start(JournalName::Feed(terminal()), 1, None),
        }
    }

    pub(crate) fn write(&mut self, case: Option<CaseId>, payload: impl Into<Payload>) -> Entry {
        let payload = payload.into();
        let draft = EntryDraft {
            kind: payload.kind().to_owned(),
            case,
            base: None,
            seen: FeedPosition::default(),
            at: morning(),
            clock: ClockState::Trusted,
            actor: None,
            payload: payload.to_bytes().unwrap(),
        };
        self.seal(draft)
    }

    /// An entry of a kind no version of this program knows.
    pub(crate) fn write_unknown(&mut self, case: Option<CaseId>) -> Entry {
        self.seal(EntryDraft {
            kind: "from_the_future".to_owned(),
            case,
            base: None,
            seen: FeedPosition::default(),
            at: morning(),
            clock: ClockState::Trusted,
            actor: None,
            payload: b"{\"new\":true}".to_vec(),
        })
    }

    /// Goes on in the next epoch, as after a restore.
    pub(crate) fn next_epoch(&mut self) {
        let parent = EpochParent {
            epoch: self.head.epoch,
            seq: self.head.seq,
            hash: self.head.hash,
        };
        self.head = ChainHead::start(self.head.journal.clone(), self.head.epoch + 1, Some(parent));
    }

    fn seal(&mut self, draft: EntryDraft) -> Entry {
        let salt = sha256(&self.head.seq.to_be_bytes()).0;
        let entry = Entry::seal(&self.head, draft, salt).unwrap();
        self.head.follow(&entry).unwrap();
        entry
    }

    /// The page that ends with the newest entry.
    pub(crate) fn page(&self, entries: Vec<Entry>) -> Batch {
        Batch::sign(&platform_key(), self.head.clone(), entries).unwrap()
    }
}

pub(crate) fn progress(number: CaseNumber, state: CaseState) -> Progress {
    Progress {
        number,
        platform_number: Some("3704810000001".to_owned()),
        state,
        step: "镇民政办审核".to_owned(),
        office: "样例镇民政办".to_owned(),
        note: None,
        on: day("2026-11-24"),
        promised: None,
        statutory: None,
    }
}

pub(crate) fn verdict(seq: u64, entry: Hash, verdict: Verdict) -> VerdictGiven {
    VerdictGiven {
        epoch: 1,
        seq,
        entry,
        verdict,
    }
}

/// The platform's receipt for everything of the newest epoch.
pub(crate) fn receipt(store: &Store, platform_epoch: u32) -> Signed {
    let head = store.read(|r| r.own_epochs()).unwrap().pop().unwrap().head;
    receipt_for(head, platform_epoch)
}

pub(crate) fn receipt_for(head: ChainHead, platform_epoch: u32) -> Signed {
    let receipt = Receipt {
        head,
        platform_epoch,
        at: morning(),
    };
    Signed::seal(&platform_key(), Purpose::Receipt, &receipt).unwrap()
}

pub(crate) fn file_receipt(case: CaseId, bytes: &[u8], platform_epoch: u32) -> Signed {
    let receipt = FileReceipt {
        case,
        sha256: sha256(bytes),
        size: bytes.len() as u64,
        platform_epoch,
        at: morning(),
    };
    Signed::seal(&platform_key(), Purpose::FileReceipt, &receipt).unwrap()
}
