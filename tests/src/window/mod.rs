//! The real window, driven through WebKitWebDriver: one driver and one window at a time each.
//!
//! Needs a display. WebKitWebDriver drops characters beyond the basic plane when they are typed,
//! so [`RealWindow::fill`] sets values the way an input method does: value first, event after.

use std::{
    error::Error,
    future::Future,
    net::TcpListener,
    os::unix::process::CommandExt as _,
    path::Path,
    process::{Child, Command, Stdio},
    time::{Duration, Instant},
};

use fantoccini::{
    Client, ClientBuilder, Locator,
    actions::{InputSource as _, KeyAction, KeyActions},
    elements::Element,
    key::Key,
};
use hyper_util::client::legacy::connect::HttpConnector;
use serde_json::json;

/// What goes wrong on the way; tests show it and stop.
pub type Trouble = Box<dyn Error + Send + Sync>;
/// How long anything on the screen may take to appear.
const PATIENCE: Duration = Duration::from_secs(30);
const POLL: Duration = Duration::from_millis(50);
/// A session that never answers means the program died at its start.
const START: Duration = Duration::from_secs(60);

/// A window of the program, with the driver that holds it.
pub struct RealWindow {
    client: Client,
    driver: Driver,
}

struct Driver(Child);

impl Drop for Driver {
    fn drop(&mut self) {
        // The window is the driver's child and in its group; a killed driver would leave it behind.
        if let Some(group) =
            rustix::process::Pid::from_raw(i32::try_from(self.0.id()).unwrap_or_default())
        {
            let _ = rustix::process::kill_process_group(group, rustix::process::Signal::KILL);
        }
        let _ = self.0.wait();
    }
}

/// How a window is started.
pub struct Start<'a> {
    /// The program.
    pub program: &'a Path,
    /// The home it opens.
    pub home: &'a Path,
    /// Where its web engine keeps its own data, so that runs do not meet.
    pub scratch: &'a Path,
    /// The serial line of the card reader, when there is one.
    pub card_reader: Option<&'a Path>,
    /// Where papers are saved on a machine without a printer.
    pub print_folder: Option<&'a Path>,
}

impl RealWindow {
    /// Starts the driver and the window and waits until its first screen stands.
    ///
    /// # Errors
    /// When driver or program do not come up.
    pub async fn open(start: &Start<'_>) -> Result<Self, Trouble> {
        let port = free_port()?;
        let driver = Driver(driver(port, start)?);
        wait(PATIENCE, "the driver", || async { Ok(listens(port)) }).await?;
        let browser = json!({ "binary": start.program, "args": ["--home", start.home] });
        let capabilities = [("webkitgtk:browserOptions".to_owned(), browser)]
            .into_iter()
            .collect();
        let address = format!("http://127.0.0.1:{port}");
        let mut builder = ClientBuilder::new(HttpConnector::new());
        let connecting = builder.capabilities(capabilities).connect(&address);
        let client = tokio::time::timeout(START, connecting)
            .await
            .map_err(|_| "the window never answered")??;
        let window = Self { client, driver };
        window.wait_for("#app *").await?;
        Ok(window)
    }

    /// Waits for an element.
    ///
    /// # Errors
    /// When it does not appear.
    pub async fn wait_for(&self, css: &str) -> Result<Element, Trouble> {
        Ok(self
            .client
            .wait()
            .at_most(PATIENCE)
            .for_element(Locator::Css(css))
            .await
            .map_err(|e| format!("{css}: {e}"))?)
    }

    /// Waits until the page's text holds `text`.
    ///
    /// # Errors
    /// When it does not; the text that stood there is told.
    pub async fn wait_for_text(&self, text: &str) -> Result<(), Trouble> {
        let found = wait(PATIENCE, text, || async {
            Ok(self.text().await?.contains(text))
        })
        .await;
        match found {
            Ok(()) => Ok(()),
            Err(error) => Err(format!("{error}; the screen says: {}", self.text().await?).into()),
        }
    }

    /// Everything the page says.
    ///
    /// # Errors
    /// When the window is gone.
    pub async fn text(&self) -> Result<String, Trouble> {
        let text = self
            .client
            .execute("return document.body.innerText", vec![])
            .await?;
        Ok(text.as_str().unwrap_or_default().to_owned())
    }

    /// Presses one key, with the modifiers named before it: `Control+Enter`, `F9`, `Alt+a`.
    ///
    /// # Errors
    /// When the window is gone.
    pub async fn press(&self, chord: &str) -> Result<(), Trouble> {
        let keys: Vec<char> = chord.split('+').map(key).collect::<Result<_, _>>()?;
        let mut actions = KeyActions::new("keyboard".to_owned());
        for &value in &keys {
            actions = actions.then(KeyAction::Down { value });
        }
        for &value in keys.iter().rev() {
            actions = actions.then(KeyAction::Up { value });
        }
        Ok(self.client.perform_actions(actions).await?)
    }

    /// Types into whatever has the focus.
    ///
    /// # Errors
    /// When nothing has it.
    pub async fn type_text(&self, text: &str) -> Result<(), Trouble> {
        Ok(self.client.active_element().await?.send_keys(text).await?)
    }

