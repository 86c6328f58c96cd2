//! Intake checks, decisions, and the life cycle.
#![allow(clippy::unwrap_used, clippy::expect_used)]

mod catalogue_assets;

use catalogue_assets::{calendar, day, matter_named, questioned};
use chrono::NaiveDate;
use yichuang_domain::calendar::Limit;
use yichuang_domain::case::{
    CaseState, CorrectionItem, DecideError, Decision, Earlier, FileRef, HandIn, HandedIn, Intake,
    ReadyIntake, RefusalGround, Verb, check_intake, check_receivable, decide, deemed_acceptance,
    deferral_cap, notify_by, transition,
};
use yichuang_domain::form::{FieldProblem, FormValues};
use yichuang_domain::id::FileHash;
use yichuang_domain::identity::{IdKind, IdNumber};
use yichuang_domain::matter::{FieldType, FillFrom, Matter, Necessity, PowerType};
use yichuang_domain::person::{Agent, AgentKind, MandateScope, Person, Verified};
use yichuang_domain::question::{Answers, QuestionSet};
use yichuang_domain::requirement::{LineStatus, options, requirements};

fn today() -> NaiveDate {
    day("2026-11-23")
}

fn person(name: &str, number: &str) -> Person {
    Person {
        name: name.to_owned(),
        id: IdNumber::parse(IdKind::Citizen, number).unwrap(),
        sex: None,
        birth: None,
        ethnicity: None,
        address: None,
        phone: None,
        verified: Verified::CardRead,
    }
}

fn agent() -> Agent {
    Agent {
        person: person("样例乙", "440524188001010014"),
        relation: "长子".to_owned(),
        kind: AgentKind::Child,
        scope: vec![MandateScope::Submit],
    }
}

fn handed_in(id: &str, how: HandIn) -> HandedIn {
    let captured = how == HandIn::Captured;
    let file = FileRef {
        sha256: FileHash([7; 32]),
        size: 1000,
        media_type: "image/jpeg".to_owned(),
        name: "第1页".to_owned(),
    };
    HandedIn {
        id: id.to_owned(),
        how,
        files: if captured { vec![file] } else { Vec::new() },
        pages: None,
        note: None,
        supply_by: (how == HandIn::Deferred).then(today),
    }
}

fn value_for(field_type: FieldType, options: &[String]) -> String {
    let text = match field_type {
        FieldType::Text | FieldType::Multiline | FieldType::Address => "样例",
        FieldType::IdCard => "11010519491231002X",
        FieldType::Uscc => "91440300708461136T",
        FieldType::Phone => "13812346120",
        FieldType::Date => "2026-01-05",
        FieldType::Enum => return options[0].clone(),
        FieldType::Money => "100.00",
        FieldType::Int => "3",
        FieldType::BankCard => "6217000000000421",
        FieldType::Bool => "true",
    };
    text.to_owned()
}

/// An intake with the default answers and every line settled in its first way.
fn complete(matter: &Matter, set: &QuestionSet) -> Intake {
    let mut answers = Answers::new();
    loop {
        let open = requirements(matter, set, &answers, &[], false).next;
        let Some(question) = open.first() else { break };
        answers.set(question, &set.question(question).unwrap().options[0].id);
    }
    let form: FormValues = matter
        .form_fields
        .iter()
        .filter(|field| field.required)
        .map(|field| {
            (
                field.key.clone(),
                value_for(field.field_type, &field.options),
            )
        })
        .collect();
    let materials = requirements(matter, set, &answers, &[], false)
        .lines
        .iter()
        .map(|line| handed_in(line.material.as_str(), options(line)[0]))
        .collect();
    Intake {
        matter: matter.code.clone(),
        applicant: person("样例甲", "11010519491231002X"),
        agent: None,
        answers,
        form,
        materials,
    }
}

fn grant() -> (Matter, QuestionSet, Intake) {
    let (matter, set) = matter_named("一次性创业补贴申领");
    let intake = complete(&matter, &set);
    (matter, set, intake)
}

fn ready(
    intake: &Intake,
    matter: &Matter,
    set: &QuestionSet,
) -> Result<ReadyIntake, Vec<FieldProblem>> {
    check_intake(intake, matter, set, today(), &calendar(), false)
}

fn rules(result: Result<ReadyIntake, Vec<FieldProblem>>) -> Vec<(String, String)> {
    result
        .unwrap_err()
        .into_iter()
        .map(|problem| (problem.field, problem.rule))
        .collect()
}

