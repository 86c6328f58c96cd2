//! PDFs read back by the product itself: everything the content says and nothing else, and no harm
//! from files that mean some.

use crate::samples::{self, fonts};
use lopdf::{Dictionary, Object, Stream, dictionary};
use yichuang_print::{
    Document, PdfReadError, documents::ReceivedMaterial, read_text, render, said,
};

fn squeezed(text: &str) -> String {
    text.chars().filter(|ch| !ch.is_whitespace()).collect()
}

fn bytes(document: &Document) -> Vec<u8> {
    render(document, fonts()).unwrap().bytes
}

/// The receipt with so many materials that its table goes over pages.
fn long_receipt() -> Document {
    let mut receipt = samples::receipt();
    receipt.materials = (0..60)
        .map(|n| ReceivedMaterial {
            name: format!("样例材料{n}𠮷"),
            copies: 1,
            pages: 2,
            form: "原件核验".to_owned(),
            note: "样例".repeat(n % 7),
        })
        .collect();
    receipt.imprint.sample_catalogue = true;
    receipt.imprint.printing = 2;
    receipt.imprint.why = Some("遗失".to_owned());
    receipt.document()
}

#[test]
fn the_content_of_every_copy_reads_back_as_it_was_said() {
    for document in [samples::receipt().document(), long_receipt()] {
        let read = read_text(&bytes(&document)).unwrap();
        let said = squeezed(&said(&document, fonts()).unwrap());
        let copies = document.copies.len().max(1);
        assert_eq!(squeezed(&read.content.concat()), said.repeat(copies));
        assert_eq!(read.pictures, 0);
    }
}

#[test]
fn what_stands_on_every_page_is_no_content() {
    let read = read_text(&bytes(&long_receipt())).unwrap();
    let (content, furniture) = (read.content.concat(), read.furniture.concat());
    for words in ["打印时间", "第 2 次打印", "补打", "样例目录", "第一联"] {
        let words = squeezed(words);
        assert!(squeezed(&furniture).contains(&words), "{words}");
        assert!(!squeezed(&content).contains(&words), "{words}");
    }
    let heads = squeezed(&content).matches("材料名称").count();
    assert_eq!(
        heads, 2,
        "a head said again on the next page is said once a copy"
    );
    assert!(squeezed(&furniture).contains("材料名称"));
}

#[test]
fn where_pages_end_changes_nothing_that_is_said() {
    let mut receipt = samples::receipt();
    let short = said(&receipt.document(), fonts()).unwrap();
    receipt.imprint.qr = Some("YC1:".to_owned() + &"A".repeat(400));
    let long = receipt.document();
    assert_eq!(squeezed(&said(&long, fonts()).unwrap()), squeezed(&short));
    let read = read_text(&bytes(&long)).unwrap();
    assert_eq!(read.keywords, [receipt.imprint.qr.unwrap()]);
}

/// A PDF of one page with these operations and these further entries; `form` is its nested content.
fn one_page(operations: &[u8], more: Dictionary, form: Option<Stream>) -> Vec<u8> {
    let mut file = lopdf::Document::with_version("1.7");
    let pages = file.new_object_id();
    let mut content = Stream::new(Dictionary::new(), operations.to_vec());
    content.compress().unwrap();
    let content = file.add_object(content);
    let mut page = dictionary! { "Type" => "Page", "Parent" => pages, "Contents" => content };
    page.extend(&more);
    if let Some(form) = form {
        let form = file.add_object(form);
        let named = dictionary! { "F" => form };
        page.set("Resources", dictionary! { "XObject" => named });
    }
    let page = file.add_object(page);
    file.objects.insert(
        pages,
        Object::Dictionary(dictionary! {
            "Type" => "Pages", "Kids" => vec![page.into()], "Count" => 1,
        }),
    );
    let catalogue = file.add_object(dictionary! { "Type" => "Catalog", "Pages" => pages });
    file.trailer.set("Root", catalogue);
    let mut bytes = Vec::new();
    file.save_to(&mut bytes).unwrap();
    bytes
}

#[test]
fn what_can_hide_text_is_refused() {
    let code = |bytes: &[u8]| read_text(bytes).unwrap_err().code();
    let note = dictionary! { "Annots" => vec![Object::Dictionary(Dictionary::new())] };
    assert_eq!(code(&one_page(b"", note, None)), "RECEIPT-103");
    let form = Stream::new(
        dictionary! { "Type" => "XObject", "Subtype" => "Form" },
        vec![],
    );
    let none = Dictionary::new;
    assert_eq!(code(&one_page(b"/F Do", none(), Some(form))), "RECEIPT-103");
    assert_eq!(code(&one_page(b"/Nowhere Do", none(), None)), "RECEIPT-103");
    let unknown = one_page(b"BT /F1 9 Tf (x) Tj ET", none(), None);
    assert_eq!(code(&unknown), "RECEIPT-102");
}

#[test]
fn files_made_to_swell_are_refused_before_they_do() {
    let bomb = one_page(&vec![b' '; 64 * 1024 * 1024], Dictionary::new(), None);
    assert!(bomb.len() < 200_000);
    assert_eq!(
        read_text(&bomb).unwrap_err(),
        PdfReadError::TooLarge("unfolded bytes")
    );
    let nested = one_page(&b"/A BMC ".repeat(100), Dictionary::new(), None);
    assert_eq!(read_text(&nested).unwrap_err().code(), "RECEIPT-101");
    let huge = vec![b'%'; 9 * 1024 * 1024];
    assert_eq!(
        read_text(&huge).unwrap_err(),
        PdfReadError::TooLarge("bytes")
    );
}

#[test]
fn torn_and_turned_files_are_errors_or_other_texts_and_never_end_the_program() {
    let whole = bytes(&samples::receipt().document());
    for part in 0..60 {
        let torn = &whole[..whole.len() * part / 60];
        assert!(read_text(torn).is_err(), "{part}");
    }
    for round in 0_usize..150 {
        let mut turned = whole.clone();
        let at = round.wrapping_mul(2_654_435_761) % turned.len();
        turned[at] ^= 1 << (round % 8);
        let _ = read_text(&turned);
    }
    for foreign in [
        "",
        "%PDF-1.7",
        "%PDF-1.7\nxref\n0 99999999\ntrailer<</Root 1 0 R>>",
    ] {
        assert!(read_text(foreign.as_bytes()).is_err());
    }
    let deep = format!("%PDF-1.7\n1 0 obj\n{}", "[".repeat(500_000));
    assert!(read_text(deep.as_bytes()).is_err());
}
