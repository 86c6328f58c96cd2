//! The real binary: killed, stopped, and asked from the command line.

use std::{
    path::{Path, PathBuf},
    process::{Command, Output, Stdio},
    sync::Arc,
    time::Duration,
};

use crate::counter::{self, Terminal, case_id, key, packs, papers, read, uploads};
use tokio::{
    io::{AsyncBufReadExt as _, BufReader},
    process::Child,
    sync::watch,
};
use yichuang_domain::CaseState;
use yichuang_platform::{ReviewStep, ReviewedCase};
use yichuang_wire::{
    KeyPair, PublicKey, Receipt, Signed, Signer as _, protocol::RefusalCode, sha256,
};

const BINARY: &str = env!("CARGO_BIN_EXE_yichuang-platform");
const KILLS: usize = 12;
const PATIENCE: Duration = Duration::from_secs(60);

/// A serving process; it dies with the test.
struct Served {
    child: Child,
    url: String,
}

async fn serve(data: &Path, more: &[&str]) -> Served {
    let mut child = tokio::process::Command::new(BINARY)
        .args(["serve", "--listen", "127.0.0.1:0", "--data"])
        .arg(data)
        .args(more)
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .kill_on_drop(true)
        .spawn()
        .unwrap();
    let mut lines = BufReader::new(child.stdout.take().unwrap()).lines();
    let line = tokio::time::timeout(PATIENCE, lines.next_line())
        .await
        .unwrap()
        .unwrap()
        .unwrap();
    let url = line.strip_prefix("listening ").expect(&line).to_owned();
    Served { child, url }
}

impl Served {
    async fn kill(mut self) {
        self.child.kill().await.unwrap();
    }

    /// SIGTERM, and the exit code.
    async fn terminate(mut self) -> Option<i32> {
        let id = self.child.id().unwrap().to_string();
        assert!(
            Command::new("kill")
                .args(["-TERM", &id])
                .status()
                .unwrap()
                .success()
        );
        tokio::time::timeout(PATIENCE, self.child.wait())
            .await
            .unwrap()
            .unwrap()
            .code()
    }
}

fn asset(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("../../assets")
        .join(name)
}

fn run(args: &[&str]) -> Output {
    Command::new(BINARY).args(args).output().unwrap()
}

fn good(args: &[&str]) -> String {
    let output = run(args);
    assert!(
        output.status.success(),
        "{args:?}: {}",
        String::from_utf8_lossy(&output.stderr)
    );
    String::from_utf8(output.stdout).unwrap()
}

fn root(data: &Path) -> PublicKey {
    packs::root_key(data).public_key()
}

/// Orders an enrolment on the command line and claims it.
async fn enrol(data: &Path, url: &str, code: &str, keys: KeyPair) -> Terminal {
    let out = data.with_extension(code);
    let (data_arg, out_arg) = (data.to_str().unwrap(), out.to_str().unwrap());
    let points = asset("catalogue/service_points.json");
    good(&[
        "enrolment",
        "--data",
        data_arg,
        "--terminal",
        code,
        "--window",
        "3 号综合窗口（样例）",
        "--points",
        points.to_str().unwrap(),
        "--point",
        "SP004",
        "--out",
        out_arg,
    ]);
    let signed: Signed = serde_json::from_slice(&std::fs::read(&out).unwrap()).unwrap();
    Terminal::claim(url, &signed, root(data), keys)
        .await
        .unwrap()
}

fn take_case(terminal: &mut Terminal, n: u32) {
    let number = papers::number(terminal.code.as_str(), n);
    let case = Some(case_id(u128::from(n)));
    let received = terminal.write(papers::received(number.clone(), n, &[]), case, None);
    terminal.write(papers::accepted(number), case, Some(received));
}

