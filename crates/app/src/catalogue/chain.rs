//! A chain as one application asks for it (一链办理): its matters as one matter, with one form, one
//! set of questions and one list, and each of them again as it is handled.
//!
//! The whole is a matter like any other to whoever shows, signs or names it, so that there is one
//! path of intake. What its department gets of the whole is said here and nowhere else.

use yichuang_domain::{
    Answers, CorrectionItem, HandIn, Matter, MatterCode, QuestionSet,
    calendar::Limit,
    chain::{Chain, ChainMatter, Merged},
    requirement::{
        ChainPart, ChainRequirements, Ending, Held, Line, Requirements, chain_requirements,
        requirements, settled_for,
    },
};
use yichuang_store::Reader;
use yichuang_wire::payload::SparedMaterial;

use super::{CatalogueMatter, in_force};
use crate::{
    ipc::{ApiError, DraftContent, ErrorCode, MaterialChoice},
    report::Outcome,
};

/// A chain with what one application chose of it.
#[derive(Clone)]
pub(crate) struct ChainAsked {
    /// Of its matters those that are in force.
    pub(crate) chain: Chain,
    /// Those that are not: nobody can ask for them.
    pub(crate) gone: Vec<ChainMatter>,
    /// Its matters in the order of handling.
    pub(crate) matters: Vec<CatalogueMatter>,
    /// Those the application asks for, by their place in the chain.
    pub(crate) chosen: Vec<usize>,
    /// Those of them that an answer ended.
    pub(crate) ended: Vec<(usize, Ending)>,
    merged: Merged,
}

/// One matter of the whole as it is handled.
pub(crate) struct ChainChild {
    /// Its place in the chain.
    pub(crate) index: usize,
    /// The matter without what the chain spares people.
    pub(crate) found: CatalogueMatter,
    /// What that is.
    pub(crate) spared: Vec<SparedMaterial>,
    /// Its place among the sisters, from 1.
    pub(crate) place: u32,
    /// How many sisters there are.
    pub(crate) of: u32,
    /// The sisters it waits for, by place.
    pub(crate) waits_for: Vec<u32>,
}

/// A chain in force as one matter, with the ticked matters and those they need. A matter out of force
/// is left out of it.
///
/// # Errors
/// `MATTER-001` when there is none of this code, or nothing of it is asked for that is in force.
pub(crate) fn asked_as_one(
    read: &Reader<'_>,
    code: &str,
    ticked: &[String],
    answers: &Answers,
) -> Outcome<CatalogueMatter> {
    let unknown = || ApiError::new(ErrorCode::MatterUnknown);
    let mut chain = read.chain(code)?.ok_or_else(unknown)?;
    let (mut matters, mut gone) = (Vec::new(), Vec::new());
    for listed in std::mem::take(&mut chain.matters) {
        if read.edition(&listed.code)?.is_none() {
            gone.push(listed);
            continue;
        }
        matters.push(in_force(read, &listed.code)?);
        // What it depends on stays named: the result of a matter that is gone is spared nobody.
        chain.matters.push(listed);
    }
    let ticked: Vec<MatterCode> = ticked.iter().filter_map(|code| code.parse().ok()).collect();
    let chosen = chain.chosen(&ticked);
    let places = matters.iter().enumerate();
    let chosen: Vec<usize> = places
        .filter(|(_, found)| chosen.contains(&found.matter.code))
        .map(|(at, _)| at)
        .collect();
    ChainAsked::new((chain, gone), matters, chosen, answers)
        .into_one()
        .ok_or_else(unknown)
}

impl ChainAsked {
    fn new(
        (chain, gone): (Chain, Vec<ChainMatter>),
        matters: Vec<CatalogueMatter>,
        chosen: Vec<usize>,
        answers: &Answers,
    ) -> Self {
        let texts: Vec<_> = matters
            .iter()
            .map(|found| (&found.matter, &found.questions))
            .collect();
        let merged = Merged::of(&texts, &chain.merged_form.shared_fields);
        let mut asked = Self {
            chain,
            gone,
            matters,
            chosen,
            ended: Vec::new(),
            merged,
        };
        asked.ended = asked.endings(answers);
        asked
    }

