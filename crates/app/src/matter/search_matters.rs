//! From the resident's words to the right matter.

use chrono::NaiveDate;
use yichuang_domain::{Matter, MatterCode, matter::HandlingMode, role::Act};
use yichuang_store::{MatterQuery, MatterWhy, Reader};

use super::favourite::favourites;
use crate::{
    Desk,
    catalogue::{CatalogueMatter, in_force},
    ipc::{
        ApiError, ErrorCode, MatchedBy, MatterList, MatterRow, ModeCount, SearchMatters,
        SuspendedView,
    },
    report::Outcome,
};

const MOST_ROWS: u32 = 50;

impl Desk {
    /// Matters for what was typed, best first; for nothing, the stars and then what is used most.
    ///
    /// # Errors
    /// `INPUT-001` for a way of handling that is none, `OPS-…` and those of the store.
    pub fn search_matters(&self, input: SearchMatters) -> Outcome<MatterList> {
        self.allowed(Act::ReadGuide)?;
        self.find_matters(input)
    }

    /// [`Desk::search_matters`] for the command line, which shows nothing personal.
    ///
    /// # Errors
    /// Those of the store.
    pub fn find_matters(&self, input: SearchMatters) -> Outcome<MatterList> {
        let modes = modes(&input.modes)?;
        let query = MatterQuery {
            text: input.text.trim(),
            modes: &modes,
            limit: input.limit.clamp(1, MOST_ROWS),
        };
        let today = self.today();
        let stars = self.session().operator.as_ref().map(|who| who.id);
        self.store()?.read(|read| {
            let stars = stars
                .map(|who| favourites(read, who))
                .transpose()?
                .unwrap_or_default();
            let here = here(read)?;
            let hits = match query {
                MatterQuery {
                    text: "",
                    modes: [],
                    limit,
                } => habits(read, &stars, limit)?,
                MatterQuery { text: "", .. } => stars_first(found(read, &query)?, &stars),
                _ => found(read, &query)?,
            };
            let mut rows = Vec::with_capacity(hits.len());
            for hit in hits {
                let matter = in_force(read, &hit.code)?;
                let suspended = suspended(read, &matter.matter, today)?;
                rows.push(row(&matter, hit, &stars, &here, suspended));
            }
            Ok(MatterList {
                rows,
                modes: counts(read, &query)?,
                query: query.text.to_owned(),
            })
        })
    }
}

struct Hit {
    code: MatterCode,
    by: MatchedBy,
    matched: String,
}

/// The ways of handling named.
fn modes(words: &[String]) -> Outcome<Vec<HandlingMode>> {
    let mode = |word: &String| {
        let known = HandlingMode::ALL.iter().find(|mode| mode.label() == word);
        known
            .copied()
            .ok_or_else(|| ApiError::new(ErrorCode::InputShape).with("reason", "modes"))
    };
    words.iter().map(mode).collect()
}

fn counts(read: &Reader<'_>, query: &MatterQuery<'_>) -> Outcome<Vec<ModeCount>> {
    let counted = read.count_modes(query)?;
    let count = |mode: &HandlingMode| {
        let found = counted.iter().find(|(counted, _)| counted == mode);
        found.map_or(0, |(_, count)| u32::try_from(*count).unwrap_or(u32::MAX))
    };
    let modes = HandlingMode::ALL.iter().map(|mode| ModeCount {
        mode: mode.label().to_owned(),
        count: count(mode),
    });
    Ok(modes.collect())
}

fn stars_first(mut hits: Vec<Hit>, stars: &[MatterCode]) -> Vec<Hit> {
    hits.sort_by_key(|hit| !stars.contains(&hit.code));
    hits
}

fn found(read: &Reader<'_>, query: &MatterQuery<'_>) -> Outcome<Vec<Hit>> {
    let hits = read.search_matters(query)?;
    let hit = |hit: yichuang_store::MatterHit| Hit {
        code: hit.code,
        by: matched_by(hit.why),
        matched: hit.matched,
    };
    Ok(hits.into_iter().map(hit).collect())
}

fn habits(read: &Reader<'_>, stars: &[MatterCode], limit: u32) -> Outcome<Vec<Hit>> {
    let used = read.matters_by_use(limit)?;
    let rest = used.into_iter().filter(|code| !stars.contains(code));
    let codes = stars.iter().cloned().chain(rest).take(limit as usize);
    Ok(codes
        .map(|code| Hit {
            code,
            by: MatchedBy::Habit,
            matched: String::new(),
        })
        .collect())
}

fn matched_by(why: MatterWhy) -> MatchedBy {
    match why {
        MatterWhy::ExactCode => MatchedBy::Code,
        MatterWhy::NamePrefix => MatchedBy::Name,
        MatterWhy::Alias => MatchedBy::Alias,
        MatterWhy::Initials => MatchedBy::Initials,
        MatterWhy::Pinyin => MatchedBy::Pinyin,
        MatterWhy::Text => MatchedBy::Text,
        MatterWhy::Listed => MatchedBy::Habit,
    }
}

/// What this point takes in, by the catalogue; everything when the catalogue does not say.
pub(crate) fn here(read: &Reader<'_>) -> Outcome<Option<Vec<MatterCode>>> {
    let point = &read.identity().enrolment.point.id;
    Ok(read
        .points()?
        .into_iter()
        .find(|p| p.id == *point)
        .map(|p| p.services))
}

/// Whether this point takes a matter in.
pub(crate) fn taken_here(read: &Reader<'_>, code: &MatterCode) -> Outcome<bool> {
    Ok(here(read)?.is_none_or(|codes| codes.contains(code)))
}

/// Since when a matter is no longer taken in, and what takes its place.
pub(crate) fn suspended(
    read: &Reader<'_>,
    matter: &Matter,
    today: NaiveDate,
) -> Outcome<Option<SuspendedView>> {
    let since = matter.suspended.as_ref();
    let Some(since) = since.filter(|_| matter.is_suspended(today)) else {
        return Ok(None);
    };
    let instead = since.instead.as_ref().map(|code| read.matter_ref(code));
    Ok(Some(SuspendedView {
        on: since.on.to_string(),
        instead: instead.transpose()?.flatten().map(|matter| matter.name),
    }))
}

fn row(
    found: &CatalogueMatter,
    hit: Hit,
    stars: &[MatterCode],
    here: &Option<Vec<MatterCode>>,
    suspended: Option<SuspendedView>,
) -> MatterRow {
    let matter = &found.matter;
    let always = matter
        .materials
        .iter()
        .filter(|material| !material.is_situational())
        .count();
    MatterRow {
        code: matter.code.to_string(),
        name: matter.name.clone(),
        matched_by: hit.by,
        matched: hit.matched,
        department: matter.implementing_body.clone(),
        category: matter.category.label().to_owned(),
        promised: matter.promised_limit.label(),
        materials: u32::try_from(always).unwrap_or(u32::MAX),
        questions: u32::try_from(found.questions.questions.len()).unwrap_or(u32::MAX),
        modes: matter
            .handling_modes
            .iter()
            .map(|mode| mode.label().to_owned())
            .collect(),
        favourite: stars.contains(&matter.code),
        here: here
            .as_ref()
            .is_none_or(|codes| codes.contains(&matter.code)),
        suspended,
    }
}
