//! Reading one matter as hostile text.

use super::{AskFieldIf, Fee, FieldType, FormField, Material, Matter, Necessity};
use crate::calendar::{Limit, LimitUnit};
use crate::catalogue::{CatalogueProblem, Inspection, codes, decode};

/// The most bytes one matter may have.
pub const MAX_MATTER_BYTES: usize = 512 * 1024;
/// The most materials.
pub const MAX_MATERIALS: usize = 200;
/// The most form fields.
pub const MAX_FIELDS: usize = 300;
/// The most steps.
pub const MAX_STEPS: usize = 100;
/// The longest name, in code points.
pub const MAX_NAME_CHARS: usize = 400;

const MAX_CRITERIA: usize = 20;
const MAX_TEXT: usize = 2_000;
const MAX_LIST: usize = 100;
const MAX_LIMIT: u32 = 3_660;
const BASIS_AND_DUE: &str = "已有依据，不能再写待完善日期";

impl Matter {
    /// Reads one matter. Nothing is repaired: a matter is published as it should be or
    /// refused with every reason found.
    ///
    /// # Errors
    /// All problems found, at most one hundred.
    pub fn parse(json: &[u8]) -> Result<Self, Vec<CatalogueProblem>> {
        let matter: Self = decode(json, MAX_MATTER_BYTES).map_err(|problem| vec![problem])?;
        let mut inspection = Inspection::new();
        check_heading(&mut inspection, &matter);
        check_lists(&mut inspection, &matter);
        check_materials(&mut inspection, &matter.materials);
        check_fields(&mut inspection, &matter.form_fields);
        check_process(&mut inspection, &matter);
        check_fee(&mut inspection, &matter.fee);
        check_limit(&mut inspection, "statutory_limit", matter.statutory_limit);
        check_limit(&mut inspection, "promised_limit", matter.promised_limit);
        inspection.finish(matter)
    }
}

fn check_heading(inspection: &mut Inspection, matter: &Matter) {
    inspection.required("name", &matter.name, MAX_NAME_CHARS);
    inspection.required(
        "implementing_body",
        &matter.implementing_body,
        MAX_NAME_CHARS,
    );
    inspection.required("accept_at.body", &matter.accept_at.body, MAX_NAME_CHARS);
    inspection.required("accept_at.place", &matter.accept_at.place, MAX_TEXT);
    inspection.text("consult.place", &matter.consult.place, MAX_TEXT);
    inspection.text("consult.phone", &matter.consult.phone, MAX_NAME_CHARS);
    inspection.text("complaint_phone", &matter.complaint_phone, MAX_NAME_CHARS);
    inspection.text("hours", &matter.hours, MAX_TEXT);
    inspection.text("remark", &matter.remark, MAX_TEXT);
    let suspended = matter.suspended.as_ref();
    if suspended.is_some_and(|since| since.instead.as_ref() == Some(&matter.code)) {
        inspection.found(codes::DANGLING, "suspended.instead", "不能改办本事项自己");
    }
    let base = &matter.base_code;
    if !(1..=40).contains(&base.len()) || !base.bytes().all(|b| b.is_ascii_alphanumeric()) {
        inspection.found(codes::BAD_CODE, "base_code", "须为1—40个字母或数字");
    }
    if matter.trips > 99 {
        inspection.found(codes::TOO_MANY, "trips", "到现场次数不合理");
    }
}

fn check_lists(inspection: &mut Inspection, matter: &Matter) {
    let counts = [
        ("co_bodies", matter.co_bodies.len()),
        ("service_objects", matter.service_objects.len()),
        ("bases", matter.bases.len()),
        ("accept_levels", matter.accept_levels.len()),
        ("conditions", matter.conditions.len()),
        ("handling_modes", matter.handling_modes.len()),
        ("results", matter.results.len()),
        ("faq", matter.faq.len()),
        ("sources", matter.sources.len()),
    ];
    for (section, count) in counts {
        inspection.count(section, count, MAX_LIST);
    }
    if matter.basis_due.is_some() && !matter.bases.is_empty() {
        inspection.found(codes::BASIS, "basis_due", BASIS_AND_DUE);
    }
    inspection.texts("co_bodies", &matter.co_bodies, MAX_NAME_CHARS);
    inspection.texts("conditions", &matter.conditions, MAX_TEXT);
    for (at, basis) in matter.bases.iter().enumerate() {
        inspection.required(&format!("bases[{at}].title"), &basis.title, MAX_NAME_CHARS);
        inspection.text(
            &format!("bases[{at}].document_no"),
            &basis.document_no,
            MAX_NAME_CHARS,
        );
        inspection.text(&format!("bases[{at}].clause"), &basis.clause, MAX_TEXT);
    }
    for (at, result) in matter.results.iter().enumerate() {
        inspection.required(&format!("results[{at}].name"), &result.name, MAX_NAME_CHARS);
        inspection.count(
            &format!("results[{at}].delivery"),
            result.delivery.len(),
            MAX_LIST,
        );
    }
    for (at, faq) in matter.faq.iter().enumerate() {
        inspection.required(&format!("faq[{at}].q"), &faq.q, MAX_TEXT);
        inspection.required(&format!("faq[{at}].a"), &faq.a, MAX_TEXT);
    }
    for (at, source) in matter.sources.iter().enumerate() {
        inspection.required(
            &format!("sources[{at}].title"),
            &source.title,
            MAX_NAME_CHARS,
        );
        inspection.text(
            &format!("sources[{at}].url"),
            source.url.as_deref().unwrap_or(""),
            MAX_TEXT,
        );
        inspection.text(
            &format!("sources[{at}].what_it_supports"),
            &source.what_it_supports,
            MAX_TEXT,
        );
    }
}

