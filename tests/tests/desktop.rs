//! The real window under a display: what only the shell and its web engine can break.
//!
//! Run by the test command with a display of its own; ignored elsewhere, because there is none.
#![allow(clippy::unwrap_used, clippy::expect_used)]

use std::{
    fs::File,
    net::TcpListener,
    path::{Path, PathBuf},
    process::{Command, Output},
    time::Duration,
};

use serde_json::json;
use tempfile::TempDir;
use yichuang_app::{
    Desk, Host,
    ipc::{DraftContent, DraftRef, Nothing},
};
use yichuang_tests::{
    kit::eventually,
    tour::Tour,
    window::{RealWindow, Start, wait},
};

const RARE: &str = "样例𠮷䶮𬭎";
const PATIENCE: Duration = Duration::from_secs(30);

fn program(name: &str) -> PathBuf {
    let mut folder = std::env::current_exe().unwrap();
    folder.pop();
    folder.pop();
    folder.join(name)
}

fn control(home: &Path, arguments: &[&str]) -> Output {
    Command::new(program("yichuangctl"))
        .arg("--home")
        .arg(home)
        .args(arguments)
        .output()
        .unwrap()
}

struct Counter {
    folder: TempDir,
    address: String,
}

impl Counter {
    /// A sample home whose platform would listen at a free port.
    fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let address = TcpListener::bind(("127.0.0.1", 0))
            .unwrap()
            .local_addr()
            .unwrap()
            .to_string();
        let counter = Self { folder, address };
        let made = control(
            &counter.home(),
            &[
                "init",
                "--demo",
                "--platform",
                &format!("http://{}", counter.address),
            ],
        );
        assert!(
            made.status.success(),
            "{}",
            String::from_utf8_lossy(&made.stderr)
        );
        counter
    }

    fn home(&self) -> PathBuf {
        self.folder.path().join("home")
    }

    async fn window(&self) -> RealWindow {
        let scratch = self.folder.path().join("web");
        let home = self.home();
        let window = program("yichuang");
        let start = Start {
            program: &window,
            home: &home,
            scratch: &scratch,
            card_reader: None,
            print_folder: Some(&scratch),
        };
        RealWindow::open(&start).await.unwrap()
    }

    async fn signed_in(&self) -> RealWindow {
        let window = self.window().await;
        window
            .fill("#field-password", "sample-clerk")
            .await
            .unwrap();
        window.press("Enter").await.unwrap();
        window.wait_for("#matter-search").await.unwrap();
        window
    }

    /// The newest draft of the clerk, read once the window has let the home go.
    async fn draft(&self) -> DraftContent {
        wait(PATIENCE, "the home to be free", || async {
            Ok(self.desk().is_some())
        })
        .await
        .unwrap();
        let desk = self.desk().expect("nobody else takes it");
        let drafts = desk.list_drafts(Nothing {}).unwrap().drafts;
        let id = drafts.first().expect("a draft was kept").id.clone();
        desk.show_draft(DraftRef { id }).unwrap().content
    }

    /// The name in the newest draft on the disk, while a window has the home.
    fn drafted_name(&self) -> Option<String> {
        let host = Host::command(self.home(), yichuang_app::default_assets());
        let desk = Desk::open_for_reading(host);
        desk.sign_in_demo_operator().ok()?;
        let drafts = desk.list_drafts(Nothing {}).ok()?.drafts;
        drafts.first()?.applicant.clone()
    }

    fn desk(&self) -> Option<Desk> {
        let desk = Desk::open(Host::command(self.home(), yichuang_app::default_assets()));
        desk.sign_in_demo_operator().is_ok().then_some(desk)
    }
}

async fn open_an_intake(window: &RealWindow) {
    window.press("F2").await.unwrap();
    window.wait_for("#matter-search").await.unwrap();
    window.type_text("gljt").await.unwrap();
    window.wait_for_text("高龄津贴申领").await.unwrap();
    window.press("Enter").await.unwrap();
    window.wait_for_text("手工输入").await.unwrap();
}

/// Types the rare name and waits until it is on the disk, seen beside the running window.
async fn type_the_name_by_hand(counter: &Counter, window: &RealWindow) {
    window.press("2").await.unwrap();
    window
        .fill("[id^=field-applicant][id$=name]", RARE)
        .await
        .unwrap();
    wait(PATIENCE, "the draft to be kept", || async {
        Ok(counter.drafted_name().as_deref() == Some(RARE))
    })
    .await
    .unwrap();
}

