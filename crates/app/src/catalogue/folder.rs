//! Reading a folder or file in the catalogue's format, each matter all or nothing.
//!
//! A matter that does not hold, or whose questions or sayings do not, is refused with its reasons;
//! the others are taken. The exact bytes of each element are kept: cases pin their digest.

use std::{collections::BTreeMap, fs::File, io::Read as _, path::Path};

use serde::Deserialize;
use yichuang_domain::{
    Calendar, Matter, QuestionSet,
    alias::AliasSet,
    catalogue::{CatalogueProblem, MAX_ARRAY_BYTES, elements},
    chain::Chain,
    point::Point,
    proof::Proofs,
    region::Region,
};
use yichuang_store::single_item_code;
use yichuang_wire::PackKind;

use crate::{
    ipc::{ApiError, ErrorCode, RefusedItem},
    report::Outcome,
};

/// More elements than any province has.
const MAX_ELEMENTS: usize = 20_000;
const MAX_CODE: usize = 60;

/// Items as a pack publishes them: kind, code, exact bytes.
pub(super) type PackContent = Vec<(PackKind, String, Vec<u8>)>;

/// What was found good, and what was refused.
#[derive(Default)]
pub(super) struct Gathered {
    content: BTreeMap<(PackKind, String), Vec<u8>>,
    parsed: BTreeMap<String, Matter>,
    refused: BTreeMap<String, Vec<String>>,
}

impl Gathered {
    /// Reads a folder of catalogue files, or one file of matters.
    pub(super) fn from_path(path: &Path) -> Outcome<Self> {
        let mut gathered = Self::default();
        if !path.is_dir() {
            gathered.matters_of(&read(path)?)?;
            return Ok(gathered);
        }
        let files = Files(path);
        gathered.matters_of(&files.required("matters.json")?)?;
        files.each("questions.json", |bytes| {
            gathered.beside(PackKind::Questions, bytes)
        })?;
        files.each("aliases.json", |bytes| {
            gathered.beside(PackKind::Aliases, bytes)
        })?;
        files.each("chains.json", |bytes| gathered.chains(bytes))?;
        files.each("proofs.json", |bytes| {
            gathered.single(PackKind::Proofs, bytes, |b| Proofs::parse(b).map(drop))
        })?;
        files.each("regions.json", |bytes| {
            gathered.single(PackKind::Regions, bytes, |b| Region::parse_all(b).map(drop))
        })?;
        files.each("service_points.json", |bytes| {
            gathered.single(PackKind::Points, bytes, |b| Point::parse_all(b).map(drop))
        })?;
        files.each("holidays.json", |bytes| {
            gathered.single(PackKind::Calendar, bytes, |b| {
                Calendar::parse(b).map(drop).map_err(|p| vec![p])
            })
        })?;
        Ok(gathered)
    }

    /// Matters found good.
    pub(super) fn matters(&self) -> u32 {
        u32::try_from(self.parsed.len()).unwrap_or(u32::MAX)
    }

    /// The items to publish, and what was refused.
    pub(super) fn into_parts(self) -> (PackContent, Vec<RefusedItem>) {
        let content = self
            .content
            .into_iter()
            .map(|((kind, code), bytes)| (kind, code, bytes))
            .collect();
        let refused = self
            .refused
            .into_iter()
            .map(|(code, reasons)| RefusedItem { code, reasons })
            .collect();
        (content, refused)
    }

    fn matters_of(&mut self, json: &[u8]) -> Outcome<()> {
        for (place, element) in elements(json, MAX_ELEMENTS)
            .map_err(|p| unreadable(&p))?
            .into_iter()
            .enumerate()
        {
            let name = code_of(element).unwrap_or_else(|| format!("matters[{place}]"));
            match Matter::parse(element.as_bytes()) {
                Ok(matter) if self.parsed.contains_key(matter.code.as_str()) => {
                    self.refused
                        .entry(name)
                        .or_default()
                        .push("CAT-007 code: 同一编码出现两次".to_owned());
                }
                Ok(matter) => {
                    let code = matter.code.to_string();
                    self.content.insert(
                        (PackKind::Matter, code.clone()),
                        element.as_bytes().to_vec(),
                    );
                    self.parsed.insert(code, matter);
                }
                Err(problems) => self.refuse(&name, &problems),
            }
        }
        Ok(())
    }

