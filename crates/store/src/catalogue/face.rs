//! What search and lists need of each matter in force, kept beside the exact bytes.

use std::collections::BTreeMap;

use rusqlite::{Connection, named_params};
use serde::Deserialize;
use yichuang_domain::{
    MatterCode,
    alias::{AliasSet, DONE_ONCE},
    matter::HandlingMode,
    text::fold,
};
use yichuang_wire::Hash;

use crate::{StoreError, column, search::sound};

/// The few fields a list shows; the whole was parsed with all its checks when it was installed.
#[derive(Deserialize)]
struct Face {
    name: String,
    base_code: String,
    category: String,
    implementing_body: String,
    conditions: Vec<String>,
    materials: Vec<Named>,
    steps: Vec<Named>,
    results: Vec<Named>,
    handling_modes: Vec<HandlingMode>,
    trips: u32,
}

/// A part of a guide that is known by its name.
#[derive(Deserialize)]
struct Named {
    name: String,
}

impl Face {
    /// The words of the guide people search by, besides the name.
    fn words(&self, sayings: &[String]) -> String {
        let named = [&self.materials, &self.steps, &self.results]
            .into_iter()
            .flatten()
            .map(|part| part.name.as_str());
        let own = [self.category.as_str(), self.implementing_body.as_str()];
        let said = sayings.iter().chain(&self.conditions).map(String::as_str);
        let modes = self.handling_modes.iter().map(|mode| mode.label());
        own.into_iter()
            .chain(said)
            .chain(named)
            .chain(modes)
            .chain((self.trips <= 1).then_some(DONE_ONCE))
            .collect::<Vec<_>>()
            .join(" ")
    }
}

/// Codes, names and digests of the matters in force.
pub(super) fn names(conn: &Connection) -> Result<BTreeMap<MatterCode, (String, Hash)>, StoreError> {
    let mut statement = conn.prepare_cached(include_str!("sql/matter_names.sql"))?;
    let names = statement
        .query_map([], |row| {
            Ok((
                column::parsed(row, "code")?,
                (row.get("name")?, column::hash(row, "sha256")?),
            ))
        })?
        .collect::<Result<_, _>>()?;
    Ok(names)
}

/// Makes the rows anew from the items in force; how often each was used here is kept.
pub(super) fn refresh(conn: &Connection) -> Result<(), StoreError> {
    let sayings = sayings(conn)?;
    let uses = uses(conn)?;
    conn.execute_batch(include_str!("sql/clear_faces.sql"))?;
    let mut statement = conn.prepare_cached(include_str!("sql/matter_bodies.sql"))?;
    let mut rows = statement.query([])?;
    while let Some(row) = rows.next()? {
        let code: String = row.get("code")?;
        let body: Vec<u8> = row.get("body")?;
        let face: Face = serde_json::from_slice(&body)
            .map_err(|_| StoreError::Damaged(format!("matter {code}")))?;
        let sayings = sayings.get(&code).map_or(&[][..], Vec::as_slice);
        insert(
            conn,
            &code,
            &face,
            sayings,
            uses.get(&code).copied().unwrap_or(0),
        )?;
    }
    conn.prepare_cached(include_str!("sql/index_matters.sql"))?
        .execute([])?;
    Ok(())
}

fn insert(
    conn: &Connection,
    code: &str,
    face: &Face,
    sayings: &[String],
    uses: i64,
) -> Result<(), StoreError> {
    let sound = sound::of_words(&face.name);
    conn.prepare_cached(include_str!("sql/insert_matter.sql"))?
        .execute(named_params! {
            ":code": code,
            ":name": face.name,
            ":base_code": face.base_code,
            ":name_fold": fold(&face.name),
            ":words_fold": fold(&face.words(sayings)),
            ":department": face.implementing_body,
            ":category": face.category,
            ":initials": sound::blur_initials(&sound.initials),
            ":pinyin": sound::blur(&sound.pinyin),
            ":uses": uses,
        })?;
    let rid = conn.last_insert_rowid();
    for mode in &face.handling_modes {
        conn.prepare_cached(include_str!("sql/insert_mode.sql"))?
            .execute(named_params! { ":mode": mode.label(), ":matter_rid": rid })?;
    }
    for (ord, saying) in sayings.iter().enumerate() {
        let sound = sound::of_words(saying);
        conn.prepare_cached(include_str!("sql/insert_alias.sql"))?
            .execute(named_params! {
                ":matter_rid": rid,
                ":ord": column::int(ord as u64),
                ":alias": saying,
                ":alias_fold": fold(saying),
                ":initials": sound::blur_initials(&sound.initials),
                ":pinyin": sound::blur(&sound.pinyin),
            })?;
    }
    Ok(())
}

/// What people call each matter: its own sayings first, then phrases that other matters say are
/// really about this one.
fn sayings(conn: &Connection) -> Result<BTreeMap<String, Vec<String>>, StoreError> {
    let mut own: BTreeMap<String, Vec<String>> = BTreeMap::new();
    let mut pointed: Vec<(String, String)> = Vec::new();
    let mut statement = conn.prepare_cached(include_str!("sql/alias_bodies.sql"))?;
    let mut rows = statement.query([])?;
    while let Some(row) = rows.next()? {
        let body: Vec<u8> = row.get("body")?;
        let set: AliasSet =
            serde_json::from_slice(&body).map_err(|_| StoreError::Damaged("aliases".to_owned()))?;
        pointed.extend(
            set.not
                .into_iter()
                .map(|other| (other.code.to_string(), other.phrase)),
        );
        own.entry(set.code.to_string())
            .or_default()
            .extend(set.aliases);
    }
    for (code, phrase) in pointed {
        let sayings = own.entry(code).or_default();
        if !sayings.contains(&phrase) {
            sayings.push(phrase);
        }
    }
    Ok(own)
}

fn uses(conn: &Connection) -> Result<BTreeMap<String, i64>, StoreError> {
    let mut statement = conn.prepare_cached(include_str!("sql/matter_uses.sql"))?;
    let uses = statement
        .query_map([], |row| Ok((row.get("code")?, row.get("uses")?)))?
        .collect::<Result<_, _>>()?;
    Ok(uses)
}
