//! A name of which only the first and the last letter are shown.

use std::fmt;

use minicbor::{Decoder, Encoder, decode, encode};

use super::block::expect_array;

const PARTS: u64 = 3;
const MASK: char = '*';
/// No name of the product is longer, in characters.
const MOST_HIDDEN: u8 = 100;

/// A masked name, as lists show it: 「欧*娜」, 「王*」. The stars are counted, not written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MaskedName {
    first: Option<char>,
    hidden: u8,
    last: Option<char>,
}

impl MaskedName {
    /// Masks a name as `yichuang_domain` masks it; of one longer than 102 letters fewer stars are told.
    #[must_use]
    pub fn of(name: &str) -> Self {
        let letters: Vec<char> = name.chars().collect();
        let hidden = |count: usize| u8::try_from(count).unwrap_or(u8::MAX).min(MOST_HIDDEN);
        let (first, hidden, last) = match letters.as_slice() {
            [] => (None, 0, None),
            [_] => (None, 1, None),
            [first, _] => (Some(*first), 1, None),
            [first, middle @ .., last] => (Some(*first), hidden(middle.len()), Some(*last)),
        };
        Self {
            first,
            hidden,
            last,
        }
    }

    pub(super) fn write<W: encode::Write>(
        &self,
        to: &mut Encoder<W>,
    ) -> Result<(), encode::Error<W::Error>> {
        let text = |letter: Option<char>| letter.map(String::from).unwrap_or_default();
        to.array(PARTS)?;
        to.str(&text(self.first))?;
        to.u8(self.hidden)?;
        to.str(&text(self.last))?.ok()
    }

    pub(super) fn read(from: &mut Decoder<'_>) -> Result<Self, decode::Error> {
        expect_array(from, PARTS)?;
        let first = letter(from)?;
        let hidden = from.u8()?;
        if hidden > MOST_HIDDEN {
            return Err(decode::Error::message("a name is too long"));
        }
        Ok(Self {
            first,
            hidden,
            last: letter(from)?,
        })
    }
}

fn letter(from: &mut Decoder<'_>) -> Result<Option<char>, decode::Error> {
    let mut letters = from.str()?.chars();
    match (letters.next(), letters.next()) {
        (letter, None) => Ok(letter),
        _ => Err(decode::Error::message("more than a letter of a name")),
    }
}

impl fmt::Display for MaskedName {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let hidden = std::iter::repeat_n(MASK, usize::from(self.hidden));
        let mut letters = self.first.into_iter().chain(hidden).chain(self.last);
        letters.try_for_each(|letter| write!(f, "{letter}"))
    }
}
