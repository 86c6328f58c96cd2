//! Which document goes to which printer, setting printers up, and papers without one.

use yichuang_app::ipc::{
    ErrorCode, KeepPrinter, Nothing, PaperRef, PrintElsewhere, PrintGuide, PrinterRef, ReceiptFile,
};
use yichuang_device::simulator::{
    IppPrinter, JobState, JobStep, TicketEvent, TicketPrinter, TicketState, TicketTrouble,
};
use yichuang_tests::kit::{Counter, Who, an_application, pdf_text, symbols_on};

use super::{
    delivery::{ALLOWANCE, RELIEF, granted},
    parcels::post,
    printing::{ENOUGH, a_case_beside, end, settled},
    receipts::check,
};

#[test]
fn without_a_printer_papers_are_kept_in_the_folder() {
    let counter = Counter::open();
    let number = counter.accept(&an_application()).number;
    let paper = counter.print(&number, "receipt");
    assert_eq!(paper.outcome, "saved");
    let kept = std::fs::read(paper.place.unwrap()).unwrap();
    assert_eq!(kept, counter.paper(&number, "receipt"));
    assert_eq!(counter.print(&number, "receipt").outcome, "saved");
    assert_eq!(
        settled(&counter, &number).len(),
        1,
        "the same file again is no news"
    );
    assert_eq!(counter.to_print(), 1, "the notice still waits");
}

#[test]
fn a_document_goes_to_its_printer_on_its_sheet() {
    let laser = IppPrinter::start().unwrap();
    let thermal = TicketPrinter::on_network(TicketState::Well).unwrap();
    let counter = Counter::open();
    counter.has_printer("样例激光机", &laser.link());
    let roll = counter.has_printer("样例小票机", &thermal.link());
    let board = counter.route("receipt", Some(&roll), "ticket80");
    let route = board
        .routes
        .iter()
        .find(|one| one.document == "receipt")
        .unwrap();
    assert_eq!(
        (route.printer.as_deref(), route.sheet.as_str()),
        (Some(roll.as_str()), "ticket80")
    );
    let number = counter.accept(&an_application()).number;
    let receipt = counter.print(&number, "receipt");
    let notice = counter.print(&number, "acceptance");
    assert_eq!(counter.looks(ENOUGH), 0);
    assert_eq!(counter.stands(&receipt), end("done", None));
    assert_eq!(counter.stands(&notice), end("done", None));
    assert_eq!(laser.received().len(), 1);
    assert_eq!(laser.received()[0].media, "iso_a4_210x297mm");
    assert!(
        thermal
            .paper()
            .iter()
            .any(|piece| matches!(piece, TicketEvent::Cut(_)))
    );
}

