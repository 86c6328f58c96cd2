//! Everything the wizard shows for a draft, worked out anew from what was typed.

use chrono::NaiveDate;
use yichuang_domain::{
    Answers, Calendar,
    matter::{FillFrom, FormField},
};
use yichuang_store::Reader;

use super::{
    Archive, Draft, Purpose, agent_mandate, characters,
    content::{barred, id_number},
    judge,
    problems::named,
    proposal::{WHO_ACTS, propose},
    sign, split_draft,
};
use crate::{
    Desk,
    catalogue::{CatalogueMatter, calendar},
    chain::chain_view,
    clock::stamp,
    guide,
    ipc::{DraftContent, DraftView, FieldProblem, FieldView, KnownPerson, PersonInput},
    person::{EarlierForms, Visits},
    report::{Outcome, field_problem, problem},
    slip,
};

/// Working days a deferred material is due in unless the resident says otherwise.
const SUPPLY_DAYS: u32 = 5;
/// Earlier visits of a person that are looked at, newest first: a draft is shown at every save.
const LOOKED_AT: u32 = 12;

impl Desk {
    /// The wizard's view of a draft; `archive` is the applicant's.
    pub(crate) fn draft_view(
        &self,
        read: &Reader<'_>,
        draft: &Draft,
        archive: &Archive,
    ) -> Outcome<DraftView> {
        let (found, out_of_force) = draft.catalogue(read)?;
        // Entered from a slip, everything is reckoned from the day on it.
        let today = slip::day_of(&draft.content, self.today());
        let (matter, calendar) = (&found.matter, calendar(read)?);
        let withdrawn = out_of_force || found.is_suspended(today);
        let answers = Answers(draft.content.answers.clone());
        let promised = found.due(today, &calendar);
        let cap = found.deferral_cap(today, &calendar);
        let usual = calendar.add_working_days(today, SUPPLY_DAYS);
        let applicant = visits(read, draft.content.applicant.as_ref())?;
        let agent = draft.content.agent.as_ref().map(|agent| &agent.person);
        let earlier = EarlierForms::of(read, &applicant, &draft.matter)?;
        let number = read
            .case_of_draft(draft.id)?
            .map(|case| read.case(case))
            .transpose()?
            .flatten();
        Ok(DraftView {
            id: draft.id.to_string(),
            code: found.code(),
            matter: matter.name.clone(),
            department: matter.implementing_body.clone(),
            promised: matter.promised_limit.label(),
            fields: matter
                .asked_fields(&draft.content.form)
                .map(|field| field_view(field, &draft.content, &earlier))
                .collect(),
            known_applicant: known(read, draft.content.applicant.as_ref(), &applicant)?,
            known_agent: known(read, agent, &visits(read, agent)?)?,
            unprintable: characters::unprintable(&draft.content, &*self.fonts()?),
            mandates: agent_mandate::offered(read, &draft.content, today)?,
            false_promise: archive.false_promise(),
            requirements: guide::requirements_view(
                &found,
                &answers,
                &archive.held(),
                barred(&draft.content),
            ),
            problems: if withdrawn {
                vec![field_problem("matter", "withdrawn")]
            } else {
                let mut wrong = problems(&found, draft, archive, today, &calendar);
                let mandate = agent_mandate::named(read, &draft.content)?;
                let codes = agent_mandate::codes(&found);
                let gap = agent_mandate::wrong(mandate.as_ref(), &draft.content, &codes, today);
                wrong.extend(gap.map(|gap| problem(gap, None)));
                wrong
            },
            to_sign: sign::views(
                &sign::to_sign(&found, &draft.content),
                &read.papers_of_draft(draft.id)?,
            ),
            due: promised.map(|due| due.date.to_string()),
            due_provisional: promised.is_some_and(|due| due.provisional),
            supply_until: matter.deferrable.then(|| cap.date.to_string()),
            supply_default: matter
                .deferrable
                .then(|| usual.date.min(cap.date).to_string()),
            saved_at: stamp(draft.saved_at),
            fee: matter.fee.words(),
            forwardable: guide::forwardable(read, matter)?,
            withdrawn,
            parts: split_draft::parts(read, draft, out_of_force)?,
            number: number.map(|row| row.number.to_string()),
            chain: found
                .chain
                .as_ref()
                .map(|asked| chain_view(asked, matter, today, &calendar)),
            content: draft.content.clone(),
        })
    }
}

/// The visits of somebody on the draft; none while their number is not right yet.
fn visits(read: &Reader<'_>, person: Option<&PersonInput>) -> Outcome<Visits> {
    match person.and_then(id_number) {
        Some(number) => Visits::of(read, &number, LOOKED_AT),
        None => Ok(Visits::default()),
    }
}

fn known(
    read: &Reader<'_>,
    person: Option<&PersonInput>,
    visits: &Visits,
) -> Outcome<Option<KnownPerson>> {
    let number = person.and_then(id_number);
    let cases = number.map(|number| read.cases_of_person(&number));
    Ok(visits.known(cases.transpose()?.unwrap_or_default()))
}

fn problems(
    found: &CatalogueMatter,
    draft: &Draft,
    archive: &Archive,
    today: NaiveDate,
    calendar: &Calendar,
) -> Vec<FieldProblem> {
    match judge(
        found,
        &draft.content,
        archive,
        &|_| Purpose::Accept,
        today,
        calendar,
    ) {
        Ok(_) => Vec::new(),
        Err(problems) => named(&found.matter, problems),
    }
}

fn field_view(field: &FormField, content: &DraftContent, earlier: &EarlierForms) -> FieldView {
    let archive = earlier.answer(field);
    FieldView {
        required: field.required
            && (content.agent.is_some() || field.fill_from != Some(FillFrom::Agent)),
        cause: field
            .ask_if
            .as_ref()
            .map(|condition| condition.field.clone()),
        proposal: propose(field, content, archive.as_ref()),
        archive,
        ..bare_field(field)
    }
}

/// A field of a form by itself: nothing is proposed for it, and no other field makes it be asked.
pub(crate) fn bare_field(field: &FormField) -> FieldView {
    let kind = serde_json::to_value(field.field_type).ok();
    let fill_from = match field.fill_from {
        _ if field.key == WHO_ACTS => "who_acts",
        Some(FillFrom::IdCard) => "idcard",
        Some(FillFrom::Applicant) => "applicant",
        Some(FillFrom::Agent) => "agent",
        None => "",
    };
    FieldView {
        key: field.key.clone(),
        label: field.label.clone(),
        kind: kind
            .and_then(|kind| kind.as_str().map(str::to_owned))
            .unwrap_or_default(),
        required: field.required,
        options: field.options.clone(),
        hint: field.hint.clone(),
        fill_from: fill_from.to_owned(),
        cause: None,
        proposal: None,
        archive: None,
    }
}