fn check_materials(inspection: &mut Inspection, materials: &[Material]) {
    inspection.count("materials", materials.len(), MAX_MATERIALS);
    inspection.unique(
        "materials",
        materials.iter().map(|material| material.id.as_str()),
    );
    for (at, material) in materials.iter().enumerate() {
        let section = |field: &str| format!("materials[{at}].{field}");
        inspection.required(&section("name"), &material.name, MAX_NAME_CHARS);
        inspection.text(&section("issuer"), &material.issuer, MAX_NAME_CHARS);
        inspection.text(&section("basis"), &material.basis, MAX_TEXT);
        inspection.count(&section("criteria"), material.criteria.len(), MAX_CRITERIA);
        inspection.texts(&section("criteria"), &material.criteria, MAX_NAME_CHARS);
        if material.basis_due.is_some() && !material.basis.is_empty() {
            inspection.found(codes::BASIS, &section("basis_due"), BASIS_AND_DUE);
        }
        if let Some(waiver) = &material.waiver {
            inspection.required(&section("waiver.detail"), &waiver.detail, MAX_TEXT);
        }
        if !(1..=100).contains(&material.copies) {
            inspection.found(codes::TOO_MANY, &section("copies"), "份数须为1—100");
        }
        match &material.situation {
            Some(situation) => {
                inspection.required(&section("situation"), situation, MAX_NAME_CHARS)
            }
            None if material.necessity == Necessity::Situational => {
                inspection.found(
                    codes::SITUATION,
                    &section("situation"),
                    "“按情形”的材料没有写情形",
                );
            }
            None => {}
        }
    }
}

fn check_fields(inspection: &mut Inspection, fields: &[FormField]) {
    inspection.count("form_fields", fields.len(), MAX_FIELDS);
    inspection.unique("form_fields", fields.iter().map(|field| field.key.as_str()));
    for (at, field) in fields.iter().enumerate() {
        let section = |part: &str| format!("form_fields[{at}].{part}");
        inspection.key(&section("key"), &field.key);
        inspection.required(&section("label"), &field.label, MAX_NAME_CHARS);
        inspection.text(&section("hint"), &field.hint, MAX_TEXT);
        inspection.count(&section("options"), field.options.len(), MAX_LIST);
        inspection.texts(&section("options"), &field.options, MAX_NAME_CHARS);
        inspection.unique(
            &section("options"),
            field.options.iter().map(String::as_str),
        );
        let chooses = matches!(field.field_type, FieldType::Enum | FieldType::Several);
        if chooses == field.options.is_empty() {
            inspection.found(
                codes::OPTIONS,
                &section("options"),
                "只有枚举项有选项，枚举项必须有选项",
            );
        }
        let sound = field
            .ask_if
            .as_ref()
            .is_none_or(|condition| can_decide(condition, &fields[..at]));
        if !sound {
            inspection.found(
                codes::CONDITION,
                &section("ask_if"),
                "条件须指向前面的单选项或是否项，取值须在其选项内",
            );
        }
    }
}

/// Whether an earlier field of the form can have the value a condition waits for.
fn can_decide(condition: &AskFieldIf, earlier: &[FormField]) -> bool {
    let cause = earlier.iter().find(|field| field.key == condition.field);
    cause.is_some_and(|cause| match cause.field_type {
        FieldType::Enum => cause.options.contains(&condition.value),
        FieldType::Bool => matches!(condition.value.as_str(), "true" | "false"),
        _ => false,
    })
}

fn check_process(inspection: &mut Inspection, matter: &Matter) {
    inspection.count("steps", matter.steps.len(), MAX_STEPS);
    for (at, step) in matter.steps.iter().enumerate() {
        inspection.required(&format!("steps[{at}].name"), &step.name, MAX_NAME_CHARS);
        inspection.text(
            &format!("steps[{at}].responsible"),
            &step.responsible,
            MAX_NAME_CHARS,
        );
        inspection.text(
            &format!("steps[{at}].time_limit"),
            &step.time_limit,
            MAX_NAME_CHARS,
        );
        inspection.text(&format!("steps[{at}].detail"), &step.detail, MAX_TEXT);
    }
}

fn check_fee(inspection: &mut Inspection, fee: &Fee) {
    inspection.text("fee.standard_text", &fee.standard_text, MAX_TEXT);
    inspection.text("fee.basis", &fee.basis, MAX_TEXT);
    if !fee.charged && fee.amount_fen.is_some_and(|amount| amount > 0) {
        inspection.found(codes::FEE, "fee", "写明不收费又列了金额");
    }
    if fee.charged && fee.standard_text.trim().is_empty() {
        inspection.found(codes::FEE, "fee.standard_text", "收费而没有写标准");
    }
}

pub(crate) fn check_limit(inspection: &mut Inspection, section: &str, limit: Limit) {
    if (limit.unit == LimitUnit::Immediate) != (limit.value == 0) {
        inspection.found(
            codes::LIMIT,
            section,
            "即时的数值须为0，其他单位的数值须大于0",
        );
    }
    if limit.value > MAX_LIMIT {
        inspection.found(codes::LIMIT, section, format!("时限不能超过{MAX_LIMIT}"));
    }
}
