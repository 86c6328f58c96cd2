//! An application as somebody brings it to the counter, complete unless a test takes something away.

use std::{collections::BTreeMap, path::Path};

use serde_json::{Value, json};
use yichuang_app::ipc::{DraftContent, FileInfo, MaterialChoice, PersonInput, SignedPaper};
use yichuang_domain::{
    Answers,
    case::HandIn,
    matter::{FieldType, FillFrom, FormField, MaterialForm},
    requirement::{Line, LineStatus, options, requirements},
};

use super::sample::{SampleMatter, sample_matter};

const HUKOU: &str = "山东省滕州市龙阳镇样例村1号";
const WEIGHTS: [u32; 17] = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];

/// The sample applicant: a name with a character beyond the basic plane.
#[must_use]
pub fn sample_name() -> String {
    "样例人\u{20BB7}".to_owned()
}

/// A citizen's number that no person has: 滕州 in a region nobody is registered in as such, born in
/// the 1940s, valid by GB 11643. Different for every `n` below 20,000.
#[must_use]
pub fn sample_id(n: u32) -> String {
    let body = format!(
        "370481194{}{:02}{:02}{:03}",
        n / 9_000 % 10,
        1 + n / 900 % 10,
        10,
        n % 900 + 1
    );
    let sum: u32 = body
        .bytes()
        .zip(WEIGHTS)
        .map(|(digit, weight)| u32::from(digit - b'0') * weight)
        .sum();
    let check = ["1", "0", "X", "9", "8", "7", "6", "5", "4", "3", "2"][sum as usize % 11];
    format!("{body}{check}")
}

/// One page handed in for a material.
#[derive(Debug, Clone)]
struct Page {
    material: String,
    name: String,
    bytes: Vec<u8>,
}

/// An application being put together.
#[derive(Debug, Clone)]
pub struct Application {
    matter: &'static SampleMatter,
    name: String,
    id_number: String,
    answers: BTreeMap<String, String>,
    form: BTreeMap<String, Option<String>>,
    pages: Vec<Page>,
    left_out: Vec<String>,
}

/// An application for 高龄津贴 by the sample applicant.
#[must_use]
pub fn an_application() -> Application {
    Application {
        matter: sample_matter("高龄津贴申领"),
        name: sample_name(),
        id_number: sample_id(0),
        answers: BTreeMap::new(),
        form: BTreeMap::new(),
        pages: Vec::new(),
        left_out: Vec::new(),
    }
}

impl Application {
    /// For another matter, by code or name.
    #[must_use]
    pub fn for_matter(mut self, name: &str) -> Self {
        self.matter = sample_matter(name);
        self
    }

    /// By somebody else.
    #[must_use]
    pub fn by(mut self, name: &str, id_number: &str) -> Self {
        self.name = name.to_owned();
        self.id_number = id_number.to_owned();
        self
    }

    /// By the `n`th of many sample applicants.
    #[must_use]
    pub fn by_number(self, n: u32) -> Self {
        let name = format!("样例人{n}");
        self.by(&name, &sample_id(n))
    }

    /// With this answer to a question.
    #[must_use]
    pub fn answering(mut self, question: &str, choice: &str) -> Self {
        self.answers.insert(question.to_owned(), choice.to_owned());
        self
    }

    /// With this value in a field of the form.
    #[must_use]
    pub fn with_field(mut self, key: &str, value: &str) -> Self {
        self.form.insert(key.to_owned(), Some(value.to_owned()));
        self
    }

    /// With a field of the form left empty.
    #[must_use]
    pub fn without_field(mut self, key: &str) -> Self {
        self.form.insert(key.to_owned(), None);
        self
    }

    /// With a page captured for a material.
    #[must_use]
    pub fn with_page(mut self, material: &str, bytes: Vec<u8>) -> Self {
        let name = format!("{material}-{}.jpg", self.pages.len() + 1);
        self.pages.push(Page {
            material: material.to_owned(),
            name,
            bytes,
        });
        self
    }

    /// With `count` different pages of `size` bytes captured for a material.
    #[must_use]
    pub fn with_pages(self, material: &str, count: u32, size: usize) -> Self {
        let seed = self.id_number.clone();
        (0..count).fold(self, |all, n| {
            all.with_page(material, photograph(&format!("{seed} {n}"), size))
        })
    }

