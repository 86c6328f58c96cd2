//! 收补正、容缺材料: what a case owes is handed in. A fact: it moves no state; once nothing is owed any
//! more, the case can be accepted that day (行政许可法 Art. 32 (5)).

use std::collections::{BTreeMap, BTreeSet};

use yichuang_domain::{
    FieldProblem as Problem, FormValues, HandIn,
    case::{HandedIn, check_receivable},
    role::Act,
};
use yichuang_store::{CaseRow, Tx};
use yichuang_wire::payload::{Received, SignedPaper as Signature, Supplied, TakenMaterial};

use super::{
    done::{intake_of, numbered},
    owed::{Owed, OwedAs, OwedMaterial, is_handed_in, owed_by, takes_answers},
    standing::standing,
    supply_answers::Answered,
    take_in::{Hand, append},
};
use crate::{
    Desk,
    catalogue::{CatalogueMatter, as_received},
    draft::{Purpose, content_of, handed_in, present, sign},
    ipc::{ApiError, CaseDone, ErrorCode, SignedPaper, TakeSupplies},
    paper::{Paper, queue},
    report::Outcome,
};

/// The receipt for supplies.
pub(crate) const SUPPLY_RECEIPT: &str = "supply_receipt";
/// The same for what a department asked for while it examined.
pub(crate) const EXAMINATION_RECEIPT: &str = "examination_receipt";

impl Desk {
    /// Takes in what a case owes, and gives a receipt that names what is still missing.
    ///
    /// # Errors
    /// `CASE-001` for a line or an answer that is not owed (`not_owed`), a way it cannot be handed in, a page that
    /// is missing, or when there is nothing at all; `CASE-002`, `CASE-003`, `CLOCK-001`; nothing is
    /// changed.
    pub fn take_supplies(&self, input: TakeSupplies) -> Outcome<CaseDone> {
        let operator = self.allowed_to_decide(Act::Supply)?;
        self.notice_silence()?;
        let number = self.store()?.write(|tx| -> Outcome<_> {
            let row = numbered(tx, &input.number)?;
            let late = !input.answers.is_empty() && !takes_answers(row.state);
            if !row.own || late || !row.state.awaits_decision() {
                return Err(ApiError::new(ErrorCode::IllegalMove).with("state", row.state.key()));
            }
            let hand = self.hand(&operator, tx)?;
            let unknown = || ApiError::new(ErrorCode::CaseUnknown);
            let received = standing(tx, row.id)?.ok_or_else(unknown)?;
            let found = as_received(tx, &row, &received)?.ok_or_else(unknown)?;
            let told = tx.owed_items(row.id)?;
            let answered = Answered::of(&input.answers, (&found, &received), &told)
                .map_err(|problems| present(&found.matter, problems))?;
            let stands = &answered.received;
            let told = answered.still_told(told);
            let owed = owed_by(tx, &row, (&found, stands), told, hand.today)?;
            let supplies = Supplies::of(&input, &owed, (&found, stands), tx, &row)
                .and_then(|supplies| supplies.fit(&found, stands, &hand))
                .map_err(|problems| present(&found.matter, problems))?;
            append(tx, &hand, row.id, supplies.entry(&row, &hand, &answered))?;
            let paper = Paper::of_case(receipt(&input, &owed), row.id);
            queue(tx, self.fresh_id()?, &paper, hand.at)?;
            Ok(row.number)
        })?;
        self.after_verb(&number, false)
    }
}

/// Which receipt what was handed in calls for.
fn receipt(input: &TakeSupplies, owed: &Owed) -> &'static str {
    let asked = |id: &str| owed.materials.iter().find(|line| line.id == id);
    let handed = input.materials.iter().filter(|one| one.how.is_some());
    let examined = handed
        .filter_map(|one| asked(&one.material))
        .any(|line| matches!(line.owed_as, OwedAs::Examination));
    match examined {
        true => EXAMINATION_RECEIPT,
        false => SUPPLY_RECEIPT,
    }
}

/// What was handed in, as it will be written down.
struct Supplies {
    materials: Vec<TakenMaterial>,
    /// Of those, the ones the published list has a line for.
    listed: BTreeSet<String>,
    form: FormValues,
    signed: Vec<Signature>,
}

