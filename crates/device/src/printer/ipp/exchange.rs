//! One IPP question and its answer over HTTP.

use std::time::Duration;

use ureq::http::Uri;
use ureq::{Agent, Error, Timeout};

use super::message::Message;

/// The largest answer read, in bytes; what is asked for takes a few thousand.
const MAX_ANSWER: u64 = 1024 * 1024;
/// The largest HTTP head read, in bytes.
const MAX_HEAD: usize = 16 * 1024;
const IPP_PORT: u16 = 631;

/// Why a question got no answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Fault {
    /// Nobody listens there: nothing was sent.
    NotConnected,
    /// The connection broke after something was sent.
    Broken,
    /// The time was up after something was sent.
    TimedOut,
    /// The answer is no IPP answer to this question.
    Garbled,
    /// HTTP itself said no, before any of the message counted.
    Forbidden,
}

/// Sends messages to one address, each over a connection of its own: one kept open may have
/// died unseen, and a job must not be sent twice to find out.
pub(super) struct Exchange {
    agent: Agent,
    url: Option<Uri>,
}

impl Exchange {
    /// For `ipp://host[:port]/path`.
    pub(super) fn new(uri: &str, connect: Duration) -> Self {
        let agent = Agent::config_builder()
            // A proxy is for the outer network; a document of the hall does not go there.
            .proxy(None)
            .max_redirects(0)
            .max_redirects_will_error(false)
            .http_status_as_error(false)
            .max_idle_connections(0)
            .max_response_header_size(MAX_HEAD)
            .timeout_resolve(Some(connect))
            .timeout_connect(Some(connect))
            .build()
            .new_agent();
        Self {
            agent,
            url: http_url(uri),
        }
    }

    /// Asks `message` with a document behind it and reads the answer, in `patience` altogether.
    pub(super) fn ask(
        &self,
        message: &Message,
        document: &[u8],
        patience: Duration,
    ) -> Result<Message, Fault> {
        let url = self.url.clone().ok_or(Fault::NotConnected)?;
        let body = [&message.encode(), document].concat();
        let mut answer = self
            .agent
            .post(url)
            .config()
            .timeout_global(Some(patience))
            .build()
            .header("Content-Type", "application/ipp")
            .header("Connection", "close")
            .send(&body[..])
            .map_err(|error| fault(&error))?;
        match answer.status().as_u16() {
            200 => {}
            401 | 403 | 404 | 405 | 426 => return Err(Fault::Forbidden),
            _ => return Err(Fault::Garbled),
        }
        let read = answer.body_mut().with_config().limit(MAX_ANSWER);
        let bytes = read.read_to_vec().map_err(|error| fault(&error))?;
        let (read, _) = Message::decode(&bytes).map_err(|_| Fault::Garbled)?;
        if read.request == message.request {
            Ok(read)
        } else {
            Err(Fault::Garbled)
        }
    }
}

/// Where an IPP address is in HTTP.
fn http_url(uri: &str) -> Option<Uri> {
    let rest = uri.strip_prefix("ipp://")?;
    let parsed: Uri = format!("http://{rest}").parse().ok()?;
    if parsed.port().is_some() {
        return Some(parsed);
    }
    let (host, path) = (parsed.host()?, parsed.path());
    format!("http://{host}:{IPP_PORT}{path}").parse().ok()
}

fn fault(error: &Error) -> Fault {
    use std::io::ErrorKind;
    match error {
        Error::HostNotFound
        | Error::ConnectionFailed
        | Error::BadUri(_)
        | Error::Timeout(Timeout::Resolve | Timeout::Connect) => Fault::NotConnected,
        Error::Io(error) => match error.kind() {
            ErrorKind::ConnectionRefused
            | ErrorKind::HostUnreachable
            | ErrorKind::NetworkUnreachable
            | ErrorKind::NetworkDown
            | ErrorKind::AddrNotAvailable => Fault::NotConnected,
            ErrorKind::TimedOut | ErrorKind::WouldBlock => Fault::TimedOut,
            _ => Fault::Broken,
        },
        Error::Timeout(_) => Fault::TimedOut,
        Error::Protocol(_)
        | Error::Http(_)
        | Error::LargeResponseHeader(..)
        | Error::BodyExceedsLimit(_) => Fault::Garbled,
        _ => Fault::Broken,
    }
}

#[cfg(test)]
mod tests {
    use super::http_url;

    #[test]
    fn an_address_without_a_port_is_at_631() {
        for (ipp, http) in [
            ("ipp://host/ipp/print", "http://host:631/ipp/print"),
            ("ipp://host:8631/", "http://host:8631/"),
            ("ipp://[::1]/a", "http://[::1]:631/a"),
        ] {
            assert_eq!(http_url(ipp).unwrap().to_string(), http);
        }
        assert_eq!(http_url("http://host/"), None);
    }
}
