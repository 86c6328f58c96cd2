//! Printing at the counter: every paper ends as what became of it, and no printer moves a case (F10).

use chrono::TimeDelta;
use yichuang_app::ipc::{ErrorCode, PaperInfo, PaperRefs, Reprint, SeenPaper};
use yichuang_device::simulator::{IppFault, IppOperation, IppPrinter, JobState, JobStep};
use yichuang_tests::kit::{Counter, Sent, Who, an_application, pdf_text};

/// Looks that settle whatever a played printer settles.
pub(super) const ENOUGH: usize = 4;

pub(super) fn end(outcome: &str, reason: Option<&str>) -> Sent {
    (outcome.to_owned(), reason.map(str::to_owned))
}

/// A counter with one page printer, and a case whose papers are made.
pub(super) fn a_case_beside(service: &IppPrinter) -> (Counter, String) {
    let counter = Counter::open();
    counter.has_printer("样例激光机", &service.link());
    let number = counter.accept(&an_application()).number;
    (counter, number)
}

/// What the timeline of a case says became of its papers, oldest first.
pub(super) fn settled(counter: &Counter, number: &str) -> Vec<(String, String, String)> {
    let view = counter.show(number);
    let entries = view
        .events
        .iter()
        .filter(|event| event.kind == "paper_settled");
    let said = |event: &yichuang_app::ipc::CaseEvent, name: &str| {
        event.params.get(name).cloned().unwrap_or_default()
    };
    entries
        .map(|event| {
            (
                said(event, "document"),
                said(event, "outcome"),
                said(event, "reason"),
            )
        })
        .collect()
}

/// The documents somebody still waits for, in the order of the shelf.
fn owed(counter: &Counter) -> Vec<String> {
    let shelf = counter.shelf();
    let rows = shelf.attention.into_iter().chain(shelf.waiting);
    rows.map(|row| row.paper.document).collect()
}

fn again(counter: &Counter, number: &str, reason: &str) -> PaperInfo {
    let reprint = Reprint {
        number: number.to_owned(),
        document: "receipt".to_owned(),
        reason: Some(reason.to_owned()),
    };
    counter.desk.reprint(reprint).unwrap()
}

#[test]
fn a_paper_is_done_when_its_printer_says_so_and_not_before() {
    let service = IppPrinter::start().unwrap();
    service.script(&[
        JobStep::of(JobState::Processing),
        JobStep::of(JobState::Completed),
    ]);
    let (counter, number) = a_case_beside(&service);
    let pdf = counter.paper(&number, "receipt");
    assert_eq!(counter.to_print(), 1);
    let paper = counter.print(&number, "receipt");
    assert_eq!(paper.outcome, "printing");
    assert_eq!(paper.place.as_deref(), Some("样例激光机"));
    assert_eq!(
        service.received(),
        [],
        "the clerk does not wait for a printer"
    );
    assert_eq!(counter.looks(1), 1);
    assert_eq!(counter.stands(&paper), end("printing", None));
    assert_eq!(counter.looks(ENOUGH), 0);
    assert_eq!(counter.stands(&paper), end("done", None));
    let jobs = service.received();
    assert_eq!((jobs.len(), &jobs[0].bytes), (1, &pdf));
    assert_eq!(jobs[0].media, "iso_a5_148x210mm");
    assert_eq!(
        settled(&counter, &number),
        [("receipt".to_owned(), "done".to_owned(), String::new())]
    );
    counter.assert_sound();
}

#[test]
fn two_presses_are_one_job() {
    let service = IppPrinter::start().unwrap();
    let (counter, number) = a_case_beside(&service);
    for _ in 0..3 {
        counter.print(&number, "receipt");
    }
    counter.looks(ENOUGH);
    assert_eq!(counter.print(&number, "receipt").outcome, "done");
    counter.looks(ENOUGH);
    assert_eq!(service.received().len(), 1);
    assert_eq!(settled(&counter, &number).len(), 1);
}

/// What goes wrong before or while a sheet is printed, and what the paper ends as.
type Trouble = (fn(&IppPrinter), Sent);

