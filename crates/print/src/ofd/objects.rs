//! One page's ink as OFD objects: text (11) and paths (9).

use std::io;

use super::Ids;
use super::parts::page_area;
use super::resources::Resources;
use super::xml::{Xml, distances, grey, mm, numbers, rectangle};
use crate::error::PrintError;
use crate::layout::{Area, Mark, Page, Pictured, Run, RunGlyph};
use crate::subset::SmallFonts;

/// Room about a run's em boxes that its ink may reach, in em: a reader cuts off
/// what stands out of an object's boundary.
const REACH: f32 = 0.3;

/// Ideographs and Latin letters stand between these heights about the baseline,
/// in em, with room to spare.
const ABOVE: f32 = 1.2;
const BELOW: f32 = 0.5;

/// The objects of one page.
pub(super) struct Objects<'a> {
    page: &'a Page,
    small: &'a SmallFonts<'a>,
    resources: &'a Resources<'a>,
    ids: &'a mut Ids,
}

impl<'a> Objects<'a> {
    pub(super) const fn new(
        page: &'a Page,
        small: &'a SmallFonts<'a>,
        resources: &'a Resources<'a>,
        ids: &'a mut Ids,
    ) -> Self {
        Self {
            page,
            small,
            resources,
            ids,
        }
    }

    /// `Content.xml` of the page.
    pub(super) fn content(mut self) -> Result<Vec<u8>, PrintError> {
        let page = self.page;
        let (behind, body): (Vec<&Mark>, Vec<&Mark>) = page
            .marks
            .iter()
            .partition(|mark| matches!(mark, Mark::Watermark(_)));
        Xml::part("Page", &[], |xml| {
            page_area(xml, "Area", page.width, page.height)?;
            xml.element("Content", &[], |xml| {
                if !behind.is_empty() {
                    self.layer(xml, "Background", &behind)?;
                }
                self.layer(xml, "Body", &body)
            })
        })
    }

    fn layer(&mut self, xml: &mut Xml, kind: &str, marks: &[&Mark]) -> io::Result<()> {
        let named = [("Type", kind.to_owned()), ("ID", self.id())];
        // Neighbouring rectangles become one object.
        let alike = |one: &&Mark, next: &&Mark| matches!((one, next), (Mark::Fill(_, one), Mark::Fill(_, next)) if one == next);
        xml.element("Layer", &named, |xml| {
            marks
                .chunk_by(alike)
                .try_for_each(|marks| self.marks(xml, marks))
        })
    }

    /// Several fills of one grey, or one other mark.
    fn marks(&mut self, xml: &mut Xml, marks: &[&Mark]) -> io::Result<()> {
        match marks {
            [Mark::Text(run)] => self.text(xml, run, None),
            [Mark::Watermark(runs)] => runs
                .iter()
                .try_for_each(|run| self.text(xml, run, Some(self.page))),
            [
                Mark::Frame {
                    area,
                    line,
                    grey,
                    dashed,
                },
            ] => self.frame(xml, *area, *line, *grey, *dashed),
            [Mark::Tick(area)] => self.tick(xml, *area),
            [Mark::Symbol(symbol)] => self.rectangles(xml, &symbol.bars().collect::<Vec<_>>(), 0.0),
            [Mark::Picture(pictured)] => self.picture(xml, pictured),
            _ => self.fills(xml, marks),
        }
    }

    fn id(&mut self) -> String {
        self.ids.next().to_string()
    }

    /// A run, as many objects as it needs small fonts; turned about the page's
    /// middle for a watermark.
    fn text(&mut self, xml: &mut Xml, run: &Run, turned: Option<&Page>) -> io::Result<()> {
        let mut x = run.x;
        for (number, glyphs) in self.small.pieces(run) {
            let glyphs: Vec<RunGlyph> = glyphs.into_iter().map(|(glyph, _)| glyph).collect();
            if let Some(font) = self.resources.font(number) {
                self.piece(xml, run, (x, &glyphs), font, turned)?;
            }
            x += length(run, &glyphs);
        }
        Ok(())
    }

