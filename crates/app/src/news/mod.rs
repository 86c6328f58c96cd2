//! What changed by itself: what the feed brought, newest first, and how far somebody has looked.
//!
//! The platform's entries are the news; the only thing kept is up to where they were seen, on this
//! machine and in no journal.

use std::collections::BTreeMap;

use yichuang_domain::{CaseNumber, role::Act};
use yichuang_store::{AttentionRow, JournalEntry, JournalFilter, Reader};
use yichuang_wire::{Hash, Verdict, payload::Payload};

use crate::{
    Desk,
    case::reason,
    clock::stamp,
    ipc::{ApiError, ChangedKind, Done, ErrorCode, NewsItem, NewsList, Nothing, SeeNews},
    report::Outcome,
};

/// Pieces shown.
const MOST: usize = 50;
const SEEN_UNTIL: &str = "news_seen_until";
/// Kinds only the platform writes.
const KINDS: [&str; 9] = [
    "progress",
    "result_issued",
    "examination_correction_asked",
    "request_answered",
    "special_procedure_begun",
    "special_procedure_ended",
    "limit_extended",
    "verdict_given",
    "pack_published",
];

impl Desk {
    /// The newest pieces and how many nobody has seen.
    ///
    /// # Errors
    /// `OPS-…` and those of the store.
    pub fn news(&self, _: Nothing) -> Outcome<NewsList> {
        self.allowed(Act::ReadCase)?;
        self.store()?.read(|read| {
            let seen: i64 = read.setting(SEEN_UNTIL)?.unwrap_or_default();
            let filter = JournalFilter {
                kinds: KINDS.map(str::to_owned).to_vec(),
                ..JournalFilter::default()
            };
            let attended = read.attention()?.into_iter();
            let attended: BTreeMap<Hash, AttentionRow> =
                attended.map(|row| (row.entry, row)).collect();
            let mut items = Vec::new();
            for entry in read.journal(&filter, MOST)? {
                items.extend(item(read, entry, &attended, seen)?);
            }
            let unseen = items.iter().filter(|item| item.fresh).count();
            Ok(NewsList {
                unseen: u32::try_from(unseen).unwrap_or(u32::MAX),
                items,
            })
        })
    }

    /// Everything up to a piece was seen. Looking back unsees nothing.
    ///
    /// # Errors
    /// `OPS-…`, `INPUT-001` for a piece that is not there yet.
    pub fn see_news(&self, input: SeeNews) -> Outcome<Done> {
        self.allowed(Act::ReadCase)?;
        let until = i64::from(input.until);
        self.store()?.write(|tx| -> Outcome<()> {
            let newest = tx.journal(&JournalFilter::default(), 1)?;
            if newest.first().is_none_or(|entry| until > entry.arrival) {
                return Err(ApiError::new(ErrorCode::InputShape).with("reason", "until"));
            }
            let seen: i64 = tx.setting(SEEN_UNTIL)?.unwrap_or_default();
            tx.set_setting(SEEN_UNTIL, &seen.max(until))?;
            Ok(())
        })?;
        self.announce(ChangedKind::Status, None);
        Ok(Done {})
    }
}

/// What an entry tells; none when nobody has to know.
struct Told {
    kind: &'static str,
    number: Option<CaseNumber>,
    matter: Option<String>,
    words: String,
}

fn item(
    read: &Reader<'_>,
    entry: JournalEntry,
    attended: &BTreeMap<Hash, AttentionRow>,
    seen: i64,
) -> Outcome<Option<NewsItem>> {
    let at = stamp(entry.header.at);
    let arrival = entry.arrival;
    let case = entry.header.case;
    let Some(told) = entry.payload.and_then(|payload| told(payload, attended)) else {
        return Ok(None);
    };
    let matter = match (told.matter, case) {
        (Some(matter), _) => Some(matter),
        (None, Some(case)) => read.case(case)?.map(|case| case.matter_name),
        (None, None) => None,
    };
    Ok(Some(NewsItem {
        id: u32::try_from(arrival).unwrap_or(u32::MAX),
        at,
        kind: told.kind.to_owned(),
        short: told.number.as_ref().map(CaseNumber::short),
        number: told.number.map(|number| number.to_string()),
        matter,
        words: told.words,
        fresh: arrival > seen,
    }))
}

fn told(payload: Payload, attended: &BTreeMap<Hash, AttentionRow>) -> Option<Told> {
    let of_case = |kind, number, words| Told {
        kind,
        number: Some(number),
        matter: None,
        words,
    };
    Some(match payload {
        Payload::Progress(step) => of_case(
            "progress",
            step.number,
            format!("{} {}", step.office, step.step),
        ),
        Payload::ResultIssued(result) => of_case("result", result.number, result.office),
        Payload::ExaminationCorrectionAsked(asked) => {
            of_case("correction", asked.number, asked.office)
        }
        Payload::RequestAnswered(answer) => of_case("answer", answer.number, answer.words),
        Payload::SpecialProcedureBegun(begun) => {
            of_case("procedure", begun.number, begun.what.label().to_owned())
        }
        Payload::SpecialProcedureEnded(ended) => of_case("procedure", ended.number, ended.result),
        Payload::LimitExtended(extended) => of_case("extended", extended.number, extended.reason),
        Payload::VerdictGiven(given) => match given.verdict {
            Verdict::Attend { .. } | Verdict::Conflict { .. } => {
                // One that was settled since is no news any more.
                let row = attended.get(&given.entry)?;
                Told {
                    kind: "attend",
                    number: row.number.clone(),
                    matter: row.matter_name.clone(),
                    words: reason(&given.verdict),
                }
            }
            Verdict::Ok | Verdict::Waiting { .. } => return None,
        },
        Payload::PackPublished(pack) => Told {
            kind: "pack",
            number: None,
            matter: None,
            words: pack.version.to_string(),
        },
        _ => return None,
    })
}
