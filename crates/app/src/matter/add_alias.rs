//! Adding what people here call a matter (补充俗称). It is found at once, and travels to whoever keeps
//! the catalogue.

use yichuang_domain::{
    MatterCode,
    alias::{MAX_POINT_ALIAS_CHARS, MAX_POINT_ALIASES, said},
    role::Act,
    text::fold,
};
use yichuang_store::Reader;
use yichuang_wire::payload::AliasAdded;

use crate::{
    Desk, guide,
    ipc::{AddAlias, ApiError, ChangedKind, Done},
    report::{Outcome, field_problem},
};

impl Desk {
    /// Adds words for a matter.
    ///
    /// # Errors
    /// `MATTER-001`; `CASE-001` for words that are too short or long, hold what may be a personal
    /// number or are known already, and for a matter that has enough of this point's; `OPS-…`.
    pub fn add_alias(&self, input: AddAlias) -> Outcome<Done> {
        let operator = self.allowed(Act::KeepAlias)?;
        let text = said(&input.text, MAX_POINT_ALIAS_CHARS).map_err(|why| wrong(why.rule()))?;
        self.store()?.write(|tx| -> Outcome<()> {
            let found = guide::matter(tx, &input.code)?;
            let matter = found.matter.code;
            check_new(tx, &matter, &found.matter.name, &text)?;
            self.note(tx, AliasAdded { matter, text }, None, Some(operator.id))?;
            Ok(())
        })?;
        self.sync.committed();
        self.announce(ChangedKind::Matter, Some(input.code));
        Ok(Done {})
    }
}

fn check_new(read: &Reader<'_>, matter: &MatterCode, name: &str, text: &str) -> Outcome<()> {
    let folded = fold(text);
    if fold(name) == folded {
        return Err(wrong("alias_is_name"));
    }
    let own = read.point_aliases(matter)?;
    let published = read.catalogue_aliases(matter)?;
    let mut known = published.iter().chain(own.iter().map(|alias| &alias.text));
    if known.any(|words| fold(words) == folded) {
        return Err(wrong("alias_known"));
    }
    if own.len() >= MAX_POINT_ALIASES {
        return Err(wrong("alias_full"));
    }
    Ok(())
}

fn wrong(rule: &str) -> ApiError {
    ApiError::invalid(vec![field_problem("text", rule)])
}
