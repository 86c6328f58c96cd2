//! What an OFD promises: an independent reader agrees with the layout and with the PDF.

use std::io::Cursor;

use chrono::Duration;
use ofd_core::render::RenderOptions;
use ofd_core::{
    LoadedDocument, OfdPackage, OfdReader, PageBlock, TextCode, TextObject, check_reader,
    parse_deltas,
};
use yichuang_print::layout::{Area, Mark, layout};
use yichuang_print::{Document, FontSet, printable, render, render_ofd};

use crate::probe::{self, Pdf, Picture, squeeze};
use crate::samples::{self, RARE_NAME, all, fonts};

const DPI: u32 = 100;

/// An OFD, opened by the other program.
struct Ofd {
    reader: OfdReader<Cursor<Vec<u8>>>,
    document: LoadedDocument,
    missing: Vec<char>,
}

impl Ofd {
    fn of(document: &Document) -> Self {
        let rendered = render_ofd(document, fonts()).unwrap();
        let package = OfdPackage::new(Cursor::new(rendered.bytes)).unwrap();
        let mut reader = OfdReader::new(package).unwrap();
        let body = reader.ofd().doc_bodies[0].clone();
        let document = reader.load_document(&body).unwrap();
        assert_eq!(document.pages().len(), rendered.pages);
        Self {
            reader,
            document,
            missing: rendered.missing,
        }
    }

    fn pages(&self) -> usize {
        self.document.pages().len()
    }

    /// The objects of a page, layer after layer, each with its layer's kind.
    fn objects(&mut self, page: usize) -> Vec<(String, PageBlock)> {
        let place = self.document.pages()[page].clone();
        let page = self.reader.load_page(&self.document, &place).unwrap();
        let layers = page.content.unwrap().layers;
        let of_layer = |layer: ofd_core::model::page::CtLayer| {
            let kind = layer.layer_type.unwrap();
            layer
                .objects
                .into_iter()
                .map(move |one| (kind.clone(), one))
        };
        layers.into_iter().flat_map(of_layer).collect()
    }

    fn texts(&mut self, page: usize) -> Vec<(TextObject, TextCode)> {
        let body = self.objects(page).into_iter();
        body.filter(|(kind, _)| kind == "Body")
            .filter_map(|(_, block)| match block {
                PageBlock::Text(text) => Some(text),
                _ => None,
            })
            .flat_map(|text| {
                let codes = text.text_codes.clone();
                codes.into_iter().map(move |code| (text.clone(), code))
            })
            .collect()
    }

    /// All text of all pages, in order, without white space.
    fn text(&mut self) -> String {
        let pages = 0..self.pages();
        pages.map(|page| self.page_text(page)).collect()
    }

    fn page_text(&mut self, page: usize) -> String {
        let texts = self.texts(page).into_iter();
        squeeze(&texts.filter_map(|(_, code)| code.text).collect::<String>())
    }

    fn picture(&mut self, page: usize) -> Picture {
        let options = RenderOptions::with_dpi(f64::from(DPI));
        let image = self
            .reader
            .render_page_to_image(&self.document, page, &options)
            .unwrap();
        let width = image.width() as usize;
        let grey = image.pixels().map(|pixel| pixel.0[1]).collect();
        Picture::of(width, grey, DPI)
    }

    /// An embedded font, by the number objects use.
    fn font(&mut self, id: u64) -> Vec<u8> {
        let place = self.document.public_res()[0].clone();
        let resources = self.reader.load_resource(&self.document, &place).unwrap();
        let font = resources
            .fonts()
            .find(|font| font.id.value() == id)
            .unwrap();
        let file = font.font_file.clone().unwrap();
        let path = format!("{}/{}/{}", self.document.base, resources.base_loc.0, file.0);
        self.reader.package_mut().read(&path).unwrap()
    }
}

fn given(name: &str) -> Document {
    let found = all().into_iter().find(|(other, _)| *other == name);
    found.unwrap().1
}

