//! Files over tus 1.0 (core, creation, checksum): resumable, checked, then receipted.

use std::{
    collections::{HashMap, HashSet},
    sync::{Arc, Mutex, PoisonError},
};

use axum::{
    Json,
    extract::{Path, State},
    http::{HeaderMap, HeaderName, HeaderValue, StatusCode, header::CONTENT_TYPE},
    response::{IntoResponse, Response},
};
use data_encoding::{BASE64, HEXLOWER};
use yichuang_wire::{
    FileReceipt, Hash, Purpose, Signed,
    protocol::{FileOffer, FileState, MAX_FILE_BYTES, RefusalCode, TUS_VERSION},
    sha256,
};

use super::{
    Desk, off_loop,
    refusal::Refused,
    signed::{SignedCall, header},
};
use crate::{
    Platform, key,
    storage::{Advance, EnrolledTerminal, NewUpload, Opened, Upload},
};

const TUS_RESUMABLE: &str = "tus-resumable";
const UPLOAD_OFFSET: &str = "upload-offset";
const UPLOAD_LENGTH: &str = "upload-length";
const CHUNK_TYPE: &str = "application/offset+octet-stream";
const MAX_MEDIA_TYPE: usize = 127;

/// The uploads a chunk is being written to right now.
#[derive(Clone, Default)]
pub(crate) struct UnderWay(Arc<Mutex<HashSet<String>>>);

/// Holds one upload while its chunk is written.
struct Held {
    all: UnderWay,
    id: String,
}

impl UnderWay {
    fn hold(&self, id: &str) -> Result<Held, Refused> {
        let fresh = self
            .0
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .insert(id.to_owned());
        if fresh {
            Ok(Held {
                all: self.clone(),
                id: id.to_owned(),
            })
        } else {
            Err(Refused::busy("another chunk of this file is being written")
                .with_status(StatusCode::LOCKED))
        }
    }
}

impl Drop for Held {
    fn drop(&mut self) {
        self.all
            .0
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .remove(&self.id);
    }
}

/// What this server speaks (tus core).
pub(super) async fn options() -> impl IntoResponse {
    let largest = MAX_FILE_BYTES.to_string();
    let headers = [
        ("tus-resumable", TUS_VERSION),
        ("tus-version", TUS_VERSION),
        ("tus-extension", "creation,checksum"),
        ("tus-checksum-algorithm", "sha256"),
        ("tus-max-size", &largest),
    ];
    (
        StatusCode::NO_CONTENT,
        headers.map(|(name, value)| (name, value.to_owned())),
    )
}

/// Opens an upload (tus creation), or says that the file is stored.
pub(super) async fn create(
    State(desk): State<Desk>,
    call: SignedCall,
) -> Result<Response, Refused> {
    check_tus(&call.headers)?;
    let size = number(&call.headers, UPLOAD_LENGTH)?;
    if size > MAX_FILE_BYTES {
        return Err(Refused::new(
            RefusalCode::TooLarge,
            format!("a file has at most {MAX_FILE_BYTES} bytes"),
        ));
    }
    let offer = read_offer(&call.headers)?;
    off_loop(move || {
        let upload = open(&desk.platform, &call.terminal, &offer, size)?;
        Ok(match upload.completed_at {
            Some(_) => tus(StatusCode::OK, &[], Json(state(&upload))),
            None => tus(StatusCode::CREATED, &[("location", location(&upload))], ()),
        })
    })
    .await
}

fn open(
    platform: &Platform,
    terminal: &EnrolledTerminal,
    offer: &FileOffer,
    size: u64,
) -> Result<Upload, Refused> {
    let id = HEXLOWER.encode(&key::random_bytes::<16>()?);
    let new = NewUpload {
        terminal: terminal.code.clone(),
        case: offer.case,
        sha256: offer.sha256,
        size,
        media_type: offer.media_type.clone(),
        wrapped_key: platform.vault.new_key(&id)?,
        at: platform.now(),
        id,
    };
    let upload = match platform.storage.open_upload(&new)? {
        Opened::Existing(upload) if upload.size != size && upload.completed_at.is_none() => {
            // One hash has one length: the earlier offer was wrong, or this one is.
            platform.storage.forget_upload(&upload.id)?;
            platform.vault.remove(&upload.id)?;
            return Err(Refused::new(
                RefusalCode::HashMismatch,
                "offered before with another length",
            ));
        }
        Opened::New(upload) | Opened::Existing(upload) => upload,
    };
    if upload.offset == upload.size && upload.completed_at.is_none() {
        return finish(platform, upload);
    }
    Ok(upload)
}

