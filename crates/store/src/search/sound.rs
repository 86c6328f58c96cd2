//! How Chinese text sounds: full pinyin and initials, for people who type letters.
//!
//! Most characters have one reading that matters; surnames that sound otherwise than the character
//! alone are in a small table (曾 zēng, 单 shàn, 仇 qiú …). Characters without a known reading are
//! skipped, so a rare one in a name does not hide the rest.

use pinyin::ToPinyin as _;
use yichuang_domain::text::fold;

/// Letters only, lower case.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Sound {
    /// `wangxiulan`.
    pub pinyin: String,
    /// `wxl`.
    pub initials: String,
}

/// Surnames of two characters whose reading differs from the characters'.
const DOUBLE_SURNAMES: [(&str, [&str; 2]); 7] = [
    ("尉迟", ["yu", "chi"]),
    ("长孙", ["zhang", "sun"]),
    ("宿迁", ["su", "qian"]),
    ("单于", ["chan", "yu"]),
    ("万俟", ["mo", "qi"]),
    ("澹台", ["tan", "tai"]),
    ("令狐", ["ling", "hu"]),
];

/// Surnames of one character, likewise.
const SURNAMES: [(char, &str); 40] = [
    ('曾', "zeng"),
    ('单', "shan"),
    ('仇', "qiu"),
    ('解', "xie"),
    ('查', "zha"),
    ('区', "ou"),
    ('朴', "piao"),
    ('任', "ren"),
    ('尉', "wei"),
    ('盖', "ge"),
    ('乐', "yue"),
    ('翟', "zhai"),
    ('冼', "xian"),
    ('员', "yun"),
    ('繁', "po"),
    ('覃', "qin"),
    ('召', "shao"),
    ('黑', "he"),
    ('折', "she"),
    ('种', "chong"),
    ('重', "chong"),
    ('缪', "miao"),
    ('秘', "bi"),
    ('佴', "nai"),
    ('宓', "mi"),
    ('冯', "feng"),
    ('洗', "xian"),
    ('褚', "chu"),
    ('晟', "cheng"),
    ('适', "kuo"),
    ('句', "gou"),
    ('阚', "kan"),
    ('逄', "pang"),
    ('隗', "wei"),
    ('尹', "yin"),
    ('牟', "mu"),
    ('么', "yao"),
    ('柏', "bai"),
    ('葛', "ge"),
    ('纪', "ji"),
];

/// Of a person's name: the surname's own reading first.
pub(crate) fn of_person(name: &str) -> Sound {
    let folded = fold(name);
    let mut sound = Sound::default();
    let mut rest = folded.as_str();
    if let Some((surname, readings)) = DOUBLE_SURNAMES
        .iter()
        .find(|(surname, _)| folded.starts_with(surname))
    {
        readings.iter().for_each(|reading| sound.say(reading));
        rest = &folded[surname.len()..];
    } else if let Some(first) = folded.chars().next()
        && let Some((_, reading)) = SURNAMES.iter().find(|(surname, _)| *surname == first)
    {
        sound.say(reading);
        rest = &folded[first.len_utf8()..];
    }
    sound.continue_with(rest);
    sound
}

/// Of any other text, such as a matter's name.
#[must_use]
pub fn of_words(text: &str) -> Sound {
    let mut sound = Sound::default();
    sound.continue_with(&fold(text));
    sound
}

impl Sound {
    fn say(&mut self, reading: &str) {
        self.initials.extend(reading.chars().next());
        self.pinyin.push_str(reading);
    }

    fn continue_with(&mut self, folded: &str) {
        for c in folded.chars() {
            if c.is_ascii_alphanumeric() {
                self.say(c.encode_utf8(&mut [0; 4]));
            } else if let Some(reading) = c.to_pinyin() {
                // Keyboards have no ü.
                self.say(&reading.plain().replace('ü', "v"));
            }
        }
    }
}

/// Letters so that sounds people mix up are the same: zh/z, ch/c, sh/s, n/l, -ng/-n. Both sides of
/// a comparison go through it.
pub(crate) fn blur(letters: &str) -> String {
    let mut blurred = letters.to_ascii_lowercase();
    for (sharp, dull) in [("zh", "z"), ("ch", "c"), ("sh", "s"), ("ng", "n")] {
        blurred = blurred.replace(sharp, dull);
    }
    blurred.replace('n', "l")
}

/// Initials so that the same sounds are the same: only n and l are mixed up in one letter.
pub(crate) fn blur_initials(initials: &str) -> String {
    initials.to_ascii_lowercase().replace('n', "l")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn surnames_are_read_as_surnames_and_only_in_front() {
        assert_eq!(of_person("单秀兰").pinyin, "shanxiulan");
        assert_eq!(of_person("曾小重").initials, "zxz");
        assert_eq!(of_person("尉迟测试").pinyin, "yuchiceshi");
        assert_eq!(of_words("单位").initials, "dw");
    }

    #[test]
    fn a_character_without_a_reading_does_not_hide_the_rest() {
        assert!(of_person("王\u{30000}兰").pinyin.starts_with("wang"));
        assert!(of_person("王\u{30000}兰").pinyin.ends_with("lan"));
    }

    #[test]
    fn sounds_people_mix_up_are_the_same() {
        assert_eq!(blur("zhanglan"), blur("zannan"));
    }
}