#[test]
fn an_independent_reader_finds_no_fault_in_any_paper() {
    for (name, document) in all() {
        let mut ofd = Ofd::of(&document);
        let report = check_reader(&mut ofd.reader);
        assert!(report.conforms(), "{name}: {:?}", report.problems);
    }
}

#[test]
fn the_text_read_back_is_the_text_laid_out_also_beyond_the_first_plane() {
    for name in ["receipt", "guide", "acceptance"] {
        let document = given(name);
        let laid_out = layout(&document, fonts()).unwrap();
        let mut ofd = Ofd::of(&document);
        for (at, page) in laid_out.pages.iter().enumerate() {
            let expected = squeeze(&probe::page_text(page));
            assert_eq!(ofd.page_text(at), expected, "{name}, page {at}");
        }
    }
    let text = Ofd::of(&given("receipt")).text();
    assert!(text.contains(RARE_NAME), "{text}");
    assert!(text.contains(samples::NUMBER));
}

#[test]
fn every_character_stands_at_its_own_place_and_has_a_glyph_in_the_font_that_is_enclosed() {
    let mut ofd = Ofd::of(&given("guide"));
    let mut looked_at = 0;
    for page in 0..ofd.pages() {
        for (object, code) in ofd.texts(page) {
            let text = code.text.unwrap();
            let count = text.chars().count();
            let advances = parse_deltas(code.delta_x.as_deref().unwrap_or_default());
            assert_eq!(advances.len(), count - 1, "{text}");
            let end = object.boundary.x + code.x.unwrap() + advances.iter().sum::<f64>();
            assert!(end < object.boundary.x + object.boundary.width, "{text}");
            let bytes = ofd.font(object.font.value());
            let face = ttf_parser::Face::parse(&bytes, 0).unwrap();
            let em = f64::from(face.units_per_em());
            for (ch, advance) in text.chars().zip(&advances) {
                let glyph = face.glyph_index(ch).unwrap();
                assert_ne!(glyph.0, 0, "{ch}");
                let own = f64::from(face.glyph_hor_advance(glyph).unwrap()) / em * object.size;
                // A justified line is spread by up to a tenth of an em.
                let spread = advance - own;
                assert!((-0.001..0.1001 * object.size).contains(&spread), "{ch}");
            }
            looked_at += count;
        }
    }
    assert!(looked_at > 1000, "{looked_at}");
}

/// How dark each square of a page is, 0 white to 1 black. The mean of a square
/// is the same however its edges are smoothed.
fn squares(picture: &Picture, (width, height): (f32, f32)) -> Vec<f32> {
    const SIDE: f32 = 18.0;
    let (columns, rows) = ((width / SIDE) as usize, (height / SIDE) as usize);
    let places = (0..rows).flat_map(|row| (0..columns).map(move |column| (column, row)));
    places
        .map(|(column, row)| {
            let square = Area {
                x: column as f32 * SIDE,
                y: row as f32 * SIDE,
                width: SIDE,
                height: SIDE,
            };
            1.0 - picture.mean(square) / 255.0
        })
        .collect()
}

#[test]
fn the_drawn_pages_look_like_those_of_the_pdf() {
    for name in ["receipt", "acceptance", "application_form", "guide_ticket"] {
        let document = given(name);
        let laid_out = layout(&document, fonts()).unwrap();
        let pdf = Pdf::of(&document);
        let mut ofd = Ofd::of(&document);
        for (at, page) in laid_out.pages.iter().enumerate() {
            let size = (page.width, page.height);
            let expected = squares(&pdf.picture(at + 1, DPI), size);
            let drawn = squares(&ofd.picture(at), size);
            assert!(expected.iter().filter(|&&dark| dark > 0.02).count() > 50);
            for (square, (one, other)) in expected.iter().zip(&drawn).enumerate() {
                assert!(
                    (one - other).abs() < 0.06,
                    "{name}, page {at}, square {square}: {one} and {other}"
                );
            }
            let total = |squares: &[f32]| squares.iter().sum::<f32>();
            let share = total(&drawn) / total(&expected);
            assert!((0.9..1.1).contains(&share), "{name}, page {at}: {share}");
        }
    }
}

