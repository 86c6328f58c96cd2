//! Papers of handing results over and of mandates. What is signed before anything is written down
//! is kept with the paper as it was printed; the rest is made from the journal.

use chrono::NaiveDate;
use serde::{Serialize, de::DeserializeOwned};
use uuid::Uuid;
use yichuang_domain::{
    IdKind, Person, Phone,
    delivery::{DeliveryWay, Recipient},
    person::MandateScope,
};
use yichuang_print::{
    Document,
    documents::{
        Collected, CollectionSlip, DeliveryProof, Imprint, MandatePaper, ParcelLabel, Party,
        ServedDocument, Taker, VillageCertificate,
    },
};
use yichuang_store::{CaseRow, MandateRow, PaperRow, Reader};
use yichuang_wire::payload::{Delivered, MandateGiven, Payload, Posted, ResultDocument};

use super::signing_papers::unprinted;
use crate::{
    delivery::authority_words,
    ipc::{ApiError, ErrorCode},
    mandate::matter_name,
    printing::routed_sheet,
    report::Outcome,
};

/// 领取凭证（领取签收单）.
pub(crate) const COLLECTION_SLIP: &str = "collection_slip";
/// Its title.
pub(crate) const COLLECTION_SLIP_TITLE: &str = "领取凭证";
/// Before the handing over's id in the document name of a 送达回证.
pub(crate) const DELIVERY_PROOF: &str = "delivery_proof.";
/// Before the parcel's id in the document name of an 邮寄单.
pub(crate) const PARCEL_LABEL: &str = "parcel_label.";
/// Before the mandate's id in the document name of a 授权委托书.
pub(crate) const MANDATE: &str = "mandate.";

/// What a collection slip is made from.
pub(crate) struct Slip<'a> {
    pub(crate) applicant: &'a Person,
    pub(crate) taker: Option<&'a Person>,
    pub(crate) relation: &'a str,
    pub(crate) mandate: Option<&'a MandateRow>,
    pub(crate) cases: Vec<(&'a CaseRow, &'a [ResultDocument])>,
    pub(crate) way: DeliveryWay,
    pub(crate) place: &'a str,
    pub(crate) witness: &'a str,
    pub(crate) on: NaiveDate,
    pub(crate) clerk: &'a str,
}

/// What these papers are called, by their kinds.
pub(super) const TITLES: [(&str, &str); 4] = [
    (COLLECTION_SLIP, COLLECTION_SLIP_TITLE),
    ("delivery_proof", "送达回证"),
    ("parcel_label", "邮寄单"),
    ("mandate", "授权委托书"),
];

/// What the slip says, before it is printed.
pub(crate) fn collection_slip(slip: &Slip<'_>) -> CollectionSlip {
    let term = slip.mandate.map(|row| (row.given.from, row.given.until));
    CollectionSlip {
        imprint: unprinted(),
        applicant: party(slip.applicant),
        taker: slip.taker.map(|person| Taker {
            party: party(person),
            relation: slip.relation.to_owned(),
            authority: authority_words(term),
        }),
        cases: slip
            .cases
            .iter()
            .map(|(case, documents)| collected(case, documents))
            .collect(),
        way: slip.way.label().to_owned(),
        place: slip.place.to_owned(),
        on: slip.on,
        witness: slip.witness.to_owned(),
        clerk: slip.clerk.to_owned(),
    }
}