    /// Without a material that is asked for.
    #[must_use]
    pub fn without_material(mut self, material: &str) -> Self {
        self.left_out.push(material.to_owned());
        self
    }

    /// The matter's code.
    #[must_use]
    pub fn code(&self) -> &str {
        self.matter.matter.code.as_str()
    }

    /// The matter's name.
    #[must_use]
    pub fn matter_name(&self) -> &str {
        &self.matter.matter.name
    }

    /// The applicant's name.
    #[must_use]
    pub fn name(&self) -> &str {
        &self.name
    }

    /// The applicant's number.
    #[must_use]
    pub fn id_number(&self) -> &str {
        &self.id_number
    }

    /// The situation, complete.
    #[must_use]
    pub fn answers(&self) -> BTreeMap<String, String> {
        self.matter.usual_answers(&Answers(self.answers.clone())).0
    }

    /// Pages as (material, name, bytes).
    pub fn pages(&self) -> impl Iterator<Item = (&str, &str, &[u8])> {
        self.pages.iter().map(|page| {
            (
                page.material.as_str(),
                page.name.as_str(),
                page.bytes.as_slice(),
            )
        })
    }

    /// What the wizard would hold, with the pages stored as `kept` in the order of [`Self::pages`].
    #[must_use]
    pub fn content(&self, kept: &[FileInfo]) -> DraftContent {
        let settled = self.settled();
        let materials = settled.into_iter().map(|(material, how)| {
            let files = self
                .pages
                .iter()
                .zip(kept)
                .filter(|(page, _)| page.material == material);
            MaterialChoice {
                files: files.map(|(_, file)| file.clone()).collect(),
                how: Some(how.key().to_owned()),
                pages: Some(1),
                supply_by: None,
                certificate: None,
                note: None,
                material,
            }
        });
        DraftContent {
            step: 6,
            applicant: Some(self.applicant()),
            agent: None,
            credit: String::new(),
            answers: self.answers(),
            form: self.form_values(),
            materials: materials.collect(),
            confirmed: true,
            signed: self.signed(),
            unsigned: Vec::new(),
            moved: None,
            chain: None,
            slip: None,
            green_lane: None,
            characters: Vec::new(),
        }
    }

    /// The intake file with `decision`, its pages by name.
    #[must_use]
    pub fn intake_json(&self, decision: &Value) -> Value {
        let settled = self.settled();
        let materials = settled.into_iter().map(|(material, how)| {
            let files = self.pages.iter().filter(|page| page.material == material);
            let files: Vec<_> = files.map(|page| page.name.clone()).collect();
            json!({ "id": material, "how": how.key(), "pages": 1, "files": files })
        });
        json!({
            "matter": self.code(),
            "applicant": {
                "name": self.name,
                "id_number": self.id_number,
                "address": HUKOU,
                "phone": "13800000000",
            },
            "answers": self.answers(),
            "form": self.form_values(),
            "materials": materials.collect::<Vec<_>>(),
            "decision": decision,
        })
    }

    /// Writes the intake file and its pages into `folder`; gives the file's path.
    ///
    /// # Panics
    /// When the folder cannot be written.
    #[must_use]
    pub fn write_into(&self, folder: &Path, decision: &Value) -> std::path::PathBuf {
        std::fs::create_dir_all(folder).unwrap();
        for page in &self.pages {
            std::fs::write(folder.join(&page.name), &page.bytes).unwrap();
        }
        let file = folder.join("intake.json");
        std::fs::write(&file, self.intake_json(decision).to_string()).unwrap();
        file
    }

    fn applicant(&self) -> PersonInput {
        PersonInput {
            name: self.name.clone(),
            id_kind: "citizen".to_owned(),
            id_number: self.id_number.clone(),
            sex: String::new(),
            birth: String::new(),
            ethnicity: String::new(),
            address: HUKOU.to_owned(),
            phone: "13800000000".to_owned(),
            verified: "seen_by_clerk".to_owned(),
        }
    }

