//! What one way of making one paper took, told by its programs, and the middle of it.

use std::path::Path;
use std::process::Command;

use serde::{Deserialize, Serialize};

use crate::failure::Failure;

/// What a program tells of one process.
#[derive(Deserialize)]
pub(super) struct Told {
    cold: Taken,
    warm: Vec<Taken>,
    bytes: u64,
    #[serde(rename = "peakBytes")]
    peak: Option<u64>,
}

/// Milliseconds.
#[derive(Clone, Copy, Deserialize)]
struct Taken {
    wall: f64,
    cpu: Option<f64>,
}

/// One row of the table: times in milliseconds, sizes in bytes.
#[derive(Clone, Serialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct Row {
    pub(super) paper: &'static str,
    pub(super) engine: &'static str,
    pub(super) warm_cpu: f64,
    pub(super) warm_wall: f64,
    pub(super) cold_cpu: f64,
    pub(super) cold_wall: f64,
    pub(super) bytes: u64,
    pub(super) peak_bytes: u64,
    pub(super) papers_made: usize,
}

impl Row {
    /// The medians of several processes.
    pub(super) fn of(paper: &'static str, engine: &'static str, told: &[Told]) -> Self {
        let cold: Vec<Taken> = told.iter().map(|one| one.cold).collect();
        let warm: Vec<Taken> = told.iter().flat_map(|one| &one.warm).copied().collect();
        let cpu = |all: &[Taken]| median(all.iter().filter_map(|one| one.cpu));
        let wall = |all: &[Taken]| median(all.iter().map(|one| one.wall));
        Self {
            paper,
            engine,
            warm_cpu: cpu(&warm),
            warm_wall: wall(&warm),
            cold_cpu: cpu(&cold),
            cold_wall: wall(&cold),
            bytes: told.first().map_or(0, |one| one.bytes),
            peak_bytes: told.iter().filter_map(|one| one.peak).max().unwrap_or(0),
            papers_made: cold.len() + warm.len(),
        }
    }
}

fn median(all: impl Iterator<Item = f64>) -> f64 {
    let mut all: Vec<f64> = all.collect();
    all.sort_unstable_by(f64::total_cmp);
    let middle = all.len() / 2;
    match all.len() {
        0 => 0.0,
        even if even % 2 == 0 => f64::midpoint(all[middle - 1], all[middle]),
        _ => all[middle],
    }
}

/// Runs a program that tells what it took on its last line.
pub(super) fn told(program: &mut Command) -> Result<Told, Failure> {
    let name = Path::new(program.get_program()).display().to_string();
    let output = program.output().map_err(Failure::during(&name))?;
    if !output.status.success() {
        let said = String::from_utf8_lossy(&output.stderr);
        return Err(Failure::new(format!("{name}: {}\n{said}", output.status)));
    }
    Ok(serde_json::from_slice(&output.stdout)?)
}

#[cfg(test)]
mod tests {
    use super::median;

    #[test]
    fn the_middle_of_an_odd_and_an_even_number_of_times() {
        assert!((median([3.0, 1.0, 2.0].into_iter()) - 2.0).abs() < f64::EPSILON);
        assert!((median([4.0, 1.0, 2.0, 3.0].into_iter()) - 2.5).abs() < f64::EPSILON);
        assert!(median(std::iter::empty()).abs() < f64::EPSILON);
    }
}
