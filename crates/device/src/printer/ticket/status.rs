//! Asking a ticket printer how it is: the real-time status of ESC/POS (`DLE EOT n`).

use std::time::{Duration, Instant};

use crate::printer::Reason;

use super::line::{Broken, Line};

/// `DLE EOT`; the number of the question follows.
const QUESTION: [u8; 2] = [0x10, 0x04];
/// Bits that are the same in every answer, and what they are.
const FIXED: u8 = 0b1001_0011;
const FIXED_VALUE: u8 = 0b0001_0010;
/// Bytes read in search of one answer; a line that chatters on is not listened to.
const MAX_NOISE: usize = 1024;

/// What a printer answered.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Answer {
    /// Nothing.
    Silent,
    /// Why it would not print now; empty when it would.
    Says(Vec<Reason>),
}

/// Asks printer, offline cause, error cause and paper sensor, each with `patience`. A printer
/// that does not answer the first is not asked the others.
pub(super) fn ask(line: &mut dyn Line, patience: Duration) -> Result<Answer, Broken> {
    discard(line)?;
    let mut answers = [None; 4];
    for (number, answer) in (1..).zip(&mut answers) {
        *answer = ask_one(line, number, patience)?;
        if answer.is_none() {
            break;
        }
    }
    Ok(match answers {
        [None, ..] => Answer::Silent,
        answers => Answer::Says(reasons(answers.map(Option::unwrap_or_default))),
    })
}

/// What the four answers come to, the most telling first.
fn reasons([printer, offline, error, paper]: [u8; 4]) -> Vec<Reason> {
    let has = |answer: u8, bits: u8| answer & bits != 0;
    let found = [
        (
            has(paper, 0b0110_0000) || has(offline, 0b0010_0000),
            Reason::PaperOut,
        ),
        (has(offline, 0b0000_0100), Reason::CoverOpen),
        (has(error, 0b0000_1100), Reason::Jam),
        (has(error, 0b0110_0000), Reason::Stopped),
    ];
    let mut reasons: Vec<Reason> = found
        .iter()
        .filter_map(|(holds, reason)| holds.then_some(*reason))
        .collect();
    let is_unexplained = has(printer, 0b0000_1000) || has(offline, 0b0100_0000);
    if reasons.is_empty() && is_unexplained {
        reasons.push(Reason::Stopped);
    }
    reasons
}

fn ask_one(line: &mut dyn Line, number: u8, patience: Duration) -> Result<Option<u8>, Broken> {
    let until = Instant::now() + patience;
    let question = [QUESTION[0], QUESTION[1], number];
    let mut sent = 0;
    while sent < question.len() {
        match line.send(&question[sent..], left(until))? {
            0 => return Ok(None),
            count => sent += count,
        }
    }
    for _ in 0..MAX_NOISE {
        let mut byte = [0];
        match line.receive(&mut byte, left(until))? {
            0 => return Ok(None),
            _ if byte[0] & FIXED == FIXED_VALUE => return Ok(Some(byte[0])),
            _ => {}
        }
    }
    Ok(None)
}

/// Throws away what came unasked: answers to dots that looked like questions, or news.
fn discard(line: &mut dyn Line) -> Result<(), Broken> {
    let mut buffer = [0; 256];
    for _ in 0..MAX_NOISE / buffer.len() {
        if line.receive(&mut buffer, Duration::ZERO)? == 0 {
            break;
        }
    }
    Ok(())
}

fn left(until: Instant) -> Duration {
    until.saturating_duration_since(Instant::now())
}

#[cfg(test)]
mod tests {
    use super::reasons;
    use crate::printer::Reason;

    #[test]
    fn the_most_telling_reason_comes_first() {
        for (answers, expected) in [
            ([0x12, 0x12, 0x12, 0x12], vec![]),
            ([0x16, 0x12, 0x12, 0x1E], vec![]),
            ([0x1A, 0x32, 0x12, 0x72], vec![Reason::PaperOut]),
            ([0x1A, 0x16, 0x12, 0x12], vec![Reason::CoverOpen]),
            (
                [0x1A, 0x36, 0x12, 0x7E],
                vec![Reason::PaperOut, Reason::CoverOpen],
            ),
            ([0x1A, 0x52, 0x1A, 0x12], vec![Reason::Jam]),
            ([0x1A, 0x52, 0x32, 0x12], vec![Reason::Stopped]),
            ([0x1A, 0x12, 0x12, 0x12], vec![Reason::Stopped]),
        ] {
            assert_eq!(reasons(answers), expected, "{answers:02X?}");
        }
    }
}
