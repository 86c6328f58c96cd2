//! The journal's bytes: what is sealed opens, what is touched does not.

use chrono::{DateTime, Utc};
use yichuang_domain::CaseNumber;
use yichuang_wire::payload::{EpochOpened, EpochReason, Payload};
use yichuang_wire::{
    Batch, ChainHead, ClockState, Entry, EntryDraft, FeedPosition, Header, JournalName, KeyPair,
    Manifest, Pack, PackKind, Purpose, SUITE, Signed, Signer as _, Verifier as _, WireError,
    sha256, sm3,
};

fn key(seed: u8) -> KeyPair {
    KeyPair::from_secret(&[seed; 32]).unwrap()
}

fn noon() -> DateTime<Utc> {
    "2026-11-23T04:00:00Z".parse().unwrap()
}

fn start() -> ChainHead {
    ChainHead::start("t:LY03".parse().unwrap(), 1, None)
}

fn draft(kind: &str, payload: &[u8]) -> EntryDraft {
    EntryDraft {
        kind: kind.to_owned(),
        case: None,
        base: None,
        seen: FeedPosition::default(),
        at: noon(),
        clock: ClockState::Trusted,
        actor: None,
        payload: payload.to_vec(),
    }
}

fn run_of(count: u8) -> (ChainHead, Vec<Entry>) {
    let mut head = start();
    let entries = (0..count)
        .map(|n| {
            let entry = Entry::seal(&head, draft("note", &[b'{', n, b'}']), [n; 32]).unwrap();
            head.follow(&entry).unwrap();
            entry
        })
        .collect();
    (head, entries)
}

#[test]
fn sm3_gives_the_digest_of_the_standards_first_example() {
    let expected = "66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0";
    assert_eq!(sm3(&[b"abc"]).to_string(), expected);
    assert_eq!(
        sm3(&[b"a", b"bc"]).to_string(),
        expected,
        "parts are hashed one after another"
    );
}

#[test]
fn an_entry_survives_its_bytes_unchanged() {
    let (_, entries) = run_of(1);
    let back = Entry::from_bytes(&entries[0].to_bytes()).unwrap();
    assert_eq!(back, entries[0]);
    assert_eq!(back.hash(), entries[0].hash());
    assert_eq!(back.check().unwrap().at, noon());
}

#[test]
fn an_acceptance_written_before_papers_were_signed_later_is_read() {
    let number = CaseNumber::mint("LY03", noon().date_naive(), 1);
    let bytes = serde_json::to_vec(&serde_json::json!({
        "number": number.unwrap().to_string(), "state": "accepted", "accepted_on": "2026-11-23",
        "promised": null, "statutory": null, "clerk": "样例员",
    }))
    .unwrap();
    let Payload::Accepted(accepted) = Payload::parse("accepted", &bytes).unwrap() else {
        panic!("not an acceptance");
    };
    assert_eq!((accepted.signed.len(), accepted.files().count()), (0, 0));
    assert!(
        !String::from_utf8(Payload::from(accepted).to_bytes().unwrap())
            .unwrap()
            .contains("signed"),
        "and its bytes stay as they were"
    );
}

#[test]
fn a_changed_payload_is_noticed() {
    let (_, entries) = run_of(1);
    let touched = Entry::from_parts(
        entries[0].header_bytes().to_vec(),
        Some(([0; 32], b"{1}".to_vec())),
    );
    assert_eq!(touched.check(), Err(WireError::PayloadHash));
}

#[test]
fn a_cleared_payload_leaves_the_chain_whole() {
    let (_, entries) = run_of(3);
    let mut head = start();
    for entry in &entries {
        let cleared = Entry::from_parts(entry.header_bytes().to_vec(), None);
        head.follow(&cleared)
            .expect("the chain runs over headers only");
    }
}

#[test]
fn readers_skip_header_keys_they_do_not_know() {
    let (_, entries) = run_of(1);
    let mut bytes = entries[0].header_bytes().to_vec();
    assert_eq!(bytes[0] & 0xe0, 0xa0, "a small CBOR map");
    bytes[0] += 1;
    bytes.extend([0x18, 99, 0x61, b'x']);
    assert_eq!(Header::parse(&bytes).unwrap().seq, 1);
}

