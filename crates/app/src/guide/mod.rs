//! The guide and the exact list, on screen and on paper.

mod copies;
mod findings;
mod keep_finding;
mod list_guides;
mod place;
mod requirements;
mod view;

use yichuang_domain::{Answers, MatterCode, role::Act};
use yichuang_store::Reader;

use crate::{
    Desk,
    catalogue::{CatalogueMatter, in_force},
    clock::day,
    ipc::{ApiError, ErrorCode, GuideView, PaperInfo, PrintGuide, RequirementsView, ShowGuide},
    matter::{suspended, taken_here},
    paper::{Edition, GuideStyle, Paper},
    report::Outcome,
};

pub(crate) use findings::{Known, complete, findings};
pub(crate) use place::{Counter, counter, forwardable, places};
pub(crate) use requirements::{
    ending_view, form_words, not_needed, note_words, question_views, usual_answers,
    view as requirements_view,
};

impl Desk {
    /// The guide of a matter for a situation; what has not been answered is shown as usual.
    ///
    /// # Errors
    /// `MATTER-001` and `OPS-…`.
    pub fn show_guide(&self, input: ShowGuide) -> Outcome<GuideView> {
        self.allowed(Act::ReadGuide)?;
        self.store()?.read(|read| {
            let found = matter(read, &input.code)?;
            let answers = requirements::usual_answers(&found.questions, &Answers(input.answers));
            let edition = self.edition(read)?;
            let paper = self.guide_document(read, &found, &answers)?;
            let source = view::Source {
                version: edition.version,
                published_on: edition.published_on.to_string(),
                publisher: edition.publisher,
                compared_on: edition.compared_on.map(|day| day.to_string()),
                stale_days: edition.compared_on.map(|_| edition.unchecked_days),
                sample: found.reference.sample,
                qr_text: paper.qr_text(),
                counter: counter(read, &found.matter)?,
                here: taken_here(read, &found.matter.code)?,
                findings: findings(read, &found)?.iter().map(Known::view).collect(),
                copies: copies::copies(read, &found.matter)?,
                suspended: suspended(read, &found.matter, self.today())?,
            };
            Ok(view::view(&found, &answers, source))
        })
    }

    /// The requirement lines of a matter for a situation, as asked and no more.
    ///
    /// # Errors
    /// `MATTER-001`; `CASE-001` for a question or answer the matter does not have.
    pub fn list_requirements(&self, input: ShowGuide) -> Outcome<RequirementsView> {
        self.store()?.read(|read| {
            let found = matter(read, &input.code)?;
            let answers = Answers(input.answers);
            check_answers(&found, &answers)?;
            Ok(requirements::view(&found, &answers, &[], false))
        })
    }

    /// Makes the guide ready for paper.
    ///
    /// # Errors
    /// `MATTER-001`, `GUIDE-001` when it lacks a section, `PAPER-002`, `INPUT-001` for a style of no
    /// list, `OPS-…`.
    pub fn print_guide(&self, input: PrintGuide) -> Outcome<PaperInfo> {
        self.allowed(Act::Print)?;
        let code = code(&input.code)?;
        let answers = Answers(input.answers);
        self.store()?.read(|read| -> Outcome<()> {
            let found = matter(read, &input.code)?;
            check_answers(&found, &answers)?;
            complete(&found)
        })?;
        let style = GuideStyle::of_word(&input.style)
            .ok_or_else(|| ApiError::new(ErrorCode::InputShape).with("reason", "style"))?;
        self.make_paper(Paper::of_matter(code, answers, style))
    }

    /// Which edition of the catalogue is in force, and how old the last comparison is.
    pub(crate) fn edition(&self, read: &Reader<'_>) -> Outcome<Edition> {
        let pack = read
            .pack_in_force()?
            .ok_or_else(|| ApiError::new(ErrorCode::CatalogueEmpty))?;
        let compared_on = read
            .last_contact()?
            .and_then(|contact| contact.last_success)
            .map(day);
        let since = compared_on.unwrap_or_else(|| day(pack.installed_at));
        let unchecked = (self.today() - since).num_days();
        Ok(Edition {
            version: u32::try_from(pack.version).unwrap_or(u32::MAX),
            published_on: day(pack.published_at),
            publisher: pack.publisher,
            compared_on,
            unchecked_days: u32::try_from(unchecked).unwrap_or(0),
        })
    }
}

/// A code as typed.
pub(crate) fn code(text: &str) -> Outcome<MatterCode> {
    MatterCode::new(text.trim()).map_err(|_| ApiError::new(ErrorCode::MatterUnknown))
}

/// The matter of a code, as in force.
pub(crate) fn matter(read: &Reader<'_>, text: &str) -> Outcome<CatalogueMatter> {
    in_force(read, &code(text)?)
}

/// Refuses a question or answer the matter does not have.
pub(crate) fn check_answers(found: &CatalogueMatter, answers: &Answers) -> Outcome<()> {
    let wrong = answers.0.iter().filter_map(|(id, option)| {
        let rule = match found.questions.question(id) {
            None => "unknown_question",
            Some(question)
                if option != yichuang_domain::question::UNSURE
                    && question.option(option).is_none() =>
            {
                "unknown_option"
            }
            Some(_) => return None,
        };
        Some(crate::report::field_problem(&format!("answers.{id}"), rule))
    });
    let wrong: Vec<_> = wrong.collect();
    if wrong.is_empty() {
        Ok(())
    } else {
        Err(ApiError::invalid(wrong))
    }
}
