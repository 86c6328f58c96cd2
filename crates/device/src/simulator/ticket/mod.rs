//! A ticket printer that is not there, on the network or on a serial line.

mod decode;
mod machine;

use std::io::{self, Read, Write};
use std::net::{SocketAddr, TcpListener};
use std::os::fd::{AsFd, OwnedFd};
use std::path::PathBuf;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use rustix::event::{PollFd, PollFlags, poll};

pub use decode::{Bitmap, TicketEvent};

use super::pty::{Player, Pty};
use crate::printer::PrinterLink;
use machine::{Machine, Reaction};

/// What stops a ticket printer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TicketTrouble {
    /// The roll is at its end.
    PaperOut,
    /// The cover is open.
    CoverOpen,
    /// The cutter is stuck.
    CutterStuck,
    /// Something that no person at the counter can mend.
    HeadFailed,
}

/// How a ticket printer is. Counts are bytes of tickets, questions about its state left out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TicketState {
    /// It prints and answers.
    Well,
    /// It answers, and keeps what it gets until the trouble is over.
    Trouble(TicketTrouble),
    /// It prints so many bytes and then has trouble.
    TroubleAfter(usize, TicketTrouble),
    /// It takes so many bytes and is off then, for good.
    DiesAfter(usize),
    /// It takes so many bytes and no more, and answers no more.
    StallsAfter(usize),
    /// It prints and never answers.
    Silent,
    /// It says that all is well and prints nothing.
    Blank,
}

/// A simulated ticket printer; it is switched off when dropped.
pub struct TicketPrinter {
    place: Place,
    machine: Arc<Mutex<Machine>>,
    _player: Player,
}

enum Place {
    Network(SocketAddr),
    Line(PathBuf),
}

impl TicketPrinter {
    /// Starts one on a free port of 127.0.0.1. Like the real ones it listens to one caller at a
    /// time.
    ///
    /// # Errors
    /// When the system has no port or thread to give.
    pub fn on_network(state: TicketState) -> io::Result<Self> {
        let listener = TcpListener::bind((std::net::Ipv4Addr::LOCALHOST, 0))?;
        let place = Place::Network(listener.local_addr()?);
        Self::play(place, state, move |stop, machine| {
            // An I/O error here means that the caller or the port is gone.
            let _ = listen(&listener, stop, machine);
        })
    }

    /// Starts one on a fresh pseudo-terminal, which is a serial line and a device file too.
    ///
    /// # Errors
    /// When the system has no pseudo-terminal or thread to give.
    pub fn on_line(state: TicketState) -> io::Result<Self> {
        let Pty {
            master,
            slave,
            path,
        } = Pty::open()?;
        Self::play(Place::Line(path), state, move |stop, machine| {
            let _ = serve(master, stop, machine);
            drop(slave);
        })
    }

    fn play(
        place: Place,
        state: TicketState,
        play: impl FnOnce(&OwnedFd, &Mutex<Machine>) + Send + 'static,
    ) -> io::Result<Self> {
        let machine = Arc::new(Mutex::new(Machine::new(state)));
        let played = Arc::clone(&machine);
        let player = Player::start("ticket-printer-simulator", move |stop| play(stop, &played))?;
        Ok(Self {
            place,
            machine,
            _player: player,
        })
    }

    /// How it is reached; on a line at 115200 bits a second.
    #[must_use]
    pub fn link(&self) -> PrinterLink {
        match &self.place {
            Place::Network(address) => PrinterLink::TicketNetwork { address: *address },
            Place::Line(path) => PrinterLink::TicketSerial {
                port: path.clone(),
                baud: 115_200,
            },
        }
    }

    /// How it is reached as a device file; on the network there is none.
    #[must_use]
    pub fn device_file(&self) -> Option<PrinterLink> {
        match &self.place {
            Place::Network(_) => None,
            Place::Line(path) => Some(PrinterLink::TicketUsb {
                device: path.clone(),
            }),
        }
    }

    /// Puts it into another state, as by opening its cover or laying in a roll. What it kept is
    /// printed once it can be.
    pub fn set(&self, state: TicketState) {
        self.machine().set(state);
    }

    /// What is on the paper, in order.
    #[must_use]
    pub fn paper(&self) -> Vec<TicketEvent> {
        self.machine().paper()
    }

    /// Every byte that arrived, questions too.
    #[must_use]
    pub fn received(&self) -> Vec<u8> {
        self.machine().received().to_vec()
    }

    fn machine(&self) -> MutexGuard<'_, Machine> {
        locked(&self.machine)
    }
}

fn locked(machine: &Mutex<Machine>) -> MutexGuard<'_, Machine> {
    machine.lock().unwrap_or_else(PoisonError::into_inner)
}

/// How talking to one caller ended.
enum End {
    HungUp,
    SwitchedOff,
}

/// Serves one caller after the other until `stop` hangs up or it is off.
fn listen(listener: &TcpListener, stop: &OwnedFd, machine: &Mutex<Machine>) -> io::Result<()> {
    while is_next(listener, stop)? {
        let (caller, _) = listener.accept()?;
        // A caller that vanished is the next one's chance.
        if let Ok(End::SwitchedOff) = serve(caller, stop, machine) {
            return Ok(());
        }
    }
    Ok(())
}

fn serve(
    mut line: impl Read + Write + AsFd,
    stop: &OwnedFd,
    machine: &Mutex<Machine>,
) -> io::Result<End> {
    let mut buffer = [0; 1024];
    loop {
        if locked(machine).is_stalled() {
            poll(&mut [PollFd::new(stop, PollFlags::IN)], None)?;
        }
        if !is_next(&line, stop)? {
            return Ok(End::SwitchedOff);
        }
        let count = line.read(&mut buffer)?;
        if count == 0 {
            return Ok(End::HungUp);
        }
        let reaction = locked(machine).feed(&buffer[..count]);
        match reaction {
            Reaction::Answers(bytes) => line.write_all(&bytes)?,
            Reaction::Stalls => {}
            Reaction::Dies => return Ok(End::SwitchedOff),
        }
    }
}

/// Waits for `what`; false when `stop` hung up.
fn is_next(what: &impl AsFd, stop: &OwnedFd) -> io::Result<bool> {
    let mut ends = [
        PollFd::from_borrowed_fd(what.as_fd(), PollFlags::IN),
        PollFd::new(stop, PollFlags::IN),
    ];
    poll(&mut ends, None)?;
    Ok(ends[1].revents().is_empty())
}
