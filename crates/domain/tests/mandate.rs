//! Mandates: what they cover, and how long.

use chrono::NaiveDate;
use yichuang_domain::{
    IdKind, IdNumber, MatterCode, Person,
    delivery::Acknowledged,
    mandate::{
        Booklet, Mandate, NotCovered, Proposal, Standing, check_booklet, check_proposal, covers,
        latest, standing,
    },
    person::{MandateScope, Verified},
};

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn matter(n: u32) -> MatterCode {
    MatterCode::new(format!("SAMPLE{n:08}")).unwrap()
}

fn mandate() -> Mandate {
    Mandate {
        scope: vec![MandateScope::Submit, MandateScope::Collect],
        matters: vec![matter(1)],
        from: day("2026-06-01"),
        until: day("2026-11-20"),
        revoked_on: None,
    }
}

fn collect(mandate: &Mandate, on: &str) -> Result<(), NotCovered> {
    covers(mandate, &matter(1), MandateScope::Collect, day(on))
}

#[test]
fn its_first_and_last_days_belong_to_it_and_the_day_it_is_taken_back_does_not() {
    let one = mandate();
    assert_eq!(collect(&one, "2026-06-01"), Ok(()));
    assert_eq!(collect(&one, "2026-11-20"), Ok(()));
    let early = collect(&one, "2026-05-31").unwrap_err();
    assert_eq!(early, NotCovered::NotYet(day("2026-06-01")));
    let late = collect(&one, "2026-11-21").unwrap_err();
    assert_eq!(late, NotCovered::Expired(day("2026-11-20")));
    let revoked = Mandate {
        revoked_on: Some(day("2026-08-03")),
        ..one
    };
    assert_eq!(collect(&revoked, "2026-08-02"), Ok(()));
    let back = collect(&revoked, "2026-08-03").unwrap_err();
    assert_eq!(back, NotCovered::Revoked(day("2026-08-03")));
    assert_eq!(standing(&revoked, day("2026-12-31")), Standing::Revoked);
}

#[test]
fn it_covers_only_what_it_says_in_the_matters_it_names_and_all_when_it_names_none() {
    let one = mandate();
    let on = day("2026-07-01");
    let sign = covers(&one, &matter(1), MandateScope::Sign, on);
    assert_eq!(sign, Err(NotCovered::Scope));
    let other = covers(&one, &matter(2), MandateScope::Collect, on);
    assert_eq!(other, Err(NotCovered::Matter));
    let all = Mandate {
        matters: Vec::new(),
        ..one
    };
    assert_eq!(covers(&all, &matter(2), MandateScope::Collect, on), Ok(()));
}

#[test]
fn six_months_end_the_day_before_and_a_short_month_ends_with_itself() {
    assert_eq!(latest(day("2026-11-23")), day("2027-05-22"));
    assert_eq!(latest(day("2026-08-31")), day("2027-02-27"));
}

fn person(number: &str) -> Person {
    Person {
        name: "样例人".to_owned(),
        id: IdNumber::parse(IdKind::Passport, number).unwrap(),
        sex: None,
        birth: None,
        ethnicity: None,
        address: None,
        phone: None,
        verified: Verified::SeenByClerk,
    }
}

/// The rules broken by a mandate that is changed and signed like this.
fn broken(
    change: impl FnOnce(&mut Mandate),
    how: Acknowledged,
    witness: Option<&str>,
) -> Vec<String> {
    let mut terms = mandate();
    change(&mut terms);
    let (principal, agent) = (person("E99000001"), person("E99000002"));
    let proposal = Proposal {
        principal: &principal,
        agent: &agent,
        relation: "长子",
        mandate: &terms,
        how: Some(how),
        files: 0,
        witness,
    };
    let problems = check_proposal(&proposal, day("2026-06-01")).err();
    let problems = problems.unwrap_or_default().into_iter();
    problems
        .map(|one| format!("{}.{}", one.field, one.rule))
        .collect()
}

#[test]
fn one_that_is_too_long_empty_or_over_is_not_written_down() {
    let fine = |_: &mut Mandate| {};
    assert!(broken(fine, Acknowledged::OnPaper, None).is_empty());
    let longest = |one: &mut Mandate| one.until = day("2026-11-30");
    assert!(broken(longest, Acknowledged::OnPaper, None).is_empty());
    let longer = |one: &mut Mandate| one.until = day("2026-12-01");
    assert_eq!(
        broken(longer, Acknowledged::OnPaper, None),
        ["until.too_late"]
    );
    let over = |one: &mut Mandate| one.until = day("2026-05-31");
    assert_eq!(
        broken(over, Acknowledged::OnPaper, None),
        ["until.before_from"]
    );
    let nothing = |one: &mut Mandate| one.scope.clear();
    assert_eq!(
        broken(nothing, Acknowledged::OnPaper, None),
        ["scope.required"]
    );
}

#[test]
fn a_fingerprint_needs_a_witness_and_the_post_signs_for_nobody() {
    let fine = |_: &mut Mandate| {};
    let alone = broken(fine, Acknowledged::Fingerprint, None);
    assert_eq!(alone, ["witness.witness_required"]);
    assert!(broken(fine, Acknowledged::Fingerprint, Some("样例见证人")).is_empty());
    assert_eq!(broken(fine, Acknowledged::ByCarrier, None), ["how.option"]);
}

#[test]
fn nobody_is_their_own_agent() {
    let one = person("E99000001");
    let terms = mandate();
    let proposal = Proposal {
        principal: &one,
        agent: &one,
        relation: "本人",
        mandate: &terms,
        how: None,
        files: 0,
        witness: None,
    };
    let problems = check_proposal(&proposal, day("2026-06-01")).unwrap_err();
    assert_eq!(problems[0].rule, "agent_is_applicant");
}

#[test]
fn a_booklet_is_of_whoever_gives_the_mandate_and_comes_with_a_certificate_that_was_photographed() {
    let theirs = IdNumber::parse(IdKind::Citizen, "11010519491231002X").unwrap();
    let anothers = IdNumber::parse(IdKind::Citizen, "440524188001010014").unwrap();
    let principal = Person {
        id: theirs.clone(),
        ..person("E99000001")
    };
    let today = day("2026-11-23");
    let told = |booklet: &Booklet<'_>, signed: bool| -> Vec<String> {
        let problems = check_booklet(booklet, &principal, today, signed).into_iter();
        problems
            .map(|one| format!("{} {}", one.field, one.rule))
            .collect()
    };
    let fine = Booklet {
        number: Some(&theirs),
        issuer: "样例村村民委员会",
        certificate: "",
        certified_on: Some(today),
        files: 1,
    };
    assert!(told(&fine, true).is_empty());
    let bare = Booklet { files: 0, ..fine };
    assert!(told(&bare, false).is_empty(), "it is only printed yet");
    assert_eq!(told(&bare, true), ["booklet.files page_missing"]);
    let wrong = Booklet {
        number: Some(&anothers),
        issuer: " ",
        certificate: "一\u{7}",
        certified_on: Some(day("2026-11-24")),
        files: 21,
    };
    assert_eq!(
        told(&wrong, true),
        [
            "booklet.idNumber not_the_principal",
            "booklet.issuer required",
            "booklet.certificate control_char",
            "booklet.certifiedOn future",
            "booklet.files too_many",
        ]
    );
}
