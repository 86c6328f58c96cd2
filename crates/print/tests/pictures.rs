//! Characters no face draws, from their pictures; and pages as pictures.

use std::process::Command;

use yichuang_print::layout::{Area, Mark, layout};
use yichuang_print::model::GlyphPicture;
use yichuang_print::raster::{page_dots, page_png};
use yichuang_print::ticket::{TicketMode, TicketPrinter, encode};
use yichuang_print::{Document, Paper, document_coverage, render_ofd};

use crate::probe::{Pdf, Picture, squeeze};
use crate::samples::{self, fonts};

/// A character of Unicode 15.1 that the shipped faces lack.
const RARE: char = '\u{31350}';
const NAME: &str = "样例\u{31350}";

/// A photograph of a character: a cross in a box on grey, slightly dirty card.
fn photograph(side: usize) -> Vec<u8> {
    let at = |x: usize, y: usize| {
        let (low, high) = (side / 4, 3 * side / 4);
        let thick = side / 20 + 1;
        let near = |a: usize, b: usize| a.abs_diff(b) < thick;
        let inside = (low..=high).contains(&x) && (low..=high).contains(&y);
        let ink = inside && (near(x, low) || near(x, high) || near(y, low) || near(y, high));
        let cross = inside && (near(x, side / 2) || near(y, side / 2));
        let card = 190 + (x * 7 + y * 13) % 23;
        u8::try_from(if ink || cross { 60 } else { card }).unwrap()
    };
    (0..side)
        .flat_map(|y| (0..side).map(move |x| at(x, y)))
        .collect()
}

fn picture() -> GlyphPicture {
    GlyphPicture::from_grey(RARE, NAME, (160, 160), &photograph(160)).unwrap()
}

fn receipt(ticket: bool) -> Document {
    let mut receipt = samples::receipt();
    receipt.applicant.name = NAME.into();
    receipt.imprint.two_copies = false;
    match ticket {
        true => receipt.ticket(),
        false => receipt.document(),
    }
}

#[test]
fn a_character_with_a_picture_is_drawn_from_it_found_as_itself_and_explained() {
    let document = receipt(false).with_glyphs(vec![picture()]);
    let pdf = Pdf::of(&document);
    assert_eq!(pdf.missing, []);
    let text = squeeze(&pdf.text());
    assert!(text.contains(NAME), "{text}");
    let note = format!("“{NAME}”的“{RARE}”本机打不出，已用证件上的字样打印");
    assert!(text.contains(&squeeze(&note)), "{text}");
    assert!(!text.contains("U+31350"), "{text}");

    let laid_out = layout(&document, fonts()).unwrap();
    assert_eq!(laid_out.pictured, [RARE]);
    let shown = pdf.picture(1, 200);
    let places: Vec<_> = laid_out.pages[0]
        .marks
        .iter()
        .filter_map(|mark| match mark {
            Mark::Picture(pictured) => Some(pictured.area()),
            _ => None,
        })
        .collect();
    assert!(places.len() >= 3, "the name, and twice in the note");
    for area in places {
        let dark = shown.dark(area);
        let share = dark.iter().filter(|&&dark| dark).count() * 100 / dark.len();
        assert!((15..70).contains(&share), "{share} % of {area:?} is dark");
    }
    assert!(render_ofd(&document, fonts()).unwrap().pictured == [RARE]);
}

#[test]
fn what_will_be_framed_or_drawn_is_known_before_anything_is_printed() {
    let bare = document_coverage(&receipt(false), fonts()).unwrap();
    assert_eq!((bare.boxed, bare.pictured), (vec![RARE], vec![]));
    let helped = receipt(false).with_glyphs(vec![picture()]);
    let helped = document_coverage(&helped, fonts()).unwrap();
    assert_eq!((helped.boxed, helped.pictured), (vec![], vec![RARE]));
    assert!(
        document_coverage(&samples::receipt().document(), fonts())
            .unwrap()
            .is_whole()
    );
}

#[test]
fn a_ticket_shows_the_picture_as_dots_and_never_goes_as_text() {
    let document = receipt(true).with_glyphs(vec![picture()]);
    let printer = TicketPrinter {
        roll: Paper::Ticket58,
        cutter: true,
        text_mode: true,
    };
    let ticket = encode(&document, fonts(), &printer).unwrap();
    assert_eq!(ticket.mode, TicketMode::Raster);
    assert_eq!((ticket.missing, ticket.pictured), (vec![], vec![RARE]));
    let page = layout(&document, fonts()).unwrap().pages.remove(0);
    let dots = page_dots(&page, fonts()).unwrap();
    let area = page.marks.iter().find_map(|mark| match mark {
        Mark::Picture(pictured) => Some(pictured.area()),
        _ => None,
    });
    let dot = |points: f32| (points * 8.0 * 25.4 / 72.0).round() as usize;
    let area = area.unwrap();
    let (left, top) = (dot(area.x - page.inside.x), dot(area.y - page.inside.y));
    let side = dot(area.width);
    let middle = (0..side)
        .filter(|at| dots.is_black(left + side / 2, top + at))
        .count();
    assert!(middle * 10 > side * 7, "the upright of the cross is whole");
}

