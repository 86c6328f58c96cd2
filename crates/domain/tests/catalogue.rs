//! The published catalogue and hostile ones.

use crate::catalogue_assets::*;
use proptest::prelude::*;
use serde_json::{Value, json};
use yichuang_domain::alias::AliasSet;
use yichuang_domain::calendar::Calendar;
use yichuang_domain::catalogue::{CatalogueProblem, elements};
use yichuang_domain::chain::Chain;
use yichuang_domain::guide::{Guide, GuideBlock, Section};
use yichuang_domain::id::MatterCode;
use yichuang_domain::lint::lint;
use yichuang_domain::matter::Matter;
use yichuang_domain::point::Point;
use yichuang_domain::proof::Proofs;
use yichuang_domain::question::{Answers, QuestionSet};
use yichuang_domain::region::Region;
use yichuang_domain::requirement::requirements;

fn sample() -> Value {
    let raw = elements(MATTERS, 1000).unwrap()[0];
    serde_json::from_str(raw).unwrap()
}

fn parse(value: &Value) -> Result<Matter, Vec<CatalogueProblem>> {
    Matter::parse(value.to_string().as_bytes())
}

fn codes_of(value: &Value) -> Vec<&'static str> {
    parse(value)
        .unwrap_err()
        .into_iter()
        .map(|problem| problem.code)
        .collect()
}

#[test]
fn all_89_matters_and_their_questions_are_read() {
    let questioned = questioned();
    assert_eq!(questioned.len(), 89);
    let questions: usize = questioned.iter().map(|(_, set)| set.questions.len()).sum();
    assert_eq!(questions, 295);
}

#[test]
fn a_matter_written_again_says_the_same() {
    for (raw, matter) in elements(MATTERS, 1000).unwrap().into_iter().zip(matters()) {
        let before: Value = serde_json::from_str(raw).unwrap();
        assert_eq!(
            serde_json::to_value(&matter).unwrap(),
            before,
            "{}",
            matter.name
        );
    }
}

#[test]
fn aliases_chains_proofs_regions_and_points_are_read() {
    let codes: Vec<MatterCode> = matters().into_iter().map(|matter| matter.code).collect();
    let aliases: Vec<AliasSet> = elements(ALIASES, 1000)
        .unwrap()
        .into_iter()
        .map(|raw| AliasSet::parse(raw.as_bytes()).unwrap())
        .collect();
    assert_eq!(
        aliases.iter().map(|set| set.aliases.len()).sum::<usize>(),
        744
    );
    let chains: Vec<Chain> = elements(CHAINS, 100)
        .unwrap()
        .into_iter()
        .map(|raw| Chain::parse(raw.as_bytes()).unwrap())
        .collect();
    assert_eq!(chains.len(), 10);
    for chain in &chains {
        assert_eq!(
            chain.dangling(|code| codes.contains(code)).count(),
            0,
            "{}",
            chain.name
        );
    }
    let proofs = Proofs::parse(PROOFS).unwrap();
    assert_eq!(
        (proofs.annex2.rows.len(), proofs.annex3.rows.len()),
        (12, 8)
    );
    let (relief, _) = matter_named("最低生活保障对象认定及金额给付");
    assert_eq!(proofs.needed_for(&relief.code).count(), 1);
    assert_eq!(Region::parse_all(REGIONS).unwrap().len(), 107);
    let points = Point::parse_all(POINTS).unwrap();
    assert_eq!(points.len(), 25);
    assert!(
        points
            .iter()
            .flat_map(|point| &point.services)
            .all(|code| codes.contains(code))
    );
}

#[test]
fn html_in_a_text_stays_the_text_it_is() {
    let mut value = sample();
    value["name"] = json!("<img src=x onerror=alert(1)>补贴 & \"申领\"");
    assert_eq!(
        parse(&value).unwrap().name,
        "<img src=x onerror=alert(1)>补贴 & \"申领\""
    );
}

#[test]
fn a_name_that_turns_the_text_around_is_refused_with_its_place() {
    for hostile in [
        "补贴\u{202e}领申",
        "补\u{2066}贴",
        "补贴\u{200f}",
        "补贴\u{0}",
        "补\u{7}贴",
        "补\u{85}贴",
    ] {
        let mut value = sample();
        value["materials"][1]["name"] = json!(hostile);
        let problems = parse(&value).unwrap_err();
        assert_eq!(
            (problems[0].code, problems[0].section.as_str()),
            ("CAT-005", "materials[1].name")
        );
        assert!(
            !problems[0].text.contains(hostile),
            "the reason must not repeat the character"
        );
    }
}

