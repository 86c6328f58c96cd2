//! The HTTP carrier against servers that answer one thing each.

use std::sync::{Arc, Mutex};

use chrono::{DateTime, TimeDelta, Utc};
use tokio::{
    io::{AsyncReadExt as _, AsyncWriteExt as _},
    net::{TcpListener, TcpStream},
};
use yichuang_sync::{Edge, HttpLink, LinkError, PlatformLink as _};
use yichuang_wire::{
    FeedPosition, Hash, JournalName, KeyPair, ProbeAnswer, Purpose, Signature, Signed, Signer as _,
    Verifier as _,
    protocol::{
        FileOffer, HEADER_SIGNATURE, HEADER_TERMINAL, HEADER_TIME, HEADER_VERSION, RefusalCode,
        request_bytes,
    },
    sha256,
};

const NONCE: &str = "0123456789abcdef";

struct StoppedClock;

impl Edge for StoppedClock {
    fn now(&self) -> DateTime<Utc> {
        noon()
    }
    fn fill(&self, bytes: &mut [u8]) {
        bytes.fill(7);
    }
}

fn noon() -> DateTime<Utc> {
    "2026-11-23T04:00:00Z".parse().unwrap()
}

fn key(n: u8) -> KeyPair {
    KeyPair::from_secret(&[n; 32]).unwrap()
}

fn link(address: &str) -> HttpLink {
    HttpLink::new(
        address,
        "LY03".parse().unwrap(),
        key(1).public_key(),
        Arc::new(key(2)),
        Arc::new(StoppedClock),
    )
    .unwrap()
}

type Requests = Arc<Mutex<Vec<String>>>;

/// Answers the n-th request with the n-th answer, and keeps what it was sent.
async fn server(answers: Vec<Vec<u8>>) -> (String, Requests) {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = format!("http://{}", listener.local_addr().unwrap());
    let requests: Requests = Arc::default();
    let kept = Arc::clone(&requests);
    tokio::spawn(async move {
        for answer in answers {
            let (mut stream, _) = listener.accept().await.unwrap();
            let request = read_request(&mut stream).await;
            kept.lock().unwrap().push(request);
            stream.write_all(&answer).await.ok();
            stream.shutdown().await.ok();
        }
    });
    (address, requests)
}

/// The head and as much body as it promises.
async fn read_request(stream: &mut TcpStream) -> String {
    let mut bytes = Vec::new();
    loop {
        let mut buffer = [0; 4096];
        let n = stream.read(&mut buffer).await.unwrap();
        assert_ne!(n, 0, "the request ended early");
        bytes.extend_from_slice(&buffer[..n]);
        let text = String::from_utf8_lossy(&bytes).to_string();
        let Some((head, body)) = text.split_once("\r\n\r\n") else {
            continue;
        };
        if body.len() >= header(head, "content-length").map_or(0, |len| len.parse().unwrap()) {
            return text;
        }
    }
}

fn header<'a>(request: &'a str, name: &str) -> Option<&'a str> {
    let line = request
        .lines()
        .find(|line| line.to_ascii_lowercase().starts_with(&format!("{name}:")))?;
    Some(line.split_once(':')?.1.trim())
}

fn answer(status: &str, content_type: &str, body: &str) -> Vec<u8> {
    let head = format!(
        "HTTP/1.1 {status}\r\ncontent-type: {content_type}\r\ncontent-length: {}\r\n",
        body.len()
    );
    format!("{head}connection: close\r\n\r\n{body}").into_bytes()
}

fn bare(status: &str, headers: &str) -> Vec<u8> {
    format!("HTTP/1.1 {status}\r\n{headers}content-length: 0\r\nconnection: close\r\n\r\n")
        .into_bytes()
}

fn probe_answer(signer: &KeyPair, nonce: &str, at: DateTime<Utc>) -> String {
    let answer = ProbeAnswer {
        nonce: nonce.to_owned(),
        at,
        platform_epoch: 1,
        oldest: 1,
        newest: 1,
    };
    serde_json::to_string(&Signed::seal(signer, Purpose::Probe, &answer).unwrap()).unwrap()
}

fn journal() -> JournalName {
    "t:LY03".parse().unwrap()
}

#[test]
fn an_address_without_tls_is_refused_before_a_byte_is_sent() {
    let root = key(1).public_key();
    let made = HttpLink::new(
        "http://192.0.2.1:8080",
        "LY03".parse().unwrap(),
        root,
        Arc::new(key(2)),
        Arc::new(StoppedClock),
    );
    assert_eq!(made.err().unwrap().code(), "SYNC-002");
}

