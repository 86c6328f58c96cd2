//! What stands and hangs in the hall: guides by the dozen, and the list of proofs kept and abolished.

use std::collections::BTreeSet;

use yichuang_app::ipc::{ErrorCode, Nothing, PaperRef};
use yichuang_domain::proof::{ProofStatus, Proofs};
use yichuang_tests::kit::{Counter, assets, pdf_text, sample_matters};

fn published() -> Proofs {
    let bytes = std::fs::read(assets().join("catalogue/proofs.json")).unwrap();
    Proofs::parse(&bytes).unwrap()
}

fn flat(text: &str) -> String {
    text.split_whitespace().collect()
}

#[test]
fn the_shelf_has_every_guide_once_by_category_and_knows_what_is_taken_here() {
    let counter = Counter::open();
    let guides = counter.desk.list_guides(Nothing {}).unwrap().guides;
    let codes: BTreeSet<_> = guides.iter().map(|one| one.code.clone()).collect();
    let all: BTreeSet<_> = sample_matters()
        .iter()
        .map(|sample| sample.matter.code.to_string())
        .collect();
    assert_eq!((codes, guides.len()), (all, sample_matters().len()));
    let categories: Vec<_> = guides.iter().map(|one| one.category.as_str()).collect();
    assert!(categories.is_sorted(), "{categories:?}");
    let here = guides.iter().filter(|one| one.here).count();
    assert!(
        here > 0 && here < guides.len(),
        "{here} of {}",
        guides.len()
    );
}

#[test]
fn the_wall_list_names_every_proof_with_its_basis_who_asks_who_issues_and_what_became_of_it() {
    let counter = Counter::open();
    let paper = counter.desk.print_proof_list(Nothing {}).unwrap();
    assert_eq!(paper.document, "proof_list");
    assert!(paper.missing.is_empty(), "{:?}", paper.missing);
    let pdf = counter.desk.paper_pdf(PaperRef { id: paper.id }).unwrap();
    let text = flat(&pdf_text(&pdf));
    let proofs = published();
    let statuses = proofs.annex2.rows.iter().map(|row| row.status);
    let statuses = statuses.chain(proofs.annex3.rows.iter().map(|row| row.status));
    let (kept, abolished): (Vec<_>, Vec<_>) =
        statuses.partition(|status| *status == ProofStatus::Kept);
    for words in [
        format!("一、保留的证明事项（{}项）", kept.len()),
        format!("二、取消的证明事项（{}项）", abolished.len()),
        "没有列为“保留”的证明，办事窗口一律不得要求提供。".to_owned(),
        "版本1".to_owned(),
        "样例目录".to_owned(),
    ] {
        assert!(text.contains(&words), "{words} is not on\n{text}");
    }
    counter.assert_sound();
}

#[test]
fn a_catalogue_without_a_list_of_proofs_says_so() {
    let counter = Counter::open();
    counter.withdraw("proofs");
    let refused = counter.desk.print_proof_list(Nothing {}).unwrap_err();
    assert_eq!(refused.code, ErrorCode::ProofListMissing);
}