/// What a mandate's paper says; `revoked` when it holds no longer.
pub(crate) fn mandate_paper(
    read: &Reader<'_>,
    given: &MandateGiven,
    revoked: Option<(NaiveDate, String)>,
) -> Outcome<MandatePaper> {
    let matters = given.matters.iter().map(|code| matter_name(read, code));
    let phone = |person: &Person| {
        let phone = person.phone.as_ref().map(Phone::masked);
        phone.unwrap_or_default()
    };
    let principal = party(&given.principal);
    Ok(MandatePaper {
        imprint: unprinted(),
        principal: match given.booklet {
            Some(_) => Party {
                masked_id: format!("{} {}", IdKind::Hukou.label(), given.principal.id.masked()),
                ..principal
            },
            None => principal,
        },
        principal_phone: phone(&given.principal),
        agent: party(&given.agent),
        agent_phone: phone(&given.agent),
        relation: given.relation.clone(),
        powers: given.scope.iter().copied().map(power).collect(),
        matters: matters.collect::<Outcome<_>>()?,
        from: given.from,
        until: given.until,
        witness: given.witness.clone().unwrap_or_default(),
        booklet: given.booklet.as_ref().map(|booklet| VillageCertificate {
            issuer: booklet.issuer.clone(),
            number: booklet.certificate.clone(),
            on: booklet.certified_on,
        }),
        revoked,
        clerk: given.clerk.clone(),
    })
}

/// The document a paper of a case of this module stands for; none for another's.
pub(super) fn document(
    read: &Reader<'_>,
    paper: &PaperRow,
    case: &CaseRow,
    imprint: Imprint,
) -> Outcome<Option<Document>> {
    let id = |prefix: &str| {
        let id = paper.document.strip_prefix(prefix)?;
        Uuid::parse_str(id).ok()
    };
    if paper.document == COLLECTION_SLIP {
        let said: CollectionSlip = said(paper)?;
        return Ok(Some(CollectionSlip { imprint, ..said }.document()));
    }
    if let Some(delivery) = id(DELIVERY_PROOF) {
        return proof(read, imprint, case, delivery).map(Some);
    }
    if let Some(parcel) = id(PARCEL_LABEL) {
        let imprint = Imprint {
            paper: routed_sheet(read, paper)?,
            ..imprint
        };
        return label(read, imprint, case, parcel).map(Some);
    }
    match id(MANDATE) {
        Some(mandate) => mandate_document(read, imprint, paper, mandate).map(Some),
        None => Ok(None),
    }
}

fn mandate_document(
    read: &Reader<'_>,
    imprint: Imprint,
    paper: &PaperRow,
    id: Uuid,
) -> Outcome<Document> {
    let imprint = Imprint {
        two_copies: true,
        number: String::new(),
        ..imprint
    };
    let paper = match read.mandate(id)? {
        Some(row) => {
            let why = row.revoke_reason.clone().unwrap_or_default();
            let revoked = row.revoked_on.map(|day| (day, why));
            mandate_paper(read, &row.given, revoked)?
        }
        None => said(paper)?,
    };
    Ok(MandatePaper { imprint, ..paper }.document())
}

fn proof(read: &Reader<'_>, imprint: Imprint, case: &CaseRow, delivery: Uuid) -> Outcome<Document> {
    let gone = || ApiError::new(ErrorCode::PaperUnknown);
    let received = read.received(case.id)?.ok_or_else(gone)?;
    let timeline = read.timeline(case.id)?;
    let handed = timeline
        .iter()
        .rev()
        .find_map(|entry| match &entry.payload {
            Some(Payload::Delivered(body)) if body.delivery == delivery => Some(body),
            _ => None,
        });
    let handed = handed.ok_or_else(gone)?;
    let proof = DeliveryProof {
        organ: received.matter.department.clone(),
        matter: received.matter.name.clone(),
        matter_code: received.matter.code.to_string(),
        addressee: party(&received.applicant),
        documents: handed.documents.iter().map(served).collect(),
        way: handed.way.label().to_owned(),
        place: handed.place.clone(),
        delivered_on: handed.delivered_on,
        taker: taker(read, handed)?,
        acknowledged: handed.acknowledged.label().to_owned(),
        witness: handed.witness.clone().unwrap_or_default(),
        note: note(handed),
        clerk: handed.clerk.clone(),
        imprint,
    };
    Ok(proof.document())
}

