//! Several matters asked as one (一表申请): what they share is asked once, and every answer and
//! value goes to each matter that has the question or the field.
//!
//! Keys are given over all matters of the chain, whichever of them are handled, so that leaving one
//! out never makes an answer belong to another question.

use super::SharedField;
use crate::form::FormValues;
use crate::matter::{AskFieldIf, FormField, Matter};
use crate::question::{Answers, AskIf, Choice, Question, QuestionSet};

/// One question or field of the whole, and the matters that ask it.
#[derive(Debug, Clone)]
struct Shared<T> {
    /// Key in the whole.
    key: String,
    /// Matter, by its place among the matters, and the matter's own.
    uses: Vec<(usize, T)>,
}

/// The questions and the form of several matters as one.
#[derive(Debug, Clone)]
pub struct Merged {
    fields: Vec<Shared<FormField>>,
    questions: Vec<Shared<Question>>,
    labels: Vec<SharedField>,
}

impl Merged {
    /// Merges matters in the order of handling. Fields of one key are one field where they take the
    /// same values; questions of one id where they ask the same. `labels` name the shared fields.
    #[must_use]
    pub fn of(matters: &[(&Matter, &QuestionSet)], labels: &[SharedField]) -> Self {
        let mut merged = Self {
            fields: Vec::new(),
            questions: Vec::new(),
            labels: labels.to_vec(),
        };
        for (part, (matter, questions)) in matters.iter().enumerate() {
            for field in &matter.form_fields {
                let same = |one: &FormField| {
                    one.key == field.key
                        && one.field_type == field.field_type
                        && one.options == field.options
                };
                let known = position(&merged.fields, part, |_, one| same(one));
                add(&mut merged.fields, known, (part, field), &field.key);
            }
            for question in &questions.questions {
                let asks = merged.condition(part, question);
                let same = |first: usize, one: &Question| {
                    one.id == question.id
                        && one.text == question.text
                        && choices(one).eq(choices(question))
                        && merged.condition(first, one) == asks
                };
                let known = position(&merged.questions, part, same);
                add(&mut merged.questions, known, (part, question), &question.id);
            }
        }
        merged
    }

    /// The form of the matters that are handled; conditions name the form's own keys.
    #[must_use]
    pub fn form(&self, going: &[usize]) -> Vec<FormField> {
        let fields = self.fields.iter();
        fields
            .filter_map(|shared| self.field(shared, going))
            .collect()
    }

    /// How many fields these matters would ask one by one.
    #[must_use]
    pub fn fields_apart(&self, going: &[usize]) -> usize {
        let uses = self.fields.iter().flat_map(|shared| &shared.uses);
        uses.filter(|(part, _)| going.contains(part)).count()
    }

    /// The questions of the matters that are asked. What an answer changes is each matter's own.
    #[must_use]
    pub fn questions(&self, asked: &[usize]) -> Vec<Question> {
        let asked_one = |shared: &Shared<Question>| {
            let (part, question) = shared.uses.iter().find(|(part, _)| asked.contains(part))?;
            let bare = |choice: &Choice| Choice {
                effects: Vec::new(),
                ends: None,
                ..choice.clone()
            };
            Some(Question {
                id: shared.key.clone(),
                ask_if: self.condition(*part, question),
                options: question.options.iter().map(bare).collect(),
                ..question.clone()
            })
        };
        self.questions.iter().filter_map(asked_one).collect()
    }

    /// What the form says to one matter.
    #[must_use]
    pub fn form_of(&self, part: usize, values: &FormValues) -> FormValues {
        let fields = self.fields.iter();
        fields
            .filter_map(|shared| {
                let own = shared.own(part)?.key.clone();
                Some((own, values.get(&shared.key)?.clone()))
            })
            .collect()
    }

    /// What the answers say to one matter.
    #[must_use]
    pub fn answers_of(&self, part: usize, answers: &Answers) -> Answers {
        let questions = self.questions.iter();
        questions
            .filter_map(|shared| {
                let own = shared.own(part)?.id.clone();
                Some((own, answers.get(&shared.key)?.to_owned()))
            })
            .collect()
    }

    /// The key in the whole of a matter's own field.
    #[must_use]
    pub fn field_key(&self, part: usize, own: &str) -> Option<&str> {
        let mut fields = self.fields.iter();
        let found = fields.find(|shared| shared.own(part).is_some_and(|field| field.key == own));
        found.map(|shared| shared.key.as_str())
    }

