//! The signatures of a case: those it came with, those given before it is accepted, and those given
//! later for what was left unsigned.

use yichuang_domain::{CaseNumber, FieldProblem as Problem};
use yichuang_store::{CaseRow, Reader};
use yichuang_wire::payload::{
    Payload, Received, SignedPaper as Signature, UnsignedPaper as Unsigned,
};

use super::{
    done::{find, undecided_case},
    standing::standing,
    take_in::undecided,
};
use crate::{
    catalogue::{CatalogueMatter, as_received},
    draft::{
        Purpose, content_of,
        sign::{self, Signatures},
    },
    ipc::{ApiError, ErrorCode, SignView, SignedPaper, UnsignedPaper},
    report::Outcome,
};

/// The papers of a case and whether they are signed, as its page shows them.
#[derive(Default)]
pub(super) struct Signing {
    pub(super) to_sign: Vec<SignView>,
    pub(super) signed: Vec<Signature>,
    /// Left unsigned, and not signed since.
    pub(super) unsigned: Vec<Unsigned>,
}

/// What a window gives for the papers of a received case.
#[derive(Default)]
pub(crate) struct Given {
    pub(crate) signed: Vec<SignedPaper>,
    pub(crate) unsigned: Vec<UnsignedPaper>,
}

/// How a case stands with its signatures. Once it is decided about, nothing is asked for besides what
/// was left unsigned.
pub(super) fn signing_of(
    read: &Reader<'_>,
    case: &CaseRow,
    received: Option<&Received>,
) -> Outcome<Signing> {
    let Some(received) = received else {
        return Ok(Signing::default());
    };
    let (signed, unsigned) = signatures_of(read, case, received)?;
    let Some(found) = as_received(read, case, received)? else {
        return Ok(Signing {
            to_sign: Vec::new(),
            signed,
            unsigned,
        });
    };
    let papers = sign::to_sign(&found, &content_of(received));
    let mut to_sign = sign::views(&papers, &read.papers_of(case.id)?);
    let is_signed = |document: &str| signed.iter().any(|one| one.document == document);
    for paper in &mut to_sign {
        // What was signed stands, whatever was supplied or put right since.
        paper.outdated &= !is_signed(&paper.document);
    }
    if !undecided(case.state) {
        let is_left = |document: &str| unsigned.iter().any(|one| one.document == document);
        to_sign.retain(|paper| is_signed(&paper.document) || is_left(&paper.document));
    }
    Ok(Signing {
        to_sign,
        signed,
        unsigned,
    })
}

/// The signatures a case has, in the order of its entries, and what was left unsigned and is so still.
fn signatures_of(
    read: &Reader<'_>,
    case: &CaseRow,
    received: &Received,
) -> Outcome<(Vec<Signature>, Vec<Unsigned>)> {
    let mut signed = received.signed.clone();
    let mut unsigned = received.unsigned.clone();
    for entry in read.timeline(case.id)? {
        if let Some(Payload::Accepted(accepted)) = entry.payload {
            signed.extend(accepted.signed);
            unsigned.retain(|one| {
                accepted
                    .unsigned
                    .iter()
                    .all(|new| new.document != one.document)
            });
            unsigned.extend(accepted.unsigned);
        }
    }
    unsigned.retain(|left| signed.iter().all(|one| one.document != left.document));
    Ok((signed, unsigned))
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

/// A case with papers that can be signed now: what it was received with, and those papers.
pub(crate) struct ToSignNow {
    pub(crate) case: CaseRow,
    pub(crate) found: CatalogueMatter,
    pub(crate) received: Received,
    pub(crate) papers: Vec<sign::ToSign>,
}

/// A case that may still be decided about, with the papers of it that nobody has signed; or one that
/// was accepted, with those that were left unsigned.
///
/// # Errors
/// `CASE-002`, `CASE-003`; `MATTER-001` when its matter's text is not kept any more.
pub(crate) fn signing_papers_of(read: &Reader<'_>, number: &CaseNumber) -> Outcome<ToSignNow> {
    let case = find(read, number)?;
    if undecided(case.state) {
        let (found, received) = application_of(read, &case)?;
        let mut papers = sign::to_sign(&found, &content_of(&received));
        papers.retain(|paper| {
            let mut signed = received.signed.iter();
            !signed.any(|one| one.document == paper.document)
        });
        return Ok(ToSignNow {
            case,
            found,
            received,
            papers,
        });
    }
    left_unsigned(read, case, number)
}

/// The papers of a case that were left unsigned, while they can still be signed.
///
/// # Errors
/// `CASE-002`, `CASE-003` when there is none or the case is decided or has ended, `MATTER-001`.
pub(super) fn signed_later(read: &Reader<'_>, number: &CaseNumber) -> Outcome<ToSignNow> {
    left_unsigned(read, find(read, number)?, number)
}

fn left_unsigned(read: &Reader<'_>, case: CaseRow, number: &CaseNumber) -> Outcome<ToSignNow> {
    if !may_sign_later(&case) {
        // Says which: decided, ended, or accepted by silence.
        undecided_case(read, number)?;
        return Err(ApiError::new(ErrorCode::IllegalMove).with("state", case.state.key()));
    }
    let (found, received) = application_of(read, &case)?;
    let (_, unsigned) = signatures_of(read, &case, &received)?;
    let mut papers = sign::to_sign(&found, &content_of(&received));
    papers.retain(|paper| unsigned.iter().any(|one| one.document == paper.document));
    Ok(ToSignNow {
        case,
        found,
        received,
        papers,
    })
}

/// Whether something was left unsigned at this terminal that can be signed now.
pub(super) fn may_sign_later(case: &CaseRow) -> bool {
    case.own && case.unsigned > 0 && case.state.awaits_decision()
}

fn application_of(read: &Reader<'_>, case: &CaseRow) -> Outcome<(CatalogueMatter, Received)> {
    let unknown = || ApiError::new(ErrorCode::MatterUnknown);
    let received = standing(read, case.id)?.ok_or_else(unknown)?;
    let found = as_received(read, case, &received)?.ok_or_else(unknown)?;
    Ok((found, received))
}

/// The signatures given since a case was received, what is left unsigned, and what is wrong with
/// them. One it was received with stands: what was signed is in the same entry and never changes. One
/// left unsigned at receipt is so still, until something else is given for it.
pub(super) fn given_since(
    read: &Reader<'_>,
    case: &CaseRow,
    (found, received): (&CatalogueMatter, &Received),
    mut given: Given,
) -> Outcome<(Signatures, Vec<Problem>)> {
    let mut papers = sign::to_sign(found, &content_of(received));
    let signed = |document: &str| received.signed.iter().any(|one| one.document == document);
    let given_now = |document: &str| {
        given.signed.iter().any(|one| one.document == document)
            || given.unsigned.iter().any(|one| one.document == document)
    };
    let left = |document: &str| received.unsigned.iter().any(|one| one.document == document);
    papers.retain(|paper| {
        let document = paper.document.as_str();
        !signed(document) && (given_now(document) || !left(document))
    });
    let printed = read.papers_of(case.id)?;
    sign::bind(&mut given.signed, &papers, &printed);
    sign::bind_unsigned(&mut given.unsigned, &papers);
    let answers = (given.signed.as_slice(), given.unsigned.as_slice());
    let (found, problems) = sign::signatures(&papers, answers, Purpose::Accept);
    let signatures = Signatures {
        signed: sign::printed_by(found.signed, &printed),
        ..found
    };
    Ok((signatures, problems))
}
