//! A person: applicant or agent.
//!
//! Owns who somebody is, how that was seen, under which numbers, and what of several visits to
//! believe. Secret by type: `Debug` shows the masked number and no name.

mod known;
mod same;

pub use known::{Fact, Known, most_trusted};
pub use same::{MergeGround, NumberLink, linked_people, numbers_of};

use crate::closed::coded_set;
use crate::identity::{IdNumber, Phone, Sex};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use std::fmt;

/// The longest name, in code points.
pub const MAX_NAME_CHARS: usize = 100;
/// The longest address, in code points.
pub const MAX_ADDRESS_CHARS: usize = 200;

coded_set!(
    /// How somebody's identity was established.
    Verified {
        /// The chip was read.
        CardRead = "card_read", "读卡核验";
        /// A clerk looked at the document.
        SeenByClerk = "seen_by_clerk", "现场核证件";
        /// Only typed in.
        Typed = "typed", "手工输入，未核验";
    }
);

/// A person or, with a credit code, an organisation.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Person {
    /// Name, verbatim.
    pub name: String,
    /// Identity number.
    pub id: IdNumber,
    /// Sex.
    #[serde(default)]
    pub sex: Option<Sex>,
    /// Birth date.
    #[serde(default)]
    pub birth: Option<NaiveDate>,
    /// Ethnicity, as on the card.
    #[serde(default)]
    pub ethnicity: Option<String>,
    /// Address.
    #[serde(default)]
    pub address: Option<String>,
    /// Telephone.
    #[serde(default)]
    pub phone: Option<Phone>,
    /// How the identity was established.
    pub verified: Verified,
}

impl Person {
    /// The name with all but the first and, from three characters, the last character
    /// starred: 张*, 李*敏, 欧**红.
    #[must_use]
    pub fn masked_name(&self) -> String {
        mask_name(&self.name)
    }
}

/// Masks a name for lists that others can see.
#[must_use]
pub fn mask_name(name: &str) -> String {
    let letters: Vec<char> = name.chars().collect();
    match letters.as_slice() {
        [] => String::new(),
        [_] => "*".to_owned(),
        [first, _] => format!("{first}*"),
        [first, middle @ .., last] => format!("{first}{}{last}", "*".repeat(middle.len())),
    }
}

impl fmt::Debug for Person {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Person")
            .field("name", &self.masked_name())
            .field("id", &self.id)
            .field("verified", &self.verified)
            .finish_non_exhaustive()
    }
}

coded_set!(
    /// What is known of somebody's bad credit or an earlier false promise (失信记录). Who is barred by
    /// it neither defers nor promises (国办发〔2020〕42号) until it is repaired.
    Credit {
        /// Nobody has looked; offline there is no list to look into.
        Unchecked = "unchecked", "未核";
        /// Looked up, nothing found.
        Clear = "clear", "查过，没有";
        /// There is a record.
        Barred = "barred", "有，不能容缺和承诺";
    }
);

coded_set!(
    /// Who speaks for the applicant (谁来办).
    AgentKind {
        /// Son or daughter.
        Child = "child", "子女";
        /// Another relative.
        Relative = "relative", "其他亲属";
        /// A village cadre or helper.
        Helper = "helper", "村干部、帮办员";
        /// The legal guardian.
        Guardian = "guardian", "法定监护人";
        /// Somebody else.
        Other = "other", "其他受托人";
    }
);

coded_set!(
    /// What an agent may do (委托范围).
    MandateScope {
        /// Ask.
        Consult = "consult", "咨询";
        /// Hand in.
        Submit = "submit", "提交";
        /// Correct.
        Correct = "correct", "补正";
        /// Collect the result.
        Collect = "collect", "领取";
        /// Sign.
        Sign = "sign", "签署";
    }
);

/// Somebody who acts for the applicant (代办人).
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Agent {
    /// Who.
    pub person: Person,
    /// Relation in words, such as 长子.
    pub relation: String,
    /// Kind.
    pub kind: AgentKind,
    /// What the mandate covers.
    pub scope: Vec<MandateScope>,
}

impl fmt::Debug for Agent {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Agent")
            .field("person", &self.person)
            .field("kind", &self.kind)
            .field("scope", &self.scope)
            .finish()
    }
}
