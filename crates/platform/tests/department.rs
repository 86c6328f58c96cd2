//! What departments say of cases, and when they may.

use crate::counter::{
    Terminal, case_id, judge,
    life::{self, Dated, date},
    packs, papers,
};
use yichuang_domain::{
    Calendar, CaseState, Matter, OperatorId,
    calendar::{Pause, due_with_pauses},
};
use yichuang_platform::{Platform, PlatformError};
use yichuang_wire::{
    payload::{ClockCorrected, Payload, Received, Redated},
    sha256,
};

/// A case accepted on Monday 2026-11-23 under the first published matter, at its department.
struct Case {
    dated: Dated,
    terminal: Terminal,
    number: String,
    matter: Matter,
    _data: tempfile::TempDir,
}

async fn case() -> Case {
    let data = tempfile::tempdir().unwrap();
    let dated = Dated::start(data.path(), papers::day()).await;
    packs::publish(&dated.running, 1, 0..1);
    let mut terminal = Terminal::enrol(&dated.running, "LY03", 1).await;
    terminal.calls_at = Some(life::noon(papers::day()));
    let (code, bytes) = packs::matter(0);
    let number = papers::number("LY03", 1);
    let mut received: Received = papers::received(number.clone(), 1, &[]);
    received.matter.code = code.parse().unwrap();
    received.matter.sha256 = sha256(&bytes);
    let taken = terminal.write(received, Some(case_id(1)), None);
    terminal.write(
        papers::accepted(number.clone()),
        Some(case_id(1)),
        Some(taken),
    );
    terminal.push_all().await;
    judge(&dated.running);
    Case {
        dated,
        terminal,
        number: number.to_string(),
        matter: Matter::parse(&bytes).unwrap(),
        _data: data,
    }
}

impl Case {
    fn platform(&self) -> &Platform {
        self.dated.running.platform()
    }

    fn turn_to(&mut self, month: u32, day: u32) {
        self.dated.turn_to(date(month, day));
        self.terminal.calls_at = Some(life::noon(date(month, day)));
    }

    /// The newest thing told, verdicts aside.
    async fn last(&self) -> Payload {
        let feed = self.terminal.feed().await.into_iter();
        let mut told = feed.filter(|entry| entry.header.kind != "verdict_given");
        told.next_back().unwrap().payload
    }

