//! A counter with a terminal and a platform behind it, for tests: real keys, real bytes, real HTTP.

pub(crate) mod backups;
pub(crate) mod cases;
pub(crate) mod life;
pub(crate) mod packs;
pub(crate) mod papers;
pub(crate) mod uploads;

use std::sync::Once;

use chrono::{DateTime, Utc};
use data_encoding::BASE64;
use reqwest::{Client, Method, RequestBuilder, Response, StatusCode};
use uuid::Uuid;
use yichuang_domain::{CaseId, TerminalCode};
use yichuang_platform::{EnrolmentOrder, Platform, Running};
use yichuang_wire::{
    Batch, Certificate, ChainHead, ClockState, EnrolmentFile, Entry, EntryDraft, EpochParent,
    FeedPosition, Hash, Header, JournalName, KeyPair, PublicKey, Purpose, Receipt, SUITE, Signed,
    Signer as _, TerminalMode, Verdict,
    payload::{EpochOpened, EpochReason, Payload, Progress, VerdictGiven},
    protocol::{
        EnrolRequest, HEADER_SIGNATURE, HEADER_TERMINAL, HEADER_TIME, HEADER_VERSION, Heads,
        Refusal, request_bytes,
    },
    sha256,
};

/// An HTTP client; the provider of TLS is needed even where none is spoken.
pub(crate) fn client() -> Client {
    static PROVIDER: Once = Once::new();
    PROVIDER.call_once(|| {
        rustls::crypto::ring::default_provider()
            .install_default()
            .unwrap();
    });
    Client::builder().no_proxy().build().unwrap()
}

pub(crate) fn key(seed: u8) -> KeyPair {
    KeyPair::from_secret(&[seed; 32]).unwrap()
}

pub(crate) fn case_id(n: u128) -> CaseId {
    CaseId(Uuid::from_u128(n))
}

/// What a terminal read in its feed.
pub(crate) struct FeedEntry {
    pub(crate) header: Header,
    pub(crate) payload: Payload,
}

/// A terminal with its journal in memory.
pub(crate) struct Terminal {
    pub(crate) code: TerminalCode,
    pub(crate) keys: KeyPair,
    pub(crate) root: PublicKey,
    pub(crate) url: String,
    pub(crate) http: Client,
    pub(crate) head: ChainHead,
    pub(crate) entries: Vec<Entry>,
    pub(crate) clock: DateTime<Utc>,
    pub(crate) mark: String,
    /// How far it says it has read its feed.
    pub(crate) seen: FeedPosition,
    /// The time of its calls, where it is not the real one.
    pub(crate) calls_at: Option<DateTime<Utc>>,
}

impl Terminal {
    /// A machine that claims the code of an enrolment file.
    pub(crate) async fn claim(
        url: &str,
        signed: &Signed,
        root: PublicKey,
        keys: KeyPair,
    ) -> Result<Self, Refusal> {
        let file: EnrolmentFile = signed.open(&root, "enrolment", Purpose::Enrolment).unwrap();
        let http = client();
        let request = EnrolRequest {
            terminal: file.terminal.clone(),
            token: file.token,
            signing: keys.public_key(),
            encryption: key(200).public_key(),
        };
        let response = http
            .post(format!("{url}/v1/terminals"))
            .header(HEADER_VERSION, "1")
            .body(serde_json::to_vec(&request).unwrap())
            .send()
            .await
            .unwrap();
        let signed: Signed = read(response).await?;
        let certificate: Certificate = signed
            .open(&root, "certificate", Purpose::Certificate)
            .unwrap();
        assert_eq!(certificate.signing, keys.public_key());
        let receipts = certificate.receipt.expect("a certificate for receipts");
        assert_eq!(receipts.check(&root), Ok(()));
        assert_eq!(*receipts.signing(), keys.public_key());
        assert_eq!(receipts.terminal(), &file.terminal);
        assert_eq!(receipts.point(), file.point.id);
        let journal = JournalName::Terminal(file.terminal.clone());
        let mut terminal = Self {
            code: file.terminal,
            keys,
            root,
            url: url.to_owned(),
            http,
            head: ChainHead::start(journal, 1, None),
            entries: Vec::new(),
            clock: Utc::now(),
            mark: String::new(),
            seen: FeedPosition::default(),
            calls_at: None,
        };
        terminal.open_epoch(None, EpochReason::Enrolment);
        Ok(terminal)
    }

