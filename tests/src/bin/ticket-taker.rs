//! Takes tickets at a demo home until it is killed: `ticket-taker HOME MOMENT`, with the clock
//! standing at that moment. Every number is printed on a line of its own once the desk has told it.

#![allow(clippy::print_stdout)]

use std::{error::Error, io::Write as _};

use yichuang_app::ipc::TakeTicket;
use yichuang_tests::kit::clerks_desk;

fn main() -> Result<(), Box<dyn Error>> {
    let mut given = std::env::args().skip(1);
    let home = given.next().ok_or("the home is missing")?;
    let moment = given.next().ok_or("the moment is missing")?;
    let desk = clerks_desk(&home, &moment)?;
    loop {
        let taken = desk.take_ticket(TakeTicket {
            business: "A".to_owned(),
            priority: String::new(),
            booking: String::new(),
        })?;
        println!("{}", taken.ticket.number);
        std::io::stdout().flush()?;
    }
}
