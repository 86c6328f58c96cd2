//! The file of a person: found by any of their numbers, with the origin of everything in it.

use chrono::TimeDelta;
use yichuang_app::ipc::{
    AcceptCase, AgentInput, ApiError, Done, DraftContent, DraftRef, DraftView, ErrorCode,
    FindPerson, GiveNotice, LineStatus, MergePerson, Nothing, OpenDraft, PartPerson, PersonFact,
    PersonInput, PersonRef, PersonView, ReceiveCase, SaveDraft, SearchPeople, ShowNotice,
};
use yichuang_tests::kit::{
    Application, Centre, Counter, Line, Who, an_application, sample_id, sample_name,
};

const CARD: &str = "MAT-IDCARD";
const PASSPORT: &str = "E12345678";

fn of(number: &str) -> PersonRef {
    PersonRef {
        number: number.to_owned(),
        agent: false,
    }
}

fn file(counter: &Counter, number: &str) -> PersonView {
    counter.desk.show_person(of(number)).unwrap()
}

fn fact<'a>(view: &'a PersonView, key: &str) -> &'a PersonFact {
    view.facts.iter().find(|fact| fact.key == key).unwrap()
}

pub(super) fn document(kind: &str, number: &str) -> FindPerson {
    FindPerson {
        id_kind: kind.to_owned(),
        id_number: number.to_owned(),
    }
}

fn supervisor(counter: &Counter) -> String {
    let operators = counter.desk.list_operators(Nothing {}).unwrap().operators;
    let found = operators.into_iter().find(|one| one.role == "supervisor");
    found.unwrap().id
}

pub(super) fn merging(counter: &Counter, number: &str, other: FindPerson) -> MergePerson {
    MergePerson {
        person: of(number),
        other,
        other_is_newer: false,
        ground: "police_certificate".to_owned(),
        reason: "派出所证明，号码更正过".to_owned(),
        supervisor: supervisor(counter),
        password: Who::Supervisor.password().to_owned(),
    }
}

fn merge(counter: &Counter, number: &str, other: FindPerson) -> Result<Done, ApiError> {
    counter.desk.merge_person(merging(counter, number, other))
}

fn part(counter: &Counter, number: &str) -> Result<Done, ApiError> {
    let link = file(counter, number).links.remove(0).id;
    counter.desk.part_person(PartPerson {
        person: of(number),
        link,
        reason: "合错了人".to_owned(),
        supervisor: supervisor(counter),
        password: Who::Supervisor.password().to_owned(),
    })
}

pub(super) fn save(counter: &Counter, id: &str, content: DraftContent) -> DraftView {
    let input = SaveDraft {
        id: id.to_owned(),
        content,
    };
    counter.desk.save_draft(input).unwrap()
}

#[test]
fn somebody_who_was_here_is_found_by_name_or_last_four_and_put_on_a_draft_on_the_record() {
    let counter = Counter::open();
    let namesake = |n| an_application().by("样例王秀兰", &sample_id(n));
    let first = counter.accept(&namesake(1));
    counter.accept(&namesake(2));
    counter.accept(&namesake(1).for_matter("临时救助对象认定及给付"));
    let people = |text: &str| {
        let text = text.to_owned();
        counter
            .desk
            .search_people(SearchPeople { text })
            .unwrap()
            .people
    };
    let both = people("王秀兰");
    assert_eq!(both.len(), 2, "one line a person");
    assert_ne!(both[0].id_masked, both[1].id_masked);
    assert_eq!(both.iter().map(|one| one.cases).sum::<u32>(), 3);
    assert!(
        both.iter().all(|one| !one.birth.is_empty()),
        "told apart by it"
    );
    assert_eq!(people("wxl").len(), 2);
    let one = people(&sample_id(1)[14..]);
    assert_eq!((one.len(), one[0].cases), (1, 2));
    assert!(people("王").is_empty(), "one character is nobody");
    let before = counter.show(&first.number).events.len();
    let recalled = counter.desk.recall_person(of(&first.number)).unwrap();
    assert_eq!(recalled.id_number, sample_id(1));
    assert_eq!(
        (recalled.phone.as_str(), recalled.verified.as_str()),
        ("13800000000", "typed")
    );
    assert_eq!(counter.show(&first.number).events.len(), before + 1);
    counter.assert_sound();
}

