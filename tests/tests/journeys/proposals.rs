//! Nothing is typed twice: what is known of a person is proposed, with where it comes from.

use chrono::TimeDelta;
use yichuang_app::ipc::MergePerson;
use yichuang_tests::kit::{Counter, an_application, sample_id};

use super::people::{accepted_as, begun, by_number_alone, document, merging, save};

#[test]
fn a_returning_person_is_proposed_with_the_best_that_is_known_and_where_it_stands() {
    let counter = Counter::open();
    let read = accepted_as(&counter, &an_application(), |person| {
        "card_read".clone_into(&mut person.verified);
        "样例省样例市芯片上的地址".clone_into(&mut person.address);
    });
    counter.pass(TimeDelta::days(3));
    let typed = accepted_as(&counter, &an_application(), |person| {
        "typed".clone_into(&mut person.verified);
        "样例省样例市口头说的地址".clone_into(&mut person.address);
        "13911112222".clone_into(&mut person.phone);
    });
    let draft = begun(&counter, &an_application(), by_number_alone(&sample_id(0)));
    let known = draft.known_applicant.unwrap();
    assert_eq!((known.cases, known.number.as_str()), (2, typed.as_str()));
    let of = |key: &str| known.facts.iter().find(|fact| fact.key == key).unwrap();
    assert_eq!(of("address").value, "样例省样例市芯片上的地址");
    assert_eq!(
        (&of("address").number, of("address").on.as_str()),
        (&read, "2026-11-23")
    );
    assert_eq!(of("phone").value, "13911112222");
    assert_eq!(
        (&of("phone").number, of("phone").on.as_str()),
        (&typed, "2026-11-26")
    );
    assert_eq!(
        draft.content.applicant.unwrap().phone,
        "",
        "nothing is put in unasked"
    );
}

#[test]
fn an_answer_of_another_matter_is_proposed_where_the_question_is_the_same() {
    let counter = Counter::open();
    let first = counter.accept(&an_application().with_field("bank_name", "样例银行龙阳支行"));
    let other = an_application().for_matter("临时救助对象认定及给付");
    let draft = begun(&counter, &other, by_number_alone(&sample_id(0)));
    let field = |key: &str| draft.fields.iter().find(|field| field.key == key).unwrap();
    let bank = field("bank_name");
    assert_eq!(bank.proposal.as_deref(), Some("样例银行龙阳支行"));
    let archive = bank.archive.as_ref().unwrap();
    assert_eq!(
        (archive.on.as_str(), &archive.number),
        ("2026-11-23", &first.number)
    );
    let mut content = draft.content.clone();
    content
        .form
        .insert("bank_name".to_owned(), "别的银行".to_owned());
    let saved = save(&counter, &draft.id, content);
    let bank = saved
        .fields
        .iter()
        .find(|field| field.key == "bank_name")
        .unwrap();
    assert_eq!(bank.proposal, None, "what was typed stays");
    assert_eq!(saved.content.form["bank_name"], "别的银行");
}

#[test]
fn what_is_known_under_the_old_number_is_proposed_under_the_new_one() {
    let counter = Counter::open();
    let old = an_application().by("样例人改", &sample_id(3));
    let done = counter.accept(&old.with_field("bank_name", "样例银行龙阳支行"));
    let again = || begun(&counter, &an_application(), by_number_alone(&sample_id(4)));
    assert_eq!(again().known_applicant, None);
    let newer = MergePerson {
        other_is_newer: true,
        ..merging(&counter, &done.number, document("citizen", &sample_id(4)))
    };
    counter.desk.merge_person(newer).unwrap();
    let draft = again();
    assert_eq!(draft.known_applicant.unwrap().number, done.number);
    let bank = draft
        .fields
        .iter()
        .find(|field| field.key == "bank_name")
        .unwrap();
    assert_eq!(bank.proposal.as_deref(), Some("样例银行龙阳支行"));
}