    fn endings(&self, answers: &Answers) -> Vec<(usize, Ending)> {
        let chosen = self.chosen.iter();
        chosen
            .filter_map(|at| {
                let found = self.matters.get(*at)?;
                let answers = self.merged.answers_of(*at, answers);
                let list = requirements(&found.matter, &found.questions, &answers, &[], false);
                Some((*at, list.ended?))
            })
            .collect()
    }

    /// Codes of the matters the application asks for, ended or not.
    pub(crate) fn chosen_codes(&self) -> Vec<String> {
        let chosen = self.chosen.iter();
        chosen
            .filter_map(|at| Some(self.matters.get(*at)?.matter.code.to_string()))
            .collect()
    }

    /// The matters that are handled, by their place in the chain.
    pub(crate) fn going(&self) -> Vec<usize> {
        let is_ended = |at: &usize| self.ended.iter().any(|(ended, _)| ended == at);
        let chosen = self.chosen.iter().copied();
        chosen.filter(|at| !is_ended(at)).collect()
    }

    /// Their codes.
    pub(crate) fn going_codes(&self) -> Vec<MatterCode> {
        let going = self.going().into_iter();
        going
            .filter_map(|at| Some(self.matters.get(at)?.matter.code.clone()))
            .collect()
    }

    /// The whole as one matter; none of a chain without matters.
    fn into_one(self) -> Option<CatalogueMatter> {
        let going = self.going();
        // Where every answer ended, the form stays as it was asked.
        let shown = if going.is_empty() {
            &self.chosen
        } else {
            &going
        };
        let found: Vec<&CatalogueMatter> = shown
            .iter()
            .filter_map(|at| self.matters.get(*at))
            .collect();
        let first = *found.first()?;
        let mut matter = united(first, &found);
        matter.name.clone_from(&self.chain.name);
        matter.form_fields = self.merged.form(shown);
        matter.promised_limit = self.promised(shown);
        let questions = QuestionSet {
            code: matter.code.clone(),
            questions: self.merged.questions(&self.chosen),
        };
        let mut reference = first.reference.clone();
        reference.name.clone_from(&self.chain.name);
        reference.department.clone_from(&matter.implementing_body);
        Some(CatalogueMatter {
            matter,
            questions,
            reference,
            chain: Some(Box::new(self)),
        })
    }

    /// The limit of the critical path: with the optional matters when one of them is handled.
    fn promised(&self, shown: &[usize]) -> Limit {
        let optional = |at: &usize| self.chain.matters.get(*at).is_some_and(|one| one.optional);
        let limit = if shown.iter().any(optional) {
            &self.chain.total_promised_limit_all
        } else {
            &self.chain.total_promised_limit
        };
        Limit {
            value: limit.value,
            unit: limit.unit,
        }
    }

    /// The one list, each line with the matters it serves.
    pub(crate) fn list(&self, answers: &Answers, held: &[Held], barred: bool) -> ChainRequirements {
        let going = self.going();
        let answers: Vec<Answers> = going
            .iter()
            .map(|at| self.merged.answers_of(*at, answers))
            .collect();
        let parts: Vec<ChainPart<'_>> = going
            .iter()
            .zip(&answers)
            .filter_map(|(at, answers)| {
                let found = self.matters.get(*at)?;
                Some(ChainPart {
                    matter: &found.matter,
                    questions: &found.questions,
                    answers,
                })
            })
            .collect();
        chain_requirements(&self.chain, &parts, held, barred)
    }

