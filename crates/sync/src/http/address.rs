//! Which addresses a terminal may talk to: TLS, or this very machine.

use url::{Host, Url};

use crate::SyncError;

/// A checked platform address, and how to get from it to a call.
#[derive(Debug, Clone)]
pub(super) struct Address {
    base: Url,
}

impl Address {
    /// Checks an address before a single byte is sent to it.
    ///
    /// # Errors
    /// [`SyncError::Address`] when it is no http(s) address, carries credentials, a query or a
    /// fragment; [`SyncError::Plaintext`] when it is http and not literally this machine.
    pub(super) fn parse(text: &str) -> Result<Self, SyncError> {
        let mut base = Url::parse(text.trim()).map_err(|_| SyncError::Address("not a URL"))?;
        if !base.username().is_empty() || base.password().is_some() {
            return Err(SyncError::Address("carries a user name"));
        }
        if base.query().is_some() || base.fragment().is_some() {
            return Err(SyncError::Address("carries a query"));
        }
        let host = base.host().ok_or(SyncError::Address("names no host"))?;
        match base.scheme() {
            "https" => {}
            "http" if is_this_machine(&host) => {}
            "http" => return Err(SyncError::Plaintext),
            _ => return Err(SyncError::Address("not http or https")),
        }
        if !base.path().ends_with('/') {
            let path = format!("{}/", base.path());
            base.set_path(&path);
        }
        Ok(Self { base })
    }

    pub(super) fn is_tls(&self) -> bool {
        self.base.scheme() == "https"
    }

    /// The platform runs on this very machine, as in the demo.
    pub(super) fn is_local(&self) -> bool {
        self.base.host().is_some_and(|host| is_this_machine(&host))
    }

    /// The URL of a call; `path_and_query` starts with `/v1/`.
    pub(super) fn call(&self, path_and_query: &str) -> String {
        format!("{}{}", self.base, path_and_query.trim_start_matches('/'))
    }
}

/// `localhost` and the two loopback literals. Not 127.0.0.0/8 and not names that happen to
/// resolve to loopback: what a name resolves to is not ours to trust.
fn is_this_machine(host: &Host<&str>) -> bool {
    match host {
        Host::Domain(name) => *name == "localhost",
        Host::Ipv4(address) => *address == std::net::Ipv4Addr::LOCALHOST,
        Host::Ipv6(address) => *address == std::net::Ipv6Addr::LOCALHOST,
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn plain_http_is_for_this_machine_only() {
        for address in [
            "http://127.0.0.1:8080",
            "http://[::1]:8080/",
            "http://localhost:1",
        ] {
            assert!(Address::parse(address).is_ok(), "{address}");
        }
        for address in [
            "http://10.0.0.1",
            "http://platform.example",
            "http://localhost.example",
            "http://127.0.0.2",
        ] {
            assert_eq!(
                Address::parse(address).unwrap_err(),
                SyncError::Plaintext,
                "{address}"
            );
        }
    }

    #[test]
    fn addresses_with_more_than_a_place_are_refused() {
        for address in [
            "ftp://a.example",
            "https://me:secret@a.example",
            "https://a.example/?x=1",
            "a.example",
            "",
        ] {
            assert_eq!(
                Address::parse(address).unwrap_err().code(),
                "SYNC-001",
                "{address}"
            );
        }
    }

    #[test]
    fn a_platform_may_live_below_a_path() {
        let address = Address::parse("https://a.example/yichuang").unwrap();
        assert_eq!(
            address.call("/v1/probe?nonce=1"),
            "https://a.example/yichuang/v1/probe?nonce=1"
        );
    }
}
