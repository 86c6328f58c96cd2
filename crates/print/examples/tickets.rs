//! Writes every ticket as its dots on both rolls and every sheet as a grey picture into a folder,
//! for looking at: `cargo run -p yichuang-print --example tickets -- FOLDER`.

use std::error::Error;
use std::path::PathBuf;
use std::{env, fs};

use yichuang_print::layout::layout;
use yichuang_print::{Paper, raster};

#[allow(dead_code, unused_imports, reason = "some samples are for tests alone")]
#[path = "../tests/samples/mod.rs"]
mod samples;

fn main() -> Result<(), Box<dyn Error>> {
    let folder = PathBuf::from(env::args().nth(1).ok_or("name a folder")?);
    fs::create_dir_all(&folder)?;
    for (name, document) in samples::all() {
        if !document.paper.is_roll() {
            let laid_out = layout(&document, samples::fonts())?;
            let picture = raster::page_png(&laid_out, 0, 100, samples::fonts())?;
            fs::write(folder.join(format!("{name}.png")), picture)?;
            continue;
        }
        for (roll, width) in [(Paper::Ticket80, 80), (Paper::Ticket58, 58)] {
            let laid_out = layout(&document.clone().on_roll(roll), samples::fonts())?;
            for (at, page) in laid_out.pages.iter().enumerate() {
                let dots = raster::page_dots(page, samples::fonts())?.png()?;
                fs::write(folder.join(format!("{name}-{width}-{at}.png")), dots)?;
            }
        }
    }
    Ok(())
}
