//! A draft of a chain meets other matters than it was written for: one is gone from the catalogue or
//! from the chain, another came. What was written goes on with the matters that are there; what only
//! the gone ones asked for is set aside and shown.

use std::collections::BTreeMap;

use yichuang_domain::{
    Answers, Matter, MatterCode, QuestionSet, case::Change, chain::Merged, form::FormValues,
};
use yichuang_store::Reader;

use super::{
    Draft,
    migrate::{self, note, set_aside, tell},
};
use crate::{
    catalogue::{ChainAsked, in_force},
    ipc::{DraftChain, DraftChange, DraftChangeKind, DraftContent},
    report::Outcome,
};

/// One matter with the text that counts.
pub(super) struct Part {
    pub(super) code: MatterCode,
    pub(super) matter: Matter,
    pub(super) questions: QuestionSet,
}

/// Matters asked as one.
pub(super) struct Group {
    pub(super) parts: Vec<Part>,
    pub(super) merged: Merged,
}

impl Group {
    fn of(parts: Vec<Part>) -> Self {
        let texts: Vec<_> = parts.iter().map(|p| (&p.matter, &p.questions)).collect();
        // Labels name shared fields; the keys are the same whatever they say.
        let merged = Merged::of(&texts, &[]);
        Self { parts, merged }
    }

    /// The matters a draft of a chain was written for, as they were then.
    pub(super) fn written(read: &Reader<'_>, chain: &DraftChain) -> Outcome<Self> {
        let mut parts = Vec::new();
        for code in order(chain) {
            parts.extend(part_written(read, chain, code)?);
        }
        Ok(Self::of(parts))
    }

    fn part(&self, code: &MatterCode) -> Option<usize> {
        self.parts.iter().position(|part| part.code == *code)
    }

    /// What was written that none of these matters has a place for, by the group's own keys.
    fn left_over(&self, content: &DraftContent, to: &Self) -> Vec<Change> {
        let fields = content.form.iter().filter(|(_, value)| !value.is_empty());
        let fields = fields.filter_map(|(key, value)| {
            let (at, own) = self.lost(key, to, Merged::own_field)?;
            Some(Change::FieldGone {
                key: key.clone(),
                label: self.parts.get(at)?.matter.field(own)?.label.clone(),
                value: value.clone(),
            })
        });
        let answers = content.answers.iter().filter_map(|(key, answer)| {
            let (at, own) = self.lost(key, to, Merged::own_question)?;
            let question = self.parts.get(at)?.questions.question(own)?;
            let choice = question.option(answer);
            Some(Change::AnswerGone {
                question: key.clone(),
                text: question.text.clone(),
                answer: choice.map_or_else(|| answer.clone(), |choice| choice.label.clone()),
            })
        });
        let materials = content.materials.iter().filter_map(|choice| {
            let listed = |group: &Self| {
                let mut parts = group.parts.iter();
                parts.find_map(|part| Some(part.matter.material(&choice.material)?.name.clone()))
            };
            let name = listed(self).filter(|_| listed(to).is_none())?;
            Some(Change::MaterialGone {
                material: choice.material.clone(),
                name,
            })
        });
        fields.chain(answers).chain(materials).collect()
    }

    /// The matter that alone had something of this key, when none of those that stay has it.
    fn lost<'a>(
        &'a self,
        key: &str,
        to: &Self,
        own: fn(&'a Merged, usize, &str) -> Option<&'a str>,
    ) -> Option<(usize, &'a str)> {
        let places = 0..self.parts.len();
        let mut users = places.filter_map(|at| Some((at, own(&self.merged, at, key)?)));
        let first = users.next()?;
        let stays = |(at, _): &(usize, &str)| {
            let part = self.parts.get(*at);
            part.is_some_and(|part| to.part(&part.code).is_some())
        };
        (!stays(&first) && !users.any(|user| stays(&user))).then_some(first)
    }

