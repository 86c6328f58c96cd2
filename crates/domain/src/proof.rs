//! Proofs and sealed papers departments ask for (附件2) and issue (附件3).
//!
//! Owns the reading of `proofs.json`; its keys are the columns of the official
//! annexes, word for word. A proof that is not kept (保留) here cannot be demanded.

use crate::catalogue::{CatalogueProblem, Inspection, codes, decode};
use crate::closed::closed_set;
use crate::id::MatterCode;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

const MAX_BYTES: usize = 2 * 1024 * 1024;
const MAX_ROWS: usize = 5_000;
const MAX_TEXT: usize = 1_000;

closed_set!(
    /// What became of a proof in the clean-up (清理意见).
    ProofStatus {
        /// Kept.
        Kept = "保留",
        /// Abolished.
        Abolished = "取消",
    }
);

closed_set!(
    /// Yes or no, as the annexes write it.
    YesNo {
        /// 是.
        Yes = "是",
        /// 否.
        No = "否",
    }
);

/// The proof lists.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Proofs {
    /// Proofs asked for.
    pub annex2: Annex<NeededProof>,
    /// Proofs issued.
    pub annex3: Annex<IssuedProof>,
    /// `annex2-<row>` → the matter that asks for it.
    pub links: BTreeMap<String, MatterCode>,
}

/// One annex with its rows.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Annex<Row> {
    /// Title.
    pub title: String,
    /// The unit that filled it in.
    pub filled_by: String,
    /// Column names.
    pub columns: Vec<String>,
    /// Rows.
    pub rows: Vec<Row>,
}

/// A proof asked for.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct NeededProof {
    /// Row number.
    #[serde(rename = "序号")]
    pub row: u32,
    /// The matter, by name.
    #[serde(rename = "事项名称")]
    pub matter: String,
    /// The proof.
    #[serde(rename = "所需证明、盖章类材料名称")]
    pub name: String,
    /// Who provides it.
    #[serde(rename = "所需证明、盖章类材料的提供单位")]
    pub provider: String,
    /// Basis; 「无」 when there is none.
    #[serde(rename = "证明、盖章类材料设定依据及条款")]
    pub basis: String,
    /// Level of the basis.
    #[serde(rename = "依据设定层级")]
    pub basis_level: String,
    /// Kept or abolished.
    #[serde(rename = "清理意见")]
    pub status: ProofStatus,
    /// Why.
    #[serde(rename = "清理意见的理由")]
    pub reason: String,
    /// Whether departments can share it.
    #[serde(rename = "是否可通过部门间信息共享的方式提供")]
    pub shareable: YesNo,
    /// Remark.
    #[serde(rename = "备注")]
    pub remark: String,
}

/// A proof issued.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct IssuedProof {
    /// Row number.
    #[serde(rename = "序号")]
    pub row: u32,
    /// The proof.
    #[serde(rename = "证明、盖章类材料名称")]
    pub name: String,
    /// Who needs it.
    #[serde(rename = "需要本材料的部门（单位）")]
    pub needed_by: String,
    /// What for.
    #[serde(rename = "证明、盖章类材料用途")]
    pub purpose: String,
    /// Basis; 「无」 when there is none.
    #[serde(rename = "证明、盖章类材料设定依据及条款")]
    pub basis: String,
    /// Level of the basis.
    #[serde(rename = "依据设定层级")]
    pub basis_level: String,
    /// Kept or abolished.
    #[serde(rename = "清理意见")]
    pub status: ProofStatus,
    /// Why.
    #[serde(rename = "清理意见的理由")]
    pub reason: String,
    /// Whether departments can share it.
    #[serde(rename = "是否可通过部门间信息共享的方式提供")]
    pub shareable: YesNo,
    /// Remark.
    #[serde(rename = "备注")]
    pub remark: String,
}

impl Proofs {
    /// Reads the proof lists.
    ///
    /// # Errors
    /// All problems found.
    pub fn parse(json: &[u8]) -> Result<Self, Vec<CatalogueProblem>> {
        let proofs: Self = decode(json, MAX_BYTES).map_err(|problem| vec![problem])?;
        let mut inspection = Inspection::new();
        check_annex(
            &mut inspection,
            "annex2",
            &proofs.annex2,
            NeededProof::texts,
        );
        check_annex(
            &mut inspection,
            "annex3",
            &proofs.annex3,
            IssuedProof::texts,
        );
        for link in proofs.links.keys() {
            let row = link
                .strip_prefix("annex2-")
                .and_then(|row| row.parse::<u32>().ok());
            if !row.is_some_and(|row| proofs.annex2.rows.iter().any(|needed| needed.row == row)) {
                inspection.found(codes::DANGLING, "links", "指向的行不存在");
            }
        }
        inspection.finish(proofs)
    }

    /// The rows of annex 2 that belong to a matter.
    pub fn needed_for<'a>(&'a self, code: &'a MatterCode) -> impl Iterator<Item = &'a NeededProof> {
        self.annex2
            .rows
            .iter()
            .filter(move |row| self.links.get(&format!("annex2-{}", row.row)) == Some(code))
    }
}

fn check_annex<Row>(
    inspection: &mut Inspection,
    section: &str,
    annex: &Annex<Row>,
    texts: fn(&Row) -> [&String; 7],
) where
    Row: Numbered,
{
    inspection.required(section, &annex.title, MAX_TEXT);
    inspection.text(section, &annex.filled_by, MAX_TEXT);
    inspection.count(section, annex.rows.len(), MAX_ROWS);
    inspection.count(section, annex.columns.len(), 20);
    inspection.texts(section, &annex.columns, MAX_TEXT);
    let numbers: Vec<String> = annex
        .rows
        .iter()
        .map(|row| row.number().to_string())
        .collect();
    inspection.unique(section, numbers.iter().map(String::as_str));
    for (at, row) in annex.rows.iter().enumerate() {
        for text in texts(row) {
            inspection.text(&format!("{section}.rows[{at}]"), text, MAX_TEXT);
        }
    }
}

trait Numbered {
    fn number(&self) -> u32;
}

impl Numbered for NeededProof {
    fn number(&self) -> u32 {
        self.row
    }
}

impl Numbered for IssuedProof {
    fn number(&self) -> u32 {
        self.row
    }
}

impl NeededProof {
    fn texts(&self) -> [&String; 7] {
        [
            &self.matter,
            &self.name,
            &self.provider,
            &self.basis,
            &self.basis_level,
            &self.reason,
            &self.remark,
        ]
    }
}

impl IssuedProof {
    fn texts(&self) -> [&String; 7] {
        [
            &self.name,
            &self.needed_by,
            &self.purpose,
            &self.basis,
            &self.basis_level,
            &self.reason,
            &self.remark,
        ]
    }
}
