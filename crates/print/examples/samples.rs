//! Writes one sample of every paper as PDF into a folder, for looking at:
//! `cargo run -p yichuang-print --example samples -- FOLDER`.
#![allow(clippy::print_stdout)]

use std::error::Error;
use std::path::PathBuf;
use std::{env, fs};

use yichuang_print::documents::Receipt;
use yichuang_print::{Document, Paper, render};

#[path = "../tests/samples/mod.rs"]
mod samples;

fn main() -> Result<(), Box<dyn Error>> {
    let folder = PathBuf::from(env::args().nth(1).ok_or("name a folder")?);
    fs::create_dir_all(&folder)?;
    let mut papers = samples::all();
    papers.extend(variants());
    for (name, document) in papers {
        let pdf = render(&document, samples::fonts())?;
        println!(
            "{name}: {} pages, {} bytes, missing {:?}",
            pdf.pages,
            pdf.bytes.len(),
            pdf.missing
        );
        fs::write(folder.join(format!("{name}.pdf")), &pdf.bytes)?;
    }
    Ok(())
}

/// The same papers on other sheets and with every mark a page can carry.
fn variants() -> Vec<(&'static str, Document)> {
    let mut half: Receipt = samples::receipt();
    half.imprint.paper = Paper::A5;
    half.imprint.printing = 2;
    half.seal = false;
    half.applicant.name = "样例\u{31350}".into();
    let mut large = samples::guide();
    large.large_print = true;
    large.imprint.sample_catalogue = true;
    large.unchecked_days = 42;
    let mut marked = large.document();
    marked.furniture.watermark = Some("可能已更新".into());
    vec![("receipt-a5", half.document()), ("guide-large", marked)]
}
