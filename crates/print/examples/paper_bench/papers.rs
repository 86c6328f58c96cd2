//! The papers that are made, each number a different one: no two share a sentence.

use yichuang_print::Document;
use yichuang_print::documents::{FlowStep, Guide, GuideMaterial, Receipt};

use crate::samples;

/// A kind of paper.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Paper {
    /// A receipt on A4 in two copies, as the product prints it.
    Receipt,
    /// One copy of it.
    ReceiptSingle,
    /// A guide of six pages.
    Guide,
}

impl Paper {
    pub(crate) fn named(name: &str) -> Result<Self, String> {
        match name {
            "receipt" => Ok(Self::Receipt),
            "receipt-single" => Ok(Self::ReceiptSingle),
            "guide" => Ok(Self::Guide),
            _ => Err(format!("no paper {name}")),
        }
    }

    /// The paper of that number.
    pub(crate) fn document(self, number: usize) -> Document {
        match self {
            Self::Receipt => receipt(number, true).document(),
            Self::ReceiptSingle => receipt(number, false).document(),
            Self::Guide => guide(number).document(),
        }
    }
}

/// Puts characters into texts that differ from paper to paper and from text to text.
struct Varied {
    state: u64,
}

impl Varied {
    const fn new(number: usize) -> Self {
        Self {
            state: number as u64 * 0x9E37_79B9_7F4A_7C15 + 1,
        }
    }

    /// One of the 2,000 characters from 一 on, which every face of the product has.
    fn ideograph(&mut self) -> char {
        self.state = self
            .state
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        let step = u32::try_from((self.state >> 33) % 2000).unwrap_or(0);
        char::from_u32(0x4E00 + step).unwrap_or('一')
    }

    fn text(&mut self, text: &mut String) {
        if text.is_empty() {
            return;
        }
        for _ in 0..2 {
            let middle = text.chars().count() / 2;
            let at = text.char_indices().nth(middle).map_or(0, |(at, _)| at);
            let ch = self.ideograph();
            text.insert(at, ch);
        }
    }

    fn texts(&mut self, texts: &mut [String]) {
        texts.iter_mut().for_each(|text| self.text(text));
    }
}

fn receipt(number: usize, two_copies: bool) -> Receipt {
    let mut receipt = samples::receipt();
    let mut varied = Varied::new(number);
    receipt.imprint.two_copies = two_copies;
    receipt.imprint.number = format!("QS03-20261123-{:04}-6", number % 10_000);
    receipt.imprint.qr = Some(format!("{}{number:06}", samples::receipt_qr()));
    varied.text(&mut receipt.organ);
    varied.text(&mut receipt.applicant.name);
    varied.text(&mut receipt.matter);
    varied.text(&mut receipt.received_by);
    varied.texts(&mut receipt.how_to_check);
    for material in &mut receipt.materials {
        varied.text(&mut material.name);
        varied.text(&mut material.note);
    }
    for later in &mut receipt.follow_ups {
        varied.text(&mut later.name);
    }
    receipt
}

fn guide(number: usize) -> Guide {
    let mut guide = samples::guide();
    let mut varied = Varied::new(number);
    guide.materials = repeated(&guide.materials, 6);
    guide.conditions = repeated(&guide.conditions, 6);
    guide.flow = repeated(&guide.flow, 5);
    guide.steps = repeated(&guide.steps, 4);
    guide.contacts = repeated(&guide.contacts, 4);
    varied.text(&mut guide.matter);
    for part in [
        &mut guide.basis,
        &mut guide.place,
        &mut guide.conditions,
        &mut guide.material_notes,
        &mut guide.flow,
        &mut guide.fees,
        &mut guide.limits,
        &mut guide.contacts,
    ] {
        varied.texts(part);
    }
    for GuideMaterial { name, source, .. } in &mut guide.materials {
        varied.text(name);
        varied.text(source);
    }
    for FlowStep { name, .. } in &mut guide.steps {
        varied.text(name);
    }
    guide
}

fn repeated<T: Clone>(all: &[T], times: usize) -> Vec<T> {
    std::iter::repeat_n(all, times).flatten().cloned().collect()
}
