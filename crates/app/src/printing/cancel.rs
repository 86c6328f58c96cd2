//! Taking papers back: out of the queue, off the printer where that is possible, off the shelf.

use yichuang_domain::OperatorId;
use yichuang_store::PaperRow;

use super::{
    kept::printers,
    link::{self, Standing},
    settle::End,
};
use crate::{
    Desk,
    ipc::{PaperRefs, PapersSent},
    paper::row,
    report::Outcome,
};

impl Desk {
    /// Takes papers back. What may be on paper stays as it stands, and so does what the printer does
    /// not give back; a person then says what came out.
    ///
    /// # Errors
    /// `INPUT-001` for more than 200, `PAPER-001` before anything is taken back, `OPS-…`.
    pub fn cancel_papers(&self, input: PaperRefs) -> Outcome<PapersSent> {
        let operator = self.operator()?.id;
        let papers = self.papers_named(&input)?;
        for paper in &papers {
            if !self.put_aside(paper, operator)? {
                self.take_off_printer(paper, operator)?;
            }
        }
        self.printing.ring();
        self.papers_as_they_stand(&papers)
    }

    /// A paper no printer has yet is no longer to be printed. Whether one has is looked at in the
    /// transaction that the queue's own step would need, so exactly one of the two happens.
    fn put_aside(&self, paper: &PaperRow, operator: OperatorId) -> Outcome<bool> {
        let aside = self.store()?.write(|tx| -> Outcome<bool> {
            let now = row(tx, paper.id)?;
            let waits = match now.outcome.as_str() {
                "printing" => now.sent_at.is_none(),
                "queued" | "ready" | "failed" => true,
                _ => false,
            };
            match waits {
                true => self.settle_paper_in(tx, &now, &cancelled(operator)),
                false => Ok(false),
            }
        })?;
        if aside {
            self.told_of(paper);
        }
        Ok(aside)
    }

    fn take_off_printer(&self, paper: &PaperRow, operator: OperatorId) -> Outcome<()> {
        let (now, printers) = self
            .store()?
            .read(|read| -> Outcome<_> { Ok((row(read, paper.id)?, printers(read)?)) })?;
        let Some(job) = now.job.as_ref().filter(|_| now.outcome == "printing") else {
            return Ok(());
        };
        let kept = printers
            .iter()
            .find(|kept| now.printer.as_ref() == Some(&kept.id));
        let printer = kept.and_then(|kept| link::open(kept, self.host.printer_timings));
        let Some(mut printer) = printer else {
            return Ok(());
        };
        match printer
            .cancel(job)
            .map(|progress| link::standing(&progress))
        {
            Ok(Standing::Settled("cancelled", _)) => {
                self.settle(&now, &cancelled(operator))?;
            }
            Ok(Standing::Settled(outcome, reason)) => {
                let reason = reason.map(|reason| reason.as_str());
                self.settle(&now, &End::new(outcome, reason))?;
            }
            Ok(Standing::InHand(_)) => {}
            Err(error) => tracing::info!("a paper was not taken back: {error}"),
        }
        Ok(())
    }
}

fn cancelled(operator: OperatorId) -> End {
    End::new("cancelled", Some("cancelled")).seen_by(operator)
}
