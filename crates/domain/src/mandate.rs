//! 授权委托: a bounded authority to act for somebody (民法典 Art. 165, 173).
//!
//! Owns what makes a mandate lawful and what it covers on a day. Whose numbers are whose, and which
//! mandates there are, is known elsewhere.

use chrono::{Months, NaiveDate};

use crate::{
    closed::coded_set,
    delivery::{Acknowledged, words},
    form::FieldProblem,
    id::MatterCode,
    identity::IdNumber,
    person::{MandateScope, Person},
};

/// The longest term, in months: what was agreed for longer is asked again.
const LONGEST_TERM: Months = Months::new(6);
/// More matters than anybody has run for them at once.
const MOST_MATTERS: usize = 50;
const MAX_RELATION_CHARS: usize = 20;
const MAX_WITNESS_CHARS: usize = 60;
/// More photographs than the paper has pages.
const MOST_FILES: usize = 20;
const MAX_ISSUER_CHARS: usize = 60;
const MAX_CERTIFICATE_CHARS: usize = 40;

/// What an authority is and how long it holds; who gave it to whom is beside it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mandate {
    /// For what.
    pub scope: Vec<MandateScope>,
    /// For which matters; all when empty.
    pub matters: Vec<MatterCode>,
    /// The first day.
    pub from: NaiveDate,
    /// The last day.
    pub until: NaiveDate,
    /// The day from which it holds no longer, whatever its term.
    pub revoked_on: Option<NaiveDate>,
}

/// Why a mandate does not cover something.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NotCovered {
    /// It was taken back on that day.
    Revoked(NaiveDate),
    /// It begins on that day.
    NotYet(NaiveDate),
    /// Its last day has passed.
    Expired(NaiveDate),
    /// It does not say so.
    Scope,
    /// It is for other matters.
    Matter,
}

impl NotCovered {
    /// The stable key.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::Revoked(_) => "revoked",
            Self::NotYet(_) => "not_yet",
            Self::Expired(_) => "expired",
            Self::Scope => "scope",
            Self::Matter => "matter",
        }
    }

    /// The day it is about.
    #[must_use]
    pub const fn day(self) -> Option<NaiveDate> {
        match self {
            Self::Revoked(day) | Self::NotYet(day) | Self::Expired(day) => Some(day),
            Self::Scope | Self::Matter => None,
        }
    }
}

impl Mandate {
    /// Whether it holds on a day at all. Its first and last days belong to it; the day on which it
    /// is taken back does not.
    ///
    /// # Errors
    /// Why not.
    pub fn holds(&self, day: NaiveDate) -> Result<(), NotCovered> {
        match self.revoked_on {
            Some(revoked) if day >= revoked => Err(NotCovered::Revoked(revoked)),
            _ if day < self.from => Err(NotCovered::NotYet(self.from)),
            _ if day > self.until => Err(NotCovered::Expired(self.until)),
            _ => Ok(()),
        }
    }
}

/// Whether `mandate` lets somebody do one thing in one matter on one day.
///
/// # Errors
/// The first reason why not: taken back, not begun, over, not said, another matter.
pub fn covers(
    mandate: &Mandate,
    matter: &MatterCode,
    scope: MandateScope,
    day: NaiveDate,
) -> Result<(), NotCovered> {
    mandate.holds(day)?;
    if !mandate.scope.contains(&scope) {
        return Err(NotCovered::Scope);
    }
    if !mandate.matters.is_empty() && !mandate.matters.contains(matter) {
        return Err(NotCovered::Matter);
    }
    Ok(())
}

/// The last day a mandate that begins on `from` may hold: six months, to the day before.
#[must_use]
pub fn latest(from: NaiveDate) -> NaiveDate {
    let same_day = from.checked_add_months(LONGEST_TERM);
    same_day.and_then(|day| day.pred_opt()).unwrap_or(from)
}

/// A mandate as it is to be written down.
#[derive(Debug, Clone, Copy)]
pub struct Proposal<'a> {
    /// Who gives it.
    pub principal: &'a Person,
    /// Who may act.
    pub agent: &'a Person,
    /// How they are related.
    pub relation: &'a str,
    /// The authority.
    pub mandate: &'a Mandate,
    /// How it was signed; none while it is only printed to be signed.
    pub how: Option<Acknowledged>,
    /// Photographs of the signed paper.
    pub files: usize,
    /// Who saw the fingerprint.
    pub witness: Option<&'a str>,
}

/// Whether a mandate may be written down on `today`. Rules: `agent_is_applicant`, `required`,
/// `too_long`, `control_char`, `past`, `before_from`, `too_late` (latest), `too_many` (max), and
/// about the signature `option`, `witness_required`.
///
/// # Errors
/// Every problem found.
pub fn check_proposal(proposal: &Proposal<'_>, today: NaiveDate) -> Result<(), Vec<FieldProblem>> {
    let mut problems = Vec::new();
    if proposal.principal.id == proposal.agent.id {
        problems.push(FieldProblem::new("agent.idNumber", "agent_is_applicant"));
    }
    problems.extend(words("relation", proposal.relation, MAX_RELATION_CHARS));
    problems.extend(term(proposal.mandate, today));
    problems.extend(signature(proposal));
    if problems.is_empty() {
        Ok(())
    } else {
        Err(problems)
    }
}

