//! Every verb once, and what each refuses.

use serde_json::{Value, json};
use yichuang_app::{Desk, Host};
use yichuang_tests::kit::{Ctl, Who, an_application, assets, ofd_text, pdf_text};

use super::Window;

const CODE: &str = "11370481MB9X11814D4370511004000";

fn text(value: &Value) -> &str {
    value.as_str().unwrap_or_default()
}

#[test]
fn init_makes_a_demo_home_once_without_any_network() {
    let folder = tempfile::tempdir().unwrap();
    let ctl = Ctl::at(folder.path().join("home"));
    assert_eq!(ctl.refused(&["journal", "verify"]).code, "HOME-002");
    let made = ctl.good(&["init", "--demo"]);
    let names: Vec<_> = made["operators"]
        .as_array()
        .unwrap()
        .iter()
        .map(|who| text(&who["name"]))
        .collect();
    assert_eq!(
        names,
        ["样例窗口员", "样例负责人", "样例帮办员", "样例管理员"]
    );
    assert_eq!(ctl.refused(&["init", "--demo"]).code, "HOME-003");
    assert!(ctl.entries() > 0);
}

#[test]
fn init_refuses_a_platform_that_is_neither_tls_nor_this_machine() {
    let folder = tempfile::tempdir().unwrap();
    let ctl = Ctl::at(folder.path().join("home"));
    let refused = ctl.refused(&["init", "--demo", "--platform", "http://platform.example"]);
    assert_eq!(refused.code, "SYNC-002");
    assert!(!ctl.home().exists(), "no home is left behind");
    assert_eq!(ctl.refused(&["init"]).code, "CLI-005");
}

#[test]
fn an_enrolled_home_that_is_no_demo_wants_an_operator_and_a_password() {
    let folder = tempfile::tempdir().unwrap();
    let ctl = Ctl::at(folder.path().join("home"));
    let enrolment = assets().join("demo/enrolment.json");
    let made = ctl.good(&["init", "--enrolment", enrolment.to_str().unwrap()]);
    assert_eq!(made["terminal"], "LY03");
    assert_eq!(ctl.refused(&["case", "list"]).code, "OPS-001");
    assert_eq!(
        ctl.refused(&["--operator", "某人", "case", "list"]).code,
        "OPS-007"
    );
    assert_eq!(
        ctl.refused(&["catalogue", "import", "anything"]).code,
        "OPS-001"
    );
}

#[test]
fn an_operators_password_comes_from_a_file_and_five_wrong_ones_lock() {
    let window = Window::open();
    let (good, bad) = (window.file("password"), window.file("wrong"));
    std::fs::write(&good, format!("{}\n", Who::Supervisor.password())).unwrap();
    std::fs::write(&bad, "not-the-password\n").unwrap();
    let run = |file: &str, verb: &[&str]| {
        let arguments = [&["--operator", Who::Supervisor.name()], verb].concat();
        window
            .ctl
            .command(&arguments)
            .env("YICHUANG_PASSWORD_FILE", file)
            .output()
            .unwrap()
    };
    let file = an_application().write_into(&window.folder.path().join("a"), &json!("accept"));
    let intake = ["intake", file.to_str().unwrap()];
    let list = run(&good, &["case", "list"]);
    assert!(
        list.status.success(),
        "{}",
        String::from_utf8_lossy(&list.stderr)
    );
    let taken = run(&good, &intake);
    assert!(
        taken.status.success(),
        "{}",
        String::from_utf8_lossy(&taken.stderr)
    );
    let taken: Value = serde_json::from_slice(&taken.stdout).unwrap();
    let shown = window.ctl.good(&["case", "show", text(&taken["number"])]);
    assert_eq!(shown["row"]["clerk"], Who::Supervisor.name());
    for _ in 0..4 {
        let told = run(&bad, &intake);
        assert!(String::from_utf8_lossy(&told.stderr).contains("OPS-002"));
    }
    let locked = run(&bad, &intake);
    assert!(String::from_utf8_lossy(&locked.stderr).contains("OPS-003"));
    let locked = run(&good, &intake);
    assert!(
        String::from_utf8_lossy(&locked.stderr).contains("OPS-003"),
        "the right one too, until the lock ends"
    );
    assert_eq!(window.ctl.numbers().len(), 1);
}

#[test]
fn matter_search_says_what_was_found_and_why() {
    let window = Window::open();
    for (words, why) in [
        ("高龄津贴", "name"),
        ("长寿金", "alias"),
        ("gljt", "initials"),
        (CODE, "code"),
    ] {
        let rows = window.ctl.good(&["matter", "search", words]);
        let first = &rows[0];
        assert_eq!(
            (text(&first["code"]), text(&first["why"])),
            (CODE, why),
            "{words}"
        );
        assert_eq!(first["name"], "高龄津贴申领");
    }
    assert_eq!(
        window.ctl.good(&["matter", "search", "没有这样的事项啊啊"]),
        json!([])
    );
}