fn troubles() -> Vec<Trouble> {
    use JobState::{Aborted, Completed};
    vec![
        (
            |service| service.script(&[JobStep::of(Aborted).because("media-empty")]),
            end("failed", Some("paper_out")),
        ),
        (
            |service| {
                let jammed = JobStep::of(Aborted).because("media-jam").after_sheets(1);
                service.script(&[jammed]);
            },
            end("unknown", Some("jam")),
        ),
        (
            |service| service.lay_in(&["na_letter_8.5x11in"]),
            end("failed", Some("wrong_media")),
        ),
        (
            |service| service.accept(false),
            end("failed", Some("refused")),
        ),
        (
            |service| {
                let errors = JobStep::of(Completed).because("job-completed-with-errors");
                service.script(&[errors]);
            },
            end("unknown", Some("stopped")),
        ),
    ]
}

#[test]
fn f10_a_printer_that_fails_leaves_the_case_where_it_is_and_the_paper_on_the_shelf() {
    for (trouble, expected) in troubles() {
        let service = IppPrinter::start().unwrap();
        trouble(&service);
        let (counter, number) = a_case_beside(&service);
        let before = counter.show(&number).row;
        let paper = counter.print(&number, "receipt");
        assert_eq!(counter.looks(ENOUGH), 0);
        assert_eq!(counter.stands(&paper), expected);
        let after = counter.show(&number).row;
        assert_eq!((after.state, after.due), (before.state, before.due));
        assert_eq!(counter.find(&number).total, 1, "it never leaves its list");
        let attention = counter.shelf().attention;
        assert_eq!(attention.len(), 1, "{expected:?}");
        assert_eq!(
            (attention[0].number.as_str(), &attention[0].paper.id),
            (number.as_str(), &paper.id)
        );
        assert_eq!(counter.to_print(), 1);
        counter.assert_sound();
    }
}

#[test]
fn f10_a_print_service_that_is_gone_fails_the_paper_and_nothing_else() {
    let service = IppPrinter::start().unwrap();
    let (counter, number) = a_case_beside(&service);
    drop(service);
    let paper = counter.print(&number, "receipt");
    assert_eq!(counter.looks(1), 0);
    assert_eq!(counter.stands(&paper), end("failed", Some("spooler_gone")));
}

#[test]
fn f10_a_paper_that_waits_says_for_what_and_goes_on_when_somebody_has_seen_to_it() {
    for (keywords, reason) in [
        (["media-empty-error"], "paper_out"),
        (["cover-open-error"], "cover_open"),
        (["media-jam"], "jam"),
    ] {
        let service = IppPrinter::start().unwrap();
        service.script(&[JobStep::of(JobState::Processing)]);
        let (counter, number) = a_case_beside(&service);
        let paper = counter.print(&number, "receipt");
        service.stand_still(true, &keywords);
        assert_eq!(counter.looks(2), 1);
        assert_eq!(counter.stands(&paper), end("printing", Some(reason)));
        let printing = counter.shelf().printing;
        assert_eq!(printing[0].paper.reason.as_deref(), Some(reason));
        service.stand_still(false, &["none"]);
        assert_eq!(counter.looks(1), 1);
        assert_eq!(counter.stands(&paper), end("printing", None));
    }
}

#[test]
fn p3_a_paper_that_has_not_moved_for_two_minutes_is_stuck_and_still_asked_for() {
    let service = IppPrinter::start().unwrap();
    service.script(&[JobStep::of(JobState::Pending)]);
    let (counter, number) = a_case_beside(&service);
    let paper = counter.print(&number, "receipt");
    counter.looks(2);
    counter.pass(TimeDelta::seconds(119));
    counter.looks(1);
    assert_eq!(counter.stands(&paper), end("printing", None));
    counter.pass(TimeDelta::seconds(1));
    counter.looks(1);
    assert_eq!(counter.stands(&paper), end("printing", Some("timeout")));
    let asked = service.asked(IppOperation::GetJobAttributes);
    counter.looks(1);
    assert!(service.asked(IppOperation::GetJobAttributes) > asked);
}

#[test]
fn what_did_not_come_out_goes_again_as_the_same_copy_with_the_same_bytes() {
    let service = IppPrinter::start().unwrap();
    service.accept(false);
    let (counter, number) = a_case_beside(&service);
    let bytes = counter.paper(&number, "receipt");
    let paper = counter.print(&number, "receipt");
    counter.looks(1);
    assert_eq!(counter.stands(&paper).0, "failed");
    service.accept(true);
    counter.print(&number, "receipt");
    counter.looks(ENOUGH);
    assert_eq!(counter.stands(&paper), end("done", None));
    let jobs = service.received();
    assert_eq!((jobs.len(), &jobs[0].bytes), (1, &bytes));
    let copies = counter.show(&number).papers;
    assert_eq!(
        copies
            .iter()
            .filter(|one| one.document == "receipt")
            .count(),
        1
    );
    assert_eq!(owed(&counter), ["acceptance"]);
}

