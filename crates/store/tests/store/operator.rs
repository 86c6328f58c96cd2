//! Operators and passwords.

use yichuang_domain::Role;
use yichuang_store::{
    Operator, PasswordCost, StoreError, SystemEntropy, hash_password, password_matches,
};

use crate::support::*;

fn operator(name: &str) -> Operator {
    Operator {
        id: clerk(),
        name: name.to_owned(),
        role: Role::Clerk,
        password_hash: "sample".to_owned(),
        failures: 0,
        locked_until: None,
        last_seen: None,
        created_at: morning(),
        disabled: false,
    }
}

#[test]
fn a_password_matches_its_own_hash_only() {
    let hash = hash_password("石桥村2026", PasswordCost::STANDARD, &SystemEntropy).unwrap();
    assert!(
        hash.starts_with("$argon2id$v=19$m=65536,t=3,p=1$"),
        "{hash}"
    );
    assert!(password_matches(&hash, "石桥村2026"));
    assert!(!password_matches(&hash, "石桥村2025"));
    assert!(!password_matches("not a hash", "石桥村2026"));
}

#[test]
fn failures_are_counted_and_forgotten_when_the_right_password_comes() {
    let desk = Desk::new();
    desk.store()
        .write(|tx| tx.add_operator(&operator("样例员")))
        .unwrap();
    let until = morning() + chrono::Duration::minutes(10);
    desk.store()
        .write(|tx| tx.note_log_in_failure(clerk(), None))
        .unwrap();
    desk.store()
        .write(|tx| tx.note_log_in_failure(clerk(), Some(until)))
        .unwrap();
    let locked = desk
        .store()
        .read(|r| r.operator_named("样例员"))
        .unwrap()
        .unwrap();
    assert_eq!((locked.failures, locked.locked_until), (2, Some(until)));
    desk.store()
        .write(|tx| tx.note_log_in(clerk(), morning()))
        .unwrap();
    let free = desk.store().read(|r| r.operator(clerk())).unwrap().unwrap();
    assert_eq!(
        (free.failures, free.locked_until, free.last_seen),
        (0, None, Some(morning()))
    );
    assert!(!format!("{free:?}").contains("样例员"));
}

#[test]
fn a_name_belongs_to_one_operator() {
    let desk = Desk::new();
    desk.store()
        .write(|tx| tx.add_operator(&operator("样例员")))
        .unwrap();
    let again: Result<(), StoreError> = desk
        .store()
        .write(|tx| tx.add_operator(&operator("样例员")));
    assert!(matches!(again, Err(StoreError::OperatorExists)));
    desk.store()
        .write(|tx| tx.set_operator_role(clerk(), Role::Supervisor, true))
        .unwrap();
    let changed = desk.store().read(|r| r.operators()).unwrap();
    assert_eq!(
        (changed[0].role, changed[0].disabled),
        (Role::Supervisor, true)
    );
}
