//! 证明事项清单 on paper: the published list of proofs kept and abolished.

use yichuang_domain::{
    MatterCode,
    proof::{IssuedProof, NeededProof, ProofStatus, Proofs},
};
use yichuang_print::documents::{Imprint, ListedProof, ProofList};

use super::Edition;

/// The list as a paper. `body_of` knows who handles a matter in force.
pub(super) fn proof_list(
    proofs: &Proofs,
    edition: &Edition,
    imprint: Imprint,
    body_of: impl Fn(&MatterCode) -> Option<String>,
) -> ProofList {
    let needed = proofs.annex2.rows.iter().map(|row| {
        let body = proofs
            .links
            .get(&format!("annex2-{}", row.row))
            .and_then(&body_of);
        (row.status, demanded(row, body))
    });
    let issued = proofs
        .annex3
        .rows
        .iter()
        .map(|row| (row.status, issued(row, &proofs.annex3.filled_by)));
    let (kept, abolished): (Vec<_>, Vec<_>) = needed
        .chain(issued)
        .partition(|(status, _)| *status == ProofStatus::Kept);
    let listed = |rows: Vec<(ProofStatus, ListedProof)>| rows.into_iter().map(|(_, one)| one);
    ProofList {
        imprint,
        filled_by: proofs.annex2.filled_by.clone(),
        kept: listed(kept).collect(),
        abolished: listed(abolished).collect(),
        version: edition.version.to_string(),
        published_on: edition.published_on,
        unchecked_days: edition.unchecked_days,
    }
}

/// A proof that departments ask for (附件2).
fn demanded(row: &NeededProof, body: Option<String>) -> ListedProof {
    let demanded_by = match body {
        Some(body) => format!("{body}：{}", row.matter),
        None => row.matter.clone(),
    };
    ListedProof {
        name: row.name.clone(),
        basis: row.basis.clone(),
        demanded_by,
        issued_by: row.provider.clone(),
        note: said(&[&row.reason, &row.remark]),
    }
}

/// A proof that this place issues (附件3).
fn issued(row: &IssuedProof, issued_by: &str) -> ListedProof {
    ListedProof {
        name: row.name.clone(),
        basis: row.basis.clone(),
        demanded_by: match row.purpose.as_str() {
            "" => row.needed_by.clone(),
            purpose => format!("{}：{purpose}", row.needed_by),
        },
        issued_by: issued_by.to_owned(),
        note: said(&[&row.reason, &row.remark]),
    }
}

fn said(texts: &[&String]) -> String {
    let said: Vec<_> = texts
        .iter()
        .map(|text| text.trim())
        .filter(|text| !text.is_empty())
        .collect();
    said.join("；")
}
