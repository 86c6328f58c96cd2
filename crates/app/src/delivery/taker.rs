//! Whose document it is: the applicant's, their guardian's, somebody's with a mandate to collect, or a
//! stranger's.

use chrono::NaiveDate;
use yichuang_domain::{
    IdNumber, MatterCode,
    mandate::NotCovered,
    person::{AgentKind, MandateScope},
};
use yichuang_store::{CaseRow, MandateRow, Reader};
use yichuang_wire::payload::Received;

use crate::{
    ipc::{ApiError, ErrorCode},
    mandate::{between, covering},
    report::Outcome,
};

/// Who somebody is to the cases that are handed over.
pub(super) enum Taker {
    /// The applicant, by any of their numbers.
    Applicant,
    /// The legal guardian who acted in every one of them: needs no mandate (民法典 Art. 23).
    Guardian { relation: String },
    /// Somebody with a mandate that covers collecting each of them today.
    Agent { mandate: Box<MandateRow> },
    /// Nobody who may; with why their newest mandate does not cover it.
    Stranger { lapsed: Option<NotCovered> },
}

/// Who the holder of a document is to these cases.
pub(super) fn who<'a>(
    read: &Reader<'_>,
    cases: impl Iterator<Item = (&'a CaseRow, &'a Received)> + Clone,
    number: &IdNumber,
    today: NaiveDate,
) -> Outcome<Taker> {
    let theirs = read.numbers_of(number)?;
    if cases
        .clone()
        .all(|(case, _)| theirs.contains(&case.applicant_id))
    {
        return Ok(Taker::Applicant);
    }
    let guardian = |received: &Received| {
        let agent = received.agent.as_ref()?;
        let is = agent.kind == AgentKind::Guardian && theirs.contains(&agent.person.id);
        is.then(|| agent.relation.clone())
    };
    let guards: Option<Vec<String>> = cases
        .clone()
        .map(|(_, received)| guardian(received))
        .collect();
    if let Some(relation) = guards.and_then(|all| all.into_iter().next()) {
        return Ok(Taker::Guardian { relation });
    }
    let Some((first, _)) = cases.clone().next() else {
        return Ok(Taker::Stranger { lapsed: None });
    };
    let matters: Vec<MatterCode> = cases.map(|(case, _)| case.matter_code.clone()).collect();
    let mandates = between(read, &first.applicant_id, number)?;
    Ok(
        match covering(&mandates, &matters, MandateScope::Collect, today) {
            Ok(mandate) => Taker::Agent {
                mandate: Box::new(mandate),
            },
            Err(lapsed) => Taker::Stranger { lapsed },
        },
    )
}

/// Why somebody who may not take it may not.
pub(super) fn refused(lapsed: Option<NotCovered>) -> ApiError {
    let Some(gap) = lapsed else {
        return ApiError::new(ErrorCode::MandateMissing);
    };
    let day = gap.day().map(|day| day.to_string()).unwrap_or_default();
    ApiError::new(ErrorCode::MandateLapsed)
        .with("gap", gap.key())
        .with("day", day)
}

/// By what somebody takes a result for the applicant, as papers say it.
pub(crate) fn authority_words(mandate: Option<(NaiveDate, NaiveDate)>) -> String {
    match mandate {
        Some((from, until)) => format!(
            "授权委托书（{} 至 {}，含领取）",
            from.format("%Y-%m-%d"),
            until.format("%Y-%m-%d")
        ),
        None => "法定监护人".to_owned(),
    }
}
