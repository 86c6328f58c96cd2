//! Enquiries as pages show them: one's own, or for whoever answers for the point everybody's.

use std::collections::BTreeMap;

use yichuang_domain::{
    OperatorId, Phone,
    enquiry::{EnquiryState, may_move},
    role::{Act, Role, may},
};
use yichuang_store::{Enquiry, Operator as Stored, Reader};

use crate::{
    Desk,
    clock::stamp,
    desk::Operator,
    ipc::{Colleague, EnquiryList, EnquiryRow, EnquiryShelf, ListEnquiries},
    report::Outcome,
};

/// Enquiries that are sent at once.
const LISTED: u32 = 200;
/// Enquiries on the workbench.
const ON_SHELF: u32 = 4;

impl Desk {
    /// Enquiries, those in hand first.
    ///
    /// # Errors
    /// `OPS-…`.
    pub fn list_enquiries(&self, input: ListEnquiries) -> Outcome<EnquiryList> {
        let operator = self.allowed(Act::Enquire)?;
        let everybody = operator.role == Role::Supervisor;
        let of = (!(everybody && input.everybody)).then_some(operator.id);
        self.store()?.read(|read| {
            let people = read.operators()?;
            let names = names(&people);
            let rows = read.enquiries(of, LISTED)?;
            let colleagues = people.iter().filter(|who| is_colleague(who));
            Ok(EnquiryList {
                rows: rows
                    .iter()
                    .map(|one| row(read, one, &names, &operator))
                    .collect::<Outcome<_>>()?,
                everybody,
                colleagues: colleagues
                    .filter(|who| who.id != operator.id)
                    .map(|who| Colleague {
                        id: who.id.to_string(),
                        name: who.name.clone(),
                    })
                    .collect(),
            })
        })
    }
}

/// Somebody at this terminal who may have an enquiry.
pub(super) fn is_colleague(who: &Stored) -> bool {
    !who.disabled && may(who.role, Act::Enquire)
}

/// What somebody has in hand, for the workbench.
pub(crate) fn shelf(read: &Reader<'_>, operator: &Operator) -> Outcome<EnquiryShelf> {
    let names = names(&read.operators()?);
    let rows = read.enquiries(Some(operator.id), ON_SHELF)?;
    let in_hand = rows
        .iter()
        .filter(|one| one.state == EnquiryState::Open && one.owner == Some(operator.id));
    Ok(EnquiryShelf {
        open: read.open_enquiries(operator.id)?,
        rows: in_hand
            .map(|one| row(read, one, &names, operator))
            .collect::<Outcome<_>>()?,
    })
}

fn names(people: &[Stored]) -> BTreeMap<OperatorId, String> {
    people
        .iter()
        .map(|who| (who.id, who.name.clone()))
        .collect()
}

fn row(
    read: &Reader<'_>,
    enquiry: &Enquiry,
    names: &BTreeMap<OperatorId, String>,
    operator: &Operator,
) -> Outcome<EnquiryRow> {
    let name = |id: Option<OperatorId>| id.and_then(|id| names.get(&id).cloned());
    let mine = enquiry.owner == Some(operator.id);
    let phone = enquiry.phone.as_ref().map(|phone| match mine {
        true => phone.reveal().to_owned(),
        false => Phone::masked(phone),
    });
    let matter = match &enquiry.matter {
        Some(code) => read.matter_ref(code)?.map(|found| found.name),
        None => None,
    };
    Ok(EnquiryRow {
        id: enquiry.id.to_string(),
        at: stamp(enquiry.at),
        text: enquiry.text.clone(),
        matter: matter.or_else(|| enquiry.matter.as_ref().map(ToString::to_string)),
        name: enquiry.name.clone().unwrap_or_default(),
        phone: phone.unwrap_or_default(),
        asked_first: name(enquiry.asked_first).unwrap_or_default(),
        owner: name(enquiry.owner).unwrap_or_default(),
        movable: enquiry.state == EnquiryState::Open
            && may_move(enquiry.owner, operator.id, operator.role),
        state: enquiry.state.key().to_owned(),
        handed_to: enquiry.handed.as_ref().map(|(to, _)| to.clone()),
        handed_why: enquiry.handed.as_ref().map(|(_, why)| why.clone()),
        answer: enquiry.answer.clone(),
        number: enquiry.number.as_ref().map(ToString::to_string),
        closed_on: enquiry.closed_on.map(|on| on.to_string()),
    })
}
