//! A simulated ID-card reader for browser tests. Prints `reader PATH`, the line the product opens,
//! then obeys standard input, one word a line: `ever`, `rare`, `expired` or `permit` lays that sample card,
//! `lift` takes it away. Answers each with `done` and ends when standard input closes.

#![allow(clippy::print_stdout)]

use std::{error::Error, io::BufRead as _};

use yichuang_device::simulator::{CardImage, Script, Simulator};

fn main() -> Result<(), Box<dyn Error>> {
    let simulator = Simulator::start(Script::empty())?;
    println!("reader {}", simulator.path().display());
    for line in std::io::stdin().lock().lines() {
        match line?.as_str() {
            "ever" => simulator.lay(CardImage::citizen_for_ever()),
            "rare" => simulator.lay(CardImage::citizen_with_rare_name()),
            "expired" => simulator.lay(CardImage::citizen_expired()),
            "permit" => simulator.lay(CardImage::residence_permit()),
            "lift" => simulator.lift(),
            other => return Err(format!("no such card: {other}").into()),
        }
        println!("done");
    }
    Ok(())
}
