//! The signatures of a received case: those it came with, and those given before it is accepted.

use yichuang_domain::{CaseNumber, FieldProblem as Problem};
use yichuang_store::{CaseRow, Reader};
use yichuang_wire::payload::{Payload, Received, SignedPaper as Signature};

use super::{done::undecided_case, standing::standing, take_in::undecided};
use crate::{
    catalogue::{CatalogueMatter, as_received},
    draft::{Purpose, content_of, sign},
    ipc::{ApiError, ErrorCode, SignView, SignedPaper},
    report::Outcome,
};

/// The papers of a case and whether they are signed, as its page shows them.
#[derive(Default)]
pub(super) struct Signing {
    pub(super) to_sign: Vec<SignView>,
    pub(super) signed: Vec<Signature>,
}

/// How a case stands with its signatures. Nothing is asked for once it is decided about.
pub(super) fn signing_of(
    read: &Reader<'_>,
    case: &CaseRow,
    received: Option<&Received>,
) -> Outcome<Signing> {
    let Some(received) = received else {
        return Ok(Signing::default());
    };
    let signed = signatures_of(read, case, received)?;
    let Some(found) = as_received(read, case, received)? else {
        return Ok(Signing {
            signed,
            ..Signing::default()
        });
    };
    let papers = sign::to_sign(&found, &content_of(received));
    let mut to_sign = sign::views(&papers, &read.papers_of(case.id)?);
    for paper in &mut to_sign {
        // What was signed stands, whatever was supplied or put right since.
        paper.outdated &= !signed.iter().any(|one| one.document == paper.document);
    }
    if !undecided(case.state) {
        to_sign.retain(|paper| signed.iter().any(|one| one.document == paper.document));
    }
    Ok(Signing { to_sign, signed })
}

/// The signatures a case has, in the order of its entries.
fn signatures_of(
    read: &Reader<'_>,
    case: &CaseRow,
    received: &Received,
) -> Outcome<Vec<Signature>> {
    let mut signed = received.signed.clone();
    for entry in read.timeline(case.id)? {
        if let Some(Payload::Accepted(accepted)) = entry.payload {
            signed.extend(accepted.signed);
        }
    }
    Ok(signed)
}

/// The paper of this name that is signed for a case, if there is one.
pub(crate) fn paper_to_sign(
    read: &Reader<'_>,
    case: &CaseRow,
    document: &str,
) -> Outcome<Option<SignView>> {
    let received = standing(read, case.id)?;
    let mut papers = signing_of(read, case, received.as_ref())?
        .to_sign
        .into_iter();
    Ok(papers.find(|paper| paper.document == document))
}

/// A case that may still be decided about, with what it was received with and the papers of it that
/// nobody has signed.
///
/// # Errors
/// `CASE-002`, `CASE-003`; `MATTER-001` when its matter's text is not kept any more.
pub(crate) fn signing_papers_of(
    read: &Reader<'_>,
    number: &CaseNumber,
) -> Outcome<(CatalogueMatter, Received, Vec<sign::ToSign>)> {
    let case = undecided_case(read, number)?;
    let unknown = || ApiError::new(ErrorCode::MatterUnknown);
    let received = standing(read, case.id)?.ok_or_else(unknown)?;
    let found = as_received(read, &case, &received)?.ok_or_else(unknown)?;
    let mut papers = sign::to_sign(&found, &content_of(&received));
    papers.retain(|paper| {
        let mut signed = received.signed.iter();
        !signed.any(|one| one.document == paper.document)
    });
    Ok((found, received, papers))
}

/// The signatures given since a case was received, and what is wrong with them. One it was received
/// with stands: what was signed is in the same entry and never changes.
pub(super) fn given_since(
    read: &Reader<'_>,
    case: &CaseRow,
    (found, received): (&CatalogueMatter, &Received),
    mut given: Vec<SignedPaper>,
) -> Outcome<(Vec<Signature>, Vec<Problem>)> {
    let mut papers = sign::to_sign(found, &content_of(received));
    let stands = |document: &str| received.signed.iter().any(|one| one.document == document);
    papers.retain(|paper| !stands(&paper.document));
    let printed = read.papers_of(case.id)?;
    sign::bind(&mut given, &papers, &printed);
    let (signed, problems) = sign::signatures(&papers, &given, Purpose::Accept);
    Ok((sign::printed_by(signed, &printed), problems))
}
