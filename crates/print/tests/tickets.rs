//! Tickets as a thermal printer gets them: dots that keep every stroke, commands that any of the
//! family knows.

use std::path::Path;
use std::process::Command;

use yichuang_print::documents::{ReceivedMaterial, ReceivedMatter};
use yichuang_print::layout::{Mark, Page, SymbolKind, layout};
use yichuang_print::model::{Block, Paragraph, Part};
use yichuang_print::raster::{Bitmap, page_dots};
use yichuang_print::ticket::{TicketMode, TicketPrinter, encode};
use yichuang_print::{Document, Paper};

use crate::probe::{self, page_text, squeeze};
use crate::samples::{self, fonts};

const ROLLS: [Paper; 2] = [Paper::Ticket80, Paper::Ticket58];

fn printer(roll: Paper, text_mode: bool) -> TicketPrinter {
    TicketPrinter {
        roll,
        cutter: true,
        text_mode,
    }
}

fn pages(document: &Document) -> Vec<Page> {
    let pages = layout(document, fonts()).unwrap().pages;
    for page in &pages {
        for mark in &page.marks {
            if let Some(area) = mark.area() {
                assert!(page.inside.holds(&area), "{mark:?}");
            }
        }
    }
    pages
}

fn said(document: &Document) -> String {
    pages(document).iter().map(page_text).collect()
}

/// A receipt without a rare character.
fn plain_ticket() -> Document {
    let mut receipt = samples::receipt();
    receipt.applicant.name = "样例甲".into();
    receipt.ticket()
}

#[test]
fn a_receipt_on_either_roll_says_what_the_sheet_says() {
    let receipt = samples::receipt();
    for roll in ROLLS {
        let document = receipt.ticket().on_roll(roll);
        let text = squeeze(&said(&document));
        let mut wanted = vec![
            "收件回执",
            "申请材料接收凭证",
            receipt.imprint.number.as_str(),
            &receipt.organ,
            &receipt.applicant.name,
            &receipt.applicant.masked_id,
            "测试代办员",
            &receipt.matter,
            &receipt.matter_code,
            &receipt.promised,
            "共 6 件",
            "1份/2页",
            "监护人关系证明（2026年11月30日前）",
            "以上材料如不齐全或不符合法定形式，将在五个工作日内告知。",
            "2026年11月23日 10:41",
            &receipt.received_by,
            "离线收件",
            "第二联 交申请人",
            "沿此线撕下",
            "收件回执存根",
            "第一联 存档",
            "共 6 件，清单见第二联",
            "申请人（代理人）签字",
            "签字日期",
            "第 1 次打印",
        ];
        for material in &receipt.materials {
            wanted.extend([material.name.as_str(), &material.form, &material.note]);
        }
        wanted.extend(receipt.how_to_check.iter().map(String::as_str));
        for part in wanted {
            assert!(text.contains(&squeeze(part)), "{roll:?}: {part} in {text}");
        }
        let (above, stub) = text.split_once("沿此线撕下").unwrap();
        let number = squeeze(&receipt.imprint.number);
        assert!(above.contains(&number) && stub.contains(&number), "{text}");
        assert!(!above.contains("签字"), "only the stub is signed");
        assert_eq!(pages(&document).len(), 1, "one piece of paper");
    }
}

#[test]
fn a_receipt_of_many_long_materials_loses_no_character_on_the_narrow_roll() {
    let mut receipt = samples::receipt();
    receipt.applicant.name = "𠮷".repeat(200);
    receipt.materials = vec![
        ReceivedMaterial {
            name: "很长的材料名称".repeat(20),
            copies: 12,
            pages: 345,
            form: "W".repeat(90),
            note: "备".repeat(90),
        };
        30
    ];
    receipt.matters = vec![
        ReceivedMatter {
            number: "QS03-20261123-0012-6".into(),
            matter: "事".repeat(120),
            ..ReceivedMatter::default()
        };
        5
    ];
    for roll in ROLLS {
        let text = said(&receipt.ticket().on_roll(roll));
        assert_eq!(text.matches('𠮷').count(), 2 * 200, "in either part");
        assert_eq!(text.matches('很').count(), 30 * 20);
        assert_eq!(text.matches('W').count(), 30 * 90);
        assert_eq!(
            text.matches('事').count() - text.matches("事项").count(),
            600
        );
    }
}

