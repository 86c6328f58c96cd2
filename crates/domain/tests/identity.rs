//! Identity numbers and telephones.

use chrono::NaiveDate;
use proptest::prelude::*;
use yichuang_domain::identity::{IdKind, IdNumber, IdProblem, IdWarning, Phone, Sex};

fn parsed(kind: IdKind, text: &str) -> IdNumber {
    IdNumber::parse(kind, text).unwrap()
}

#[test]
fn the_public_specimens_of_the_personal_number_are_valid() {
    let number = parsed(IdKind::Citizen, "11010519491231002X");
    assert_eq!(number.birth(), NaiveDate::from_ymd_opt(1949, 12, 31));
    assert_eq!(number.sex(), Some(Sex::Female));
    let other = parsed(IdKind::Citizen, "440524188001010014");
    assert_eq!(other.birth(), NaiveDate::from_ymd_opt(1880, 1, 1));
    assert_eq!(other.sex(), Some(Sex::Male));
}

#[test]
fn what_people_type_is_folded_before_the_check() {
    for typed in [
        "11010519491231002x",
        " 110105 19491231 002X ",
        "１１０１０５１９４９１２３１００２ｘ",
        "110105-19491231-002X",
    ] {
        assert_eq!(
            parsed(IdKind::Citizen, typed).reveal(),
            "11010519491231002X",
            "{typed}"
        );
    }
}

#[test]
fn each_fault_of_a_personal_number_has_its_own_name() {
    let cases = [
        ("", IdProblem::Empty),
        ("   ", IdProblem::Empty),
        ("110105194912310021", IdProblem::CheckDigit),
        ("110105194902300020", IdProblem::BirthDate),
        ("11010519491231002", IdProblem::Length),
        ("1101051949123100AX", IdProblem::Character),
        ("110105491231002", IdProblem::OldFifteen),
        ("931840199001010011", IdProblem::Character),
    ];
    for (typed, problem) in cases {
        assert_eq!(
            IdNumber::parse(IdKind::Citizen, typed).unwrap_err(),
            problem,
            "{typed}"
        );
    }
    assert_eq!(
        IdNumber::parse(IdKind::Citizen, &"1".repeat(5000)).unwrap_err(),
        IdProblem::TooLong
    );
}

#[test]
fn an_old_fifteen_digit_number_is_offered_in_its_modern_form() {
    let upgraded = IdNumber::upgraded_from_fifteen("110105491231002").unwrap();
    assert_eq!(upgraded.reveal(), "11010519491231002X");
    assert!(IdNumber::upgraded_from_fifteen("110105491331002").is_err());
}

#[test]
fn an_unknown_province_is_a_warning_and_not_an_error() {
    assert_eq!(parsed(IdKind::Citizen, "11010519491231002X").warnings(), []);
    let body = "99010519491231002";
    let odd = (0..=9)
        .map(|check| format!("{body}{check}"))
        .chain([format!("{body}X")])
        .find_map(|text| IdNumber::parse(IdKind::ForeignResident, &text).ok());
    assert!(odd.is_some(), "one check character must fit");
}

#[test]
fn a_residence_permit_of_hong_kong_uses_the_personal_scheme() {
    let valid: Vec<IdNumber> = "0123456789X"
        .chars()
        .filter_map(|check| {
            IdNumber::parse(IdKind::Citizen, &format!("81000019900101001{check}")).ok()
        })
        .collect();
    assert_eq!(valid.len(), 1);
    assert_eq!(valid[0].warnings(), []);
}

#[test]
fn both_generations_of_the_foreign_residence_card_are_taken() {
    let new = parsed(IdKind::ForeignResident, "931840199001010011");
    assert_eq!(new.birth(), NaiveDate::from_ymd_opt(1990, 1, 1));
    assert_eq!(new.sex(), Some(Sex::Male));
    let fitting = |body: &str| {
        (0..=9)
            .filter(|check| {
                IdNumber::parse(IdKind::ForeignResident, &format!("{body}{check}")).is_ok()
            })
            .count()
    };
    assert_eq!(fitting("USA11008001011"), 1, "exactly one check digit fits");
    assert_eq!(fitting("USA11008013011"), 0, "801301 is no birth date");
    assert_eq!(
        IdNumber::parse(IdKind::ForeignResident, "110105194912310021").unwrap_err(),
        IdProblem::Character
    );
}

#[test]
fn travel_permits_have_their_shapes_and_the_replacement_digits_are_dropped() {
    assert_eq!(
        parsed(IdKind::HkMoPermit, "h12345678").reveal(),
        "H12345678"
    );
    assert_eq!(
        parsed(IdKind::HkMoPermit, "H1234567801").reveal(),
        "H12345678"
    );
    assert_eq!(
        parsed(IdKind::HkMoPermit, "HA1234567").reveal(),
        "HA1234567"
    );
    assert_eq!(
        parsed(IdKind::TaiwanPermit, "12345678").reveal(),
        "12345678"
    );
    assert_eq!(
        parsed(IdKind::TaiwanPermit, "1234567890A").reveal(),
        "1234567890A"
    );
    assert_eq!(parsed(IdKind::Passport, "E12345678").reveal(), "E12345678");
    for (kind, text) in [
        (IdKind::HkMoPermit, "X12345678"),
        (IdKind::HkMoPermit, "H1234567"),
        (IdKind::HkMoPermit, "HA12345678"),
        (IdKind::TaiwanPermit, "1234567"),
        (IdKind::TaiwanPermit, "12345678901"),
        (IdKind::Passport, "E123"),
        (IdKind::Passport, "护照12345"),
    ] {
        assert!(IdNumber::parse(kind, text).is_err(), "{text}");
    }
}