    /// The id in the whole of a matter's own question.
    #[must_use]
    pub fn question_key(&self, part: usize, own: &str) -> Option<&str> {
        let mut questions = self.questions.iter();
        let found = questions.find(|shared| shared.own(part).is_some_and(|asked| asked.id == own));
        found.map(|shared| shared.key.as_str())
    }

    /// Whether any matter has a field of this key of the whole.
    #[must_use]
    pub fn has_field(&self, key: &str) -> bool {
        self.fields.iter().any(|shared| shared.key == key)
    }

    /// Whether any matter has a question of this id of the whole.
    #[must_use]
    pub fn has_question(&self, key: &str) -> bool {
        self.questions.iter().any(|shared| shared.key == key)
    }

    /// The matter's own key of a field of the whole.
    #[must_use]
    pub fn own_field(&self, part: usize, key: &str) -> Option<&str> {
        let mut fields = self.fields.iter();
        let shared = fields.find(|shared| shared.key == key)?;
        shared.own(part).map(|field| field.key.as_str())
    }

    /// The matter's own id of a question of the whole.
    #[must_use]
    pub fn own_question(&self, part: usize, key: &str) -> Option<&str> {
        let mut questions = self.questions.iter();
        let shared = questions.find(|shared| shared.key == key)?;
        shared.own(part).map(|question| question.id.as_str())
    }

    fn field(&self, shared: &Shared<FormField>, going: &[usize]) -> Option<FormField> {
        let uses = shared.uses.iter();
        let uses: Vec<_> = uses.filter(|(part, _)| going.contains(part)).collect();
        let (_, first) = uses.first()?;
        let condition = |part: usize, field: &FormField| {
            field.ask_if.as_ref().map(|when| AskFieldIf {
                field: self
                    .field_key(part, &when.field)
                    .unwrap_or(&when.field)
                    .to_owned(),
                value: when.value.clone(),
            })
        };
        let mut conditions = uses.iter().map(|(part, field)| condition(*part, field));
        let ask_if = conditions.next().flatten();
        // Asked for different reasons, it is asked always.
        let ask_if = ask_if.filter(|asked| conditions.all(|other| other.as_ref() == Some(asked)));
        let required = uses
            .iter()
            .any(|(part, field)| field.required && condition(*part, field) == ask_if);
        let hints = uses.iter().map(|(_, field)| &field.hint);
        let label = self.labels.iter().find(|label| label.key == shared.key);
        let label = label.filter(|_| uses.len() > 1);
        Some(FormField {
            key: shared.key.clone(),
            label: label.map_or_else(|| first.label.clone(), |label| label.label.clone()),
            required,
            fill_from: uses.iter().find_map(|(_, field)| field.fill_from),
            hint: hints
                .clone()
                .find(|hint| !hint.is_empty())
                .cloned()
                .unwrap_or_default(),
            ask_if,
            ..first.clone()
        })
    }

    fn condition(&self, part: usize, question: &Question) -> Option<AskIf> {
        question.ask_if.as_ref().map(|when| AskIf {
            question: self
                .question_key(part, &when.question)
                .unwrap_or(&when.question)
                .to_owned(),
            option: when.option.clone(),
        })
    }
}

impl<T> Shared<T> {
    fn own(&self, part: usize) -> Option<&T> {
        let mut uses = self.uses.iter();
        uses.find(|(user, _)| *user == part).map(|(_, own)| own)
    }
}

/// Where the list has the same, of another matter.
fn position<T>(list: &[Shared<T>], part: usize, same: impl Fn(usize, &T) -> bool) -> Option<usize> {
    list.iter().position(|shared| {
        let first = shared.uses.first();
        shared.own(part).is_none() && first.is_some_and(|(user, one)| same(*user, one))
    })
}

/// Puts one more on the list: with the known one that asks the same, or under a key of its own.
fn add<T: Clone>(
    list: &mut Vec<Shared<T>>,
    known: Option<usize>,
    (part, own): (usize, &T),
    key: &str,
) {
    if let Some(shared) = known.and_then(|at| list.get_mut(at)) {
        shared.uses.push((part, own.clone()));
        return;
    }
    let mut free = key.to_owned();
    while list.iter().any(|shared| shared.key == free) {
        free = format!("{free}_{}", part + 1);
    }
    list.push(Shared {
        key: free,
        uses: vec![(part, own.clone())],
    });
}

fn choices(question: &Question) -> impl Iterator<Item = (&str, &str)> {
    let choices = question.options.iter();
    choices.map(|choice| (choice.id.as_str(), choice.label.as_str()))
}
