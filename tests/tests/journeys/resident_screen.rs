//! The residents' screen: a clerk puts something there, a resident answers exactly that.

use yichuang_app::ipc::{
    AcceptCase, AcceptReceived, AskSignature, DraftContent, DraftRef, DraftView, ErrorCode,
    FileRef, Nothing, Reprint, ResidentScreen, ResidentShows, ResidentSigned, ResidentState,
    ResidentTurn, SaveDraft, SignedPaper,
};
use yichuang_tests::kit::{Counter, Who, an_application, sample_id, sample_name};

const FORM: &str = "application_form";

fn screen(counter: &Counter) -> ResidentScreen {
    counter.desk.resident_screen(Nothing {}).unwrap()
}

fn state(counter: &Counter) -> ResidentState {
    counter.desk.resident_state(Nothing {}).unwrap()
}

fn view(counter: &Counter, id: &str) -> DraftView {
    let id = id.to_owned();
    counter.desk.show_draft(DraftRef { id }).unwrap()
}

fn save(counter: &Counter, id: &str, change: impl FnOnce(&mut DraftContent)) -> DraftView {
    let mut content = view(counter, id).content;
    change(&mut content);
    let id = id.to_owned();
    counter.desk.save_draft(SaveDraft { id, content }).unwrap()
}

/// A counter with a screen, and a draft that is neither confirmed nor signed.
fn with_draft() -> (Counter, String) {
    let counter = Counter::open();
    counter.desk.resident_window_opened();
    let draft = counter.draft(&an_application());
    save(&counter, &draft, |content| {
        content.confirmed = false;
        content.signed.clear();
    });
    (counter, draft)
}

fn mirror(counter: &Counter, draft: &str) -> u32 {
    let id = draft.to_owned();
    let told = counter.desk.mirror_check(DraftRef { id }).unwrap();
    assert_eq!(told.shows, ResidentShows::Check);
    told.turn
}

fn ask(counter: &Counter, draft: &str) -> u32 {
    let asked = AskSignature {
        draft: Some(draft.to_owned()),
        number: None,
        document: FORM.to_owned(),
    };
    counter.desk.ask_signature(asked).unwrap();
    screen(counter).turn
}

/// A hand that wrote something.
pub(super) fn signature(turn: u32) -> ResidentSigned {
    ResidentSigned {
        turn,
        read_to_end: true,
        strokes: vec![
            vec![[40, 60], [260, 180], [420, 70]],
            vec![[60, 200], [500, 190]],
        ],
    }
}

fn on_screen(content: &DraftContent) -> Option<&SignedPaper> {
    content.signed.iter().find(|paper| paper.document == FORM)
}

#[test]
fn the_summary_shows_the_last_four_of_a_number_and_never_the_whole() {
    let (counter, draft) = with_draft();
    mirror(&counter, &draft);
    let shown = screen(&counter);
    let check = shown.check.as_ref().unwrap();
    assert_eq!(check.people[0].name, sample_name());
    let number = view(&counter, &draft).content.applicant.unwrap().id_number;
    assert_eq!(check.people[0].id_tail, number[number.len() - 4..]);
    assert_eq!(check.fields.len(), view(&counter, &draft).fields.len());
    assert_eq!(
        check.lines.len(),
        view(&counter, &draft).requirements.lines.len()
    );
    let whole = serde_json::to_string(&shown).unwrap();
    assert!(!whole.contains(&number), "the whole number is nowhere");
    assert!(!whole.contains("6200000000000000000"), "nor the account");
}

#[test]
fn what_a_resident_confirms_is_exactly_what_stands_there() {
    let (counter, draft) = with_draft();
    let turn = mirror(&counter, &draft);
    save(&counter, &draft, |content| {
        content
            .form
            .insert("bank_name".to_owned(), "样例第二银行".to_owned());
    });
    let refused = counter.desk.resident_confirmed(ResidentTurn { turn });
    assert_eq!(refused.unwrap_err().code, ErrorCode::ScreenChanged);
    assert!(!view(&counter, &draft).content.confirmed);
    let again = screen(&counter);
    assert!(again.changed, "内容改过，请再看一遍");
    assert_ne!(again.turn, turn);
    let turn = again.turn;
    counter
        .desk
        .resident_confirmed(ResidentTurn { turn })
        .unwrap();
    assert!(view(&counter, &draft).content.confirmed);
    assert_eq!(state(&counter).confirmed.as_deref(), Some(draft.as_str()));
    assert_eq!(screen(&counter).shows, ResidentShows::Idle);
    let late = counter.desk.resident_confirmed(ResidentTurn { turn });
    assert_eq!(late.unwrap_err().code, ErrorCode::ScreenChanged);
    counter.assert_sound();
}

