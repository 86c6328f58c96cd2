//! What the linter finds about a guide, who answers for it, and what paper says of it.

use yichuang_domain::lint::{Finding, Rule, lint};
use yichuang_store::{KeptFinding, Reader};

use crate::{
    catalogue::CatalogueMatter,
    clock::stamp,
    ipc::{ApiError, ErrorCode, FindingView, KeptFindingView},
    notice::clerk_name,
    report::Outcome,
};

/// A finding, and who keeps it.
pub(crate) struct Known {
    pub(super) finding: Finding,
    kept: Option<(KeptFinding, String)>,
}

/// Every finding on a matter as it stands, in the order of the guide's rules.
pub(crate) fn findings(read: &Reader<'_>, found: &CatalogueMatter) -> Outcome<Vec<Known>> {
    let kept = read.kept_findings(&found.matter.code, found.reference.sha256)?;
    let known = |finding: Finding| -> Outcome<Known> {
        let word = kept
            .iter()
            .find(|kept| kept.rule == finding.rule.key() && kept.section == finding.section);
        let kept = word
            .map(|kept| Ok::<_, ApiError>((kept.clone(), clerk_name(read, Some(kept.supervisor))?)))
            .transpose()?;
        Ok(Known { finding, kept })
    };
    let all = lint(&found.matter, Some(&found.questions));
    all.into_iter().map(known).collect()
}

/// Refuses a guide that lacks one of the nine sections: it is not published (服务指南缺项).
///
/// # Errors
/// `GUIDE-001` naming the sections.
pub(crate) fn complete(found: &CatalogueMatter) -> Outcome<()> {
    let missing: Vec<_> = lint(&found.matter, None)
        .into_iter()
        .filter(|finding| finding.rule.blocks())
        .map(|finding| finding.place)
        .collect();
    if missing.is_empty() {
        return Ok(());
    }
    Err(ApiError::new(ErrorCode::GuideIncomplete)
        .with("matter", &found.matter.name)
        .with("missing", missing.join("、")))
}

impl Known {
    /// As the face shows it.
    pub(super) fn view(&self) -> FindingView {
        let finding = &self.finding;
        FindingView {
            rule: finding.rule.key().to_owned(),
            section: finding.section.clone(),
            place: finding.place.clone(),
            words: finding.words.clone(),
            text: finding.text.clone(),
            blocks: finding.rule.blocks(),
            beyond: finding.rule.reaches_beyond_list(),
            kept: self
                .kept
                .as_ref()
                .map(|(kept, supervisor)| KeptFindingView {
                    supervisor: supervisor.clone(),
                    at: stamp(kept.at),
                    reason: kept.reason.clone(),
                }),
        }
    }

    /// What every print of the guide says of it; none when it takes nothing away from the list.
    pub(crate) fn reservation(&self) -> Option<String> {
        let Finding {
            rule, place, words, ..
        } = &self.finding;
        if !rule.reaches_beyond_list() {
            return None;
        }
        let what = match rule {
            Rule::CatchAll => "为兜底表述",
            _ => "提到了材料清单里没有的材料",
        };
        Some(match &self.kept {
            None => {
                format!("本指南{place}“{words}”{what}，未经批准，窗口不得据此要求清单以外的材料。")
            }
            Some((kept, supervisor)) => format!(
                "本指南{place}“{words}”{what}，经{}批准保留，理由：{}；窗口不得要求清单以外的材料。",
                approver(supervisor),
                kept.reason
            ),
        })
    }
}

/// Whoever approved, by name when they are of this home.
fn approver(name: &str) -> String {
    match name {
        "" => "负责人".to_owned(),
        name => format!("{name}（负责人）"),
    }
}
