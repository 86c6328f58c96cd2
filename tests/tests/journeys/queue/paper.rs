//! A ticket's paper: the number stands whatever becomes of it.

use yichuang_app::ipc::{
    ApiError, ErrorCode, Nothing, PaperInfo, PaperRef, PrintElsewhere, ReprintTicket,
};
use yichuang_device::simulator::{
    IppPrinter, TicketEvent, TicketPrinter, TicketState, TicketTrouble,
};
use yichuang_tests::kit::{Counter, Who, pdf_text};

use super::{board, booking, first_day, next, take, take_as, waiting};

/// Looks at the papers until a printer has settled what was sent.
const ENOUGH: usize = 3;

/// A ticket, and 打印 on its paper.
fn printed(counter: &Counter) -> PaperInfo {
    let id = take_as(counter, "", "").paper.id;
    counter.desk.print_paper(PaperRef { id }).unwrap()
}

#[test]
fn a_ticket_goes_to_the_roll_and_is_cut_off() {
    let (laser, thermal) = (
        IppPrinter::start().unwrap(),
        TicketPrinter::on_network(TicketState::Well).unwrap(),
    );
    let counter = Counter::open();
    counter.has_printer("样例激光机", &laser.link());
    counter.has_printer("样例小票机", &thermal.link());
    let paper = printed(&counter);
    counter.looks(ENOUGH);
    assert_eq!(counter.stands(&paper), ("done".to_owned(), None));
    assert!(laser.received().is_empty());
    let pieces = thermal.paper();
    assert!(
        matches!(pieces.last(), Some(TicketEvent::Cut(_))),
        "{pieces:?}"
    );
}

#[test]
fn without_paper_in_the_roll_the_number_stands_and_a_half_sheet_says_it() {
    let laser = IppPrinter::start().unwrap();
    let thermal = TicketPrinter::on_network(TicketState::Trouble(TicketTrouble::PaperOut)).unwrap();
    let counter = Counter::open();
    counter.has_printer("样例小票机", &thermal.link());
    let page = counter.has_printer("样例激光机", &laser.link());
    let paper = printed(&counter);
    counter.looks(1);
    let end = ("failed".to_owned(), Some("paper_out".to_owned()));
    assert_eq!(counter.stands(&paper), end);
    assert_eq!(waiting(&board(&counter)), ["A001"]);
    let sheet = counter.desk.print_elsewhere(PrintElsewhere {
        id: paper.id.clone(),
        printer: Some(page),
    });
    assert_eq!(sheet.unwrap().copy, 1, "nothing of it came out before");
    counter.looks(ENOUGH);
    let got = laser.received();
    assert_eq!(got[0].media, "iso_a5_148x210mm");
    assert!(pdf_text(&got[0].bytes).contains("A001"));
}

#[test]
fn a_ticket_whose_paper_cannot_be_made_is_a_ticket() {
    let counter = Counter::open();
    let without_fonts = counter.desk_top();
    let counter = counter.updated(without_fonts);
    counter.sign_in(Who::Clerk);
    let taken = take_as(&counter, "", "");
    assert_eq!(taken.paper.outcome, "failed");
    assert_eq!(taken.ticket.number, "A001");
    assert_eq!(waiting(&board(&counter)), ["A001"]);
}

fn again(counter: &Counter, id: &str, reason: Option<&str>) -> Result<PaperInfo, ApiError> {
    counter.desk.reprint_ticket(ReprintTicket {
        id: id.to_owned(),
        reason: reason.map(str::to_owned),
    })
}

#[test]
fn a_lost_ticket_is_printed_again_for_a_reason_with_its_number_and_nobodys_name() {
    let counter = Counter::open();
    let book = counter.desk.add_booking(booking("2026-11-23", "09:30"));
    let booked = first_day(book.unwrap()).rows[0].id.clone();
    let ticket = take_as(&counter, "", &booked).ticket;
    let unexplained = again(&counter, &ticket.id, None).unwrap_err();
    assert_eq!(unexplained.code, ErrorCode::ReprintUnexplained);
    assert_eq!(unexplained.params["title"], "排队号票");
    let unknown = again(&counter, &ticket.id, Some("changed")).unwrap_err();
    assert_eq!(unknown.code, ErrorCode::InputShape);

    let copy = again(&counter, &ticket.id, Some("lost")).unwrap();
    assert_eq!((copy.copy, copy.outcome.as_str()), (2, "ready"));
    let pdf = counter.desk.paper_pdf(PaperRef { id: copy.id }).unwrap();
    let text: String = pdf_text(&pdf).split_whitespace().collect();
    for words in ["A001", "补打第2次（遗失）", "LY03-20261123-A001-"] {
        assert!(text.contains(words), "{words}: {text}");
    }
    assert!(!text.contains(super::GUEST), "{text}");
    assert_eq!(
        waiting(&board(&counter)),
        ["A001"],
        "the queue is as it was"
    );
}

#[test]
fn whoever_was_put_aside_may_have_lost_it_and_whoever_was_called_needs_none() {
    let counter = Counter::open();
    let first = take(&counter);
    next(&counter);
    let called = again(&counter, &first.id, Some("lost")).unwrap_err();
    assert_eq!(called.code, ErrorCode::TicketMoved);
    counter.desk.hold_ticket(Nothing {}).unwrap();
    assert_eq!(again(&counter, &first.id, Some("lost")).unwrap().copy, 2);
    assert_eq!(again(&counter, &first.id, Some("blank")).unwrap().copy, 3);
    counter.assert_sound();
}
