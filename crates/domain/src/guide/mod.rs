//! The guide (服务指南): a matter as nine sections, for screen and paper.
//!
//! Owns the order and the words around the matter's text; layout is the printer's and the
//! interface's. With a person's [`Requirements`] the materials section is the exact list
//! of that situation.

mod sections;

use crate::closed::coded_set;
use crate::matter::Matter;
use crate::requirement::Requirements;
use serde::Serialize;

coded_set!(
    /// The nine sections the policy asks for, in its order.
    Section {
        /// Name.
        Name = "name", "事项名称";
        /// Bases.
        Bases = "bases", "办理依据";
        /// Where it is accepted.
        AcceptAt = "accept_at", "受理单位及办理地点";
        /// Conditions.
        Conditions = "conditions", "办理条件";
        /// Materials.
        Materials = "materials", "申请材料";
        /// Process.
        Steps = "steps", "基本流程";
        /// Fee.
        Fee = "fee", "收费依据及标准";
        /// Limits.
        Limits = "limits", "办理时限";
        /// Where to ask.
        Consult = "consult", "咨询方式";
    }
);

impl Section {
    /// The heading with its Chinese number: 「五、申请材料」.
    #[must_use]
    pub fn heading(self) -> String {
        const NUMBERS: [&str; 9] = ["一", "二", "三", "四", "五", "六", "七", "八", "九"];
        format!("{}、{}", NUMBERS[self as usize], self.label())
    }
}

/// A guide.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Guide {
    /// Name of the matter.
    pub title: String,
    /// Implementation code.
    pub code: String,
    /// The nine sections, in order.
    pub sections: Vec<GuideSection>,
}

/// One section.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct GuideSection {
    /// Which.
    pub section: Section,
    /// Heading with its Chinese number: 「五、申请材料」.
    pub heading: String,
    /// Content.
    pub blocks: Vec<GuideBlock>,
}

/// A piece of a section.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case", tag = "block")]
pub enum GuideBlock {
    /// One paragraph.
    Paragraph {
        /// Text, verbatim.
        text: String,
    },
    /// A numbered list.
    List {
        /// Items, without numbers.
        items: Vec<String>,
    },
    /// The materials.
    Materials {
        /// Rows.
        rows: Vec<GuideMaterial>,
    },
    /// The steps.
    Steps {
        /// Rows.
        rows: Vec<GuideStep>,
    },
}

/// One material of a guide.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct GuideMaterial {
    /// Number.
    pub id: String,
    /// Name.
    pub name: String,
    /// Form.
    pub form: String,
    /// Copies.
    pub copies: u32,
    /// Issuer.
    pub issuer: String,
    /// What applies: 必要, 容缺, 免交（部门共享）, the situation it belongs to …
    pub remark: String,
    /// Basis, or the words for its absence.
    pub basis: String,
}

/// One step of a guide.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct GuideStep {
    /// Name.
    pub name: String,
    /// Who.
    pub responsible: String,
    /// Limit.
    pub time_limit: String,
    /// Detail.
    pub detail: String,
}

impl Guide {
    /// The guide of a matter; with `situation` its materials are that person's list.
    #[must_use]
    pub fn of(matter: &Matter, situation: Option<&Requirements>) -> Self {
        let sections = Section::ALL
            .iter()
            .map(|section| GuideSection {
                section: *section,
                heading: section.heading(),
                blocks: sections::blocks(*section, matter, situation),
            })
            .collect();
        Self {
            title: matter.name.clone(),
            code: matter.code.to_string(),
            sections,
        }
    }

    /// One section.
    #[must_use]
    pub fn section(&self, section: Section) -> Option<&GuideSection> {
        self.sections.iter().find(|part| part.section == section)
    }
}