#[test]
fn a_name_of_400_characters_is_read_and_one_of_401_is_not() {
    let mut value = sample();
    value["name"] = json!("䶮".repeat(400));
    assert!(parse(&value).is_ok());
    value["name"] = json!("䶮".repeat(401));
    assert_eq!(codes_of(&value), ["CAT-004"]);
    value["name"] = json!("  ");
    assert_eq!(codes_of(&value), ["CAT-003"]);
}

#[test]
fn more_entries_than_the_bounds_are_refused() {
    for (list, max) in [("materials", 200), ("form_fields", 300), ("steps", 100)] {
        let mut value = sample();
        let first = value[list][0].clone();
        let fill = |count: usize| -> Vec<Value> {
            (0..count)
                .map(|at| {
                    let mut item = first.clone();
                    if let Some(id) = item.get_mut("id") {
                        *id = json!(format!("MAT-{at}"));
                    }
                    if let Some(key) = item.get_mut("key") {
                        *key = json!(format!("key_{at}"));
                    }
                    item
                })
                .collect()
        };
        value[list] = json!(fill(max));
        assert!(parse(&value).is_ok(), "{list} {max}");
        value[list] = json!(fill(max + 1));
        assert_eq!(codes_of(&value), ["CAT-006"], "{list}");
    }
}

#[test]
fn an_oversized_file_is_refused_unread_and_a_hostile_one_names_few_problems() {
    let big = vec![b'['; 513 * 1024];
    assert_eq!(Matter::parse(&big).unwrap_err()[0].code, "CAT-001");
    let deep = "[".repeat(100_000);
    assert_eq!(
        Matter::parse(deep.as_bytes()).unwrap_err()[0].code,
        "CAT-002"
    );
    assert!(elements(deep.as_bytes(), 10).is_err());
    let mut value = sample();
    value["conditions"] = json!(vec!["\u{202e}"; 5000]);
    assert!(parse(&value).unwrap_err().len() <= 100);
}

