//! Whole readings over a pseudo-terminal, good and bad.
#![cfg(target_os = "linux")]

use std::os::unix::fs::symlink;
use std::path::Path;
use std::thread;
use std::time::Duration;

use yichuang_device::simulator::{CardImage, Fault, Script, Simulator};
use yichuang_device::{
    Advice, Cancel, Command, IdCard, IdCardReader, ReaderError, ReaderStatus, SamReader, Timings,
};

/// Quick, because the simulated module does not mind being asked often.
const QUICK: Timings = Timings {
    poll: Duration::from_millis(5),
    reply: Duration::from_millis(400),
    read_reply: Duration::from_secs(3),
};
/// Long enough that only a defect reaches it.
const LONG: Duration = Duration::from_secs(60);

fn reader(path: &Path) -> SamReader {
    SamReader::on_serial_line_with(path, QUICK)
}

fn read_once(script: Script, timeout: Duration) -> Result<IdCard, ReaderError> {
    let simulator = Simulator::start(script).unwrap();
    reader(simulator.path()).read(timeout, &Cancel::new())
}

fn rare() -> CardImage {
    CardImage::citizen_with_rare_name()
}

#[test]
fn every_kind_of_card_is_read_over_the_line_as_it_was_laid() {
    for image in [
        CardImage::citizen_with_rare_name(),
        CardImage::citizen_for_ever(),
        CardImage::citizen_expired(),
        CardImage::citizen_with_wrong_check_character(),
        CardImage::citizen_with_cut_name(),
        CardImage::residence_permit(),
        CardImage::foreigner_2023(),
        CardImage::foreigner_2017(),
    ] {
        let expected = IdCard::from_text_block(image.block()).unwrap();
        assert_eq!(read_once(Script::with_card(image), LONG), Ok(expected));
    }
}

#[test]
fn the_reader_waits_for_a_card_that_comes_later() {
    let script = Script::empty().then_after(3, rare());
    assert_eq!(read_once(script, LONG).unwrap().name, "样例𠮷䶮");
}

#[test]
fn finds_keep_the_pause_the_module_asks_for() {
    assert!(Timings::default().poll > Duration::from_millis(300));
}

#[test]
fn an_empty_reader_is_reported_after_the_wait() {
    let outcome = read_once(Script::empty(), Duration::ZERO);
    assert_eq!(outcome, Err(ReaderError::NoCard));
}

#[test]
fn a_card_left_lying_after_a_good_read_must_be_lifted_first() {
    let simulator = Simulator::start(Script::with_card(rare())).unwrap();
    let mut reader = reader(simulator.path());
    reader.read(LONG, &Cancel::new()).unwrap();
    let again = reader.read(Duration::ZERO, &Cancel::new());
    assert_eq!(again, Err(ReaderError::LiftCard));
    simulator.lift();
    simulator.lay(CardImage::citizen_for_ever());
    let next = reader.read(LONG, &Cancel::new()).unwrap();
    assert_eq!(next.name, "样例长");
}

#[test]
fn a_failed_read_is_told_at_once_and_the_card_must_be_lifted() {
    let script = Script::with_card(rare()).with_fault(Command::ReadText, Fault::Status(0x41));
    let simulator = Simulator::start(script).unwrap();
    let mut reader = reader(simulator.path());
    let failed = reader.read(LONG, &Cancel::new());
    assert_eq!(failed, Err(ReaderError::ReadFailed));
    assert_eq!(simulator.received(Command::ReadText), 1, "no blind retry");
    let lying = reader.read(Duration::ZERO, &Cancel::new());
    assert_eq!(lying, Err(ReaderError::LiftCard));
    simulator.lift();
    simulator.lay(rare());
    assert!(reader.read(LONG, &Cancel::new()).is_ok());
}

#[test]
fn a_card_that_slips_while_selected_is_tried_again() {
    let script = Script::with_card(rare()).with_fault(Command::Select, Fault::Status(0x81));
    assert!(read_once(script, LONG).is_ok());
}

#[test]
fn a_card_that_cannot_be_selected_is_given_up_after_three_tries() {
    let slip = || (Command::Select, Fault::Status(0x81));
    let script = [slip(), slip(), slip()]
        .into_iter()
        .fold(Script::with_card(rare()), |script, (at, fault)| {
            script.with_fault(at, fault)
        });
    let simulator = Simulator::start(script).unwrap();
    let outcome = reader(simulator.path()).read(LONG, &Cancel::new());
    assert_eq!(outcome, Err(ReaderError::SelectFailed));
    assert_eq!(simulator.received(Command::Select), 3);
}

#[test]
fn a_find_that_says_no_card_by_mistake_only_costs_a_moment() {
    let script = Script::with_card(rare()).with_fault(Command::Find, Fault::Status(0x80));
    assert!(read_once(script, LONG).is_ok());
}

