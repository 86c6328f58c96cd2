//! A draft meets a new edition of its matter: every answer is kept, or set aside and shown; what
//! changed is told before anything is decided.

use std::collections::BTreeSet;

use yichuang_domain::{
    Answers, Matter, QuestionSet,
    case::{Change, Edition, Written, migrate},
};
use yichuang_store::Reader;

use super::Draft;
use crate::{
    ipc::{DraftChange, DraftChangeKind, DraftContent, DraftMoved},
    report::Outcome,
};

impl Draft {
    /// Whether it was written under the edition in force. A draft whose matter is out of force has
    /// nowhere to go and counts as current.
    pub(crate) fn is_current(&self, read: &Reader<'_>) -> Outcome<bool> {
        let in_force = read.edition(&self.matter)?;
        Ok(in_force.is_none() || self.edition == in_force)
    }

    /// Moves it to the edition in force.
    pub(crate) fn bring_up_to_date(&mut self, read: &Reader<'_>) -> Outcome<()> {
        let in_force = read.edition(&self.matter)?;
        let Some(now) = in_force.filter(|_| self.edition != in_force) else {
            return Ok(());
        };
        let text = |edition| read.edition_at(&self.matter, &edition);
        let before = self.edition.map(text).transpose()?.flatten();
        let after = text(now)?;
        self.edition = in_force;
        let Some(after) = after else { return Ok(()) };
        // Without the text it was written under, the new one is all there is to hold it against.
        let before = before.unwrap_or_else(|| after.clone());
        move_over(&mut self.content, &before, &after);
        Ok(())
    }
}

fn move_over(
    content: &mut DraftContent,
    before: &(Matter, QuestionSet),
    after: &(Matter, QuestionSet),
) {
    let written = Written {
        answers: &Answers(content.answers.clone()),
        form: &content.form.clone().into_iter().collect(),
    };
    let changes = migrate(edition(before), edition(after), written);
    if changes.is_empty() {
        return;
    }
    let told: Vec<DraftChange> = changes.iter().map(|change| tell(change, content)).collect();
    set_aside(content, &changes);
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

const fn edition((matter, questions): &(Matter, QuestionSet)) -> Edition<'_> {
    Edition { matter, questions }
}

/// Takes out of the draft what has no place in the new edition.
fn set_aside(content: &mut DraftContent, changes: &[Change]) {
    let mut materials = BTreeSet::new();
    for change in changes {
        match change {
            Change::FieldGone { key, .. } | Change::ValueUnfit { key, .. } => {
                content.form.remove(key);
            }
            Change::AnswerGone { question, .. } => {
                content.answers.remove(question);
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

fn tell(change: &Change, content: &DraftContent) -> DraftChange {
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
