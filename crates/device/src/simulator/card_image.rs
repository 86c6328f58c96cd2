//! Sample cards: the text block written field by field, in all four layouts.
//!
//! Every person here is a sample. Numbers have right check characters unless the name of the
//! fixture says otherwise.

use crate::card::TEXT_BLOCK_LEN;
use crate::layout::{Field, MARK, foreign_2017, foreign_2023, permit, shared};

/// The 256-byte text block of a card, ready to be laid on a [`Simulator`](super::Simulator).
#[derive(Clone, PartialEq, Eq)]
pub struct CardImage {
    block: [u8; TEXT_BLOCK_LEN],
}

impl std::fmt::Debug for CardImage {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("CardImage").finish_non_exhaustive()
    }
}

impl CardImage {
    /// A card with exactly these bytes, for trying damaged ones.
    #[must_use]
    pub fn from_block(block: [u8; TEXT_BLOCK_LEN]) -> Self {
        Self { block }
    }

    /// The bytes as the chip delivers them.
    #[must_use]
    pub fn block(&self) -> &[u8; TEXT_BLOCK_LEN] {
        &self.block
    }

    /// A citizen with rare characters in the name, two of them beyond 16 bits' reach or seldom
    /// drawn: 样例𠮷䶮; valid 2016-03-09 to 2036-03-09.
    #[must_use]
    pub fn citizen_with_rare_name() -> Self {
        Self::citizen("样例𠮷䶮", "11010519491231002X").valid("20160309", "20360309")
    }

    /// An elderly citizen whose card is valid 长期.
    #[must_use]
    pub fn citizen_for_ever() -> Self {
        Self::citizen("样例长", "370481194808150012")
            .put(shared::BIRTH, "19480815")
            .put(shared::SEX, "1")
            .valid("20080815", "长期")
    }

    /// A citizen whose card ended on 2026-10-02.
    #[must_use]
    pub fn citizen_expired() -> Self {
        Self::citizen("样例期", "370481197001150031")
            .put(shared::BIRTH, "19700115")
            .put(shared::SEX, "1")
            .valid("20061002", "20261002")
    }

    /// A citizen of 德昂 (code 46) whose number has a wrong check character.
    #[must_use]
    pub fn citizen_with_wrong_check_character() -> Self {
        Self::citizen("样例错", "370481195203070023")
            .put(shared::CODE, "46")
            .put(shared::BIRTH, "19520307")
            .valid("20120307", "长期")
    }

    /// A citizen whose long name fills its 15 places, the last one by half a character.
    #[must_use]
    pub fn citizen_with_cut_name() -> Self {
        Self::citizen("样例阿卜杜热合曼·样例麦麦麦𠮷", "370481195203070022")
            .put(shared::CODE, "05")
            .put(shared::BIRTH, "19520307")
            .valid("20120307", "长期")
    }

    /// A resident of Hong Kong with a 港澳台居民居住证 (J), second issue.
    #[must_use]
    pub fn residence_permit() -> Self {
        Self::blank("J")
            .put(shared::NAME, "测试港")
            .put(shared::SEX, "1")
            .put(shared::BIRTH, "19900101")
            .put(shared::ADDRESS, "样例市样例区测试路 1 号")
            .put(shared::NUMBER, "810000199001010019")
            .put(shared::ISSUER, "样例市公安局")
            .valid("20230601", "20280601")
            .put(permit::PERMIT_NUMBER, "H00000001")
            .put(permit::COUNT, "02")
    }

    /// A foreigner with the card of 2023 (Y), whose English name needs both of its fields.
    #[must_use]
    pub fn foreigner_2023() -> Self {
        Self::blank("Y")
            .put(shared::NAME, "测试玛丽")
            .put(shared::SEX, "2")
            .put(shared::CODE, "01")
            .put(shared::BIRTH, "19900101")
            .put(shared::ADDRESS, "SPECIMEN ALEXANDRINA MARGARETHA ELI")
            .put(foreign_2023::NAME_EN_REST, "SABETH JO")
            .put(shared::NUMBER, "931840199001010011")
            .valid("20240102", "20340101")
            .put(foreign_2023::NATIONALITY, "USA")
    }

    /// A foreigner with the card of 2017 (I).
    #[must_use]
    pub fn foreigner_2017() -> Self {
        Self::blank("I")
            .put(foreign_2017::NAME_EN, "SPECIMEN, JOHN")
            .put(foreign_2017::SEX, "1")
            .put(foreign_2017::NUMBER, "USA310190010115")
            .put(foreign_2017::NATIONALITY, "USA")
            .put(foreign_2017::NAME, "测试约翰")
            .put(foreign_2017::FROM, "20190102")
            .put(foreign_2017::TO, "20290101")
            .put(foreign_2017::BIRTH, "19900101")
            .put(foreign_2017::VERSION, "01")
            .put(foreign_2017::AGENCY, "1500")
    }

    /// A 汉 woman born on 1949-12-31, the public specimen of GB 11643.
    fn citizen(name: &str, number: &str) -> Self {
        Self::blank("")
            .put(shared::NAME, name)
            .put(shared::SEX, "2")
            .put(shared::CODE, "01")
            .put(shared::BIRTH, "19491231")
            .put(shared::ADDRESS, "样例省样例市青石镇测试村 1 号")
            .put(shared::NUMBER, number)
            .put(shared::ISSUER, "样例市公安局")
    }

    fn valid(self, from: &str, to: &str) -> Self {
        self.put(shared::FROM, from).put(shared::TO, to)
    }

    fn blank(mark: &str) -> Self {
        let mut block = [0; TEXT_BLOCK_LEN];
        for unit in block.chunks_exact_mut(2) {
            unit[0] = b' ';
        }
        Self { block }.put(MARK, mark)
    }

    /// Writes `text` padded with blanks; what does not fit is cut, as issuers do.
    fn put(mut self, field: Field, text: &str) -> Self {
        let units = text.encode_utf16().chain(std::iter::repeat(0x20));
        let places = self.block[field.at..field.end()].chunks_exact_mut(2);
        for (place, unit) in places.zip(units) {
            place.copy_from_slice(&unit.to_le_bytes());
        }
        self
    }
}
