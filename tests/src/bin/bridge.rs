//! Serves a home over loopback for browser tests:
//! `bridge --home DIR --face DIR [--assets DIR] [--clock-ahead MINUTES]`.
//! Prints `listening http://127.0.0.1:PORT` when ready and ends when standard input closes.

#![allow(clippy::print_stdout)]

use std::{error::Error, path::PathBuf, sync::Arc};

use chrono::{DateTime, TimeDelta, Utc};
use tokio::net::TcpListener;
use yichuang_app::{Clock, Desk, Host};

/// A machine whose clock is wrong by a fixed amount.
struct WrongClock(TimeDelta);

impl Clock for WrongClock {
    fn now(&self) -> DateTime<Utc> {
        Utc::now() + self.0
    }
}

fn option(name: &str) -> Option<String> {
    let mut arguments = std::env::args().skip_while(|argument| argument != name);
    arguments.nth(1)
}

/// Standard input is closed by the parent, or gone with it: both end the bridge.
fn parent_gone() {
    let _ = std::io::copy(&mut std::io::stdin().lock(), &mut std::io::sink());
}

fn host(assets: PathBuf) -> Result<Host, Box<dyn Error>> {
    let home = option("--home").ok_or("--home DIR is missing")?;
    let mut host = Host::window(home.into(), assets);
    host.password_cost = yichuang_tests::kit::LIGHT;
    if let Some(minutes) = option("--clock-ahead") {
        host.clock = Arc::new(WrongClock(TimeDelta::minutes(minutes.parse()?)));
    }
    Ok(host)
}

#[tokio::main]
async fn main() -> Result<(), Box<dyn Error>> {
    let face = PathBuf::from(option("--face").ok_or("--face DIR is missing")?);
    let assets = option("--assets").map_or_else(yichuang_app::default_assets, PathBuf::from);
    let desk = Arc::new(Desk::open(host(assets.clone())?));
    let listener = TcpListener::bind(("127.0.0.1", 0)).await?;
    println!("listening http://{}", listener.local_addr()?);
    let checked = Arc::clone(&desk);
    tokio::task::spawn_blocking(move || checked.check_data());
    let printing = Arc::clone(&desk);
    std::thread::spawn(move || printing.keep_printing());
    let syncing = Arc::clone(&desk);
    tokio::spawn(async move { syncing.keep_syncing().await });
    let pages = yichuang_tests::bridge::router(Arc::clone(&desk), &face, &assets);
    let served = axum::serve(listener, pages);
    // An open page holds its event stream for ever, so the end does not wait for connections.
    tokio::select! {
        ended = served => ended?,
        ended = tokio::task::spawn_blocking(parent_gone) => ended?,
    }
    desk.close();
    Ok(())
}
