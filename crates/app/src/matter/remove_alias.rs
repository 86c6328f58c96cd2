//! Taking back what this point said people call a matter. Adding the words again undoes it.

use yichuang_domain::{role::Act, text::fold};
use yichuang_wire::payload::AliasRemoved;

use super::list_aliases::may_remove;
use crate::{
    Desk, guide,
    ipc::{ApiError, ChangedKind, Done, ErrorCode, RemoveAlias},
    report::{Outcome, field_problem},
};

impl Desk {
    /// Takes words back: one's own, or anybody's for a supervisor. The catalogue's stay.
    ///
    /// # Errors
    /// `MATTER-001`; `CASE-001` for words this point did not add; `OPS-…`.
    pub fn remove_alias(&self, input: RemoveAlias) -> Outcome<Done> {
        let operator = self.allowed(Act::KeepAlias)?;
        self.store()?.write(|tx| -> Outcome<()> {
            let matter = guide::code(&input.code)?;
            let wanted = fold(input.text.trim());
            let own = tx.point_aliases(&matter)?;
            let Some(alias) = own.into_iter().find(|alias| fold(&alias.text) == wanted) else {
                return Err(ApiError::invalid(vec![field_problem(
                    "text",
                    "alias_not_own",
                )]));
            };
            if !may_remove(&operator, &alias) {
                return Err(
                    ApiError::new(ErrorCode::RoleMissing).with("act", Act::RemoveAlias.key())
                );
            }
            let removed = AliasRemoved {
                matter,
                text: alias.text,
            };
            self.note(tx, removed, None, Some(operator.id))?;
            Ok(())
        })?;
        self.sync.committed();
        self.announce(ChangedKind::Matter, Some(input.code));
        Ok(Done {})
    }
}
