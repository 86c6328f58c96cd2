//! Writes every paper as PDF into a folder, for looking at: of the sample resident, and in folders of
//! their own of those the golden tests are of.
//! `cargo run -p yichuang-print --example samples -- FOLDER`.
#![allow(clippy::print_stdout)]

use std::error::Error;
use std::path::{Path, PathBuf};
use std::{env, fs};

use yichuang_print::{Document, render};

#[allow(dead_code, unused_imports, reason = "some samples are for tests alone")]
#[path = "../tests/samples/mod.rs"]
mod samples;

fn main() -> Result<(), Box<dyn Error>> {
    let folder = PathBuf::from(env::args().nth(1).ok_or("name a folder")?);
    write(&folder, samples::all())?;
    for person in &samples::people::PEOPLE {
        write(&folder.join(person.key), samples::all_of(person))?;
    }
    Ok(())
}

fn write(folder: &Path, papers: Vec<(&str, Document)>) -> Result<(), Box<dyn Error>> {
    fs::create_dir_all(folder)?;
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