#[test]
fn guide_writes_a_pdf_and_nothing_when_it_cannot() {
    let window = Window::open();
    let pdf = window.file("guide.pdf");
    let told = window.ctl.good(&["guide", CODE, "--pdf", &pdf]);
    assert_eq!(
        (
            told["missing"].as_array().unwrap().len(),
            text(&told["file"])
        ),
        (0, pdf.as_str())
    );
    let words = pdf_text(&std::fs::read(&pdf).unwrap());
    assert!(
        words.contains("一、事项名称") && words.contains("高龄津贴申领"),
        "{words}"
    );
    let answers = window.file("answers.json");
    std::fs::write(&answers, json!({ "who": "agent" }).to_string()).unwrap();
    window
        .ctl
        .good(&["guide", CODE, "--pdf", &pdf, "--answers", &answers]);
    assert!(pdf_text(&std::fs::read(&pdf).unwrap()).contains("家人代办"));
    let none = window.file("none.pdf");
    assert_eq!(
        window
            .ctl
            .refused(&["guide", "11370481", "--pdf", &none])
            .code,
        "MATTER-001"
    );
    std::fs::write(&answers, "{\"who\": 3}").unwrap();
    assert_eq!(
        window
            .ctl
            .refused(&["guide", CODE, "--pdf", &none, "--answers", &answers])
            .code,
        "CLI-001"
    );
    assert!(!std::path::Path::new(&none).exists());
}

#[test]
fn guide_and_receipt_are_written_as_ofd_alone_or_beside_the_pdf() {
    let window = Window::open();
    let alone = window.file("guide.ofd");
    let told = window.ctl.good(&["guide", CODE, "--ofd", &alone]);
    assert_eq!(
        (&told["file"], text(&told["ofd"])),
        (&Value::Null, alone.as_str())
    );
    let words = ofd_text(&std::fs::read(&alone).unwrap());
    assert!(words.contains("一、事项名称"), "{words}");

    let application = an_application();
    let intake = application.write_into(&window.folder.path().join("a"), &json!("accept"));
    let taken = window.ctl.good(&["intake", intake.to_str().unwrap()]);
    let number = text(&taken["number"]);
    let (pdf, ofd) = (window.file("receipt.pdf"), window.file("receipt.ofd"));
    window
        .ctl
        .good(&["receipt", number, "--pdf", &pdf, "--ofd", &ofd]);
    assert!(pdf_text(&std::fs::read(&pdf).unwrap()).contains(number));
    let words = ofd_text(&std::fs::read(&ofd).unwrap());
    assert!(
        words.contains(number) && words.contains(application.name()),
        "{words}"
    );
}

#[test]
fn guides_fill_a_folder_for_the_hall_and_proofs_make_the_list_for_the_wall() {
    let window = Window::open();
    let folder = window.file("hall");
    let pages = |file: &str| pdf_text(&std::fs::read(file).unwrap());
    let ticket = window.file("ticket.pdf");
    window
        .ctl
        .good(&["guide", CODE, "--ticket", "--pdf", &ticket]);
    assert!(pages(&ticket).contains("办事要点"));
    let said = window.ctl.said(&[
        "guides",
        "--ticket",
        "--category",
        "社会保障类",
        "--folder",
        &folder,
    ]);
    let told: Vec<Value> = said
        .lines()
        .map(|line| serde_json::from_str(line).unwrap())
        .collect();
    let files = std::fs::read_dir(&folder).unwrap().count();
    assert!(files > 1 && files == told.len(), "{files} {said}");
    for one in &told {
        assert!(pages(text(&one["file"])).contains("办事要点"), "{one}");
    }
    let nothing = window
        .ctl
        .said(&["guides", "--category", "没有这一类", "--folder", &folder]);
    assert_eq!(nothing, "");
    let list = window.file("proofs.pdf");
    window.ctl.good(&["proofs", "--pdf", &list]);
    assert!(pages(&list).contains("证明事项清单"));
}

#[test]
fn requirements_are_the_exact_list_for_the_answers_given() {
    let window = Window::open();
    let open = window.ctl.good(&["requirements", CODE]);
    let asked = open["questions"].as_array().unwrap();
    assert!(asked.len() == 4 && asked.iter().all(|question| question["answer"].is_null()));
    let answers = window.file("answers.json");
    let lines = |given: Value| -> Vec<(String, String)> {
        std::fs::write(&answers, given.to_string()).unwrap();
        let list = window
            .ctl
            .good(&["requirements", CODE, "--answers", &answers]);
        let line = |line: &Value| {
            (
                text(&line["material"]).to_owned(),
                text(&line["status"]).to_owned(),
            )
        };
        list["lines"].as_array().unwrap().iter().map(line).collect()
    };
    let of = |all: &[(&str, &str)]| -> Vec<(String, String)> {
        all.iter()
            .map(|(id, status)| ((*id).to_owned(), (*status).to_owned()))
            .collect()
    };
    let usual = json!({ "age": "yes", "hukou": "yes", "who": "self", "card": "yes" });
    let own = of(&[
        ("MAT-IDCARD", "must"),
        ("MAT-HUKOU", "waived"),
        ("MAT-SSCARD", "waived"),
    ]);
    assert_eq!(lines(usual.clone()), own);
    let mut by_agent = usual;
    by_agent["who"] = json!("agent");
    assert_eq!(
        lines(by_agent),
        [own, of(&[("MAT-AGENT", "must")])].concat()
    );
    assert!(lines(json!({ "age": "no" })).is_empty());
    std::fs::write(&answers, json!({ "age": "maybe" }).to_string()).unwrap();
    let refused = window
        .ctl
        .refused(&["requirements", CODE, "--answers", &answers]);
    assert_eq!(
        (refused.code.as_str(), refused.problems[0].as_str()),
        ("CASE-001", "answers.age: unknown_option")
    );
}