#[test]
fn a_signature_on_the_screen_signs_the_paper_and_travels_with_the_case() {
    let (counter, draft) = with_draft();
    let turn = ask(&counter, &draft);
    let paper = screen(&counter).paper.unwrap();
    assert_eq!(paper.title, "申请表");
    let words: String = paper.lines.iter().map(|line| line.text.as_str()).collect();
    assert!(words.contains("愿意承担相应的法律责任"), "{words}");
    counter.desk.resident_signed(signature(turn)).unwrap();
    let content = save(&counter, &draft, |content| content.confirmed = true).content;
    let signed = on_screen(&content).unwrap().clone();
    assert_eq!((signed.how.as_str(), signed.files.len()), ("on_screen", 1));
    let done = counter.desk.accept_case(AcceptCase { draft }).unwrap();
    let case = counter.show(&done.number);
    assert_eq!(case.signed, std::slice::from_ref(&signed));
    let picture = counter.desk.file_bytes(FileRef {
        sha256: signed.files[0].sha256.clone(),
        number: Some(done.number.clone()),
    });
    assert!(picture.unwrap().starts_with(b"\x89PNG"));
    let number = done.number.clone();
    let document = FORM.to_owned();
    counter
        .desk
        .reprint(Reprint {
            number,
            document,
            reason: None,
        })
        .unwrap();
    let said: String = counter
        .paper_text(&done.number, FORM)
        .split_whitespace()
        .collect();
    for words in ["申请人签名（手印）：电子签名", "签名日期：2026年11月23日"]
    {
        assert!(said.contains(words), "{said}");
    }
    counter.assert_sound();
}

#[test]
fn changing_the_form_afterwards_voids_the_signature() {
    let (counter, draft) = with_draft();
    let turn = ask(&counter, &draft);
    counter.desk.resident_signed(signature(turn)).unwrap();
    let changed = save(&counter, &draft, |content| {
        content
            .form
            .insert("bank_name".to_owned(), "样例第二银行".to_owned());
    });
    let rules: Vec<_> = changed
        .problems
        .iter()
        .map(|problem| (problem.field.as_str(), problem.rule.as_str()))
        .collect();
    assert!(
        rules.contains(&("signed.application_form", "changed")),
        "{rules:?}"
    );
}

#[test]
fn the_clerks_window_cannot_sign_for_a_resident() {
    let (counter, draft) = with_draft();
    let turn = ask(&counter, &draft);
    counter.desk.resident_signed(signature(turn)).unwrap();
    let given = on_screen(&view(&counter, &draft).content).unwrap().clone();
    let forged = SignedPaper {
        document: "deferral".to_owned(),
        ..given.clone()
    };
    let kept = save(&counter, &draft, |content| {
        content.signed = vec![given.clone(), forged];
    });
    assert_eq!(kept.content.signed, std::slice::from_ref(&given));
    // Carried about in a window that saved without it, the true one is still known.
    save(&counter, &draft, |content| content.signed.clear());
    let back = save(&counter, &draft, |content| {
        content.signed = vec![given.clone()]
    });
    assert_eq!(back.content.signed, std::slice::from_ref(&given));
    let other = counter.draft(&an_application().by(&sample_name(), &sample_id(7)));
    let elsewhere = save(&counter, &other, |content| content.signed = vec![given]);
    assert!(elsewhere.content.signed.is_empty());
}

