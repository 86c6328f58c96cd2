//! A draft meets a new edition of its matter: every answer is kept, or set aside and shown; what
//! changed is told before anything is decided. A draft of a chain is first moved to the matters the
//! chain has now (`regroup`), then each of them to its edition.

use std::collections::{BTreeMap, BTreeSet};

use yichuang_domain::{
    Answers, Matter, MatterCode, QuestionSet,
    case::{Change, Edition as Text, Written, migrate},
    chain::Merged,
};
use yichuang_store::{Edition, Reader};

use super::{Draft, regroup};
use crate::{
    catalogue::ChainAsked,
    ipc::{DraftChain, DraftChange, DraftChangeKind, DraftContent, DraftMoved},
    report::Outcome,
};

impl Draft {
    /// Whether it was written under the editions in force. A draft whose matter or chain is out of
    /// force has nowhere to go and counts as current.
    pub(crate) fn is_current(&self, read: &Reader<'_>) -> Outcome<bool> {
        if let Some(chain) = &self.content.chain {
            match self.catalogue(read)? {
                (_, true) => return Ok(true),
                (found, false) => {
                    let mut asked = found.chain.iter();
                    if asked.any(|asked| regroup::is_due(chain, asked)) {
                        return Ok(false);
                    }
                }
            }
        }
        for (code, written) in self.written_under() {
            let in_force = read.edition(&code)?;
            if in_force.is_some() && written != in_force {
                return Ok(false);
            }
        }
        Ok(true)
    }

    /// Its matters, each with the edition it was last written under.
    fn written_under(&self) -> Vec<(MatterCode, Option<Edition>)> {
        let Some(chain) = &self.content.chain else {
            return vec![(self.matter.clone(), self.edition)];
        };
        let editions = chain.editions.iter();
        editions
            .filter_map(|(code, edition)| Some((code.parse().ok()?, parse(edition))))
            .collect()
    }

    /// Moves it to the editions in force.
    pub(crate) fn bring_up_to_date(&mut self, read: &Reader<'_>) -> Outcome<()> {
        if let Some(chain) = self.content.chain.clone() {
            let (found, withdrawn) = self.catalogue(read)?;
            match found.chain {
                Some(asked) if !withdrawn => {
                    if regroup::is_due(&chain, &asked) {
                        self.regroup(read, &asked)?;
                    }
                    self.note_chosen(&asked);
                }
                Some(_) => {}
                // Nothing is in force that it could be moved to.
                None => return Ok(()),
            }
        }
        for (code, written) in self.written_under() {
            let in_force = read.edition(&code)?;
            let Some(now) = in_force.filter(|_| written != in_force) else {
                continue;
            };
            let text = |edition| read.edition_at(&code, &edition);
            let before = written.map(text).transpose()?.flatten();
            let after = text(now)?;
            if code == self.matter {
                self.edition = in_force;
            }
            if let Some(chain) = &mut self.content.chain {
                chain.editions.insert(code.to_string(), written_as(&now));
            }
            let Some(after) = after else { continue };
            // Without the text it was written under, the new one is all there is to hold it against.
            let before = before.unwrap_or_else(|| after.clone());
            let (found, _) = self.catalogue(read)?;
            let chain = found.chain.as_deref().zip(found.part_of(&code));
            let part = chain.map(|(asked, at)| PartOf {
                now: asked.merged(),
                before: asked.merged_before(at, &before),
                at,
            });
            move_over(&mut self.content, &before, &after, part.as_ref());
        }
        Ok(())
    }
}

/// The editions of a chain's matters, as a draft remembers them.
pub(crate) fn editions(asked: &ChainAsked) -> BTreeMap<String, String> {
    let matters = asked.matters.iter();
    matters
        .map(|found| {
            let edition = Edition {
                matter: found.reference.sha256,
                questions: found.reference.questions,
            };
            (found.matter.code.to_string(), written_as(&edition))
        })
        .collect()
}

/// `HASH` of the matter, or `HASH HASH` with that of its questions.
fn written_as(edition: &Edition) -> String {
    match edition.questions {
        Some(questions) => format!("{} {questions}", edition.matter),
        None => edition.matter.to_string(),
    }
}

/// The edition a draft of a chain was last written under for one of its matters.
pub(super) fn edition_of(chain: &DraftChain, code: &MatterCode) -> Option<Edition> {
    parse(chain.editions.get(code.as_str())?)
}

fn parse(edition: &str) -> Option<Edition> {
    let (matter, questions) = match edition.split_once(' ') {
        Some((matter, questions)) => (matter, Some(questions.parse().ok()?)),
        None => (edition, None),
    };
    Some(Edition {
        matter: matter.parse().ok()?,
        questions,
    })
}

/// A matter's part of the whole, when the draft is of a chain: what the matters share now and what
/// they shared before.
pub(super) struct PartOf<'a> {
    now: &'a Merged,
    before: Merged,
    at: usize,
}