#[test]
fn receipt_and_case_show_what_was_taken_in() {
    let window = Window::open();
    let application = an_application().with_pages("MAT-IDCARD", 2, 20_000);
    let file = application.write_into(&window.folder.path().join("a"), &json!("accept"));
    let taken = window.ctl.good(&["intake", file.to_str().unwrap()]);
    let number = text(&taken["number"]).to_owned();
    assert_eq!(taken["state"], "accepted");
    let shown = window.ctl.good(&["case", "show", &number]);
    assert_eq!(
        (
            text(&shown["row"]["number"]),
            text(&shown["row"]["applicant"])
        ),
        (number.as_str(), application.name())
    );
    assert_eq!(shown["id"], taken["case"]);
    assert_eq!(shown["promisedOn"], taken["due"]);
    let files = shown["materials"][0]["files"].as_array().unwrap();
    assert_eq!(files.len(), 2);
    assert!(
        !shown.to_string().contains(application.id_number()),
        "the number is masked"
    );
    assert_eq!(window.ctl.numbers(), std::slice::from_ref(&number));
    let pdf = window.file("receipt.pdf");
    let before = window.ctl.entries();
    let told = window.ctl.good(&["receipt", &number, "--pdf", &pdf]);
    assert_eq!(told["missing"], json!([]));
    let words = pdf_text(&std::fs::read(&pdf).unwrap());
    assert!(
        words.contains(&number) && words.contains(application.name()),
        "{words}"
    );
    assert_eq!(
        window.ctl.entries(),
        before + 1,
        "the receipt was made with the case; that it was saved is written down"
    );
    let again = ["receipt", &number, "--pdf", &pdf];
    assert_eq!(window.ctl.refused(&again).code, "PAPER-007");
    let because = |reason: &'static str| [again.as_slice(), &["--reason", reason]].concat();
    assert_eq!(window.ctl.run(&because("changed")).status.code(), Some(2));
    assert_eq!(window.ctl.good(&because("lost"))["copy"], 2);
    assert!(pdf_text(&std::fs::read(&pdf).unwrap()).contains("遗失"));
    assert_eq!(
        window
            .ctl
            .refused(&["case", "show", "LY03-20260101-0001-0"])
            .code,
        "CASE-006"
    );
    assert_eq!(
        window
            .ctl
            .refused(&["case", "show", "QS03-20261123-0012-6"])
            .code,
        "CASE-002"
    );
    let none = window.file("none.pdf");
    assert_eq!(
        window
            .ctl
            .refused(&["receipt", "QS03-20261123-0012-6", "--pdf", &none])
            .code,
        "CASE-002"
    );
}

#[test]
fn journal_verify_and_rebuild_prove_the_home() {
    let window = Window::open();
    let file = an_application().write_into(&window.folder.path().join("a"), &json!("accept"));
    let before = window.ctl.entries();
    window.ctl.good(&["intake", file.to_str().unwrap()]);
    assert_eq!(
        window.ctl.entries(),
        before + 4,
        "received, accepted, two papers"
    );
    let rebuilt = window.ctl.good(&["journal", "rebuild"]);
    assert_eq!(
        (&rebuilt["equal"], &rebuilt["before"]),
        (&json!(true), &rebuilt["after"])
    );
}

#[test]
fn a_second_writer_is_told_who_holds_the_home_and_readers_are_not_disturbed() {
    let window = Window::open();
    let file = an_application().write_into(&window.folder.path().join("a"), &json!("accept"));
    let intake = ["intake", file.to_str().unwrap()];
    let holder = Desk::open(Host::window(window.ctl.home().to_owned(), assets()));
    holder.sign_in_demo_operator().unwrap();
    for verb in [&intake[..], &["sync", "--once"], &["journal", "rebuild"]] {
        let refused = window.ctl.refused(verb);
        assert_eq!(refused.code, "HOME-BUSY", "{verb:?}");
        assert!(refused.message.contains("yichuang"), "{}", refused.message);
    }
    assert_eq!(
        window.ctl.good(&["matter", "search", "gljt"])[0]["code"],
        CODE
    );
    assert!(window.ctl.numbers().is_empty());
    assert!(window.ctl.entries() > 0);
    holder.close();
    window.ctl.good(&intake);
}
