//! Makes varied papers over and over and tells what that took, as JSON: what `cargo xtask bench
//! paper` runs. `paper_bench product|floor PAPER COUNT`, or `paper_bench content PAPER COUNT
//! FOLDER` to write the same papers' content for another typesetter.
#![allow(clippy::print_stdout)]

mod content;
mod floor;
mod meter;
mod papers;
#[allow(dead_code, unused_imports, reason = "some samples are for tests alone")]
#[path = "../../tests/samples/mod.rs"]
mod samples;

use std::error::Error;
use std::path::Path;
use std::{env, fs};

use serde_json::json;
use yichuang_print::layout::{Layout, layout};
use yichuang_print::{FontSet, render};

use self::floor::Files;
use self::meter::{Taken, forget_peak_memory, peak_memory, taken};
use self::papers::Paper;

type Fallible<T> = Result<T, Box<dyn Error>>;

fn main() -> Fallible<()> {
    let arguments: Vec<String> = env::args().skip(1).collect();
    let words: Vec<&str> = arguments.iter().map(String::as_str).collect();
    match words.as_slice() {
        ["content", paper, count, folder] => {
            write_content(Paper::named(paper)?, count.parse()?, Path::new(folder))
        }
        ["product", paper, count] => product(Paper::named(paper)?, count.parse()?),
        ["floor", paper, count] => floor(Paper::named(paper)?, count.parse()?),
        _ => Err("name an engine, a paper and a count".into()),
    }
}

fn write_content(paper: Paper, count: usize, folder: &Path) -> Fallible<()> {
    fs::create_dir_all(folder)?;
    for number in 0..count {
        let document = paper.document(number);
        let laid_out = layout(&document, samples::fonts())?;
        let told = content::told(&document, &laid_out);
        fs::write(folder.join(format!("{number}.json")), told.to_string())?;
    }
    Ok(())
}

/// From a paper's facts to its PDF.
fn product(paper: Paper, count: usize) -> Fallible<()> {
    let (first, cold) = taken(|| -> Fallible<_> {
        let fonts = FontSet::load(&samples::font_dir())?;
        let made = render(&paper.document(0), &fonts)?;
        Ok((fonts, made))
    });
    let (fonts, first) = first?;
    let mut warm = Vec::new();
    for number in 1..=count {
        let (made, time) = taken(|| render(&paper.document(number), &fonts));
        if made?.pages != first.pages {
            return Err("the papers differ in pages".into());
        }
        warm.push(time);
    }
    tell(cold, &warm, first.bytes.len(), first.pages);
    Ok(())
}

/// From placed glyphs to a PDF.
fn floor(paper: Paper, count: usize) -> Fallible<()> {
    let all: Vec<Layout> = {
        let fonts = FontSet::load(&samples::font_dir())?;
        let laid_out = |number| layout(&paper.document(number), &fonts);
        (0..=count).map(laid_out).collect::<Result<_, _>>()?
    };
    forget_peak_memory();
    let (first, rest) = all.split_first().ok_or("no papers")?;
    let folder = samples::font_dir();
    let (made, cold) = taken(|| {
        let mut files = Files::default();
        floor::write(first, &folder, &mut files).map(|bytes| (files, bytes))
    });
    let (mut files, bytes) = made?;
    let mut warm = Vec::new();
    for layout in rest {
        let (made, time) = taken(|| floor::write(layout, &folder, &mut files));
        made?;
        warm.push(time);
    }
    tell(cold, &warm, bytes.len(), first.pages.len());
    Ok(())
}

fn tell(cold: Taken, warm: &[Taken], bytes: usize, pages: usize) {
    let told = json!({
        "cold": cold,
        "warm": warm,
        "bytes": bytes,
        "pages": pages,
        "peakBytes": peak_memory(),
    });
    println!("{told}");
}
