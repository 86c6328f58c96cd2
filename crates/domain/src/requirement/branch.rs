//! Following the answers: which questions are alive, and what they do to each material.
//!
//! Three-valued, because 「说不准」 keeps every branch: a question is asked for
//! certain, perhaps, or not at all, and an effect is certain or belongs to one branch.

use super::Ending;
use crate::id::MaterialId;
use crate::question::{Answers, Change, Choice, Effect, Question, QuestionSet, UNSURE};

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Asked {
    Surely,
    Perhaps,
    Never,
}

/// One effect as the answers reach it.
struct Reached<'a> {
    effect: &'a Effect,
    label: &'a str,
    certain: bool,
}

/// The questions followed to where the answers lead.
pub(super) struct Branches<'a> {
    pub(super) ended: Option<Ending>,
    pub(super) next: Vec<String>,
    reached: Vec<Reached<'a>>,
    /// Materials that a question still open or unsure could add.
    undecided: Vec<&'a MaterialId>,
    /// Materials that any option adds.
    addable: Vec<&'a MaterialId>,
}

/// What the answers do to one material.
#[derive(Default)]
pub(super) struct MaterialEffects {
    pub(super) added: Option<Added>,
    /// The reason, when it is certainly dropped.
    pub(super) dropped: Option<String>,
    pub(super) maybe_dropped: bool,
    /// Set when an answer waives it; inside, the answer's own words for it.
    pub(super) waived: Option<Option<String>>,
    pub(super) original_required: bool,
    pub(super) notes: Vec<String>,
    /// Some answer could have added it, and none did or still can.
    pub(super) settled_without: bool,
    /// No answer ever adds it.
    pub(super) never_added: bool,
}

pub(super) struct Added {
    pub(super) because: Option<String>,
    pub(super) certain: bool,
}

impl<'a> Branches<'a> {
    pub(super) fn follow(set: &'a QuestionSet, answers: &Answers) -> Self {
        let mut branches = Self {
            ended: None,
            next: Vec::new(),
            reached: Vec::new(),
            undecided: Vec::new(),
            addable: Vec::new(),
        };
        let mut followed: Vec<(&'a Question, Asked)> = Vec::new();
        for question in &set.questions {
            let asked = is_asked(question, &followed, answers);
            followed.push((question, asked));
            branches
                .addable
                .extend(question.options.iter().flat_map(adds));
            if asked == Asked::Never {
                continue;
            }
            match answers.get(&question.id) {
                Some(UNSURE) => branches.take_all(question, asked),
                Some(answer) => match question.option(answer) {
                    Some(option) => branches.take(question, option, asked),
                    None => branches.leave_open(question),
                },
                None => branches.leave_open(question),
            }
        }
        branches
    }

    fn leave_open(&mut self, question: &'a Question) {
        self.next.push(question.id.clone());
        self.undecided
            .extend(question.options.iter().flat_map(adds));
    }

    fn take(&mut self, question: &'a Question, option: &'a Choice, asked: Asked) {
        if let Some(ends) = option
            .ends
            .as_ref()
            .filter(|_| asked == Asked::Surely && self.ended.is_none())
        {
            self.ended = Some(Ending {
                question: question.id.clone(),
                option: option.id.clone(),
                reason: ends.reason.clone(),
                instead: ends.instead.clone(),
            });
        }
        let certain = asked == Asked::Surely;
        let reached = option.effects.iter().map(|effect| Reached {
            effect,
            label: &option.label,
            certain,
        });
        self.reached.extend(reached);
    }

    /// Every branch that does not end the matter; what all of them do is certain.
    fn take_all(&mut self, question: &'a Question, asked: Asked) {
        let open: Vec<&Choice> = question
            .options
            .iter()
            .filter(|option| option.ends.is_none())
            .collect();
        for option in &open {
            for effect in &option.effects {
                let same = |other: &Effect| {
                    other.material == effect.material && other.change == effect.change
                };
                let shared = open.iter().all(|other| other.effects.iter().any(same));
                let certain = shared && asked == Asked::Surely;
                self.reached.push(Reached {
                    effect,
                    label: &option.label,
                    certain,
                });
            }
        }
        self.undecided.extend(open.into_iter().flat_map(adds));
    }

    pub(super) fn effects_on(&self, material: &MaterialId) -> MaterialEffects {
        let mut effects = MaterialEffects::default();
        for reached in self
            .reached
            .iter()
            .filter(|reached| reached.effect.material == *material)
        {
            effects.meet(reached);
        }
        effects.never_added = !self.addable.contains(&material);
        effects.settled_without =
            effects.added.is_none() && !effects.never_added && !self.undecided.contains(&material);
        effects
    }
}

impl MaterialEffects {
    fn meet(&mut self, reached: &Reached<'_>) {
        let Reached {
            effect,
            label,
            certain,
        } = *reached;
        let said = effect.note.as_deref();
        match effect.change {
            Change::Add => self.meet_add(label, certain),
            Change::Drop if certain => {
                self.dropped.get_or_insert_with(|| {
                    said.map_or_else(|| format!("因“{label}”不用交"), str::to_owned)
                });
            }
            Change::Drop => {
                self.maybe_dropped = true;
                self.remark(label, false, Some("不用交"));
            }
            Change::Waive if certain => {
                self.waived.get_or_insert_with(|| said.map(str::to_owned));
            }
            Change::Waive => {
                let rule = effect.rule.map_or("", |rule| rule.label());
                self.remark(label, false, Some(&format!("可免交（{rule}）")));
            }
            Change::RequireOriginal if certain => self.original_required = true,
            Change::RequireOriginal => self.remark(label, false, Some("要交原件")),
            Change::Defer | Change::Note => {}
        }
        let said_already = matches!(effect.change, Change::Drop | Change::Waive);
        if !said_already || (effect.change == Change::Waive && !certain) {
            self.remark(label, certain, said);
        }
    }

