//! Which document goes to which printer, and on which sheet it is made.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use yichuang_print::Paper as Sheet;
use yichuang_store::{PaperRow, Reader, Tx};

use super::kept::{Kept, printers};
use crate::{
    ipc::{ApiError, ErrorCode, RouteInfo},
    paper::{kind, title},
    report::Outcome,
};

/// Setting: where documents go that somebody chose a way for.
const ROUTES: &str = "print_routes";

/// The sheets there are, by the word for each.
const SHEETS: [(&str, Sheet); 5] = [
    ("a4", Sheet::A4),
    ("a5", Sheet::A5),
    ("label", Sheet::Label),
    ("ticket80", Sheet::Ticket80),
    ("ticket58", Sheet::Ticket58),
];

/// The documents in the order people look for them, each with the sheets it can be had on, the usual
/// one first.
const DOCUMENTS: [(&str, &[Sheet]); 29] = [
    (
        "receipt",
        &[Sheet::A5, Sheet::A4, Sheet::Ticket80, Sheet::Ticket58],
    ),
    ("acceptance", A4),
    ("deferred_acceptance", A4),
    ("correction", A4),
    ("refusal", A4),
    ("once_notice", A4),
    ("guide", &[Sheet::A4, Sheet::Ticket80, Sheet::Ticket58]),
    ("guide_large", A4),
    ("guide_ticket", TICKET),
    ("where_to", TICKET),
    ("application_form", A4),
    ("promise", A4),
    ("deferral", A4),
    ("mandate", A4),
    ("supply_receipt", A4),
    ("examination_receipt", A4),
    ("collection_slip", A4),
    ("delivery_proof", A4),
    ("parcel_label", &[Sheet::Label, Sheet::A5]),
    ("special_procedure", A4),
    ("extension", A4),
    ("examination", A4),
    ("materials_return", A4),
    ("termination", A4),
    ("forwarding", A4),
    ("transfer", A4),
    ("rating_form", &[Sheet::A5]),
    ("rating_ticket", TICKET),
    (
        "queue_ticket",
        &[Sheet::Ticket80, Sheet::Ticket58, Sheet::A5],
    ),
];
/// Papers of the office itself, which nobody is handed.
const OFFICE: [(&str, &[Sheet]); 3] = [("proof_list", A4), ("rating_month", A4), ("slips", A4)];
const A4: &[Sheet] = &[Sheet::A4];
const TICKET: &[Sheet] = &[Sheet::Ticket80, Sheet::Ticket58];
/// The trial page is made for the printer it tries.
const TRIAL: &[Sheet] = &[Sheet::A4, Sheet::Ticket80, Sheet::Ticket58];

/// A way somebody chose.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
struct Chosen {
    /// None for the folder.
    printer: Option<String>,
    sheet: String,
}

/// Where a document goes.
pub(super) struct Route {
    pub(super) sheet: Sheet,
    /// None for the folder.
    pub(super) printer: Option<Kept>,
}

/// The word for a sheet.
pub(crate) fn sheet_key(sheet: Sheet) -> &'static str {
    let known = SHEETS.iter().find(|(_, one)| *one == sheet);
    known.map_or("a4", |(key, _)| key)
}

/// The sheet a word stands for.
pub(crate) fn sheet_of_key(key: &str) -> Option<Sheet> {
    let known = SHEETS.iter().find(|(one, _)| *one == key);
    known.map(|(_, sheet)| *sheet)
}

fn documents() -> impl Iterator<Item = &'static (&'static str, &'static [Sheet])> {
    DOCUMENTS.iter().chain(&OFFICE)
}

/// The sheets a document can be had on, the usual one first.
pub(super) fn sheets(document: &str) -> &'static [Sheet] {
    let kind = kind(document);
    let mut known = documents();
    match known.find(|(name, _)| *name == kind) {
        Some((_, sheets)) => sheets,
        None if kind == "test" => TRIAL,
        None => A4,
    }
}

/// The sheet a document is made on when nobody chose one.
pub(crate) fn default_sheet(document: &str) -> Sheet {
    sheets(document).first().copied().unwrap_or(Sheet::A4)
}

