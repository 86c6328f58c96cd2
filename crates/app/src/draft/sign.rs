//! The papers a resident signs for one application, and whether they are signed.
//!
//! Which: the application form always; a promise for every line that is promised or is itself a
//! 承诺书; the request to defer once something is deferred. A mandate is a material of its own.
//!
//! A signature is bound to what the paper said: to its newest printing, or to the application as
//! it stood when there was none. Where the paper says something else by now, it has to be signed
//! again.
//!
//! The application form may be left unsigned for a reason (跳过): what somebody asks for is on the
//! record without it. What they promise or ask to defer is not (国办发〔2020〕42号): there is no promise
//! and no request without a signature, so those papers are signed, or their material is handled
//! another way.

use yichuang_domain::{
    Answers, FieldProblem as Problem,
    case::{HandIn, skip_reason},
    matter::{MaterialForm, Matter},
    requirement::{Line, LineStatus},
};
use yichuang_store::PaperRow;
use yichuang_wire::{
    Hash,
    payload::{SignedPaper, SigningWay, UnsignedPaper},
};

use super::{content::file_ref, judge::Purpose};
use crate::{
    catalogue::CatalogueMatter,
    ipc::{DraftContent, SignView, SignedPaper as Given, UnsignedPaper as Left},
    paper::said_by,
};

/// The application form's document name.
pub(crate) const APPLICATION_FORM: &str = "application_form";
/// The request to defer's document name.
pub(crate) const DEFERRAL: &str = "deferral";
/// Before the material's id in the document name of a promise.
pub(crate) const PROMISE: &str = "promise.";
const APPLICATION_FORM_TITLE: &str = "申请表";
const DEFERRAL_TITLE: &str = "申请容缺受理承诺书";
/// More photographs than any paper has pages.
const MAX_PHOTOGRAPHS: usize = 50;

/// A paper to be signed.
pub(crate) struct ToSign {
    /// Document name.
    pub(crate) document: String,
    /// Title in Chinese.
    pub(crate) title: String,
    /// SHA-256 of what it says.
    pub(crate) content: Hash,
}

/// Whether papers of this name are signed by residents.
pub(crate) fn is_signed(document: &str) -> bool {
    [APPLICATION_FORM, DEFERRAL].contains(&document) || document.starts_with(PROMISE)
}

/// Whether a paper may be left unsigned for now.
fn is_skippable(document: &str) -> bool {
    document == APPLICATION_FORM
}

/// The papers to sign, as the choices stand.
pub(crate) fn to_sign(found: &CatalogueMatter, content: &DraftContent) -> Vec<ToSign> {
    let answers = Answers(content.answers.clone());
    let list = found.requirements(&answers, &[], false);
    let promises = list.lines.iter().filter_map(|line| {
        let title = promise_title(line, way(content, line))?;
        Some((format!("{PROMISE}{}", line.material), title))
    });
    let deferred = |line: &Line| way(content, line) == Some(HandIn::Deferred);
    let deferral = list
        .lines
        .iter()
        .any(deferred)
        .then(|| (DEFERRAL.to_owned(), DEFERRAL_TITLE.to_owned()));
    std::iter::once((
        APPLICATION_FORM.to_owned(),
        APPLICATION_FORM_TITLE.to_owned(),
    ))
    .chain(promises)
    .chain(deferral)
    .filter_map(|(document, title)| {
        let content = said_by(found, content, &document)?;
        Some(ToSign {
            document,
            title,
            content,
        })
    })
    .collect()
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
        Some(HandIn::Promised) => Some(promise_of(&line.name)),
        Some(HandIn::Deferred | HandIn::Waived | HandIn::Held | HandIn::NotApplicable) => None,
        _ if line.form == MaterialForm::Promise && !spared => Some(line.name.clone()),
        _ => None,
    }
}

fn promise_of(name: &str) -> String {
    format!("告知承诺书（{name}）")
}

/// The title of a paper residents sign for a matter; none when the matter has no such paper.
pub(crate) fn title(document: &str, matter: &Matter) -> Option<String> {
    match document {
        APPLICATION_FORM => Some(APPLICATION_FORM_TITLE.to_owned()),
        DEFERRAL => Some(DEFERRAL_TITLE.to_owned()),
        _ => {
            let material = matter.material(document.strip_prefix(PROMISE)?)?;
            Some(match material.form {
                MaterialForm::Promise => material.name.clone(),
                _ => promise_of(&material.name),
            })
        }
    }
}

/// What the newest printing of a document said; `printed` is oldest first.
fn last_printing(printed: &[PaperRow], document: &str) -> Option<Hash> {
    let mut newest_first = printed.iter().rev();
    newest_first.find_map(|row| row.content.filter(|_| row.document == document))
}

/// The papers as the interface shows them.
pub(crate) fn views(papers: &[ToSign], printed: &[PaperRow]) -> Vec<SignView> {
    let view = |paper: &ToSign| SignView {
        document: paper.document.clone(),
        title: paper.title.clone(),
        outdated: last_printing(printed, &paper.document)
            .is_some_and(|printed| printed != paper.content),
        skippable: is_skippable(&paper.document),
    };
    papers.iter().map(view).collect()
}

