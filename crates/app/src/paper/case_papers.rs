//! The statutory papers of a case, from its entries: whenever one is printed again, it says the same.

use chrono::{DateTime, FixedOffset};
use yichuang_domain::{CaseState, HandIn, Matter, Person, RefusalGround, matter::PowerType};
use yichuang_print::documents::{
    Acceptance, Correction, Defect, FollowUp, Imprint, Party, Receipt, ReceivedMaterial, Refusal,
};
use yichuang_wire::payload::{
    Accepted, CaseDue, CorrectionAsked, Received, Refused, TakenMaterial,
};

/// The article every acceptance and refusal of a licence rests on.
const LICENCE_LAW: &str = "《中华人民共和国行政许可法》第三十二条";

/// What a paper about a case is made from.
pub(crate) struct Facts<'a> {
    pub(crate) imprint: Imprint,
    pub(crate) matter: &'a Matter,
    pub(crate) received: &'a Received,
    pub(crate) received_at: DateTime<FixedOffset>,
}

/// 申请材料接收凭证.
pub(crate) fn receipt(facts: Facts<'_>, accepted: Option<&Accepted>, offline: bool) -> Receipt {
    let received = facts.received;
    let taken = received
        .materials
        .iter()
        .filter(|m| m.how.is_some_and(|how| how != HandIn::Deferred));
    let owed = received
        .materials
        .iter()
        .filter(|m| m.how == Some(HandIn::Deferred));
    Receipt {
        organ: received.point.name.clone(),
        applicant: party(&received.applicant),
        agent: received.agent.as_ref().map(|agent| party(&agent.person)),
        matter: received.matter.name.clone(),
        matter_code: received.matter.code.to_string(),
        matters: Vec::new(),
        materials: taken.map(|m| received_material(m, facts.matter)).collect(),
        follow_ups: owed.map(follow_up).collect(),
        received_at: facts.received_at,
        received_by: received.clerk.clone(),
        promised: accepted
            .map(|a| promised_words(a.promised))
            .unwrap_or_default(),
        how_to_check: promise_of_once(facts.matter, accepted)
            .into_iter()
            .chain([format!(
                "查进度：报编号或持本凭证到{}，电话 {}；对服务有意见请拨 {}。",
                received.point.name, received.point.phone, facts.imprint.hotline
            )])
            .collect(),
        fee: facts.matter.fee.words(),
        offline,
        entered_on: received.slip.as_ref().map(|slip| slip.entered_on),
        seal: false,
        imprint: facts.imprint,
    }
}

/// 一次办好 is promised only once what the list asks for was found to be there.
fn promise_of_once(matter: &Matter, accepted: Option<&Accepted>) -> Option<String> {
    (matter.trips <= 1 && accepted.is_some())
        .then(|| "材料已按清单核对，本事项承诺一次办好。".to_owned())
}

/// 受理通知书.
pub(crate) fn acceptance(facts: Facts<'_>, accepted: &Accepted) -> Acceptance {
    let matter = facts.matter;
    let received = facts.received;
    Acceptance {
        organ: received.matter.department.clone(),
        applicant: party(&received.applicant),
        matter: received.matter.name.clone(),
        matter_code: received.matter.code.to_string(),
        applied_on: received.received_on,
        accepted_on: accepted.accepted_on,
        basis: basis(matter),
        legal_due: accepted.statutory.map(due_words).unwrap_or_default(),
        promised_due: promised_words(accepted.promised),
        special_procedures: special_words(accepted, received),
        fee: matter.fee.words(),
        delivery: delivery(matter),
        contact: contact(matter),
        imprint: facts.imprint,
    }
}

/// 补正告知书.
pub(crate) fn correction(facts: Facts<'_>, asked: &CorrectionAsked) -> Correction {
    let received = facts.received;
    Correction {
        organ: received.matter.department.clone(),
        applicant: party(&received.applicant),
        matter: received.matter.name.clone(),
        matter_code: received.matter.code.to_string(),
        received_on: received.received_on,
        served_on: asked.notified_on,
        defects: asked
            .items
            .iter()
            .map(|item| Defect {
                material: item.material.clone(),
                problem: item.problem.clone(),
                cure: item.how.clone(),
                basis: item.basis.clone(),
            })
            .collect(),
        supply_by: asked.supply_by,
        where_to: format!(
            "补正材料请交到{}（{}）。",
            received.point.name, received.point.address
        ),
        consequence: String::new(),
        contact: contact(facts.matter),
        clerk: asked.clerk.clone(),
        imprint: facts.imprint,
    }
}