#[test]
fn the_published_credit_codes_are_valid_and_their_inner_code_too() {
    for code in [
        "91440300708461136T",
        "914403001922038216",
        "91350100M000100Y43",
        "11440232MB2D06811W",
        "12441500196720244T",
    ] {
        let number = parsed(IdKind::Uscc, code);
        assert_eq!(number.warnings(), [], "{code}");
        assert_eq!(number.masked(), code, "an organisation's code is public");
    }
    assert_eq!(
        IdNumber::parse(IdKind::Uscc, "914403001922038217").unwrap_err(),
        IdProblem::CheckDigit
    );
    assert_eq!(
        IdNumber::parse(IdKind::Uscc, "9144030019220382I6").unwrap_err(),
        IdProblem::Character
    );
}

#[test]
fn a_credit_code_with_an_odd_inner_code_is_only_warned_about() {
    let base = "91370481MB9X19817";
    let odd = "0123456789ABCDEFGHJKLMNPQRTUWXY"
        .chars()
        .find_map(|check| IdNumber::parse(IdKind::Uscc, &format!("{base}{check}")).ok())
        .unwrap();
    assert_eq!(odd.warnings(), [IdWarning::OrganisationCheck]);
}

#[test]
fn no_debug_output_shows_a_number() {
    let number = parsed(IdKind::Citizen, "11010519491231002X");
    assert_eq!(number.masked(), "1*************002X");
    assert_eq!(number.last_four(), "002X");
    assert!(!format!("{number:?}").contains("19491231"));
    assert_eq!(
        parsed(IdKind::TaiwanPermit, "12345678").masked(),
        "1*****78"
    );
    let phone = Phone::parse("13812346120").unwrap();
    assert_eq!(phone.masked(), "138****6120");
    assert!(!format!("{phone:?}").contains("1234"));
}

#[test]
fn a_stored_number_is_read_back_even_if_it_would_not_be_taken_today() {
    let number = parsed(IdKind::Citizen, "11010519491231002X");
    let json = serde_json::to_string(&number).unwrap();
    assert_eq!(json, r#"{"kind":"citizen","number":"11010519491231002X"}"#);
    assert_eq!(serde_json::from_str::<IdNumber>(&json).unwrap(), number);
    let odd: IdNumber =
        serde_json::from_str(r#"{"kind":"citizen","number":"110105194912310021"}"#).unwrap();
    assert_eq!(odd.reveal(), "110105194912310021");
    for hostile in [
        r#"{"kind":"citizen","number":""}"#,
        r#"{"kind":"citizen","number":"1\u0000"}"#,
        r#"{"kind":"moon","number":"1"}"#,
    ] {
        assert!(
            serde_json::from_str::<IdNumber>(hostile).is_err(),
            "{hostile}"
        );
    }
    let long = format!(r#"{{"kind":"other","number":"{}"}}"#, "9".repeat(41));
    assert!(serde_json::from_str::<IdNumber>(&long).is_err());
}

#[test]
fn mobiles_landlines_and_service_numbers_are_taken() {
    for (typed, kept) in [
        ("13812346120", "13812346120"),
        ("+86 138-1234-6120", "13812346120"),
        ("１３８１２３４６１２０", "13812346120"),
        ("0632-5512345", "0632-5512345"),
        ("0531—85061150", "0531-85061150"),
        ("（0632）5512345", "06325512345"),
        ("0632-5512345-801", "0632-5512345-801"),
        ("12345", "12345"),
    ] {
        assert_eq!(Phone::parse(typed).unwrap().reveal(), kept, "{typed}");
    }
    for typed in [
        "",
        "12812346120",
        "1381234612",
        "138123461200",
        "5512345",
        "0632-xxxxxxx",
        "电话",
    ] {
        assert!(Phone::parse(typed).is_err(), "{typed}");
    }
}

proptest! {
    #[test]
    fn no_text_makes_a_reader_panic_and_no_mask_shows_the_middle(text in ".{0,80}") {
        for kind in IdKind::ALL {
            if let Ok(number) = IdNumber::parse(*kind, &text) {
                let shown = number.masked().chars().filter(|c| *c != '*').count();
                prop_assert!(*kind == IdKind::Uscc || shown <= 5);
            }
        }
        let _ = Phone::parse(&text);
    }

    #[test]
    fn a_mistyped_digit_of_a_personal_number_is_found(at in 0usize..17, digit in 0u32..10) {
        let mut typed: Vec<char> = "11010519491231002X".chars().collect();
        let digit = char::from_digit(digit, 10).unwrap();
        prop_assume!(typed[at] != digit);
        typed[at] = digit;
        let typed: String = typed.into_iter().collect();
        prop_assert!(IdNumber::parse(IdKind::Citizen, &typed).is_err());
    }
}