#[test]
fn symbols_stand_on_whole_dots_and_are_read_from_them() {
    for (name, document) in [
        ("receipt", samples::receipt().ticket()),
        ("guide", samples::guide().ticket()),
    ] {
        for roll in ROLLS {
            let page = pages(&document.clone().on_roll(roll)).remove(0);
            let symbol = page.marks.iter().find_map(|mark| match mark {
                Mark::Symbol(symbol) => Some(symbol.clone()),
                _ => None,
            });
            let symbol = symbol.unwrap();
            let dots = symbol.cell().0 * 25.4 / 72.0 * 8.0;
            assert!((dots - dots.round()).abs() < 1e-3 && dots > 3.9, "{dots}");
            let read = scanned(&page_dots(&page, fonts()).unwrap());
            assert_eq!(read.trim_end(), symbol.payload(), "{name} on {roll:?}");
        }
    }
}

#[test]
fn a_line_right_above_a_symbol_keeps_all_its_ink() {
    let mut document = plain_ticket();
    let line = Block::Paragraph(Paragraph::new("高龄津贴申领", 12.0).leading(1.0));
    let dots_of = |blocks: Vec<Block>, document: &mut Document| {
        document.blocks = blocks;
        let page = pages(document).remove(0);
        let text = page.marks.iter().find_map(|mark| match mark {
            Mark::Text(run) if run.text() == "高龄津贴申领" => Some(run.area()),
            _ => None,
        });
        let (text, dots) = (text.unwrap(), page_dots(&page, fonts()).unwrap());
        let dot = |points: f32| (points * 8.0 * 25.4 / 72.0).round() as usize;
        let rows = dot(text.y - page.inside.y)..dot(text.y - page.inside.y + text.height);
        rows.flat_map(|y| (0..dots.width()).map(move |x| (x, y)))
            .filter(|&(x, y)| dots.is_black(x, y))
            .count()
    };
    let alone = dots_of(vec![line.clone()], &mut document);
    let symbol = Block::Row(vec![Part::Qr {
        payload: "QS03".to_owned(),
        caption: String::new(),
    }]);
    assert_eq!(dots_of(vec![line, symbol], &mut document), alone);
}

#[test]
fn every_printable_character_survives_in_a_bar_code_on_paper_and_on_dots() {
    let texts = [
        samples::NUMBER,
        "SAMPLE0000001CN",
        "12345678",
        "1234567",
        "A1234B",
        " !\"#$%&'()*+,-./",
        ":;<=>?@[\\]^_`",
        "abcXYZ{|}~09",
    ];
    for text in texts {
        let mut document = plain_ticket();
        document.blocks = vec![Block::Row(vec![Part::Barcode {
            payload: text.to_owned(),
            caption: text.to_owned(),
        }])];
        let page = pages(&document).remove(0);
        let kinds: Vec<_> = page
            .marks
            .iter()
            .filter_map(|mark| match mark {
                Mark::Symbol(symbol) => Some(symbol.kind()),
                _ => None,
            })
            .collect();
        assert_eq!(kinds, [SymbolKind::Code128]);
        let read = scanned(&page_dots(&page, fonts()).unwrap());
        assert_eq!(read.trim_end_matches('\n'), text);
        assert!(probe::Pdf::of(&document).qr_texts(200)[0].contains(text));
    }
    for unfit in ["", "样例", "a\u{7}", &"9".repeat(33)] {
        let mut document = plain_ticket();
        document.blocks = vec![Block::Row(vec![Part::Barcode {
            payload: unfit.to_owned(),
            caption: String::new(),
        }])];
        assert!(!Part::can_be_barcode(unfit));
        let error = layout(&document, fonts()).unwrap_err();
        assert_eq!(error.code(), "PRINT-BARCODE");
    }
}

/// The dots of one character 24 high, and how many strokes a straight cut meets at most.
fn character(ch: char) -> (Vec<Vec<bool>>, usize, usize) {
    let mut document = plain_ticket();
    document.blocks = vec![Block::Paragraph(Paragraph::new(ch.to_string(), 9.0))];
    let page = pages(&document).remove(0);
    let run = page.marks.iter().find_map(|mark| match mark {
        Mark::Text(run) if run.text() == ch.to_string() => Some(run.area()),
        _ => None,
    });
    let (run, dots) = (run.unwrap(), page_dots(&page, fonts()).unwrap());
    let dot = |points: f32| (points * 8.0 * 25.4 / 72.0).round() as usize;
    let (left, top) = (dot(run.x - page.inside.x), dot(run.y - page.inside.y));
    let side = dot(run.height);
    assert_eq!(side, 24);
    let rows: Vec<Vec<bool>> = (top..top + side)
        .map(|y| (left..left + side).map(|x| dots.is_black(x, y)).collect())
        .collect();
    let columns: Vec<Vec<bool>> = (0..side)
        .map(|x| rows.iter().map(|row| row[x]).collect())
        .collect();
    let most = |lines: &[Vec<bool>]| lines.iter().map(|line| strokes(line)).max().unwrap();
    let counts = (most(&columns), most(&rows));
    (rows, counts.0, counts.1)
}