/// 不予受理通知书.
pub(crate) fn refusal(facts: Facts<'_>, refused: &Refused) -> Refusal {
    let received = facts.received;
    let returned = received
        .materials
        .iter()
        .filter(|m| m.how.is_some_and(leaves_paper))
        .map(|m| m.name.clone());
    Refusal {
        organ: received.matter.department.clone(),
        applicant: party(&received.applicant),
        matter: received.matter.name.clone(),
        matter_code: received.matter.code.to_string(),
        applied_on: received.received_on,
        decided_on: refused.refused_on,
        reason: format!("{}。{}", refused.ground.label(), refused.explanation),
        basis: refusal_basis(refused.ground, facts.matter),
        competent: refused.competent.clone(),
        review_authority: format!("{}的本级人民政府", received.matter.department),
        court: "有管辖权的人民法院".to_owned(),
        returned: returned.collect(),
        contact: contact(facts.matter),
        clerk: refused.clerk.clone(),
        imprint: facts.imprint,
    }
}

pub(super) fn party(person: &Person) -> Party {
    Party {
        name: person.name.clone(),
        masked_id: format!("{} {}", person.id.kind().label(), person.id.masked()),
    }
}

pub(super) fn received_material(taken: &TakenMaterial, matter: &Matter) -> ReceivedMaterial {
    let asked = matter.material(&taken.id);
    let handed_over = taken.how.is_some_and(leaves_paper);
    let pages = taken
        .pages
        .unwrap_or_else(|| u32::try_from(taken.files.len()).unwrap_or(u32::MAX));
    ReceivedMaterial {
        name: taken.name.clone(),
        copies: if handed_over {
            asked.map_or(1, |m| m.copies)
        } else {
            0
        },
        pages,
        form: taken
            .how
            .map(|how| how.label().to_owned())
            .unwrap_or_default(),
        note: taken
            .because
            .clone()
            .or_else(|| taken.note.clone())
            .unwrap_or_default(),
    }
}

/// Whether something stays at the counter: paper, or pages taken of it.
pub(super) fn leaves_paper(how: HandIn) -> bool {
    matches!(how, HandIn::CopyTaken | HandIn::PaperTaken)
}

pub(super) fn follow_up(taken: &TakenMaterial) -> FollowUp {
    let by = taken
        .supply_by
        .map(|day| format!("{} 前补交", day.format("%Y-%m-%d")));
    FollowUp {
        name: taken.name.clone(),
        by: by.unwrap_or_else(|| "尽快补交".to_owned()),
    }
}

fn basis(matter: &Matter) -> String {
    match matter.power_type {
        PowerType::Licence => format!("{LICENCE_LAW}第一款第（五）项"),
        _ => matter
            .bases
            .first()
            .map(yichuang_domain::matter::Basis::citation)
            .unwrap_or_default(),
    }
}

fn refusal_basis(ground: RefusalGround, matter: &Matter) -> String {
    match (matter.power_type, ground) {
        (PowerType::Licence, RefusalGround::NotRequired) => {
            format!("{LICENCE_LAW}第一款第（一）项")
        }
        (PowerType::Licence, RefusalGround::NotCompetent) => {
            format!("{LICENCE_LAW}第一款第（二）项")
        }
        _ => basis(matter),
    }
}

pub(super) fn due_words(due: CaseDue) -> String {
    let day = due.date.format("%Y年%-m月%-d日");
    if due.provisional {
        format!("{day}（暂定，以公布的节假日安排为准）")
    } else {
        day.to_string()
    }
}

pub(super) fn promised_words(due: Option<CaseDue>) -> String {
    due.map_or_else(|| "当场办结".to_owned(), due_words)
}

fn special_words(accepted: &Accepted, received: &Received) -> String {
    if accepted.state != CaseState::AcceptedDeferred {
        return String::new();
    }
    let owed: Vec<_> = received
        .materials
        .iter()
        .filter(|m| m.how == Some(HandIn::Deferred))
        .map(follow_up)
        .collect();
    let list: Vec<_> = owed
        .iter()
        .map(|f| format!("{}（{}）", f.name, f.by))
        .collect();
    format!("容缺受理，待补：{}", list.join("；"))
}

fn delivery(matter: &Matter) -> String {
    let words: Vec<_> = matter
        .results
        .iter()
        .map(|r| {
            let ways: Vec<_> = r.delivery.iter().map(|mode| mode.label()).collect();
            format!("{}（{}）", r.name, ways.join("、"))
        })
        .collect();
    words.join("；")
}

pub(super) fn contact(matter: &Matter) -> String {
    format!("{} {}", matter.implementing_body, matter.consult.phone)
}