#[tokio::test]
async fn only_an_answer_signed_by_the_platform_counts_as_the_network() {
    let json = "application/json";
    let foreign = [
        answer("200 OK", "text/html", "<html>请登录</html>"),
        answer("200 OK", json, "{\"portal\":true}"),
        answer("200 OK", json, &probe_answer(&key(9), NONCE, noon())),
        answer("200 OK", json, &probe_answer(&key(1), "another", noon())),
        answer("200 OK", "text/html", &probe_answer(&key(1), NONCE, noon())),
        answer("302 Found", "text/html", ""),
        answer("403 Forbidden", "text/html", "blocked"),
        answer("511 Network Authentication Required", "text/html", ""),
        answer("200 OK", json, &"x".repeat(2 * 1024 * 1024)),
    ];
    for bytes in foreign {
        let shown = String::from_utf8_lossy(&bytes[..bytes.len().min(60)]).to_string();
        let (address, _) = server(vec![bytes]).await;
        assert_eq!(
            link(&address).probe(NONCE).await,
            Err(LinkError::CaptiveOrForeign),
            "{shown}"
        );
    }
    let (address, _) = server(vec![answer(
        "200 OK",
        json,
        &probe_answer(&key(1), NONCE, noon()),
    )])
    .await;
    assert!(link(&address).probe(NONCE).await.is_ok());
}

#[tokio::test]
async fn a_redirect_is_not_followed() {
    let (elsewhere, visits) = server(vec![answer("200 OK", "application/json", "{}")]).await;
    let (address, _) = server(vec![bare(
        "307 Temporary Redirect",
        &format!("location: {elsewhere}/\r\n"),
    )])
    .await;
    assert_eq!(
        link(&address).heads(&journal()).await,
        Err(LinkError::CaptiveOrForeign)
    );
    assert!(visits.lock().unwrap().is_empty());
}

#[tokio::test]
async fn a_platform_that_is_down_is_told_from_a_network_that_is_gone() {
    let (address, _) = server(vec![answer("502 Bad Gateway", "text/html", "nginx")]).await;
    assert_eq!(
        link(&address).heads(&journal()).await,
        Err(LinkError::ServerDown(Some(502)))
    );
    let unused = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = format!("http://{}", unused.local_addr().unwrap());
    drop(unused);
    assert_eq!(
        link(&address).heads(&journal()).await,
        Err(LinkError::ServerDown(None))
    );
    let (address, _) = server(vec![b"HTTP/1.1 200 OK\r\ncontent-le".to_vec()]).await;
    assert_eq!(
        link(&address).heads(&journal()).await,
        Err(LinkError::NoRoute),
        "cut off in the middle"
    );
}

#[tokio::test]
async fn a_refusal_keeps_its_reason_and_an_old_version_is_its_own_class() {
    let refusal = |code: &str| {
        let body =
            format!("{{\"code\":\"{code}\",\"detail\":\"\",\"at\":\"2026-11-23T04:00:00Z\"}}");
        answer("409 Conflict", "application/json; charset=utf-8", &body)
    };
    let (address, _) = server(vec![refusal("chain-gap"), refusal("version-too-old")]).await;
    let link = link(&address);
    let first = link.heads(&journal()).await;
    assert!(
        matches!(first, Err(LinkError::Refused(refusal)) if refusal.code == RefusalCode::ChainGap)
    );
    assert_eq!(link.heads(&journal()).await, Err(LinkError::VersionTooOld));
}

#[tokio::test]
async fn a_request_is_signed_with_the_platforms_clock_when_ours_is_wrong() {
    let platform_time = noon() + TimeDelta::days(365);
    let json = "application/json";
    let answers = vec![
        answer("200 OK", json, &probe_answer(&key(1), NONCE, platform_time)),
        answer("200 OK", json, "{\"heads\":[]}"),
    ];
    let (address, requests) = server(answers).await;
    let link = link(&address);
    link.probe(NONCE).await.unwrap();
    assert!(link.heads(&journal()).await.unwrap().heads.is_empty());
    let requests = requests.lock().unwrap();
    assert_eq!(
        header(&requests[0], HEADER_SIGNATURE),
        None,
        "a probe needs no signature"
    );
    let request = &requests[1];
    assert!(
        request.starts_with("GET /v1/journals/t:LY03/heads HTTP/1.1\r\n"),
        "{request}"
    );
    assert_eq!(header(request, HEADER_VERSION), Some("1"));
    assert_eq!(header(request, HEADER_TERMINAL), Some("LY03"));
    let time = header(request, HEADER_TIME).unwrap();
    assert_eq!(time.parse::<DateTime<Utc>>().unwrap(), platform_time);
    let signature: Signature =
        serde_json::from_value(header(request, HEADER_SIGNATURE).unwrap().into()).unwrap();
    let signed = request_bytes("GET", "/v1/journals/t:LY03/heads", time, &sha256(b""));
    key(2)
        .public_key()
        .verify("request", Purpose::Request, &signed, &signature)
        .unwrap();
}

