//! 一链办理: several matters in one visit, by one form and one set of materials; each goes its own way.

use std::collections::{BTreeMap, BTreeSet};

use yichuang_app::ipc::{
    AcceptApart, AcceptCase, AskCorrection, CaseRef, CorrectionLine, GiveChainNotice, Nothing,
    OpenChain, PaperRef, ReceiveCase, RefuseApart, SaveDraft, SetApart, ShowChain, ShowChainNotice,
};
use yichuang_domain::{CaseState, MatterCode};
use yichuang_tests::kit::{Centre, Counter, Line, a_chain, pdf_text, shown_draft};
use yichuang_wire::payload::Received;

/// 身后一件事 without its optional notary: four matters at four departments.
const AFTER_DEATH: &str = "YJS-02";
const DEATH_CERTIFICATE: &str = "12370481MB9X23815K5370723002000";
const DEREGISTRATION: &str = "11370481MB9X0981034370709003000";
const PENSION_END: &str = "11370481MB9X14812W4370514002000";

async fn exchange(counter: &Counter, centre: &Centre) {
    counter.sync().await;
    centre.judge();
    counter.sync().await;
}

#[test]
fn all_ten_chains_of_the_catalogue_are_accepted_whole() {
    let counter = Counter::open();
    let chains = counter.desk.list_chains(Nothing {}).unwrap().chains;
    assert_eq!(chains.len(), 10);
    for chain in chains {
        let done = a_chain(&chain.code).accept_at(&counter);
        let whole = done.chain.expect("a whole");
        assert_eq!(whole.name, chain.name);
        assert_eq!(whole.cases.len(), chain.matters as usize, "{}", chain.name);
        for case in &whole.cases {
            assert!(
                case.state.starts_with("accepted"),
                "{} {case:?}",
                chain.name
            );
            assert_eq!(case.short, format!("{}-{}", whole.short, case.place));
        }
        let text = counter.paper_text(&done.number, "receipt");
        assert!(text.contains(&whole.whole), "{text}");
        for case in &whole.cases {
            assert!(text.contains(&case.number), "{} {text}", chain.name);
        }
    }
    counter.assert_sound();
}

#[test]
fn merging_counts_what_the_catalogue_counted() {
    let counter = Counter::open();
    for chain in counter.desk.list_chains(Nothing {}).unwrap().chains {
        let shown = counter.desk.show_chain(ShowChain {
            code: chain.code.clone(),
            chosen: None,
        });
        let shown = shown.unwrap();
        assert!(shown.fields < shown.fields_apart, "{}", chain.name);
        assert!(shown.materials < shown.materials_apart, "{}", chain.name);
        assert_eq!(shown.trips, 1);
        assert!(shown.trips_apart >= chain.matters);
        assert_eq!(shown.offices.len(), chain.offices as usize);
        let table: BTreeSet<_> = shown.table.iter().map(|one| &one.material).collect();
        assert_eq!(table.len(), shown.table.len(), "each material once");
    }
}

