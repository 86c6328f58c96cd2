//! One HTTP exchange: signed, timed, bounded, classified.

use std::{
    sync::{
        Arc,
        atomic::{AtomicI64, Ordering},
    },
    time::Duration,
};

use chrono::{SecondsFormat, TimeDelta};
use reqwest::{Client, Method, Response, StatusCode, header::HeaderMap, redirect::Policy};
use yichuang_domain::TerminalCode;
use yichuang_wire::{
    Purpose, Signer,
    protocol::{
        HEADER_SIGNATURE, HEADER_TERMINAL, HEADER_TIME, HEADER_VERSION, TUS_VERSION, VERSION,
        request_bytes,
    },
    sha256,
};

use super::{address::Address, classify};
use crate::{Edge, LinkError, SyncError};

const CONNECT_TIMEOUT: Duration = Duration::from_secs(10);
/// Silence that ends a call, however large it is.
const READ_TIMEOUT: Duration = Duration::from_secs(30);
/// Every call gets this, and a second more for each KiB it sends: 16 kbit/s still gets through.
const BASE_TIMEOUT: Duration = Duration::from_secs(30);
const LONGEST_TIMEOUT: Duration = Duration::from_secs(300);
/// A refusal is never larger than this, in bytes.
const MAX_REFUSAL_BYTES: usize = 64 * 1024;

/// A call before it is signed.
pub(super) struct Call {
    pub(super) method: Method,
    pub(super) path: String,
    pub(super) headers: Vec<(&'static str, String)>,
    pub(super) body: Vec<u8>,
    /// Probe and enrolment come before there is anything to sign with.
    pub(super) signed: bool,
    /// A call of the tus protocol, whose statuses have a meaning of their own.
    pub(super) tus: bool,
    /// The longest answer that is read, in bytes.
    pub(super) limit: usize,
}

impl Call {
    pub(super) fn new(method: Method, path: impl Into<String>, limit: usize) -> Self {
        Self {
            method,
            path: path.into(),
            headers: Vec::new(),
            body: Vec::new(),
            signed: true,
            tus: false,
            limit,
        }
    }

    pub(super) fn header(mut self, name: &'static str, value: impl ToString) -> Self {
        self.headers.push((name, value.to_string()));
        self
    }

    pub(super) fn body(self, content_type: &'static str, body: Vec<u8>) -> Self {
        Self { body, ..self }.header("content-type", content_type)
    }

    pub(super) fn unsigned(self) -> Self {
        Self {
            signed: false,
            ..self
        }
    }

    pub(super) fn tus(self) -> Self {
        Self { tus: true, ..self }.header("tus-resumable", TUS_VERSION)
    }

    fn timeout(&self) -> Duration {
        let sending = Duration::from_secs(self.body.len() as u64 / 1024);
        (BASE_TIMEOUT + sending.max(Duration::from_secs(self.limit as u64 / (256 * 1024))))
            .min(LONGEST_TIMEOUT)
    }
}

/// A successful answer, read whole.
pub(super) struct Answer {
    pub(super) status: StatusCode,
    pub(super) headers: HeaderMap,
    pub(super) body: Vec<u8>,
}

impl Answer {
    /// The body as JSON; anything else did not come from the platform (F17).
    pub(super) fn json<T: serde::de::DeserializeOwned>(&self) -> Result<T, LinkError> {
        if !classify::is_type(&self.headers, "application/json") {
            return Err(LinkError::CaptiveOrForeign);
        }
        serde_json::from_slice(&self.body).map_err(|_| LinkError::CaptiveOrForeign)
    }

