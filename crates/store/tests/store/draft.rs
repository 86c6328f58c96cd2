//! Drafts belong to their operator and become a case once.

use uuid::Uuid;
use yichuang_domain::OperatorId;
use yichuang_store::{Draft, StoreError};

use crate::support::*;

fn draft(n: u128, body: &str) -> Draft {
    Draft {
        id: draft_id(n),
        operator: clerk(),
        matter: matter_code(1),
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
