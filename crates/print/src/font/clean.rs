//! Text as it may reach paper: invisible characters gone, look-alikes one.
//!
//! Stored text stays verbatim; only the printed copy is cleaned, so that what
//! is seen, what is extracted and what is searched agree. Two characters that
//! share one glyph could otherwise be read back as each other.

use std::collections::HashMap;
use std::sync::OnceLock;

/// Radicals followed by the ideograph drawn alike: Unicode's
/// Equivalent_Unified_Ideograph for all Kangxi radicals, or the mainland form
/// where the shipped faces draw that one (⼾ is 户), and for those supplement
/// radicals that share their glyph with the ideograph.
const RADICALS: &str = "\
    ⺂乛⺃乚⺅亻⺇𠘨⺉刂⺎兀⺏尣⺐尢⺒巳⺓幺⺔彑⺖忄⺘扌⺙攵⺛旡⺞歺⺟母⺠民⺡氵⺣灬⺤爫⺦丬⺨犭⺭礻⺯糹⺰纟⺱罓⺲罒⺹耂⺺肀⺽𦥑⺾艹\
    ⻁虎⻂衤⻃覀⻅见⻆角⻇𧢲⻈讠⻉贝⻋车⻌辶⻐钅⻑長⻒镸⻓长⻔门⻕𨸏⻖阝⻘青⻙韦⻚页⻛风⻜飞⻝食⻞𩙿⻟飠⻠饣⻡𩠐⻢马⻣骨⻤鬼⻥鱼⻦鸟\
    ⻧卤⻨麦⻩黄⻪黾⻫斉⻬齐⻮齿⻯竜⻰龙⻱龜⻲亀⻳龟⼀一⼁丨⼂丶⼃丿⼄乙⼅亅⼆二⼇亠⼈人⼉儿⼊入⼋八⼌冂⼍冖⼎冫⼏几⼐凵⼑刀⼒力⼓勹\
    ⼔匕⼕匚⼖匸⼗十⼘卜⼙卩⼚厂⼛厶⼜又⼝口⼞囗⼟土⼠士⼡夂⼢夊⼣夕⼤大⼥女⼦子⼧宀⼨寸⼩小⼪尢⼫尸⼬屮⼭山⼮巛⼯工⼰己⼱巾⼲干⼳幺\
    ⼴广⼵廴⼶廾⼷弋⼸弓⼹彐⼺彡⼻彳⼼心⼽戈⼾户⼿手⽀支⽁攴⽂文⽃斗⽄斤⽅方⽆无⽇日⽈曰⽉月⽊木⽋欠⽌止⽍歹⽎殳⽏毋⽐比⽑毛⽒氏⽓气\
    ⽔水⽕火⽖爪⽗父⽘爻⽙爿⽚片⽛牙⽜牛⽝犬⽞玄⽟玉⽠瓜⽡瓦⽢甘⽣生⽤用⽥田⽦疋⽧疒⽨癶⽩白⽪皮⽫皿⽬目⽭矛⽮矢⽯石⽰示⽱禸⽲禾⽳穴\
    ⽴立⽵竹⽶米⽷糸⽸缶⽹网⽺羊⽻羽⽼老⽽而⽾耒⽿耳⾀聿⾁肉⾂臣⾃自⾄至⾅臼⾆舌⾇舛⾈舟⾉艮⾊色⾋艸⾌虍⾍虫⾎血⾏行⾐衣⾑襾⾒見⾓角\
    ⾔言⾕谷⾖豆⾗豕⾘豸⾙貝⾚赤⾛走⾜足⾝身⾞車⾟辛⾠辰⾡辵⾢邑⾣酉⾤釆⾥里⾦金⾧長⾨門⾩阜⾪隶⾫隹⾬雨⾭靑⾮非⾯面⾰革⾱韋⾲韭⾳音\
    ⾴頁⾵風⾶飛⾷食⾸首⾹香⾺馬⾻骨⾼高⾽髟⾾鬥⾿鬯⿀鬲⿁鬼⿂魚⿃鳥⿄鹵⿅鹿⿆麥⿇麻⿈黃⿉黍⿊黑⿋黹⿌黽⿍鼎⿎鼓⿏鼠⿐鼻⿑齊⿒齒⿓龍\
    ⿔龜⿕龠";

fn radical(ch: char) -> Option<char> {
    static TABLE: OnceLock<HashMap<char, char>> = OnceLock::new();
    let table = TABLE.get_or_init(|| {
        let mut pairs = HashMap::new();
        let mut chars = RADICALS.chars();
        while let (Some(radical), Some(ideograph)) = (chars.next(), chars.next()) {
            pairs.insert(radical, ideograph);
        }
        pairs
    });
    matches!(ch, '\u{2E80}'..='\u{2FD5}').then(|| table.get(&ch).copied())?
}

/// Characters that draw nothing and may turn, join or hide their neighbours.
const fn invisible(ch: char) -> bool {
    matches!(ch,
        '\u{0}'..='\u{8}' | '\u{B}'..='\u{1F}' | '\u{7F}'..='\u{9F}'
        | '\u{AD}' | '\u{34F}' | '\u{61C}' | '\u{115F}' | '\u{1160}' | '\u{17B4}' | '\u{17B5}'
        | '\u{180B}'..='\u{180F}' | '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}'
        | '\u{2060}'..='\u{206F}' | '\u{3164}' | '\u{FE00}'..='\u{FE0F}' | '\u{FEFF}' | '\u{FFA0}'
        | '\u{FFF0}'..='\u{FFFB}' | '\u{1D173}'..='\u{1D17A}' | '\u{E0000}'..='\u{E0FFF}')
}

/// The printable form of `text`.
///
/// Drops control, zero-width, variation and bidirectional characters, turns
/// tabs into spaces and every line ending into `\n`, radicals into ideographs
/// and the middle dots of names into U+00B7.
#[must_use]
pub fn printable(text: &str) -> String {
    let unified = text.replace("\r\n", "\n");
    unified
        .chars()
        .filter_map(|ch| match ch {
            '\r' | '\u{85}' | '\u{2028}' | '\u{2029}' => Some('\n'),
            '\n' => Some('\n'),
            '\t' => Some(' '),
            '\u{2027}' | '\u{2219}' | '\u{22C5}' | '\u{30FB}' | '\u{FF65}' => Some('\u{B7}'),
            _ if invisible(ch) => None,
            _ => Some(radical(ch).unwrap_or(ch)),
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::printable;

    #[test]
    fn invisible_and_direction_characters_are_dropped() {
        assert_eq!(
            printable("\u{FEFF}王\u{200D}\u{202E}小\u{FE00}\u{E0100}明\u{7}"),
            "王小明"
        );
    }

    #[test]
    fn radicals_become_ideographs_and_dots_one_dot() {
        assert_eq!(
            printable("⼯⼾⻔ 买买提・艾力‧吐\u{B7}尔"),
            "工户门 买买提·艾力·吐·尔"
        );
    }

    #[test]
    fn line_endings_become_one_kind() {
        assert_eq!(printable("a\r\nb\rc\td"), "a\nb\nc d");
    }
}