    /// The same as the list of one matter.
    pub(super) fn requirements(
        &self,
        answers: &Answers,
        held: &[Held],
        barred: bool,
    ) -> (Requirements, Vec<Vec<HandIn>>) {
        let list = self.list(answers, held, barred);
        let mut next: Vec<String> = Vec::new();
        for (code, question) in &list.next {
            let key = self
                .place_of(code)
                .and_then(|at| self.merged.question_key(at, question));
            if let Some(key) = key.filter(|key| !next.iter().any(|known| known == key)) {
                next.push(key.to_owned());
            }
        }
        let nothing = self.going().is_empty();
        let ended = self.ended.first().filter(|_| nothing);
        let ended = ended.map(|(at, ending)| self.in_the_whole(*at, ending));
        let (lines, ways) = list
            .lines
            .into_iter()
            .map(|merged| (merged.line, merged.ways))
            .unzip();
        let list = Requirements {
            lines,
            ended,
            next,
            not_needed: list.not_needed,
        };
        (list, ways)
    }

    /// An ending, its question named as the whole names it.
    pub(crate) fn in_the_whole(&self, at: usize, ending: &Ending) -> Ending {
        let question = self.merged.question_key(at, &ending.question);
        Ending {
            question: question.unwrap_or(&ending.question).to_owned(),
            ..ending.clone()
        }
    }

    fn place_of(&self, code: &MatterCode) -> Option<usize> {
        let mut matters = self.matters.iter();
        matters.position(|found| found.matter.code == *code)
    }

    /// The questions and fields the chosen matters share.
    pub(crate) const fn merged(&self) -> &Merged {
        &self.merged
    }

    /// What the matters shared while one of them had this text.
    pub(crate) fn merged_before(&self, at: usize, text: &(Matter, QuestionSet)) -> Merged {
        let texts = self.matters.iter().enumerate().map(|(place, found)| {
            if place == at {
                (&text.0, &text.1)
            } else {
                (&found.matter, &found.questions)
            }
        });
        let texts: Vec<_> = texts.collect();
        Merged::of(&texts, &self.chain.merged_form.shared_fields)
    }

    /// The matters that are handled, in their order.
    pub(crate) fn children(&self) -> Vec<ChainChild> {
        let going = self.going();
        let codes = self.going_codes();
        let of = u32::try_from(codes.len()).unwrap_or(u32::MAX);
        let placed = (1..).zip(going);
        placed
            .filter_map(|(place, index)| {
                let mut found = self.matters.get(index)?.clone();
                let code = found.matter.code.clone();
                let spared = self.take_spared(&mut found.matter, &codes);
                Some(ChainChild {
                    index,
                    found,
                    spared,
                    place,
                    of,
                    waits_for: self.chain.waits_for(&code, &codes),
                })
            })
            .collect()
    }

    fn take_spared(&self, matter: &mut Matter, going: &[MatterCode]) -> Vec<SparedMaterial> {
        let code = matter.code.clone();
        let mut spared = Vec::new();
        matter.materials.retain(|material| {
            let Some(dropped) = self.chain.spares(&material.id, &code, going) else {
                return true;
            };
            spared.push(SparedMaterial {
                id: material.id.to_string(),
                name: material.name.clone(),
                why: dropped.reason.clone(),
            });
            false
        });
        spared
    }

    /// What the application says to one of its matters.
    pub(crate) fn content_for(
        &self,
        child: &ChainChild,
        content: &DraftContent,
        (held, barred): (&[Held], bool),
    ) -> DraftContent {
        let answers = Answers(content.answers.clone());
        let list = self.list(&answers, held, barred);
        let own_answers = self.merged.answers_of(child.index, &answers);
        let (matter, questions) = (&child.found.matter, &child.found.questions);
        let own = requirements(matter, questions, &own_answers, held, barred);
        let chosen = content.materials.iter();
        let materials = chosen.filter_map(|choice| {
            let line = own.line(&choice.material)?;
            let merged = &list.line(&choice.material)?.line;
            Some(choice_for(line, merged, choice))
        });
        let form = content.form.clone().into_iter().collect();
        DraftContent {
            form: self
                .merged
                .form_of(child.index, &form)
                .into_iter()
                .collect(),
            answers: own_answers.0,
            materials: materials.collect(),
            ..content.clone()
        }
    }

