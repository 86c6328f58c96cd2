//! What the words of an event on a case are made with.

use std::collections::BTreeMap;

use yichuang_domain::{Matter, Phone, case::SkipReason};
use yichuang_store::JournalEntry;
use yichuang_wire::payload::{Amendment, Payload, Supplied, Transcribed, UnsignedPaper};

use super::{department::said, row::reason, show_case::mask};
use crate::{archive::INTO_PACKAGE, delivery::handed, ipc::CaseEvent};

/// An entry as the trail tells it: what was put right is told one by one, old value and new.
pub(super) fn told_apart(
    entry: &JournalEntry,
    event: CaseEvent,
    matter: Option<&Matter>,
) -> Vec<CaseEvent> {
    let Some(Payload::Amended(amended)) = &entry.payload else {
        return vec![event];
    };
    let changes = amended.changes.iter();
    let told = changes.map(|change| CaseEvent {
        params: amendment(change, matter, &amended.reason),
        ..event.clone()
    });
    told.collect()
}

fn amendment(
    change: &Amendment,
    matter: Option<&Matter>,
    reason: &str,
) -> BTreeMap<String, String> {
    let key = change.field.strip_prefix("form.");
    let asked = key.and_then(|key| matter?.field(key));
    let shown = |value: &str| match (asked, change.field.as_str()) {
        (Some(field), _) => mask(field, value).unwrap_or_else(|| value.to_owned()),
        (None, "applicant.phone") => Phone::parse(value)
            .map(|phone| phone.masked())
            .unwrap_or_default(),
        // A field of a form that is not kept any more may have held anything.
        (None, _) if key.is_some() => "*".repeat(value.chars().count()),
        (None, _) => value.to_owned(),
    };
    let label = asked.map(|field| field.label.clone()).unwrap_or_default();
    let pairs = [
        ("field", change.field.clone()),
        ("label", label),
        ("was", shown(&change.was)),
        ("is", shown(&change.is)),
        ("words", reason.to_owned()),
    ];
    let pairs = pairs.into_iter();
    pairs
        .map(|(name, value)| (name.to_owned(), value))
        .collect()
}

/// What the words of an event are made with; nothing personal.
pub(super) fn params(entry: &JournalEntry) -> BTreeMap<String, String> {
    let pairs: Vec<(&str, String)> = match &entry.payload {
        Some(Payload::Received(received)) => {
            let mut pairs = vec![("materials", received.materials.len().to_string())];
            let entered = received
                .slip
                .as_ref()
                .map(|slip| slip.entered_on.to_string());
            pairs.extend(entered.map(|on| ("enteredOn", on)));
            pairs.extend(left_unsigned(&received.unsigned));
            pairs
        }
        Some(Payload::Forwarded(forwarded)) => {
            vec![("to", forwarded.to.clone()), ("by", forwarded.by.clone())]
        }
        Some(Payload::Accepted(accepted)) => {
            let due = accepted
                .promised
                .map(|due| due.date.to_string())
                .unwrap_or_default();
            let mut pairs = vec![("state", accepted.state.key().to_owned()), ("due", due)];
            pairs.extend(left_unsigned(&accepted.unsigned));
            pairs
        }
        Some(Payload::CorrectionAsked(asked)) => {
            let again = asked.again.as_ref();
            vec![
                ("items", asked.items.len().to_string()),
                ("supplyBy", asked.supply_by.to_string()),
                (
                    "words",
                    again.map(|again| again.reason.clone()).unwrap_or_default(),
                ),
            ]
        }
        // Which mark was given is not for everybody who opens the case.
        Some(Payload::Rated(rated)) => vec![
            ("stage", rated.stage.key().to_owned()),
            ("again", rated.again.to_string()),
        ],
        Some(Payload::Refused(refused)) => vec![("ground", refused.ground.key().to_owned())],
        Some(Payload::Printed(printed)) => {
            vec![
                ("document", printed.document.clone()),
                ("copy", printed.copy.to_string()),
            ]
        }
        Some(Payload::PaperSettled(settled)) => {
            vec![
                ("document", settled.document.clone()),
                ("copy", settled.copy.to_string()),
                ("outcome", settled.outcome.clone()),
                ("reason", settled.reason.clone().unwrap_or_default()),
            ]
        }
        Some(Payload::Progress(progress)) => vec![
            ("step", progress.step.clone()),
            ("office", progress.office.clone()),
            ("state", progress.state.key().to_owned()),
            ("note", progress.note.clone().unwrap_or_default()),
        ],
        Some(Payload::VerdictGiven(given)) => vec![("reason", reason(&given.verdict))],
        Some(Payload::Transcribed(taken)) => taken_over(taken),
        Some(Payload::Unmasked(unmasked)) => vec![("fields", unmasked.fields.join(", "))],
        Some(payload) => handed(payload).unwrap_or_else(|| life(payload)),
        None => Vec::new(),
    };
    pairs
        .into_iter()
        .map(|(name, value)| (name.to_owned(), value))
        .collect()
}

