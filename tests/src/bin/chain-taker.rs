//! Takes whole chains in at a demo home until it is killed: `chain-taker HOME MOMENT CHAIN FIRST`, with
//! the clock standing at that moment, for one sample person after another from the FIRST. Each draft is
//! told on a line before it is accepted, and its number once the desk has told it.

#![allow(clippy::print_stdout)]

use std::{error::Error, io::Write as _, path::Path, sync::Arc};

use yichuang_app::{Desk, FixedClock, Host, ipc::AcceptCase};
use yichuang_tests::kit::{LIGHT, Who, a_chain, assets};

fn main() -> Result<(), Box<dyn Error>> {
    let given: Vec<String> = std::env::args().skip(1).collect();
    let [home, moment, chain, first] = given.as_slice() else {
        return Err("HOME MOMENT CHAIN FIRST".into());
    };
    let home = Path::new(home).to_owned();
    let desk = Desk::open(Host {
        clock: Arc::new(FixedClock::new(moment.parse()?)),
        print_folder: home.join("prints"),
        password_cost: LIGHT,
        ..Host::command(home, assets())
    });
    let clerk = Who::Clerk;
    desk.sign_in_by_name(clerk.name(), clerk.password())?;
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