#[test]
fn a_receipt_on_a_roll_is_a_ticket_whose_symbol_anybody_can_verify() {
    for (roll, dots) in [(80, 576), (58, 384)] {
        let thermal = TicketPrinter::on_network(TicketState::Well).unwrap();
        let counter = Counter::open();
        let id = counter.has_printer_with("样例小票机", &thermal.link(), Some(roll));
        counter.route("receipt", Some(&id), &format!("ticket{roll}"));
        let number = counter.accept(&an_application()).number;
        let paper = counter.print(&number, "receipt");
        counter.looks(1);
        assert_eq!(counter.stands(&paper), end("done", None));
        let pieces: Vec<_> = thermal
            .paper()
            .into_iter()
            .filter_map(|event| match event {
                TicketEvent::Raster(picture) => Some(picture),
                _ => None,
            })
            .collect();
        assert!(pieces.iter().all(|picture| picture.width == dots), "{roll}");
        let lines: Vec<_> = pieces.iter().flat_map(symbols_on).collect();
        assert!(lines[0].starts_with("YC1:"), "{lines:?}");
        let told = check(lines[0].as_bytes());
        assert!(told.holds && told.number == number, "{told:?}");
        let kept = counter.paper(&number, "receipt");
        assert!(pdf_text(&kept).contains("收件回执"));
        let told = check(&kept);
        assert!(told.holds && told.text.is_some(), "{told:?}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_parcels_label_goes_to_whoever_has_labels_and_on_a_half_sheet_where_nobody_has() {
    let (counter, _centre, numbers) = granted(&[ALLOWANCE, RELIEF]).await;
    let (labels, laser) = (IppPrinter::start().unwrap(), IppPrinter::start().unwrap());
    labels.lay_in(&["custom_label_100x180mm"]);
    laser.lay_in(&["iso_a4_210x297mm", "iso_a5_148x210mm"]);
    let page = counter.has_printer("样例激光机", &laser.link());
    let small = counter.has_printer("样例标签机", &labels.link());
    counter.route("parcel_label", Some(&small), "label");
    let label = post(&counter, &numbers).papers.remove(0);
    let print = || {
        let id = label.id.clone();
        counter.desk.print_paper(PaperRef { id }).unwrap()
    };
    labels.accept(false);
    print();
    counter.looks(1);
    assert_eq!(counter.stands(&label), end("failed", Some("refused")));
    counter.route("parcel_label", Some(&page), "label");
    print();
    counter.looks(1);
    assert_eq!(counter.stands(&label), end("failed", Some("wrong_media")));
    counter.route("parcel_label", Some(&page), "a5");
    print();
    counter.looks(ENOUGH);
    assert_eq!(counter.stands(&label), end("done", None));
    assert_eq!(laser.received()[0].media, "iso_a5_148x210mm");
    labels.accept(true);
    counter.route("parcel_label", Some(&small), "label");
    let second = counter.saw(&label, false);
    let id = second.id.clone();
    counter.desk.print_paper(PaperRef { id }).unwrap();
    counter.looks(ENOUGH);
    assert_eq!(counter.stands(&second), end("done", None));
    assert_eq!(labels.received()[0].media, "custom_label_100x180mm");
}

#[test]
fn p2_a_ticket_printer_that_is_not_there_is_answered_by_a_sheet_of_the_same_number() {
    let laser = IppPrinter::start().unwrap();
    let thermal = TicketPrinter::on_network(TicketState::Trouble(TicketTrouble::PaperOut)).unwrap();
    let counter = Counter::open();
    let roll = counter.has_printer("样例小票机", &thermal.link());
    let page = counter.has_printer("样例激光机", &laser.link());
    counter.route("receipt", Some(&roll), "ticket80");
    let number = counter.accept(&an_application()).number;
    let paper = counter.print(&number, "receipt");
    counter.looks(1);
    assert_eq!(counter.stands(&paper), end("failed", Some("paper_out")));
    assert_eq!(thermal.paper(), []);
    let sheet = counter.desk.print_elsewhere(PrintElsewhere {
        id: paper.id.clone(),
        printer: Some(page),
    });
    assert_eq!(sheet.unwrap().copy, 1, "nothing of it came out before");
    counter.looks(ENOUGH);
    assert_eq!(counter.stands(&paper), end("done", None));
    assert_eq!(laser.received()[0].media, "iso_a5_148x210mm");
    assert!(pdf_text(&laser.received()[0].bytes).contains(&number));
    counter.assert_sound();
}

#[test]
fn a_ticket_printer_that_stops_in_the_middle_leaves_a_person_to_look() {
    let stops = TicketState::TroubleAfter(400, TicketTrouble::PaperOut);
    let thermal = TicketPrinter::on_network(stops).unwrap();
    let counter = Counter::open();
    let roll = counter.has_printer("样例小票机", &thermal.link());
    counter.route("receipt", Some(&roll), "ticket80");
    let number = counter.accept(&an_application()).number;
    let paper = counter.print(&number, "receipt");
    counter.looks(1);
    assert_eq!(counter.stands(&paper), end("unknown", Some("paper_out")));
    thermal.set(TicketState::Well);
    let second = counter.saw(&paper, false);
    counter.print(&number, "receipt");
    counter.looks(1);
    assert_eq!(counter.stands(&second), end("done", None));
}

#[test]
fn a_printer_taken_away_holds_nothing_up() {
    let service = IppPrinter::start().unwrap();
    service.script(&[JobStep::of(JobState::Processing)]);
    let counter = Counter::open();
    let id = counter.has_printer("样例激光机", &service.link());
    let number = counter.accept(&an_application()).number;
    let begun = counter.print(&number, "receipt");
    counter.looks(1);
    let waiting = counter.print(&number, "acceptance");
    counter.sign_in(Who::Supervisor);
    let board = counter.desk.remove_printer(PrinterRef { id }).unwrap();
    assert!(board.routes.iter().all(|route| route.printer.is_none()));
    counter.looks(1);
    assert_eq!(counter.stands(&begun), end("unknown", Some("lost")));
    assert_eq!(counter.stands(&waiting), end("failed", Some("not_reached")));
    assert_eq!(counter.print(&number, "acceptance").outcome, "saved");
}

#[test]
fn a_trial_shows_whether_everything_comes_out_on_either_kind_of_printer() {
    let laser = IppPrinter::start().unwrap();
    let thermal = TicketPrinter::on_network(TicketState::Well).unwrap();
    let counter = Counter::open();
    let page = counter.has_printer("样例激光机", &laser.link());
    let roll = counter.has_printer("样例小票机", &thermal.link());
    counter.sign_in(Who::Administrator);
    for id in [page, roll.clone()] {
        counter.desk.try_printer(PrinterRef { id }).unwrap();
    }
    assert_eq!(counter.looks(ENOUGH), 0);
    let text = pdf_text(&laser.received()[0].bytes);
    assert!(text.contains("生僻") || text.contains('䶮'), "{text}");
    assert!(
        thermal
            .paper()
            .iter()
            .any(|piece| matches!(piece, TicketEvent::Raster(_)))
    );
    let noted = counter.desk.note_trial(yichuang_app::ipc::NoteTrial {
        id: roll,
        good: true,
    });
    let trial = noted
        .unwrap()
        .printers
        .into_iter()
        .find_map(|kept| kept.trial);
    assert!(trial.unwrap().good);
}

#[test]
fn only_who_answers_for_the_point_sets_printers_up_and_everybody_sees_what_is_wrong_with_one() {
    let counter = Counter::open();
    let asked = |name: &str, kind: &str, address: &str, width| KeepPrinter {
        id: None,
        name: name.to_owned(),
        kind: kind.to_owned(),
        address: address.to_owned(),
        width,
        cutter: true,
        text_mode: false,
    };
    let sound = asked("小票机", "ticket_network", "127.0.0.1:9", Some(80));
    let refused = counter.desk.keep_printer(sound.clone()).unwrap_err();
    assert_eq!(refused.code, ErrorCode::RoleMissing);
    assert!(!counter.desk.list_printers(Nothing {}).unwrap().may_change);
    counter.sign_in(Who::Supervisor);
    for (wrong, field) in [
        (asked(" ", "ipp", "ipp://127.0.0.1/", None), "name"),
        (asked("机", "ipp", "/etc/passwd", None), "address"),
        (
            asked("机", "ticket_usb", "/dev/../etc/passwd", Some(80)),
            "address",
        ),
        (asked("机", "ticket_network", "127.0.0.1", None), "width"),
        (
            asked("机", "ticket_network", "127.0.0.1", Some(76)),
            "width",
        ),
    ] {
        let refused = counter.desk.keep_printer(wrong).unwrap_err();
        assert_eq!(refused.problems[0].field, field);
    }
    let board = counter.desk.keep_printer(sound).unwrap();
    let condition = counter.desk.ask_printer(PrinterRef {
        id: board.printers[0].id.clone(),
    });
    let condition = condition.unwrap();
    assert_eq!(
        (condition.condition.as_str(), condition.reasons),
        ("unreachable", vec!["not_reached".to_owned()])
    );
    let found = counter.desk.find_printers(Nothing {}).unwrap();
    assert_eq!(found.found, []);
    assert_eq!(found.looked[0].outcome, "unreachable");
}

#[test]
fn a_guide_is_printed_about_no_case_and_settled_like_any_paper() {
    let service = IppPrinter::start().unwrap();
    let (counter, number) = a_case_beside(&service);
    let code = counter.show(&number).code;
    let guide = counter.desk.print_guide(PrintGuide {
        code,
        answers: std::collections::BTreeMap::new(),
        style: "a4".to_owned(),
    });
    let guide = guide.unwrap();
    let id = guide.id.clone();
    counter.desk.print_paper(PaperRef { id }).unwrap();
    assert_eq!(counter.shelf().printing[0].number, "");
    counter.looks(ENOUGH);
    assert_eq!(counter.stands(&guide), end("done", None));
    let second = counter.saw(&guide, false);
    assert_eq!(second.copy, 2);
    assert_eq!(counter.shelf().attention, []);
}

#[test]
fn the_pages_of_a_paper_are_pictures_and_there_are_no_others() {
    let counter = Counter::open();
    let number = counter.accept(&an_application()).number;
    let paper = counter.newest_paper(&number, "receipt");
    let page = |page| {
        let id = paper.id.clone();
        counter
            .desk
            .paper_page(yichuang_app::ipc::PaperPage { id, page })
    };
    assert!(page(1).unwrap().starts_with(b"\x89PNG"));
    for wrong in [0, paper.pages + 1] {
        assert_eq!(page(wrong).unwrap_err().code, ErrorCode::InputShape);
    }
}

#[test]
fn a_receipt_asked_for_as_a_file_is_kept_and_nothing_is_printed() {
    let service = IppPrinter::start().unwrap();
    let (counter, number) = a_case_beside(&service);
    let paper = counter.desk.receipt_paper(ReceiptFile {
        number: number.clone(),
        reason: None,
    });
    assert_eq!(paper.unwrap().outcome, "saved");
    counter.looks(1);
    assert_eq!(service.received(), []);
}

#[test]
fn no_two_documents_are_called_the_same_where_their_ways_are_chosen() {
    let counter = Counter::open();
    let routes = counter.desk.list_printers(Nothing {}).unwrap().routes;
    let mut titles: Vec<_> = routes.iter().map(|route| route.title.as_str()).collect();
    assert!(titles.contains(&"服务指南") && titles.contains(&"服务指南（大字版）"));
    titles.sort_unstable();
    let all = titles.len();
    titles.dedup();
    assert_eq!(titles.len(), all, "{titles:?}");
}