#[tokio::test]
async fn files_are_offered_sent_and_asked_for_as_tus_says() {
    let answers = vec![
        bare(
            "201 Created",
            "location: https://other.example/v1/files/abc-1\r\ntus-resumable: 1.0.0\r\n",
        ),
        bare("200 OK", "upload-offset: 5\r\ntus-resumable: 1.0.0\r\n"),
        bare(
            "204 No Content",
            "upload-offset: 9\r\ntus-resumable: 1.0.0\r\n",
        ),
        bare("404 Not Found", "tus-resumable: 1.0.0\r\n"),
        bare("409 Conflict", "tus-resumable: 1.0.0\r\n"),
        bare("200 OK", ""),
    ];
    let (address, requests) = server(answers).await;
    let link = link(&address);
    let case = "0190a0b0-0000-7000-8000-000000000001".parse().unwrap();
    let offer = FileOffer {
        case,
        sha256: Hash([1; 32]),
        media_type: "image/jpeg".to_owned(),
    };
    let state = link.offer_file(&offer, 9).await.unwrap();
    assert_eq!(
        (state.location.as_str(), state.offset),
        ("/v1/files/abc-1", 0),
        "never another host"
    );
    assert_eq!(link.file_offset(&state.location).await, Ok(5));
    assert_eq!(
        link.send_chunk(&state.location, 5, b"rest".to_vec()).await,
        Ok(9)
    );
    let refused =
        |code| move |error: &LinkError| matches!(error, LinkError::Refused(r) if r.code == code);
    assert!(
        link.file_offset("/v1/files/x")
            .await
            .is_err_and(|e| refused(RefusalCode::NotFound)(&e))
    );
    let late = link.send_chunk("/v1/files/x", 0, b"a".to_vec()).await;
    assert!(late.is_err_and(|e| refused(RefusalCode::OffsetMismatch)(&e)));
    assert_eq!(
        link.file_offset("/v1/files/x").await,
        Err(LinkError::CaptiveOrForeign),
        "no offset, not ours"
    );
    let requests = requests.lock().unwrap();
    assert_eq!(header(&requests[0], "upload-length"), Some("9"));
    assert!(
        header(&requests[0], "upload-metadata")
            .unwrap()
            .starts_with("case ")
    );
    assert_eq!(header(&requests[2], "upload-offset"), Some("5"));
    assert_eq!(
        header(&requests[2], "content-type"),
        Some("application/offset+octet-stream")
    );
    assert!(requests[2].ends_with("rest"));
}

#[tokio::test]
async fn an_upload_location_that_is_not_one_is_nobodys_answer() {
    for bad in [
        "/v1/files/",
        "/v1/files/../journals",
        "/v1/files/a?b=c",
        "/elsewhere",
        "/v1/files/a%2f",
    ] {
        let (address, _) = server(vec![bare("201 Created", &format!("location: {bad}\r\n"))]).await;
        let case = "0190a0b0-0000-7000-8000-000000000001".parse().unwrap();
        let offer = FileOffer {
            case,
            sha256: Hash([1; 32]),
            media_type: "image/jpeg".to_owned(),
        };
        assert_eq!(
            link(&address).offer_file(&offer, 9).await,
            Err(LinkError::CaptiveOrForeign),
            "{bad}"
        );
    }
}

#[tokio::test]
async fn an_empty_feed_is_no_page_and_a_wrong_one_is_refused() {
    let answers = vec![
        bare("204 No Content", ""),
        answer("200 OK", "text/html", "<html>"),
        answer("200 OK", yichuang_wire::protocol::BATCH_TYPE, "not zstd"),
    ];
    let (address, requests) = server(answers).await;
    let link = link(&address);
    let after = FeedPosition { epoch: 2, seq: 7 };
    assert_eq!(link.feed_page(after).await, Ok(None));
    assert_eq!(
        link.feed_page(after).await,
        Err(LinkError::CaptiveOrForeign)
    );
    assert_eq!(
        link.feed_page(after).await,
        Err(LinkError::CaptiveOrForeign)
    );
    assert!(requests.lock().unwrap()[0].starts_with("GET /v1/feed?epoch=2&after=7 "));
}

#[tokio::test]
async fn a_blob_larger_than_promised_is_not_read_to_its_end() {
    let (address, _) = server(vec![answer("200 OK", "application/json", "0123456789")]).await;
    assert_eq!(
        link(&address).blob(Hash([1; 32]), 9).await,
        Err(LinkError::CaptiveOrForeign)
    );
}

#[tokio::test]
async fn plain_text_on_a_tls_port_is_foreign_and_nothing_is_asked_in_the_clear() {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = format!(
        "https://127.0.0.1:{}",
        listener.local_addr().unwrap().port()
    );
    let portal = tokio::spawn(async move {
        let (mut stream, _) = listener.accept().await.unwrap();
        let mut first = vec![0; 4096];
        let n = stream.read(&mut first).await.unwrap();
        stream
            .write_all(b"HTTP/1.1 400 Bad Request\r\n\r\n")
            .await
            .unwrap();
        first.truncate(n);
        first
    });
    assert_eq!(
        link(&address).probe(NONCE).await,
        Err(LinkError::CaptiveOrForeign)
    );
    let sent = portal.await.unwrap();
    assert!(!String::from_utf8_lossy(&sent).contains("/v1/probe"));
}
