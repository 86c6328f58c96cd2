//! A mandate as typed, read and judged.

use chrono::NaiveDate;
use uuid::Uuid;
use yichuang_domain::{
    FileRef, MatterCode, Person,
    delivery::Acknowledged,
    form::FieldProblem as Problem,
    mandate::{Mandate, Proposal, check_proposal},
    person::MandateScope,
};
use yichuang_store::{CaseRow, Reader};
use yichuang_wire::payload::MandateGiven;

use crate::{
    case::numbered,
    draft::person,
    ipc::{ApiError, ErrorCode, MandateTerms, PersonRef},
    report::{Outcome, problem},
};

/// Who gives the mandate, and the case in which they are known.
pub(super) fn principal(read: &Reader<'_>, input: &PersonRef) -> Outcome<(CaseRow, Person)> {
    let unknown = || ApiError::new(ErrorCode::PersonUnknown);
    let case = numbered(read, &input.number)?;
    let received = read.received(case.id)?.ok_or_else(unknown)?;
    let person = if input.agent {
        received.agent.ok_or_else(unknown)?.person
    } else {
        received.applicant
    };
    Ok((case, person))
}

/// How a mandate was signed; none while it is only printed to be signed.
pub(super) struct Signature {
    pub(super) how: Acknowledged,
    pub(super) files: Vec<FileRef>,
}

/// The mandate the terms and the signature make.
///
/// # Errors
/// `CASE-001` with every field that has to be changed.
pub(super) fn read_terms(
    id: Uuid,
    principal: Person,
    terms: &MandateTerms,
    signature: Option<Signature>,
    (today, clerk): (NaiveDate, &str),
) -> Outcome<MandateGiven> {
    let mut problems = Vec::new();
    let agent = person("agent", &terms.agent, &mut problems);
    let mandate = authority(terms, &mut problems);
    let witness = Some(terms.witness.trim()).filter(|text| !text.is_empty());
    let (Some(agent), Some(mandate)) = (agent, mandate) else {
        return Err(refused(problems));
    };
    let proposal = Proposal {
        principal: &principal,
        agent: &agent,
        relation: &terms.relation,
        mandate: &mandate,
        how: signature.as_ref().map(|signed| signed.how),
        files: signature.as_ref().map_or(0, |signed| signed.files.len()),
        witness,
    };
    problems.extend(check_proposal(&proposal, today).err().unwrap_or_default());
    if !problems.is_empty() {
        return Err(refused(problems));
    }
    let (how, files) = signature.map_or((Acknowledged::OnPaper, Vec::new()), |signed| {
        (signed.how, signed.files)
    });
    Ok(MandateGiven {
        id,
        relation: terms.relation.trim().to_owned(),
        scope: mandate.scope,
        matters: mandate.matters,
        from: mandate.from,
        until: mandate.until,
        how,
        files,
        witness: witness.map(str::to_owned),
        clerk: clerk.to_owned(),
        principal,
        agent,
    })
}

fn refused(problems: Vec<Problem>) -> ApiError {
    let shown = problems.into_iter().map(|one| problem(one, None));
    ApiError::invalid(shown.collect())
}

fn authority(terms: &MandateTerms, problems: &mut Vec<Problem>) -> Option<Mandate> {
    let before = problems.len();
    let mut scope = Vec::new();
    for key in &terms.scope {
        match MandateScope::from_key(key) {
            Some(one) if !scope.contains(&one) => scope.push(one),
            Some(_) => {}
            None => problems.push(Problem::new("scope", "option")),
        }
    }
    let mut matters = Vec::new();
    for code in &terms.matters {
        match MatterCode::new(code.as_str()) {
            Ok(code) => matters.push(code),
            Err(_) => problems.push(Problem::new("matters", "option")),
        }
    }
    let from = day("from", &terms.from, problems);
    let until = day("until", &terms.until, problems);
    let (from, until) = (from?, until?);
    (problems.len() == before).then_some(Mandate {
        scope,
        matters,
        from,
        until,
        revoked_on: None,
    })
}

fn day(field: &str, text: &str, problems: &mut Vec<Problem>) -> Option<NaiveDate> {
    let day = NaiveDate::parse_from_str(text, "%Y-%m-%d").ok();
    if day.is_none() {
        let rule = if text.is_empty() {
            "required"
        } else {
            "not_a_date"
        };
        problems.push(Problem::new(field, rule));
    }
    day
}
