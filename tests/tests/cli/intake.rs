//! Intake files: the good one, and every kind of bad one, which changes nothing.

use std::sync::Arc;

use chrono::{DateTime, TimeDelta, Utc};
use serde_json::{Value, json};
use yichuang_tests::kit::{Who, an_application, refusal};

use super::Window;

type Spoil = fn(&mut Value);

/// What is wrong, the code told, the field and rule named.
const BAD: [(Spoil, &str, &str); 34] = [
    (
        |file| file["colour"] = json!("red"),
        "INPUT-001",
        "colour: unknown_field",
    ),
    (
        |file| file["applicant"]["nickname"] = json!("样"),
        "INPUT-001",
        "applicant.nickname: unknown_field",
    ),
    (
        |file| drop(file["applicant"].as_object_mut().unwrap().remove("name")),
        "INPUT-001",
        "applicant: required",
    ),
    (
        |file| file["form"] = json!([]),
        "INPUT-001",
        "form: wrong_type",
    ),
    (
        |file| file["materials"][0]["pages"] = json!("two"),
        "INPUT-001",
        "materials[0].pages: wrong_type",
    ),
    (
        |file| file["decision"] = json!("maybe"),
        "INPUT-001",
        "decision: option",
    ),
    (
        |file| file["matter"] = json!("不是编码"),
        "CASE-001",
        "matter: code",
    ),
    (
        |file| file["applicant"]["name"] = json!(""),
        "CASE-001",
        "applicant.name: required",
    ),
    (
        |file| file["applicant"]["name"] = json!("样\u{7}例"),
        "CASE-001",
        "applicant.name: control_char",
    ),
    (
        |file| file["applicant"]["name"] = json!("样\u{202e}例"),
        "CASE-001",
        "applicant.name: control_char",
    ),
    (
        |file| file["applicant"]["name"] = json!("样".repeat(500)),
        "CASE-001",
        "applicant.name: too_long",
    ),
    (
        |file| file["applicant"]["id_kind"] = json!("library_card"),
        "CASE-001",
        "applicant.idKind: required",
    ),
    (
        |file| file["applicant"]["id_number"] = json!(""),
        "CASE-001",
        "applicant.idNumber: required",
    ),
    (
        |file| file["applicant"]["id_number"] = json!("370481194601100010"),
        "CASE-001",
        "applicant.idNumber: id_check_digit",
    ),
    (
        |file| file["applicant"]["id_number"] = json!("37048119460110"),
        "CASE-001",
        "applicant.idNumber: id_length",
    ),
    (
        |file| file["applicant"]["id_number"] = json!("370481194613100011"),
        "CASE-001",
        "applicant.idNumber: id_birth_date",
    ),
    (
        |file| file["applicant"]["phone"] = json!("call me"),
        "CASE-001",
        "applicant.phone: phone",
    ),
    (
        |file| file["applicant"]["birth"] = json!("1946-02-30"),
        "CASE-001",
        "applicant.birth: not_a_date",
    ),
    (
        |file| {
            drop(
                file["form"]
                    .as_object_mut()
                    .unwrap()
                    .remove("applicant_phone"),
            )
        },
        "CASE-001",
        "form.applicant_phone: required",
    ),
    (
        |file| file["form"]["nonsense"] = json!("x"),
        "CASE-001",
        "form.nonsense: unknown_field",
    ),
    (
        |file| file["form"]["bank_account"] = json!("abc"),
        "CASE-001",
        "form.bank_account: bankcard",
    ),
    (
        |file| file["form"]["age_band"] = json!("二十岁"),
        "CASE-001",
        "form.age_band: option",
    ),
    (
        |file| file["form"]["is_low_income"] = json!("也许"),
        "CASE-001",
        "form.is_low_income: bool",
    ),
    (
        |file| file["form"]["applicant_birth_date"] = json!("1946/1/10"),
        "CASE-001",
        "form.applicant_birth_date: not_a_date",
    ),
    (
        |file| drop(file["answers"].as_object_mut().unwrap().remove("age")),
        "CASE-001",
        "answers.age: question_open",
    ),
    (
        |file| file["answers"]["age"] = json!("no"),
        "CASE-001",
        "answers.age: not_eligible",
    ),
    (
        |file| file["answers"]["age"] = json!("perhaps"),
        "CASE-001",
        "answers.age: unknown_option",
    ),
    (
        |file| file["materials"] = json!([]),
        "CASE-001",
        "materials.MAT-IDCARD: material_missing",
    ),
    (
        |file| file["materials"][0]["id"] = json!("MAT-NOPE"),
        "CASE-001",
        "materials.MAT-NOPE: material_not_on_list",
    ),
    (
        |file| twice(file),
        "CASE-001",
        "materials.MAT-IDCARD: material_twice",
    ),
    (
        |file| file["materials"][0]["how"] = json!("deferred"),
        "CASE-001",
        "materials.MAT-IDCARD: way_not_open",
    ),
    (
        |file| file["materials"][0]["how"] = json!("somehow"),
        "CASE-001",
        "materials.MAT-IDCARD: option",
    ),
    (
        |file| file["materials"][0]["how"] = json!("captured"),
        "CASE-001",
        "materials.MAT-IDCARD: page_missing",
    ),
    (
        |file| file["decision"] = json!({ "refuse": { "ground": "mood", "explanation": "样例" } }),
        "CASE-001",
        "decision.refuse.ground: option",
    ),
];

