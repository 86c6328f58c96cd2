//! What may be received and accepted.

use crate::catalogue_assets::{calendar, day, matter_named};
use crate::sample_case::{agent, complete, grant, handed_in, ready, rules, settle, today};
use yichuang_domain::calendar::Limit;
use yichuang_domain::case::{
    CaseState, DecideError, Decision, HandIn, HandedIn, Intake, check_intake, check_receivable,
    decide, deferral_cap,
};
use yichuang_domain::matter::{FillFrom, Matter, Necessity};
use yichuang_domain::person::{Agent, Verified};
use yichuang_domain::question::{Answers, QuestionSet};
use yichuang_domain::requirement::LineStatus;

type Spoil = fn(&mut Intake, &Matter);

/// What is spoilt, how, and where the rule that finds it points.
type Slip = (&'static str, Spoil, &'static str, &'static str);

fn each_is_named(table: &[Slip]) {
    let (matter, set, good) = grant();
    for (name, spoil, field, rule) in table {
        let mut intake = good.clone();
        spoil(&mut intake, &matter);
        let found = rules(ready(&intake, &matter, &set));
        let named = ((*field).to_owned(), (*rule).to_owned());
        assert!(found.contains(&named), "{name}: {found:?}");
    }
}

#[test]
fn whoever_is_wrong_in_an_intake_is_named_at_their_place() {
    each_is_named(&[
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
            "a typed number with a slip",
            |intake, _| {
                intake.applicant.verified = Verified::Typed;
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
    ]);
}

#[test]
fn an_answer_or_value_that_is_wrong_is_named_at_its_place() {
    each_is_named(&[
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
    ]);
}

#[test]
fn a_material_settled_wrongly_is_named_at_its_place() {
    each_is_named(&[
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
    ]);
}

#[test]
fn a_number_read_from_the_chip_stands_though_its_check_character_does_not_fit() {
    let (matter, set, mut intake) = grant();
    intake.applicant.id =
        serde_json::from_str(r#"{"kind":"citizen","number":"110105194912310021"}"#).unwrap();
    assert!(ready(&intake, &matter, &set).is_ok());
    intake.applicant.verified = Verified::SeenByClerk;
    assert_eq!(
        rules(ready(&intake, &matter, &set)),
        [("applicant.id".to_owned(), "id_check_digit".to_owned())]
    );
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
fn of_a_certificate_departments_share_only_the_number_is_noted() {
    let (matter, set, intake) = grant();
    let with = |id: &str, how: HandIn, number: &str| {
        let mut noted = intake.clone();
        noted.materials.retain(|material| material.id != id);
        noted.materials.push(HandedIn {
            certificate: Some(number.to_owned()),
            ..handed_in(id, how)
        });
        ready(&noted, &matter, &set)
    };
    let ready = with("MAT-BIZLIC", HandIn::Waived, "91350100M000100Y43").unwrap();
    let kept = ready.intake().materials.iter();
    let mut kept = kept.filter(|material| material.id == "MAT-BIZLIC");
    let number = kept.next().unwrap().certificate.as_deref();
    assert_eq!(number, Some("91350100M000100Y43"));
    let rule = |number: &str| {
        let problems = with("MAT-BIZLIC", HandIn::Waived, number).unwrap_err();
        problems[0].rule.clone()
    };
    assert_eq!(rule(" "), "certificate_empty");
    assert_eq!(rule(&"9".repeat(61)), "too_long");
    assert_eq!(rule("9135\u{202e}"), "control_char");
    let elsewhere = with("MAT-CORP-ACCOUNT", HandIn::OriginalSeen, "1");
    let not_noted = ("materials.MAT-CORP-ACCOUNT", "certificate_not_noted");
    assert!(rules(elsewhere).contains(&(not_noted.0.to_owned(), not_noted.1.to_owned())));
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