#[test]
fn characters_the_bold_face_lacks_are_thickened_here_too() {
    let mut document = probe::one_paragraph("𠮷𬘡龘㛃");
    let plain = dark_pixels(&document);
    if let Some(yichuang_print::model::Block::Paragraph(paragraph)) = document.blocks.first_mut() {
        *paragraph = paragraph.clone().bold();
    }
    let bold = dark_pixels(&document);
    assert!(bold * 100 > plain * 115, "{plain} and {bold}");
}

fn dark_pixels(document: &Document) -> usize {
    let page = &layout(document, fonts()).unwrap().pages[0];
    let whole = Area {
        x: 0.0,
        y: 0.0,
        width: page.width,
        height: page.height,
    };
    let dark = Ofd::of(document).picture(0).dark(whole);
    dark.iter().filter(|&&dark| dark).count()
}

#[test]
fn a_watermark_lies_behind_the_text_and_reaches_across_the_page() {
    let mut guide = samples::guide();
    guide.unchecked_days = 42;
    let document = guide.document();
    let mark = document.furniture.watermark.clone().unwrap();
    let mut ofd = Ofd::of(&document);
    let objects = ofd.objects(0);
    let (behind, first) = &objects[0];
    assert_eq!(behind, "Background");
    let PageBlock::Text(first) = first else {
        panic!("{first:?} is no text")
    };
    let code = first.text_codes[0].text.as_deref();
    assert_eq!(code, Some(mark.as_str()));
    assert!(first.ctm.is_some());

    let mut without = document.clone();
    without.furniture.watermark = None;
    let page = &layout(&document, fonts()).unwrap().pages[0];
    let pale = |document: &Document| {
        let picture = Ofd::of(document).picture(0);
        // Upwards to the right through the middle, where the text stands.
        let along = (-6..=6).map(|step| {
            let away = step as f32 * 18.0;
            picture.mean(Area {
                x: page.width / 2.0 + away - 9.0,
                y: page.height / 2.0 - away - 9.0,
                width: 18.0,
                height: 18.0,
            })
        });
        along.sum::<f32>()
    };
    assert!(pale(&document) < pale(&without) - 20.0);
}

#[test]
fn what_looks_like_markup_is_text_and_what_no_xml_may_hold_is_left_out() {
    let hostile = "</ofd:TextCode><ofd:Page ID=\"1\"/>&lt;&#x0;&amp;]]>'\"<!--";
    let mut document = probe::one_paragraph(hostile);
    document.title = format!("{hostile}\u{0}\u{1b}\u{FFFE}\u{FFFF}\u{202E}尾");
    document.furniture.header = format!("\u{b}{hostile}\u{FFFF}");
    let mut ofd = Ofd::of(&document);
    let report = check_reader(&mut ofd.reader);
    assert!(report.conforms(), "{:?}", report.problems);
    assert_eq!(ofd.pages(), 1);
    assert!(ofd.text().contains(&squeeze(hostile)), "{}", ofd.text());
    let title = ofd.reader.ofd().doc_bodies[0].doc_info.title.clone();
    assert_eq!(title, Some(format!("{hostile}尾")));
}

#[test]
fn blanks_about_a_run_move_no_character() {
    let mut document = probe::one_paragraph("");
    let spans = ["收件", "  二〇二六 年  ", " \u{3000} ", "10"];
    let block = document.blocks.first_mut();
    if let Some(yichuang_print::model::Block::Paragraph(paragraph)) = block {
        let spans = spans.iter().enumerate().map(|(at, text)| match at % 2 {
            0 => yichuang_print::model::Span::plain(*text),
            _ => yichuang_print::model::Span::bold(*text),
        });
        paragraph.spans = spans.collect();
        paragraph.size = 20.0;
    }
    let expected = layout(&document, fonts()).unwrap().pages.remove(0).marks;
    let drawn = Ofd::of(&document).texts(0);
    let glyphs = |code: &TextCode| code.text.clone().unwrap();
    for (_, code) in &drawn {
        assert_eq!(glyphs(code).trim(), glyphs(code));
    }
    let ten = drawn.iter().find(|(_, code)| glyphs(code) == "10").unwrap();
    let place = expected.iter().find_map(|mark| match mark {
        Mark::Text(run) if run.text().trim() == "10" => Some(run.area()),
        _ => None,
    });
    let points = (ten.0.boundary.x + ten.1.x.unwrap()) / 25.4 * 72.0;
    let area = place.unwrap();
    assert!(points >= f64::from(area.x) - 0.01);
    assert!(points < f64::from(area.x + area.width));
}

