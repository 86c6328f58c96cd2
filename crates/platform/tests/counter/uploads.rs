//! A terminal's side of tus 1.0.

use data_encoding::BASE64;
use reqwest::{Method, Response};
use yichuang_domain::CaseId;
use yichuang_wire::{
    FileReceipt, Hash, Purpose, Signed,
    protocol::{FileState, Refusal, RefusalCode},
    sha256,
};

use super::{Terminal, read};

pub(crate) fn tus() -> (&'static str, String) {
    ("tus-resumable", "1.0.0".to_owned())
}

pub(crate) async fn create(terminal: &Terminal, case: CaseId, hash: Hash, length: u64) -> Response {
    let encode = |text: String| BASE64.encode(text.as_bytes());
    let metadata = format!(
        "case {},sha256 {},type {}",
        encode(case.to_string()),
        encode(hash.to_string()),
        encode("image/jpeg".to_owned())
    );
    let headers = [
        tus(),
        ("upload-length", length.to_string()),
        ("upload-metadata", metadata),
    ];
    terminal
        .call(Method::POST, "/v1/files", &headers, Vec::new())
        .await
}

/// Opens an upload of `bytes` and gives its path.
pub(crate) async fn open(terminal: &Terminal, case: CaseId, bytes: &[u8]) -> String {
    let response = create(terminal, case, sha256(bytes), bytes.len() as u64).await;
    assert_eq!(response.status(), 201);
    response.headers()["location"].to_str().unwrap().to_owned()
}

pub(crate) async fn append(terminal: &Terminal, path: &str, offset: u64, chunk: &[u8]) -> Response {
    let headers = [
        tus(),
        ("upload-offset", offset.to_string()),
        ("content-type", "application/offset+octet-stream".to_owned()),
        (
            "upload-checksum",
            format!("sha256 {}", BASE64.encode(&sha256(chunk).0)),
        ),
    ];
    terminal
        .call(Method::PATCH, path, &headers, chunk.to_vec())
        .await
}

pub(crate) async fn offset(terminal: &Terminal, path: &str) -> Option<u64> {
    let response = terminal
        .call(Method::HEAD, path, &[tus()], Vec::new())
        .await;
    let offset = response.headers().get("upload-offset")?;
    offset.to_str().unwrap().parse().ok()
}

pub(crate) async fn receipt(terminal: &Terminal, path: &str) -> Result<FileReceipt, Refusal> {
    let path = format!("{path}/receipt");
    let signed: Signed = read(terminal.call(Method::GET, &path, &[], Vec::new()).await).await?;
    Ok(signed
        .open(&terminal.root, "receipt", Purpose::FileReceipt)
        .unwrap())
}

pub(crate) async fn refusal(response: Response) -> RefusalCode {
    read::<FileState>(response).await.unwrap_err().code
}

pub(crate) fn picture(len: usize) -> Vec<u8> {
    (0..len).map(|n| (n * 31 % 251) as u8).collect()
}
