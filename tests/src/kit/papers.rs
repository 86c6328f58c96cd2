//! Papers read back with other people's programs: poppler's, and a reader of OFD.

use std::{io::Cursor, path::PathBuf, process::Command};

use ofd_core::{OfdPackage, OfdReader, PageBlock, check_reader};
use yichuang_device::simulator::Bitmap;

/// A word on a page, in points from the top left corner.
#[derive(Debug, Clone, PartialEq)]
pub struct Words {
    /// The word.
    pub text: String,
    /// Page, from 1.
    pub page: u32,
    /// Left, top, right, bottom.
    pub place: [f32; 4],
}

/// A page as grey pixels, 0 black to 255 white.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Ink {
    /// Pixels a line.
    pub width: usize,
    /// Lines.
    pub height: usize,
    /// The pixels.
    pub grey: Vec<u8>,
}

impl Ink {
    /// The share of dark pixels in a rectangle given in points at `dpi`.
    #[must_use]
    pub fn darkness(&self, place: [f32; 4], dpi: u32) -> f32 {
        let scale = dpi as f32 / 72.0;
        let [left, top, right, bottom] = place.map(|point| (point * scale).max(0.0) as usize);
        let (right, bottom) = (right.min(self.width), bottom.min(self.height));
        let rows = (top..bottom).map(|y| &self.grey[y * self.width + left..y * self.width + right]);
        let (dark, all) = rows.fold((0, 0), |(dark, all), row| {
            (
                dark + row.iter().filter(|grey| **grey < 128).count(),
                all + row.len(),
            )
        });
        dark as f32 / all.max(1) as f32
    }
}

fn with_file(pdf: &[u8], run: impl FnOnce(&std::path::Path) -> Vec<u8>) -> Vec<u8> {
    let file = tempfile::NamedTempFile::new().unwrap();
    std::fs::write(file.path(), pdf).unwrap();
    run(file.path())
}

fn out(command: &mut Command) -> Vec<u8> {
    let output = command.output().expect("poppler is installed");
    assert!(
        output.status.success(),
        "{}",
        String::from_utf8_lossy(&output.stderr)
    );
    output.stdout
}

/// The text of a PDF.
///
/// # Panics
/// When it is not one.
#[must_use]
pub fn pdf_text(pdf: &[u8]) -> String {
    assert!(pdf.starts_with(b"%PDF-"), "not a PDF");
    let bytes = with_file(pdf, |file| {
        out(Command::new("pdftotext").arg("-layout").arg(file).arg("-"))
    });
    String::from_utf8(bytes).unwrap()
}

/// The text of an OFD, which has no fault.
///
/// # Panics
/// When it has one, or is none.
#[must_use]
pub fn ofd_text(ofd: &[u8]) -> String {
    let package = OfdPackage::new(Cursor::new(ofd)).unwrap();
    let mut reader = OfdReader::new(package).unwrap();
    let report = check_reader(&mut reader);
    assert!(report.conforms(), "{:?}", report.problems);
    let body = reader.ofd().doc_bodies[0].clone();
    let document = reader.load_document(&body).unwrap();
    let mut lines: Vec<(f64, String)> = Vec::new();
    for place in document.pages() {
        let content = reader.load_page(&document, place).unwrap().content;
        let layers = content.into_iter().flat_map(|content| content.layers);
        for block in layers.flat_map(|layer| layer.objects) {
            let PageBlock::Text(object) = block else {
                continue;
            };
            for code in object.text_codes {
                let baseline = object.boundary.y + code.y.unwrap_or_default();
                let words = code.text.unwrap_or_default();
                match lines.last_mut() {
                    Some((last, line)) if (*last - baseline).abs() < 0.01 => *line += &words,
                    _ => lines.push((baseline, words)),
                }
            }
        }
    }
    let lines: Vec<String> = lines.into_iter().map(|(_, line)| line).collect();
    lines.join("\n")
}

/// The words of a PDF with their places.
///
/// # Panics
/// When it is not one.
#[must_use]
pub fn pdf_words(pdf: &[u8]) -> Vec<Words> {
    let bytes = with_file(pdf, |file| {
        out(Command::new("pdftotext").arg("-bbox").arg(file).arg("-"))
    });
    let mut page = 0;
    let mut words = Vec::new();
    for line in String::from_utf8(bytes).unwrap().lines().map(str::trim) {
        if line.starts_with("<page ") {
            page += 1;
        }
        if let Some(text) = line
            .strip_prefix("<word ")
            .and_then(|rest| rest.split('>').nth(1))
        {
            let place = ["xMin", "yMin", "xMax", "yMax"].map(|name| number(line, name));
            words.push(Words {
                text: text.trim_end_matches("</word").to_owned(),
                page,
                place,
            });
        }
    }
    words
}

fn number(line: &str, name: &str) -> f32 {
    let after = line.split(&format!("{name}=\"")).nth(1).unwrap();
    after.split('"').next().unwrap().parse().unwrap()
}

/// One page of a PDF as pixels.
///
/// # Panics
/// When it has no such page.
#[must_use]
pub fn pixels(pdf: &[u8], page: u32, dpi: u32) -> Ink {
    let (page, dpi) = (page.to_string(), dpi.to_string());
    let arguments = ["-gray", "-r", &dpi, "-f", &page, "-l", &page];
    let bytes = with_file(pdf, |file| {
        out(Command::new("pdftoppm").args(arguments).arg(file))
    });
    let mut rest = bytes.as_slice();
    let mut heading = || {
        let end = rest.iter().position(u8::is_ascii_whitespace).unwrap();
        let word = String::from_utf8(rest[..end].to_vec()).unwrap();
        rest = &rest[end + 1..];
        word
    };
    assert_eq!(heading(), "P5");
    let (width, height) = (heading().parse().unwrap(), heading().parse().unwrap());
    assert_eq!(heading(), "255");
    Ink {
        width,
        height,
        grey: rest.to_vec(),
    }
}

/// What the symbols on all pages say, as the zbar programs read a picture of each page; some pages
/// may have none.
///
/// # Panics
/// When the pages cannot be drawn.
#[must_use]
pub fn symbols(pdf: &[u8], dpi: u32) -> Vec<String> {
    let folder = tempfile::tempdir().unwrap();
    let (file, stem) = (folder.path().join("paper.pdf"), folder.path().join("page"));
    std::fs::write(&file, pdf).unwrap();
    out(Command::new("pdftoppm")
        .args(["-png", "-r", &dpi.to_string()])
        .arg(file)
        .arg(stem));
    let pages = std::fs::read_dir(folder.path()).unwrap();
    let mut pages: Vec<_> = pages
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.extension().is_some_and(|kind| kind == "png"))
        .collect();
    pages.sort();
    read_symbols(&pages)
}

/// What the symbols say on what came out of a ticket printer.
///
/// # Panics
/// When the picture cannot be written down.
#[must_use]
pub fn symbols_on(picture: &Bitmap) -> Vec<String> {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("roll.pbm");
    let mut bytes = format!("P4\n{} {}\n", picture.width, picture.height).into_bytes();
    bytes.extend(&picture.rows);
    std::fs::write(&file, bytes).unwrap();
    read_symbols(&[file])
}

fn read_symbols(pictures: &[PathBuf]) -> Vec<String> {
    let read = Command::new("zbarimg")
        .args(["--quiet", "--raw"])
        .args(pictures)
        .output()
        .expect("zbar is installed");
    let text = String::from_utf8(read.stdout).unwrap();
    text.lines().map(str::to_owned).collect()
}