    /// What was written, under the keys of another group of matters.
    fn carried(&self, content: &DraftContent, to: &Self) -> (Answers, FormValues) {
        let (mut answers, mut form) = (
            Answers(content.answers.clone()),
            content.form.clone().into_iter().collect::<FormValues>(),
        );
        let shared = |at: usize| {
            let code = &self.parts.get(at)?.code;
            Some((at, to.part(code)?))
        };
        let pairs: Vec<_> = (0..self.parts.len()).filter_map(shared).collect();
        let (written, filled) = (answers.clone(), form.clone());
        // A key of the old group means nothing in the new one; what neither knows stays.
        let known = |key: &str| self.merged.has_field(key);
        form.retain(|key, _| !known(key));
        answers.0.retain(|key, _| !self.merged.has_question(key));
        for (from, at) in pairs {
            for (own, value) in self.merged.form_of(from, &filled) {
                if let Some(key) = to.merged.field_key(at, &own) {
                    form.entry(key.to_owned()).or_insert(value);
                }
            }
            for (own, answer) in self.merged.answers_of(from, &written).0 {
                if let Some(key) = to.merged.question_key(at, &own) {
                    answers.0.entry(key.to_owned()).or_insert(answer);
                }
            }
        }
        (answers, form)
    }
}

/// Codes of the matters a draft was written for, in the order of their chain.
pub(super) fn order(chain: &DraftChain) -> Vec<&str> {
    let listed = chain.order.iter().map(String::as_str);
    let known = chain.editions.keys().map(String::as_str);
    let rest = known.filter(|code| !chain.order.iter().any(|one| one == code));
    listed.chain(rest).collect()
}

fn part_written(read: &Reader<'_>, chain: &DraftChain, code: &str) -> Outcome<Option<Part>> {
    let Ok(code) = code.parse::<MatterCode>() else {
        return Ok(None);
    };
    let text = migrate::edition_of(chain, &code)
        .map(|edition| read.edition_at(&code, &edition))
        .transpose()?;
    // Without the text it was written under, the one in force is all there is.
    let text = match text.flatten() {
        Some(text) => Some(text),
        None => in_force(read, &code)
            .ok()
            .map(|found| (found.matter, found.questions)),
    };
    Ok(text.map(|(matter, questions)| Part {
        code,
        matter,
        questions,
    }))
}

/// Whether the chain in force has other matters than the draft was written for, or in another order.
pub(super) fn is_due(chain: &DraftChain, asked: &ChainAsked) -> bool {
    chain.order != codes(asked) || chain.name != asked.chain.name
}

/// Codes of the matters of a chain that are in force, in its order.
pub(crate) fn codes(asked: &ChainAsked) -> Vec<String> {
    let matters = asked.matters.iter();
    matters.map(|found| found.matter.code.to_string()).collect()
}

impl Draft {
    /// Moves it to the matters its chain has now.
    pub(super) fn regroup(&mut self, read: &Reader<'_>, asked: &ChainAsked) -> Outcome<()> {
        let Some(mut before) = self.content.chain.clone() else {
            return Ok(());
        };
        if before.order.is_empty() {
            // An older program kept no order: it was that of the chain.
            let known = codes(asked).into_iter();
            let known = known.filter(|code| before.editions.contains_key(code));
            before.order = known.collect();
        }
        let was = Group::written(read, &before)?;
        let mut parts = Vec::new();
        let editions = migrate::editions(asked);
        let mut chain = DraftChain {
            order: codes(asked),
            name: asked.chain.name.clone(),
            editions: BTreeMap::new(),
            ..before.clone()
        };
        for found in &asked.matters {
            let code = found.matter.code.to_string();
            let kept = before.editions.get(&code);
            let edition = kept.or(editions.get(&code));
            chain
                .editions
                .extend(edition.map(|edition| (code.clone(), edition.clone())));
            parts.extend(part_written(read, &chain, &code)?);
        }
        let now = Group::of(parts);
        let mut told = came_and_went(&before, &was, &now, asked);
        let changes = was.left_over(&self.content, &now);
        told.extend(changes.iter().map(|change| tell(change, &self.content)));
        set_aside(&mut self.content, &changes, None);
        let (answers, form) = was.carried(&self.content, &now);
        self.content.answers = answers.0;
        self.content.form = form.into_iter().collect();
        let left = |code: &String| chain.order.contains(code);
        chain.chosen.retain(left);
        if let Some(first) = now.parts.first() {
            self.edition = migrate::edition_of(&chain, &first.code);
            self.matter = first.code.clone();
        }
        self.content.chain = Some(chain);
        note(&mut self.content, told);
        Ok(())
    }

