//! Wall and processor time, and memory, as the system counts them.

use std::fs;
use std::time::Instant;

use serde::Serialize;

/// What something took, in milliseconds. Processor time is the whole process's, and none where the
/// system does not tell.
#[derive(Debug, Clone, Copy, Serialize)]
pub(crate) struct Taken {
    wall: f64,
    cpu: Option<f64>,
}

/// Runs `work` and tells what it gave and took.
pub(crate) fn taken<T>(work: impl FnOnce() -> T) -> (T, Taken) {
    let (cpu, wall) = (processor_time(), Instant::now());
    let given = work();
    let wall = wall.elapsed().as_secs_f64() * 1e3;
    let cpu = cpu
        .zip(processor_time())
        .map(|(before, after)| after - before);
    (given, Taken { wall, cpu })
}

#[cfg(unix)]
#[allow(clippy::unnecessary_wraps, reason = "other systems have none")]
fn processor_time() -> Option<f64> {
    use rustix::time::{ClockId, clock_gettime};
    let time = clock_gettime(ClockId::ProcessCPUTime);
    Some(time.tv_sec as f64 * 1e3 + time.tv_nsec as f64 / 1e6)
}

#[cfg(not(unix))]
const fn processor_time() -> Option<f64> {
    None
}

/// Lets the count of most memory begin anew, where the system can.
pub(crate) fn forget_peak_memory() {
    drop(fs::write("/proc/self/clear_refs", "5"));
}

/// The most memory this process ever had, or since it was forgotten, in bytes.
pub(crate) fn peak_memory() -> Option<u64> {
    let text = fs::read_to_string("/proc/self/status").ok()?;
    let line = text.lines().find(|line| line.starts_with("VmHWM:"))?;
    let kibibytes: u64 = line.split_whitespace().nth(1)?.parse().ok()?;
    Some(kibibytes * 1024)
}
