//! 排队号票, from the ticket as it was given and how many waited then.

use serde::{Deserialize, Serialize};
use yichuang_domain::queue::{Priority, TicketCode};
use yichuang_print::documents::{Imprint, QueueTicket};
use yichuang_store::{PaperRow, Reader};

use crate::{
    clock::shanghai,
    ipc::{ApiError, ErrorCode},
    paper::Paper,
    report::Outcome,
};

/// 排队号票; the paper has the id of its ticket.
pub(crate) const QUEUE_TICKET: &str = "queue_ticket";

/// What becomes of whoever misses the call (过号规则).
const RULES: [&str; 2] = [
    "叫号三次没有应答的，算过号；请找工作人员，排到队尾。",
    "预约的，请在约定时间前后 15 分钟内到。",
];

/// What the ticket said when it was given: the queue goes on.
#[derive(Serialize, Deserialize)]
struct Given {
    ahead: u32,
}

/// The paper of a ticket before which so many wait.
pub(super) fn paper_of(ahead: u32) -> Outcome<Paper> {
    Paper::of_queue_ticket().saying(&Given { ahead })
}

/// The ticket on paper.
///
/// # Errors
/// `PAPER-001` when there is no such ticket.
pub(crate) fn ticket_paper(
    read: &Reader<'_>,
    paper: &PaperRow,
    imprint: Imprint,
) -> Outcome<QueueTicket> {
    let unknown = || ApiError::new(ErrorCode::PaperUnknown);
    let ticket = read.queue_ticket(paper.about())?.ok_or_else(unknown)?;
    let said = paper.answers.as_deref().ok_or_else(unknown)?;
    let given: Given = serde_json::from_str(said).map_err(|_| unknown())?;
    let code = TicketCode {
        terminal: read.identity().terminal().clone(),
        day: ticket.day,
        number: ticket.number,
    };
    Ok(QueueTicket {
        code: code.to_string(),
        imprint: Imprint {
            number: ticket.number.to_string(),
            ..imprint
        },
        business: ticket.business,
        priority: ticket.priority.map_or("", Priority::label).to_owned(),
        ahead: given.ahead,
        windows: read.identity().enrolment.window.clone(),
        taken_at: shanghai(ticket.standing.taken_at),
        missed: RULES.map(str::to_owned).to_vec(),
    })
}
