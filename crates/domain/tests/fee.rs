//! Fees: shown with their basis alone, else literally 不收费 (涉企收费目录清单).

use crate::catalogue_assets::matters;
use yichuang_domain::{
    guide::{Guide, Section},
    matter::{FREE, Fee},
};

#[test]
fn every_matter_of_the_catalogue_names_a_fee_with_its_basis_or_says_it_is_free() {
    for matter in matters() {
        let (fee, words) = (&matter.fee, matter.fee.words());
        if fee.is_due() {
            assert!(words.contains(fee.standard()), "{}", matter.name);
            assert!(words.contains(fee.basis.trim()), "{}", matter.name);
        } else {
            assert_eq!(words, "不收费", "{}", matter.name);
        }
        assert!(!words.contains("0.00"), "{}", matter.name);
        let guide = Guide::of(&matter, None);
        let said = format!("{:?}", guide.section(Section::Fee));
        assert!(said.contains(fee.standard()), "{}: {said}", matter.name);
    }
}

#[test]
fn a_charge_without_a_basis_is_none() {
    let fee = |charged, basis: &str| Fee {
        charged,
        standard_text: "10 元/件".to_owned(),
        basis: basis.to_owned(),
        amount_fen: Some(1_000),
    };
    assert_eq!(fee(true, "").words(), FREE);
    assert_eq!(fee(true, "  ").words(), FREE);
    assert_eq!(fee(false, "某文件").words(), FREE);
    assert_eq!(fee(true, "某文件").words(), "10 元/件（依据：某文件）");
    assert_eq!(fee(true, "").standard(), FREE);
}