#[test]
fn repeated_identifiers_unknown_fields_and_unknown_words_are_refused() {
    let mut value = sample();
    value["materials"][1]["id"] = value["materials"][0]["id"].clone();
    assert_eq!(codes_of(&value), ["CAT-007"]);
    let mut value = sample();
    value["form_fields"][1]["key"] = value["form_fields"][0]["key"].clone();
    assert_eq!(codes_of(&value), ["CAT-007"]);
    for (pointer, hostile) in [
        ("/surprise", json!(1)),
        ("/power_type", json!("行政征收")),
        ("/code", json!("'; DROP TABLE")),
        ("/materials/0/id", json!("../../etc")),
        ("/fee/amount_fen", json!(-1)),
        ("/promised_limit/value", json!(1.5)),
        ("/statutory_limit/value", json!(4_294_967_296_u64)),
        ("/trips", json!("two")),
        ("/name", json!(null)),
    ] {
        let mut value = sample();
        match value.pointer_mut(pointer) {
            Some(place) => *place = hostile,
            None => value["surprise"] = hostile,
        }
        assert_eq!(codes_of(&value), ["CAT-002"], "{pointer}");
    }
    let twice = sample()
        .to_string()
        .replacen('{', r#"{"name":"另一个","#, 1);
    assert_eq!(
        Matter::parse(twice.as_bytes()).unwrap_err()[0].code,
        "CAT-002"
    );
}

#[test]
fn limits_options_situations_and_fees_that_contradict_themselves_are_refused() {
    let contradictions: [(&str, Value, &str); 6] = [
        (
            "promised_limit",
            json!({"value": 3, "unit": "即时"}),
            "CAT-010",
        ),
        (
            "promised_limit",
            json!({"value": 0, "unit": "工作日"}),
            "CAT-010",
        ),
        (
            "statutory_limit",
            json!({"value": 4_000_000_000_u32, "unit": "自然日"}),
            "CAT-010",
        ),
        (
            "fee",
            json!({"charged": false, "standard_text": "不收费", "basis": "", "amount_fen": 500}),
            "CAT-017",
        ),
        (
            "fee",
            json!({"charged": true, "standard_text": " ", "basis": "", "amount_fen": null}),
            "CAT-017",
        ),
        ("base_code", json!("编码"), "CAT-008"),
    ];
    for (field, hostile, code) in contradictions {
        let mut value = sample();
        value[field] = hostile;
        assert_eq!(codes_of(&value), [code], "{field}");
    }
    let mut value = sample();
    value["form_fields"][0]["options"] = json!(["甲"]);
    assert_eq!(codes_of(&value), ["CAT-011"]);
    let mut value = sample();
    value["materials"][0]["necessity"] = json!("按情形");
    assert_eq!(codes_of(&value), ["CAT-016"]);
}

#[test]
fn a_basis_still_to_come_is_named_with_its_day_and_contradicts_one_that_is_there() {
    let mut value = sample();
    let due = "2027-06-30";
    value["materials"][0]["basis"] = json!("《样例办法》第三条");
    value["materials"][0]["basis_due"] = json!(due);
    value["basis_due"] = json!(due);
    assert_eq!(codes_of(&value), ["CAT-019", "CAT-019"]);

    value["materials"][0]["basis"] = json!("");
    value["bases"] = json!([]);
    let matter = parse(&value).unwrap();
    let words = "待完善（2027-06-30前补齐）";
    assert_eq!(matter.citations(), [words]);
    let lacking = lint(&matter, None).into_iter();
    assert_eq!(lacking.filter(|found| found.section == "bases").count(), 0);
    let set = QuestionSet::none(matter.code.clone());
    let list = requirements(&matter, &set, &Answers::new(), &[], false);
    let id = &matter.materials[0].id;
    let line = list.lines.iter().find(|line| line.material == *id);
    assert_eq!(line.unwrap().basis_text(), words);
    for guide in [Guide::of(&matter, None), Guide::of(&matter, Some(&list))] {
        let text = serde_json::to_string(&guide).unwrap();
        assert_eq!(
            text.matches(words).count(),
            2,
            "the matter's and the material's"
        );
    }
    assert_eq!(serde_json::to_value(&matter).unwrap()["basis_due"], due);
}

#[test]
fn a_matter_without_materials_done_on_the_spot_is_a_good_matter() {
    let mut value = sample();
    value["materials"] = json!([]);
    value["promised_limit"] = json!({"value": 0, "unit": "即时"});
    let matter = parse(&value).unwrap();
    let guide = Guide::of(&matter, None);
    let materials = &guide.section(Section::Materials).unwrap().blocks;
    assert_eq!(
        materials,
        &[GuideBlock::Paragraph {
            text: "无需提交材料".to_owned()
        }]
    );
}

#[test]
fn questions_that_do_not_fit_their_matter_are_refused() {
    let (matter, _) = matter_named("耕地地力保护补贴申报");
    let good = json!({"code": matter.code, "questions": [
        {"id": "a", "text": "问", "why": "", "options": [{"id": "x", "label": "甲", "effects": []}]},
    ]});
    let parse = |value: &Value| QuestionSet::parse(value.to_string().as_bytes(), &matter);
    assert!(parse(&good).is_ok());
    let effect = |effect: Value| {
        let mut value = good.clone();
        value["questions"][0]["options"][0]["effects"] = json!([effect]);
        parse(&value).unwrap_err()[0].code
    };
    assert_eq!(
        effect(json!({"material": "MAT-NOWHERE", "change": "drop"})),
        "CAT-009"
    );
    assert_eq!(
        effect(json!({"material": "MAT-IDCARD", "change": "waive", "rule": "部门共享"})),
        "CAT-012"
    );
    assert_eq!(
        effect(json!({"material": "MAT-GDBT-01", "change": "waive", "rule": "网络核验"})),
        "CAT-012"
    );
    assert_eq!(
        effect(json!({"material": "MAT-IDCARD", "change": "add"})),
        "CAT-012"
    );
    assert_eq!(
        effect(json!({"material": "MAT-IDCARD", "change": "defer"})),
        "CAT-012"
    );
    assert_eq!(
        effect(json!({"material": "MAT-IDCARD", "change": "explode"})),
        "CAT-002"
    );
    let mut ends = good.clone();
    ends["questions"][0]["options"][0]["ends"] = json!({"reason": "不行", "instead": ""});
    assert_eq!(parse(&ends).unwrap_err()[0].code, "CAT-013");
    let mut condition = good.clone();
    condition["questions"][0]["ask_if"] = json!({"question": "a", "option": "x"});
    assert_eq!(
        parse(&condition).unwrap_err()[0].code,
        "CAT-013",
        "a question cannot wait for itself"
    );
    let mut other = good;
    other["code"] = json!("11370481MB9X0000000000000000000");
    assert_eq!(parse(&other).unwrap_err()[0].code, "CAT-009");
}

#[test]
fn a_region_below_nothing_or_beside_its_parent_is_refused() {
    let mut value: Value = serde_json::from_slice(REGIONS).unwrap();
    value[1]["parent"] = json!("990000000000");
    assert_eq!(
        Region::parse_all(value.to_string().as_bytes()).unwrap_err()[0].code,
        "CAT-009"
    );
    value[1]["parent"] = value[1]["code"].clone();
    assert_eq!(
        Region::parse_all(value.to_string().as_bytes()).unwrap_err()[0].code,
        "CAT-009"
    );
}

#[test]
fn every_published_guide_has_nine_sections_with_content_in_order() {
    for (matter, set) in questioned() {
        let guide = Guide::of(&matter, None);
        let headings: Vec<&str> = guide
            .sections
            .iter()
            .map(|section| section.heading.as_str())
            .collect();
        assert_eq!(
            headings,
            [
                "一、事项名称",
                "二、办理依据",
                "三、受理单位及办理地点",
                "四、办理条件",
                "五、申请材料",
                "六、基本流程",
                "七、收费依据及标准",
                "八、办理时限",
                "九、咨询方式",
            ]
        );
        assert!(
            guide
                .sections
                .iter()
                .all(|section| !section.blocks.is_empty()),
            "{} {}",
            matter.name,
            set.code
        );
    }
}

/// Paths to every value inside a value.
fn pointers(value: &Value, path: &str, into: &mut Vec<String>) {
    into.push(path.to_owned());
    match value {
        Value::Array(items) => {
            for (at, item) in items.iter().enumerate() {
                pointers(item, &format!("{path}/{at}"), into);
            }
        }
        Value::Object(fields) => {
            for (key, field) in fields {
                pointers(field, &format!("{path}/{key}"), into);
            }
        }
        _ => {}
    }
}

fn hostile_value() -> impl Strategy<Value = Value> {
    prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        any::<i64>().prop_map(Value::from),
        any::<f64>().prop_map(Value::from),
        ".{0,40}".prop_map(Value::from),
        Just(json!("字".repeat(5_000))),
        Just(json!([])),
        Just(json!({})),
        Just(json!("\u{202e}\u{0}")),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(1_000))]

    #[test]
    fn a_matter_spoiled_anywhere_is_read_or_refused_with_a_code(
        at in any::<prop::sample::Index>(), hostile in hostile_value(),
    ) {
        let mut value = serde_json::to_value(&matters_once()[0].0).unwrap();
        let mut places = Vec::new();
        pointers(&value, "", &mut places);
        let place: &String = at.get(&places);
        *value.pointer_mut(place).unwrap() = hostile;
        match parse(&value) {
            Ok(matter) => {
                let set = QuestionSet::none(matter.code.clone());
                prop_assert!(matter.name.chars().count() <= 400);
                let _ = lint(&matter, Some(&set));
                let _ = Guide::of(&matter, Some(&requirements(&matter, &set, &Answers::new(), &[], false)));
            }
            Err(problems) => prop_assert!(problems.iter().all(|problem| problem.code.starts_with("CAT-"))
                && !problems.is_empty()),
        }
    }

    #[test]
    fn no_bytes_make_a_reader_panic(bytes in prop::collection::vec(any::<u8>(), 0..300)) {
        let (matter, _) = &matters_once()[0];
        let _ = Matter::parse(&bytes);
        let _ = QuestionSet::parse(&bytes, matter);
        let _ = AliasSet::parse(&bytes);
        let _ = Chain::parse(&bytes);
        let _ = Proofs::parse(&bytes);
        let _ = Region::parse_all(&bytes);
        let _ = Point::parse_all(&bytes);
        let _ = Calendar::parse(&bytes);
    }
}

fn matters_once() -> &'static [(Matter, QuestionSet)] {
    static ALL: std::sync::LazyLock<Vec<(Matter, QuestionSet)>> =
        std::sync::LazyLock::new(questioned);
    &ALL
}
