//! The mandate somebody acts under in a draft: one the applicant gave them before, offered and named,
//! so that it is not asked for again.

use chrono::NaiveDate;
use yichuang_domain::{
    FieldProblem as Problem, IdNumber, MatterCode,
    mandate::{Standing, covers, standing},
    person::MandateScope,
};
use yichuang_store::{MandateRow, Reader};

use super::content::id_number;
use crate::{
    catalogue::CatalogueMatter,
    ipc::{DraftContent, MandateView},
    mandate::{between, mandate_id, view},
    report::Outcome,
};

const FIELD: &str = "agent.mandate";
/// Mandates offered at most.
const OFFERED: usize = 5;

fn both(content: &DraftContent) -> Option<(IdNumber, IdNumber)> {
    let principal = id_number(content.applicant.as_ref()?)?;
    let agent = id_number(&content.agent.as_ref()?.person)?;
    Some((principal, agent))
}

/// The mandates of this applicant for this agent, newest first; those taken back are left out, those
/// that are over are not: they can be renewed.
pub(super) fn offered(
    read: &Reader<'_>,
    content: &DraftContent,
    today: NaiveDate,
) -> Outcome<Vec<MandateView>> {
    let Some((principal, agent)) = both(content) else {
        return Ok(Vec::new());
    };
    let known = between(read, &principal, &agent)?;
    let standing = known
        .iter()
        .filter(|row| standing(&row.terms(), today) != Standing::Revoked);
    standing
        .take(OFFERED)
        .map(|row| view(read, row, today))
        .collect()
}

/// The mandate the draft names; none when it names none, or one that is not between these two.
pub(crate) fn named(read: &Reader<'_>, content: &DraftContent) -> Outcome<Option<MandateRow>> {
    let id = content
        .agent
        .as_ref()
        .and_then(|agent| agent.mandate.as_deref());
    let (Some(id), Some((principal, agent))) = (id, both(content)) else {
        return Ok(None);
    };
    let Ok(id) = mandate_id(id) else {
        return Ok(None);
    };
    let mut known = between(read, &principal, &agent)?;
    known.retain(|row| row.given.id == id);
    Ok(known.into_iter().next())
}

/// The matters a draft hands in.
pub(super) fn codes(found: &CatalogueMatter) -> Vec<MatterCode> {
    match &found.chain {
        Some(chain) => {
            let children = chain.children().into_iter();
            children.map(|child| child.found.reference.code).collect()
        }
        None => vec![found.reference.code.clone()],
    }
}

/// What is wrong with the mandate a draft names, for handing in these matters on a day:
/// `mandate_unknown`, `mandate_expired`, `mandate_not_yet`, `mandate_revoked` (day), `mandate_scope`,
/// `mandate_matter`.
pub(crate) fn wrong(
    mandate: Option<&MandateRow>,
    content: &DraftContent,
    matters: &[MatterCode],
    day: NaiveDate,
) -> Option<Problem> {
    content.agent.as_ref()?.mandate.as_ref()?;
    let Some(mandate) = mandate else {
        return Some(Problem::new(FIELD, "mandate_unknown"));
    };
    let terms = mandate.terms();
    let gap = matters
        .iter()
        .find_map(|matter| covers(&terms, matter, MandateScope::Submit, day).err())?;
    let rule = format!("mandate_{}", gap.key());
    let problem = Problem::new(FIELD, &rule);
    Some(match gap.day() {
        Some(day) => problem.with("day", day),
        None => problem,
    })
}
