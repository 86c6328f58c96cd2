//! The sample catalogue as its files say, read once.

use std::sync::OnceLock;

use yichuang_domain::{
    Answers, Matter, QuestionSet, catalogue::elements, requirement::requirements,
};

use super::assets;

const MOST: usize = 10_000;

/// A matter of the sample catalogue with its questions.
#[derive(Debug, Clone)]
pub struct SampleMatter {
    /// The matter.
    pub matter: Matter,
    /// Its questions.
    pub questions: QuestionSet,
}

impl SampleMatter {
    /// The usual answers: the first choice of every question asked that does not end the matter.
    ///
    /// # Panics
    /// When every choice of a question ends the matter.
    #[must_use]
    pub fn usual_answers(&self, given: &Answers) -> Answers {
        let mut answers = given.clone();
        loop {
            let open = requirements(&self.matter, &self.questions, &answers, &[], false).next;
            let Some(id) = open.first() else {
                return answers;
            };
            let question = self.questions.question(id).unwrap();
            let choice = question
                .options
                .iter()
                .find(|choice| choice.ends.is_none())
                .unwrap();
            answers.0.insert(id.clone(), choice.id.clone());
        }
    }
}

/// Every matter of the sample catalogue.
///
/// # Panics
/// When the files cannot be read.
pub fn sample_matters() -> &'static [SampleMatter] {
    static MATTERS: OnceLock<Vec<SampleMatter>> = OnceLock::new();
    MATTERS.get_or_init(|| {
        let read = |name: &str| std::fs::read(assets().join("catalogue").join(name)).unwrap();
        let (matters, questions) = (read("matters.json"), read("questions.json"));
        let questions = elements(&questions, MOST).unwrap();
        let matters = elements(&matters, MOST).unwrap();
        matters
            .iter()
            .map(|json| with_questions(json, &questions))
            .collect()
    })
}

/// The matter with this code or name.
///
/// # Panics
/// When there is none.
pub(super) fn sample_matter(name: &str) -> &'static SampleMatter {
    let named = |sample: &&SampleMatter| sample.matter.code == *name || sample.matter.name == name;
    sample_matters()
        .iter()
        .find(named)
        .unwrap_or_else(|| panic!("no sample matter {name}"))
}

fn with_questions(json: &str, questions: &[&str]) -> SampleMatter {
    let matter = Matter::parse(json.as_bytes()).unwrap();
    let own = |element: &&&str| {
        let named: serde_json::Value = serde_json::from_str(element).unwrap();
        named["code"] == matter.code.as_str()
    };
    let questions = match questions.iter().find(own) {
        Some(element) => QuestionSet::parse(element.as_bytes(), &matter).unwrap(),
        None => QuestionSet {
            code: matter.code.clone(),
            questions: Vec::new(),
        },
    };
    SampleMatter { matter, questions }
}
