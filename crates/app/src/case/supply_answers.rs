//! Questions that were left open at receipt, answered with a supply: the list follows from the answers,
//! and the lines they put on it, take off it or waive are settled with them.

use std::collections::BTreeMap;

use yichuang_domain::{
    Answers, FieldProblem as Problem, HandIn,
    question::UNSURE,
    requirement::{Line, LineStatus, Requirements, options},
    role::Act,
};
use yichuang_store::OwedItem;
use yichuang_wire::payload::{Received, TakenMaterial};

use super::{
    done::{find, parse_number},
    life::{line, questions},
    owed::{owed_by, takes_answers},
    standing::{overlay, standing},
};
use crate::{
    Desk,
    catalogue::{CatalogueMatter, as_received},
    draft::present,
    guide::{ending_view, question_views},
    ipc::{ApiError, ErrorCode, OwedByAnswers, OwedNow},
    report::Outcome,
};

/// Characters of a name that is not ours to keep.
const LONGEST_NAMED: usize = 60;

impl Desk {
    /// What a case would owe, were the questions it left open answered so. Nothing is changed.
    ///
    /// # Errors
    /// `CASE-001` for an answer nobody asked for (`not_owed`); `CASE-002`, `CASE-003`.
    pub fn look_owed(&self, input: OwedByAnswers) -> Outcome<OwedNow> {
        self.allowed(Act::ReadCase)?;
        let number = parse_number(&input.number)?;
        let today = self.today();
        self.store()?.read(|read| {
            let row = find(read, &number)?;
            if !row.own || !takes_answers(row.state) {
                return Err(ApiError::new(ErrorCode::IllegalMove).with("state", row.state.key()));
            }
            let unknown = || ApiError::new(ErrorCode::CaseUnknown);
            let received = standing(read, row.id)?.ok_or_else(unknown)?;
            let found = as_received(read, &row, &received)?.ok_or_else(unknown)?;
            let told = read.owed_items(row.id)?;
            let answered = Answered::of(&input.answers, (&found, &received), &told)
                .map_err(|problems| present(&found.matter, problems))?;
            let before = found.requirements(&received.answers, &[], received.barred());
            let after = answered.list(&found);
            let told = answered.still_told(told);
            let owes = owed_by(read, &row, (&found, &answered.received), told, today)?;
            let mut asked = questions(&found, &owes, &answered.received.answers);
            let given = question_views(&found.questions, &answered.received.answers);
            let given = given.into_iter();
            asked.extend(given.filter(|view| input.answers.contains_key(&view.id)));
            let place = |id: &str| {
                found
                    .questions
                    .questions
                    .iter()
                    .position(|one| one.id == id)
            };
            asked.sort_by_key(|view| place(&view.id));
            Ok(OwedNow {
                questions: asked,
                owed: match after.ended {
                    Some(_) => Vec::new(),
                    None => owes.materials.iter().map(line).collect(),
                },
                spared: spared(&before, &after),
                ended: after
                    .ended
                    .as_ref()
                    .map(|ended| ending_view(&found.questions, ended)),
            })
        })
    }
}

/// Names of what the list before asked for and the one after does not.
fn spared(before: &Requirements, after: &Requirements) -> Vec<String> {
    let was = before.lines.iter();
    let gone = was.filter(|line| {
        let now = after.lines.iter().find(|one| one.material == line.material);
        !is_waived(line) && now.is_none_or(is_waived)
    });
    match after.ended {
        Some(_) => Vec::new(),
        None => gone.map(|line| line.name.clone()).collect(),
    }
}

const fn is_waived(line: &Line) -> bool {
    matches!(line.status, LineStatus::Waived { .. })
}

/// An application with open questions answered.
pub(super) struct Answered {
    /// As it stands by the answers.
    pub(super) received: Received,
    /// The lines the answers settled, opened or waived.
    pub(super) lines: Vec<TakenMaterial>,
    pub(super) answers: Answers,
}