/// Where fields went: a department's system, or the archive package.
fn taken_over(taken: &Transcribed) -> Vec<(&'static str, String)> {
    vec![
        ("fields", taken.fields.len().to_string()),
        ("system", taken.system.clone()),
        ("packed", (taken.system == INTO_PACKAGE).to_string()),
    ]
}

/// What happens to a case at its point after it was received.
fn life(payload: &Payload) -> Vec<(&'static str, String)> {
    match payload {
        Payload::Supplied(supplied) => vec![
            ("names", names(supplied)),
            ("later", supplied.signed_later.to_string()),
        ],
        Payload::SupplyExtended(moved) => vec![
            ("was", moved.was.to_string()),
            ("until", moved.until.to_string()),
            ("words", moved.reason.clone()),
        ],
        Payload::Called(called) => vec![
            ("purpose", called.purpose.key().to_owned()),
            ("outcome", called.outcome.key().to_owned()),
            ("words", called.words.clone()),
        ],
        Payload::Withdrawn(ended) => vec![
            ("words", ended.reason.clone()),
            ("returned", ended.returned.len().to_string()),
        ],
        Payload::Terminated(ended) => vec![
            ("words", ended.reason.clone()),
            ("returned", ended.returned.len().to_string()),
        ],
        Payload::Voided(voided) => vec![("words", voided.reason.clone())],
        Payload::Requested(asked) => vec![
            ("what", asked.what.key().to_owned()),
            ("words", asked.reason.clone()),
        ],
        Payload::PromiseChecked(checked) => vec![
            ("method", checked.method.key().to_owned()),
            ("outcome", checked.outcome.key().to_owned()),
            ("words", checked.words.clone()),
        ],
        Payload::DeemedAccepted(deemed) => vec![
            ("from", deemed.accepted_on.to_string()),
            ("notifyBy", deemed.notify_by.to_string()),
        ],
        Payload::Archived(archived) => vec![
            ("papers", archived.papers.len().to_string()),
            ("files", archived.files.len().to_string()),
            ("entries", archived.entries.to_string()),
        ],
        other => said(other),
    }
}

/// What was left unsigned, each with why.
fn left_unsigned(papers: &[UnsignedPaper]) -> Option<(&'static str, String)> {
    let told = papers.iter().map(|paper| {
        let why = match paper.why {
            SkipReason::Other => paper.words.as_str(),
            why => why.label(),
        };
        format!("{}（{why}）", paper.title)
    });
    let told: Vec<_> = told.collect();
    (!told.is_empty()).then(|| ("unsigned", told.join("、")))
}

/// What was handed in, by name.
fn names(supplied: &Supplied) -> String {
    let handed_in = supplied.materials.iter().filter(|line| line.is_handed_in());
    let materials = handed_in.map(|line| line.name.clone());
    let papers = supplied.signed.iter().map(|paper| paper.title.clone());
    let mut names: Vec<String> = materials.chain(papers).collect();
    if !supplied.answers.is_empty() {
        names.push(format!("情形提问 {} 处", supplied.answers.0.len()));
    }
    if !supplied.form.is_empty() {
        names.push(format!("申请表 {} 处", supplied.form.len()));
    }
    names.join("、")
}