#[test]
fn the_same_document_gives_the_same_bytes_whenever_it_is_made() {
    for (name, document) in all() {
        let first = render_ofd(&document, fonts()).unwrap();
        let again = render_ofd(&document, &FontSet::load(&samples::font_dir()).unwrap()).unwrap();
        assert!(first == again, "{name} differs");
        // The first entry's time: midnight of the first day a zip can tell.
        assert_eq!(first.bytes[10..14], [0, 0, 0x21, 0], "{name}");
    }
    let mut later = samples::receipt();
    later.imprint.printed_at += Duration::minutes(1);
    let name = |document: &Document| {
        let info = Ofd::of(document).reader.ofd().doc_bodies[0]
            .doc_info
            .clone();
        info.doc_id.unwrap()
    };
    let own = name(&samples::receipt().document());
    assert_ne!(name(&later.document()), own);
    assert!(own.len() == 32 && own.chars().all(|ch| ch.is_ascii_hexdigit()));
}

#[test]
fn title_day_and_maker_are_in_the_metadata() {
    let document = samples::receipt().document();
    let ofd = Ofd::of(&document);
    let info = ofd.reader.ofd().doc_bodies[0].doc_info.clone();
    assert_eq!(info.title, Some(printable(&document.title)));
    assert_eq!(info.creation_date.as_deref(), Some("2026-11-23"));
    assert_eq!(info.creator.as_deref(), Some("一窗"));
}

#[test]
fn what_cannot_be_drawn_is_framed_and_listed_as_in_the_pdf() {
    let mut receipt = samples::receipt();
    receipt.applicant.name = "样例\u{31350}".into();
    let document = receipt.document();
    let mut ofd = Ofd::of(&document);
    assert_eq!(ofd.missing, render(&document, fonts()).unwrap().missing);
    assert_eq!(ofd.missing, ['\u{31350}']);
    let text = ofd.text();
    assert!(text.contains("U+31350") && text.contains("本机打不出"));
}

#[test]
fn a_character_drawn_from_its_picture_stands_in_its_place_and_reads_as_itself() {
    const RARE: char = '\u{31350}';
    // A thick cross on white.
    let near = |at: usize| at.abs_diff(30) < 8;
    let pixels: Vec<u8> = (0..60 * 60)
        .map(|at| {
            if near(at % 60) || near(at / 60) {
                20
            } else {
                250
            }
        })
        .collect();
    let picture =
        yichuang_print::model::GlyphPicture::from_grey(RARE, "", (60, 60), &pixels).unwrap();
    let document = probe::one_paragraph(&format!("样{RARE}例")).with_glyphs(vec![picture]);
    let page = layout(&document, fonts()).unwrap().pages.remove(0);
    let places = page.marks.iter().filter_map(|mark| match mark {
        Mark::Picture(pictured) => Some(pictured.area()),
        _ => None,
    });
    // The paragraph's; the note below is smaller.
    let place = places.max_by(|one, other| one.height.total_cmp(&other.height));
    let mut ofd = Ofd::of(&document);
    assert_eq!(ofd.missing, []);
    assert!(ofd.page_text(0).contains(&format!("样{RARE}例")));
    let (here, there) = (ofd.picture(0), Pdf::of(&document).picture(1, DPI));
    let (here, there) = (here.mean(place.unwrap()), there.mean(place.unwrap()));
    assert!(
        here < 200.0 && (here - there).abs() < 12.0,
        "{here} {there}"
    );
}
