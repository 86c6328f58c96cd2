//! What was done offline reaches the platform once, and its answers come back.

use yichuang_app::ipc::{
    AddAlias, AskCorrection, CorrectionLine, NoteQuestion, Nothing, RefuseCase, RemoveAlias,
};
use yichuang_domain::CaseState;
use yichuang_tests::kit::{Centre, Counter, Line, an_application};

/// Exchanges until the platform has judged and told everything it knows now.
async fn exchange(counter: &Counter, centre: &Centre) {
    counter.sync().await;
    centre.judge();
    counter.sync().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_case_taken_offline_is_reported_judged_dispatched_and_its_progress_comes_back() {
    let line = Line::down();
    let counter = Counter::reaching(&line.url());
    let number = counter
        .accept(&an_application().with_pages("MAT-IDCARD", 2, 60_000))
        .number;
    let without = counter.sync().await;
    assert!(!without.online);
    assert_eq!(
        (without.waiting, without.sent, without.receipted),
        (1, 0, 0)
    );
    assert_eq!(counter.mark(&number), "local");

    let centre = Centre::start(&counter.clock).await;
    line.connect(&centre.url());
    let sent = counter.sync().await;
    assert!(
        sent.online && sent.sent > 0 && sent.attention.is_empty(),
        "{sent:?}"
    );
    assert_eq!((sent.files, sent.waiting), (2, 0));
    assert_eq!(counter.mark(&number), "reported");
    centre.judge();
    counter.sync().await;
    let view = counter.show(&number);
    assert_eq!(view.row.state, "dispatched");
    let case = &centre.cases()[0];
    assert_eq!(case.number, number);
    assert_eq!(
        view.platform_number.as_deref(),
        Some(case.platform_number.as_str())
    );
    let given = case.platform_number.as_str();
    for typed in [given, &given[given.len() - 12..], &given.to_lowercase()] {
        let found = counter.find(typed).rows;
        assert_eq!(found.len(), 1, "{typed}");
        assert_eq!(found[0].number, number);
    }
    assert!(
        view.events.iter().all(|event| event.reported),
        "{:?}",
        view.events
    );

    centre.review(&number, "镇民政办审核", CaseState::InProcess);
    counter.sync().await;
    let view = counter.show(&number);
    assert_eq!(
        (view.row.state.as_str(), view.row.step.as_deref()),
        ("in_process", Some("镇民政办审核"))
    );
    let progress = view
        .events
        .iter()
        .rfind(|event| event.kind == "progress")
        .unwrap();
    assert_eq!(
        (progress.place.as_str(), progress.params["note"].as_str()),
        ("platform", "样例意见")
    );
    assert!(view.progress_as_of.is_some());

    centre.review(&number, "办结", CaseState::Granted);
    counter.sync().await;
    assert_eq!(counter.show(&number).row.state, "granted");
    counter.assert_sound();
    centre.assert_sound();
}

#[tokio::test(flavor = "multi_thread")]
async fn what_the_platform_stores_is_what_the_clerk_wrote() {
    let line = Line::down();
    let counter = Counter::reaching(&line.url());
    let application = an_application();
    let number = counter.accept(&application).number;
    let centre = Centre::start(&counter.clock).await;
    line.connect(&centre.url());
    exchange(&counter, &centre).await;
    let received = centre.received();
    assert_eq!(received.len(), 1);
    assert_eq!(received[0].number.to_string(), number);
    assert_eq!(received[0].applicant.name, application.name());
    assert_eq!(received[0].applicant.id.reveal(), application.id_number());
    assert_eq!(received[0].answers.0, application.answers());
    assert_eq!(received[0].clerk, "样例窗口员");
}

#[tokio::test(flavor = "multi_thread")]
async fn corrections_and_refusals_are_reported_and_no_department_gets_them() {
    let line = Line::down();
    let counter = Counter::reaching(&line.url());
    let items = vec![CorrectionLine {
        material: "MAT-IDCARD".to_owned(),
        problem: "没有带来".to_owned(),
        how: "下次带原件".to_owned(),
    }];
    let draft = Some(counter.draft(&an_application().by_number(1)));
    let asked = counter
        .desk
        .ask_correction(AskCorrection {
            draft,
            number: None,
            items,
        })
        .unwrap();
    let refused = counter
        .desk
        .refuse_case(RefuseCase {
            draft: Some(counter.draft(&an_application().by_number(2))),
            number: None,
            ground: "not_eligible".to_owned(),
            explanation: "户籍不在本市".to_owned(),
            competent: None,
        })
        .unwrap();
    let accepted = counter.accept(&an_application().by_number(3));
    let centre = Centre::start(&counter.clock).await;
    line.connect(&centre.url());
    exchange(&counter, &centre).await;
    for (case, state) in [
        (&asked, "needs_correction"),
        (&refused, "refused"),
        (&accepted, "dispatched"),
    ] {
        let row = counter.show(&case.number).row;
        assert_eq!(
            (row.state.as_str(), row.sync.mark.as_str()),
            (state, "reported"),
            "{}",
            case.number
        );
    }
    assert_eq!(centre.numbers(), [accepted.number]);
    assert_eq!(centre.received().len(), 3);
    counter.assert_sound();
}

#[tokio::test(flavor = "multi_thread")]
async fn the_sync_centre_tells_what_waits_what_went_and_what_came() {
    let line = Line::down();
    let counter = Counter::reaching(&line.url());
    let number = counter
        .accept(&an_application().with_pages("MAT-IDCARD", 1, 30_000))
        .number;
    let before = counter.desk.sync_centre(Nothing {}).unwrap();
    assert_eq!(
        before
            .waiting
            .iter()
            .map(|row| &row.number)
            .collect::<Vec<_>>(),
        [&number]
    );
    assert_eq!((before.waiting[0].files, before.waiting_bytes), (1, 30_000));
    let centre = Centre::start(&counter.clock).await;
    line.connect(&centre.url());
    exchange(&counter, &centre).await;
    centre.review(&number, "审核", CaseState::InProcess);
    counter.sync().await;
    let after = counter.desk.sync_centre(Nothing {}).unwrap();
    assert!(after.waiting.is_empty() && after.attention.is_empty());
    assert_eq!(
        after
            .reported_today
            .iter()
            .map(|row| &row.number)
            .collect::<Vec<_>>(),
        [&number]
    );
    assert!(
        after.down.iter().any(|row| row.text.contains("审核")),
        "{:?}",
        after.down
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn the_photograph_of_a_paper_signed_after_receipt_reaches_the_platform_with_the_acceptance() {
    let line = Line::down();
    let counter = Counter::reaching(&line.url());
    let number = counter.receive_unsigned(&an_application());
    let centre = Centre::start(&counter.clock).await;
    line.connect(&centre.url());
    exchange(&counter, &centre).await;
    assert_eq!(counter.mark(&number), "reported");

    let photograph = b"\xff\xd8\xff\xe0 a photograph of the signed form";
    counter.accept_signed(&number, photograph).unwrap();
    assert_eq!(counter.mark(&number), "local");
    let sent = counter.sync().await;
    assert_eq!((sent.files, sent.waiting), (1, 0), "{sent:?}");
    centre.judge();
    counter.sync().await;
    let view = counter.show(&number);
    assert_eq!(view.row.state, "dispatched");
    let form = view.materials.last().unwrap();
    assert_eq!(form.material, "application_form");
    assert!(form.files[0].reported);
    counter.assert_sound();
}

#[test]
fn the_sync_centre_lists_what_waits_in_the_order_it_was_taken_in() {
    let counter = Counter::open();
    let numbers: Vec<_> = (0..3)
        .map(|_| counter.accept(&an_application()).number)
        .collect();
    let waiting = counter.desk.sync_centre(Nothing {}).unwrap().waiting;
    let listed: Vec<_> = waiting.into_iter().map(|row| row.number).collect();
    assert_eq!(listed, numbers);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_running_counter_reports_by_itself_when_the_platform_appears() {
    let line = Line::down();
    let counter = Counter::reaching(&line.url());
    let centre = Centre::start(&counter.clock).await;
    let taking = async {
        let number = counter.accept(&an_application()).number;
        yichuang_tests::kit::eventually_async("a try without an answer", || async {
            let status = counter.desk.app_status(Nothing {}).ok()?.sync;
            (status.connectivity != "starting").then_some(())
        })
        .await;
        line.connect(&centre.url());
        counter.desk.sync_now(Nothing {}).unwrap();
        yichuang_tests::kit::eventually_async("「已上报」", || async {
            (counter.mark(&number) == "reported").then_some(())
        })
        .await;
    };
    tokio::select! {
        () = counter.desk.keep_syncing() => panic!("it stopped by itself"),
        () = taking => {}
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn what_people_asked_for_in_vain_reaches_whoever_keeps_the_words() {
    let line = Line::down();
    let counter = Counter::reaching(&line.url());
    for text in ["老来补", "独生子女光荣费"] {
        let note = NoteQuestion {
            text: text.to_owned(),
        };
        counter.desk.note_question(note).unwrap();
    }
    let centre = Centre::start(&counter.clock).await;
    line.connect(&centre.url());
    exchange(&counter, &centre).await;
    let asked = centre.platform().asked().unwrap();
    let words: Vec<_> = asked.iter().map(|note| note.text.as_str()).collect();
    assert_eq!(words, ["独生子女光荣费", "老来补"]);
}

#[tokio::test(flavor = "multi_thread")]
async fn what_a_point_says_people_call_a_matter_reaches_whoever_keeps_the_words() {
    let line = Line::down();
    let counter = Counter::reaching(&line.url());
    let code = an_application().code().to_owned();
    for text in ["老来补", "老人红包"] {
        let (code, text) = (code.clone(), text.to_owned());
        counter.desk.add_alias(AddAlias { code, text }).unwrap();
    }
    let taken_back = RemoveAlias {
        code: code.clone(),
        text: "老来补".to_owned(),
    };
    counter.desk.remove_alias(taken_back).unwrap();
    let centre = Centre::start(&counter.clock).await;
    line.connect(&centre.url());
    exchange(&counter, &centre).await;
    let changes = centre.platform().aliases().unwrap();
    let told: Vec<_> = changes
        .iter()
        .map(|change| (change.text.as_str(), change.added))
        .collect();
    assert_eq!(
        told,
        [("老来补", false), ("老人红包", true), ("老来补", true)]
    );
    assert!(changes.iter().all(|change| change.matter.as_str() == code));
    counter.assert_sound();
    centre.assert_sound();
}