/// UX check 26.
#[tokio::test(flavor = "multi_thread")]
async fn four_matters_ask_each_shared_field_and_material_once_and_go_to_four_offices() {
    let line = Line::down();
    let counter = Counter::reaching(&line.url());
    let application = a_chain(AFTER_DEATH)
        .only(&[])
        .with_page("MAT-IDCARD", "一张身份证");
    let draft = application.typed_at(&counter);
    let keys: BTreeSet<_> = draft.fields.iter().map(|field| &field.key).collect();
    assert_eq!(keys.len(), draft.fields.len(), "each field once");
    let lines = &draft.requirements.lines;
    let materials: BTreeSet<_> = lines.iter().map(|line| &line.material).collect();
    assert_eq!(materials.len(), lines.len(), "each material once");
    let forms = draft
        .to_sign
        .iter()
        .filter(|p| p.document == "application_form");
    assert_eq!(forms.count(), 1, "one form to sign");
    let chain = draft.chain.as_ref().unwrap();
    assert_eq!((chain.offices.len(), chain.trips), (4, 1));

    let done = counter
        .desk
        .accept_case(AcceptCase { draft: draft.id })
        .unwrap();
    let whole = done.chain.unwrap();
    let numbers: Vec<String> = whole.cases.iter().map(|case| case.number.clone()).collect();
    assert_eq!(numbers.len(), 4);
    let offices: BTreeSet<_> = whole.cases.iter().map(|case| &case.office).collect();
    assert_eq!(offices.len(), 4);
    let receipts = done.papers.iter().filter(|p| p.document == "receipt");
    assert_eq!(receipts.count(), 1);
    for number in &numbers {
        let papers = counter.show(number).papers;
        assert_eq!(papers.iter().filter(|p| p.document == "receipt").count(), 1);
        assert_eq!(
            papers.iter().filter(|p| p.document == "acceptance").count(),
            1
        );
    }
    assert_eq!(counter.sync().await.waiting, 4, "four queued records");

    let centre = Centre::start(&counter.clock).await;
    line.connect(&centre.url());
    exchange(&counter, &centre).await;
    exchange(&counter, &centre).await;
    let received: Vec<Received> = centre.received();
    assert_eq!(received.len(), 4, "each exactly once");
    let there: BTreeSet<_> = received.iter().map(|one| one.number.to_string()).collect();
    assert_eq!(there, numbers.iter().cloned().collect());
    the_same_visit(&received);
    for number in &numbers {
        assert_eq!(counter.mark(number), "reported", "{number}");
    }
    counter.assert_sound();
    centre.assert_sound();
}

/// One visit, one page, every shared value the same in all.
fn the_same_visit(received: &[Received]) {
    let visits: BTreeSet<_> = received.iter().map(|one| one.visit.unwrap()).collect();
    assert_eq!(visits.len(), 1);
    let parts = received.iter().map(|one| one.chain.as_ref().unwrap());
    let wholes: BTreeSet<_> = parts.clone().map(|part| part.whole.to_string()).collect();
    assert_eq!(wholes.len(), 1);
    let places: BTreeSet<_> = parts.map(|part| part.place).collect();
    assert_eq!(places, BTreeSet::from([1, 2, 3, 4]));
    let mut values: BTreeMap<&str, BTreeSet<&str>> = BTreeMap::new();
    let mut pages = BTreeSet::new();
    for one in received {
        for (key, value) in &one.form {
            values.entry(key).or_default().insert(value);
        }
        for material in one.materials.iter().filter(|m| m.id == "MAT-IDCARD") {
            assert_eq!(material.files.len(), 1, "{}", one.matter.name);
            pages.insert(material.files[0].sha256.to_string());
        }
    }
    assert_eq!(
        pages.len(),
        1,
        "the page is kept once and every case names it"
    );
    assert!(values.values().all(|said| said.len() == 1), "{values:?}");
    assert!(
        received
            .iter()
            .all(|one| one.form.contains_key("deceased_name"))
    );
}

#[test]
fn what_to_bring_for_the_whole_is_told_once_on_one_paper() {
    let counter = Counter::open();
    let draft = a_chain(AFTER_DEATH).only(&[]).typed_at(&counter);
    let answers = draft.content.answers.clone();
    let shown = counter.desk.show_chain_notice(ShowChainNotice {
        code: AFTER_DEATH.to_owned(),
        chosen: Vec::new(),
        answers: answers.clone(),
        person: None,
    });
    let shown = shown.unwrap();
    assert_eq!(
        shown.requirements.lines, draft.requirements.lines,
        "the notice is the checklist of intake"
    );
    let given = counter.desk.give_chain_notice(GiveChainNotice {
        code: AFTER_DEATH.to_owned(),
        chosen: Vec::new(),
        answers,
        person: None,
        leave: None,
    });
    let paper = given.unwrap().paper;
    let pdf = counter.desk.paper_pdf(PaperRef { id: paper.id }).unwrap();
    let text: String = pdf_text(&pdf).split_whitespace().collect();
    for words in ["身后一件事", AFTER_DEATH, "4项一起办", "死者居民户口簿"] {
        assert!(text.contains(words), "{words}: {text}");
    }
    counter.assert_sound();
}