fn strokes(line: &[bool]) -> usize {
    line.chunk_by(|a, b| a == b).filter(|same| same[0]).count()
}

fn difference(one: &[Vec<bool>], other: &[Vec<bool>]) -> usize {
    let pairs = one.iter().flatten().zip(other.iter().flatten());
    pairs.filter(|(a, b)| a != b).count()
}

#[test]
fn rare_characters_keep_their_strokes_at_24_dots_and_stay_apart_from_look_alikes() {
    // Horizontal strokes one above the other: 土 or 士 over 口 has four, 卜 over 口 three.
    for (ch, down, across) in [('𠮷', 4, 2), ('占', 3, 2), ('𬘡', 4, 5), ('𫖯', 4, 6)] {
        let (rows, columns_cut, rows_cut) = character(ch);
        let drawn: String = rows
            .iter()
            .map(|row| {
                let line = row.iter().map(|&dot| if dot { '#' } else { '.' });
                line.collect::<String>() + "\n"
            })
            .collect();
        assert!(
            columns_cut >= down && rows_cut >= across,
            "{ch} {columns_cut} {rows_cut}\n{drawn}"
        );
    }
    for (one, other) in [('𠮷', '占'), ('𠮷', '吉'), ('𬘡', '姻'), ('𫖯', '俯')] {
        let apart = difference(&character(one).0, &character(other).0);
        assert!(apart > 40, "{one} and {other} differ in {apart} dots");
    }
}

#[test]
fn a_ticket_with_a_rare_character_goes_as_bounded_bands_and_ends_with_a_cut() {
    for (roll, across) in [(Paper::Ticket80, 72), (Paper::Ticket58, 48)] {
        let ticket = encode(&samples::receipt().ticket(), fonts(), &printer(roll, true)).unwrap();
        assert_eq!(ticket.mode, TicketMode::Raster);
        assert_eq!(ticket.bytes[..2], [0x1B, b'@']);
        assert!(ticket.bytes.ends_with(&[0x1D, b'V', b'B', 0]));
        let mut rest = &ticket.bytes[2..];
        let mut rows = 0;
        while let [0x1D, b'v', b'0', 0, low, 0, height, 0, band @ ..] = rest {
            assert_eq!(usize::from(*low), across);
            assert!(*height <= 128);
            rows += usize::from(*height);
            rest = &band[across * usize::from(*height)..];
        }
        assert_eq!(rest, [0x1D, b'V', b'B', 0]);
        let page = &pages(&samples::receipt().ticket().on_roll(roll))[0];
        let dots = page_dots(page, fonts()).unwrap();
        assert!(rows <= dots.height() && rows + 16 > dots.height());
    }
}

#[test]
fn a_ticket_all_in_gb_2312_goes_as_text_where_the_printer_has_it() {
    let text = encode(&plain_ticket(), fonts(), &printer(Paper::Ticket58, true)).unwrap();
    assert_eq!(text.mode, TicketMode::Text);
    let picture = encode(&plain_ticket(), fonts(), &printer(Paper::Ticket58, false)).unwrap();
    assert_eq!(picture.mode, TicketMode::Raster);
    assert!(text.bytes.len() * 10 < picture.bytes.len());
    let holds = |bytes: &[u8]| {
        text.bytes
            .windows(bytes.len())
            .any(|window| window == bytes)
    };
    assert!(holds(&[0x1C, b'&']) && holds(samples::receipt_qr().as_bytes()));
    assert!(
        holds(&[0xCA, 0xD5, 0xBC, 0xFE, 0xBB, 0xD8, 0xD6, 0xB4]),
        "收件回执"
    );
    // Another chapter's characters, a pale line or a place for dots make it a picture.
    let watermarked = plain_ticket().watermarked("测试窗口人员", samples::imprint().printed_at);
    let ticket = encode(&watermarked, fonts(), &printer(Paper::Ticket80, true)).unwrap();
    assert_eq!(ticket.mode, TicketMode::Raster);
}

