//! An XML part while it is written, indented for whoever opens it.

use quick_xml::escape::escape;

/// What an element says about itself: name and value, in order.
pub(super) type Attributes<'a> = &'a [(&'a str, &'a str)];

/// A part while it is written.
pub(super) struct Xml {
    text: String,
    open: Vec<&'static str>,
}

impl Xml {
    /// An empty part.
    pub(super) fn new() -> Self {
        Self {
            text: "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n".to_owned(),
            open: Vec::new(),
        }
    }

    /// An element with elements inside, until [`Self::close`].
    pub(super) fn open(&mut self, name: &'static str, attributes: Attributes<'_>) {
        self.start(name, attributes);
        self.text.push_str(">\n");
        self.open.push(name);
    }

    /// Ends the element opened last.
    pub(super) fn close(&mut self) {
        if let Some(name) = self.open.pop() {
            self.indent();
            self.text.push_str(&format!("</{name}>\n"));
        }
    }

    /// An element with text inside, or none.
    pub(super) fn leaf(&mut self, name: &str, attributes: Attributes<'_>, text: &str) {
        self.start(name, attributes);
        if text.is_empty() {
            self.text.push_str("/>\n");
        } else {
            self.text.push_str(&format!(">{}</{name}>\n", said(text)));
        }
    }

    /// An element with text inside when there is any.
    pub(super) fn known(&mut self, name: &str, text: Option<&str>) {
        if let Some(text) = text.filter(|text| !text.is_empty()) {
            self.leaf(name, &[], text);
        }
    }

    /// The part, with everything closed.
    pub(super) fn finish(mut self) -> Vec<u8> {
        while !self.open.is_empty() {
            self.close();
        }
        self.text.into_bytes()
    }

    fn start(&mut self, name: &str, attributes: Attributes<'_>) {
        self.indent();
        self.text.push('<');
        self.text.push_str(name);
        for (name, value) in attributes {
            self.text.push_str(&format!(" {name}=\"{}\"", said(value)));
        }
    }

    fn indent(&mut self) {
        self.text.push_str(&"  ".repeat(self.open.len()));
    }
}

/// Text as XML 1.0 takes it: characters it has no way to write become U+FFFD. Ends of lines and tabs
/// are written as references, or a reader would turn those in attributes into spaces.
fn said(text: &str) -> String {
    let allowed = |letter: char| match letter {
        '\t' | '\n' | '\r' => letter,
        '\u{fffe}' | '\u{ffff}' => char::REPLACEMENT_CHARACTER,
        control if control < ' ' => char::REPLACEMENT_CHARACTER,
        other => other,
    };
    let cleaned: String = text.chars().map(allowed).collect();
    escape(&cleaned)
        .replace('\n', "&#10;")
        .replace('\t', "&#9;")
}

#[cfg(test)]
mod tests {
    use super::Xml;

    #[test]
    fn whatever_was_typed_leaves_the_part_well_formed() {
        let mut xml = Xml::new();
        xml.open("外", &[("名", "甲\"<&>\n乙")]);
        xml.leaf("内", &[], "]]>\u{1}\u{fffe}&amp;");
        xml.known("无", Some(""));
        let text = String::from_utf8(xml.finish()).unwrap();
        let expected = concat!(
            "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n",
            "<外 名=\"甲&quot;&lt;&amp;&gt;&#10;乙\">\n",
            "  <内>]]&gt;\u{fffd}\u{fffd}&amp;amp;</内>\n",
            "</外>\n"
        );
        assert_eq!(text, expected);
    }
}
