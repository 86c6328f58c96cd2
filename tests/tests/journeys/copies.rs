//! One matter at several levels: what differs is told, and nothing is refused for it.

use std::collections::BTreeMap;

use yichuang_app::ipc::ShowGuide;
use yichuang_domain::{Matter, MatterCode, matter::Level};
use yichuang_tests::kit::{Counter, sample_matters};

/// A matter of the sample catalogue, and the city's copy that asks less.
fn copies() -> (Matter, Matter) {
    let here = sample_matters()[0].matter.clone();
    let mut city = here.clone();
    let code = here.code.as_str();
    city.code = MatterCode::new(format!("11370400{}", &code[8..])).unwrap();
    city.implementing_body = "样例市人力资源和社会保障局".to_owned();
    city.accept_levels = vec![Level::City];
    city.materials.truncate(city.materials.len() - 1);
    city.conditions.push("市级另加的条件".to_owned());
    (here, city)
}

fn shown(counter: &Counter, code: &MatterCode) -> yichuang_app::ipc::GuideView {
    let input = ShowGuide {
        code: code.to_string(),
        answers: BTreeMap::new(),
    };
    counter.desk.show_guide(input).unwrap()
}

#[test]
fn a_guide_tells_what_the_same_matter_says_at_another_level() {
    let counter = Counter::open();
    let (here, city) = copies();
    assert_eq!(shown(&counter, &here.code).copies, []);
    counter.publish(&city, None);
    let told = shown(&counter, &here.code).copies;
    assert_eq!(told.len(), 1);
    assert_eq!(told[0].code, city.code.to_string());
    assert_eq!(told[0].body, city.implementing_body);
    let said: Vec<_> = told[0]
        .differences
        .iter()
        .map(|one| (one.aspect.as_str(), one.subject.as_str(), one.more_here))
        .collect();
    let dropped = here.materials.last().unwrap().name.as_str();
    assert_eq!(
        said,
        [
            ("condition", "市级另加的条件", false),
            ("material", dropped, true)
        ]
    );
    let from_there = shown(&counter, &city.code).copies;
    let mirrored = from_there[0].differences.iter().map(|one| one.more_here);
    assert_eq!(mirrored.collect::<Vec<_>>(), [true, false]);
    counter.assert_sound();
}

#[test]
fn an_import_tells_of_copies_that_differ_and_takes_them_all() {
    let counter = Counter::open();
    let (here, city) = copies();
    let folder = counter.desk_top().join("city");
    std::fs::create_dir_all(&folder).unwrap();
    let file = folder.join("matters.json");
    std::fs::write(&file, serde_json::to_vec(&[&city]).unwrap()).unwrap();
    let result = counter.desk.import_catalogue(&file).unwrap();
    assert_eq!((result.imported, result.refused.len()), (1, 0));
    assert_eq!(result.differing.len(), 1);
    let pair = &result.differing[0];
    assert_eq!(
        (pair.code.as_str(), pair.other.as_str()),
        (here.code.as_str(), city.code.as_str()),
        "the copy nearer to the resident comes first"
    );
    assert_eq!(pair.differences.len(), 2);
    let lines = counter.desk.compare_catalogue().unwrap();
    assert_eq!(lines.len(), 2);
    assert!(lines.iter().all(|line| line.matter == here.code.as_str()));
}