    fn piece(
        &mut self,
        xml: &mut Xml,
        run: &Run,
        (x, glyphs): (f32, &[RunGlyph]),
        font: u32,
        turned: Option<&Page>,
    ) -> io::Result<()> {
        // Readers drop white space about an element's text, and would then put
        // the advances to the wrong characters.
        let blank = |glyph: &&RunGlyph| glyph.ch.is_whitespace();
        let leading = glyphs.iter().take_while(blank).count();
        let trailing = glyphs[leading..].iter().rev().take_while(blank).count();
        let x = x + length(run, &glyphs[..leading]);
        let glyphs = &glyphs[leading..glyphs.len() - trailing];
        if glyphs.is_empty() {
            return Ok(());
        }
        let place = match turned {
            None => Place::upright(run, x, length(run, glyphs)),
            Some(page) => Place::turned(page, x, run.baseline),
        };
        let text: String = glyphs.iter().map(|glyph| glyph.ch).collect();
        let mut code = vec![("X", mm(place.start.0)), ("Y", mm(place.start.1))];
        if let [but_last @ .., _] = glyphs
            && !but_last.is_empty()
        {
            let advances = but_last.iter().map(|glyph| glyph.advance + run.spacing);
            code.push(("DeltaX", distances(advances)));
        }
        let attributes = self.text_attributes(run, font, &place);
        xml.element("TextObject", &attributes, |xml| {
            if run.grey != 0.0 {
                colour(xml, "FillColor", run.grey)?;
            }
            if run.thickened {
                colour(xml, "StrokeColor", run.grey)?;
            }
            xml.text("TextCode", &code, &text)
        })
    }

    fn text_attributes(
        &mut self,
        run: &Run,
        font: u32,
        place: &Place,
    ) -> Vec<(&'static str, String)> {
        let mut attributes = vec![
            ("ID", self.id()),
            ("Boundary", rectangle(place.boundary)),
            ("Font", font.to_string()),
            ("Size", mm(run.size)),
        ];
        attributes.extend(place.matrix.clone().map(|matrix| ("CTM", matrix)));
        if let Some(parameters) = self.resources.thickening(run) {
            attributes.push(("DrawParam", parameters.to_string()));
            attributes.push(("Stroke", "true".to_owned()));
        }
        attributes
    }

    fn fills(&mut self, xml: &mut Xml, marks: &[&Mark]) -> io::Result<()> {
        let fill = |mark: &&Mark| match mark {
            Mark::Fill(area, grey) => Some((*area, *grey)),
            _ => None,
        };
        let fills: Vec<(Area, f32)> = marks.iter().filter_map(fill).collect();
        let shade = fills.first().map_or(0.0, |&(_, grey)| grey);
        let areas: Vec<Area> = fills.into_iter().map(|(area, _)| area).collect();
        self.rectangles(xml, &areas, shade)
    }

    /// A character's picture as what is inked of it, and the character as text without ink.
    fn picture(&mut self, xml: &mut Xml, pictured: &Pictured) -> io::Result<()> {
        self.rectangles(xml, &pictured.bars(), 0.0)?;
        match pictured.carrier() {
            Some(run) => self.text(xml, &run, None),
            None => Ok(()),
        }
    }

    /// Filled rectangles as one object.
    fn rectangles(&mut self, xml: &mut Xml, areas: &[Area], shade: f32) -> io::Result<()> {
        let Some((&first, rest)) = areas.split_first() else {
            return Ok(());
        };
        let boundary = rest.iter().fold(first, |all, &area| around(all, area));
        let outlines: Vec<String> = areas.iter().map(|&area| outline(area, boundary)).collect();
        let attributes = [
            ("ID", self.id()),
            ("Boundary", rectangle(boundary)),
            ("Stroke", "false".to_owned()),
            ("Fill", "true".to_owned()),
        ];
        xml.element("PathObject", &attributes, |xml| {
            colour(xml, "FillColor", shade)?;
            xml.text("AbbreviatedData", &[], &outlines.join(" "))
        })
    }

