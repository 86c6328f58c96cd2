//! An application for a whole chain as somebody brings it to the counter, complete unless a test takes
//! something away: every question of the draft answered, every field filled in, every line settled.

use std::collections::BTreeMap;

use yichuang_app::{
    Desk,
    ipc::{
        AcceptCase, AddFile, ApiError, CaseDone, DraftRef, DraftView, FieldView, LineStatus,
        MaterialChoice, OpenChain, PersonInput, SaveDraft, ShowChain, SignedPaper,
    },
};

use super::{Counter, sample_id, sample_name};

const HUKOU: &str = "山东省滕州市龙阳镇样例村1号";
/// No form has so many conditions behind one another.
const ROUNDS: usize = 8;

/// An application for a chain.
#[derive(Debug, Clone)]
pub struct ChainApplication {
    code: String,
    /// Codes of the ticked matters; none for all.
    chosen: Option<Vec<String>>,
    answers: BTreeMap<String, String>,
    fields: BTreeMap<String, String>,
    pages: Vec<(String, Vec<u8>)>,
    left_out: Vec<String>,
    person: u32,
}

/// An application for the chain of this code, by the sample applicant.
#[must_use]
pub fn a_chain(code: &str) -> ChainApplication {
    ChainApplication {
        code: code.to_owned(),
        chosen: None,
        answers: BTreeMap::new(),
        fields: BTreeMap::new(),
        pages: Vec::new(),
        left_out: Vec::new(),
        person: 0,
    }
}

impl ChainApplication {
    /// Only these matters, and those they need.
    #[must_use]
    pub fn only(mut self, codes: &[&str]) -> Self {
        self.chosen = Some(codes.iter().map(ToString::to_string).collect());
        self
    }

    /// By the `n`-th sample person.
    #[must_use]
    pub fn by_number(mut self, n: u32) -> Self {
        self.person = n;
        self
    }

    /// With this answer to a question of the whole.
    #[must_use]
    pub fn answering(mut self, question: &str, choice: &str) -> Self {
        self.answers.insert(question.to_owned(), choice.to_owned());
        self
    }

    /// With this value in a field of the one form.
    #[must_use]
    pub fn with_field(mut self, key: &str, value: &str) -> Self {
        self.fields.insert(key.to_owned(), value.to_owned());
        self
    }

    /// With a page captured for a material.
    #[must_use]
    pub fn with_page(mut self, material: &str, text: &str) -> Self {
        let bytes = [b"\xff\xd8\xff\xe0".as_slice(), text.as_bytes()].concat();
        self.pages.push((material.to_owned(), bytes));
        self
    }

    /// Without a material that is asked for.
    #[must_use]
    pub fn without_material(mut self, material: &str) -> Self {
        self.left_out.push(material.to_owned());
        self
    }

    /// Types it into a draft and gives the draft as it stands then.
    ///
    /// # Panics
    /// When the draft is not taken.
    pub fn typed_at(&self, counter: &Counter) -> DraftView {
        self.typed_on(&counter.desk)
    }

    /// The same at a bare desk.
    ///
    /// # Panics
    /// When the draft is not taken.
    pub fn typed_on(&self, desk: &Desk) -> DraftView {
        let chosen = self.chosen.clone().unwrap_or_else(|| self.all(desk));
        let opened = desk.open_chain(OpenChain {
            code: self.code.clone(),
            chosen,
            answers: self.answers.clone(),
        });
        let mut view = opened.unwrap();
        view.content.applicant = Some(self.applicant());
        view = save(desk, view);
        view = self.answer(desk, view);
        view = self.fill_in(desk, view);
        self.settle(desk, &mut view);
        view.content.confirmed = true;
        view.content.step = 6;
        signed_on_paper(desk, view)
    }

    /// F9.
    ///
    /// # Errors
    /// Why it was not accepted.
    pub fn try_accept_at(&self, counter: &Counter) -> Result<CaseDone, ApiError> {
        let draft = self.typed_at(counter).id;
        counter.desk.accept_case(AcceptCase { draft })
    }

    /// F9 on an application that holds.
    ///
    /// # Panics
    /// When it is not accepted.
    pub fn accept_at(&self, counter: &Counter) -> CaseDone {
        self.try_accept_at(counter)
            .unwrap_or_else(|error| panic!("{}: {error:?}", self.code))
    }

    fn applicant(&self) -> PersonInput {
        PersonInput {
            name: sample_name(),
            id_kind: "citizen".to_owned(),
            id_number: sample_id(self.person),
            sex: String::new(),
            birth: String::new(),
            ethnicity: String::new(),
            address: HUKOU.to_owned(),
            phone: "13800000000".to_owned(),
            verified: "seen_by_clerk".to_owned(),
        }
    }

