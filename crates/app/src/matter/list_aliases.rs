//! What people call a matter (俗称): the catalogue's words and this point's, told apart.

use std::collections::BTreeMap;

use yichuang_domain::{
    MatterCode, OperatorId,
    alias::MAX_POINT_ALIASES,
    role::{Act, may},
};
use yichuang_store::{PointAlias, Reader};

use crate::{
    Desk,
    clock::day,
    desk::Operator,
    guide,
    ipc::{AliasList, AliasRow, ListAliases},
    report::Outcome,
};

impl Desk {
    /// The words of a matter, the catalogue's first.
    ///
    /// # Errors
    /// `MATTER-001` and `OPS-…`.
    pub fn list_aliases(&self, input: ListAliases) -> Outcome<AliasList> {
        let operator = self.allowed(Act::ReadGuide)?;
        self.store()?
            .read(|read| aliases(read, &guide::code(&input.code)?, &operator))
    }
}

fn aliases(read: &Reader<'_>, code: &MatterCode, operator: &Operator) -> Outcome<AliasList> {
    let published = read
        .catalogue_aliases(code)?
        .into_iter()
        .map(|text| AliasRow {
            text,
            own: false,
            by: String::new(),
            added_on: None,
            removable: false,
        });
    let names = read.operators()?.into_iter();
    let names: BTreeMap<OperatorId, String> = names.map(|who| (who.id, who.name)).collect();
    let own = read.point_aliases(code)?;
    let room = MAX_POINT_ALIASES.saturating_sub(own.len());
    let own = own.into_iter().map(|alias| AliasRow {
        removable: may_remove(operator, &alias),
        by: alias
            .actor
            .and_then(|id| names.get(&id).cloned())
            .unwrap_or_default(),
        added_on: Some(day(alias.at).to_string()),
        text: alias.text,
        own: true,
    });
    Ok(AliasList {
        code: code.to_string(),
        rows: published.chain(own).collect(),
        room: u32::try_from(room).unwrap_or(u32::MAX),
        may_add: may(operator.role, Act::KeepAlias),
    })
}

/// One's own words are one's own to take back; a supervisor's anybody's.
pub(super) fn may_remove(operator: &Operator, alias: &PointAlias) -> bool {
    let own = alias.actor == Some(operator.id) && may(operator.role, Act::KeepAlias);
    own || may(operator.role, Act::RemoveAlias)
}
