//! Problems of the rules, named as the interface names fields and with the catalogue's labels.

use yichuang_domain::{FieldProblem as Problem, Matter};

use crate::{
    ipc::{ApiError, FieldProblem},
    report::problem,
};

/// `CASE-001` with every problem.
pub(crate) fn present(matter: &Matter, problems: Vec<Problem>) -> ApiError {
    ApiError::invalid(named(matter, problems))
}

/// The problems as the interface shows them.
pub(crate) fn named(matter: &Matter, problems: Vec<Problem>) -> Vec<FieldProblem> {
    problems
        .into_iter()
        .map(|found| name(matter, found))
        .collect()
}

fn name(matter: &Matter, mut found: Problem) -> FieldProblem {
    if let Some(field) = matter.field(&found.field) {
        found.field = format!("form.{}", found.field);
        return problem(found, Some(field.label.clone()));
    }
    if found.rule == "unknown_field" {
        found.field = format!("form.{}", found.field);
        return problem(found, None);
    }
    found.field = match found.field.as_str() {
        "applicant.id" => "applicant.idNumber".to_owned(),
        "agent.id" => "agent.person.idNumber".to_owned(),
        "agent.name" | "agent.address" | "agent.ethnicity" | "agent.phone" => {
            found.field.replacen("agent.", "agent.person.", 1)
        }
        _ => found.field,
    };
    let material = found
        .field
        .strip_prefix("materials.")
        .and_then(|id| matter.material(id));
    let label = material.map(|m| m.name.clone());
    problem(found, label)
}
