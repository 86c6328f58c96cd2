//! The queue at work: papers are handed over in their turn and their printers are asked what became
//! of them, until everything is settled.

use std::{collections::HashMap, thread, time::Duration};

use chrono::{DateTime, TimeDelta, Utc};
use uuid::Uuid;
use yichuang_device::printer::{PrintJob, Printer, PrinterError, Progress, Reason, Submitted};
use yichuang_store::PaperRow;

use super::{
    kept::{Kept, printers},
    link::{self, Standing},
    load::Load,
    settle::End,
};
use crate::{
    Desk,
    ipc::{ApiError, ErrorCode},
    paper::title,
    report::Outcome,
};

/// The pause after something moved, and the longest one while nothing does.
const SHORTEST: Duration = Duration::from_millis(250);
const LONGEST: Duration = Duration::from_secs(8);
/// P3: a paper that has not moved for so long is stuck.
const STUCK_AFTER: TimeDelta = TimeDelta::minutes(2);

/// Reasons for which asking about the next paper would be waited for just as long.
const ABSENT: [Reason; 3] = [Reason::NotReached, Reason::SpoolerGone, Reason::Timeout];

/// How a paper on a printer was last seen, and since when.
pub(super) struct Watch {
    seen: Progress,
    since: DateTime<Utc>,
}

/// What one step of one paper gave.
struct Step {
    moved: bool,
    /// Why nobody answers at the printer's address.
    gone: Option<Reason>,
}

impl From<bool> for Step {
    fn from(moved: bool) -> Self {
        Self { moved, gone: None }
    }
}

/// What one look at the queue found.
struct Pass {
    in_hand: usize,
    moved: bool,
}

impl Desk {
    /// Works the queue off for as long as the desk is open; returns when it is closed. Blocks, so it
    /// has a thread of its own.
    pub fn keep_printing(&self) {
        let mut pause = SHORTEST;
        while !self.printing.is_stopped() {
            let next = match self.look_at_queue() {
                Ok(Pass { in_hand: 0, .. }) => None,
                Ok(Pass { moved: true, .. }) => Some(SHORTEST),
                Ok(_) => Some((pause * 2).min(LONGEST)),
                // No home yet, or a disk that is full: the bell rings when there is one.
                Err(error) => {
                    tracing::debug!("nothing is printed: {error}");
                    Some(LONGEST)
                }
            };
            let rung = self.printing.wait(next);
            pause = next.filter(|_| !rung).unwrap_or(SHORTEST);
        }
    }

    /// Looks at every paper in the queue once: hands over what waits, asks about what was handed
    /// over. Gives how many are not settled yet.
    ///
    /// # Errors
    /// Those of the store.
    pub fn work_off_papers(&self) -> Outcome<usize> {
        self.look_at_queue().map(|pass| pass.in_hand)
    }

    fn look_at_queue(&self) -> Outcome<Pass> {
        let mut lane = self.printing.lane();
        let store = self.store()?;
        let (papers, printers) =
            store.read(|read| -> Outcome<_> { Ok((read.papers_printing()?, printers(read)?)) })?;
        lane.retain(|id, _| papers.iter().any(|paper| paper.id == *id));
        let mut moved = false;
        let (mut queues, homeless) = by_printer(&papers, &printers, &mut lane);
        for paper in homeless {
            moved |= self.without_printer(paper)?;
        }
        let looked: Vec<Outcome<bool>> = thread::scope(|all| {
            let one = |queue| all.spawn(move || self.look_at(queue));
            let hands: Vec<_> = queues.iter_mut().map(one).collect();
            hands.into_iter().map(joined).collect()
        });
        lane.extend(queues.into_iter().flat_map(|queue| queue.watches));
        for one in looked {
            moved |= one?;
        }
        let in_hand = store.read(|read| read.papers_printing())?.len();
        Ok(Pass { in_hand, moved })
    }