    fn all(&self, desk: &Desk) -> Vec<String> {
        let shown = desk.show_chain(ShowChain {
            code: self.code.clone(),
            chosen: None,
        });
        let matters = shown.unwrap().matters.into_iter();
        matters.map(|matter| matter.code).collect()
    }

    /// The usual answer to every open question: the first choice never ends a matter.
    fn answer(&self, desk: &Desk, mut view: DraftView) -> DraftView {
        for _ in 0..ROUNDS {
            let open = view.requirements.questions.iter();
            let open = open.filter(|question| question.asked && question.answer.is_none());
            let usual: Vec<_> = open
                .map(|question| (question.id.clone(), question.choices[0].id.clone()))
                .collect();
            if usual.is_empty() {
                return view;
            }
            view.content.answers.extend(usual);
            view = save(desk, view);
        }
        view
    }

    fn fill_in(&self, desk: &Desk, mut view: DraftView) -> DraftView {
        for _ in 0..ROUNDS {
            let mut filled: BTreeMap<String, String> = BTreeMap::new();
            for field in view.fields.iter().filter(|field| field.required) {
                if !view.content.form.contains_key(&field.key) {
                    filled.insert(field.key.clone(), self.usual_value(field));
                }
            }
            for (key, value) in &self.fields {
                if view.content.form.get(key) != Some(value) {
                    filled.insert(key.clone(), value.clone());
                }
            }
            if filled.is_empty() {
                return view;
            }
            view.content.form.extend(filled);
            view = save(desk, view);
        }
        view
    }

    fn usual_value(&self, field: &FieldView) -> String {
        match field.kind.as_str() {
            "text" | "multiline" if field.key == "applicant_name" => sample_name(),
            "address" => HUKOU.to_owned(),
            "idcard" => sample_id(self.person),
            "uscc" => "91350100M000100Y43".to_owned(),
            "phone" => "13800000000".to_owned(),
            "date" => "1946-01-10".to_owned(),
            "enum" | "several" => field.options[0].clone(),
            "money" => "1234.50".to_owned(),
            "month" => "2026-11".to_owned(),
            "int" | "quantity" => "3".to_owned(),
            "bankcard" => "6222 0000 0000 0000".to_owned(),
            "bool" => "false".to_owned(),
            _ => "样例".to_owned(),
        }
    }

    /// Every line that is not waived, settled the plainest way open to it, each page kept once.
    fn settle(&self, desk: &Desk, view: &mut DraftView) {
        for line in &view.requirements.lines {
            let pages = self.pages.iter().filter(|(id, _)| *id == line.material);
            let files: Vec<_> = pages
                .map(|(material, bytes)| {
                    let add = AddFile {
                        draft: Some(view.id.clone()),
                        number: None,
                        name: format!("{material}.jpg"),
                        media_type: "image/jpeg".to_owned(),
                    };
                    desk.add_file(add, bytes).unwrap()
                })
                .collect();
            let spared = matches!(line.status, LineStatus::Waived | LineStatus::Held);
            if (spared && files.is_empty()) || self.left_out.contains(&line.material) {
                continue;
            }
            let by_hand = |way: &&String| !["captured", "waived", "held"].contains(&way.as_str());
            let how = match files.is_empty() {
                true => line.ways.iter().find(by_hand).unwrap().clone(),
                false => "captured".to_owned(),
            };
            view.content.materials.push(MaterialChoice {
                material: line.material.clone(),
                how: Some(how),
                files,
                pages: Some(1),
                supply_by: None,
                note: None,
                certificate: None,
            });
        }
    }
}

/// Saves a draft and signs every paper that has to be signed then, on paper.
///
/// # Panics
/// When the draft is not taken.
#[must_use]
pub fn signed_on_paper(desk: &Desk, view: DraftView) -> DraftView {
    let mut view = save(desk, view);
    let papers = view.to_sign.iter().map(|paper| SignedPaper {
        document: paper.document.clone(),
        files: Vec::new(),
        how: "on_paper".to_owned(),
        content: String::new(),
    });
    view.content.signed = papers.collect();
    save(desk, view)
}

fn save(desk: &Desk, view: DraftView) -> DraftView {
    let saved = desk.save_draft(SaveDraft {
        id: view.id.clone(),
        content: view.content,
    });
    saved.unwrap()
}

/// A draft as it stands.
///
/// # Panics
/// When there is none.
#[must_use]
pub fn shown_draft(counter: &Counter, id: &str) -> DraftView {
    counter
        .desk
        .show_draft(DraftRef { id: id.to_owned() })
        .unwrap()
}