    /// A terminal of a running platform, enrolled under `code`.
    pub(crate) async fn enrol(running: &Running, code: &str, seed: u8) -> Self {
        let platform = running.platform();
        let signed = platform.enrolment(&order(code)).unwrap();
        Self::claim(&running.url(), &signed, platform.public_key(), key(seed))
            .await
            .unwrap()
    }

    fn open_epoch(&mut self, parent: Option<EpochParent>, reason: EpochReason) {
        let mark = (!self.mark.is_empty()).then(|| self.mark.clone());
        let opened = EpochOpened {
            parent,
            suite: SUITE,
            reason,
            mark,
            program: "test".to_owned(),
        };
        self.write(opened, None, None);
    }

    /// Begins a new epoch behind the present head.
    pub(crate) fn restore_as(&mut self, mark: &str) {
        let parent = EpochParent {
            epoch: self.head.epoch,
            seq: self.head.seq,
            hash: self.head.hash,
        };
        self.head = ChainHead::start(self.head.journal.clone(), self.head.epoch + 1, Some(parent));
        self.entries.clear();
        self.mark = mark.to_owned();
        self.open_epoch(Some(parent), EpochReason::Restore);
    }

    /// What numbers of this epoch begin with.
    pub(crate) fn prefix(&self) -> String {
        format!("{}{}", self.code, self.mark)
    }

    pub(crate) fn write(
        &mut self,
        payload: impl Into<Payload>,
        case: Option<CaseId>,
        base: Option<Hash>,
    ) -> Hash {
        let payload = payload.into();
        self.write_raw(payload.kind(), &payload.to_bytes().unwrap(), case, base)
    }

    pub(crate) fn write_raw(
        &mut self,
        kind: &str,
        payload: &[u8],
        case: Option<CaseId>,
        base: Option<Hash>,
    ) -> Hash {
        let draft = EntryDraft {
            kind: kind.to_owned(),
            case,
            base,
            seen: self.seen,
            at: self.clock,
            clock: ClockState::Trusted,
            actor: None,
            payload: payload.to_vec(),
        };
        let salt =
            sha256(&[self.code.as_str().as_bytes(), &self.head.seq.to_be_bytes()].concat()).0;
        let entry = Entry::seal(&self.head, draft, salt).unwrap();
        self.head.follow(&entry).unwrap();
        self.entries.push(entry);
        self.head.hash
    }

    /// Entries `from..=to` of the present epoch, signed.
    pub(crate) fn batch(&self, from: u64, to: u64) -> Batch {
        let entries = self.entries[from as usize - 1..to as usize].to_vec();
        let head = ChainHead {
            seq: to,
            hash: entries.last().unwrap().hash(),
            ..self.head.clone()
        };
        Batch::sign(&self.keys, head, entries).unwrap()
    }

    pub(crate) async fn push(&self, batch: &Batch) -> Result<Receipt, Refusal> {
        let path = format!("/v1/journals/{}/entries", batch.head.journal);
        let response = self
            .call(Method::POST, &path, &[], batch.to_bytes().unwrap())
            .await;
        let signed: Signed = read(response).await?;
        Ok(signed
            .open(&self.root, "receipt", Purpose::Receipt)
            .unwrap())
    }

    /// Sends the whole present epoch in one batch.
    pub(crate) async fn push_all(&self) -> Receipt {
        self.push(&self.batch(1, self.head.seq)).await.unwrap()
    }

