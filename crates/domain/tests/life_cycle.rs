//! The life cycle of a case.

use yichuang_domain::case::{CaseState, Verb, transition};

/// Every lawful move, by hand.
fn lawful() -> Vec<(CaseState, Verb, CaseState)> {
    use CaseState as S;
    use Verb as V;
    let accepted = [S::Accepted, S::AcceptedDeferred, S::AcceptedOnCommitment];
    let mut legal: Vec<(S, V, S)> = vec![
        (S::Received, V::AskCorrection, S::NeedsCorrection),
        (S::Received, V::Refuse, S::Refused),
        (S::Received, V::DeemAccept, S::Accepted),
        (S::Received, V::Forward, S::Forwarded),
        (S::NeedsCorrection, V::Terminate, S::Terminated),
        (S::AcceptedDeferred, V::Terminate, S::Terminated),
        (S::Dispatched, V::Process, S::InProcess),
        (S::Forwarded, V::Process, S::InProcess),
        (S::Dispatched, V::Suspend, S::Suspended),
        (S::InProcess, V::Suspend, S::Suspended),
        (S::Suspended, V::Resume, S::InProcess),
        (S::ReadyForPickup, V::Deliver, S::Delivered),
    ];
    for state in [S::Received, S::NeedsCorrection] {
        legal.extend([
            (state, V::Accept, S::Accepted),
            (state, V::AcceptDeferred, S::AcceptedDeferred),
            (state, V::AcceptOnCommitment, S::AcceptedOnCommitment),
            (state, V::Withdraw, S::Withdrawn),
            (state, V::Void, S::Voided),
        ]);
    }
    for state in accepted {
        legal.extend([
            (state, V::Dispatch, S::Dispatched),
            (state, V::Withdraw, S::Withdrawn),
            (state, V::Void, S::Voided),
        ]);
    }
    for state in [S::Dispatched, S::InProcess, S::Forwarded] {
        legal.extend([(state, V::Grant, S::Granted), (state, V::Deny, S::Denied)]);
    }
    for state in [S::Dispatched, S::InProcess, S::Suspended, S::Forwarded] {
        legal.extend([
            (state, V::Withdraw, S::Withdrawn),
            (state, V::Terminate, S::Terminated),
        ]);
    }
    for state in [S::Granted, S::Denied] {
        legal.extend([
            (state, V::MakeReady, S::ReadyForPickup),
            (state, V::Deliver, S::Delivered),
        ]);
    }
    let ended = [
        S::Refused,
        S::Delivered,
        S::Withdrawn,
        S::Terminated,
        S::Voided,
    ];
    legal.extend(ended.map(|state| (state, V::Archive, S::Archived)));
    legal
}

#[test]
fn the_life_cycle_has_exactly_these_moves() {
    use CaseState as S;
    use Verb as V;
    let legal = lawful();
    for state in S::ALL {
        for verb in V::ALL {
            let expected = legal
                .iter()
                .find(|(from, by, _)| from == state && by == verb)
                .map(|(_, _, to)| *to);
            assert_eq!(
                transition(*state, *verb).ok(),
                expected,
                "{state:?} {verb:?}"
            );
        }
    }
    for verb in V::ALL {
        assert_eq!(transition(None, *verb).is_ok(), *verb == V::Receive);
    }
}

#[test]
fn the_moves_the_law_forbids_are_refused_with_their_names() {
    use CaseState as S;
    use Verb as V;
    for (from, verb) in [
        (S::Refused, V::Accept),
        (S::Accepted, V::AskCorrection),
        (S::AcceptedDeferred, V::AskCorrection),
        (S::NeedsCorrection, V::AskCorrection),
        (S::InProcess, V::Deliver),
        (S::Accepted, V::Deliver),
        (S::Dispatched, V::Void),
        (S::Delivered, V::Receive),
    ] {
        let refused = transition(from, verb).unwrap_err();
        assert_eq!((refused.from, refused.verb), (Some(from), verb));
    }
}

#[test]
fn nothing_follows_a_final_state_but_the_closing_of_the_file() {
    for state in CaseState::ALL.iter().filter(|state| state.is_final()) {
        assert!(
            Verb::ALL
                .iter()
                .filter(|verb| **verb != Verb::Archive)
                .all(|verb| transition(*state, *verb).is_err()),
            "{state:?}"
        );
    }
}

#[test]
fn a_case_awaits_its_decision_from_its_receipt_until_it_is_decided_or_has_ended() {
    for state in CaseState::ALL {
        let over = state.is_final()
            || matches!(
                state,
                CaseState::Granted | CaseState::Denied | CaseState::ReadyForPickup
            );
        assert!(!(over && state.awaits_decision()), "{state:?}");
    }
    for state in [
        CaseState::Received,
        CaseState::AcceptedOnCommitment,
        CaseState::Dispatched,
        CaseState::Suspended,
    ] {
        assert!(state.awaits_decision(), "{state:?}");
    }
}
