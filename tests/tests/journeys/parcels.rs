//! 快递送达: given to the post, delivered on the day the post says.

use chrono::TimeDelta;
use yichuang_app::ipc::{
    ConfirmPost, DeliverResults, DeliveryDone, ErrorCode, GoingResults, PostResults, RegisterResult,
};
use yichuang_domain::CaseState;
use yichuang_tests::kit::{Counter, Who};

use crate::{
    delivery::{ALLOWANCE, RELIEF, everything_of, exchange, granted, handing, refusal, waiting},
    mandates::somebody,
};

pub(super) fn post(counter: &Counter, numbers: &[String]) -> DeliveryDone {
    let going: Vec<_> = numbers
        .iter()
        .map(|number| everything_of(counter, number))
        .collect();
    let posting = PostResults {
        going,
        carrier: "邮政特快".to_owned(),
        tracking: "SAMPLE0000001CN".to_owned(),
        address: "山东省滕州市龙阳镇样例村1号".to_owned(),
    };
    counter.desk.post_results(posting).unwrap()
}

#[tokio::test(flavor = "multi_thread")]
async fn a_parcel_is_delivered_on_the_day_the_post_says() {
    let (counter, centre, numbers) = granted(&[ALLOWANCE, RELIEF]).await;
    let posted = post(&counter, &numbers);
    assert_eq!((posted.complete, posted.papers.len()), (0, 1));
    let text = counter.paper_text(&numbers[0], &posted.papers[0].document);
    for words in ["邮寄单", "SAMPLE0000001CN", "138****0000", "内件"] {
        assert!(text.contains(words), "{words}: {text}");
    }
    let view = counter.show(&numbers[1]);
    assert_eq!(
        (view.row.state.as_str(), view.results[0].place.as_str()),
        ("ready_for_pickup", "posted")
    );
    assert_eq!(
        waiting(&counter)[0].since,
        None,
        "nothing lies at the counter"
    );
    let parcel = view.results[0].parcel.clone().unwrap();
    counter.pass(TimeDelta::days(4));
    counter.sign_in(Who::Clerk);
    let confirm = |day: &str| {
        counter.desk.confirm_post(ConfirmPost {
            parcel: parcel.clone(),
            delivered_on: day.to_owned(),
            note: "本人签收".to_owned(),
        })
    };
    assert_eq!(
        confirm("2026-11-22").unwrap_err().problems[0].rule,
        "before_posted"
    );
    assert_eq!(
        confirm("2026-11-28").unwrap_err().problems[0].rule,
        "future"
    );
    let done = confirm("2026-11-25").unwrap();
    assert_eq!((done.numbers.len(), done.complete), (2, 2));
    let text = counter.paper_text(&numbers[0], &done.papers[0].document);
    assert!(
        text.contains("邮寄送达") && text.contains("2026年11月25日"),
        "{text}"
    );
    assert_eq!(
        confirm("2026-11-25").unwrap_err().code,
        ErrorCode::ParcelUnknown
    );
    exchange(&counter, &centre).await;
    assert!(
        centre
            .cases()
            .iter()
            .all(|case| case.state == CaseState::Delivered)
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_under_way_is_handed_to_nobody_until_it_came_back() {
    let (counter, _centre, numbers) = granted(&[ALLOWANCE, RELIEF]).await;
    post(&counter, &numbers);
    let view = counter.show(&numbers[1]);
    let again = handing(&counter, &[], somebody(1));
    let again = DeliverResults {
        going: vec![GoingResults {
            number: numbers[1].clone(),
            documents: vec![view.results[0].id.clone()],
        }],
        ..again
    };
    assert_eq!(
        refusal(counter.desk.deliver_results(again.clone())),
        ErrorCode::ResultElsewhere
    );
    counter
        .desk
        .register_result(RegisterResult {
            number: numbers[1].clone(),
            documents: again.going[0].documents.clone(),
            kept: String::new(),
        })
        .unwrap();
    counter.desk.deliver_results(again).unwrap();
    assert_eq!(counter.show(&numbers[1]).row.state, "delivered");
}
