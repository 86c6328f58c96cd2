//! How far first run has come, and the first administrator.

use yichuang_domain::Role;
use yichuang_store::Store;

use crate::{
    Desk,
    ipc::{ApiError, CreateAdministrator, ErrorCode, Nothing, OperatorInfo, SetupState},
    report::Outcome,
};

impl Desk {
    /// How far first run has come.
    ///
    /// # Errors
    /// Those of the store, when there is one that cannot be used.
    pub fn setup_state(&self, _: Nothing) -> Outcome<SetupState> {
        let store = match self.store() {
            Ok(store) => store,
            Err(error) if error.code == ErrorCode::HomeMissing => {
                return Ok(SetupState {
                    enrolled: false,
                    administrator: false,
                    matters: 0,
                });
            }
            Err(error) => return Err(error),
        };
        let matters = store.read(|read| read.matters())?.len();
        let matters = u32::try_from(matters).unwrap_or(u32::MAX);
        Ok(SetupState {
            enrolled: true,
            administrator: self.has_administrator(&store)?,
            matters,
        })
    }

    /// Makes the first administrator and signs them in; later ones are added by an administrator.
    ///
    /// # Errors
    /// `OPS-004` once there is an administrator, `OPS-005`, `OPS-006`.
    pub fn create_administrator(&self, input: CreateAdministrator) -> Outcome<OperatorInfo> {
        let store = self.store()?;
        if self.has_administrator(&store)? {
            return Err(ApiError::new(ErrorCode::RoleMissing));
        }
        self.make_operator(&input.name, Role::Admin, &input.password)?;
        self.sign_in_by_name(input.name.trim(), &input.password)
    }

    pub(crate) fn has_administrator(&self, store: &Store) -> Outcome<bool> {
        let operators = store.read(|read| read.operators())?;
        Ok(operators
            .iter()
            .any(|operator| operator.role == Role::Admin && !operator.disabled))
    }
}
