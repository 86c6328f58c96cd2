//! A line that says what no module says.

use std::collections::VecDeque;
use std::time::Duration;

use proptest::prelude::*;
use yichuang_device::{Cancel, IdCard, IdCardReader, Link, ReaderError, SamReader, Timings};

/// Answers each request with the next of some canned bytes, whatever was asked.
struct Canned {
    answers: VecDeque<Vec<u8>>,
    line: VecDeque<u8>,
}

impl Link for Canned {
    fn send(&mut self, _: &[u8]) -> Result<(), ReaderError> {
        self.line
            .extend(self.answers.pop_front().unwrap_or_default());
        Ok(())
    }

    fn receive(&mut self, buffer: &mut [u8], _: Duration) -> Result<usize, ReaderError> {
        let count = buffer.len().min(self.line.len());
        for (place, byte) in buffer.iter_mut().zip(self.line.drain(..count)) {
            *place = byte;
        }
        Ok(count)
    }

    fn discard_input(&mut self) -> Result<(), ReaderError> {
        self.line.clear();
        Ok(())
    }
}

fn read_within(patience: Duration, answers: Vec<Vec<u8>>) -> Result<IdCard, ReaderError> {
    let open = move || {
        let answers = answers.clone().into();
        let line = VecDeque::new();
        Ok(Box::new(Canned { answers, line }) as Box<dyn Link>)
    };
    let timings = Timings {
        poll: Duration::ZERO,
        reply: patience,
        read_reply: patience,
    };
    SamReader::over(open, timings).read(Duration::ZERO, &Cancel::new())
}

/// With patience that only a defect exhausts.
fn read(answers: Vec<Vec<u8>>) -> Result<IdCard, ReaderError> {
    read_within(Duration::from_secs(30), answers)
}

/// A frame around an answer with status `sw`.
fn answer(sw: u8, data: &[u8]) -> Vec<u8> {
    let len = u16::try_from(data.len() + 4).unwrap();
    let mut checked = len.to_be_bytes().to_vec();
    checked.extend([0, 0, sw]);
    checked.extend(data);
    let sum = checked.iter().fold(0, |sum, byte| sum ^ byte);
    [&[0xAA, 0xAA, 0xAA, 0x96, 0x69], checked.as_slice(), &[sum]].concat()
}

fn read_answering(lengths: [u8; 4], rest: usize) -> Result<IdCard, ReaderError> {
    let data = [lengths.as_slice(), &vec![b' '; rest]].concat();
    read(vec![
        answer(0x9F, &[0; 4]),
        answer(0x90, &[0; 8]),
        answer(0x90, &data),
    ])
}

#[test]
fn lengths_that_do_not_fit_the_bytes_are_malformed() {
    let breach = Err(ReaderError::Malformed { field: "lengths" });
    for (lengths, rest) in [
        ([0x01, 0x00, 0x04, 0x00], 1279),
        ([0x01, 0x00, 0xFF, 0xFF], 1280),
        ([0x02, 0x00, 0x03, 0x00], 1280),
        ([0x00, 0x00, 0x00, 0x00], 256),
    ] {
        assert_eq!(read_answering(lengths, rest), breach, "{lengths:?}");
    }
}

#[test]
fn a_status_byte_nobody_knows_is_a_fault_of_the_module() {
    let outcome = read(vec![answer(0x77, &[])]);
    assert_eq!(outcome, Err(ReaderError::ModuleFault { sw: 0x77 }));
}

#[test]
fn a_card_that_refuses_the_reader_is_rejected_with_its_status() {
    let outcome = read(vec![answer(0x9F, &[0; 4]), answer(0x31, &[])]);
    assert_eq!(outcome, Err(ReaderError::CardRejected { sw: 0x31 }));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn no_bytes_on_the_line_make_a_card_out_of_nothing(
        answers in prop::collection::vec(
            prop::collection::vec(prop::sample::select(vec![0xAA, 0x96, 0x69, 0, 4, 0x80]), 0..300),
            0..4,
        ),
    ) {
        prop_assert!(read_within(Duration::from_millis(2), answers).is_err());
    }
}
