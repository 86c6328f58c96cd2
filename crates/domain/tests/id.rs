//! Identifiers.

use yichuang_domain::id::{CaseId, FileHash, MaterialId, MatterCode, TerminalCode};

#[test]
fn a_case_id_has_one_spelling() {
    let id: CaseId = "01938e2a-7c00-7000-8000-000000000001".parse().unwrap();
    assert_eq!(id.to_string(), "01938e2a-7c00-7000-8000-000000000001");
    assert_eq!(
        serde_json::to_string(&id).unwrap(),
        "\"01938e2a-7c00-7000-8000-000000000001\""
    );
    for other in [
        "01938e2a7c0070008000000000000001",
        "{01938e2a-7c00-7000-8000-000000000001}",
        "",
        "x",
    ] {
        assert!(other.parse::<CaseId>().is_err(), "{other}");
    }
}

#[test]
fn a_file_hash_is_64_lower_case_hexadecimal_digits() {
    let text = format!("00ff{}", "a5".repeat(30));
    let hash: FileHash = text.parse().unwrap();
    assert_eq!(hash.to_string(), text);
    assert_eq!(
        serde_json::from_str::<FileHash>(&format!("\"{text}\"")).unwrap(),
        hash
    );
    for other in [
        text.to_uppercase(),
        text[1..].to_owned(),
        format!("{text}0"),
        "界".repeat(22),
        "zz".repeat(32),
    ] {
        assert!(other.parse::<FileHash>().is_err(), "{other}");
    }
}

#[test]
fn codes_keep_their_shapes() {
    for good in ["LY03", "LY03K7", "A1B", "ABCDEFGH"] {
        assert!(TerminalCode::new(good).is_ok(), "{good}");
    }
    for bad in ["L3", "ly03", "LY-03", "ABCDEFGHI", "镇03"] {
        assert!(TerminalCode::new(bad).is_err(), "{bad}");
    }
    assert!(MatterCode::new("11370481MB9X14812W4370514003000").is_ok());
    assert!(MatterCode::new("1137048").is_err());
    assert!(MatterCode::new("1".repeat(41)).is_err());
    assert!(MaterialId::new("MAT-IDCARD").is_ok());
    assert!(MaterialId::new("mat idcard").is_err());
}
