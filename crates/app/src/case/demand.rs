//! 疑似超清单要求: what the published list does not have cannot be demanded. The act is refused and
//! changes nothing; the attempt itself is written down for whoever answers for the point.

use yichuang_domain::{
    CaseId, CorrectionItem, DraftId, Matter, MatterCode, alias::said, role::Act, text::fold,
};
use yichuang_store::Reader;
use yichuang_wire::payload::OffListDemand;

use super::{
    ask_correction::one_of_two,
    done::{find, parse_number},
};
use crate::{
    Desk,
    catalogue::{in_force, pinned},
    desk::Operator,
    draft::{Draft, sign},
    ipc::{
        ApiError, ChangedKind, CheckDemand, CorrectionLine, DemandAnswer, ErrorCode, FieldProblem,
    },
    report::{Outcome, field_problem},
};

/// Characters kept of a demand, as the journal promises.
const LONGEST_KEPT: usize = 200;
/// Characters of what a clerk asks about.
const LONGEST_ASKED: usize = 60;
/// The rule a material breaks that the matter does not have.
const NOT_ON_LIST: &str = "material_not_on_list";

/// What a demand is made about: the list it is measured by, and the case once there is one.
pub(super) struct Subject {
    pub(super) matter: Matter,
    pub(super) case: Option<CaseId>,
}

impl Subject {
    /// The matter of a draft as in force, or of a case as it was taken in.
    ///
    /// # Errors
    /// `INPUT-001` unless exactly one is named, `DRAFT-001`, `CASE-002`, `MATTER-001`.
    pub(super) fn of(
        read: &Reader<'_>,
        operator: &Operator,
        draft: Option<&str>,
        number: Option<&str>,
    ) -> Outcome<Self> {
        match (draft, number) {
            (Some(draft), None) => {
                let draft = Draft::load(read, Draft::id(draft)?, operator)?;
                let matter = draft.in_force(read)?.matter;
                Ok(Self { matter, case: None })
            }
            (None, Some(number)) => {
                let row = find(read, &parse_number(number)?)?;
                let matter = match pinned(read, &row)? {
                    Some(matter) => matter,
                    None => in_force(read, &row.matter_code)?.matter,
                };
                let case = Some(row.id);
                Ok(Self { matter, case })
            }
            _ => Err(one_of_two()),
        }
    }
}

impl Subject {
    /// One matter of a draft of a chain, as it is handled.
    ///
    /// # Errors
    /// `DRAFT-001`; `CASE-001` when the draft has no such matter.
    pub(super) fn of_matter(
        read: &Reader<'_>,
        operator: &Operator,
        draft: &str,
        code: &MatterCode,
    ) -> Outcome<Self> {
        let none = || ApiError::invalid(vec![field_problem("apart", "option")]);
        let draft = Draft::load(read, Draft::id(draft)?, operator)?;
        let chain = draft.in_force(read)?.chain.ok_or_else(none)?;
        let mut children = chain.children().into_iter();
        let child = children.find(|child| child.found.matter.code == *code);
        let matter = child.ok_or_else(none)?.found.matter;
        Ok(Self { matter, case: None })
    }
}

impl Desk {
    /// Says whether the list has something a clerk would like to ask for. What it does not have is
    /// written down, and nothing else happens.
    ///
    /// # Errors
    /// `CASE-001` for a text that is too short or long or holds what may be a personal number,
    /// those of naming a draft or a case, `OPS-…`.
    pub fn check_demand(&self, input: CheckDemand) -> Outcome<DemandAnswer> {
        let operator = self.allowed(Act::AskCorrection)?;
        let text = said(&input.text, LONGEST_ASKED)
            .map_err(|why| ApiError::invalid(vec![field_problem("text", why.rule())]))?;
        let (draft, number) = (input.draft.as_deref(), input.number.as_deref());
        let subject = self
            .store()?
            .read(|read| Subject::of(read, &operator, draft, number))?;
        if let Some((material, name)) = like_on_list(&subject.matter, &text) {
            let material = Some(material);
            return Ok(DemandAnswer { material, name });
        }
        let (matter, case) = (&subject.matter.code, subject.case);
        self.write_demands(&operator, matter, case, std::slice::from_ref(&text))?;
        Ok(DemandAnswer {
            material: None,
            name: text,
        })
    }

