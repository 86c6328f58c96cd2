//! Every version of every template and profile, and which one a paper is made by.

use std::{
    collections::BTreeMap,
    fs,
    io::Read as _,
    path::Path,
    sync::{Arc, OnceLock},
};

use super::{
    compose, error::TemplateError, form::Template, profile::Profile, range, shipped, value::Trouble,
};
use crate::documents;

/// Most bytes of one file.
const MOST_BYTES: u64 = 64 * 1024;
/// Most files of one folder.
const MOST_FILES: usize = 512;
/// What lies beside templates and is none.
const SCHEMAS: [&str; 2] = ["schema.json", "profile-schema.json"];

/// Templates and profiles by name and version.
#[derive(Debug, Clone, Default)]
pub struct Templates {
    templates: BTreeMap<(String, u32), Arc<Template>>,
    profiles: BTreeMap<(String, u32), Arc<Profile>>,
}

impl Templates {
    /// The templates and profiles of this program, read once.
    ///
    /// # Errors
    /// When one of them cannot be used; a test holds that none is so.
    pub fn shipped() -> Result<Arc<Self>, TemplateError> {
        static SHIPPED: OnceLock<Result<Arc<Templates>, TemplateError>> = OnceLock::new();
        let read = || {
            let mut set = Self::default();
            for (file, text) in shipped::PROFILES {
                set.add_profile(file, text.as_bytes())?;
            }
            for (file, text) in shipped::TEMPLATES {
                set.add(file, text.as_bytes())?;
            }
            set.pins_are_kept()?;
            Ok(Arc::new(set))
        };
        SHIPPED.get_or_init(read).clone()
    }

    /// The shipped ones and those of a folder beside them: `*.json`, and `profiles/*.json`. A folder
    /// that is not there adds nothing.
    ///
    /// # Errors
    /// When a file cannot be read or used, or says something else than a version that is kept.
    pub fn with_folder(folder: &Path) -> Result<Arc<Self>, TemplateError> {
        let shipped = Self::shipped()?;
        let mut set = (*shipped).clone();
        for (file, bytes) in files(folder)? {
            set.add(&file, &bytes)?;
        }
        for (file, bytes) in files(&folder.join("profiles"))? {
            set.add_profile(&file, &bytes)?;
        }
        set.pins_are_kept()?;
        Ok(Arc::new(set))
    }

    /// Reads one template and checks it against the fields of its document.
    ///
    /// # Errors
    /// When it cannot be used, with the first thing that is wrong.
    pub fn read(file: &str, bytes: &[u8]) -> Result<Template, TemplateError> {
        let template: Template = parsed(file, bytes)?;
        if template.version == 0 || template.copies.len() > 6 {
            return Err(form(file, "version is from 1, copies are at most 6"));
        }
        range::check(&template, file)?;
        let kind = documents::kind(&template.document).ok_or_else(|| TemplateError::Document {
            file: file.to_owned(),
            document: template.document.clone(),
        })?;
        let (imprint, values) = kind
            .sample()
            .map_err(|error| form(&format!("samples/{}.json", template.document), error))?;
        match compose::check(&template, &values, &imprint) {
            Some(trouble) => Err(troubled(file, &template.document, trouble)),
            None => Ok(template),
        }
    }

    /// Reads one profile.
    ///
    /// # Errors
    /// When it cannot be used, with the first thing that is wrong.
    pub fn read_profile(file: &str, bytes: &[u8]) -> Result<Profile, TemplateError> {
        let profile: Profile = parsed(file, bytes)?;
        let digits = profile.region.bytes().all(|byte| byte.is_ascii_digit());
        if profile.version == 0 || !digits || profile.region.len() > 12 {
            let reason = "version is from 1, region is at most 12 digits";
            return Err(form(file, reason));
        }
        if let Some(unknown) = profile
            .documents
            .keys()
            .find(|document| documents::kind(document).is_none())
        {
            return Err(TemplateError::Document {
                file: file.to_owned(),
                document: unknown.clone(),
            });
        }
        match profile.trouble() {
            Some(trouble) => Err(troubled(file, "number", trouble)),
            None => Ok(profile),
        }
    }