#[test]
fn every_flipped_bit_of_a_header_breaks_the_batch() {
    let (head, entries) = run_of(2);
    let batch = Batch::sign(&key(7), head, entries.clone()).unwrap();
    for at in 0..entries[0].header_bytes().len() {
        let mut header = entries[0].header_bytes().to_vec();
        header[at] ^= 1;
        let payload = entries[0]
            .payload()
            .map(|p| (*entries[0].salt().unwrap(), p.to_vec()));
        let mut touched = batch.clone();
        touched.entries[0] = Entry::from_parts(header, payload);
        assert!(
            touched.check(&start(), &key(7).public_key()).is_err(),
            "byte {at}"
        );
    }
}

#[test]
fn a_batch_travels_and_vouches_for_all_of_its_entries() {
    let (head, entries) = run_of(5);
    let sent = Batch::sign(&key(7), head, entries)
        .unwrap()
        .to_bytes()
        .unwrap();
    let batch = Batch::from_bytes(&sent).unwrap();
    assert_eq!(
        batch.check(&start(), &key(7).public_key()).unwrap().len(),
        5
    );
    let stranger = batch.check(&start(), &key(8).public_key());
    assert_eq!(stranger, Err(WireError::Signature("batch")));
}

#[test]
fn a_gap_is_named_with_the_number_that_is_missing() {
    let (head, mut entries) = run_of(3);
    entries.remove(1);
    let batch = Batch::sign(&key(7), head, entries).unwrap();
    let error = batch.check(&start(), &key(7).public_key()).unwrap_err();
    assert_eq!(
        error.to_string(),
        "WIRE-005 expected sequence number 2, found 3"
    );
}

#[test]
fn a_signature_for_one_purpose_is_worth_nothing_for_another() {
    const PURPOSES: [Purpose; 10] = [
        Purpose::Batch,
        Purpose::Receipt,
        Purpose::FileReceipt,
        Purpose::Pack,
        Purpose::Enrolment,
        Purpose::Certificate,
        Purpose::Request,
        Purpose::Probe,
        Purpose::PrintedReceipt,
        Purpose::Backup,
    ];
    let public = key(7).public_key();
    for made_for in PURPOSES {
        let signature = key(7).sign(made_for, b"same bytes").unwrap();
        for shown_as in PURPOSES {
            let verified = public.verify("document", shown_as, b"same bytes", &signature);
            assert_eq!(
                verified.is_ok(),
                made_for == shown_as,
                "made for {made_for:?}, shown as {shown_as:?}"
            );
        }
    }
}

#[test]
fn any_flipped_bit_of_a_pack_file_is_noticed() {
    let content = vec![(PackKind::Calendar, "calendar".to_owned(), vec![b'x'; 4_000])];
    let whole = Pack::publish(&key(7), 1, noon(), "样例", true, content)
        .unwrap()
        .to_bytes()
        .unwrap();
    for at in 0..whole.len() {
        let mut spoilt = whole.clone();
        spoilt[at] ^= 1;
        let read = Pack::from_bytes(&spoilt);
        assert!(
            read.is_err() || read == Pack::from_bytes(&whole),
            "byte {at}"
        );
    }
}

#[test]
fn a_compression_bomb_is_refused_before_it_unfolds() {
    let bomb = zstd_of_zeros(80 * 1024 * 1024);
    assert!(matches!(
        Batch::from_bytes(&bomb),
        Err(WireError::TooLarge { .. })
    ));
    assert!(matches!(
        Pack::from_bytes(&bomb),
        Err(WireError::TooLarge { .. })
    ));
}

fn zstd_of_zeros(len: usize) -> Vec<u8> {
    zstd::encode_all(vec![0; len].as_slice(), 3).unwrap()
}

#[test]
fn torn_and_random_bytes_are_errors_and_never_panics() {
    let (head, entries) = run_of(3);
    let whole = Batch::sign(&key(7), head, entries)
        .unwrap()
        .to_bytes()
        .unwrap();
    for end in 0..whole.len() {
        assert!(Batch::from_bytes(&whole[..end]).is_err(), "cut at {end}");
    }
    let mut noise = 1_u32;
    for _ in 0..2_000 {
        let bytes: Vec<u8> = (0..noise % 90)
            .map(|_| {
                noise = noise.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
                (noise >> 24) as u8
            })
            .collect();
        noise = noise.wrapping_add(1);
        let _ = Entry::from_bytes(&bytes);
        let _ = Header::parse(&bytes);
        let _ = Batch::from_bytes(&bytes);
    }
}