#[test]
fn every_matter_can_be_accepted_with_its_default_answers() {
    for (matter, set) in questioned() {
        let intake = complete(&matter, &set);
        let ready = ready(&intake, &matter, &set)
            .unwrap_or_else(|problems| panic!("{} {problems:?}", matter.name));
        assert!(ready.is_complete());
        let decided = decide(&ready, &Decision::Accept, today(), &calendar()).unwrap();
        assert!(decided.state.is_accepted(), "{}", matter.name);
        assert!(
            decided.due.unwrap().date <= decided.statutory.unwrap().date,
            "{}",
            matter.name
        );
    }
}

type Spoil = fn(&mut Intake, &Matter);

#[test]
fn each_thing_wrong_with_an_intake_is_named_at_its_place() {
    let (matter, set, good) = grant();
    let table: [(&str, Spoil, &str, &str); 16] = [
        (
            "another matter",
            |intake, _| intake.matter = "11370481MB9X00000000".parse().unwrap(),
            "matter",
            "wrong_matter",
        ),
        (
            "no name",
            |intake, _| intake.applicant.name = "　".to_owned(),
            "applicant.name",
            "name_required",
        ),
        (
            "a name that turns around",
            |intake, _| intake.applicant.name = "甲\u{202e}".to_owned(),
            "applicant.name",
            "control_char",
        ),
        (
            "born tomorrow",
            |intake, _| intake.applicant.birth = Some(day("2026-11-24")),
            "applicant.id",
            "id_birth_future",
        ),
        (
            "a number with a slip",
            |intake, _| {
                intake.applicant.id =
                    serde_json::from_str(r#"{"kind":"citizen","number":"110105194912310021"}"#)
                        .unwrap()
            },
            "applicant.id",
            "id_check_digit",
        ),
        (
            "agent and applicant with one card",
            |intake, _| {
                intake.agent = Some(Agent {
                    person: intake.applicant.clone(),
                    ..agent()
                })
            },
            "agent.id",
            "agent_is_applicant",
        ),
        (
            "an agent who is nobody",
            |intake, _| {
                intake.agent = Some(Agent {
                    relation: String::new(),
                    ..agent()
                })
            },
            "agent.relation",
            "relation_required",
        ),
        (
            "an answer to nothing",
            |intake, _| intake.answers.set("nothing", "x"),
            "answers.nothing",
            "unknown_question",
        ),
        (
            "a missing value",
            |intake, _| drop(intake.form.remove("entity_name")),
            "entity_name",
            "required",
        ),
        (
            "a field the form does not have",
            |intake, _| drop(intake.form.insert("extra".to_owned(), "x".to_owned())),
            "extra",
            "unknown_field",
        ),
        (
            "a material nobody may ask for",
            |intake, _| {
                intake
                    .materials
                    .push(handed_in("MAT-JZZM", HandIn::PaperTaken))
            },
            "materials.MAT-JZZM",
            "material_not_on_list",
        ),
        (
            "a material twice",
            |intake, _| {
                intake
                    .materials
                    .push(handed_in("MAT-IDCARD", HandIn::OriginalSeen))
            },
            "materials.MAT-IDCARD",
            "material_twice",
        ),
        (
            "a material missing",
            |intake, _| {
                intake
                    .materials
                    .retain(|material| material.id != "MAT-IDCARD")
            },
            "materials.MAT-IDCARD",
            "material_missing",
        ),
        (
            "an identity card promised",
            |intake, _| settle(intake, "MAT-IDCARD", HandIn::Promised),
            "materials.MAT-IDCARD",
            "way_not_open",
        ),
        (
            "a capture without pages",
            |intake, _| {
                settle(intake, "MAT-IDCARD", HandIn::Captured);
                intake
                    .materials
                    .iter_mut()
                    .for_each(|material| material.files.clear());
            },
            "materials.MAT-IDCARD",
            "page_missing",
        ),
        (
            "an archive without origin",
            |intake, _| settle(intake, "MAT-IDCARD", HandIn::Held),
            "materials.MAT-IDCARD",
            "origin_missing",
        ),
    ];
    for (name, spoil, field, rule) in table {
        let mut intake = good.clone();
        spoil(&mut intake, &matter);
        let found = rules(ready(&intake, &matter, &set));
        assert!(
            found.contains(&(field.to_owned(), rule.to_owned())),
            "{name}: {found:?}"
        );
    }
}

fn settle(intake: &mut Intake, id: &str, how: HandIn) {
    intake.materials.retain(|material| material.id != id);
    intake.materials.push(handed_in(id, how));
}

#[test]
fn an_open_question_or_an_ending_answer_stops_acceptance() {
    let (matter, set) = matter_named("耕地地力保护补贴申报");
    let mut intake = complete(&matter, &set);
    intake.answers = Answers::from_iter([("land", "own"), ("crop", "yes")]);
    assert!(
        rules(ready(&intake, &matter, &set))
            .contains(&("answers.cert".to_owned(), "question_open".to_owned()))
    );
    intake.answers.set("land", "none");
    let problems = ready(&intake, &matter, &set).unwrap_err();
    let ending = problems
        .iter()
        .find(|problem| problem.rule == "not_eligible")
        .unwrap();
    assert_eq!(ending.field, "answers.land");
    assert!(!ending.params["reason"].is_empty() && !ending.params["instead"].is_empty());
}

#[test]
fn a_waived_line_settles_itself_and_is_written_down_with_its_rule() {
    let (matter, set, mut intake) = grant();
    intake
        .materials
        .retain(|material| material.id != "MAT-BIZLIC");
    let ready = ready(&intake, &matter, &set).unwrap();
    let written = ready
        .intake()
        .materials
        .iter()
        .find(|material| material.id == "MAT-BIZLIC")
        .unwrap();
    assert_eq!(written.how, HandIn::Waived);
    assert!(written.note.as_ref().unwrap().starts_with("部门共享"));
}

#[test]
fn a_held_material_with_its_origin_settles_a_line_and_a_held_form_does_not() {
    let (matter, set, mut intake) = grant();
    let held = |id: &str| HandedIn {
        note: Some("2025-03-11 已收".to_owned()),
        ..handed_in(id, HandIn::Held)
    };
    intake
        .materials
        .retain(|material| material.id != "MAT-CORP-ACCOUNT");
    intake.materials.push(held("MAT-CORP-ACCOUNT"));
    let list = ready(&intake, &matter, &set).unwrap();
    let status = &list.requirements().line("MAT-CORP-ACCOUNT").unwrap().status;
    assert_eq!(
        *status,
        LineStatus::Held {
            origin: "2025-03-11 已收".to_owned()
        }
    );
    intake
        .materials
        .retain(|material| material.id != "MAT-CYBT-01");
    intake.materials.push(held("MAT-CYBT-01"));
    assert_eq!(
        rules(ready(&intake, &matter, &set)),
        [(
            "materials.MAT-CYBT-01".to_owned(),
            "way_not_open".to_owned()
        )]
    );
}

/// A deferrable matter with a promise of ten working days and one minor material.
fn deferrable() -> (Matter, QuestionSet, Intake, String) {
    let (mut matter, _, _) = grant();
    matter.deferrable = true;
    matter.promised_limit = Limit::working_days(10);
    matter.materials[5].necessity = Necessity::Deferrable;
    let id = matter.materials[5].id.to_string();
    let set = QuestionSet::none(matter.code.clone());
    let mut intake = complete(&matter, &set);
    settle(&mut intake, &id, HandIn::Deferred);
    (matter, set, intake, id)
}

#[test]
fn a_deferred_material_must_be_promised_within_the_promise_of_the_matter() {
    let (matter, set, mut intake, id) = deferrable();
    let latest = deferral_cap(&matter, today(), &calendar()).date;
    assert_eq!(latest, day("2026-12-07"));
    for (supply_by, rule) in [
        (None, Some("supply_by_missing")),
        (Some(day("2026-11-22")), Some("supply_by_past")),
        (Some(today()), None),
        (Some(latest), None),
        (Some(day("2026-12-08")), Some("supply_by_too_late")),
    ] {
        intake
            .materials
            .iter_mut()
            .find(|material| material.id == id)
            .unwrap()
            .supply_by = supply_by;
        let result = ready(&intake, &matter, &set);
        match rule {
            None => {
                let decided =
                    decide(&result.unwrap(), &Decision::Accept, today(), &calendar()).unwrap();
                assert_eq!(decided.state, CaseState::AcceptedDeferred);
                assert_eq!(decided.due.unwrap().date, latest);
            }
            Some(rule) => assert_eq!(
                rules(result),
                [(format!("materials.{id}"), rule.to_owned())]
            ),
        }
    }
}

#[test]
fn deferral_is_not_open_to_barred_people_nor_in_matters_that_do_not_permit_it() {
    let (matter, set, intake, id) = deferrable();
    let barred = check_intake(&intake, &matter, &set, today(), &calendar(), true);
    assert_eq!(
        rules(barred),
        [(format!("materials.{id}"), "way_not_open".to_owned())]
    );
    let mut fixed = matter;
    fixed.deferrable = false;
    assert_eq!(
        rules(ready(&intake, &fixed, &set)),
        [(format!("materials.{id}"), "way_not_open".to_owned())]
    );
}

#[test]
fn where_the_promise_is_on_the_spot_a_deferred_material_has_five_working_days() {
    let (mut matter, _, _, _) = deferrable();
    matter.promised_limit = Limit::IMMEDIATE;
    assert_eq!(
        deferral_cap(&matter, today(), &calendar()).date,
        day("2026-11-30")
    );
}

#[test]
fn fields_about_an_agent_are_needed_only_when_there_is_one() {
    let (mut matter, set, mut intake) = grant();
    let mut field = matter.form_fields[0].clone();
    field.key = "agent_name".to_owned();
    field.fill_from = Some(FillFrom::Agent);
    matter.form_fields.push(field);
    assert!(ready(&intake, &matter, &set).is_ok());
    intake.agent = Some(agent());
    assert_eq!(
        rules(ready(&intake, &matter, &set)),
        [("agent_name".to_owned(), "required".to_owned())]
    );
}

#[test]
fn receipt_takes_an_unfinished_intake_but_nothing_off_the_list() {
    let (matter, set, mut intake) = grant();
    intake.materials.truncate(1);
    intake.form.clear();
    let received = check_receivable(&intake, &matter, &set, today(), false).unwrap();
    assert!(!received.is_complete());
    let decided = decide(&received, &Decision::Receive, today(), &calendar()).unwrap();
    assert_eq!(
        (decided.state, decided.due, decided.accepted_on),
        (CaseState::Received, None, None)
    );
    assert_eq!(
        decide(&received, &Decision::Accept, today(), &calendar()),
        Err(DecideError::Incomplete)
    );
    intake
        .materials
        .push(handed_in("MAT-JZZM", HandIn::PaperTaken));
    let off_list = check_receivable(&intake, &matter, &set, today(), false);
    assert_eq!(
        rules(off_list),
        [(
            "materials.MAT-JZZM".to_owned(),
            "material_not_on_list".to_owned()
        )]
    );
}

fn correction() -> Decision {
    Decision::AskCorrection {
        items: vec![CorrectionItem {
            material: "居民户口簿".to_owned(),
            problem: "缺户主页".to_owned(),
            how: "带户口簿原件来".to_owned(),
            basis: String::new(),
        }],
    }
}

fn received(
    matter: &Matter,
    set: &QuestionSet,
    received_on: &str,
    state: CaseState,
    notices: u32,
) -> ReadyIntake {
    let intake = complete(matter, set);
    ready(&intake, matter, set).unwrap().after(Earlier {
        received_on: day(received_on),
        state: Some(state),
        notices,
        another_notice: None,
    })
}

fn licence() -> (Matter, QuestionSet) {
    matter_named("食品经营许可（新办）")
}

#[test]
fn the_notice_is_due_five_working_days_after_receipt_over_holidays_too() {
    let calendar = calendar();
    assert_eq!(
        notify_by(day("2026-02-13"), &calendar).date,
        day("2026-02-27")
    );
    assert_eq!(
        notify_by(day("2026-02-23"), &calendar).date,
        day("2026-02-28")
    );
    assert!(notify_by(day("2026-12-29"), &calendar).provisional);
}

#[test]
fn a_licence_is_deemed_accepted_from_receipt_when_five_days_passed_in_silence() {
    let calendar = calendar();
    let deemed =
        |today: &str, power| deemed_acceptance(day("2026-11-23"), day(today), &calendar, power);
    assert_eq!(
        deemed("2026-11-30", PowerType::Licence),
        None,
        "the fifth day still counts"
    );
    assert_eq!(
        deemed("2026-12-01", PowerType::Licence),
        Some(day("2026-11-23"))
    );
    for power in PowerType::ALL
        .iter()
        .filter(|power| **power != PowerType::Licence)
    {
        assert_eq!(deemed("2027-11-23", *power), None, "{power}");
    }
}

#[test]
fn after_the_five_days_a_licence_can_only_be_accepted_and_its_limit_runs_from_receipt() {
    let (matter, set) = licence();
    let calendar = calendar();
    let case = received(&matter, &set, "2026-11-23", CaseState::Received, 0);
    let late = day("2026-12-01");
    let refuse = Decision::Refuse {
        ground: RefusalGround::NotRequired,
        explanation: "不需要".to_owned(),
        competent: None,
    };
    for decision in [correction(), refuse] {
        assert!(
            decide(&case, &decision, day("2026-11-30"), &calendar).is_ok(),
            "the fifth day is in time"
        );
        assert_eq!(
            decide(&case, &decision, late, &calendar),
            Err(DecideError::DeemedAccepted(day("2026-11-23")))
        );
    }
    let decided = decide(&case, &Decision::Accept, late, &calendar).unwrap();
    assert_eq!(decided.accepted_on, Some(day("2026-11-23")));
    assert_eq!(
        decided.due.unwrap().date,
        calendar.add_working_days(day("2026-11-23"), 7).date
    );
    let (service, set) = matter_named("一次性创业补贴申领");
    let case = received(&service, &set, "2026-11-23", CaseState::Received, 0);
    assert!(
        decide(&case, &correction(), late, &calendar).is_ok(),
        "only a licence is bound"
    );
    assert_eq!(
        decide(&case, &Decision::Accept, late, &calendar)
            .unwrap()
            .accepted_on,
        Some(late)
    );
}

#[test]
fn after_a_notice_silence_is_over_and_acceptance_counts_from_the_day_everything_is_in() {
    let (matter, set) = licence();
    let case = received(&matter, &set, "2026-11-23", CaseState::NeedsCorrection, 1);
    let decided = decide(&case, &Decision::Accept, day("2026-12-10"), &calendar()).unwrap();
    assert_eq!(decided.accepted_on, Some(day("2026-12-10")));
    assert!(decided.state.is_accepted());
}

#[test]
fn a_second_notice_needs_a_supervisors_reason() {
    let (matter, set) = licence();
    let calendar = calendar();
    let case = received(&matter, &set, "2026-11-23", CaseState::NeedsCorrection, 1);
    assert_eq!(
        decide(&case, &correction(), today(), &calendar),
        Err(DecideError::SecondNotice)
    );
    let approved = case.after(Earlier {
        received_on: today(),
        state: Some(CaseState::NeedsCorrection),
        notices: 1,
        another_notice: Some("首次告知漏列一项".to_owned()),
    });
    assert_eq!(
        decide(&approved, &correction(), today(), &calendar)
            .unwrap()
            .state,
        CaseState::NeedsCorrection
    );
}

#[test]
fn a_notice_names_what_is_wrong_and_how_to_right_it() {
    let (matter, set, intake) = grant();
    let ready = ready(&intake, &matter, &set).unwrap();
    let empty = Decision::AskCorrection { items: Vec::new() };
    assert!(matches!(
        decide(&ready, &empty, today(), &calendar()),
        Err(DecideError::Fields(_))
    ));
    let Decision::AskCorrection { mut items } = correction() else {
        unreachable!()
    };
    items[0].how.clear();
    let Err(DecideError::Fields(problems)) = decide(
        &ready,
        &Decision::AskCorrection { items },
        today(),
        &calendar(),
    ) else {
        panic!("a notice without a cure was taken");
    };
    assert_eq!(
        problems,
        [FieldProblem::new("decision.items.0.how", "required")]
    );
    let decided = decide(&ready, &correction(), today(), &calendar()).unwrap();
    assert_eq!(
        (decided.state, decided.due),
        (CaseState::NeedsCorrection, None),
        "no limit runs before acceptance"
    );
}

#[test]
fn a_refusal_for_want_of_competence_says_whom_to_ask() {
    let (matter, set, intake) = grant();
    let ready = ready(&intake, &matter, &set).unwrap();
    let refusal = |competent: Option<&str>| Decision::Refuse {
        ground: RefusalGround::NotCompetent,
        explanation: "户籍在外地".to_owned(),
        competent: competent.map(str::to_owned),
    };
    assert!(matches!(
        decide(&ready, &refusal(None), today(), &calendar()),
        Err(DecideError::Fields(_))
    ));
    let decided = decide(
        &ready,
        &refusal(Some("户籍地人社部门")),
        today(),
        &calendar(),
    )
    .unwrap();
    assert_eq!(decided.state, CaseState::Refused);
}

#[test]
fn a_refused_case_cannot_be_accepted_without_a_new_application() {
    let (matter, set) = licence();
    let case = received(&matter, &set, "2026-11-23", CaseState::Refused, 0);
    assert!(matches!(
        decide(&case, &Decision::Accept, today(), &calendar()),
        Err(DecideError::Move(_))
    ));
}

#[test]
fn the_life_cycle_has_exactly_these_moves() {
    use CaseState as S;
    use Verb as V;
    let accepted = [S::Accepted, S::AcceptedDeferred, S::AcceptedOnCommitment];
    let mut legal: Vec<(S, V, S)> = vec![
        (S::Received, V::AskCorrection, S::NeedsCorrection),
        (S::Received, V::Refuse, S::Refused),
        (S::NeedsCorrection, V::Terminate, S::Terminated),
        (S::AcceptedDeferred, V::Terminate, S::Terminated),
        (S::Dispatched, V::Process, S::InProcess),
        (S::InProcess, V::Suspend, S::Suspended),
        (S::Suspended, V::Resume, S::InProcess),
        (S::ReadyForPickup, V::Deliver, S::Delivered),
    ];
    for state in [S::Received, S::NeedsCorrection] {
        legal.extend([
            (state, V::Accept, S::Accepted),
            (state, V::AcceptDeferred, S::AcceptedDeferred),
            (state, V::AcceptOnCommitment, S::AcceptedOnCommitment),
            (state, V::Withdraw, S::Withdrawn),
            (state, V::Void, S::Voided),
        ]);
    }
    for state in accepted {
        legal.extend([
            (state, V::Dispatch, S::Dispatched),
            (state, V::Withdraw, S::Withdrawn),
            (state, V::Void, S::Voided),
        ]);
    }
    for state in [S::Dispatched, S::InProcess] {
        legal.extend([(state, V::Grant, S::Granted), (state, V::Deny, S::Denied)]);
    }
    for state in [S::Dispatched, S::InProcess, S::Suspended] {
        legal.extend([
            (state, V::Withdraw, S::Withdrawn),
            (state, V::Terminate, S::Terminated),
        ]);
    }
    for state in [S::Granted, S::Denied] {
        legal.extend([
            (state, V::MakeReady, S::ReadyForPickup),
            (state, V::Deliver, S::Delivered),
        ]);
    }
    for state in S::ALL {
        for verb in V::ALL {
            let expected = legal
                .iter()
                .find(|(from, by, _)| from == state && by == verb)
                .map(|(_, _, to)| *to);
            assert_eq!(
                transition(*state, *verb).ok(),
                expected,
                "{state:?} {verb:?}"
            );
        }
    }
    for verb in V::ALL {
        assert_eq!(transition(None, *verb).is_ok(), *verb == V::Receive);
    }
}

#[test]
fn the_moves_the_law_forbids_are_refused_with_their_names() {
    use CaseState as S;
    use Verb as V;
    for (from, verb) in [
        (S::Refused, V::Accept),
        (S::Accepted, V::AskCorrection),
        (S::AcceptedDeferred, V::AskCorrection),
        (S::NeedsCorrection, V::AskCorrection),
        (S::InProcess, V::Deliver),
        (S::Accepted, V::Deliver),
        (S::Dispatched, V::Void),
        (S::Delivered, V::Receive),
    ] {
        let refused = transition(from, verb).unwrap_err();
        assert_eq!((refused.from, refused.verb), (Some(from), verb));
    }
}

#[test]
fn nothing_follows_a_final_state() {
    for state in CaseState::ALL.iter().filter(|state| state.is_final()) {
        assert!(
            Verb::ALL
                .iter()
                .all(|verb| transition(*state, *verb).is_err()),
            "{state:?}"
        );
    }
}

#[test]
fn an_intake_is_the_same_after_json_and_shows_nobody_in_debug() {
    let (_, _, mut intake) = grant();
    intake.agent = Some(agent());
    let json = serde_json::to_string(&intake).unwrap();
    assert_eq!(serde_json::from_str::<Intake>(&json).unwrap(), intake);
    let shown = format!("{:?} {:?}", intake.applicant, intake.agent);
    for secret in ["样例甲", "19491231", "18800101"] {
        assert!(!shown.contains(secret), "{shown}");
    }
}
