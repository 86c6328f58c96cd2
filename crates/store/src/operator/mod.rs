//! Who may work at this terminal. Local rows, not journal projections: grants come from an
//! administrator here or from the platform, and log-in policy is the application's.

use std::fmt;

use chrono::{DateTime, Utc};
use rusqlite::{ErrorCode, OptionalExtension as _, Row, named_params};
use yichuang_domain::{OperatorId, Role};

use crate::{Reader, StoreError, Tx, column};

/// One operator. `Debug` shows neither name nor hash.
#[derive(Clone, PartialEq, Eq)]
pub struct Operator {
    /// Their identity in journals.
    pub id: OperatorId,
    /// Their name, as printed and as typed to log in.
    pub name: String,
    /// What they may do.
    pub role: Role,
    /// PHC string; see [`crate::password_matches`].
    pub password_hash: String,
    /// Wrong passwords since the last right one.
    pub failures: u32,
    /// Until when logging in is refused.
    pub locked_until: Option<DateTime<Utc>>,
    /// Last log-in at this terminal.
    pub last_seen: Option<DateTime<Utc>>,
    /// When the row was made.
    pub created_at: DateTime<Utc>,
    /// 停用: kept for the record, cannot log in.
    pub disabled: bool,
}

impl fmt::Debug for Operator {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Operator")
            .field("id", &self.id)
            .field("role", &self.role)
            .finish_non_exhaustive()
    }
}

impl Tx<'_> {
    /// Adds an operator.
    ///
    /// # Errors
    /// [`StoreError::OperatorExists`] when the id or the name is taken; database errors.
    pub fn add_operator(&mut self, operator: &Operator) -> Result<(), StoreError> {
        let added = self
            .conn
            .prepare_cached(include_str!("sql/insert_operator.sql"))?
            .execute(named_params! {
                ":id": operator.id.0.into_bytes(),
                ":name": operator.name,
                ":role": column::word(&operator.role)?,
                ":password_hash": operator.password_hash,
                ":created_ms": column::millis(operator.created_at),
                ":disabled": operator.disabled,
            });
        match added {
            Ok(_) => Ok(()),
            Err(error) if error.sqlite_error_code() == Some(ErrorCode::ConstraintViolation) => {
                Err(StoreError::OperatorExists)
            }
            Err(error) => Err(error.into()),
        }
    }

    /// Changes an operator's role and whether they may log in.
    ///
    /// # Errors
    /// [`StoreError::NoSuch`]; database errors.
    pub fn set_operator_role(
        &mut self,
        id: OperatorId,
        role: Role,
        disabled: bool,
    ) -> Result<(), StoreError> {
        let role = column::word(&role)?;
        self.change_operator(
            include_str!("sql/set_role.sql"),
            named_params! { ":id": id.0.into_bytes(), ":role": role, ":disabled": disabled },
        )
    }

    /// Replaces an operator's password hash and forgets failures.
    ///
    /// # Errors
    /// [`StoreError::NoSuch`]; database errors.
    pub fn set_operator_password(
        &mut self,
        id: OperatorId,
        password_hash: &str,
    ) -> Result<(), StoreError> {
        self.change_operator(
            include_str!("sql/set_password.sql"),
            named_params! { ":id": id.0.into_bytes(), ":password_hash": password_hash },
        )
    }

    /// Counts a wrong password and, when the caller's policy says so, locks until a time.
    ///
    /// # Errors
    /// [`StoreError::NoSuch`]; database errors.
    pub fn note_log_in_failure(
        &mut self,
        id: OperatorId,
        locked_until: Option<DateTime<Utc>>,
    ) -> Result<(), StoreError> {
        self.change_operator(
            include_str!("sql/note_failure.sql"),
            named_params! { ":id": id.0.into_bytes(), ":locked_until_ms": locked_until.map(column::millis) },
        )
    }

    /// Remembers a right password: failures and lock are forgotten.
    ///
    /// # Errors
    /// [`StoreError::NoSuch`]; database errors.
    pub fn note_log_in(&mut self, id: OperatorId, at: DateTime<Utc>) -> Result<(), StoreError> {
        self.change_operator(
            include_str!("sql/note_log_in.sql"),
            named_params! { ":id": id.0.into_bytes(), ":at_ms": column::millis(at) },
        )
    }

    fn change_operator(
        &self,
        sql: &str,
        params: &[(&str, &dyn rusqlite::ToSql)],
    ) -> Result<(), StoreError> {
        match self.conn.prepare_cached(sql)?.execute(params)? {
            0 => Err(StoreError::NoSuch("operator")),
            _ => Ok(()),
        }
    }
}

impl Reader<'_> {
    /// One operator.
    ///
    /// # Errors
    /// Database errors.
    pub fn operator(&self, id: OperatorId) -> Result<Option<Operator>, StoreError> {
        let operator = self
            .conn
            .prepare_cached(include_str!("sql/read_operator.sql"))?
            .query_row([id.0.into_bytes()], read)
            .optional()?;
        Ok(operator)
    }

    /// The operator of a name.
    ///
    /// # Errors
    /// Database errors.
    pub fn operator_named(&self, name: &str) -> Result<Option<Operator>, StoreError> {
        let operator = self
            .conn
            .prepare_cached(include_str!("sql/operator_named.sql"))?
            .query_row([name], read)
            .optional()?;
        Ok(operator)
    }

    /// Every operator, by name.
    ///
    /// # Errors
    /// Database errors.
    pub fn operators(&self) -> Result<Vec<Operator>, StoreError> {
        let mut statement = self
            .conn
            .prepare_cached(include_str!("sql/list_operators.sql"))?;
        let operators = statement.query_map([], read)?.collect::<Result<_, _>>()?;
        Ok(operators)
    }
}

fn read(row: &Row<'_>) -> rusqlite::Result<Operator> {
    Ok(Operator {
        id: OperatorId(column::uuid(row, "id")?),
        name: row.get("name")?,
        role: column::from_word(row, "role")?,
        password_hash: row.get("password_hash")?,
        failures: column::small(row, "failures")?,
        locked_until: column::maybe_instant(row, "locked_until_ms")?,
        last_seen: column::maybe_instant(row, "last_seen_ms")?,
        created_at: column::instant(row, "created_ms")?,
        disabled: row.get("disabled")?,
    })
}