#[test]
fn an_unauthorised_module_is_a_fault_of_the_reader() {
    let script = Script::with_card(rare()).with_fault(Command::Find, Fault::Status(0x66));
    let error = read_once(script, LONG).unwrap_err();
    assert_eq!(error, ReaderError::ModuleFault { sw: 0x66 });
    assert_eq!(error.advice(), Some(Advice::CheckReader));
}

#[test]
fn gaps_and_noise_on_the_line_do_not_harm_a_reading() {
    let noise = vec![0x00, 0xAA, 0xAA, 0x96, 0xFF, 0xAA];
    let gaps = || Fault::Gaps(Duration::from_millis(20));
    let script = Script::with_card(rare())
        .with_fault(Command::Find, Fault::Noise(noise.clone()))
        .with_fault(Command::Select, gaps())
        .with_fault(Command::ReadText, gaps());
    assert_eq!(read_once(script, LONG).unwrap().name, "样例𠮷䶮");
    let script = Script::with_card(rare()).with_fault(Command::ReadText, Fault::Noise(noise));
    assert_eq!(read_once(script, LONG).unwrap().name, "样例𠮷䶮");
}

#[test]
fn a_damaged_or_half_answer_to_find_is_asked_for_again() {
    for fault in [Fault::BadChecksum, Fault::HalfFrame, Fault::Late] {
        let script = Script::with_card(rare()).with_fault(Command::Find, fault.clone());
        assert!(read_once(script, LONG).is_ok(), "{fault:?}");
    }
}

#[test]
fn a_late_answer_is_not_taken_for_the_answer_to_another_command() {
    let script = Script::with_card(rare()).with_fault(Command::Select, Fault::Late);
    assert_eq!(read_once(script, LONG).unwrap().name, "样例𠮷䶮");
}

#[test]
fn a_damaged_text_is_never_half_believed() {
    for fault in [Fault::BadChecksum, Fault::HalfFrame] {
        let script = Script::with_card(rare()).with_fault(Command::ReadText, fault);
        let error = read_once(script, LONG).unwrap_err();
        assert_eq!(error, ReaderError::Garbled);
        assert_eq!(error.advice(), Some(Advice::LayCardAgain));
    }
}

#[test]
fn a_text_block_of_no_known_layout_is_malformed() {
    let script = Script::with_card(CardImage::from_block([0x20; 256]));
    let error = read_once(script, LONG).unwrap_err();
    assert_eq!(error.code(), "DEVICE-107");
}

#[test]
fn a_stuck_module_is_reported_and_not_waited_for_ever() {
    let simulator =
        Simulator::start(Script::with_card(rare()).with_fault(Command::Find, Fault::Stuck))
            .unwrap();
    let mut reader = reader(simulator.path());
    let outcome = reader.read(LONG, &Cancel::new());
    assert_eq!(outcome, Err(ReaderError::NotResponding));
    assert_eq!(
        reader.status(),
        ReaderStatus::Unavailable(ReaderError::NotResponding)
    );
}

#[test]
fn status_is_ready_while_the_module_answers() {
    let simulator = Simulator::start(Script::empty()).unwrap();
    assert_eq!(reader(simulator.path()).status(), ReaderStatus::Ready);
}

#[test]
fn a_waiting_read_stops_when_cancelled() {
    let simulator = Simulator::start(Script::empty()).unwrap();
    let mut reader = reader(simulator.path());
    let cancel = Cancel::new();
    let ask = cancel.clone();
    let waiting = thread::spawn(move || reader.read(LONG, &cancel));
    while simulator.received(Command::Find) == 0 {
        thread::yield_now();
    }
    ask.cancel();
    assert_eq!(waiting.join().unwrap(), Err(ReaderError::Cancelled));
}

#[test]
fn a_reader_pulled_out_and_plugged_in_again_works_without_a_restart() {
    let dir = tempfile::tempdir().unwrap();
    let port = dir.path().join("idcard");
    let mut reader = reader(&port);
    let absent = ReaderStatus::Unavailable(ReaderError::NotConnected);
    assert_eq!(reader.status(), absent, "never plugged in");

    let simulator = Simulator::start(Script::empty()).unwrap();
    symlink(simulator.path(), &port).unwrap();
    assert_eq!(reader.status(), ReaderStatus::Ready);
    simulator.unplug();
    assert_eq!(
        reader.read(LONG, &Cancel::new()),
        Err(ReaderError::NotConnected)
    );

    let replacement = Simulator::start(Script::with_card(rare())).unwrap();
    std::fs::remove_file(&port).unwrap();
    symlink(replacement.path(), &port).unwrap();
    assert!(reader.read(LONG, &Cancel::new()).is_ok());
}

#[test]
fn a_path_that_is_no_serial_line_is_refused() {
    let dir = tempfile::tempdir().unwrap();
    let file = dir.path().join("plain");
    std::fs::write(&file, b"").unwrap();
    let error = reader(&file).read(LONG, &Cancel::new()).unwrap_err();
    assert_eq!(error.code(), "DEVICE-004");
}