impl Supplies {
    /// Reads what was handed in against what is owed.
    fn of(
        input: &TakeSupplies,
        owed: &Owed,
        (found, received): (&CatalogueMatter, &Received),
        tx: &Tx<'_>,
        row: &CaseRow,
    ) -> Result<Self, Vec<Problem>> {
        let mut problems = Vec::new();
        let mut materials = Vec::new();
        let mut listed = BTreeSet::new();
        for choice in input.materials.iter().filter(|one| one.how.is_some()) {
            let line = owed.materials.iter().find(|one| one.id == choice.material);
            let Some(line) = line else {
                let field: String = choice.material.chars().take(60).collect();
                problems.push(Problem::new(format!("materials.{field}"), "not_owed"));
                continue;
            };
            let Some(handed) = handed_in(choice, &mut problems) else {
                continue;
            };
            problems.extend(unfit(line, &handed));
            if line.line.is_some() {
                listed.insert(line.id.clone());
            }
            materials.push(taken(line, handed));
        }
        let form = form(&input.form, owed, &mut problems);
        let signed = signed(&input.signed, owed, (found, received), tx, row);
        match signed {
            Ok((signed, wrong)) => {
                problems.extend(wrong);
                let nothing = materials.is_empty() && form.is_empty() && signed.is_empty();
                if problems.is_empty() && nothing && input.answers.is_empty() {
                    problems.push(Problem::new("materials", "required"));
                }
                match problems.is_empty() {
                    true => Ok(Self {
                        materials,
                        listed,
                        form,
                        signed,
                    }),
                    false => Err(problems),
                }
            }
            Err(_) => Err(vec![Problem::new("signed", "option")]),
        }
    }

    /// Whether the application with them is one that could have been received.
    fn fit(
        self,
        found: &CatalogueMatter,
        received: &Received,
        hand: &Hand<'_>,
    ) -> Result<Self, Vec<Problem>> {
        let mut merged = intake_of(found, received);
        for material in &self.materials {
            merged.materials.retain(|one| one.id != material.id);
            let Some(how) = material.how.filter(|_| self.listed.contains(&material.id)) else {
                continue;
            };
            merged.materials.push(HandedIn {
                id: material.id.clone(),
                how,
                files: material.files.clone(),
                pages: material.pages,
                note: material.note.clone(),
                supply_by: None,
                certificate: material.certificate.clone(),
            });
        }
        merged.form.extend(self.form.clone());
        let (matter, questions) = (&found.matter, &found.questions);
        check_receivable(&merged, matter, questions, hand.today, received.barred())?;
        Ok(self)
    }

    fn entry(self, row: &CaseRow, hand: &Hand<'_>, answered: &Answered) -> Supplied {
        let lines = answered.lines_besides(&self.materials);
        Supplied {
            number: row.number.clone(),
            materials: self.materials.into_iter().chain(lines).collect(),
            answers: answered.answers.clone(),
            form: self.form,
            signed: self.signed,
            signed_later: false,
            supplied_on: hand.today,
            clerk: hand.operator.name.clone(),
        }
    }
}

fn unfit(line: &OwedMaterial, handed: &HandedIn) -> Option<Problem> {
    let field = format!("materials.{}", line.id);
    if !line.ways().contains(&handed.how) {
        return Some(Problem::new(field, "way_not_open").with("how", handed.how.key()));
    }
    // A line that is not demanded is supplied by noting the certificate's number, or not at all.
    if handed.how == HandIn::Waived && handed.certificate.is_none() {
        return Some(Problem::new(field, "certificate_empty"));
    }
    let photographed = handed.how == HandIn::Captured;
    (photographed && handed.files.is_empty()).then(|| Problem::new(field, "page_missing"))
}

fn taken(line: &OwedMaterial, handed: HandedIn) -> TakenMaterial {
    TakenMaterial {
        id: line.id.clone(),
        name: line.name.clone(),
        how: Some(handed.how),
        consented: false,
        because: None,
        pages: handed.pages.filter(|_| is_handed_in(handed.how)),
        files: handed.files,
        supply_by: None,
        note: handed.note,
        certificate: handed.certificate,
    }
}

fn form(given: &BTreeMap<String, String>, owed: &Owed, problems: &mut Vec<Problem>) -> FormValues {
    let asked = |key: &str| owed.fields.iter().any(|(field, _)| field.key == key);
    for (key, value) in given {
        if !asked(key) {
            let key: String = key.chars().take(60).collect();
            problems.push(Problem::new(format!("form.{key}"), "not_owed"));
        } else if value.trim().is_empty() {
            problems.push(Problem::new(key, "required"));
        }
    }
    given.clone().into_iter().collect()
}

/// The papers signed anew, bound to what they say now.
fn signed(
    given: &[SignedPaper],
    owed: &Owed,
    (found, received): (&CatalogueMatter, &Received),
    tx: &Tx<'_>,
    row: &CaseRow,
) -> Outcome<(Vec<Signature>, Vec<Problem>)> {
    let mut given = given.to_vec();
    let is_owed = |document: &str| owed.papers.iter().any(|one| one.item == document);
    let mut papers = sign::to_sign(found, &content_of(received));
    papers.retain(|paper| is_owed(&paper.document));
    let printed = tx.papers_of(row.id)?;
    sign::bind(&mut given, &papers, &printed);
    let (found, problems) = sign::signatures(&papers, (&given, &[]), Purpose::Receive);
    Ok((sign::printed_by(found.signed, &printed), problems))
}
