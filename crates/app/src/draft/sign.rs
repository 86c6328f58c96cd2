//! The papers a resident signs for one application, and whether they are signed.
//!
//! Which: the application form always; a promise for every line that is promised or is itself a
//! 承诺书; the request to defer once something is deferred. A mandate is a material of its own.

use yichuang_domain::{
    Answers, FieldProblem as Problem,
    case::HandIn,
    matter::MaterialForm,
    requirement::{Line, LineStatus, requirements},
};
use yichuang_wire::payload::{SignedPaper, SigningWay};

use super::{content::file_ref, judge::Purpose};
use crate::{
    catalogue::CatalogueMatter,
    ipc::{DraftContent, SignView},
};

/// The application form's document name.
pub(crate) const APPLICATION_FORM: &str = "application_form";
/// The request to defer's document name.
pub(crate) const DEFERRAL: &str = "deferral";
/// Before the material's id in the document name of a promise.
pub(crate) const PROMISE: &str = "promise.";
/// More photographs than any paper has pages.
const MAX_PHOTOGRAPHS: usize = 50;

/// The papers to sign, as the choices stand.
pub(crate) fn to_sign(found: &CatalogueMatter, content: &DraftContent) -> Vec<SignView> {
    let answers = Answers(content.answers.clone());
    let list = requirements(&found.matter, &found.questions, &answers, &[], false);
    let mut papers = vec![view(APPLICATION_FORM.to_owned(), "申请表".to_owned())];
    for line in &list.lines {
        papers.extend(
            promise_title(line, way(content, line))
                .map(|title| view(format!("{PROMISE}{}", line.material), title)),
        );
    }
    let deferred = |line: &Line| way(content, line) == Some(HandIn::Deferred);
    if list.lines.iter().any(deferred) {
        papers.push(view(DEFERRAL.to_owned(), "申请容缺受理承诺书".to_owned()));
    }
    papers
}

fn view(document: String, title: String) -> SignView {
    SignView { document, title }
}

/// How a line is settled in a draft.
pub(crate) fn way(content: &DraftContent, line: &Line) -> Option<HandIn> {
    let choice = content
        .materials
        .iter()
        .find(|choice| line.material == *choice.material)?;
    HandIn::from_key(choice.how.as_deref()?)
}

fn promise_title(line: &Line, way: Option<HandIn>) -> Option<String> {
    let spared = matches!(
        line.status,
        LineStatus::Waived { .. } | LineStatus::Held { .. }
    );
    match way {
        Some(HandIn::Promised) => Some(format!("告知承诺书（{}）", line.name)),
        Some(HandIn::Deferred | HandIn::Waived | HandIn::Held | HandIn::NotApplicable) => None,
        _ if line.form == MaterialForm::Promise && !spared => Some(line.name.clone()),
        _ => None,
    }
}

/// The signatures of `papers`, and what is wrong with them: `unsigned` when accepting,
/// `page_missing` for a photograph that is not there, `option`, `file`, `too_many`. Signatures of
/// papers nobody asks for any more are left out.
pub(super) fn signatures(
    papers: &[SignView],
    content: &DraftContent,
    purpose: Purpose,
) -> (Vec<SignedPaper>, Vec<Problem>) {
    let mut problems = Vec::new();
    let mut signed = Vec::new();
    for paper in papers {
        let field = format!("signed.{}", paper.document);
        let given = content
            .signed
            .iter()
            .find(|given| given.document == paper.document);
        let Some(given) = given else {
            if purpose == Purpose::Accept {
                problems.push(Problem::new(field, "unsigned"));
            }
            continue;
        };
        let Some(how) = SigningWay::from_key(&given.how) else {
            problems.push(Problem::new(field, "option"));
            continue;
        };
        if how == SigningWay::Photographed && given.files.is_empty() {
            problems.push(Problem::new(&field, "page_missing"));
        }
        if given.files.len() > MAX_PHOTOGRAPHS {
            problems.push(Problem::new(&field, "too_many").with("max", MAX_PHOTOGRAPHS));
        }
        signed.push(SignedPaper {
            document: paper.document.clone(),
            title: paper.title.clone(),
            files: given
                .files
                .iter()
                .filter_map(|file| file_ref(&field, file, &mut problems))
                .collect(),
            how,
        });
    }
    (signed, problems)
}