#[test]
fn a_symbol_that_is_not_ascii_goes_as_dots_between_lines_of_text() {
    let guide = samples::guide();
    for (roll, across) in [(Paper::Ticket80, 72), (Paper::Ticket58, 48)] {
        let ticket = encode(&guide.ticket(), fonts(), &printer(roll, true)).unwrap();
        assert_eq!(ticket.mode, TicketMode::Text);
        let mut rows = Vec::new();
        let head = [0x1D, b'v', b'0', 0, across, 0];
        let mut rest = &ticket.bytes[..];
        while let Some(at) = rest.windows(6).position(|window| window == head) {
            let length = usize::from(across) * usize::from(rest[at + 6]);
            rows.extend(&rest[at + 8..at + 8 + length]);
            rest = &rest[at + 8 + length..];
        }
        assert_eq!(read(usize::from(across) * 8, &rows), guide.qr_text());
    }
}

#[test]
fn every_ticket_keeps_inside_either_roll_and_can_be_sent_as_dots_and_as_text() {
    let tickets = samples::all().into_iter();
    let tickets: Vec<_> = tickets.filter(|(_, one)| one.paper.is_roll()).collect();
    assert!(tickets.len() >= 3);
    for (name, document) in tickets {
        for (roll, text_mode) in ROLLS
            .into_iter()
            .flat_map(|roll| [(roll, true), (roll, false)])
        {
            pages(&document.clone().on_roll(roll));
            let ticket = encode(&document, fonts(), &printer(roll, text_mode)).unwrap();
            assert!((200..400_000).contains(&ticket.bytes.len()), "{name}");
        }
    }
}

#[test]
fn the_same_ticket_is_the_same_bytes_and_without_a_cutter_it_is_fed_to_be_torn() {
    let torn = TicketPrinter {
        cutter: false,
        ..printer(Paper::Ticket80, false)
    };
    let first = encode(&plain_ticket(), fonts(), &torn).unwrap();
    assert!(first.bytes.ends_with(&[0x1B, b'd', 4]));
    assert_eq!(first, encode(&plain_ticket(), fonts(), &torn).unwrap());
}

#[test]
fn sheets_and_endless_tickets_are_refused_with_a_code() {
    let sheet = samples::receipt().document();
    let error = encode(&sheet, fonts(), &printer(Paper::Ticket80, false)).unwrap_err();
    assert_eq!(error.code(), "PRINT-TICKET");
    let error = encode(&plain_ticket(), fonts(), &printer(Paper::A4, false)).unwrap_err();
    assert_eq!(error.code(), "PRINT-TICKET");
    let mut endless = plain_ticket();
    endless.blocks = vec![Block::Paragraph(Paragraph::new("长".repeat(40_000), 12.0))];
    let error = encode(&endless, fonts(), &printer(Paper::Ticket80, false)).unwrap_err();
    assert_eq!(error.code(), "PRINT-PAGES");
}

#[test]
fn a_watermark_shows_between_the_lines_and_leaves_the_symbol_alone() {
    let plain = samples::receipt().ticket();
    let marked = plain
        .clone()
        .watermarked("测试窗口人员", samples::imprint().printed_at);
    let dots = |document: &Document| page_dots(&pages(document)[0], fonts()).unwrap();
    let (without, with) = (dots(&plain), dots(&marked));
    let black = |dots: &Bitmap| {
        dots.bytes()
            .iter()
            .map(|byte| byte.count_ones())
            .sum::<u32>()
    };
    let added = black(&with) - black(&without);
    assert!(added > 200 && added * 10 < black(&without), "{added} dots");
    assert_eq!(scanned(&with).trim_end(), samples::receipt_qr());
}

/// What is scanned from rows of dots.
fn read(width: usize, rows: &[u8]) -> String {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("symbol.pbm");
    let mut picture = format!("P4\n{width} {}\n", rows.len() * 8 / width).into_bytes();
    picture.extend(rows);
    std::fs::write(&file, picture).unwrap();
    zbar(&file).trim_end().to_owned()
}

fn scanned(dots: &Bitmap) -> String {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("ticket.png");
    std::fs::write(&file, dots.png().unwrap()).unwrap();
    zbar(&file)
}

fn zbar(file: &Path) -> String {
    let output = Command::new("zbarimg")
        .args(["--quiet", "--raw"])
        .arg(file)
        .output()
        .unwrap();
    String::from_utf8(output.stdout).unwrap()
}