/// How far an upload is (tus core).
pub(super) async fn offset(
    State(desk): State<Desk>,
    Path(id): Path<String>,
    call: SignedCall,
) -> Result<Response, Refused> {
    check_tus(&call.headers)?;
    off_loop(move || {
        let upload = find(&desk.platform, &call.terminal, &id)?;
        let headers = [
            (UPLOAD_OFFSET, upload.offset.to_string()),
            (UPLOAD_LENGTH, upload.size.to_string()),
            ("cache-control", "no-store".to_owned()),
        ];
        Ok(tus(StatusCode::OK, &headers, ()))
    })
    .await
}

/// Takes a chunk (tus core, checksum). The last one brings the check of the whole.
pub(super) async fn append(
    State(desk): State<Desk>,
    Path(id): Path<String>,
    call: SignedCall,
) -> Result<Response, Refused> {
    check_tus(&call.headers)?;
    if header(&call.headers, CONTENT_TYPE.as_str()) != Some(CHUNK_TYPE) {
        return Err(
            Refused::malformed("content type").with_status(StatusCode::UNSUPPORTED_MEDIA_TYPE)
        );
    }
    let offset = number(&call.headers, UPLOAD_OFFSET)?;
    off_loop(move || {
        let held = desk.uploads.hold(&id)?;
        check_checksum(&call.headers, &call.body)?;
        let upload = find(&desk.platform, &call.terminal, &id)?;
        if upload.offset != offset {
            return Err(Refused::new(
                RefusalCode::OffsetMismatch,
                format!("the offset is {}", upload.offset),
            ));
        }
        let upload = write(&desk.platform, upload, &call.body)?;
        drop(held);
        Ok(tus(
            StatusCode::NO_CONTENT,
            &[(UPLOAD_OFFSET, upload.offset.to_string())],
            (),
        ))
    })
    .await
}

fn write(platform: &Platform, upload: Upload, chunk: &[u8]) -> Result<Upload, Refused> {
    let to = upload.offset + chunk.len() as u64;
    if to > upload.size {
        return Err(Refused::new(
            RefusalCode::TooLarge,
            "more bytes than announced",
        ));
    }
    if chunk.is_empty() {
        return Ok(upload);
    }
    let rest_len = platform.vault.append(&upload, chunk)?;
    let advance = Advance {
        id: upload.id.clone(),
        from: upload.offset,
        to,
        rest_len,
        at: platform.now(),
    };
    if !platform.storage.advance(&advance)? {
        return Err(Refused::new(
            RefusalCode::OffsetMismatch,
            "the offset has moved",
        ));
    }
    let upload = Upload {
        offset: to,
        rest_len,
        ..upload
    };
    if upload.offset == upload.size {
        finish(platform, upload)
    } else {
        Ok(upload)
    }
}

/// Checks the whole file against its hash, and stores it or forgets it.
fn finish(platform: &Platform, upload: Upload) -> Result<Upload, Refused> {
    if !platform.vault.holds(&upload)? {
        platform.storage.forget_upload(&upload.id)?;
        platform.vault.remove(&upload.id)?;
        return Err(Refused::new(
            RefusalCode::HashMismatch,
            "begin this file again",
        ));
    }
    let at = platform.now();
    platform.storage.complete(&upload.id, at)?;
    platform.work.notify_one();
    Ok(Upload {
        completed_at: Some(at),
        ..upload
    })
}

