//! Everything the wizard shows for a draft, worked out anew from what was typed.

use chrono::NaiveDate;
use yichuang_domain::{
    Answers, Calendar, FormValues,
    calendar::due,
    case::deferral_cap,
    matter::{FillFrom, FormField},
};
use yichuang_store::Reader;

use super::{
    Archive, Draft, Purpose,
    content::id_number,
    judge,
    problems::named,
    proposal::{WHO_ACTS, propose},
    sign,
};
use crate::{
    Desk,
    catalogue::{CatalogueMatter, calendar, in_force},
    clock::stamp,
    guide,
    ipc::{DraftContent, DraftView, FieldProblem, FieldView},
    report::Outcome,
};

/// Working days a deferred material is due in unless the resident says otherwise.
const SUPPLY_DAYS: u32 = 5;

impl Desk {
    /// The wizard's view of a draft; `archive` is the applicant's.
    pub(crate) fn draft_view(
        &self,
        read: &Reader<'_>,
        draft: &Draft,
        archive: &Archive,
    ) -> Outcome<DraftView> {
        let found = in_force(read, &draft.matter)?;
        let (matter, today, calendar) = (&found.matter, self.today(), calendar(read)?);
        let answers = Answers(draft.content.answers.clone());
        let promised = due(&calendar, today, matter.promised_limit);
        let immediate = matter.promised_limit.value == 0;
        let cap = deferral_cap(matter, today, &calendar);
        let usual = calendar.add_working_days(today, SUPPLY_DAYS);
        let earlier = earlier_form(read, &draft.content)?;
        let number = read
            .case_of_draft(draft.id)?
            .map(|case| read.case(case))
            .transpose()?
            .flatten();
        Ok(DraftView {
            id: draft.id.to_string(),
            code: matter.code.to_string(),
            matter: matter.name.clone(),
            department: matter.implementing_body.clone(),
            promised: matter.promised_limit.label(),
            fields: matter
                .form_fields
                .iter()
                .map(|field| field_view(field, &draft.content, &earlier))
                .collect(),
            requirements: guide::requirements_view(
                matter,
                &found.questions,
                &answers,
                &archive.held(),
            ),
            problems: problems(&found, draft, archive, today, &calendar),
            to_sign: sign::views(
                &sign::to_sign(&found, &draft.content),
                &read.papers_of_draft(draft.id)?,
            ),
            due: (!immediate).then(|| promised.date.to_string()),
            due_provisional: promised.provisional && !immediate,
            supply_until: matter.deferrable.then(|| cap.date.to_string()),
            supply_default: matter
                .deferrable
                .then(|| usual.date.min(cap.date).to_string()),
            saved_at: stamp(draft.saved_at),
            number: number.map(|row| row.number.to_string()),
            content: draft.content.clone(),
        })
    }
}

/// The form of the applicant's last case at this terminal; empty for somebody new.
fn earlier_form(read: &Reader<'_>, content: &DraftContent) -> Outcome<FormValues> {
    let Some(id) = content.applicant.as_ref().and_then(id_number) else {
        return Ok(FormValues::new());
    };
    let case = read.last_case_of_person(id.reveal())?;
    let received = case.map(|case| read.received(case)).transpose()?.flatten();
    Ok(received.map(|received| received.form).unwrap_or_default())
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
        Purpose::Accept,
        today,
        calendar,
    ) {
        Ok(_) => Vec::new(),
        Err(problems) => named(&found.matter, problems),
    }
}

fn field_view(field: &FormField, content: &DraftContent, earlier: &FormValues) -> FieldView {
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
        required: field.required
            && (content.agent.is_some() || field.fill_from != Some(FillFrom::Agent)),
        options: field.options.clone(),
        hint: field.hint.clone(),
        fill_from: fill_from.to_owned(),
        proposal: propose(field, content, earlier),
    }
}
