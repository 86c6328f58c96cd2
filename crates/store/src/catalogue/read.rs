//! Reading what is in force.

use chrono::{DateTime, Utc};
use rusqlite::{OptionalExtension as _, named_params};
use yichuang_domain::{
    Calendar, Matter, MatterCode, QuestionSet, alias::AliasSet, chain::Chain, point::Point,
    proof::Proofs, region::Region,
};
use yichuang_wire::{Hash, Manifest, PackItem, PackKind, Signed, payload::MatterRef};

use super::{install::blob, kind_word, single_item_code};
use crate::{Reader, StoreError, column};

/// The pack in force.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PackInForce {
    /// Its version.
    pub version: u64,
    /// Who answers for the content.
    pub publisher: String,
    /// The sample catalogue: screen and paper say so.
    pub sample: bool,
    /// When it was published.
    pub published_at: DateTime<Utc>,
    /// When it was installed here.
    pub installed_at: DateTime<Utc>,
    /// As signed.
    pub manifest: Signed,
}

/// A matter in force as a list shows it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ListedMatter {
    /// Its code.
    pub code: MatterCode,
    /// Its name.
    pub name: String,
    /// Its category.
    pub category: String,
}

pub(super) fn damaged(what: &'static str) -> impl Fn() -> StoreError {
    move || StoreError::Damaged(format!("catalogue {what}"))
}

