//! A chain as the interface shows it: what is ticked, what merging spares, where it goes.

use chrono::NaiveDate;
use yichuang_domain::{
    Calendar, Matter, MatterCode, calendar::due, chain::ChainMatter as Listed, matter::Material,
};

use crate::{
    catalogue::{CatalogueMatter, ChainAsked},
    guide::ending_view,
    ipc::{ChainMaterialUse, ChainMatter, ChainOffice, ChainView},
};

/// A chain with what one application asks of it; `whole` is the chain as one matter.
pub(crate) fn chain_view(
    asked: &ChainAsked,
    whole: &Matter,
    today: NaiveDate,
    calendar: &Calendar,
) -> ChainView {
    let going = asked.going();
    let table = table(asked);
    let matters = || going.iter().filter_map(|at| asked.matters.get(*at));
    let listed: usize = matters().map(|found| found.matter.materials.len()).sum();
    let trips = matters().map(|found| found.matter.trips.max(1));
    ChainView {
        code: asked.chain.code.clone(),
        name: asked.chain.name.clone(),
        once_notice: asked.chain.once_notice.clone(),
        matters: matter_views(asked, today, calendar),
        fields: count(asked.merged().form(&going).len()),
        fields_apart: count(asked.merged().fields_apart(&going)),
        materials: count(table.len()),
        materials_apart: count(listed),
        trips: trips.clone().max().map_or(0, |_| 1),
        trips_apart: trips.sum(),
        table,
        offices: offices(matters()),
        promised: whole.promised_limit.label(),
    }
}

fn matter_views(asked: &ChainAsked, today: NaiveDate, calendar: &Calendar) -> Vec<ChainMatter> {
    let there = asked.chain.matters.iter().enumerate();
    let mut views: Vec<ChainMatter> = there
        .filter_map(|(at, listed)| {
            let found = asked.matters.get(at)?;
            Some(matter_view(asked, (at, listed), found, today, calendar))
        })
        .collect();
    views.extend(asked.gone.iter().map(gone_view));
    views.sort_by_key(|matter| matter.order);
    views
}

fn gone_view(listed: &Listed) -> ChainMatter {
    ChainMatter {
        order: listed.order,
        code: listed.code.to_string(),
        name: listed.name.clone(),
        department: String::new(),
        optional: listed.optional,
        chosen: false,
        gone: true,
        ended: None,
        needed_by: Vec::new(),
        waits_for: Vec::new(),
        promised: String::new(),
        due: None,
        due_provisional: false,
    }
}

fn matter_view(
    asked: &ChainAsked,
    (at, listed): (usize, &Listed),
    found: &CatalogueMatter,
    today: NaiveDate,
    calendar: &Calendar,
) -> ChainMatter {
    let codes: Vec<MatterCode> = asked
        .chosen
        .iter()
        .filter_map(|at| Some(asked.matters.get(*at)?.matter.code.clone()))
        .collect();
    let going = asked.going_codes();
    let ended = asked.ended.iter().find(|(ended, _)| *ended == at);
    let day = due(calendar, today, found.matter.promised_limit);
    let immediate = found.matter.promised_limit.value == 0;
    let waits = listed.depends_on.iter().filter(|code| going.contains(code));
    ChainMatter {
        order: listed.order,
        code: listed.code.to_string(),
        name: found.matter.name.clone(),
        department: found.matter.implementing_body.clone(),
        optional: listed.optional,
        chosen: asked.chosen.contains(&at),
        gone: false,
        ended: ended.map(|(_, ending)| ending_view(&found.questions, ending)),
        needed_by: asked
            .chain
            .needing(&listed.code, &codes)
            .map(|matter| matter.order)
            .collect(),
        waits_for: waits
            .filter_map(|code| Some(asked.chain.matter(code)?.order))
            .collect(),
        promised: found.matter.promised_limit.label(),
        due: (!immediate).then(|| day.date.to_string()),
        due_provisional: day.provisional && !immediate,
    }
}

/// Every material the handled matters ask for in some situation and the chain does not spare.
fn table(asked: &ChainAsked) -> Vec<ChainMaterialUse> {
    let mut table: Vec<ChainMaterialUse> = Vec::new();
    for child in asked.children() {
        let order = asked.chain.matters.get(child.index);
        let order = order.map_or(0, |matter| matter.order);
        for material in &child.found.matter.materials {
            note_use(&mut table, material, order);
        }
    }
    table
}

fn note_use(table: &mut Vec<ChainMaterialUse>, material: &Material, order: u32) {
    let known = table.iter_mut().find(|one| material.id == *one.material);
    match known {
        Some(one) => one.used_by.push(order),
        None => table.push(ChainMaterialUse {
            material: material.id.to_string(),
            name: material.name.clone(),
            used_by: vec![order],
        }),
    }
}

fn offices<'a>(matters: impl Iterator<Item = &'a CatalogueMatter>) -> Vec<ChainOffice> {
    let mut offices: Vec<ChainOffice> = Vec::new();
    for found in matters {
        let office = &found.reference.department;
        match offices.iter_mut().find(|one| one.office == *office) {
            Some(one) => one.matters += 1,
            None => offices.push(ChainOffice {
                office: office.clone(),
                matters: 1,
            }),
        }
    }
    offices
}

fn count(n: usize) -> u32 {
    u32::try_from(n).unwrap_or(u32::MAX)
}
