//! Installing a pack: checked whole, then swapped in one transaction.

use std::collections::BTreeMap;

use chrono::{DateTime, Utc};
use rusqlite::{Connection, OptionalExtension as _, named_params};
use yichuang_domain::{
    Calendar, Matter, MatterCode, QuestionSet, alias::AliasSet, catalogue::CatalogueProblem,
    chain::Chain, point::Point, proof::Proofs, region::Region,
};
use yichuang_wire::{Hash, Manifest, Pack, PackItem, PackKind, PublicKey};

use super::{face, kind_word};
use crate::{StoreError, Tx, column};

/// What an installation changed.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct PackOutcome {
    /// The version now in force.
    pub version: u64,
    /// Matters now in force.
    pub matters: u32,
    /// Matters that were not there before.
    pub added: Vec<CatalogueChange>,
    /// Matters whose text changed.
    pub changed: Vec<CatalogueChange>,
    /// Matters no longer in force.
    pub removed: Vec<CatalogueChange>,
}

/// One matter that changed.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct CatalogueChange {
    /// Its code.
    pub code: String,
    /// Its name.
    pub name: String,
}

impl Tx<'_> {
    /// Puts a pack in force. Blobs it does not carry must be here already. The same pack again
    /// changes nothing.
    ///
    /// # Errors
    /// [`yichuang_wire::WireError::Signature`] unless `publisher` signed it,
    /// [`StoreError::PackOlder`], [`StoreError::PackRefused`] with every problem of the first bad
    /// item; what was in force stays in force.
    pub fn install_pack(
        &mut self,
        pack: &Pack,
        publisher: &PublicKey,
        at: DateTime<Utc>,
    ) -> Result<PackOutcome, StoreError> {
        let manifest = pack.open(publisher)?;
        let before = face::names(self.conn)?;
        if let Some(installed) = self.pack_in_force()? {
            if installed.manifest.document == pack.manifest.document {
                let matters = u32::try_from(before.len()).unwrap_or(u32::MAX);
                return Ok(PackOutcome {
                    version: manifest.version,
                    matters,
                    ..PackOutcome::default()
                });
            }
            if installed.version >= manifest.version {
                return Err(StoreError::PackOlder {
                    found: manifest.version,
                    installed: installed.version,
                });
            }
        }
        let content = gather(self.conn, &manifest, pack)?;
        check(self.conn, &content)?;
        replace_items(self.conn, &content)?;
        self.conn
            .prepare_cached(include_str!("sql/set_pack.sql"))?
            .execute(named_params! {
                ":version": column::int(manifest.version),
                ":publisher": manifest.publisher,
                ":sample": manifest.sample,
                ":published_ms": column::millis(manifest.published_at),
                ":installed_ms": column::millis(at),
                ":manifest": column::json(&pack.manifest)?,
            })?;
        face::refresh(self.conn)?;
        Ok(outcome(manifest.version, &before, &face::names(self.conn)?))
    }
}

/// Items with their bytes.
struct Content<'a>(BTreeMap<(PackKind, &'a str), (&'a PackItem, Vec<u8>)>);

impl<'a> Content<'a> {
    fn bytes(&self, kind: PackKind, code: &'a str) -> Option<&[u8]> {
        self.0.get(&(kind, code)).map(|(_, bytes)| bytes.as_slice())
    }
}

fn refused(what: impl Into<String>, problems: Vec<CatalogueProblem>) -> StoreError {
    StoreError::PackRefused {
        what: what.into(),
        problems,
    }
}

fn gather<'a>(
    conn: &Connection,
    manifest: &'a Manifest,
    pack: &Pack,
) -> Result<Content<'a>, StoreError> {
    let mut content = BTreeMap::new();
    for item in &manifest.items {
        let bytes = match pack.blobs.get(&item.sha256) {
            Some(bytes) => bytes.clone(),
            None => blob(conn, item.sha256)?
                .ok_or_else(|| refused(format!("missing {}", item.sha256), Vec::new()))?,
        };
        if bytes.len() as u64 != item.size || yichuang_wire::sha256(&bytes) != item.sha256 {
            return Err(yichuang_wire::WireError::ContentHash(item.sha256.to_string()).into());
        }
        if content
            .insert((item.kind, item.code.as_str()), (item, bytes))
            .is_some()
        {
            return Err(refused(format!("{} twice", item.code), Vec::new()));
        }
    }
    Ok(Content(content))
}