    /// The lines of a notice with the catalogue's names and bases. One that is about nothing on the
    /// list is refused, and the attempt written down.
    ///
    /// # Errors
    /// `CASE-007` with every line that is not on the list, those of the store.
    pub(super) fn listed_items(
        &self,
        operator: &Operator,
        subject: &Subject,
        lines: &[CorrectionLine],
    ) -> Outcome<Vec<CorrectionItem>> {
        let found = lines.iter().map(|line| item(line, &subject.matter));
        let found: Vec<Option<CorrectionItem>> = found.collect();
        let off_list = |(at, _): &(usize, &CorrectionLine)| found[*at].is_none();
        let demanded: Vec<_> = lines.iter().enumerate().filter(off_list).collect();
        if demanded.is_empty() {
            return Ok(found.into_iter().flatten().collect());
        }
        let words = demanded.iter().map(|(_, line)| line.material.clone());
        let words: Vec<String> = words.collect();
        self.write_demands(operator, &subject.matter.code, subject.case, &words)?;
        let problems = demanded
            .iter()
            .map(|(at, _)| field_problem(&format!("decision.items.{at}.material"), NOT_ON_LIST));
        Err(ApiError {
            problems: problems.collect(),
            ..ApiError::new(ErrorCode::OffList)
        })
    }

    /// Passes on what came of a decision about a draft; materials its matter does not have are
    /// written down as demanded.
    ///
    /// # Errors
    /// The outcome's own, those of the store.
    pub(super) fn with_demands_written<T>(
        &self,
        operator: &Operator,
        matter: impl FnOnce(&Reader<'_>) -> Outcome<MatterCode>,
        outcome: Outcome<T>,
    ) -> Outcome<T> {
        if let Err(error) = &outcome {
            let demanded: Vec<_> = error.problems.iter().filter_map(demanded).collect();
            if !demanded.is_empty() {
                let matter = self.store()?.read(matter)?;
                self.write_demands(operator, &matter, None, &demanded)?;
            }
        }
        outcome
    }

    fn write_demands(
        &self,
        operator: &Operator,
        matter: &MatterCode,
        case: Option<CaseId>,
        demanded: &[String],
    ) -> Outcome<()> {
        self.store()?.write(|tx| -> Outcome<()> {
            for words in demanded {
                let demand = OffListDemand {
                    matter: matter.clone(),
                    demanded: kept(words),
                };
                self.note(tx, demand, case, Some(operator.id))?;
            }
            Ok(())
        })?;
        self.sync.committed();
        self.announce(ChangedKind::Case, None);
        Ok(())
    }
}

/// The line with the catalogue's name and basis: what is asked for is what the list says. None when
/// the list has no such thing.
fn item(line: &CorrectionLine, matter: &Matter) -> Option<CorrectionItem> {
    let (name, basis) = named(&line.material, matter)?;
    Some(CorrectionItem {
        id: Some(line.material.clone()),
        material: name,
        problem: line.problem.clone(),
        how: line.how.clone(),
        basis,
    })
}

/// Name and basis of what a notice may be about: a material, a field of the form, a paper the
/// resident signs.
fn named(id: &str, matter: &Matter) -> Option<(String, String)> {
    if let Some(material) = matter.material(id) {
        return Some((material.name.clone(), material.basis.clone()));
    }
    let field = id.strip_prefix("form.").and_then(|key| matter.field(key));
    let name = match field {
        Some(field) => field.label.clone(),
        None => sign::title(id, matter)?,
    };
    Some((name, String::new()))
}

/// The material or field of the list that a clerk's words mean: one name holds the other.
fn like_on_list(matter: &Matter, text: &str) -> Option<(String, String)> {
    let wanted = fold(text);
    let means = |name: &str| {
        let name = fold(name);
        name.contains(&wanted) || wanted.contains(&name)
    };
    let materials = matter.materials.iter();
    let materials = materials.map(|m| (m.id.to_string(), m.name.clone()));
    let fields = matter.form_fields.iter();
    let fields = fields.map(|f| (format!("form.{}", f.key), f.label.clone()));
    materials.chain(fields).find(|(_, name)| means(name))
}

fn demanded(problem: &FieldProblem) -> Option<String> {
    let named = problem.field.strip_prefix("materials.");
    named
        .filter(|_| problem.rule == NOT_ON_LIST)
        .map(str::to_owned)
}

/// As typed, without what cannot be stored.
fn kept(words: &str) -> String {
    let fit = words.chars().filter(|c| !c.is_control());
    fit.take(LONGEST_KEPT).collect()
}

/// The matter of a draft, for [`Desk::with_demands_written`].
pub(super) fn matter_of_draft(
    draft: DraftId,
    operator: &Operator,
) -> impl FnOnce(&Reader<'_>) -> Outcome<MatterCode> {
    move |read| Ok(Draft::load(read, draft, operator)?.matter)
}
