//! What a platform is started with.

use std::{fmt, net::SocketAddr, path::PathBuf, sync::Arc};

use chrono::{DateTime, Utc};

/// Where the platform's time comes from; nothing below the edge asks the system.
#[derive(Clone)]
pub struct Clock(Arc<dyn Fn() -> DateTime<Utc> + Send + Sync>);

impl Clock {
    /// The machine's clock.
    #[must_use]
    pub fn system() -> Self {
        Self(Arc::new(Utc::now))
    }

    /// Any other source, such as a test's.
    #[must_use]
    pub fn from_fn(source: impl Fn() -> DateTime<Utc> + Send + Sync + 'static) -> Self {
        Self(Arc::new(source))
    }

    /// The time now.
    #[must_use]
    pub fn now(&self) -> DateTime<Utc> {
        (self.0)()
    }
}

impl fmt::Debug for Clock {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Clock")
    }
}

/// Everything the platform is told at start.
#[derive(Debug, Clone)]
pub struct Config {
    /// The data directory; made when missing, readable by the owner only.
    pub data: PathBuf,
    /// Where to listen; port 0 lets the system choose.
    pub listen: SocketAddr,
    /// Uses the committed demo key and grants the committed demo terminals. Never for real cases.
    pub demo: bool,
    /// The data directory was restored from a backup: begin a new platform epoch.
    pub restored: bool,
    /// TLS ends in a proxy in front of this process, so a non-loopback address is allowed.
    pub behind_tls_proxy: bool,
    /// The clock.
    pub clock: Clock,
}

impl Config {
    /// A platform over `data` on a loopback port the system chooses.
    #[must_use]
    pub fn loopback(data: impl Into<PathBuf>) -> Self {
        Self {
            data: data.into(),
            listen: SocketAddr::from(([127, 0, 0, 1], 0)),
            demo: false,
            restored: false,
            behind_tls_proxy: false,
            clock: Clock::system(),
        }
    }
}
