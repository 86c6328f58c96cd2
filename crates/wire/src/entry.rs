//! One journal entry: a header without personal data, and a payload that can be shredded.

use std::{fmt, str::FromStr};

use chrono::{DateTime, TimeZone as _, Utc};
use minicbor::{Decode, Encode};
use uuid::Uuid;
use yichuang_domain::{CaseId, OperatorId, TerminalCode};

use crate::{Hash, SUITE, WireError, cbor, cbor::Fixed, sm3};

/// An entry is never larger than this when written, in bytes.
pub const MAX_ENTRY_BYTES: usize = 256 * 1024;
/// Every platform takes entries up to this size, for ever.
pub const MAX_ENTRY_BYTES_PLATFORM: usize = 1024 * 1024;
const FORMAT: u8 = 1;
const MAX_KIND: usize = 64;

/// 32 random bytes that live and die with a payload.
pub type Salt = [u8; 32];

/// Whose journal: `t:LY03` is written by terminal LY03, `p:LY03` by the platform for LY03.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum JournalName {
    /// A terminal's own journal.
    Terminal(TerminalCode),
    /// The platform's journal for one terminal: its feed.
    Feed(TerminalCode),
}

impl JournalName {
    /// The terminal it is by or for.
    #[must_use]
    pub fn terminal(&self) -> &TerminalCode {
        match self {
            Self::Terminal(code) | Self::Feed(code) => code,
        }
    }
}

impl fmt::Display for JournalName {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Terminal(code) => write!(f, "t:{code}"),
            Self::Feed(code) => write!(f, "p:{code}"),
        }
    }
}

impl FromStr for JournalName {
    type Err = WireError;

    fn from_str(text: &str) -> Result<Self, WireError> {
        let wrong = || WireError::malformed("journal name", "expected t:CODE or p:CODE");
        let (author, code) = text.split_once(':').ok_or_else(wrong)?;
        let code: TerminalCode = code.parse().map_err(|_| wrong())?;
        match author {
            "t" => Ok(Self::Terminal(code)),
            "p" => Ok(Self::Feed(code)),
            _ => Err(wrong()),
        }
    }
}

impl serde::Serialize for JournalName {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> serde::Deserialize<'de> for JournalName {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        String::deserialize(deserializer)?
            .parse()
            .map_err(serde::de::Error::custom)
    }
}

/// How far the author's clock could be trusted when the entry was written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ClockState {
    /// Not earlier than the last entry and within five minutes of the platform's last word.
    Trusted,
    /// Confirmed by the operator only; a later `clock_corrected` may recompute deadlines.
    Suspect,
}

/// A place in a feed: the platform's epoch and the sequence number in it.
#[derive(
    Debug,
    Clone,
    Copy,
    PartialEq,
    Eq,
    PartialOrd,
    Ord,
    Default,
    serde::Serialize,
    serde::Deserialize,
)]
pub struct FeedPosition {
    /// The platform's epoch, from 1; 0 with `seq` 0 means nothing has been seen.
    pub epoch: u32,
    /// Entries of that epoch already applied.
    pub seq: u64,
}

/// What the hash chain runs over. Holds no personal data.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Header {
    /// The journal the entry belongs to.
    pub journal: JournalName,
    /// The journal's epoch, from 1.
    pub epoch: u32,
    /// Gapless within the epoch, from 1.
    pub seq: u64,
    /// Hash of the previous header; of the parent's for the first entry of a later epoch.
    pub previous: Hash,
    /// What the payload is, in lower snake case; readers keep kinds they do not know.
    pub kind: String,
    /// The case it is about, when it is about one.
    pub case: Option<CaseId>,
    /// The newest entry of that case its author had seen, in any journal.
    pub base: Option<Hash>,
    /// How far the author had read its feed.
    pub seen: FeedPosition,
    /// When, to the millisecond, by the author's clock.
    pub at: DateTime<Utc>,
    /// How far that clock could be trusted.
    pub clock: ClockState,
    /// Who acted; none is the system itself.
    pub actor: Option<OperatorId>,
    /// SM3 of salt ‖ payload.
    pub payload_hash: Hash,
    /// The payload's length in bytes.
    pub payload_len: u32,
}

