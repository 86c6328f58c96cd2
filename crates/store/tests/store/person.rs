//! People by their numbers: who is one person, and what is found by either number.

use yichuang_domain::{IdKind, IdNumber};
use yichuang_store::{CaseQuery, Store};

use crate::support::*;

/// Two homes that met nobody's word but their own may have said all of this.
fn put_together(store: &Store, from: u8, into: u8) {
    append(store, None, merged(&passport(from), &passport(into)));
}

fn take_apart(store: &Store, from: u8, into: u8) {
    append(store, None, parted(&passport(from), &passport(into)));
}

fn taken_in(store: &Store, case: u128, number: &IdNumber) {
    take_in_with(store, case, "王秀兰", |body| {
        body.applicant.id = number.clone()
    });
}

fn numbers(store: &Store, number: &IdNumber) -> Vec<IdNumber> {
    store.read(|read| read.numbers_of(number)).unwrap()
}

#[test]
fn cases_of_a_chain_of_numbers_are_found_by_each_and_listed_newest_first() {
    let desk = Desk::new();
    let store = desk.store();
    for (case, number) in [(1, 1), (2, 2), (3, 3)] {
        taken_in(store, case, &passport(number));
    }
    put_together(store, 1, 2);
    put_together(store, 2, 3);
    for n in 1..=3 {
        let cases = store.read(|read| read.newest_cases_of(&passport(n), 10));
        let ids: Vec<_> = cases.unwrap().into_iter().map(|case| case.id).collect();
        assert_eq!(ids, [case_id(3), case_id(2), case_id(1)]);
        assert_eq!(numbers(store, &passport(n))[0], passport(3));
    }
    let two = store.read(|read| read.newest_cases_of(&passport(1), 2));
    assert_eq!(two.unwrap().len(), 2);
}

#[test]
fn a_circle_of_numbers_is_one_person_and_comes_apart_where_it_is_cut() {
    let desk = Desk::new();
    let store = desk.store();
    for (from, into) in [(1, 2), (2, 3), (3, 1)] {
        put_together(store, from, into);
    }
    assert_eq!(numbers(store, &passport(2)).len(), 3);
    take_apart(store, 3, 1);
    assert_eq!(numbers(store, &passport(1))[0], passport(3));
    take_apart(store, 2, 3);
    assert_eq!(numbers(store, &passport(3)), [passport(3)]);
    assert_eq!(numbers(store, &passport(1)).len(), 2);
}

#[test]
fn what_was_said_twice_is_taken_back_once_and_what_was_never_said_changes_nothing() {
    let desk = Desk::new();
    let store = desk.store();
    put_together(store, 1, 2);
    put_together(store, 1, 2);
    let links = store.read(|read| read.links_of(&passport(2))).unwrap();
    assert_eq!(links.len(), 1);
    take_apart(store, 2, 1);
    assert_eq!(numbers(store, &passport(1)).len(), 2, "the other way round");
    take_apart(store, 1, 2);
    assert_eq!(numbers(store, &passport(1)), [passport(1)]);
    take_apart(store, 7, 8);
    let live = store.read(|read| read.projection_digest()).unwrap();
    assert_eq!(store.write(|tx| tx.rebuild()).unwrap(), live);
}

#[test]
fn the_last_four_of_either_number_find_the_cases_of_both() {
    let desk = Desk::new();
    let store = desk.store();
    taken_in(store, 1, &passport(1));
    let by_tail = |tail: &str| {
        let query = CaseQuery {
            text: tail.to_owned(),
            limit: 5,
            ..Default::default()
        };
        store.read(|read| read.search_cases(&query)).unwrap().total
    };
    let other = passport(2).last_four();
    assert_eq!(by_tail(&other), 0);
    put_together(store, 1, 2);
    assert_eq!(by_tail(&other), 1);
    assert_eq!(by_tail(&passport(1).last_four()), 1);
}

#[test]
fn a_household_number_that_is_no_citizens_stands_alone() {
    let desk = Desk::new();
    let local = IdNumber::parse(IdKind::Hukou, "LY0012345").unwrap();
    assert_eq!(numbers(desk.store(), &local), [local]);
}

#[test]
fn whoever_acted_is_found_by_their_number() {
    let desk = Desk::new();
    let store = desk.store();
    take_in_with(store, 1, "王秀兰", |body| {
        body.agent = Some(agent("李梅"));
    });
    let acted = |number: &IdNumber| {
        let cases = store.read(|read| read.newest_cases_acted_in(number, 5));
        cases.unwrap().len()
    };
    assert_eq!(acted(&agent("李梅").person.id), 1);
    assert_eq!(acted(&person("王秀兰").id), 0);
}
