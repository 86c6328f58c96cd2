//! Values the form can take from what is already known, so that nothing is typed twice.

use yichuang_domain::{identity::Sex, matter::FormField};

use super::content::id_number;
use crate::ipc::{ArchivedValue, DraftContent, PersonInput};

/// The field that says whether somebody acts for the applicant: step 1 has answered it.
pub(super) const WHO_ACTS: &str = "is_agent";

/// The value an empty field can take: from the applicant or the agent of the draft, else what an
/// earlier form of the person said. Fields are known by what their key ends in; the catalogue keeps
/// one key for one meaning.
pub(crate) fn propose(
    field: &FormField,
    content: &DraftContent,
    earlier: Option<&ArchivedValue>,
) -> Option<String> {
    if content
        .form
        .get(&field.key)
        .is_some_and(|value| !value.is_empty())
    {
        return None;
    }
    if field.key == WHO_ACTS {
        return Some(content.agent.is_some().to_string());
    }
    let known = of_people(field, content).filter(|value| !value.is_empty());
    known.or_else(|| earlier.map(|earlier| earlier.value.clone()))
}

fn of_people(field: &FormField, content: &DraftContent) -> Option<String> {
    match field.key.split_once('_')? {
        ("applicant", part) => of_person(content.applicant.as_ref()?, part, field),
        ("agent", "relation") => option_like(field, &content.agent.as_ref()?.relation),
        ("agent", part) => of_person(&content.agent.as_ref()?.person, part, field),
        _ => None,
    }
}

fn of_person(person: &PersonInput, part: &str, field: &FormField) -> Option<String> {
    let id = id_number(person);
    match part {
        "name" => Some(person.name.clone()),
        "id_no" => Some(person.id_number.clone()),
        "phone" => Some(person.phone.clone()),
        "ethnicity" => Some(person.ethnicity.clone()),
        "hukou_address" | "address" => Some(person.address.clone()),
        "birth_date" if !person.birth.is_empty() => Some(person.birth.clone()),
        "birth_date" => id?.birth().map(|day| day.to_string()),
        "gender" => {
            let sex = Sex::from_key(&person.sex).or_else(|| id?.sex())?;
            option_like(field, sex.label())
        }
        _ => None,
    }
}

/// The field's own option for a word, when it has one.
fn option_like(field: &FormField, word: &str) -> Option<String> {
    field
        .options
        .iter()
        .find(|option| option.as_str() == word)
        .cloned()
}
