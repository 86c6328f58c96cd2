//! Letting a finding stand, by name.

use yichuang_domain::role::Act;
use yichuang_wire::payload::GuideFindingKept;

use super::{findings::findings, matter};
use crate::{
    Desk,
    ipc::{ApiError, ChangedKind, Done, ErrorCode, KeepFinding},
    operator::reason,
    report::Outcome,
};

/// Shortest reason, in characters: it is printed on every guide.
const SHORTEST_REASON: usize = 4;

impl Desk {
    /// Lets a finding about a guide stand: a supervisor answers for it, by password at another
    /// person's window, and every print of this text says so. Another text asks again.
    ///
    /// # Errors
    /// `MATTER-001`; `GUIDE-002` when the guide has no such finding, or one nobody may keep;
    /// `CASE-001` for a reason that is none; `OPS-002` to `OPS-004` and `OPS-007` about the
    /// supervisor.
    pub fn keep_finding(&self, input: KeepFinding) -> Outcome<Done> {
        let operator = self.allowed(Act::ReadGuide)?;
        let reason = reason("reason", &input.reason, SHORTEST_REASON)?;
        let supervisor = self.vouched(&input.supervisor, &input.password, Act::OverrideLint)?;
        self.store()?.write(|tx| -> Outcome<()> {
            let found = matter(tx, &input.code)?;
            let known = findings(tx, &found)?
                .into_iter()
                .map(|known| known.finding)
                .find(|finding| {
                    finding.rule.key() == input.rule
                        && finding.section == input.section
                        && finding.text == input.text
                        && !finding.rule.blocks()
                })
                .ok_or_else(|| ApiError::new(ErrorCode::FindingUnknown))?;
            let kept = GuideFindingKept {
                matter: found.matter.code.clone(),
                sha256: found.reference.sha256,
                pack_version: found.reference.pack_version,
                rule: known.rule.key().to_owned(),
                section: known.section,
                text: match known.words.as_str() {
                    "" => known.text,
                    words => words.to_owned(),
                },
                reason,
                supervisor,
            };
            self.note(tx, kept, None, Some(operator.id))?;
            Ok(())
        })?;
        self.announce(ChangedKind::Matter, Some(input.code));
        Ok(Done {})
    }
}
