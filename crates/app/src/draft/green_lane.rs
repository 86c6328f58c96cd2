//! 绿色通道 on a draft.

use yichuang_domain::{
    FieldProblem as Problem,
    case::{GreenLaneReason, LONGEST_WORDS},
    text::check,
};

use crate::ipc::DraftContent;

/// What is wrong with it: a reason from the list, another one in words.
pub(super) fn wrong(content: &DraftContent) -> Option<Problem> {
    let lane = content.green_lane.as_ref()?;
    let why = GreenLaneReason::from_key(&lane.why);
    if why.is_none() {
        return Some(Problem::new("greenLane.why", "required"));
    }
    if why == Some(GreenLaneReason::Other) && lane.words.trim().is_empty() {
        return Some(Problem::new("greenLane.words", "required"));
    }
    let fits = check(&lane.words, LONGEST_WORDS).is_ok();
    (!fits).then(|| Problem::new("greenLane.words", "too_long"))
}
