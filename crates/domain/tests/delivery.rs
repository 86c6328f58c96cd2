//! Handing over: what each way needs, and how long a result may lie.

use chrono::NaiveDate;
use yichuang_domain::delivery::{
    Acknowledged, DeliveryWay, Handing, check_handing, days_waiting, is_unclaimed,
};

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn rules(way: DeliveryWay, how: Acknowledged, taker: bool, witness: Option<&str>) -> Vec<String> {
    let handing = Handing {
        way,
        taker,
        acknowledged: Some(how),
        files: 0,
        witness,
        place: "样例便民服务中心 · 3 号窗口",
    };
    let problems = check_handing(&handing).err().unwrap_or_default();
    problems.into_iter().map(|one| one.rule).collect()
}

#[test]
fn each_way_of_handing_over_is_signed_for_in_its_own_manner() {
    use Acknowledged as A;
    use DeliveryWay as W;
    let witness = Some("样例村会计");
    let fine = [
        (W::Window, A::OnPaper, true, None),
        (W::Window, A::Fingerprint, true, witness),
        (W::Helper, A::OnPaper, true, None),
        (W::Electronic, A::ByCarrier, false, None),
        (W::Left, A::ByWitness, false, witness),
    ];
    for (way, how, taker, witness) in fine {
        assert!(
            rules(way, how, taker, witness).is_empty(),
            "{way:?} {how:?}"
        );
    }
    let wrong = [
        (W::Window, A::OnPaper, false, None, "required"),
        (W::Window, A::ByCarrier, true, None, "option"),
        (W::Window, A::Fingerprint, true, None, "witness_required"),
        (W::Window, A::OnScreen, true, None, "signature_missing"),
        (W::Left, A::ByWitness, false, None, "witness_required"),
        (W::Left, A::OnPaper, false, witness, "option"),
        (W::Post, A::ByCarrier, false, None, "option"),
    ];
    for (way, how, taker, witness, rule) in wrong {
        assert_eq!(rules(way, how, taker, witness), [rule], "{way:?} {how:?}");
    }
}

#[test]
fn a_result_is_unclaimed_after_thirty_days() {
    let since = day("2026-11-23");
    assert_eq!(days_waiting(since, day("2026-12-05")), 12);
    assert!(!is_unclaimed(since, day("2026-12-23")));
    assert!(is_unclaimed(since, day("2026-12-24")));
    assert_eq!(
        days_waiting(since, day("2026-11-01")),
        0,
        "a clock set back"
    );
}
