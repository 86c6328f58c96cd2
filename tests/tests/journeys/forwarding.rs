//! 异地代收: what is taken in here for another place's authority goes on to it.

use yichuang_app::ipc::{
    ApiError, CaseDone, ErrorCode, ForwardCase, MatterPlace, OpenDraft, PaperRef,
};
use yichuang_tests::kit::{Counter, an_application, pdf_text, sample_matters};

fn forward(
    counter: &Counter,
    draft: Option<String>,
    number: Option<String>,
) -> Result<CaseDone, ApiError> {
    counter.desk.forward_case(ForwardCase {
        draft,
        number,
        to: "样例外县民政局".to_owned(),
        address: "样例路 1 号".to_owned(),
        phone: "0632-0000000".to_owned(),
        by: "样例快递 SF0001".to_owned(),
    })
}

#[test]
fn a_draft_is_received_and_sent_on_in_one_act_with_both_papers() {
    let counter = Counter::open();
    let draft = counter.draft(&an_application());
    let done = forward(&counter, Some(draft.clone()), None).unwrap();
    assert_eq!(done.state, "forwarded");
    let case = counter.show(&done.number);
    assert_eq!(case.row.office, "样例外县民政局");
    assert_eq!(case.row.due.light, "none");
    let kinds: Vec<_> = case.events.iter().map(|one| one.kind.as_str()).collect();
    assert!(kinds.starts_with(&["received", "forwarded"]), "{kinds:?}");
    for (document, words) in [
        ("forwarding", "异地代收回执"),
        ("transfer", "办理地接收人签字"),
    ] {
        let text = counter.paper_text(&done.number, document);
        for said in [
            words,
            "样例外县民政局",
            "0632-0000000",
            "SF0001",
            &done.number,
        ] {
            assert!(text.contains(said), "{document}: {said} in {text}");
        }
    }
    let again = forward(&counter, Some(draft), None).unwrap();
    assert!(again.already && again.number == done.number);
    counter.assert_sound();
}

#[test]
fn a_received_case_is_sent_on_and_an_accepted_one_is_not() {
    let counter = Counter::open();
    let received = counter.receive(&an_application()).number;
    assert!(
        counter
            .show(&received)
            .verbs
            .contains(&"forward".to_owned())
    );
    let done = forward(&counter, None, Some(received.clone())).unwrap();
    assert_eq!(
        (done.number, done.state.as_str()),
        (received.clone(), "forwarded")
    );
    assert!(
        !counter
            .show(&received)
            .verbs
            .contains(&"forward".to_owned())
    );
    let twice = forward(&counter, None, Some(received)).unwrap_err();
    assert_eq!(twice.code, ErrorCode::IllegalMove);

    let accepted = counter.accept(&an_application().by_number(2)).number;
    assert!(
        !counter
            .show(&accepted)
            .verbs
            .contains(&"forward".to_owned())
    );
    let refused = forward(&counter, None, Some(accepted)).unwrap_err();
    assert_eq!(refused.code, ErrorCode::IllegalMove);
}

#[test]
fn what_is_handled_here_and_nowhere_else_stays() {
    let counter = Counter::open();
    let local = an_application().for_matter("公共场所卫生许可（新办）");
    let draft = counter.draft(&local);
    let places = counter.desk.forward_places(MatterPlace {
        code: local.code().to_owned(),
    });
    assert!(!places.unwrap().places.is_empty());
    let view = counter.desk.open_draft(OpenDraft {
        code: local.code().to_owned(),
        answers: Default::default(),
    });
    if !view.unwrap().forwardable {
        let refused = forward(&counter, Some(draft), None).unwrap_err();
        assert_eq!(refused.code, ErrorCode::NotForwarded);
        assert_eq!(counter.find("").total, 0);
    }
}

#[test]
fn where_it_goes_and_how_are_asked_for() {
    let counter = Counter::open();
    let draft = counter.draft(&an_application());
    let refused = counter.desk.forward_case(ForwardCase {
        draft: Some(draft),
        number: None,
        to: " ".to_owned(),
        address: String::new(),
        phone: String::new(),
        by: "字".repeat(101),
    });
    let problems = refused.unwrap_err().problems;
    let said: Vec<_> = problems
        .iter()
        .map(|one| (one.field.as_str(), one.rule.as_str()))
        .collect();
    let wanted = [
        ("to", "required"),
        ("phone", "required"),
        ("by", "too_long"),
    ];
    assert_eq!(said, wanted);
    assert_eq!(counter.find("").total, 0);
}

#[test]
fn a_matter_that_is_not_taken_in_here_says_on_a_slip_where_to_go() {
    let counter = Counter::open();
    let elsewhere = sample_matters().iter().find(|sample| {
        let view = counter.desk.open_draft(OpenDraft {
            code: sample.matter.code.to_string(),
            answers: Default::default(),
        });
        view.unwrap().forwardable && sample.matter.cross_region.is_none()
    });
    let matter = &elsewhere.expect("a matter this point does not take").matter;
    let paper = counter.desk.print_where_to(MatterPlace {
        code: matter.code.to_string(),
    });
    let id = paper.unwrap().id;
    let text = pdf_text(&counter.desk.paper_pdf(PaperRef { id }).unwrap());
    let text: String = text.split_whitespace().collect();
    for said in [&matter.name, &matter.accept_at.body, &matter.consult.phone] {
        let said: String = said.split_whitespace().collect();
        assert!(text.contains(&said), "{said} in {text}");
    }
    assert!(text.contains("去哪办") && text.contains("收费"));
}
