//! One matter as two bodies publish it.

use crate::catalogue_assets::matter_named;
use yichuang_domain::calendar::Limit;
use yichuang_domain::id::MatterCode;
use yichuang_domain::matter::{
    Aspect, Difference, Level, Matter, differences, is_same_item, nearest_level,
};

/// A town's copy and the county's.
fn copies() -> (Matter, Matter) {
    let (here, _) = matter_named("一次性创业补贴申领");
    let mut there = here.clone();
    there.code = MatterCode::new("11370400MB9X14812W4370514003000").unwrap();
    there.accept_levels = vec![Level::City];
    (here, there)
}

fn between(change: impl FnOnce(&mut Matter)) -> Vec<Difference> {
    let (mut here, there) = copies();
    change(&mut here);
    differences(&here, &there)
}

fn only(found: &[Difference]) -> (Aspect, Option<&str>, Option<&str>, bool) {
    assert_eq!(found.len(), 1, "{found:?}");
    let one = &found[0];
    (
        one.aspect,
        one.here.as_deref(),
        one.there.as_deref(),
        one.more_here,
    )
}

#[test]
fn the_same_item_is_known_by_its_base_code_or_its_name() {
    let (here, there) = copies();
    assert!(is_same_item(&here, &there));
    assert!(!is_same_item(&here, &here), "a matter is no copy of itself");
    let mut renamed = there.clone();
    renamed.name = "创业补贴".to_owned();
    assert!(is_same_item(&here, &renamed), "one base code");
    let mut recoded = there;
    recoded.base_code = "999999999999".to_owned();
    assert!(is_same_item(&here, &recoded), "one name");
    recoded.name = "创业补贴".to_owned();
    assert!(!is_same_item(&here, &recoded));
    assert_eq!(nearest_level(&here), Some(Level::Village));
}

#[test]
fn copies_that_say_the_same_do_not_differ_whoever_publishes_them() {
    assert_eq!(between(|_| {}), []);
    let typed_otherwise = between(|here| {
        here.conditions[0] = format!("{}。 ", here.conditions[0].trim_end_matches('。'));
        here.accept_at.place = "别的地方".to_owned();
        here.hours = "全天".to_owned();
    });
    assert_eq!(typed_otherwise, []);
}

#[test]
fn a_material_one_copy_has_and_the_other_lacks_is_named_with_who_asks_more() {
    let (sample, _) = copies();
    let name = sample.materials[0].name.clone();
    let less = between(|here| {
        here.materials.remove(0);
    });
    assert_eq!(
        only(&less),
        (Aspect::Material, None, Some(name.as_str()), false)
    );
    let more = between(|here| {
        let mut extra = here.materials[0].clone();
        extra.id = "MAT-EXTRA".parse().unwrap();
        extra.name = "村级证明".to_owned();
        here.materials.push(extra);
    });
    assert_eq!(
        only(&more),
        (Aspect::Material, Some("村级证明"), None, true)
    );
    let copies = between(|here| here.materials[0].copies += 2);
    let (aspect, .., more_here) = only(&copies);
    assert_eq!((aspect, more_here), (Aspect::MaterialForm, true));
    assert_eq!(copies[0].subject, name);
}

#[test]
fn steps_limits_fee_and_conditions_that_differ_are_found_each_as_what_it_is() {
    let longer = between(|here| here.promised_limit = Limit::working_days(40));
    let (aspect, here, .., more_here) = only(&longer);
    assert_eq!((aspect, more_here), (Aspect::PromisedLimit, true));
    assert_eq!(here, Some(Limit::working_days(40).label().as_str()));
    let lawful = between(|here| here.statutory_limit = Limit::working_days(1));
    assert_eq!(only(&lawful).0, Aspect::StatutoryLimit);
    assert!(!lawful[0].more_here);
    let step = between(|here| here.steps[0].time_limit = "99个工作日".to_owned());
    assert_eq!(only(&step).0, Aspect::StepLimit);
    let extra = between(|here| {
        let mut more = here.steps[0].clone();
        more.name = "村级公示".to_owned();
        here.steps.push(more);
    });
    assert_eq!(only(&extra), (Aspect::Step, Some("村级公示"), None, true));
    let charged = between(|here| {
        here.fee.charged = true;
        here.fee.standard_text = "10 元/件".to_owned();
    });
    assert_eq!(
        only(&charged),
        (Aspect::Fee, Some("10 元/件"), Some("不收费"), true)
    );
    let stricter = between(|here| here.conditions.push("须为本村户籍".to_owned()));
    assert_eq!(
        only(&stricter),
        (Aspect::Condition, Some("须为本村户籍"), None, true)
    );
}