impl Reader<'_> {
    /// The pack in force; none before the first was installed.
    ///
    /// # Errors
    /// Database errors.
    pub fn pack_in_force(&self) -> Result<Option<PackInForce>, StoreError> {
        let pack = self
            .conn
            .prepare_cached(include_str!("sql/read_pack.sql"))?
            .query_row([], |row| {
                Ok(PackInForce {
                    version: column::count(row, "version")?,
                    publisher: row.get("publisher")?,
                    sample: row.get("sample")?,
                    published_at: column::instant(row, "published_ms")?,
                    installed_at: column::instant(row, "installed_ms")?,
                    manifest: column::from_json(row, "manifest")?,
                })
            })
            .optional()?;
        Ok(pack)
    }

    /// Items of a manifest whose bytes are not here: what a delta has to carry.
    ///
    /// # Errors
    /// Database errors.
    pub fn missing_blobs(&self, manifest: &Manifest) -> Result<Vec<PackItem>, StoreError> {
        let mut statement = self.conn.prepare_cached(include_str!("sql/has_blob.sql"))?;
        let mut missing = Vec::new();
        for item in &manifest.items {
            if !statement.exists([item.sha256.0])? {
                missing.push(item.clone());
            }
        }
        Ok(missing)
    }

    /// Every item in force with its exact bytes: what a home with an authoring key publishes anew
    /// after adding to it.
    ///
    /// # Errors
    /// Database errors.
    pub fn pack_content(&self) -> Result<Vec<(PackKind, String, Vec<u8>)>, StoreError> {
        let mut statement = self
            .conn
            .prepare_cached(include_str!("sql/all_items.sql"))?;
        let content = statement
            .query_map([], |row| {
                Ok((
                    column::from_word(row, "kind")?,
                    row.get("code")?,
                    row.get("body")?,
                ))
            })?
            .collect::<Result<_, _>>()?;
        Ok(content)
    }

    /// A matter in force.
    ///
    /// # Errors
    /// Database errors, [`StoreError::Damaged`].
    pub fn matter(&self, code: &MatterCode) -> Result<Option<Matter>, StoreError> {
        let bytes = self.item(PackKind::Matter, code.as_str())?;
        bytes
            .map(|bytes| Matter::parse(&bytes).map_err(|_| damaged("matter")()))
            .transpose()
    }

    /// A matter as it was in the version with this digest: in force, or kept because a case was
    /// taken under it.
    ///
    /// # Errors
    /// Database errors, [`StoreError::Damaged`].
    pub fn matter_at(&self, code: &MatterCode, sha256: Hash) -> Result<Option<Matter>, StoreError> {
        let Some(bytes) = blob(self.conn, sha256)? else {
            return Ok(None);
        };
        let matter = Matter::parse(&bytes).map_err(|_| damaged("matter")())?;
        Ok((matter.code == *code).then_some(matter))
    }

    /// What a `received` entry says about a matter in force.
    ///
    /// # Errors
    /// Database errors.
    pub fn matter_ref(&self, code: &MatterCode) -> Result<Option<MatterRef>, StoreError> {
        let matter = self
            .conn
            .prepare_cached(include_str!("sql/read_matter_ref.sql"))?
            .query_row([code.as_str()], |row| {
                Ok(MatterRef {
                    code: column::parsed(row, "code")?,
                    name: row.get("name")?,
                    sha256: column::hash(row, "sha256")?,
                    questions: column::maybe_hash(row, "questions")?,
                    pack_version: column::count(row, "version")?,
                    department: row.get("department")?,
                    sample: row.get("sample")?,
                })
            })
            .optional()?;
        Ok(matter)
    }

    /// Every matter in force, by code.
    ///
    /// # Errors
    /// Database errors.
    pub fn matters(&self) -> Result<Vec<MatterRef>, StoreError> {
        let mut statement = self
            .conn
            .prepare_cached(include_str!("sql/matter_codes.sql"))?;
        let codes: Vec<MatterCode> = statement
            .query_map([], |row| column::parsed(row, "code"))?
            .collect::<Result<_, _>>()?;
        codes
            .iter()
            .filter_map(|code| self.matter_ref(code).transpose())
            .collect()
    }

    /// The questions of a matter in force; an empty set when it has none.
    ///
    /// # Errors
    /// Database errors, [`StoreError::Damaged`].
    pub fn questions(&self, code: &MatterCode) -> Result<QuestionSet, StoreError> {
        let (Some(bytes), Some(matter)) = (
            self.item(PackKind::Questions, code.as_str())?,
            self.matter(code)?,
        ) else {
            return Ok(QuestionSet::none(code.clone()));
        };
        QuestionSet::parse(&bytes, &matter).map_err(|_| damaged("questions")())
    }

    /// What people call a matter.
    ///
    /// # Errors
    /// Database errors, [`StoreError::Damaged`].
    pub fn aliases(&self, code: &MatterCode) -> Result<Option<AliasSet>, StoreError> {
        let bytes = self.item(PackKind::Aliases, code.as_str())?;
        bytes
            .map(|bytes| AliasSet::parse(&bytes).map_err(|_| damaged("aliases")()))
            .transpose()
    }

    /// Every chain in force, by code.
    ///
    /// # Errors
    /// Database errors, [`StoreError::Damaged`].
    pub fn chains(&self) -> Result<Vec<Chain>, StoreError> {
        let mut statement = self
            .conn
            .prepare_cached(include_str!("sql/chain_bodies.sql"))?;
        let bodies: Vec<Vec<u8>> = statement
            .query_map([], |row| row.get("body"))?
            .collect::<Result<_, _>>()?;
        bodies
            .iter()
            .map(|bytes| Chain::parse(bytes).map_err(|_| damaged("chain")()))
            .collect()
    }

    /// A chain in force.
    ///
    /// # Errors
    /// Database errors, [`StoreError::Damaged`].
    pub fn chain(&self, code: &str) -> Result<Option<Chain>, StoreError> {
        let bytes = self.item(PackKind::Chain, code)?;
        bytes
            .map(|bytes| Chain::parse(&bytes).map_err(|_| damaged("chain")()))
            .transpose()
    }

    /// Service points; empty when the pack has none.
    ///
    /// # Errors
    /// Database errors, [`StoreError::Damaged`].
    pub fn points(&self) -> Result<Vec<Point>, StoreError> {
        let bytes = self.single(PackKind::Points)?;
        bytes.map_or(Ok(Vec::new()), |bytes| {
            Point::parse_all(&bytes).map_err(|_| damaged("points")())
        })
    }

    /// Regions; empty when the pack has none.
    ///
    /// # Errors
    /// Database errors, [`StoreError::Damaged`].
    pub fn regions(&self) -> Result<Vec<Region>, StoreError> {
        let bytes = self.single(PackKind::Regions)?;
        bytes.map_or(Ok(Vec::new()), |bytes| {
            Region::parse_all(&bytes).map_err(|_| damaged("regions")())
        })
    }

    /// The proof lists (附件2, 附件3).
    ///
    /// # Errors
    /// Database errors, [`StoreError::Damaged`].
    pub fn proofs(&self) -> Result<Option<Proofs>, StoreError> {
        let bytes = self.single(PackKind::Proofs)?;
        bytes
            .map(|bytes| Proofs::parse(&bytes).map_err(|_| damaged("proofs")()))
            .transpose()
    }

    /// Every matter in force, by category.
    ///
    /// # Errors
    /// Database errors.
    pub fn listed_matters(&self) -> Result<Vec<ListedMatter>, StoreError> {
        let mut statement = self
            .conn
            .prepare_cached(include_str!("sql/listed_matters.sql"))?;
        let rows = statement.query_map([], |row| {
            Ok(ListedMatter {
                code: column::parsed(row, "code")?,
                name: row.get("name")?,
                category: row.get("category")?,
            })
        })?;
        Ok(rows.collect::<Result<_, _>>()?)
    }

    /// The working-day calendar; none before a pack brought one.
    ///
    /// # Errors
    /// Database errors, [`StoreError::Damaged`].
    pub fn calendar(&self) -> Result<Option<Calendar>, StoreError> {
        let bytes = self.single(PackKind::Calendar)?;
        bytes
            .map(|bytes| Calendar::parse(&bytes).map_err(|_| damaged("calendar")()))
            .transpose()
    }

    fn single(&self, kind: PackKind) -> Result<Option<Vec<u8>>, StoreError> {
        self.item(kind, single_item_code(kind))
    }

    fn item(&self, kind: PackKind, code: &str) -> Result<Option<Vec<u8>>, StoreError> {
        let bytes = self
            .conn
            .prepare_cached(include_str!("sql/read_item.sql"))?
            .query_row(
                named_params! { ":kind": kind_word(kind), ":code": code },
                |row| row.get("body"),
            )
            .optional()?;
        Ok(bytes)
    }
}