#[test]
fn pictures_nobody_could_read_are_refused_with_a_code() {
    let from = |sides, pixels: &[u8]| GlyphPicture::from_grey(RARE, "", sides, pixels);
    let code = |made: Result<GlyphPicture, yichuang_print::GlyphPictureError>| {
        made.err().map(|error| error.code())
    };
    assert_eq!(code(from((4, 4), &[0; 16])), Some("PRINT-GLYPH-SIZE"));
    assert_eq!(code(from((3000, 40), &[])), Some("PRINT-GLYPH-SIZE"));
    assert_eq!(code(from((40, 40), &[0; 1599])), Some("PRINT-GLYPH-SIZE"));
    for flat in [0, 128, 255] {
        assert_eq!(code(from((40, 40), &[flat; 1600])), Some("PRINT-GLYPH-INK"));
    }
    let grain: Vec<u8> = (0..1600_u32).map(|at| 200 + (at * 7 % 40) as u8).collect();
    assert_eq!(code(from((40, 40), &grain)), Some("PRINT-GLYPH-INK"));
    let mut specks = vec![250_u8; 1600];
    specks[820] = 0;
    assert_eq!(code(from((40, 40), &specks)), Some("PRINT-GLYPH-INK"));
    for file in [&b""[..], b"\x89PNG\r\n\x1a\n", b"GIF89a", &vec![7; 5 << 20]] {
        let made = GlyphPicture::from_png(RARE, "", file);
        assert_eq!(code(made), Some("PRINT-GLYPH-READ"));
    }
}

#[test]
fn a_picture_is_cut_to_its_ink_and_bounded_however_large_it_was() {
    let small = picture();
    let large = GlyphPicture::from_grey(RARE, "", (1600, 1600), &photograph(1600)).unwrap();
    for picture in [&small, &large] {
        assert!(picture.side() <= 128, "{}", picture.side());
        assert_eq!(picture.ink().len(), picture.side() * picture.side());
        let row = picture.side() / 2;
        let middle = &picture.ink()[row * picture.side()..(row + 1) * picture.side()];
        let first = middle.iter().position(|&ink| ink > 128).unwrap();
        assert!(first * 8 < picture.side(), "ink reaches nearly to the edge");
    }
}

#[test]
fn a_png_of_any_colours_becomes_the_same_character() {
    let grey = photograph(160);
    let coloured: Vec<u8> = grey
        .iter()
        .flat_map(|&light| [light, light, light, 255])
        .collect();
    for (colour, samples) in [
        (png::ColorType::Grayscale, &grey),
        (png::ColorType::Rgba, &coloured),
    ] {
        let mut file = Vec::new();
        let mut encoder = png::Encoder::new(&mut file, 160, 160);
        encoder.set_color(colour);
        encoder.set_depth(png::BitDepth::Eight);
        encoder
            .write_header()
            .unwrap()
            .write_image_data(samples)
            .unwrap();
        assert_eq!(
            GlyphPicture::from_png(RARE, NAME, &file).unwrap(),
            picture()
        );
    }
}

#[test]
fn a_page_looks_in_its_picture_as_it_does_in_the_pdf() {
    const DPI: u32 = 100;
    let mut marked = samples::acceptance();
    marked.imprint.printing = 2;
    marked.imprint.why = Some("卡纸".into());
    let document = marked
        .document()
        .watermarked("测试窗口人员", samples::imprint().printed_at);
    let laid_out = layout(&document, fonts()).unwrap();
    let bytes = page_png(&laid_out, 0, DPI, fonts()).unwrap();
    let mut reader = png::Decoder::new(std::io::Cursor::new(&bytes))
        .read_info()
        .unwrap();
    let mut pixels = vec![0; reader.output_buffer_size().unwrap()];
    reader.next_frame(&mut pixels).unwrap();
    let width = reader.info().width as usize;
    assert_eq!((width, reader.info().height), (827, 1169));

    let pdf = Pdf::of(&document);
    let (here, there) = (Picture::of(width, pixels, DPI), pdf.picture(1, DPI));
    let mut far = 0;
    for row in 0..100_u8 {
        for column in 0..70_u8 {
            let square = Area {
                x: f32::from(column) * 8.4,
                y: f32::from(row) * 8.4,
                width: 8.4,
                height: 8.4,
            };
            far += usize::from((here.mean(square) - there.mean(square)).abs() > 40.0);
        }
    }
    assert!(far < 20, "{far} squares differ");
    assert!(squeeze(&pdf.text()).contains("补打第2次（卡纸）"));
}

#[test]
fn pictures_of_pages_are_bounded_and_the_same_every_time() {
    let laid_out = layout(&samples::receipt().document(), fonts()).unwrap();
    let png = |page, dpi| page_png(&laid_out, page, dpi, fonts());
    assert_eq!(png(0, 60).unwrap(), png(0, 60).unwrap());
    for (page, dpi) in [(99, 60), (0, 0), (0, 10), (0, 601), (0, 600)] {
        assert_eq!(
            png(page, dpi).unwrap_err().code(),
            "PRINT-PICTURE",
            "{page} {dpi}"
        );
    }
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("page.png");
    std::fs::write(&file, png(0, 200).unwrap()).unwrap();
    let read = Command::new("zbarimg")
        .args(["-q", "--raw"])
        .arg(file)
        .output()
        .unwrap();
    let read = String::from_utf8(read.stdout).unwrap();
    assert_eq!(read.trim_end(), samples::receipt_qr());
}
