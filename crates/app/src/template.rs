//! Looking after templates on the command line: what is there, whether a file can be used, what a
//! paper by it looks like. Needs no home; shows nobody's data.

use std::path::Path;

use serde::Serialize;
use yichuang_print::{
    FontSet, render,
    template::{Profile, Template, TemplateError, Templates},
};

use crate::{
    ipc::{ApiError, ErrorCode},
    report::Outcome,
};

/// A template or profile that can be used.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ListedTemplate {
    /// `template` or `profile`.
    pub kind: &'static str,
    /// The document, or the region's prefix.
    pub of: String,
    /// Its version.
    pub version: u32,
    /// Its name.
    pub name: String,
}

impl From<&Template> for ListedTemplate {
    fn from(one: &Template) -> Self {
        Self {
            kind: "template",
            of: one.document().to_owned(),
            version: one.version(),
            name: one.name().to_owned(),
        }
    }
}

impl From<&Profile> for ListedTemplate {
    fn from(one: &Profile) -> Self {
        Self {
            kind: "profile",
            of: one.id().to_owned(),
            version: one.version(),
            name: one.name().to_owned(),
        }
    }
}

/// What is previewed.
#[derive(Debug, Clone, Copy)]
pub struct Preview<'a> {
    /// The document, such as `receipt`, or one version of it, such as `receipt.1`.
    pub document: &'a str,
    /// The region whose profile it is dressed in; empty for no region's.
    pub region: &'a str,
}

/// Every template and profile of the program and of the assets folder.
///
/// # Errors
/// `PAPER-002` with the template's own code and what is wrong.
pub fn list_templates(assets: &Path) -> Outcome<Vec<ListedTemplate>> {
    let set = templates(assets)?;
    let templates = set.templates().map(ListedTemplate::from);
    let profiles = set.profiles().map(ListedTemplate::from);
    Ok(templates.chain(profiles).collect())
}

/// Checks a file that is to become a template or, in a folder `profiles`, a profile.
///
/// # Errors
/// `PAPER-002` with the template's own code and what is wrong.
pub fn check_template(file: &Path, bytes: &[u8]) -> Outcome<ListedTemplate> {
    let name = file.display().to_string();
    let is_profile = file
        .parent()
        .is_some_and(|folder| folder.ends_with("profiles"));
    let listed = if is_profile {
        Templates::read_profile(&name, bytes).map(|one| ListedTemplate::from(&one))
    } else {
        Templates::read(&name, bytes).map(|one| ListedTemplate::from(&one))
    };
    listed.map_err(|error| told(&error))
}

/// A paper of sample people, as PDF.
///
/// # Errors
/// `PAPER-002` with the template's own code and what is wrong, or when the fonts cannot serve.
pub fn preview_template(assets: &Path, preview: Preview<'_>) -> Outcome<Vec<u8>> {
    let set = templates(assets)?;
    let profile = set.profile(preview.region).map_err(|error| told(&error))?;
    let template = set.find(preview.document).map_err(|error| told(&error))?;
    let document = template.preview(profile).map_err(|error| told(&error))?;
    let failed = |reason: String| ApiError::new(ErrorCode::PaperFailed).with("reason", reason);
    let fonts = FontSet::load(&assets.join("fonts")).map_err(|error| failed(error.to_string()))?;
    let made = render(&document, &fonts).map_err(|error| failed(error.to_string()))?;
    Ok(made.bytes)
}

fn templates(assets: &Path) -> Outcome<std::sync::Arc<Templates>> {
    Templates::with_folder(&assets.join("templates")).map_err(|error| told(&error))
}

fn told(error: &TemplateError) -> ApiError {
    ApiError::new(ErrorCode::PaperFailed)
        .with("reason", error.code())
        .with("detail", error)
}
