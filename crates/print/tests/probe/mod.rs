//! Reads finished PDFs back with the poppler and zbar programs.

use std::path::PathBuf;
use std::process::Command;

use tempfile::TempDir;
use yichuang_print::layout::{Area, Mark, Page};
use yichuang_print::model::{Block, Paragraph};
use yichuang_print::{Document, render};

use crate::samples;

pub(crate) struct Pdf {
    folder: TempDir,
    pub(crate) missing: Vec<char>,
    pub(crate) pages: usize,
}

impl Pdf {
    pub(crate) fn of(document: &Document) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let rendered = render(document, samples::fonts()).unwrap();
        std::fs::write(folder.path().join("paper.pdf"), &rendered.bytes).unwrap();
        Self {
            folder,
            missing: rendered.missing,
            pages: rendered.pages,
        }
    }

    pub(crate) fn path(&self) -> PathBuf {
        self.folder.path().join("paper.pdf")
    }

    pub(crate) fn tool(&self, program: &str, arguments: &[&str]) -> String {
        run(Command::new(program).args(arguments).arg(self.path()))
    }

    /// The text of all pages, in reading order, no page break characters.
    pub(crate) fn text(&self) -> String {
        run(Command::new("pdftotext")
            .args(["-layout"])
            .arg(self.path())
            .arg("-"))
        .replace('\u{c}', "\n")
    }

    pub(crate) fn picture(&self, page: usize, dpi: u32) -> Picture {
        let page = page.to_string();
        let only = ["-f", &page, "-l", &page];
        self.drawn(dpi, &only).remove(0)
    }

    /// Every page, in grey.
    pub(crate) fn pictures(&self, dpi: u32) -> Vec<Picture> {
        self.drawn(dpi, &[])
    }

    fn drawn(&self, dpi: u32, only: &[&str]) -> Vec<Picture> {
        let resolution = dpi.to_string();
        let bytes = output(
            Command::new("pdftoppm")
                .args(["-gray", "-r", &resolution])
                .args(only)
                .arg(self.path()),
        );
        let mut rest = bytes.as_slice();
        let mut pictures = Vec::new();
        while !rest.is_empty() {
            let (picture, after) = Picture::read(rest, dpi);
            pictures.push(picture);
            rest = after;
        }
        pictures
    }

    /// The texts of all QR symbols on all pages.
    pub(crate) fn qr_texts(&self, dpi: u32) -> Vec<String> {
        let mut texts = Vec::new();
        for page in 1..=self.pages {
            let file = self.folder.path().join("qr");
            let page = page.to_string();
            run(Command::new("pdftoppm")
                .args([
                    "-png",
                    "-singlefile",
                    "-r",
                    &dpi.to_string(),
                    "-f",
                    &page,
                    "-l",
                    &page,
                ])
                .arg(self.path())
                .arg(&file));
            let output = Command::new("zbarimg")
                .args(["--quiet", "--raw"])
                .arg(file.with_extension("png"))
                .output()
                .unwrap();
            let text = String::from_utf8(output.stdout).unwrap();
            texts.push(text.trim_end_matches('\n').to_owned());
        }
        texts
    }
}

fn run(command: &mut Command) -> String {
    String::from_utf8(output(command)).unwrap()
}

fn output(command: &mut Command) -> Vec<u8> {
    let output = command
        .output()
        .unwrap_or_else(|error| panic!("{command:?}: {error}"));
    assert!(output.status.success(), "{command:?}: {output:?}");
    output.stdout
}

/// A page in grey pixels.
pub(crate) struct Picture {
    pub(crate) width: usize,
    /// Row by row, 0 black to 255 white.
    pub(crate) pixels: Vec<u8>,
    dpi: u32,
}