/// The signed word that a file is stored.
pub(super) async fn receipt(
    State(desk): State<Desk>,
    Path(id): Path<String>,
    call: SignedCall,
) -> Result<Json<Signed>, Refused> {
    off_loop(move || {
        let platform = &desk.platform;
        let upload = find(platform, &call.terminal, &id)?;
        let at = upload
            .completed_at
            .ok_or_else(|| Refused::not_found("complete file"))?;
        let receipt = FileReceipt {
            case: upload.case,
            sha256: upload.sha256,
            size: upload.size,
            platform_epoch: platform.storage.platform_epoch()?,
            at,
        };
        Ok(Json(Signed::seal(
            &platform.root,
            Purpose::FileReceipt,
            &receipt,
        )?))
    })
    .await
}

fn find(platform: &Platform, terminal: &EnrolledTerminal, id: &str) -> Result<Upload, Refused> {
    platform
        .storage
        .upload(&terminal.code, id)?
        .ok_or_else(|| Refused::not_found("file"))
}

fn state(upload: &Upload) -> FileState {
    FileState {
        location: location(upload),
        offset: upload.offset,
        complete: upload.completed_at.is_some(),
    }
}

fn location(upload: &Upload) -> String {
    format!("/v1/files/{}", upload.id)
}

fn tus(
    status: StatusCode,
    headers: &[(&'static str, String)],
    body: impl IntoResponse,
) -> Response {
    let mut response = (status, body).into_response();
    let all = headers.iter().map(|(name, value)| (*name, value.as_str()));
    for (name, value) in all.chain([(TUS_RESUMABLE, TUS_VERSION)]) {
        if let Ok(value) = HeaderValue::from_str(value) {
            response
                .headers_mut()
                .insert(HeaderName::from_static(name), value);
        }
    }
    response
}

fn check_tus(headers: &HeaderMap) -> Result<(), Refused> {
    if header(headers, TUS_RESUMABLE) == Some(TUS_VERSION) {
        Ok(())
    } else {
        Err(Refused::malformed("tus 1.0.0 is spoken here")
            .with_status(StatusCode::PRECONDITION_FAILED))
    }
}

fn number(headers: &HeaderMap, name: &str) -> Result<u64, Refused> {
    header(headers, name)
        .and_then(|text| text.parse().ok())
        .ok_or_else(|| Refused::malformed(format!("header {name}")))
}

fn check_checksum(headers: &HeaderMap, chunk: &[u8]) -> Result<(), Refused> {
    let Some(checksum) = header(headers, "upload-checksum") else {
        return Ok(());
    };
    let Some(("sha256", digest)) = checksum.split_once(' ') else {
        return Err(Refused::malformed("the checksum algorithm is sha256"));
    };
    if BASE64
        .decode(digest.trim().as_bytes())
        .is_ok_and(|digest| digest == sha256(chunk).as_bytes())
    {
        return Ok(());
    }
    let refused = Refused::new(
        RefusalCode::HashMismatch,
        "the chunk was changed on its way",
    );
    // 460 is the checksum extension's own status.
    Err(match StatusCode::from_u16(460) {
        Ok(status) => refused.with_status(status),
        Err(_) => refused,
    })
}

/// `Upload-Metadata`: pairs of key and base64 value, comma separated.
fn read_offer(headers: &HeaderMap) -> Result<FileOffer, Refused> {
    let text =
        header(headers, "upload-metadata").ok_or_else(|| Refused::malformed("upload-metadata"))?;
    let mut pairs = HashMap::new();
    for pair in text.split(',') {
        let (key, value) = pair.trim().split_once(' ').unwrap_or((pair.trim(), ""));
        let value = BASE64
            .decode(value.trim().as_bytes())
            .ok()
            .and_then(|v| String::from_utf8(v).ok());
        pairs.insert(
            key,
            value.ok_or_else(|| Refused::malformed("upload-metadata is not base64 text"))?,
        );
    }
    let take = |key: &str| {
        pairs
            .get(key)
            .ok_or_else(|| Refused::malformed(format!("upload-metadata {key}")))
    };
    let sha256: Hash = take("sha256")?
        .parse()
        .map_err(|_| Refused::malformed("sha256"))?;
    let media_type = take("type")?.clone();
    if media_type.len() > MAX_MEDIA_TYPE || !media_type.is_ascii() {
        return Err(Refused::malformed("type"));
    }
    let case = take("case")?
        .parse()
        .map_err(|_| Refused::malformed("case"))?;
    Ok(FileOffer {
        case,
        sha256,
        media_type,
    })
}
