//! 异地代收: a case taken in for another place's authority goes on to it.

use chrono::NaiveDate;
use yichuang_domain::{
    CaseNumber, Decision, MatterCode,
    case::{Verb, transition},
    role::Act,
    text::check,
};
use yichuang_store::{CaseRow, Reader, Tx};
use yichuang_wire::payload::Forwarded;

use super::{
    ask_correction::one_of_two,
    done::undecided_case,
    parse_number,
    take_in::{Decisions, Hand, append, only},
};
use crate::{
    Desk,
    catalogue::{in_force, pinned},
    draft::Draft,
    guide::{forwardable, places},
    ipc::{
        ApiError, CaseDone, ChangedKind, ErrorCode, ForwardCase, ForwardPlaces, MatterPlace,
        PaperInfo,
    },
    paper::{FORWARDING, Paper, TRANSFER, queue},
    report::{Outcome, field_problem},
};

/// Characters of a name, telephone or way.
const LONGEST: usize = 100;
/// Characters of an address; the catalogue describes some places at length.
const LONGEST_ADDRESS: usize = 300;

/// Where it goes, as checked.
struct Way {
    to: String,
    address: String,
    phone: String,
    by: String,
}

impl Desk {
    /// Sends a draft, which is received first, or a received case on to the authority that handles
    /// it, in one transaction.
    ///
    /// # Errors
    /// `FORWARD-001` for a matter that is handled here and nowhere else, `CASE-001` naming `to`,
    /// `address`, `phone` or `by`, `CASE-003`, and those of [`Desk::receive_case`].
    pub fn forward_case(&self, input: ForwardCase) -> Outcome<CaseDone> {
        let way = way(&input)?;
        match (&input.draft, &input.number) {
            (Some(draft), None) => self.forward_draft(draft, &way),
            (None, Some(number)) => self.forward_received(number, &way),
            _ => Err(one_of_two()),
        }
    }

    fn forward_draft(&self, id: &str, way: &Way) -> Outcome<CaseDone> {
        let operator = self.allowed_to_decide(Act::Receive)?;
        let draft = Draft::id(id)?;
        let (number, already, papers) = self.store()?.write(|tx| -> Outcome<_> {
            if let Some(case) = tx.case_of_draft(draft)?
                && let Some(row) = tx.case(case)?
            {
                return Ok((row.number, true, Vec::new()));
            }
            let stored = Draft::load_current(tx, draft, &operator)?;
            let hand = self.hand(&operator, tx)?;
            let found = stored.in_force(tx)?;
            for code in found.codes() {
                allowed_on(tx, &code)?;
            }
            let receive = Decision::Receive;
            let decisions = Decisions {
                all: &receive,
                apart: &[],
            };
            let papers = tx.papers_of_draft(draft)?;
            let content = (&stored.content, papers.as_slice());
            let taken = self.take_in(tx, &hand, &found, content, &decisions)?;
            for case in &taken {
                let row = tx.case(case.case)?;
                let row = row.ok_or_else(|| ApiError::new(ErrorCode::CaseUnknown))?;
                self.send_on(tx, &hand, &row, way)?;
            }
            for code in found.codes() {
                tx.count_use(&code)?;
            }
            let first = only(taken)?;
            tx.finish_draft(draft, first.case)?;
            Ok((first.number, false, papers))
        })?;
        self.unspool(&papers);
        self.announce(ChangedKind::Draft, Some(id.to_owned()));
        self.after_verb(&number, already)
    }

    fn forward_received(&self, number: &str, way: &Way) -> Outcome<CaseDone> {
        let operator = self.allowed_to_decide(Act::Receive)?;
        let number = parse_number(number)?;
        self.store()?.write(|tx| -> Outcome<()> {
            let row = undecided_case(tx, &number)?;
            allowed_on(tx, &row.matter_code)?;
            let hand = self.hand(&operator, tx)?;
            self.send_on(tx, &hand, &row, way)
        })?;
        self.after_verb(&number, false)
    }

