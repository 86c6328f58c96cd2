//! Serves a home over loopback for browser tests: `bridge --home DIR --face DIR [--assets DIR]`.
//! Prints `listening http://127.0.0.1:PORT` when ready and ends when standard input closes.

#![allow(clippy::print_stdout)]

use std::{error::Error, path::PathBuf, sync::Arc};

use tokio::{io::AsyncReadExt as _, net::TcpListener};
use yichuang_app::{Desk, Host};

fn option(name: &str) -> Option<PathBuf> {
    let mut arguments = std::env::args().skip_while(|argument| argument != name);
    arguments.nth(1).map(PathBuf::from)
}

#[tokio::main]
async fn main() -> Result<(), Box<dyn Error>> {
    let home = option("--home").ok_or("--home DIR is missing")?;
    let face = option("--face").ok_or("--face DIR is missing")?;
    let assets = option("--assets").unwrap_or_else(yichuang_app::default_assets);
    let desk = Arc::new(Desk::open(Host::window(home, assets)));
    let listener = TcpListener::bind(("127.0.0.1", 0)).await?;
    println!("listening http://{}", listener.local_addr()?);
    let syncing = Arc::clone(&desk);
    tokio::spawn(async move { syncing.keep_syncing().await });
    let ended = async {
        let mut rest = Vec::new();
        // Closed by the parent, or gone with it: both end the bridge.
        let _ = tokio::io::stdin().read_to_end(&mut rest).await;
    };
    axum::serve(
        listener,
        yichuang_tests::bridge::router(Arc::clone(&desk), &face),
    )
    .with_graceful_shutdown(ended)
    .await?;
    desk.close();
    Ok(())
}
