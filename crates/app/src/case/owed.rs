//! What a case still owes: lines never settled, questions never answered, what its notices ask for,
//! what was deferred; and when that is due.

use chrono::NaiveDate;
use yichuang_domain::{
    CaseState, FieldProblem as Problem, HandIn,
    case::check_intake,
    matter::FormField,
    question::Question,
    requirement::{Line, LineStatus, notes_certificate, options},
};
use yichuang_store::{CaseRow, OwedItem, Reader};
use yichuang_wire::payload::Received;

use super::done::intake_of;
use crate::{
    catalogue::{CatalogueMatter, calendar},
    report::Outcome,
};

/// Why something is owed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum OwedAs {
    /// It was never handed in.
    Open,
    /// The one notice asks for it (行政许可法 Art. 32 (4)).
    Correction,
    /// The department asks for it while it examines.
    Examination,
    /// It may follow (容缺).
    Deferred,
}

impl OwedAs {
    /// The word that crosses the interface.
    pub(crate) const fn key(self) -> &'static str {
        match self {
            Self::Open => "open",
            Self::Correction => "correction",
            Self::Examination => "examination",
            Self::Deferred => "deferred",
        }
    }
}

/// One material that is owed.
#[derive(Debug, Clone)]
pub(crate) struct OwedMaterial {
    pub(crate) id: String,
    pub(crate) name: String,
    pub(crate) owed_as: OwedAs,
    pub(crate) told: Option<OwedItem>,
    pub(crate) supply_by: Option<NaiveDate>,
    /// The list's line; none when the department asks for something else.
    pub(crate) line: Option<Line>,
}

impl OwedMaterial {
    /// The ways it can be handed in now.
    pub(crate) fn ways(&self) -> Vec<HandIn> {
        let Some(line) = &self.line else {
            return vec![
                HandIn::OriginalSeen,
                HandIn::Captured,
                HandIn::CopyTaken,
                HandIn::PaperTaken,
            ];
        };
        let noted = notes_certificate(line);
        let mut ways = options(line);
        ways.retain(|way| is_handed_in(*way) || (*way == HandIn::Waived && noted));
        ways
    }
}

/// Everything a case owes.
#[derive(Debug, Clone, Default)]
pub(crate) struct Owed {
    pub(crate) materials: Vec<OwedMaterial>,
    /// Questions nobody has answered, which shape the list.
    pub(crate) questions: Vec<Question>,
    /// Fields of the form, with what the notice says of them.
    pub(crate) fields: Vec<(FormField, Option<OwedItem>)>,
    /// Papers a notice asks to be signed anew.
    pub(crate) papers: Vec<OwedItem>,
}

impl Owed {
    /// Nothing at all.
    pub(crate) fn is_nothing(&self) -> bool {
        self.materials.is_empty()
            && self.questions.is_empty()
            && self.fields.is_empty()
            && self.papers.is_empty()
    }

    /// Everything by name.
    pub(crate) fn names(&self) -> Vec<String> {
        let materials = self.materials.iter().map(|owed| owed.name.clone());
        let questions = self.questions.iter().map(|question| question.text.clone());
        let fields = self.fields.iter().map(|(field, _)| field.label.clone());
        let papers = self.papers.iter().map(|owed| owed.told.material.clone());
        let answered = questions.chain(fields);
        materials.chain(answered).chain(papers).collect()
    }

    /// What a notice asks for and nobody has handed in, as problems of an acceptance; `signed` are the
    /// papers signed with it.
    pub(crate) fn problems(&self, signed: &[String]) -> Vec<Problem> {
        let open = |field: String| Problem::new(field, "correction_open");
        let materials = self.materials.iter();
        let materials = materials.filter(|owed| owed.told.is_some());
        let materials = materials.map(|owed| open(format!("materials.{}", owed.id)));
        let fields = self.fields.iter().filter(|(_, told)| told.is_some());
        let fields = fields.map(|(field, _)| open(field.key.clone()));
        let papers = self.papers.iter();
        let papers = papers.filter(|owed| !signed.contains(&owed.item));
        let papers = papers.map(|owed| open(format!("signed.{}", owed.item)));
        materials.chain(fields).chain(papers).collect()
    }
}

/// Whether something is handed over or shown at the counter this way.
pub(crate) const fn is_handed_in(how: HandIn) -> bool {
    matches!(
        how,
        HandIn::OriginalSeen | HandIn::CopyTaken | HandIn::Captured | HandIn::PaperTaken
    )
}

/// Whether a question of a case in this state may still be answered: the list is settled by acceptance.
pub(crate) const fn takes_answers(state: CaseState) -> bool {
    matches!(state, CaseState::Received | CaseState::NeedsCorrection)
}