    /// Looks at the papers of one printer in their turn. Once it did not answer at its address it is
    /// not asked again in this look: what waits for it fails for the same reason, and what it has
    /// stays as it was last seen.
    fn look_at(&self, queue: &mut Queue<'_>) -> Outcome<bool> {
        let mut moved = false;
        let mut gone = None;
        for paper in &queue.papers {
            if self.printing.is_stopped() {
                break;
            }
            moved |= match (gone, paper.sent_at) {
                (None, _) => {
                    let step = self.advance(paper, queue.printer, &mut queue.watches)?;
                    gone = step.gone;
                    step.moved
                }
                (Some(reason), None) => self.settle(paper, &failed(reason))?,
                (Some(reason), Some(_)) => self.hindered(paper, Some(reason.as_str()))?,
            };
        }
        Ok(moved)
    }

    /// Its printer was taken away.
    fn without_printer(&self, paper: &PaperRow) -> Outcome<bool> {
        let end = match paper.sent_at {
            None => End::new("failed", Some("not_reached")),
            Some(_) => End::new("unknown", Some("lost")),
        };
        self.settle(paper, &end)
    }

    /// One step of one paper; says whether anything changed.
    fn advance(
        &self,
        paper: &PaperRow,
        kept: &Kept,
        lane: &mut HashMap<Uuid, Watch>,
    ) -> Outcome<Step> {
        let Some(mut printer) = link::open(kept, self.host.printer_timings) else {
            return self.without_printer(paper).map(Step::from);
        };
        let found = match (paper.sent_at, &paper.job) {
            (None, _) => return self.hand_over(paper, kept, printer.as_mut()),
            (Some(begun), None) => return self.look_for(paper, kept, begun, printer.as_mut()),
            (Some(_), Some(job)) => printer.progress(job),
        };
        match found {
            Ok(progress) => self.stands(paper, progress, lane).map(Step::from),
            Err(error @ PrinterError::NoAnswer(_)) => self.unanswered(paper, error),
            Err(error) => {
                let end = End::new("unknown", Some(error.reason().as_str()));
                self.settle(paper, &end).map(Step::from)
            }
        }
    }

    /// Hands a paper over that waited for its turn. That it was begun is on disk before the first
    /// byte leaves, so that no paper is ever sent twice without anybody knowing.
    fn hand_over(&self, paper: &PaperRow, kept: &Kept, to: &mut dyn Printer) -> Outcome<Step> {
        let load = match self.load(paper, kept) {
            Ok(load) => load,
            Err(error) => {
                tracing::warn!("paper {} cannot be sent: {error}", paper.id);
                return self.settle(paper, &failed(Reason::Refused)).map(Step::from);
            }
        };
        let begun = self.now();
        let mine = self
            .store()?
            .write(|tx| tx.handing_paper_over(paper.id, begun))?;
        match mine {
            true => self.submit(paper, begun, &load, to),
            // Somebody took it back in the meantime.
            false => Ok(Step::from(false)),
        }
    }

    /// A paper whose handing over nobody saw the end of: the printer is asked whether it has it.
    fn look_for(
        &self,
        paper: &PaperRow,
        kept: &Kept,
        begun: DateTime<Utc>,
        at: &mut dyn Printer,
    ) -> Outcome<Step> {
        match at.find(&attempt(paper, begun)) {
            Ok(Some(taken)) => self.taken(paper, &taken).map(Step::from),
            Ok(None) => match self.load(paper, kept) {
                Ok(load) => self.submit(paper, begun, &load, at),
                Err(_) => self.settle(paper, &failed(Reason::Refused)).map(Step::from),
            },
            Err(error @ PrinterError::NoAnswer(_)) => self.unanswered(paper, error),
            Err(_) => self
                .settle(paper, &End::new("unknown", Some("lost")))
                .map(Step::from),
        }
    }

    fn submit(
        &self,
        paper: &PaperRow,
        begun: DateTime<Utc>,
        load: &Load,
        to: &mut dyn Printer,
    ) -> Outcome<Step> {
        let job = PrintJob {
            title: title(&paper.document),
            bytes: &load.bytes,
            format: load.format,
            media: load.media,
            id: &attempt(paper, begun),
        };
        match to.submit(&job) {
            Ok(taken) => self.taken(paper, &taken).map(Step::from),
            Err(error) => self.unanswered(paper, error),
        }
    }

