//! 民族 by its code in GB/T 3304 (中国各民族名称的罗马字母拼写法和代码).

use std::fmt;

/// One of the 56 names of GB/T 3304, or 97 其他, or 98 外国血统中国籍人士.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Ethnicity(u8);

/// Names by code, 01 first.
const NAMES: [&str; 56] = [
    "汉",
    "蒙古",
    "回",
    "藏",
    "维吾尔",
    "苗",
    "彝",
    "壮",
    "布依",
    "朝鲜",
    "满",
    "侗",
    "瑶",
    "白",
    "土家",
    "哈尼",
    "哈萨克",
    "傣",
    "黎",
    "傈僳",
    "佤",
    "畲",
    "高山",
    "拉祜",
    "水",
    "东乡",
    "纳西",
    "景颇",
    "柯尔克孜",
    "土",
    "达斡尔",
    "仫佬",
    "羌",
    "布朗",
    "撒拉",
    "毛南",
    "仡佬",
    "锡伯",
    "阿昌",
    "普米",
    "塔吉克",
    "怒",
    "乌孜别克",
    "俄罗斯",
    "鄂温克",
    "德昂",
    "保安",
    "裕固",
    "京",
    "塔塔尔",
    "独龙",
    "鄂伦春",
    "赫哲",
    "门巴",
    "珞巴",
    "基诺",
];

impl Ethnicity {
    /// The entry for a code of the standard (1–56, 97, 98), else `None`.
    #[must_use]
    pub fn from_code(code: u8) -> Option<Self> {
        matches!(code, 1..=56 | 97 | 98).then_some(Self(code))
    }

    /// The two-digit code as a number.
    #[must_use]
    pub fn code(self) -> u8 {
        self.0
    }

    /// The name without 族, as printed on the card: 汉, 德昂.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self.0 {
            97 => "其他",
            98 => "外国血统中国籍人士",
            code => NAMES
                .get(usize::from(code).wrapping_sub(1))
                .copied()
                .unwrap_or("其他"),
        }
    }
}

impl fmt::Display for Ethnicity {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

#[cfg(test)]
mod tests {
    use super::Ethnicity;

    fn name(code: u8) -> Option<&'static str> {
        Ethnicity::from_code(code).map(Ethnicity::name)
    }

    #[test]
    fn codes_name_the_peoples_of_the_standard() {
        assert_eq!(name(1), Some("汉"));
        assert_eq!(name(5), Some("维吾尔"));
        assert_eq!(name(11), Some("满"));
        assert_eq!(name(31), Some("达斡尔"));
        assert_eq!(name(46), Some("德昂"), "often misspelt 德昴");
        assert_eq!(name(56), Some("基诺"));
        assert_eq!(name(97), Some("其他"));
    }

    #[test]
    fn codes_outside_the_standard_name_nobody() {
        for code in [0, 57, 96, 99, 255] {
            assert_eq!(name(code), None, "{code}");
        }
    }
}