fn twice(file: &mut Value) {
    let first = file["materials"][0].clone();
    file["materials"].as_array_mut().unwrap().push(first);
}

#[test]
fn a_bad_file_is_refused_by_field_and_rule_and_makes_no_case() {
    let window = Window::open();
    let before = window.ctl.entries();
    let path = window.file("intake.json");
    for (spoil, code, problem) in BAD {
        let mut file = an_application().intake_json(&json!("accept"));
        spoil(&mut file);
        std::fs::write(&path, file.to_string()).unwrap();
        let refused = window.ctl.refused(&["intake", &path]);
        assert_eq!(refused.code, code, "{problem}: {refused:?}");
        assert!(
            refused.problems.iter().any(|told| told == problem),
            "{problem}: {refused:?}"
        );
        assert!(
            refused.message.contains(problem),
            "{problem}: {}",
            refused.message
        );
    }
    // The one that demands what the list does not have is written down as that.
    assert_eq!(window.ctl.entries(), before + 1);
    assert!(window.ctl.numbers().is_empty());
    assert_eq!(window.ctl.good(&["journal", "rebuild"])["equal"], true);
}

#[test]
fn every_problem_of_a_file_is_told_at_once() {
    let window = Window::open();
    let path = window.file("intake.json");
    let mut file = an_application().intake_json(&json!("accept"));
    file["form"]["bank_account"] = json!("abc");
    file["form"]["age_band"] = json!("二十岁");
    file["materials"] = json!([]);
    std::fs::write(&path, file.to_string()).unwrap();
    let refused = window.ctl.refused(&["intake", &path]);
    assert_eq!(refused.problems.len(), 3, "{refused:?}");
}

#[test]
fn a_file_that_is_none_is_told_without_quoting_what_was_in_it() {
    let window = Window::open();
    let path = window.file("intake.json");
    for (bytes, code) in [
        (&b""[..], "INPUT-001"),
        (b"{", "INPUT-001"),
        (b"[1, 2]", "INPUT-001"),
        (b"370481194601100010", "INPUT-001"),
        (b"{\"matter\": \"370481194601100010\"}", "INPUT-001"),
        (b"\xff\xfe not text", "CLI-001"),
    ] {
        std::fs::write(&path, bytes).unwrap();
        let refused = window.ctl.refused(&["intake", &path]);
        assert_eq!(refused.code, code, "{refused:?}");
        assert!(
            !refused.message.contains("3704811946"),
            "{}",
            refused.message
        );
    }
    assert_eq!(
        window
            .ctl
            .refused(&["intake", &window.file("nowhere.json")])
            .code,
        "CLI-001"
    );
    let unknown = an_application()
        .intake_json(&json!("accept"))
        .to_string()
        .replace("4370511004000", "4370511009999");
    std::fs::write(&path, unknown).unwrap();
    assert_eq!(window.ctl.refused(&["intake", &path]).code, "MATTER-001");
}

#[test]
fn pages_that_cannot_be_pages_are_refused() {
    let window = Window::open();
    let before = window.ctl.entries();
    for (name, bytes) in [
        ("MAT-IDCARD-1.jpg", Some(&b"MZ this is a program"[..])),
        ("MAT-IDCARD-1.jpg", Some(b"")),
        ("gone.jpg", None),
    ] {
        let folder = window.folder.path().join("pages");
        let application = an_application().with_pages("MAT-IDCARD", 1, 1000);
        let path = application.write_into(&folder, &json!("accept"));
        match bytes {
            Some(bytes) => std::fs::write(folder.join(name), bytes).unwrap(),
            None => std::fs::remove_file(folder.join("MAT-IDCARD-1.jpg")).unwrap(),
        }
        let refused = window.ctl.refused(&["intake", path.to_str().unwrap()]);
        assert_eq!(refused.code, "CASE-001");
        assert!(
            refused.problems[0].starts_with("materials.MAT-IDCARD.files: "),
            "{refused:?}"
        );
    }
    assert_eq!(window.ctl.entries(), before);
}