#[derive(Encode, Decode)]
#[cbor(map)]
struct HeaderCbor {
    #[n(0)]
    format: u8,
    #[n(1)]
    suite: u8,
    #[n(2)]
    journal: String,
    #[n(3)]
    epoch: u32,
    #[n(4)]
    seq: u64,
    #[n(5)]
    previous: Fixed<32>,
    #[n(6)]
    kind: String,
    #[n(7)]
    case: Option<Fixed<16>>,
    #[n(8)]
    base: Option<Fixed<32>>,
    #[n(9)]
    seen_epoch: u32,
    #[n(10)]
    seen_seq: u64,
    #[n(11)]
    at_ms: i64,
    #[n(12)]
    clock_suspect: bool,
    #[n(13)]
    actor: Option<Fixed<16>>,
    #[n(14)]
    payload_hash: Fixed<32>,
    #[n(15)]
    payload_len: u32,
}

impl Header {
    fn to_bytes(&self) -> Vec<u8> {
        cbor::write(&HeaderCbor {
            format: FORMAT,
            suite: SUITE,
            journal: self.journal.to_string(),
            epoch: self.epoch,
            seq: self.seq,
            previous: Fixed(self.previous.0),
            kind: self.kind.clone(),
            case: self.case.map(|id| Fixed(id.0.into_bytes())),
            base: self.base.map(|hash| Fixed(hash.0)),
            seen_epoch: self.seen.epoch,
            seen_seq: self.seen.seq,
            at_ms: self.at.timestamp_millis(),
            clock_suspect: self.clock == ClockState::Suspect,
            actor: self.actor.map(|id| Fixed(id.0.into_bytes())),
            payload_hash: Fixed(self.payload_hash.0),
            payload_len: self.payload_len,
        })
    }

    /// Reads a header's bytes, keeping nothing it does not know (the bytes themselves are kept by
    /// whoever stores the entry).
    ///
    /// # Errors
    /// [`WireError::Malformed`], [`WireError::TooLarge`] or [`WireError::Version`].
    pub fn parse(bytes: &[u8]) -> Result<Self, WireError> {
        let raw: HeaderCbor = cbor::read("header", bytes, 4096)?;
        if raw.format != FORMAT || raw.suite != SUITE {
            return Err(WireError::Version {
                what: "header",
                version: u32::from(raw.format),
            });
        }
        if raw.kind.len() > MAX_KIND || raw.epoch == 0 || raw.seq == 0 {
            return Err(WireError::malformed(
                "header",
                "kind, epoch or seq out of range",
            ));
        }
        let at = Utc
            .timestamp_millis_opt(raw.at_ms)
            .single()
            .ok_or_else(|| WireError::malformed("header", "time out of range"))?;
        Ok(Self {
            journal: raw.journal.parse()?,
            epoch: raw.epoch,
            seq: raw.seq,
            previous: Hash(raw.previous.0),
            kind: raw.kind,
            case: raw.case.map(|id| CaseId(Uuid::from_bytes(id.0))),
            base: raw.base.map(|hash| Hash(hash.0)),
            seen: FeedPosition {
                epoch: raw.seen_epoch,
                seq: raw.seen_seq,
            },
            at,
            clock: if raw.clock_suspect {
                ClockState::Suspect
            } else {
                ClockState::Trusted
            },
            actor: raw.actor.map(|id| OperatorId(Uuid::from_bytes(id.0))),
            payload_hash: Hash(raw.payload_hash.0),
            payload_len: raw.payload_len,
        })
    }
}

/// Everything an author decides about an entry; the chain's place is given when it is sealed.
#[derive(Debug, Clone)]
pub struct EntryDraft {
    /// What the payload is.
    pub kind: String,
    /// The case it is about.
    pub case: Option<CaseId>,
    /// The newest entry of the case the author had seen.
    pub base: Option<Hash>,
    /// How far the author had read its feed.
    pub seen: FeedPosition,
    /// When.
    pub at: DateTime<Utc>,
    /// How far the clock could be trusted.
    pub clock: ClockState,
    /// Who acted.
    pub actor: Option<OperatorId>,
    /// The payload's exact bytes, JSON.
    pub payload: Vec<u8>,
}

/// An entry as stored and sent: the exact bytes that were hashed, never re-serialised.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    header: Vec<u8>,
    payload: Option<(Salt, Vec<u8>)>,
}