    pub(crate) async fn heads(&self) -> Vec<ChainHead> {
        self.heads_of(&self.head.journal).await.unwrap()
    }

    /// What the platform has of a journal.
    pub(crate) async fn heads_of(&self, journal: &JournalName) -> Result<Vec<ChainHead>, Refusal> {
        let path = format!("/v1/journals/{journal}/heads");
        let heads: Heads = read(self.call(Method::GET, &path, &[], Vec::new()).await).await?;
        Ok(heads.heads)
    }

    /// The name of its feed.
    pub(crate) fn feed_name(&self) -> JournalName {
        JournalName::Feed(self.code.clone())
    }

    /// The whole feed after a position, every page verified.
    pub(crate) async fn feed_after(&self, mut at: FeedPosition) -> Vec<FeedEntry> {
        let mut hash = Hash::ZERO;
        let mut all = Vec::new();
        while let Some(batch) = self.feed_page(at).await {
            let first = batch.entries[0].check().unwrap();
            if at.seq > 0 && batch.head.epoch == at.epoch && hash != Hash::ZERO {
                assert_eq!(first.previous, hash, "pages continue one another");
            }
            let from = ChainHead {
                seq: first.seq - 1,
                hash: first.previous,
                ..batch.head.clone()
            };
            for (header, entry) in batch
                .check(&from, &self.root)
                .unwrap()
                .into_iter()
                .zip(&batch.entries)
            {
                let payload = Payload::parse(&header.kind, entry.payload().unwrap()).unwrap();
                all.push(FeedEntry { header, payload });
            }
            at = FeedPosition {
                epoch: batch.head.epoch,
                seq: batch.head.seq,
            };
            hash = batch.head.hash;
        }
        all
    }

    pub(crate) async fn feed(&self) -> Vec<FeedEntry> {
        self.feed_after(FeedPosition::default()).await
    }

    pub(crate) async fn feed_page(&self, at: FeedPosition) -> Option<Batch> {
        let path = format!("/v1/feed?epoch={}&after={}", at.epoch, at.seq);
        let response = self.call(Method::GET, &path, &[], Vec::new()).await;
        match response.status() {
            StatusCode::NO_CONTENT => None,
            StatusCode::OK => Some(Batch::from_bytes(&response.bytes().await.unwrap()).unwrap()),
            status => panic!("feed: {status}"),
        }
    }

    /// Reads its feed to the end and says so from then on; gives the hash of the newest entry.
    pub(crate) async fn catch_up(&mut self) -> Hash {
        let heads = self.heads_of(&self.feed_name()).await.unwrap();
        let newest = heads.last().unwrap();
        self.seen = FeedPosition {
            epoch: newest.epoch,
            seq: newest.seq,
        };
        newest.hash
    }

    /// Sends what it wrote after `from`.
    pub(crate) async fn push_from(&self, from: u64) {
        self.push(&self.batch(from, self.head.seq)).await.unwrap();
    }

    /// Kinds of what its feed says besides verdicts, in order.
    pub(crate) async fn told(&self) -> Vec<String> {
        let feed = self.feed().await.into_iter();
        let told = feed.filter(|entry| {
            !matches!(entry.header.kind.as_str(), "verdict_given" | "epoch_opened")
        });
        told.map(|entry| entry.header.kind).collect()
    }

    /// Verdicts of the feed in order.
    pub(crate) async fn verdicts(&self) -> Vec<VerdictGiven> {
        let feed = self.feed().await.into_iter();
        feed.filter_map(|e| {
            if let Payload::VerdictGiven(given) = e.payload {
                Some(given)
            } else {
                None
            }
        })
        .collect()
    }

    /// The newest verdict on one entry.
    pub(crate) async fn verdict(&self, entry: Hash) -> Option<Verdict> {
        self.verdicts()
            .await
            .into_iter()
            .rfind(|given| given.entry == entry)
            .map(|given| given.verdict)
    }

