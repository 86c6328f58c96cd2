//! Names with characters beyond what most systems can carry, unchanged from the form to the feed.

use yichuang_app::ipc::{AcceptCase, AddCharacter, CharacterInput, DraftRef, ErrorCode, SaveDraft};
use yichuang_domain::CaseState;
use yichuang_tests::kit::{Centre, Counter, Line, an_application, pdf_words, pixels, sample_id};

/// U+20BB7 and U+2CB4E need four bytes of UTF-8; U+4DAE was added after most fonts were drawn.
const RARE: [char; 3] = ['\u{20BB7}', '\u{4DAE}', '\u{2CB4E}'];
const NAME: &str = "测试\u{20BB7}\u{4DAE}\u{2CB4E}";
const DPI: u32 = 288;

#[tokio::test(flavor = "multi_thread")]
async fn a_rare_name_goes_from_draft_to_platform_and_back_unchanged() {
    let line = Line::down();
    let counter = Counter::reaching(&line.url());
    let application = an_application().by(NAME, &sample_id(7));
    let done = counter.accept(&application);
    assert!(
        done.papers.iter().all(|paper| paper.missing.is_empty()),
        "{:?}",
        done.papers
    );
    for text in [
        "\u{20BB7}",
        "\u{4DAE}",
        "\u{2CB4E}",
        NAME,
        "测试",
        "ceshi",
        "cs",
    ] {
        let found = counter.find(text);
        assert_eq!(found.total, 1, "{text} finds it");
        assert_eq!(found.rows[0].applicant, NAME);
    }
    assert_eq!(
        counter.find("\u{20BB8}").total,
        0,
        "another character does not"
    );
    assert!(counter.paper_text(&done.number, "receipt").contains(NAME));

    let centre = Centre::start(&counter.clock).await;
    line.connect(&centre.url());
    counter.sync().await;
    centre.judge();
    assert_eq!(centre.received()[0].applicant.name, NAME);
    assert_eq!(centre.received()[0].form["applicant_name"], NAME);
    centre.review(&done.number, "审核\u{20BB7}", CaseState::InProcess);
    counter.sync().await;
    let view = counter.show(&done.number);
    assert_eq!(view.row.step.as_deref(), Some("审核\u{20BB7}"));
    assert_eq!(view.row.applicant, NAME);
    let form = view
        .form
        .iter()
        .find(|field| field.key == "applicant_name")
        .unwrap();
    assert_eq!(form.value, NAME);
    counter.assert_sound();
}

#[test]
fn rare_characters_are_drawn_and_not_replaced_by_a_box() {
    let counter = Counter::open();
    let number = counter
        .accept(&an_application().by(NAME, &sample_id(7)))
        .number;
    let pdf = counter.paper(&number, "receipt");
    let words = pdf_words(&pdf);
    let word = words
        .iter()
        .find(|word| word.text.contains(NAME))
        .expect("the name is one word of the text");
    let page = pixels(&pdf, word.page, DPI);
    let count = word.text.chars().count() as f32;
    let [left, top, right, bottom] = word.place;
    let step = (right - left) / count;
    for (at, character) in word
        .text
        .chars()
        .enumerate()
        .filter(|(_, c)| RARE.contains(c))
    {
        let begin = left + step * at as f32;
        let (inset, height) = (step * 0.25, bottom - top);
        let inside = [
            begin + inset,
            top + height * 0.25,
            begin + step - inset,
            bottom - height * 0.25,
        ];
        let darkness = page.darkness(inside, DPI);
        // A glyph fills its middle with strokes; an empty box or a blank does not.
        assert!(
            (0.05..0.9).contains(&darkness),
            "U+{:X} is {darkness} dark inside",
            character as u32
        );
    }
}

/// U+323AF is the last ideograph of a block that no face here has.
const UNDRAWN: char = '\u{323AF}';

/// A grey picture: paper, with a stroke down and one across when `written`.
fn picture(written: bool) -> Vec<u8> {
    const SIDE: u32 = 64;
    let ink = |x: u32, y: u32| (28..36).contains(&x) || (20..28).contains(&y);
    let pixels: Vec<u8> = (0..SIDE * SIDE)
        .map(|at| (at % SIDE, at / SIDE))
        .map(|(x, y)| if written && ink(x, y) { 20 } else { 240 })
        .collect();
    let mut file = Vec::new();
    let mut encoder = png::Encoder::new(&mut file, SIDE, SIDE);
    encoder.set_color(png::ColorType::Grayscale);
    let mut writer = encoder.write_header().unwrap();
    writer.write_image_data(&pixels).unwrap();
    drop(writer);
    file
}

#[test]
fn a_character_no_face_draws_is_printed_as_the_document_shows_it() {
    let counter = Counter::open();
    let name = format!("测试{UNDRAWN}");
    let draft = counter.draft(&an_application().by(&name, &sample_id(9)));
    let seen = counter.desk.show_draft(DraftRef { id: draft.clone() });
    let seen = seen.unwrap();
    assert_eq!(seen.unprintable, [UNDRAWN.to_string()]);

    let cut = |character: &str, bytes: &[u8]| {
        let cut = AddCharacter {
            draft: draft.clone(),
            character: character.to_owned(),
        };
        counter.desk.add_character(cut, bytes)
    };
    let character = UNDRAWN.to_string();
    for refused in [
        cut(&character, &picture(false)),
        cut(&character, b"\x89PNG\r\n\x1a\n"),
        cut("两个", &picture(true)),
    ] {
        assert_eq!(refused.unwrap_err().code, ErrorCode::FileRefused);
    }

    let file = cut(&character, &picture(true)).unwrap();
    let mut content = seen.content;
    content.characters = vec![CharacterInput { character, file }];
    let id = draft.clone();
    counter.desk.save_draft(SaveDraft { id, content }).unwrap();
    let done = counter.desk.accept_case(AcceptCase { draft }).unwrap();
    for paper in &done.papers {
        assert!(paper.missing.is_empty(), "{paper:?}");
        let said = counter.paper_text(&done.number, &paper.document);
        assert!(said.contains(&name), "{said}");
        assert!(said.contains("已用证件上的字样打印"), "{said}");
    }
    assert_eq!(counter.find(&name).total, 1);
    counter.assert_sound();
}
