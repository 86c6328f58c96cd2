//! 补签: what was left unsigned is signed. A fact: it moves no state, and the department has the case
//! meanwhile.

use yichuang_domain::{FieldProblem as Problem, role::Act};
use yichuang_wire::payload::Supplied;

use super::{
    parse_number,
    signing::{ToSignNow, signed_later},
    take_in::append,
};
use crate::{
    Desk,
    draft::{Purpose, present, sign},
    ipc::{CaseDone, SignLater},
    report::Outcome,
    resident::Owner,
};

impl Desk {
    /// Signs every paper of a case that was left unsigned, by what it says now.
    ///
    /// # Errors
    /// `CASE-001` for a paper that is not signed (`unsigned`), whose photograph is missing or that says
    /// something else than what was signed (`changed`); `CASE-002`; `CASE-003` when nothing was left
    /// unsigned, or the case is decided or has ended; `CLOCK-001`; nothing is changed.
    pub fn sign_later(&self, input: SignLater) -> Outcome<CaseDone> {
        let operator = self.allowed_to_decide(Act::Supply)?;
        let number = parse_number(&input.number)?;
        let owner = Owner::Case(number.clone());
        let mut given = self.given_on_screen(&owner, &[], input.signed);
        let number = self.store()?.write(|tx| -> Outcome<_> {
            let ToSignNow {
                case,
                found,
                papers,
                ..
            } = signed_later(tx, &number)?;
            let hand = self.hand(&operator, tx)?;
            let printed = tx.papers_of(case.id)?;
            sign::bind(&mut given, &papers, &printed);
            let (signatures, mut problems) =
                sign::signatures(&papers, (&given, &[]), Purpose::Accept);
            if papers.is_empty() {
                problems.push(Problem::new("signed", "required"));
            }
            if !problems.is_empty() {
                return Err(present(&found.matter, problems));
            }
            let supplied = Supplied {
                number: case.number.clone(),
                materials: Vec::new(),
                answers: Default::default(),
                form: Default::default(),
                signed: sign::printed_by(signatures.signed, &printed),
                signed_later: true,
                supplied_on: hand.today,
                clerk: operator.name.clone(),
            };
            append(tx, &hand, case.id, supplied)?;
            Ok(case.number)
        })?;
        self.after_verb(&number, false)
    }
}
