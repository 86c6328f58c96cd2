//! Signing in, unlocking, locking.

use chrono::{DateTime, Utc};
use yichuang_domain::{OperatorId, Role};
use yichuang_store::{Operator as Stored, Store, password_matches};
use yichuang_wire::payload::SignedIn;

use super::policy;
use crate::{
    Desk,
    clock::stamp,
    desk::Operator,
    ipc::{ApiError, ChangedKind, Done, ErrorCode, Nothing, OperatorInfo, SignIn},
    report::Outcome,
};

impl Desk {
    /// Signs an operator in, or unlocks the screen.
    ///
    /// # Errors
    /// `OPS-002` with the tries left, `OPS-003` with the end of the lock, `OPS-007`.
    pub fn sign_in(&self, input: SignIn) -> Outcome<OperatorInfo> {
        let unknown = || ApiError::new(ErrorCode::OperatorUnknown);
        let id: OperatorId = input.operator.parse().map_err(|_| unknown())?;
        let store = self.store()?;
        let stored = store.read(|read| read.operator(id))?.ok_or_else(unknown)?;
        self.admit(&store, stored, &input.password, "window")
    }

    /// Signs an operator in by name, for the command line.
    ///
    /// # Errors
    /// Those of [`Desk::sign_in`].
    pub fn sign_in_by_name(&self, name: &str, password: &str) -> Outcome<OperatorInfo> {
        let store = self.store()?;
        let stored = store.read(|read| read.operator_named(name))?;
        let stored = stored.ok_or_else(|| ApiError::new(ErrorCode::OperatorUnknown))?;
        self.admit(&store, stored, password, "command")
    }

    /// Lets the demo's clerk act without a password; real homes have no such clerk.
    ///
    /// # Errors
    /// `OPS-001` in a home that is not the demo: name an operator.
    pub fn sign_in_demo_operator(&self) -> Outcome<OperatorInfo> {
        let store = self.store()?;
        let first = || ApiError::new(ErrorCode::SignInFirst);
        if !store.identity().demo {
            return Err(first());
        }
        let operators = store.read(|read| read.operators())?;
        let clerk = operators
            .into_iter()
            .find(|operator| operator.role == Role::Clerk && !operator.disabled);
        Ok(self.seat(&clerk.ok_or_else(first)?, &store))
    }

    /// Locks the screen. Drafts stay where they are.
    ///
    /// # Errors
    /// None today; the shape is every verb's.
    pub fn lock(&self, _: Nothing) -> Outcome<Done> {
        self.session().operator = None;
        self.forget_residents();
        self.announce(ChangedKind::Status, None);
        Ok(Done {})
    }

    fn admit(
        &self,
        store: &Store,
        stored: Stored,
        password: &str,
        how: &str,
    ) -> Outcome<OperatorInfo> {
        let now = self.now();
        self.check_password(store, &stored, password)?;
        if self.is_reading() {
            return Ok(self.seat(&stored, store));
        }
        store.write(|tx| -> Outcome<()> {
            tx.note_log_in(stored.id, now)?;
            let payload = SignedIn {
                name: stored.name.clone(),
                how: how.to_owned(),
            };
            self.note(tx, payload, None, Some(stored.id))?;
            Ok(())
        })?;
        let info = self.seat(&stored, store);
        self.announce(ChangedKind::Status, None);
        Ok(info)
    }

    /// Whether it is this operator's password; a wrong one is counted, and after too many nothing is
    /// tried for a while.
    pub(super) fn check_password(
        &self,
        store: &Store,
        stored: &Stored,
        password: &str,
    ) -> Outcome<()> {
        let now = self.now();
        if stored.disabled {
            return Err(ApiError::new(ErrorCode::OperatorUnknown));
        }
        if let Some(until) = stored.locked_until.filter(|until| *until > now) {
            return Err(locked(until));
        }
        if password_matches(&stored.password_hash, password) {
            return Ok(());
        }
        if self.is_reading() {
            // A command that only looks leaves no trace; it cannot count tries either.
            return Err(ApiError::new(ErrorCode::PasswordWrong));
        }
        Err(self.refuse(store, stored, now)?)
    }

    /// Counts a wrong password. A lock that has run out starts the count anew.
    fn refuse(&self, store: &Store, stored: &Stored, now: DateTime<Utc>) -> Outcome<ApiError> {
        let before = if stored.locked_until.is_some() {
            0
        } else {
            stored.failures
        };
        let left = policy::tries_left(before + 1);
        let until = (left == 0).then(|| now + policy::LOCK);
        store.write(|tx| tx.note_log_in_failure(stored.id, until))?;
        Ok(match until {
            Some(until) => locked(until),
            None => ApiError::new(ErrorCode::PasswordWrong).with("left", left),
        })
    }

    fn seat(&self, stored: &Stored, store: &Store) -> OperatorInfo {
        let operator = Operator {
            id: stored.id,
            name: stored.name.clone(),
            role: stored.role,
        };
        self.session().operator = Some(operator);
        info(stored, store.identity().created_at, self.now())
    }
}

fn locked(until: DateTime<Utc>) -> ApiError {
    ApiError::new(ErrorCode::OperatorLocked).with("until", stamp(until))
}

/// An operator as the interface shows them.
pub(super) fn info(
    stored: &Stored,
    last_contact: DateTime<Utc>,
    now: DateTime<Utc>,
) -> OperatorInfo {
    OperatorInfo {
        id: stored.id.to_string(),
        name: stored.name.clone(),
        role: stored.role.key().to_owned(),
        days_left: policy::days_left(last_contact, now),
    }
}