    fn send_on(&self, tx: &mut Tx<'_>, hand: &Hand<'_>, row: &CaseRow, way: &Way) -> Outcome<()> {
        transition(row.state, Verb::Forward)
            .map_err(|_| ApiError::new(ErrorCode::IllegalMove).with("state", row.state.key()))?;
        let forwarded = forwarded(row.number.clone(), way, hand.today, &hand.operator.name);
        append(tx, hand, row.id, forwarded)?;
        for document in [FORWARDING, TRANSFER] {
            queue(
                tx,
                self.fresh_id()?,
                &Paper::of_case(document, row.id),
                hand.at,
            )?;
        }
        Ok(())
    }

    /// Where a matter is handled instead, the guide's own place first.
    ///
    /// # Errors
    /// `MATTER-001`, `OPS-…`.
    pub fn forward_places(&self, input: MatterPlace) -> Outcome<ForwardPlaces> {
        self.allowed(Act::ReadGuide)?;
        let code = matter_code(input)?;
        self.store()?.read(|read| {
            let found = in_force(read, &code)?;
            Ok(ForwardPlaces {
                places: places(read, &found.matter)?,
            })
        })
    }

    /// Prints where to go with a matter that is not taken in here.
    ///
    /// # Errors
    /// `MATTER-001`, `PAPER-002`, `OPS-…`.
    pub fn print_where_to(&self, input: MatterPlace) -> Outcome<PaperInfo> {
        self.allowed(Act::Print)?;
        let code = matter_code(input)?;
        self.store()?
            .read(|read| in_force(read, &code).map(|_| ()))?;
        self.make_paper(Paper::where_to(code))
    }
}

/// The verbs of a case's page, with this one where it may be sent on.
pub(super) fn with_forwarding(
    read: &Reader<'_>,
    case: &CaseRow,
    mut verbs: Vec<String>,
) -> Outcome<Vec<String>> {
    if case.own
        && transition(case.state, Verb::Forward).is_ok()
        && let Some(matter) = pinned(read, case)?
        && forwardable(read, &matter)?
    {
        verbs.push("forward".to_owned());
    }
    Ok(verbs)
}

fn allowed_on(read: &Reader<'_>, code: &MatterCode) -> Outcome<()> {
    let found = in_force(read, code)?;
    match forwardable(read, &found.matter)? {
        true => Ok(()),
        false => Err(ApiError::new(ErrorCode::NotForwarded)),
    }
}

fn matter_code(input: MatterPlace) -> Outcome<MatterCode> {
    MatterCode::new(input.code).map_err(|_| ApiError::new(ErrorCode::MatterUnknown))
}

fn way(input: &ForwardCase) -> Outcome<Way> {
    let mut problems = Vec::new();
    let mut text = |field: &str, value: &str, required: bool, longest: usize| {
        let value = value.trim();
        if required && value.is_empty() {
            problems.push(field_problem(field, "required"));
        } else if check(value, longest).is_err() {
            problems.push(field_problem(field, "too_long"));
        }
        value.to_owned()
    };
    let way = Way {
        to: text("to", &input.to, true, LONGEST),
        address: text("address", &input.address, false, LONGEST_ADDRESS),
        phone: text("phone", &input.phone, true, LONGEST),
        by: text("by", &input.by, true, LONGEST),
    };
    match problems.is_empty() {
        true => Ok(way),
        false => Err(ApiError::invalid(problems)),
    }
}

fn forwarded(number: CaseNumber, way: &Way, on: NaiveDate, clerk: &str) -> Forwarded {
    Forwarded {
        number,
        to: way.to.clone(),
        address: way.address.clone(),
        phone: way.phone.clone(),
        by: way.by.clone(),
        sent_on: on,
        clerk: clerk.to_owned(),
    }
}