#[tokio::test(flavor = "multi_thread")]
#[ignore = "needs a display"]
async fn a_visit_goes_from_log_in_to_progress_with_the_platform_down_at_first() {
    let counter = Counter::new();
    let tour = Tour {
        home: counter.home(),
        window: program("yichuang"),
        platform: program("yichuang-platform"),
        platform_data: counter.folder.path().join("platform"),
        listen: counter.address.clone(),
        password: "sample-clerk".to_owned(),
        out: counter.folder.path().join("out"),
    };
    let left = tour.go().await.unwrap();
    let verified = control(&counter.home(), &["journal", "verify"]);
    assert!(String::from_utf8_lossy(&verified.stdout).contains("\"ok\":true"));
    let shown = control(&counter.home(), &["case", "show", &left.number]);
    let case: serde_json::Value = serde_json::from_slice(&shown.stdout).unwrap();
    assert_eq!(
        case["row"]["applicant"], "样例𠮷䶮",
        "the card's name, unchanged"
    );
    assert_eq!(case["row"]["sync"]["mark"], "reported");
    let said = Command::new("pdftotext")
        .arg(&left.receipt)
        .arg("-")
        .output()
        .unwrap();
    let said = String::from_utf8_lossy(&said.stdout).into_owned();
    assert!(
        said.contains(&left.number) && said.contains("样例𠮷䶮"),
        "{said}"
    );
}

#[tokio::test(flavor = "multi_thread")]
#[ignore = "needs a display"]
async fn rare_characters_pass_the_web_engine_unchanged() {
    let counter = Counter::new();
    let window = counter.signed_in().await;
    open_an_intake(&window).await;
    type_the_name_by_hand(&counter, &window).await;
    window.close().await.unwrap();
    assert_eq!(counter.draft().await.applicant.unwrap().name, RARE);
}

/// Waits until a killed window is gone: the system takes its lock away when it has ended it.
fn let_go(home: &Path) {
    eventually("the killed window to be gone", || {
        let lock = File::options().write(true).open(home.join("lock")).ok()?;
        lock.try_lock().ok()?;
        lock.unlock().ok()
    });
}

#[tokio::test(flavor = "multi_thread")]
#[ignore = "needs a display"]
async fn a_window_that_is_killed_gives_the_draft_back() {
    let counter = Counter::new();
    let window = counter.signed_in().await;
    open_an_intake(&window).await;
    type_the_name_by_hand(&counter, &window).await;
    drop(window);
    let_go(&counter.home());
    let again = counter.signed_in().await;
    again.wait_for_text("上次没有正常退出").await.unwrap();
    again.close().await.unwrap();
    assert_eq!(counter.draft().await.applicant.unwrap().name, RARE);
}

#[tokio::test(flavor = "multi_thread")]
#[ignore = "needs a display"]
async fn a_second_writer_is_told_who_has_the_home() {
    let counter = Counter::new();
    let window = counter.signed_in().await;
    let refused = control(
        &counter.home(),
        &["catalogue", "import", "assets/catalogue"],
    );
    assert_eq!(refused.status.code(), Some(1));
    let told: serde_json::Value = serde_json::from_slice(&refused.stderr).unwrap();
    assert_eq!(told["code"], "HOME-BUSY");
    window.close().await.unwrap();
}

#[tokio::test(flavor = "multi_thread")]
#[ignore = "needs a display"]
async fn the_residents_window_opens_on_a_key_and_can_call_nothing_of_the_clerks() {
    let counter = Counter::new();
    let window = counter.signed_in().await;
    window.press("Control+F12").await.unwrap();
    window.turn_to("群众屏").await.unwrap();
    window
        .wait_for_text("请看窗口，听工作人员说")
        .await
        .unwrap();
    let refused = |answer: &serde_json::Value| {
        let said = answer["refused"].as_str().unwrap_or_default().to_owned();
        said.contains("not allowed")
    };
    for command in [
        "accept_case",
        "show_case",
        "search_people",
        "resident_state",
    ] {
        let answer = window.invoke(command, json!({})).await.unwrap();
        assert!(refused(&answer), "{command}: {answer}");
    }
    let screen = window.invoke("resident_screen", json!({})).await.unwrap();
    assert_eq!(screen["shows"], "idle");

    window.turn_to("便民服务窗口终端").await.unwrap();
    let state = window.invoke("resident_state", json!({})).await.unwrap();
    assert_eq!(state["attached"], true);
    let answer = window.invoke("resident_rated", json!({})).await.unwrap();
    assert!(refused(&answer), "{answer}");
    window.press("Control+F12").await.unwrap();
    wait(PATIENCE, "the residents' window to close", || async {
        let state = window.invoke("resident_state", json!({})).await?;
        Ok(state["attached"] == false)
    })
    .await
    .unwrap();
    window.close().await.unwrap();
}