/// A draft of which only the applicant is known.
pub(super) fn begun(
    counter: &Counter,
    application: &Application,
    applicant: PersonInput,
) -> DraftView {
    let opened = counter.desk.open_draft(OpenDraft {
        code: application.code().to_owned(),
        answers: application.answers(),
    });
    let opened = opened.unwrap();
    let content = DraftContent {
        applicant: Some(applicant),
        ..opened.content
    };
    save(counter, &opened.id, content)
}

/// Whoever has this number, and nothing else known of them.
pub(super) fn by_number_alone(number: &str) -> PersonInput {
    PersonInput {
        name: String::new(),
        id_number: number.to_owned(),
        address: String::new(),
        phone: String::new(),
        ..an_application().content(&[]).applicant.unwrap()
    }
}

/// An accepted case with changes to the applicant.
pub(super) fn accepted_as(
    counter: &Counter,
    application: &Application,
    change: impl FnOnce(&mut PersonInput),
) -> String {
    let id = counter.draft(application);
    let draft = DraftRef { id: id.clone() };
    let mut content = counter.desk.show_draft(draft).unwrap().content;
    change(content.applicant.as_mut().unwrap());
    for paper in &mut content.signed {
        paper.content.clear();
    }
    save(counter, &id, content);
    let done = counter.desk.accept_case(AcceptCase { draft: id });
    done.unwrap().number
}

#[test]
fn a_file_holds_what_the_cases_say_with_the_case_and_the_day_of_each() {
    let counter = Counter::open();
    let first = counter.accept(&an_application().with_pages(CARD, 2, 20_000));
    counter.pass(TimeDelta::days(8));
    let other = an_application().for_matter("临时救助对象认定及给付");
    let second = accepted_as(&counter, &other, |person| {
        "13911112222".clone_into(&mut person.phone);
    });
    let view = file(&counter, &first.number);
    assert_eq!(view, file(&counter, &second));
    assert_eq!(view.name, sample_name());
    let numbers: Vec<_> = view.cases.iter().map(|row| row.number.as_str()).collect();
    assert_eq!(numbers, [second.as_str(), first.number.as_str()]);
    let phone = fact(&view, "phone");
    assert_eq!((phone.on.as_str(), &phone.number), ("2026-12-01", &second));
    assert_eq!(phone.verified, "typed");
    assert_eq!(fact(&view, "address").verified, "seen_by_clerk");
    let held = &view.materials[0];
    assert_eq!((held.material.as_str(), held.pages), (CARD, 1));
    assert_eq!((held.on.as_str(), held.level.as_str()), ("2026-11-23", "b"));
    assert_eq!(
        (held.usable_until.as_str(), held.usable),
        ("2028-11-23", true)
    );
    counter.assert_sound();
}

#[test]
fn numbers_and_telephone_are_masked_and_shown_only_on_the_record() {
    let counter = Counter::open();
    let application = an_application();
    let done = counter.accept(&application);
    let shown = serde_json::to_string(&file(&counter, &done.number)).unwrap();
    for secret in [application.id_number(), "13800000000"] {
        assert!(!shown.contains(secret), "{secret}");
    }
    let before = counter.show(&done.number).events.len();
    let revealed = counter.desk.reveal_person(of(&done.number)).unwrap();
    assert_eq!(revealed.fields["number.0"], application.id_number());
    assert_eq!(revealed.fields["phone"], "13800000000");
    let events = counter.show(&done.number).events;
    assert_eq!(events.len(), before + 1);
    assert_eq!(events.last().unwrap().kind, "unmasked");
    counter.sign_in(Who::Administrator);
    let refused = counter.desk.show_person(of(&done.number)).unwrap_err();
    assert_eq!(refused.code, ErrorCode::RoleMissing);
}

