//! Two people, one machine, one finger too quick: F06, F18.

use std::collections::BTreeSet;

use yichuang_app::ipc::{AcceptCase, DraftRef, ErrorCode, Nothing, SaveDraft};
use yichuang_tests::kit::{Centre, Who, an_application};

use super::{a_counter_without_a_platform, exchange};

#[tokio::test(flavor = "multi_thread")]
async fn f06_what_one_clerk_took_travels_under_their_name_when_another_sits_there() {
    let (line, counter) = a_counter_without_a_platform();
    let number = counter.accept(&an_application().by_number(1)).number;
    let draft = counter.draft(&an_application().by_number(2));
    counter.sign_in(Who::Supervisor);
    let own = DraftRef { id: draft.clone() };
    assert_eq!(
        counter.desk.show_draft(own.clone()).unwrap_err().code,
        ErrorCode::DraftUnknown
    );
    assert_eq!(
        counter.desk.discard_draft(own.clone()).unwrap_err().code,
        ErrorCode::DraftUnknown
    );
    let save = SaveDraft {
        id: draft.clone(),
        content: an_application().content(&[]),
    };
    assert_eq!(
        counter.desk.save_draft(save).unwrap_err().code,
        ErrorCode::DraftUnknown
    );
    let accept = AcceptCase {
        draft: draft.clone(),
    };
    assert_eq!(
        counter.desk.accept_case(accept).unwrap_err().code,
        ErrorCode::DraftUnknown
    );
    assert!(
        counter
            .desk
            .list_drafts(Nothing {})
            .unwrap()
            .drafts
            .is_empty()
    );
    let centre = Centre::start(&counter.clock).await;
    line.connect(&centre.url());
    exchange(&counter, &centre).await;
    assert_eq!(centre.received()[0].clerk, Who::Clerk.name());
    let view = counter.show(&number);
    assert_eq!(
        (view.row.clerk.as_str(), view.row.sync.mark.as_str()),
        (Who::Clerk.name(), "reported")
    );
    assert_eq!(view.events[0].actor, Who::Clerk.name());
    counter.sign_in(Who::Clerk);
    assert_eq!(
        counter.desk.list_drafts(Nothing {}).unwrap().drafts.len(),
        1
    );
    assert!(counter.desk.show_draft(own).is_ok());
}

#[test]
fn f18_f9_pressed_by_eight_fingers_and_again_after_a_restart_is_one_case() {
    let (_line, counter) = a_counter_without_a_platform();
    let draft = counter.draft(&an_application());
    let press = |counter: &yichuang_tests::kit::Counter| {
        counter
            .desk
            .accept_case(AcceptCase {
                draft: draft.clone(),
            })
            .unwrap()
    };
    let done: Vec<_> = std::thread::scope(|scope| {
        let fingers: Vec<_> = (0..8).map(|_| scope.spawn(|| press(&counter))).collect();
        fingers
            .into_iter()
            .map(|finger| finger.join().unwrap())
            .collect()
    });
    let numbers: BTreeSet<_> = done.iter().map(|done| done.number.clone()).collect();
    assert_eq!(numbers.len(), 1, "{numbers:?}");
    assert_eq!(done.iter().filter(|done| !done.already).count(), 1);
    let counter = counter.restarted();
    counter.sign_in(Who::Clerk);
    let again = press(&counter);
    assert!(again.already && numbers.contains(&again.number));
    assert_eq!(counter.find("").total, 1);
    let papers = counter.show(&again.number).papers;
    assert_eq!(
        papers
            .iter()
            .filter(|paper| paper.document == "receipt")
            .count(),
        1
    );
    counter.assert_sound();
}