#[test]
fn a_case_that_waits_says_for_whom_on_its_page_and_on_paper() {
    let counter = Counter::open();
    let done = a_chain(AFTER_DEATH).only(&[]).accept_at(&counter);
    let whole = done.chain.unwrap();
    let waits: Vec<_> = whole
        .cases
        .iter()
        .map(|case| case.waits_for.clone())
        .collect();
    assert_eq!(waits, [vec![], vec![1], vec![1], vec![3]]);
    let text = counter.paper_text(&done.number, "receipt");
    // A cell breaks its line where it is full.
    let unbroken: String = text.chars().filter(|c| !c.is_whitespace()).collect();
    assert_eq!(unbroken.matches("（等").count(), 2 * 3, "{text}");
    let third = counter.show(&whole.cases[2].number);
    let of = third.chain.unwrap();
    assert_eq!((of.place, of.cases.len()), (3, 4));
    assert_eq!(of.whole, whole.whole);
}

#[test]
fn one_matter_is_refused_and_the_others_go_on() {
    let counter = Counter::open();
    let draft = a_chain(AFTER_DEATH).only(&[]).typed_at(&counter).id;
    let refusal = RefuseApart {
        ground: "not_eligible".to_owned(),
        explanation: "参保地不在本市".to_owned(),
        competent: None,
    };
    let done = counter.desk.accept_apart(AcceptApart {
        draft: draft.clone(),
        apart: vec![SetApart {
            matter: PENSION_END.to_owned(),
            refuse: Some(refusal),
            correct: None,
        }],
    });
    let whole = done.unwrap().chain.unwrap();
    let states: Vec<_> = whole.cases.iter().map(|case| case.state.as_str()).collect();
    assert_eq!(states, ["accepted", "accepted", "accepted", "refused"]);
    assert_eq!(whole.cases[3].reason, "参保地不在本市");
    let refused = &whole.cases[3].number;
    assert!(
        counter
            .paper_text(refused, "refusal")
            .contains("参保地不在本市")
    );
    let receipt = counter.paper_text(&whole.cases[0].number, "receipt");
    assert!(receipt.contains("不予受理"), "{receipt}");
    let again = counter.desk.accept_case(AcceptCase { draft }).unwrap();
    assert!(again.already);
    counter.assert_sound();
}

#[test]
fn one_matter_is_sent_back_for_a_correction_while_its_sisters_are_accepted() {
    let counter = Counter::open();
    let application = a_chain(AFTER_DEATH).only(&[]).without_material("MAT-HUKOU");
    let draft = application.typed_at(&counter).id;
    let refused = counter.desk.accept_case(AcceptCase {
        draft: draft.clone(),
    });
    let problems = refused.unwrap_err().problems;
    let missing: Vec<_> = problems
        .iter()
        .map(|problem| problem.field.as_str())
        .collect();
    assert_eq!(missing, ["materials.MAT-HUKOU"]);
    let done = counter.desk.accept_apart(AcceptApart {
        draft,
        apart: vec![SetApart {
            matter: DEREGISTRATION.to_owned(),
            refuse: None,
            correct: Some(vec![hukou_missing()]),
        }],
    });
    let whole = done.unwrap().chain.unwrap();
    let states: Vec<_> = whole.cases.iter().map(|case| case.state.as_str()).collect();
    assert_eq!(
        states,
        ["accepted", "accepted", "needs_correction", "accepted"]
    );
    assert!(
        whole.cases[2].reason.contains("死者居民户口簿"),
        "{whole:?}"
    );
    counter.assert_sound();
}

fn hukou_missing() -> CorrectionLine {
    CorrectionLine {
        material: "MAT-HUKOU".to_owned(),
        problem: "没有带来".to_owned(),
        how: "补交原件".to_owned(),
    }
}

