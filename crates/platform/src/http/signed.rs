//! Who is calling: version, terminal, clock and signature, before anything else is looked at.

use std::sync::Arc;

use axum::{
    body::{self, Bytes},
    extract::{FromRequest, Request},
    http::{HeaderMap, request::Parts},
};
use chrono::{DateTime, TimeDelta, Utc};
use data_encoding::BASE64;
use yichuang_domain::TerminalCode;
use yichuang_wire::{
    Purpose, Signature, Verifier as _,
    protocol::{
        HEADER_SIGNATURE, HEADER_TERMINAL, HEADER_TIME, HEADER_VERSION, MAX_CHUNK_BYTES,
        RefusalCode, VERSION, request_bytes,
    },
    sha256,
};

use super::{Desk, off_loop, refusal::Refused};
use crate::{Platform, storage::EnrolledTerminal};

/// The oldest protocol version still served.
pub(crate) const OLDEST_VERSION: u32 = 1;
/// A signed request is good for this long before and after its time.
const CLOCK_TOLERANCE: TimeDelta = TimeDelta::minutes(10);
/// A compressed batch; a terminal whose batch is larger sends a smaller one.
const BATCH_BODY: usize = 16 * 1024 * 1024;
/// Bodies that are neither batches nor chunks.
pub(crate) const SMALL_BODY: usize = 64 * 1024;

/// A call by an enrolled terminal, with its whole body.
pub(crate) struct SignedCall {
    pub(crate) terminal: EnrolledTerminal,
    pub(crate) headers: HeaderMap,
    pub(crate) body: Bytes,
}

impl FromRequest<Desk> for SignedCall {
    type Rejection = Refused;

    async fn from_request(request: Request, desk: &Desk) -> Result<Self, Refused> {
        let (parts, stream) = request.into_parts();
        check_version(&parts.headers)?;
        let platform = desk.platform.clone();
        let claim = Claimed::read(&parts)?;
        let terminal = find_terminal(platform.clone(), claim.terminal.clone()).await?;
        claim.check_clock(platform.now())?;
        let body = body::to_bytes(stream, body_limit(&parts))
            .await
            .map_err(|_| Refused::new(RefusalCode::TooLarge, "body"))?;
        let key = terminal.signing;
        let body = off_loop(move || claim.check_signature(&key, &body).map(|()| body)).await?;
        Ok(Self {
            terminal,
            headers: parts.headers,
            body,
        })
    }
}

/// Refuses callers of a version that is not served, in words rather than half-way.
pub(crate) fn check_version(headers: &HeaderMap) -> Result<(), Refused> {
    let version = header(headers, HEADER_VERSION).and_then(|text| text.parse::<u32>().ok());
    match version {
        Some(version) if version > VERSION => Err(Refused::malformed(format!(
            "version {version} is newer than {VERSION}, the newest served"
        ))),
        Some(version) if version >= OLDEST_VERSION => Ok(()),
        _ => Err(Refused::new(
            RefusalCode::VersionTooOld,
            format!("version {OLDEST_VERSION} is the oldest served"),
        )),
    }
}

pub(crate) fn header<'a>(headers: &'a HeaderMap, name: &str) -> Option<&'a str> {
    headers.get(name)?.to_str().ok()
}

fn body_limit(parts: &Parts) -> usize {
    let path = parts.uri.path();
    if path.ends_with("/entries") {
        BATCH_BODY
    } else if path.starts_with("/v1/files/") {
        MAX_CHUNK_BYTES
    } else {
        SMALL_BODY
    }
}

async fn find_terminal(
    platform: Arc<Platform>,
    code: TerminalCode,
) -> Result<EnrolledTerminal, Refused> {
    off_loop(move || {
        platform
            .storage
            .terminal(&code)?
            .ok_or_else(|| Refused::new(RefusalCode::TerminalUnknown, "not enrolled here"))
    })
    .await
}

/// What the headers claim.
struct Claimed {
    terminal: TerminalCode,
    time: String,
    signature: Signature,
    method: String,
    path: String,
}

impl Claimed {
    fn read(parts: &Parts) -> Result<Self, Refused> {
        let missing =
            |name: &str| Refused::new(RefusalCode::RequestNotSigned, format!("header {name}"));
        let take = |name: &'static str| header(&parts.headers, name).ok_or_else(|| missing(name));
        let signature = BASE64
            .decode(take(HEADER_SIGNATURE)?.as_bytes())
            .ok()
            .and_then(|bytes| bytes.try_into().ok())
            .ok_or_else(|| missing(HEADER_SIGNATURE))?;
        Ok(Self {
            terminal: take(HEADER_TERMINAL)?
                .parse()
                .map_err(|_| missing(HEADER_TERMINAL))?,
            time: take(HEADER_TIME)?.to_owned(),
            signature: Signature(signature),
            method: parts.method.as_str().to_owned(),
            path: parts
                .uri
                .path_and_query()
                .map_or_else(|| "/".to_owned(), ToString::to_string),
        })
    }

    /// A caller whose clock is off is told the platform's time, and may sign again with it.
    fn check_clock(&self, now: DateTime<Utc>) -> Result<(), Refused> {
        let refused = |why: &str| Refused::new(RefusalCode::RequestNotSigned, why);
        let time = DateTime::parse_from_rfc3339(&self.time)
            .map_err(|_| refused("time is not RFC 3339"))?;
        if (now - time.to_utc()).abs() > CLOCK_TOLERANCE {
            return Err(refused("clock differs too much; see at"));
        }
        Ok(())
    }

    fn check_signature(&self, key: &yichuang_wire::PublicKey, body: &[u8]) -> Result<(), Refused> {
        let signed = request_bytes(&self.method, &self.path, &self.time, &sha256(body));
        Ok(key.verify("request", Purpose::Request, &signed, &self.signature)?)
    }
}