    /// Questions or sayings, which stand or fall with their matter.
    fn beside(&mut self, kind: PackKind, json: &[u8]) -> Outcome<()> {
        for element in elements(json, MAX_ELEMENTS).map_err(|p| unreadable(&p))? {
            let Some(code) = code_of(element) else {
                continue;
            };
            let Some(matter) = self.parsed.get(&code) else {
                continue;
            };
            let parsed = match kind {
                PackKind::Questions => QuestionSet::parse(element.as_bytes(), matter).map(drop),
                _ => AliasSet::parse(element.as_bytes()).map(drop),
            };
            match parsed {
                Ok(()) => {
                    self.content
                        .insert((kind, code), element.as_bytes().to_vec());
                }
                Err(problems) => self.refuse(&code, &problems),
            }
        }
        Ok(())
    }

    fn chains(&mut self, json: &[u8]) -> Outcome<()> {
        for (place, element) in elements(json, MAX_ELEMENTS)
            .map_err(|p| unreadable(&p))?
            .into_iter()
            .enumerate()
        {
            let name = code_of(element).unwrap_or_else(|| format!("chains[{place}]"));
            match Chain::parse(element.as_bytes()) {
                Ok(_) => {
                    self.content
                        .insert((PackKind::Chain, name), element.as_bytes().to_vec());
                }
                Err(problems) => self.refuse(&name, &problems),
            }
        }
        Ok(())
    }

    fn single(
        &mut self,
        kind: PackKind,
        json: &[u8],
        parse: impl FnOnce(&[u8]) -> Result<(), Vec<CatalogueProblem>>,
    ) -> Outcome<()> {
        let code = single_item_code(kind).to_owned();
        match parse(json) {
            Ok(()) => {
                self.content.insert((kind, code), json.to_vec());
            }
            Err(problems) => self.refuse(&code, &problems),
        }
        Ok(())
    }

    /// Refuses a matter with everything that belongs to it.
    fn refuse(&mut self, code: &str, problems: &[CatalogueProblem]) {
        for kind in [PackKind::Matter, PackKind::Questions, PackKind::Aliases] {
            self.content.remove(&(kind, code.to_owned()));
        }
        self.parsed.remove(code);
        let reasons = problems.iter().map(ToString::to_string);
        self.refused
            .entry(code.to_owned())
            .or_default()
            .extend(reasons);
    }
}

/// The files of one folder.
struct Files<'a>(&'a Path);

impl Files<'_> {
    fn required(&self, name: &str) -> Outcome<Vec<u8>> {
        read(&self.0.join(name))
    }

    /// An absent file is nothing to take in; one that cannot be read is an error.
    fn each(&self, name: &str, take: impl FnOnce(&[u8]) -> Outcome<()>) -> Outcome<()> {
        let path = self.0.join(name);
        if path.exists() {
            take(&read(&path)?)
        } else {
            Ok(())
        }
    }
}

fn read(path: &Path) -> Outcome<Vec<u8>> {
    let name = path
        .file_name()
        .map(|n| n.to_string_lossy().into_owned())
        .unwrap_or_default();
    let refused = |reason: &str| {
        ApiError::new(ErrorCode::CatalogueFile)
            .with("reason", reason)
            .with("file", &name)
    };
    let mut bytes = Vec::new();
    let file = File::open(path).map_err(|_| refused("unreadable"))?;
    file.take(MAX_ARRAY_BYTES as u64 + 1)
        .read_to_end(&mut bytes)
        .map_err(|_| refused("unreadable"))?;
    if bytes.len() > MAX_ARRAY_BYTES {
        Err(refused("too_large"))
    } else {
        Ok(bytes)
    }
}

fn unreadable(problem: &CatalogueProblem) -> ApiError {
    ApiError::new(ErrorCode::CatalogueFile).with("reason", problem)
}

/// The code an element gives itself, for naming it even when nothing else of it holds.
fn code_of(element: &str) -> Option<String> {
    #[derive(Deserialize)]
    struct Named {
        code: String,
    }
    let named: Named = serde_json::from_str(element).ok()?;
    let code: String = named
        .code
        .chars()
        .filter(char::is_ascii_graphic)
        .take(MAX_CODE)
        .collect();
    (!code.is_empty()).then_some(code)
}
