//! Materials that conditions or situations imply and the list lacks.

use super::Report;
use crate::question::QuestionSet;

pub(super) fn check(_report: &mut Report<'_>, _questions: Option<&QuestionSet>) {}
