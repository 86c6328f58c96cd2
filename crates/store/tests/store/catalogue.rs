//! The sample catalogue as a pack: installed whole, searched in people's words.

use std::{collections::BTreeSet, path::Path};

use yichuang_domain::{MatterCode, catalogue::elements, matter::HandlingMode};
use yichuang_store::{
    MatterHit, MatterQuery, MatterWhy, PackOutcome, Store, StoreError, single_item_code,
};
use yichuang_wire::{
    KeyPair, Pack, PackKind, Signer as _, WireError,
    payload::{AliasAdded, AliasRemoved},
    sha256,
};

use crate::support::*;

type Content = Vec<(PackKind, String, Vec<u8>)>;

fn source(name: &str) -> Vec<u8> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("../../assets/catalogue")
        .join(name);
    std::fs::read(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

/// Each element of a catalogue file under its own code.
fn each(kind: PackKind, name: &str) -> Content {
    let file = source(name);
    let items = elements(&file, 5_000).unwrap();
    items
        .iter()
        .map(|text| {
            let value: serde_json::Value = serde_json::from_str(text).unwrap();
            (
                kind,
                value["code"].as_str().unwrap().to_owned(),
                text.as_bytes().to_vec(),
            )
        })
        .collect()
}

fn whole(kind: PackKind, name: &str) -> Content {
    vec![(kind, single_item_code(kind).to_owned(), source(name))]
}

fn sample() -> Content {
    [
        each(PackKind::Matter, "matters.json"),
        each(PackKind::Questions, "questions.json"),
        each(PackKind::Aliases, "aliases.json"),
        each(PackKind::Chain, "chains.json"),
        whole(PackKind::Proofs, "proofs.json"),
        whole(PackKind::Regions, "regions.json"),
        whole(PackKind::Points, "service_points.json"),
        whole(PackKind::Calendar, "holidays.json"),
    ]
    .concat()
}

fn pack(version: u64, content: Content) -> Pack {
    Pack::publish(
        &platform_key(),
        version,
        morning(),
        "样例发布单位",
        true,
        content,
    )
    .unwrap()
}

fn install(store: &Store, pack: &Pack) -> Result<PackOutcome, StoreError> {
    store.write(|tx| tx.install_pack(pack, &platform_key().public_key(), morning()))
}

fn with_catalogue() -> Desk {
    let desk = Desk::new();
    install(desk.store(), &pack(1, sample())).unwrap();
    desk
}

fn code(name: &str) -> MatterCode {
    let content = each(PackKind::Matter, "matters.json");
    let found = content
        .iter()
        .find(|(_, _, bytes)| String::from_utf8_lossy(bytes).contains(&format!("\"{name}\"")));
    MatterCode::new(found.unwrap().1.clone()).unwrap()
}

#[test]
fn the_sample_catalogue_installs_and_everything_in_it_reads_back() {
    let desk = Desk::new();
    let outcome = install(desk.store(), &pack(1, sample())).unwrap();
    assert_eq!(
        (outcome.version, outcome.matters, outcome.added.len()),
        (1, 89, 89)
    );
    desk.store()
        .read(|r| {
            assert_eq!(r.matters()?.len(), 89);
            assert_eq!(r.chains()?.len(), 10);
            assert_eq!(r.points()?.len(), 25);
            assert_eq!(r.regions()?.len(), 107);
            assert!(r.calendar()?.is_some() && r.proofs()?.is_some());
            let matter = code("高龄津贴申领");
            assert_eq!(r.matter(&matter)?.unwrap().name, "高龄津贴申领");
            assert!(!r.questions(&matter)?.questions.is_empty());
            assert!(r.aliases(&matter)?.is_some());
            assert_eq!(r.matter_ref(&matter)?.unwrap().pack_version, 1);
            assert_eq!(r.pack_content()?.len(), sample().len());
            Ok::<_, StoreError>(())
        })
        .unwrap();
}

#[test]
fn a_delta_changes_what_it_carries_and_a_case_keeps_the_version_it_was_taken_under() {
    let desk = with_catalogue();
    let matter = code("高龄津贴申领");
    let old = desk
        .store()
        .read(|r| r.matter_ref(&matter))
        .unwrap()
        .unwrap();
    take_in_with(desk.store(), 1, "王秀兰", |body| {
        body.matter = old.clone()
    });

    let mut content = sample();
    let gone = content
        .iter()
        .position(|(kind, _, _)| *kind == PackKind::Chain)
        .unwrap();
    content.remove(gone);
    for (kind, item, bytes) in &mut content {
        if *kind == PackKind::Matter && *item == matter.to_string() {
            *bytes = String::from_utf8(bytes.clone())
                .unwrap()
                .replace("高龄津贴申领", "高龄津贴申领（新）")
                .into();
        }
    }
    let full = pack(2, content);
    let manifest = full.open(&platform_key().public_key()).unwrap();
    let missing = desk.store().read(|r| r.missing_blobs(&manifest)).unwrap();
    assert_eq!(missing.len(), 1, "a delta carries the one changed matter");
    let blobs = full
        .blobs
        .iter()
        .filter(|(hash, _)| **hash == missing[0].sha256);
    let delta = Pack {
        manifest: full.manifest.clone(),
        blobs: blobs.map(|(h, b)| (*h, b.clone())).collect(),
    };
    let outcome = install(desk.store(), &delta).unwrap();
    assert_eq!(
        (
            outcome.changed.len(),
            outcome.added.len(),
            outcome.removed.len()
        ),
        (1, 0, 0)
    );
    desk.store()
        .read(|r| {
            assert_eq!(r.matter(&matter)?.unwrap().name, "高龄津贴申领（新）");
            assert_eq!(
                r.matter_at(&matter, old.sha256)?.unwrap().name,
                "高龄津贴申领"
            );
            assert_eq!(r.chains()?.len(), 9);
            Ok::<_, StoreError>(())
        })
        .unwrap();
}

#[test]
fn the_same_pack_again_is_harmless_and_an_older_one_is_refused() {
    let desk = with_catalogue();
    let newer = pack(3, sample());
    install(desk.store(), &newer).unwrap();
    let again = install(desk.store(), &newer).unwrap();
    assert_eq!(
        (again.matters, again.added.len(), again.changed.len()),
        (89, 0, 0)
    );
    let older = install(desk.store(), &pack(2, sample()));
    assert!(matches!(
        older,
        Err(StoreError::PackOlder {
            found: 2,
            installed: 3
        })
    ));
}

#[test]
fn a_bad_pack_leaves_what_was_in_force() {
    let desk = with_catalogue();
    let before = desk.store().read(|r| r.pack_content()).unwrap();
    let mut hostile = sample();
    hostile[0].2 = b"{\"code\":".to_vec();
    let refused = install(desk.store(), &pack(2, hostile));
    assert!(
        matches!(refused, Err(StoreError::PackRefused { problems, .. }) if !problems.is_empty())
    );

    let mut swapped = sample();
    swapped[0].2 = swapped[1].2.clone();
    assert!(matches!(
        install(desk.store(), &pack(2, swapped)),
        Err(StoreError::PackRefused { .. })
    ));

    let mut half = pack(
        2,
        [
            sample(),
            vec![(PackKind::Calendar, "extra".to_owned(), b"{}".to_vec())],
        ]
        .concat(),
    );
    half.blobs.remove(&sha256(b"{}"));
    assert!(matches!(
        install(desk.store(), &half),
        Err(StoreError::PackRefused { .. })
    ));

    let stranger = KeyPair::from_secret(&[8; 32]).unwrap();
    let forged = Pack::publish(&stranger, 2, morning(), "样例", true, sample()).unwrap();
    assert!(matches!(
        install(desk.store(), &forged),
        Err(StoreError::Wire(WireError::Signature(_)))
    ));

    assert!(desk.store().read(|r| r.pack_content()).unwrap() == before);
    assert_eq!(
        desk.store()
            .read(|r| r.pack_in_force())
            .unwrap()
            .unwrap()
            .version,
        1
    );
}

fn found(desk: &Desk, typed: &str, modes: &[HandlingMode]) -> Vec<MatterHit> {
    let query = MatterQuery {
        text: typed,
        modes,
        limit: 100,
    };
    desk.store().read(|r| r.search_matters(&query)).unwrap()
}

fn best(desk: &Desk, typed: &str) -> Option<(String, MatterWhy)> {
    let hits = found(desk, typed, &[]);
    hits.into_iter().next().map(|hit| (hit.name, hit.why))
}

#[test]
fn matters_are_found_by_code_name_saying_initials_pinyin_and_any_characters() {
    let desk = with_catalogue();
    let matter = code("高龄津贴申领").to_string();
    for (typed, why) in [
        (matter.as_str(), MatterWhy::ExactCode),
        ("高龄", MatterWhy::NamePrefix),
        ("高齡津貼", MatterWhy::NamePrefix),
        ("gljt", MatterWhy::Initials),
        ("ＧＬＪＴ", MatterWhy::Initials),
        ("gaolingjintie", MatterWhy::Pinyin),
        ("gao ling jin tie", MatterWhy::Pinyin),
        ("gaolinjintie", MatterWhy::Pinyin),
        ("龄津贴", MatterWhy::Text),
    ] {
        assert_eq!(
            best(&desk, typed),
            Some(("高龄津贴申领".to_owned(), why)),
            "typed {typed}"
        );
    }
    assert_eq!(best(&desk, "查无此事项名"), None);
}

#[test]
fn what_people_call_a_matter_finds_it_exact_before_prefix() {
    let desk = with_catalogue();
    let aliases = desk
        .store()
        .read(|r| r.aliases(&code("高龄津贴申领")))
        .unwrap()
        .unwrap();
    for alias in &aliases.aliases {
        let hits = found(&desk, alias, &[]);
        let hit = hits.iter().find(|hit| hit.name == "高龄津贴申领");
        assert!(hit.is_some(), "saying {alias}");
    }
}

#[test]
fn better_reasons_come_first_and_own_use_breaks_ties() {
    let desk = with_catalogue();
    let hits = found(&desk, "社会", &[]);
    let reasons: Vec<_> = hits.iter().map(|hit| hit.why).collect();
    let mut sorted = reasons.clone();
    sorted.sort();
    assert_eq!(reasons, sorted);

    let hits = found(&desk, "登记", &[]);
    let last = hits
        .iter()
        .rfind(|hit| hit.why == MatterWhy::Text)
        .unwrap()
        .code
        .clone();
    desk.store().write(|tx| tx.count_use(&last)).unwrap();
    let again = found(&desk, "登记", &[]);
    let first = again.iter().find(|hit| hit.why == MatterWhy::Text).unwrap();
    assert_eq!(first.code, last);
}

#[test]
fn own_use_is_kept_when_a_new_pack_comes() {
    let desk = with_catalogue();
    let hits = found(&desk, "登记", &[]);
    let last = hits.last().unwrap().clone();
    desk.store().write(|tx| tx.count_use(&last.code)).unwrap();
    install(desk.store(), &pack(2, sample())).unwrap();
    let again = found(&desk, "登记", &[]);
    let first = again.iter().find(|hit| hit.why == last.why).unwrap();
    assert_eq!(first.code, last.code);
}

#[test]
fn matters_are_narrowed_to_the_ways_they_are_handled_in_and_each_way_says_how_many() {
    let desk = with_catalogue();
    for typed in ["", "登记", "社保"] {
        for chosen in [
            &[][..],
            &[HandlingMode::OnTheSpot],
            &[HandlingMode::OnTheSpot, HandlingMode::Online],
        ] {
            let hits = found(&desk, typed, chosen);
            let all_have = hits.iter().all(|hit| {
                let matter = desk.store().read(|r| r.matter(&hit.code)).unwrap().unwrap();
                chosen
                    .iter()
                    .all(|mode| matter.handling_modes.contains(mode))
            });
            assert!(all_have, "{typed} {chosen:?}");
            let query = MatterQuery {
                text: typed,
                modes: chosen,
                limit: 1,
            };
            for (mode, count) in desk.store().read(|r| r.count_modes(&query)).unwrap() {
                let with = found(&desk, typed, &[chosen, &[mode]].concat());
                assert_eq!(with.len() as u64, count, "{typed} {chosen:?} and {mode}");
            }
        }
    }
    assert_eq!(found(&desk, "", &[]).len(), 89);
}

#[test]
fn the_names_the_list_had_before_find_what_is_on_it_today() {
    let desk = with_catalogue();
    let codes = |typed| -> BTreeSet<_> {
        let hits = found(&desk, typed, &[]).into_iter();
        hits.map(|hit| hit.code.to_string()).collect()
    };
    let listed = codes("一次办好");
    let content = each(PackKind::Matter, "matters.json");
    let once = content.iter().filter(|(_, _, bytes)| {
        let matter: serde_json::Value = serde_json::from_slice(bytes).unwrap();
        matter["trips"].as_u64().unwrap() <= 1
    });
    assert_eq!(listed, once.map(|(_, code, _)| code.clone()).collect());
    for earlier in ["零跑腿", "只跑一次", "最多跑一次", "最多跑一次 "] {
        assert_eq!(codes(earlier), listed, "{earlier}");
    }
    assert!(codes("零跑腿 高龄").is_subset(&listed) && !codes("零跑腿 高龄").is_empty());
}

fn call_it(desk: &Desk, matter: &MatterCode, text: &str) {
    let (matter, text) = (matter.clone(), text.to_owned());
    append(desk.store(), None, AliasAdded { matter, text });
}

fn own_words(desk: &Desk, matter: &MatterCode) -> Vec<String> {
    let words = desk.store().read(|r| r.point_aliases(matter)).unwrap();
    words.into_iter().map(|alias| alias.text).collect()
}

#[test]
fn words_of_the_point_find_a_matter_whatever_happens_to_catalogue_and_tables() {
    let desk = with_catalogue();
    let matter = code("高龄津贴申领");
    assert_eq!(best(&desk, "银龄红包"), None);
    call_it(&desk, &matter, "银龄红包");
    let finds = || {
        for (typed, why) in [
            ("银龄红包", MatterWhy::Alias),
            ("銀齡紅包", MatterWhy::Alias),
            ("ylhb", MatterWhy::Initials),
            ("yinlinghongbao", MatterWhy::Pinyin),
            ("龄红", MatterWhy::Text),
        ] {
            let hits = found(&desk, typed, &[]);
            let hit = hits.iter().find(|hit| hit.code == matter).unwrap();
            assert_eq!(
                (hit.why, hit.matched.as_str()),
                (why, "银龄红包"),
                "{typed}"
            );
        }
    };
    finds();
    install(desk.store(), &pack(2, sample())).unwrap();
    finds();
    let live = desk.store().read(|r| r.projection_digest()).unwrap();
    assert_eq!(desk.store().write(|tx| tx.rebuild()).unwrap(), live);
    finds();

    let text = "銀齡紅包".to_owned();
    append(desk.store(), None, AliasRemoved { matter, text });
    assert_eq!(best(&desk, "银龄红包"), None);
}

#[test]
fn words_the_catalogue_has_learnt_are_shown_once_and_are_the_catalogues() {
    let desk = with_catalogue();
    let matter = code("高龄津贴申领");
    call_it(&desk, &matter, "老来补");
    call_it(&desk, &matter, "银龄红包");
    assert_eq!(own_words(&desk, &matter), ["老来补", "银龄红包"]);
    let mut content = sample();
    for (kind, item, bytes) in &mut content {
        if *kind == PackKind::Aliases && *item == matter.to_string() {
            let mut set: serde_json::Value = serde_json::from_slice(bytes).unwrap();
            set["aliases"].as_array_mut().unwrap().push("老來補".into());
            *bytes = set.to_string().into_bytes();
        }
    }
    install(desk.store(), &pack(2, content)).unwrap();
    assert_eq!(own_words(&desk, &matter), ["银龄红包"]);
    let said = desk.store().read(|r| r.catalogue_aliases(&matter)).unwrap();
    assert_eq!(said.iter().filter(|words| *words == "老來補").count(), 1);
    assert_eq!(best(&desk, "老来补").unwrap().1, MatterWhy::Alias);
}

/// A counter's longest wait for a list, at more matters than any point has.
const LONGEST: std::time::Duration = std::time::Duration::from_millis(50);

#[test]
fn among_three_thousand_matters_a_search_is_answered_before_anybody_waits() {
    let desk = Desk::new();
    let originals = each(PackKind::Matter, "matters.json");
    let copies = originals.iter().cycle().enumerate().take(3_000);
    let content = copies.map(|(n, (kind, code, bytes))| {
        let copied = format!("{}{n:04}", &code[..27]);
        let text = String::from_utf8_lossy(bytes).replace(code.as_str(), &copied);
        (*kind, copied, text.into_bytes())
    });
    install(desk.store(), &pack(1, content.collect())).unwrap();
    for (typed, modes) in [
        ("gljt", &[][..]),
        ("gaoling", &[]),
        ("办", &[]),
        ("社会保险", &[HandlingMode::Online]),
        ("", &[HandlingMode::OnTheSpot]),
    ] {
        // The quickest of a few: the machine may be doing something else besides.
        let quickest = (0..5).map(|_| {
            let begun = std::time::Instant::now();
            assert!(!found(&desk, typed, modes).is_empty(), "{typed}");
            begun.elapsed()
        });
        let quickest = quickest.min().unwrap();
        assert!(quickest <= LONGEST, "{typed} took {quickest:?}");
    }
}
