//! XML parts, their text escaped, and the standard's ways of writing numbers.

use std::io;

use quick_xml::Writer;
use quick_xml::events::{BytesDecl, BytesText, Event};

use crate::error::PrintError;
use crate::layout::Area;
use crate::model::MM;

/// The name space of the standard.
const SPACE: &str = "http://www.ofdspec.org/2016";

/// What an element says about itself: name and value, in order.
pub(super) type Attributes<'a> = &'a [(&'a str, String)];

/// A part while it is written.
pub(super) struct Xml {
    writer: Writer<Vec<u8>>,
}

impl Xml {
    /// A whole part: its root element and what `inside` writes into it.
    pub(super) fn part(
        root: &str,
        attributes: Attributes<'_>,
        inside: impl FnOnce(&mut Self) -> io::Result<()>,
    ) -> Result<Vec<u8>, PrintError> {
        let mut xml = Self {
            writer: Writer::new(Vec::new()),
        };
        let space = ("xmlns:ofd", SPACE.to_owned());
        let attributes: Vec<_> = std::iter::once(space)
            .chain(attributes.iter().cloned())
            .collect();
        xml.writer
            .write_event(Event::Decl(BytesDecl::new("1.0", Some("UTF-8"), None)))
            .and_then(|()| xml.element(root, &attributes, inside))
            .map_err(|error| PrintError::write(&error))?;
        Ok(xml.writer.into_inner())
    }

    /// An element with elements inside.
    pub(super) fn element(
        &mut self,
        name: &str,
        attributes: Attributes<'_>,
        inside: impl FnOnce(&mut Self) -> io::Result<()>,
    ) -> io::Result<()> {
        let start = element_start(name, attributes);
        self.writer.write_event(Event::Start(start.borrow()))?;
        inside(self)?;
        self.writer.write_event(Event::End(start.to_end()))
    }

    /// An element with text inside.
    pub(super) fn text(
        &mut self,
        name: &str,
        attributes: Attributes<'_>,
        text: &str,
    ) -> io::Result<()> {
        let allowed: String = text.chars().filter(|&ch| is_allowed(ch)).collect();
        self.element(name, attributes, |xml| {
            xml.writer
                .write_event(Event::Text(BytesText::new(&allowed)))
        })
    }

    /// An element with nothing inside.
    pub(super) fn empty(&mut self, name: &str, attributes: Attributes<'_>) -> io::Result<()> {
        self.writer
            .write_event(Event::Empty(element_start(name, attributes)))
    }
}

fn element_start(name: &str, attributes: Attributes<'_>) -> quick_xml::events::BytesStart<'static> {
    let mut start = quick_xml::events::BytesStart::new(format!("ofd:{name}"));
    for (name, value) in attributes {
        start.push_attribute((*name, value.as_str()));
    }
    start
}

/// The characters XML 1.0 can hold.
const fn is_allowed(ch: char) -> bool {
    matches!(ch, '\t' | '\n' | '\r' | ' '..='\u{D7FF}' | '\u{E000}'..='\u{FFFD}' | '\u{10000}'..)
}

/// Points as millimetres, to a tenth of a micrometre: finer than any ink, and
/// coarse enough that a line's advances do not add up to a visible error.
pub(super) fn mm(points: f32) -> String {
    let text = format!("{:.4}", points / MM);
    let text = text.trim_end_matches('0').trim_end_matches('.');
    match text {
        "-0" => "0".to_owned(),
        _ => text.to_owned(),
    }
}

/// A rectangle: left, top, width, height.
pub(super) fn rectangle(area: Area) -> String {
    numbers(&[area.x, area.y, area.width, area.height])
}

/// Lengths beside each other.
pub(super) fn numbers(points: &[f32]) -> String {
    points
        .iter()
        .map(|&one| mm(one))
        .collect::<Vec<_>>()
        .join(" ")
}

/// A list of distances, equal neighbours as `g count distance`.
pub(super) fn distances(points: impl Iterator<Item = f32>) -> String {
    let all: Vec<String> = points.map(mm).collect();
    let written = all.chunk_by(|one, next| one == next).map(|equal| {
        match equal {
            // Three words for up to two would be no shorter.
            [one] => one.clone(),
            [one, _] => format!("{one} {one}"),
            [one, ..] => format!("g {} {one}", equal.len()),
            [] => String::new(),
        }
    });
    written.collect::<Vec<_>>().join(" ")
}

/// Grey, 0 black to 1 white, in the default colour space: eight bits of red,
/// green and blue.
pub(super) fn grey(shade: f32) -> String {
    // The cast saturates: a shade is never far outside its bounds.
    let level = (shade * 255.0).round() as u8;
    format!("{level} {level} {level}")
}
