//! 抄录: where a department's own system has no interface, a clerk takes the fields of a case over to
//! it one by one, without typing them again. Whoever saw them, and how many were taken, is on the
//! record.

use yichuang_domain::{Matter, matter::FieldType, role::Act};
use yichuang_wire::payload::{Received, Transcribed, Unmasked};

use super::{
    done::{find, parse_number},
    standing::standing,
};
use crate::{
    Desk,
    catalogue::pinned,
    ipc::{
        ApiError, CaseRef, ChangedKind, Done, ErrorCode, NoteTranscribed, Transcript,
        TranscriptField,
    },
    report::Outcome,
};

/// The people of a case, as a table names them: key and column.
pub(super) const PEOPLE: [(&str, &str); 8] = [
    ("applicant.name", "申请人姓名"),
    ("applicant.id_number", "申请人证件号码"),
    ("applicant.phone", "申请人电话"),
    ("applicant.address", "申请人住址"),
    ("agent.name", "代办人姓名"),
    ("agent.id_number", "代办人证件号码"),
    ("agent.phone", "代办人电话"),
    ("agent.address", "代办人住址"),
];
/// Fields one note may name, as many as a form may have and the applicant's own.
const MOST_FIELDS: usize = 200;

impl Desk {
    /// Everything a department's form asks for, in clear, in the order of the matter's own form.
    ///
    /// # Errors
    /// `CASE-002`, `OPS-004`; nothing is shown when the entry cannot be written.
    pub fn transcript(&self, input: CaseRef) -> Outcome<Transcript> {
        let operator = self.allowed(Act::Unmask)?;
        let number = parse_number(&input.number)?;
        let fields = self.store()?.write(|tx| -> Outcome<Vec<TranscriptField>> {
            let unknown = || ApiError::new(ErrorCode::CaseUnknown);
            let case = find(tx, &number)?;
            let received = standing(tx, case.id)?.ok_or_else(unknown)?;
            let matter = pinned(tx, &case)?.ok_or_else(unknown)?;
            let fields = fields(&received, &matter);
            let payload = Unmasked {
                number: number.clone(),
                fields: fields.iter().map(|field| field.key.clone()).collect(),
            };
            self.note(tx, payload, Some(case.id), Some(operator.id))?;
            Ok(fields)
        })?;
        self.announce(ChangedKind::Case, Some(number.to_string()));
        Ok(Transcript { fields })
    }

    /// Writes down which fields were taken over.
    ///
    /// # Errors
    /// `CASE-002`, `INPUT-001` for more fields than a form has, `OPS-004`.
    pub fn note_transcribed(&self, input: NoteTranscribed) -> Outcome<Done> {
        let operator = self.allowed(Act::Unmask)?;
        let number = parse_number(&input.number)?;
        if input.fields.is_empty() || input.fields.len() > MOST_FIELDS {
            return Err(ApiError::new(ErrorCode::InputShape).with("reason", "fields"));
        }
        self.store()?.write(|tx| -> Outcome<()> {
            let unknown = || ApiError::new(ErrorCode::CaseUnknown);
            let case = find(tx, &number)?;
            let received = standing(tx, case.id)?.ok_or_else(unknown)?;
            let matter = pinned(tx, &case)?.ok_or_else(unknown)?;
            let known = fields(&received, &matter);
            let taken = known.into_iter().map(|field| field.key);
            let payload = Transcribed {
                number: number.clone(),
                fields: taken.filter(|key| input.fields.contains(key)).collect(),
                system: matter.implementing_body.clone(),
            };
            self.note(tx, payload, Some(case.id), Some(operator.id))?;
            Ok(())
        })?;
        self.sync.committed();
        self.announce(ChangedKind::Case, Some(number.to_string()));
        Ok(Done {})
    }
}

/// The applicant, whoever acts for them, then the form; what is empty is left out.
pub(crate) fn fields(received: &Received, matter: &Matter) -> Vec<TranscriptField> {
    let person = |who: &str, person: &yichuang_domain::Person| {
        let phone = person.phone.as_ref().map(|phone| phone.reveal().to_owned());
        [
            ("name", Some(person.name.clone())),
            ("id_number", Some(person.id.reveal().to_owned())),
            ("phone", phone),
            ("address", person.address.clone()),
        ]
        .map(|(key, value)| TranscriptField {
            key: format!("{who}.{key}"),
            label: String::new(),
            value: value.unwrap_or_default(),
        })
    };
    let agent = received.agent.iter();
    let form = matter.form_fields.iter().map(|field| TranscriptField {
        key: format!("form.{}", field.key),
        label: field.label.clone(),
        value: typed(
            field.field_type,
            received.form.get(&field.key).map_or("", String::as_str),
        ),
    });
    let all = person("applicant", &received.applicant)
        .into_iter()
        .chain(agent.flat_map(|agent| person("agent", &agent.person)))
        .chain(form);
    all.filter(|field| !field.value.is_empty()).collect()
}

/// A value as other systems take it typed.
fn typed(kind: FieldType, value: &str) -> String {
    match (kind, value) {
        (FieldType::Bool, "true") => "是".to_owned(),
        (FieldType::Bool, "false") => "否".to_owned(),
        (FieldType::Several, several) => several.replace('\n', "、"),
        _ => value.to_owned(),
    }
}
