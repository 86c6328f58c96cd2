//! `template`: what papers say as data, listed, checked and looked at before anybody prints by it.

use std::path::Path;

use yichuang_app::{Preview, check_template, list_templates, preview_template};

use crate::{
    arguments::TemplateVerb,
    run::{Outcome, lines, one, read_text, write_file},
};

pub(crate) fn template(assets: &Path, verb: &TemplateVerb) -> Outcome {
    match verb {
        TemplateVerb::List => Ok(lines(&list_templates(assets)?)),
        TemplateVerb::Check { file } => one(&check_template(file, read_text(file)?.as_bytes())?),
        TemplateVerb::Preview {
            document,
            profile,
            out,
        } => {
            let region = profile;
            let pdf = preview_template(assets, Preview { document, region })?;
            write_file(out, &pdf)?;
            one(&serde_json::json!({ "file": out, "bytes": pdf.len() }))
        }
    }
}