#[test]
fn f10_a_printer_that_says_done_and_prints_nothing_is_answered_by_a_second_copy() {
    let service = IppPrinter::start().unwrap();
    service.print_nothing();
    let (counter, number) = a_case_beside(&service);
    let paper = counter.print(&number, "receipt");
    counter.looks(ENOUGH);
    assert_eq!(counter.stands(&paper), end("done", None));
    let second = counter.saw(&paper, false);
    assert_eq!(counter.stands(&paper), end("unknown", Some("blank")));
    assert_eq!((second.copy, second.outcome.as_str()), (2, "ready"));
    let text = counter.paper_text(&number, "receipt").replace(' ', "");
    assert!(text.contains("补打第2次（没打出来）"), "{text}");
    let again = counter.desk.paper_seen(SeenPaper {
        id: paper.id.clone(),
        came_out: false,
    });
    assert_eq!(again.unwrap().id, paper.id, "said twice is said once");
    assert_eq!(
        owed(&counter),
        ["receipt", "acceptance"],
        "the second copy alone"
    );
    counter.print(&number, "receipt");
    counter.looks(ENOUGH);
    assert_eq!(service.received().len(), 2);
    counter.assert_sound();
}

#[test]
fn what_nobody_knows_is_settled_by_who_looked() {
    let service = IppPrinter::start().unwrap();
    let (counter, number) = a_case_beside(&service);
    let paper = counter.print(&number, "receipt");
    counter.looks(1);
    service.forget_jobs();
    counter.looks(1);
    assert_eq!(counter.stands(&paper), end("unknown", Some("lost")));
    let press = counter.print(&number, "receipt");
    assert_eq!(
        press.outcome, "unknown",
        "it may be on paper, so it is not sent again"
    );
    assert_eq!(counter.saw(&paper, true).outcome, "done");
    assert_eq!(owed(&counter), ["acceptance"]);
    let said: Vec<_> = settled(&counter, &number)
        .into_iter()
        .map(|one| one.1)
        .collect();
    assert_eq!(said, ["unknown", "done"]);
}

#[test]
fn nobody_sees_what_no_printer_has_had() {
    let service = IppPrinter::start().unwrap();
    let (counter, number) = a_case_beside(&service);
    let id = counter.newest_paper(&number, "receipt").id;
    for came_out in [true, false] {
        let seen = SeenPaper {
            id: id.clone(),
            came_out,
        };
        let refused = counter.desk.paper_seen(seen).unwrap_err();
        assert_eq!(refused.code, ErrorCode::PaperInHand);
    }
}

#[test]
fn a_reprint_says_its_reason_on_paper_and_another_reason_is_refused() {
    let service = IppPrinter::start().unwrap();
    let (counter, number) = a_case_beside(&service);
    for (reason, words) in [
        ("unclear", "没打清楚"),
        ("lost", "遗失"),
        ("one_more", "多要一份"),
    ] {
        let paper = again(&counter, &number, reason);
        let text = counter.paper_text(&number, "receipt").replace(' ', "");
        assert!(
            text.contains(&format!("补打第{}次（{words}）", paper.copy)),
            "{text}"
        );
    }
    let papers = counter.show(&number).papers.len();
    let without = |reason: Option<&str>| {
        let refused = counter.desk.reprint(Reprint {
            number: number.clone(),
            document: "receipt".to_owned(),
            reason: reason.map(str::to_owned),
        });
        refused.unwrap_err().code
    };
    assert_eq!(without(Some("because")), ErrorCode::InputShape);
    assert_eq!(without(None), ErrorCode::ReprintUnexplained);
    assert_eq!(counter.show(&number).papers.len(), papers);
}

/// Three cases with receipts to print.
fn three(counter: &Counter) -> Vec<PaperInfo> {
    let accepted = (1..=3).map(|n| counter.accept(&an_application().by_number(n)));
    let numbers: Vec<_> = accepted.map(|done| done.number).collect();
    let papers = numbers
        .iter()
        .map(|number| counter.newest_paper(number, "receipt"));
    papers.collect()
}