#[test]
fn whoever_acts_for_somebody_has_a_file_too_and_each_names_the_other() {
    let counter = Counter::open();
    let application = an_application();
    let id = counter.draft(&application);
    let draft = DraftRef { id: id.clone() };
    let mut content = counter.desk.show_draft(draft).unwrap().content;
    let son = an_application().by_number(5).content(&[]).applicant;
    content.agent = Some(AgentInput {
        person: son.clone().unwrap(),
        kind: "child".to_owned(),
        relation: "长子".to_owned(),
        mandate: None,
    });
    save(&counter, &id, content);
    let received = counter.desk.receive_case(ReceiveCase { draft: id });
    let number = received.unwrap().number;
    let mother = file(&counter, &number);
    assert_eq!(mother.mandates[0].side, "for_them");
    assert_eq!(mother.mandates[0].name, "样例人5");
    let found = counter.desk.find_person(document("citizen", &sample_id(5)));
    let found = found.unwrap();
    assert_eq!(
        (found.number.as_deref(), found.agent),
        (Some(number.as_str()), true)
    );
    assert_eq!((found.cases, found.name.as_str()), (0, "样例人5"));
    let agent = PersonRef {
        number: number.clone(),
        agent: true,
    };
    let son = counter.desk.show_person(agent).unwrap();
    assert!(son.cases.is_empty());
    assert_eq!(son.mandates[0].side, "by_them");
    assert_eq!(
        (
            son.mandates[0].name.as_str(),
            son.mandates[0].relation.as_str()
        ),
        (sample_name().as_str(), "长子")
    );
    assert_eq!(son.mandates[0].scope, ["consult", "submit", "correct"]);
    assert_eq!(fact(&son, "phone").number, number);
    counter.assert_sound();
}

#[test]
fn a_case_nobody_acts_in_names_no_agent() {
    let counter = Counter::open();
    let done = counter.accept(&an_application());
    let agent = PersonRef {
        number: done.number,
        agent: true,
    };
    let refused = counter.desk.show_person(agent).unwrap_err();
    assert_eq!(refused.code, ErrorCode::PersonUnknown);
}

#[test]
fn somebody_new_is_found_to_be_new_and_a_number_that_is_none_is_said_so() {
    let counter = Counter::open();
    let found = counter
        .desk
        .find_person(document("citizen", &sample_id(9)))
        .unwrap();
    assert_eq!((found.number, found.cases), (None, 0));
    let refused = counter
        .desk
        .find_person(document("citizen", "370481194003210000"));
    assert_eq!(refused.unwrap_err().problems[0].field, "idNumber");
}

#[test]
fn the_household_register_and_the_card_name_one_person() {
    let counter = Counter::open();
    let done = accepted_as(&counter, &an_application(), |person| {
        "hukou".clone_into(&mut person.id_kind);
    });
    let found = counter
        .desk
        .find_person(document("citizen", &sample_id(0)))
        .unwrap();
    assert_eq!((found.number, found.cases), (Some(done), 1));
}

#[test]
fn numbers_put_together_are_one_person_in_every_look_and_two_again_when_taken_apart() {
    let counter = Counter::open();
    let old = an_application().by("样例人改", &sample_id(3));
    let before = counter.accept(&old.clone().with_pages(CARD, 1, 20_000));
    counter.pass(TimeDelta::days(1));
    let new = an_application()
        .for_matter("临时救助对象认定及给付")
        .by("样例人改", &sample_id(4));
    let after = counter.accept(&new);
    let told = an_application()
        .for_matter("特困人员认定及救助供养")
        .by("样例人改", &sample_id(3));
    tell(&counter, &told).unwrap();
    let tail = |n: u32| sample_id(n)[14..].to_owned();
    let looks = |together: bool| {
        let cases = if together { 2 } else { 1 };
        for number in [&before.number, &after.number] {
            assert_eq!(file(&counter, number).cases_total, cases);
        }
        assert_eq!(counter.find(&tail(3)).total, cases, "by the old tail");
        assert_eq!(counter.find(&tail(4)).total, cases, "by the new tail");
        let draft = begun(&counter, &new, by_number_alone(&sample_id(4)));
        let lines = &draft.requirements.lines;
        let card = lines.iter().find(|line| line.material == CARD).unwrap();
        assert_eq!(card.status == LineStatus::Held, together, "the archive");
        let again = an_application()
            .for_matter("特困人员认定及救助供养")
            .by("样例人改", &sample_id(4));
        let earlier = counter.desk.show_notice(asking(&again)).unwrap().earlier;
        assert_eq!(earlier.is_some(), together, "told before");
    };
    looks(false);
    merge(&counter, &after.number, document("citizen", &sample_id(3))).unwrap();
    looks(true);
    let view = file(&counter, &before.number);
    assert!(
        view.numbers[0].masked.ends_with(&tail(4)),
        "the newer one is current"
    );
    assert_eq!(view.links[0].ground, "police_certificate");
    assert_eq!(view.links[0].approved_by, Who::Supervisor.name());
    let kept = counter.show(&before.number).row.id_masked;
    assert!(kept.ends_with(&tail(3)), "a case keeps its number");
    counter.assert_sound();
    part(&counter, &before.number).unwrap();
    looks(false);
    counter.assert_sound();
}