    /// The promised last day by weekdays alone.
    fn promised(
        &self,
        extension: u32,
        pauses: &[Pause],
        today: chrono::NaiveDate,
    ) -> chrono::NaiveDate {
        let weekdays = Calendar::from_years([]);
        let limit = self.matter.promised_limit;
        due_with_pauses(&weekdays, papers::day(), limit, extension, pauses, today).date
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_special_procedure_stops_the_clock_and_its_end_tells_the_days_left() {
    let mut case = case().await;
    let reviewed = case
        .platform()
        .begin_procedure(&case.number, &life::begin());
    assert_eq!(reviewed.unwrap().state, CaseState::Suspended);
    let again = case
        .platform()
        .begin_procedure(&case.number, &life::begin());
    assert!(again.is_err(), "one at a time");
    let Payload::SpecialProcedureBegun(begun) = case.last().await else {
        panic!()
    };
    assert_eq!((begun.from, begun.expected_days), (papers::day(), 10));
    case.turn_to(12, 4);
    let reviewed = case.platform().end_procedure(&case.number, &life::end());
    assert_eq!(reviewed.unwrap().state, CaseState::InProcess);
    let Payload::SpecialProcedureEnded(ended) = case.last().await else {
        panic!()
    };
    assert_eq!((ended.id, ended.to), (begun.id, date(12, 4)));
    let pause = Pause {
        from: begun.from,
        to: Some(ended.to),
    };
    let promised = ended.promised.unwrap();
    assert_eq!(promised.date, case.promised(0, &[pause], ended.to));
    assert!(promised.provisional, "no calendar is published");
    assert!(ended.statutory.unwrap().date >= promised.date);
    let twice = case.platform().end_procedure(&case.number, &life::end());
    assert!(matches!(twice, Err(PlatformError::NoProcedure(_))));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_limit_is_extended_once_by_at_most_what_the_law_allows() {
    let case = case().await;
    let extend = |days| case.platform().extend(&case.number, &life::extend(days));
    assert!(matches!(extend(0), Err(PlatformError::Days { .. })));
    assert!(matches!(extend(11), Err(PlatformError::Days { .. })));
    let mut unapproved = life::extend(5);
    unapproved.approver = " ".to_owned();
    let refused = case.platform().extend(&case.number, &unapproved);
    assert!(matches!(refused, Err(PlatformError::TextLength { .. })));
    assert_eq!(extend(5).unwrap().state, CaseState::Dispatched);
    assert!(matches!(extend(5), Err(PlatformError::ExtendedBefore(_))));
    let Payload::LimitExtended(told) = case.last().await else {
        panic!()
    };
    assert_eq!(told.days, 5);
    let promised = told.promised.unwrap().date;
    assert_eq!(promised, case.promised(5, &[], papers::day()));
}

#[tokio::test(flavor = "multi_thread")]
async fn days_are_reckoned_from_the_acceptance_as_it_was_put_right() {
    let mut case = case().await;
    let right = date(11, 20);
    case.terminal.write(
        ClockCorrected {
            was: papers::day(),
            is: right,
            cases: vec![Redated {
                case: case_id(1),
                received_on: Some(right),
                notify_by: None,
                accepted_on: Some(right),
                promised: None,
                statutory: None,
            }],
            supervisor: OperatorId(uuid::Uuid::from_u128(1)),
            reason: "样例".to_owned(),
        },
        None,
        None,
    );
    case.terminal.push_from(4).await;
    judge(&case.dated.running);
    case.platform()
        .extend(&case.number, &life::extend(5))
        .unwrap();
    let Payload::LimitExtended(told) = case.last().await else {
        panic!()
    };
    let weekdays = Calendar::from_years([]);
    let limit = case.matter.promised_limit;
    let promised = due_with_pauses(&weekdays, right, limit, 5, &[], papers::day());
    assert_eq!(told.promised.unwrap().date, promised.date);
}

#[tokio::test(flavor = "multi_thread")]
async fn an_examination_asks_for_everything_at_once_and_again_only_when_it_was_supplied() {
    let mut case = case().await;
    let ask = life::ask_more();
    let mut without_basis = ask.clone();
    without_basis.items[0].basis.clear();
    assert!(
        case.platform()
            .ask_more(&case.number, &without_basis)
            .is_err()
    );
    let mut unlisted = ask.clone();
    unlisted.items[0].material = "村里的证明".to_owned();
    let refused = case.platform().ask_more(&case.number, &unlisted);
    assert!(matches!(refused, Err(PlatformError::NotListed { .. })));
    case.platform().ask_more(&case.number, &ask).unwrap();
    let Payload::ExaminationCorrectionAsked(asked) = case.last().await else {
        panic!()
    };
    assert_eq!(asked.items[0].id.as_deref(), Some("MAT-01"));
    assert_eq!(asked.supply_by, date(11, 30));
    let again = case.platform().ask_more(&case.number, &ask);
    assert!(matches!(again, Err(PlatformError::AskedBefore(_))));
    let read = case.terminal.catch_up().await;
    let number = papers::number("LY03", 1);
    let mut supplied = life::supplied(number, b"");
    supplied.materials[0].files.clear();
    case.terminal.write(supplied, Some(case_id(1)), Some(read));
    case.terminal.push_from(4).await;
    judge(&case.dated.running);
    case.platform().ask_more(&case.number, &ask).unwrap();
}

#[tokio::test(flavor = "multi_thread")]
async fn a_signature_that_had_been_left_out_answers_nothing_an_examination_asked_for() {
    let mut case = case().await;
    let ask = life::ask_more();
    case.platform().ask_more(&case.number, &ask).unwrap();
    let read = case.terminal.catch_up().await;
    let mut signed = life::supplied(papers::number("LY03", 1), b"");
    signed.materials.clear();
    signed.signed_later = true;
    case.terminal.write(signed, Some(case_id(1)), Some(read));
    case.terminal.push_from(4).await;
    judge(&case.dated.running);
    let again = case.platform().ask_more(&case.number, &ask);
    assert!(matches!(again, Err(PlatformError::AskedBefore(_))));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_decision_names_its_documents_and_one_against_gives_its_reasons() {
    let case = case().await;
    let issue = |issue| case.platform().issue_result(&case.number, &issue);
    assert!(matches!(
        issue(life::deny(" ")),
        Err(PlatformError::Lacking(_))
    ));
    assert_eq!(issue(life::grant()).unwrap().state, CaseState::Granted);
    let Payload::ResultIssued(told) = case.last().await else {
        panic!()
    };
    assert_eq!(told.documents[0].name, "样例证");
    assert_eq!(told.decided_on, papers::day());
    let decided = [
        issue(life::deny("样例理由")).map(drop),
        case.platform()
            .extend(&case.number, &life::extend(5))
            .map(drop),
        case.platform()
            .ask_more(&case.number, &life::ask_more())
            .map(drop),
        case.platform()
            .begin_procedure(&case.number, &life::begin())
            .map(drop),
    ];
    assert!(decided.iter().all(Result::is_err), "what was decided stays");
    let unasked = case.platform().answer(&case.number, &life::answer(true));
    assert!(matches!(unasked, Err(PlatformError::NothingAsked(_))));
}