#[test]
fn nobody_signs_what_they_have_neither_read_nor_heard() {
    let (counter, draft) = with_draft();
    let turn = ask(&counter, &draft);
    let unread = ResidentSigned {
        read_to_end: false,
        ..signature(turn)
    };
    let refused = counter.desk.resident_signed(unread.clone()).unwrap_err();
    assert_eq!(refused.code, ErrorCode::NotReadYet);
    let blank = ResidentSigned {
        strokes: vec![vec![[3, 3]]],
        ..signature(turn)
    };
    let refused = counter.desk.resident_signed(blank).unwrap_err();
    assert_eq!(refused.code, ErrorCode::SignatureEmpty);
    counter.desk.read_aloud(Nothing {}).unwrap();
    counter.desk.resident_signed(unread).unwrap();
    assert!(on_screen(&view(&counter, &draft).content).is_some());
}

#[test]
fn a_received_case_is_signed_on_the_screen_before_it_is_accepted() {
    let counter = Counter::open();
    counter.desk.resident_window_opened();
    let number = counter.receive_unsigned(&an_application());
    let asked = AskSignature {
        draft: None,
        number: Some(number.clone()),
        document: FORM.to_owned(),
    };
    counter.desk.ask_signature(asked).unwrap();
    let turn = screen(&counter).turn;
    counter.desk.resident_signed(signature(turn)).unwrap();
    let given = state(&counter).signed.pop().unwrap();
    assert_eq!(given.number.as_deref(), Some(number.as_str()));
    let seen = counter.desk.file_bytes(FileRef {
        sha256: given.paper.files[0].sha256.clone(),
        number: Some(number.clone()),
    });
    assert!(
        seen.is_ok(),
        "the clerk looks at it before it is the case's"
    );
    let mut forged = given.paper.clone();
    forged.files[0].sha256 = "0".repeat(64);
    let refused = counter.desk.accept_received(AcceptReceived {
        number: number.clone(),
        signed: vec![forged],
        unsigned: Vec::new(),
    });
    assert_eq!(refused.unwrap_err().code, ErrorCode::Invalid);
    let accepted = counter.desk.accept_received(AcceptReceived {
        number: number.clone(),
        signed: vec![given.paper.clone()],
        unsigned: Vec::new(),
    });
    accepted.unwrap();
    assert_eq!(counter.show(&number).signed, [given.paper]);
    counter.assert_sound();
}

#[test]
fn without_a_screen_everything_goes_on_paper() {
    let counter = Counter::open();
    let id = counter.draft(&an_application());
    let refused = counter.desk.mirror_check(DraftRef { id: id.clone() });
    assert_eq!(refused.unwrap_err().code, ErrorCode::ScreenAbsent);
    let asked = AskSignature {
        draft: Some(id.clone()),
        number: None,
        document: FORM.to_owned(),
    };
    let refused = counter.desk.ask_signature(asked).unwrap_err();
    assert_eq!(refused.code, ErrorCode::ScreenAbsent);
    counter.desk.accept_case(AcceptCase { draft: id }).unwrap();
}

#[test]
fn a_lock_a_lost_display_and_the_end_of_the_draft_leave_nobodys_name_there() {
    let (counter, draft) = with_draft();
    mirror(&counter, &draft);
    counter.desk.lock(Nothing {}).unwrap();
    assert_eq!(screen(&counter).shows, ResidentShows::Idle);
    counter.sign_in(Who::Clerk);
    mirror(&counter, &draft);
    counter.desk.resident_window_closed();
    counter.desk.resident_window_opened();
    assert_eq!(screen(&counter).shows, ResidentShows::Idle);
    ask(&counter, &draft);
    counter.desk.clear_resident_screen(Nothing {}).unwrap();
    assert_eq!(screen(&counter).shows, ResidentShows::Idle);
    mirror(&counter, &draft);
    counter.desk.discard_draft(DraftRef { id: draft }).unwrap();
    let left = screen(&counter);
    assert_eq!(left.shows, ResidentShows::Idle);
    assert!(
        !serde_json::to_string(&left)
            .unwrap()
            .contains(&sample_name())
    );
    assert!(!left.point.is_empty(), "the point's own name stays");
}

#[test]
fn a_locked_window_puts_nothing_on_the_screen() {
    let (counter, draft) = with_draft();
    counter.desk.lock(Nothing {}).unwrap();
    let refused = counter.desk.mirror_check(DraftRef { id: draft });
    assert_eq!(refused.unwrap_err().code, ErrorCode::SignInFirst);
    assert_eq!(
        counter.desk.resident_state(Nothing {}).unwrap_err().code,
        ErrorCode::SignInFirst
    );
}