#[test]
fn a_batch_is_printed_in_its_order_and_what_still_waits_is_taken_back() {
    let service = IppPrinter::start().unwrap();
    service.script(&[JobStep::of(JobState::Processing)]);
    let counter = Counter::open();
    counter.has_printer("样例激光机", &service.link());
    let papers = three(&counter);
    let ids = papers.iter().rev().map(|paper| paper.id.clone()).collect();
    let sent = counter.desk.print_papers(PaperRefs { ids }).unwrap();
    assert!(sent.papers.iter().all(|paper| paper.outcome == "printing"));
    let taken = counter.takes_back(&[&papers[0]]);
    assert_eq!(taken, [end("cancelled", Some("cancelled"))]);
    assert_eq!(counter.looks(2), 2);
    let sheets: Vec<_> = service
        .received()
        .into_iter()
        .map(|job| pdf_text(&job.bytes))
        .collect();
    let in_order = [&papers[2], &papers[1]];
    assert_eq!(
        sheets.len(),
        in_order.len(),
        "the one taken back never left"
    );
    for (text, paper) in sheets.iter().zip(in_order) {
        let number = counter.shelf().printing;
        let number = number.iter().find(|row| row.paper.id == paper.id).unwrap();
        assert!(text.contains(&number.number), "{text}");
    }
    let both = counter.takes_back(&[&papers[1], &papers[2]]);
    assert_eq!(
        both,
        [
            end("cancelled", Some("cancelled")),
            end("cancelled", Some("cancelled"))
        ]
    );
    assert_eq!(service.came_out(), []);
    assert_eq!(counter.looks(1), 0);
    counter.assert_sound();
}

#[test]
fn an_absent_printer_is_asked_once_for_a_whole_batch() {
    let service = IppPrinter::start().unwrap();
    let counter = Counter::open();
    counter.has_printer("样例激光机", &service.link());
    let papers = three(&counter);
    let batch = |counter: &Counter| {
        let ids = papers.iter().map(|paper| paper.id.clone()).collect();
        counter.desk.print_papers(PaperRefs { ids }).unwrap()
    };
    service.inject(IppOperation::ValidateJob, IppFault::BreakBefore);
    batch(&counter);
    assert_eq!(counter.looks(1), 0);
    for paper in &papers {
        assert_eq!(counter.stands(paper), end("failed", Some("spooler_gone")));
    }
    assert_eq!(service.asked(IppOperation::ValidateJob), 1);
    batch(&counter);
    assert_eq!(counter.looks(ENOUGH), 0);
    assert!(papers.iter().all(|paper| counter.stands(paper).0 == "done"));
    assert_eq!(service.received().len(), 3);
    counter.assert_sound();
}

#[test]
fn a_paper_already_printed_cannot_be_taken_back() {
    let service = IppPrinter::start().unwrap();
    let (counter, number) = a_case_beside(&service);
    let paper = counter.print(&number, "receipt");
    counter.looks(ENOUGH);
    assert_eq!(counter.takes_back(&[&paper]), [end("done", None)]);
}

#[test]
fn started_again_the_program_asks_for_what_was_printing() {
    let service = IppPrinter::start().unwrap();
    service.script(&[
        JobStep::of(JobState::Processing),
        JobStep::of(JobState::Completed),
    ]);
    let (counter, number) = a_case_beside(&service);
    let paper = counter.print(&number, "receipt");
    counter.looks(1);
    let counter = counter.restarted();
    counter.sign_in(Who::Clerk);
    assert_eq!(counter.stands(&paper), end("printing", None));
    assert_eq!(counter.looks(ENOUGH), 0);
    assert_eq!(counter.stands(&paper), end("done", None));
    assert_eq!(service.received().len(), 1, "it was not sent again");
    counter.print(&number, "acceptance");
    let counter = counter.restarted();
    assert_eq!(
        counter.looks(ENOUGH),
        0,
        "what waited for its turn is handed over"
    );
    assert_eq!(service.received().len(), 2);
}

#[test]
fn a_job_whose_answer_was_lost_is_found_again_and_not_printed_twice() {
    let service = IppPrinter::start().unwrap();
    let (counter, number) = a_case_beside(&service);
    service.inject(IppOperation::PrintJob, IppFault::BreakAfter);
    let paper = counter.print(&number, "receipt");
    counter.looks(ENOUGH);
    assert_eq!(counter.stands(&paper), end("done", None));
    assert_eq!(service.received().len(), 1);
}
