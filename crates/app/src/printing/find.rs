//! Looking for printers, and asking one how it is.

use yichuang_device::printer::search;
use yichuang_domain::role::Act;

use super::{
    kept::{Kept, printer, printers},
    link,
};
use crate::{
    Desk,
    ipc::{
        ApiError, ErrorCode, FoundPrinter, FoundPrinters, LookedFor, Nothing, PrinterCondition,
        PrinterRef,
    },
    report::Outcome,
};

impl Desk {
    /// Looks for printers everywhere one may be; nothing is printed. Takes a few seconds at most.
    ///
    /// # Errors
    /// `OPS-…`, and those of the store.
    pub fn find_printers(&self, _: Nothing) -> Outcome<FoundPrinters> {
        self.allowed(Act::ManageSettings)?;
        let kept = self.store()?.read(printers)?;
        let search = search(&self.host.printer_places);
        let found = search.found.into_iter().map(|found| {
            let known = kept
                .iter()
                .any(|kept| link::to(kept).as_ref() == Some(&found.link));
            FoundPrinter {
                kind: found.link.kind().to_owned(),
                address: found.link.to_string(),
                name: found.name,
                known,
            }
        });
        let looked = search.looked.iter().map(|looked| LookedFor {
            place: looked.place.as_str().to_owned(),
            outcome: looked.outcome.as_str().to_owned(),
        });
        Ok(FoundPrinters {
            found: found.collect(),
            looked: looked.collect(),
        })
    }

    /// What a printer says of itself just now.
    ///
    /// # Errors
    /// `PRINTER-001`, `OPS-001`.
    pub fn ask_printer(&self, input: PrinterRef) -> Outcome<PrinterCondition> {
        self.operator()?;
        let kept: Kept = self.store()?.read(|read| printer(read, &input.id))?;
        let mut asked = link::open(&kept, self.host.printer_timings)
            .ok_or_else(|| ApiError::new(ErrorCode::PrinterUnknown))?;
        let (condition, reasons) = link::condition_words(&asked.condition());
        Ok(PrinterCondition {
            id: kept.id,
            condition: condition.to_owned(),
            reasons: reasons
                .iter()
                .map(|reason| reason.as_str().to_owned())
                .collect(),
        })
    }
}
