//! The line between a counter and its platform, as bad as a test wants it.

use std::{
    io::{Read as _, Write as _},
    net::{Shutdown, SocketAddr, TcpListener, TcpStream},
    sync::{
        Arc, Mutex, PoisonError,
        atomic::{AtomicBool, AtomicUsize, Ordering},
    },
    thread,
};

const PORTAL: &str = "<!doctype html><html><body>欢迎使用无线网络，请先登录</body></html>";

/// What the line does with a call.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Weather {
    /// Nobody answers.
    Down,
    /// Calls reach the platform.
    Fair,
    /// Calls whose request line holds this text reach the platform and are answered, and the answer is cut
    /// off, this many times.
    AnswersLost {
        /// Part of the request line, such as `/entries` or `PATCH`.
        path: String,
        /// How often.
        times: usize,
    },
    /// A captive portal answers everything with its log-in page and 200.
    Portal,
}

#[derive(Debug)]
struct State {
    weather: Mutex<Weather>,
    platform: Mutex<Option<SocketAddr>>,
    lost: AtomicUsize,
    calls: Mutex<Vec<String>>,
    closed: AtomicBool,
}

/// A proxy on a port that stays the same while platforms come and go behind it.
#[derive(Debug)]
pub struct Line {
    address: SocketAddr,
    state: Arc<State>,
}

impl Line {
    /// A line with nobody at its other end.
    ///
    /// # Panics
    /// When the system has no port.
    #[must_use]
    pub fn down() -> Self {
        let listener = TcpListener::bind(("127.0.0.1", 0)).unwrap();
        let address = listener.local_addr().unwrap();
        let state = Arc::new(State {
            weather: Mutex::new(Weather::Down),
            platform: Mutex::new(None),
            lost: AtomicUsize::new(0),
            calls: Mutex::new(Vec::new()),
            closed: AtomicBool::new(false),
        });
        let shared = Arc::clone(&state);
        thread::spawn(move || {
            for client in listener.incoming().map_while(Result::ok) {
                if shared.closed.load(Ordering::Acquire) {
                    return;
                }
                let shared = Arc::clone(&shared);
                thread::spawn(move || serve(&client, &shared));
            }
        });
        Self { address, state }
    }

    /// Where the counter calls.
    #[must_use]
    pub fn url(&self) -> String {
        format!("http://{}", self.address)
    }

    /// Connects it to a platform, in fair weather.
    ///
    /// # Panics
    /// When the address is not one.
    pub fn connect(&self, url: &str) {
        let address = url.strip_prefix("http://").unwrap().parse().unwrap();
        *lock(&self.state.platform) = Some(address);
        self.turn(Weather::Fair);
    }

    /// Changes what it does from the next call on.
    pub fn turn(&self, weather: Weather) {
        self.state.lost.store(0, Ordering::Release);
        *lock(&self.state.weather) = weather;
    }

    /// Answers lost since the weather turned.
    #[must_use]
    pub fn lost(&self) -> usize {
        self.state.lost.load(Ordering::Acquire)
    }

    /// Calls made over it.
    #[must_use]
    pub fn calls(&self) -> usize {
        lock(&self.state.calls).len()
    }

    /// Calls made whose request line holds this text.
    #[must_use]
    pub fn calls_to(&self, path: &str) -> usize {
        let calls = lock(&self.state.calls);
        calls.iter().filter(|call| call.contains(path)).count()
    }
}

impl Drop for Line {
    fn drop(&mut self) {
        self.state.closed.store(true, Ordering::Release);
        // Wakes the accepting thread; when it is gone already there is nothing to wake.
        let _ = TcpStream::connect(self.address);
    }
}

fn lock<T>(mutex: &Mutex<T>) -> std::sync::MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

fn serve(client: &TcpStream, state: &Arc<State>) {
    let weather = lock(&state.weather).clone();
    let platform = *lock(&state.platform);
    match (weather, platform) {
        (Weather::Portal, _) => portal(client, state),
        (Weather::Down, _) | (_, None) => {
            let _ = client.shutdown(Shutdown::Both);
        }
        (_, Some(platform)) => {
            if let Ok(server) = TcpStream::connect(platform) {
                relay(client, &server, state);
            }
        }
    }
}

fn portal(mut client: &TcpStream, state: &State) {
    let mut request = [0; 64 * 1024];
    if matches!(client.read(&mut request), Ok(1..)) {
        lock(&state.calls).push("portal".to_owned());
        let head = format!(
            "HTTP/1.1 200 OK\r\ncontent-type: text/html\r\ncontent-length: {}\r\nconnection: close\r\n\r\n",
            PORTAL.len()
        );
        // The caller may have hung up; that is its own affair.
        let _ = client
            .write_all(head.as_bytes())
            .and_then(|()| client.write_all(PORTAL.as_bytes()));
    }
    let _ = client.shutdown(Shutdown::Both);
}

/// Carries bytes both ways until either side ends or the line's weather cuts it.
fn relay(client: &TcpStream, server: &TcpStream, state: &Arc<State>) {
    let asked = Mutex::new(String::new());
    thread::scope(|scope| {
        scope.spawn(|| {
            carry(client, server, |bytes| {
                if let Some(line) = request_line(bytes) {
                    lock(&state.calls).push(line.clone());
                    *lock(&asked) = line;
                }
                *lock(&state.weather) != Weather::Down
            });
        });
        carry(server, client, |_| !loses(state, &lock(&asked)));
    });
}

fn request_line(bytes: &[u8]) -> Option<String> {
    let methods = [&b"GET "[..], b"POST ", b"HEAD ", b"PATCH ", b"PUT "];
    let begins = methods.iter().any(|method| bytes.starts_with(method));
    let line = bytes.split(|byte| *byte == b'\r').next()?;
    begins.then(|| String::from_utf8_lossy(line).into_owned())
}

fn loses(state: &State, asked: &str) -> bool {
    let weather = lock(&state.weather).clone();
    match weather {
        Weather::Down => true,
        Weather::Fair | Weather::Portal => false,
        Weather::AnswersLost { path, times } => {
            let lose = asked.contains(&path) && state.lost.load(Ordering::Acquire) < times;
            if lose {
                state.lost.fetch_add(1, Ordering::AcqRel);
            }
            lose
        }
    }
}

/// One direction; ends both sockets when it ends.
fn carry(mut from: &TcpStream, mut to: &TcpStream, mut pass: impl FnMut(&[u8]) -> bool) {
    let mut buffer = [0; 64 * 1024];
    while let Ok(count @ 1..) = from.read(&mut buffer) {
        if !pass(&buffer[..count]) || to.write_all(&buffer[..count]).is_err() {
            break;
        }
    }
    let _ = from.shutdown(Shutdown::Both);
    let _ = to.shutdown(Shutdown::Both);
}
