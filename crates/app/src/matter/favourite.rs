//! The clerk's stars.

use yichuang_domain::{MatterCode, OperatorId, role::Act};
use yichuang_store::Reader;

use crate::{
    Desk, guide,
    ipc::{ChangedKind, Done, FavouriteMatter},
    report::Outcome,
};

fn key(operator: OperatorId) -> String {
    format!("favourites.{operator}")
}

/// An operator's stars, in the order they were set.
pub(super) fn favourites(read: &Reader<'_>, operator: OperatorId) -> Outcome<Vec<MatterCode>> {
    Ok(read.setting(&key(operator))?.unwrap_or_default())
}

impl Desk {
    /// Sets or takes a star.
    ///
    /// # Errors
    /// `MATTER-001` and `OPS-…`.
    pub fn favourite_matter(&self, input: FavouriteMatter) -> Outcome<Done> {
        let operator = self.allowed(Act::ReadGuide)?;
        self.store()?.write(|tx| -> Outcome<()> {
            let code = guide::matter(tx, &input.code)?.matter.code;
            let mut stars = favourites(tx, operator.id)?;
            stars.retain(|star| *star != code);
            if input.on {
                stars.push(code);
            }
            tx.set_setting(&key(operator.id), &stars)?;
            Ok(())
        })?;
        self.announce(ChangedKind::Matter, Some(input.code));
        Ok(Done {})
    }
}
