//! `serve`: listens until it is told to stop.

use std::{net::SocketAddr, path::PathBuf, process::ExitCode};

use clap::Args;
use tokio::signal::{
    ctrl_c,
    unix::{SignalKind, signal},
};
use yichuang_platform::{Clock, Config, Platform, PlatformError};

use super::print;

#[derive(Args)]
pub(crate) struct Serve {
    /// The data directory, made when missing.
    #[arg(long)]
    data: PathBuf,
    /// Where to listen; port 0 lets the system choose.
    #[arg(long, default_value = "127.0.0.1:7420")]
    listen: SocketAddr,
    /// The demo platform with its committed, publicly known key. Never for real cases.
    #[arg(long)]
    demo: bool,
    /// The data directory was just restored from a backup: a new platform epoch begins, and
    /// terminals offer again what it lacks. Give it once, not at every start.
    #[arg(long)]
    restored: bool,
    /// TLS ends in a proxy in front of this process; allows an address other machines can reach.
    #[arg(long)]
    behind_tls_proxy: bool,
}

impl Serve {
    pub(super) async fn run(self) -> Result<ExitCode, PlatformError> {
        let running = Platform::start(Config {
            data: self.data,
            listen: self.listen,
            demo: self.demo,
            restored: self.restored,
            behind_tls_proxy: self.behind_tls_proxy,
            clock: Clock::system(),
        })
        .await?;
        print(&format!("listening {}", running.url()))?;
        told_to_stop().await?;
        running.stop().await;
        Ok(ExitCode::SUCCESS)
    }
}

async fn told_to_stop() -> Result<(), PlatformError> {
    let failed = |source| PlatformError::Io {
        path: "signals".into(),
        source,
    };
    let mut terminate = signal(SignalKind::terminate()).map_err(failed)?;
    tokio::select! {
        _ = terminate.recv() => Ok(()),
        interrupted = ctrl_c() => interrupted.map_err(failed),
    }
}
