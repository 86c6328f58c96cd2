//! The HTTP carrier: the table of `yichuang_wire::protocol`, over TLS, HTTP/1.1, kept alive.
//!
//! Owns: addresses, requests and their signatures, timeouts, sizes, and the class of every
//! failure. Must not know: the store, the engine. Redirects are not followed, proxies of the
//! environment are used for TLS only, and an answer of the wrong type is nobody's answer.

mod address;
mod call;
mod classify;

use std::sync::Arc;

use data_encoding::BASE64;
use futures::FutureExt as _;
use reqwest::{Method, StatusCode};
use yichuang_domain::TerminalCode;
use yichuang_wire::{
    Batch, FeedPosition, Hash, JournalName, MAX_BATCH_BYTES, ProbeAnswer, PublicKey, Purpose,
    Signed, Signer,
    protocol::{BATCH_TYPE, EnrolRequest, FileOffer, FileState, Heads},
};

use crate::{Edge, LinkError, LinkFuture, PlatformLink, SyncError};
use address::Address;
use call::{Answer, Call, Caller};

/// A document is never larger than this, in bytes.
const MAX_DOCUMENT_BYTES: usize = 1024 * 1024;
/// A manifest names every matter of a province and is never larger than this, in bytes.
const MAX_MANIFEST_BYTES: usize = 16 * 1024 * 1024;
const MAX_LOCATION: usize = 200;
const OFFSET: &str = "upload-offset";

/// Whether a terminal may talk to an address, before anything is set up for it.
///
/// # Errors
/// [`SyncError::Address`], and [`SyncError::Plaintext`] for http beyond this machine.
pub fn check_address(address: &str) -> Result<(), SyncError> {
    Address::parse(address).map(drop)
}

/// A [`PlatformLink`] over HTTP.
pub struct HttpLink {
    caller: Caller,
    root: PublicKey,
}

impl HttpLink {
    /// A link to the platform at `address`. Nothing is sent yet.
    ///
    /// # Errors
    /// [`SyncError::Address`], [`SyncError::Plaintext`] for http beyond this machine,
    /// [`SyncError::Tls`] when TLS cannot be set up.
    pub fn new(
        address: &str,
        terminal: TerminalCode,
        root: PublicKey,
        signer: Arc<dyn Signer>,
        edge: Arc<dyn Edge>,
    ) -> Result<Self, SyncError> {
        let address = Address::parse(address)?;
        let caller = Caller::new(address, terminal, signer, edge)?;
        Ok(Self { caller, root })
    }

    async fn document<T: serde::de::DeserializeOwned>(&self, call: Call) -> Result<T, LinkError> {
        self.caller.send(call).await?.json()
    }

    /// Asks, and sets the clock requests are signed with when the answer is the platform's.
    async fn ask_probe(&self, nonce: &str) -> Result<Signed, LinkError> {
        if !nonce.bytes().all(|byte| byte.is_ascii_alphanumeric()) {
            return Err(LinkError::CaptiveOrForeign);
        }
        let call = Call::new(
            Method::GET,
            format!("/v1/probe?nonce={nonce}"),
            MAX_DOCUMENT_BYTES,
        )
        .unsigned();
        let signed: Signed = self.document(call).await?;
        match signed.open::<ProbeAnswer>(&self.root, "probe", Purpose::Probe) {
            Ok(answer) if answer.nonce == nonce => {
                self.caller.set_clock(answer.at);
                Ok(signed)
            }
            _ => Err(LinkError::CaptiveOrForeign),
        }
    }

    async fn post_json<T: serde::Serialize>(
        &self,
        path: &str,
        value: &T,
    ) -> Result<Signed, LinkError> {
        let body = serde_json::to_vec(value).map_err(|_| LinkError::NoRoute)?;
        self.document(
            Call::new(Method::POST, path, MAX_DOCUMENT_BYTES)
                .body("application/json", body)
                .unsigned(),
        )
        .await
    }

    async fn create_upload(&self, offer: &FileOffer, size: u64) -> Result<FileState, LinkError> {
        let metadata = format!(
            "case {},sha256 {},type {}",
            BASE64.encode(offer.case.to_string().as_bytes()),
            BASE64.encode(offer.sha256.to_string().as_bytes()),
            BASE64.encode(offer.media_type.as_bytes()),
        );
        let call = Call::new(Method::POST, "/v1/files", MAX_DOCUMENT_BYTES)
            .tus()
            .header("upload-length", size)
            .header("upload-metadata", metadata);
        let answer = self.caller.send(call).await?;
        if answer.status == StatusCode::CREATED {
            let given = answer
                .header("location")
                .ok_or(LinkError::CaptiveOrForeign)?;
            return Ok(FileState {
                location: location(given)?,
                offset: 0,
                complete: false,
            });
        }
        let state: FileState = answer.json()?;
        Ok(FileState {
            location: location(&state.location)?,
            ..state
        })
    }