/// Sends batches of four in order until the platform is gone, telling each receipt.
async fn send_until_gone(
    terminal: &Terminal,
    mut stored: u64,
    told: watch::Sender<Option<Receipt>>,
) {
    while stored < terminal.head.seq {
        let batch = terminal.batch(stored + 1, (stored + 4).min(terminal.head.seq));
        let path = format!("/v1/journals/{}/entries", batch.head.journal);
        let Some(response) = terminal.try_post(&path, batch.to_bytes().unwrap()).await else {
            return;
        };
        let Some(receipt) = terminal.receipt_of(response).await else {
            return;
        };
        stored = receipt.head.seq;
        told.send_replace(Some(receipt));
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn kill_9_at_any_point_loses_no_receipt_and_doubles_no_case() {
    let home = tempfile::tempdir().unwrap();
    let data = home.path().join("platform");
    let mut served = serve(&data, &[]).await;
    let mut terminal = enrol(&data, &served.url, "LY03", key(1)).await;
    let cases = u32::try_from(KILLS).unwrap() * 20;
    (1..=cases).for_each(|n| take_case(&mut terminal, n));
    let mut receipted = 0;
    for round in 1..=KILLS {
        let (told, mut receipts) = watch::channel(None);
        let shared = Arc::new(terminal);
        let sender = shared.clone();
        let sending = tokio::spawn(async move { send_until_gone(&sender, receipted, told).await });
        // Killed while a later batch is under way, after another number of batches each round.
        let target = receipted + 4 * (1 + round as u64 % 5);
        let reached =
            receipts.wait_for(|r| r.as_ref().is_some_and(|r: &Receipt| r.head.seq >= target));
        tokio::time::timeout(PATIENCE, reached)
            .await
            .unwrap()
            .unwrap();
        served.kill().await;
        sending.await.unwrap();
        receipted = receipts.borrow().as_ref().unwrap().head.seq;
        served = serve(&data, &[]).await;
        terminal = Arc::into_inner(shared).unwrap();
        terminal.url = served.url.clone();
        let head = terminal.heads().await.pop().unwrap();
        assert!(
            head.seq >= receipted,
            "round {round}: receipt for {receipted}, stored {}",
            head.seq
        );
        assert_eq!(head.hash, terminal.batch(1, head.seq).head.hash);
        receipted = head.seq;
    }
    if receipted < terminal.head.seq {
        terminal
            .push(&terminal.batch(receipted + 1, terminal.head.seq))
            .await
            .unwrap();
    }
    let all_judged = async { while terminal.verdicts().await.len() < terminal.entries.len() {} };
    tokio::time::timeout(PATIENCE, all_judged).await.unwrap();
    assert_eq!(
        terminal.verdicts().await.len(),
        terminal.entries.len(),
        "one verdict an entry"
    );
    assert_eq!(
        terminal.progress().await.len(),
        cases as usize,
        "one dispatch a case"
    );
    assert_eq!(served.terminate().await, Some(0));
    let queue = good(&["cases", "--data", data.to_str().unwrap()]);
    assert_eq!(queue.lines().count(), cases as usize);
    good(&["verify", "--data", data.to_str().unwrap()]);
}

#[tokio::test(flavor = "multi_thread")]
async fn kill_9_between_chunks_keeps_every_acknowledged_one() {
    let home = tempfile::tempdir().unwrap();
    let data = home.path().join("platform");
    let mut served = serve(&data, &[]).await;
    let mut terminal = enrol(&data, &served.url, "LY03", key(1)).await;
    let bytes = uploads::picture(50_000);
    let path = uploads::open(&terminal, case_id(1), &bytes).await;
    for (n, chunk) in bytes.chunks(10_000).enumerate() {
        let at = n as u64 * 10_000;
        assert_eq!(uploads::offset(&terminal, &path).await, Some(at));
        let acknowledged = uploads::append(&terminal, &path, at, chunk).await;
        assert_eq!(acknowledged.status(), 204);
        served.kill().await;
        tear_last_record(&data, &path);
        served = serve(&data, &[]).await;
        terminal.url = served.url.clone();
    }
    let receipt = uploads::receipt(&terminal, &path).await.unwrap();
    assert_eq!(receipt.sha256, sha256(&bytes));
    good(&["verify", "--data", data.to_str().unwrap()]);
}

/// What a write cut short leaves: bytes after those that count.
fn tear_last_record(data: &Path, path: &str) {
    use std::io::Write as _;
    let id = path.rsplit('/').next().unwrap();
    let file = data.join("files").join(&id[..2]).join(id);
    let mut file = std::fs::OpenOptions::new().append(true).open(file).unwrap();
    file.write_all(&[0xaa; 777]).unwrap();
}

#[tokio::test(flavor = "multi_thread")]
async fn the_committed_demo_terminals_enrol_at_a_demo_platform_and_nowhere_else() {
    let home = tempfile::tempdir().unwrap();
    let data = home.path().join("demo");
    let served = serve(&data, &["--demo"]).await;
    let real = home.path().join("real");
    let elsewhere = serve(&real, &[]).await;
    for (file, code) in [
        ("demo/enrolment.json", "LY03"),
        ("demo/enrolment-ly04.json", "LY04"),
    ] {
        let signed: Signed = serde_json::from_slice(&std::fs::read(asset(file)).unwrap()).unwrap();
        let refused = Terminal::claim(&elsewhere.url, &signed, root(&data), key(1)).await;
        assert_eq!(refused.err().unwrap().code, RefusalCode::TokenSpent);
        let terminal = Terminal::claim(&served.url, &signed, root(&data), key(1))
            .await
            .unwrap();
        assert_eq!(terminal.code, *code);
        terminal.push_all().await;
    }
    assert_eq!(served.terminate().await, Some(0));
    let refused = run(&[
        "serve",
        "--listen",
        "127.0.0.1:0",
        "--data",
        data.to_str().unwrap(),
    ]);
    assert!(
        !refused.status.success() && refused.stdout.is_empty(),
        "a demo directory never serves real cases"
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn reviewers_publishers_and_verifiers_work_beside_the_serving_process() {
    let home = tempfile::tempdir().unwrap();
    let data = home.path().join("platform");
    let data_arg = data.to_str().unwrap();
    let served = serve(&data, &[]).await;
    let mut terminal = enrol(&data, &served.url, "LY03", key(1)).await;
    take_case(&mut terminal, 1);
    terminal.push_all().await;
    let dispatched = async { while terminal.progress().await.is_empty() {} };
    tokio::time::timeout(PATIENCE, dispatched).await.unwrap();
    let number = papers::number("LY03", 1).to_string();
    assert!(
        good(&[
            "cases",
            "--data",
            data_arg,
            "--department",
            papers::DEPARTMENT
        ])
        .contains(&number)
    );
    assert!(good(&["cases", "--data", data_arg, "--department", "别的部门"]).is_empty());
    let office = ["--office", "镇民政办（样例）"];
    let review = |state| {
        let args = [
            &[
                "review", "--data", data_arg, &number, "--step", "审核", "--state", state,
            ],
            &office[..],
        ];
        run(&args.concat())
    };
    assert!(review("in_process").status.success());
    assert!(!review("ready_for_pickup").status.success());
    assert!(review("granted").status.success());
    let steps = terminal.progress().await;
    assert_eq!(steps.last().unwrap().state, CaseState::Granted);
    let pack = home.path().join("catalogue.ycp");
    std::fs::write(
        &pack,
        packs::pack(&packs::root_key(&data), 1, 0..2)
            .to_bytes()
            .unwrap(),
    )
    .unwrap();
    assert!(good(&["publish", "--data", data_arg, pack.to_str().unwrap()]).contains("1 terminals"));
    assert!(
        terminal
            .feed()
            .await
            .iter()
            .any(|entry| entry.header.kind == "pack_published")
    );
    good(&["verify", "--data", data_arg]);
    let second = run(&["serve", "--listen", "127.0.0.1:0", "--data", data_arg]);
    assert!(!second.status.success(), "one process serves a directory");
    assert_eq!(served.terminate().await, Some(0));
}

#[tokio::test(flavor = "multi_thread")]
async fn reviewing_over_http_needs_the_token_in_the_data_directory_and_no_proxy_between() {
    let home = tempfile::tempdir().unwrap();
    let data = home.path().join("platform");
    let served = serve(&data, &[]).await;
    let mut terminal = enrol(&data, &served.url, "LY03", key(1)).await;
    take_case(&mut terminal, 1);
    terminal.push_all().await;
    let dispatched = async { while terminal.progress().await.is_empty() {} };
    tokio::time::timeout(PATIENCE, dispatched).await.unwrap();
    let token = std::fs::read_to_string(data.join("review-token")).unwrap();
    let bearer = format!("Bearer {}", token.trim());
    let url = format!("{}/review/cases", served.url);
    let asked = |bearer: &str| {
        counter::client()
            .get(&url)
            .header("authorization", bearer.to_owned())
    };
    for refused in [
        asked("Bearer guess"),
        asked(""),
        asked(&bearer).header("x-forwarded-for", "10.0.0.1"),
    ] {
        assert_eq!(refused.send().await.unwrap().status(), 401);
    }
    let queue: Vec<ReviewedCase> = read(asked(&bearer).send().await.unwrap()).await.unwrap();
    let step = ReviewStep {
        step: "审核".to_owned(),
        office: "镇民政办（样例）".to_owned(),
        state: CaseState::InProcess,
        note: None,
    };
    let moved = counter::client()
        .post(format!("{url}/{}/steps", queue[0].number))
        .header("authorization", &bearer)
        .header("content-type", "application/json")
        .body(serde_json::to_vec(&step).unwrap());
    let moved: ReviewedCase = read(moved.send().await.unwrap()).await.unwrap();
    assert_eq!(moved.state, CaseState::InProcess);
    assert_eq!(terminal.progress().await.len(), 2);
}

/// `review ACT` on a case, with its office.
fn review(data: &Path, number: &str, act: &str, more: &[&str]) -> bool {
    let data = data.to_str().unwrap();
    let head = [
        "review",
        act,
        "--data",
        data,
        number,
        "--office",
        "样例科室",
    ];
    run(&[&head[..], more].concat()).status.success()
}

#[tokio::test(flavor = "multi_thread")]
async fn all_a_department_can_say_is_said_on_the_command_line() {
    let home = tempfile::tempdir().unwrap();
    let data = home.path().join("platform");
    let served = serve(&data, &[]).await;
    let mut terminal = enrol(&data, &served.url, "LY03", key(1)).await;
    take_case(&mut terminal, 1);
    terminal.push_all().await;
    let dispatched = async { while terminal.progress().await.is_empty() {} };
    tokio::time::timeout(PATIENCE, dispatched).await.unwrap();
    let number = papers::number("LY03", 1).to_string();
    let say = |act: &str, more: &[&str]| review(&data, &number, act, more);

    let begin = ["--what", "hearing", "--reason", "样例", "--days", "10"];
    assert!(say("begin", &begin));
    let unknown = ["--what", "party", "--reason", "x", "--days", "1"];
    assert!(!say("begin", &unknown));
    assert!(say("end", &["--result", "样例"]));
    let extend = [
        "--days",
        "5",
        "--approver",
        "样例负责人",
        "--reason",
        "样例",
    ];
    assert!(say("extend", &extend));
    assert!(!say("extend", &extend), "once");
    let unlisted = ["--item", "村里的证明|没有|去开|样例依据", "--days", "5"];
    assert!(!say("ask", &unlisted), "not on the list");
    let ask = [
        "--item",
        "身份证（样例）|看不清|重拍|样例依据",
        "--days",
        "5",
    ];
    assert!(say("ask", &ask));
    let document = "样例证|证照|样例1号|2031-11-22";
    assert!(say(
        "result",
        &["--decision", "granted", "--document", document]
    ));

    let told = terminal.told().await;
    for kind in [
        "special_procedure_begun",
        "special_procedure_ended",
        "limit_extended",
        "examination_correction_asked",
        "result_issued",
    ] {
        assert!(told.iter().any(|one| one == kind), "{kind}: {told:?}");
    }
    assert_eq!(served.terminate().await, Some(0));
}

#[tokio::test(flavor = "multi_thread")]
async fn what_points_ask_is_listed_and_answered_once_over_http() {
    let home = tempfile::tempdir().unwrap();
    let data = home.path().join("platform");
    let data_arg = data.to_str().unwrap();
    let served = serve(&data, &[]).await;
    let mut terminal = enrol(&data, &served.url, "LY03", key(1)).await;
    take_case(&mut terminal, 1);
    terminal.push_all().await;
    let dispatched = async { while terminal.progress().await.is_empty() {} };
    tokio::time::timeout(PATIENCE, dispatched).await.unwrap();
    let number = papers::number("LY03", 1);
    let read = terminal.catch_up().await;
    let urged = counter::life::requested(number.clone(), yichuang_domain::case::RequestKind::Urge);
    let urged = terminal.write(urged, Some(case_id(1)), Some(read));
    terminal.push_from(terminal.head.seq).await;
    let judged = async { while terminal.verdict(urged).await.is_none() {} };
    tokio::time::timeout(PATIENCE, judged).await.unwrap();
    let listed = good(&["requests", "--data", data_arg]);
    let named = listed.contains(&number.to_string());
    assert!(named && listed.contains("催办"), "{listed}");

    let token = std::fs::read_to_string(data.join("review-token")).unwrap();
    let post = |path: &str, body: serde_json::Value| {
        counter::client()
            .post(format!("{}/review/cases/{number}/{path}", served.url))
            .header("authorization", format!("Bearer {}", token.trim()))
            .header("content-type", "application/json")
            .body(body.to_string())
            .send()
    };
    let answer = serde_json::json!({"granted": true, "words": "已催", "office": "样例科室"});
    assert_eq!(post("answer", answer.clone()).await.unwrap().status(), 200);
    assert_eq!(post("answer", answer).await.unwrap().status(), 400);
    assert!(good(&["requests", "--data", data_arg]).is_empty());
    let denied = serde_json::json!({"granted": false, "office": "样例科室"});
    assert_eq!(post("result", denied).await.unwrap().status(), 400);
    let told = terminal.told().await;
    assert!(told.iter().any(|one| one == "request_answered"), "{told:?}");
    assert_eq!(served.terminate().await, Some(0));
}
