//! Decisions at the window and their dates.

use crate::catalogue_assets::{calendar, day, matter_named, questioned};
use crate::sample_case::{complete, grant, ready, today};
use yichuang_domain::case::{
    CaseState, CorrectionItem, DecideError, Decision, Earlier, ReadyIntake, RefusalGround,
    check_receivable, decide, deemed_acceptance, notify_by,
};
use yichuang_domain::form::FieldProblem;
use yichuang_domain::matter::{Matter, PowerType};
use yichuang_domain::question::QuestionSet;
use yichuang_domain::requirement::LineStatus;

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

fn correction() -> Decision {
    Decision::AskCorrection {
        items: vec![CorrectionItem {
            id: None,
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
fn what_is_waived_cannot_be_demanded_by_a_correction() {
    let (matter, set, intake) = grant();
    let ready = ready(&intake, &matter, &set).unwrap();
    let lines = ready.requirements().lines.iter();
    let mut waived = lines.filter(|line| matches!(line.status, LineStatus::Waived { .. }));
    let items = vec![CorrectionItem {
        id: None,
        material: waived.next().unwrap().name.clone(),
        problem: "没带".to_owned(),
        how: "带来".to_owned(),
        basis: String::new(),
    }];
    let refused = decide(
        &ready,
        &Decision::AskCorrection { items },
        today(),
        &calendar(),
    );
    let Err(DecideError::Fields(problems)) = refused else {
        panic!("{refused:?}");
    };
    let first = (problems[0].field.as_str(), problems[0].rule.as_str());
    assert_eq!(first, ("decision.items.0.material", "material_waived"));
}

#[test]
fn what_is_only_received_has_its_waived_lines_settled_as_well() {
    let (matter, set, mut intake) = grant();
    intake.materials.clear();
    let ready = check_receivable(&intake, &matter, &set, today(), false).unwrap();
    let settled = ready.intake().materials.iter();
    let settled: Vec<&str> = settled.map(|material| material.id.as_str()).collect();
    let lines = ready.requirements().lines.iter();
    let waived = lines.filter(|line| matches!(line.status, LineStatus::Waived { .. }));
    let waived: Vec<&str> = waived.map(|line| line.material.as_str()).collect();
    assert_eq!(settled, waived);
    assert!(!waived.is_empty());
}
