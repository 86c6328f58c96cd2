//! `sync --once` against nobody, and against the platform's own program.

use serde_json::json;
use yichuang_tests::kit::{Ctl, Line, ServedPlatform, an_application, eventually, prepared_home};

#[test]
fn sync_once_waits_without_a_platform_and_reports_with_one() {
    let folder = tempfile::tempdir().unwrap();
    let line = Line::down();
    let ctl = Ctl::at(prepared_home(folder.path(), Some(&line.url())));
    let file = an_application()
        .with_pages("MAT-IDCARD", 2, 50_000)
        .write_into(&folder.path().join("a"), &json!("accept"));
    let taken = ctl.good(&["intake", file.to_str().unwrap()]);
    let number = taken["number"].as_str().unwrap();

    let alone = ctl.good(&["sync", "--once"]);
    assert_eq!(alone["online"], false);
    assert_eq!(
        (&alone["waiting"], &alone["sent"], &alone["receipted"]),
        (&json!(1), &json!(0), &json!(0))
    );
    assert_eq!(
        ctl.good(&["case", "show", number])["row"]["sync"]["mark"],
        "local"
    );

    let platform = ServedPlatform::serve(&folder.path().join("centre"));
    line.connect(platform.url());
    let sent = ctl.good(&["sync", "--once"]);
    assert_eq!(sent["online"], true, "{sent}");
    assert_eq!(
        (&sent["waiting"], &sent["files"], &sent["attention"]),
        (&json!(0), &json!(2), &json!([]))
    );
    assert!(
        sent["sent"].as_u64() > Some(0) && sent["receipted"].as_u64() > Some(0),
        "{sent}"
    );
    let view = eventually("the case to be dispatched", || {
        ctl.good(&["sync", "--once"]);
        let view = ctl.good(&["case", "show", number]);
        (view["row"]["state"] == "dispatched").then_some(view)
    });
    assert_eq!(view["row"]["sync"]["mark"], "reported");
    assert!(view["platformNumber"].is_string());
    assert_eq!(ctl.good(&["journal", "rebuild"])["equal"], true);
    platform.kill();
    assert_eq!(ctl.good(&["sync", "--once"])["online"], false);
    assert_eq!(
        ctl.good(&["case", "show", number])["row"]["sync"]["mark"],
        "reported"
    );
}

#[test]
fn an_intake_goes_through_while_the_platform_is_away_and_follows_by_itself() {
    let folder = tempfile::tempdir().unwrap();
    let line = Line::down();
    let ctl = Ctl::at(prepared_home(folder.path(), Some(&line.url())));
    let centre = folder.path().join("centre");
    let take = |n: u32| {
        let file = an_application()
            .by_number(n)
            .write_into(&folder.path().join(n.to_string()), &json!("accept"));
        ctl.good(&["intake", file.to_str().unwrap()]);
    };
    let platform = ServedPlatform::serve(&centre);
    line.connect(platform.url());
    take(1);
    assert_eq!(ctl.good(&["sync", "--once"])["waiting"], 0);
    platform.kill();
    take(2);
    take(3);
    assert_eq!(ctl.good(&["sync", "--once"])["waiting"], 2);
    let platform = ServedPlatform::serve(&centre);
    line.connect(platform.url());
    assert_eq!(ctl.good(&["sync", "--once"])["waiting"], 0);
    drop(platform);
}