    fn meet_add(&mut self, label: &str, certain: bool) {
        match &mut self.added {
            None => {
                self.added = Some(Added {
                    because: Some(label.to_owned()),
                    certain,
                })
            }
            Some(added) => {
                // A certain reason is the one to print; several of a kind are joined.
                let because = added.because.get_or_insert_default();
                if certain && !added.certain {
                    *because = label.to_owned();
                } else if certain == added.certain && !because.split('、').any(|part| part == label)
                {
                    because.push('、');
                    because.push_str(label);
                }
                added.certain |= certain;
            }
        }
    }

    fn remark(&mut self, label: &str, certain: bool, said: Option<&str>) {
        let Some(said) = said else { return };
        let remark = if certain {
            said.to_owned()
        } else {
            format!("如果“{label}”：{said}")
        };
        if !self.notes.contains(&remark) {
            self.notes.push(remark);
        }
    }
}

fn adds(option: &Choice) -> impl Iterator<Item = &MaterialId> {
    option
        .effects
        .iter()
        .filter(|effect| effect.change == Change::Add)
        .map(|effect| &effect.material)
}

fn is_asked(question: &Question, followed: &[(&Question, Asked)], answers: &Answers) -> Asked {
    let Some(condition) = &question.ask_if else {
        return Asked::Surely;
    };
    let Some((_, parent)) = followed
        .iter()
        .find(|(earlier, _)| earlier.id == condition.question)
    else {
        return Asked::Never;
    };
    match (parent, answers.get(&condition.question)) {
        (Asked::Never, _) | (_, None) => Asked::Never,
        (_, Some(UNSURE)) => Asked::Perhaps,
        (parent, Some(answer)) if answer == condition.option => *parent,
        _ => Asked::Never,
    }
}

/// Whether a question has to be asked, for certain or because an earlier answer was 「说不准」.
#[must_use]
pub fn is_asked_of(set: &QuestionSet, id: &str, answers: &Answers) -> bool {
    let mut followed: Vec<(&Question, Asked)> = Vec::new();
    for question in &set.questions {
        let asked = is_asked(question, &followed, answers);
        if question.id == id {
            return asked != Asked::Never;
        }
        followed.push((question, asked));
    }
    false
}

/// Whether some answer of the matter switches the waiver of this material on, so that it
/// does not apply without that answer.
pub(super) fn waiver_is_gated(set: &QuestionSet, material: &MaterialId) -> bool {
    set.questions
        .iter()
        .flat_map(|question| &question.options)
        .flat_map(|option| &option.effects)
        .any(|effect| effect.change == Change::Waive && effect.material == *material)
}
