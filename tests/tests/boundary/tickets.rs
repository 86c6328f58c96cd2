//! From a receipt to what a person finds on a ticket printer's roll: laid out in one room, carried
//! by another, and read back dot by dot and character by character.

use std::io::Write as _;
use std::process::Command;
use std::time::Duration;

use yichuang_device::printer::{JobFormat, Media, PrintJob, PrinterTimings, Progress, open};
use yichuang_device::simulator::{Bitmap, TicketEvent, TicketPrinter as Simulated, TicketState};
use yichuang_print::documents::Receipt;
use yichuang_print::ticket::{Ticket, TicketMode, TicketPrinter, encode};
use yichuang_print::{Document, FontSet, Paper};

const TIMINGS: PrinterTimings = PrinterTimings {
    connect: Duration::from_secs(20),
    reply: Duration::from_secs(20),
    status: Duration::from_secs(20),
    stall: Duration::from_secs(20),
    job: Duration::from_secs(60),
    settle: Duration::ZERO,
};
const CUT_AFTER_FEEDING: u8 = 66;
const DOUBLE: u8 = 0x11;

/// As long as a signed line.
fn symbol_line() -> String {
    let body: String = (0..300_u32)
        .map(|at| char::from_digit(at * 7 % 31, 36).unwrap())
        .collect();
    format!("YC2:{}", body.to_uppercase())
}

/// The sample receipt for somebody of this name.
fn receipt(name: &str) -> Receipt {
    let sample = crate::text("assets/templates/samples/receipt_ticket.json");
    let mut receipt: Receipt = serde_json::from_str(&sample).unwrap();
    receipt.applicant.name = name.into();
    receipt.imprint.qr = Some(symbol_line());
    receipt
}

/// The ticket, and what the printer put on its roll.
fn printed(document: &Document, printer: &TicketPrinter) -> (Ticket, Vec<TicketEvent>) {
    let fonts = FontSet::load(&crate::repository().join("assets/fonts")).unwrap();
    let ticket = encode(document, &fonts, printer).unwrap();
    let machine = Simulated::on_network(TicketState::Well).unwrap();
    let job = PrintJob {
        title: "收件回执",
        bytes: &ticket.bytes,
        format: JobFormat::EscPos,
        media: Media::A4,
        id: "receipt-1",
    };
    let submitted = open(&machine.link(), TIMINGS).submit(&job).unwrap();
    assert_eq!(submitted.progress, Progress::Done);
    (ticket, machine.paper())
}

fn scanned(picture: &Bitmap) -> String {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("roll.pbm");
    let mut file = std::fs::File::create(&path).unwrap();
    write!(file, "P4\n{} {}\n", picture.width, picture.height).unwrap();
    file.write_all(&picture.rows).unwrap();
    drop(file);
    let output = Command::new("zbarimg")
        .args(["--quiet", "--raw"])
        .arg(path)
        .output()
        .unwrap();
    String::from_utf8(output.stdout)
        .unwrap()
        .trim_end()
        .to_owned()
}

#[test]
fn a_receipt_for_a_rare_name_reaches_the_roll_as_dots_whose_symbol_still_reads() {
    for (roll, width) in [(Paper::Ticket80, 576), (Paper::Ticket58, 384)] {
        let printer = TicketPrinter {
            roll,
            cutter: true,
            text_mode: true,
        };
        let (ticket, roll) = printed(&receipt("样例·𠮷䶮𬭎").ticket(), &printer);
        assert_eq!(ticket.mode, TicketMode::Raster);
        assert!(ticket.missing.is_empty());
        let [
            TicketEvent::Init,
            TicketEvent::Raster(picture),
            TicketEvent::Cut(cut),
        ] = &roll[..]
        else {
            panic!("{width} dots: {roll:?}");
        };
        assert_eq!((picture.width, *cut), (width, CUT_AFTER_FEEDING));
        assert_eq!(scanned(picture), symbol_line());
        let dark = picture
            .rows
            .iter()
            .map(|byte| byte.count_ones())
            .sum::<u32>();
        assert!(dark > 20_000, "{dark} dots");
    }
}

#[test]
fn a_receipt_all_in_common_characters_reaches_the_roll_as_text_and_loses_nothing() {
    let receipt = receipt("样例甲");
    let printer = TicketPrinter {
        roll: Paper::Ticket58,
        cutter: true,
        text_mode: true,
    };
    let (ticket, roll) = printed(&receipt.ticket(), &printer);
    assert_eq!(ticket.mode, TicketMode::Text);
    assert_eq!(roll[..2], [TicketEvent::Init, TicketEvent::Kanji(true)]);
    assert_eq!(roll.last(), Some(&TicketEvent::Cut(CUT_AFTER_FEEDING)));
    assert!(roll.contains(&TicketEvent::Size(DOUBLE)) && roll.contains(&TicketEvent::Bold(true)));
    assert!(roll.contains(&TicketEvent::Qr(symbol_line().into_bytes())));
    let strange = |event: &&TicketEvent| matches!(event, TicketEvent::Strange(_));
    assert_eq!(roll.iter().find(strange), None);

    let mut said = String::new();
    let mut doubled = 1;
    for event in &roll {
        match event {
            TicketEvent::Size(size) => doubled = if *size == DOUBLE { 2 } else { 1 },
            TicketEvent::Text(line) => {
                let cells: usize = line
                    .chars()
                    .map(|ch| if ch.is_ascii() { 1 } else { 2 })
                    .sum();
                assert!(cells * doubled <= 32, "{line} runs over the edge");
                said.extend(line.chars().filter(|ch| !ch.is_whitespace()));
            }
            _ => {}
        }
    }
    let mut wanted = vec![
        "收件回执",
        &receipt.imprint.number,
        &receipt.organ,
        &receipt.applicant.name,
        &receipt.matter,
        &receipt.promised,
        &receipt.received_by,
        "以上材料如不齐全或不符合法定形式，将在五个工作日内告知。",
        "2026年11月23日10:41",
    ];
    for material in &receipt.materials {
        wanted.extend([material.name.as_str(), &material.form, &material.note]);
    }
    for part in wanted {
        let part: String = part.chars().filter(|ch| !ch.is_whitespace()).collect();
        assert!(said.contains(&part), "{part} is not in {said}");
    }
}