pub(super) fn blob(conn: &Connection, sha256: Hash) -> Result<Option<Vec<u8>>, StoreError> {
    let bytes = conn
        .prepare_cached(include_str!("sql/read_blob.sql"))?
        .query_row([sha256.0], |row| row.get("body"))
        .optional()?;
    Ok(bytes)
}

/// Parses every item that is new here; what is in force was parsed when it came.
fn check(conn: &Connection, content: &Content<'_>) -> Result<(), StoreError> {
    for ((kind, code), (item, bytes)) in &content.0 {
        let known = conn
            .prepare_cached(include_str!("sql/is_item.sql"))?
            .exists(named_params! { ":kind": kind_word(*kind), ":code": code, ":sha256": item.sha256.0 })?;
        // Questions are read against their matter, which may have changed under them.
        if known && *kind != PackKind::Questions {
            continue;
        }
        check_item(content, *kind, code, bytes)?;
    }
    Ok(())
}

fn check_item<'a>(
    content: &Content<'a>,
    kind: PackKind,
    code: &'a str,
    bytes: &[u8],
) -> Result<(), StoreError> {
    let named = |problems| refused(format!("{} {code}", kind_word(kind)), problems);
    let own_code = match kind {
        PackKind::Matter => Some(Matter::parse(bytes).map_err(named)?.code.to_string()),
        PackKind::Questions => {
            let matter = content
                .bytes(PackKind::Matter, code)
                .ok_or_else(|| refused(format!("questions without a matter {code}"), Vec::new()))?;
            let matter = Matter::parse(matter).map_err(named)?;
            Some(
                QuestionSet::parse(bytes, &matter)
                    .map_err(named)?
                    .code
                    .to_string(),
            )
        }
        PackKind::Aliases => Some(AliasSet::parse(bytes).map_err(named)?.code.to_string()),
        PackKind::Chain => Some(Chain::parse(bytes).map_err(named)?.code),
        PackKind::Proofs => Proofs::parse(bytes).map(|_| None).map_err(named)?,
        PackKind::Regions => Region::parse_all(bytes).map(|_| None).map_err(named)?,
        PackKind::Points => Point::parse_all(bytes).map(|_| None).map_err(named)?,
        PackKind::Calendar => Calendar::parse(bytes)
            .map(|_| None)
            .map_err(|problem| named(vec![problem]))?,
    };
    match own_code {
        Some(own) if own != code => Err(refused(format!("{code} holds {own}"), Vec::new())),
        _ => Ok(()),
    }
}

fn replace_items(conn: &Connection, content: &Content<'_>) -> Result<(), StoreError> {
    conn.prepare_cached(include_str!("sql/clear_items.sql"))?
        .execute([])?;
    for (item, bytes) in content.0.values() {
        conn.prepare_cached(include_str!("sql/insert_blob.sql"))?
            .execute(named_params! { ":sha256": item.sha256.0, ":body": bytes })?;
        conn.prepare_cached(include_str!("sql/insert_item.sql"))?
            .execute(named_params! {
                ":kind": kind_word(item.kind),
                ":code": item.code,
                ":sha256": item.sha256.0,
            })?;
    }
    conn.prepare_cached(include_str!("sql/drop_unused_blobs.sql"))?
        .execute([])?;
    Ok(())
}

type Names = BTreeMap<MatterCode, (String, Hash)>;

fn outcome(version: u64, before: &Names, after: &Names) -> PackOutcome {
    let change = |code: &MatterCode, name: &String| CatalogueChange {
        code: code.to_string(),
        name: name.clone(),
    };
    let mut outcome = PackOutcome {
        version,
        matters: u32::try_from(after.len()).unwrap_or(u32::MAX),
        ..PackOutcome::default()
    };
    for (code, (name, hash)) in after {
        match before.get(code) {
            None => outcome.added.push(change(code, name)),
            Some((_, old)) if old != hash => outcome.changed.push(change(code, name)),
            Some(_) => {}
        }
    }
    let gone = before.iter().filter(|(code, _)| !after.contains_key(*code));
    outcome
        .removed
        .extend(gone.map(|(code, (name, _))| change(code, name)));
    outcome
}
