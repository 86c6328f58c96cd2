//! 逾期未告知视为受理 (行政许可法 Art. 32 (4)): a licence about which nothing was told within five working
//! days counts as accepted from the day its materials were received. Nobody does it: it is written
//! down by the system when it is first noticed.

use yichuang_domain::{CaseNumber, calendar::due, case::deemed_acceptance};
use yichuang_store::{Act, CaseRow, Tx};
use yichuang_wire::payload::{CaseDue, DeemedAccepted};

use crate::{
    Desk,
    catalogue::{calendar, pinned},
    paper::{Paper, queue},
    report::Outcome,
};

impl Desk {
    /// Writes down which cases count as accepted by now. Nothing is written by a desk that only reads,
    /// over data that does not verify, or on a day nobody answers for.
    ///
    /// # Errors
    /// Those of the store.
    pub(crate) fn notice_silence(&self) -> Outcome<()> {
        if self.is_reading() || self.data_broken() {
            return Ok(());
        }
        let store = self.store()?;
        let silent = store.read(|read| -> Outcome<bool> {
            let Ok(seen) = self.dated_clock(read) else {
                return Ok(false);
            };
            Ok(!read.silent_cases(seen.today())?.is_empty())
        })?;
        if !silent {
            return Ok(());
        }
        let noticed = store.write(|tx| -> Outcome<Vec<CaseNumber>> {
            let seen = self.dated_clock(tx)?;
            let mut noticed = Vec::new();
            for row in tx.silent_cases(seen.today())? {
                if let Some(deemed) = deemed(tx, &row, seen.today())? {
                    tx.append(Act {
                        payload: deemed.into(),
                        case: Some(row.id),
                        actor: None,
                        at: seen.at,
                        clock: seen.state(),
                    })?;
                    let paper = Paper::of_case("acceptance", row.id);
                    queue(tx, self.fresh_id()?, &paper, seen.at)?;
                    noticed.push(row.number);
                }
            }
            Ok(noticed)
        })?;
        for number in noticed {
            self.committed(&number);
        }
        Ok(())
    }
}

fn deemed(tx: &Tx<'_>, row: &CaseRow, today: chrono::NaiveDate) -> Outcome<Option<DeemedAccepted>> {
    let Some(matter) = pinned(tx, row)? else {
        return Ok(None);
    };
    let calendar = calendar(tx)?;
    let from = deemed_acceptance(row.received_on, today, &calendar, matter.power_type);
    Ok(from.zip(row.notify_by).map(|(accepted_on, notify_by)| {
        let day = |limit| {
            let due = due(&calendar, accepted_on, limit);
            CaseDue {
                date: due.date,
                provisional: due.provisional,
            }
        };
        DeemedAccepted {
            number: row.number.clone(),
            accepted_on,
            notify_by,
            promised: Some(day(matter.promised_limit)),
            statutory: Some(day(matter.statutory_limit)),
        }
    }))
}