/// The sheet a paper is made on: the one it was made on before, else its document's.
pub(crate) fn routed_sheet(read: &Reader<'_>, paper: &PaperRow) -> Outcome<Sheet> {
    if let Some(sheet) = paper.sheet.as_deref().and_then(sheet_of_key) {
        return Ok(sheet);
    }
    match paper.made_at {
        Some(_) => Ok(default_sheet(&paper.document)),
        None => Ok(route(read, &paper.document)?.sheet),
    }
}

/// Where a document goes: the way somebody chose, while its printer is there; else the first printer
/// that takes a sheet of it.
pub(super) fn route(read: &Reader<'_>, document: &str) -> Outcome<Route> {
    let printers = printers(read)?;
    let chosen: BTreeMap<String, Chosen> = read.setting(ROUTES)?.unwrap_or_default();
    Ok(chosen
        .get(kind(document))
        .and_then(|chosen| follow(chosen, &printers))
        .unwrap_or_else(|| usual(document, printers)))
}

fn follow(chosen: &Chosen, printers: &[Kept]) -> Option<Route> {
    let sheet = sheet_of_key(&chosen.sheet)?;
    let printer = match &chosen.printer {
        None => None,
        Some(id) => Some(printers.iter().find(|kept| kept.id == *id)?.clone()),
    };
    Some(Route { sheet, printer })
}

fn usual(document: &str, printers: Vec<Kept>) -> Route {
    let sheets = sheets(document).iter();
    let taken = |sheet: &Sheet| {
        let printer = printers.iter().find(|kept| kept.takes(*sheet))?;
        Some((*sheet, printer.clone()))
    };
    match sheets.clone().find_map(taken) {
        Some((sheet, printer)) => Route {
            sheet,
            printer: Some(printer),
        },
        None => Route {
            sheet: default_sheet(document),
            printer: None,
        },
    }
}

/// Every route, for the board.
pub(super) fn routes(read: &Reader<'_>) -> Outcome<Vec<RouteInfo>> {
    documents()
        .map(|(document, sheets)| {
            let route = route(read, document)?;
            Ok(RouteInfo {
                document: (*document).to_owned(),
                title: title(document).to_owned(),
                sheets: sheets.iter().map(|s| sheet_key(*s).to_owned()).collect(),
                sheet: sheet_key(route.sheet).to_owned(),
                printer: route.printer.map(|kept| kept.id),
            })
        })
        .collect()
}

/// Sends a document another way from now on.
///
/// # Errors
/// `INPUT-001` for a document or sheet there is none of, `PAPER-005` when the printer does not take
/// the sheet.
pub(super) fn choose(
    tx: &mut Tx<'_>,
    document: &str,
    sheet: &str,
    printer: Option<&Kept>,
) -> Outcome<()> {
    let shape = |what: &str| ApiError::new(ErrorCode::InputShape).with("reason", what);
    let mut known = documents();
    let (_, sheets) = known
        .find(|(name, _)| *name == document)
        .ok_or_else(|| shape("document"))?;
    let on = sheet_of_key(sheet)
        .filter(|sheet| sheets.contains(sheet))
        .ok_or_else(|| shape("sheet"))?;
    if printer.is_some_and(|kept| !kept.takes(on)) {
        return Err(ApiError::new(ErrorCode::SheetUnfit).with("sheet", sheet));
    }
    let mut chosen: BTreeMap<String, Chosen> = tx.setting(ROUTES)?.unwrap_or_default();
    let way = Chosen {
        printer: printer.map(|kept| kept.id.clone()),
        sheet: sheet.to_owned(),
    };
    chosen.insert(document.to_owned(), way);
    Ok(tx.set_setting(ROUTES, &chosen)?)
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::documents;
    use crate::paper::titles;

    #[test]
    fn every_document_with_a_title_has_a_way_and_every_way_is_a_documents() {
        // The trial page goes to the printer that is tried.
        let kinds = titles().map(|(kind, _)| kind);
        let titled: BTreeSet<_> = kinds.filter(|kind| *kind != "test").collect();
        let routed: BTreeSet<_> = documents().map(|(document, _)| *document).collect();
        assert_eq!(titled, routed);
    }

    #[test]
    fn a_document_is_listed_once_and_has_a_sheet() {
        let mut seen = BTreeSet::new();
        for (document, sheets) in documents() {
            assert!(seen.insert(*document) && !sheets.is_empty(), "{document}");
        }
    }
}
