//! Takes tickets at a demo home until it is killed: `ticket-taker HOME MOMENT`, with the clock
//! standing at that moment. Every number is printed on a line of its own once the desk has told it.

#![allow(clippy::print_stdout)]

use std::{error::Error, io::Write as _, path::Path, sync::Arc};

use yichuang_app::{Desk, FixedClock, Host, ipc::TakeTicket};
use yichuang_tests::kit::{LIGHT, Who, assets};

fn main() -> Result<(), Box<dyn Error>> {
    let mut given = std::env::args().skip(1);
    let home = given.next().ok_or("the home is missing")?;
    let moment = given.next().ok_or("the moment is missing")?;
    let home = Path::new(&home).to_owned();
    let desk = Desk::open(Host {
        clock: Arc::new(FixedClock::new(moment.parse()?)),
        print_folder: home.join("prints"),
        password_cost: LIGHT,
        ..Host::command(home, assets())
    });
    let clerk = Who::Clerk;
    desk.sign_in_by_name(clerk.name(), clerk.password())?;
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