impl Answered {
    /// Reads answers against the questions a case left open; `told` is what its notices ask for.
    pub(super) fn of(
        given: &BTreeMap<String, String>,
        (found, received): (&CatalogueMatter, &Received),
        told: &[OwedItem],
    ) -> Result<Self, Vec<Problem>> {
        let answers = Answers(given.clone());
        let mut merged = received.answers.clone();
        merged.0.extend(given.clone());
        let wrong = given.iter().filter_map(|(id, choice)| {
            let field = || {
                format!(
                    "answers.{}",
                    id.chars().take(LONGEST_NAMED).collect::<String>()
                )
            };
            let question = found.questions.question(id);
            let Some(question) = question.filter(|_| is_open(id, &merged, (found, received)))
            else {
                return Some(Problem::new(field(), "not_owed"));
            };
            let known = choice == UNSURE || question.option(choice).is_some();
            (!known).then(|| Problem::new(field(), "unknown_option"))
        });
        let problems: Vec<Problem> = wrong.collect();
        if !problems.is_empty() {
            return Err(problems);
        }
        let lines = match given.is_empty() {
            true => Vec::new(),
            false => relined(&merged, (found, received), told),
        };
        let mut received = received.clone();
        received.answers = merged;
        overlay(&mut received, &lines);
        Ok(Self {
            received,
            lines,
            answers,
        })
    }

    /// The list by the answers.
    pub(super) fn list(&self, found: &CatalogueMatter) -> Requirements {
        found.requirements(&self.received.answers, &[], self.received.barred())
    }

    /// What the notices still ask for: nobody is asked for what the answers took off the list.
    pub(super) fn still_told(&self, mut told: Vec<OwedItem>) -> Vec<OwedItem> {
        let settled = |item: &OwedItem| {
            let mut lines = self.lines.iter().filter(|line| line.how.is_some());
            lines.any(|line| item.item == line.id || item.item == line.name)
        };
        told.retain(|item| !settled(item));
        told
    }

    /// What the entry says of lines nobody handed anything in for.
    pub(super) fn lines_besides(&self, handed_in: &[TakenMaterial]) -> Vec<TakenMaterial> {
        let handed_in = |id: &str| handed_in.iter().any(|line| line.id == id);
        let lines = self.lines.iter();
        lines.filter(|line| !handed_in(&line.id)).cloned().collect()
    }
}

/// Whether a question was left open and is asked in this situation.
fn is_open(id: &str, merged: &Answers, (found, received): (&CatalogueMatter, &Received)) -> bool {
    let mut without = merged.clone();
    without.0.remove(id);
    let list = found.requirements(&without, &[], received.barred());
    received.answers.get(id).is_none() && list.next.iter().any(|open| open == id)
}

/// The lines that stand otherwise by the new answers.
fn relined(
    answers: &Answers,
    (found, received): (&CatalogueMatter, &Received),
    told: &[OwedItem],
) -> Vec<TakenMaterial> {
    let list = found.requirements(answers, &[], received.barred());
    if list.ended.is_some() {
        return Vec::new();
    }
    let stood = |id: &str| received.materials.iter().find(|one| one.id == id);
    let asked = |one: &TakenMaterial| {
        let mut told = told.iter();
        told.any(|item| item.item == one.id || item.item == one.name)
    };
    let on_list = list.lines.iter().filter_map(|line| {
        let was = stood(line.material.as_str());
        let how = was.and_then(|was| was.how);
        let fits = how.is_some_and(|how| is_way(line, how));
        match &line.status {
            LineStatus::Waived { .. } if fits && !was.is_some_and(asked) => None,
            LineStatus::Waived { rule, detail } => {
                let rule = format!("{rule}：{detail}");
                Some(blank(line, Some(HandIn::Waived), Some(rule)))
            }
            // A line that is owed already stays as it is.
            _ if fits || was.is_some_and(|was| was.how.is_none()) => None,
            _ => Some(blank(line, None, None)),
        }
    });
    let off_list = received.materials.iter().filter_map(|was| {
        let gone = list.line(&was.id).is_none() && found.matter.material(&was.id).is_some();
        let open = was.how.is_none() || asked(was);
        (gone && open).then(|| TakenMaterial {
            how: was.how.or(Some(HandIn::NotApplicable)),
            because: why_not(&list, &was.id).or_else(|| was.because.clone()),
            ..was.clone()
        })
    });
    on_list.chain(off_list).collect()
}

/// Whether a line may stand settled this way.
fn is_way(line: &Line, how: HandIn) -> bool {
    match how {
        HandIn::Held => !line.original_required,
        _ => options(line).contains(&how),
    }
}

fn why_not(list: &Requirements, id: &str) -> Option<String> {
    let mut spared = list.not_needed.iter();
    let spared = spared.find(|one| one.material == *id);
    spared.map(|one| one.why.clone())
}

fn blank(line: &Line, how: Option<HandIn>, because: Option<String>) -> TakenMaterial {
    TakenMaterial {
        id: line.material.as_str().to_owned(),
        name: line.name.clone(),
        how,
        consented: false,
        because,
        pages: None,
        files: Vec::new(),
        supply_by: None,
        note: None,
        certificate: None,
    }
}
