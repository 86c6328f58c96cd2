//! Listening, the judging worker, and stopping cleanly.

use std::{fs, net::SocketAddr, path::Path, sync::Arc, time::Duration};

use tokio::{
    net::TcpListener,
    sync::watch,
    task::{JoinHandle, spawn_blocking},
};

use crate::{Config, Platform, PlatformError, http};

/// The worker looks by itself this often: another process may have published or reviewed.
const LOOK_AGAIN: Duration = Duration::from_secs(15);
/// Stale uploads are looked for once in so many rounds.
const ROUNDS_BETWEEN_SWEEPS: u32 = 240;
const LOCK_FILE: &str = "serving.lock";

/// A platform that is listening.
pub struct Running {
    address: SocketAddr,
    platform: Arc<Platform>,
    stop: watch::Sender<bool>,
    tasks: Vec<JoinHandle<()>>,
    // Released by the system when the process ends, however it ends.
    _serving: fs::File,
}

impl Running {
    /// Where terminals reach it, such as `http://127.0.0.1:7420`.
    #[must_use]
    pub fn url(&self) -> String {
        format!("http://{}", self.address)
    }

    /// The platform behind it.
    #[must_use]
    pub fn platform(&self) -> &Arc<Platform> {
        &self.platform
    }

    /// Stops listening, lets calls under way finish, and waits for the worker.
    pub async fn stop(self) {
        // Nobody listens any more when the tasks have ended already.
        let _ = self.stop.send(true);
        for task in self.tasks {
            if let Err(e) = task.await {
                tracing::error!("a task of the platform failed: {e}");
            }
        }
    }
}

impl Platform {
    /// Opens the data directory, begins a new epoch when it was restored, and listens.
    ///
    /// # Errors
    /// [`PlatformError`]; nothing listens then.
    pub async fn start(config: Config) -> Result<Running, PlatformError> {
        if !config.listen.ip().is_loopback() && !config.behind_tls_proxy {
            return Err(PlatformError::NotLoopback(config.listen));
        }
        let opened = spawn_blocking({
            let config = config.clone();
            move || open_to_serve(&config)
        });
        let (platform, serving) = opened
            .await
            .map_err(|e| PlatformError::Random(e.to_string()))??;
        let refused = |source| PlatformError::Listen {
            address: config.listen,
            source,
        };
        let listener = TcpListener::bind(config.listen).await.map_err(refused)?;
        let address = listener.local_addr().map_err(refused)?;
        let platform = Arc::new(platform);
        let (stop, stopped) = watch::channel(false);
        let tasks = vec![
            tokio::spawn(serve(listener, platform.clone(), stopped.clone())),
            tokio::spawn(judge(platform.clone(), stopped)),
        ];
        Ok(Running {
            address,
            platform,
            stop,
            tasks,
            _serving: serving,
        })
    }
}

fn open_to_serve(config: &Config) -> Result<(Platform, fs::File), PlatformError> {
    let platform = Platform::open(config)?;
    let serving = lock(platform.data())?;
    if config.restored {
        let epoch = platform.storage.begin_epoch()?;
        let lost = platform.forget_lost_files()?;
        tracing::warn!(
            epoch,
            lost,
            "restored from a backup: a new platform epoch begins"
        );
    }
    platform.reconsider()?;
    Ok((platform, serving))
}

fn lock(data: &Path) -> Result<fs::File, PlatformError> {
    let path = data.join(LOCK_FILE);
    let file = fs::OpenOptions::new()
        .create(true)
        .truncate(false)
        .write(true)
        .open(&path)
        .map_err(PlatformError::io(&path))?;
    match file.try_lock() {
        Ok(()) => Ok(file),
        Err(fs::TryLockError::WouldBlock) => Err(PlatformError::AlreadyServed(data.to_owned())),
        Err(fs::TryLockError::Error(e)) => Err(PlatformError::io(path)(e)),
    }
}

async fn serve(listener: TcpListener, platform: Arc<Platform>, mut stopped: watch::Receiver<bool>) {
    let service = http::router(platform).into_make_service_with_connect_info::<SocketAddr>();
    let stop = async move {
        // A closed channel means the same as a signal.
        let _ = stopped.wait_for(|stop| *stop).await;
    };
    if let Err(e) = axum::serve(listener, service)
        .with_graceful_shutdown(stop)
        .await
    {
        tracing::error!("listening ended: {e}");
    }
}

async fn judge(platform: Arc<Platform>, mut stopped: watch::Receiver<bool>) {
    let mut round = 0_u32;
    loop {
        let sweep = round.is_multiple_of(ROUNDS_BETWEEN_SWEEPS);
        let worker = platform.clone();
        match spawn_blocking(move || work(&worker, sweep)).await {
            Ok(Ok(())) => {}
            Ok(Err(e)) => tracing::error!("judging will be tried again: {e}"),
            Err(e) => tracing::error!("judging stopped short and will be tried again: {e}"),
        }
        round = round.wrapping_add(1);
        tokio::select! {
            () = platform.work.notified() => {}
            () = tokio::time::sleep(LOOK_AGAIN) => {}
            _ = stopped.wait_for(|stop| *stop) => return,
        }
    }
}

fn work(platform: &Platform, sweep: bool) -> Result<(), PlatformError> {
    platform.judge_pending()?;
    if sweep {
        platform.drop_stale_uploads()?;
    }
    Ok(())
}