    /// What of a notice about the whole concerns one of its matters, named as the matter names it:
    /// its materials, its fields, and the form everybody signs.
    pub(crate) fn items_of(
        &self,
        code: &MatterCode,
        items: &[CorrectionItem],
    ) -> Vec<CorrectionItem> {
        let Some((at, found)) = self
            .place_of(code)
            .and_then(|at| Some((at, self.matters.get(at)?)))
        else {
            return Vec::new();
        };
        let own = |item: &CorrectionItem| {
            let id = item.id.as_deref()?;
            let key = match id.strip_prefix("form.") {
                Some(key) => format!("form.{}", self.merged.own_field(at, key)?),
                None => {
                    let material = id.strip_prefix("promise.").unwrap_or(id);
                    let listed = found.matter.material(material).is_some();
                    let everybodys = matches!(id, "application_form" | "deferral");
                    (listed || everybodys).then(|| id.to_owned())?
                }
            };
            Some(CorrectionItem {
                id: Some(key),
                ..item.clone()
            })
        };
        items.iter().filter_map(own).collect()
    }

    /// The name in the whole of something a matter's own rules complain about.
    pub(crate) fn name_in_whole(&self, index: usize, field: &str) -> String {
        if let Some(question) = field.strip_prefix("answers.") {
            let key = self.merged.question_key(index, question);
            return key.map_or_else(|| field.to_owned(), |key| format!("answers.{key}"));
        }
        let key = self.merged.field_key(index, field);
        key.unwrap_or(field).to_owned()
    }
}

/// Matters of a chain that is gone, as one to be read: nothing is decided about it. None without any.
pub(crate) fn as_it_was(name: &str, matters: &[CatalogueMatter]) -> Option<CatalogueMatter> {
    let found: Vec<&CatalogueMatter> = matters.iter().collect();
    let texts: Vec<_> = found
        .iter()
        .map(|one| (&one.matter, &one.questions))
        .collect();
    let merged = Merged::of(&texts, &[]);
    let all: Vec<usize> = (0..matters.len()).collect();
    let first = *found.first()?;
    let mut whole = CatalogueMatter {
        matter: united(first, &found),
        questions: QuestionSet {
            code: first.matter.code.clone(),
            questions: merged.questions(&all),
        },
        reference: first.reference.clone(),
        chain: None,
    };
    whole.matter.form_fields = merged.form(&all);
    if !name.is_empty() {
        whole.matter.name = name.to_owned();
    }
    Some(whole)
}

/// How a matter's own line is settled by what was chosen for the merged one.
fn choice_for(own: &Line, merged: &Line, choice: &MaterialChoice) -> MaterialChoice {
    let how = choice.how.as_deref().and_then(HandIn::from_key);
    let Some(how) = how else {
        return choice.clone();
    };
    let settled = settled_for(own, merged, how);
    if settled == how {
        return choice.clone();
    }
    let origin = match &own.status {
        yichuang_domain::requirement::LineStatus::Held { origin } => Some(origin.clone()),
        _ => None,
    };
    MaterialChoice {
        how: Some(settled.key().to_owned()),
        files: Vec::new(),
        pages: None,
        supply_by: None,
        note: origin,
        ..choice.clone()
    }
}

/// What several matters say together, in the place of one.
fn united(first: &CatalogueMatter, found: &[&CatalogueMatter]) -> Matter {
    let mut whole = first.matter.clone();
    whole.materials.clear();
    whole.conditions.clear();
    whole.bases.clear();
    let mut bodies: Vec<&str> = Vec::new();
    for matter in found.iter().map(|found| &found.matter) {
        for material in &matter.materials {
            if whole.material(material.id.as_str()).is_none() {
                whole.materials.push(material.clone());
            }
        }
        whole.conditions.extend(matter.conditions.iter().cloned());
        whole.bases.extend(matter.bases.iter().cloned());
        whole.deferrable |= matter.deferrable;
        whole.commitment |= matter.commitment;
        whole.trips = whole.trips.max(matter.trips);
        if !bodies.contains(&matter.implementing_body.as_str()) {
            bodies.push(&matter.implementing_body);
        }
    }
    whole.implementing_body = bodies.join("、");
    whole
}