/// How somebody without an identity card is identified: by the number their 户口簿 says, typed in and
/// read by no machine, and by a certificate (证明) of their village or residents' committee.
#[derive(Debug, Clone, Copy)]
pub struct Booklet<'a> {
    /// The number in the 户口簿 (GB 11643); none when it is not right, which is told where it is read.
    pub number: Option<&'a IdNumber>,
    /// Who certifies.
    pub issuer: &'a str,
    /// The certificate's number; empty when it has none.
    pub certificate: &'a str,
    /// Its day; none when it is not right, likewise.
    pub certified_on: Option<NaiveDate>,
    /// Photographs of it.
    pub files: usize,
}

/// Whether somebody is so identified on `today`; a mandate that is only printed yet (`signed` false)
/// may still lack the photograph. Rules: `not_the_principal`, `required`, `too_long`, `control_char`,
/// `future`, `page_missing`, `too_many` (max).
#[must_use]
pub fn check_booklet(
    booklet: &Booklet<'_>,
    principal: &Person,
    today: NaiveDate,
    signed: bool,
) -> Vec<FieldProblem> {
    let mut problems = Vec::new();
    let theirs = |number: &IdNumber| number.reveal() == principal.id.reveal();
    if booklet.number.is_some_and(|number| !theirs(number)) {
        problems.push(FieldProblem::new("booklet.idNumber", "not_the_principal"));
    }
    problems.extend(words("booklet.issuer", booklet.issuer, MAX_ISSUER_CHARS));
    if !booklet.certificate.is_empty() {
        let field = "booklet.certificate";
        problems.extend(words(field, booklet.certificate, MAX_CERTIFICATE_CHARS));
    }
    if booklet.certified_on.is_some_and(|day| day > today) {
        problems.push(FieldProblem::new("booklet.certifiedOn", "future"));
    }
    if signed && booklet.files == 0 {
        problems.push(FieldProblem::new("booklet.files", "page_missing"));
    }
    if booklet.files > MOST_FILES {
        problems.push(FieldProblem::new("booklet.files", "too_many").with("max", MOST_FILES));
    }
    problems
}

fn term(mandate: &Mandate, today: NaiveDate) -> Vec<FieldProblem> {
    let mut problems = Vec::new();
    if mandate.scope.is_empty() {
        problems.push(FieldProblem::new("scope", "required"));
    }
    if mandate.matters.len() > MOST_MATTERS {
        problems.push(FieldProblem::new("matters", "too_many").with("max", MOST_MATTERS));
    }
    let latest = latest(mandate.from);
    let rule = match mandate.until {
        until if until < mandate.from => Some("before_from"),
        until if until < today => Some("past"),
        until if until > latest => Some("too_late"),
        _ => None,
    };
    problems.extend(rule.map(|rule| FieldProblem::new("until", rule).with("latest", latest)));
    problems
}

fn signature(proposal: &Proposal<'_>) -> Vec<FieldProblem> {
    let mut problems = Vec::new();
    if proposal.how.is_some_and(|how| !how.is_signature()) {
        problems.push(FieldProblem::new("how", "option"));
    }
    if proposal.files > MOST_FILES {
        problems.push(FieldProblem::new("files", "too_many").with("max", MOST_FILES));
    }
    match (proposal.how, proposal.witness) {
        (_, Some(witness)) => problems.extend(words("witness", witness, MAX_WITNESS_CHARS)),
        (Some(Acknowledged::Fingerprint), None) => {
            problems.push(FieldProblem::new("witness", "witness_required"));
        }
        (_, None) => {}
    }
    problems
}

coded_set!(
    /// How far a mandate holds today, as a list shows it.
    Standing {
        /// It holds.
        Valid = "valid", "有效";
        /// It has not begun.
        NotYet = "not_yet", "还没到期限";
        /// Its last day has passed.
        Expired = "expired", "已过期";
        /// It was taken back.
        Revoked = "revoked", "已撤销";
    }
);

/// How far a mandate holds on a day.
#[must_use]
pub fn standing(mandate: &Mandate, day: NaiveDate) -> Standing {
    match mandate.holds(day) {
        Err(NotCovered::Revoked(_)) => Standing::Revoked,
        Err(NotCovered::NotYet(_)) => Standing::NotYet,
        Err(NotCovered::Expired(_)) => Standing::Expired,
        Ok(()) | Err(NotCovered::Scope | NotCovered::Matter) => Standing::Valid,
    }
}
