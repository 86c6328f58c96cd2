//! Takes whole chains in at a demo home until it is killed: `chain-taker HOME MOMENT CHAIN FIRST`, with
//! the clock standing at that moment, for one sample person after another from the FIRST. Each draft is
//! told on a line before it is accepted, and its number once the desk has told it.

#![allow(clippy::print_stdout)]

use std::{error::Error, io::Write as _};

use yichuang_app::ipc::AcceptCase;
use yichuang_tests::kit::{a_chain, clerks_desk};

fn main() -> Result<(), Box<dyn Error>> {
    let given: Vec<String> = std::env::args().skip(1).collect();
    let [home, moment, chain, first] = given.as_slice() else {
        return Err("HOME MOMENT CHAIN FIRST".into());
    };
    let desk = clerks_desk(home, moment)?;
    for person in first.parse()?.. {
        let draft = a_chain(chain)
            .only(&[])
            .by_number(person)
            .typed_on(&desk)
            .id;
        tell(&draft)?;
        let done = desk.accept_case(AcceptCase { draft })?;
        tell(&done.chain.ok_or("no chain")?.whole)?;
    }
    Ok(())
}

fn tell(words: &str) -> std::io::Result<()> {
    println!("{words}");
    std::io::stdout().flush()
}
