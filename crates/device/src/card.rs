//! What is printed in the chip of an identity card, as plain values.

use std::fmt;

use chrono::NaiveDate;

use crate::Ethnicity;

/// Length in bytes of the text block of every card kind (GA/T 490).
pub const TEXT_BLOCK_LEN: usize = 256;

/// Which document was laid on the reader.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum CardKind {
    /// 居民身份证.
    Citizen,
    /// 港澳台居民居住证 (mark J).
    ResidencePermit,
    /// 外国人永久居留身份证 of 2023, 18 digits beginning with 9 (mark Y).
    ForeignPermanent2023,
    /// 外国人永久居留身份证 of 2017, 3 letters and 12 digits (mark I).
    ForeignPermanent2017,
}

/// 性别 as coded in GB/T 2261.1.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Sex {
    /// 0 未知.
    Unknown,
    /// 1 男.
    Male,
    /// 2 女.
    Female,
    /// 9 未说明.
    Unstated,
}

/// The text of one card. All strings are verbatim from the chip, trailing padding removed.
///
/// The photo is never decoded nor kept. `Debug` shows the kind alone: everything else is
/// personal data.
#[derive(Clone, PartialEq, Eq)]
pub struct IdCard {
    /// Which document this is.
    pub kind: CardKind,
    /// Chinese name; may be empty on foreigners' cards that only carry an English one.
    pub name: String,
    /// The name fills its field on the chip, so the person's name may be longer.
    pub name_may_be_cut: bool,
    /// English name, on foreigners' cards.
    pub name_en: Option<String>,
    /// 性别.
    pub sex: Sex,
    /// 民族, on citizens' cards; `None` elsewhere or when the code is not in GB/T 3304.
    pub ethnicity: Option<Ethnicity>,
    /// 出生日期.
    pub birth: NaiveDate,
    /// 住址, on citizens' cards and residence permits.
    pub address: Option<String>,
    /// The document's number. ASCII letters and digits; its check character is *not*
    /// verified here, because a wrong but real number exists and must still be taken in.
    pub number: String,
    /// 签发机关 (the 2017 foreigners' card has the code of the 受理机关 instead).
    pub issuer: Option<String>,
    /// First day of validity.
    pub valid_from: NaiveDate,
    /// Last day of validity; `None` is 长期.
    pub valid_to: Option<NaiveDate>,
    /// 国籍 as ISO 3166 alpha-3, on foreigners' cards.
    pub nationality: Option<String>,
    /// 通行证号码, on residence permits.
    pub permit_number: Option<String>,
    /// 签发次数 / 换证次数, where the layout has it.
    pub issue_count: Option<u8>,
}

impl IdCard {
    /// Whether the last day of validity lies before `today`. 长期 never expires.
    #[must_use]
    pub fn is_expired_on(&self, today: NaiveDate) -> bool {
        self.valid_to.is_some_and(|last| last < today)
    }
}

impl fmt::Debug for IdCard {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("IdCard")
            .field("kind", &self.kind)
            .field("number", &"masked")
            .finish_non_exhaustive()
    }
}
