//! Which verbs are lawful for a case now, as its page offers them.

use yichuang_domain::{
    CaseState,
    case::{Verb, transition},
};
use yichuang_store::CaseRow;

/// The verbs of a case, by the words the page knows them by.
pub(super) fn verbs(case: &CaseRow) -> Vec<String> {
    let at_window: [(&str, bool); 4] = [
        ("accept", case.own && can(case.state, Verb::Accept)),
        (
            "ask_correction",
            case.own && can(case.state, Verb::AskCorrection),
        ),
        ("refuse", case.own && can(case.state, Verb::Refuse)),
        ("reprint", true),
    ];
    at_window
        .into_iter()
        .filter(|(_, lawful)| *lawful)
        .map(|(verb, _)| verb.to_owned())
        .collect()
}

fn can(state: CaseState, verb: Verb) -> bool {
    transition(state, verb).is_ok()
}
