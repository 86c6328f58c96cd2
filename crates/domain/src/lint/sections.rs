//! `missing_section`: one of the nine sections has no content.

use super::{Report, Rule, Spot};
use crate::guide::Section;

pub(super) fn check(report: &mut Report<'_>) {
    for section in Section::ALL {
        if is_missing(report, *section) {
            let spot = Spot::section(*section, section.key());
            report.find(
                Rule::MissingSection,
                spot,
                format!("缺“{}”", section.label()),
            );
        }
    }
}

fn is_missing(report: &Report<'_>, section: Section) -> bool {
    let matter = report.matter;
    let blank = |text: &str| text.trim().is_empty();
    match section {
        Section::Name => blank(&matter.name),
        Section::Bases => matter.citations().is_empty(),
        Section::AcceptAt => blank(&matter.accept_at.body) || blank(&matter.accept_at.place),
        Section::Conditions => matter.conditions.is_empty(),
        // No materials at all is a good list; every reader sees 「无需提交材料」.
        Section::Materials => false,
        Section::Steps => matter.steps.is_empty(),
        Section::Fee => {
            blank(&matter.fee.standard_text) || (matter.fee.charged && blank(&matter.fee.basis))
        }
        // Limits always have a value; the reader refuses contradictory ones.
        Section::Limits => false,
        Section::Consult => blank(&matter.consult.phone) && blank(&matter.consult.place),
    }
}