/// The questions the list still waits for, in the order they are asked.
fn open_questions(found: &CatalogueMatter, received: &Received) -> Vec<Question> {
    let list = found.requirements(&received.answers, &[], received.barred());
    let open = list.next.iter();
    open.filter_map(|id| found.questions.question(id).cloned())
        .collect()
}

/// What a case owes, by its application as it stands.
pub(crate) fn owed(
    read: &Reader<'_>,
    row: &CaseRow,
    (found, received): (&CatalogueMatter, &Received),
    today: NaiveDate,
) -> Outcome<Owed> {
    if !row.state.awaits_decision() {
        return Ok(Owed::default());
    }
    let told = read.owed_items(row.id)?;
    owed_by(read, row, (found, received), told, today)
}

/// The same by these lines of its notices.
pub(crate) fn owed_by(
    read: &Reader<'_>,
    row: &CaseRow,
    (found, received): (&CatalogueMatter, &Received),
    told: Vec<OwedItem>,
    today: NaiveDate,
) -> Outcome<Owed> {
    let undecided = takes_answers(row.state);
    let missing = if undecided {
        missing_fields(read, (found, received), today)?
    } else {
        Vec::new()
    };
    Ok(Owed {
        materials: materials(&told, (found, received), undecided),
        questions: match undecided {
            true => open_questions(found, received),
            false => Vec::new(),
        },
        fields: fields(&told, found, &missing),
        papers: told
            .into_iter()
            .filter(|item| crate::draft::sign::is_signed(&item.item))
            .collect(),
    })
}

fn materials(
    told: &[OwedItem],
    (found, received): (&CatalogueMatter, &Received),
    undecided: bool,
) -> Vec<OwedMaterial> {
    let list = found.requirements(&received.answers, &[], received.barred());
    let mut owed = Vec::new();
    for taken in &received.materials {
        let told = told
            .iter()
            .find(|item| item.item == taken.id || item.item == taken.name);
        let line = list.line(&taken.id);
        let spared = line.is_some_and(|line| matches!(line.status, LineStatus::Waived { .. }));
        let owed_as = match (told, taken.how) {
            (Some(item), _) if item.examination => OwedAs::Examination,
            (Some(_), _) => OwedAs::Correction,
            (None, Some(HandIn::Deferred)) => OwedAs::Deferred,
            (None, None) if undecided && line.is_some() && !spared => OwedAs::Open,
            _ => continue,
        };
        owed.push(OwedMaterial {
            id: taken.id.clone(),
            name: taken.name.clone(),
            owed_as,
            told: told.cloned(),
            supply_by: told.map(|item| item.supply_by).or(taken.supply_by),
            line: line.cloned(),
        });
    }
    owed.extend(beside_the_list(told, found, received));
    owed
}

/// What a notice asks for that the list of then did not have a line for.
fn beside_the_list(
    told: &[OwedItem],
    found: &CatalogueMatter,
    received: &Received,
) -> Vec<OwedMaterial> {
    let listed = |item: &OwedItem| {
        let mut lines = received.materials.iter();
        lines.any(|line| item.item == line.id || item.item == line.name)
    };
    told.iter()
        .filter(|item| !listed(item) && found.matter.material(&item.item).is_some())
        .map(|item| OwedMaterial {
            id: item.item.clone(),
            name: item.told.material.clone(),
            owed_as: match item.examination {
                true => OwedAs::Examination,
                false => OwedAs::Correction,
            },
            told: Some(item.clone()),
            supply_by: Some(item.supply_by),
            line: None,
        })
        .collect()
}

fn fields(
    told: &[OwedItem],
    found: &CatalogueMatter,
    missing: &[String],
) -> Vec<(FormField, Option<OwedItem>)> {
    let fields = found.matter.form_fields.iter().filter_map(|field| {
        let named = format!("form.{}", field.key);
        let told = told.iter().find(|item| item.item == named).cloned();
        (told.is_some() || missing.contains(&field.key)).then(|| (field.clone(), told))
    });
    fields.collect()
}

/// Fields of the form an acceptance would ask for.
fn missing_fields(
    read: &Reader<'_>,
    (found, received): (&CatalogueMatter, &Received),
    today: NaiveDate,
) -> Outcome<Vec<String>> {
    let checked = check_intake(
        &intake_of(found, received),
        &found.matter,
        &found.questions,
        today,
        &calendar(read)?,
        received.barred(),
    );
    let problems = checked.err().unwrap_or_default();
    let keys = problems.into_iter().map(|problem| problem.field);
    Ok(keys
        .filter(|key| found.matter.field(key).is_some())
        .collect())
}
