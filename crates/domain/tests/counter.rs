//! What happens at a counter around cases: visits, enquiries, the green lane.

use uuid::Uuid;
use yichuang_domain::{
    HandIn, OperatorId, Role,
    case::{GreenLane, GreenLaneReason},
    enquiry::may_move,
    visit::Spared,
};

#[test]
fn what_need_not_be_brought_is_counted_by_why() {
    let lines = [
        HandIn::Waived,
        HandIn::OriginalSeen,
        HandIn::Held,
        HandIn::Waived,
        HandIn::Deferred,
        HandIn::Promised,
    ];
    let spared = Spared::of(lines);
    assert_eq!((spared.waived, spared.reused, spared.all()), (2, 1, 3));
    assert_eq!(Spared::of([]), Spared::default());
}

#[test]
fn an_enquiry_is_moved_by_whoever_has_it_or_answers_for_the_point() {
    let (owner, other) = (
        OperatorId(Uuid::from_u128(1)),
        OperatorId(Uuid::from_u128(2)),
    );
    assert!(may_move(Some(owner), owner, Role::Clerk));
    assert!(!may_move(Some(owner), other, Role::Clerk));
    assert!(may_move(Some(owner), other, Role::Supervisor));
    assert!(!may_move(None, other, Role::Helper));
}

#[test]
fn the_green_lane_is_written_with_a_word_from_the_list() {
    let lane = GreenLane {
        why: GreenLaneReason::Elder,
        words: String::new(),
    };
    let json = serde_json::to_value(&lane).unwrap();
    assert_eq!(json, serde_json::json!({ "why": "elder" }));
    assert!(serde_json::from_str::<GreenLane>(r#"{"why":"hurry"}"#).is_err());
}
