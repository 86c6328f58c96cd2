//! The printers of this machine and where documents go: settings, in no journal.

use std::path::Path;

use yichuang_domain::role::{Act, may};
use yichuang_store::{Reader, Tx};

use super::{
    kept::{Kept, Kind, Trial, keep, printer, printers},
    link, routes,
};
use crate::{
    Desk,
    desk::Operator,
    ipc::{
        ApiError, ChangedKind, ErrorCode, FieldProblem, KeepPrinter, NoteTrial, Nothing,
        PrinterBoard, PrinterRef, RouteDocument,
    },
    report::{Outcome, field_problem},
};

const LONGEST_NAME: usize = 40;
const LONGEST_ADDRESS: usize = 200;
/// Nobody has more at one counter.
const MOST_PRINTERS: usize = 20;
/// Rolls there are, in millimetres.
const ROLLS: [u32; 2] = [58, 80];

impl Desk {
    /// The printers and where documents go.
    ///
    /// # Errors
    /// `OPS-001`, and those of the store.
    pub fn list_printers(&self, _: Nothing) -> Outcome<PrinterBoard> {
        let operator = self.operator()?;
        self.store()?
            .read(|read| board(read, &operator, &self.host.print_folder))
    }

    /// Sets a printer up, or changes it. What somebody said of its last trial stands only while it is
    /// reached the same way.
    ///
    /// # Errors
    /// `CASE-001` with the fields to change, `PRINTER-001`, `OPS-…`.
    pub fn keep_printer(&self, input: KeepPrinter) -> Outcome<PrinterBoard> {
        let new = self.fresh_id()?.to_string();
        self.change_board(|tx| {
            let mut all = printers(tx)?;
            let mut asked = asked(&input, &all)?;
            match &input.id {
                Some(id) => {
                    let old = all.iter_mut().find(|kept| kept.id == *id);
                    let old = old.ok_or_else(|| ApiError::new(ErrorCode::PrinterUnknown))?;
                    asked.id.clone_from(id);
                    asked.trial = old.trial.filter(|_| same_machine(old, &asked));
                    *old = asked;
                }
                None => {
                    asked.id = new;
                    all.push(asked);
                }
            }
            keep(tx, &all)
        })
    }

    /// Takes a printer away. What was to go there goes where it usually would; what lies there
    /// already is settled as nobody knowing.
    ///
    /// # Errors
    /// `PRINTER-001`, `OPS-…`.
    pub fn remove_printer(&self, input: PrinterRef) -> Outcome<PrinterBoard> {
        self.change_board(|tx| {
            printer(tx, &input.id)?;
            let mut all = printers(tx)?;
            all.retain(|kept| kept.id != input.id);
            keep(tx, &all)
        })
    }

    /// Sends a document another way from now on.
    ///
    /// # Errors
    /// `PRINTER-001`, `PAPER-005` when the printer does not take the sheet, `INPUT-001`, `OPS-…`.
    pub fn route_document(&self, input: RouteDocument) -> Outcome<PrinterBoard> {
        self.change_board(|tx| {
            let id = input.printer.as_deref();
            let kept = id.map(|id| printer(tx, id)).transpose()?;
            routes::choose(tx, &input.document, &input.sheet, kept.as_ref())
        })
    }

    /// Notes how a trial page came out.
    ///
    /// # Errors
    /// `PRINTER-001`, `OPS-…`.
    pub fn note_trial(&self, input: NoteTrial) -> Outcome<PrinterBoard> {
        let at = self.now();
        self.change_board(|tx| {
            printer(tx, &input.id)?;
            let mut all = printers(tx)?;
            for kept in all.iter_mut().filter(|kept| kept.id == input.id) {
                kept.trial = Some(Trial {
                    at,
                    good: input.good,
                });
            }
            keep(tx, &all)
        })
    }

    fn change_board(
        &self,
        change: impl FnOnce(&mut Tx<'_>) -> Outcome<()>,
    ) -> Outcome<PrinterBoard> {
        let operator = self.allowed(Act::ManageSettings)?;
        let board = self.store()?.write(|tx| {
            change(tx)?;
            board(tx, &operator, &self.host.print_folder)
        })?;
        // A paper that waits for a printer that is gone is settled.
        self.printing.ring();
        self.announce(ChangedKind::Status, None);
        Ok(board)
    }
}

fn board(read: &Reader<'_>, operator: &Operator, folder: &Path) -> Outcome<PrinterBoard> {
    Ok(PrinterBoard {
        printers: printers(read)?.iter().map(Kept::info).collect(),
        routes: routes::routes(read)?,
        folder: folder.display().to_string(),
        may_change: may(operator.role, Act::ManageSettings),
    })
}

fn same_machine(old: &Kept, new: &Kept) -> bool {
    (old.kind, &old.address, old.width) == (new.kind, &new.address, new.width)
}

/// The printer that is asked for, without an id, when it can be one.
fn asked(input: &KeepPrinter, all: &[Kept]) -> Outcome<Kept> {
    let name = input.name.trim();
    let address = input.address.trim();
    let kind = Kind::of_key(&input.kind)
        .ok_or_else(|| ApiError::new(ErrorCode::InputShape).with("reason", "kind"))?;
    let kept = Kept {
        id: String::new(),
        name: name.to_owned(),
        kind,
        address: address.to_owned(),
        width: input.width.filter(|_| kind.is_ticket()),
        cutter: input.cutter && kind.is_ticket(),
        text_mode: input.text_mode && kind.is_ticket(),
        trial: None,
    };
    let taken = all
        .iter()
        .any(|other| other.name == name && Some(&other.id) != input.id.as_ref());
    let problems: Vec<FieldProblem> = [
        ("name", name_problem(name, taken)),
        ("address", address_problem(&kept)),
        ("width", width_problem(&kept)),
        (
            "kind",
            (input.id.is_none() && all.len() >= MOST_PRINTERS).then_some("too_many"),
        ),
    ]
    .into_iter()
    .filter_map(|(field, rule)| Some(field_problem(field, rule?)))
    .collect();
    match problems.is_empty() {
        true => Ok(kept),
        false => Err(ApiError::invalid(problems)),
    }
}

fn name_problem(name: &str, taken: bool) -> Option<&'static str> {
    match name.chars().count() {
        0 => Some("required"),
        count if count > LONGEST_NAME => Some("too_long"),
        _ => taken.then_some("taken"),
    }
}

fn address_problem(kept: &Kept) -> Option<&'static str> {
    if kept.address.is_empty() {
        return Some("required");
    }
    if kept.address.chars().count() > LONGEST_ADDRESS {
        return Some("too_long");
    }
    link::to(kept).is_none().then_some("address")
}

fn width_problem(kept: &Kept) -> Option<&'static str> {
    if !kept.kind.is_ticket() {
        return None;
    }
    match kept.width {
        None => Some("required"),
        Some(width) => (!ROLLS.contains(&width)).then_some("out_of_range"),
    }
}
