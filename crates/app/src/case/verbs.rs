//! Which verbs are lawful for a case now, as its page offers them.

use chrono::NaiveDate;
use yichuang_domain::{
    CaseState,
    case::{Verb, transition},
};
use yichuang_store::CaseRow;

use crate::delivery::is_decided;

use super::{ending::is_dispatched, extend_supply::nearest, signing::may_sign_later};

/// The verbs of a case, by the words the page knows them by.
pub(super) fn verbs(case: &CaseRow, today: NaiveDate) -> Vec<String> {
    let state = case.state;
    let with_department = case.own && is_dispatched(state);
    let ends = |verb| with_department || (case.own && can(state, verb));
    let lapsed = nearest(case).is_some_and(|day| day < today);
    let owes = nearest(case).is_some() || state == CaseState::Received;
    let table: [(&str, bool); 19] = [
        ("accept", case.own && can(state, Verb::Accept)),
        ("take_supplies", case.own && state.awaits_decision() && owes),
        ("sign_later", may_sign_later(case)),
        (
            "ask_correction",
            case.own && can(state, Verb::AskCorrection),
        ),
        (
            "ask_correction_again",
            case.own && state == CaseState::NeedsCorrection,
        ),
        ("refuse", case.own && can(state, Verb::Refuse)),
        ("log_call", !matches!(state, CaseState::Archived)),
        ("extend_supply", case.own && may_extend(case)),
        ("urge", with_department),
        ("amend", case.own && state.awaits_decision()),
        ("withdraw", ends(Verb::Withdraw)),
        ("terminate", lapsed && ends(Verb::Terminate)),
        ("void", ends(Verb::Void)),
        (
            "check_promise",
            case.own && case.accepted_on.is_some() && state != CaseState::Archived,
        ),
        ("deliver", is_decided(state)),
        ("register_result", is_decided(state)),
        ("archive", case.own && can(state, Verb::Archive)),
        (
            "write_archive_package",
            case.own && state == CaseState::Archived,
        ),
        ("reprint", true),
    ];
    table
        .into_iter()
        .filter(|(_, lawful)| *lawful)
        .map(|(verb, _)| verb.to_owned())
        .collect()
}

/// Whether the day something is due by may be moved: once, and not while nothing is due.
pub(super) fn may_extend(case: &CaseRow) -> bool {
    case.extensions == 0 && nearest(case).is_some() && case.state.awaits_decision()
}

fn can(state: CaseState, verb: Verb) -> bool {
    transition(state, verb).is_ok()
}
