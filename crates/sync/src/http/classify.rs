//! Puts what HTTP, TLS and TCP say into the six classes of [`LinkError`].

use std::error::Error;

use chrono::{DateTime, Utc};
use reqwest::{StatusCode, header::HeaderMap};
use yichuang_wire::protocol::{Refusal, RefusalCode};

use crate::LinkError;

/// The class of a call that got no answer. The error's own text may hold an address, so it is
/// not kept.
pub(super) fn broken(error: &reqwest::Error) -> LinkError {
    if chain_has(error, |cause| cause.is::<rustls::Error>()) {
        return LinkError::CaptiveOrForeign;
    }
    let refused = |cause: &(dyn Error + 'static)| {
        cause
            .downcast_ref::<std::io::Error>()
            .is_some_and(|io| io.kind() == std::io::ErrorKind::ConnectionRefused)
    };
    if chain_has(error, refused) {
        return LinkError::ServerDown(None);
    }
    if error.is_timeout() && !error.is_connect() {
        LinkError::TooSlow
    } else {
        LinkError::NoRoute
    }
}

/// The class of an answer that is not a success. `tus` is the time of a tus call: those answer
/// with bare statuses too (a HEAD has no body), and a wrong guess there costs one more offer.
pub(super) fn unsuccessful(
    status: StatusCode,
    headers: &HeaderMap,
    body: &[u8],
    tus: Option<DateTime<Utc>>,
) -> LinkError {
    if is_type(headers, "application/json")
        && let Ok(refusal) = serde_json::from_slice::<Refusal>(body)
    {
        return match refusal.code {
            RefusalCode::VersionTooOld => LinkError::VersionTooOld,
            _ => LinkError::Refused(refusal),
        };
    }
    if let Some(at) = tus
        && let Some(code) = tus_refusal(status)
    {
        return LinkError::Refused(Refusal {
            code,
            detail: status.to_string(),
            head: None,
            at,
        });
    }
    if status.is_server_error() && status != StatusCode::NETWORK_AUTHENTICATION_REQUIRED {
        return LinkError::ServerDown(Some(status.as_u16()));
    }
    LinkError::CaptiveOrForeign
}

/// What a bare status means in tus 1.0; 460 is its checksum mismatch.
fn tus_refusal(status: StatusCode) -> Option<RefusalCode> {
    match status.as_u16() {
        404 | 410 => Some(RefusalCode::NotFound),
        409 => Some(RefusalCode::OffsetMismatch),
        413 => Some(RefusalCode::TooLarge),
        423 => Some(RefusalCode::Busy),
        460 => Some(RefusalCode::HashMismatch),
        _ => None,
    }
}

/// Whether the answer's content type is `wanted`, parameters aside.
pub(super) fn is_type(headers: &HeaderMap, wanted: &str) -> bool {
    let given = headers
        .get(reqwest::header::CONTENT_TYPE)
        .and_then(|value| value.to_str().ok())
        .unwrap_or_default();
    let essence = given.split(';').next().unwrap_or_default().trim();
    essence.eq_ignore_ascii_case(wanted)
}

fn chain_has(error: &(dyn Error + 'static), is: impl Fn(&(dyn Error + 'static)) -> bool) -> bool {
    let mut next = Some(error);
    while let Some(cause) = next {
        if is(cause) {
            return true;
        }
        // An io::Error hides what it wraps from `source`.
        next = match cause
            .downcast_ref::<std::io::Error>()
            .and_then(std::io::Error::get_ref)
        {
            Some(wrapped) => Some(wrapped),
            None => cause.source(),
        };
    }
    false
}
