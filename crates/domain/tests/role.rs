//! Roles.

use yichuang_domain::role::{Act, Role, may};

#[test]
fn a_supervisor_may_do_all_a_clerk_may_and_a_clerk_all_a_helper_may() {
    for act in Act::ALL {
        assert!(
            !may(Role::Helper, *act) || may(Role::Clerk, *act),
            "{act:?}"
        );
        assert!(
            !may(Role::Clerk, *act) || may(Role::Supervisor, *act),
            "{act:?}"
        );
    }
}

#[test]
fn a_kiosk_decides_nothing_and_shows_nobody() {
    for act in [
        Act::ReadCase,
        Act::ReadLedger,
        Act::Accept,
        Act::Refuse,
        Act::AskCorrection,
        Act::Unmask,
        Act::Export,
        Act::Deliver,
    ] {
        assert!(!may(Role::Kiosk, act), "{act:?}");
    }
}

#[test]
fn an_administrator_sees_no_case() {
    for act in [
        Act::ReadCase,
        Act::Unmask,
        Act::Export,
        Act::Draft,
        Act::Receive,
        Act::Accept,
    ] {
        assert!(!may(Role::Admin, act), "{act:?}");
    }
}

#[test]
fn only_a_supervisor_asks_twice_voids_and_exports() {
    for act in [
        Act::AskCorrectionAgain,
        Act::Void,
        Act::Export,
        Act::Resolve,
        Act::MergePersons,
        Act::OverrideLint,
    ] {
        let who: Vec<Role> = Role::ALL
            .iter()
            .copied()
            .filter(|role| may(*role, act))
            .collect();
        assert_eq!(who, [Role::Supervisor], "{act:?}");
    }
}

#[test]
fn keys_lead_back_to_their_roles() {
    for role in Role::ALL {
        assert_eq!(Role::from_key(role.key()), Some(*role));
        assert_eq!(
            serde_json::to_string(role).unwrap(),
            format!("\"{}\"", role.key())
        );
    }
    assert_eq!(Role::from_key("root"), None);
}
