//! The form of a matter and what may be wrong with its values.
//!
//! Owns the checks of single values by their type. Values are text: `true`/`false`,
//! `YYYY-MM-DD`, `1234.50`. Words for people are the interface's, by rule key.

use crate::identity::{IdKind, IdNumber, IdProblem, Phone};
use crate::matter::{FieldType, FormField};
use crate::text::{self, TextProblem};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// Field key → value.
pub type FormValues = BTreeMap<String, String>;

/// The longest one-line value, in code points.
pub const MAX_TEXT_CHARS: usize = 200;
/// The longest value of several lines, in code points.
pub const MAX_MULTILINE_CHARS: usize = 4_000;
/// More values than any form has.
pub const MAX_VALUES: usize = 1_000;

/// One thing to put right.
///
/// `field` is the form key, or names another part of an intake: `applicant.id`,
/// `agent.id`, `answers.<question>`, `materials.<id>`, `matter`, `decision`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct FieldProblem {
    /// Where.
    pub field: String,
    /// Stable rule key the interface has words for.
    pub rule: String,
    /// Parameters of those words.
    pub params: BTreeMap<String, String>,
}

impl FieldProblem {
    /// A problem without parameters.
    #[must_use]
    pub fn new(field: impl Into<String>, rule: &str) -> Self {
        Self {
            field: field.into(),
            rule: rule.to_owned(),
            params: BTreeMap::new(),
        }
    }

    /// The same with one more parameter.
    #[must_use]
    pub fn with(mut self, name: &str, value: impl ToString) -> Self {
        self.params.insert(name.to_owned(), value.to_string());
        self
    }
}

/// Checks every value of a form. A required field that is empty, a value of the wrong
/// form, and a value for a field the form does not have are problems; an empty value is the
/// same as none. Rules: `required`, `too_long` (max), `control_char` (at), `not_a_number`,
/// `not_a_date`, `money`, `option`, `bool`, `phone`, `bankcard`, `unknown_field`,
/// `too_many`, `not_asked` for a value of a field whose condition does not hold, `not_a_month`,
/// `quantity`, and for numbers `id_length`, `id_character`, `id_birth_date`,
/// `id_check_digit`, `id_old_fifteen`, `uscc_check`.
#[must_use]
pub fn check_form(fields: &[FormField], values: &FormValues) -> Vec<FieldProblem> {
    check_form_with(fields, values, |field| field.required)
}

/// As [`check_form`], with another judgement of what must be filled in.
pub(crate) fn check_form_with(
    fields: &[FormField],
    values: &FormValues,
    required: impl Fn(&FormField) -> bool,
) -> Vec<FieldProblem> {
    if values.len() > MAX_VALUES {
        return vec![FieldProblem::new("form", "too_many").with("max", MAX_VALUES)];
    }
    let mut problems = Vec::new();
    let (asked, hidden): (Vec<_>, Vec<_>) = fields
        .iter()
        .partition(|field| is_asked(field, fields, values));
    for field in hidden {
        let filled = values
            .get(&field.key)
            .is_some_and(|value| !value.trim().is_empty());
        problems.extend(filled.then(|| FieldProblem::new(&field.key, "not_asked")));
    }
    for field in asked {
        match values.get(&field.key).map(String::as_str) {
            None => {
                problems.extend(required(field).then(|| FieldProblem::new(&field.key, "required")))
            }
            Some(value) if value.trim().is_empty() => {
                problems.extend(required(field).then(|| FieldProblem::new(&field.key, "required")));
            }
            Some(value) => problems.extend(check_value(field, value).err()),
        }
    }
    for key in values
        .keys()
        .filter(|key| !fields.iter().any(|field| field.key == **key))
    {
        problems.push(FieldProblem::new(
            key.chars().take(80).collect::<String>(),
            "unknown_field",
        ));
    }
    problems
}

/// Whether a field is asked with these values: always, or when the earlier field its condition
/// names is itself asked and has the value (行政许可法 Art. 29: a form asks nothing that does not
/// concern the matter).
#[must_use]
pub fn is_asked(field: &FormField, fields: &[FormField], values: &FormValues) -> bool {
    let mut field = field;
    // Conditions only look back, so the chain ends; the bound holds for what was not parsed.
    for _ in 0..=fields.len() {
        let Some(condition) = &field.ask_if else {
            return true;
        };
        let cause = fields.iter().find(|other| other.key == condition.field);
        match (cause, values.get(&condition.field)) {
            (Some(cause), Some(value)) if *value == condition.value => field = cause,
            _ => return false,
        }
    }
    false
}

/// Whether a value, such as one of an earlier form, is one this field takes.
#[must_use]
pub fn holds(field: &FormField, value: &str) -> bool {
    !value.trim().is_empty() && check_value(field, value).is_ok()
}

