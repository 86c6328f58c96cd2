//! What was demanded beyond the published lists this month (疑似超清单要求), for a supervisor.

use std::collections::BTreeMap;

use chrono::{Datelike as _, NaiveDate};
use yichuang_domain::OperatorId;
use yichuang_store::{Demand, Reader};

use super::whole;
use crate::{
    clock::{first_instant, stamp},
    ipc::{DemandLog, DemandRow},
    report::Outcome,
};

/// Attempts shown.
const MOST: u32 = 50;

pub(super) fn demands(read: &Reader<'_>, today: NaiveDate) -> Outcome<DemandLog> {
    let month = first_instant(today.with_day(1).unwrap_or(today));
    let names = read.operators()?.into_iter();
    let names: BTreeMap<OperatorId, String> = names.map(|who| (who.id, who.name)).collect();
    let rows = read.demands(month, MOST)?.into_iter();
    let rows: Outcome<Vec<_>> = rows.map(|demand| row(read, demand, &names)).collect();
    Ok(DemandLog {
        count: whole(read.demand_count(month)?),
        rows: rows?,
    })
}

fn row(
    read: &Reader<'_>,
    demand: Demand,
    names: &BTreeMap<OperatorId, String>,
) -> Outcome<DemandRow> {
    let matter = read.matter_ref(&demand.matter)?;
    let case = demand.case.map(|id| read.case(id)).transpose()?.flatten();
    Ok(DemandRow {
        at: stamp(demand.at),
        clerk: demand
            .actor
            .and_then(|id| names.get(&id).cloned())
            .unwrap_or_default(),
        matter: matter.map_or_else(|| demand.matter.to_string(), |matter| matter.name),
        demanded: demand.demanded,
        number: case.map(|case| case.number.to_string()),
    })
}
