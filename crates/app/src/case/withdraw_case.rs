//! 撤回: the applicant withdraws in writing, and what lies at the counter is given back.

use yichuang_domain::{
    FieldProblem as Problem, FileRef,
    case::{RequestKind, Verb},
    role::Act,
};
use yichuang_wire::payload::Withdrawn;

use super::{
    ending::{Ending, given_back, may_end},
    standing::standing,
};
use crate::{
    Desk,
    draft::file_ref,
    ipc::{ApiError, CaseEnded, FileInfo, WithdrawCase},
    operator::reason,
    report::{Outcome, field_problem, problem},
};

/// More pages than anybody writes to withdraw.
const MOST_PAGES: usize = 20;
/// The proof that materials were given back.
pub(crate) const MATERIALS_RETURN: &str = "materials_return";

impl Desk {
    /// Records a withdrawal; of a case that is with its department, the platform is asked.
    ///
    /// # Errors
    /// `CASE-001` without a reason, the signed withdrawal (`written_missing`), for pages that are none
    /// (`file`, `too_many`), or a material that does not lie here; `CASE-002`, `CASE-003`, `CASE-010`, `CLOCK-001`; nothing is changed.
    pub fn withdraw_case(&self, input: WithdrawCase) -> Outcome<CaseEnded> {
        let operator = self.allowed_to_decide(Act::Withdraw)?;
        let why = reason("reason", &input.reason, 2)?;
        let files = pages(&input.files)?;
        if !input.written {
            let missing = field_problem("written", "written_missing");
            return Err(ApiError::invalid(vec![missing]));
        }
        self.end_case(&operator, &input.number, |tx, row, hand| {
            if may_end(tx, row, Verb::Withdraw, RequestKind::Withdraw)? {
                return Ok(Ending::Asked {
                    what: RequestKind::Withdraw,
                    reason: why,
                    supervisor: None,
                    files,
                });
            }
            let received = standing(tx, row.id)?;
            let returned = received
                .map(|received| given_back(&received, &input.returned))
                .transpose()?
                .unwrap_or_default();
            let withdrawn = Withdrawn {
                number: row.number.clone(),
                reason: why,
                returned,
                files,
                withdrawn_on: hand.today,
                clerk: hand.operator.name.clone(),
            };
            Ok(Ending::Here(
                Box::new(withdrawn.into()),
                vec![MATERIALS_RETURN],
            ))
        })
    }
}

/// The pages of the written withdrawal.
fn pages(given: &[FileInfo]) -> Outcome<Vec<FileRef>> {
    let mut problems = Vec::new();
    if given.len() > MOST_PAGES {
        problems.push(Problem::new("files", "too_many").with("max", MOST_PAGES));
    }
    let read = |file| file_ref("files", file, &mut problems);
    let files: Vec<FileRef> = given.iter().take(MOST_PAGES).filter_map(read).collect();
    if problems.is_empty() {
        return Ok(files);
    }
    let shown = problems.into_iter().map(|one| problem(one, None));
    Err(ApiError::invalid(shown.collect()))
}
