//! One person under several numbers, and what of several visits is believed.

use chrono::NaiveDate;
use proptest::prelude::*;
use yichuang_domain::{
    IdKind, IdNumber, Person, Phone,
    person::{Fact, Known, NumberLink, Verified, linked_people, most_trusted, numbers_of},
};

fn number(n: u8) -> IdNumber {
    IdNumber::parse(IdKind::Other, &format!("SAMPLE-{n:03}")).unwrap()
}

fn link(from: u8, into: u8) -> NumberLink {
    NumberLink {
        from: number(from),
        into: number(into),
    }
}

fn sorted(mut numbers: Vec<IdNumber>) -> Vec<String> {
    numbers.sort_by_key(|one| one.reveal().to_owned());
    numbers.iter().map(|one| one.reveal().to_owned()).collect()
}

#[test]
fn a_number_nobody_linked_is_a_person_of_its_own() {
    assert_eq!(numbers_of(&number(1), &[link(2, 3)]), [number(1)]);
}

#[test]
fn a_chain_of_numbers_is_one_person_with_the_last_as_the_current_one() {
    let links = [link(1, 2), link(2, 3)];
    for n in 1..=3 {
        let numbers = numbers_of(&number(n), &links);
        assert_eq!(numbers[0], number(3));
        assert_eq!(numbers.len(), 3);
    }
}

#[test]
fn a_circle_ends_and_the_newest_link_says_which_number_is_current() {
    let links = [link(1, 2), link(2, 3), link(3, 1)];
    assert_eq!(numbers_of(&number(2), &links)[0], number(1));
    assert_eq!(linked_people(&links).len(), 1);
}

#[test]
fn two_old_numbers_of_one_person_meet_in_the_new_one() {
    let links = [link(1, 9), link(2, 9)];
    assert_eq!(sorted(numbers_of(&number(1), &links)).len(), 3);
    assert_eq!(numbers_of(&number(2), &links)[0], number(9));
}

#[test]
fn the_same_characters_of_another_document_are_another_number() {
    let passport = IdNumber::parse(IdKind::Passport, "E12345678").unwrap();
    let other = IdNumber::parse(IdKind::Other, "E12345678").unwrap();
    let links = [NumberLink {
        from: passport,
        into: number(1),
    }];
    assert_eq!(numbers_of(&other, &links), std::slice::from_ref(&other));
}

proptest! {
    #[test]
    fn whoever_is_reached_reaches_back_and_nobody_is_two_people(
        pairs in proptest::collection::vec((0..12_u8, 0..12_u8), 0..20),
    ) {
        let links: Vec<_> = pairs.iter().map(|(from, into)| link(*from, *into)).collect();
        for n in 0..12 {
            let theirs = numbers_of(&number(n), &links);
            for other in &theirs {
                let same = numbers_of(other, &links);
                prop_assert_eq!(sorted(same.clone()), sorted(theirs.clone()));
                prop_assert_eq!(&same[0], &theirs[0], "one current number");
            }
        }
        let people = linked_people(&links);
        let all: Vec<_> = people.into_iter().flatten().collect();
        let mut once = sorted(all.clone());
        once.dedup();
        prop_assert_eq!(once.len(), all.len());
    }

    #[test]
    fn a_link_taken_back_leaves_what_was_before(
        pairs in proptest::collection::vec((0..9_u8, 0..9_u8), 0..12),
        from in 0..9_u8,
        into in 0..9_u8,
    ) {
        let before: Vec<_> = pairs.iter().map(|(a, b)| link(*a, *b)).collect();
        let mut after = before.clone();
        after.push(link(from, into));
        after.pop();
        prop_assert_eq!(linked_people(&before), linked_people(&after));
    }
}

fn on(day: u32, verified: Verified, value: &str) -> Known<String, ()> {
    Known {
        value: value.to_owned(),
        verified,
        on: NaiveDate::from_ymd_opt(2026, 11, day).unwrap(),
        source: (),
    }
}

#[test]
fn the_chip_is_believed_before_the_eye_and_the_eye_before_the_word() {
    let told = on(9, Verified::Typed, "told");
    let seen = on(5, Verified::SeenByClerk, "seen");
    let chip = on(1, Verified::CardRead, "chip");
    let best = most_trusted([told.clone(), seen.clone(), chip]).unwrap();
    assert_eq!(best.value, "chip");
    assert_eq!(most_trusted([told, seen]).unwrap().value, "seen");
}

#[test]
fn among_equals_the_newest_is_believed_and_of_one_day_the_first() {
    let typed = |day, value| on(day, Verified::Typed, value);
    let best = most_trusted([typed(3, "old"), typed(8, "new"), typed(8, "later said")]);
    assert_eq!(best.unwrap().value, "new");
    assert!(most_trusted(Vec::<Known<String, ()>>::new()).is_none());
}

#[test]
fn a_telephone_is_never_better_than_said_and_an_empty_value_is_none() {
    let person = Person {
        name: "样例人".to_owned(),
        id: number(1),
        sex: None,
        birth: None,
        ethnicity: None,
        address: Some(" ".to_owned()),
        phone: Phone::parse("13800000000").ok(),
        verified: Verified::CardRead,
    };
    assert_eq!(Fact::Name.of(&person).unwrap().1, Verified::CardRead);
    assert_eq!(Fact::Phone.of(&person).unwrap().1, Verified::Typed);
    assert_eq!(Fact::Address.of(&person), None);
    let keys: Vec<_> = Fact::ALL.map(Fact::key).to_vec();
    assert_eq!(
        keys,
        ["name", "sex", "birth", "ethnicity", "address", "phone"]
    );
}