    /// Every paper that has to be signed, signed on paper.
    fn signed(&self) -> Vec<SignedPaper> {
        let answers = Answers(self.answers());
        let (matter, questions) = (&self.matter.matter, &self.matter.questions);
        let list = requirements(matter, questions, &answers, &[], false);
        let settled = self.settled();
        let promised = list.lines.iter().filter(|line| {
            let way = settled.iter().find(|(id, _)| line.material == **id);
            way.map_or(line.form == MaterialForm::Promise, |(_, how)| {
                *how == HandIn::Promised
                    || (line.form == MaterialForm::Promise && *how != HandIn::Deferred)
            })
        });
        let promises = promised.map(|line| format!("promise.{}", line.material));
        let deferral = settled
            .iter()
            .any(|(_, how)| *how == HandIn::Deferred)
            .then(|| "deferral".to_owned());
        std::iter::once("application_form".to_owned())
            .chain(promises)
            .chain(deferral)
            .map(|document| SignedPaper {
                document,
                files: Vec::new(),
                how: "on_paper".to_owned(),
                content: String::new(),
            })
            .collect()
    }

    /// Every line that is not waived, settled the plainest way open to it.
    fn settled(&self) -> Vec<(String, HandIn)> {
        let answers = Answers(self.answers());
        let list = requirements(
            &self.matter.matter,
            &self.matter.questions,
            &answers,
            &[],
            false,
        );
        let asked = list.lines.iter().filter(|line| {
            let paged = self
                .pages
                .iter()
                .any(|page| line.material == *page.material);
            let waived = matches!(line.status, LineStatus::Waived { .. });
            (paged || !waived) && !self.left_out.iter().any(|id| line.material == **id)
        });
        asked
            .map(|line| (line.material.to_string(), self.way(line)))
            .collect()
    }

    fn way(&self, line: &Line) -> HandIn {
        if self
            .pages
            .iter()
            .any(|page| line.material == *page.material)
        {
            return HandIn::Captured;
        }
        let by_hand =
            |way: &HandIn| !matches!(way, HandIn::Captured | HandIn::Waived | HandIn::Held);
        options(line)
            .into_iter()
            .find(by_hand)
            .expect("a way that needs no page")
    }

    fn form_values(&self) -> BTreeMap<String, String> {
        let asked = |field: &&FormField| field.required && field.fill_from != Some(FillFrom::Agent);
        let fields = self.matter.matter.form_fields.iter().filter(asked);
        let mut values: BTreeMap<_, _> = fields
            .map(|field| (field.key.clone(), self.usual_value(field)))
            .collect();
        for (key, value) in &self.form {
            match value {
                Some(value) => values.insert(key.clone(), value.clone()),
                None => values.remove(key),
            };
        }
        values
    }

    fn usual_value(&self, field: &FormField) -> String {
        match field.field_type {
            FieldType::Text if field.key == "applicant_name" => self.name.clone(),
            FieldType::Text | FieldType::Multiline => "样例".to_owned(),
            FieldType::Address => HUKOU.to_owned(),
            FieldType::IdCard => self.id_number.clone(),
            FieldType::Uscc => "91350100M000100Y43".to_owned(),
            FieldType::Phone => "13800000000".to_owned(),
            FieldType::Date => "1946-01-10".to_owned(),
            FieldType::Enum | FieldType::Several => {
                field.options.first().cloned().unwrap_or_default()
            }
            FieldType::Money => "1234.50".to_owned(),
            FieldType::Month => "2026-11".to_owned(),
            FieldType::Int | FieldType::Quantity => "3".to_owned(),
            FieldType::BankCard => "6222 0000 0000 0000".to_owned(),
            FieldType::Bool => "false".to_owned(),
        }
    }
}

/// Bytes that begin like a photograph and differ from those of any other seed.
fn photograph(seed: &str, size: usize) -> Vec<u8> {
    use sha2::{Digest as _, Sha256};
    let mut bytes = b"\xff\xd8\xff\xe0".to_vec();
    let mut block = Sha256::digest(seed.as_bytes());
    while bytes.len() < size {
        bytes.extend_from_slice(&block);
        block = Sha256::digest(block);
    }
    bytes.truncate(size.max(4));
    bytes
}