    fn add(&mut self, file: &str, bytes: &[u8]) -> Result<(), TemplateError> {
        let template = Self::read(file, bytes)?;
        let key = (template.document.clone(), template.version);
        match self.templates.get(&key) {
            Some(kept) if **kept == template => Ok(()),
            Some(_) => Err(rewritten(file, &key)),
            None => {
                self.templates.insert(key, Arc::new(template));
                Ok(())
            }
        }
    }

    fn add_profile(&mut self, file: &str, bytes: &[u8]) -> Result<(), TemplateError> {
        let profile = Self::read_profile(file, bytes)?;
        let key = (profile.id().to_owned(), profile.version);
        match self.profiles.get(&key) {
            Some(kept) if **kept == profile => Ok(()),
            Some(_) => Err(rewritten(file, &key)),
            None => {
                self.profiles.insert(key, Arc::new(profile));
                Ok(())
            }
        }
    }

    /// A version a profile asks for has to be there when a paper is made.
    fn pins_are_kept(&self) -> Result<(), TemplateError> {
        for profile in self.profiles.values() {
            for (document, changes) in &profile.documents {
                if let Some(version) = changes.version {
                    self.template(document, version)?;
                }
            }
        }
        Ok(())
    }

    /// The newest template of a document, or the version asked for, as in `receipt.1`.
    ///
    /// # Errors
    /// When it is not kept.
    pub fn find(&self, asked: &str) -> Result<&Template, TemplateError> {
        let version = asked
            .rsplit_once('.')
            .and_then(|(document, version)| Some((document, version.parse().ok()?)));
        let gone = || TemplateError::Missing {
            reference: asked.to_owned(),
        };
        match version {
            Some((document, version)) => self.template(document, version).map(|one| &**one),
            None => self
                .versions(asked)
                .last()
                .map(|one| &**one)
                .ok_or_else(gone),
        }
    }

    fn template(&self, document: &str, version: u32) -> Result<&Arc<Template>, TemplateError> {
        let key = (document.to_owned(), version);
        self.templates.get(&key).ok_or_else(|| missing(&key))
    }

    /// The profile of `region` (a region code): the one with the longest prefix, in its newest
    /// version.
    ///
    /// # Errors
    /// When there is not even one for every place.
    pub fn profile(&self, region: &str) -> Result<&Arc<Profile>, TemplateError> {
        self.profiles
            .values()
            .filter(|profile| profile.is_for(region))
            .max_by_key(|profile| (profile.region.len(), profile.version))
            .ok_or_else(|| missing(&("default".to_owned(), 1)))
    }

    /// What a first printing at `region` is made by: the newest version, or the one its profile asks
    /// for.
    pub(super) fn newest(&self, document: &str, region: &str) -> Result<Chosen, TemplateError> {
        let profile = self.profile(region)?;
        let asked = profile
            .changes(document)
            .and_then(|changes| changes.version);
        let template = match asked {
            Some(version) => self.template(document, version)?,
            None => self
                .versions(document)
                .last()
                .ok_or_else(|| missing(&(document.to_owned(), 1)))?,
        };
        Ok(Chosen::of(template, profile))
    }

    /// What a paper was made by, as it was recorded.
    pub(super) fn recorded(&self, reference: &str) -> Result<Chosen, TemplateError> {
        let gone = || TemplateError::Missing {
            reference: reference.to_owned(),
        };
        let named = |text: &str| {
            let (name, version) = text.rsplit_once('.')?;
            Some((name.to_owned(), version.parse::<u32>().ok()?))
        };
        let (template, profile) = reference.split_once('@').ok_or_else(gone)?;
        let template = named(template).and_then(|key| self.templates.get(&key));
        let profile = named(profile).and_then(|key| self.profiles.get(&key));
        let (template, profile) = template.zip(profile).ok_or_else(gone)?;
        Ok(Chosen::of(template, profile))
    }

    /// What papers were made by before their template was recorded: the oldest that is kept, as
    /// everywhere.
    pub(super) fn oldest(&self, document: &str) -> Result<Chosen, TemplateError> {
        let gone = || missing(&(document.to_owned(), 1));
        let template = self.versions(document).next().ok_or_else(gone)?;
        let profile = self.profiles.values().find(|profile| profile.is_default());
        Ok(Chosen::of(template, profile.ok_or_else(gone)?))
    }

