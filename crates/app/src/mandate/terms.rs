//! A mandate as typed, read and judged.

use chrono::NaiveDate;
use uuid::Uuid;
use yichuang_domain::{
    FileRef, IdKind, IdNumber, MatterCode, Person,
    delivery::Acknowledged,
    form::FieldProblem as Problem,
    mandate::{Booklet, Mandate, Proposal, check_booklet, check_proposal},
    person::{MandateScope, Verified},
};
use yichuang_store::{CaseRow, Reader};
use yichuang_wire::payload::{BookletIdentity, MandateGiven};

use crate::{
    case::numbered,
    draft::{file_ref, person},
    ipc::{ApiError, BookletInput, ErrorCode, MandateTerms, PersonRef},
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
    /// The text was read out before.
    pub(super) read_aloud: bool,
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
    let by = (&principal, today, signature.is_some());
    let booklet = terms
        .booklet
        .as_ref()
        .and_then(|input| booklet(input, by, &mut problems));
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
    let Signature {
        how,
        files,
        read_aloud,
    } = signature.unwrap_or(Signature {
        how: Acknowledged::OnPaper,
        files: Vec::new(),
        read_aloud: false,
    });
    let principal = match booklet {
        // However they were known at the case, here no machine read anything of theirs.
        Some(_) => Person {
            verified: Verified::Typed,
            ..principal
        },
        None => principal,
    };
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
        booklet,
        read_aloud,
        clerk: clerk.to_owned(),
        principal,
        agent,
    })
}

/// The 户口簿 and the certificate as typed; none when something is wrong with them.
fn booklet(
    input: &BookletInput,
    (principal, today, signed): (&Person, NaiveDate, bool),
    problems: &mut Vec<Problem>,
) -> Option<BookletIdentity> {
    let before = problems.len();
    let number = match input.id_number.trim() {
        "" => Err("required"),
        text => IdNumber::parse(IdKind::Citizen, text).map_err(|problem| problem.rule()),
    };
    if let Err(rule) = number {
        problems.push(Problem::new("booklet.idNumber", rule));
    }
    let number = number.ok();
    let certified_on = day("booklet.certifiedOn", &input.certified_on, problems);
    let pages = input.files.iter();
    let files: Vec<FileRef> = pages
        .filter_map(|file| file_ref("booklet.files", file, problems))
        .collect();
    let read = Booklet {
        number: number.as_ref(),
        issuer: input.issuer.trim(),
        certificate: input.certificate.trim(),
        certified_on,
        files: files.len(),
    };
    problems.extend(check_booklet(&read, principal, today, signed));
    let certified_on = certified_on.filter(|_| problems.len() == before)?;
    Some(BookletIdentity {
        issuer: read.issuer.to_owned(),
        certificate: read.certificate.to_owned(),
        certified_on,
        files,
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