    async fn tus(&self, call: Call) -> Result<u64, LinkError> {
        let answer = self.caller.send(call.tus()).await?;
        offset(&answer)
    }

    async fn page(&self, after: FeedPosition) -> Result<Option<Batch>, LinkError> {
        let path = format!("/v1/feed?epoch={}&after={}", after.epoch, after.seq);
        let answer = self
            .caller
            .send(Call::new(Method::GET, path, MAX_BATCH_BYTES))
            .await?;
        if answer.status == StatusCode::NO_CONTENT {
            return Ok(None);
        }
        if !classify::is_type(&answer.headers, BATCH_TYPE) {
            return Err(LinkError::CaptiveOrForeign);
        }
        Batch::from_bytes(&answer.body)
            .map(Some)
            .map_err(|_| LinkError::CaptiveOrForeign)
    }

    async fn item(&self, sha256: Hash, size: u64) -> Result<Vec<u8>, LinkError> {
        let limit = usize::try_from(size)
            .unwrap_or(usize::MAX)
            .min(MAX_BATCH_BYTES);
        let answer = self
            .caller
            .send(Call::new(
                Method::GET,
                format!("/v1/packs/blobs/{sha256}"),
                limit,
            ))
            .await?;
        Ok(answer.body)
    }
}

impl PlatformLink for HttpLink {
    fn probe<'a>(&'a self, nonce: &'a str) -> LinkFuture<'a, Signed> {
        self.ask_probe(nonce).boxed()
    }

    fn enrol<'a>(&'a self, request: &'a EnrolRequest) -> LinkFuture<'a, Signed> {
        self.post_json("/v1/terminals", request).boxed()
    }

    fn heads<'a>(&'a self, journal: &'a JournalName) -> LinkFuture<'a, Heads> {
        let path = format!("/v1/journals/{journal}/heads");
        self.document(Call::new(Method::GET, path, MAX_DOCUMENT_BYTES))
            .boxed()
    }

    fn push<'a>(&'a self, batch: &'a Batch) -> LinkFuture<'a, Signed> {
        async move {
            let body = batch.to_bytes().map_err(|_| LinkError::NoRoute)?;
            let path = format!("/v1/journals/{}/entries", batch.head.journal);
            self.document(Call::new(Method::POST, path, MAX_DOCUMENT_BYTES).body(BATCH_TYPE, body))
                .await
        }
        .boxed()
    }

    fn offer_file<'a>(&'a self, offer: &'a FileOffer, size: u64) -> LinkFuture<'a, FileState> {
        self.create_upload(offer, size).boxed()
    }

    fn file_offset<'a>(&'a self, location: &'a str) -> LinkFuture<'a, u64> {
        self.tus(Call::new(Method::HEAD, location, MAX_DOCUMENT_BYTES))
            .boxed()
    }

    fn send_chunk<'a>(
        &'a self,
        location: &'a str,
        offset: u64,
        bytes: Vec<u8>,
    ) -> LinkFuture<'a, u64> {
        let call = Call::new(Method::PATCH, location, MAX_DOCUMENT_BYTES)
            .header(OFFSET, offset)
            .body("application/offset+octet-stream", bytes);
        self.tus(call).boxed()
    }

    fn file_receipt<'a>(&'a self, location: &'a str) -> LinkFuture<'a, Signed> {
        self.document(Call::new(
            Method::GET,
            format!("{location}/receipt"),
            MAX_DOCUMENT_BYTES,
        ))
        .boxed()
    }

    fn feed_page(&self, after: FeedPosition) -> LinkFuture<'_, Option<Batch>> {
        self.page(after).boxed()
    }

    fn latest_manifest(&self) -> LinkFuture<'_, Signed> {
        self.document(Call::new(
            Method::GET,
            "/v1/packs/latest",
            MAX_MANIFEST_BYTES,
        ))
        .boxed()
    }

    fn blob(&self, sha256: Hash, size: u64) -> LinkFuture<'_, Vec<u8>> {
        self.item(sha256, size).boxed()
    }
}

/// An upload's path; tus allows a whole URL, of which only the path is taken, so that an answer
/// can never send a file to another host.
fn location(given: &str) -> Result<String, LinkError> {
    let foreign = || LinkError::CaptiveOrForeign;
    let start = given.find("/v1/files/").ok_or_else(foreign)?;
    let path = &given[start..];
    let id = &path["/v1/files/".len()..];
    let plain = |byte: u8| byte.is_ascii_alphanumeric() || byte == b'-' || byte == b'_';
    let good = !id.is_empty() && path.len() <= MAX_LOCATION && id.bytes().all(plain);
    good.then(|| path.to_owned()).ok_or_else(foreign)
}

fn offset(answer: &Answer) -> Result<u64, LinkError> {
    answer
        .header(OFFSET)
        .and_then(|text| text.parse().ok())
        .ok_or(LinkError::CaptiveOrForeign)
}