    fn frame(
        &mut self,
        xml: &mut Xml,
        area: Area,
        line: f32,
        shade: f32,
        dashed: bool,
    ) -> io::Result<()> {
        let inner = Area {
            x: area.x + line / 2.0,
            y: area.y + line / 2.0,
            width: area.width - line,
            height: area.height - line,
        };
        let mut attributes = vec![
            ("ID", self.id()),
            ("Boundary", rectangle(area)),
            ("LineWidth", mm(line)),
        ];
        if dashed {
            attributes.push(("DashPattern", numbers(&[4.0, 3.0])));
        }
        xml.element("PathObject", &attributes, |xml| {
            colour(xml, "StrokeColor", shade)?;
            xml.text("AbbreviatedData", &[], &outline(inner, area))
        })
    }

    fn tick(&mut self, xml: &mut Xml, area: Area) -> io::Result<()> {
        let point = |x: f32, y: f32| numbers(&[x * area.width, y * area.height]);
        let line = format!(
            "M {} L {} L {}",
            point(0.2, 0.5),
            point(0.42, 0.75),
            point(0.82, 0.22)
        );
        let attributes = [
            ("ID", self.id()),
            ("Boundary", rectangle(area)),
            ("LineWidth", mm(1.2)),
        ];
        xml.element("PathObject", &attributes, |xml| {
            colour(xml, "StrokeColor", 0.0)?;
            xml.text("AbbreviatedData", &[], &line)
        })
    }
}

/// Where a piece of text stands: what it may ink, where its first glyph starts
/// inside that, and how it is turned.
struct Place {
    boundary: Area,
    start: (f32, f32),
    matrix: Option<String>,
}

impl Place {
    fn upright(run: &Run, x: f32, width: f32) -> Self {
        let reach = REACH * run.size;
        let above = ABOVE * run.size;
        Self {
            boundary: Area {
                x: x - reach,
                y: run.baseline - above,
                width: width + 2.0 * reach,
                height: (ABOVE + BELOW) * run.size,
            },
            start: (reach, above),
            matrix: None,
        }
    }

    /// (x, y) turned by 45° about the middle of the page, upwards.
    fn turned(page: &Page, x: f32, y: f32) -> Self {
        let turn = std::f32::consts::FRAC_1_SQRT_2;
        let middle = numbers(&[page.width / 2.0, page.height / 2.0]);
        Self {
            boundary: Area {
                x: 0.0,
                y: 0.0,
                width: page.width,
                height: page.height,
            },
            start: (x, y),
            matrix: Some(format!("{turn} -{turn} {turn} {turn} {middle}")),
        }
    }
}

/// How far the pen moves over `glyphs`.
fn length(run: &Run, glyphs: &[RunGlyph]) -> f32 {
    glyphs.iter().map(|glyph| glyph.advance + run.spacing).sum()
}

fn colour(xml: &mut Xml, name: &str, shade: f32) -> io::Result<()> {
    xml.empty(name, &[("Value", grey(shade))])
}

/// A closed rectangle, measured from the boundary's corner.
fn outline(area: Area, boundary: Area) -> String {
    let (left, top) = (area.x - boundary.x, area.y - boundary.y);
    let (right, bottom) = (left + area.width, top + area.height);
    format!(
        "M {} L {} L {} L {} C",
        numbers(&[left, top]),
        numbers(&[right, top]),
        numbers(&[right, bottom]),
        numbers(&[left, bottom])
    )
}

/// The least rectangle about both.
fn around(one: Area, other: Area) -> Area {
    let x = one.x.min(other.x);
    let y = one.y.min(other.y);
    Area {
        x,
        y,
        width: (one.x + one.width).max(other.x + other.width) - x,
        height: (one.y + one.height).max(other.y + other.height) - y,
    }
}