fn asking(application: &Application) -> ShowNotice {
    ShowNotice {
        code: application.code().to_owned(),
        answers: application.answers(),
        person: application.content(&[]).applicant,
    }
}

fn tell(counter: &Counter, application: &Application) -> Result<(), ApiError> {
    let ShowNotice {
        code,
        answers,
        person,
    } = asking(application);
    let given = counter.desk.give_notice(GiveNotice {
        code,
        answers,
        person,
        leave: None,
    });
    given.map(|_| ())
}

#[test]
fn numbers_are_put_together_only_with_a_supervisor_a_ground_and_a_reason() {
    let counter = Counter::open();
    let done = counter.accept(&an_application());
    let right = || merging(&counter, &done.number, document("passport", PASSPORT));
    let refused = |input: MergePerson| counter.desk.merge_person(input).unwrap_err();
    let silent = MergePerson {
        reason: "　".to_owned(),
        ..right()
    };
    assert_eq!(refused(silent).problems[0].field, "reason");
    let groundless = MergePerson {
        ground: "likeness".to_owned(),
        ..right()
    };
    assert_eq!(refused(groundless).problems[0].field, "ground");
    let alone = MergePerson {
        supervisor: String::new(),
        password: String::new(),
        ..right()
    };
    assert_eq!(refused(alone).code, ErrorCode::RoleMissing);
    let guessed = MergePerson {
        password: "not-theirs".to_owned(),
        ..right()
    };
    assert_eq!(refused(guessed).code, ErrorCode::PasswordWrong);
    assert!(file(&counter, &done.number).links.is_empty());
    counter.desk.merge_person(right()).unwrap();
    assert_eq!(refused(right()).code, ErrorCode::PersonMergedBefore);
    let gone = PartPerson {
        person: of(&done.number),
        link: "0".to_owned(),
        reason: "没有这一笔".to_owned(),
        supervisor: supervisor(&counter),
        password: Who::Supervisor.password().to_owned(),
    };
    let gone = counter.desk.part_person(gone).unwrap_err();
    assert_eq!(gone.code, ErrorCode::PersonLinkUnknown);
}

#[test]
fn a_chain_of_numbers_is_one_file_and_the_fifteen_digits_of_old_cards_lead_to_it() {
    let counter = Counter::open();
    let done = counter.accept(&an_application());
    let newer = MergePerson {
        other_is_newer: true,
        ground: "document_renewed".to_owned(),
        ..merging(&counter, &done.number, document("passport", PASSPORT))
    };
    counter.desk.merge_person(newer).unwrap();
    merge(
        &counter,
        &done.number,
        document("citizen", "370481400321001"),
    )
    .unwrap();
    let view = file(&counter, &done.number);
    assert_eq!(view.numbers.len(), 3);
    assert_eq!(view.numbers[0].kind, "passport");
    for other in [
        document("other", "370481400321001"),
        document("passport", PASSPORT),
    ] {
        let found = counter.desk.find_person(other).unwrap();
        assert_eq!(found.number.as_deref(), Some(done.number.as_str()));
    }
    counter.assert_sound();
}

#[tokio::test(flavor = "multi_thread")]
async fn the_platform_keeps_what_was_found_out_about_numbers_and_takes_no_offence() {
    let line = Line::down();
    let counter = Counter::reaching(&line.url());
    let done = counter.accept(&an_application());
    merge(&counter, &done.number, document("passport", PASSPORT)).unwrap();
    part(&counter, &done.number).unwrap();
    let centre = Centre::start(&counter.clock).await;
    line.connect(&centre.url());
    counter.sync().await;
    centre.judge();
    counter.sync().await;
    assert_eq!(counter.mark(&done.number), "reported");
    let status = counter.desk.app_status(Nothing {}).unwrap();
    assert_eq!((status.sync.waiting, status.sync.attention), (0, 0));
    centre.assert_sound();
    counter.assert_sound();
}