    /// Puts a value into a field the way an input method does.
    ///
    /// # Errors
    /// When there is no such field.
    pub async fn fill(&self, css: &str, value: &str) -> Result<(), Trouble> {
        let field = self.wait_for(css).await?;
        let script = "const [field, value] = arguments; field.focus();
            const prototype = Object.getPrototypeOf(field);
            Object.getOwnPropertyDescriptor(prototype, 'value').set.call(field, value);
            field.dispatchEvent(new Event('input', { bubbles: true }));
            field.dispatchEvent(new Event('change', { bubbles: true }));";
        self.client
            .execute(script, vec![serde_json::to_value(field)?, json!(value)])
            .await?;
        Ok(())
    }

    /// Clicks an element.
    ///
    /// # Errors
    /// When there is none.
    pub async fn click(&self, css: &str) -> Result<(), Trouble> {
        Ok(self.wait_for(css).await?.click().await?)
    }

    /// Runs a script on the page.
    ///
    /// # Errors
    /// When it throws.
    pub async fn script(&self, script: &str) -> Result<serde_json::Value, Trouble> {
        Ok(self.client.execute(script, vec![]).await?)
    }

    /// Drives another of the program's windows from now on: the one with this title, as soon
    /// as it is there.
    ///
    /// # Errors
    /// When none comes.
    pub async fn turn_to(&self, title: &str) -> Result<(), Trouble> {
        wait(PATIENCE, title, || async {
            for window in self.client.windows().await? {
                self.client.switch_to_window(window).await?;
                if self.client.title().await? == title {
                    return Ok(true);
                }
            }
            Ok(false)
        })
        .await
    }

    /// Calls a command as the page does; what it gives, or what it is refused with as `{"refused": …}`.
    ///
    /// # Errors
    /// When the window is gone.
    pub async fn invoke(
        &self,
        command: &str,
        input: serde_json::Value,
    ) -> Result<serde_json::Value, Trouble> {
        let script = "const [command, input, done] = arguments;
            window.__TAURI_INTERNALS__.invoke(command, { input }).then(done, (refused) => done({ refused }));";
        let arguments = vec![json!(command), input];
        Ok(self.client.execute_async(script, arguments).await?)
    }

    /// Sets the window's size in pixels.
    ///
    /// # Errors
    /// When the window is gone.
    pub async fn size(&self, width: u32, height: u32) -> Result<(), Trouble> {
        Ok(self.client.set_window_size(width, height).await?)
    }

    /// Saves what the window shows, after the frame is drawn.
    ///
    /// # Errors
    /// When the file cannot be written.
    pub async fn shot(&self, file: &Path) -> Result<(), Trouble> {
        let drawn =
            "const done = arguments[0]; requestAnimationFrame(() => requestAnimationFrame(done));";
        self.client.execute_async(drawn, vec![]).await?;
        std::fs::write(file, self.client.screenshot().await?)?;
        Ok(())
    }

    /// Closes the window as a person does.
    ///
    /// # Errors
    /// When it does not go.
    pub async fn close(self) -> Result<(), Trouble> {
        self.client.close().await?;
        drop(self.driver);
        Ok(())
    }
}

fn driver(port: u16, start: &Start<'_>) -> std::io::Result<Child> {
    let mut command = Command::new("WebKitWebDriver");
    command
        .args([format!("--port={port}"), "--host=127.0.0.1".to_owned()])
        .env("TAURI_WEBVIEW_AUTOMATION", "true")
        .env("DBUS_SESSION_BUS_ADDRESS", "disabled:")
        .env("LANG", "zh_CN.UTF-8")
        .env("XDG_DATA_HOME", start.scratch.join("data"))
        .env("XDG_CACHE_HOME", start.scratch.join("cache"))
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .process_group(0);
    let places = [
        ("YICHUANG_CARD_READER", start.card_reader),
        ("YICHUANG_PRINT_FOLDER", start.print_folder),
    ];
    for (name, place) in places {
        if let Some(place) = place {
            command.env(name, place);
        }
    }
    command.spawn()
}

fn key(name: &str) -> Result<char, Trouble> {
    let named = match name {
        "Control" => Key::Control,
        "Alt" => Key::Alt,
        "Shift" => Key::Shift,
        "Enter" => Key::Enter,
        "Escape" => Key::Escape,
        "Tab" => Key::Tab,
        "Down" => Key::Down,
        "Up" => Key::Up,
        "Left" => Key::Left,
        "Right" => Key::Right,
        "Space" => return Ok(' '),
        "F1" => Key::F1,
        "F2" => Key::F2,
        "F3" => Key::F3,
        "F4" => Key::F4,
        "F5" => Key::F5,
        "F6" => Key::F6,
        "F7" => Key::F7,
        "F8" => Key::F8,
        "F9" => Key::F9,
        "F11" => Key::F11,
        "F12" => Key::F12,
        single => return single.chars().next().ok_or_else(|| "an empty key".into()),
    };
    Ok(named.into())
}

fn free_port() -> std::io::Result<u16> {
    Ok(TcpListener::bind(("127.0.0.1", 0))?.local_addr()?.port())
}

fn listens(port: u16) -> bool {
    std::net::TcpStream::connect(("127.0.0.1", port)).is_ok()
}

/// Waits for a condition, looking again and again.
///
/// # Errors
/// When `patience` runs out.
pub async fn wait<F, Fut>(patience: Duration, what: &str, mut holds: F) -> Result<(), Trouble>
where
    F: FnMut() -> Fut,
    Fut: Future<Output = Result<bool, Trouble>>,
{
    let begun = Instant::now();
    while begun.elapsed() < patience {
        if holds().await? {
            return Ok(());
        }
        tokio::time::sleep(POLL).await;
    }
    Err(format!("waited {} s in vain for {what}", patience.as_secs()).into())
}