fn taker(read: &Reader<'_>, handed: &Delivered) -> Outcome<Option<Taker>> {
    let Some(person) = handed
        .taker
        .as_ref()
        .filter(|_| handed.recipient == Recipient::Agent)
    else {
        return Ok(None);
    };
    let mandate = handed.mandate.map(|id| read.mandate(id)).transpose()?;
    let term = mandate
        .flatten()
        .map(|row| (row.given.from, row.given.until));
    Ok(Some(Taker {
        party: party(person),
        relation: handed.relation.clone(),
        authority: authority_words(term),
    }))
}

fn note(handed: &Delivered) -> String {
    let tracking = handed.tracking.as_ref().map(|no| format!("邮件号 {no}"));
    let words = [tracking.unwrap_or_default(), handed.note.clone()];
    let said: Vec<_> = words.into_iter().filter(|one| !one.is_empty()).collect();
    said.join("；")
}

fn label(read: &Reader<'_>, imprint: Imprint, case: &CaseRow, parcel: Uuid) -> Outcome<Document> {
    let gone = || ApiError::new(ErrorCode::PaperUnknown);
    let mut cases = Vec::new();
    let mut first: Option<Posted> = None;
    let mut ids: Vec<_> = read.parcel(parcel)?.iter().map(|row| row.case).collect();
    ids.dedup();
    for id in ids {
        let row = read.case(id)?.ok_or_else(gone)?;
        let posted = read.timeline(id)?.into_iter().rev().find_map(|entry| {
            let Some(Payload::Posted(posted)) = entry.payload else {
                return None;
            };
            (posted.parcel == parcel).then_some(posted)
        });
        let posted = posted.ok_or_else(gone)?;
        cases.push(collected(&row, &posted.documents));
        first = first.or(Some(posted));
    }
    let posted = first.ok_or_else(gone)?;
    let point = &read.identity().enrolment.point;
    let phone = case.applicant_phone.as_ref().map(Phone::masked);
    let label = ParcelLabel {
        imprint: Imprint {
            qr: Some(posted.tracking.clone()),
            ..imprint
        },
        carrier: posted.carrier,
        tracking: posted.tracking,
        sender: vec![
            point.name.clone(),
            point.address.clone(),
            point.phone.clone(),
        ],
        recipient: case.applicant_name.clone(),
        masked_phone: phone.unwrap_or_default(),
        address: posted.address,
        cases,
        on: posted.on,
        clerk: posted.clerk,
    };
    Ok(label.document())
}

fn collected(case: &CaseRow, documents: &[ResultDocument]) -> Collected {
    Collected {
        number: case.number.to_string(),
        matter: case.matter_name.clone(),
        documents: documents.iter().map(served).collect(),
    }
}

fn served(document: &ResultDocument) -> ServedDocument {
    ServedDocument {
        name: document.name.clone(),
        number: document.document_no.clone().unwrap_or_default(),
        valid_until: document.valid_until,
    }
}

fn party(person: &Person) -> Party {
    Party {
        name: person.name.clone(),
        masked_id: format!("{} {}", person.id.kind().label(), person.id.masked()),
    }
}

/// What one may do, as a mandate says it.
fn power(scope: MandateScope) -> String {
    match scope {
        MandateScope::Consult => "代为咨询",
        MandateScope::Submit => "代为递交申请和材料、代为填写",
        MandateScope::Correct => "代为补正材料",
        MandateScope::Collect => "代为领取办理结果和文书",
        MandateScope::Sign => "代为签署申请文书",
    }
    .to_owned()
}

/// What a paper said when it was printed, before anything was written down.
fn said<T: DeserializeOwned>(paper: &PaperRow) -> Outcome<T> {
    let body = paper.answers.as_deref();
    body.and_then(|body| serde_json::from_str(body).ok())
        .ok_or_else(|| ApiError::new(ErrorCode::PaperUnknown))
}

/// The text a paper keeps of what it says.
pub(super) fn keep<T: Serialize>(said: &T) -> Outcome<String> {
    serde_json::to_string(said).map_err(|_| ApiError::new(ErrorCode::Internal))
}
