//! One handing over as asked for, judged whole: who takes what, how, and by what right.

use uuid::Uuid;
use yichuang_domain::{
    FileRef, Person,
    delivery::{Acknowledged, DeliveryWay, Handing, Recipient, check_handing},
    form::FieldProblem as Problem,
};
use yichuang_store::{MandateRow, Reader};

use super::{
    going::{Going, going},
    taker::{Taker, refused, who},
};
use crate::{
    draft::{file_ref, person},
    ipc::{ApiError, DeliverResults, ErrorCode},
    report::{Outcome, field_problem, problem},
};

/// A handing over that may be written down.
pub(super) struct Checked {
    pub(super) going: Vec<Going>,
    pub(super) way: DeliveryWay,
    pub(super) recipient: Recipient,
    /// Who took it, when it was not the applicant.
    pub(super) taker: Option<Person>,
    pub(super) relation: String,
    pub(super) mandate: Option<MandateRow>,
    pub(super) place: String,
    pub(super) files: Vec<FileRef>,
    pub(super) witness: Option<String>,
}

impl Checked {
    /// The mandate's id, for the entry.
    pub(super) fn mandate_id(&self) -> Option<Uuid> {
        self.mandate.as_ref().map(|row| row.given.id)
    }
}

/// Judges a handing over; `acknowledged` is none while only the slip to sign is printed.
///
/// # Errors
/// `CASE-001` with every field to change; `DELIVERY-001` when the document is not the applicant's;
/// `DELIVERY-002` without a mandate, `MANDATE-002` with one that does not cover it; those of
/// [`going`].
pub(super) fn check(
    read: &Reader<'_>,
    input: &DeliverResults,
    acknowledged: Option<Acknowledged>,
    today: chrono::NaiveDate,
) -> Outcome<Checked> {
    let all = going(read, &input.going)?;
    let mut problems = Vec::new();
    let way = DeliveryWay::from_key(&input.way);
    let recipient = Recipient::from_key(&input.recipient);
    let (Some(way), Some(recipient)) = (way, recipient) else {
        let field = if way.is_none() { "way" } else { "recipient" };
        return Err(ApiError::invalid(vec![field_problem(field, "option")]));
    };
    let taker = input
        .taker
        .as_ref()
        .and_then(|input| person("taker", input, &mut problems));
    let files: Vec<FileRef> = input
        .files
        .iter()
        .filter_map(|file| file_ref("files", file, &mut problems))
        .collect();
    let place = place(read, input.place.trim(), way, &all);
    let witness = Some(input.witness.trim()).filter(|name| !name.is_empty());
    let handing = Handing {
        way,
        taker: taker.is_some(),
        acknowledged,
        files: files.len(),
        witness,
        place: &place,
    };
    problems.extend(check_handing(&handing).err().unwrap_or_default());
    refuse(problems)?;
    let witness = witness.map(str::to_owned);
    let right = right(read, &all, taker.as_ref(), recipient, today)?;
    Ok(Checked {
        going: all,
        way,
        recipient,
        taker: taker.filter(|_| recipient == Recipient::Agent),
        relation: right.relation,
        mandate: right.mandate,
        place,
        files,
        witness,
    })
}

fn refuse(problems: Vec<Problem>) -> Outcome<()> {
    if problems.is_empty() {
        return Ok(());
    }
    let shown = problems.into_iter().map(|one| problem(one, None));
    Err(ApiError::invalid(shown.collect()))
}

/// By what right somebody takes it.
#[derive(Default)]
struct Right {
    relation: String,
    mandate: Option<MandateRow>,
}

fn right(
    read: &Reader<'_>,
    all: &[Going],
    taker: Option<&Person>,
    recipient: Recipient,
    today: chrono::NaiveDate,
) -> Outcome<Right> {
    let Some(taker) = taker else {
        return match recipient {
            Recipient::Applicant => Ok(Right::default()),
            Recipient::Agent => Err(ApiError::invalid(vec![field_problem("taker", "required")])),
        };
    };
    let cases = all.iter().map(|one| (&one.case, &one.received));
    match (who(read, cases, &taker.id, today)?, recipient) {
        (Taker::Applicant, Recipient::Applicant) => Ok(Right::default()),
        (Taker::Applicant, Recipient::Agent) => Err(ApiError::invalid(vec![field_problem(
            "recipient",
            "is_applicant",
        )])),
        (_, Recipient::Applicant) => Err(ApiError::new(ErrorCode::WrongPerson)),
        (Taker::Guardian { relation }, Recipient::Agent) => Ok(Right {
            relation,
            mandate: None,
        }),
        (Taker::Agent { mandate }, Recipient::Agent) => Ok(Right {
            relation: mandate.given.relation.clone(),
            mandate: Some(*mandate),
        }),
        (Taker::Stranger { lapsed }, Recipient::Agent) => Err(refused(lapsed)),
    }
}

/// Where, when nobody said: this counter, or the applicant's home when somebody went there.
fn place(read: &Reader<'_>, said: &str, way: DeliveryWay, all: &[Going]) -> String {
    if !said.is_empty() {
        return said.to_owned();
    }
    let home = || {
        let received = all.first().map(|one| &one.received);
        received.and_then(|received| received.applicant.address.clone())
    };
    match way {
        DeliveryWay::Helper | DeliveryWay::Left | DeliveryWay::Post => home().unwrap_or_default(),
        DeliveryWay::Electronic => "电子送达".to_owned(),
        DeliveryWay::Window => counter(read),
    }
}

/// This counter, as papers name it.
pub(super) fn counter(read: &Reader<'_>) -> String {
    let enrolment = &read.identity().enrolment;
    format!("{} · {}", enrolment.point.name, enrolment.window)
}
