//! The one list of a chain: several matters in one visit, every material once.
//!
//! A material several matters ask for is one line with the strictest of their statuses:
//! what one matter needs on paper serves the others, and a way of settling it is open only where
//! every matter that needs it takes it. What the chain spares people
//! (`dropped_materials`: results handed from step to step, covered by another material) is
//! `not_needed`, unless the chain itself keeps it on its merged list.

use super::{Ending, Held, Line, LineStatus, NotNeeded, options, requirements};
use crate::case::HandIn;
use crate::chain::Chain;
use crate::id::MatterCode;
use crate::matter::Matter;
use crate::question::{Answers, QuestionSet};
use serde::Serialize;

/// One matter of the visit.
#[derive(Debug, Clone, Copy)]
pub struct ChainPart<'a> {
    /// The matter.
    pub matter: &'a Matter,
    /// Its questions.
    pub questions: &'a QuestionSet,
    /// Its answers.
    pub answers: &'a Answers,
}

/// The merged list.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct ChainRequirements {
    /// The lines, each material once, in the order of first use.
    pub lines: Vec<ChainLine>,
    /// Matters that an answer ended; the others go on.
    pub ended: Vec<(MatterCode, Ending)>,
    /// Questions still open, by matter.
    pub next: Vec<(MatterCode, String)>,
    /// What need not be brought.
    pub not_needed: Vec<NotNeeded>,
}

/// One line of a merged list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ChainLine {
    /// The line.
    pub line: Line,
    /// The matters it serves, in the order of handling.
    pub used_by: Vec<MatterCode>,
    /// The ways it may be settled, the most natural first.
    pub ways: Vec<HandIn>,
    /// The line as each of these matters has it.
    own: Vec<Line>,
}

/// How one matter's own line is settled by the way chosen for the merged one: what the matter does
/// not ask for stays spared, whatever its sisters need.
#[must_use]
pub fn settled_for(own: &Line, merged: &Line, how: HandIn) -> HandIn {
    match own.status {
        LineStatus::Waived { .. } if !matches!(merged.status, LineStatus::Waived { .. }) => {
            HandIn::Waived
        }
        LineStatus::Held { .. } if !options(own).contains(&how) => HandIn::Held,
        _ => how,
    }
}

/// The list for one visit. `parts` are the matters the person chose, in the chain's order.
#[must_use]
pub fn chain_requirements(
    chain: &Chain,
    parts: &[ChainPart<'_>],
    held: &[Held],
    barred: bool,
) -> ChainRequirements {
    let mut merged = ChainRequirements::default();
    let going: Vec<MatterCode> = parts.iter().map(|part| part.matter.code.clone()).collect();
    let mut spared: Vec<NotNeeded> = Vec::new();
    for part in parts {
        let list = requirements(part.matter, part.questions, part.answers, held, barred);
        let code = &part.matter.code;
        merged
            .ended
            .extend(list.ended.map(|ending| (code.clone(), ending)));
        merged.next.extend(
            list.next
                .into_iter()
                .map(|question| (code.clone(), question)),
        );
        for line in list.lines {
            match spared_by_chain(chain, &line, code, &going) {
                Some(not_needed) => spared.push(not_needed),
                None => merged.take(code, line),
            }
        }
        spared.extend(list.not_needed);
    }
    // What one matter spares another may still need.
    for not_needed in spared {
        let known = merged
            .not_needed
            .iter()
            .any(|other| other.material == not_needed.material);
        if !known && merged.line(not_needed.material.as_str()).is_none() {
            merged.not_needed.push(not_needed);
        }
    }
    for line in &mut merged.lines {
        line.ways = line.open_ways();
    }
    merged
}

fn spared_by_chain(
    chain: &Chain,
    line: &Line,
    code: &MatterCode,
    going: &[MatterCode],
) -> Option<NotNeeded> {
    let dropped = chain.spares(&line.material, code, going)?;
    Some(NotNeeded {
        material: line.material.clone(),
        name: line.name.clone(),
        why: dropped.reason.clone(),
    })
}

impl ChainRequirements {
    /// The line of a material.
    #[must_use]
    pub fn line(&self, material: &str) -> Option<&ChainLine> {
        self.lines
            .iter()
            .find(|merged| merged.line.material == *material)
    }

    fn take(&mut self, code: &MatterCode, line: Line) {
        match self
            .lines
            .iter_mut()
            .find(|merged| merged.line.material == line.material)
        {
            None => self.lines.push(ChainLine {
                used_by: vec![code.clone()],
                ways: Vec::new(),
                own: vec![line.clone()],
                line,
            }),
            Some(merged) => {
                merged.used_by.push(code.clone());
                merged.own.push(line.clone());
                merged.line.merge(line);
            }
        }
    }
}

impl ChainLine {
    fn open_ways(&self) -> Vec<HandIn> {
        let ways = options(&self.line).into_iter();
        let taken =
            |own: &Line, how: HandIn| options(own).contains(&settled_for(own, &self.line, how));
        ways.filter(|how| self.own.iter().all(|own| taken(own, *how)))
            .collect()
    }
}

impl Line {
    fn merge(&mut self, other: Self) {
        if strictness(&other.status) > strictness(&self.status) {
            self.status = other.status;
            self.form = other.form;
        }
        self.copies = self.copies.max(other.copies);
        self.conditional &= other.conditional;
        self.original_required |= other.original_required;
        self.basis = self.basis.take().or(other.basis);
        self.basis_due = self.basis_due.take().or(other.basis_due);
        // On the starting list of one matter, it needs no reason from another.
        self.because = self.because.take().filter(|_| other.because.is_some());
        for note in other.note {
            if !self.note.contains(&note) {
                self.note.push(note);
            }
        }
    }
}

const fn strictness(status: &LineStatus) -> u8 {
    match status {
        LineStatus::Waived { .. } => 0,
        LineStatus::Held { .. } => 1,
        LineStatus::PromisePossible => 2,
        LineStatus::Deferrable => 3,
        LineStatus::Must => 4,
    }
}
