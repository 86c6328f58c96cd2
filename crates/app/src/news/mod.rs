//! What changed by itself: what the feed brought, newest first, and how far somebody has looked.
//!
//! The platform's entries are the news; the only thing kept is up to where they were seen, on this
//! machine and in no journal.

use std::collections::BTreeMap;

use yichuang_domain::{CaseNumber, role::Act};
use yichuang_store::{AttentionRow, JournalEntry, JournalFilter, Reader};
use yichuang_wire::{Hash, payload::Payload};

use crate::{
    Desk,
    clock::stamp,
    ipc::{ApiError, ChangedKind, Done, ErrorCode, NewsItem, NewsList, Nothing, SeeNews},
    report::Outcome,
    sync::{DOWN_KINDS, came},
};

/// Pieces shown.
const MOST: usize = 50;
const SEEN_UNTIL: &str = "news_seen_until";
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
                kinds: DOWN_KINDS.map(str::to_owned).to_vec(),
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

fn item(
    read: &Reader<'_>,
    entry: JournalEntry,
    attended: &BTreeMap<Hash, AttentionRow>,
    seen: i64,
) -> Outcome<Option<NewsItem>> {
    let Some(payload) = entry.payload else {
        return Ok(None);
    };
    let judged = match &payload {
        // One that was settled since is no news any more.
        Payload::VerdictGiven(given) => match attended.get(&given.entry) {
            Some(row) => Some(row),
            None => return Ok(None),
        },
        _ => None,
    };
    let Some((kind, number, words)) = came(payload) else {
        return Ok(None);
    };
    let case = entry.header.case.map(|id| read.case(id)).transpose()?;
    let of_case = case.flatten().map(|case| case.matter_name);
    let number = number.or_else(|| judged?.number.clone());
    Ok(Some(NewsItem {
        id: u32::try_from(entry.arrival).unwrap_or(u32::MAX),
        at: stamp(entry.header.at),
        kind: kind.to_owned(),
        short: number.as_ref().map(CaseNumber::short),
        number: number.map(|number| number.to_string()),
        matter: of_case.or_else(|| judged?.matter_name.clone()),
        words,
        fresh: entry.arrival > seen,
    }))
}