#[test]
fn a_notice_about_the_whole_reaches_the_matters_it_concerns() {
    let counter = Counter::open();
    let application = a_chain(AFTER_DEATH).only(&[]).without_material("MAT-HUKOU");
    let draft = application.typed_at(&counter).id;
    let done = counter.desk.ask_correction(AskCorrection {
        draft: Some(draft),
        number: None,
        items: vec![hukou_missing()],
    });
    let whole = done.unwrap().chain.unwrap();
    let states: Vec<_> = whole.cases.iter().map(|case| case.state.as_str()).collect();
    assert_eq!(
        states,
        ["received", "received", "needs_correction", "received"]
    );
}

#[test]
fn a_chain_that_was_only_received_is_accepted_case_by_case() {
    let counter = Counter::open();
    let draft = a_chain(AFTER_DEATH).only(&[]).typed_at(&counter).id;
    let done = counter.desk.receive_case(ReceiveCase { draft }).unwrap();
    let whole = done.chain.unwrap();
    assert!(whole.cases.iter().all(|case| case.state == "received"));
    for case in &whole.cases {
        let accepted = counter.accept_signed(&case.number, b"\xff\xd8\xff page");
        let accepted = accepted.unwrap_or_else(|error| panic!("{}: {error:?}", case.matter));
        assert_eq!(accepted.number, case.number);
    }
    counter.assert_sound();
}

#[test]
fn a_matter_an_answer_ends_is_left_out_with_its_reason_and_the_others_go_on() {
    let counter = Counter::open();
    let opened = counter.desk.open_chain(OpenChain {
        code: AFTER_DEATH.to_owned(),
        chosen: Vec::new(),
        answers: BTreeMap::from([("cremate".to_owned(), "no".to_owned())]),
    });
    let chain = opened.unwrap().chain.unwrap();
    let ended: Vec<u32> = chain
        .matters
        .iter()
        .filter(|matter| matter.ended.is_some())
        .map(|matter| matter.order)
        .collect();
    assert_eq!(ended, [2]);
    let done = a_chain(AFTER_DEATH)
        .only(&[])
        .answering("cremate", "no")
        .accept_at(&counter);
    let whole = done.chain.unwrap();
    assert_eq!(whole.cases.len(), 3);
    assert_eq!(
        whole.cases[2].waits_for,
        [2],
        "the places are the sisters' own"
    );
}

#[test]
fn a_matter_that_another_needs_comes_along_and_cannot_be_left_out_alone() {
    let counter = Counter::open();
    let subsidy = "11370481MB9X14812W4370514005000";
    let shown = counter.desk.show_chain(ShowChain {
        code: "YJS-09".to_owned(),
        chosen: Some(vec![subsidy.to_owned()]),
    });
    let matters = shown.unwrap().matters;
    assert!(matters.iter().all(|matter| matter.chosen));
    assert_eq!(matters[0].needed_by, [2]);
    assert_eq!(matters[1].needed_by, [6]);
    let without = counter.desk.show_chain(ShowChain {
        code: "YJS-09".to_owned(),
        chosen: Some(Vec::new()),
    });
    let chosen: Vec<u32> = without
        .unwrap()
        .matters
        .iter()
        .filter(|matter| matter.chosen)
        .map(|matter| matter.order)
        .collect();
    assert_eq!(chosen, [3, 4, 5]);
}

#[test]
fn pressing_twice_or_after_a_restart_gives_the_same_numbers() {
    let counter = Counter::open();
    let draft = a_chain(AFTER_DEATH).only(&[]).typed_at(&counter).id;
    let accept = AcceptCase { draft };
    let first = counter.desk.accept_case(accept.clone()).unwrap();
    let second = counter.desk.accept_case(accept.clone()).unwrap();
    assert!(second.already && !first.already);
    let counter = counter.restarted();
    counter.sign_in(yichuang_tests::kit::Who::Clerk);
    let third = counter.desk.accept_case(accept).unwrap();
    let numbers = |done: &yichuang_app::ipc::CaseDone| -> Vec<String> {
        let cases = &done.chain.as_ref().unwrap().cases;
        cases.iter().map(|case| case.number.clone()).collect()
    };
    assert_eq!(numbers(&first), numbers(&second));
    assert_eq!(numbers(&first), numbers(&third));
    assert_eq!(counter.find("").total, 4);
    counter.assert_sound();
}