impl PartOf<'_> {
    /// What goes only for this matter stays: a sister still asks for it, under the same name.
    fn stays(&self, change: &Change) -> bool {
        match change {
            Change::FieldGone { key, .. } => self.now.has_field(self.field(key)),
            Change::AnswerGone { question, .. } => self.now.has_question(self.question(question)),
            // A sister may ask for the material too; what none of them does is left aside.
            Change::MaterialGone { .. } => true,
            _ => false,
        }
    }

    fn field<'a>(&'a self, own: &'a str) -> &'a str {
        self.before.field_key(self.at, own).unwrap_or(own)
    }

    fn question<'a>(&'a self, own: &'a str) -> &'a str {
        self.before.question_key(self.at, own).unwrap_or(own)
    }
}

fn move_over(
    content: &mut DraftContent,
    before: &(Matter, QuestionSet),
    after: &(Matter, QuestionSet),
    part: Option<&PartOf<'_>>,
) {
    let (answers, form) = (
        Answers(content.answers.clone()),
        content.form.clone().into_iter().collect(),
    );
    let (answers, form) = match part {
        Some(part) => (
            part.before.answers_of(part.at, &answers),
            part.before.form_of(part.at, &form),
        ),
        None => (answers, form),
    };
    let written = Written {
        answers: &answers,
        form: &form,
    };
    let mut changes = migrate(edition(before), edition(after), written);
    changes.retain(|change| part.is_none_or(|part| !part.stays(change)));
    if changes.is_empty() {
        return;
    }
    let told: Vec<DraftChange> = changes.iter().map(|change| tell(change, content)).collect();
    set_aside(content, &changes, part);
    note(content, told);
}

/// Puts what changed on the draft's list, to be read before anything is decided.
pub(super) fn note(content: &mut DraftContent, told: Vec<DraftChange>) {
    if told.is_empty() {
        return;
    }
    let moved = content.moved.get_or_insert_with(|| DraftMoved {
        seen: false,
        changes: Vec::new(),
    });
    // What was set aside before stays on the list; what the last edition asked for or promised is
    // old news.
    moved
        .changes
        .retain(|change| change.value.is_some() && change.what != DraftChangeKind::PromiseChanged);
    moved.changes.extend(told);
    moved.seen = false;
    content.confirmed = false;
}

const fn edition((matter, questions): &(Matter, QuestionSet)) -> Text<'_> {
    Text { matter, questions }
}

/// Takes out of the draft what has no place in the new edition.
pub(super) fn set_aside(content: &mut DraftContent, changes: &[Change], part: Option<&PartOf<'_>>) {
    let field = |own: &str| part.map_or(own, |part| part.field(own)).to_owned();
    let question = |own: &str| part.map_or(own, |part| part.question(own)).to_owned();
    let mut materials = BTreeSet::new();
    for change in changes {
        match change {
            Change::FieldGone { key, .. } | Change::ValueUnfit { key, .. } => {
                content.form.remove(&field(key));
            }
            Change::AnswerGone { question: id, .. } => {
                content.answers.remove(&question(id));
            }
            Change::MaterialGone { material, .. } => {
                materials.insert(material.as_str());
            }
            Change::FieldNew { .. }
            | Change::QuestionNew { .. }
            | Change::MaterialNew { .. }
            | Change::PromiseChanged { .. } => {}
        }
    }
    let stays = |material: &str| !materials.contains(material);
    content.materials.retain(|choice| stays(&choice.material));
}

pub(super) fn tell(change: &Change, content: &DraftContent) -> DraftChange {
    let line = |what, label: &str, value: Option<&str>| DraftChange {
        what,
        label: label.to_owned(),
        value: value.map(str::to_owned),
        files: Vec::new(),
    };
    match change {
        Change::FieldGone { label, value, .. } => {
            line(DraftChangeKind::FieldGone, label, Some(value))
        }
        Change::ValueUnfit { label, value, .. } => {
            line(DraftChangeKind::ValueUnfit, label, Some(value))
        }
        Change::FieldNew { label, .. } => line(DraftChangeKind::FieldNew, label, None),
        Change::AnswerGone { text, answer, .. } => {
            line(DraftChangeKind::AnswerGone, text, Some(answer))
        }
        Change::QuestionNew { text, .. } => line(DraftChangeKind::QuestionNew, text, None),
        Change::MaterialNew { name, .. } => line(DraftChangeKind::MaterialNew, name, None),
        Change::PromiseChanged { from, to } => {
            line(DraftChangeKind::PromiseChanged, to, Some(from))
        }
        Change::MaterialGone { material, name } => {
            let choice = content
                .materials
                .iter()
                .find(|choice| choice.material == *material);
            let how = choice.and_then(|choice| choice.how.as_deref());
            DraftChange {
                files: choice
                    .map(|choice| choice.files.clone())
                    .unwrap_or_default(),
                ..line(DraftChangeKind::MaterialGone, name, how)
            }
        }
    }
}