    pub(super) fn header(&self, name: &str) -> Option<&str> {
        self.headers.get(name).and_then(|value| value.to_str().ok())
    }
}

/// Sends calls to one platform as one terminal.
pub(super) struct Caller {
    client: Client,
    address: Address,
    terminal: TerminalCode,
    signer: Arc<dyn Signer>,
    edge: Arc<dyn Edge>,
    /// Platform's clock minus ours in milliseconds, from the last answer that verified: a wrong
    /// clock here must not make every request a stale one.
    ahead: AtomicI64,
}

impl Caller {
    pub(super) fn new(
        address: Address,
        terminal: TerminalCode,
        signer: Arc<dyn Signer>,
        edge: Arc<dyn Edge>,
    ) -> Result<Self, SyncError> {
        // Already installed by another part of the program is just as good.
        let _ = rustls::crypto::ring::default_provider().install_default();
        let builder = Client::builder()
            .user_agent(concat!("yichuang/", env!("CARGO_PKG_VERSION")))
            .http1_only()
            .redirect(Policy::none())
            .connect_timeout(CONNECT_TIMEOUT)
            .read_timeout(READ_TIMEOUT)
            .pool_idle_timeout(Duration::from_secs(60))
            .tcp_keepalive(Duration::from_secs(30))
            .https_only(address.is_tls());
        // What stays on this machine must not be handed to a proxy named in the environment.
        let builder = if address.is_local() {
            builder.no_proxy()
        } else {
            builder
        };
        let client = builder.build().map_err(|_| SyncError::Tls)?;
        Ok(Self {
            client,
            address,
            terminal,
            signer,
            edge,
            ahead: AtomicI64::new(0),
        })
    }

    /// The platform's clock, as its verified answer said.
    pub(super) fn set_clock(&self, platform: chrono::DateTime<chrono::Utc>) {
        self.ahead.store(
            (platform - self.edge.now()).num_milliseconds(),
            Ordering::Relaxed,
        );
    }

    /// Sends a call and reads its successful answer.
    pub(super) async fn send(&self, call: Call) -> Result<Answer, LinkError> {
        let (limit, tus) = (call.limit, call.tus);
        let response = self
            .request(call)?
            .send()
            .await
            .map_err(|error| classify::broken(&error))?;
        let (status, headers) = (response.status(), response.headers().clone());
        if status.is_success() {
            let body = read(response, limit).await?;
            return Ok(Answer {
                status,
                headers,
                body,
            });
        }
        let body = read(response, MAX_REFUSAL_BYTES).await?;
        Err(classify::unsuccessful(
            status,
            &headers,
            &body,
            tus.then(|| self.edge.now()),
        ))
    }

    fn request(&self, call: Call) -> Result<reqwest::RequestBuilder, LinkError> {
        let timeout = call.timeout();
        let mut request = self
            .client
            .request(call.method.clone(), self.address.call(&call.path))
            .timeout(timeout)
            .header(HEADER_VERSION, VERSION);
        if call.signed {
            let now = self.edge.now() + TimeDelta::milliseconds(self.ahead.load(Ordering::Relaxed));
            let time = now.to_rfc3339_opts(SecondsFormat::Millis, true);
            let bytes = request_bytes(call.method.as_str(), &call.path, &time, &sha256(&call.body));
            let signature = self
                .signer
                .sign(Purpose::Request, &bytes)
                .map_err(|_| LinkError::NoRoute)?;
            request = request
                .header(HEADER_TERMINAL, self.terminal.to_string())
                .header(HEADER_TIME, time)
                .header(HEADER_SIGNATURE, signature.to_string());
        }
        for (name, value) in call.headers {
            request = request.header(name, value);
        }
        Ok(if call.body.is_empty() {
            request
        } else {
            request.body(call.body)
        })
    }
}

/// Reads a body, giving up at `limit`: nothing of ours is larger, so it is not ours.
async fn read(mut response: Response, limit: usize) -> Result<Vec<u8>, LinkError> {
    let mut body = Vec::new();
    while let Some(chunk) = response
        .chunk()
        .await
        .map_err(|error| classify::broken(&error))?
    {
        if body.len() + chunk.len() > limit {
            return Err(LinkError::CaptiveOrForeign);
        }
        body.extend_from_slice(&chunk);
    }
    Ok(body)
}
