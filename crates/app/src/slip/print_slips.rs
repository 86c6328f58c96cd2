//! Printing slips ahead: so many of the terminal's next numbers, in one transaction.

use yichuang_domain::{reprint::ReprintReason, role::Act, slip::MOST_IN_A_LOT};
use yichuang_print::documents::{Imprint, SlipSheet};
use yichuang_store::{PaperRow, Reader};
use yichuang_wire::payload::SlipsPrinted;

use crate::{
    Desk,
    case::parse_number,
    ipc::{ApiError, ChangedKind, ErrorCode, PaperInfo, PrintSlips},
    paper::{Paper, queue, row},
    report::{Outcome, field_problem},
};

impl Desk {
    /// Prints blank slips. Nothing else ever gets their numbers.
    ///
    /// # Errors
    /// `CASE-001` for a count that is not 1 to 50, `OPS-…`, `CLOCK-001`, `PAPER-002`.
    pub fn print_slips(&self, input: PrintSlips) -> Outcome<PaperInfo> {
        let operator = self.allowed(Act::Receive)?;
        if !(1..=MOST_IN_A_LOT).contains(&input.count) {
            let mut wrong = field_problem("count", "out_of_range");
            let most = MOST_IN_A_LOT.to_string();
            wrong.params.insert("most".to_owned(), most);
            return Err(ApiError::invalid(vec![wrong]));
        }
        let id = self.fresh_id()?;
        self.store()?.write(|tx| -> Outcome<()> {
            let hand = self.hand(&operator, tx)?;
            let numbers = (0..input.count).map(|_| tx.next_number(hand.today));
            let printed = SlipsPrinted {
                id,
                numbers: numbers.collect::<Result<_, _>>()?,
                on: hand.today,
            };
            self.note(tx, printed, None, Some(operator.id))?;
            queue(tx, id, &Paper::of_slips(), hand.at)
        })?;
        self.sync.committed();
        self.announce(ChangedKind::Slip, None);
        self.settled(id)
    }

    /// Prints the sheets a slip was printed on once more, with the same numbers, marked 补打 and why.
    ///
    /// # Errors
    /// `CASE-006`, `PAPER-001` when there is no such slip, `PAPER-002`.
    pub(crate) fn print_slips_again(&self, number: &str, why: ReprintReason) -> Outcome<PaperInfo> {
        let number = parse_number(number)?;
        let first = self.store()?.read(|read| -> Outcome<PaperRow> {
            let slip = read.slip(&number)?;
            let slip = slip.ok_or_else(|| ApiError::new(ErrorCode::PaperUnknown))?;
            row(read, slip.lot)
        })?;
        self.make_paper(Paper::again(&first).because(Some(why)))
    }
}

/// The sheets of a lot, from its own numbers.
pub(crate) fn sheet(read: &Reader<'_>, paper: &PaperRow, imprint: Imprint) -> Outcome<SlipSheet> {
    let numbers = read.slips_of_lot(paper.about())?;
    if numbers.is_empty() {
        return Err(ApiError::new(ErrorCode::PaperUnknown));
    }
    let point = &read.identity().enrolment.point;
    Ok(SlipSheet {
        organ: point.name.clone(),
        contact: format!("{} {}", point.name, point.phone).trim().to_owned(),
        numbers: numbers.iter().map(ToString::to_string).collect(),
        imprint,
    })
}