/// What a paper says as it stands.
fn stands(papers: &[ToSign], document: &str) -> Option<Hash> {
    let paper = papers.iter().find(|paper| paper.document == document);
    paper.map(|paper| paper.content)
}

/// Binds every new signature to what the resident had in hand: the newest printing, else the paper
/// as it stands.
pub(crate) fn bind(signed: &mut [Given], papers: &[ToSign], printed: &[PaperRow]) {
    for given in signed.iter_mut().filter(|given| given.content.is_empty()) {
        let in_hand =
            last_printing(printed, &given.document).or_else(|| stands(papers, &given.document));
        given.content = in_hand.map(|hash| hash.to_string()).unwrap_or_default();
    }
}

/// Binds every paper newly left unsigned to what it says as it stands: nobody had it in hand.
pub(crate) fn bind_unsigned(unsigned: &mut [Left], papers: &[ToSign]) {
    for left in unsigned.iter_mut().filter(|left| left.content.is_empty()) {
        let says = stands(papers, &left.document);
        left.content = says.map(|hash| hash.to_string()).unwrap_or_default();
    }
}

/// Signatures with the template each of their papers was printed by: the same words on a paper of
/// another template are not what was signed. `printed` is oldest first.
pub(crate) fn printed_by(signed: Vec<SignedPaper>, printed: &[PaperRow]) -> Vec<SignedPaper> {
    let with_template = |paper: SignedPaper| {
        let mut newest_first = printed.iter().rev();
        let had =
            newest_first.find(|row| row.document == paper.document && row.content == paper.content);
        SignedPaper {
            template: had.and_then(|row| row.template.clone()),
            ..paper
        }
    };
    signed.into_iter().map(with_template).collect()
}

/// What became of the papers of an application.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Signatures {
    pub(crate) signed: Vec<SignedPaper>,
    pub(crate) unsigned: Vec<UnsignedPaper>,
}

/// The signatures of `papers` and those left unsigned, and what is wrong with them: `unsigned` and
/// `changed` when accepting, `page_missing` for a photograph that is not there, `option`, `file`,
/// `too_many`; `skip_barred` for a paper that may not be left unsigned, `skip_reason`, `skip_words`.
/// What is about papers nobody asks for any more, or that say something else by now, is left out.
pub(crate) fn signatures(
    papers: &[ToSign],
    (given, left): (&[Given], &[Left]),
    purpose: Purpose,
) -> (Signatures, Vec<Problem>) {
    let mut problems = Vec::new();
    let mut found = Signatures::default();
    for paper in papers {
        let says = paper.content.to_string();
        let of_paper = given.iter().find(|one| one.document == paper.document);
        let left = left.iter().find(|one| one.document == paper.document);
        match (of_paper, left) {
            (Some(one), _) if one.content == says => {
                found.signed.extend(signature(paper, one, &mut problems));
            }
            (_, Some(one)) if one.content == says => {
                found.unsigned.extend(unsigned(paper, one, &mut problems));
            }
            _ if purpose == Purpose::Receive => {}
            (None, None) => problems.push(Problem::new(field(paper), "unsigned")),
            _ => problems.push(Problem::new(field(paper), "changed")),
        }
    }
    (found, problems)
}

fn unsigned(paper: &ToSign, left: &Left, problems: &mut Vec<Problem>) -> Option<UnsignedPaper> {
    if !is_skippable(&paper.document) {
        problems.push(Problem::new(field(paper), "skip_barred"));
        return None;
    }
    match skip_reason(&left.why, &left.words) {
        Ok((why, words)) => Some(UnsignedPaper {
            document: paper.document.clone(),
            title: paper.title.clone(),
            why,
            words,
            content: paper.content,
        }),
        Err(problem) => {
            problems.push(Problem::new(field(paper), problem.rule()));
            None
        }
    }
}

fn field(paper: &ToSign) -> String {
    format!("signed.{}", paper.document)
}

fn signature(paper: &ToSign, given: &Given, problems: &mut Vec<Problem>) -> Option<SignedPaper> {
    let field = field(paper);
    let Some(how) = SigningWay::from_key(&given.how) else {
        problems.push(Problem::new(field, "option"));
        return None;
    };
    let pictured = matches!(how, SigningWay::Photographed | SigningWay::OnScreen);
    if pictured && given.files.is_empty() {
        problems.push(Problem::new(&field, "page_missing"));
    }
    if given.files.len() > MAX_PHOTOGRAPHS {
        problems.push(Problem::new(&field, "too_many").with("max", MAX_PHOTOGRAPHS));
    }
    let files = given.files.iter();
    Some(SignedPaper {
        document: paper.document.clone(),
        title: paper.title.clone(),
        files: files
            .filter_map(|file| file_ref(&field, file, problems))
            .collect(),
        how,
        content: Some(paper.content),
        template: None,
    })
}