    /// Every template, by document and version.
    pub fn templates(&self) -> impl Iterator<Item = &Template> {
        self.templates.values().map(|template| &**template)
    }

    /// Every profile, by region and version.
    pub fn profiles(&self) -> impl Iterator<Item = &Profile> {
        self.profiles.values().map(|profile| &**profile)
    }

    fn versions<'a>(&'a self, document: &str) -> impl Iterator<Item = &'a Arc<Template>> {
        let ours = self
            .templates
            .iter()
            .filter(move |(key, _)| key.0 == document);
        ours.map(|(_, template)| template)
    }
}

/// A template with a profile.
#[derive(Debug)]
pub(super) struct Chosen {
    pub(super) template: Arc<Template>,
    pub(super) profile: Arc<Profile>,
}

impl Chosen {
    fn of(template: &Arc<Template>, profile: &Arc<Profile>) -> Self {
        Self {
            template: Arc::clone(template),
            profile: Arc::clone(profile),
        }
    }

    /// Template and profile with their versions, such as `receipt.1@default.1`.
    pub(super) fn reference(&self) -> String {
        let (template, profile) = (&self.template, &self.profile);
        format!(
            "{}.{}@{}.{}",
            template.document,
            template.version,
            profile.id(),
            profile.version
        )
    }
}

fn parsed<T: serde::de::DeserializeOwned>(file: &str, bytes: &[u8]) -> Result<T, TemplateError> {
    if bytes.len() as u64 > MOST_BYTES {
        return Err(TemplateError::TooLarge {
            file: file.to_owned(),
        });
    }
    let mut from = serde_json::Deserializer::from_slice(bytes);
    let read = serde_path_to_error::deserialize(&mut from).map_err(|error| form(file, error))?;
    from.end().map_err(|error| form(file, error))?;
    Ok(read)
}

/// The files of a folder in the order of their names, schemas left out.
fn files(folder: &Path) -> Result<Vec<(String, Vec<u8>)>, TemplateError> {
    let name = |path: &Path| path.display().to_string();
    let unreadable = |path: &Path, error: std::io::Error| TemplateError::Unreadable {
        file: name(path),
        reason: error.to_string(),
    };
    let listed = match fs::read_dir(folder) {
        Ok(listed) => listed,
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => return Ok(Vec::new()),
        Err(error) => return Err(unreadable(folder, error)),
    };
    let mut paths = Vec::new();
    for entry in listed {
        let path = entry.map_err(|error| unreadable(folder, error))?.path();
        let called = path.file_name().and_then(|name| name.to_str());
        let schema = called.is_some_and(|name| SCHEMAS.contains(&name));
        if path.extension().is_some_and(|ext| ext == "json") && path.is_file() && !schema {
            paths.push(path);
        }
    }
    if paths.len() > MOST_FILES {
        return Err(TemplateError::TooLarge { file: name(folder) });
    }
    paths.sort();
    let read = |path: &Path| -> Result<_, TemplateError> {
        let mut bytes = Vec::new();
        let opened = fs::File::open(path).map_err(|error| unreadable(path, error))?;
        opened
            .take(MOST_BYTES + 1)
            .read_to_end(&mut bytes)
            .map_err(|error| unreadable(path, error))?;
        Ok((name(path), bytes))
    };
    paths.iter().map(|path| read(path)).collect()
}

fn form(file: &str, reason: impl std::fmt::Display) -> TemplateError {
    TemplateError::Form {
        file: file.to_owned(),
        reason: reason.to_string(),
    }
}

fn missing((name, version): &(String, u32)) -> TemplateError {
    TemplateError::Missing {
        reference: format!("{name}.{version}"),
    }
}

fn rewritten(file: &str, (name, version): &(String, u32)) -> TemplateError {
    TemplateError::Rewritten {
        file: file.to_owned(),
        reference: format!("{name}.{version}"),
    }
}

fn troubled(file: &str, document: &str, trouble: Trouble) -> TemplateError {
    let (file, document) = (file.to_owned(), document.to_owned());
    match trouble {
        Trouble::Field(field) => TemplateError::Field {
            file,
            document,
            field,
        },
        Trouble::Filter(field) => TemplateError::Filter { file, field },
    }
}
