//! What pages refer to: fonts, and the line widths of thickened text.

use std::collections::BTreeMap;

use super::xml::{Xml, mm};
use super::{Entry, Ids, entry, typeface};
use crate::error::PrintError;
use crate::layout::{Layout, Mark, Run, THICKEN};
use crate::subset::{SmallFont, SmallFontNumber};

/// Where the fonts lie, beside the parts that name them.
const FONTS: &str = "Res";

/// The resources of one document.
pub(super) struct Resources<'a> {
    fonts: Vec<(u32, SmallFont<'a>)>,
    /// Line widths in millimetres as written. A text object has none of its
    /// own, it takes one from the parameters it refers to (8.2).
    widths: BTreeMap<String, u32>,
}

impl<'a> Resources<'a> {
    /// Fonts, as any reader may find them installed: public resources (7.9).
    pub(super) const PUBLIC: &'static str = "PublicRes.xml";
    /// What only this document has.
    pub(super) const OWN: &'static str = "DocumentRes.xml";

    pub(super) fn new(layout: &Layout, fonts: Vec<SmallFont<'a>>, ids: &mut Ids) -> Self {
        let fonts = fonts.into_iter().map(|font| (ids.next(), font)).collect();
        let mut widths = BTreeMap::new();
        let marks = layout.pages.iter().flat_map(|page| &page.marks);
        for mark in marks {
            let runs = match mark {
                Mark::Text(run) => std::slice::from_ref(run),
                Mark::Watermark(runs) => runs,
                _ => &[],
            };
            for run in runs.iter().filter(|run| run.thickened) {
                widths.entry(width(run)).or_insert_with(|| ids.next());
            }
        }
        Self { fonts, widths }
    }

    /// Whether there is anything besides fonts.
    pub(super) fn has_own(&self) -> bool {
        !self.widths.is_empty()
    }

    /// The number of a small font.
    pub(super) fn font(&self, number: SmallFontNumber) -> Option<u32> {
        let of = |(_, font): &&(u32, SmallFont<'_>)| font.number == number;
        self.fonts.iter().find(of).map(|(id, _)| *id)
    }

    /// The number of the parameters by which a run is thickened, if it is.
    pub(super) fn thickening(&self, run: &Run) -> Option<u32> {
        run.thickened
            .then(|| self.widths.get(&width(run)).copied())?
    }

    /// The parts and the font files.
    pub(super) fn entries(&self) -> Result<Vec<Entry>, PrintError> {
        let mut entries = vec![entry(Self::PUBLIC, self.public()?)];
        if self.has_own() {
            entries.push(entry(Self::OWN, self.own()?));
        }
        for (_, font) in &self.fonts {
            let place = format!("{FONTS}/{}", file(font));
            entries.push(entry(&place, typeface::usable(font)?));
        }
        Ok(entries)
    }

    fn public(&self) -> Result<Vec<u8>, PrintError> {
        Xml::part("Res", &[("BaseLoc", FONTS.to_owned())], |xml| {
            xml.element("Fonts", &[], |xml| {
                self.fonts.iter().try_for_each(|(id, font)| {
                    let name = [
                        ("ID", id.to_string()),
                        ("FontName", typeface::name(font)),
                        ("FamilyName", font.face.family().to_owned()),
                    ];
                    xml.element("Font", &name, |xml| xml.text("FontFile", &[], &file(font)))
                })
            })
        })
    }

    fn own(&self) -> Result<Vec<u8>, PrintError> {
        Xml::part("Res", &[("BaseLoc", FONTS.to_owned())], |xml| {
            xml.element("DrawParams", &[], |xml| {
                self.widths.iter().try_for_each(|(width, id)| {
                    let line = [("ID", id.to_string()), ("LineWidth", width.clone())];
                    xml.empty("DrawParam", &line)
                })
            })
        })
    }
}

fn file(font: &SmallFont<'_>) -> String {
    format!("font_{}.ttf", font.number)
}

fn width(run: &Run) -> String {
    mm(THICKEN * run.size)
}
