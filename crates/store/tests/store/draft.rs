//! Drafts belong to their operator and become a case once.

use uuid::Uuid;
use yichuang_domain::OperatorId;
use yichuang_store::{Draft, PaperMade, PaperToMake, StoreError};

use crate::support::*;

fn draft(n: u128, body: &str) -> Draft {
    Draft {
        id: draft_id(n),
        operator: clerk(),
        matter: matter_code(1),
        edition: None,
        title: "王秀兰".to_owned(),
        body: body.to_owned(),
        created_at: morning(),
        updated_at: morning(),
    }
}

#[test]
fn a_draft_is_saved_over_itself_and_survives_reopening() {
    let mut desk = Desk::new();
    desk.store()
        .write(|tx| tx.save_draft(&draft(1, "{\"step\":1}")))
        .unwrap();
    let later = Draft {
        updated_at: morning() + chrono::Duration::minutes(5),
        ..draft(1, "{\"step\":2}")
    };
    desk.store().write(|tx| tx.save_draft(&later)).unwrap();
    let drafts = desk.reopen().read(|r| r.drafts_of(clerk())).unwrap();
    assert_eq!(drafts, [later]);
}

#[test]
fn nobody_writes_over_a_colleagues_draft() {
    let desk = Desk::new();
    desk.store()
        .write(|tx| tx.save_draft(&draft(1, "{}")))
        .unwrap();
    let colleague = OperatorId(Uuid::from_u128(9));
    let theirs = Draft {
        operator: colleague,
        ..draft(1, "{\"taken\":true}")
    };
    let result: Result<(), StoreError> = desk.store().write(|tx| tx.save_draft(&theirs));
    assert!(matches!(result, Err(StoreError::NoSuch("draft"))));
    assert!(
        desk.store()
            .read(|r| r.drafts_of(colleague))
            .unwrap()
            .is_empty()
    );
}

#[test]
fn pressing_accept_twice_gives_one_case() {
    let desk = Desk::new();
    desk.store()
        .write(|tx| tx.save_draft(&draft(1, "{}")))
        .unwrap();
    let accept = || {
        desk.store().write(|tx| {
            if let Some(case) = tx.case_of_draft(draft_id(1))? {
                return Ok::<_, StoreError>(case);
            }
            let number = tx.next_number(day("2026-11-23"))?;
            tx.append(act(Some(case_id(1)), received(number, "王秀兰")))?;
            tx.finish_draft(draft_id(1), case_id(1))?;
            Ok(case_id(1))
        })
    };
    assert_eq!(accept().unwrap(), accept().unwrap());
    assert_eq!(take_in(desk.store(), 2, "赵玉梅").seq(), 2);
    assert_eq!(desk.store().read(|r| r.draft(draft_id(1))).unwrap(), None);
    let revived: Result<(), StoreError> = desk.store().write(|tx| tx.save_draft(&draft(1, "{}")));
    assert!(
        revived.is_err(),
        "a late autosave does not bring the draft back"
    );
}

#[test]
fn settings_come_back_as_they_were_set() {
    let mut desk = Desk::new();
    desk.store()
        .write(|tx| tx.set_setting("favourites", &vec!["a", "b"]))
        .unwrap();
    desk.store()
        .write(|tx| tx.set_setting("favourites", &vec!["c"]))
        .unwrap();
    assert_eq!(
        desk.reopen()
            .read(|r| r.setting::<Vec<String>>("favourites"))
            .unwrap(),
        Some(vec!["c".to_owned()])
    );
    assert_eq!(
        desk.store()
            .read(|r| r.setting::<u32>("favourites"))
            .unwrap(),
        None,
        "of another shape"
    );
}

fn queue_paper(desk: &Desk, id: u128, draft: u128) -> u32 {
    let paper = PaperToMake {
        id: Uuid::from_u128(id),
        document: "application_form".to_owned(),
        case: None,
        draft: Some(draft_id(draft)),
        matter: Some(matter_code(1)),
        answers: None,
        at: morning(),
        why: None,
        origin: None,
    };
    desk.store().write(|tx| tx.queue_paper(&paper)).unwrap()
}

#[test]
fn papers_of_a_draft_are_counted_for_it_alone_and_leave_with_it() {
    let desk = Desk::new();
    for n in [1, 2] {
        desk.store()
            .write(|tx| tx.save_draft(&draft(n, "{}")))
            .unwrap();
    }
    assert_eq!(queue_paper(&desk, 1, 1), 1);
    assert_eq!(queue_paper(&desk, 2, 1), 2, "a second printing");
    assert_eq!(queue_paper(&desk, 3, 2), 1, "another draft");
    let made = PaperMade {
        at: morning(),
        pages: 1,
        missing: String::new(),
        sha256: yichuang_wire::sha256(b"paper"),
        content: Some(yichuang_wire::sha256(b"what it says")),
        sheet: "a4".to_owned(),
        template: None,
    };
    desk.store()
        .write(|tx| tx.paper_made(Uuid::from_u128(1), &made))
        .unwrap();
    let of = |n| {
        desk.store()
            .read(|r| r.papers_of_draft(draft_id(n)))
            .unwrap()
    };
    assert_eq!(of(1).len(), 2);
    desk.store()
        .write(|tx| tx.finish_draft(draft_id(1), case_id(1)))
        .unwrap();
    assert!(of(1).is_empty());
    assert_eq!(of(2).len(), 1);
    desk.store()
        .write(|tx| tx.discard_draft(draft_id(2)))
        .unwrap();
    assert!(
        desk.store()
            .read(|r| r.papers_to_make())
            .unwrap()
            .is_empty(),
        "nobody makes a paper of a draft that is gone"
    );
}