#[test]
fn receiving_asking_and_refusing_come_from_files_too() {
    let window = Window::open();
    let lines = json!([{ "material": "MAT-IDCARD", "problem": "没有带来", "how": "下次带原件" }]);
    let refusal = json!({ "ground": "not_eligible", "explanation": "户籍不在本市" });
    for (n, (decision, state)) in [
        (json!("receive"), "received"),
        (json!({ "ask_correction": lines }), "needs_correction"),
        (json!({ "refuse": refusal }), "refused"),
        (json!("accept"), "accepted"),
    ]
    .iter()
    .enumerate()
    {
        let folder = window.folder.path().join(n.to_string());
        let application = an_application().by_number(u32::try_from(n).unwrap());
        let path = application.write_into(&folder, decision);
        let taken = window.ctl.good(&["intake", path.to_str().unwrap()]);
        assert_eq!(taken["state"], *state);
        assert_eq!(taken["due"].is_null(), *state != "accepted");
    }
    assert_eq!(window.ctl.numbers().len(), 4);
    assert_eq!(window.ctl.good(&["journal", "rebuild"])["equal"], true);
}

#[test]
fn every_matter_of_the_catalogue_can_be_taken_in() {
    let window = Window::open();
    let desk = yichuang_app::Desk::open(yichuang_app::Host::command(
        window.ctl.home().to_owned(),
        yichuang_tests::kit::assets(),
    ));
    desk.sign_in_demo_operator().unwrap();
    for (n, sample) in (0..).zip(yichuang_tests::kit::sample_matters()) {
        let application = an_application()
            .for_matter(sample.matter.code.as_str())
            .by_number(n);
        let file = application.intake_json(&json!("accept")).to_string();
        let file = yichuang_app::IntakeFile::parse(&file).unwrap();
        let taken = desk.intake(file, window.folder.path());
        let taken =
            taken.unwrap_or_else(|error| panic!("{}: {:?}", sample.matter.name, error.problems));
        assert!(
            taken.state.starts_with("accepted"),
            "{}: {}",
            sample.matter.name,
            taken.state
        );
    }
    desk.close();
    assert_eq!(window.ctl.numbers().len(), 89);
}

/// Moves the home's newest entry two days into the future, as a clock that was wrong yesterday did.
fn enter_two_days_ahead(window: &Window) {
    struct Ahead;
    impl yichuang_app::Clock for Ahead {
        fn now(&self) -> DateTime<Utc> {
            Utc::now() + TimeDelta::days(2)
        }
    }
    let desk = yichuang_app::Desk::open(yichuang_app::Host {
        clock: Arc::new(Ahead),
        ..yichuang_app::Host::command(window.ctl.home().to_owned(), yichuang_tests::kit::assets())
    });
    desk.sign_in_by_name(Who::Clerk.name(), Who::Clerk.password())
        .unwrap();
    desk.close();
}

#[test]
fn a_machine_whose_clock_went_back_takes_nothing_in_until_its_date_is_confirmed() {
    let window = Window::open();
    enter_two_days_ahead(&window);
    let intake = |n: u32, more: &[&str]| {
        let folder = window.folder.path().join(n.to_string());
        let file = an_application().by_number(n);
        let file = file.write_into(&folder, &json!("accept"));
        let words = [&["intake", file.to_str().unwrap()], more].concat();
        window.ctl.command(&words).output().unwrap()
    };
    let asked = refusal(&intake(1, &[]));
    assert_eq!(asked.code, "CLOCK-001");
    assert!(asked.message.contains("last: "), "{asked:?}");
    let today = asked.message.rsplit("today: ").next().unwrap();
    let other = refusal(&intake(1, &["--confirm-date", "2020-02-29"]));
    assert_eq!(other.code, "CLOCK-002");
    let no_date = refusal(&intake(1, &["--confirm-date", "today"]));
    assert_eq!(no_date.code, "INPUT-001");
    assert!(window.ctl.numbers().is_empty());

    for (n, more) in [(1, vec!["--confirm-date", today]), (2, vec![])] {
        let taken = intake(n, &more);
        let told = String::from_utf8_lossy(&taken.stderr);
        assert!(taken.status.success(), "{told}");
        let taken: Value = serde_json::from_slice(&taken.stdout).unwrap();
        let day = today.replace('-', "");
        assert!(taken["number"].as_str().unwrap().contains(&day), "{taken}");
    }
    assert_eq!(window.ctl.good(&["journal", "rebuild"])["equal"], true);
}