fn check_value(field: &FormField, value: &str) -> Result<(), FieldProblem> {
    let lines = matches!(field.field_type, FieldType::Multiline | FieldType::Several);
    let max = if lines {
        MAX_MULTILINE_CHARS
    } else {
        MAX_TEXT_CHARS
    };
    check_text(&field.key, value, max, lines)?;
    let wrong = |rule: &str| Err(FieldProblem::new(&field.key, rule));
    let holds = |good: bool, rule: &str| if good { Ok(()) } else { wrong(rule) };
    match field.field_type {
        FieldType::Text | FieldType::Multiline | FieldType::Address => Ok(()),
        FieldType::IdCard => check_personal_number(value).or_else(|problem| wrong(problem.rule())),
        FieldType::Uscc => match IdNumber::parse(IdKind::Uscc, value) {
            Ok(_) => Ok(()),
            Err(IdProblem::CheckDigit) => wrong("uscc_check"),
            Err(problem) => wrong(problem.rule()),
        },
        FieldType::Phone => holds(Phone::parse(value).is_ok(), "phone"),
        FieldType::Date => holds(parse_date(value).is_some(), "not_a_date"),
        FieldType::Enum => holds(field.options.iter().any(|option| option == value), "option"),
        FieldType::Money => holds(is_money(value), "money"),
        FieldType::Int => holds(is_int(value), "not_a_number"),
        FieldType::BankCard => holds(is_bank_account(value), "bankcard"),
        FieldType::Bool => holds(matches!(value, "true" | "false"), "bool"),
        FieldType::Several => holds(are_options(&field.options, value), "option"),
        FieldType::Month => holds(is_month(value), "not_a_month"),
        FieldType::Quantity => holds(is_quantity(value), "quantity"),
    }
}

/// A text value as it may be stored.
pub(crate) fn check_text(
    field: &str,
    value: &str,
    max: usize,
    lines: bool,
) -> Result<(), FieldProblem> {
    match text::check(value, max) {
        Err(TextProblem::TooLong { max }) => {
            Err(FieldProblem::new(field, "too_long").with("max", max))
        }
        Err(TextProblem::Forbidden { at, .. }) => {
            Err(FieldProblem::new(field, "control_char").with("at", at))
        }
        Ok(()) => match value.chars().position(|c| matches!(c, '\n' | '\t')) {
            Some(at) if !lines => Err(FieldProblem::new(field, "control_char").with("at", at + 1)),
            _ => Ok(()),
        },
    }
}

/// A personal number on a form may be a citizen's or a foreign permanent resident's; of
/// the two complaints the citizen's is the one to show.
fn check_personal_number(value: &str) -> Result<(), IdProblem> {
    IdNumber::parse(IdKind::Citizen, value)
        .map(drop)
        .or_else(|problem| {
            IdNumber::parse(IdKind::ForeignResident, value)
                .map(drop)
                .map_err(|_| problem)
        })
}

fn parse_date(value: &str) -> Option<NaiveDate> {
    // The parser also takes "2026-1-2"; stored dates have one spelling.
    let date = NaiveDate::parse_from_str(value, "%Y-%m-%d").ok()?;
    (value.len() == 10).then_some(date)
}

/// The chosen options in their own order, none twice.
fn are_options(options: &[String], value: &str) -> bool {
    let mut rest = options.iter();
    value
        .split('\n')
        .all(|chosen| rest.any(|option| option == chosen))
}

fn is_month(value: &str) -> bool {
    parse_date(&format!("{value}-01")).is_some()
}

fn is_int(value: &str) -> bool {
    let digits = value.strip_prefix('-').unwrap_or(value);
    (1..=12).contains(&digits.len()) && digits.bytes().all(|b| b.is_ascii_digit())
}

/// Up to twelve digits of yuan, optionally one or two decimals; never negative.
fn is_money(value: &str) -> bool {
    is_decimal(value, 2)
}

/// Up to twelve digits, optionally one to four decimals; never negative.
fn is_quantity(value: &str) -> bool {
    is_decimal(value, 4)
}

fn is_decimal(value: &str, decimals: usize) -> bool {
    let (whole, part) = match value.split_once('.') {
        Some((whole, part)) => (whole, Some(part)),
        None => (value, None),
    };
    let digits = |part: &str, max: usize| {
        (1..=max).contains(&part.len()) && part.bytes().all(|b| b.is_ascii_digit())
    };
    digits(whole, 12) && part.is_none_or(|part| digits(part, decimals))
}

/// 8–32 digits, spaces between groups permitted. No check digit: account numbers of
/// organisations have none.
fn is_bank_account(value: &str) -> bool {
    let digits: Vec<char> = value.chars().filter(|c| *c != ' ').collect();
    (8..=32).contains(&digits.len()) && digits.iter().all(char::is_ascii_digit)
}
