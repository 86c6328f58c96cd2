//! A mandate as the interface shows it.

use chrono::NaiveDate;
use yichuang_domain::{MatterCode, mandate::standing};
use yichuang_store::{MandateRow, Reader};

use crate::{
    clock,
    draft::file_info,
    ipc::{BookletInfo, MandateMatter, MandateView},
    report::Outcome,
};

/// The mandate with numbers masked, as it stands on a day.
pub(crate) fn view(read: &Reader<'_>, row: &MandateRow, today: NaiveDate) -> Outcome<MandateView> {
    let given = &row.given;
    let case = row.case.map(|id| read.case(id)).transpose()?.flatten();
    let matters = given.matters.iter().map(|code| matter(read, code));
    Ok(MandateView {
        id: given.id.to_string(),
        principal: given.principal.name.clone(),
        principal_masked: given.principal.id.masked(),
        agent: given.agent.name.clone(),
        agent_masked: given.agent.id.masked(),
        relation: given.relation.clone(),
        scope: given.scope.iter().map(|one| one.key().to_owned()).collect(),
        matters: matters.collect::<Outcome<_>>()?,
        from: given.from.to_string(),
        until: given.until.to_string(),
        standing: standing(&row.terms(), today).key().to_owned(),
        revoked_on: row.revoked_on.map(|day| day.to_string()),
        revoke_reason: row.revoke_reason.clone(),
        how: given.how.key().to_owned(),
        witness: given.witness.clone(),
        files: given.files.iter().map(file_info).collect(),
        booklet: given.booklet.as_ref().map(|booklet| BookletInfo {
            issuer: booklet.issuer.clone(),
            certificate: booklet.certificate.clone(),
            certified_on: booklet.certified_on.to_string(),
            files: booklet.files.iter().map(file_info).collect(),
        }),
        read_aloud: given.read_aloud,
        number: case.map(|case| case.number.to_string()),
        clerk: given.clerk.clone(),
        on: clock::day(row.at).to_string(),
    })
}

fn matter(read: &Reader<'_>, code: &MatterCode) -> Outcome<MandateMatter> {
    Ok(MandateMatter {
        code: code.to_string(),
        name: matter_name(read, code)?,
    })
}

/// A matter's name as in force; its code when it is not.
pub(crate) fn matter_name(read: &Reader<'_>, code: &MatterCode) -> Outcome<String> {
    let found = read.matter(code)?;
    Ok(found.map_or_else(|| code.to_string(), |matter| matter.name))
}