#[test]
fn the_whole_number_finds_every_case_and_the_short_one_too() {
    let counter = Counter::open();
    let done = a_chain(AFTER_DEATH).only(&[]).accept_at(&counter);
    let whole = done.chain.unwrap();
    for typed in [
        whole.whole.clone(),
        whole.whole.to_lowercase(),
        whole.short.clone(),
    ] {
        assert_eq!(counter.find(&typed).total, 4, "{typed}");
    }
    for case in &whole.cases {
        assert_eq!(counter.find(&case.number).total, 1, "{}", case.number);
        assert_eq!(counter.find(&case.short).total, 1, "{}", case.short);
    }
    let opened = counter.desk.show_case(CaseRef {
        number: whole.whole.clone(),
    });
    assert_eq!(opened.unwrap().row.number, whole.cases[0].number);
}

#[test]
fn ticking_a_matter_off_in_the_draft_asks_only_what_is_left() {
    let counter = Counter::open();
    let opened = counter.desk.open_chain(OpenChain {
        code: "YJS-07".to_owned(),
        chosen: vec!["11370481MB9X14812W5372014001000".to_owned()],
        answers: BTreeMap::new(),
    });
    let view = opened.unwrap();
    let before = view.fields.len();
    let mut content = view.content;
    content.chain.as_mut().unwrap().chosen.clear();
    let saved = counter.desk.save_draft(SaveDraft {
        id: view.id.clone(),
        content,
    });
    assert!(saved.unwrap().fields.len() < before);
    let chain = shown_draft(&counter, &view.id).chain.unwrap();
    let chosen = chain.matters.iter().filter(|matter| matter.chosen);
    assert_eq!(chosen.count(), 2);
}

#[test]
fn a_draft_of_a_chain_meets_a_new_edition_of_one_of_its_matters() {
    let counter = Counter::open();
    let draft = a_chain(AFTER_DEATH).only(&[]).typed_at(&counter).id;
    let code: MatterCode = DEATH_CERTIFICATE.parse().unwrap();
    let samples = yichuang_tests::kit::sample_matters();
    let sample = samples.iter().find(|one| one.matter.code == code).unwrap();
    let mut matter = sample.matter.clone();
    let fields = matter.form_fields.iter();
    let own = fields
        .rev()
        .find(|f| f.required && !f.key.starts_with("applicant") && f.ask_if.is_none());
    let (own, shared) = (own.unwrap().key.clone(), "deceased_name".to_owned());
    matter
        .form_fields
        .retain(|f| f.key != own && f.key != shared);
    counter.publish(&matter, None);
    let refused = counter.desk.accept_case(AcceptCase {
        draft: draft.clone(),
    });
    assert_eq!(refused.unwrap_err().code.as_str(), "DRAFT-002");
    let view = shown_draft(&counter, &draft);
    let moved = view.content.moved.expect("what changed is told");
    assert!(!view.content.form.contains_key(&own), "{own} is set aside");
    assert!(
        view.content.form.contains_key(&shared),
        "its sisters still ask for it"
    );
    assert_eq!(moved.changes.len(), 1, "{moved:?}");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_sister_whose_result_came_is_waited_for_no_more() {
    let line = Line::down();
    let counter = Counter::reaching(&line.url());
    let done = a_chain(AFTER_DEATH).only(&[]).accept_at(&counter);
    let whole = done.chain.unwrap();
    let centre = Centre::start(&counter.clock).await;
    line.connect(&centre.url());
    exchange(&counter, &centre).await;
    let first = &whole.cases[0].number;
    centre.review(first, "已出具", CaseState::Granted);
    exchange(&counter, &centre).await;
    let now = counter.show(first).chain.unwrap();
    assert_eq!(now.cases[1].waits_for, Vec::<u32>::new());
    assert_eq!(now.cases[3].waits_for, [3]);
}