    /// What a printer's refusal, silence or absence makes of a paper.
    fn unanswered(&self, paper: &PaperRow, error: PrinterError) -> Outcome<Step> {
        let moved = match error {
            PrinterError::NotSent(reason) => self.settle(paper, &failed(reason))?,
            PrinterError::InDoubt(reason) => {
                self.settle(paper, &End::new("unknown", Some(reason.as_str())))?
            }
            PrinterError::NoAnswer(reason) => self.hindered(paper, Some(reason.as_str()))?,
        };
        let gone = match error {
            PrinterError::NotSent(reason) | PrinterError::NoAnswer(reason) => Some(reason),
            PrinterError::InDoubt(_) => None,
        };
        Ok(Step {
            moved,
            gone: gone.filter(|reason| ABSENT.contains(reason)),
        })
    }

    fn taken(&self, paper: &PaperRow, taken: &Submitted) -> Outcome<bool> {
        let store = self.store()?;
        store.write(|tx| tx.paper_taken(paper.id, &taken.reference))?;
        match link::standing(&taken.progress) {
            Standing::Settled(outcome, reason) => {
                let reason = reason.map(|reason| reason.as_str());
                self.settle(paper, &End::new(outcome, reason))?;
            }
            Standing::InHand(reason) => {
                self.hindered(paper, reason.map(|reason| reason.as_str()))?;
            }
        }
        Ok(true)
    }

    /// What the printer said of a paper it has.
    fn stands(
        &self,
        paper: &PaperRow,
        progress: Progress,
        lane: &mut HashMap<Uuid, Watch>,
    ) -> Outcome<bool> {
        let reason = match link::standing(&progress) {
            Standing::Settled(outcome, reason) => {
                let reason = reason.map(|reason| reason.as_str());
                return self.settle(paper, &End::new(outcome, reason));
            }
            Standing::InHand(reason) => reason,
        };
        let now = self.now();
        let fresh = |seen: Progress| Watch { seen, since: now };
        let watch = lane
            .entry(paper.id)
            .or_insert_with(|| fresh(progress.clone()));
        if watch.seen != progress {
            *watch = fresh(progress);
        }
        let stuck = (now - watch.since >= STUCK_AFTER).then_some("timeout");
        self.hindered(paper, reason.map(|reason| reason.as_str()).or(stuck))
    }

    /// Notes why a paper does not go on, or that it does.
    fn hindered(&self, paper: &PaperRow, reason: Option<&str>) -> Outcome<bool> {
        let noted = self
            .store()?
            .write(|tx| tx.paper_hindered(paper.id, reason))?;
        if noted {
            self.told_of(paper);
        }
        Ok(noted)
    }
}

/// The papers of one printer, and how those it has were last seen.
struct Queue<'a> {
    printer: &'a Kept,
    papers: Vec<&'a PaperRow>,
    watches: HashMap<Uuid, Watch>,
}

/// The papers by their printers, so that one that is slow holds up its own alone; and those whose
/// printer was taken away.
fn by_printer<'a>(
    papers: &'a [PaperRow],
    printers: &'a [Kept],
    lane: &mut HashMap<Uuid, Watch>,
) -> (Vec<Queue<'a>>, Vec<&'a PaperRow>) {
    let mut queues: Vec<Queue<'a>> = printers
        .iter()
        .map(|printer| Queue {
            printer,
            papers: Vec::new(),
            watches: HashMap::new(),
        })
        .collect();
    let mut homeless = Vec::new();
    for paper in papers {
        let mut all = queues.iter_mut();
        match all.find(|queue| paper.printer.as_ref() == Some(&queue.printer.id)) {
            Some(queue) => {
                queue.papers.push(paper);
                queue.watches.extend(lane.remove_entry(&paper.id));
            }
            None => homeless.push(paper),
        }
    }
    queues.retain(|queue| !queue.papers.is_empty());
    (queues, homeless)
}

/// What one look at one printer gave.
fn joined(looking: thread::ScopedJoinHandle<'_, Outcome<bool>>) -> Outcome<bool> {
    let broken = |_| Err(ApiError::new(ErrorCode::Internal));
    looking.join().unwrap_or_else(broken)
}

fn failed(reason: Reason) -> End {
    End::new("failed", Some(reason.as_str()))
}

/// What names one attempt at one paper, the same however often it is looked for.
fn attempt(paper: &PaperRow, begun: DateTime<Utc>) -> String {
    format!("{}-{}", paper.id.simple(), begun.timestamp_millis())
}