#[test]
fn an_unknown_kind_is_kept_and_an_unknown_field_is_tolerated() {
    assert_eq!(
        Payload::parse("moon_phase", b"\xff").unwrap(),
        Payload::Unknown("moon_phase".to_owned())
    );
    let opened = EpochOpened {
        parent: None,
        suite: SUITE,
        reason: EpochReason::Enrolment,
        mark: None,
        program: "0.1.0".to_owned(),
    };
    let mut json: serde_json::Value =
        serde_json::from_slice(&Payload::from(opened.clone()).to_bytes().unwrap()).unwrap();
    json["later"] = "field".into();
    let back = Payload::parse("epoch_opened", json.to_string().as_bytes()).unwrap();
    assert_eq!(back, Payload::from(opened));
}

#[test]
fn a_payload_error_never_quotes_the_payload() {
    let error = Payload::parse("received", "{\"applicant\": \"样例人\"}".as_bytes()).unwrap_err();
    assert!(!error.to_string().contains("样例人"));
}

#[test]
fn an_entry_over_the_limit_is_refused_when_written() {
    let error = Entry::seal(&start(), draft("note", &vec![b' '; 300 * 1024]), [0; 32]).unwrap_err();
    assert_eq!(error.code(), "WIRE-001");
}

#[test]
fn a_signed_document_is_verified_before_it_is_read() {
    let mut signed = Signed::seal(&key(7), Purpose::Probe, &serde_json::json!({ "a": 1 })).unwrap();
    signed.document = "not even JSON".to_owned();
    let opened: Result<serde_json::Value, _> =
        signed.open(&key(7).public_key(), "probe", Purpose::Probe);
    assert_eq!(opened, Err(WireError::Signature("probe")));
}

#[test]
fn a_pack_names_its_content_by_hash_and_a_changed_blob_is_simply_missing() {
    let content = vec![
        (
            PackKind::Matter,
            "370511004000".to_owned(),
            b"{\"name\":\"\xe6\xa0\xb7\xe4\xbe\x8b\"}".to_vec(),
        ),
        (PackKind::Calendar, "calendar".to_owned(), b"{}".to_vec()),
    ];
    let pack = Pack::publish(&key(7), 3, noon(), "样例", true, content).unwrap();
    let back = Pack::from_bytes(&pack.to_bytes().unwrap()).unwrap();
    let manifest: Manifest = back.open(&key(7).public_key()).unwrap();
    assert_eq!(manifest.items.len(), 2);
    assert!(
        manifest
            .items
            .iter()
            .all(|item| back.blobs.contains_key(&item.sha256))
    );
    let mut touched = pack;
    touched.blobs = [(sha256(b"other"), b"other".to_vec())].into();
    let back = Pack::from_bytes(&touched.to_bytes().unwrap()).unwrap();
    assert!(
        manifest
            .items
            .iter()
            .all(|item| !back.blobs.contains_key(&item.sha256))
    );
    assert!(
        back.open(&key(8).public_key()).is_err(),
        "another publisher's key"
    );
}

#[test]
fn journals_are_named_by_author_and_terminal() {
    let feed: JournalName = "p:LY03".parse().unwrap();
    assert_eq!(feed.to_string(), "p:LY03");
    assert_eq!(feed.terminal().to_string(), "LY03");
    for wrong in ["LY03", "x:LY03", "t:", "t:ly03", "t:LY03\n"] {
        assert!(wrong.parse::<JournalName>().is_err(), "{wrong:?}");
    }
}

/// What was written before a field came keeps its bytes: an empty one is not written.
#[test]
fn entries_written_before_answers_and_pages_came_read_and_write_the_same_bytes() {
    let number = "QS03-20261123-0012-6";
    for (kind, more) in [
        ("supplied", r#""supplied_on":"2026-11-25","clerk":"样例""#),
        (
            "withdrawn",
            r#""reason":"不办了","withdrawn_on":"2026-11-25","clerk":"样例""#,
        ),
        (
            "requested",
            r#""what":"withdraw","reason":"不办了","on":"2026-11-25","clerk":"样例""#,
        ),
    ] {
        let old = format!(r#"{{"number":"{number}",{more}}}"#);
        let read = Payload::parse(kind, old.as_bytes()).unwrap();
        let written = String::from_utf8(read.to_bytes().unwrap()).unwrap();
        assert_eq!(written, old, "{kind}");
    }
}