    /// Keeps which matters are handled, those nobody may leave out among them: once the chain is gone
    /// nothing else says so.
    pub(super) fn note_chosen(&mut self, asked: &ChainAsked) {
        if let Some(chain) = &mut self.content.chain {
            chain.chosen = asked.chosen_codes();
        }
    }

    /// What this draft says to one of the matters it was written for, which goes on by itself; what
    /// has no place in any of those that do is set aside in it.
    pub(super) fn alone(
        &self,
        (code, chosen): (&MatterCode, &[MatterCode]),
        was: &Group,
    ) -> DraftContent {
        let stays = was.parts.iter().filter(|part| chosen.contains(&part.code));
        let stays = Group::of(stays.map(Part::again).collect());
        let mut content = self.content.clone();
        let changes = was.left_over(&content, &stays);
        let handled = self.content.chain.iter().flat_map(|chain| &chain.chosen);
        let handled: Vec<&String> = handled.collect();
        let gone = was.parts.iter().filter(|part| {
            let was_handled = handled.iter().any(|code| **code == part.code.as_str());
            was_handled && !chosen.contains(&part.code)
        });
        let mut told: Vec<_> = gone
            .map(|part| line(DraftChangeKind::MatterGone, part.matter.name.clone()))
            .collect();
        told.extend(changes.iter().map(|change| tell(change, &content)));
        content.chain = None;
        content.signed = Vec::new();
        content.unsigned = Vec::new();
        content.step = 1;
        note(&mut content, told);
        let only = was.parts.iter().filter(|part| part.code == *code);
        let only = Group::of(only.map(Part::again).collect());
        let (answers, form) = was.carried(&content, &only);
        let own = only.parts.first().map(|part| &part.matter);
        let asks = |material: &str| own.is_some_and(|own| own.material(material).is_some());
        content.materials.retain(|choice| asks(&choice.material));
        DraftContent {
            answers: answers.0,
            form: form.into_iter().collect(),
            ..content
        }
    }
}

impl Part {
    fn again(&self) -> Self {
        Self {
            code: self.code.clone(),
            matter: self.matter.clone(),
            questions: self.questions.clone(),
        }
    }
}

/// The matters that went, but for one nobody had ticked, and those that came and are handled.
fn came_and_went(
    before: &DraftChain,
    was: &Group,
    now: &Group,
    asked: &ChainAsked,
) -> Vec<DraftChange> {
    let listed = |code: &str| asked.gone.iter().find(|one| one.code.as_str() == code);
    let unticked = |code: &&str| {
        let optional = listed(code).is_some_and(|one| one.optional);
        optional && !before.chosen.iter().any(|one| one == code)
    };
    let name = |code: &str| {
        let mut written = was.parts.iter();
        let written = written.find(|part| part.code.as_str() == code);
        let written = written.map(|part| part.matter.name.clone());
        written.or_else(|| listed(code).map(|one| one.name.clone()))
    };
    let there = |code: &&str| now.parts.iter().any(|part| part.code.as_str() == *code);
    let gone = order(before).into_iter().filter(|code| !there(code));
    let gone = gone.filter(|code| !unticked(code)).filter_map(name);
    let going = asked.going_codes();
    let came = now.parts.iter().filter(|part| {
        let known = order(before).contains(&part.code.as_str());
        !known && going.contains(&part.code)
    });
    gone.map(|name| line(DraftChangeKind::MatterGone, name))
        .chain(came.map(|part| line(DraftChangeKind::MatterNew, part.matter.name.clone())))
        .collect()
}

fn line(what: DraftChangeKind, label: String) -> DraftChange {
    DraftChange {
        what,
        label,
        value: None,
        files: Vec::new(),
    }
}