    pub(crate) async fn progress(&self) -> Vec<Progress> {
        let feed = self.feed().await.into_iter();
        feed.filter_map(|e| {
            if let Payload::Progress(step) = e.payload {
                Some(step)
            } else {
                None
            }
        })
        .collect()
    }

    /// One signed call.
    pub(crate) async fn call(
        &self,
        method: Method,
        path: &str,
        headers: &[(&str, String)],
        body: Vec<u8>,
    ) -> Response {
        let at = self.calls_at.unwrap_or_else(Utc::now);
        self.call_at(at, method, path, headers, body).await
    }

    pub(crate) async fn call_at(
        &self,
        at: DateTime<Utc>,
        method: Method,
        path: &str,
        headers: &[(&str, String)],
        body: Vec<u8>,
    ) -> Response {
        self.request_at(at, method, path, headers, body)
            .send()
            .await
            .unwrap()
    }

    /// A call that may find nobody.
    pub(crate) async fn try_post(&self, path: &str, body: Vec<u8>) -> Option<Response> {
        self.request_at(Utc::now(), Method::POST, path, &[], body)
            .send()
            .await
            .ok()
    }

    /// The receipt of an answer, when the whole of it came.
    pub(crate) async fn receipt_of(&self, response: Response) -> Option<Receipt> {
        assert!(response.status().is_success());
        let signed: Signed = serde_json::from_slice(&response.bytes().await.ok()?).unwrap();
        Some(
            signed
                .open(&self.root, "receipt", Purpose::Receipt)
                .unwrap(),
        )
    }

    fn request_at(
        &self,
        at: DateTime<Utc>,
        method: Method,
        path: &str,
        headers: &[(&str, String)],
        body: Vec<u8>,
    ) -> RequestBuilder {
        let time = at.to_rfc3339();
        let signed = request_bytes(method.as_str(), path, &time, &sha256(&body));
        let signature = self.keys.sign(Purpose::Request, &signed).unwrap();
        let mut request = self
            .http
            .request(method, format!("{}{path}", self.url))
            .header(HEADER_VERSION, "1")
            .header(HEADER_TERMINAL, self.code.as_str())
            .header(HEADER_TIME, time)
            .header(HEADER_SIGNATURE, BASE64.encode(&signature.0));
        for (name, value) in headers {
            request = request.header(*name, value);
        }
        request.body(body)
    }
}

/// A success's JSON, or the refusal.
pub(crate) async fn read<T: serde::de::DeserializeOwned>(response: Response) -> Result<T, Refusal> {
    let good = response.status().is_success();
    let body = response.bytes().await.unwrap();
    if good {
        Ok(serde_json::from_slice(&body).unwrap())
    } else {
        Err(serde_json::from_slice(&body).unwrap())
    }
}

pub(crate) fn order(code: &str) -> EnrolmentOrder {
    EnrolmentOrder {
        terminal: code.parse().unwrap(),
        mode: TerminalMode::Window,
        window: "3 号综合窗口（样例）".to_owned(),
        point: papers::point(),
        platform_url: None,
        sample: true,
    }
}

/// A platform over a directory that goes with the test.
pub(crate) async fn platform(data: &tempfile::TempDir) -> Running {
    Platform::start(yichuang_platform::Config::loopback(
        data.path().join("platform"),
    ))
    .await
    .unwrap()
}

/// Judges what is in line now; the worker may have been first, which is the same.
pub(crate) fn judge(running: &Running) {
    running.platform().judge_pending().unwrap();
}

impl Terminal {
    /// The same machine's disk in a second machine.
    pub(crate) fn enrol_clone(original: &Self) -> Self {
        Self {
            code: original.code.clone(),
            keys: original.keys.clone(),
            root: original.root,
            url: original.url.clone(),
            http: original.http.clone(),
            head: original.head.clone(),
            entries: original.entries.clone(),
            clock: original.clock,
            mark: original.mark.clone(),
            seen: original.seen,
            calls_at: original.calls_at,
        }
    }
}
