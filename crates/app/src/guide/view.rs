//! A matter as its service guide.

use yichuang_domain::Answers;

use super::{Counter, requirements};
use crate::{
    catalogue::CatalogueMatter,
    ipc::{
        BasisView, CopyView, FaqView, FindingView, GuideView, ResultView, StepView, SuspendedView,
    },
};

/// What a guide says besides its matter: where it comes from and how old it is.
pub(crate) struct Source {
    pub(crate) version: u32,
    pub(crate) published_on: String,
    pub(crate) publisher: String,
    pub(crate) compared_on: Option<String>,
    pub(crate) stale_days: Option<u32>,
    pub(crate) sample: bool,
    pub(crate) qr_text: String,
    pub(crate) counter: Counter,
    /// This point takes it in.
    pub(crate) here: bool,
    pub(crate) findings: Vec<FindingView>,
    pub(crate) copies: Vec<CopyView>,
    pub(crate) suspended: Option<SuspendedView>,
}

/// The guide of a matter for a situation.
pub(crate) fn view(found: &CatalogueMatter, answers: &Answers, source: Source) -> GuideView {
    let matter = &found.matter;
    GuideView {
        code: matter.code.to_string(),
        name: matter.name.clone(),
        category: matter.category.label().to_owned(),
        power_type: matter.power_type.label().to_owned(),
        department: matter.implementing_body.clone(),
        levels: matter
            .accept_levels
            .iter()
            .map(|level| level.label().to_owned())
            .collect(),
        promised: matter.promised_limit.label(),
        statutory: matter.statutory_limit.label(),
        here: source.here,
        fee: matter.fee.standard().to_owned(),
        fee_basis: match matter.fee.is_due() {
            true => matter.fee.basis.clone(),
            false => String::new(),
        },
        trips: matter.trips,
        modes: matter
            .handling_modes
            .iter()
            .map(|mode| mode.label().to_owned())
            .collect(),
        assisted: matter.assisted,
        deferrable: matter.deferrable,
        commitment: matter.commitment,
        results: matter.results.iter().map(result).collect(),
        conditions: matter.conditions.clone(),
        requirements: requirements::view(found, answers, &[], false),
        steps: matter.steps.iter().map(step).collect(),
        bases: matter.bases.iter().map(basis).collect(),
        basis_due: matter.basis_due.map(|day| day.to_string()),
        accept_body: matter.accept_at.body.clone(),
        accept_place: source.counter.whole(),
        consult_place: source.counter.consult,
        hours: source.counter.hours,
        consult_phone: matter.consult.phone.clone(),
        complaint_phone: matter.complaint_phone.clone(),
        faq: matter
            .faq
            .iter()
            .map(|faq| FaqView {
                question: faq.q.clone(),
                answer: faq.a.clone(),
            })
            .collect(),
        qr_text: source.qr_text,
        version: source.version,
        published_on: source.published_on,
        publisher: source.publisher,
        compared_on: source.compared_on,
        stale_days: source.stale_days,
        sample: source.sample,
        findings: source.findings,
        copies: source.copies,
        suspended: source.suspended,
    }
}

fn result(outcome: &yichuang_domain::matter::Outcome) -> ResultView {
    ResultView {
        name: outcome.name.clone(),
        kind: outcome.kind.label().to_owned(),
        delivery: outcome
            .delivery
            .iter()
            .map(|mode| mode.label().to_owned())
            .collect(),
    }
}

fn step(step: &yichuang_domain::matter::Step) -> StepView {
    StepView {
        name: step.name.clone(),
        responsible: step.responsible.clone(),
        limit: step.time_limit.clone(),
        detail: step.detail.clone(),
    }
}

fn basis(basis: &yichuang_domain::matter::Basis) -> BasisView {
    BasisView {
        title: basis.title.clone(),
        document_no: basis.document_no.clone(),
        clause: basis.clause.clone(),
    }
}
