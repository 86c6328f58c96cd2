//! A table of cases for a department's own import (多头申报、重复录入): the fields of one matter's form, a
//! case a row. Each value in it was seen and taken over, and is on the record as such.

use yichuang_domain::{MatterCode, role::Act};
use yichuang_store::{CaseRow, Reader};
use yichuang_wire::payload::{Transcribed, Unmasked};

use super::{
    csv::table,
    done::{find, parse_number},
    search_cases::{query, tally},
    standing::standing,
    transcribe::{PEOPLE, fields},
};
use crate::{
    Desk,
    catalogue::pinned,
    clock::shanghai,
    ipc::{ApiError, ChangedKind, ErrorCode, ExportFields, ExportedFields, TranscriptField},
    receipt::number_scanned,
    report::Outcome,
};

/// Cases of one table.
const MOST_CASES: u32 = 500;
/// What stands before the fields of a form.
const OF_CASE: [&str; 2] = ["受理号", "收件日期"];

/// A table for a department's import.
pub struct FieldTable {
    /// A name for its file.
    pub name: String,
    /// Comma-separated values, UTF-8 with a byte order mark.
    pub bytes: Vec<u8>,
    /// Cases in it.
    pub cases: u32,
    /// Values in it.
    pub fields: u32,
}

/// One case as it goes into the table.
struct Exported {
    case: CaseRow,
    system: String,
    fields: Vec<TranscriptField>,
}

impl Desk {
    /// Keeps a table of cases of one matter in the folder papers are kept in.
    ///
    /// # Errors
    /// Those of [`Desk::field_table`]; `PAPER-003` when the folder does not take it.
    pub fn export_fields(&self, input: ExportFields) -> Outcome<ExportedFields> {
        let made = self.field_table(input)?;
        match self.put_table_down(&made.name, &made.bytes) {
            Ok(place) => Ok(ExportedFields {
                place,
                cases: made.cases,
                fields: made.fields,
            }),
            Err(reason) => Err(ApiError::new(ErrorCode::PrinterFailed).with("reason", reason)),
        }
    }

    /// The table of cases of one matter, by their numbers or as a search finds them. Written down, for
    /// every case, before anybody has it: whose fields were seen and taken over.
    ///
    /// # Errors
    /// `OPS-004` for whoever may not see personal data; `INPUT-001` for no case or more than 500
    /// (`cases`), cases of another matter (`matter`), both or neither of numbers and a search
    /// (`selection`); `CASE-002`.
    pub fn field_table(&self, input: ExportFields) -> Outcome<FieldTable> {
        let operator = self.allowed(Act::Unmask)?;
        let matter = MatterCode::new(input.matter.clone()).map_err(|_| refused("matter"))?;
        let (today, at) = (self.today(), self.now());
        let exported = self.store()?.write(|tx| -> Outcome<_> {
            let cases = selected(tx, &input, &matter, today)?;
            let mut exported = Vec::with_capacity(cases.len());
            for case in cases {
                let one = one(tx, case)?;
                let number = one.case.number.clone();
                let keys: Vec<String> = one.fields.iter().map(|field| field.key.clone()).collect();
                let unmasked = Unmasked {
                    number: number.clone(),
                    fields: keys.clone(),
                };
                let transcribed = Transcribed {
                    number,
                    fields: keys,
                    system: one.system.clone(),
                };
                self.note(tx, unmasked, Some(one.case.id), Some(operator.id))?;
                self.note(tx, transcribed, Some(one.case.id), Some(operator.id))?;
                exported.push(one);
            }
            Ok(exported)
        })?;
        self.sync.committed();
        self.announce(ChangedKind::Case, None);
        let count = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
        Ok(FieldTable {
            name: format!(
                "fields-{matter}-{}.csv",
                shanghai(at).format("%Y%m%d-%H%M%S")
            ),
            cases: count(exported.len()),
            fields: count(exported.iter().map(|one| one.fields.len()).sum()),
            bytes: table(rows(&exported)),
        })
    }
}

fn refused(reason: &str) -> ApiError {
    ApiError::new(ErrorCode::InputShape).with("reason", reason)
}

/// The cases asked for, all of one matter.
fn selected(
    read: &Reader<'_>,
    input: &ExportFields,
    matter: &MatterCode,
    today: chrono::NaiveDate,
) -> Outcome<Vec<CaseRow>> {
    let cases = match (&input.search, input.numbers.as_slice()) {
        (None, numbers) if numbers.len() <= MOST_CASES as usize => {
            let numbers = numbers.iter();
            let found = numbers.map(|number| find(read, &parse_number(number)?));
            found.collect::<Outcome<Vec<CaseRow>>>()?
        }
        (None, _) => return Err(refused("cases")),
        (Some(search), []) => {
            let mut query = query(search, today)?;
            query.text = number_scanned(&read.identity().enrolment.root, &query.text);
            query.tally = tally(read, search, today)?;
            query.matter = Some(matter.clone());
            (query.offset, query.limit) = (0, MOST_CASES);
            let hits = read.search_cases(&query)?;
            if hits.total > u64::from(MOST_CASES) {
                return Err(refused("cases"));
            }
            hits.rows
        }
        (Some(_), _) => return Err(refused("selection")),
    };
    if cases.is_empty() {
        return Err(refused("cases"));
    }
    if cases.iter().any(|case| case.matter_code != *matter) {
        return Err(refused("matter"));
    }
    Ok(cases)
}

fn one(read: &Reader<'_>, case: CaseRow) -> Outcome<Exported> {
    let unknown = || ApiError::new(ErrorCode::CaseUnknown).with("number", &case.number);
    let received = standing(read, case.id)?.ok_or_else(unknown)?;
    let matter = pinned(read, &case)?.ok_or_else(unknown)?;
    Ok(Exported {
        fields: fields(&received, &matter),
        system: matter.implementing_body,
        case,
    })
}

/// The names of the columns, then a case a row. Editions of a matter may ask for different fields: a
/// column stands for every field any of the cases has a value for. No two have one name: the later one
/// has its key beside it.
fn rows(exported: &[Exported]) -> impl Iterator<Item = Vec<String>> {
    let mut columns: Vec<(String, String)> = PEOPLE
        .iter()
        .map(|(key, label)| ((*key).to_owned(), (*label).to_owned()))
        .collect();
    for field in exported.iter().flat_map(|one| &one.fields) {
        if !columns.iter().any(|(key, _)| *key == field.key) {
            let taken = columns.iter().any(|(_, label)| *label == field.label);
            let label = match field.key.strip_prefix("form.") {
                Some(key) if taken => format!("{}（{key}）", field.label),
                _ => field.label.clone(),
            };
            columns.push((field.key.clone(), label));
        }
    }
    let labels = columns.iter().map(|(_, label)| label.clone());
    let head: Vec<String> = OF_CASE
        .map(str::to_owned)
        .into_iter()
        .chain(labels)
        .collect();
    let rows = exported.iter().map(move |one| {
        let of_case = [
            one.case.number.to_string(),
            one.case.received_on.to_string(),
        ];
        let value = |key: &String| {
            let mut fields = one.fields.iter();
            fields
                .find(|field| field.key == *key)
                .map_or_else(String::new, |field| field.value.clone())
        };
        let values = columns.iter().map(|(key, _)| value(key));
        of_case.into_iter().chain(values).collect()
    });
    std::iter::once(head).chain(rows)
}