impl Picture {
    /// The first of several P5 pictures, and what follows it.
    fn read(bytes: &[u8], dpi: u32) -> (Self, &[u8]) {
        let mut fields = Vec::new();
        let mut at = 0;
        while fields.len() < 4 {
            let end = at
                + bytes[at..]
                    .iter()
                    .position(u8::is_ascii_whitespace)
                    .unwrap();
            fields.push(std::str::from_utf8(&bytes[at..end]).unwrap());
            at = end + 1;
        }
        assert_eq!(fields[0], "P5");
        let (width, height): (usize, usize) =
            (fields[1].parse().unwrap(), fields[2].parse().unwrap());
        let (pixels, after) = bytes[at..].split_at(width * height);
        let picture = Self {
            width,
            pixels: pixels.to_vec(),
            dpi,
        };
        (picture, after)
    }

    /// Grey pixels row after row, drawn at `dpi`.
    pub(crate) const fn of(width: usize, pixels: Vec<u8>, dpi: u32) -> Self {
        Self { width, pixels, dpi }
    }

    fn range(&self, from: f32, length: f32) -> std::ops::Range<usize> {
        let scale = self.dpi as f32 / 72.0;
        (from * scale).floor() as usize..((from + length) * scale).ceil() as usize
    }

    fn pixels(&self, area: Area) -> impl Iterator<Item = u8> + '_ {
        let columns = self.range(area.x, area.width);
        self.range(area.y, area.height)
            .flat_map(move |row| columns.clone().map(move |column| (row, column)))
            .filter_map(|(row, column)| self.pixels.get(row * self.width + column))
            .copied()
    }

    /// Which pixels of `area` are darker than a third of grey.
    pub(crate) fn dark(&self, area: Area) -> Vec<bool> {
        self.pixels(area).map(|grey| grey < 170).collect()
    }

    /// The mean grey of `area`, 255 white.
    pub(crate) fn mean(&self, area: Area) -> f32 {
        let greys: Vec<u8> = self.pixels(area).collect();
        greys.iter().map(|&grey| f32::from(grey)).sum::<f32>() / greys.len() as f32
    }

    pub(crate) fn has_ink(&self, area: Area) -> bool {
        self.dark(area).contains(&true)
    }
}

/// A page with one paragraph.
pub(crate) fn one_paragraph(text: &str) -> Document {
    let mut document = samples::receipt().document();
    document.copies.clear();
    document.blocks = vec![Block::Paragraph(Paragraph::new(text, 40.0))];
    document
}

/// The ink of one character in 40 pt at 100 dpi.
pub(crate) fn drawn(ch: char) -> Vec<bool> {
    let document = one_paragraph(&ch.to_string());
    let laid_out = yichuang_print::layout::layout(&document, samples::fonts()).unwrap();
    let first = laid_out.pages[0]
        .marks
        .iter()
        .rev()
        .find_map(|mark| match mark {
            Mark::Text(run) => Some(run.area()),
            _ => None,
        });
    let top = first.unwrap().y.min(100.0);
    let area = Area {
        x: 70.0,
        y: top - 10.0,
        width: 150.0,
        height: 80.0,
    };
    Pdf::of(&document).picture(1, 100).dark(area)
}

/// All text placed on a page, in drawing order.
pub(crate) fn page_text(page: &Page) -> String {
    page.marks
        .iter()
        .filter_map(|mark| match mark {
            Mark::Text(run) => Some(run.text()),
            _ => None,
        })
        .collect()
}

/// Without white space: where a line ends is no part of the text.
pub(crate) fn squeeze(text: &str) -> String {
    text.chars().filter(|ch| !ch.is_whitespace()).collect()
}

/// Whether the lines of a table cell are all in `text`: neighbouring cells stand
/// between them.
pub(crate) fn cell_in(text: &str, cell: &str) -> bool {
    let text = squeeze(text);
    let chars: Vec<char> = squeeze(cell).chars().collect();
    let mut start = 0;
    while start < chars.len() {
        let longest = (start + 1..=chars.len())
            .rev()
            .find(|&end| text.contains(&chars[start..end].iter().collect::<String>()));
        match longest {
            Some(end) if end == chars.len() || end - start >= 3 => start = end,
            _ => return false,
        }
    }
    true
}