#[derive(Encode, Decode)]
#[cbor(map)]
struct EntryCbor {
    #[cbor(n(0), with = "minicbor::bytes")]
    header: Vec<u8>,
    #[n(1)]
    salt: Option<Fixed<32>>,
    #[cbor(n(2), with = "minicbor::bytes")]
    payload: Option<Vec<u8>>,
}

impl Entry {
    /// Seals a draft behind `head` of its journal.
    ///
    /// # Errors
    /// [`WireError::TooLarge`] when header and payload exceed [`MAX_ENTRY_BYTES`].
    pub fn seal(head: &crate::ChainHead, draft: EntryDraft, salt: Salt) -> Result<Self, WireError> {
        let payload_len = u32::try_from(draft.payload.len())
            .ok()
            .filter(|len| *len as usize <= MAX_ENTRY_BYTES - 4096)
            .ok_or(WireError::TooLarge {
                what: "entry",
                size: draft.payload.len(),
                limit: MAX_ENTRY_BYTES,
            })?;
        let header = Header {
            journal: head.journal.clone(),
            epoch: head.epoch,
            seq: head.seq + 1,
            previous: head.hash,
            kind: draft.kind,
            case: draft.case,
            base: draft.base,
            seen: draft.seen,
            at: draft.at,
            clock: draft.clock,
            actor: draft.actor,
            payload_hash: sm3(&[&salt, &draft.payload]),
            payload_len,
        };
        Ok(Self {
            header: header.to_bytes(),
            payload: Some((salt, draft.payload)),
        })
    }

    /// An entry from stored parts; checks nothing, see [`Entry::check`].
    #[must_use]
    pub fn from_parts(header: Vec<u8>, payload: Option<(Salt, Vec<u8>)>) -> Self {
        Self { header, payload }
    }

    /// Parses the header and checks that the payload, when present, is the one it names.
    ///
    /// # Errors
    /// Those of [`Header::parse`], and [`WireError::PayloadHash`].
    pub fn check(&self) -> Result<Header, WireError> {
        let header = Header::parse(&self.header)?;
        if let Some((salt, payload)) = &self.payload
            && (payload.len() != header.payload_len as usize
                || sm3(&[salt, payload]) != header.payload_hash)
        {
            return Err(WireError::PayloadHash);
        }
        Ok(header)
    }

    /// The header's exact bytes.
    #[must_use]
    pub fn header_bytes(&self) -> &[u8] {
        &self.header
    }

    /// The hash the chain and every reference use: SM3 of the header's bytes.
    #[must_use]
    pub fn hash(&self) -> Hash {
        sm3(&[&self.header])
    }

    /// The payload's bytes; none after the case was cleared.
    #[must_use]
    pub fn payload(&self) -> Option<&[u8]> {
        self.payload.as_ref().map(|(_, payload)| payload.as_slice())
    }

    /// The payload's salt; none after the case was cleared.
    #[must_use]
    pub fn salt(&self) -> Option<&Salt> {
        self.payload.as_ref().map(|(salt, _)| salt)
    }

    /// The entry as CBOR for a batch, a backup or a file.
    #[must_use]
    pub fn to_bytes(&self) -> Vec<u8> {
        let (salt, payload) = match &self.payload {
            Some((salt, payload)) => (Some(Fixed(*salt)), Some(payload.clone())),
            None => (None, None),
        };
        cbor::write(&EntryCbor {
            header: self.header.clone(),
            salt,
            payload,
        })
    }

    /// Reads what [`Entry::to_bytes`] wrote, up to [`MAX_ENTRY_BYTES_PLATFORM`].
    ///
    /// # Errors
    /// [`WireError::Malformed`] or [`WireError::TooLarge`].
    pub fn from_bytes(bytes: &[u8]) -> Result<Self, WireError> {
        let raw: EntryCbor = cbor::read("entry", bytes, MAX_ENTRY_BYTES_PLATFORM)?;
        let payload = match (raw.salt, raw.payload) {
            (Some(salt), Some(payload)) => Some((salt.0, payload)),
            (None, None) => None,
            _ => {
                return Err(WireError::malformed(
                    "entry",
                    "salt and payload come together",
                ));
            }
        };
        Ok(Self {
            header: raw.header,
            payload,
        })
    }
}
